//! Import from spreadsheets.

pub mod past;
mod plan;
mod read;
mod rows;
mod targets;
mod trips;

pub use plan::{
    alike, decision, left_out, level, likeness, note, outcome, reason_for_keeping, row_doubt, sign, step,
    twin,
};
pub use read::read_value;
pub use rows::{AS_PROJECT, AS_TRIP, other_rows, other_rows_help, row_kind};
pub use targets::{target, trip_target};
pub use trips::{
    IS_PROJECTS, IS_TRIPS, KIND_OF_LEDGER, NEEDS_WHO, SEE_TRIPS, TRIP_HEADS, trip_counts, trip_outcome,
    updated_trips,
};

use super::{Lang, Text, format, plural};

/// The steps, in order.
pub const STEPS: [Text; 4] = [
    Text::new("选文件", "Choose"),
    Text::new("认列", "Columns"),
    Text::new("核对", "Check"),
    Text::new("完成", "Done"),
];
/// Names the list of steps.
pub const STEPS_LABEL: Text = Text::new("导入步骤", "Steps of the import");
/// What this page does.
pub const INTRO: Text = Text::new(
    "选一份 Excel 或 CSV 台账。先看每一格怎么读、哪些重复，点“导入”之前不写入任何数据。",
    "Choose an Excel or CSV ledger. You see first how each cell is read and what is a duplicate; nothing is written before you press Import.",
);
/// Label of the drop area.
pub const DROP: Text = Text::new("Excel（.xlsx、.xls）或 CSV 文件", "Excel (.xlsx, .xls) or CSV file");
/// Label of the paste field.
pub const PASTE: Text = Text::new("或在此粘贴从表格复制的单元格", "Or paste cells copied from a spreadsheet");
/// Help of the paste field.
pub const PASTE_HELP: Text =
    Text::new("连同表头一起复制，Ctrl+V 粘贴", "Copy the headings too, then press Ctrl+V");
/// Name of what was pasted.
pub const PASTED: Text = Text::new("粘贴的单元格", "Pasted cells");
/// Reading the file.
pub const READING: Text = Text::new("正在读取", "Reading");
/// Comparing rows with the ledger.
pub const COMPARING: Text = Text::new("正在核对重复", "Looking for duplicates");
/// No table was found.
pub const NO_TABLE: Text = Text::new(
    "没找到表格。请确认文件里有表头和数据行。",
    "No table was found. Check that the file has headings and rows.",
);
/// Starts over with another file.
pub const ANOTHER: Text = Text::new("换一个文件", "Another file");
/// To the step before.
pub const BACK: Text = Text::new("上一步", "Back");
/// From columns to the preview.
pub const CHECK: Text = Text::new("核对各行", "Check the rows");
/// The table chosen.
pub const TABLE: Text = Text::new("工作表", "Sheet");
/// First header row.
pub const HEADER_ROW: Text = Text::new("表头起始行", "First header row");
/// Number of header rows.
pub const HEADER_ROWS: Text = Text::new("表头行数", "Header rows");
/// The first rows of the file.
pub const FIRST_ROWS: Text = Text::new("文件开头几行", "The first rows of the file");
/// The table of columns.
pub const COLUMNS: Text = Text::new("每一列是什么", "What each column is");
/// Heading of a column.
pub const HEADING: Text = Text::new("表头", "Heading");
/// Sample values.
pub const SAMPLES: Text = Text::new("内容举例", "Examples");
/// The field it becomes.
pub const FIELD: Text = Text::new("对应字段", "Field");
/// The unit of bare amounts.
pub const UNIT: Text = Text::new("单位", "Unit");
/// How sure the proposal is.
pub const SURE: Text = Text::new("把握", "Confidence");
/// Very sure.
pub const SURE_YES: Text = Text::new("确定", "Certain");
/// Fairly sure.
pub const SURE_LIKELY: Text = Text::new("可能", "Likely");
/// Not recognised.
pub const SURE_NO: Text = Text::new("未认出", "Not known");
/// Chosen by the user or remembered.
pub const SURE_SET: Text = Text::new("已指定", "Chosen");
/// A column that is no field.
pub const KEEP_AS_TEXT: Text =
    Text::new("不是字段，原文留在“其他信息”", "No field: kept as text under its heading");
