//! 考核办法: the list of rule sheets, the editor of one, and the metrics of the office.

use super::{Lang, Text, format};

/// The rule sheets.
pub const SHEETS: Text = Text::new("办法", "Rule sheets");
/// The metrics.
pub const METRICS: Text = Text::new("指标", "Metrics");
/// Which of the two, for screen readers.
pub const WHICH: Text = Text::new("查看", "Show");
/// Begins a sheet.
pub const NEW: Text = Text::new("新建办法", "New rules");
/// From nothing.
pub const BLANK: Text = Text::new("空白办法", "Blank rules");
/// From a file.
pub const FROM_FILE: Text = Text::new("从文件导入（JSON）", "From a file (JSON)");
/// The heading over examples.
pub const EXAMPLES: Text = Text::new("从示例新建", "From an example");
/// Opens the editor.
pub const OPEN: Text = Text::new("编辑", "Edit");
/// Copies a sheet.
pub const COPY: Text = Text::new("复制", "Copy");
/// Saves it as a file.
pub const AS_FILE: Text = Text::new("存为文件", "Save as a file");
/// Takes it out of use.
pub const RETIRE: Text = Text::new("停用", "Retire");
/// Puts it back into use.
pub const REVIVE: Text = Text::new("恢复使用", "Use again");
/// It is out of use.
pub const RETIRED: Text = Text::new("已停用", "retired");
/// Shows the scores by it.
pub const SEE_SCORES: Text = Text::new("看得分", "Scores");
/// No sheet yet.
pub const NONE: Text = Text::new("还没有考核办法", "No rules yet");
/// What to do then.
pub const NONE_TEXT: Text = Text::new(
    "从公开办法的示例新建，再改成本县的；也可以导入别的县存下的文件。",
    "Begin with an example that follows a published document and make it yours, or take in a file of another office.",
);
/// Columns of the list.
pub const NAME: Text = Text::new("名称", "Name");
/// Its version.
pub const VERSION: Text = Text::new("版本", "Version");
/// Its source.
pub const SOURCE: Text = Text::new("依据", "Source");
/// From when on.
pub const FROM: Text = Text::new("启用日期", "In force from");
/// Full marks.
pub const FULL: Text = Text::new("满分", "Full marks");
/// What is wrong.
pub const PROBLEMS: Text = Text::new("问题", "Problems");
/// Nothing is wrong.
pub const NO_PROBLEMS: Text = Text::new("没有问题", "None");
/// A file is not understood.
pub const NOT_READ: Text = Text::new("文件不是考核办法：", "The file holds no rules: ");
/// A kept sheet is not understood.
pub const BROKEN: Text = Text::new("内容读不出", "Not readable");

/// Back to the list.
pub const BACK: Text = Text::new("全部办法", "All rules");
/// Saves the draft.
pub const SAVE: Text = Text::new("保存", "Save");
/// Gives the draft up.
pub const DISCARD: Text = Text::new("放弃改动", "Discard changes");
/// Changes wait to be saved.
pub const UNSAVED: Text = Text::new("有未保存的改动", "Not saved yet");
/// Nothing was changed.
pub const UNCHANGED: Text = Text::new("没有改动", "No changes");
/// Asks before changes are given up.
pub const DISCARD_TITLE: Text = Text::new("放弃还没保存的改动？", "Discard what is not saved?");
/// What happens then.
pub const DISCARD_TEXT: Text =
    Text::new("这份办法回到上次保存的样子。", "The rules go back to what was saved last.");
/// The head of a sheet.
pub const HEAD: Text = Text::new("总则", "General");
/// English name.
pub const ENGLISH: Text = Text::new("英文名称", "English name");
/// The period.
pub const PERIOD: Text = Text::new("考核周期", "Period");
/// Who is scored.
pub const SUBJECT: Text = Text::new("考核对象", "Scored");
/// How time is counted.
pub const ELAPSED: Text = Text::new("序时按", "Time counts");
/// Targets of parts of the year.
pub const PRORATE: Text = Text::new(
    "没有本周期目标的，按全年目标折算",
    "Without a target for the period, the year's in proportion",
);
/// Ranking groups.
pub const GROUPS: Text = Text::new("考核组别", "Ranking groups");
/// How to fill them in.
pub const GROUPS_HELP: Text =
    Text::new("用顿号分开；不填为各组都排名", "Separated by commas; all groups if empty");
