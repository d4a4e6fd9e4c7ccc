//! Words inside the shared widgets.

use super::{Lang, Text, plural};

/// Shows more rows of a long table.
pub const MORE_ROWS: Text = Text::new("再显示一些", "Show more");
/// Closes a dialog, panel or message.
pub const CLOSE: Text = Text::new("关闭", "Close");
/// Gives up an action.
pub const CANCEL: Text = Text::new("取消", "Cancel");
/// Agrees to an action that has no better verb.
pub const OK: Text = Text::new("确定", "OK");
/// Takes the last action back.
pub const UNDO: Text = Text::new("撤销", "Undo");
/// Marks a field that must be filled in.
pub const REQUIRED: Text = Text::new("必填", "required");
/// Messages region.
pub const MESSAGES: Text = Text::new("消息", "Messages");
/// What a date may look like, in an empty field.
pub const DATE_EXAMPLE: Text = Text::new("年-月-日", "yyyy-mm-dd");
/// Opens the calendar of a date field.
pub const OPEN_CALENDAR: Text = Text::new("打开日历", "Open the calendar");
/// Empties a field.
pub const CLEAR: Text = Text::new("清空", "Clear");
/// Opens the list of a combo box.
pub const OPEN_LIST: Text = Text::new("展开选项", "Show options");
/// A list without a match.
pub const NO_MATCH: Text = Text::new("没有匹配项", "No match");
/// Button that opens the file picker.
pub const CHOOSE_FILE: Text = Text::new("选择文件", "Choose a file");
/// Button that opens the file picker for several files.
pub const CHOOSE_FILES: Text = Text::new("选择文件（可多选）", "Choose files");
/// Hint in a drop area.
pub const DROP_HERE: Text = Text::new("拖到此处，或", "Drop here, or");
/// A file could not be read.
pub const FILE_UNREADABLE: Text = Text::new(
    "文件读不出来，请确认未被占用后重选",
    "The file could not be read. Check that it is not in use and choose it again",
);
/// A date that was not understood.
pub const DATE_UNREADABLE: Text = Text::new("请写成 2026-09-30 或 9月30日", "Write the date as 2026-09-30");
/// The red light.
pub const LIGHT_RED: Text = Text::new("红灯", "Red");
/// The yellow light.
pub const LIGHT_YELLOW: Text = Text::new("黄灯", "Yellow");
/// The green light.
pub const LIGHT_GREEN: Text = Text::new("绿灯", "Green");

/// Entry of a combo box that creates a record named as typed.
pub fn create_named(l: Lang, name: &str) -> String {
    match l {
        Lang::Zh => format!("新建“{name}”"),
        Lang::En => format!("Create “{name}”"),
    }
}

/// Spoken when a combo box has filtered its list.
pub fn n_options(l: Lang, n: usize) -> String {
    match l {
        Lang::Zh => format!("{n} 个选项"),
        Lang::En => plural(n, "option", "options"),
    }
}

/// Count of a long work: done of total.
pub fn n_of(l: Lang, done: usize, total: usize) -> String {
    use super::format::count;
    match l {
        Lang::Zh => format!("{} / {}", count(done), count(total)),
        Lang::En => format!("{} of {}", count(done), count(total)),
    }
}

/// Files that were dropped but could not be read.
pub fn files_unreadable(l: Lang, names: &[String]) -> String {
    match l {
        Lang::Zh => format!("读不出：{}。请确认未被占用后重选", names.join("、")),
        Lang::En => {
            format!("Could not read {}. Check that it is not in use and choose it again", names.join(", "))
        }
    }
}
