//! Warnings as screens show them.

use crate::domain::field::ProjectField as P;
use crate::domain::{Date, RecordId, Stage};
use crate::i18n::{Lang, values, warnings as words};
use crate::rules::me::me;
use crate::rules::warnings::{Kept, Level, Remedy, Rule, Warning, Watch};
use crate::store::Store;
use crate::ui::lang::lang;
use crate::ui::later::Red;
use crate::ui::records::OPEN;
use crate::ui::routes::{Location, Route, Work};
use crate::ui::session;
use crate::ui::widgets::Level as Lamp;
use std::cell::RefCell;
use std::hash::{Hash, Hasher};

/// A warning in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// Its project.
    pub project: RecordId,
    /// What the project is called.
    pub name: String,
    /// The stage of the project.
    pub stage: Option<Stage>,
    /// The rule.
    pub rule: Rule,
    /// How bad it is.
    pub level: Level,
    /// Why it is lit.
    pub reason: String,
    /// What the rule says, with its limits.
    pub says: String,
    /// The person who is to act; empty if nobody is named.
    pub person: String,
    /// The unit that is to act; empty if none is named.
    pub unit: String,
    /// Since when.
    pub since: String,
    /// For how many days, the first included.
    pub days: i32,
    /// What clears it.
    pub remedy: Remedy,
    /// The same in words.
    pub clears: String,
    /// The permit, promise or issue it is about.
    pub about: Option<RecordId>,
}

impl Hash for Told {
    fn hash<H: Hasher>(&self, state: &mut H) {
        (self.project, self.rule, self.about, &self.reason).hash(state);
    }
}

thread_local! {
    /// The warnings of all projects, and the revision of the store they were judged by.
    static KEPT: RefCell<(u64, Kept)> = {
        session::on_other_records(|| drop(KEPT.take()));
        RefCell::default()
    };
}

/// Asks the warnings of the pipeline as it is now: only what was touched since they were asked last is judged again.
pub fn with_all<T>(store: &Store, today: Date, ask: impl FnOnce(&Kept) -> T) -> T {
    KEPT.with_borrow_mut(|(revision, kept)| {
        kept.refresh(store, store.touched_unseen(revision).as_deref(), today);
        ask(kept)
    })
}

/// Judges all projects before anybody asks (see [`crate::ui::unasked`]).
pub fn prepare(_: usize) -> bool {
    session::read(|store| with_all(store, session::today(), |_| ()));
    false
}

/// A warning in words.
pub fn told(l: Lang, store: &Store, watch: &Watch<'_>, today: Date, warning: &Warning) -> Told {
    let state = store.state();
    let name = |id: Option<RecordId>| id.map(|id| values::record_name(l, state, id)).unwrap_or_default();
    let stage = store.index().project(warning.project).map(|summary| summary.stage);
    let about = warning.about.map(|id| values::record_title(l, state, id)).unwrap_or_default();
    Told {
        project: warning.project,
        name: values::record_name(l, state, warning.project),
        stage,
        rule: warning.rule,
        level: warning.level,
        reason: words::reason(l, warning, &about),
        says: words::says(l, warning.rule, watch.limits(), &store.index().rules().stale, stage),
        person: name(warning.person),
        unit: name(warning.unit),
        since: warning.since.to_string(),
        days: today.since(warning.since) + 1,
        remedy: warning.remedy,
        clears: words::remedy(l, warning.remedy),
        about: warning.about,
    }
}

/// How many warnings Today shows before it leads to all of them.
const ON_TODAY: usize = 8;

/// What is red besides follow-ups, which Today lists itself, of my projects alone or of all: how many warnings, and the
/// worst.
pub fn reds(mine: bool) -> (usize, Vec<Red>) {
    let (l, today) = (lang(), session::today());
    let read = session::watch(|store| {
        let (state, watch) = (store.state(), Watch::new(store, today));
        let me = if mine { me(state, store.node()) } else { None };
        let is_mine = |project: RecordId| {
            let owner = || state.get(project, P::Owner).as_ref_id().map(|id| state.resolve(id));
            !mine || me.is_some() && owner() == me
        };
        let red = |warning: &Warning| {
            let Told { project, name, reason, clears, remedy, .. } = told(l, store, &watch, today, warning);
            Red { project, name, reason, clears, href: place(project, remedy).href() }
        };
        with_all(store, today, |kept| {
            let found = kept.red().iter();
            let found = found.filter(|warning| warning.rule != Rule::Stale && is_mine(warning.project));
            (found.clone().count(), found.take(ON_TODAY).map(red).collect())
        })
    });
    read.unwrap_or_default()
}

/// The lamp of a level.
pub const fn lamp(level: Level) -> Lamp {
    match level {
        Level::Red => Lamp::Red,
        Level::Yellow => Lamp::Yellow,
    }
}

/// Where a warning is cleared: at the permit, promise or issue it is about, else at its project.
pub fn place(project: RecordId, remedy: Remedy) -> Location {
    match remedy {
        Remedy::See(record) => match Work::of_kind(record.kind) {
            Some(work) => Route::Work(work).with_query([(OPEN, record.to_string().as_str())]),
            None => Route::Project(project).into(),
        },
        _ => Route::Project(project).into(),
    }
}
