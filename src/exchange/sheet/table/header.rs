//! Finds the header rows: the block of one to four rows whose headings name the most targets.

use super::Column;
use super::view::View;
use crate::domain::read::{self, Decimal};
use crate::exchange::sheet::cell::{Cell, Raw};
use crate::exchange::sheet::columns::TargetTable;
use crate::exchange::sheet::names::Names;

/// A header block and how well it fits.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Header {
    pub from: usize,
    pub rows: usize,
    pub score: f32,
}

/// Rows looked at for a header, from where the search begins.
const SEARCHED: usize = 40;
/// Header rows at most.
const MOST_ROWS: usize = 4;
/// Below this likeness a heading names nothing.
const NAMED: f32 = 0.62;

/// The best header block that begins at `from` or below; `None` if there are no more cells.
pub(super) fn find(view: &View, from: usize, names: &Names) -> Option<Header> {
    let mut best: Option<Header> = None;
    for start in from..view.height().min(from + SEARCHED) {
        if view.own_cells(start).next().is_none() {
            continue;
        }
        for rows in 1..=MOST_ROWS.min(view.height() - start) {
            // A title is not part of a header, and a header does not reach over an empty row.
            if is_title(view, start + rows - 1, rows > 1) {
                break;
            }
            let Some(score) = score(view, start, rows, names) else { continue };
            if best.is_none_or(|b| score > b.score) {
                best = Some(Header { from: start, rows, score });
            }
        }
    }
    best.or_else(|| {
        let start = (from..view.height()).find(|r| view.own_cells(*r).next().is_some())?;
        Some(Header { from: start, rows: 1, score: 0.0 })
    })
}

/// Whether a row holds one thing only: a title, a unit line, a section, or nothing at all. Below the
/// first header row a single cell may be a sub-heading under a merged one.
fn is_title(view: &View, row: usize, below: bool) -> bool {
    let mut cells = view.own_cells(row);
    match (cells.next(), cells.next()) {
        (None, _) => !below || view.merges_at(row).next().is_none(),
        (Some((column, _)), None) => {
            let wide = view.merge_at(row, column).is_some_and(|m| (m.right - m.left + 1) * 2 > view.width());
            !below || wide || column == 0
        }
        _ => false,
    }
}

/// How much a block looks like a header; `None` if it plainly is none.
fn score(view: &View, from: usize, rows: usize, names: &Names) -> Option<f32> {
    let cells = || (from..from + rows).flat_map(|row| view.own_cells(row));
    let strange = cells().filter(|(_, cell)| !is_heading_like(cell)).count();
    if strange * 4 > cells().count() {
        return None;
    }
    let paths = paths(view, from, rows);
    let (known, headings) = known(&paths, names);
    let mut score = known + 0.05 * headings as f32 - strange as f32;
    // Headings stand below each other only under a merged one; a data row stands below every one.
    score -= 0.7 * (from + 1..from + rows).map(|row| stacked(view, row)).sum::<usize>() as f32;
    // A block must not cut through a merged range.
    let next = from + rows;
    let cut_below = view.merges_at(next).filter(|m| (from..next).contains(&m.top)).count();
    let cut_above = view.merges_at(from).filter(|m| m.top < from).count();
    score -= 2.0 * (cut_below + cut_above) as f32;
    // A row of headings right below belongs to the block.
    if next < view.height() && !is_title(view, next, false) {
        let below = paths_of_row(view, next);
        let named = below.iter().filter(|p| names.best_target(p).is_some_and(|(_, s)| s > 0.8)).count();
        if named >= 2 && named * 2 >= below.len() {
            score -= 2.0;
        }
    }
    Some(score - 0.2 * (rows - 1) as f32)
}

