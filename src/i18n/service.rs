//! 问题要素, 审批 and 政策兑现: the panels of a project and the pages of 监督.

use super::format::{self, count};
use super::{Lang, Text, plural};
use crate::domain::{Date, Kind};
use crate::rules::{issues, promises};
use chrono::Datelike;

/// The panel of problems.
pub const ISSUES: Text = Text::new("问题要素", "Problems and needs");
/// None.
pub const NO_ISSUES: Text = Text::new("没有登记的问题和要素需求。", "No problem or need is noted.");
/// Notes one.
pub const RAISE: Text = Text::new("登记问题", "Note a problem");
/// Takes it up.
pub const ACCEPT: Text = Text::new("受理", "Take up");
/// Hands it to another department.
pub const HAND_OVER: Text = Text::new("转办", "Hand over");
/// Closes it.
pub const SOLVE: Text = Text::new("办结", "Solve");
/// Puts it off.
pub const SUSPEND: Text = Text::new("挂起", "Put off");
/// Goes on with it.
pub const RESUME: Text = Text::new("恢复办理", "Go on");
/// Opens it again.
pub const REOPEN: Text = Text::new("重新打开", "Open again");

/// The panel of permits.
pub const PERMITS: Text = Text::new("审批", "Permits");
/// None.
pub const NO_PERMITS: Text = Text::new(
    "还没有审批事项。填好承诺开工时间，按模板一次排好。",
    "No permits yet. State the promised start of works, and plan them all from the templates.",
);
/// Adds one by hand.
pub const ADD_PERMIT: Text = Text::new("加一项审批", "Add a permit");
/// It was applied for.
pub const APPLY: Text = Text::new("申报", "Applied");
/// It was granted.
pub const GRANT: Text = Text::new("办结", "Granted");
/// Planned and actual, for the chart.
pub const CHART: Text = Text::new("计划与实际", "Plan and fact");
/// In the chart.
pub const PLANNED: Text = Text::new("计划", "Planned");
/// In the chart.
pub const ACTUAL: Text = Text::new("实际", "Actual");
/// In the chart.
pub const TODAY: Text = Text::new("今天", "Today");
/// In the chart.
pub const START: Text = Text::new("承诺开工", "Promised start");
/// Everything was granted.
pub const ALL_GRANTED: Text = Text::new("审批已全部办结。", "All permits are granted.");
/// Everything is under way.
pub const ALL_APPLIED: Text = Text::new("审批已全部申报，等待办结。", "All permits are applied for.");
/// A permit not applied for.
pub const AHEAD: Text = Text::new("未申报", "Not applied for");
/// A permit applied for.
pub const APPLIED: Text = Text::new("办理中", "Applied for");
/// A permit granted.
pub const GRANTED: Text = Text::new("已办结", "Granted");
/// A day that the plan does not move.
pub const BY_HAND: Text = Text::new("手工设定", "Set by hand");
/// What the plan is worked back from.
pub const RULE_OF_PLAN: Text = Text::new(
    "从承诺开工时间往回排：前一阶段全部办结，后一阶段才开始。已办结的和手工设定日期的不动。",
    "Worked back from the promised start: a phase begins when the one before is granted. What is granted or set by \
     hand stays.",
);

/// The panel of promises.
pub const PROMISES: Text = Text::new("政策兑现", "Policy promises");
/// None.
pub const NO_PROMISES: Text = Text::new("没有登记的政策承诺。", "No promise is noted.");
/// Notes one.
pub const ADD_PROMISE: Text = Text::new("登记承诺", "Note a promise");
/// Pays it.
pub const PAY: Text = Text::new("兑现", "Pay");
/// Its condition is met.
pub const CONDITION_MET: Text = Text::new("条件已达成", "Condition met");
/// What is paid now, in the form.
pub const PAID_NOW: Text = Text::new("本次兑现金额", "Paid now");
/// No rate is known.
pub const NO_RATE: Text = Text::new(
    "没有这个币种的汇率，先到“设置”填写。",
    "No rate is known for this currency; enter it under Settings first.",
);
/// Fair competition.
pub const UNREVIEWED: Text = Text::new("未经公平竞争审查", "No fair-competition review");

