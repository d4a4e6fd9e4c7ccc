//! 储备与转化: the health of the pipeline.

use super::{Lang, Text, labels, plural};
use crate::domain::Stage;
use crate::rules::health::{Dimension, MIN_CASES};
use crate::rules::targets::Period;

/// Which period is looked at.
pub const PERIOD: Text = Text::new("时段", "Period");
/// 近 12 个月.
pub const PAST_YEAR: Text = Text::new("近 12 个月", "Past 12 months");
/// 本年.
pub const THIS_YEAR: Text = Text::new("本年", "This year");
/// 上年.
pub const LAST_YEAR: Text = Text::new("上年", "Last year");
/// 本季度.
pub const THIS_QUARTER: Text = Text::new("本季度", "This quarter");
/// All that is recorded.
pub const ALL_TIME: Text = Text::new("全部", "All");

/// Nothing to show.
pub const NONE: Text = Text::new("还没有项目", "No projects yet");
/// Why not.
pub const NONE_TEXT: Text = Text::new(
    "登记或导入项目之后，这里显示储备有多厚、转化有多快、流失在哪里。",
    "Once projects are registered or imported, this page shows how deep the pipeline is, how fast it moves and where it leaks.",
);

/// Depth by count.
pub const DEPTH: Text = Text::new("在库项目数（按阶段）", "Open projects by stage");
/// Depth by money.
pub const DEPTH_MONEY: Text = Text::new("在库项目总投资（按阶段）", "Their total investment by stage");
/// What became of those who reached a stage.
pub const STEPS: Text = Text::new(
    "转化：到达各阶段的项目后来怎样",
    "Conversion: what became of projects that reached each stage",
);
/// Days between milestones.
pub const SPEED: Text = Text::new("节点间隔天数（中位数）", "Days between milestones, median");
/// Losses.
pub const LOSSES: Text = Text::new("流失和退库原因", "Lost and withdrawn, by reason");
/// The breakdown.
pub const BREAKDOWN: Text = Text::new("分类对比", "Breakdown");
/// The chart of the breakdown.
pub const MIX: Text = Text::new("在库项目构成", "Open projects by phase");
/// By what.
pub const BY: Text = Text::new("分类", "By");

/// How conversion is counted.
pub const STEPS_NOTE: Text = Text::new(
    "节点日期在所选时段内的项目：已进入更后阶段的算转化，流失、退库的算流失，暂缓的算仍在。没有节点日期的不计。",
    "Projects whose milestone is dated in the period. Beyond it by now: moved on. Lost or withdrawn from it: lost. \
     On hold counts as still there. Without a date, a project is not counted.",
);
/// How losses are counted.
pub const LOSSES_NOTE: Text = Text::new(
    "退出日期在所选时段内的项目；暂缓不算流失。",
    "Projects that left in the period; those on hold are not lost.",
);
/// How the breakdown is counted.
pub const BREAKDOWN_NOTE: Text = Text::new(
    "在库数为当前；洽谈、签约、流失为所选时段内。签约率＝时段内进入洽谈的项目中已签约的；开工率＝时段内签约的项目中已开工的。多渠道项目在每个渠道各计一次。",
    "Open projects are of today; talks, signings and losses are of the period. Sign rate: of those whose talks began in the period. \
     Start rate: of those signed in it. A project of several channels counts in each.",
);

