//! 月度卡: one person's month with the records behind each number.

use super::{declared, page_at};
use crate::domain::field::{
    DutyMonthField as D, FollowUpField as W, OutboundTripField as G, PersonField as R, ReceptionField as V,
    TrainingField as N,
};
use crate::domain::{Kind, RecordId, Value};
use crate::i18n::{Lang, Text, format, posts as words, values};
use crate::ledger::{Action, CellKey, Edit, State};
use crate::rules::post::{Card, Kept, Month};
use crate::store::Store;
use crate::ui::lang::{lang, t};
use crate::ui::routes::{A, Location, Route, Work, navigate};
use crate::ui::session;
use crate::ui::widgets::{Button, ButtonKind, Glyph};
use crate::web::page;
use leptos::prelude::*;
use rustc_hash::FxHashMap;
use std::sync::Arc;

/// One line of a part: when, what, where it leads, and what is to be said of it.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Line {
    day: String,
    what: String,
    to: Option<Location>,
    note: String,
}

/// One part of the card.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Section {
    title: Text,
    number: String,
    lines: Vec<Line>,
}

/// What the card shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Told {
    title: String,
    under: String,
    sections: Vec<Section>,
    duty: Option<RecordId>,
    declared: Vec<(Text, String)>,
}

/// The card.
#[component]
pub(super) fn PersonCard(
    /// Whose.
    who: RecordId,
    /// Of which month.
    month: Memo<Month>,
    /// All cards of the month.
    cards: Memo<Arc<FxHashMap<RecordId, Card>>>,
) -> impl IntoView {
    let told = Memo::new(move |_| {
        let tell = |store: &Store| {
            let none = Card::default();
            cards.with(|cards| tell(lang(), store, who, month.get(), cards.get(&who).unwrap_or(&none)))
        };
        session::watch(tell).unwrap_or_default()
    });
    let declare = move || {
        let id = session::new_id(Kind::DutyMonth);
        let month = Value::text(&month.get_untracked().to_string());
        let edits = vec![Edit::new(id, D::Person, Value::Ref(who)), Edit::new(id, D::Month, month)];
        if session::run(Action::Create, edits) {
            navigate(declared(Some(id)));
        }
    };
    let duty = move || {
        let told = told.read();
        match told.duty {
            Some(id) => view! {
                <p class="declared">
                    {told.declared.iter().map(|(name, number)| view! { <span>{t(*name)} " " <b>{number.clone()}</b></span> }).collect_view()}
                    <A to=Signal::stored(declared(Some(id)))>{move || t(words::DECLARED)}</A>
                </p>
            }
            .into_any(),
            None => view! {
                <p class="declared">
                    {t(words::NOT_DECLARED)}
                    {session::is_now().then(|| view! {
                        <Button label=words::DECLARE kind=ButtonKind::Quiet icon=Glyph::Plus on_press=declare/>
                    })}
                </p>
            }
            .into_any(),
        }
    };
    let sections = move || told.read().sections.iter().map(section).collect_view();
    view! {
        <article class="month-card">
            <header>
                <h2>{move || told.read().title.clone()}</h2>
                <p class="quiet">{move || told.read().under.clone()}</p>
                <p class="tools">
                    <A to=Signal::derive(move || page_at(month.get(), None))>{move || t(words::BACK)}</A>
                    <Button label=crate::i18n::table::PRINT icon=Glyph::Print on_press=page::print/>
                </p>
            </header>
            {duty}
            <div class="sections">{sections}</div>
            <p class="help">{move || t(words::NOT_TRACKED)}</p>
            <p class="help">{move || t(words::KEPT_RULE)}</p>
            <p class="help">{move || t(words::SCORE_RULE)}</p>
        </article>
    }
    .into_any()
}

fn section(section: &Section) -> AnyView {
    let line = |line: &Line| {
        let what = line.what.clone();
        let what = match line.to.clone() {
            Some(to) => view! { <A to=Signal::stored(to)>{what}</A> }.into_any(),
            None => what.into_any(),
        };
        view! { <li><span class="day">{line.day.clone()}</span> <span>{what}</span> <small>{line.note.clone()}</small></li> }
    };
    view! {
        <section>
            <h3>{t(section.title)} <b>{section.number.clone()}</b></h3>
            <ul>{section.lines.iter().map(line).collect_view()}</ul>
        </section>
    }
    .into_any()
}

