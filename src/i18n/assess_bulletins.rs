//! 通报: the page where bulletins, tables and meeting packs are made. The words of the papers are [`super::papers`].

use super::{Lang, Text};

/// The switch of the page.
pub const SHOW: Text = Text::new("材料", "Papers");
/// Bulletins.
pub const BULLETINS: Text = Text::new("通报", "Bulletins");
/// Single tables.
pub const TABLES: Text = Text::new("上报表格", "Tables");
/// Meeting packs.
pub const PACK: Text = Text::new("会议材料", "Meeting pack");

/// Saves a text document.
pub const WORD: Text = Text::new("Word 文档（.docx）", "Word (.docx)");
/// Saves a workbook.
pub const EXCEL: Text = Text::new("Excel 表格（.xlsx）", "Excel (.xlsx)");

/// Begins a bulletin.
pub const NEW: Text = Text::new("新通报", "New bulletin");
/// Opens its dialog.
pub const NEW_TITLE: Text = Text::new("新建通报", "New bulletin");
/// What a bulletin is about.
pub const PERIOD: Text = Text::new("通报期", "Period");
/// The day that its numbers are of.
pub const AS_OF: Text = Text::new("数据截至", "Data as of");
/// What that does and does not do.
pub const AS_OF_HELP: Text = Text::new(
    "只计到这一天为止发生的事。要看那一天所知道的数，先回到那一天再打开通报。",
    "Counts what had happened by this day. To count what was known on that day, look at that day first and open the bulletin there.",
);
/// Makes it.
pub const MAKE: Text = Text::new("新建", "Create");
/// No bulletin yet.
pub const NONE: Text = Text::new("还没有通报", "No bulletins yet");
/// What to do.
pub const NONE_TEXT: Text = Text::new(
    "新建一期通报，正文用模板起草，数字自动取自同一批表格。改好模板，下期照用。",
    "Create a bulletin: its text begins with a template whose numbers come from the same tables. What you change is there for the next one.",
);
/// The name of a bulletin.
pub const NAME: Text = Text::new("通报名称", "Bulletin");
/// The day it was issued.
pub const ISSUED: Text = Text::new("印发日期", "Issued on");
/// Back to the list.
pub const BACK: Text = Text::new("全部通报", "All bulletins");
/// Deletes it.
pub const DELETE: Text = Text::new("删除通报", "Delete bulletin");
/// It is gone.
pub const GONE: Text = Text::new("这期通报已经删除", "This bulletin was deleted");
/// What to do then.
pub const GONE_TEXT: Text =
    Text::new("可以撤销删除，或回到全部通报。", "Undo brings it back; or go back to all bulletins.");

/// The texts of a bulletin.
pub const TEXTS: Text = Text::new("正文模板", "Text");
/// How they work.
pub const TEXTS_HELP: Text = Text::new(
    "大括号里的名称会换成数字，例如 {新签约项目.完成}。点下面“可用名称”里的名称，插到光标处。",
    "A name in braces becomes its number, such as {signed.done}. Choose a name below to insert it where the cursor is.",
);
/// The names.
pub const NAMES: Text = Text::new("可用名称", "Names");
/// What finds one.
pub const FIND_NAME: Text = Text::new("查找名称", "Find a name");
/// The usual ones alone, or all.
pub const ALL_NAMES: Text = Text::new("含没有目标的指标", "Metrics without a target, too");
/// The attached tables.
pub const ATTACHED: Text = Text::new("附表", "Tables attached");
/// The paper.
pub const PREVIEW: Text = Text::new("预览", "Preview");
/// Puts the usual text back.
pub const USUAL: Text = Text::new("恢复示范文本", "Usual text");

/// Which table.
pub const TABLE: Text = Text::new("表格", "Table");
/// Whose.
pub const UNIT: Text = Text::new("单位", "Unit");
/// Which bulletin a pack begins with.
pub const BULLETIN: Text = Text::new("通报", "Bulletin");
/// None of them.
pub const NO_BULLETIN: Text = Text::new("不附通报", "No bulletin");
/// What a pack holds.
pub const PACK_HELP: Text = Text::new(
    "一份文件，依次为目录、通报、排名、表彰、承诺兑现、下步任务；没有内容的部分不列入，并在目录下说明。",
    "One file: contents, bulletin, ranking, awards, pledges, next tasks. Sections without anything are left out, and the contents say so.",
);
/// Where its numbers are shown with the records behind them.
pub const BEHIND: Text = Text::new(
    "数字与“进度”“得分”同源，可到那里点开核对。",
    "The numbers are those of Progress and Scores, where each opens to its records.",
);

/// Names that nobody knows, and what to do.
pub fn unknown(l: Lang, names: &[String]) -> String {
    let said =
        |open: &str, close: &str| names.iter().map(|name| format!("{open}{name}{close}")).collect::<Vec<_>>();
    match l {
        Lang::Zh => format!(
            "有{}个名称不认识：{}。请改成“可用名称”里的名称；要写大括号本身，请写两遍。",
            names.len(),
            said("{", "}").join("、")
        ),
        Lang::En => format!(
            "Not known: {}. Use one of the names in the list; write a brace twice to print it as it is.",
            said("{", "}").join(", ")
        ),
    }
}
