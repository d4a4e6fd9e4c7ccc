//! The preview on paper: every row that is shown, its values one after the other, as a ledger has more
//! columns than a sheet of paper. Made only when the page is printed.

use super::cell::{self, Column, Shown};
use super::work::{self, signals};
use crate::exchange::import::Job;
use crate::i18n::{Lang, import as words, marks};
use crate::ui::lang::{lang, t};
use crate::ui::shell::printing;
use leptos::prelude::*;

/// A row on paper.
struct Line {
    line: String,
    outcome: String,
    values: Vec<String>,
}

/// The table, while printing.
#[component]
pub fn Printed() -> impl IntoView {
    let printing = printing();
    move || printing.get().then(|| untrack(paper))
}

fn paper() -> AnyView {
    let l = lang();
    let lines = work::read(|job| lines(l, job)).unwrap_or_default();
    let row = |line: Line| {
        let values = line.values.join(marks::semicolon(l));
        view! { <tr><th scope="row">{line.line}</th><td>{line.outcome}</td><td>{values}</td></tr> }
    };
    view! {
        <table class="printed-import">
            <thead>
                <tr>
                    <th scope="col">{t(words::LINE)}</th>
                    <th scope="col">{t(words::PROPOSED)}</th>
                    <th scope="col">{t(words::AS_READ)}</th>
                </tr>
            </thead>
            <tbody>{lines.into_iter().map(row).collect_view()}</tbody>
        </table>
    }
    .into_any()
}

fn lines(l: Lang, job: &Job) -> Vec<Line> {
    let columns = cell::columns(job);
    let of = |at: usize| {
        let (read, plan) = (job.rows().get(at)?, job.plan()?.rows.get(at)?);
        let value = |column: &Column| value(l, column, &cell::shown(l, read.get(column.key)));
        Some(Line {
            line: words::line(l, read.source_row),
            outcome: words::outcome(l, &plan.outcome, &plan.decision),
            values: columns.iter().filter_map(value).collect(),
        })
    };
    job.shown(signals().show.get_untracked()).into_iter().filter_map(of).collect()
}

/// "总投资：1.5亿元（原文 15000；未写单位）"; `None` for an empty cell.
fn value(l: Lang, column: &Column, shown: &Shown) -> Option<String> {
    if shown.read.is_empty() && shown.was.is_empty() {
        return None;
    }
    let was = (!shown.was.is_empty()).then(|| format!("{} {}", words::AS_IT_WAS.get(l), shown.was));
    let beside: Vec<String> = was.into_iter().chain(shown.doubts.iter().cloned()).collect();
    let beside =
        if beside.is_empty() { String::new() } else { marks::aside(l, &beside.join(marks::semicolon(l))) };
    Some(format!("{}{}{}{beside}", words::target(l, column.key), marks::colon(l), shown.read))
}
