//! A ledger of trips (外出招商) in the import.

use crate::exchange::import::{TripOutcome, TripRefusal};
use crate::i18n::{Lang, Text, format, plural};

/// What kind of ledger the file is.
pub const KIND_OF_LEDGER: Text = Text::new("台账类别", "Kind of ledger");
/// One of projects.
pub const IS_PROJECTS: Text = Text::new("项目台账", "Projects");
/// One of trips.
pub const IS_TRIPS: Text = Text::new("外出招商台账", "Outbound trips");
/// What must be known before trips can be read.
pub const NEEDS_WHO: Text = Text::new(
    "请指明哪一列是单位或带队领导，哪一列是出发日期",
    "Say which column holds the unit or who led, and which the day of departure",
);
/// Leads to the trips.
pub const SEE_TRIPS: Text = Text::new("看外出记录", "See the trips");
/// The heads of the preview.
pub const TRIP_HEADS: [Text; 11] = [
    Text::new("行", "Line"),
    Text::new("处理", "Outcome"),
    Text::new("单位", "Unit"),
    Text::new("带队领导", "Led by"),
    Text::new("类型", "Kind"),
    Text::new("出发", "From"),
    Text::new("返回", "To"),
    Text::new("天数", "Days"),
    Text::new("目的地", "Destination"),
    Text::new("拜访企业", "Companies"),
    Text::new("线索", "Leads"),
];

/// What becomes of a row, and why.
pub fn trip_outcome(l: Lang, outcome: TripOutcome) -> String {
    let text = match outcome {
        TripOutcome::New => Text::new("新增", "New"),
        TripOutcome::Same => Text::new("无变化", "No change"),
        TripOutcome::Update(n) => {
            return match l {
                Lang::Zh => format!("更新 {} 处", format::count(n)),
                Lang::En => format!("Updates {}", plural(n, "cell", "cells")),
            };
        }
        TripOutcome::Refused(TripRefusal::Nobody) => {
            Text::new("不导入：没有单位和带队人", "Left out: no unit and nobody who led")
        }
        TripOutcome::Refused(TripRefusal::NoStart) => {
            Text::new("不导入：出发日期空缺或读不出", "Left out: no day of departure that can be read")
        }
        TripOutcome::Refused(TripRefusal::EndBeforeStart) => {
            Text::new("不导入：返回早于出发", "Left out: back before it left")
        }
        TripOutcome::Refused(TripRefusal::Repeats(line)) => {
            return match l {
                Lang::Zh => format!("不导入：与第 {line} 行是同一次外出"),
                Lang::En => format!("Left out: the same trip as line {line}"),
            };
        }
    };
    text.get(l).to_owned()
}

/// How many rows come to what: new, updated, unchanged, left out.
pub fn trip_counts(l: Lang, [new, update, same, refused]: [usize; 4]) -> String {
    let words = match l {
        Lang::Zh => ["新增", "更新", "无变化", "不导入"],
        Lang::En => ["new", "updated", "unchanged", "left out"],
    };
    let told = words.into_iter().zip([new, update, same, refused]).filter(|(_, n)| *n > 0);
    let word = |(word, n): (&str, usize)| match l {
        Lang::Zh => format!("{word} {}", format::count(n)),
        Lang::En => format!("{} {word}", format::count(n)),
    };
    told.map(word).collect::<Vec<_>>().join(" · ")
}

/// Trips that change.
pub fn updated_trips(l: Lang, done: bool, n: usize) -> String {
    match (l, done) {
        (Lang::Zh, true) => format!("已更新 {} 次外出", format::count(n)),
        (Lang::Zh, false) => format!("将更新 {} 次外出", format::count(n)),
        (Lang::En, true) => format!("updated {}", plural(n, "trip", "trips")),
        (Lang::En, false) => format!("updates {}", plural(n, "trip", "trips")),
    }
}
