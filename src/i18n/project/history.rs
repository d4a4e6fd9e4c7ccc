//! A change as a sentence.

use crate::i18n::{Lang, Text};

/// The history panel.
pub const HISTORY: Text = Text::new("变更记录", "History");
/// Someone whose name is not known here.
pub const SOMEONE: Text = Text::new("（未留名）", "Someone");
/// The record came into being.
pub const REGISTERED: Text = Text::new("登记了项目", "registered the project");
/// The record was deleted.
pub const DELETED: Text = Text::new("删除了项目", "deleted the project");
/// The record was restored.
pub const RESTORED: Text = Text::new("恢复了项目", "restored the project");
/// The record was merged into the one that is shown.
pub const WAS_MERGED: Text = Text::new("并入了本项目", "was merged into this project");

/// To which of the merged records a change was made.
pub fn of_merged(l: Lang, name: &str) -> String {
    match l {
        Lang::Zh => format!("（并入的“{name}”）"),
        Lang::En => format!("(of the merged “{name}”)"),
    }
}

/// Gives a cell the value it had.
pub const RESTORE_VALUE: Text = Text::new("改回此值", "Restore this value");

/// A value given, changed or cleared. Empty texts stand for no value.
pub fn changed(l: Lang, field: &str, before: &str, after: &str) -> String {
    match (l, before.is_empty(), after.is_empty()) {
        (Lang::Zh, true, false) => format!("填写{field}：{after}"),
        (Lang::Zh, _, true) => format!("清空{field}（原为 {before}）"),
        (Lang::Zh, false, false) => format!("将{field}由 {before} 改为 {after}"),
        (Lang::En, true, false) => format!("set {field} to {after}"),
        (Lang::En, _, true) => format!("cleared {field} (was {before})"),
        (Lang::En, false, false) => format!("changed {field} from {before} to {after}"),
    }
}

/// Where a command came from.
pub fn from_file(l: Lang, file: &str) -> String {
    match l {
        Lang::Zh => format!("导入自 {file}"),
        Lang::En => format!("imported from {file}"),
    }
}

/// More changes of the same command.
pub fn and_more(l: Lang, n: usize) -> String {
    match l {
        Lang::Zh => format!("另有 {n} 处"),
        Lang::En => format!("and {n} more"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_change_reads_as_a_sentence() {
        assert_eq!(changed(Lang::Zh, "总投资", "1.2亿元", "1.5亿元"), "将总投资由 1.2亿元 改为 1.5亿元");
        assert_eq!(changed(Lang::Zh, "备注", "", "甲"), "填写备注：甲");
        assert_eq!(changed(Lang::En, "Remark", "甲", ""), "cleared Remark (was 甲)");
    }
}
