//! What is wrong with a file, where, and what to do about it. The interface has the words.

use crate::domain::FieldType;

/// One thing wrong with a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Where in the file.
    pub place: Place,
    /// What is wrong.
    pub fault: Fault,
}

/// A place in a file. What is not known is 0 or `None`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// The line, from 1.
    pub line: usize,
    /// Which record, from 1.
    pub record: Option<usize>,
    /// The record's id as the file writes it.
    pub id: Option<String>,
    /// The cell, or another key, as the file writes it.
    pub key: Option<String>,
}

/// What a thing in the file should have been.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expected {
    /// `{…}`
    Object,
    /// `[…]`
    List,
    /// `"…"`
    Text,
    /// A whole number.
    Whole,
    /// A moment such as `2026-09-30T08:15:02.123Z`.
    Moment,
    /// A stamp such as `2026-09-30T08:15:02.123Z a1`.
    Stamp,
    /// A node of thirteen base-32 digits.
    Node,
    /// The id of a record of this kind.
    Id,
    /// What part the file holds.
    Scope,
    /// The name of a cell that the kind of record has.
    CellName,
    /// A value of a field of this type.
    Value(FieldType),
    /// A readable value of at most [`super::MAX_DEPTH`] levels.
    Readable,
}

/// A file of some other sort.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileKind {
    /// A .xlsx, .docx or .zip file.
    Zip,
    /// A .xls or .doc file.
    OldOffice,
    /// A .pdf file.
    Pdf,
    /// A web page or XML.
    Markup,
    /// A compressed .gz file.
    Gzip,
    /// A picture.
    Picture,
    /// JSON of another program.
    OtherJson,
    /// Text that is not JSON, such as .csv.
    PlainText,
}

/// A limit on what one file may hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Limit {
    /// Bytes: [`super::MAX_BYTES`].
    Bytes,
    /// Changes: [`super::MAX_CHANGES`].
    Changes,
    /// Cells of one record: [`super::MAX_CELLS`].
    Cells,
    /// Earlier changes of one cell: [`super::MAX_HISTORY`].
    History,
    /// Unknown fields: [`super::MAX_UNKNOWN_FIELDS`].
    UnknownFields,
}

/// What is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The file is empty.
    Empty,
    /// It is a file of another sort.
    WrongFile(FileKind),
    /// It is text in another encoding than UTF-8.
    NotUtf8,
    /// It ends in the middle.
    Cut,
    /// It is not JSON any more from this column on.
    BadJson {
        /// The column, in bytes from 1.
        column: usize,
    },
    /// Something is of another form than it should be.
    Wrong(Expected),
    /// Something that must be there is not.
    Missing(&'static str),
    /// A key stands twice in one object.
    KeyTwice,
    /// A record stands twice in the file.
    RecordTwice,
    /// A stamp names an author the file does not list.
    UnknownAuthor,
    /// The changes of a cell are not in order of time, or a change replaces one that is not earlier.
    OutOfOrder,
    /// Something is said of a cell that has no value in the record.
    NoSuchCell,
    /// A stamp lies more than [`super::MAX_AHEAD`] in the future.
    Future {
        /// The latest stamp's moment, in milliseconds.
        newest: u64,
        /// This computer's clock.
        now: u64,
    },
    /// More than a limit.
    TooMuch(Limit),
    /// The check sum is not that of the content: something was lost or altered on the way.
    Altered,
    /// So many more problems are not listed.
    More(usize),
}

/// What the user can do about a problem.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Remedy {
    /// Choose the file that was meant.
    ChooseAnother,
    /// Use the import of spreadsheets for this file.
    ImportAsSpreadsheet,
    /// Unpack it first.
    Unpack,
    /// Have the sender export and send it anew.
    SendAgain,
    /// Have the sender send less at once: one unit, or what is new.
    SendLess,
    /// Set right the clocks of both computers, then have the sender send it anew.
    SetClocks,
    /// Save it as UTF-8, or have the sender send it anew.
    SaveAsUtf8,
    /// Correct this place in the file, or have the sender send it anew.
    CorrectPlace,
    /// If the file was altered on purpose, take out its line `check`; if not, have it sent anew.
    TakeOutCheck,
}

impl Fault {
    /// What the user can do about it.
    pub fn remedy(&self) -> Remedy {
        match self {
            Fault::WrongFile(FileKind::Zip | FileKind::OldOffice | FileKind::PlainText) => {
                Remedy::ImportAsSpreadsheet
            }
            Fault::WrongFile(FileKind::Gzip) => Remedy::Unpack,
            Fault::WrongFile(_) => Remedy::ChooseAnother,
            Fault::NotUtf8 => Remedy::SaveAsUtf8,
            Fault::Empty | Fault::Cut => Remedy::SendAgain,
            Fault::TooMuch(_) => Remedy::SendLess,
            Fault::Future { .. } => Remedy::SetClocks,
            Fault::Altered => Remedy::TakeOutCheck,
            _ => Remedy::CorrectPlace,
        }
    }
}

/// The most problems that are listed one by one.
const LISTED: usize = 100;

/// Problems being found in a text.
pub(super) struct Problems<'a> {
    text: &'a str,
    found: Vec<Problem>,
    more: usize,
    /// The last place whose line was counted: bytes before it, and its line.
    counted: (usize, usize),
}

impl<'a> Problems<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Self { text, found: Vec::new(), more: 0, counted: (0, 1) }
    }

    /// Adds a problem at `part`, a piece of the text.
    pub(super) fn add(&mut self, part: &str, mut place: Place, fault: Fault) {
        if self.found.len() == LISTED {
            self.more += 1;
            return;
        }
        place.line = self.line_of(part);
        self.found.push(Problem { place, fault });
    }

    /// Adds a problem of the file as a whole.
    pub(super) fn add_general(&mut self, fault: Fault) {
        self.found.push(Problem { place: Place::default(), fault });
    }

    /// What was found.
    pub(super) fn finish(mut self) -> Result<(), Vec<Problem>> {
        if self.more > 0 {
            self.add_general(Fault::More(self.more));
        }
        if self.found.is_empty() { Ok(()) } else { Err(self.found) }
    }

    /// The line a piece of the text begins in; 0 for a text of other origin.
    fn line_of(&mut self, part: &str) -> usize {
        let offset = (part.as_ptr() as usize).wrapping_sub(self.text.as_ptr() as usize);
        let (from, line) = if offset >= self.counted.0 { self.counted } else { (0, 1) };
        let Some(between) = self.text.as_bytes().get(from..offset) else { return 0 };
        let line = line + between.iter().filter(|&&b| b == b'\n').count();
        self.counted = (offset, line);
        line
    }
}
