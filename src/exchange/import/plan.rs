//! What an import would do, row by row, and what a person decided about it.

use super::difference::{Difference, Effect};
use super::directory::Directory;
use super::draft::Draft;
use super::link::{Links, Said};
use crate::domain::{Date, Milestone, RecordId, Stage};
use crate::rules::duplicates::{Level, Sign, StageStep};

/// What the planner is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Options {
    /// The day the file tells of: its own 截至日期 if it names one, else the day of the import. Words of
    /// progress are dated by it, and stages that the file names without a day.
    pub as_of: Date,
}

/// The other account of the same project.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Twin {
    /// A project of the ledger.
    Ledger(RecordId),
    /// An earlier row of the file, by its place in the plan.
    Row(usize),
}

/// A record or row that this row looks like.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alike {
    /// Which.
    pub twin: Twin,
    /// How sure.
    pub level: Level,
    /// Why.
    pub signs: Vec<Sign>,
    /// Whether this row is further on than the other or further back; `None` where either is silent.
    pub step: Option<StageStep>,
}

/// Why a row cannot be taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Rejection {
    /// It names no project.
    NoName,
}

/// What the import proposes for a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// A project that the ledger does not have.
    New,
    /// A project that the ledger has, with other values.
    Update(RecordId),
    /// A project that the ledger has, with nothing to change.
    Same(RecordId),
    /// Perhaps or certainly a second account of a project: a person decides.
    Duplicate(Alike),
    /// Not a project.
    Rejected(Rejection),
}

impl Outcome {
    /// Whether a decision on the other is one on this: the same is asked, about the same project.
    pub fn asks_as(&self, other: &Outcome) -> bool {
        match (self, other) {
            (Outcome::Duplicate(this), Outcome::Duplicate(other)) => this.twin == other.twin,
            _ => self == other,
        }
    }
}

/// What a person decided about a row.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Decision {
    /// Nothing yet. New rows and updates are taken; duplicates are left out.
    #[default]
    Open,
    /// 合并: fill in what the other account lacks, change nothing it has.
    Merge,
    /// 更新: this row's values replace the other's.
    Update,
    /// 两条都留: a project of its own, for this reason.
    KeepBoth(String),
    /// 跳过: leave the row out.
    Skip,
}

/// Something to know about a row that no single cell tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Note {
    /// The stage has no day of its own: the file's day stands for it.
    StageUndated(Milestone),
    /// The row is further back than the ledger: the ledger's stage stays.
    StageBehind {
        /// The ledger's stage.
        known: Stage,
        /// The row's.
        row: Stage,
    },
    /// The stage column says less than the days do: the days hold.
    StageBelowDates {
        /// What the word says.
        word: Stage,
        /// What the days say.
        dates: Stage,
    },
    /// A company of the row is known, by its credit code, under another name: one of the two is wrong.
    OtherName,
    /// The project was deleted (or its import undone) and comes back.
    Restored,
}

/// One row of the plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowPlan {
    /// What the row says.
    pub draft: Draft,
    /// What is proposed.
    pub outcome: Outcome,
    /// What was decided.
    pub decision: Decision,
    /// What would change in the project of the ledger, for [`Outcome::Update`] and [`Outcome::Same`]
    /// (there only values that the ledger has moved on from).
    pub differences: Vec<Difference>,
    /// Others it resembles, not enough to ask.
    pub hints: Vec<Alike>,
    /// Notes on the row.
    pub notes: Vec<Note>,
    /// Whether only empty cells may be filled: the row names a record that was merged into another.
    pub(super) gentle: bool,
    /// The id that follows from what the row says.
    pub(super) own: RecordId,
    /// The id the row gets if it becomes a project of its own: `own`, unless the ledger has that.
    pub(super) fresh: RecordId,
    /// The records it names.
    pub(super) links: Links,
    /// The cells it comes to for its proposed target.
    pub(super) said: Said,
}

impl RowPlan {
    /// Whether a person should look: an undecided duplicate.
    pub fn is_undecided(&self) -> bool {
        matches!(self.outcome, Outcome::Duplicate(_)) && self.decision == Decision::Open
    }

    /// The differences that an undecided import takes.
    pub fn changes(&self) -> impl Iterator<Item = &Difference> {
        self.differences.iter().filter(|difference| difference.effect != Effect::Older)
    }

    /// The record of the ledger that the row is, if the plan knows one.
    pub fn known(&self) -> Option<RecordId> {
        match &self.outcome {
            Outcome::Update(id) | Outcome::Same(id) => Some(*id),
            Outcome::Duplicate(Alike { twin: Twin::Ledger(id), .. }) => Some(*id),
            _ => None,
        }
    }
}

/// The plan of an import.
#[derive(Clone, Debug)]
pub struct Plan {
    /// The rows in the file's order.
    pub rows: Vec<RowPlan>,
    /// What the planner was told.
    pub options: Options,
    /// Who is known by which name.
    pub(super) directory: Directory,
}

/// How many rows of each kind a plan has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// To be added.
    pub new: usize,
    /// To be updated.
    pub update: usize,
    /// With nothing to change.
    pub same: usize,
    /// Duplicates, decided or not.
    pub duplicate: usize,
    /// Duplicates nobody has decided on.
    pub undecided: usize,
    /// Not projects.
    pub rejected: usize,
}

impl Plan {
    /// Counts the rows by outcome.
    pub fn counts(&self) -> Counts {
        let mut counts = Counts::default();
        for row in &self.rows {
            match row.outcome {
                Outcome::New => counts.new += 1,
                Outcome::Update(_) => counts.update += 1,
                Outcome::Same(_) => counts.same += 1,
                Outcome::Duplicate(_) => counts.duplicate += 1,
                Outcome::Rejected(_) => counts.rejected += 1,
            }
            counts.undecided += usize::from(row.is_undecided());
        }
        counts
    }

    /// Decides on a row.
    pub fn decide(&mut self, row: usize, decision: Decision) {
        if let Some(row) = self.rows.get_mut(row) {
            row.decision = decision;
        }
    }

    /// Decides alike on every undecided duplicate that is as sure as this one and of the same side
    /// (file or ledger). Returns how many.
    pub fn decide_all_like(&mut self, row: usize, decision: &Decision) -> usize {
        let kind = |plan: &RowPlan| match &plan.outcome {
            Outcome::Duplicate(alike) => Some((alike.level, matches!(alike.twin, Twin::Row(_)))),
            _ => None,
        };
        let Some(wanted) = self.rows.get(row).and_then(kind) else { return 0 };
        let like = self.rows.iter_mut().filter(|plan| plan.is_undecided() && kind(plan) == Some(wanted));
        like.map(|plan| plan.decision = decision.clone()).count()
    }
}