/// The mapping of an earlier import is used.
pub const REMEMBERED: Text = Text::new(
    "表头与上次导入的文件相同，已沿用上次的对应关系。",
    "The headings are those of an earlier import; its choices are used again.",
);
/// No column holds the name.
pub const NEEDS_NAME: Text =
    Text::new("请指定哪一列是项目名称。", "Choose which column holds the project name.");
/// Row marks of the mini grid.
pub const MARK_HEADER: Text = Text::new("表头", "Header");
/// A data row of the mini grid.
pub const MARK_DATA: Text = Text::new("数据", "Data");
/// A row that is not read.
pub const MARK_OTHER: Text = Text::new("不读", "Not read");
/// The rows of the preview.
pub const ROWS: Text = Text::new("台账各行", "Rows of the ledger");
/// Which rows are shown.
pub const SHOW: Text = Text::new("显示", "Show");
/// Every row.
pub const ALL: Text = Text::new("全部", "All");
/// New projects.
pub const NEW_ROWS: Text = Text::new("新增", "New");
/// Rows with something to confirm.
pub const DOUBTFUL: Text = Text::new("存疑", "Doubtful");
/// Duplicates.
pub const DUPLICATES: Text = Text::new("疑似重复", "Duplicates");
/// Rejected rows.
pub const REJECTED: Text = Text::new("不能导入", "Rejected");
/// Updates.
pub const UPDATES: Text = Text::new("更新", "Updates");
/// The line in the file.
pub const LINE: Text = Text::new("行", "Line");
/// What is proposed for a row.
pub const PROPOSED: Text = Text::new("处理", "Outcome");
/// Nothing under this filter.
pub const NONE_SUCH: Text = Text::new("没有这样的行", "No such rows");
/// The main button.
pub const IMPORT: Text = Text::new("导入", "Import");
/// Nothing would change.
pub const NOTHING_TO_CHANGE: Text =
    Text::new("与本簿一致，没有要改的", "Nothing to change: the ledger says the same");
/// The columns as they were read.
pub const AS_IT_WAS: Text = Text::new("原文", "In the file");
/// As it will be stored.
pub const AS_READ: Text = Text::new("读作", "Read as");
/// Opens a row's details.
pub const OPEN_ROW: Text = Text::new("打开此行", "Open this row");
/// The record that is there already.
pub const KNOWN: Text = Text::new("已有", "Already there");
/// The row of the file.
pub const THIS_ROW: Text = Text::new("本行", "This row");
/// Marks a field in which the two differ.
pub const DIFFERS: Text = Text::new("不同", "differs");
/// What would change.
pub const CHANGES: Text = Text::new("将更新", "Will change");
/// Values that the ledger has moved on from.
pub const KEPT: Text = Text::new("本簿已改，保留本簿的值", "Changed here since; the value here stays");
/// What to look at.
pub const TO_CONFIRM: Text = Text::new("请核对", "Please check");
/// Other records that resemble the row.
pub const RESEMBLES: Text = Text::new("也像", "Also resembles");
/// What to do with a duplicate.
pub const DECIDE: Text = Text::new("怎么处理", "What to do");
/// Explains the choices.
pub const DECIDE_HELP: Text =
    Text::new("按 1 至 4 选择，选后跳到下一条待定", "Press 1 to 4; the next open one follows");
