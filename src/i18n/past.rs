//! Looking at the pipeline as it was on a past day.

use super::{Lang, Text, format, plural};
use crate::domain::Date;
use crate::rules::periods::Period;

/// Opens the choice of a day.
pub const LOOK_BACK: Text = Text::new("看过去某天的样子", "Look at a past day");
/// The strip, for screen readers; the day's field.
pub const STRIP: Text = Text::new("过去的样子", "A past day");
/// The field of the day.
pub const DAY: Text = Text::new("哪一天", "Which day");
/// What to do, before a day is chosen.
pub const CHOOSE: Text = Text::new("看哪一天结束时的样子？", "How it was at the end of which day?");
/// Back to the present.
pub const RETURN: Text = Text::new("回到现在", "Return to now");
/// Shows the whole pipeline as it was on the day of a history entry.
pub const THAT_DAY: Text = Text::new("看当天的样子", "See that day");
/// A day that is not over.
pub const NOT_OVER: Text = Text::new("请选今天以前的一天。", "Choose a day before today.");
/// Title of what there is of the present only.
pub const PRESENT_ONLY: Text = Text::new("这里只有现在的内容", "This is of the present only");
/// Why.
pub const PRESENT_ONLY_TEXT: Text = Text::new(
    "正在看过去某天的样子。登记、导入、交换和设置都对现在的内容进行，请先回到现在。",
    "You are looking at a past day. Registering, importing, exchanging and settings concern the present; return to it first.",
);

/// What is looked at, and how much there was.
pub fn shown(l: Lang, day: Date, then: usize, now: usize) -> String {
    let day = format::date(day);
    match (l, then) {
        (Lang::Zh, 0) => format!("{day} 结束时还没有项目；现在有 {now} 个。"),
        (Lang::Zh, _) => format!("{day} 结束时的样子，只能看。当时 {then} 个项目，现在 {now} 个。"),
        (Lang::En, 0) => format!("No project had been recorded by the end of {day}; now there are {now}."),
        (Lang::En, _) => {
            let then = plural(then, "project", "projects");
            format!("As recorded by the end of {day}, to be read only. {then} then, {now} now.")
        }
    }
}

/// The end of the latest period of a kind.
pub const fn period_end(period: Period) -> Text {
    match period {
        Period::Month => Text::new("上月末", "Last month's end"),
        Period::Quarter => Text::new("上季末", "Last quarter's end"),
        Period::Year => Text::new("上年末", "Last year's end"),
    }
}
