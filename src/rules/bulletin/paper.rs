//! What stands on a paper.

use crate::domain::decimal::Rounding;
use crate::domain::{Date, Decimal};

/// A paper: a bulletin, one table by itself, or all that a meeting needs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Paper {
    /// What stands on top.
    pub title: String,
    /// What stands under it: who issued it, and the day that its numbers are of.
    pub subtitle: String,
    /// The rest, in order.
    pub parts: Vec<Part>,
}

/// One part of a paper.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// A heading: 1 is a section of a meeting pack, 2 a part of a bulletin, 3 what stands in one.
    Heading(u8, String),
    /// A paragraph.
    Text(String),
    /// A table.
    Table(Table),
    /// What follows begins on a page of its own.
    NewPage,
}

/// A table with its caption.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    /// What it is called.
    pub caption: String,
    /// 口径, unit and the day that its numbers are of, under the caption.
    pub basis: String,
    /// Its columns.
    pub heads: Vec<Head>,
    /// Its rows, each with one cell for every column.
    pub rows: Vec<Vec<Cell>>,
    /// 合计
    pub total: Option<Vec<Cell>>,
    /// What stands under it, such as the rule by which it is counted.
    pub notes: Vec<String>,
}

/// The head of a column.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Head {
    /// Its words from the outermost group down to its own.
    pub path: Vec<String>,
    /// Its width beside the others: 1 for a number, 3 for long words.
    pub width: u8,
}

impl Head {
    /// A column of numbers or of short words.
    pub fn narrow(name: impl Into<String>) -> Self {
        Self { path: vec![name.into()], width: 2 }
    }

    /// A column of names.
    pub fn name(name: impl Into<String>) -> Self {
        Self { path: vec![name.into()], width: 4 }
    }

    /// A column of sentences.
    pub fn long(name: impl Into<String>) -> Self {
        Self { path: vec![name.into()], width: 8 }
    }

    /// The same under a head that spans several columns.
    pub fn under(mut self, group: impl Into<String>) -> Self {
        self.path.insert(0, group.into());
        self
    }
}

/// One cell of the lines of heads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeadCell {
    /// Its words.
    pub text: String,
    /// The first column that it stands over.
    pub column: usize,
    /// How many columns it spans.
    pub across: usize,
    /// How many lines it spans.
    pub down: usize,
}

/// What one cell holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Cell {
    /// Nothing.
    #[default]
    Empty,
    /// Words.
    Words(String),
    /// A number with so many digits after the point, rounded by then.
    Number(Decimal, u32),
    /// A day.
    Day(Date),
}

/// What a table says for zero.
const NOTHING: &str = "–";

impl Cell {
    /// Words, or nothing where there are none.
    pub fn words(words: impl Into<String>) -> Self {
        let words = words.into();
        if words.trim().is_empty() { Cell::Empty } else { Cell::Words(words) }
    }

    /// A number, rounded half away from zero.
    pub fn number(number: Decimal, digits: u32) -> Self {
        Cell::Number(number.rounded(digits, Rounding::HalfUp), digits)
    }

    /// A whole number.
    pub fn count(count: usize) -> Self {
        Cell::Number(Decimal::whole(i64::try_from(count).unwrap_or(i64::MAX)), 0)
    }

    /// A share in percent with one digit: 0.625 is 62.5.
    pub fn percent(share: Option<Decimal>) -> Self {
        share.map_or(Cell::Empty, |share| Cell::number(share.times(Decimal::whole(100)), 1))
    }

    /// A day, or nothing.
    pub fn day(day: Option<Date>) -> Self {
        day.map_or(Cell::Empty, Cell::Day)
    }

    /// Whether it stands at the right.
    pub const fn is_number(&self) -> bool {
        matches!(self, Cell::Number(..))
    }

    /// How it is shown: thousands apart, all its digits, a dash for zero.
    pub fn text(&self) -> String {
        match self {
            Cell::Empty => String::new(),
            Cell::Words(words) => words.clone(),
            Cell::Number(number, _) if number.is_zero() => NOTHING.to_owned(),
            Cell::Number(number, digits) => written(*number, *digits),
            Cell::Day(day) => day.to_string(),
        }
    }
}

/// A number with thousands apart and exactly so many digits after the point.
pub(super) fn written(number: Decimal, digits: u32) -> String {
    let units = number.rounded(digits, Rounding::HalfUp).as_millionths() / 10_i64.pow(6 - digits.min(6));
    let text = format!("{:0>width$}", units.unsigned_abs(), width = digits as usize + 1);
    let (whole, part) = text.split_at(text.len() - digits as usize);
    let mut out = String::new();
    if units < 0 {
        out.push('-');
    }
    for (at, digit) in whole.chars().enumerate() {
        if at > 0 && (whole.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    if !part.is_empty() {
        out.push('.');
        out.push_str(part);
    }
    out
}

/// Above this many columns a table wants a page on its side.
const MAX_UPRIGHT: usize = 9;

impl Table {
    /// Whether it wants a page on its side.
    pub fn is_wide(&self) -> bool {
        self.heads.len() > MAX_UPRIGHT
    }

    /// How many lines its heads take.
    pub fn depth(&self) -> usize {
        self.heads.iter().map(|head| head.path.len()).max().unwrap_or(0)
    }

    /// The lines of heads: a group spans its columns, a head without groups spans the lines down.
    pub fn head_lines(&self) -> Vec<Vec<HeadCell>> {
        let depth = self.depth();
        let line = |level: usize| {
            let mut cells: Vec<HeadCell> = Vec::new();
            for (column, head) in self.heads.iter().enumerate() {
                let Some(text) = head.path.get(level) else { continue };
                let is_own = level + 1 == head.path.len();
                let joins = |last: &HeadCell| {
                    let before = &self.heads[last.column].path;
                    !is_own
                        && last.column + last.across == column
                        && before.len() > level + 1
                        && before[..=level] == head.path[..=level]
                };
                match cells.last_mut().filter(|last| joins(last)) {
                    Some(last) => last.across += 1,
                    None => cells.push(HeadCell {
                        text: text.clone(),
                        column,
                        across: 1,
                        down: if is_own { depth - level } else { 1 },
                    }),
                }
            }
            cells
        };
        (0..depth).map(line).collect()
    }
}

impl Paper {
    /// Its tables.
    pub fn tables(&self) -> impl Iterator<Item = &Table> {
        self.parts.iter().filter_map(|part| if let Part::Table(table) = part { Some(table) } else { None })
    }
}
