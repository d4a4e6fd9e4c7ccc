//! 目标任务: what was to be done, how it is divided, and how far it has come (domain notes §2.5, rows 35, 61 to 67).

mod aims;
mod carried;
mod cascade;
mod city;
mod holders;
mod matrix;
mod period;
mod progress;
mod start_rate;
mod table;
mod three_new;

pub use crate::rules::units::units_in_order;
pub use aims::{Aim, AimFrom, Aims, Holder, id, set};
pub use carried::{Carried, Short, carried};
pub use cascade::{Cascade, Node, above, cascade, is_within};
pub use city::{InCity, places};
pub use holders::unit_of;
pub use matrix::{Line, Spot, chain_matrix, matrix};
pub use period::Period;
pub use progress::{Ask, Progress, Row, Standing, progress, rolled_up};
pub use start_rate::{StartRate, start_rate_metrics, start_rates};
pub use table::{Known, NoNumber, TargetTable, read_number, read_table};
pub use three_new::{THREE_NEW, ThreeNew, three_new};

#[cfg(test)]
mod tests;
