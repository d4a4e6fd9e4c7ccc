//! A row and the other account of the same project, side by side.

use super::work;
use crate::domain::field::{
    CompanyField as C, ContactField as K, FollowUpField as W, PersonField as R, ProjectField as P,
};
use crate::domain::{Kind, RecordId};
use crate::exchange::import::{Twin, field_of, milestone_of};
use crate::i18n::{Lang, import as words, labels, values};
use crate::ledger::CellKey;
use crate::rules::duplicates::plain;
use crate::store::Store;
use crate::ui::lang::{lang, t};
use crate::ui::session;
use leptos::prelude::*;

/// One field of both.
#[derive(Clone, Debug, PartialEq)]
struct Line {
    label: String,
    known: String,
    new: String,
    differs: bool,
}

/// The table.
pub fn compare(row: usize, twin: Twin) -> AnyView {
    let lines = Memo::new(move |_| lines(lang(), row, twin).unwrap_or_default());
    let line = |line: Line| {
        let mark = line.differs.then(|| view! { <small class="differs">{move || t(words::DIFFERS)}</small> });
        view! {
            <tr data-differs=line.differs.then_some("true")>
                <th scope="row">{line.label} " " {mark}</th>
                <td>{line.known}</td>
                <td>{line.new}</td>
            </tr>
        }
    };
    let other = move || match twin {
        Twin::Ledger(_) => t(words::KNOWN).to_owned(),
        Twin::Row(_) => words::line(lang(), work::watch(|job| job.line_of(twin)).unwrap_or(0)),
    };
    view! {
        <table class="compare">
            <thead>
                <tr>
                    <td></td>
                    <th scope="col">{other}</th>
                    <th scope="col">{move || t(words::THIS_ROW)}</th>
                </tr>
            </thead>
            <tbody>{move || lines.get().into_iter().map(line).collect_view()}</tbody>
        </table>
    }
    .into_any()
}

fn lines(l: Lang, row: usize, twin: Twin) -> Option<Vec<Line>> {
    work::watch(|job| {
        let this = job.rows().get(row)?;
        let other = match twin {
            Twin::Row(at) => job.rows().get(at),
            Twin::Ledger(_) => None,
        };
        let text = |row: &crate::exchange::sheet::ReadRow, key: &str| {
            row.get(key)
                .and_then(|value| value.read.as_ref())
                .map(|read| words::read_value(l, read))
                .unwrap_or_default()
        };
        let known = |key: &str| match (twin, other) {
            (Twin::Ledger(id), _) => session::watch(|store| known(l, store, id, key)).unwrap_or_default(),
            (Twin::Row(_), Some(other)) => text(other, key),
            (Twin::Row(_), None) => String::new(),
        };
        let line = |column: super::cell::Column| {
            let (known, new) = (known(column.key), text(this, column.key));
            let differs = !known.is_empty() && !new.is_empty() && plain(&known) != plain(&new);
            Line { label: words::target(l, column.key), known, new, differs }
        };
        let all = super::cell::columns(job).into_iter().map(line);
        Some(all.filter(|line| !line.known.is_empty() || !line.new.is_empty()).collect())
    })
    .flatten()
}

/// What a project of the ledger holds of a target, in words.
pub fn known(l: Lang, store: &Store, id: RecordId, key: &str) -> String {
    let state = store.state();
    let Some(project) = state.record(id) else { return String::new() };
    let cell = |cell: CellKey| values::shown(l, state, Kind::Project, cell, project.get(cell));
    let follow = |field: P| project.get(field).as_ref_id().map(|id| state.resolve(id));
    let of = |id: Option<RecordId>, field: crate::domain::Field| {
        id.and_then(|id| state.get(id, field).as_text()).unwrap_or("").to_owned()
    };
    if let Some(milestone) = milestone_of(key) {
        return cell(CellKey::of(P::MilestoneDate, milestone.element()));
    }
    match key {
        "stage" => {
            store.index().project(id).map(|s| labels::stage(s.stage).get(l).to_owned()).unwrap_or_default()
        }
        "credit_code" => of(follow(P::Investor), C::CreditCode.into()),
        "phone" => {
            let contact = of(follow(P::Contact), K::Phone.into());
            if contact.is_empty() { of(follow(P::Owner), R::Phone.into()) } else { contact }
        }
        "contact_phone" => {
            let contact = follow(P::Contact);
            let words = [of(contact, K::Name.into()), of(contact, K::Phone.into())];
            words.into_iter().filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
        }
        "progress" => of(store.index().of(Kind::FollowUp, id).first().copied(), W::Content.into()),
        _ => field_of(key).map(|field| cell(CellKey::one(field))).unwrap_or_default(),
    }
}