/// Applies the choice to every open duplicate of the same kind.
pub const ALL_LIKE_THIS: Text = Text::new("同类的都这样处理", "Do the same for all like this");
/// Keeps both, with the reason that was given.
pub const KEEP_BOTH_NOW: Text = Text::new("两条都留", "Keep both");
/// Asks for the reason.
pub const REASON: Text = Text::new("为什么是两个项目", "Why these are two projects");
/// The reason is missing.
pub const REASON_MISSING: Text = Text::new("请写明理由，两条都会保留", "Give the reason; both are then kept");
/// Example of a reason.
pub const REASON_EXAMPLE: Text = Text::new("如：二期，另一地块", "Such as: phase 2, another plot");
/// Takes the file's values although the ledger has moved on.
pub const FILE_WINS: Text = Text::new("以台账为准", "Take the file's values");
/// Takes the row back in.
pub const TAKE_AGAIN: Text = Text::new("恢复", "Take it after all");
/// Leaves the row out.
pub const LEAVE_OUT: Text = Text::new("不导入此行", "Leave this row out");
/// The next open duplicate.
pub const NEXT_OPEN: Text = Text::new("下一条待定", "Next open one");
/// A cell is edited.
pub const EDIT_HINT: Text = Text::new("点按可改", "Press to change");
/// The import is done.
pub const DONE: Text = Text::new("已导入", "Imported");
/// What undo does.
pub const UNDO_HINT: Text =
    Text::new("如需撤回，按“撤销”即可整批退回。", "Undo takes the whole import back.");
/// To the table of projects.
pub const SEE_TABLE: Text = Text::new("看项目表格", "See the projects");
/// Saves what was left out.
pub const SAVE_LEFT_OUT: Text = Text::new("把未导入的行存成表格", "Save the rows left out as a spreadsheet");
/// Name of that file.
pub const LEFT_OUT_FILE: Text = Text::new("未导入的行.xlsx", "rows-left-out.xlsx");
/// Heading of the column of lines.
pub const LEFT_OUT_LINE: Text = Text::new("原表行号", "Line in the file");
/// Heading of the column of reasons.
pub const LEFT_OUT_REASON: Text = Text::new("未导入原因", "Why it was left out");
/// The write failed.
pub const FAILED: Text = Text::new(
    "没有写入，数据未变。请先清出存储空间，再点“导入”。",
    "Nothing was written and nothing changed. Free some storage and press Import again.",
);
/// Money and area units a column can be in.
pub const UNITS_MONEY: [(&str, Text); 5] = [
    ("", Text::new("未写明", "Not stated")),
    ("1", Text::new("元", "Yuan")),
    ("10000", Text::new("万元", "10,000 yuan")),
    ("100000000", Text::new("亿元", "100 million yuan")),
    ("usd10000", Text::new("万美元", "10,000 US dollars")),
];

/// "2026年台账 · 62 行"
pub fn table_choice(l: Lang, sheet: &str, rows: usize) -> String {
    let name = if sheet.is_empty() { PASTED.get(l) } else { sheet };
    match l {
        Lang::Zh => format!("{name} · {} 行", format::count(rows)),
        Lang::En => format!("{name} · {}", plural(rows, "row", "rows")),
    }
}

/// "第 5 行"
pub fn line(l: Lang, line: usize) -> String {
    match l {
        Lang::Zh => format!("第 {line} 行"),
        Lang::En => format!("Line {line}"),
    }
}

/// "存疑 12"
pub fn counted(l: Lang, label: Text, n: usize) -> String {
    format!("{} {}", label.get(l), format::count(n))
}

/// "另有 3 个"
pub fn and_more(l: Lang, n: usize) -> String {
    match l {
        Lang::Zh => format!("另有 {n} 处"),
        Lang::En => format!("and {n} more"),
    }
}

/// What an import comes to, by kind of record.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Projects to be added.
    pub projects: usize,
    /// Projects to be updated.
    pub updated: usize,
    /// Companies to be added.
    pub companies: usize,
    /// Contacts to be added.
    pub contacts: usize,
    /// People to be added.
    pub people: usize,
    /// Units to be added.
    pub units: usize,
    /// Follow-ups to be added.
    pub follow_ups: usize,
    /// Trips to be added.
    pub trips: usize,
    /// Trips to be updated.
    pub updated_trips: usize,
    /// Rows left out.
    pub left_out: usize,
    /// Of these, duplicates nobody decided on.
    pub undecided: usize,
}

