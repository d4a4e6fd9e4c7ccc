//! The scores as a file.

use crate::domain::Decimal;
use crate::exchange::sheet::write::{CellOut, ColumnOut, TableOut};
use crate::i18n::{assess_scores as words, scoring};
use crate::rules::scoring::columns;
use crate::ui::assessment::scored::worked::Worked;
use crate::ui::lang::lang;
use crate::ui::sheet_file::{self, Form};
use leptos::prelude::*;

/// Saves what the table shows, under a title.
pub(super) fn save(title: &str, worked: &Worked, form: Form) {
    let l = untrack(lang);
    let digits = worked.sheet.digits.min(6);
    let number = |of: Decimal| CellOut::Number {
        value: of.rounded(digits, worked.sheet.rounding).as_millionths() / 10_i64.pow(6 - digits),
        places: digits,
    };
    let heads =
        [words::GROUP, words::PLACE, words::WHO, words::TOTAL].map(|head| ColumnOut::new(head.get(l)));
    let items = columns(&worked.sheet).iter().map(|item| {
        let weight = match item.weight.is_zero() {
            true => String::new(),
            false => format!("({})", item.weight),
        };
        ColumnOut::new(format!("{}{weight}", scoring::label(l, &item.title)))
    });
    let text = |text: &str| if text.is_empty() { CellOut::Empty } else { CellOut::Text(text.to_owned()) };
    let mut rows = Vec::new();
    for (group, scores) in worked.groups() {
        for score in scores {
            let place = score.place.and_then(|place| i64::try_from(place).ok());
            let mut row = vec![
                text(&group),
                place.map_or(CellOut::Empty, |value| CellOut::Number { value, places: 0 }),
                text(&worked.figures.subjects[score.subject].name),
                number(score.total),
            ];
            row.extend(worked.item_points(score).map(|points| points.map_or(CellOut::Empty, number)));
            rows.push(row);
        }
    }
    let table = TableOut {
        title: Some(title.to_owned()),
        columns: heads.into_iter().chain(items).collect(),
        rows,
        totals: None,
    };
    sheet_file::save_as(title, &table, form);
}
