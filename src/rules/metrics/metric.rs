//! The definition of a metric, as it is edited and exchanged.

use crate::domain::{Decimal, Label};
use crate::rules::query::Filter;
use serde::{Deserialize, Serialize};

/// A metric.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Metric {
    /// What names it in rule sheets and targets; never changed.
    pub word: String,
    /// 指标名称
    pub name: Label,
    /// In what it is counted.
    pub unit: Unit,
    /// Where its numbers come from.
    pub source: Source,
    /// What must hold of the projects, or of the other records that it counts: thresholds, capital origin, exclusions.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub filters: Vec<Filter>,
    /// Whom a project counts for.
    #[serde(skip_serializing_if = "is_default")]
    pub credit: Credit,
    /// Which of its people a project counts for, where people are scored.
    #[serde(skip_serializing_if = "is_default")]
    pub person: PersonOf,
}

fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}

/// In what a metric is counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Unit {
    /// 个
    #[default]
    Piece,
    /// 次
    Time,
    /// 人次
    Person,
    /// 天
    Day,
    /// 元, shown in 万元 or 亿元.
    Yuan,
    /// 万美元
    WanUsd,
    /// A percentage: 50 is half.
    Percent,
    /// 分
    Point,
}

/// Where the numbers of a metric come from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Source {
    /// Projects that reached a milestone in the period.
    Milestone {
        /// The word of the milestone.
        milestone: String,
        /// Which of its dates counts.
        #[serde(default)]
        date: DateOf,
        /// Only what a reviewer recognised (认定) counts; otherwise also what is stated and not returned.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        recognised_only: bool,
        /// What of each project is summed.
        #[serde(default)]
        amount: Amount,
        /// The project counts in the period of this milestone instead, once it has reached the other: 开工率 by the
        /// year's signings (domain notes §2.5).
        #[serde(default, skip_serializing_if = "Option::is_none")]
        dated_by: Option<String>,
        /// Only within so many months of that milestone: “assessed within two years of introduction”.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        within: Option<Within>,
    },
    /// Money that arrived in the period (到位资金), on projects that meet the conditions.
    Funds {
        /// Only tranches that a reviewer recognised.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        recognised_only: bool,
        /// Only from these sources (来源); without any, from all.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        sources: Vec<String>,
        /// Shares by use (用途): working capital counts 30 % in one published rule (鄞州 2008). What is not listed counts
        /// in full.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        uses: Vec<(String, Decimal)>,
    },
    /// Projects at these stages on the day asked, whenever they came there.
    Standing {
        /// The words of the stages.
        stages: Vec<String>,
        /// What of each project is summed.
        #[serde(default)]
        amount: Amount,
    },
    /// Other records: trips, receptions, follow-ups, days at post, problems.
    Records {
        /// The word of their kind.
        records: String,
        /// The word of the field that is summed, or of the family whose members are counted; without it, the records.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        field: Option<String>,
    },
    /// Numbers entered by hand (填报), with their source.
    Entered {
        /// How several entries of a period become one.
        #[serde(default)]
        entering: Entering,
    },
}

impl Default for Source {
    fn default() -> Self {
        Source::Milestone {
            milestone: "signed".to_owned(),
            date: DateOf::default(),
            recognised_only: false,
            amount: Amount::default(),
            dated_by: None,
            within: None,
        }
    }
}

/// Which date of a milestone counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DateOf {
    /// When it happened.
    #[default]
    Event,
    /// 认定日期: when it was recognised.
    Recognised,
    /// The date of the second bureau (开工: 发改 and 经信 hold their own).
    Other,
}

/// So many months after a milestone.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Within {
    /// The word of the milestone.
    pub of: String,
    /// The months.
    pub months: u32,
}

/// What of a project is summed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Amount {
    /// Itself: 1.
    #[default]
    Count,
    /// 总投资
    Total,
    /// 固定资产投资
    Fixed,
    /// 一期投资
    Phase1,
    /// 注册资本
    Registered,
    /// FDI 金额
    Fdi,
}

/// Whom a project counts for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Credit {
    /// 责任单位, in full.
    #[default]
    Responsible,
    /// By what was agreed when it moved between units, on the day it counts (domain notes R18).
    Shares,
    /// 首谈单位 keeps this share, the responsible unit the rest (domain notes R19: 3:7).
    FirstTalk(Decimal),
    /// 落地单位 gets this share, the responsible unit the rest.
    Host(Decimal),
}

/// Which of its people a project counts for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PersonOf {
    /// 跟踪负责人
    #[default]
    Owner,
    /// 责任领导
    Leader,
}

/// How several entries of a period become one number.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Entering {
    /// 累加: each entry is a part.
    #[default]
    Sum,
    /// 以最新为准: each entry is the number up to its day.
    Latest,
}
