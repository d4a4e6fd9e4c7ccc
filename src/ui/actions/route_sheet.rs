//! 路线单: an event's stops on paper, one card a stop.

use crate::domain::field::{ProjectField as P, PromotionEventField as H};
use crate::domain::lists::List;
use crate::domain::{Kind, RecordId};
use crate::i18n::{Lang, format, labels, tour as words, values};
use crate::rules::tour::{note, stops};
use crate::store::Store;
use crate::ui::lang::{lang, t};
use crate::ui::records::OPEN;
use crate::ui::routes::{A, Route, Work, use_query};
use crate::ui::session;
use crate::ui::shell::Page;
use crate::ui::widgets::{Button, ButtonKind, EmptyState, Glyph};
use crate::web::page;
use leptos::prelude::*;

/// What the address calls the way the page is shown.
pub(super) const SHOW: &str = "show";
/// Its word for the route sheet.
pub(super) const ROUTE: &str = "route";

/// A card.
#[derive(Clone, Debug, PartialEq)]
struct Card {
    project: RecordId,
    name: String,
    /// Names and values, in order.
    facts: Vec<(String, String)>,
    to_tell: String,
}

/// A sheet.
#[derive(Clone, Debug, PartialEq)]
struct Sheet {
    name: String,
    /// Kind, day, place, unit.
    about: String,
    cards: Vec<Card>,
}

/// The sheet of the event that is open in the address.
#[component]
pub(super) fn RouteSheet() -> impl IntoView {
    let open = use_query(OPEN);
    let event =
        Memo::new(move |_| open.read().parse::<RecordId>().ok().filter(|id| id.kind == Kind::PromotionEvent));
    let sheet = Memo::new(move |_| {
        let event = event.get()?;
        session::watch(|store| read(lang(), store, event)).flatten()
    });
    let title = Signal::derive(move || {
        sheet.read().as_ref().map_or_else(|| t(words::SHEET).to_owned(), |sheet| sheet.name.clone())
    });
    let back = Signal::derive(move || Route::Work(Work::Events).with_query([(OPEN, open.read().as_str())]));
    let lead = move || {
        let about = move || sheet.read().as_ref().map(|sheet| sheet.about.clone());
        let count = move || sheet.read().as_ref().map(|sheet| words::stops(lang(), sheet.cards.len()));
        view! { <span>{about}</span> <span>{count}</span> }
    };
    let actions = move || {
        view! {
            <A to=back>{move || t(words::BACK)}</A>
            <Button label=words::PRINT kind=ButtonKind::Primary icon=Glyph::Print on_press=page::print/>
        }
    };
    let body = move || match sheet.get() {
        None => view! { <EmptyState title=words::GONE text=words::GONE_TEXT/> }.into_any(),
        Some(sheet) if sheet.cards.is_empty() => {
            view! { <EmptyState title=words::STOPS text=words::NO_STOPS/> }.into_any()
        }
        Some(sheet) => {
            view! { <ol class="route-sheet">{(1..).zip(sheet.cards).map(card).collect_view()}</ol> }
                .into_any()
        }
    };
    view! { <Page title lead actions>{body}</Page> }.into_any()
}

fn card((n, card): (usize, Card)) -> AnyView {
    let Card { project, name, facts, to_tell } = card;
    let facts =
        facts.into_iter().map(|(name, value)| view! { <dt>{name}</dt> <dd>{value}</dd> }).collect_view();
    let told = (!to_tell.is_empty()).then(|| {
        view! { <div class="told"><h3>{move || t(words::TO_TELL)}</h3> <p>{to_tell}</p></div> }
    });
    view! {
        <li>
            <header>
                <span class="place">{move || words::stop(lang(), n)}</span>
                <h2><A to=Route::Project(project)>{name}</A></h2>
            </header>
            <dl>{facts}</dl>
            {told}
        </li>
    }
    .into_any()
}

fn read(l: Lang, store: &Store, event: RecordId) -> Option<Sheet> {
    let state = store.state();
    let record = state.record(event).filter(|record| record.is_live())?;
    let kind =
        record.get(H::EventKind).as_text().map(|word| values::list_word(l, state, List::EventKind, word));
    let on = record.get(H::On).as_date().map(|on| format::day(l, on));
    let place = record.get(H::Place).as_text().map(str::to_owned);
    let unit = record.get(H::Unit).as_ref_id().map(|unit| values::record_name(l, state, unit));
    let about: Vec<String> = [kind, on, place, unit].into_iter().flatten().collect();
    Some(Sheet {
        name: values::record_title(l, state, event),
        about: about.join(" · "),
        cards: stops(state, event).into_iter().map(|stop| read_card(l, store, event, stop)).collect(),
    })
}

fn read_card(l: Lang, store: &Store, event: RecordId, project: RecordId) -> Card {
    let state = store.state();
    let name = |field: P| labels::field(Kind::Project, field.field()).map(|text| text.get(l).to_owned());
    let shown = |field: P| {
        let cell = crate::ledger::CellKey::one(field);
        values::shown(l, state, Kind::Project, cell, state.get(project, cell))
    };
    let stage = store.index().project(project).map(|summary| labels::stage(summary.stage).get(l).to_owned());
    let mut facts: Vec<(String, String)> = Vec::new();
    for field in [P::Investor, P::TotalInvestment] {
        facts.extend(name(field).map(|name| (name, shown(field))));
    }
    facts.extend(stage.map(|stage| (t(words::STAGE).to_owned(), stage)));
    for field in [P::PhysicalProgress, P::Site, P::Summary, P::Unit, P::Owner, P::Leader] {
        facts.extend(name(field).map(|name| (name, shown(field))));
    }
    facts.retain(|(_, value)| !value.is_empty());
    Card {
        project,
        name: values::record_name(l, state, project),
        facts,
        to_tell: note(state, event, project).to_owned(),
    }
}