/// The switch of a page.
pub const SHOW: Text = Text::new("显示", "Show");
/// The records themselves.
pub const DETAIL: Text = Text::new("明细", "Records");
/// The departments.
pub const RESPONSE: Text = Text::new("部门响应", "Departments");
/// Projects by needs.
pub const FACTORS: Text = Text::new("要素矩阵", "Needs by project");
/// The projects by their next date.
pub const CRITICAL: Text = Text::new("关键日期", "Critical dates");
/// Promises by department.
pub const BY_DEPARTMENT: Text = Text::new("按部门", "By department");
/// Promises by project.
pub const BY_PROJECT: Text = Text::new("按项目", "By project");
/// Nobody is named.
pub const NOBODY: Text = Text::new("未指定", "Nobody named");
/// Column heads.
pub const DEPARTMENT: Text = Text::new("部门", "Department");
/// The project.
pub const PROJECT: Text = Text::new("项目", "Project");
/// Had.
pub const HAD: Text = Text::new("经手", "Had");
/// Solved.
pub const SOLVED: Text = Text::new("办结", "Solved");
/// Solved by the day set.
pub const IN_TIME: Text = Text::new("按期办结", "In time");
/// Handed on.
pub const HANDED_ON: Text = Text::new("转出", "Handed on");
/// Median days.
pub const MEDIAN: Text = Text::new("办结用时（中位，天）", "Days to solve (median)");
/// Has now.
pub const HOLDS: Text = Text::new("在手", "Has now");
/// Overdue.
pub const OVERDUE: Text = Text::new("超期", "Overdue");
/// The longest.
pub const LONGEST: Text = Text::new("最长在手（天）", "Longest (days)");
/// The oldest open request.
pub const OLDEST: Text = Text::new("最久（天）", "Oldest (days)");
/// What the table of departments counts.
pub const RESPONSE_RULE: Text = Text::new(
    "天数从该部门接手当天算起，转走之后不再计。挂起的不算在手，也不算超期。",
    "Days count from the day a department got it until it passed it on. What is put off counts neither as had now nor \
     as overdue.",
);
/// What the matrix shows.
pub const MATRIX_RULE: Text = Text::new(
    "未办结的要素需求：件数和最久的一件提出至今的天数。挂起的不计。",
    "Open needs: how many, and the days since the oldest was raised. What is put off is left out.",
);
/// Column heads of the critical dates.
pub const PROGRESS: Text = Text::new("已办结 / 全部", "Granted / all");
/// The next date.
pub const NEXT_DATE: Text = Text::new("最迟申报", "Apply by");
/// The next permit.
pub const NEXT_PERMIT: Text = Text::new("下一事项", "Next permit");
/// How far off.
pub const STATE: Text = Text::new("状态", "State");
/// Overdue permits.
pub const OVERDUE_PERMITS: Text = Text::new("超期事项", "Overdue permits");
/// How many promises.
pub const COUNT: Text = Text::new("条数", "Promises");
/// Promised.
pub const AMOUNT: Text = Text::new("承诺金额", "Promised");
/// Paid.
pub const PAID: Text = Text::new("已兑现", "Paid");
/// Due and unpaid.
pub const OWED: Text = Text::new("应兑未兑", "Due and unpaid");
/// The oldest.
pub const OWED_LONGEST: Text = Text::new("最长拖欠（天）", "Longest (days)");
/// Due in 30 days.
pub const SOON: Text = Text::new("30天内到期", "Due in 30 days");
/// The condition is open.
pub const UNMET: Text = Text::new("条件未达成", "Condition open");
/// Paid in part.
pub const IN_PART: Text = Text::new("部分兑现", "Paid in part");
/// Not reviewed.
pub const NOT_REVIEWED: Text = Text::new("未审查", "Not reviewed");
/// All.
pub const TOTAL: Text = Text::new("合计", "Total");
/// Waiting for anybody.
pub const OPEN: Text = Text::new("未办结", "Open");
/// The longest of all.
pub const LONGEST_HELD: Text = Text::new("最长在手天数", "Longest with one department (days)");
/// Not applied for, late.
pub const BEGINS_LATE: Text = Text::new("该申报未申报", "Should be applied for");
/// To be applied for soon.
pub const BEGINS_SOON: Text = Text::new("30天内要申报", "Apply within 30 days");
/// Nothing to show.
pub const NOTHING: Text = Text::new("这里还没有内容", "Nothing here yet");
/// Why not.
pub const NOTHING_TEXT: Text =
    Text::new("换到“明细”登记，或在项目页登记。", "Note some under Records, or on the page of a project.");
/// Brings the shipped templates back.
pub const RESTORE: Text = Text::new("恢复默认模板", "Restore the usual templates");
/// More rows.
pub const MORE: Text = Text::new("再显示一些", "Show more");

/// How a problem or a promise stands, by the word of its rule.
pub fn standing(word: &str) -> Option<Text> {
    issues::Standing::from_word(word)
        .map(issue_standing)
        .or_else(|| promises::Standing::from_word(word).map(promise_standing))
}

