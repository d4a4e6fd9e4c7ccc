//! 预警灯: whether a project is being followed up in time.

use crate::domain::{Date, Stage};
use crate::rules::{ProjectSummary, StaleLimits};

/// The light of a card.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Light {
    /// Followed up in time.
    Green,
    /// The limit is near.
    Yellow,
    /// Beyond the limit.
    Red,
}

/// Days before the limit from which a project is shown yellow (domain notes §3.1, field 预警状态:
/// "remind 7 days before").
const REMIND_DAYS: i32 = 7;

/// The light of a project; `None` where its stage has no limit, nothing dates it, or it left the
/// pipeline. What counts is its latest follow-up, or the day it entered its stage if later.
pub fn light(limits: &StaleLimits, summary: &ProjectSummary, today: Date) -> Option<Light> {
    if summary.exit.is_some() {
        return None;
    }
    let last = summary.last_follow_up.max(summary.stage_since)?;
    light_of(limits, summary.stage, last, today)
}

fn light_of(limits: &StaleLimits, stage: Stage, last: Date, today: Date) -> Option<Light> {
    let left = limits.get(stage)? - today.since(last);
    Some(match left {
        ..0 => Light::Red,
        0..REMIND_DAYS => Light::Yellow,
        _ => Light::Green,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::days_stale;

    #[test]
    fn red_is_stale_and_yellow_comes_seven_days_before() {
        let limits = StaleLimits::default();
        let last = Date::ymd(2026, 9, 1).expect("a day");
        let after = |days| light_of(&limits, Stage::Signed, last, last.plus(days));
        assert_eq!(after(0), Some(Light::Green));
        assert_eq!(after(13), Some(Light::Green));
        assert_eq!(after(14), Some(Light::Yellow));
        assert_eq!(after(20), Some(Light::Yellow));
        assert_eq!(after(21), Some(Light::Red));
        assert_eq!(light_of(&limits, Stage::AtCapacity, last, last.plus(900)), None);
        for days in 0..60 {
            let stale = days_stale(&limits, Stage::Signed, Some(last), last.plus(days)).is_some();
            assert_eq!(stale, after(days) == Some(Light::Red), "{days}");
        }
    }
}