/// 阶段.
pub const STAGE: Text = Text::new("阶段", "Stage");
/// 项目数.
pub const COUNT: Text = Text::new("项目（个）", "Projects");
/// Without an amount.
pub const UNSTATED: Text = Text::new("未填总投资（个）", "No amount stated");
/// Reached.
pub const REACHED: Text = Text::new("到达（个）", "Reached");
/// Moved on.
pub const MOVED: Text = Text::new("已转化", "Moved on");
/// Still there.
pub const WAITING: Text = Text::new("仍在", "Still there");
/// Lost from there.
pub const LOST: Text = Text::new("流失", "Lost");
/// The rate.
pub const RATE: Text = Text::new("转化率", "Rate");
/// From one to another.
pub const SPAN: Text = Text::new("从…到…", "From … to …");
/// How many were measured.
pub const CASES: Text = Text::new("样本（个）", "Cases");
/// The median.
pub const MEDIAN: Text = Text::new("中位数（天）", "Median, days");
/// The 90th percentile.
pub const MOST: Text = Text::new("九成不超过（天）", "90% within, days");
/// Not measured: no date.
pub const UNDATED: Text = Text::new("前一节点缺日期", "First not dated");
/// Not measured: dates in the wrong order.
pub const BACKWARDS: Text = Text::new("日期颠倒", "Out of order");
/// 原因.
pub const REASON: Text = Text::new("原因", "Reason");
/// No reason is given.
pub const NO_REASON: Text = Text::new("未填原因", "No reason given");
/// Lost before signing.
pub const BEFORE_SIGNING: Text = Text::new("签约前", "Before signing");
/// Lost after signing.
pub const AFTER_SIGNING: Text = Text::new("签约后", "After signing");
/// Nothing was lost.
pub const NO_LOSSES: Text =
    Text::new("所选时段内没有流失或退库的项目。", "Nothing was lost or withdrawn in the period.");
/// In talks.
pub const TALKS: Text = Text::new("签约前", "Before signing");
/// Signed, works not begun.
pub const SIGNED: Text = Text::new("已签未开工", "Signed, not started");
/// Works begun.
pub const WORKS: Text = Text::new("已开工", "Started");
/// All in the pipeline.
pub const LIVE: Text = Text::new("在库（个）", "Open");
/// Talks of the period.
pub const MET: Text = Text::new("进入洽谈", "Talks begun");
/// Signings of the period.
pub const AGREED: Text = Text::new("签约", "Signed");
/// Signed of those met.
pub const SIGN_RATE: Text = Text::new("签约率", "Sign rate");
/// Begun of those signed.
pub const START_RATE: Text = Text::new("开工率", "Start rate");
/// Days from signing to the start of works.
pub const SIGN_TO_START: Text = Text::new("签约到开工（天）", "Signing to start, days");
/// A row without a key.
pub const NO_KEY: Text = Text::new("未填", "Not stated");

/// The panel of the gap.
pub const GAP: Text = Text::new("缺口覆盖", "Covering the gap");
/// The target in yuan.
pub const TARGET_MONEY: Text = Text::new("年度签约目标（金额）", "Signing target, amount");
/// The target in projects.
pub const TARGET_COUNT: Text = Text::new("年度签约目标（个数）", "Signing target, projects");
/// A count that cannot be read.
pub const WRONG_COUNT: Text = Text::new("请填 0 到 99999 的整数", "Enter a whole number from 0 to 99,999");
/// Signed in the year.
pub const DONE: Text = Text::new("本年已签约", "Signed this year");
/// What is missing.
pub const MISSING: Text = Text::new("还差", "Still missing");
/// The pipeline before signing.
pub const PIPELINE: Text = Text::new("签约前储备", "Pipeline before signing");
/// What may come of it.
pub const EXPECTED: Text = Text::new("按历史转化可签", "Expected by past conversion");
/// How much of the gap that covers.
pub const COVERED: Text = Text::new("可补缺口", "Covers");
/// Nothing is missing.
pub const MET_TARGET: Text = Text::new("目标已完成", "Target met");
/// No target.
pub const NO_TARGET: Text = Text::new("未定目标", "No target set");
/// Too few cases.
pub const TOO_FEW: Text = Text::new("样本不足", "Too few cases");

/// What a dimension is called.
pub const fn dimension(by: Dimension) -> Text {
    match by {
        Dimension::Unit => Text::new("单位", "Unit"),
        Dimension::Industry => Text::new("产业", "Industry"),
        Dimension::Channel => Text::new("渠道", "Channel"),
        Dimension::Method => Text::new("方式", "Method"),
        Dimension::Introducer => Text::new("引荐人", "Introducer"),
        Dimension::Origin => Text::new("资本来源", "Capital"),
    }
}

