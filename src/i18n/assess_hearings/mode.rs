//! The full-screen page of a unit that stands up.

use super::{Lang, Text, format};
use crate::domain::Date;

/// The mode, for screen readers and the tab.
pub const MODE: Text = Text::new("过堂", "Hearing");
/// The metrics.
pub const METRIC: Text = Text::new("指标", "Metric");
/// 目标
pub const TARGET: Text = Text::new("目标", "Target");
/// 完成
pub const DONE: Text = Text::new("完成", "Done");
/// 完成率
pub const DONE_RATE: Text = Text::new("完成率", "Done, %");
/// 超/欠
pub const AHEAD: Text = Text::new("超/欠（百分点）", "Ahead, points");
/// 差额
pub const GAP: Text = Text::new("差额", "Gap");
/// 组内名次
pub const RANK: Text = Text::new("名次", "Place");
/// No target.
pub const NO_FIGURES: Text = Text::new("本年没有分解目标", "No target this year");
/// What was promised before.
pub const LAST: Text = Text::new("上次承诺", "Last pledges");
/// Nothing was.
pub const NO_LAST: Text = Text::new("上次没有承诺", "Nothing was pledged");
/// What is promised now.
pub const NEXT_PLEDGES: Text = Text::new("下次承诺", "Next pledges");
/// Nothing yet.
pub const NO_NEXT: Text = Text::new("还没有记下承诺", "Nothing pledged yet");
/// What is said.
pub const SAID: Text = Text::new("发言要点", "What is said");
/// What may be typed there.
pub const SAID_HINT: Text =
    Text::new("原因、困难、措施，照说照记", "Reasons, difficulties, measures, as they are said");
/// Nothing was said.
pub const NOTHING_SAID: Text = Text::new("没有记录", "Nothing noted");
/// Stale and red projects.
pub const LATE: Text = Text::new("红灯项目", "Projects on red");
/// None.
pub const NO_LATE: Text = Text::new("没有红灯项目", "No project on red");
/// Problems that wait for the unit.
pub const WAITING: Text = Text::new("待本单位办结的问题", "Problems with this unit");
/// A pledge in words only.
pub const IN_WORDS: Text = Text::new("文字承诺", "In words only");
/// The metric of a pledge.
pub const PLEDGE_METRIC: Text = Text::new("承诺指标", "Metric of the pledge");
/// The number of a pledge.
pub const PLEDGE_NUMBER: Text = Text::new("累计达到", "Total by then");
/// The day it is due.
pub const PLEDGE_DUE: Text = Text::new("兑现时限", "Due");
/// Its words.
pub const PLEDGE_WORDS: Text = Text::new("承诺内容", "In words");
/// Adds it.
pub const ADD: Text = Text::new("记下", "Add");
/// What it needs.
pub const PLEDGE_EMPTY: Text = Text::new("请填承诺值或承诺内容", "Enter a number or words");
/// The day is not understood.
pub const WRONG_DUE: Text = Text::new("请填写兑现时限", "Enter the day it is due");
/// Takes a pledge back.
pub const TAKE_BACK: Text = Text::new("撤回这项承诺", "Take this pledge back");
/// Judges a pledge.
pub const JUDGE_KEPT: Text = Text::new("判为已兑现", "Judge as kept");
/// Judges it the other way.
pub const JUDGE_BROKEN: Text = Text::new("判为未兑现", "Judge as broken");
/// Takes the judgement back.
pub const JUDGE_NOT: Text = Text::new("撤销评定", "Take the judgement back");
/// The unit after.
pub const NEXT: Text = Text::new("下一个单位", "Next unit");
/// The unit before.
pub const PREVIOUS: Text = Text::new("上一个单位", "Previous unit");
/// Starts or stops the clock.
pub const TIMER: Text = Text::new("计时 / 暂停", "Start or pause the timer");
/// Starts the clock.
pub const START: Text = Text::new("计时", "Start");
/// Stops it.
pub const PAUSE: Text = Text::new("暂停", "Pause");
/// What is left of the time.
pub const TIME_LEFT: Text = Text::new("剩余时间", "Time left");
/// Minutes of a unit.
pub const EACH: Text = Text::new("每单位限时", "Minutes a unit");
/// To the next pledge.
pub const GO_PLEDGE: Text = Text::new("记承诺", "Type a pledge");
/// To what is said.
pub const GO_SAID: Text = Text::new("记发言", "Type what is said");
/// Fills the screen.
pub const FULL: Text = Text::new("全屏", "Full screen");
/// Ends the mode.
pub const LEAVE: Text = Text::new("退出", "Leave");
/// The units in their order.
pub const UNITS: Text = Text::new("过堂单位", "Units");
/// A unit that was heard.
pub const IS_HEARD: Text = Text::new("已过堂", "heard");
/// In which order.
pub const ORDER: Text = Text::new("过堂顺序", "Order");
/// By group.
pub const BY_GROUP: Text = Text::new("按组别", "By group");
/// The furthest behind first.
pub const BY_GAP: Text = Text::new("最落后的先过堂", "Furthest behind first");
/// There is no unit.
pub const NO_UNITS: Text = Text::new("还没有可过堂的单位", "No unit to be heard");
/// What to do.
pub const NO_UNITS_TEXT: Text = Text::new(
    "先在“设置 → 单位”登记单位，在“目标”页分解目标。",
    "Enter units in the settings and divide targets first.",
);
/// The keys, in one line.
pub const KEYS: Text = Text::new(
    "← → 换单位　T 计时　S 记发言　P 记承诺　F 全屏　Esc 离开输入或退出",
    "← → units · T timer · S what is said · P pledge · F full screen · Esc leaves a field, then the hearing",
);

