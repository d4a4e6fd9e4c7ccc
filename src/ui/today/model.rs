//! Whose day is shown, and what is on it.

use crate::rules::me::me;
use crate::rules::today::{Day, Whose, day};
use crate::ui::session;

/// Mine or everyone's.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Scope {
    #[default]
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

/// A day, whose it is, and whether I own no project while others do.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Shown {
    pub scope: Scope,
    pub day: Day,
    pub not_me: bool,
}

/// What to show; runs again after every change. Where nothing is asked for it is mine, or everyone's if
/// I own no project.
pub fn shown(asked: Option<Scope>) -> Shown {
    session::watch(|store| {
        let of = |whose| {
            let index = store.index();
            day(store.state(), index.rules(), index.projects(), whose, session::today())
        };
        let mine = me(store.state(), store.node()).map(|id| of(Whose::Person(id))).unwrap_or_default();
        if mine.projects > 0 {
            return match asked {
                Some(Scope::Everyone) => Shown { scope: Scope::Everyone, day: of(Whose::All), not_me: false },
                _ => Shown { scope: Scope::Mine, day: mine, not_me: false },
            };
        }
        let all = of(Whose::All);
        let not_me = all.projects > 0;
        match asked {
            Some(Scope::Mine) => Shown { scope: Scope::Mine, day: mine, not_me },
            _ => Shown { scope: Scope::Everyone, day: all, not_me },
        }
    })
    .unwrap_or_default()
}
