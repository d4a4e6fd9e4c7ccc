//! One company in the list.

use super::list::unit;
use crate::domain::field::CompanyField as C;
use crate::domain::{Kind, RecordId};
use crate::i18n::{format, values};
use crate::ledger::{CellKey, State};
use crate::rules::companies::Totals;
use crate::ui::lang::lang;
use crate::ui::routes::{A, Route};
use crate::ui::session;
use crate::ui::state::prefs;
use crate::web::page;
use leptos::prelude::*;

/// What a row shows.
#[derive(Clone, Debug, Default, PartialEq)]
struct Shown {
    name: String,
    region: String,
    industry: String,
    tiers: String,
    totals: Totals,
}

/// The height of a row in CSS pixels: more for a room than for a desk.
pub(super) fn height() -> f64 {
    // A finger needs more than a pointer.
    if prefs::on_projector() || page::is_narrow() { 44.0 } else { 36.0 }
}

/// What the row of a company shows, followed.
fn shown(id: RecordId) -> Shown {
    session::watch(|store| {
        let state = store.state();
        let word = |field: C| {
            let cell = CellKey::one(field);
            values::shown(lang(), state, Kind::Company, cell, state.get(id, cell))
        };
        let projects = store.index().of(Kind::Project, id).iter();
        Shown {
            name: values::record_name(lang(), state, id),
            region: word(C::Region),
            industry: word(C::Industry),
            tiers: tiers(state, id),
            totals: Totals::of(projects.filter_map(|&project| store.index().project(project))),
        }
    })
    .unwrap_or_default()
}

/// The row on paper, as it is now.
pub(super) fn printed_row(id: RecordId) -> AnyView {
    let Shown { name, region, industry, tiers, totals } = untrack(|| shown(id));
    view! {
        <tr>
            <td>{name}</td>
            <td>{region}</td>
            <td>{industry}</td>
            <td>{tiers}</td>
            <td class="number">{format::count(totals.projects)}</td>
            <td class="number">{format::money_cell(unit(), totals.yuan, 0)}</td>
        </tr>
    }
    .into_any()
}

/// The row.
#[component]
pub(super) fn Row(id: RecordId) -> impl IntoView {
    let shown = Memo::new(move |_| shown(id));
    let text = move |part: fn(&Shown) -> &String| move || part(&shown.read()).clone();
    let count = move || format::number_cell(i64::try_from(shown.read().totals.projects).unwrap_or(i64::MAX));
    let sum = move || format::money_cell(unit(), shown.read().totals.yuan, 0);
    view! {
        <div class="company-row" role="presentation">
            <span role="rowheader"><A to=Route::Company(id)>{text(|s| &s.name)}</A></span>
            <span role="cell">{text(|s| &s.region)}</span>
            <span role="cell">{text(|s| &s.industry)}</span>
            <span role="cell">{text(|s| &s.tiers)}</span>
            <span role="cell" class="number">{count}</span>
            <span role="cell" class="number">{sum}</span>
        </div>
    }
    .into_any()
}

/// The tiers that are set, in words.
fn tiers(state: &State, id: RecordId) -> String {
    let cells = state.record(id).map_or(&[][..], |record| record.family(C::Tier));
    let set = cells.iter().filter(|cell| cell.value.is_true());
    let word = |element| state.names().element_word(element);
    let list = crate::domain::lists::List::CompanyTier;
    let words = set.map(|cell| values::list_word(lang(), state, list, word(cell.key.element)));
    words.collect::<Vec<_>>().join(" ")
}
