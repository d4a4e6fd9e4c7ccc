//! 考核得分: what a rule sheet comes to, trials of other weights, and published results.

use super::{Lang, Text, format, plural, scoring};
use crate::domain::{Date, Decimal, Rounding};

/// The scores as they are now.
pub const SCORES: Text = Text::new("得分", "Scores");
/// What was published.
pub const PUBLISHED: Text = Text::new("已发布", "Published");
/// Which of the two is shown, for screen readers.
pub const WHICH: Text = Text::new("查看", "Show");
/// The rule sheet.
pub const RULES: Text = Text::new("考核办法", "Rules");
/// The period.
pub const PERIOD: Text = Text::new("考核周期", "Period");
/// The day of the numbers.
pub const AS_OF: Text = Text::new("数据截至", "As of");
/// 名次
pub const PLACE: Text = Text::new("名次", "Place");
/// Who is scored.
pub const WHO: Text = Text::new("考核对象", "Scored");
/// 总分
pub const TOTAL: Text = Text::new("总分", "Total");
/// 考核组别
pub const GROUP: Text = Text::new("组别", "Group");
/// Under an item without full marks.
pub const EXTRA: Text = Text::new("加减分", "± points");
/// The item was left out.
pub const LEFT_OUT: Text = Text::new("不计", "left out");
/// Marks a total with a veto.
pub const VETO: Text = Text::new("否决", "veto");
/// Marks an equal total.
pub const TIED: Text = Text::new("同分", "equal");
/// Marks a score that is held by a cap or a floor.
pub const MARK_BOUND: Text = Text::new("限", "cap");
/// Marks a score that the sheet chose.
pub const MARK_UNDEFINED: Text = Text::new("定", "set");
/// Marks a score that a gate took.
pub const MARK_GATE: Text = Text::new("槛", "gate");
/// The title of a trial.
pub const TRIAL: Text = Text::new("试算", "Trial");
/// Gives the trial up.
pub const RESTORE: Text = Text::new("恢复", "Restore");
/// Keeps the trial.
pub const SAVE_VERSION: Text = Text::new("另存为新版本", "Save as a new version");
/// A weight is not understood.
pub const NOT_A_NUMBER: Text =
    Text::new("有分值不是数字，未计入。", "One weight is no number and does not count.");
