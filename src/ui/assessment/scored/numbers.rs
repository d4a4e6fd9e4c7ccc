//! The numbers a sheet is worked out with, as the pages of scores ask for them.

use super::worked::Worked;
use crate::domain::Date;
use crate::rules::scoring::worked;
pub(in crate::ui::assessment) use crate::rules::scoring::worked::{Asked, Numbers, work_out};
use crate::store::Store;
use crate::ui::assessment::measured::measurer;
use crate::ui::session::{self, Question};

/// What do the subjects of a sheet come to?
#[derive(PartialEq)]
struct Numbered(Asked);

impl Question for Numbered {
    type Answer = Numbers;

    fn answer(&self, store: &Store, _: Date) -> Numbers {
        worked::numbers(store, &measurer(store), &self.0)
    }
}

/// What is that worth by the sheet as it is kept?
#[derive(PartialEq)]
struct Scored(Asked);

impl Question for Scored {
    type Answer = Worked;

    fn answer(&self, store: &Store, _: Date) -> Worked {
        Worked::of(self.0.sheet.clone(), &session::answer(store, Numbered(self.0.clone())))
    }
}

/// Measures what is asked of the records as they are.
pub(in crate::ui::assessment) fn numbers(store: &Store, asked: &Asked) -> Numbers {
    (*session::answer(store, Numbered(asked.clone()))).clone()
}

/// Works a sheet out with them.
pub(in crate::ui::assessment) fn scored(store: &Store, asked: &Asked) -> Worked {
    (*session::answer(store, Scored(asked.clone()))).clone()
}