/// How many cells of a row stand right below a heading of one column. A unit on a line of its own
/// ("(亿元)") may.
fn stacked(view: &View, row: usize) -> usize {
    let spread = view.sheet().merges.is_empty();
    let below_single = |column: usize| {
        let wide = view.merge_at(row - 1, column).is_some_and(|m| m.right > m.left);
        let open = spread && view.sheet().cell(row - 1, column + 1).is_empty();
        !wide && !open && !view.seen(row - 1, column).is_empty()
    };
    let is_unit =
        |cell: &Cell| cell.shown.starts_with(['(', '\u{ff08}']) || read::money_unit(&cell.shown).is_some();
    view.own_cells(row).filter(|(column, cell)| !is_unit(cell) && below_single(*column)).count()
}

fn is_heading_like(cell: &Cell) -> bool {
    // Damaged files have cells of a megabyte; a heading of thirty characters is never spread so far.
    if cell.shown.len() > 600 {
        return false;
    }
    let text = read::squeeze(&cell.shown);
    let number = Decimal::parse(&text.replace(',', "")).is_some();
    cell.raw == Raw::Text
        && !number
        && text.chars().count() <= 30
        && !text.contains(['。', ';'])
        && !read::is_empty_mark(&text)
}

/// The headings of a single row, one path for each cell that holds something.
fn paths_of_row(view: &View, row: usize) -> Vec<Vec<String>> {
    view.own_cells(row).map(|(_, cell)| vec![read::tidy(&cell.shown)]).collect()
}

/// How many different targets the headings name, each weighed by how well, and how many headings
/// there are.
pub(super) fn known(paths: &[Vec<String>], names: &Names) -> (f32, usize) {
    let mut best: Vec<(usize, f32)> = Vec::new();
    for path in paths.iter().filter(|p| !p.is_empty()) {
        let Some((target, likeness)) = names.best_target(path).filter(|(_, s)| *s >= NAMED) else { continue };
        match best.iter_mut().find(|(t, _)| *t == target) {
            Some((_, score)) => *score = score.max(likeness),
            None => best.push((target, likeness)),
        }
    }
    (best.iter().map(|(_, s)| s).sum(), paths.iter().filter(|p| !p.is_empty()).count())
}

/// The heading of every column of a header block, from the top down. Words merged over several
/// columns stand over each of them.
pub(super) fn paths(view: &View, from: usize, rows: usize) -> Vec<Vec<String>> {
    let width = view.width();
    let to = (from + rows).min(view.height());
    let text = |row: usize, column: usize| read::tidy(&view.seen(row, column).shown);
    // A text file keeps no merged ranges: a blank right of a heading belongs to it if a sub-heading
    // stands below both.
    let spread = view.sheet().merges.is_empty();
    let parent = |row: usize, column: usize| {
        let own = text(row, column);
        if !own.is_empty() || !spread || row + 1 >= to || text(row + 1, column).is_empty() {
            return own;
        }
        let left = (0..column).rev().find(|c| !text(row, *c).is_empty());
        left.filter(|c| (*c..column).all(|c| !text(row + 1, c).is_empty()))
            .map(|c| text(row, c))
            .unwrap_or_default()
    };
    let path = |column: usize| {
        let mut path: Vec<String> = Vec::new();
        for row in from..to {
            let continued = view.merge_at(row, column).is_some_and(|m| m.top < row && m.top >= from);
            let words = if continued { String::new() } else { parent(row, column) };
            if !words.is_empty() && path.last() != Some(&words) {
                path.push(words);
            }
        }
        path
    };
    (0..width).map(path).collect()
}

/// The column whose heading best names the table's primary target.
pub(super) fn column_of(columns: &[Column], names: &Names, targets: &TargetTable) -> Option<usize> {
    let primary = targets.targets.iter().position(|t| t.key == targets.primary)?;
    let likeness =
        |c: &Column| names.best_target(&c.path).filter(|(t, s)| *t == primary && *s >= NAMED).map(|(_, s)| s);
    let scored = columns.iter().filter_map(|c| Some((c.index, likeness(c)?)));
    scored.max_by(|a, b| a.1.total_cmp(&b.1).then(b.0.cmp(&a.0))).map(|(index, _)| index)
}
