//! The one search box.

use super::{Lang, Text};

/// Its name for screen readers.
pub const LABEL: Text = Text::new("搜索", "Search");
/// What can be typed.
pub const PLACEHOLDER: Text =
    Text::new("搜索项目、企业、人，可用拼音首字母", "Search projects, companies, people");
/// What the shortcut does, for the list of shortcuts.
pub const SHORTCUT: Text = Text::new("搜索", "Search everywhere");

/// Where a follow-up was found: the project's name.
pub fn follow_up_of(l: Lang, project: &str) -> String {
    match l {
        Lang::Zh => format!("{project} · 跟进记录"),
        Lang::En => format!("{project} · follow-up"),
    }
}
