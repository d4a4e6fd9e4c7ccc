//! Opens a file whatever it is, by its bytes and not by its name.

use super::cell::{Budget, Sheet, Workbook};
use super::{delimited, html, xls, xlsx};
use crate::exchange::zip::{Archive, ZipError};

/// All parts of a file together may unpack to this many bytes.
pub const MAX_INFLATED: usize = 64 << 20;
/// Rows of a sheet.
pub const MAX_ROWS: usize = 200_000;
/// Columns of a sheet.
pub const MAX_COLUMNS: usize = 256;
/// Cells of all sheets together, those that only fill gaps included.
pub(super) const MAX_CELLS: usize = 2_000_000;

/// Why a file could not be opened. Words for people are in `i18n`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum OpenError {
    /// The file has no bytes, or no cell with anything in it.
    Empty,
    /// The file is protected by a password.
    Encrypted,
    /// The file is of a known format but cut or damaged.
    Corrupt,
    /// More rows, columns, cells or bytes than the limits allow.
    TooLarge,
    /// A spreadsheet of a format that is not read: .xlsb, .ods, XML 2003. Saving it as .xlsx helps.
    OtherFormat,
    /// No spreadsheet at all: a picture, a PDF, a Word file.
    NotASheet,
    /// Text that is neither Unicode nor GB 18030.
    UnknownEncoding,
}

impl From<ZipError> for OpenError {
    fn from(error: ZipError) -> Self {
        match error {
            ZipError::Corrupt => Self::Corrupt,
            ZipError::Encrypted => Self::Encrypted,
            ZipError::TooLarge => Self::TooLarge,
        }
    }
}

/// Decodes GB 18030 (GBK, GB 2312) text, or says that it is none.
///
/// Browsers have this decoder built in (`TextDecoder`); carrying its tables in the program would
/// cost 100 kB. So the caller brings it.
pub type LegacyDecoder<'a> = &'a dyn Fn(&[u8]) -> Option<String>;

/// Opens a file. Of `file_name` only the ending is used, and only where the bytes leave a choice.
///
/// # Errors
/// See [`OpenError`]. No input makes it panic, and no input makes it use more memory than the limits
/// allow.
pub fn open(bytes: &[u8], file_name: &str, legacy: LegacyDecoder) -> Result<Workbook, OpenError> {
    let workbook = open_any(bytes, file_name, legacy)?;
    let sheets: Vec<Sheet> = workbook.sheets.into_iter().map(Sheet::trimmed).collect();
    if sheets.iter().all(|s| s.rows.is_empty()) {
        return Err(OpenError::Empty);
    }
    Ok(Workbook { file_name: file_name.to_owned(), sheets, ..workbook })
}

fn open_any(bytes: &[u8], file_name: &str, legacy: LegacyDecoder) -> Result<Workbook, OpenError> {
    let mut budget = Budget::default();
    match bytes {
        [] => Err(OpenError::Empty),
        [b'P', b'K', 3 | 5 | 7, ..] => open_archive(bytes, &mut budget),
        [0xd0, 0xcf, 0x11, 0xe0, ..] => xls::open(bytes, legacy, &mut budget),
        // A bare BIFF stream, as some report generators write it.
        [0x09, 0x08, ..] => xls::open_stream(bytes, legacy, &mut budget),
        _ if is_other_binary(bytes) => Err(OpenError::NotASheet),
        _ => {
            let text = delimited::decode(bytes, legacy)?;
            let start: String = text.chars().take(4000).collect::<String>().to_ascii_lowercase();
            if start.contains("<table")
                || (start.contains("<html") && text.to_ascii_lowercase().contains("<table"))
            {
                html::open(&text, &mut budget)
            } else if start.contains("urn:schemas-microsoft-com:office:spreadsheet") {
                Err(OpenError::OtherFormat)
            } else if start.trim_start().starts_with(['<', '{']) {
                Err(OpenError::NotASheet)
            } else {
                let tabs = file_name.to_ascii_lowercase().ends_with(".tsv");
                delimited::open(&text, tabs.then_some(b'\t'), &mut budget)
            }
        }
    }
}

/// Reads cells copied from a spreadsheet program: tab-separated text, or its HTML.
///
/// # Errors
/// [`OpenError::Empty`] when nothing was copied, [`OpenError::TooLarge`] beyond the limits.
pub fn paste(text: &str) -> Result<Workbook, OpenError> {
    let mut budget = Budget::default();
    let workbook = if text.trim_start().starts_with('<') && text.to_ascii_lowercase().contains("<table") {
        html::open(text, &mut budget)?
    } else {
        let tabs = text.contains('\t').then_some(b'\t');
        delimited::open(text, tabs, &mut budget)?
    };
    let sheets: Vec<Sheet> = workbook.sheets.into_iter().map(Sheet::trimmed).collect();
    if sheets.iter().all(|s| s.rows.is_empty()) {
        Err(OpenError::Empty)
    } else {
        Ok(Workbook { sheets, ..workbook })
    }
}

fn open_archive(bytes: &[u8], budget: &mut Budget) -> Result<Workbook, OpenError> {
    let mut archive = Archive::open(bytes, MAX_INFLATED)?;
    if archive.has("xl/workbook.bin") || archive.has("content.xml") {
        Err(OpenError::OtherFormat)
    } else if archive.has("word/document.xml") || archive.has("ppt/presentation.xml") {
        Err(OpenError::NotASheet)
    } else {
        xlsx::open(&mut archive, budget)
    }
}

/// Formats that people drop by mistake and that are certainly no text.
fn is_other_binary(bytes: &[u8]) -> bool {
    const STARTS: &[&[u8]] = &[
        b"%PDF",
        b"\x89PNG",
        b"\xff\xd8\xff",
        b"GIF8",
        b"Rar!",
        b"7z\xbc\xaf",
        b"\x1f\x8b",
        b"MZ",
        b"{\\rtf",
    ];
    STARTS.iter().any(|s| bytes.starts_with(s))
}
