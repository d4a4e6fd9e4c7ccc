//! The table of records: heads, cells, groups, and the words around them.

mod cells;
mod conditions;

pub use cells::{
    cell_out, cell_text, column_name, copied, group_label, plain_empty, sum_text, unit_of, usual_width,
    with_unit,
};
pub use conditions::{condition, relative, step, these, whole_condition};

use super::format::count;
use super::{Lang, Text, plural};

/// Registers a project.
pub const NEW: Text = Text::new("登记项目", "New project");
/// Search inside the table.
pub const FIND: Text = Text::new("在表中查找", "Find in this table");
/// Opens the list of columns to filter by.
pub const FILTER: Text = Text::new("筛选", "Filter");
/// Takes every filter away.
pub const CLEAR_FILTERS: Text = Text::new("清除筛选", "Clear filters");
/// Takes one filter away.
pub const REMOVE_FILTER: Text = Text::new("去掉此条件", "Remove this condition");
/// Opens the column chooser.
pub const COLUMNS: Text = Text::new("列", "Columns");
/// Title of the column chooser.
pub const CHOOSE_COLUMNS: Text = Text::new("选择显示的列", "Columns to show");
/// Search among the columns.
pub const FIND_COLUMN: Text = Text::new("查找列名", "Find a column");
/// Heading over computed columns.
pub const COMPUTED: Text = Text::new("自动计算", "Computed");
/// Heading over columns that imports did not know.
pub const OTHER_COLUMNS: Text = Text::new("台账中的其他栏", "Other columns of imported ledgers");
/// The usual columns again.
pub const USUAL_COLUMNS: Text = Text::new("恢复常用列", "Usual columns");
/// Groups menu.
pub const GROUP: Text = Text::new("分组", "Group");
/// No grouping.
pub const NO_GROUP: Text = Text::new("不分组", "No groups");
/// Fold every group.
pub const FOLD_ALL: Text = Text::new("全部收起", "Fold all");
/// Unfold every group.
pub const UNFOLD_ALL: Text = Text::new("全部展开", "Unfold all");
/// Views menu.
pub const VIEWS: Text = Text::new("视图", "Views");
/// The view a table begins with.
pub const USUAL_VIEW: Text = Text::new("默认视图", "Usual view");
/// Saves the changes of a saved view.
pub const SAVE_VIEW: Text = Text::new("保存修改", "Save changes");
/// Saves as a new view.
pub const SAVE_VIEW_AS: Text = Text::new("另存为视图…", "Save as a view…");
/// Renames a view.
pub const RENAME_VIEW: Text = Text::new("重命名…", "Rename…");
/// Title of the dialog that renames a view.
pub const RENAMES_VIEW: Text = Text::new("重命名视图", "Rename the view");
/// Deletes a view.
pub const DELETE_VIEW: Text = Text::new("删除此视图", "Delete this view");
/// Name of a view.
pub const VIEW_NAME: Text = Text::new("视图名称", "Name of the view");
/// What a saved view is.
pub const VIEW_HELP: Text = Text::new(
    "列、筛选、排序和分组会一并保存，交换数据时同事也能看到。",
    "Columns, filters, sorts and groups are saved together and travel to colleagues with the data.",
);
/// Saves.
pub const SAVE: Text = Text::new("保存", "Save");
/// Export menu.
pub const EXPORT: Text = Text::new("导出", "Export");
/// Writes a workbook of what is shown.
pub const EXPORT_XLSX: Text = Text::new("导出所见为 Excel", "What is shown, as Excel");
/// Writes comma-separated text of what is shown.
pub const EXPORT_CSV: Text = Text::new("导出所见为 CSV", "What is shown, as CSV");
/// Writes a workbook of everything.
pub const EXPORT_ALL: Text = Text::new("导出全部行和列为 Excel", "All rows and columns, as Excel");
/// Writes comma-separated text of everything.
pub const EXPORT_ALL_CSV: Text = Text::new("导出全部行和列为 CSV", "All rows and columns, as CSV");
/// Writes a workbook of all follow-ups.
pub const EXPORT_FOLLOW_UPS: Text = Text::new("导出全部跟进记录为 Excel", "All follow-ups, as Excel");
/// Writes a workbook of all fund tranches.
pub const EXPORT_TRANCHES: Text = Text::new("导出全部到资记录为 Excel", "All fund tranches, as Excel");
/// Writes a workbook of the selected rows.
pub const EXPORT_SELECTED: Text = Text::new("导出所选", "Export selected");
/// Goes to the exchange with the selected rows.
pub const SEND_SELECTED: Text = Text::new("发给同事…", "Send to a colleague…");
/// Prints.
pub const PRINT: Text = Text::new("打印", "Print");
/// Amounts in 万元 or 亿元.
pub const UNIT: Text = Text::new("金额单位", "Unit of amounts");

