//! 预警: what is late, missing or behind on a project, by one table of rules that the office may edit.
//!
//! A warning says which rule it is, since when, who is to act, and the one thing that clears it. The light of a
//! project is the worst of its warnings. Nothing here is stored: the same records on the same day give the same
//! warnings.

mod case;
mod duty;
mod kept;
mod lead;
mod limits;
mod past;
mod service;
mod steps;
mod tally;
mod watch;
mod works;

pub use kept::Kept;
pub use lead::{LeadClock, LeadStep, Taken};
pub use limits::{Limits, MOST};
pub use past::{Months, Stood, months};
pub use tally::{Tally, tally};
pub use watch::{Watch, month_word};

use crate::domain::field::ProjectField as P;
use crate::domain::{Date, Milestone, RecordId};

/// How bad it is. Green is no warning.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// 黄灯: soon, or a little.
    Yellow,
    /// 红灯: late, or much.
    Red,
}

impl Level {
    /// Its word in addresses and files.
    pub const fn word(self) -> &'static str {
        match self {
            Level::Yellow => "yellow",
            Level::Red => "red",
        }
    }

    /// The level with this word.
    pub fn from_word(word: &str) -> Option<Self> {
        [Level::Yellow, Level::Red].into_iter().find(|level| level.word() == word)
    }
}

/// What a rule measures, and so how its limits are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measure {
    /// Days after something: a light from the day after that many days.
    After,
    /// Days before something is due: yellow from that many days before, red from the day after it was due.
    Before,
    /// Percentage points behind: yellow from that many, red beyond that many (domain notes R24).
    Points,
    /// There or not there: always this level.
    Fixed(Level),
}

/// Declares the rules: their words, what they measure, and the limits they begin with.
macro_rules! rules {
    ($($(#[$doc:meta])* $name:ident = $word:literal, $measure:expr, $yellow:expr, $red:expr;)*) => {
        /// A rule of warning.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[repr(u8)]
        pub enum Rule { $($(#[$doc])* $name,)* }

        impl Rule {
            /// Every rule in the order of the table.
            pub const ALL: &'static [Rule] = &[$(Rule::$name,)*];

            /// Its word in the settings of the office and in addresses.
            pub const fn word(self) -> &'static str {
                match self { $(Rule::$name => $word,)* }
            }

            /// What it measures.
            pub const fn measure(self) -> Measure {
                match self { $(Rule::$name => $measure,)* }
            }

            /// The limits it begins with: yellow and red.
            pub const fn usual(self) -> (Option<i64>, Option<i64>) {
                match self { $(Rule::$name => ($yellow, $red),)* }
            }
        }
    };
}

use Measure::{After, Before, Fixed, Points};

rules! {
    /// 超期未跟进: the limit itself is that of the stage (domain notes §3.1: remind 7 days before).
    Stale = "stale", Before, Some(7), None;
    /// 答复超时 of a lead (R31: reply in a day; the red limits of the lead clock are ours).
    Reply = "reply", After, Some(1), Some(3);
    /// 研判超时 (R31: assess in three days, in a week if experts are heard).
    Assess = "assess", After, Some(3), Some(7);
    /// 反馈超时 (R31: feedback in a week).
    Feedback = "feedback", After, Some(7), Some(14);
    /// 报告超时 (R31: report every two weeks).
    Report = "report", After, Some(14), Some(28);
    /// 承诺开工逾期 (R24: on plan green, past it yellow, three months red).
    LateStart = "late_start", After, Some(0), Some(90);
    /// 签约未开工, where no start was promised (our reading of R24).
    NotStarted = "not_started", After, Some(90), Some(180);
    /// 开工未入统 (R24: a month yellow, more than two months red).
    Unlisted = "unlisted", After, Some(30), Some(60);
    /// 进度落后 (R24: 10 to 30 points yellow, beyond red).
    Behind = "behind", Points, Some(10), Some(30);
    /// 佐证缺失: a milestone from 签约 on with nothing that shows it.
    Evidence = "evidence", After, Some(0), None;
    /// 政策未兑现.
    Promise = "promise", Before, Some(30), None;
    /// 审批逾期.
    Permit = "permit", Before, Some(7), None;
    /// 问题逾期.
    Issue = "issue", Before, Some(3), None;
    /// 无跟踪负责人 of a project that is signed (domain notes, row 37).
    NoOwner = "no_owner", Fixed(Level::Red), None, None;
    /// 无责任领导 (domain notes, row 13).
    NoLeader = "no_leader", Fixed(Level::Yellow), None, None;
    /// 无责任单位.
    NoUnit = "no_unit", Fixed(Level::Yellow), None, None;
    /// 月度无进展: a month without anything done and without a reason.
    NoProgress = "no_progress", Fixed(Level::Yellow), None, None;
}

impl Rule {
    /// The rule with this word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|rule| rule.word() == word)
    }
}

/// How much it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Amount {
    /// So many days since what the rule counts from.
    Since(i32),
    /// So many days after it was due.
    Late(i32),
    /// It is due in so many days; 0 is today.
    Left(i32),
    /// So many hundredths of a percentage point behind, by the works done.
    Works(i64),
    /// So many hundredths of a percentage point behind, by the money of the year.
    Money(i64),
    /// These milestones: the bit of each is its place in [`Milestone::ALL`].
    Milestones(u16),
    /// The month that begins on this day.
    Month(Date),
    /// Nothing to be counted.
    Plain,
}

/// The one thing that clears a warning.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Remedy {
    /// Follow up.
    FollowUp,
    /// Date a milestone.
    Reach(Milestone),
    /// Give evidence of a milestone.
    Prove(Milestone),
    /// Say on which day a step of the lead clock was taken.
    Step(P),
    /// Bring how much of the works is done up to date.
    Progress,
    /// Record the money that arrived.
    Funds,
    /// See to a permit, a promise or an issue.
    See(RecordId),
    /// Say why nothing was done in the month that begins on this day.
    Explain(Date),
    /// Name who answers for the project.
    Assign(P),
}

/// One thing that is wrong with one project.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Warning {
    /// The project.
    pub project: RecordId,
    /// Which rule says so.
    pub rule: Rule,
    /// How bad it is.
    pub level: Level,
    /// The day from which it has been as bad as that.
    pub since: Date,
    /// How much it is.
    pub amount: Amount,
    /// The permit, promise or issue it is about.
    pub about: Option<RecordId>,
    /// The unit that is to act: the department that has it, else the unit of the project.
    pub unit: Option<RecordId>,
    /// The person who is to act: the owner, unless it is with a department.
    pub person: Option<RecordId>,
    /// What clears it.
    pub remedy: Remedy,
}

impl Warning {
    /// For lists: the worst first, and what has been so longest.
    pub fn order(&self) -> (std::cmp::Reverse<Level>, Date, RecordId, Rule, Option<RecordId>) {
        (std::cmp::Reverse(self.level), self.since, self.project, self.rule, self.about)
    }
}

/// The worst of some warnings; `None` is green.
pub fn worst<'a>(warnings: impl IntoIterator<Item = &'a Warning>) -> Option<Level> {
    warnings.into_iter().map(|warning| warning.level).max()
}

#[cfg(test)]
pub mod fixture;
#[cfg(test)]
mod tests;
