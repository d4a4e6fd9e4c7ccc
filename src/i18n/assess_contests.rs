//! 竞赛: rounds of a contest, flags, oxen and snails, certificates.

mod certificates;

pub use certificates::*;

use super::{Lang, Text, format, plural};
use crate::domain::Date;
use crate::rules::contests::{Speaks, Stands};
use crate::rules::nominations::{BLUE_FLAG, DECISIONS, OX, RED_FLAG, SNAIL};

/// The board of a round.
pub const BOARD: Text = Text::new("战况", "Standings");
/// What of a round is shown, for screen readers.
pub const SHOW: Text = Text::new("本轮内容", "Part of the round");
/// The ranking.
pub const RANKING: Text = Text::new("排名", "Ranking");
/// Oxen, snails and flags.
pub const AWARDS: Text = Text::new("评选", "Awards");
/// What was published of the round.
pub const RESULTS: Text = Text::new("考评结果", "Results");
/// The round.
pub const ROUND: Text = Text::new("轮次", "Round");

/// No contest.
pub const NONE: Text = Text::new("还没有竞赛", "No contest yet");
/// What to do.
pub const NONE_TEXT: Text = Text::new(
    "百日竞赛一轮一轮地办：定开始日期、参赛单位和考核办法，名次、红旗蓝旗由项目数据算出，发布后固定。",
    "A contest runs in rounds: set its first day, its units and its rules. Places and flags follow from the projects, and are frozen when published.",
);
/// Begins a round.
pub const BEGIN: Text = Text::new("开始一轮竞赛", "Begin a round");
/// The title of the form.
pub const BEGIN_TITLE: Text = Text::new("开始一轮竞赛", "Begin a round of a contest");
/// Saves it.
pub const SAVE: Text = Text::new("开始", "Begin");
/// 名称.
pub const NAME: Text = Text::new("竞赛名称", "Contest");
/// The first day.
pub const START: Text = Text::new("开始日期", "First day");
/// How many days.
pub const DAYS: Text = Text::new("天数", "Days");
/// The last day.
pub const END: Text = Text::new("结束日期", "Last day");
/// The rules.
pub const RULES: Text = Text::new("考核办法", "Rules");
/// No rules yet.
pub const RULES_LATER: Text = Text::new("以后再定", "Choose later");
/// 口号.
pub const SLOGAN: Text = Text::new("口号", "Slogan");
/// 参赛单位.
pub const UNITS: Text = Text::new("参赛单位", "Units");
/// Without a choice.
pub const UNITS_HELP: Text =
    Text::new("一个都不选：办法里各组的单位全部参赛", "None chosen: every unit of the groups of the rules");
/// The days do not make sense.
pub const WRONG_DAYS: Text =
    Text::new("请填开始日期，天数在 1 到 400 之间", "Give the first day, and 1 to 400 days");

/// The round has no rules.
pub const NO_RULES: Text = Text::new("这一轮还没有定考核办法", "This round has no rules yet");
/// What to do.
pub const NO_RULES_TEXT: Text = Text::new(
    "在竞赛记录里选一份考核办法，这里就排出名次。没有办法的，先在“办法”页立一份，周期选“竞赛期”。",
    "Choose rules in the record of the contest and the ranking shows here. Write them on the page of rules first if there are none, by contest.",
);
/// Opens the record.
pub const OPEN_RECORD: Text = Text::new("修改这一轮", "Edit this round");
/// To the items of every score.
pub const ALL_SCORES: Text = Text::new("各项得分", "Scores by item");

/// 名次.
pub const PLACE: Text = Text::new("名次", "Place");
/// 单位.
pub const UNIT: Text = Text::new("单位", "Unit");
/// 得分.
pub const SCORE: Text = Text::new("得分", "Score");
/// Flags and why.
pub const FLAGS: Text = Text::new("旗与缘由", "Flag and why");
/// 组别.
pub const GROUP: Text = Text::new("组别", "Group");
/// A change of place.
pub const MOVED: Text = Text::new("升降", "Moved");