/// The column's menu.
pub fn column_menu(l: Lang, column: &str) -> String {
    match l {
        Lang::Zh => format!("“{column}”列的操作"),
        Lang::En => format!("Column “{column}”"),
    }
}
/// Sorts upwards.
pub const SORT_UP: Text = Text::new("升序", "Sort ascending");
/// Sorts downwards.
pub const SORT_DOWN: Text = Text::new("降序", "Sort descending");
/// Adds this column as a further sort.
pub const SORT_ALSO: Text = Text::new("追加为次要排序", "Then sort by this");
/// No sort by this column.
pub const SORT_NONE: Text = Text::new("不按此列排序", "Do not sort by this");
/// Filters by this column.
pub const FILTER_BY: Text = Text::new("按此列筛选…", "Filter by this…");
/// Groups by this column.
pub const GROUP_BY: Text = Text::new("按此列分组", "Group by this");
/// Keeps columns up to this one in place.
pub const FREEZE: Text = Text::new("冻结到此列", "Freeze up to here");
/// Lets all columns scroll.
pub const UNFREEZE: Text = Text::new("取消冻结", "Unfreeze");
/// Moves the column one place to the left.
pub const MOVE_LEFT: Text = Text::new("左移", "Move left");
/// Moves the column one place to the right.
pub const MOVE_RIGHT: Text = Text::new("右移", "Move right");
/// Makes the column wider.
pub const WIDER: Text = Text::new("加宽", "Wider");
/// Makes the column narrower.
pub const NARROWER: Text = Text::new("收窄", "Narrower");
/// Hides the column.
pub const HIDE: Text = Text::new("隐藏此列", "Hide this column");

/// The box that selects every row.
pub const SELECT_ALL: Text = Text::new("选中全部行", "Select all rows");
/// The box that selects one row.
pub fn select_row(l: Lang, name: &str) -> String {
    match l {
        Lang::Zh => format!("选中 {name}"),
        Lang::En => format!("Select {name}"),
    }
}
/// The first column of the totals row.
pub const TOTAL: Text = Text::new("合计", "Total");
/// Amounts left out of a sum.
pub fn left_out(l: Lang, n: usize) -> String {
    match l {
        Lang::Zh => format!("{n} 笔外币没有汇率，未计入"),
        Lang::En => plural(
            n,
            "amount has no exchange rate and is left out",
            "amounts have no exchange rate and are left out",
        ),
    }
}
/// How many records are shown of how many.
pub fn n_of_all(l: Lang, shown: usize, all: usize) -> String {
    match (l, shown == all) {
        (Lang::Zh, true) => format!("{} 条", count(all)),
        (Lang::Zh, false) => format!("{} / {} 条", count(shown), count(all)),
        (Lang::En, true) => plural(all, "record", "records"),
        (Lang::En, false) => format!("{} of {}", count(shown), plural(all, "record", "records")),
    }
}
/// How the keyboard works in the grid; for screen readers and the hint under the table.
pub const KEYS: Text = Text::new(
    "方向键移动，回车或直接输入即可编辑，Shift+空格选中行，Ctrl+C / Ctrl+V 与 Excel 互贴",
    "Arrow keys move, Enter or typing edits, Shift+Space selects the row, Ctrl+C and Ctrl+V exchange cells with Excel",
);
/// The keys of the grid, for the list of shortcuts.
pub const GRID_KEYS: [(&str, Text); 12] = [
    ("ArrowUp ArrowDown ArrowLeft ArrowRight", Text::new("移动", "Move")),
    ("Ctrl+ArrowUp", Text::new("到第一格（向下为最后一格）", "First cell (down: the last)")),
    ("Home", Text::new("行首（End 为行尾）", "Start of the row (End: its end)")),
    ("Shift+ArrowDown", Text::new("扩大选区（各方向键均可）", "Extend the range (any arrow)")),
    ("Enter", Text::new("编辑，或展开、收起分组", "Edit, or fold a group")),
    ("Escape", Text::new("放弃编辑，取消选区", "Give up editing, or the range")),
    ("Delete", Text::new("清空所选单元格", "Clear the cells")),
    ("Ctrl+Enter", Text::new("打开这一行", "Open the row")),
    ("Shift+Space", Text::new("选中行", "Select the row")),
    ("Ctrl+A", Text::new("选中全部行", "Select all rows")),
    ("Ctrl+C", Text::new("复制，可贴到 Excel", "Copy, for Excel too")),
    ("Ctrl+V", Text::new("粘贴，可从 Excel 来", "Paste, from Excel too")),
];

