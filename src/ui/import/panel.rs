//! The details of one row: what to confirm, what changes, and the choice about a duplicate.

use super::cell::{self, Column, Shown};
use super::work::{self, signals};
use super::{compare, decide};
use crate::domain::Kind;
use crate::exchange::import::{Alike, Decision, Difference, Effect, Outcome, RowPlan, Twin};
use crate::i18n::{Lang, import as words, marks, values};
use crate::ledger::CellKey;
use crate::ui::lang::{lang, t};
use crate::ui::session;
use crate::ui::widgets::{Button, ButtonKind, SidePanel};
use leptos::prelude::*;

/// The panel of a row.
pub fn row_panel(row: usize) -> AnyView {
    let title = move || {
        let (line, name) = work::watch(|job| {
            let read = job.rows().get(row)?;
            Some((read.source_row, job.plan()?.rows.get(row)?.draft.name.clone()))
        })
        .flatten()
        .unwrap_or_default();
        format!("{} {name}", words::line(lang(), line))
    };
    let twin = Memo::new(move |_| of_plan(row, |plan| alike(plan).map(|alike| alike.twin)).flatten());
    let verdict = move || {
        let l = lang();
        of_plan(row, |plan| alike(plan).map(|found| verdict(l, found))).flatten()
    };
    let choice = move || {
        twin.get().map(|twin| {
            view! {
                <p>{verdict}</p>
                {compare::compare(row, twin)}
                {decide::decide(row)}
            }
        })
    };
    view! {
        <SidePanel title on_close=move || signals().open.set(None)>
            <div class="import-panel">
                {choice}
                {list(words::TO_CONFIRM, move |l| to_confirm(l, row))}
                {list(words::CHANGES, move |l| differences(l, row, |effect| effect != Effect::Older))}
                {list(words::KEPT, move |l| differences(l, row, |effect| effect == Effect::Older))}
                {list(words::RESEMBLES, move |l| hints(l, row))}
                {fields(row)}
                {leave_out(row)}
            </div>
        </SidePanel>
    }
    .into_any()
}

/// Follows something of the row's plan.
fn of_plan<R>(row: usize, pick: impl FnOnce(&RowPlan) -> R) -> Option<R> {
    work::watch(|job| job.plan()?.rows.get(row).map(pick)).flatten()
}

fn alike(plan: &RowPlan) -> Option<&Alike> {
    match &plan.outcome {
        Outcome::Duplicate(alike) => Some(alike),
        _ => None,
    }
}

fn verdict(l: Lang, alike: &Alike) -> String {
    let step = alike.step.map(|step| words::step(step).get(l)).unwrap_or_default();
    [words::alike(l, alike).as_str(), step].join(marks::stop(l)).trim_end_matches(marks::stop(l)).to_owned()
}

/// A headed list, or nothing while it is empty.
fn list(title: crate::i18n::Text, lines: impl Fn(Lang) -> Vec<String> + Send + Sync + 'static) -> AnyView {
    let lines = Memo::new(move |_| lines(lang()));
    let shown = move || {
        let lines = lines.get();
        (!lines.is_empty()).then(|| {
            let items = lines.into_iter().map(|line| view! { <li>{line}</li> }).collect_view();
            view! { <section><h3>{move || t(title)}</h3><ul>{items}</ul></section> }
        })
    };
    shown.into_any()
}

/// Notes on the row and on its cells.
fn to_confirm(l: Lang, row: usize) -> Vec<String> {
    let mut lines =
        of_plan(row, |plan| plan.notes.iter().map(|note| words::note(l, *note)).collect::<Vec<_>>())
            .unwrap_or_default();
    let of_cells = work::watch(|job| {
        let read = job.rows().get(row)?;
        let mut found: Vec<String> = read.doubts.iter().map(|doubt| words::row_doubt(l, *doubt)).collect();
        for value in &read.values {
            let Shown { doubts, .. } = cell::shown(l, Some(value));
            found.extend(
                doubts.into_iter().map(|doubt| words::target(l, value.key) + marks::colon(l) + &doubt),
            );
        }
        Some(found)
    });
    lines.extend(of_cells.flatten().unwrap_or_default());
    lines
}