/// Proposes what the ranking gives.
pub const NOMINATE_FLAGS: Text = Text::new("按名次提名", "Propose by ranking");
/// What that does.
pub const NOMINATE_FLAGS_HELP: Text = Text::new(
    "把上面得旗的单位列入待审定；审定通过才能打印证书",
    "Puts those with a flag up for approval; only what is approved can be printed",
);

/// Tasks that speak for an award.
pub const PROPOSALS: Text = Text::new("可评奔牛奖、蜗牛奖的任务", "Tasks that speak for an ox or a snail");
/// How they are found.
pub const PROPOSALS_NOTE: Text = Text::new(
    "一事一评，不是对单位的总体评价：提前完成的可评奔牛奖，逾期的可评蜗牛奖，同一单位可以都有。",
    "One task at a time, no appraisal of a unit: done early may win an ox, late a snail, and one unit may have both.",
);
/// None of them.
pub const NO_PROPOSALS: Text = Text::new(
    "没有提前完成或逾期的任务。重点任务要写明属于哪一轮竞赛和时限，才会列在这里。",
    "No task was done early or is late. A key task stands here once it names its contest and the day it is due.",
);
/// 阶段.
pub const PHASE: Text = Text::new("阶段", "Phase");
/// All phases.
pub const ALL_PHASES: Text = Text::new("全部阶段", "All phases");
/// How early for an ox.
pub const EARLY: Text = Text::new("奔牛：提前天数", "Ox: days early");
/// How late for a snail.
pub const LATE: Text = Text::new("蜗牛：逾期天数", "Snail: days late");
/// 任务.
pub const TASK: Text = Text::new("重点任务", "Key task");
/// 时限.
pub const DUE: Text = Text::new("时限", "Due");
/// 完成.
pub const DONE: Text = Text::new("完成", "Done");
/// How many days early or late.
pub const DAYS_OFF: Text = Text::new("早晚", "Early or late");
/// 提名.
pub const NOMINATE: Text = Text::new("提名", "Propose");
/// 提名 of an award, in the dialog.
pub const REASON: Text = Text::new("事由", "Reason");
/// 奖项.
pub const AWARD: Text = Text::new("奖项", "Award");

/// 待审定.
pub const OPEN: Text = Text::new("待审定", "Waiting for approval");
/// None of them.
pub const NONE_OPEN: Text = Text::new("没有待审定的提名。", "Nothing waits for approval.");
/// 已审定.
pub const DECIDED: Text = Text::new("已审定", "Decided");
/// None of them.
pub const NONE_DECIDED: Text = Text::new("还没有审定结果。", "Nothing was decided yet.");
/// 通过.
pub const APPROVE: Text = Text::new("通过", "Approve");
/// 不通过.
pub const REFUSE: Text = Text::new("不通过", "Refuse");
/// Who decides.
pub const DECIDED_BY: Text = Text::new("审定机构", "Decided by");
/// When.
pub const DECIDED_ON: Text = Text::new("审定日期", "Decided on");
/// What came of it.
pub const DECISION: Text = Text::new("审定", "Decision");
/// Approved.
pub const APPROVED: Text = Text::new("通过", "Approved");
/// Refused.
pub const REFUSED: Text = Text::new("不通过", "Refused");
/// When it was proposed.
pub const PROPOSED_ON: Text = Text::new("提名日期", "Proposed on");

/// Places then and now.
pub const COURSE: Text = Text::new("历次考评名次", "Places at each assessment");
/// What it says.
pub const COURSE_NOTE: Text = Text::new(
    "每次发布固定当时的名次；最后一列按今天的数据算。括号里是总分。",
    "Each publication froze its places; the last column is by the data of today. In brackets: the total.",
);
/// By the data of today.
pub const NOW: Text = Text::new("现在", "Now");
/// The published results of a round.
pub const PUBLISHED: Text = Text::new("已发布", "Published");
/// Nothing was published of it.
pub const NONE_PUBLISHED: Text = Text::new(
    "这一轮还没有发布过结果。发布把办法全文、当时的数据和名次固定下来；双月考评每次再发布一次。",
    "Nothing was published of this round. Publishing freezes the rules, the numbers and the places; each two-monthly assessment is published again.",
);
/// SHA-256 of a result.
pub const DIGEST: Text = Text::new("校验码", "Digest");
/// Back to the list of results.
pub const ALL_RESULTS: Text = Text::new("本轮全部结果", "All results of the round");

