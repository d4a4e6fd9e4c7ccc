//! Numbers, money, dates and sizes as people of the field write them.
//!
//! Money is integer yuan inside and never passes through floating point here: a ledger that says
//! 3.5亿元 must mean 350,000,000 yuan exactly. Grids show a bare number in the column's unit and
//! a dash for zero; running text shows the unit.

mod date;
mod money;
mod number;

pub use date::{date, day, month, relative_day, stream_date};
pub use money::{MoneyUnit, money, money_cell, money_of};
pub use number::{DASH, count, exact, file_size, grouped, number_cell, percent, percent_of};
