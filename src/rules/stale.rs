//! 超期未跟进: how long a project may go without a follow-up, by stage.

use crate::domain::{Date, Stage};

/// Days without follow-up before a project is stale, by stage; `None` means never.
///
/// Defaults from domain notes §3.1 (field 预警状态): 在谈 30, 签约 20, 落地 15. Planning has the limit of
/// talks; from the start of works on progress is watched by nodes, here at 30 days until production.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StaleLimits([Option<i32>; Stage::ALL.len()]);

impl Default for StaleLimits {
    fn default() -> Self {
        Self([Some(30), Some(30), Some(20), Some(15), Some(30), Some(30), None, None])
    }
}

impl StaleLimits {
    /// The limit of a stage.
    pub fn get(&self, stage: Stage) -> Option<i32> {
        self.0[stage as usize]
    }

    /// Sets the limit of a stage.
    pub fn set(&mut self, stage: Stage, days: Option<i32>) {
        self.0[stage as usize] = days;
    }
}

/// How many days beyond its limit a project has gone without a follow-up; `None` while it is within
/// the limit, has none, or nothing dates it. `last` is its latest follow-up, else the latest thing
/// known of it. The day the limit is reached is not yet stale.
pub fn days_stale(limits: &StaleLimits, stage: Stage, last: Option<Date>, today: Date) -> Option<i32> {
    let over = today.since(last?) - limits.get(stage)?;
    (over > 0).then_some(over)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stale_from_the_day_after_the_limit() {
        let day = |d| Date::ymd(2026, 9, d).expect("a day");
        let limits = StaleLimits::default();
        let stale = |today| days_stale(&limits, Stage::Landed, Some(day(1)), day(today));
        assert_eq!((stale(15), stale(16), stale(17)), (None, None, Some(1)));
        assert_eq!(days_stale(&limits, Stage::AtCapacity, Some(day(1)), day(30)), None);
        assert_eq!(days_stale(&limits, Stage::Landed, None, day(30)), None);
    }
}
