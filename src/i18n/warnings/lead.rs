//! The lead clock in words.

use crate::domain::field::ProjectField as P;
use crate::i18n::{Lang, Text, plural};
use crate::rules::warnings::{Remedy, Rule};

/// The panel.
pub const LEAD_CLOCK: Text = Text::new("线索时钟", "Lead clock");
/// Nobody said when it began.
pub const CLOCK_NOT_BEGUN: Text = Text::new(
    "还没有对接时间，答复、研判、反馈都没有开始计时。",
    "No day of first contact yet, so reply, assessment and feedback are not timed.",
);
/// Begins it.
pub const CONTACTED_TODAY: Text = Text::new("今天对接", "First contact today");

/// From which day it runs.
pub fn clock_from(l: Lang, day: &str) -> String {
    match l {
        Lang::Zh => format!("自对接之日 {day} 起计"),
        Lang::En => format!("From the first contact on {day}"),
    }
}

/// What a step is called.
pub const fn lead_step(rule: Rule) -> Text {
    match rule {
        Rule::Reply => Text::new("答复", "Reply"),
        Rule::Assess => Text::new("研判", "Assessment"),
        _ => Text::new("反馈", "Feedback"),
    }
}

/// That it was taken, on a day where one is stated.
pub fn taken(l: Lang, day: Option<&str>) -> String {
    match (l, day) {
        (Lang::Zh, Some(day)) => format!("{day} 完成"),
        (Lang::Zh, None) => "已完成".to_owned(),
        (Lang::En, Some(day)) => format!("done {day}"),
        (Lang::En, None) => "done".to_owned(),
    }
}

/// How many days are left, or have passed.
pub fn lead_left(l: Lang, left: i32) -> String {
    let days = usize::try_from(left.unsigned_abs()).unwrap_or(usize::MAX);
    match (l, left) {
        (Lang::Zh, 0) => "今天到期".to_owned(),
        (Lang::En, 0) => "due today".to_owned(),
        (Lang::Zh, 1..) => format!("还有 {days} 天"),
        (Lang::En, 1..) => format!("{} left", plural(days, "day", "days")),
        (Lang::Zh, _) => format!("超期 {days} 天"),
        (Lang::En, _) => plural(days, "day late", "days late"),
    }
}

/// The last day on which it is in time.
pub fn until(l: Lang, day: &str) -> String {
    match l {
        Lang::Zh => format!("最迟 {day}"),
        Lang::En => format!("by {day}"),
    }
}

/// Says that it was taken today.
pub fn take(l: Lang, field: P) -> String {
    super::remedy(l, Remedy::Step(field))
}
