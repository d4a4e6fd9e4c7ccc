//! Rows that are not taken for projects or trips.

use crate::exchange::sheet::table::RowKind;
use crate::i18n::{Lang, Text, format, plural};

/// Takes such a row for a project.
pub const AS_PROJECT: Text = Text::new("当作项目", "Take it for a project");
/// Takes such a row for a trip.
pub const AS_TRIP: Text = Text::new("当作外出", "Take it for a trip");

/// What the list is for, in a ledger of projects or of trips.
pub const fn other_rows_help(is_trips: bool) -> Text {
    if is_trips {
        Text::new(
            "这些行看起来是分组标题、合计、说明或续行，不各记为一次外出。看错了的，请勾选。",
            "These rows look like headings, sums, notes or continued lines, and become no trip. Tick the ones that are.",
        )
    } else {
        Text::new(
            "这些行看起来是分组标题、合计、说明或续行，不各记为一个项目。看错了的，请勾选。",
            "These rows look like headings, sums, notes or continued lines, and become no project. Tick the ones that are.",
        )
    }
}

/// "另有 5 行不是项目"
pub fn other_rows(l: Lang, is_trips: bool, n: usize) -> String {
    match (l, is_trips) {
        (Lang::Zh, false) => format!("另有 {} 行不是项目", format::count(n)),
        (Lang::Zh, true) => format!("另有 {} 行不是外出", format::count(n)),
        (Lang::En, false) => plural(n, "row is no project", "rows are no projects"),
        (Lang::En, true) => plural(n, "row is no trip", "rows are no trips"),
    }
}

/// What a row looks like.
pub const fn row_kind(is_trips: bool, kind: &RowKind) -> Text {
    match kind {
        RowKind::Data if is_trips => Text::new("外出", "Trip"),
        RowKind::Data => Text::new("项目", "Project"),
        RowKind::Continuation => Text::new("续行", "Continued line"),
        RowKind::Section { .. } => Text::new("分组标题", "Group heading"),
        RowKind::Subtotal => Text::new("合计", "Sum"),
        RowKind::Footnote => Text::new("说明", "Note"),
        RowKind::Blank => Text::new("空行", "Blank"),
        RowKind::Repeated => Text::new("重复的表头", "Repeated heading"),
    }
}
