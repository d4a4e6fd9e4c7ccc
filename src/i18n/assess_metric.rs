//! The editor of a metric, in the words of a clerk: what is counted, by which date, under which conditions, for whom.

use super::{Lang, Text, format};
use crate::rules::metrics::edit::Missing;
use crate::rules::metrics::{Amount, DateOf};

/// Back to the list.
pub const BACK: Text = Text::new("全部指标", "All metrics");
/// A metric without a name.
pub const UNNAMED: Text = Text::new("新指标", "New metric");
/// Adds a metric.
pub const NEW: Text = Text::new("新建指标", "New metric");
/// Saves a metric.
pub const SAVE: Text = Text::new("保存指标", "Save the metric");
/// Gives up what was changed.
pub const GIVE_UP: Text = Text::new("放弃改动", "Discard changes");

/// The parts of the form.
pub const BASICS: Text = Text::new("名称", "Name");
/// Where the numbers come from.
pub const WHENCE: Text = Text::new("从哪里数", "What is counted");
/// Which day counts.
pub const WHEN: Text = Text::new("按哪个日期", "By which date");
/// The conditions.
pub const CONDITIONS: Text = Text::new("什么条件", "Under which conditions");
/// The credit.
pub const WHOSE: Text = Text::new("算给谁", "For whom");

/// 指标名称
pub const NAME: Text = Text::new("指标名称", "Name in Chinese");
/// Its English name.
pub const ENGLISH: Text = Text::new("英文名称", "Name in English");
/// In what it is counted.
pub const UNIT: Text = Text::new("计量单位", "Unit");

/// Where its numbers come from.
pub const NUMBERS_FROM: Text = Text::new("数什么", "Count");
/// Projects at a milestone.
pub const FROM_MILESTONE: Text =
    Text::new("到了某个节点的项目，如签约、开工", "Projects that reached a milestone, such as signing");
/// Funds.
pub const FROM_FUNDS: Text = Text::new("到位资金", "Funds that arrived");
/// Projects at a stage.
pub const FROM_STANDING: Text =
    Text::new("当天处于某些阶段的项目，如在谈", "Projects at a stage on the day, such as in talks");
/// Other records.
pub const FROM_RECORDS: Text =
    Text::new("外出、接待、跟进等记录", "Other records, such as trips and receptions");
/// By hand.
pub const FROM_HAND: Text = Text::new("人工填报的数", "Numbers entered by hand");
/// Which milestone.
pub const MILESTONE: Text = Text::new("节点", "Milestone");
/// Which stages.
pub const STAGES: Text = Text::new("处于哪些阶段", "At which stages");
/// Which kind of record.
pub const RECORDS: Text = Text::new("哪种记录", "Which records");
/// What is summed.
pub const AMOUNT: Text = Text::new("计什么", "Add up");
/// The records themselves.
pub const BY_RECORD: Text = Text::new("记录条数", "The number of records");

/// What of a project is summed.
pub const fn amount(of: Amount) -> Text {
    match of {
        Amount::Count => Text::new("项目个数", "The number of projects"),
        Amount::Total => Text::new("总投资", "Total investment"),
        Amount::Fixed => Text::new("固定资产投资", "Fixed-asset investment"),
        Amount::Phase1 => Text::new("一期投资", "First-phase investment"),
        Amount::Registered => Text::new("注册资本", "Registered capital"),
        Amount::Fdi => Text::new("外资金额", "Foreign investment"),
    }
}

/// Which date.
pub const DATE_OF: Text = Text::new("节点的哪个日期", "Which date of the milestone");

/// A date of a milestone.
pub const fn date(of: DateOf) -> Text {
    match of {
        DateOf::Event => Text::new("发生日期", "When it happened"),
        DateOf::Recognised => Text::new("认定日期", "When it was recognised"),
        DateOf::Other => Text::new("另一部门的日期（如经信）", "That of the second bureau"),
    }
}

/// In which period a project counts.
pub const COUNTED_IN: Text = Text::new("计入哪一期", "Counts in the period of");
/// In that of the milestone.
pub const ITS_OWN: Text = Text::new("该节点所在的一期", "this milestone");
/// In that of another milestone.
pub fn period_of(l: Lang, milestone: &str) -> String {
    match l {
        Lang::Zh => format!("{milestone}所在的一期"),
        Lang::En => milestone.to_owned(),
    }
}
/// A limit of time.
pub const WITHIN: Text = Text::new("时限", "Time limit");
/// None.
pub const NO_LIMIT: Text = Text::new("不限", "None");
/// After a milestone.
pub fn after(l: Lang, milestone: &str) -> String {
    match l {
        Lang::Zh => format!("{milestone}后几个月内"),
        Lang::En => format!("Months after {milestone}"),
    }
}
/// How many months.
pub const MONTHS: Text = Text::new("月数", "Months");
/// 个月, after a number.
pub const MONTHS_SHORT: Text = Text::new("个月", "months");
/// Only recognised.
pub const RECOGNISED_ONLY: Text = Text::new("只计已认定的", "Recognised only");
/// Funds count on their day.
pub const BY_ARRIVAL: Text = Text::new("按到位日期。", "By the day on which the money arrived.");
/// What stands at a stage has no day.
pub const BY_STANDING: Text =
    Text::new("看统计当天处于哪个阶段，不看日期。", "By the stage on the day asked; no date counts.");
