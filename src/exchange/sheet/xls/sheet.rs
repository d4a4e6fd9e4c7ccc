//! The cells of one sheet in a record stream.

use super::Globals;
use super::record::{self, Record, Records};
use crate::exchange::sheet::cell::{Budget, Cell, Merge, Raw, Sheet};
use crate::exchange::sheet::open::OpenError;

/// More merged ranges than any ledger has; further ones are left out.
const MAX_MERGES: usize = 50_000;

/// Reads the cells and merged ranges into `sheet`, up to the sheet's own end record.
pub(super) fn read(
    records: Records,
    mut sheet: Sheet,
    globals: &Globals,
    budget: &mut Budget,
) -> Result<Sheet, OpenError> {
    // A formula with a text result stands before the record of that text.
    let mut awaiting: Option<(usize, usize)> = None;
    // Charts inside a sheet have a begin and an end of their own.
    let mut depth = 0usize;
    for record in records {
        match record.kind {
            record::BOF => depth += 1,
            record::EOF if depth <= 1 => break,
            record::EOF => depth -= 1,
            _ if depth > 1 => {}
            record::STRING => {
                if let (Some((row, column)), Some(text)) = (awaiting.take(), globals.text(&record, 0, 2)) {
                    budget.put(&mut sheet, row, column, Cell::text(text))?;
                }
            }
            record::MERGED => merges(&record, &mut sheet),
            record::MULTI_RK => multi_rk(&record, &mut sheet, globals, budget)?,
            _ => {
                let (Some(row), Some(column)) =
                    (record.u16(0).map(usize::from), record.u16(2).map(usize::from))
                else {
                    continue;
                };
                match cell(&record, globals) {
                    Some(Found::Cell(cell)) => budget.put(&mut sheet, row, column, cell)?,
                    Some(Found::TextFollows) => awaiting = Some((row, column)),
                    None => {}
                }
            }
        }
    }
    Ok(sheet)
}

enum Found {
    Cell(Cell),
    TextFollows,
}

fn cell(record: &Record, globals: &Globals) -> Option<Found> {
    let number = |value: f64| globals.format(record.u16(4).unwrap_or(0)).cell(value, globals.from_1904);
    let cell = match record.kind {
        record::NUMBER => number(record.f64(6)?),
        record::RK => number(rk(record.u32(6)?)),
        record::LABEL_SST => {
            let index = usize::try_from(record.u32(6)?).ok()?;
            Cell::text(globals.strings.get(index).map_or("", |t| t))
        }
        record::LABEL | record::RICH_LABEL => Cell::text(globals.text(record, 6, 2)?),
        record::BOOL_ERR => truth_or_error(record.u8(6)?, record.u8(7)? != 0),
        // The last two bytes of a result are 0xffff when it is no number; the first says what it is.
        record::FORMULA if record.u16(12)? == 0xffff => match record.u8(6)? {
            0 => return Some(Found::TextFollows),
            1 => truth_or_error(record.u8(8)?, false),
            2 => truth_or_error(record.u8(8)?, true),
            _ => Cell::default(),
        },
        record::FORMULA => number(record.f64(6)?),
        _ => return None,
    };
    Some(Found::Cell(cell))
}

fn truth_or_error(value: u8, error: bool) -> Cell {
    if error {
        let shown = match value {
            0x00 => "#NULL!",
            0x07 => "#DIV/0!",
            0x0f => "#VALUE!",
            0x17 => "#REF!",
            0x1d => "#NAME?",
            0x24 => "#NUM!",
            _ => "#N/A",
        };
        return Cell { shown: shown.into(), raw: Raw::Error };
    }
    Cell { shown: if value != 0 { "TRUE" } else { "FALSE" }.into(), raw: Raw::Bool(value != 0) }
}

/// A number packed in four bytes: the top of a float or a whole number, perhaps in hundredths.
fn rk(packed: u32) -> f64 {
    let value = if packed & 2 != 0 {
        // The cast keeps the bits: the number is signed.
        f64::from((packed as i32) >> 2)
    } else {
        f64::from_bits(u64::from(packed & !3) << 32)
    };
    if packed & 1 != 0 { value / 100.0 } else { value }
}

fn multi_rk(
    record: &Record,
    sheet: &mut Sheet,
    globals: &Globals,
    budget: &mut Budget,
) -> Result<(), OpenError> {
    let (Some(row), Some(first)) = (record.u16(0), record.u16(2)) else { return Ok(()) };
    for i in 0..record.first().len().saturating_sub(6) / 6 {
        let (Some(style), Some(packed)) = (record.u16(4 + 6 * i), record.u32(6 + 6 * i)) else { break };
        let cell = globals.format(style).cell(rk(packed), globals.from_1904);
        budget.put(sheet, usize::from(row), usize::from(first) + i, cell)?;
    }
    Ok(())
}

fn merges(record: &Record, sheet: &mut Sheet) {
    let count = usize::from(record.u16(0).unwrap_or(0));
    for i in 0..count.min(MAX_MERGES.saturating_sub(sheet.merges.len())) {
        let corner = |n: usize| record.u16(2 + 8 * i + 2 * n).map(usize::from);
        let (Some(top), Some(bottom), Some(left), Some(right)) = (corner(0), corner(1), corner(2), corner(3))
        else {
            break;
        };
        sheet.merges.push(Merge {
            top: top.min(bottom),
            left: left.min(right),
            bottom: bottom.max(top),
            right: right.max(left),
        });
    }
}

#[cfg(test)]
mod tests {
    use super::rk;

    #[test]
    fn packed_numbers() {
        assert_eq!(rk(0x3ff0_0000), 1.0);
        assert_eq!(rk(0x3ff0_0001), 0.01);
        assert_eq!(rk((12_345 << 2) | 2), 12_345.0);
        assert_eq!(rk((12_345 << 2) | 3), 123.45);
        assert_eq!(rk(((-5i32 << 2) | 2) as u32), -5.0);
    }
}