/// What will be written, or was, as one sentence.
pub fn tally(l: Lang, done: bool, tally: &Tally) -> String {
    let parts: Vec<String> = [
        (tally.projects, "个项目", "project", "projects"),
        (tally.trips, "次外出", "trip", "trips"),
        (tally.companies, "家企业", "company", "companies"),
        (tally.contacts, "名客商", "contact", "contacts"),
        (tally.people, "名人员", "person", "people"),
        (tally.units, "个单位", "unit", "units"),
        (tally.follow_ups, "条跟进", "follow-up", "follow-ups"),
    ]
    .into_iter()
    .filter(|(n, ..)| *n > 0)
    .map(|(n, zh, one, many)| match l {
        Lang::Zh => format!("{} {zh}", format::count(n)),
        Lang::En => plural(n, one, many),
    })
    .collect();
    match l {
        Lang::Zh => {
            let verb = if done { "已" } else { "将" };
            let mut clauses = Vec::new();
            if !parts.is_empty() {
                clauses.push(format!("{verb}新增 {}", parts.join("、")));
            }
            if tally.updated > 0 {
                clauses.push(format!("{verb}更新 {} 个项目", format::count(tally.updated)));
            }
            clauses.extend((tally.updated_trips > 0).then(|| updated_trips(l, done, tally.updated_trips)));
            clauses.join("；")
        }
        Lang::En => {
            let mut clauses = Vec::new();
            if !parts.is_empty() {
                clauses.push(format!("{} {}", if done { "Added" } else { "Adds" }, parts.join(", ")));
            }
            if tally.updated > 0 {
                let updated = plural(tally.updated, "project", "projects");
                clauses.push(format!("{} {updated}", if done { "updated" } else { "updates" }));
            }
            clauses.extend((tally.updated_trips > 0).then(|| updated_trips(l, done, tally.updated_trips)));
            clauses.join("; ")
        }
    }
}

/// How many rows stay out, and why; empty if none.
pub fn stays_out(l: Lang, tally: &Tally) -> String {
    let (out, open) = (format::count(tally.left_out), format::count(tally.undecided));
    let rows_stay_out = || plural(tally.left_out, "row stays out", "rows stay out");
    match (l, tally.left_out, tally.undecided) {
        (_, 0, _) => String::new(),
        (Lang::Zh, _, 0) => format!("{out} 行不导入"),
        (Lang::Zh, ..) => format!("{out} 行不导入，其中 {open} 行疑似重复还没定"),
        (Lang::En, _, 0) => rows_stay_out(),
        (Lang::En, ..) => {
            let open = plural(
                tally.undecided,
                "of these is a duplicate nobody has decided on",
                "of these are duplicates nobody has decided on",
            );
            format!("{}; {open}", rows_stay_out())
        }
    }
}

/// How many others were decided on alike.
pub fn decided_alike(l: Lang, n: usize) -> String {
    match l {
        Lang::Zh => format!("已同样处理 {n} 行"),
        Lang::En => format!("Decided {} alike", plural(n, "row", "rows")),
    }
}

/// The day that undated stages and words of progress get.
pub fn as_of(l: Lang, day: &str) -> String {
    match l {
        Lang::Zh => format!("进展与未载日期的阶段记在 {day}"),
        Lang::En => format!("Progress notes and undated stages are dated {day}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tally_names_only_what_there_is() {
        let some =
            Tally { projects: 60, companies: 1, updated: 1, left_out: 3, undecided: 2, ..Tally::default() };
        assert_eq!(tally(Lang::Zh, false, &some), "将新增 60 个项目、1 家企业；将更新 1 个项目");
        assert_eq!(tally(Lang::En, true, &some), "Added 60 projects, 1 company; updated 1 project");
        assert_eq!(stays_out(Lang::Zh, &some), "3 行不导入，其中 2 行疑似重复还没定");
        assert_eq!(
            stays_out(Lang::En, &some),
            "3 rows stay out; 2 of these are duplicates nobody has decided on"
        );
        assert_eq!(stays_out(Lang::En, &Tally::default()), "");
    }
}
