//! Comma-separated text for Excel: UTF-8 with its mark, quoted where needed.

use super::{CellOut, TableOut, may_run};

/// Writes a table. Text that could run as a formula gets an apostrophe before it; reading the file
/// takes it off again.
pub fn csv(table: &TableOut) -> Vec<u8> {
    let mut out = String::from("\u{feff}");
    if let Some(title) = &table.title {
        line(&mut out, 1, std::iter::once(title.clone()));
    }
    let width = table.columns.len();
    line(&mut out, width, table.columns.iter().map(|c| c.heading.clone()));
    for row in table.rows.iter().chain(&table.totals) {
        line(&mut out, width, row.iter().map(CellOut::plain));
    }
    out.into_bytes()
}

fn line(out: &mut String, width: usize, values: impl Iterator<Item = String>) {
    let values = values.chain(std::iter::repeat(String::new())).take(width);
    for (i, value) in values.enumerate() {
        if i > 0 {
            out.push(',');
        }
        let value = if may_run(value.trim_start_matches('\'')) { format!("'{value}") } else { value };
        if value.contains(['"', ',', '\n', '\r', '\t', ';']) || value.trim() != value {
            out.push('"');
            out.push_str(&value.replace('"', "\"\""));
            out.push('"');
        } else {
            out.push_str(&value);
        }
    }
    out.push_str("\r\n");
}
