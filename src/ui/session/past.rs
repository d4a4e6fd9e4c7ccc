//! Looking at the pipeline as it was at the end of a past day: the same screens, reading only.
//!
//! The past is a store of its own, folded from the changes made until then. Screens read it in the place of
//! the present one and cannot write to it; what the application itself keeps (other tabs' changes, copies)
//! goes on in the present.

use super::{ON_OTHER_RECORDS, PAST, STORE, bump, call, signals};
use crate::domain::Date;
use crate::ledger::{Change, Clock, Names, VersionVector};
use crate::store::{Journal, Store, WriteError};
use crate::ui::state::page_lived;
use crate::web::clock;
use leptos::prelude::*;

/// What is looked at.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Looking {
    /// The present.
    #[default]
    AtNow,
    /// Still the present; the user is choosing a day.
    Choosing,
    /// The pipeline as it was at the end of this day.
    At(Date),
}

thread_local! {
    static DAY: Memo<Option<Date>> = page_lived(|| {
        Memo::new(|_| match looking() {
            Looking::At(day) => Some(day),
            Looking::AtNow | Looking::Choosing => None,
        })
    });
}

/// The journal of the past: nothing can be written.
struct Closed;

impl Journal for Closed {
    fn append(&mut self, _: &[Change], _: &VersionVector, _: &Names) -> Result<(), WriteError> {
        Err(WriteError::Past)
    }
}

/// What is looked at; followed.
pub fn looking() -> Looking {
    signals().looking.get()
}

/// The past day whose pipeline is shown, if it is not the present one; followed.
pub fn past_day() -> Option<Date> {
    DAY.with(|day| day.get())
}

/// Whether what is shown can be changed; not while a past day is looked at. Not followed: screens are made anew when
/// that changes.
pub fn is_now() -> bool {
    DAY.with(|day| day.get_untracked()).is_none()
}

/// Lets the user choose a day.
pub fn choose_day() {
    signals().looking.update(|looking| {
        if *looking == Looking::AtNow {
            *looking = Looking::Choosing;
        }
    });
}

/// Shows the pipeline as it was at the end of `day`; the present one if that is not over.
pub fn look_back(day: Date) {
    if day >= clock::today() {
        return return_to_now();
    }
    let Some(until) = clock::end_of(day) else { return };
    let past = STORE.with_borrow(|slot| {
        slot.as_ref().map(|store| {
            let clock = Clock::new(store.node());
            Store::open(store.state().as_of(until), VersionVector::default(), clock, Box::new(Closed))
        })
    });
    if past.is_some() {
        show(past, Looking::At(day));
    }
}

/// Shows the present again.
pub fn return_to_now() {
    show(None, Looking::AtNow);
}

fn show(past: Option<Store>, looking: Looking) {
    let before = PAST.with(|slot| slot.replace(past));
    let is_other = before.is_some() || PAST.with_borrow(Option::is_some);
    if is_other {
        call(&ON_OTHER_RECORDS);
    }
    signals().looking.set(looking);
    if is_other {
        bump();
    }
}
