//! What the list of warnings is narrowed to, in the address.

use crate::domain::field::ProjectField as P;
use crate::domain::{Date, RecordId};
use crate::i18n::{values, warnings as words};
use crate::rules::warnings::{Level, Rule, Warning};
use crate::store::Store;
use crate::ui::forms::warnings::with_all;
use crate::ui::lang::{lang, t};
use crate::ui::routes::{set_query, use_query};
use crate::ui::session::{self, Question};
use leptos::prelude::*;
use rustc_hash::FxHashSet;

/// Red or yellow.
pub const LEVEL: &str = "level";
/// One rule.
pub const RULE: &str = "rule";
/// The unit that is to act; [`NOBODY`] for none.
pub const UNIT: &str = "unit";
/// The person who is to act.
pub const PERSON: &str = "person";
/// The leader of the project.
pub const LEADER: &str = "leader";
/// The unit of the project, whoever is to act.
pub const HOME: &str = "home";
/// The table of rules is shown.
pub const RULES: &str = "rules";
/// What stands for nobody.
pub const NOBODY: &str = "-";

/// The conditions.
#[derive(Clone, Copy)]
pub struct Chosen {
    level: Memo<String>,
    rule: Memo<String>,
    unit: Memo<String>,
    person: Memo<String>,
    leader: Memo<String>,
    home: Memo<String>,
}

/// Whom a condition names: nobody where it says so.
fn named(word: &str) -> Option<Option<RecordId>> {
    if word == NOBODY { Some(None) } else { word.parse().ok().map(Some) }
}

/// How somebody is named in a condition.
pub fn word_of(id: Option<RecordId>) -> String {
    id.map_or_else(|| NOBODY.to_owned(), |id| id.to_string())
}

/// Which warnings answer to all conditions?
#[derive(Default, PartialEq)]
pub struct Narrowed {
    level: String,
    rule: String,
    unit: String,
    person: String,
    leader: String,
    home: String,
}

/// The warnings that do.
#[derive(Default, PartialEq, Eq)]
pub struct Listed {
    pub shown: Vec<Warning>,
    /// How many projects have one.
    pub projects: usize,
    /// How many answer to all conditions but the level: red and yellow.
    pub of_any_level: [usize; 2],
}

impl Question for Narrowed {
    type Answer = Listed;

    fn answer(&self, store: &Store, today: Date) -> Listed {
        let (level, rule) = (Level::from_word(&self.level), Rule::from_word(&self.rule));
        let (unit, person) = (named(&self.unit), named(&self.person));
        let (leader, home) = (named(&self.leader), named(&self.home));
        let state = store.state();
        let of_project =
            |project: RecordId, field: P| state.get(project, field).as_ref_id().map(|id| state.resolve(id));
        let holds = |warning: &&Warning| {
            rule.is_none_or(|rule| warning.rule == rule)
                && unit.is_none_or(|unit| warning.unit == unit)
                && person.is_none_or(|person| warning.person == person)
                && leader.is_none_or(|leader| of_project(warning.project, P::Leader) == leader)
                && home.is_none_or(|home| of_project(warning.project, P::Unit) == home)
        };
        with_all(store, today, |kept| {
            let mut listed = Listed::default();
            let mut projects = FxHashSet::default();
            for warning in kept.all().iter().filter(holds) {
                listed.of_any_level[usize::from(warning.level == Level::Yellow)] += 1;
                if level.is_none_or(|level| warning.level == level) {
                    projects.insert(warning.project);
                    listed.shown.push(*warning);
                }
            }
            Listed { projects: projects.len(), ..listed }
        })
    }
}

impl Chosen {
    /// What the address says.
    pub fn new() -> Self {
        let query = |name| {
            let asked = use_query(name);
            Memo::new(move |_| asked.get())
        };
        Self {
            level: query(LEVEL),
            rule: query(RULE),
            unit: query(UNIT),
            person: query(PERSON),
            leader: query(LEADER),
            home: query(HOME),
        }
    }

    /// A value for a switch that follows the address.
    pub fn follow(self, name: &'static str) -> RwSignal<String> {
        let asked = if name == LEVEL { self.level } else { self.rule };
        let value = RwSignal::new(asked.get_untracked());
        Effect::new(move || {
            value.try_set(asked.get());
        });
        value
    }

    /// The same as a question.
    pub fn asked(self) -> Narrowed {
        let Self { level, rule, unit, person, leader, home } = self;
        let [level, rule, unit, person, leader, home] =
            [level, rule, unit, person, leader, home].map(|asked| asked.get());
        Narrowed { level, rule, unit, person, leader, home }
    }

    /// The conditions that name somebody, in words.
    pub fn named(self) -> Vec<(&'static str, String)> {
        let all = [
            (UNIT, self.unit, words::NO_UNIT),
            (PERSON, self.person, words::NO_PERSON),
            (LEADER, self.leader, words::NOBODY),
            (HOME, self.home, words::NO_UNIT),
        ];
        let told = all.into_iter().filter_map(|(name, asked, nobody)| {
            let label = match named(&asked.read())? {
                None => t(nobody).to_owned(),
                Some(id) => session::watch(|store| values::record_name(lang(), store.state(), id))?,
            };
            Some((name, label))
        });
        told.collect()
    }

    /// Takes all conditions away.
    pub fn clear(self) {
        [LEVEL, RULE, UNIT, PERSON, LEADER, HOME].into_iter().for_each(|name| set_query(name, ""));
    }

    /// Whether anything is chosen.
    pub fn any(self) -> bool {
        let all = [self.level, self.rule, self.unit, self.person, self.leader, self.home];
        all.iter().any(|asked| !asked.read().is_empty())
    }

    /// Whether a condition of this name says this.
    pub fn is(self, name: &'static str, word: &str) -> bool {
        let asked = match name {
            UNIT => self.unit,
            PERSON => self.person,
            _ => self.rule,
        };
        *asked.read() == word
    }
}
