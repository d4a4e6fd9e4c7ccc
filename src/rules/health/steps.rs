//! From one milestone to the next: how many went on, and in how many days.

use super::{Case, is_enough};
use crate::domain::{RecordId, Stage};
use crate::rules::median::median_tenths;
use crate::rules::query::DayRange;

/// 转化: what became of the projects that reached a stage within a period.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Step {
    /// The stage.
    pub from: Stage,
    /// How many reached it in the period.
    pub reached: usize,
    /// How many of them are beyond it by now, also by a later stage than the next.
    pub moved: usize,
    /// How many of them left from it for good.
    pub lost: usize,
}

impl Step {
    /// How many stand there still, those on hold included.
    pub const fn waiting(&self) -> usize {
        self.reached - self.moved - self.lost
    }
}

/// Every stage but the last, for the projects that reached it in `range`. What has no day of its own is in no period:
/// a project whose landing was never dated is not among those that landed.
pub fn steps(cases: &[Case], range: DayRange) -> Vec<Step> {
    let last = Stage::ALL.len() - 1;
    let step = |&from: &Stage| {
        let mut step = Step { from, reached: 0, moved: 0, lost: 0 };
        for case in cases.iter().filter(|case| case.day_in(from, range).is_some()) {
            step.reached += 1;
            if case.stage > from {
                step.moved += 1;
            } else if case.is_lost() {
                step.lost += 1;
            }
        }
        step
    };
    Stage::ALL[..last].iter().map(step).collect()
}

/// The spans that are measured: each stage to the next, then 签约→开工 and 签约→投产, by which counties are compared
/// (domain notes, row 57).
pub const SPANS: [(Stage, Stage); 9] = [
    (Stage::Planned, Stage::Negotiating),
    (Stage::Negotiating, Stage::Signed),
    (Stage::Signed, Stage::Landed),
    (Stage::Landed, Stage::Started),
    (Stage::Started, Stage::Completed),
    (Stage::Completed, Stage::InProduction),
    (Stage::InProduction, Stage::AtCapacity),
    (Stage::Signed, Stage::Started),
    (Stage::Signed, Stage::InProduction),
];

/// How many days lie between two milestones.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Between {
    /// The first milestone's stage.
    pub from: Stage,
    /// The second one's.
    pub to: Stage,
    /// How many projects were measured.
    pub cases: usize,
    /// The median in tenths of a day; `None` of fewer than [`super::MIN_CASES`].
    pub median: Option<i64>,
    /// The 90th percentile in days: nine in ten took no longer. `None` like the median.
    pub most: Option<i32>,
    /// Reached the second in the period, but the first has no day that counts: not measured.
    pub undated: usize,
    /// The second is dated before the first: not measured.
    pub backwards: usize,
}

/// The days from `from` to `to` of the projects that reached `to` in `range`. Two milestones on one day are 0 days
/// apart and count.
pub fn between(cases: &[Case], (from, to): (Stage, Stage), range: DayRange) -> Between {
    let (mut days, mut undated, mut backwards) = (Vec::new(), 0, 0);
    for case in cases {
        let Some(end) = case.day_in(to, range) else { continue };
        match case.days[from as usize].map(|start| end.since(start)) {
            None => undated += 1,
            Some(..0) => backwards += 1,
            Some(span) => days.push(span),
        }
    }
    days.sort_unstable();
    let enough = is_enough(days.len());
    Between {
        from,
        to,
        cases: days.len(),
        median: median_tenths(&days).filter(|_| enough),
        most: nearest_rank(&days, 90).filter(|_| enough),
        undated,
        backwards,
    }
}

/// The projects behind the numbers of a [`Between`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Spanned {
    /// Those that were measured.
    pub measured: Vec<RecordId>,
    /// Those of which the first milestone has no day that counts.
    pub undated: Vec<RecordId>,
    /// Those of which the second is dated before the first.
    pub backwards: Vec<RecordId>,
}

/// The projects that [`between`] counts.
pub fn spanned(cases: &[Case], (from, to): (Stage, Stage), range: DayRange) -> Spanned {
    let mut found = Spanned::default();
    for case in cases {
        let Some(end) = case.day_in(to, range) else { continue };
        let part = match case.days[from as usize].map(|start| end.since(start)) {
            None => &mut found.undated,
            Some(..0) => &mut found.backwards,
            Some(_) => &mut found.measured,
        };
        part.push(case.id);
    }
    found
}

/// The smallest of sorted days that at least `percent` of them do not exceed.
fn nearest_rank(sorted: &[i32], percent: usize) -> Option<i32> {
    let rank = (sorted.len() * percent).div_ceil(100);
    sorted.get(rank.checked_sub(1)?).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_median_is_the_middle_and_the_ninetieth_the_nearest_rank() {
        assert_eq!(median_tenths(&[]), None);
        assert_eq!(median_tenths(&[7]), Some(70));
        // (10 + 15) / 2 = 12.5
        assert_eq!(median_tenths(&[3, 10, 15, 90]), Some(125));
        assert_eq!(median_tenths(&[3, 10, 10, 10, 90]), Some(100), "equal days are days like any other");
        // 90 % of 10 is 9: the ninth; of 5 is 4.5: the fifth.
        assert_eq!(nearest_rank(&[1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 90), Some(9));
        assert_eq!(nearest_rank(&[1, 2, 3, 4, 50], 90), Some(50));
        assert_eq!(nearest_rank(&[], 90), None);
    }
}
