//! The projects of a company: those it invests in, and those it was set up for.

use super::list::unit;
use crate::domain::field::ProjectField as P;
use crate::domain::sort::Arrange;
use crate::domain::{Kind, RecordId};
use crate::i18n::{companies as words, format, labels, values};
use crate::store::Store;
use crate::ui::lang::{lang, t};
use crate::ui::routes::{A, Route};
use crate::ui::session;
use leptos::prelude::*;

/// One project of the list.
#[derive(Clone, Debug, PartialEq)]
struct Line {
    id: RecordId,
    name: String,
    stage: String,
    owner: String,
    yuan: i64,
}

fn lines(store: &Store, company: RecordId) -> Vec<Line> {
    let l = lang();
    let state = store.state();
    let mut ids = store.index().of(Kind::Project, company).to_vec();
    let set_up = state.live(Kind::Project).filter(|(_, project)| {
        project.get(P::Company).as_ref_id().is_some_and(|to| state.resolve(to) == company)
    });
    ids.extend(set_up.map(|(id, _)| id));
    ids.arrange();
    ids.dedup();
    let line = |id: RecordId| {
        let summary = store.index().project(id)?;
        let stage = summary.exit.map_or(labels::stage(summary.stage), labels::exit);
        let owner = state.get(id, P::Owner).as_ref_id().map(|owner| values::record_name(l, state, owner));
        Some(Line {
            id,
            name: values::record_name(l, state, id),
            stage: stage.get(l).to_owned(),
            owner: owner.unwrap_or_default(),
            yuan: summary.total_yuan.unwrap_or(0),
        })
    };
    let mut lines: Vec<Line> = ids.into_iter().filter_map(line).collect();
    lines.arrange_by(|a, b| b.yuan.cmp(&a.yuan).then(a.id.cmp(&b.id)));
    lines
}

/// The table.
#[component]
pub(super) fn Projects(id: RecordId) -> impl IntoView {
    let lines = Memo::new(move |_| session::watch(|store| lines(store, id)).unwrap_or_default());
    let row = |line: Line| {
        let yuan = line.yuan;
        view! {
            <tr>
                <th scope="row"><A to=Route::Project(line.id)>{line.name}</A></th>
                <td>{line.stage}</td>
                <td>{line.owner}</td>
                <td class="number">{move || format::money_cell(unit(), yuan, 0)}</td>
            </tr>
        }
    };
    let table = move || {
        let lines = lines.get();
        if lines.is_empty() {
            return view! { <p class="quiet">{t(words::NO_PROJECTS)}</p> }.into_any();
        }
        let total: i64 = lines.iter().fold(0, |sum, line| sum.saturating_add(line.yuan));
        view! {
            <table>
                <tbody>{lines.into_iter().map(row).collect_view()}</tbody>
                <tfoot>
                    <tr>
                        <th scope="row" colspan="3">{move || unit().name(lang())}</th>
                        <td class="number">{move || format::money_cell(unit(), total, 0)}</td>
                    </tr>
                </tfoot>
            </table>
        }
        .into_any()
    };
    view! {
        <h2>{move || t(words::ITS_PROJECTS)}</h2>
        <div class="table-scroll">{table}</div>
    }
    .into_any()
}
