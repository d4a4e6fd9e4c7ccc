//! One line from anywhere, and the reason for a month without progress.

use super::{Lang, Text, format};
use crate::domain::Date;

/// Opens the dialog, and its title.
pub const FOLLOW_UP: Text = Text::new("跟进一笔", "Note a follow-up");
/// Which project.
pub const PROJECT: Text = Text::new("项目", "Project");
/// How it is found.
pub const PROJECT_HINT: Text = Text::new("名称、拼音或首字母", "Name, pinyin or initials");
/// Nothing is chosen yet.
pub const CHOOSE_FIRST: Text = Text::new(
    "先选项目，再写发生了什么，回车保存；下一步和日期会出现在今日和日历里。",
    "Choose a project, write what happened and press Enter. The next step and its day appear on Today and in the calendar.",
);
/// Notes the reason down.
pub const SAVE: Text = Text::new("写明原因", "Save the reason");
/// An example.
pub const REASON_HINT: Text = Text::new("如：等用地指标批复", "Such as: waiting for the land quota");
/// What is given in the stream.
pub const NO_PROGRESS: Text = Text::new("本月无进展", "No progress this month");

/// Asks: `9月没有跟进和节点，请写明原因，或补记跟进`.
pub fn ask(l: Lang, month: Date) -> String {
    let month = format::month(l, month);
    match l {
        Lang::Zh => format!("{month}没有跟进，也没有节点。请写明原因，或补记跟进。"),
        Lang::En => {
            format!("No follow-up and no milestone in {month}. State the reason, or note what happened.")
        }
    }
}
