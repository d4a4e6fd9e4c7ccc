//! Makes a [`Plan`] in steps, so that a page stays alive while a long ledger is judged.

use super::difference::{Difference, Effect, Overlay, difference};
use super::directory::Directory;
use super::draft::{Draft, Fact};
use super::heard::Heard;
use super::link::{Linker, Links, Said};
use super::plan::{Alike, Decision, Note, Options, Outcome, Plan, Rejection, RowPlan, Twin};
use crate::domain::sort::Arrange;
use crate::domain::{Field, Kind, RecordId, Stage};
use crate::ledger::{Record, State};
use crate::rules::OfficeRules;
use crate::rules::duplicates::{CompanyKey, Finder, Level, Profile, plain, profile_of, stage_step};
use rustc_hash::{FxHashMap, FxHashSet};

/// How far the work has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// Pieces done.
    pub done: usize,
    /// Pieces in all.
    pub total: usize,
}

/// A project of the ledger that rows are compared with.
#[derive(Clone, Copy, Debug)]
struct Known {
    /// The record that stands for it.
    id: RecordId,
    /// Whether the profile is that of a record merged into `id`.
    alias: bool,
}

/// Work on a plan.
pub struct Planner {
    options: Options,
    rules: OfficeRules,
    /// Each row with the id it gets as a project of its own.
    drafts: std::vec::IntoIter<(Draft, RecordId)>,
    total: usize,
    /// Projects of the ledger still to be profiled.
    waiting: Vec<RecordId>,
    known: Vec<Known>,
    ledger: Finder,
    file: Finder,
    /// The row behind each profile of `file`.
    file_rows: Vec<usize>,
    directory: Directory,
    /// What the rows that are taken without being asked about say of others.
    heard: Heard,
    /// The row that took each project of the ledger.
    claimed: FxHashMap<RecordId, usize>,
    /// The row of the file that each project follows by decision.
    followed: FxHashMap<RecordId, usize>,
    /// The ids of all rows as projects of their own.
    own: FxHashSet<RecordId>,
    rows: Vec<RowPlan>,
}

impl Planner {
    /// Begins a plan for rows on top of a ledger.
    pub fn new(drafts: Vec<Draft>, state: &State, options: Options) -> Self {
        let mut waiting: Vec<RecordId> = state
            .records(Kind::Project)
            .filter(|(_, record)| !record.is_deleted())
            .map(|(id, _)| id)
            .filter(|id| state.record(state.resolve(*id)).is_some_and(Record::is_live))
            .collect();
        // Taken from the end, so that the smallest id comes first.
        waiting.arrange_by(|a, b| b.cmp(a));
        let drafts = with_own_ids(drafts);
        Self {
            options,
            rules: OfficeRules::read(state),
            followed: followed(&drafts, state),
            total: drafts.len() + waiting.len(),
            rows: Vec::with_capacity(drafts.len()),
            own: drafts.iter().map(|(_, own)| *own).collect(),
            drafts: drafts.into_iter(),
            waiting,
            known: Vec::new(),
            ledger: Finder::default(),
            file: Finder::default(),
            file_rows: Vec::new(),
            directory: Directory::read(state),
            heard: Heard::default(),
            claimed: FxHashMap::default(),
        }
    }

    /// Does up to `pieces` pieces of work; `None` when all is done.
    pub fn step(&mut self, state: &State, pieces: usize) -> Option<Progress> {
        for _ in 0..pieces {
            if let Some(id) = self.waiting.pop() {
                self.profile_project(state, id);
            } else {
                let (draft, own) = self.drafts.next()?;
                let row = self.plan_row(state, draft, own);
                self.rows.push(row);
            }
        }
        let left = self.waiting.len() + self.drafts.len();
        Some(Progress { done: self.total - left, total: self.total })
    }

    /// The plan of the rows worked on.
    pub fn finish(self) -> Plan {
        Plan { rows: self.rows, options: self.options, directory: self.directory }
    }

    fn profile_project(&mut self, state: &State, id: RecordId) {
        if let Some(profile) = profile_of(state, &self.rules, id) {
            let stands = state.resolve(id);
            self.known.push(Known { id: stands, alias: stands != id });
            self.ledger.add(profile);
        }
    }

    fn plan_row(&mut self, state: &State, draft: Draft, own: RecordId) -> RowPlan {
        let at = self.rows.len();
        let links = Links::look_up(&draft, state, &mut self.directory);
        let profile = draft.profile(&self.rules);
        let mut row = RowPlan {
            outcome: Outcome::Rejected(Rejection::NoName),
            decision: Decision::Open,
            differences: Vec::new(),
            hints: Vec::new(),
            notes: Vec::new(),
            gentle: false,
            own,
            fresh: own,
            links,
            said: Said::default(),
            draft,
        };
        if row.draft.name.is_empty() {
            return row;
        }
        let found = self.alike(&profile, at);
        row.outcome = match self.identity(state, &row, &profile, &found) {
            Some(Known { id, alias }) => {
                row.gentle = self.followed.get(&id).map_or(alias, |followed| *followed != at);
                if !alias {
                    self.claimed.insert(id, at);
                }
                Outcome::Same(id)
            }
            None => match found.first().filter(|(alike, _)| alike.level < Level::Hint) {
                Some((alike, _)) => Outcome::Duplicate(alike.clone()),
                None => Outcome::New,
            },
        };
        row.fresh = self.free_id(state, &row.draft, own);
        let target = row.known();
        if !matches!(row.outcome, Outcome::Same(_)) {
            let hints = found.into_iter().map(|(alike, _)| alike).filter(|a| a.level == Level::Hint);
            row.hints = hints.collect();
        }
        self.weigh(state, &mut row, target);
        self.file.add(profile);
        self.file_rows.push(at);
        row
    }

