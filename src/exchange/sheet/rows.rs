//! Reads the data rows of a table by a mapping.

use super::cell::{Cell, Raw, Workbook};
use super::columns::{Mapping, Reader, SectionTest, Target, TargetTable, is_unit_like};
use super::evidence::reading_text;
use super::table::{Column, RowKind, Table, View, value_at};
use crate::domain::money::Money;
use crate::domain::read::{self, Area, AreaUnit, DateHints, Doubt, MoneyUnit, Person, Reading, StageWord};
use chrono::NaiveDate;

/// What a reader of rows is told besides the table.
#[derive(Clone, Copy, Debug)]
pub struct Context {
    /// Today: decides centuries and what lies ahead.
    pub today: NaiveDate,
    /// The year of dates without one, instead of the one found in the titles.
    pub year: Option<i32>,
    /// The unit of bare amounts, instead of the one found in headings and unit line.
    pub money_unit: Option<MoneyUnit>,
    /// The unit of bare areas, instead of the one found.
    pub area_unit: Option<AreaUnit>,
}

impl Context {
    /// Nothing overridden.
    pub fn on(today: NaiveDate) -> Self {
        Self { today, year: None, money_unit: None, area_unit: None }
    }
}

/// A row as it was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadRow {
    /// The row's number as the spreadsheet program shows it, from 1.
    pub source_row: usize,
    /// The section rows above it, outermost first.
    pub sections: Vec<String>,
    /// The mapped columns.
    pub values: Vec<ReadValue>,
    /// The other columns that hold something: heading and text.
    pub extra: Vec<(String, String)>,
    /// What is doubtful about the row as a whole.
    pub doubts: Vec<RowDoubt>,
}

/// One value of a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadValue {
    /// The target's key.
    pub key: &'static str,
    /// The column it came from; `None` for a value taken from a section row.
    pub column: Option<usize>,
    /// The cell as a person sees it.
    pub as_it_was: String,
    /// What was read; `None` for nothing.
    pub read: Option<Read>,
    /// What should be confirmed.
    pub doubts: Vec<Doubt>,
}

/// A value by its reader.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Read {
    /// Text, names, codes.
    Text(String),
    /// An amount.
    Money(Money),
    /// A day.
    Date(NaiveDate),
    /// An area.
    Area(Area),
    /// People, with or without telephone numbers.
    People(Vec<Person>),
    /// Telephone numbers.
    Phones(Vec<String>),
    /// Yes or no.
    YesNo(bool),
    /// A stage.
    Stage(StageWord),
    /// A whole number.
    Int(i64),
    /// A number in hundredths: half days, per cents.
    Hundredths(i64),
    /// An enumeration.
    List(Vec<String>),
}

/// What is doubtful about a row as a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum RowDoubt {
    /// There is no value for the primary target.
    NoName,
    /// The first day is later than the second, against the order of a project's life.
    OutOfOrder(&'static str, &'static str),
    /// The first amount, a part, is greater than the second, the whole.
    PartOverWhole(&'static str, &'static str),
    /// The day of something that is said to have happened lies ahead.
    Ahead(&'static str),
    /// So many rows below continue this one; their words are kept as they are, under their headings.
    MoreLines(usize),
}

impl ReadRow {
    /// The value of a target.
    pub fn get(&self, key: &str) -> Option<&ReadValue> {
        self.values.iter().find(|v| v.key == key)
    }

    fn date(&self, key: &str) -> Option<NaiveDate> {
        match self.get(key)?.read {
            Some(Read::Date(day)) => Some(day),
            _ => None,
        }
    }

    fn money(&self, key: &str) -> Option<Money> {
        match self.get(key)?.read {
            Some(Read::Money(money)) => Some(money),
            _ => None,
        }
    }
}

/// Reads every data row of a table. The empty result of a layout outside the workbook is no error:
/// there are no rows.
pub fn read_rows(
    book: &Workbook,
    table: &Table,
    targets: &TargetTable,
    mapping: &Mapping,
    context: &Context,
) -> Vec<ReadRow> {
    let Some(sheet) = book.sheets.get(table.layout.sheet) else { return Vec::new() };
    let view = View::new(sheet);
    let hints =
        DateHints { today: context.today, year: context.year.or(table.year), from_1904: book.from_1904 };
    let reader = RowReader { view: &view, table, targets, mapping, context, hints };
    let fills = reader.columns_that_fill_down();
    let mut last: Vec<Option<usize>> = vec![None; fills.len()];
    let mut sections: Vec<(u8, String)> = Vec::new();
    let mut found: Vec<ReadRow> = Vec::new();
    for row in &table.rows {
        match &row.kind {
            RowKind::Section { words, depth } => {
                sections.retain(|(d, _)| d < depth);
                sections.push((*depth, words.clone()));
                last.fill(None);
            }
            RowKind::Continuation => {
                if let Some(parent) = found.last_mut() {
                    note_continuation(parent);
                    parent.extra.extend(reader.words(row.index));
                }
            }
            RowKind::Data => {
                for (column, source) in fills.iter().zip(&mut last) {
                    if !sheet.cell(row.index, *column).is_empty() {
                        *source = Some(row.index);
                    }
                }
                let filled: Vec<(usize, usize)> =
                    fills.iter().zip(&last).filter_map(|(c, r)| Some((*c, (*r)?))).collect();
                let words = sections.iter().map(|(_, words)| words.clone()).collect();
                found.push(reader.row(row.index, words, &filled));
            }
            _ => {}
        }
    }
    found
}