/// Which of how many.
pub fn nth(l: Lang, n: usize, all: usize) -> String {
    match l {
        Lang::Zh => format!("第 {n} / {all} 个"),
        Lang::En => format!("{n} of {all}"),
    }
}

/// A choice of minutes.
pub fn minutes_each(l: Lang, n: u32) -> String {
    match l {
        Lang::Zh => format!("{n} 分钟"),
        Lang::En => super::super::plural(n as usize, "minute", "minutes"),
    }
}

/// What is left of the time: `4:05`.
pub fn clock(seconds: i64) -> String {
    format!("{}:{:02}", seconds / 60, seconds % 60)
}

/// The time is over since so long.
pub fn over_by(l: Lang, seconds: i64) -> String {
    match l {
        Lang::Zh => format!("超时 {}", clock(seconds)),
        Lang::En => format!("Over by {}", clock(seconds)),
    }
}

/// Of which day the numbers are, and the elapsed share.
pub fn as_of(l: Lang, day: Date, share: &str) -> String {
    match l {
        Lang::Zh => format!("数据截至 {day}，序时进度 {share}"),
        Lang::En => format!("Numbers as of {day}; {share} of the year is over"),
    }
}

/// A place in a group: `3 / 5`.
pub fn rank_of(place: usize, of: usize) -> String {
    format!("{place} / {of}")
}

/// The place of a unit by the rules: `考核得分 82.5，组内第 2`.
pub fn scored(l: Lang, points: &str, place: Option<usize>) -> String {
    match (l, place) {
        (Lang::Zh, Some(place)) => format!("考核得分 {points}，组内第 {place}"),
        (Lang::Zh, None) => format!("考核得分 {points}"),
        (Lang::En, Some(place)) => format!("Score {points}, number {place} of its group"),
        (Lang::En, None) => format!("Score {points}"),
    }
}

/// Days since the last follow-up.
pub fn idle(l: Lang, days: Option<i32>) -> String {
    match (l, days) {
        (Lang::Zh, Some(days)) => format!("{days} 天未跟进"),
        (Lang::Zh, None) => "从未跟进".to_owned(),
        (Lang::En, Some(days)) => {
            format!("{} since the last follow-up", days_of(days))
        }
        (Lang::En, None) => "never followed up".to_owned(),
    }
}

/// How long a problem has been with the unit.
pub fn held(l: Lang, held: Option<i32>, overdue: Option<i32>) -> String {
    match (l, held, overdue) {
        (Lang::Zh, _, Some(overdue)) => format!("逾期 {overdue} 天"),
        (Lang::Zh, Some(held), None) => format!("在手 {held} 天"),
        (Lang::En, _, Some(overdue)) => format!("{} overdue", days_of(overdue)),
        (Lang::En, Some(held), None) => format!("in hand for {}", days_of(held)),
        (_, None, None) => String::new(),
    }
}

fn days_of(days: i32) -> String {
    super::super::plural(usize::try_from(days).unwrap_or_default(), "day", "days")
}

/// More lines than are shown.
pub fn more(l: Lang, n: usize) -> String {
    match l {
        Lang::Zh => format!("还有 {} 个", format::count(n)),
        Lang::En => format!("{} more", format::count(n)),
    }
}

/// What is done so far of the metric that is promised, and what is missing to its target.
pub fn so_far(l: Lang, done: &str, left: Option<&str>) -> String {
    match (l, left) {
        (Lang::Zh, Some(left)) => format!("现完成 {done}，距全年目标差 {left}"),
        (Lang::Zh, None) => format!("现完成 {done}"),
        (Lang::En, Some(left)) => format!("{done} so far, {left} left to the year's target"),
        (Lang::En, None) => format!("{done} so far"),
    }
}

/// How a number that is typed is understood, and whether it is reached already.
pub fn reads_as(l: Lang, number: &str, is_reached: bool) -> String {
    match (l, is_reached) {
        (Lang::Zh, false) => format!("读作 {number}"),
        (Lang::Zh, true) => format!("读作 {number}，现已达到"),
        (Lang::En, false) => format!("understood as {number}"),
        (Lang::En, true) => format!("understood as {number}, which is reached already"),
    }
}

/// A number that is not understood.
pub fn no_number(l: Lang, text: &str) -> String {
    match l {
        Lang::Zh => format!("“{text}”不是数字"),
        Lang::En => format!("“{text}” is no number"),
    }
}

/// By when a pledge is due.
pub fn by(l: Lang, day: Date) -> String {
    match l {
        Lang::Zh => format!("{day} 前"),
        Lang::En => format!("by {day}"),
    }
}