/// Digits.
pub const DIGITS: Text = Text::new("小数位", "Digits");
/// Rounding.
pub const ROUNDING: Text = Text::new("取舍", "Rounding");
/// Ties.
pub const TIES: Text = Text::new("总分相同时", "Equal totals");
/// What decides where that is equal too.
pub const TIES_THEN: Text = Text::new("再并列时", "Equal again");
/// No tie-break.
pub const SHARED: Text = Text::new("并列", "share the place");
/// The items.
pub const ITEMS: Text = Text::new("考核项目", "Items");
/// Adds an item.
pub const ADD_ITEM: Text = Text::new("加项目", "Add an item");
/// Adds a group.
pub const ADD_GROUP: Text = Text::new("加一组", "Add a group");
/// Takes away.
pub const REMOVE: Text = Text::new("删除", "Remove");
/// Up.
pub const UP: Text = Text::new("上移", "Move up");
/// Down.
pub const DOWN: Text = Text::new("下移", "Move down");
/// An item without a title.
pub const UNTITLED: Text = Text::new("（未命名）", "(untitled)");
/// Title.
pub const TITLE: Text = Text::new("考核指标", "Title");
/// English title.
pub const TITLE_EN: Text = Text::new("英文", "English title");
/// The clause.
pub const CLAUSE: Text = Text::new("评分标准原文", "Clause of the document");
/// Weight.
pub const WEIGHT: Text = Text::new("分值", "Weight");
/// How to fill it in.
pub const WEIGHT_HELP: Text = Text::new("加分、扣分项填 0", "0 for bonuses and deductions");
/// For which groups.
pub const FOR_GROUPS: Text = Text::new("只考核这些组别", "Only for these groups");
/// How it scores.
pub const FORMULA: Text = Text::new("计分方法", "Formula");
/// The gate.
pub const GATE: Text = Text::new("门槛指标", "Gate");
/// No gate.
pub const NO_GATE: Text = Text::new("无门槛", "No gate");
/// The share of the target that a gate asks for.
pub const REACH: Text = Text::new("须达目标的", "Share of the target");
/// How a group combines.
pub const COMBINE: Text = Text::new("各项", "The items are");
/// Cap in points.
pub const CAP_POINTS: Text = Text::new("最高", "At most");
/// Floor in points.
pub const FLOOR_POINTS: Text = Text::new("最低", "At least");
/// Adds a row.
pub const ADD_ROW: Text = Text::new("加一行", "Add a row");
/// The live rows.
pub const LIVE: Text = Text::new("按草稿算今天的得分", "Scores of today by the draft");
/// 分, after a number.
pub const POINTS: Text = Text::new("分", "points");

/// How many changes may be saved: the version that saving makes.
pub fn save_as(l: Lang, version: &str) -> String {
    match l {
        Lang::Zh => format!("保存为第 {version} 版"),
        Lang::En => format!("Save as version {version}"),
    }
}

/// The name of a copy.
pub fn copy_of(l: Lang, name: &str) -> String {
    match l {
        Lang::Zh => format!("{name}（副本）"),
        Lang::En => format!("{name} (copy)"),
    }
}

/// So many problems.
pub fn problems(l: Lang, count: usize) -> String {
    match l {
        Lang::Zh => format!("{} 处", format::count(count)),
        Lang::En => super::plural(count, "problem", "problems"),
    }
}

/// The fields of formulas, by their words in a file.
pub fn field(word: &str) -> Text {
    match word {
        "metric" => Text::new("指标", "Metric"),
        "part" => Text::new("分子指标", "Part"),
        "whole_metric" => Text::new("分母指标", "Whole"),
        "cap" => Text::new("最高", "At most"),
        "from" => Text::new("起计完成率", "Counts from"),
        "undefined" => Text::new("没有数可算时", "Where nothing is defined"),
        "of" => Text::new("比较的数", "Compares"),
        "floor" => Text::new("最低", "At least"),
        "lower_is_better" => Text::new("越少越好", "Less is better"),
        "bands" => Text::new("分档", "Bands"),
        "edge" => Text::new("从（含）", "From (included)"),
        "points" => Text::new("得分", "Points"),
        "slope" => Text::new("每多 1 加", "For each 1 more"),
        "per" => Text::new("每多少计一次", "How many make one"),
        "whole" => Text::new("不足的不计", "Whole ones only"),
        "beyond_target" => Text::new("只计超目标部分", "Only beyond the target"),
        "parts" => Text::new("各项指标", "Parts"),
        "share" => Text::new("占比", "Share"),
        "step" => Text::new("每超目标", "For each over target"),
        "step_points" => Text::new("每次加分", "Points for each"),
        "by_target" => Text::new("目标越大加分不同的，按目标分档", "Other points by the size of the target"),
        "target_from" => Text::new("目标从（含）", "Target from (included)"),
        "whole_steps" => Text::new("不足一档的不计", "Whole steps only"),
        "need" => Text::new("须达数量", "Needed"),
        "graders" => Text::new("评委", "Graders"),
        "class" => Text::new("类别", "Class"),
        "full" => Text::new("评分满分", "Highest mark"),
        "both_ways" => Text::new("退位同样扣分", "Places lost cost as much"),
        _ => Text::new("其他", "Other"),
    }
}

/// By which number of a metric subjects are compared.
pub fn basis(word: &str) -> Text {
    match word {
        "completion" => Text::new("完成率", "Completion"),
        "schedule" => Text::new("序时完成率", "Completion against time"),
        "ahead" => Text::new("超欠序时", "Lead over time"),
        _ => Text::new("完成值", "The number itself"),
    }
}

/// The choices where a formula says nothing.
pub fn undefined(word: &str) -> Text {
    match word {
        "full" => Text::new("得满分", "Full marks"),
        "leave" => Text::new("不计此项", "Leave it out"),
        _ => Text::new("不得分", "No points"),
    }
}

/// The number of a metric this year, with its unit.
pub const THIS_YEAR: Text = Text::new("本年", "This year");
/// 口径
pub const COUNTS: Text = Text::new("口径", "What it counts");
/// The word that files know it by.
pub const WORD: Text = Text::new("标识", "Word");
/// A metric with conditions that this version does not know.
pub const NOT_UNDERSTOOD: Text =
    Text::new("口径含此版本不识别的条件，不计数", "Its conditions are of a newer version; it counts nothing");
/// What was typed is no number.
pub const NOT_A_NUMBER: Text = Text::new("请填数字", "Enter a number");
/// 万元, after a number.
pub const WAN: Text = Text::new("万元", "CNY 10k");

/// Between words in a row, as they are typed and shown in a field.
pub const MARK: &str = "、";
/// What may stand between words that are typed.
pub const MARKS: [char; 5] = ['、', ',', '，', ';', '；'];
