//! The numbers a sheet is worked out with, as the pages of scores ask for them.

use crate::rules::scoring::worked;
pub(in crate::ui::assessment) use crate::rules::scoring::worked::{Asked, Numbers, work_out};
use crate::store::Store;
use crate::ui::assessment::measured::measurer;

/// Measures what is asked of the records as they are.
pub(in crate::ui::assessment) fn numbers(store: &Store, asked: &Asked) -> Numbers {
    worked::numbers(store, &measurer(store), asked)
}
