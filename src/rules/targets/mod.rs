//! 目标任务: what was to be done, how it is divided, and how far it has come (domain notes §2.5, rows 35, 61 to 67).

mod aims;
mod cascade;
mod period;
mod progress;
mod three_new;

pub use aims::{Aim, AimFrom, Aims, Holder, id, set};
pub use cascade::{Cascade, Node, cascade};
pub use period::Period;
pub use progress::{Ask, Progress, Row, Standing, progress, rolled_up};
pub use three_new::{THREE_NEW, ThreeNew, three_new};

#[cfg(test)]
mod tests;
