//! The lists of the combined preview: each row says which files it is from.

use super::Whole;
use crate::domain::{RecordId, Value};
use crate::exchange::json::Together;
use crate::exchange::json::together::Files;
use crate::i18n::exchange::{self as words, many as own};
use crate::i18n::{labels, values};
use crate::ledger::{CellKey, State};
use crate::ui::exchange::preview::SHOWN;
use crate::ui::lang::{lang, t};
use crate::ui::session;
use leptos::prelude::*;

/// The files and the ledger, to name what they speak of.
#[derive(Clone, Copy)]
struct Reading<'r> {
    state: &'r State,
    files: &'r [Whole],
    all: &'r Together,
}

impl Reading<'_> {
    /// What a record is called here, or in the first file that names it.
    fn name(self, id: RecordId) -> String {
        let is_here = self.state.record(id).is_some();
        let field = values::name_field(id.kind).filter(|_| !is_here);
        let there = field.and_then(|f| self.files.iter().find_map(|file| file.bundle.value(id, f).as_text()));
        there.map_or_else(|| values::record_name(lang(), self.state, id), str::to_owned)
    }

    fn cell(self, id: RecordId, cell: CellKey) -> String {
        values::cell_name_in(lang(), &self.all.names, id.kind, cell)
    }

    fn value(self, id: RecordId, cell: CellKey, value: &Value) -> String {
        match value {
            Value::Empty => t(words::NO_VALUE).to_owned(),
            Value::Ref(id) => self.name(*id),
            _ => values::shown(lang(), self.state, id.kind, cell, value),
        }
    }

    /// The senders of some files; this office where there are none.
    fn senders(self, from: &Files) -> String {
        if from.is_empty() {
            return t(own::HERE).to_owned();
        }
        let sender = |file: &usize| self.files.get(*file).map(|file| &*file.sender);
        own::from(lang(), &from.iter().filter_map(sender).collect::<Vec<_>>())
    }

    /// The names of some files, for who wants to know exactly.
    fn names(self, from: &Files) -> String {
        let name = |file: &usize| self.files.get(*file).map(|file| &*file.name);
        from.iter().filter_map(name).collect::<Vec<_>>().join("\n")
    }

    fn from(self, from: &Files) -> AnyView {
        view! { <td class="quiet from" title=self.names(from)>{self.senders(from)}</td> }.into_any()
    }
}

/// Reads the ledger; it is there while files are being looked at.
fn table(files: &[Whole], all: &Together, rows: impl FnOnce(Reading<'_>) -> Vec<AnyView>) -> AnyView {
    let rows = session::read(|store| rows(Reading { state: store.state(), files, all })).unwrap_or_default();
    view! { <table><tbody>{rows}</tbody></table> }.into_any()
}

/// Records that are new.
pub(super) fn new(files: &[Whole], all: &Together) -> AnyView {
    table(files, all, |r| {
        let row = |(id, from): (&RecordId, &Files)| {
            let kind = labels::kind(id.kind).get(lang());
            view! {
                <tr><td class="quiet">{kind}</td><th scope="row">{r.name(*id)}</th>{r.from(from)}</tr>
            }
            .into_any()
        };
        all.found.new.iter().zip(&all.new).take(SHOWN).map(row).collect()
    })
}

/// Values that would change.
pub(super) fn changed(files: &[Whole], all: &Together) -> AnyView {
    table(files, all, |r| {
        let rows = all.found.changed.iter().zip(&all.changed).take(SHOWN).map(|(changed, from)| {
            let (id, cell) = (changed.record, changed.cell);
            view! {
                <tr>
                    <th scope="row">{r.name(id)}</th>
                    <td>{r.cell(id, cell)}</td>
                    <td>
                        <del>{r.value(id, cell, &changed.before)}</del> " → "
                        <ins>{r.value(id, cell, &changed.after)}</ins>
                    </td>
                    {r.from(from)}
                </tr>
            }
            .into_any()
        });
        rows.collect()
    })
}

/// Cells that two sides set differently, and who says what.
pub(super) fn conflicting(files: &[Whole], all: &Together) -> AnyView {
    table(files, all, |r| {
        let rows = all.found.conflicts.iter().zip(&all.conflicts).take(SHOWN).map(|(conflict, from)| {
            let (id, cell) = (conflict.record, conflict.cell);
            let sides = conflict
                .sides
                .iter()
                .zip(from)
                .map(|((_, value), from)| own::side(lang(), &r.value(id, cell, value), &r.senders(from)));
            let sides = sides.collect::<Vec<_>>().join(" / ");
            view! {
                <tr>
                    <th scope="row">{r.name(id)}</th>
                    <td>{r.cell(id, cell)}</td>
                    <td>{sides}</td>
                </tr>
            }
            .into_any()
        });
        rows.collect()
    })
}

/// Records one side deleted while another worked on them.
pub(super) fn deleted(files: &[Whole], all: &Together) -> AnyView {
    table(files, all, |r| {
        let rows = all.found.deleted.iter().zip(&all.deleted).take(SHOWN).map(|(&(id, by), from)| {
            view! {
                <tr>
                    <th scope="row">{r.name(id)}</th>
                    <td>{t(words::deleted_by(by))}</td>
                    {r.from(from)}
                </tr>
            }
            .into_any()
        });
        rows.collect()
    })
}