/// Entries count on their day.
pub const BY_ENTRY: Text = Text::new("按填报日期。", "By the day of the entry.");
/// Records count on their day.
pub fn by_field(l: Lang, field: &str) -> String {
    match l {
        Lang::Zh => format!("按记录的“{field}”。"),
        Lang::En => format!("By “{field}” of the record."),
    }
}
/// How several entries become one.
pub const ENTERING: Text = Text::new("一期有多条填报时", "Several entries in a period");
/// Summed.
pub const ENTERING_SUM: Text = Text::new("累加", "Add them up");
/// The latest.
pub const ENTERING_LATEST: Text = Text::new("以最新一条为准", "The latest counts");

/// All conditions must hold.
pub const ALL_HOLD: Text = Text::new("下列条件都满足的才计：", "Only what meets all of these counts:");
/// There are none.
pub const NO_CONDITIONS: Text = Text::new("没有条件，全部计入。", "No conditions: everything counts.");
/// Numbers entered by hand have none.
pub const NONE_BY_HAND: Text =
    Text::new("人工填报的数没有条件。", "Numbers entered by hand have no conditions.");
/// Adds a condition.
pub const ADD_CONDITION: Text = Text::new("加条件", "Add a condition on");
/// An example of what may be typed there.
pub const ADD_EXAMPLE: Text = Text::new("输入栏名，如 总投资", "A column, such as total investment");
/// Changes a condition.
pub const CHANGE: Text = Text::new("修改", "Change");
/// Ends changing a condition.
pub const DONE: Text = Text::new("完成", "Done");
/// Takes a condition away.
pub fn without(l: Lang, condition: &str) -> String {
    match l {
        Lang::Zh => format!("去掉条件“{condition}”"),
        Lang::En => format!("Remove the condition “{condition}”"),
    }
}
/// A condition that says nothing yet.
pub fn not_yet(l: Lang, column: &str) -> String {
    match l {
        Lang::Zh => format!("{column}：还没有选"),
        Lang::En => format!("{column}: nothing chosen yet"),
    }
}
/// Where the money comes from.
pub const SOURCES: Text =
    Text::new("只计这些来源的资金（都不选则全计）", "Only money from (all if none is chosen)");
/// What a use of money counts.
pub const USES: Text =
    Text::new("按用途打折（没列的全额计）", "Uses that count in part (others count in full)");
/// A use of money.
pub const USE: Text = Text::new("用途", "Use");
/// Its share.
pub const SHARE: Text = Text::new("按多少计", "Counts at");
/// Adds a use.
pub const ADD_USE: Text = Text::new("加一种用途", "Add a use");
/// Takes a row away.
pub const REMOVE: Text = Text::new("删除", "Remove");

/// Credit.
pub const CREDIT: Text = Text::new("考核单位时", "Where units are scored");
/// Whom a credit is for, by its word.
pub fn credit(word: &str) -> Text {
    match word {
        "shares" => Text::new("流转项目按约定比例分", "By the shares agreed on a transfer"),
        "first_talk" => Text::new("首谈单位与责任单位分", "Shared with the unit of the first talk"),
        "host" => Text::new("落地单位与责任单位分", "Shared with the host unit"),
        _ => Text::new("全归责任单位", "All to the responsible unit"),
    }
}
/// The share of the first talk.
pub const SHARE_FIRST: Text = Text::new("首谈单位占", "Share of the first talk");
/// The share of the host.
pub const SHARE_HOST: Text = Text::new("落地单位占", "Share of the host");
/// Which of the people.
pub const PERSON: Text = Text::new("考核个人时", "Where people are scored");
/// 跟踪负责人
pub const PERSON_OWNER: Text = Text::new("归跟踪负责人", "The follow-up owner");
/// 责任领导
pub const PERSON_LEADER: Text = Text::new("归责任领导", "The responsible leader");
/// Whose a record is.
pub const WHOSE_RECORD: Text = Text::new(
    "归记录上的单位；没填单位的，归其人员所在单位或项目的责任单位。记录上的人各计全数。",
    "For the unit of the record; where it names none, for that of its people or its project. Each of its people has all of it.",
);
/// Whose an entry is.
pub const WHOSE_ENTRY: Text = Text::new(
    "归填报时选的单位、个人或产业链。",
    "For the unit, person or chain that is chosen with the entry.",
);

/// What comes of the definition so far.
pub const LIVE: Text = Text::new("按此口径，本年至今", "By this definition, this year so far");
/// How many records count.
pub fn records(l: Lang, n: usize) -> String {
    match l {
        Lang::Zh => format!("{} 条记录", format::count(n)),
        Lang::En => format!("from {}", super::plural(n, "record", "records")),
    }
}
/// Records that would count but for their amount.
pub fn left_out(l: Lang, n: usize) -> String {
    match l {
        Lang::Zh => format!("另有 {} 条没填金额或没有汇率，未计入", format::count(n)),
        Lang::En => {
            let several = super::plural(n, "more record", "more records");
            format!("{several} without an amount, or without a rate of its currency, left out")
        }
    }
}
/// Opens the list of what counts.
pub const SHOW: Text = Text::new("看计入的记录", "Show what counts");
/// Opens the same in the table.
pub const IN_TABLE: Text = Text::new("在表格中打开", "Open in the table");
/// More than is listed.
pub fn more(l: Lang, n: usize) -> String {
    match l {
        Lang::Zh => format!("还有 {} 条", format::count(n)),
        Lang::En => format!("and {} more", format::count(n)),
    }
}

/// Why it cannot be saved yet.
pub const fn missing(of: Missing) -> Text {
    match of {
        Missing::Name => Text::new("填了名称才能保存", "Enter a name to save it"),
        Missing::Stages => Text::new("至少选一个阶段才能保存", "Choose a stage to save it"),
    }
}
