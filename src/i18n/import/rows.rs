//! Rows that are not taken for projects.

use crate::exchange::sheet::table::RowKind;
use crate::i18n::{Lang, Text, format, plural};

/// Takes such a row for a project.
pub const AS_PROJECT: Text = Text::new("当作项目", "Take it for a project");
/// What the list is for.
pub const OTHER_ROWS_HELP: Text = Text::new(
    "这些行看起来是分组标题、合计、说明或续行，不各记为一个项目。看错了的，请勾选。",
    "These rows look like headings, sums, notes or continued lines, and become no project. Tick the ones that are.",
);

/// "另有 5 行不是项目"
pub fn other_rows(l: Lang, n: usize) -> String {
    match l {
        Lang::Zh => format!("另有 {} 行不是项目", format::count(n)),
        Lang::En => plural(n, "row is no project", "rows are no projects"),
    }
}

/// What a row looks like.
pub const fn row_kind(kind: &RowKind) -> Text {
    match kind {
        RowKind::Data => Text::new("项目", "Project"),
        RowKind::Continuation => Text::new("续行", "Continued line"),
        RowKind::Section { .. } => Text::new("分组标题", "Group heading"),
        RowKind::Subtotal => Text::new("合计", "Sum"),
        RowKind::Footnote => Text::new("说明", "Note"),
        RowKind::Blank => Text::new("空行", "Blank"),
        RowKind::Repeated => Text::new("重复的表头", "Repeated heading"),
    }
}