/// The name of the nth round.
pub fn default_name(l: Lang, round: i64) -> String {
    match l {
        Lang::Zh => format!("第 {round} 轮百日竞赛"),
        Lang::En => format!("Hundred-day contest, round {round}"),
    }
}

/// Where a round stands.
pub fn stands(l: Lang, of: Stands) -> String {
    match (of, l) {
        (Stands::Ahead(days), Lang::Zh) => format!("还有 {days} 天开始"),
        (Stands::Ahead(days), Lang::En) => {
            format!("Begins in {}", plural(usize::try_from(days).unwrap_or(0), "day", "days"))
        }
        (Stands::Day(n, all), Lang::Zh) => format!("第 {n} 天 / 共 {all} 天"),
        (Stands::Day(n, all), Lang::En) => format!("Day {n} of {all}"),
        (Stands::Over(_), Lang::Zh) => "已结束".to_owned(),
        (Stands::Over(_), Lang::En) => "Over".to_owned(),
    }
}

/// The days of a round.
pub fn days(l: Lang, from: Date, to: Date) -> String {
    match l {
        Lang::Zh => format!("{from} 至 {to}"),
        Lang::En => format!("{from} to {to}"),
    }
}

/// How many units take part.
pub fn units(l: Lang, count: usize) -> String {
    match l {
        Lang::Zh => format!("{} 个单位参赛", format::count(count)),
        Lang::En => plural(count, "unit takes part", "units take part"),
    }
}

/// Which rules.
pub fn by_rules(l: Lang, name: &str) -> String {
    match l {
        Lang::Zh => format!("办法：{name}"),
        Lang::En => format!("Rules: {name}"),
    }
}

/// Which day places are compared with.
pub fn compared(l: Lang, day: Date) -> String {
    match l {
        Lang::Zh => format!("▲▼ 与 {day} 的名次比"),
        Lang::En => format!("▲▼ against the places of {day}"),
    }
}

/// Why somebody has a flag: its place and what had to be met.
pub fn given(l: Lang, place: Option<usize>, met: &[String]) -> String {
    let place = match (place, l) {
        (Some(place), Lang::Zh) => format!("第 {place} 名"),
        (Some(place), Lang::En) => format!("place {place}"),
        (None, _) => String::new(),
    };
    let all = std::iter::once(place).chain(met.iter().cloned()).filter(|part| !part.is_empty());
    let all: Vec<String> = all.collect();
    all.join(if l == Lang::Zh { "，" } else { ", " })
}

/// What an award of a nomination is called; a key of the rules as it is.
pub fn award(l: Lang, word: &str) -> String {
    award_text(word).map_or_else(|| word.to_owned(), |text| text.get(l).to_owned())
}

/// An award that is known without a rule sheet.
pub fn award_text(word: &str) -> Option<Text> {
    Some(match word {
        RED_FLAG => Text::new("红旗", "Red flag"),
        BLUE_FLAG => Text::new("蓝旗", "Blue flag"),
        OX => Text::new("奔牛奖", "Running-ox award"),
        SNAIL => Text::new("蜗牛奖", "Snail award"),
        _ => return None,
    })
}

/// What was decided on a nomination.
pub fn decision_text(word: &str) -> Option<Text> {
    let at = DECISIONS.iter().position(|known| *known == word)?;
    Some([APPROVED, REFUSED][at])
}

