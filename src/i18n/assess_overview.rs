//! 总览: the year at a glance.

use super::{Lang, Text};
use crate::domain::{Date, Decimal};
use crate::i18n::format;

/// Which number the curve is of.
pub const CURVE_OF: Text = Text::new("曲线指标", "Curve of");
/// The curve of the year.
pub const CURVE: Text = Text::new("全年进度曲线", "The year's curve");
/// Counted or summed, for screen readers.
pub const IN: Text = Text::new("口径", "Counted in");
/// By projects.
pub const IN_COUNT: Text = Text::new("个数", "Projects");
/// By money.
pub const IN_MONEY: Text = Text::new("金额", "Investment");
/// The line of what was done.
pub const DONE: Text = Text::new("完成", "Done");
/// The line of the time.
pub const DUE: Text = Text::new("序时", "Due by time");
/// A month.
pub const MONTH: Text = Text::new("月份", "Month");
/// The same day a year before.
pub const YEAR_BEFORE: Text = Text::new("上年同期", "Year before");
/// Done up to a month.
pub const DONE_SO_FAR: Text = Text::new("累计完成", "Done so far");
/// What the line of the time is.
pub const CURVE_NOTE: Text = Text::new(
    "实线是累计完成，虚线是序时进度（全年目标按月均摊）。点上的圆点打开到那时为止的项目。",
    "Solid: done so far. Dashed: due by time, a twelfth of the target each month. A dot opens the projects until then.",
);

/// 薄弱指标.
pub const WEAK: Text = Text::new("薄弱指标", "Weakest metrics");
/// No metric is behind.
pub const NONE_WEAK: Text =
    Text::new("有目标的指标都不欠序时。", "No metric with a target is behind the time.");
/// A metric.
pub const METRIC: Text = Text::new("指标", "Metric");
/// Share done.
pub const RATE: Text = Text::new("完成率（%）", "Done, %");
/// Behind, in points.
pub const BEHIND: Text = Text::new("欠序时（百分点）", "Behind, points");
/// Who is furthest behind.
pub const LAST: Text = Text::new("最落后单位", "Furthest behind");

/// Ranking of units.
pub const RANKING: Text = Text::new("单位排名", "Ranking of units");
/// A unit.
pub const UNIT: Text = Text::new("单位", "Unit");
/// 考核组别.
pub const GROUP: Text = Text::new("组别", "Group");
/// 名次.
pub const PLACE: Text = Text::new("名次", "Place");
/// 得分.
pub const SCORE: Text = Text::new("得分", "Score");
/// Nobody is ranked.
pub const NONE_RANKED: Text = Text::new(
    "还没有可排名的单位。给单位填考核组别并分解目标，或立一份考核办法。",
    "No unit is ranked yet. Give units their groups and targets, or write a rule sheet.",
);

/// The funnel.
pub const FUNNEL: Text = Text::new("项目漏斗", "Funnel");
/// How it counts.
pub const FUNNEL_NOTE: Text = Text::new(
    "个数和总投资是现在停在该阶段的在库项目；转化率是到过该阶段的项目中已走得更远的（不足 5 个不算）。",
    "Projects and investment: what stands at the stage now. Conversion: of all that reached it, those beyond it by now (not told of fewer than five).",
);
/// A stage.
pub const STAGE: Text = Text::new("阶段", "Stage");
/// How many.
pub const COUNT: Text = Text::new("项目（个）", "Projects");
/// Their investment.
pub const TOTAL: Text = Text::new("总投资", "Investment");
/// How many went on.
pub const CONVERSION: Text = Text::new("转化率（%）", "Moved on, %");

/// Signed this year by industry.
pub const INDUSTRIES: Text = Text::new("本年签约（按产业）", "Signed this year by industry");
/// Signed this year by unit.
pub const UNITS: Text = Text::new("本年签约（按单位）", "Signed this year by unit");
/// An industry.
pub const INDUSTRY: Text = Text::new("产业", "Industry");
/// The projects say none.
pub const NO_INDUSTRY: Text = Text::new("未填产业", "No industry given");
/// Nothing was signed.
pub const NONE_SIGNED: Text = Text::new("本年还没有签约项目。", "Nothing was signed this year yet.");
/// Shows more rows.
pub const MORE: Text = Text::new("显示更多", "Show more");

