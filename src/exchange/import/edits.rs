//! From a decided plan to the edits of one command.

use super::difference::{Effect, Overlay, difference};
use super::draft::Fact;
use super::heard::Heard;
use super::link::{Linker, Said, UNDATED};
use super::plan::{Alike, Decision, Outcome, Plan, RowPlan, Twin};
use crate::domain::field::ProjectField as P;
use crate::domain::{Field, Kind, Milestone, RecordId, Value};
use crate::ledger::{CellKey, Edit, Record, State};
use crate::rules::OfficeRules;
use rustc_hash::FxHashMap;
use std::collections::BTreeSet;
use std::rc::Rc;

/// One cell to be written, its element still a word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Write {
    /// The record.
    pub record: RecordId,
    /// The cell and its value.
    pub fact: Fact,
}

/// What a decided plan comes to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Changes {
    /// Every cell that changes.
    pub writes: Vec<Write>,
    /// The records that come into being (or back), by kind and id.
    pub created: BTreeSet<RecordId>,
    /// The projects of the ledger that change.
    pub updated: BTreeSet<RecordId>,
    /// Rows kept as records of their own that were merged into another.
    pub merged: BTreeSet<RecordId>,
    /// Rows that are left out, by their place in the plan.
    pub left_out: Vec<usize>,
}

impl Changes {
    /// How many records of a kind come into being.
    pub fn created_of(&self, kind: Kind) -> usize {
        self.created.iter().filter(|id| id.kind == kind).count()
    }

    /// Whether the import changes nothing.
    pub fn is_empty(&self) -> bool {
        self.writes.is_empty()
    }

    /// The edits. `element` gives the number of an element's word.
    pub fn edits(&self, mut element: impl FnMut(&str) -> u32) -> Vec<Edit> {
        let mut edit = |write: &Write| {
            let Fact { field, element: word, value } = &write.fact;
            Edit::new(write.record, CellKey::of(*field, element(word)), value.clone())
        };
        self.writes.iter().map(&mut edit).collect()
    }
}

/// How a row's cells are taken.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Mode {
    /// Everything: the record is new.
    Create,
    /// New and changed values, but none that the ledger has moved on from.
    Follow,
    /// Only what is empty.
    Fill,
    /// Everything that differs.
    Force,
}

impl Mode {
    fn takes(self, effect: Effect) -> bool {
        match self {
            Mode::Create | Mode::Force => true,
            Mode::Follow => effect != Effect::Older,
            Mode::Fill => effect == Effect::Fill,
        }
    }
}

/// Works a plan out against the ledger.
pub fn work_out(plan: &Plan, state: &State) -> Changes {
    let rules = OfficeRules::read(state);
    let linker = Linker { state, rules: &rules, directory: &plan.directory, as_of: plan.options.as_of };
    let mut work = Work {
        state,
        linker,
        overlay: Overlay::default(),
        heard: Heard::default(),
        result: Changes::default(),
    };
    let replaced = replaced(plan);
    // The record that each row became, for the rows that repeat it.
    let mut became: Vec<Option<RecordId>> = Vec::with_capacity(plan.rows.len());
    for (at, row) in plan.rows.iter().enumerate() {
        let target = target(row, &became);
        let Some((id, mode)) = target else {
            work.result.left_out.push(at);
            // A project that the ledger has is still the one that later rows repeat.
            became.push(match row.outcome {
                Outcome::Update(id) | Outcome::Same(id) => Some(id),
                _ => None,
            });
            continue;
        };
        let by = replaced.get(&at).and_then(|by| plan.rows.get(*by)).map(|by| by.fresh);
        // A new project that a later row replaces is that later row's from the start.
        let id = by.filter(|_| mode == Mode::Create).unwrap_or(id);
        let is_replaced = by.is_some() && row.own != id;
        // The row that was decided to replace it has spoken already.
        let mode = if replaced.get(&at).is_some_and(|by| *by < at) { Mode::Fill } else { mode };
        // What is replaced does not speak of others either: the next import knows it as merged.
        let of_others = if is_replaced { Mode::Fill } else { mode };
        work.take(row, id, mode, of_others);
        let is_one = matches!(row.decision, Decision::Merge | Decision::Update);
        if is_one && matches!(row.outcome, Outcome::Duplicate(_)) || is_replaced {
            work.keep_merged(row, id, by.is_some());
        }
        became.push(Some(id));
        // Where the row it repeats is left out it stands in that row's place.
        if let Outcome::Duplicate(Alike { twin: Twin::Row(other), .. }) = row.outcome
            && let Some(place @ None) = became.get_mut(other)
            && !matches!(row.decision, Decision::KeepBoth(_))
        {
            *place = Some(id);
        }
    }
    work.result
}

