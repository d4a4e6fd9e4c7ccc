//! The formulas by which published rules score (domain notes §2.3), one file each. What a formula does not define, such
//! as a target of nothing, is a stated choice and no accident of arithmetic.

mod bands;
mod blend;
mod deduct;
mod over_target;
mod panel;
mod place;
mod power;
mod ratio;
mod relative;
mod simple;
mod working;

pub use bands::{Band, Bands};
pub use blend::{Blend, Part};
pub use deduct::Deduct;
pub use over_target::{OverTarget, SizeBand};
pub use panel::{GraderClass, Panel};
pub use place::{Basis, Place};
pub use power::Power;
pub use ratio::{Ratio, TimeRatio};
pub use relative::{MixRatio, RelativeMax};
pub use simple::{Fixed, PerUnit, RankGain};
pub use working::{Bound, Cause, Role, Term, Working};

use serde::{Deserialize, Serialize};

/// How an item scores.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Formula {
    /// 完成率: weight × done ÷ target.
    Ratio(Ratio),
    /// 序时完成率: weight × done ÷ (target × elapsed share).
    TimeRatio(TimeRatio),
    /// 功效系数法: weight × (floor + (1 − floor) × (x − min) ÷ (max − min)).
    Power(Power),
    /// 与组内最高比: weight × own ÷ the highest of the group.
    RelativeMax(RelativeMax),
    /// 分档: a table of points.
    Bands(Bands),
    /// 按件计分: points × count.
    PerUnit(PerUnit),
    /// 加权完成率: several completion rates, each with a share.
    Blend(Blend),
    /// 占比: weight × a part ÷ its whole.
    MixRatio(MixRatio),
    /// 超额加分: points for each step over the target.
    OverTarget(OverTarget),
    /// 扣分: the weight less points for each fault.
    Deduct(Deduct),
    /// 评委打分: the marks of graders.
    Panel(Panel),
    /// 进位加分: points for each place gained.
    RankGain(RankGain),
    /// 定额: the weight, where the gate is met.
    Fixed(Fixed),
}

/// What is given where a formula says nothing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Undefined {
    /// 不得分
    #[default]
    Zero,
    /// 得满分
    Full,
    /// 不计此项: the item is left out and the others weigh more, so that full marks stay the same.
    Leave,
}

impl Formula {
    /// The words of the metrics that it asks for.
    pub fn metrics(&self) -> Vec<&str> {
        match self {
            Formula::Ratio(f) => vec![&f.metric],
            Formula::TimeRatio(f) => vec![&f.metric],
            Formula::Power(f) => vec![&f.metric],
            Formula::RelativeMax(f) => vec![&f.metric],
            Formula::Bands(f) => vec![&f.metric],
            Formula::PerUnit(f) => vec![&f.metric],
            Formula::Blend(f) => f.parts.iter().map(|part| part.metric.as_str()).collect(),
            Formula::MixRatio(f) => vec![&f.part, &f.whole],
            Formula::OverTarget(f) => vec![&f.metric],
            Formula::Deduct(f) => vec![&f.metric],
            Formula::Panel(f) => vec![&f.metric],
            Formula::RankGain(_) | Formula::Fixed(_) => Vec::new(),
        }
    }

    /// The score of one subject, with how it came about.
    pub fn work(&self, at: &Place<'_>) -> Working {
        match self {
            Formula::Ratio(f) => f.work(at),
            Formula::TimeRatio(f) => f.work(at),
            Formula::Power(f) => f.work(at),
            Formula::RelativeMax(f) => f.work(at),
            Formula::Bands(f) => f.work(at),
            Formula::PerUnit(f) => f.work(at),
            Formula::Blend(f) => f.work(at),
            Formula::MixRatio(f) => f.work(at),
            Formula::OverTarget(f) => f.work(at),
            Formula::Deduct(f) => f.work(at),
            Formula::Panel(f) => f.work(at),
            Formula::RankGain(f) => f.work(at),
            Formula::Fixed(f) => f.work(at),
        }
    }
}

#[cfg(test)]
mod tests;
