//! The lists of a preview: which record, which field, from what to what.

use crate::domain::{Kind, RecordId, Value};
use crate::exchange::json::preview::Changed;
use crate::exchange::json::{Bundle, DeletedMeanwhile, Preview};
use crate::i18n::{exchange as words, labels, values};
use crate::ledger::{CellKey, State};
use crate::ui::lang::{lang, t};
use crate::ui::session;
use leptos::prelude::*;

/// What a record is called here, or in the file where it is new.
fn name(state: &State, bundle: &Bundle, id: RecordId) -> String {
    let here = state.record(id).is_some();
    let there = || values::name_field(id.kind).and_then(|field| bundle.value(id, field).as_text());
    match there().filter(|_| !here) {
        Some(name) => name.to_owned(),
        None => values::record_name(lang(), state, id),
    }
}

fn shown(state: &State, bundle: &Bundle, kind: Kind, cell: CellKey, value: &Value) -> String {
    match value {
        Value::Empty => t(words::NO_VALUE).to_owned(),
        Value::Ref(id) => name(state, bundle, *id),
        _ => values::shown(lang(), state, kind, cell, value),
    }
}

/// Reads the ledger; the ledger is there while a file is being looked at.
fn with_state(rows: impl FnOnce(&State) -> Vec<AnyView>) -> AnyView {
    let rows = session::read(|store| rows(store.state())).unwrap_or_default();
    view! { <table><tbody>{rows}</tbody></table> }.into_any()
}

/// Records that are new.
pub(super) fn new(bundle: &Bundle, found: &Preview, limit: usize) -> AnyView {
    with_state(|state| {
        let row = |&id: &RecordId| {
            let kind = labels::kind(id.kind).get(lang());
            view! { <tr><td class="quiet">{kind}</td><th scope="row">{name(state, bundle, id)}</th></tr> }
                .into_any()
        };
        found.new.iter().take(limit).map(row).collect()
    })
}

/// Values that would change.
pub(super) fn changed(bundle: &Bundle, found: &Preview, limit: usize) -> AnyView {
    with_state(|state| {
        let row = |changed: &Changed| {
            let (id, cell) = (changed.record, changed.cell);
            let value = |value: &Value| shown(state, bundle, id.kind, cell, value);
            view! {
                <tr>
                    <th scope="row">{name(state, bundle, id)}</th>
                    <td>{values::cell_name_in(lang(), bundle.names(), id.kind, cell)}</td>
                    <td><del>{value(&changed.before)}</del> " → " <ins>{value(&changed.after)}</ins></td>
                </tr>
            }
            .into_any()
        };
        found.changed.iter().take(limit).map(row).collect()
    })
}

/// Cells that both sides changed.
pub(super) fn conflicting(bundle: &Bundle, found: &Preview, limit: usize) -> AnyView {
    with_state(|state| {
        let row = |conflict: &crate::ledger::Conflict| {
            let (id, cell) = (conflict.record, conflict.cell);
            let side = |(_, value): &(_, Value)| shown(state, bundle, id.kind, cell, value);
            let sides = conflict.sides.iter().map(side).collect::<Vec<_>>().join(" / ");
            view! {
                <tr>
                    <th scope="row">{name(state, bundle, id)}</th>
                    <td>{values::cell_name_in(lang(), bundle.names(), id.kind, cell)}</td>
                    <td>{sides}</td>
                </tr>
            }
            .into_any()
        };
        found.conflicts.iter().take(limit).map(row).collect()
    })
}

/// Records one side deleted while the other worked on them.
pub(super) fn deleted(bundle: &Bundle, found: &Preview, limit: usize) -> AnyView {
    with_state(|state| {
        let row = |&(id, by): &(RecordId, DeletedMeanwhile)| {
            let who = words::deleted_by(by);
            view! { <tr><th scope="row">{name(state, bundle, id)}</th><td>{t(who)}</td></tr> }.into_any()
        };
        found.deleted.iter().take(limit).map(row).collect()
    })
}
