//! What a page adds up: figures in a strip above the records, and tables of sums whose numbers open the
//! records behind them.

mod table;

pub use table::{Strip, SumsMenu, SumsPage, SumsTable, shown};

use crate::domain::decimal::Rounding;
use crate::domain::{Decimal, Kind};
use crate::exchange::sheet::write::CellOut;
use crate::i18n::format::{self, MoneyUnit};
use crate::i18n::{Lang, service as words};
use crate::rules::metrics::Unit;
use crate::rules::query::{Filter, Test, View};
use crate::ui::routes::{Location, Route, TABLE_VIEW, Work, table_link};
use crate::ui::widgets::Level;
use std::sync::Arc;

/// What the address calls the table of sums that is shown instead of the records.
pub const SHOW: &str = "show";
/// Where a cell leads. Its address is written when the cell is shown: a table of all projects has too many.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum To {
    /// To a page.
    Page(Route),
    /// To a page in a state.
    At(Location),
    /// To the projects under conditions.
    Projects(Vec<Filter>),
    /// To the records of a page under conditions.
    List(Work, Kind, Vec<Filter>),
}

impl To {
    /// Its address.
    pub fn location(self) -> Location {
        match self {
            To::Page(route) => route.into(),
            To::At(location) => location,
            To::Projects(filters) => table_link(filters),
            To::List(work, kind, filters) => {
                let view = View::of_filters(filters).to_json();
                Route::Work(work).with_query([("kind", kind.word()), (TABLE_VIEW, view.as_str())])
            }
        }
    }
}

/// A condition on a column.
pub fn where_(key: &str, test: Test) -> Filter {
    Filter { key: key.to_owned(), test }
}

/// The cell is one of these.
pub fn any_of(words: &[&str]) -> Test {
    Test::AnyOf(words.iter().map(|&word| word.to_owned()).collect())
}

/// The number is at least this.
pub fn at_least(min: i64) -> Test {
    Test::Between { min: Some(min), max: None }
}

/// What one cell holds.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub enum Holds {
    /// Nothing.
    #[default]
    Nothing,
    /// Words.
    Words(String),
    /// A count, or days.
    Count(i64),
    /// Days in tenths.
    Tenths(i64),
    /// Yuan.
    Yuan(i64),
    /// Yuan, told in the unit of speech: 亿元.
    Large(i64),
    /// A number that may have a fraction, with two digits of it at most.
    Number(Decimal),
    /// A percentage with one digit after the point: 62.5 for 0.625. Nothing of something is told.
    Percent(Decimal),
    /// Percentage points with their sign: +12.5.
    Points(Decimal),
}

/// One cell of a table of sums.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cell {
    /// What it holds.
    pub holds: Holds,
    /// The records behind it.
    pub to: Option<To>,
    /// The light before it.
    pub level: Option<Level>,
}

impl Cell {
    /// Words.
    pub fn words(words: impl Into<String>) -> Self {
        Self { holds: Holds::Words(words.into()), ..Self::default() }
    }

    /// A count.
    pub fn count(n: usize) -> Self {
        Self { holds: Holds::Count(i64::try_from(n).unwrap_or(i64::MAX)), ..Self::default() }
    }

    /// Days.
    pub fn days(days: i32) -> Self {
        Self { holds: Holds::Count(i64::from(days)), ..Self::default() }
    }

    /// Yuan.
    pub fn yuan(yuan: i64) -> Self {
        Self { holds: Holds::Yuan(yuan), ..Self::default() }
    }

    /// Yuan under a [`Head::large`].
    pub fn large(yuan: i64) -> Self {
        Self { holds: Holds::Large(yuan), ..Self::default() }
    }

    /// A number of a metric, as its unit is shown; amounts are in yuan.
    pub fn measured(unit: Unit, number: Decimal) -> Self {
        match unit {
            Unit::Yuan => Self::yuan(number.rounded(0, Rounding::HalfUp).trunc()),
            _ => Self { holds: Holds::Number(number), ..Self::default() },
        }
    }

    /// The same where it is known.
    pub fn measured_if(unit: Unit, number: Option<Decimal>) -> Self {
        number.map_or_else(Self::default, |number| Self::measured(unit, number))
    }

    /// A share in percent: 0.625 is 62.5.
    pub fn percent(share: Option<Decimal>) -> Self {
        Self { holds: share.map_or(Holds::Nothing, Holds::Percent), ..Self::default() }
    }

    /// A difference of two shares in percentage points.
    pub fn points(difference: Option<Decimal>) -> Self {
        Self { holds: difference.map_or(Holds::Nothing, Holds::Points), ..Self::default() }
    }

    fn is_nothing(&self) -> bool {
        match self.holds {
            Holds::Nothing | Holds::Count(0) | Holds::Yuan(0) | Holds::Large(0) => true,
            Holds::Number(number) => number.is_zero(),
            _ => false,
        }
    }

