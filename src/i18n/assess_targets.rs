//! 目标: how targets are divided, set and read from a table.

use super::{Lang, Text, format, marks, plural};
use crate::rules::scoring::Subject;

/// The table of all targets.
pub const DIVIDED: Text = Text::new("分解", "Divided");
/// Its title.
pub const TITLE: Text = Text::new("目标任务分解表", "Targets by unit");
/// How the table of chains is filled in.
pub const CHAIN_HELP: Text = Text::new(
    "在格子里直接填目标，回车到下一行；金额不写单位按万元计，也可写 3.5亿。产业链的目标与单位的目标并列，不必加起来等于全县。",
    "Type targets into the cells; Enter goes down. Amounts without a unit are in CNY millions; 3.5亿 is read too. Targets of chains stand beside those of units and need not sum to the county's.",
);
/// How it is filled in.
pub const HELP: Text = Text::new(
    "在格子里直接填目标，回车到下一行；金额不写单位按万元计，也可写 3.5亿。点单位前的箭头分解到人；没有单位的人员（如县领导）在全县一行下。",
    "Type targets into the cells; Enter goes down. Amounts without a unit are in CNY millions; 3.5亿 is read too. The arrow before a unit opens its people; those of no unit, such as county leaders, stand under the county.",
);
/// Who the targets are of: units with their people, or chains.
pub const fn who(of: Subject) -> Text {
    match of {
        Subject::Chain => Text::new("产业链", "Chain"),
        Subject::Unit | Subject::Person => Text::new("单位 / 责任人", "Unit / person"),
    }
}
/// What is not divided.
pub const GAP: Text = Text::new("分解情况", "Division");
/// Adds a metric.
pub const ADD_METRIC: Text = Text::new("加一项指标", "Add a metric");
/// Opens the people of a unit.
pub const UNFOLD: Text = Text::new("展开到人", "Show people");
/// Closes them.
pub const FOLD: Text = Text::new("收起", "Hide people");
/// A target that follows from shorter periods.
pub const SUM: Text = Text::new("由更短周期的目标合计", "The sum of the targets of shorter periods");
/// No unit yet.
pub const NONE: Text = Text::new("还没有单位", "No units yet");
/// What to do.
pub const NONE_TEXT: Text = Text::new(
    "先在“设置”里添加单位和人员，或导入台账，再在这里分解目标。",
    "Add units and people under Settings, or import a ledger; then divide targets here.",
);

/// No chain in the list.
pub const NO_CHAINS: Text = Text::new("还没有产业链", "No chains yet");
/// What to do.
pub const NO_CHAINS_TEXT: Text = Text::new(
    "先在“设置”的选项列表里添加产业链，再在这里填目标。",
    "Add chains to the lists under Settings; then set their targets here.",
);

/// Reads a table.
pub const IMPORT: Text = Text::new("导入目标表", "Import targets");
/// Where to paste.
pub const PASTE_HERE: Text = Text::new("粘贴目标任务分解表", "Paste a table of targets");
/// What a table must look like.
pub const IMPORT_HELP: Text = Text::new(
    "第一列是单位、责任人或产业链，表头是指标名称，金额单位写在表头括号里，没写按万元。从表格软件复制粘贴，或选文件。",
    "The first column names units, people or chains, the heads name metrics; the unit of amounts stands in brackets in the head (10,000 yuan otherwise). Copy it from a spreadsheet, or choose a file.",
);
/// The file.
pub const FILE: Text = Text::new("目标任务分解表文件", "File with the table");
/// The file could not be read.
pub const UNREADABLE: Text = Text::new("这个文件读不出表格", "No table could be read from this file");
/// Heads that are not known.
pub const UNKNOWN_HEADS: Text = Text::new("不认识的指标（不导入）", "Unknown metrics (left out)");
/// Names that are not known.
pub const UNKNOWN_NAMES: Text = Text::new("不认识的名称（不导入）", "Unknown names (left out)");
/// Cells without a number.
pub const UNREAD_CELLS: Text = Text::new("读不出的数（不导入）", "Cells without a number (left out)");
/// Who, in the preview.
pub const WHOSE: Text = Text::new("承担者", "Who");
/// The metric, in the preview.
pub const METRIC: Text = Text::new("指标", "Metric");
/// The number before.
pub const BEFORE: Text = Text::new("原目标", "Before");
/// The number now.
pub const NOW: Text = Text::new("新目标", "Now");

