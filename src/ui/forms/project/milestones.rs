//! The milestones with their dates, reviews and evidence, and what is missing.

use crate::domain::field::ProjectField as P;
use crate::domain::lists::List;
use crate::domain::milestone::Review;
use crate::domain::{Date, Kind, Milestone, RecordId};
use crate::i18n::{format, labels, project as words, values};
use crate::rules::advance::{cell, evidence, missing};
use crate::rules::attachments::attached_to;
use crate::rules::reached;
use crate::ui::forms::Moves;
use crate::ui::lang::{lang, t};
use crate::ui::routes::{A, Route};
use crate::ui::session;
use crate::ui::widgets::{Button, ButtonKind};
use leptos::prelude::*;

/// What is shown of one milestone.
#[derive(Clone, Debug, Default, PartialEq)]
struct Shown {
    event: Option<Date>,
    recognised: Option<Date>,
    other: Option<Date>,
    review: Review,
    reviewer: String,
    note: String,
    /// Kind, and its text or the name of an attached file.
    evidence: Vec<(String, String)>,
    missing: Vec<String>,
    in_conflict: bool,
}

impl Shown {
    fn is_dated(&self) -> bool {
        self.event.is_some() || self.recognised.is_some()
    }
}

/// The panel.
#[component]
pub fn Milestones(id: RecordId, moves: Moves) -> impl IntoView {
    let entry = move |&milestone: &Milestone| view! { <Entry id milestone moves/> };
    view! {
        <section class="panel" aria-label=move || t(words::MILESTONES)>
            <h2>{move || t(words::MILESTONES)}</h2>
            <ul class="milestones">{Milestone::ALL.iter().map(entry).collect_view()}</ul>
        </section>
    }
    .into_any()
}

#[component]
fn Entry(id: RecordId, milestone: Milestone, moves: Moves) -> impl IntoView {
    let shown = Memo::new(move |_| shown(id, milestone));
    let press = move || moves.milestone(id, milestone);
    let action = move || {
        let label = if shown.read().is_dated() { words::CHANGE } else { words::DATE_IT };
        view! { <Button label kind=ButtonKind::Quiet on_press=press/> }
    };
    view! {
        <li data-reached=move || shown.read().is_dated().then_some("true")>
            <span class="name">{move || t(labels::milestone(milestone))}</span>
            <span class="when">{move || when(&shown.read())}</span>
            {session::is_now().then_some(action)}
            {move || details(shown.get())}
        </li>
    }
    .into_any()
}

fn shown(id: RecordId, milestone: Milestone) -> Shown {
    let l = lang();
    session::watch(|store| {
        let state = store.state();
        let Some(record) = state.record(id) else { return Shown::default() };
        let now = reached(record)[milestone as usize];
        let text = |field: P| record.get(cell(field, milestone)).as_text().unwrap_or_default().to_owned();
        let held = evidence(state, id, milestone);
        let word = |kind: &str| values::list_word(l, state, List::Evidence, kind);
        let attached = attached_to(state, store.index().of(Kind::Attachment, id), milestone);
        let categories: Vec<String> = attached.iter().map(|file| file.category.clone()).collect();
        let noted = held.iter().map(|e| (word(&e.kind), e.text.clone()));
        let files = attached.into_iter().map(|file| (word(&file.category), file.name));
        let fields = [P::MilestoneDate, P::MilestoneRecognised, P::MilestoneReview, P::MilestoneNote];
        Shown {
            event: now.event,
            recognised: now.recognised,
            other: record.get(cell(P::MilestoneOtherDate, milestone)).as_date(),
            review: now.review,
            reviewer: text(P::MilestoneReviewer),
            note: text(P::MilestoneNote),
            missing: missing(&held, &categories, milestone).into_iter().map(word).collect(),
            evidence: noted.chain(files).collect(),
            in_conflict: fields.iter().any(|&field| state.is_conflicting(id, cell(field, milestone))),
        }
    })
    .unwrap_or_default()
}

/// The date, or that it is not there yet.
fn when(shown: &Shown) -> AnyView {
    match shown.event.or(shown.recognised) {
        Some(on) => view! { <time>{format::date(on)}</time> }.into_any(),
        None => view! { <span class="quiet">{t(words::NOT_YET)}</span> }.into_any(),
    }
}

/// Review, other dates, evidence and what is missing; nothing for a milestone not reached that holds
/// nothing.
fn details(shown: Shown) -> Option<AnyView> {
    let dated = shown.is_dated();
    if !dated && shown.evidence.is_empty() && shown.note.is_empty() && shown.other.is_none() {
        return None;
    }
    let date = |label, on: Option<Date>| {
        on.map(|on| view! { <span class="fact">{move || t(label)}" "<time>{format::date(on)}</time></span> })
    };
    let piece = |(kind, text): (String, String)| view! { <li><span>{kind}</span>" "{text}</li> };
    let absent = (dated && !shown.missing.is_empty()).then(|| {
        let kinds = shown.missing.join(t(words::JOINT));
        view! { <p class="missing">{move || t(words::MISSING)}" "{kinds}</p> }
    });
    let review = shown.review;
    let reviewed = dated.then(|| {
        view! {
            <span class="fact" data-review=review.word()>
                {move || t(labels::review(review))}" "{shown.reviewer}
            </span>
        }
    });
    let conflict = shown.in_conflict.then(
        || view! { <p class="conflict"><A to=Route::Conflicts>{move || t(words::IN_CONFLICT)}</A></p> },
    );
    let details = view! {
        <div class="details">
            <p>
                {reviewed}
                {date(words::RECOGNISED_ON, shown.recognised)}
                {date(words::OTHER_DATE, shown.other)}
            </p>
            {(!shown.evidence.is_empty()).then(|| view! {
                <ul class="evidence">{shown.evidence.into_iter().map(piece).collect_view()}</ul>
            })}
            {absent}
            {(!shown.note.is_empty()).then(|| view! { <p class="note">{shown.note}</p> })}
            {conflict}
        </div>
    };
    Some(details.into_any())
}