/// The office has no rules.
pub const NO_SHEET: Text = Text::new("还没有考核办法", "No rules yet");
/// What to do then.
pub const NO_SHEET_TEXT: Text = Text::new(
    "下面 13 份办法都由公开的文件整理，可直接用本簿数据试算；在“办法”页可以改成自己的。",
    "These 13 rules follow published documents. Try one on your own data; make it yours on the page of rules.",
);
/// Tries an example.
pub const TRY: Text = Text::new("用这份办法试算", "Try these rules");
/// Nobody is scored.
pub const NOBODY_SCORED: Text = Text::new("没有考核对象", "Nobody to score");
/// Why, and what to do.
pub const NOBODY_SCORED_TEXT: Text = Text::new(
    "这份办法的考核组别里没有单位。请在“设置 → 单位”给单位填考核组别，或在“办法”页改这份办法的组别。",
    "No unit stands in the groups of these rules. Give units their group in the settings, or change the groups of the rules.",
);
/// The heading of the records behind a score.
pub const BEHIND: Text = Text::new("数从哪来", "Where the numbers come from");
/// Nothing counted.
pub const NO_RECORDS: Text = Text::new("本期没有计入的记录。", "No record counts in the period.");
/// Items that were left out make the others weigh more.
pub const SCALED: Text = Text::new(
    "有不计的项目，其余各项按比例放大。",
    "Items were left out; the others weigh more in proportion.",
);
/// The gate was met.
pub const GATE_MET: Text = Text::new("已达到", "met");
/// It was not.
pub const GATE_MISSED: Text = Text::new("未达到，不得分", "missed: nothing");
/// The heading of awards.
pub const AWARDS: Text = Text::new("评先与通报", "Awards and warnings");
/// Nobody has an award.
pub const NOBODY: Text = Text::new("无", "Nobody");
/// The heading of those who would have an award by place.
pub const NOT_GIVEN: Text = Text::new("按名次可得而未得：", "By place, but not given:");
/// Publishes.
pub const PUBLISH: Text = Text::new("发布", "Publish");
/// What the button does.
pub const PUBLISH_HELP: Text = Text::new(
    "把办法、数据和结果一并固定下来；试算时不能发布",
    "Freezes rules, data and result; not during a trial",
);
/// The title of the dialog.
pub const PUBLISH_TITLE: Text = Text::new("发布考核结果", "Publish the result");
/// What it does.
pub const PUBLISH_TEXT: Text = Text::new(
    "发布把办法全文、当时的数据和得分一起固定，附校验码。以后数据再改，这份结果不变，差别列为更正。",
    "Publishing freezes the rules, the numbers of now and the scores, with a digest. Later changes leave it as it is and are listed as corrections.",
);
/// The name of a result.
pub const RESULT_NAME: Text = Text::new("标题", "Title");
/// The day it was published.
pub const PUBLISHED_ON: Text = Text::new("发布日期", "Published on");
/// 备注
pub const REMARK: Text = Text::new("备注", "Remarks");
/// Back to the list.
pub const ALL_RESULTS: Text = Text::new("全部发布结果", "All published results");
/// Nothing was published.
pub const NONE_PUBLISHED: Text = Text::new("还没有发布过结果", "Nothing published yet");
/// What to do then.
pub const NONE_PUBLISHED_TEXT: Text = Text::new(
    "在“得分”里选好办法和周期，点“发布”，结果就固定在这里，随时可以重算核对。",
    "Choose rules and a period under the scores and publish. The result is kept here and can be worked out again any day.",
);
/// Works a frozen result out again.
pub const AGAIN: Text = Text::new("重新计算", "Work it out again");
/// It gave the same.
pub const SAME_BYTES: Text = Text::new(
    "用固定的办法和数据重算，结果逐字节相同。",
    "Worked out again from its own rules and numbers: the same bytes.",
);
/// It did not.
pub const OTHER_BYTES: Text = Text::new(
    "重算的结果与发布时不同：内容被改动过，或由另一版程序发布。",
    "Worked out again it differs: the content was altered, or another version of the program published it.",
);
/// The content does not have its digest.
pub const ALTERED: Text = Text::new(
    "内容与发布时的校验码不符，不能作为依据。",
    "The content does not have the digest it was published with and proves nothing.",
);
/// The heading of corrections.
pub const CORRECTIONS: Text = Text::new("更正", "Corrections");
/// There are none.
pub const NO_CORRECTIONS: Text = Text::new(
    "按今天的数据重算，各项总分和名次都不变。",
    "By the data of today no total and no place would differ.",
);
/// Columns of corrections.
pub const TOTAL_THEN: Text = Text::new("发布时总分", "Total then");
/// As published.
pub const PLACE_THEN: Text = Text::new("发布时名次", "Place then");
/// By the data of today.
pub const TOTAL_NOW: Text = Text::new("现总分", "Total now");
/// By the data of today.
pub const PLACE_NOW: Text = Text::new("现名次", "Place now");

/// A sheet with its version, in a list.
pub fn with_version(l: Lang, name: &str, version: &str) -> String {
    match (version.is_empty(), l) {
        (true, _) => name.to_owned(),
        (false, Lang::Zh) => format!("{name}（第 {version} 版）"),
        (false, Lang::En) => format!("{name} (version {version})"),
    }
}

/// An example in the list of sheets.
pub fn example(l: Lang, name: &str) -> String {
    match l {
        Lang::Zh => format!("示例：{name}"),
        Lang::En => format!("Example: {name}"),
    }
}

/// The label of the weight of an item.
pub fn weight_of(l: Lang, item: &str) -> String {
    match l {
        Lang::Zh => format!("{item}的分值，可改动试算"),
        Lang::En => format!("Weight of {item}; change it to try"),
    }
}

/// What a cell says to a screen reader.
pub fn cell_label(l: Lang, who: &str, item: &str, points: &str) -> String {
    match l {
        Lang::Zh => format!("{who} {item} {points}，查看算式"),
        Lang::En => format!("{who}, {item}: {points}. Show the arithmetic"),
    }
}

/// How many stand in a ranking group.
pub fn of_group(l: Lang, count: usize, ranked: bool) -> String {
    match (l, ranked) {
        (Lang::Zh, true) => format!("{} 个", format::count(count)),
        (Lang::En, true) => format::count(count),
        (Lang::Zh, false) => format!("{} 个，不排名", format::count(count)),
        (Lang::En, false) => format!("{}, not ranked", format::count(count)),
    }
}

/// 满分 before and in a trial.
pub fn full_told(l: Lang, kept: Decimal, tried: Decimal) -> String {
    let (kept, tried) = (scoring::number(kept, 4), scoring::number(tried, 4));
    match l {
        Lang::Zh => format!("分值已改动，满分 {kept} → {tried}。只在屏幕上，没有保存。"),
        Lang::En => format!(
            "Weights are changed, full marks {kept} → {tried}. On the screen alone; nothing is saved."
        ),
    }
}