/// How many rows are selected.
pub fn n_selected(l: Lang, n: usize) -> String {
    match l {
        Lang::Zh => format!("已选 {} 条", count(n)),
        Lang::En => format!("{} selected", count(n)),
    }
}
/// Sets one field of all selected rows.
pub const BULK_EDIT: Text = Text::new("批量修改…", "Set a field…");
/// The field to set.
pub const BULK_FIELD: Text = Text::new("要修改的字段", "Field");
/// Its new value.
pub const BULK_VALUE: Text = Text::new("改为", "New value");
/// An empty value clears.
pub const BULK_HELP: Text = Text::new("留空表示清除", "Leave empty to clear the field");
/// Does it.
pub fn bulk_apply(l: Lang, n: usize) -> String {
    match l {
        Lang::Zh => format!("修改 {} 条", count(n)),
        Lang::En => format!("Change {}", plural(n, "record", "records")),
    }
}
/// Deletes the selected rows.
pub const DELETE: Text = Text::new("删除", "Delete");
/// Title of the question before deleting.
pub fn delete_title(l: Lang, n: usize) -> String {
    match (l, n) {
        (Lang::Zh, _) => format!("删除所选 {} 条？", count(n)),
        (Lang::En, 1) => "Delete the selected record?".to_owned(),
        (Lang::En, _) => format!("Delete {} selected records?", count(n)),
    }
}
/// What deleting means.
pub const DELETE_TEXT: Text = Text::new("删除后可以撤销。", "This can be undone.");
/// Selects nothing.
pub const CLEAR_SELECTION: Text = Text::new("取消选择", "Clear selection");

/// No record at all.
pub const EMPTY: Text = Text::new("还没有项目", "No projects yet");
/// How to get some.
pub const EMPTY_TEXT: Text = Text::new(
    "导入现有台账，或登记第一个项目，这里就会列出全部字段。",
    "Import your ledger or register the first project; every field of it will be here.",
);
/// No record answers.
pub const NO_MATCH: Text = Text::new("没有符合条件的记录", "Nothing matches");
/// What to do about it.
pub const NO_MATCH_TEXT: Text = Text::new("放宽或清除筛选条件再看。", "Loosen or clear the filters.");
/// Opens the record of a row.
pub const OPEN: Text = Text::new("打开", "Open");
/// A cell that cannot be typed into.
pub const READ_ONLY: Text =
    Text::new("此列由系统计算，不能直接填写", "This column is computed and cannot be typed into");
/// The stage follows from milestones.
pub const STAGE_READ_ONLY: Text = Text::new(
    "阶段由节点推定，请在项目页认定节点",
    "The stage follows from milestones: open the project to date one",
);
/// Text that is no value.
pub const UNREADABLE: Text = Text::new("读不懂，请改写", "Not understood; please write it differently");