/// What is no number.
pub fn no_number(l: Lang, text: &str) -> String {
    match l {
        Lang::Zh => format!("“{text}”不是数，没有写入"),
        Lang::En => format!("“{text}” is no number and was not written"),
    }
}

/// What is missing of some metrics: their name and the number that nobody has.
pub fn short(l: Lang, items: &[(String, String)]) -> String {
    let between = if l == Lang::Zh { "" } else { " " };
    let each: Vec<String> = items.iter().map(|(name, number)| format!("{name}{between}{number}")).collect();
    match (each.is_empty(), l) {
        (true, _) => String::new(),
        (_, Lang::Zh) => format!("还差{}未分解", each.join("、")),
        (_, Lang::En) => format!("not divided: {}", each.join(", ")),
    }
}

/// How a table is divided on the whole.
pub fn gaps(l: Lang, metrics: usize, open: usize) -> String {
    match (open, l) {
        _ if metrics == 0 => Text::new(
            "还没有目标，先加一项指标，或导入目标表",
            "No targets yet: add a metric or import a table",
        )
        .get(l)
        .to_owned(),
        (0, Lang::Zh) => format!("{} 项指标，县级目标均已分解到单位", format::count(metrics)),
        (0, Lang::En) => format!("{}, all divided among units", plural(metrics, "metric", "metrics")),
        (_, Lang::Zh) => {
            format!("{} 项指标，{} 项县级目标没有分解完", format::count(metrics), format::count(open))
        }
        (_, Lang::En) => {
            format!("{}, {} not fully divided", plural(metrics, "metric", "metrics"), format::count(open))
        }
    }
}

/// How many chains have a target.
pub fn chains(l: Lang, metrics: usize, aimed: usize) -> String {
    match l {
        Lang::Zh => {
            format!("{} 项指标，{} 条产业链有目标", format::count(metrics), format::count(aimed))
        }
        Lang::En => format!(
            "{}, {} with a target",
            plural(metrics, "metric", "metrics"),
            plural(aimed, "chain", "chains")
        ),
    }
}

/// How much a table holds.
pub fn found(l: Lang, targets: usize, changed: usize) -> String {
    match l {
        Lang::Zh => {
            format!("读出 {} 个目标，其中 {} 个有变化", format::count(targets), format::count(changed))
        }
        Lang::En => format!(
            "{} read, {} of them new or changed",
            plural(targets, "target", "targets"),
            format::count(changed)
        ),
    }
}

/// Writes them.
pub fn apply(l: Lang, changed: usize) -> String {
    match l {
        Lang::Zh => format!("写入 {} 个目标", format::count(changed)),
        Lang::En => format!("Write {}", plural(changed, "target", "targets")),
    }
}

/// A cell that holds no number: where it stands, and what it says.
pub fn cell(l: Lang, name: &str, head: &str, text: &str) -> String {
    match l {
        Lang::Zh => format!("{name}·{head}：{text}"),
        Lang::En => format!("{name}, {head}: {text}"),
    }
}

/// Several things in a row.
pub fn list(l: Lang, all: &[String]) -> String {
    all.join(marks::listing(l))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_divided_is_told() {
        let items =
            [("新签约项目".to_owned(), "3个".to_owned()), ("到位资金".to_owned(), "2亿元".to_owned())];
        assert_eq!(short(Lang::Zh, &items), "还差新签约项目3个、到位资金2亿元未分解");
        assert_eq!(short(Lang::Zh, &[]), "");
        assert_eq!(gaps(Lang::En, 6, 1), "6 metrics, 1 not fully divided");
    }
}