    /// What taking the row would change, and what should be said about it.
    fn weigh(&mut self, state: &State, row: &mut RowPlan, target: Option<RecordId>) {
        let linker =
            Linker { state, rules: &self.rules, directory: &self.directory, as_of: self.options.as_of };
        row.said = linker.said(&row.draft, &row.links, target);
        if row.gentle {
            // A row that was merged speaks of the people its own kept record names.
            row.said.others = linker.said(&row.draft, &row.links, Some(row.own)).others;
        }
        row.notes = notes(&linker, row, target);
        if let Outcome::Duplicate(alike) = &mut row.outcome {
            let other = match alike.twin {
                Twin::Ledger(id) => linker.stage_of(id),
                Twin::Row(at) => self.rows.get(at).and_then(|other| other.draft.stage()),
            };
            alike.step = other.zip(row.draft.stage()).map(|(known, new)| stage_step(known, new));
        }
        let others: Vec<(RecordId, Fact)> = match row.outcome {
            Outcome::Same(_) | Outcome::New if !row.gentle => {
                let heard = |(id, fact): &(RecordId, Fact)| Some((*id, self.heard.hear(*id, fact)?));
                row.said.others.iter().filter_map(heard).collect()
            }
            _ => row.said.others.clone(),
        };
        if let Outcome::Same(id) = row.outcome {
            row.differences = differences(state, id, &row.said);
            let follow_up = linker.follow_up(&row.draft, id);
            let words_are_new = follow_up.first().is_some_and(|(id, _)| state.record(*id).is_none());
            if row.gentle {
                row.differences.retain(|d| d.effect == Effect::Fill);
            }
            let overlay = Overlay::default();
            let mut news_of_others =
                others.iter().filter_map(|(id, fact)| difference(state, &overlay, *id, fact));
            let tells = |d: &Difference| {
                if row.gentle { d.effect == Effect::Fill } else { d.effect != Effect::Older }
            };
            if row.changes().next().is_some() || words_are_new || news_of_others.any(|d| tells(&d)) {
                row.outcome = Outcome::Update(id);
            }
        }
    }

    fn linker<'a>(&'a self, state: &'a State) -> Linker<'a> {
        Linker { state, rules: &self.rules, directory: &self.directory, as_of: self.options.as_of }
    }

    /// Everything the row resembles, the surest first; of one level the file's own rows first.
    fn alike(&self, profile: &Profile, at: usize) -> Vec<(Alike, Option<Known>)> {
        let mut found = Vec::new();
        for finding in self.file.find(profile) {
            let Some(&row) = self.file_rows.get(finding.at).filter(|row| **row < at) else { continue };
            let (level, signs) = (finding.likeness.level, finding.likeness.signs);
            found.push((Alike { twin: Twin::Row(row), level, signs, step: None }, None));
        }
        for finding in self.ledger.find(profile) {
            let Some(&known) = self.known.get(finding.at) else { continue };
            // A project that an earlier row is already: the row repeats that row.
            let twin = self.claimed.get(&known.id).map_or(Twin::Ledger(known.id), |&row| Twin::Row(row));
            let (level, signs) = (finding.likeness.level, finding.likeness.signs);
            found.push((Alike { twin, level, signs, step: None }, Some(known)));
        }
        found.arrange_by_key(|(alike, _)| alike.level);
        found
    }

    /// The project of the ledger that the row is beyond doubt: the one it made in an earlier import, or
    /// one with its code, or with its very name and investor.
    fn identity(
        &self,
        state: &State,
        row: &RowPlan,
        profile: &Profile,
        found: &[(Alike, Option<Known>)],
    ) -> Option<Known> {
        let own = row.own;
        let stands = state.resolve(own);
        let kept = state.record(own).is_some_and(|record| !record.is_deleted());
        if kept && state.record(stands).is_some_and(Record::is_live) {
            if stands != own {
                return Some(Known { id: stands, alias: true });
            }
            if !self.claimed.contains_key(&own) {
                return Some(Known { id: own, alias: false });
            }
        }
        let linker = self.linker(state);
        let certain = found.iter().filter(|(alike, _)| alike.level == Level::Certain);
        // A project that another row of the file made is that row's.
        let free = |known: &Known| !self.claimed.contains_key(&known.id) && !self.own.contains(&known.id);
        let known = certain.filter_map(|(_, known)| known.filter(free));
        let exact = known.filter(|known| self.is_exact(state, profile, known.id));
        exact.min_by_key(|known| {
            let said = linker.said(&row.draft, &row.links, Some(known.id));
            (known.alias, differences(state, known.id, &said).len(), known.id)
        })
    }

