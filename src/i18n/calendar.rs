//! The calendar, and the file of it that other calendars read.

use super::{Lang, Text, plural};
use crate::rules::calendar::What;

/// Which span is shown, for screen readers.
pub const SPAN: Text = Text::new("按月或按周", "Month or week");
/// A month at a time.
pub const MONTH: Text = Text::new("月", "Month");
/// A week at a time.
pub const WEEK: Text = Text::new("周", "Week");
/// Whose calendar it is, for screen readers.
pub const WHOSE: Text = Text::new("谁的日历", "Whose calendar");
/// What I carry and where I go.
pub const MINE: Text = Text::new("我的", "Mine");
/// What my unit carries.
pub const UNIT: Text = Text::new("本单位", "My unit");
/// Everything.
pub const EVERYONE: Text = Text::new("全部", "Everyone");
/// The span before.
pub const BEFORE: Text = Text::new("往前", "Earlier");
/// The span after.
pub const AFTER: Text = Text::new("往后", "Later");
/// Back to the day it is.
pub const TODAY: Text = Text::new("今天", "Today");
/// Moves the day.
pub const MOVE: Text = Text::new("换一天", "Move to another day");
/// Saves the file for other calendars.
pub const EXPORT_ICS: Text = Text::new("日历文件 .ics（未来一年）", "Calendar file .ics (the year ahead)");
/// The name of the calendar in other programs, and of the file.
pub const FILE_NAME: Text = Text::new("招商日历", "Investment calendar");
/// Nothing in the span.
pub const NOTHING: Text = Text::new("这段时间没有安排", "Nothing in these days");
/// What fills it.
pub const NOTHING_TEXT: Text = Text::new(
    "跟进时写下一步和日期，备案外出，登记接待和活动，给项目填承诺开工时间：都会出现在这里。",
    "Give follow-ups a next step with a day, file trips, note visits and events, state when works are to begin: all of it appears here.",
);
/// Only others have something to show.
pub const NOT_ME: Text = Text::new(
    "人员名单里没有与您同名的人，先显示全部。在设置的人员中登记后可以只看自己的。",
    "Nobody among the people has your name, so everything is shown. Add yourself to the people in Settings to see your own.",
);

/// The days of the week, Monday first.
pub const WEEKDAYS: [Text; 7] = [
    Text::new("周一", "Mon"),
    Text::new("周二", "Tue"),
    Text::new("周三", "Wed"),
    Text::new("周四", "Thu"),
    Text::new("周五", "Fri"),
    Text::new("周六", "Sat"),
    Text::new("周日", "Sun"),
];

/// What an entry is, in a word or two.
pub const fn what(what: What) -> Text {
    match what {
        What::Event => Text::new("活动", "Event"),
        What::Trip => Text::new("外出", "Trip"),
        What::Reception => Text::new("接待", "Visit"),
        What::LeaderActivity => Text::new("领导", "Leader"),
        What::NextStep => Text::new("下一步", "Next step"),
        What::PromisedStart => Text::new("承诺开工", "Promised start"),
        What::PlannedCompletion => Text::new("计划竣工", "Planned completion"),
        What::PlannedProduction => Text::new("计划投产", "Planned production"),
        What::Permit => Text::new("审批到期", "Permit due"),
        What::Promise => Text::new("兑现到期", "Promise due"),
        What::Issue => Text::new("问题到期", "Issue due"),
        What::Correction => Text::new("整改到期", "Correction due"),
        What::TermEnd => Text::new("聘期届满", "Term ends"),
    }
}

/// What an entry is that was to be done before today and is not.
pub const fn late(what: What) -> Text {
    match what {
        What::NextStep => Text::new("下一步逾期", "Step overdue"),
        What::PromisedStart => Text::new("开工逾期", "Start overdue"),
        What::PlannedCompletion => Text::new("竣工逾期", "Completion overdue"),
        What::PlannedProduction => Text::new("投产逾期", "Production overdue"),
        What::Permit => Text::new("审批逾期", "Permit overdue"),
        What::Promise => Text::new("兑现逾期", "Promise overdue"),
        What::Issue => Text::new("问题逾期", "Issue overdue"),
        What::Correction => Text::new("整改逾期", "Correction overdue"),
        What::Event | What::Trip | What::Reception | What::LeaderActivity | What::TermEnd => self::what(what),
    }
}

/// How many entries a span has.
pub fn counted(l: Lang, n: usize) -> String {
    match l {
        Lang::Zh => format!("{n} 项"),
        Lang::En => plural(n, "entry", "entries"),
    }
}

/// How many of them are overdue.
pub fn overdue(l: Lang, n: usize) -> String {
    match l {
        Lang::Zh => format!("逾期 {n} 项"),
        Lang::En => format!("{n} overdue"),
    }
}

/// More of a day than is shown.
pub fn more(l: Lang, n: usize) -> String {
    match l {
        Lang::Zh => format!("还有 {n} 项"),
        Lang::En => format!("{n} more"),
    }
}