/// What differs from the ledger: field, value there, value in the file.
fn differences(l: Lang, row: usize, wanted: fn(Effect) -> bool) -> Vec<String> {
    let found = of_plan(row, |plan| {
        let differing = plan.differences.iter().filter(|d| wanted(d.effect));
        session::watch(|store| {
            let state = store.state();
            let line = |d: &Difference| {
                let key = CellKey::of(d.field, state.names().find_element(&d.element)?);
                let shown = |value| values::shown(l, state, Kind::Project, key, value);
                Some(format!(
                    "{}{}{} → {}",
                    values::cell_name(l, state, Kind::Project, key),
                    marks::colon(l),
                    shown(&d.known),
                    shown(&d.new)
                ))
            };
            differing.filter_map(line).collect::<Vec<_>>()
        })
    });
    found.flatten().unwrap_or_default()
}

fn hints(l: Lang, row: usize) -> Vec<String> {
    let found = work::watch(|job| {
        let plan = job.plan()?.rows.get(row)?;
        let name = |twin: Twin| match twin {
            Twin::Ledger(id) => {
                session::watch(|store| values::record_name(l, store.state(), id)).unwrap_or_default()
            }
            Twin::Row(at) => words::twin(l, Twin::Row(at), job.line_of(twin)),
        };
        let line = |alike: &Alike| {
            let signs: Vec<String> = alike.signs.iter().map(|sign| words::sign(l, *sign)).collect();
            name(alike.twin) + marks::colon(l) + &signs.join(marks::comma(l))
        };
        Some(plan.hints.iter().map(line).collect())
    });
    found.flatten().unwrap_or_default()
}

/// Every value of the row, to be changed here where the grid has no room.
fn fields(row: usize) -> AnyView {
    let editing = RwSignal::new(None);
    let values = Memo::new(move |_| {
        let l = lang();
        let all = work::watch(|job| {
            let read = job.rows().get(row)?;
            let of = |column: Column| (column, cell::shown(l, read.get(column.key)));
            Some(cell::columns(job).into_iter().map(of).collect::<Vec<_>>())
        });
        all.flatten().unwrap_or_default()
    });
    let line = move |(column, shown): (Column, Shown)| {
        view! {
            <div class="panel-field" role="row">
                <span role="rowheader" class="quiet">{move || words::target(lang(), column.key)}</span>
                {cell::cell(row, column, shown, editing)}
            </div>
        }
    };
    view! {
        <section>
            <h3>{move || t(words::AS_READ)}</h3>
            <div role="table" aria-label=move || t(words::AS_READ)>{move || values.get().into_iter().map(line).collect_view()}</div>
        </section>
    }
    .into_any()
}

/// Leaves a row out, or takes it after all; takes the file's values where the ledger moved on.
fn leave_out(row: usize) -> AnyView {
    let plain = Memo::new(move |_| {
        of_plan(row, |plan| !decide::asks(plan) && !matches!(plan.outcome, Outcome::Rejected(_)))
            .unwrap_or(false)
    });
    let decided = Memo::new(move |_| of_plan(row, |plan| plan.decision != Decision::Open).unwrap_or(false));
    let has_older = Memo::new(move |_| {
        of_plan(row, |plan| plan.differences.iter().any(|d| d.effect == Effect::Older)).unwrap_or(false)
    });
    let buttons = move || {
        plain.get().then(|| {
            if decided.get() {
                view! { <Button label=words::TAKE_AGAIN on_press=move || decide::set(row, Decision::Open)/> }.into_any()
            } else {
                let file_wins = has_older.get().then(|| {
                    view! { <Button label=words::FILE_WINS on_press=move || decide::set(row, Decision::Update)/> }
                });
                view! {
                    {file_wins}
                    <Button label=words::LEAVE_OUT kind=ButtonKind::Quiet on_press=move || decide::set(row, Decision::Skip)/>
                }
                .into_any()
            }
        })
    };
    view! { <div class="actions">{buttons}</div> }.into_any()
}
