//! Whose day is shown, and what is on it.

use crate::rules::me::me;
use crate::rules::today::{Day, Whose, day};
use crate::ui::session;

/// Mine or everyone's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    Mine,
    Everyone,
}

impl Scope {
    pub const fn word(self) -> &'static str {
        match self {
            Scope::Mine => "mine",
            Scope::Everyone => "everyone",
        }
    }

    pub fn from_word(word: &str) -> Scope {
        if word == Scope::Everyone.word() { Scope::Everyone } else { Scope::Mine }
    }
}

/// A day and whether it had to fall back to everyone's because I own no project.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Shown {
    pub day: Day,
    pub not_me: bool,
}

/// What to show; runs again after every change.
pub fn shown(scope: Scope) -> Shown {
    session::watch(|store| {
        let of = |whose| {
            let index = store.index();
            day(store.state(), index.rules(), index.projects(), whose, session::today())
        };
        let mine = (scope == Scope::Mine)
            .then(|| me(store.state(), store.node()))
            .map(|me| me.map(|id| of(Whose::Person(id))));
        match mine {
            Some(Some(day)) if day.projects > 0 => Shown { day, not_me: false },
            Some(_) => {
                let day = of(Whose::All);
                Shown { not_me: day.projects > 0, day }
            }
            None => Shown { day: of(Whose::All), not_me: false },
        }
    })
    .unwrap_or_default()
}
