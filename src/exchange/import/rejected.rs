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
/// `headings` are the file's own, then the words for line and reason. `rows` are the rows left out: place among the
/// rows read, line in the file, and the reason in words. `cells` gives a row's cells as they were in the file.
pub fn rejected_table(
    headings: Vec<String>,
    rows: impl Iterator<Item = (usize, usize, String)>,
    cells: impl Fn(usize) -> Vec<String>,
) -> TableOut {
    let columns: Vec<ColumnOut> = headings.into_iter().map(ColumnOut::new).collect();
    let own = columns.len().saturating_sub(2);
    let line = |(at, line, reason): (usize, usize, String)| {
        let mut out: Vec<CellOut> = cells(at).into_iter().map(CellOut::Text).collect();
        out.resize(own, CellOut::Empty);
        let value = i64::try_from(line).unwrap_or(i64::MAX);
        out.extend([CellOut::Number { value, places: 0 }, CellOut::Text(reason)]);
        out
    };
    TableOut { rows: rows.map(line).collect(), columns, ..TableOut::default() }
}
