//! 总则: the name, the source, who is scored for which period, and how scores are rounded and ties settled.

use super::draft::Draft;
use super::fields::{choice, fixed, flag, helped, number, parted, text};
use crate::domain::{Decimal, Rounding};
use crate::i18n::{assess_rules as words, scoring};
use crate::rules::metrics::{Cycle, Elapsed, Metric};
use crate::rules::scoring::{RuleSheet, Subject, Tie};
use crate::ui::lang::lang;
use crate::ui::widgets::Choice;
use leptos::prelude::*;

/// The form of the head.
pub(super) fn head(draft: Draft, office: Vec<Metric>) -> AnyView {
    let sheet = draft.sheet.get_untracked();
    let set = move |change: &dyn Fn(&mut RuleSheet)| draft.sheet.update(|sheet| change(sheet));
    const CYCLES: [(&str, Cycle); 6] = [
        ("month", Cycle::Month),
        ("two_months", Cycle::TwoMonths),
        ("quarter", Cycle::Quarter),
        ("half", Cycle::Half),
        ("year", Cycle::Year),
        ("contest", Cycle::Contest),
    ];
    const SUBJECTS: [(&str, Subject); 3] =
        [("unit", Subject::Unit), ("person", Subject::Person), ("chain", Subject::Chain)];
    const ELAPSED: [(&str, Elapsed); 2] = [("months", Elapsed::Months), ("days", Elapsed::Days)];
    const ROUNDING: [(&str, Rounding); 3] =
        [("half_up", Rounding::HalfUp), ("down", Rounding::Down), ("up", Rounding::Up)];
    fn word<T: Copy + PartialEq>(all: &[(&'static str, T)], of: T) -> String {
        all.iter().find(|(_, each)| *each == of).map(|(word, _)| (*word).to_owned()).unwrap_or_default()
    }
    fn of<T: Copy + Default>(all: &[(&'static str, T)], word: &str) -> T {
        all.iter().find(|(each, _)| *each == word).map(|(_, of)| *of).unwrap_or_default()
    }
    // As many as there are, and one more.
    let tie = |at: usize| {
        let label = if at == 0 { words::TIES } else { words::TIES_THEN };
        let first = sheet.ties.get(at).map(tie_word).unwrap_or_default();
        let change = move |to: String| {
            draft.sheet.update(|sheet| match (tie_of(&to), sheet.ties.get_mut(at)) {
                (Some(tie), Some(own)) => *own = tie,
                (Some(tie), None) => sheet.ties.push(tie),
                (None, Some(_)) => drop(sheet.ties.remove(at)),
                (None, None) => {}
            });
            draft.turn.update(|turn| *turn += 1);
        };
        choice(label, tie_choices(draft, office.clone(), at), first, change)
    };
    let ties = (0..=sheet.ties.len()).map(tie).collect_view();
    view! {
        <div class="rule-form">
            {text(words::NAME, &sheet.name.zh, move |to| set(&|sheet| sheet.name.zh.clone_from(&to)))}
            {text(words::ENGLISH, &sheet.name.en, move |to| set(&|sheet| sheet.name.en.clone_from(&to)))}
            {text(words::SOURCE, &sheet.source, move |to| set(&|sheet| sheet.source.clone_from(&to)))}
            {choice(
                words::PERIOD,
                fixed(CYCLES.map(|(word, cycle)| (word, scoring::cycle(cycle)))),
                word(&CYCLES, sheet.period),
                move |to| set(&|sheet| sheet.period = of(&CYCLES, &to)),
            )}
            {choice(
                words::SUBJECT,
                fixed(SUBJECTS.map(|(word, subject)| (word, scoring::subject(subject)))),
                word(&SUBJECTS, sheet.subject),
                move |to| set(&|sheet| sheet.subject = of(&SUBJECTS, &to)),
            )}
            {choice(
                words::ELAPSED,
                fixed(ELAPSED.map(|(word, by)| (word, scoring::elapsed_by(by)))),
                word(&ELAPSED, sheet.elapsed),
                move |to| set(&|sheet| sheet.elapsed = of(&ELAPSED, &to)),
            )}
            {flag(words::PRORATE, sheet.prorate, move |to| set(&|sheet| sheet.prorate = to))}
            {helped(words::GROUPS, words::GROUPS_HELP, &sheet.groups.join(words::MARK), move |to| {
                set(&|sheet| sheet.groups = parted(&to));
            })}
            {number(words::DIGITS, String::new(), Some(Decimal::whole(sheet.digits.into())), Decimal::ONE, false, move |to| {
                let digits = u32::try_from(to.unwrap_or_default().trunc()).unwrap_or(0).min(6);
                set(&|sheet| sheet.digits = digits);
            })}
            {choice(
                words::ROUNDING,
                fixed(ROUNDING.map(|(word, how)| (word, scoring::rounding(how)))),
                word(&ROUNDING, sheet.rounding),
                move |to| set(&|sheet| sheet.rounding = of(&ROUNDING, &to)),
            )}
            {ties}
        </div>
    }
    .into_any()
}

/// A tie-break as a word of a list.
fn tie_word(tie: &Tie) -> String {
    match tie {
        Tie::More(word) => format!("more:{word}"),
        Tie::Less(word) => format!("less:{word}"),
        Tie::Item(key) => format!("item:{key}"),
    }
}

fn tie_of(word: &str) -> Option<Tie> {
    let (kind, rest) = word.split_once(':')?;
    let rest = rest.to_owned();
    Some(match kind {
        "more" => Tie::More(rest),
        "less" => Tie::Less(rest),
        _ => Tie::Item(rest),
    })
}

/// One tie-break: nothing, an item of the sheet, or more of a metric.
fn tie_choices(draft: Draft, office: Vec<Metric>, at: usize) -> Signal<Vec<Choice>> {
    Signal::derive(move || {
        let l = lang();
        draft.sheet.with(|sheet| {
            let known = scoring::Known::of(sheet, &office);
            let items = sheet.items.iter().map(|item| Tie::Item(item.key.clone()));
            let more = sheet.metric_words().into_iter().map(|word| Tie::More(word.to_owned()));
            let mut all: Vec<Tie> = items.chain(more).collect();
            all.extend(sheet.ties.get(at).filter(|tie| !all.contains(tie)).cloned());
            let choice = |tie: &Tie| Choice::new(tie_word(tie), scoring::tie(l, &known, tie));
            [Choice::new("", words::SHARED)].into_iter().chain(all.iter().map(choice)).collect()
        })
    })
}
