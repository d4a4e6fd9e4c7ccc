//! The rows that an import leaves out, with the reason for each.

use super::plan::{Decision, Outcome, Plan, Rejection, Twin};
use crate::exchange::sheet::write::{CellOut, ColumnOut, TableOut};
use crate::rules::duplicates::Level;

/// Why a row was left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LeftOut {
    /// It is no project.
    Rejected(Rejection),
    /// It looks like another account of a project, and nobody decided what to do.
    Undecided {
        /// The other account.
        twin: Twin,
        /// How sure.
        level: Level,
    },
    /// A person skipped it.
    Skipped,
}

/// Why the plan leaves a row out; `None` if it takes it.
pub fn left_out(plan: &Plan, row: usize) -> Option<LeftOut> {
    let row = plan.rows.get(row)?;
    match (&row.outcome, &row.decision) {
        (Outcome::Rejected(why), _) => Some(LeftOut::Rejected(*why)),
        (_, Decision::Skip) => Some(LeftOut::Skipped),
        (Outcome::Duplicate(alike), Decision::Open) => {
            Some(LeftOut::Undecided { twin: alike.twin, level: alike.level })
        }
        _ => None,
    }
}

/// The rows left out as a table to be saved: the file's own cells, the line and the reason.
///
/// `headings` are the file's own, then the words for line and reason. `cells` gives a row's cells as
/// they were in the file; `reason` puts the reason into words.
pub fn rejected_table(
    plan: &Plan,
    headings: Vec<String>,
    cells: impl Fn(usize) -> Vec<String>,
    reason: impl Fn(usize, LeftOut) -> String,
) -> TableOut {
    let columns: Vec<ColumnOut> = headings.into_iter().map(ColumnOut::new).collect();
    let own = columns.len().saturating_sub(2);
    let mut table = TableOut { columns, ..TableOut::default() };
    for (at, row) in plan.rows.iter().enumerate() {
        let Some(why) = left_out(plan, at) else { continue };
        let mut line: Vec<CellOut> = cells(at).into_iter().map(CellOut::Text).collect();
        line.resize(own, CellOut::Empty);
        let number = i64::try_from(row.draft.line).unwrap_or(i64::MAX);
        line.push(CellOut::Number { value: number, places: 0 });
        line.push(CellOut::Text(reason(at, why)));
        table.rows.push(line);
    }
    table
}