/// How early a task was, or how late it is.
pub fn speaks(l: Lang, of: Speaks) -> String {
    match (of, l) {
        (Speaks::Ox(days), Lang::Zh) => format!("提前 {days} 天"),
        (Speaks::Ox(days), Lang::En) => {
            format!("{} early", plural(usize::try_from(days).unwrap_or(0), "day", "days"))
        }
        (Speaks::Snail(days), Lang::Zh) => format!("逾期 {days} 天"),
        (Speaks::Snail(days), Lang::En) => {
            format!("{} late", plural(usize::try_from(days).unwrap_or(0), "day", "days"))
        }
    }
}

/// The facts of a task as the reason of a nomination.
pub fn reason(l: Lang, task: &str, node: &str, due: Date, done: Option<Date>, of: Speaks) -> String {
    let node = match (node, l) {
        ("", _) => String::new(),
        (node, Lang::Zh) => format!("（{node}）"),
        (node, Lang::En) => format!(" ({node})"),
    };
    let off = speaks(l, of);
    match (done, l) {
        (Some(done), Lang::Zh) => format!("“{task}”{node}时限 {due}，{done} 完成，{off}。"),
        (None, Lang::Zh) => format!("“{task}”{node}时限 {due}，至今未完成，{off}。"),
        (Some(done), Lang::En) => format!("{task}{node}: due {due}, done {done}, {off}."),
        (None, Lang::En) => format!("{task}{node}: due {due}, not done yet, {off}."),
    }
}

/// The reason of a flag.
pub fn flag_reason(l: Lang, contest: &str, group: &str, why: &str) -> String {
    match l {
        Lang::Zh => format!("在“{contest}”{group}中{why}。"),
        Lang::En => format!("{contest}, {group}: {why}."),
    }
}

/// The button that proposes a task for an award.
pub fn nominate(l: Lang, award: &str, task: &str) -> String {
    match l {
        Lang::Zh => format!("提名{award}：{task}"),
        Lang::En => format!("Propose for the {}: {task}", award.to_lowercase()),
    }
}

/// A button of a nomination, for screen readers: what it does, and to whom.
pub fn of_whom(l: Lang, what: Text, award: &str, unit: &str) -> String {
    match l {
        Lang::Zh => format!("{}：{unit} {award}", what.get(l)),
        Lang::En => format!("{}: {unit}, {award}", what.get(l)),
    }
}

/// The heading of a column: the day that the numbers are of.
pub fn as_of(l: Lang, day: Option<Date>) -> String {
    let day = day.map(|day| day.to_string()).unwrap_or_default();
    match l {
        Lang::Zh => format!("截至 {day}"),
        Lang::En => format!("As of {day}"),
    }
}

/// A place with its total, in the table of all assessments.
pub fn place_and_total(l: Lang, place: Option<usize>, total: &str) -> String {
    match (place, l) {
        (Some(place), Lang::Zh) => format!("{place}（{total}）"),
        (Some(place), Lang::En) => format!("{place} ({total})"),
        (None, _) => total.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_round_says_its_day() {
        assert_eq!(stands(Lang::Zh, Stands::Day(38, 100)), "第 38 天 / 共 100 天");
        assert_eq!(stands(Lang::En, Stands::Ahead(1)), "Begins in 1 day");
    }

    #[test]
    fn a_reason_tells_the_facts_of_the_task() {
        let day = |text| Date::parse_iso(text).expect("a day");
        assert_eq!(
            reason(
                Lang::Zh,
                "征地清零",
                "签完协议",
                day("2026-05-10"),
                Some(day("2026-05-05")),
                Speaks::Ox(5)
            ),
            "“征地清零”（签完协议）时限 2026-05-10，2026-05-05 完成，提前 5 天。"
        );
        assert_eq!(
            reason(Lang::En, "Road", "", day("2026-05-10"), None, Speaks::Snail(1)),
            "Road: due 2026-05-10, not done yet, 1 day late."
        );
    }

    #[test]
    fn a_flag_says_why() {
        assert_eq!(given(Lang::Zh, Some(1), &["总分不低于 60 分".to_owned()]), "第 1 名，总分不低于 60 分");
        assert_eq!(given(Lang::En, None, &[]), "");
    }
}