/// Where a sheet comes from.
pub fn sheet_told(l: Lang, source: &str, version: &str) -> String {
    let version = match (version.is_empty(), l) {
        (true, _) => String::new(),
        (false, Lang::Zh) => format!("第 {version} 版。"),
        (false, Lang::En) => format!("Version {version}. "),
    };
    let source = match (source.is_empty(), l) {
        (true, _) => String::new(),
        (false, Lang::Zh) => format!("依据：{source}。"),
        (false, Lang::En) => format!("Source: {source}."),
    };
    format!("{version}{source}")
}

/// The days of the period.
pub fn window_told(l: Lang, from: Date, to: Date) -> String {
    match l {
        Lang::Zh => format!("计 {from} 至 {to}。"),
        Lang::En => format!("Counts {from} to {to}."),
    }
}

/// What decides between equal totals.
pub fn ties_told(l: Lang, ties: &[String]) -> String {
    match (ties.is_empty(), l) {
        (true, Lang::Zh) => "总分相同的并列。".to_owned(),
        (true, Lang::En) => "Equal totals share a place.".to_owned(),
        (false, Lang::Zh) => format!("总分相同：依次{}，仍相同的并列。", ties.join("、")),
        (false, Lang::En) => {
            format!("Equal totals: {}; those still equal share a place.", ties.join(", then "))
        }
    }
}

/// The day that places are compared with.
pub fn earlier_told(l: Lang, day: Date) -> String {
    match l {
        Lang::Zh => format!("▲▼ 与 {day} 的名次比。"),
        Lang::En => format!("▲▼ against the places of {day}."),
    }
}

/// How numbers are rounded.
pub fn rounding_told(l: Lang, digits: u32, rounding: Rounding) -> String {
    let how = scoring::rounding(rounding).get(l);
    match l {
        Lang::Zh => format!("各项和总分保留 {digits} 位小数，{how}。"),
        Lang::En => {
            format!("Items and totals have {digits} digits after the point, rounded: {}.", how.to_lowercase())
        }
    }
}

/// What was left out made the others weigh more.
pub fn scaled_from(l: Lang, before: Decimal) -> String {
    let before = scoring::number(before, 4);
    match l {
        Lang::Zh => format!("有不计的项目，其余按比例放大，放大前 {before} 分。"),
        Lang::En => format!("Items were left out; the others weigh more. Before that: {before}."),
    }
}

/// What the sheet chose.
pub fn chosen(l: Lang, told: &str) -> String {
    match l {
        Lang::Zh => format!("没有可算的数，按办法：{told}。"),
        Lang::En => format!("Nothing to work out; the rules say: {told}."),
    }
}

/// What a score was rounded to.
pub fn rounded(l: Lang, points: Decimal) -> String {
    match l {
        Lang::Zh => format!("计 {}。", scoring::points(l, points)),
        Lang::En => format!("Gives {}.", scoring::points(l, points)),
    }
}

/// A target beside what was done.
pub fn of_target(l: Lang, target: &str) -> String {
    match l {
        Lang::Zh => format!("目标 {target}"),
        Lang::En => format!("target {target}"),
    }
}

/// So many records more.
pub fn and_more(l: Lang, count: usize) -> String {
    match l {
        Lang::Zh => format!("另有 {} 条", format::count(count)),
        Lang::En => format!("and {} more", format::count(count)),
    }
}

/// A place inside a group: `乡镇一组第 1 名，共 9 个`.
pub fn place_told(l: Lang, group: &str, place: usize, of: usize) -> String {
    match l {
        Lang::Zh => format!("{group}第 {place} 名，共 {of} 个"),
        Lang::En if group.is_empty() => format!("place {place} of {of}"),
        Lang::En => format!("place {place} of {of} in {group}"),
    }
}

/// The name of a result.
pub fn result_name(l: Lang, sheet: &str, period: &str) -> String {
    match l {
        Lang::Zh => format!("{period}{sheet}结果"),
        Lang::En => format!("{sheet}, {period}"),
    }
}

/// When a result was frozen.
pub fn frozen_told(l: Lang, on: Option<String>, as_of: Option<String>) -> String {
    let (on, as_of) = (on.unwrap_or_default(), as_of.unwrap_or_default());
    match l {
        Lang::Zh => format!("{on} 发布，数据截至 {as_of}。"),
        Lang::En => format!("Published on {on}, numbers as of {as_of}."),
    }
}

/// What corrections are.
pub fn corrections_told(l: Lang, count: usize) -> String {
    match l {
        Lang::Zh => format!(
            "发布以后数据有改动，按今天的数据重算，有 {} 行不同。发布的结果不变。",
            format::count(count)
        ),
        Lang::En => format!(
            "The data changed since. By the data of today {}; what was published stays.",
            plural(count, "line would differ", "lines would differ")
        ),
    }
}
