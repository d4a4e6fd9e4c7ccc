//! The numbers a sheet is worked out with, as the pages of scores ask for them.

pub(in crate::ui::assessment) use crate::rules::scoring::worked::{
    Asked, FIRST_MONTH, Numbers, numbers, work_out,
};
