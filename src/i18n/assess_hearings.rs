//! 过堂: hearings, and what units promised at them.

mod minutes;
mod mode;

pub use minutes::{Paragraph, Part, minutes};
pub use mode::*;

use super::{Lang, Text, assess_words, format, marks};
use crate::domain::Decimal;
use crate::rules::metrics::{Metric, standard};
use crate::rules::pledges::{Pledge, Standing};

/// Which part of the page is shown, for screen readers.
pub const SHOW: Text = Text::new("查看", "Show");
/// The hearings.
pub const HEARINGS: Text = Text::new("过堂会", "Hearings");
/// The pledges.
pub const PLEDGES: Text = Text::new("承诺", "Pledges");
/// The pledges counted by unit.
pub const BY_UNIT: Text = Text::new("兑现统计", "Pledges by unit");
/// The records themselves.
pub const LEDGER: Text = Text::new("台账", "Records");
/// Back from the records.
pub const VIEWS: Text = Text::new("过堂与承诺", "Hearings and pledges");

/// A hearing.
pub const HEARING: Text = Text::new("过堂会", "Hearing");
/// 日期
pub const DATE: Text = Text::new("日期", "Date");
/// 主持人
pub const CHAIR: Text = Text::new("主持人", "Chair");
/// 地点
pub const PLACE: Text = Text::new("地点", "Place");
/// 考核办法
pub const RULES: Text = Text::new("考核办法", "Rule sheet");
/// No rule sheet.
pub const NO_RULES: Text = Text::new("不引用", "None");
/// Units that were heard.
pub const HEARD: Text = Text::new("已过堂（单位）", "Units heard");
/// Pledges that were given.
pub const GIVEN: Text = Text::new("承诺（项）", "Pledged");
/// Of those, kept.
pub const KEPT: Text = Text::new("已兑现", "Kept");
/// Of those, broken.
pub const BROKEN: Text = Text::new("未兑现", "Broken");
/// Of those, without judgement.
pub const UNJUDGED: Text = Text::new("待评定", "To be judged");
/// Of those, not due.
pub const OPEN: Text = Text::new("未到期", "Not due");
/// Kept of what is settled.
pub const RATE: Text = Text::new("兑现率（%）", "Kept, %");
/// A unit.
pub const UNIT: Text = Text::new("单位", "Unit");
/// What was promised.
pub const CONTENT: Text = Text::new("承诺内容", "Pledge");
/// How much.
pub const PROMISED: Text = Text::new("承诺值", "Pledged");
/// What was done.
pub const FACT: Text = Text::new("实绩", "Done");
/// When it is due.
pub const DUE: Text = Text::new("时限", "Due");
/// How it stands.
pub const STANDING: Text = Text::new("状态", "Standing");
/// Every unit.
pub const ALL_UNITS: Text = Text::new("全部单位", "All units");
/// Every standing.
pub const ALL_STANDINGS: Text = Text::new("全部状态", "Any standing");
/// Every hearing.
pub const ALL_HEARINGS: Text = Text::new("全部过堂会", "All hearings");
/// A pledge of no unit.
pub const NO_UNIT: Text = Text::new("未填单位", "No unit");

/// Calls a hearing.
pub const NEW: Text = Text::new("新建过堂会", "New hearing");
/// Stores it.
pub const CREATE: Text = Text::new("建立", "Create");
/// Its name is missing.
pub const NAME_MISSING: Text = Text::new("请填写会议名称", "Enter a name");
/// Its day is missing.
pub const DATE_MISSING: Text = Text::new("请填写日期", "Enter a date");
/// The name of a hearing.
pub const NAME: Text = Text::new("会议名称", "Name");
/// No hearing yet.
pub const NONE: Text = Text::new("还没有过堂会", "No hearing yet");
/// What it is for.
pub const NONE_TEXT: Text = Text::new(
    "每月过堂：单位逐个上屏，目标、完成、序时、差额和上次承诺的兑现一页看清，当场记下发言和下次承诺，会后直接出纪要。",
    "Each unit comes on the screen in turn: target, done, time, gap, and its last pledges beside what came of them. What is said and the next pledges are typed at once, and the minutes come out at the end.",
);
/// No pledge yet.
pub const NO_PLEDGES: Text = Text::new("没有符合条件的承诺", "No pledges here");
/// How they come about.
pub const NO_PLEDGES_TEXT: Text = Text::new(
    "承诺在过堂时当场录入，也可以在“台账”里登记。换一个条件可以看别的承诺。",
    "Pledges are typed at a hearing, or entered among the records. Other conditions show others.",
);
/// How pledges are judged.
pub const PLEDGE_RULE: Text = Text::new(
    "承诺值是当年累计到时限那天要达到的数，由本簿数据自动核对，提前达到即为已兑现；没有指标的承诺由招商办评定。",
    "A number pledged is the total of the year by the day it is due, checked against the records; reached earlier, it is kept. What no metric tells, the office judges.",
);
/// How pledges are counted by unit.
pub const RATE_RULE: Text = Text::new(
    "兑现率 = 已兑现 ÷（已兑现 + 未兑现）；未到期和待评定的不计。",
    "Kept ÷ (kept + broken); what is not due or not judged does not count.",
);
/// To the hearing mode.
pub const ENTER: Text = Text::new("开始过堂", "Start the hearing");
/// To the minutes.
pub const MINUTES: Text = Text::new("纪要", "Minutes");
/// To the fields of a hearing.
pub const EDIT: Text = Text::new("修改会议信息", "Edit details");
/// Back to the hearings.
pub const BACK: Text = Text::new("返回过堂会", "Back to hearings");
/// The hearing in the address is not there.
pub const GONE: Text = Text::new("这次过堂会已不在本簿", "This hearing is no longer here");
/// What to do then.
pub const GONE_TEXT: Text = Text::new("它可能被删除了。", "It may have been deleted.");
/// Copies the minutes.
pub const COPY: Text = Text::new("复制全文", "Copy the text");
/// They were copied.
pub const COPIED: Text = Text::new("已复制", "Copied");
/// They could not be copied.
pub const NOT_COPIED: Text =
    Text::new("浏览器不允许复制，请选中文字后复制", "Not allowed here: select the text and copy it");
