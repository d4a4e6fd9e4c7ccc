//! 督查: its counts, its quick action, and its slides.

use super::{Lang, Text, plural};

/// Shows the findings one by one.
pub const SLIDES: Text = Text::new("幻灯放映", "Slide show");
/// Which round is shown.
pub const ROUND: Text = Text::new("督查批次", "Round");
/// Findings of all rounds.
pub const ALL_ROUNDS: Text = Text::new("全部批次", "All rounds");
/// The finding before.
pub const PREVIOUS: Text = Text::new("上一条", "Previous");
/// The finding after.
pub const NEXT: Text = Text::new("下一条", "Next");
/// Ends the show.
pub const END: Text = Text::new("结束放映", "End the show");
/// Prints a finding a page.
pub const PRINT: Text = Text::new("打印，每条一页", "Print, one a page");
/// The finding was corrected today.
pub const CORRECTED_NOW: Text = Text::new("今天已整改", "Corrected today");
/// What was corrected.
pub const CORRECTED: Text = Text::new("已整改", "Corrected");
/// Not corrected in time.
pub const OVERDUE: Text = Text::new("逾期未整改", "Correction overdue");
/// Not corrected yet.
pub const OPEN: Text = Text::new("待整改", "To be corrected");
/// No findings to show.
pub const NONE: Text = Text::new("没有可放映的督查发现", "No findings to show");
/// What fills the show.
pub const NONE_TEXT: Text = Text::new(
    "先登记督查发现，附上照片、地点、责任单位和整改期限。",
    "Note findings first, with photos, place, unit and the day by which they are to be corrected.",
);

/// How many findings are open: `待整改 12 条`.
pub fn open(l: Lang, n: usize) -> String {
    match l {
        Lang::Zh => format!("待整改 {n} 条"),
        Lang::En => format!("{n} to be corrected"),
    }
}

/// How many are overdue: `逾期 3 条`.
pub fn overdue(l: Lang, n: usize) -> String {
    match l {
        Lang::Zh => format!("逾期 {n} 条"),
        Lang::En => format!("{n} overdue"),
    }
}

/// How many there are: `共 24 条`.
pub fn all(l: Lang, n: usize) -> String {
    match l {
        Lang::Zh => format!("共 {n} 条"),
        Lang::En => plural(n, "finding", "findings"),
    }
}

/// Which of how many is shown: `3 / 12`.
pub fn place(n: usize, of: usize) -> String {
    format!("{n} / {of}")
}
