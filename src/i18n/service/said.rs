//! What is said of one problem, one permit, one promise.

use crate::domain::Date;
use crate::i18n::format::{self, count};
use crate::i18n::{Lang, Text, plural};
use crate::rules::{issues, promises};
use chrono::Datelike;

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
        (Lang::Zh, Some(days), _) => format!("{department} 在手 {days} 天"),
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

/// A department's turn with its days. `is_last` is the one that has it: another one of 0 days handed it on at once.
pub fn turn(l: Lang, department: &str, days: Option<i32>, is_last: bool) -> String {
    let days = days.map(|days| days.unsigned_abs() as usize);
    match (l, days) {
        (_, None) => department.to_owned(),
        (Lang::Zh, Some(0)) if !is_last => format!("{department} 当天转出"),
        (Lang::En, Some(0)) if !is_last => format!("{department} (handed on the same day)"),
        (Lang::Zh, Some(days)) => format!("{department} {days} 天"),
        (Lang::En, Some(days)) => format!("{department} {}", plural(days, "day", "days")),
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

/// Why an amount is in no sum, and what to do.
pub fn without_rate(l: Lang, currency: &str) -> String {
    match l {
        Lang::Zh => format!("没有{currency}汇率，金额不计入合计；到“设置”填写汇率后自动计入。"),
        Lang::En => {
            format!("No rate is known for {currency}: in no sum until one is entered under Settings.")
        }
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