    /// Whether a project of the ledger has the row's code, or its very name and investor.
    fn is_exact(&self, state: &State, row: &Profile, id: RecordId) -> bool {
        let Some(known) = profile_of(state, &self.rules, id) else { return false };
        let same = |a: &str, b: &str| !a.is_empty() && a == b;
        same(&known.upper_code, &row.upper_code)
            || same(&known.code, &row.code)
            || (known.name.key == row.name.key && known.investor.full == row.investor.full)
    }

    /// The row's own id, or the next one that neither ledger nor file has.
    fn free_id(&self, state: &State, draft: &Draft, own: RecordId) -> RecordId {
        let mut id = own;
        let mut count = 1;
        while state.record(id).is_some_and(|record| !record.is_deleted())
            || id != own && self.own.contains(&id)
        {
            count += 1;
            id = derived(draft, count);
        }
        id
    }
}

/// Each row with its own id: it follows from name, investor and code, and from how often the file had
/// them before, so that the row is known again in the next import.
fn with_own_ids(drafts: Vec<Draft>) -> Vec<(Draft, RecordId)> {
    let mut seen: FxHashMap<RecordId, usize> = FxHashMap::default();
    let mut pair = |draft: Draft| {
        let count = seen.entry(derived(&draft, 1)).or_default();
        *count += 1;
        let own = derived(&draft, *count);
        (draft, own)
    };
    drafts.into_iter().map(&mut pair).collect()
}

fn derived(draft: &Draft, count: usize) -> RecordId {
    let [name, investor, code] = parts(draft);
    match count {
        1 => RecordId::derived(Kind::Project, &[&name, &investor, &code]),
        _ => RecordId::derived(Kind::Project, &[&name, &investor, &code, &count.to_string()]),
    }
}

/// What a project's derived id follows from.
fn parts(draft: &Draft) -> [String; 3] {
    let code = if draft.upper_code.is_empty() { &draft.code } else { &draft.upper_code };
    [plain(&draft.name), CompanyKey::new(&draft.investor.name).full, plain(code)]
}

/// Of each project that a row of this file was once decided to update, the last such row. It is followed
/// like a row that made its project, and any other row of the project only fills gaps. Of a row that
/// updates nothing is kept but that it is merged, since the project holds all that it said.
fn followed(drafts: &[(Draft, RecordId)], state: &State) -> FxHashMap<RecordId, usize> {
    let merged = |(at, (_, own)): (usize, &(Draft, RecordId))| {
        let record =
            state.record(*own).filter(|record| record.merged_into().is_some() && !record.is_deleted())?;
        let marks = [Field::MERGED_INTO, Field::DELETED];
        let is_bare = record.cells().iter().all(|cell| marks.contains(&cell.key.field));
        is_bare.then(|| (state.resolve(*own), at))
    };
    drafts.iter().enumerate().filter_map(merged).collect()
}

/// How the row differs from the project.
fn differences(state: &State, id: RecordId, said: &Said) -> Vec<Difference> {
    let overlay = Overlay::default();
    said.project.iter().filter_map(|fact| difference(state, &overlay, id, fact)).collect()
}

fn notes(linker: &Linker<'_>, row: &RowPlan, target: Option<RecordId>) -> Vec<Note> {
    let mut notes = Vec::new();
    // What a duplicate that says nothing of its stage would become is no question of its own.
    let silent = matches!(row.outcome, Outcome::Duplicate(_)) && row.draft.stage.is_none();
    if let Some(milestone) = linker.undated(&row.draft, target).filter(|_| !silent) {
        notes.push(Note::StageUndated(milestone));
    }
    let word = row.draft.named_milestone().and_then(|milestone| milestone.stage());
    if let Some((word, dates)) = word.zip(row.draft.dated_stage()).filter(|(word, dates)| word < dates) {
        notes.push(Note::StageBelowDates { word, dates });
    }
    let known: Option<Stage> = target.and_then(|id| linker.stage_of(id));
    if let Some((known, says)) = known.zip(row.draft.stage()).filter(|(known, says)| says < known) {
        notes.push(Note::StageBehind { known, row: says });
    }
    if linker.has_other_name(&row.draft, &row.links) {
        notes.push(Note::OtherName);
    }
    if matches!(row.outcome, Outcome::New) && linker.state.record(row.fresh).is_some() {
        notes.push(Note::Restored);
    }
    notes
}

/// The plan of all rows at once.
pub fn plan(drafts: Vec<Draft>, state: &State, options: Options) -> Plan {
    let mut planner = Planner::new(drafts, state, options);
    while planner.step(state, 1000).is_some() {}
    planner.finish()
}
