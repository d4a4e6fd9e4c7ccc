//! 指标: what is counted, and for whom. A metric is a definition over milestones, money that arrived, other records or
//! numbers entered by hand; it says which date counts, what is left out and how joint credit is shared (domain notes
//! §2.1, §2.3), so that every number opens to the records behind it.

mod attribution;
mod behind;
pub mod edit;
mod kept;
mod measure;
mod measured;
mod metric;
mod share;
pub mod standard;
mod stated;
mod unknown;
mod window;

pub use behind::{Behind, Finder, Who};
pub use kept::{Kept, Measurer, reading};
pub use measure::measure;
pub use measured::{Entry, Measured};
pub use metric::{Amount, Credit, DateOf, Entering, Metric, PersonOf, Source, Unit, Within};
pub use stated::stated;
pub use window::{Cycle, Elapsed, Window, elapsed};

#[cfg(test)]
pub(crate) mod tests;