/// Nothing to show.
pub const NONE: Text = Text::new("还没有可以总览的数", "Nothing to look over yet");
/// What to do.
pub const NONE_TEXT: Text = Text::new(
    "登记或导入项目，在“目标”页分解全年目标，这里就显示签约、开工、投产完成多少，哪项落后、谁落后。",
    "Register or import projects and set the year's targets on the Targets page. This page then shows what was signed, started and put into production, and what is behind.",
);
/// No target is set.
pub const NO_TARGET: Text = Text::new("未设目标", "No target");

/// How a number stands: `超序时 8.3 个百分点`.
pub fn ahead(l: Lang, ahead: Decimal, is_met: bool) -> String {
    let points = format::exact(
        ahead.abs().rounded(3, crate::domain::decimal::Rounding::HalfUp).as_millionths() / 1000,
        1,
    );
    match (l, is_met, ahead.is_negative()) {
        (Lang::Zh, true, _) => "已完成全年目标".to_owned(),
        (Lang::En, true, _) => "Target met".to_owned(),
        (Lang::Zh, _, true) => format!("欠序时 {points} 个百分点"),
        (Lang::Zh, _, false) => format!("超序时 {points} 个百分点"),
        (Lang::En, _, true) => format!("{points} points behind time"),
        (Lang::En, _, false) => format!("{points} points ahead of time"),
    }
}

/// The target with the share done: `目标 45 个，完成 71.1%`.
pub fn of_target(l: Lang, target: &str, rate: &str) -> String {
    match l {
        Lang::Zh => format!("目标 {target}，完成 {rate}"),
        Lang::En => format!("Target {target}, {rate} done"),
    }
}

/// What a bar says to a screen reader.
pub fn bar_said(l: Lang, rate: &str, elapsed: &str) -> String {
    match l {
        Lang::Zh => format!("完成 {rate}，序时 {elapsed}"),
        Lang::En => format!("{rate} done, {elapsed} of the time over"),
    }
}

/// The heading of the page on paper and on the wall: `2026年招商引资总览`.
pub fn title(l: Lang, year: i32, first_month: u32) -> String {
    match l {
        Lang::Zh if first_month > 1 => format!("{year}年度招商引资总览"),
        Lang::Zh => format!("{year}年招商引资总览"),
        Lang::En => format!("Investment promotion {year}"),
    }
}

/// What the ranking goes by.
pub fn ranked_by(l: Lang, rules: &str, period: &str, earlier: Option<Date>) -> String {
    let moved = match (earlier, l) {
        (Some(day), Lang::Zh) => format!("；▲▼ 与 {day} 相比"),
        (Some(day), Lang::En) => format!("; ▲▼ since {day}"),
        (None, _) => String::new(),
    };
    match l {
        Lang::Zh => format!("按《{rules}》{period}得分{moved}"),
        Lang::En => format!("By “{rules}”, {period}{moved}"),
    }
}

/// The same by the completion of a metric.
pub fn ranked_by_metric(l: Lang, metric: &str, earlier: Option<Date>) -> String {
    let moved = match (earlier, l) {
        (Some(day), Lang::Zh) => format!("；▲▼ 与 {day} 相比"),
        (Some(day), Lang::En) => format!("; ▲▼ since {day}"),
        (None, _) => String::new(),
    };
    match l {
        Lang::Zh => format!("按{metric}完成率{moved}"),
        Lang::En => format!("By the share done of {}{moved}", metric.to_lowercase()),
    }
}

/// That not all rows are shown on the wall.
pub fn first_of(l: Lang, shown: usize, all: usize) -> String {
    match l {
        Lang::Zh => format!("前 {shown} 项，共 {all} 项"),
        Lang::En => format!("{shown} of {all}"),
    }
}

/// A month on the axis.
pub fn month(l: Lang, nth: u32) -> String {
    super::assess_words::part(l, crate::rules::targets::Period::Month(2026, nth), 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn standing_is_told_in_points() {
        let n = |text| Decimal::parse(text).expect("a number");
        assert_eq!(ahead(Lang::Zh, n("-0.0834"), false), "欠序时 8.3 个百分点");
        assert_eq!(ahead(Lang::Zh, n("0.12"), false), "超序时 12 个百分点");
        assert_eq!(ahead(Lang::En, n("-0.5"), false), "50 points behind time");
        assert_eq!(ahead(Lang::Zh, n("0.1"), true), "已完成全年目标");
    }
}