fn note_continuation(parent: &mut ReadRow) {
    match parent.doubts.last_mut() {
        Some(RowDoubt::MoreLines(n)) => *n += 1,
        _ => parent.doubts.push(RowDoubt::MoreLines(1)),
    }
}

struct RowReader<'a> {
    view: &'a View<'a>,
    table: &'a Table,
    targets: &'a TargetTable,
    mapping: &'a Mapping,
    context: &'a Context,
    hints: DateHints,
}

impl RowReader<'_> {
    /// Columns left of the name where a text file, which keeps no merged cells, writes the value of a
    /// group once at its top: the first data row has it and at least a third of the others do not.
    fn columns_that_fill_down(&self) -> Vec<usize> {
        let sheet = self.view.sheet();
        let Some(name) = self.mapping.column(self.targets.primary).filter(|_| sheet.merges.is_empty()) else {
            return Vec::new();
        };
        let fills = |(column, key): &(usize, &'static str)| {
            let shared = self.targets.get(key).is_some_and(|t| t.fills_down) && *column < name;
            let mut values = self.table.data_rows().map(|row| !sheet.cell(row, *column).is_empty());
            let begins = values.next() == Some(true);
            let (mut blank, mut rows) = (0, 1);
            for present in values {
                rows += 1;
                blank += usize::from(!present);
            }
            shared && begins && blank * 3 >= rows
        };
        self.mapping.columns.iter().filter(|c| fills(c)).map(|(c, _)| *c).collect()
    }

    fn row(&self, index: usize, sections: Vec<String>, filled: &[(usize, usize)]) -> ReadRow {
        let mut row = ReadRow {
            source_row: index + 1,
            sections,
            values: Vec::new(),
            extra: Vec::new(),
            doubts: Vec::new(),
        };
        for column in &self.table.columns {
            let above = filled.iter().find(|(c, _)| *c == column.index).map(|(_, row)| *row);
            let source = above.unwrap_or(index);
            let (cell, merged) = value_at(self.view, source, column.index);
            let target = self.mapping.target(column.index).and_then(|key| self.targets.get(key));
            match target {
                Some(Target { reader: Reader::Serial, .. }) => {}
                Some(target) => row.values.push(self.value(target, column, cell, merged || source < index)),
                None if !read::is_empty_mark(&cell.shown) => {
                    row.extra.push((column.heading(), read::paragraph(&cell.shown)));
                }
                None => {}
            }
        }
        self.take_from_sections(&mut row);
        self.judge(&mut row);
        row
    }

    /// The words of a row under their headings, unread.
    fn words(&self, index: usize) -> Vec<(String, String)> {
        let own = self.view.own_cells(index).filter(|(_, cell)| !read::is_empty_mark(&cell.shown));
        let column = |index| self.table.columns.iter().find(|column| column.index == index);
        own.filter_map(|(at, cell)| Some((column(at)?.heading(), read::paragraph(&cell.shown)))).collect()
    }

    fn value(&self, target: &Target, column: &Column, cell: &Cell, inherited: bool) -> ReadValue {
        let Reading { value, mut doubts } = self.read(target.reader, column, cell);
        // That a unit's name is merged over its rows is how such tables are made; an amount merged
        // over several projects is a question.
        let telling = !matches!(
            target.reader,
            Reader::Text | Reader::Name | Reader::People | Reader::LongText | Reader::Stage
        );
        if inherited && value.is_some() && telling {
            doubts.push(Doubt::Inherited);
        }
        ReadValue {
            key: target.key,
            column: Some(column.index),
            as_it_was: cell.shown.clone(),
            read: value,
            doubts,
        }
    }

    fn read(&self, reader: Reader, column: &Column, cell: &Cell) -> Reading<Read> {
        if cell.raw == Raw::Error {
            return Reading::unreadable();
        }
        let text = &reading_text(cell);
        let as_text = |clean: fn(&str) -> String| {
            if read::is_empty_mark(text) { Reading::none() } else { Reading::sure(Read::Text(clean(text))) }
        };
        match reader {
            Reader::Text => as_text(read::tidy),
            Reader::Name => as_text(read::name),
            Reader::LongText => as_text(read::paragraph),
            Reader::Money => self.money(text, column),
            Reader::Date => self.date(text, cell).map(Read::Date),
            Reader::Area => read::area(text, self.context.area_unit.or(column.area_unit)).map(Read::Area),
            Reader::People | Reader::NamePhone => read::people(text).map(Read::People),
            Reader::Phone => read::phones(text).map(Read::Phones),
            Reader::YesNo => match cell.raw {
                Raw::Bool(yes) => Reading::sure(Read::YesNo(yes)),
                _ => read::yes_no(text).map(Read::YesNo),
            },
            Reader::Stage => read::stage(text).map(Read::Stage),
            Reader::Int => read::whole(text).map(Read::Int),
            Reader::Decimal => read::decimal(text).map(Read::Hundredths),
            Reader::Percent => read::percent(text).map(Read::Hundredths),
            Reader::CreditCode => read::credit_code(text).map(Read::Text),
            Reader::List => read::list(text).map(Read::List),
            Reader::Serial => Reading::none(),
        }
    }

    fn money(&self, text: &str, column: &Column) -> Reading<Read> {
        let unit = self.context.money_unit.or(column.money_unit);
        let mut reading = read::money(text, unit);
        // "(亿元/万美元)": which of the two a bare number is in, nobody can tell.
        if column.mixed_units && self.context.money_unit.is_none() && reading.value.is_some() {
            let bare = text.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | ','));
            if bare {
                reading.doubts.push(Doubt::UnitAssumed);
            }
        }
        reading.map(Read::Money)
    }

    fn date(&self, text: &str, cell: &Cell) -> Reading<NaiveDate> {
        match cell.raw {
            Raw::Date(at) => Reading::sure(at.date()),
            Raw::Number(number) => read::date_number(number, &self.hints),
            _ => read::date(text, &self.hints),
        }
    }

    /// Fills what a row lacks from the section rows above it, the nearest first.
    fn take_from_sections(&self, row: &mut ReadRow) {
        for words in row.sections.clone().iter().rev() {
            // "新能源产业(12个)": the count is no part of the name.
            let plain = read::tidy(words.split('(').next().unwrap_or(words));
            let stage = read::stage(&plain);
            let test = if is_unit_like(&plain) {
                SectionTest::Unit
            } else if stage.value.is_some() && stage.doubts.is_empty() {
                SectionTest::Stage
            } else {
                SectionTest::Other
            };
            let Some(rule) = self.targets.sections.iter().find(|r| r.test == test) else { continue };
            let read = match (test, stage.value) {
                (SectionTest::Stage, Some(stage)) => Read::Stage(stage),
                (SectionTest::Other, _) => Read::Text(industry_of(&plain).to_owned()),
                _ => Read::Text(plain),
            };
            let value = ReadValue {
                key: rule.key,
                column: None,
                as_it_was: words.clone(),
                read: Some(read),
                doubts: vec![Doubt::Inherited],
            };
            match row.values.iter_mut().find(|v| v.key == rule.key) {
                Some(own) if own.read.is_none() && !own.doubts.contains(&Doubt::Unreadable) => *own = value,
                Some(_) => {}
                None => row.values.push(value),
            }
        }
    }

    /// Notes what does not fit together in a row.
    fn judge(&self, row: &mut ReadRow) {
        let mut doubts = Vec::new();
        if row.get(self.targets.primary).is_none_or(|v| v.read.is_none()) {
            doubts.push(RowDoubt::NoName);
        }
        for (earlier, later) in self.targets.order {
            if row.date(earlier).zip(row.date(later)).is_some_and(|(a, b)| a > b) {
                doubts.push(RowDoubt::OutOfOrder(earlier, later));
            }
        }
        for (part, whole) in self.targets.parts {
            let over = |(a, b): (Money, Money)| a.currency == b.currency && a.units > b.units;
            if row.money(part).zip(row.money(whole)).is_some_and(over) {
                doubts.push(RowDoubt::PartOverWhole(part, whole));
            }
        }
        for key in self.targets.facts {
            if row.date(key).is_some_and(|day| day > self.context.today) {
                doubts.push(RowDoubt::Ahead(key));
            }
        }
        row.doubts = doubts;
    }
}

/// "新能源产业项目" → "新能源".
fn industry_of(words: &str) -> &str {
    ["产业项目", "产业类项目", "产业类", "类项目", "产业", "行业", "项目", "类"]
        .iter()
        .find_map(|ending| words.strip_suffix(ending).filter(|stem| stem.chars().count() >= 2))
        .unwrap_or(words)
}
