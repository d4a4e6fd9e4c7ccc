//! Who answers for what, as a file.

use super::lines::Shown;
use crate::domain::Stage;
use crate::domain::field::ProjectField as P;
use crate::exchange::sheet::write::{CellOut, ColumnOut, TableOut};
use crate::i18n::{labels, values, warnings as words};
use crate::rules::responsibility::Line;
use crate::ui::lang::lang;
use crate::ui::session;
use crate::ui::sheet_file;
use leptos::prelude::*;

pub(super) use crate::ui::sheet_file::Form;

/// Saves the lines and their sum.
pub(super) fn save(field: P, shown: &Shown, form: Form) {
    let l = untrack(lang);
    let who = if field == P::Unit { words::UNIT } else { words::LEADER };
    let heads = [who, words::OPEN_PROJECTS].into_iter();
    let heads = heads.chain(Stage::ALL.iter().map(|&stage| labels::stage(stage)));
    let heads =
        heads.chain([words::TOTAL_MONEY, words::ARRIVED_MONEY, words::RED_PROJECTS, words::YELLOW_PROJECTS]);
    let number = |n: usize| CellOut::Number { value: i64::try_from(n).unwrap_or(i64::MAX), places: 0 };
    let cells = |name: String, line: &Line| {
        let mut cells = vec![CellOut::Text(name), number(line.projects)];
        cells.extend(line.stages.iter().map(|&n| number(n)));
        cells.extend([CellOut::Wan(line.total_yuan), CellOut::Wan(line.arrived_yuan)]);
        cells.extend([number(line.red), number(line.yellow)]);
        cells
    };
    let rows = session::read(|store| {
        let name = |line: &Line| match line.who {
            Some(who) => values::record_name(l, store.state(), who),
            None => words::NOBODY.get(l).to_owned(),
        };
        shown.lines.iter().map(|line| cells(name(line), line)).collect()
    });
    let table = TableOut {
        title: Some(words::RESPONSIBILITY_FILE.get(l).to_owned()),
        columns: heads.map(|head| ColumnOut::new(head.get(l))).collect(),
        rows: rows.unwrap_or_default(),
        totals: Some(cells(words::SUM.get(l).to_owned(), &shown.total)),
    };
    sheet_file::save_as(words::RESPONSIBILITY_FILE.get(l), &table, form);
}