/// How records of a kind may stand, with their words.
pub fn standings(kind: Kind) -> Vec<(&'static str, Text)> {
    match kind {
        Kind::Issue => issues::Standing::ALL.map(|s| (s.word(), issue_standing(s))).into(),
        _ => promises::Standing::ALL.map(|s| (s.word(), promise_standing(s))).into(),
    }
}

/// How a problem stands.
pub const fn issue_standing(standing: issues::Standing) -> Text {
    match standing {
        issues::Standing::Waiting => Text::new("未办", "Not taken up"),
        issues::Standing::InHand => Text::new("在办", "In hand"),
        issues::Standing::Suspended => Text::new("挂起", "Put off"),
        issues::Standing::Solved => Text::new("已办", "Solved"),
    }
}

/// How a promise stands.
pub const fn promise_standing(standing: promises::Standing) -> Text {
    match standing {
        promises::Standing::Owed => Text::new("应兑未兑", "Due, unpaid"),
        promises::Standing::Soon => Text::new("30天内到期", "Due in 30 days"),
        promises::Standing::Later => Text::new("未到期", "Not due"),
        promises::Standing::Waiting => Text::new("条件未达成", "Condition open"),
        promises::Standing::Paid => Text::new("已兑现", "Paid"),
    }
}

/// The English reading of a permit that is shipped; any other as it is written.
pub fn permit_name(l: Lang, name: &str) -> String {
    let english = match name {
        "项目备案" => "Project filing",
        "环境影响评价" => "Environmental assessment",
        "节能审查" => "Energy assessment",
        "安全评价" => "Safety assessment",
        "用地手续" => "Land formalities",
        "规划许可" => "Planning permit",
        "施工图审查" => "Review of drawings",
        "施工许可" => "Construction permit",
        _ => name,
    };
    if l == Lang::En { english } else { name }.to_owned()
}

/// `还有 3 天`, `今天到期`, `超期 3 天`, by the days left.
pub fn days_left(l: Lang, left: i32) -> String {
    let n = left.unsigned_abs() as usize;
    match (l, left) {
        (Lang::Zh, ..0) => format!("超期 {n} 天"),
        (Lang::Zh, 0) => "今天到期".to_owned(),
        (Lang::Zh, _) => format!("还有 {n} 天"),
        (Lang::En, ..0) => format!("{} overdue", plural(n, "day", "days")),
        (Lang::En, 0) => "Due today".to_owned(),
        (Lang::En, _) => format!("{} left", plural(n, "day", "days")),
    }
}

/// Who has a problem, and for how long.
pub fn held(l: Lang, department: &str, days: Option<i32>) -> String {
    let days = days.map(|days| days.unsigned_abs() as usize);
    match (l, days, department.is_empty()) {
        (Lang::Zh, _, true) => "未指定部门".to_owned(),
        (Lang::En, _, true) => "No department named".to_owned(),
        (_, None, _) => department.to_owned(),
        (Lang::Zh, Some(days), _) => format!("{department} 已办 {days} 天"),
        (Lang::En, Some(days), _) => format!("{department} for {}", plural(days, "day", "days")),
    }
}

/// Who solved a problem, when, and in how many days.
pub fn solved(l: Lang, department: &str, on: Date, days: Option<i32>) -> String {
    let on = format::date(on);
    let took = days.map(|days| match l {
        Lang::Zh => format!("，用时 {days} 天"),
        Lang::En => format!(", in {}", plural(days.unsigned_abs() as usize, "day", "days")),
    });
    let took = took.unwrap_or_default();
    match (l, department.is_empty()) {
        (Lang::Zh, _) => format!("{department} {on} 办结{took}").trim_start().to_owned(),
        (Lang::En, true) => format!("Solved on {on}{took}"),
        (Lang::En, false) => format!("Solved by {department} on {on}{took}"),
    }
}

/// How often it was handed over.
pub fn hand_overs(l: Lang, n: usize) -> String {
    match l {
        Lang::Zh => format!("转办 {n} 次"),
        Lang::En => format!("handed over {}", plural(n, "time", "times")),
    }
}

/// The button that plans permits from the templates.
pub fn plan(l: Lang, n: usize) -> String {
    match l {
        Lang::Zh => format!("按模板倒排 {n} 项"),
        Lang::En => format!("Plan {} back from the start", plural(n, "permit", "permits")),
    }
}

/// The button that plans them anew: the start moved.
pub fn plan_again(l: Lang, n: usize) -> String {
    match l {
        Lang::Zh => format!("重新倒排 {n} 项"),
        Lang::En => format!("Plan {} anew", plural(n, "permit", "permits")),
    }
}

