//! The warnings as a file: what is shown, one line each.

use crate::exchange::sheet::write::{CellOut, ColumnOut, TableOut};
use crate::i18n::{labels, warnings as words};
use crate::rules::warnings::{Warning, Watch};
use crate::ui::forms::warnings::told;
use crate::ui::lang::lang;
use crate::ui::session;
use crate::ui::sheet_file;
use leptos::prelude::*;

pub(super) use crate::ui::sheet_file::Form;

/// Saves warnings.
pub(super) fn save(shown: &[Warning], form: Form) {
    let (l, today) = (untrack(lang), session::today());
    let heads = [
        words::LIGHTS,
        words::RULE,
        words::PROJECT,
        words::STAGE,
        words::REASON,
        words::PERSON,
        words::UNIT,
        words::SINCE,
        words::DAYS,
        words::REMEDY,
        words::SAYS,
    ];
    let text = |text: &str| if text.is_empty() { CellOut::Empty } else { CellOut::Text(text.to_owned()) };
    let rows = session::read(|store| {
        let watch = Watch::new(store, today);
        let row = |warning: &Warning| {
            let told = told(l, store, &watch, today, warning);
            vec![
                text(words::level(told.level).get(l)),
                text(words::rule(told.rule).get(l)),
                text(&told.name),
                text(told.stage.map_or("", |stage| labels::stage(stage).get(l))),
                text(&told.reason),
                text(&told.person),
                text(&told.unit),
                CellOut::Date(warning.since.naive()),
                CellOut::Number { value: told.days.into(), places: 0 },
                text(&told.clears),
                text(&told.says),
            ]
        };
        shown.iter().map(row).collect()
    });
    let table = TableOut {
        title: Some(words::FILE_NAME.get(l).to_owned()),
        columns: heads.map(|head| ColumnOut::new(head.get(l))).to_vec(),
        rows: rows.unwrap_or_default(),
        totals: None,
    };
    sheet_file::save_as(words::FILE_NAME.get(l), &table, form);
}