    /// The same, leading to the records behind it unless there are none.
    pub fn to(self, to: To) -> Self {
        Self { to: (!self.is_nothing()).then_some(to), ..self }
    }

    /// The same under a light unless it counts nothing.
    pub fn lit(self, level: Level) -> Self {
        Self { level: (!self.is_nothing()).then_some(level), ..self }
    }

    /// How it is shown.
    pub fn text(&self, l: Lang) -> String {
        match &self.holds {
            Holds::Nothing => String::new(),
            Holds::Words(words) => words.clone(),
            Holds::Count(n) => format::number_cell(*n),
            Holds::Tenths(n) => format::exact(*n, 1),
            Holds::Yuan(yuan) => format::money_cell(unit(l), *yuan, unit(l).decimals()),
            Holds::Large(yuan) => {
                let unit = MoneyUnit::usual(l);
                format::money_cell(unit, *yuan, crate::i18n::charts::places(unit))
            }
            Holds::Number(number) if number.is_zero() => format::DASH.to_owned(),
            Holds::Number(number) => format::exact(scaled(*number, 2), 2),
            Holds::Percent(share) => one_digit(scaled(*share, 3)),
            Holds::Points(points) if points.is_negative() => one_digit(scaled(*points, 3)),
            Holds::Points(points) => format!("+{}", one_digit(scaled(*points, 3))),
        }
    }

    fn out(&self) -> CellOut {
        match &self.holds {
            Holds::Nothing => CellOut::Empty,
            Holds::Words(words) => CellOut::Text(words.clone()),
            Holds::Count(value) => CellOut::Number { value: *value, places: 0 },
            Holds::Tenths(value) => CellOut::Number { value: *value, places: 1 },
            Holds::Yuan(yuan) | Holds::Large(yuan) => CellOut::Wan(*yuan),
            Holds::Number(number) if *number == number.floor() => {
                CellOut::Number { value: number.trunc(), places: 0 }
            }
            Holds::Number(number) => CellOut::Number { value: scaled(*number, 2), places: 2 },
            Holds::Percent(share) | Holds::Points(share) => {
                CellOut::Number { value: scaled(*share, 3), places: 1 }
            }
        }
    }
}

/// A number in units of its last digit.
fn scaled(number: Decimal, digits: u32) -> i64 {
    number.rounded(digits, Rounding::HalfUp).as_millionths() / 10_i64.pow(6 - digits)
}

/// Tenths with their point, so that a column stands in line.
fn one_digit(tenths: i64) -> String {
    let sign = if tenths < 0 { "-" } else { "" };
    format!("{sign}{}.{}", format::grouped(tenths.abs() / 10), tenths.abs() % 10)
}

/// The unit of amounts in these tables: 万元, or a million yuan for an English reader.
pub const fn unit(l: Lang) -> MoneyUnit {
    match l {
        Lang::Zh => MoneyUnit::Wan,
        Lang::En => MoneyUnit::Million,
    }
}

/// The head of a column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    /// Its name.
    pub name: String,
    /// It holds amounts: the unit stands beside the name.
    pub is_money: bool,
    /// It holds numbers, which stand at the right.
    pub is_number: bool,
    /// Its amounts are told in the unit of speech: 亿元.
    pub is_large: bool,
}

impl Head {
    /// Of words.
    pub fn words(name: impl Into<String>) -> Self {
        Self { name: name.into(), is_money: false, is_number: false, is_large: false }
    }

    /// Of numbers.
    pub fn number(name: impl Into<String>) -> Self {
        Self { is_number: true, ..Self::words(name) }
    }

    /// Of amounts.
    pub fn money(name: impl Into<String>) -> Self {
        Self { is_money: true, ..Self::number(name) }
    }

    /// Of amounts that are large: a few figures each.
    pub fn large(name: impl Into<String>) -> Self {
        Self { is_large: true, ..Self::money(name) }
    }

    /// The head of a metric's numbers: amounts name their unit by themselves.
    pub fn measured(l: Lang, name: &str, unit: Unit) -> Self {
        match unit {
            Unit::Yuan => Self::money(name),
            _ => Self::number(crate::i18n::assess_words::in_unit(l, name, unit)),
        }
    }

    /// What it says on the page.
    pub fn shown(&self, l: Lang) -> String {
        self.text(l, if self.is_large { MoneyUnit::usual(l) } else { unit(l) })
    }

    fn text(&self, l: Lang, unit: MoneyUnit) -> String {
        if self.is_money { words::with_unit(l, &self.name, unit) } else { self.name.clone() }
    }
}

/// A table of sums.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sums {
    /// The columns; the first one names the row.
    pub heads: Vec<Head>,
    /// The rows.
    pub rows: Arc<[Vec<Cell>]>,
    /// The sum of all rows.
    pub total: Option<Vec<Cell>>,
}