fn tell(l: Lang, store: &Store, who: RecordId, month: Month, card: &Card) -> Told {
    let state = store.state();
    let name = values::record_name(l, state, who);
    let named = |field: R| {
        let cell = CellKey::one(field);
        Some(values::shown(l, state, Kind::Person, cell, state.get(who, cell)))
            .filter(|text| !text.is_empty())
    };
    let under: Vec<String> =
        [named(R::Unit), named(R::Post), named(R::Region)].into_iter().flatten().collect();
    let title = month.days().from.map(|day| words::month_of(l, &name, &format::month(l, day)));
    let duty = card.duty.as_ref();
    let declared = duty.map(|duty| {
        let score = duty.score().map_or_else(|| format::DASH.to_owned(), format::grouped);
        let at_post = duty.at_post.map_or_else(|| format::DASH.to_owned(), |tenths| format::exact(tenths, 1));
        vec![
            (words::AT_POST, at_post),
            (words::LEAVE, tenths(duty.leave)),
            (words::ABSENCES, format::number_cell(duty.absences)),
            (words::SCORE, score),
        ]
    });
    Told {
        title: title.unwrap_or(name),
        under: under.join(" · "),
        sections: sections(l, state, month, card),
        duty: duty.map(|duty| duty.id),
        declared: declared.unwrap_or_default(),
    }
}

fn tenths(tenths: i64) -> String {
    if tenths == 0 { format::DASH.to_owned() } else { format::exact(tenths, 1) }
}

/// The page of a record of a kind that has a table of its own.
fn opened(work: Work, id: RecordId) -> Location {
    Route::Work(work).with_query([("kind", id.kind.word()), ("open", id.to_string().as_str())])
}

fn sections(l: Lang, state: &State, month: Month, card: &Card) -> Vec<Section> {
    let day = |id: RecordId, field: crate::domain::Field| {
        state.get(id, field).as_date().map(|day| day.to_string()).unwrap_or_default()
    };
    let text = |id: RecordId, field: crate::domain::Field| {
        let cell = CellKey::one(field);
        values::shown(l, state, id.kind, cell, state.get(id, cell))
    };
    let title = |id| values::record_title(l, state, id);
    let project = |id: RecordId| {
        let of = state.get(id, W::Project).as_ref_id().map(|project| state.resolve(project));
        (
            of.map(|id| values::record_name(l, state, id)).unwrap_or_default(),
            of.map(|id| Route::Project(id).into()),
        )
    };
    let trip = |trip: &crate::rules::post::Trip| {
        let role = if trip.led { words::LED } else { words::WENT_ALONG };
        let place = text(trip.id, G::Place.field());
        Line {
            day: day(trip.id, G::Start.field()),
            what: if place.is_empty() { title(trip.id) } else { place },
            to: Some(opened(Work::Trips, trip.id)),
            note: format!("{} · {} {}", role.get(l), words::DAYS.get(l), format::exact(trip.tenths, 1)),
        }
    };
    let company = |&id: &RecordId| Line {
        day: String::new(),
        what: values::record_name(l, state, id),
        to: Some(Route::Company(id).into()),
        note: String::new(),
    };
    let reception = |&id: &RecordId| Line {
        day: day(id, V::On.field()),
        what: title(id),
        to: Some(opened(Work::Receptions, id)),
        note: text(id, V::Guests.field()),
    };
    let lead = |&id: &RecordId| Line {
        day: day(id, crate::domain::field::ProjectField::EnteredOn.field()),
        what: values::record_name(l, state, id),
        to: Some(Route::Project(id).into()),
        note: String::new(),
    };
    let follow_up = |&id: &RecordId| {
        let (what, to) = project(id);
        Line { day: day(id, W::On.field()), what, to, note: text(id, W::Content.field()) }
    };
    let promise = |promise: &crate::rules::post::Promise| {
        let (what, to) = project(promise.follow_up);
        let step = text(promise.follow_up, W::NextStep.field());
        let note = format!("{} · {step}", kept(promise.kept).get(l));
        Line { day: promise.on.to_string(), what, to, note: note.trim_end_matches([' ', '·']).to_owned() }
    };
    let training = |&id: &RecordId| Line {
        day: day(id, N::On.field()),
        what: title(id),
        to: Some(opened(Work::Teams, id)),
        note: text(id, N::Hours.field()),
    };
    let count = |n: usize| format::number_cell(i64::try_from(n).unwrap_or(i64::MAX));
    let part = |title, number, lines| Section { title, number, lines };
    vec![
        part(words::DAYS_OUT, tenths(card.days_out(month)), card.trips.iter().map(trip).collect()),
        part(words::COMPANIES, count(card.companies.len()), card.companies.iter().map(company).collect()),
        part(
            words::RECEPTIONS,
            count(card.receptions.len()),
            card.receptions.iter().map(reception).collect(),
        ),
        part(words::LEADS, count(card.leads.len()), card.leads.iter().map(lead).collect()),
        part(words::PROMISES, count(card.promises.len()), card.promises.iter().map(promise).collect()),
        part(
            words::FOLLOW_UPS,
            count(card.follow_ups.len()),
            card.follow_ups.iter().map(follow_up).collect(),
        ),
        part(words::HOURS, format::number_cell(card.hours), card.trainings.iter().map(training).collect()),
    ]
}

/// How a promise stands, in words.
const fn kept(kept: Kept) -> Text {
    match kept {
        Kept::InTime => words::IN_TIME,
        Kept::Late => words::LATE,
        Kept::Missed => words::MISSED,
        Kept::Open => words::OPEN,
    }
}