/// What tells of one project: rows of a project of the ledger, or of the first row of a new one.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Group {
    Project(RecordId),
    Row(usize),
}

/// Rows whose values another row of the file was decided to replace, with the last that does. What such
/// a row said is kept as a record merged into the project, so that the next import of the file does not
/// bring it back.
fn replaced(plan: &Plan) -> FxHashMap<usize, usize> {
    let mut groups: Vec<Group> = Vec::with_capacity(plan.rows.len());
    let mut winners: FxHashMap<Group, usize> = FxHashMap::default();
    for (at, row) in plan.rows.iter().enumerate() {
        let is_one = matches!(row.decision, Decision::Merge | Decision::Update);
        let group = match &row.outcome {
            Outcome::Same(id) | Outcome::Update(id) if row.decision != Decision::Skip => Group::Project(*id),
            Outcome::Duplicate(Alike { twin: Twin::Ledger(id), .. }) if is_one => Group::Project(*id),
            Outcome::Duplicate(Alike { twin: Twin::Row(twin), .. }) if is_one => groups[*twin],
            _ => Group::Row(at),
        };
        if matches!(row.outcome, Outcome::Duplicate(_)) && row.decision == Decision::Update {
            winners.insert(group, at);
        }
        groups.push(group);
    }
    let loser = |(at, group)| Some((at, *winners.get(group).filter(|winner| **winner != at)?));
    groups.iter().enumerate().filter_map(loser).collect()
}

/// Which record a row goes to and how; `None` where it is left out.
fn target(row: &RowPlan, became: &[Option<RecordId>]) -> Option<(RecordId, Mode)> {
    let other = |twin: &Twin| match twin {
        Twin::Ledger(id) => Some(*id),
        Twin::Row(at) => became.get(*at).copied().flatten(),
    };
    let known = |mode| if row.gentle { Mode::Fill } else { mode };
    match (&row.outcome, &row.decision) {
        (Outcome::Rejected(_), _) | (_, Decision::Skip) | (Outcome::Duplicate(_), Decision::Open) => None,
        (_, Decision::KeepBoth(_)) | (Outcome::New, _) => Some((row.fresh, Mode::Create)),
        (Outcome::Update(id) | Outcome::Same(id), Decision::Open) => Some((*id, known(Mode::Follow))),
        (Outcome::Update(id) | Outcome::Same(id), Decision::Merge) => Some((*id, Mode::Fill)),
        (Outcome::Update(id) | Outcome::Same(id), Decision::Update) => Some((*id, Mode::Force)),
        (Outcome::Duplicate(alike), decision) => Some(match other(&alike.twin) {
            Some(id) if *decision == Decision::Merge => (id, Mode::Fill),
            Some(id) => (id, Mode::Force),
            // The row it repeats is left out, so it stands in its place.
            None => (row.fresh, Mode::Create),
        }),
    }
}

struct Work<'a> {
    state: &'a State,
    linker: Linker<'a>,
    overlay: Overlay,
    heard: Heard,
    result: Changes,
}

