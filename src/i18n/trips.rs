//! 外出招商: kinds, states, and what is missing from a trip, with the words of its tables.

use super::assess_hearings::judged;
use super::service::{issue_standing, promise_standing};
use super::{Lang, Text};
use crate::rules::query::Closed;
use crate::rules::trips::{Fault, TripKind, TripState};
use crate::rules::{issues, pledges, promises};

/// 带队, 跟随 or 独立.
pub const fn kind(kind: TripKind) -> Text {
    match kind {
        TripKind::Led => Text::new("带队", "Led"),
        TripKind::Accompanied => Text::new("跟随", "Accompanied"),
        TripKind::Independent => Text::new("独立", "Independent"),
    }
}

/// How far a trip has come.
pub const fn state(state: TripState) -> Text {
    match state {
        TripState::ToFile => Text::new("待备案", "To be filed"),
        TripState::Filed => Text::new("已备案", "Filed"),
        TripState::Out => Text::new("在外", "Out"),
        TripState::ToClose => Text::new("待销假", "To be closed"),
        TripState::Closed => Text::new("已销假", "Closed"),
    }
}

/// What is missing or contradicts itself, in a word or two.
pub const fn fault(fault: Fault) -> Text {
    match fault {
        Fault::NoUnit => Text::new("未填单位", "No unit"),
        Fault::NoLeader => Text::new("未填带队人", "Nobody led"),
        Fault::NoStart => Text::new("未填出发日期", "No departure"),
        Fault::EndBeforeStart => Text::new("返回早于出发", "Back before leaving"),
        Fault::NotFollowed => Text::new("填“未跟随”，实有县领导", "Says not accompanied, but was"),
        Fault::FiledLate => Text::new("未事先备案", "Not filed before"),
        Fault::NoEnd => Text::new("未填返回日期", "No return"),
        Fault::NoResults => Text::new("未填成果", "No results"),
    }
}

/// What to do about it.
pub const fn remedy(fault: Fault) -> Text {
    match fault {
        Fault::NoUnit => Text::new(
            "没有单位，不计入任何单位。请填单位。",
            "Without a unit it counts for none. Name the unit.",
        ),
        Fault::NoLeader => Text::new(
            "没有带队人，分不清带队、跟随、独立。请填带队领导。",
            "Without a leader its kind cannot be told. Say who led.",
        ),
        Fault::NoStart => Text::new(
            "没有出发日期，不计入任何月份。请填出发日期。",
            "Without a departure no month counts it. Give the day.",
        ),
        Fault::EndBeforeStart => Text::new(
            "返回日期早于出发日期，天数算不出。请核对。",
            "It is back before it left, so it has no days. Check both days.",
        ),
        Fault::NotFollowed => Text::new(
            "填的是未跟随县领导，但名单里有县领导，按跟随统计。请改“是否跟随”或名单。",
            "It says that no county leader came along, but one is named; it counts as accompanied. Correct one of the two.",
        ),
        Fault::FiledLate => Text::new("出发前没有备案，或出发后才备案。", "It was not filed before leaving."),
        Fault::NoEnd => Text::new(
            "已销假，但没有返回日期，天数算不出。",
            "It is closed without a day of return, so it has no days.",
        ),
        Fault::NoResults => Text::new("已销假，但没有写成果。", "It is closed without results."),
    }
}

/// A word of one of these lists; one that is not known is nothing.
pub fn closed(of: Closed, word: &str) -> Text {
    let none = Text::new("", "");
    match of {
        Closed::TripKind => TripKind::ALL.into_iter().find(|it| it.word() == word).map_or(none, kind),
        Closed::TripState => TripState::ALL.into_iter().find(|it| it.word() == word).map_or(none, state),
        Closed::TripFault => Fault::ALL.into_iter().find(|it| it.word() == word).map_or(none, fault),
        Closed::IssueStanding => issues::Standing::from_word(word).map_or(none, issue_standing),
        Closed::PromiseStanding => promises::Standing::from_word(word).map_or(none, promise_standing),
        Closed::PledgeOutcome => pledges::judged(word).map_or(none, judged),
        Closed::Award => super::assess_contests::award_text(word).unwrap_or(none),
        Closed::Decision => super::assess_contests::decision_text(word).unwrap_or(none),
    }
}

/// The list of trips.
pub const LIST: Text = Text::new("明细", "Records");
/// By unit.
pub const BY_UNIT: Text = Text::new("分单位", "By unit");
/// By person.
pub const BY_PERSON: Text = Text::new("分人员", "By person");
/// The days of heads of units.
pub const HEADS: Text = Text::new("党政主职", "Heads of units");
/// By leader.
pub const BY_LEADER: Text = Text::new("分领导", "By leader");
/// By event.
pub const BY_EVENT: Text = Text::new("分活动", "By event");

/// The titles of the tables as they are printed.
pub const UNIT_TITLE: Text = Text::new("外出招商情况汇总表", "Outbound trips by unit");
/// By person.
pub const PERSON_TITLE: Text = Text::new("外出招商人员情况表", "Outbound trips by person");
/// 党政主职 (domain notes §3.7).
pub const HEADS_TITLE: Text =
    Text::new("党政主职驻外招商进度汇总表", "Days that heads of party and government were out");

/// 备案: the trip is made known before leaving.
pub const FILE: Text = Text::new("备案", "File");
/// 销假: the trip is closed after coming back.
pub const CLOSE: Text = Text::new("销假", "Close");
/// The panel under the fields of a trip.
pub const STANDING: Text = Text::new("备案与销假", "Filing and closing");
/// How a trip counts, for screen readers.
pub const COUNTS_AS: Text = Text::new("统计为", "Counts as");
/// Trips with something missing.
pub const TO_PUT_RIGHT: Text = Text::new("待完善", "To be put right");
/// How trips stand, for screen readers.
pub const STATES: Text = Text::new("外出状态", "How trips stand");
/// When it was filed.
pub fn filed(l: Lang, on: &str) -> String {
    match l {
        Lang::Zh => format!("{on} 备案"),
        Lang::En => format!("Filed on {on}"),
    }
}

/// When it was closed.
pub fn closed_on(l: Lang, on: &str) -> String {
    match l {
        Lang::Zh => format!("{on} 销假"),
        Lang::En => format!("Closed on {on}"),
    }
}

/// How a trip counts: 跟随 · 0.5 天 · 待销假.
pub fn counts_as(l: Lang, of: TripKind, days: Option<&str>, at: TripState) -> String {
    let (of, at) = (kind(of).get(l), state(at).get(l));
    match (l, days) {
        (_, None) => format!("{of} · {at}"),
        (Lang::Zh, Some(days)) => format!("{of} · {days} 天 · {at}"),
        (Lang::En, Some("1")) => format!("{of} · 1 day · {at}"),
        (Lang::En, Some(days)) => format!("{of} · {days} days · {at}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_is_told_in_both_languages() {
        for of in [
            Closed::TripKind,
            Closed::TripState,
            Closed::TripFault,
            Closed::IssueStanding,
            Closed::PromiseStanding,
            Closed::PledgeOutcome,
            Closed::Award,
            Closed::Decision,
        ] {
            for word in of.words() {
                assert!(Lang::ALL.iter().all(|l| !closed(of, word).get(*l).is_empty()), "{word}");
            }
        }
        assert_eq!(
            counts_as(Lang::Zh, TripKind::Accompanied, Some("0.5"), TripState::ToClose),
            "跟随 · 0.5 天 · 待销假"
        );
    }
}
