//! The tables that counties send up, with their headings (domain notes §3.7). One a file.

mod chains;
mod digest;
mod duel;
mod heads;
mod indicators;
mod intake;
mod kept;
mod progress;
mod projects;

pub use digest::{KEYWORDS, digest};
pub use progress::COLUMNS as PROGRESS_COLUMNS;

use super::paper::{Part, Table};
use super::{Desk, Say};
use crate::domain::RecordId;

/// Which table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Which {
    /// 招商引资工作目标进度汇总表
    Progress,
    /// 新注册重点项目一览表
    Registered,
    /// 新开工重点项目一览表
    Started,
    /// 新投产重点项目一览表
    Producing,
    /// 党政主职驻外招商进度汇总表
    Heads,
    /// 产业链分局目标情况表
    Chains,
    /// 驻点招商项目信息采集表
    Intake,
    /// 月度绩效比拼表
    Duel,
    /// 考核指标表 of a unit
    Indicators,
    /// 大兑现自评表
    Kept,
    /// 项目进展摘要
    Digest,
}

impl Which {
    /// Every table in its order.
    pub const ALL: [Which; 11] = [
        Which::Progress,
        Which::Registered,
        Which::Started,
        Which::Producing,
        Which::Heads,
        Which::Chains,
        Which::Intake,
        Which::Duel,
        Which::Indicators,
        Which::Kept,
        Which::Digest,
    ];

    /// Its word in addresses and in bulletins that have it attached.
    pub const fn word(self) -> &'static str {
        match self {
            Which::Progress => "progress",
            Which::Registered => "registered",
            Which::Started => "started",
            Which::Producing => "producing",
            Which::Heads => "heads",
            Which::Chains => "chains",
            Which::Intake => "intake",
            Which::Duel => "duel",
            Which::Indicators => "indicators",
            Which::Kept => "kept",
            Which::Digest => "digest",
        }
    }

    /// The table with this word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|which| which.word() == word)
    }

    /// What it is called.
    pub const fn title(self) -> Say {
        match self {
            Which::Progress => Say::ProgressTitle,
            Which::Registered => Say::RegisteredTitle,
            Which::Started => Say::StartedTitle,
            Which::Producing => Say::ProducingTitle,
            Which::Heads => Say::HeadsTitle,
            Which::Chains => Say::ChainsTitle,
            Which::Intake => Say::IntakeTitle,
            Which::Duel => Say::DuelTitle,
            Which::Indicators => Say::IndicatorsTitle,
            Which::Kept => Say::KeptTitle,
            Which::Digest => Say::DigestTitle,
        }
    }
}

/// What a table is made of: one table, or the headings, lines and tables of a digest. `unit` is whose 考核指标表 it is.
pub fn parts(desk: &Desk<'_>, which: Which, unit: Option<RecordId>) -> Vec<Part> {
    let one = |table: Table| vec![Part::Table(table)];
    match which {
        Which::Progress => one(progress::table(desk)),
        Which::Registered => one(projects::table(desk, projects::List::Registered)),
        Which::Started => one(projects::table(desk, projects::List::Started)),
        Which::Producing => one(projects::table(desk, projects::List::Producing)),
        Which::Heads => one(heads::table(desk)),
        Which::Chains => one(chains::table(desk)),
        Which::Intake => one(intake::table(desk)),
        Which::Duel => one(duel::table(desk)),
        Which::Indicators => one(indicators::table(desk, unit)),
        Which::Kept => one(kept::table(desk)),
        Which::Digest => digest(desk),
    }
}