/// Prints the minutes.
pub const PRINT: Text = Text::new("打印", "Print");
/// What is added to the minutes by hand.
pub const REMARKS: Text = Text::new("补充内容", "Further remarks");
/// What that is for.
pub const REMARKS_HELP: Text = Text::new(
    "写在这里的内容接在纪要最后：议定事项、下一步工作、参会人员等。",
    "Stands at the end of the minutes: decisions, next steps, who took part.",
);
/// Nobody was heard yet.
pub const NOBODY_HEARD: Text = Text::new(
    "还没有单位过堂。点“开始过堂”，逐个单位记发言和承诺，纪要随即生成。",
    "No unit has been heard yet. Start the hearing; what is said and promised makes the minutes.",
);
/// What the minutes are made of.
pub const MINUTES_HELP: Text = Text::new(
    "纪要由本簿数据和过堂记录生成，数字为会议当天的数；要改数字请改原记录，要补充请写在下面。",
    "Made from the records and from what was typed at the hearing; the numbers are those of its day. To change a number change its record; remarks go below.",
);

/// How a pledge stands.
pub const fn standing(of: Standing) -> Text {
    match of {
        Standing::Broken => BROKEN,
        Standing::Unjudged => UNJUDGED,
        Standing::Open => OPEN,
        Standing::Kept => KEPT,
    }
}

/// What the office says of a pledge.
pub const fn judged(kept: bool) -> Text {
    if kept { KEPT } else { BROKEN }
}

/// The name a hearing of a month begins with.
pub fn usual_name(l: Lang, day: crate::domain::Date) -> String {
    let month = format::month(l, day);
    match l {
        Lang::Zh => format!("{month}过堂会"),
        Lang::En => format!("Hearing of {month}"),
    }
}

/// How many of the units were heard: `8 / 10`.
pub fn heard_of(heard: usize, all: usize) -> String {
    format!("{heard} / {all}")
}

/// A number pledged as words: `新签约项目累计达到 12个`.
pub fn reach(l: Lang, metric: &Metric, number: Decimal) -> String {
    let (name, number) = (assess_words::metric_name(l, metric), assess_words::number(l, metric.unit, number));
    match l {
        Lang::Zh => format!("{name}累计达到 {number}"),
        Lang::En => format!("{name}: {number} in all"),
    }
}

/// What was promised, in its own words or by its number.
pub fn promise(l: Lang, office: &[Metric], pledge: &Pledge) -> String {
    if !pledge.content.is_empty() {
        return pledge.content.clone();
    }
    let metric = office.iter().find(|metric| Some(standard::id(&metric.word)) == pledge.metric);
    metric.zip(pledge.promised).map(|(metric, number)| reach(l, metric, number)).unwrap_or_default()
}

/// A name and what is said of it.
pub fn named(l: Lang, name: &str, said: &str) -> String {
    format!("{name}{}{said}", marks::colon(l))
}

/// How many pledges a table shows, and how they stand.
pub fn counted(l: Lang, count: &crate::rules::pledges::Count) -> String {
    let of = [(KEPT, count.kept), (BROKEN, count.broken), (OPEN, count.open), (UNJUDGED, count.unjudged)];
    let parts: Vec<String> = of
        .into_iter()
        .filter(|(_, n)| *n > 0)
        .map(|(text, n)| match l {
            Lang::Zh => format!("{} {}", text.get(l), format::count(n)),
            Lang::En => format!("{} {}", format::count(n), text.get(l).to_lowercase()),
        })
        .collect();
    let all = match l {
        Lang::Zh => format!("承诺 {} 项", format::count(count.given)),
        Lang::En => super::plural(count.given, "pledge", "pledges"),
    };
    match parts.is_empty() {
        true => all,
        false => named(l, &all, &parts.join(marks::comma(l))),
    }
}
