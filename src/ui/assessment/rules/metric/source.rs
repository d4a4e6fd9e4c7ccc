//! Where the numbers of a metric come from.

use super::super::fields::{choice, fixed};
use super::{Draft, funds, ticks};
use crate::domain::{Field, Kind, Milestone, Stage};
use crate::i18n::{assess_metric as words, labels};
use crate::rules::metrics::{Amount, Metric, Source, edit};
use crate::ui::lang::{lang, t};
use crate::ui::widgets::Choice;
use leptos::prelude::*;

const AMOUNTS: [(&str, Amount); 6] = [
    ("count", Amount::Count),
    ("total", Amount::Total),
    ("fixed", Amount::Fixed),
    ("phase1", Amount::Phase1),
    ("registered", Amount::Registered),
    ("fdi", Amount::Fdi),
];

/// The source, and what it asks for.
pub(super) fn fields(draft: Draft) -> AnyView {
    let kinds = fixed([
        ("milestone", words::FROM_MILESTONE),
        ("funds", words::FROM_FUNDS),
        ("standing", words::FROM_STANDING),
        ("records", words::FROM_RECORDS),
        ("entered", words::FROM_HAND),
    ]);
    let word = Memo::new(move |_| draft.with(|metric| edit::source_word(&metric.source)));
    let first = word.get_untracked().to_owned();
    let change = move |to: String| draft.update(|metric| edit::turn_to(metric, &to));
    let rest = move || match word.get() {
        "funds" => funds::sources(draft),
        "standing" => view! { {stages(draft)} {amount(draft)} }.into_any(),
        "records" => records(draft),
        "milestone" => view! { {milestone(draft)} {amount(draft)} }.into_any(),
        _ => ().into_any(),
    };
    view! { <div class="whole">{choice(words::NUMBERS_FROM, kinds, first, change)}</div> {rest} }.into_any()
}

/// Changes the source in place, and the unit with it.
fn put(draft: Draft, change: impl FnOnce(&mut Source)) {
    draft.update(|metric: &mut Metric| edit::change(metric, change));
}

/// The milestones by name; a word that is not known here stands first.
pub(super) fn milestones(held: &str) -> Vec<Choice> {
    let known = Milestone::ALL.iter().map(|of| Choice::new(of.word(), labels::milestone(*of)));
    let unknown = Milestone::from_word(held).is_none().then(|| Choice::new(held.to_owned(), held.to_owned()));
    unknown.into_iter().chain(known).collect()
}

fn milestone(draft: Draft) -> AnyView {
    let Source::Milestone { milestone: held, .. } = draft.with_untracked(|metric| metric.source.clone())
    else {
        return ().into_any();
    };
    choice(words::MILESTONE, Signal::stored(milestones(&held)), held, move |to| {
        put(draft, |source| {
            if let Source::Milestone { milestone, .. } = source {
                *milestone = to;
            }
        });
    })
}

fn amount(draft: Draft) -> AnyView {
    let held = draft.with_untracked(|metric| match &metric.source {
        Source::Milestone { amount, .. } | Source::Standing { amount, .. } => *amount,
        _ => Amount::default(),
    });
    let all = AMOUNTS.map(|(word, of)| (word, words::amount(of)));
    let word = AMOUNTS.iter().find(|(_, of)| *of == held).map_or("count", |(word, _)| *word);
    choice(words::AMOUNT, fixed(all), word.to_owned(), move |to| {
        let of = AMOUNTS.iter().find(|(word, _)| *word == to).map(|(_, of)| *of).unwrap_or_default();
        put(draft, |source| {
            if let Source::Milestone { amount, .. } | Source::Standing { amount, .. } = source {
                *amount = of;
            }
        });
    })
}

fn stages(draft: Draft) -> AnyView {
    let held = draft.with_untracked(|metric| match &metric.source {
        Source::Standing { stages, .. } => stages.clone(),
        _ => Vec::new(),
    });
    let l = lang();
    let name = |stage: &Stage| (stage.word().to_owned(), labels::stage(*stage).get(l).to_owned());
    let mut all: Vec<(String, String)> = Stage::ALL.iter().map(name).collect();
    let unknown = held.iter().filter(|word| all.iter().all(|(known, _)| known != *word));
    let unknown: Vec<(String, String)> = unknown.map(|word| (word.clone(), word.clone())).collect();
    all.extend(unknown);
    ticks(words::STAGES, all, held, move |to| {
        put(draft, |source| {
            if let Source::Standing { stages, .. } = source {
                *stages = to;
            }
        });
    })
}

fn kind_of(metric: &Metric) -> String {
    match &metric.source {
        Source::Records { records, .. } => records.clone(),
        _ => String::new(),
    }
}

fn records(draft: Draft) -> AnyView {
    let kind = Memo::new(move |_| draft.with(kind_of));
    let held = kind.get_untracked();
    let mut all: Vec<Choice> =
        edit::kinds().map(|kind| Choice::new(kind.word(), labels::kind(kind))).collect();
    if all.iter().all(|choice| choice.value != held) {
        all.insert(0, Choice::new(held.clone(), held.clone()));
    }
    let change = move |to: String| {
        put(draft, |source| *source = Source::Records { records: to, field: None });
    };
    let summed = move || field(draft, &kind.get());
    view! { {choice(words::RECORDS, Signal::stored(all), held, change)} {summed} }.into_any()
}

/// What of the records is summed.
fn field(draft: Draft, kind: &str) -> AnyView {
    let held = draft.with_untracked(|metric| match &metric.source {
        Source::Records { field, .. } => field.clone().unwrap_or_default(),
        _ => String::new(),
    });
    let l = lang();
    let known = Kind::from_word(kind);
    let entry = |kind: Kind, field: Field| {
        let word = field.def(kind)?.word;
        Some(Choice::new(word, labels::field(kind, field)?.get(l).to_owned()))
    };
    let fields = known
        .into_iter()
        .flat_map(|kind| edit::summed(kind).into_iter().filter_map(move |field| entry(kind, field)));
    let mut all: Vec<Choice> =
        [Choice::new("", t(words::BY_RECORD).to_owned())].into_iter().chain(fields).collect();
    if all.iter().all(|choice| choice.value != held) {
        all.push(Choice::new(held.clone(), held.clone()));
    }
    choice(words::AMOUNT, Signal::stored(all), held, move |to| {
        put(draft, |source| {
            if let Source::Records { field, .. } = source {
                *field = (!to.is_empty()).then_some(to);
            }
        });
    })
}
