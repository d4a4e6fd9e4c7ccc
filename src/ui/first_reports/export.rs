//! The register as a file: what is shown, one line for each claim.

use super::rows::Row;
use crate::domain::Kind;
use crate::exchange::sheet::write::{CellOut, ColumnOut, TableOut};
use crate::i18n::first_report as words;
use crate::ui::lang::lang;
use crate::ui::sheet_file;
use leptos::prelude::*;

pub(super) use crate::ui::sheet_file::Form;

/// Saves the rows.
pub(super) fn save(rows: &[Row], form: Form) {
    let l = untrack(lang);
    let heads = [words::PROJECT, words::UNIT, words::PERSON, words::WHEN, words::EVIDENCE, words::STANDING];
    let text = |text: &str| if text.is_empty() { CellOut::Empty } else { CellOut::Text(text.to_owned()) };
    let lines = rows.iter().flat_map(|row| {
        row.claims.iter().map(move |claim| {
            let standing = words::standing(row.standing).get(l);
            let ruling = if claim.ruling.is_empty() { standing } else { &claim.ruling };
            [&row.name, &claim.unit, &claim.person, &claim.when, &claim.evidence, ruling].map(text).to_vec()
        })
    });
    let table = TableOut {
        title: Some(words::FILE_NAME.get(l).to_owned()),
        columns: heads.map(|head| ColumnOut::new(head.get(l))).to_vec(),
        rows: lines.collect(),
        totals: None,
    };
    sheet_file::save(Kind::FirstReport, &table, form);
}