impl Work<'_> {
    fn take(&mut self, row: &RowPlan, id: RecordId, mode: Mode, of_others: Mode) {
        let creating = mode == Mode::Create || !self.exists(id);
        if creating {
            self.create(id);
        }
        let planned_for = row.known();
        let relinked: Said;
        let said = if planned_for == Some(id) {
            &row.said
        } else {
            let of = self.exists(id).then_some(id);
            relinked = self.linker.said(&row.draft, &row.links, of);
            &relinked
        };
        let undated = self.dated_by_another(row, id).map(Milestone::word);
        for fact in &said.project {
            let is_of_stage = [P::MilestoneDate, P::MilestoneNote].iter().any(|f| f.field() == fact.field);
            if !is_of_stage || undated != Some(&*fact.element) {
                self.write(id, fact, mode);
            }
        }
        // A row before had the stage without a day.
        for (milestone, _) in row.draft.dates.iter().filter(|_| mode != Mode::Fill) {
            let note = (id, P::MilestoneNote.field(), milestone.word().into());
            if self.overlay.get(&note).and_then(Value::as_text) == Some(UNDATED) {
                self.write(id, &Fact::of(P::MilestoneNote, milestone.word(), Value::Empty), mode);
            }
        }
        if let Decision::KeepBoth(reason) = &row.decision {
            self.write(id, &Fact::one(P::KeptApart, Value::text(reason)), Mode::Force);
        }
        let of_others = if of_others == Mode::Create { Mode::Follow } else { of_others };
        for (other, fact) in &said.others {
            self.create(*other);
            // What only fills gaps is apart from what the file says.
            if of_others == Mode::Fill {
                self.write(*other, fact, of_others);
            } else if let Some(fact) = self.heard.hear(*other, fact) {
                self.write(*other, &fact, of_others);
            }
        }
        self.take_progress(row, id, creating);
    }

    /// The stage that the row names without a day, if a row before gave it a day or brought the project
    /// further.
    fn dated_by_another(&self, row: &RowPlan, id: RecordId) -> Option<Milestone> {
        let undated = self.linker.undated(&row.draft, None)?;
        let mut reached = Milestone::ALL.iter().filter(|m| **m >= undated);
        let has_day = |m: &Milestone| {
            let day = self.overlay.get(&(id, P::MilestoneDate.field(), m.word().into()));
            day.is_some_and(|day| !day.is_empty())
        };
        reached.any(has_day).then_some(undated)
    }

    /// Keeps a merged row as a record that was merged: nothing it says is lost, and the next import
    /// knows it again. `by_another` if another row of the file replaces what it said.
    fn keep_merged(&mut self, row: &RowPlan, into: RecordId, by_another: bool) {
        if row.fresh == into {
            return;
        }
        self.result.merged.insert(row.fresh);
        self.revive(row.fresh);
        if row.decision == Decision::Update && !by_another {
            // The project holds all of it; see `is_followed`.
            self.write(row.fresh, &Fact::one(Field::MERGED_INTO, Value::Ref(into)), Mode::Create);
            return;
        }
        // It names the people and companies that the project it went into was taken to name.
        let of = self.exists(into).then_some(into);
        let taken = self.linker.said(&row.draft, &row.links, of).project;
        for fact in &self.linker.said(&row.draft, &row.links, None).project {
            let is_link = matches!(fact.value, Value::Ref(_));
            let as_taken = taken.iter().find(|other| is_link && other.field == fact.field);
            self.write(row.fresh, as_taken.unwrap_or(fact), Mode::Create);
        }
        self.write(row.fresh, &Fact::one(Field::MERGED_INTO, Value::Ref(into)), Mode::Create);
    }

    /// Words of progress are kept once. A follow-up that somebody deleted stays so, unless its project
    /// comes back too.
    fn take_progress(&mut self, row: &RowPlan, project: RecordId, creating: bool) {
        let cells = self.linker.follow_up(&row.draft, project);
        let Some((id, _)) = cells.first() else { return };
        if self.state.record(*id).is_some() && !creating {
            return;
        }
        self.create(*id);
        for (id, fact) in &cells {
            self.write(*id, fact, Mode::Create);
        }
    }

    fn exists(&self, id: RecordId) -> bool {
        self.state.record(id).is_some_and(|record| !record.is_deleted())
    }

    /// Notes that a record comes into being, or back from deletion.
    fn create(&mut self, id: RecordId) {
        if self.exists(id) || !self.result.created.insert(id) {
            return;
        }
        self.revive(id);
        if self.state.record(id).is_some_and(|record| record.merged_into().is_some()) {
            self.put(id, Field::MERGED_INTO, "".into(), Value::Empty);
        }
    }

    fn revive(&mut self, id: RecordId) {
        if self.state.record(id).is_some_and(Record::is_deleted) {
            self.put(id, Field::DELETED, "".into(), Value::Bool(false));
        }
    }

    fn write(&mut self, id: RecordId, fact: &Fact, mode: Mode) {
        let Some(found) = difference(self.state, &self.overlay, id, fact) else { return };
        if !mode.takes(found.effect) {
            return;
        }
        let fresh = self.result.created.contains(&id) || self.result.merged.contains(&id);
        if id.kind == Kind::Project && !fresh {
            self.result.updated.insert(id);
        }
        self.put(id, found.field, found.element, found.new);
    }

    fn put(&mut self, record: RecordId, field: Field, element: Rc<str>, value: Value) {
        self.overlay.insert((record, field, element.clone()), value.clone());
        self.result.writes.push(Write { record, fact: Fact { field, element, value } });
    }
}