/// Title of the preview before pasting.
pub const PASTE: Text = Text::new("粘贴前核对", "Check before pasting");
/// Column of the preview: where.
pub const PASTE_CELL: Text = Text::new("单元格", "Cell");
/// Column of the preview: what was on the clipboard.
pub const PASTED: Text = Text::new("粘贴内容", "Pasted");
/// Column of the preview: what was read.
pub const READ_AS: Text = Text::new("读作", "Read as");
/// Column of the preview: what is doubtful.
pub const DOUBT: Text = Text::new("说明", "Note");
/// Something should be checked.
pub const PLEASE_CHECK: Text = Text::new("请核对", "Please check");
/// A record will be created.
pub const WILL_CREATE: Text = Text::new("将新建", "Will be created");
/// Nothing will be written there.
pub const WILL_SKIP: Text = Text::new("跳过", "Skipped");
/// Does it.
pub fn paste_apply(l: Lang, n: usize) -> String {
    match l {
        Lang::Zh => format!("粘贴 {} 格", count(n)),
        Lang::En => format!("Paste {}", plural(n, "cell", "cells")),
    }
}
/// What the preview lists.
pub fn paste_summary(l: Lang, cells: usize, doubtful: usize) -> String {
    match l {
        Lang::Zh => format!("共 {} 格，其中 {} 格需要核对：", count(cells), count(doubtful)),
        Lang::En => format!("{}, {} to be checked:", plural(cells, "cell", "cells"), count(doubtful)),
    }
}
/// Rows of the clipboard that have no place.
pub fn rows_beyond(l: Lang, n: usize) -> String {
    match l {
        Lang::Zh => format!("有 {} 行超出表尾，不会粘贴；新增项目请用“导入台账”。", count(n)),
        Lang::En => plural(
            n,
            "row lies beyond the end of the table and is left out; import a ledger to add projects.",
            "rows lie beyond the end of the table and are left out; import a ledger to add projects.",
        ),
    }
}
/// Columns of the clipboard that have no place.
pub fn columns_beyond(l: Lang, n: usize) -> String {
    match l {
        Lang::Zh => format!("有 {n} 列超出表格右边，不会粘贴。"),
        Lang::En => plural(
            n,
            "column lies beyond the last one and is left out.",
            "columns lie beyond the last one and are left out.",
        ),
    }
}
/// Says how many cells were copied.
pub fn n_copied(l: Lang, rows: usize, columns: usize) -> String {
    match l {
        Lang::Zh => format!("已复制 {} 行 × {columns} 列", count(rows)),
        Lang::En => {
            let (rows, columns) = (plural(rows, "row", "rows"), plural(columns, "column", "columns"));
            format!("Copied {rows} × {columns}")
        }
    }
}
/// The heading of a printed table and the name of an exported file.
pub fn file_stem(l: Lang, kind: &str, view: &str) -> String {
    match (l, view) {
        (Lang::Zh, "") => format!("{kind}表"),
        (Lang::En, "") => format!("{kind} table"),
        (_, view) => format!("{kind} - {view}"),
    }
}

/// Title of the dialog that sets a condition.
pub fn filter_title(l: Lang, column: &str) -> String {
    match l {
        Lang::Zh => format!("按“{column}”筛选"),
        Lang::En => format!("Filter by “{column}”"),
    }
}
/// Puts a condition in force.
pub const APPLY: Text = Text::new("应用", "Apply");
/// A text the cell contains.
pub const CONTAINS: Text = Text::new("包含文字", "Contains");
/// Only empty cells.
pub const ONLY_EMPTY: Text = Text::new("只看空白", "Empty only");
/// Only filled cells.
pub const ONLY_FILLED: Text = Text::new("只看已填", "Filled only");
/// Any value.
pub const ANY_VALUE: Text = Text::new("不限", "Any");
/// Whether the cell must be filled.
pub const FILLED_OR_NOT: Text = Text::new("是否填写", "Filled or not");
/// Choose among values.
pub const ONE_OF: Text = Text::new("勾选要看的值", "Show these values");
/// Choose the values that do not meet a condition.
pub const NONE_OF: Text = Text::new("勾选除外的值", "Leave out these values");
/// Whether the chosen values are wanted or not.
pub const WANTED_OR_NOT: Text = Text::new("勾选的值", "The values chosen");
/// They are wanted.
pub const WANTED: Text = Text::new("只要这些", "Only these");
/// They are not.
pub const UNWANTED: Text = Text::new("这些除外", "All but these");
/// Empty cells among the values.
pub const BLANK: Text = Text::new("（空白）", "(empty)");
/// A project that did not leave the pipeline, among the ways in which one leaves.
pub const NOT_LEFT: Text = Text::new("未退出", "still active");
/// Lower end of a range.
pub const FROM: Text = Text::new("从", "From");
/// Upper end of a range.
pub const TO: Text = Text::new("到", "To");
/// A range that moves with today.
pub const PERIOD: Text = Text::new("时间段", "Period");
/// Days given by hand.
pub const OWN_DAYS: Text = Text::new("自定起止", "Own dates");
