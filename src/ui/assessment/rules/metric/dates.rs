//! By which date a metric counts, and within which time.

use super::super::fields::{choice, fixed, flag, number};
use super::source::milestones;
use super::{Draft, said};
use crate::domain::{Decimal, Kind, Milestone};
use crate::i18n::{assess_metric as words, labels};
use crate::rules::metrics::{DateOf, Entering, Source, Within, edit};
use crate::ui::lang::{lang, t};
use crate::ui::widgets::Choice;
use leptos::prelude::*;

const DATES: [(&str, DateOf); 3] =
    [("event", DateOf::Event), ("recognised", DateOf::Recognised), ("other", DateOf::Other)];
/// The months that a new limit of time begins with: two years in one published rule (domain notes §2.1).
const MONTHS: u32 = 24;

/// What is asked of the dates of a source.
pub(super) fn fields(draft: Draft) -> AnyView {
    let word = Memo::new(move |_| draft.with(|metric| edit::source_word(&metric.source)));
    let rest = move || match word.get() {
        "funds" => view! { {said(|| t(words::BY_ARRIVAL).to_owned())} {recognised(draft)} }.into_any(),
        "standing" => said(|| t(words::BY_STANDING).to_owned()),
        "records" => said(move || draft.with(|metric| of_records(&metric.source))),
        "entered" => view! { {said(|| t(words::BY_ENTRY).to_owned())} {entering(draft)} }.into_any(),
        _ => milestone(draft),
    };
    view! { {rest} }.into_any()
}

/// By which of their fields records count.
fn of_records(source: &Source) -> String {
    let l = lang();
    let name = edit::counted(source).and_then(|kind: Kind| labels::field(kind, edit::dated_by(kind)?));
    name.map(|name| words::by_field(l, name.get(l))).unwrap_or_default()
}

fn recognised(draft: Draft) -> AnyView {
    let held = draft.with_untracked(|metric| match &metric.source {
        Source::Milestone { recognised_only, .. } | Source::Funds { recognised_only, .. } => *recognised_only,
        _ => false,
    });
    flag(words::RECOGNISED_ONLY, held, move |to| {
        draft.update(|metric| {
            if let Source::Milestone { recognised_only, .. } | Source::Funds { recognised_only, .. } =
                &mut metric.source
            {
                *recognised_only = to;
            }
        });
    })
}

fn entering(draft: Draft) -> AnyView {
    let is_latest = draft
        .with_untracked(|metric| matches!(metric.source, Source::Entered { entering: Entering::Latest }));
    let all = fixed([("sum", words::ENTERING_SUM), ("latest", words::ENTERING_LATEST)]);
    let held = if is_latest { "latest" } else { "sum" };
    choice(words::ENTERING, all, held.to_owned(), move |to| {
        let entering = if to == "latest" { Entering::Latest } else { Entering::Sum };
        draft.update(|metric| metric.source = Source::Entered { entering });
    })
}

fn milestone(draft: Draft) -> AnyView {
    let held = draft.with_untracked(|metric| match &metric.source {
        Source::Milestone { date, .. } => *date,
        _ => DateOf::default(),
    });
    let word = DATES.iter().find(|(_, of)| *of == held).map_or("event", |(word, _)| *word);
    let dates = fixed(DATES.map(|(word, of)| (word, words::date(of))));
    let date = choice(words::DATE_OF, dates, word.to_owned(), move |to| {
        let of = DATES.iter().find(|(word, _)| *word == to).map(|(_, of)| *of).unwrap_or_default();
        draft.update(|metric| {
            if let Source::Milestone { date, .. } = &mut metric.source {
                *date = of;
            }
        });
    });
    // The milestone itself is no other one.
    let own = Memo::new(move |_| {
        draft.with(|metric| match &metric.source {
            Source::Milestone { milestone, .. } => milestone.clone(),
            _ => String::new(),
        })
    });
    view! { {date} {move || counted_in(draft, &own.get())} {move || limit(draft, &own.get())} {recognised(draft)} }
        .into_any()
}

/// A choice of the other milestones, after what stands for none of them.
fn others(own: &str, held: &str, none: Choice, name: impl Fn(&str) -> String) -> Vec<Choice> {
    let l = lang();
    let known = |choice: &Choice| Milestone::from_word(&choice.value).is_some();
    let all = milestones(if held.is_empty() { own } else { held });
    let all = all.into_iter().filter(|choice| choice.value == held || (choice.value != own && known(choice)));
    let named = all.map(|choice| Choice::new(choice.value.clone(), name(choice.label.get(l))));
    [none].into_iter().chain(named).collect()
}

fn counted_in(draft: Draft, own: &str) -> AnyView {
    let held = draft.with_untracked(|metric| match &metric.source {
        Source::Milestone { dated_by, .. } => dated_by.clone().unwrap_or_default(),
        _ => String::new(),
    });
    let l = lang();
    let all = others(own, &held, Choice::new("", words::ITS_OWN), |name| words::period_of(l, name));
    choice(words::COUNTED_IN, Signal::stored(all), held, move |to| {
        draft.update(|metric| {
            if let Source::Milestone { dated_by, .. } = &mut metric.source {
                *dated_by = (!to.is_empty()).then_some(to);
            }
        });
    })
}

fn limit(draft: Draft, own: &str) -> AnyView {
    let within = move |metric: &crate::rules::metrics::Metric| match &metric.source {
        Source::Milestone { within, .. } => within.clone(),
        _ => None,
    };
    let put = move |change: &dyn Fn(&mut Option<Within>)| {
        draft.update(|metric| {
            if let Source::Milestone { within, .. } = &mut metric.source {
                change(within);
            }
        });
    };
    let held = draft.with_untracked(within).map(|within| within.of).unwrap_or_default();
    let l = lang();
    let all = others(own, &held, Choice::new("", words::NO_LIMIT), |name| words::after(l, name));
    let field = choice(words::WITHIN, Signal::stored(all), held, move |to| {
        put(&|within| {
            let months = within.as_ref().map_or(MONTHS, |within| within.months);
            *within = (!to.is_empty()).then(|| Within { of: to.clone(), months });
        });
    });
    let is_limited = Memo::new(move |_| draft.with(within).is_some());
    let months = move || {
        is_limited.get().then(|| {
            let months = draft.with_untracked(within).map(|within| Decimal::whole(within.months.into()));
            number(words::MONTHS, t(words::MONTHS_SHORT).to_owned(), months, Decimal::ONE, false, move |to| {
                let to = to.map(Decimal::trunc).and_then(|to| u32::try_from(to).ok()).unwrap_or_default();
                put(&|within| within.iter_mut().for_each(|within| within.months = to));
            })
        })
    };
    view! { {field} {months} }.into_any()
}
