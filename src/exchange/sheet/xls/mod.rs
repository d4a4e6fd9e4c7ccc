//! Excel 97–2003 workbooks (.xls): the compound file, its record stream, the cells.
//!
//! Excel 5 and 95 streams differ in their text only and are read too. Formulas are not computed: the
//! results stored in the file are taken.

mod compound;
mod record;
mod sheet;
mod strings;

use super::cell::{Budget, Sheet, Workbook};
use super::format::Format;
use super::open::{LegacyDecoder, OpenError};
use record::{Record, Records};
use std::collections::HashMap;
use std::rc::Rc;

/// What the first part of the stream says about all sheets.
struct Globals<'a> {
    /// Whether text is Unicode (Excel 97 and later) or bytes of a code page.
    unicode: bool,
    from_1904: bool,
    strings: Vec<Rc<str>>,
    formats: Vec<Format>,
    legacy: LegacyDecoder<'a>,
}

/// A sheet as the globals list it.
struct Listed {
    name: String,
    hidden: bool,
    offset: usize,
}

/// Reads a workbook from a compound file.
pub(super) fn open(bytes: &[u8], legacy: LegacyDecoder, budget: &mut Budget) -> Result<Workbook, OpenError> {
    let file = compound::Compound::open(bytes).ok_or(OpenError::Corrupt)?;
    if file.has("EncryptedPackage") {
        return Err(OpenError::Encrypted);
    }
    if file.has("WordDocument") || file.has("PowerPoint Document") {
        return Err(OpenError::NotASheet);
    }
    match file.stream("Workbook").or_else(|| file.stream("Book")) {
        Some(stream) => open_stream(&stream, legacy, budget),
        None => Err(OpenError::Corrupt),
    }
}

/// Reads a workbook from its bare record stream.
pub(super) fn open_stream(
    stream: &[u8],
    legacy: LegacyDecoder,
    budget: &mut Budget,
) -> Result<Workbook, OpenError> {
    let (globals, listed) = globals(stream, legacy)?;
    let mut sheets = Vec::new();
    for Listed { name, hidden, offset } in listed {
        let Some(records) = stream.get(offset..) else { return Err(OpenError::Corrupt) };
        let sheet = Sheet { name, hidden, ..Sheet::default() };
        sheets.push(sheet::read(Records::new(records), sheet, &globals, budget)?);
    }
    if sheets.is_empty() {
        Err(OpenError::Corrupt)
    } else {
        Ok(Workbook { sheets, from_1904: globals.from_1904, ..Workbook::default() })
    }
}

fn globals<'a>(stream: &[u8], legacy: LegacyDecoder<'a>) -> Result<(Globals<'a>, Vec<Listed>), OpenError> {
    let mut globals =
        Globals { unicode: true, from_1904: false, strings: Vec::new(), formats: Vec::new(), legacy };
    let mut listed = Vec::new();
    let mut own: HashMap<u32, Format> = HashMap::new();
    let mut styles: Vec<u32> = Vec::new();
    for (i, record) in Records::new(stream).enumerate() {
        match record.kind {
            record::BOF if i == 0 => {
                globals.unicode = record.u16(0).is_some_and(|version| version >= 0x0600);
            }
            _ if i == 0 => return Err(OpenError::Corrupt),
            record::FILEPASS => return Err(OpenError::Encrypted),
            record::DATEMODE => globals.from_1904 = record.u16(0) == Some(1),
            record::BOUNDSHEET => listed.extend(bound_sheet(&record, &globals)),
            record::SST => globals.strings = strings::shared(&record).unwrap_or_default(),
            record::FORMAT => {
                if let (Some(id), Some(code)) =
                    (record.u16(0), globals.text(&record, 2, if globals.unicode { 2 } else { 1 }))
                {
                    own.insert(u32::from(id), Format::parse(&code));
                }
            }
            record::XF => styles.push(record.u16(2).map_or(0, u32::from)),
            record::EOF => break,
            _ => {}
        }
    }
    globals.formats =
        styles.iter().map(|id| own.get(id).cloned().unwrap_or_else(|| Format::built_in(*id))).collect();
    Ok((globals, listed))
}

/// A worksheet's line in the globals; `None` for charts and macro sheets.
fn bound_sheet(record: &Record, globals: &Globals) -> Option<Listed> {
    let offset = usize::try_from(record.u32(0)?).ok()?;
    let flags = record.u16(4)?;
    if flags >> 8 != 0 {
        return None;
    }
    Some(Listed { name: globals.text(record, 6, 1)?, hidden: flags & 3 != 0, offset })
}

impl Globals<'_> {
    /// The text at a place of a record whose length field has `width` bytes.
    fn text(&self, record: &Record, at: usize, width: usize) -> Option<String> {
        if self.unicode {
            return strings::unicode(record, at, width);
        }
        let len = if width == 1 { usize::from(record.u8(at)?) } else { usize::from(record.u16(at)?) };
        let bytes = record.first().get(at + width..)?;
        let bytes = bytes.get(..len).unwrap_or(bytes);
        let ascii = bytes.is_ascii().then(|| bytes.iter().map(|b| char::from(*b)).collect());
        ascii.or_else(|| (self.legacy)(bytes))
    }

    fn format(&self, style: u16) -> &Format {
        static GENERAL: Format = Format::General;
        self.formats.get(usize::from(style)).unwrap_or(&GENERAL)
    }
}