/// The button that adds the permits of the templates that are not there.
pub fn plan_missing(l: Lang, n: usize) -> String {
    match l {
        Lang::Zh => format!("按模板补 {n} 项"),
        Lang::En => format!("Add {} from the templates", plural(n, "permit", "permits")),
    }
}

/// The critical date in words; `left` are the days until then.
pub fn critical(l: Lang, permit: &str, on: Date, left: i32) -> String {
    let on = format::date(on);
    let n = left.unsigned_abs() as usize;
    match (l, left) {
        (Lang::Zh, ..0) => format!("关键日期 {on}：{permit}当天就该申报，已晚 {n} 天"),
        (Lang::Zh, 0) => format!("关键日期 {on}：{permit}今天要申报"),
        (Lang::Zh, _) => format!("关键日期 {on}：{permit}最迟这天申报，还有 {n} 天"),
        (Lang::En, ..0) => {
            format!("Critical date {on}: {permit} was to be applied for, {} ago", plural(n, "day", "days"))
        }
        (Lang::En, 0) => format!("Critical date {on}: apply for {permit} today"),
        (Lang::En, _) => {
            format!("Critical date {on}: apply for {permit} by then, {} left", plural(n, "day", "days"))
        }
    }
}

/// The days of a permit: planned from when to when.
pub fn planned(l: Lang, begin: Option<Date>, end: Date) -> String {
    let end = format::date(end);
    match (l, begin) {
        (Lang::Zh, Some(begin)) => format!("计划 {begin} 至 {end}"),
        (Lang::En, Some(begin)) => format!("planned {begin} to {end}"),
        (Lang::Zh, None) => format!("计划 {end}"),
        (Lang::En, None) => format!("planned for {end}"),
    }
}

/// What happened with a permit: when it was applied for and granted.
pub fn happened(l: Lang, applied: Option<Date>, done: Option<Date>) -> String {
    let said = |words: (&str, &str), on: Option<Date>| {
        on.map(|on| match l {
            Lang::Zh => format!("{on} {}", words.0),
            Lang::En => format!("{} {on}", words.1),
        })
    };
    let said = [said(("申报", "applied"), applied), said(("办结", "granted"), done)];
    said.into_iter().flatten().collect::<Vec<_>>().join(if l == Lang::Zh { "，" } else { ", " })
}

/// Granted so many days after the day planned.
pub fn late_by(l: Lang, days: i32) -> String {
    match l {
        Lang::Zh => format!("晚 {days} 天"),
        Lang::En => format!("{} late", plural(days.unsigned_abs() as usize, "day", "days")),
    }
}

/// What was paid of what was promised.
pub fn paid_of(l: Lang, paid: &str, amount: &str) -> String {
    match (l, paid.is_empty()) {
        (_, true) => amount.to_owned(),
        (Lang::Zh, false) => format!("{amount}，已兑现 {paid}"),
        (Lang::En, false) => format!("{amount}, {paid} paid"),
    }
}

/// The day a promise is due.
pub fn due_on(l: Lang, on: Date) -> String {
    match l {
        Lang::Zh => format!("{on} 应兑现"),
        Lang::En => format!("due {on}"),
    }
}

/// What waits for what.
pub fn on_condition(l: Lang, condition: &str) -> String {
    match l {
        Lang::Zh => format!("条件：{condition}"),
        Lang::En => format!("Condition: {condition}"),
    }
}

/// So many open requests, and the age of the oldest.
pub fn open_for(l: Lang, n: usize, days: i32) -> String {
    match l {
        Lang::Zh => format!("{} 件 · {days} 天", count(n)),
        Lang::En => format!("{} · {}", count(n), plural(days.unsigned_abs() as usize, "day", "days")),
    }
}

/// A figure with what it counts.
pub fn counted(l: Lang, words: Text, n: usize) -> String {
    format!("{} {}", words.get(l), count(n))
}

/// A month at the head of the chart; the first of a year with the year.
pub fn month(l: Lang, on: Date) -> String {
    let (year, month) = (on.naive().year(), on.naive().month());
    const ENGLISH: [&str; 12] =
        ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    match (l, month) {
        (_, 1) => year.to_string(),
        (Lang::Zh, _) => format!("{month}月"),
        (Lang::En, _) => ENGLISH[on.naive().month0() as usize].to_owned(),
    }
}

/// A column head with the unit of its amounts.
pub fn with_unit(l: Lang, head: &str, unit: format::MoneyUnit) -> String {
    match l {
        Lang::Zh => format!("{head}（{}）", unit.name(l)),
        Lang::En => format!("{head} ({})", unit.name(l)),
    }
}