/// How days are counted.
pub fn speed_note(l: Lang) -> String {
    match l {
        Lang::Zh => format!(
            "后一节点在所选时段内的项目，按两个节点的发生日期相减，同一天为 0 天；缺日期或日期颠倒的不计。少于 {MIN_CASES} 个样本不显示。"
        ),
        Lang::En => format!(
            "Projects that reached the second milestone in the period, by the dates of both; the same day is 0 days. \
             Those not dated or out of order are left out. Fewer than {MIN_CASES} cases are not told."
        ),
    }
}

/// From one stage to another.
pub fn span(l: Lang, from: Stage, to: Stage) -> String {
    format!("{} → {}", labels::stage(from).get(l), labels::stage(to).get(l))
}

/// How many projects.
pub fn projects(l: Lang, n: usize) -> String {
    match l {
        Lang::Zh => format!("{n} 个"),
        Lang::En => plural(n, "project", "projects"),
    }
}

/// A median and of how many: `30 天（12 个）`.
pub fn median(l: Lang, days: Option<&str>, cases: usize) -> String {
    match (l, days) {
        (Lang::Zh, Some(days)) => format!("{days} 天（{cases} 个）"),
        (Lang::Zh, None) => format!("–（{cases} 个）"),
        (Lang::En, Some(days)) => format!("{days} d (n={cases})"),
        (Lang::En, None) => format!("– (n={cases})"),
    }
}

/// A rate of how many: `80%（8/10）`.
pub fn rate_of(l: Lang, rate: &str, part: usize, whole: usize) -> String {
    match l {
        Lang::Zh => format!("{rate}（{part}/{whole}）"),
        Lang::En => format!("{rate} ({part}/{whole})"),
    }
}

/// What a mark stands for: `签约 已转化 8 个`.
pub fn said(l: Lang, label: &str, series: Text, n: usize) -> String {
    format!("{label} {} {}", series.get(l), projects(l, n))
}

/// How the expected yuan come about, for one stage: `洽谈 17 个 35.6亿元 × 62.5%（10/16）`.
pub fn outlook(
    l: Lang,
    stage: Stage,
    count: usize,
    money: &str,
    rate: &str,
    (signed, decided): (usize, usize),
) -> String {
    let rate = rate_of(l, rate, signed, decided);
    format!("{} {} {money} × {rate}", labels::stage(stage).get(l), projects(l, count))
}

/// What the rates of the gap rest on.
pub fn gap_note(l: Lang) -> String {
    match l {
        Lang::Zh => format!(
            "转化率取本簿已有结果的项目：到过该阶段、后来签约的 ÷（签约的＋签约前流失退库的）。少于 {MIN_CASES} 个不测算。"
        ),
        Lang::En => format!(
            "Rates are of this book's decided projects: signed ÷ (signed + lost before signing), of those that came that far. \
             Fewer than {MIN_CASES} are not used."
        ),
    }
}

/// Projects that left on a day nobody stated.
pub fn undated_losses(l: Lang, n: usize) -> String {
    match l {
        Lang::Zh => format!("另有 {n} 个流失或退库项目没有退出日期"),
        Lang::En => plural(
            n,
            "more was lost or withdrawn without a date",
            "more were lost or withdrawn without a date",
        ),
    }
}

/// A year's target.
pub fn of_year(l: Lang, year: i32, first_month: u32, text: Text) -> String {
    match l {
        _ if first_month > 1 => {
            let year = super::assess_words::period(l, Period::Year(year), first_month);
            format!("{year} · {}", text.get(l))
        }
        Lang::Zh => format!("{year} 年 · {}", text.get(l)),
        Lang::En => format!("{} in {year}", text.get(l)),
    }
}
