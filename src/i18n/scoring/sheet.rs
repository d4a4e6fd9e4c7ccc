//! What a rule sheet says besides its formulas: periods, subjects, groups, gates, vetoes, ties, and what is wrong in it.

use super::{Known, label, points, quantity, share};
use crate::domain::{Decimal, Rounding};
use crate::i18n::{Lang, Text};
use crate::rules::metrics::{Cycle, Elapsed};
use crate::rules::scoring::formula::Basis;
use crate::rules::scoring::{
    Combine, Gate, Group, Problem, Settled, Subject, Tie, Veto, VetoEffect, VetoWhen,
};
use crate::rules::targets::Period;

/// 考核周期
pub const fn cycle(of: Cycle) -> Text {
    match of {
        Cycle::Month => Text::new("月度", "Monthly"),
        Cycle::TwoMonths => Text::new("双月", "Every two months"),
        Cycle::Quarter => Text::new("季度", "Quarterly"),
        Cycle::Half => Text::new("半年", "Half-yearly"),
        Cycle::Year => Text::new("年度", "Yearly"),
        Cycle::Contest => Text::new("竞赛期", "By contest"),
    }
}

/// A period as people name it; a contest by its name.
pub fn period(l: Lang, of: Period, contest: &str, first_month: u32) -> String {
    match (of, l) {
        (Period::Contest(_), _) => contest.to_owned(),
        (of, l) if first_month > 1 => crate::i18n::assess_words::period(l, of, first_month),
        (Period::Year(year), Lang::Zh) => format!("{year} 年"),
        (Period::Year(year), Lang::En) => format!("{year}"),
        (Period::Half(year, nth), Lang::Zh) => {
            format!("{year} 年{}半年", if nth == 1 { "上" } else { "下" })
        }
        (Period::Half(year, nth), Lang::En) => format!("H{nth} {year}"),
        (Period::Quarter(year, nth), Lang::Zh) => {
            let nth = ["一", "二", "三", "四"].get(nth as usize - 1).copied().unwrap_or_default();
            format!("{year} 年{nth}季度")
        }
        (Period::Quarter(year, nth), Lang::En) => format!("Q{nth} {year}"),
        (Period::TwoMonths(year, nth), Lang::Zh) => format!("{year} 年 {}–{} 月", nth * 2 - 1, nth * 2),
        (Period::TwoMonths(year, nth), Lang::En) => format!("{year}, months {}–{}", nth * 2 - 1, nth * 2),
        (Period::Month(year, nth), Lang::Zh) => format!("{year} 年 {nth} 月"),
        (Period::Month(year, nth), Lang::En) => format!("{year}-{nth:02}"),
    }
}

/// Who is scored.
pub const fn subject(of: Subject) -> Text {
    match of {
        Subject::Unit => Text::new("单位", "Units"),
        Subject::Person => Text::new("责任人", "People"),
        Subject::Chain => Text::new("产业链", "Chains"),
    }
}

/// How time is counted.
pub const fn elapsed_by(of: Elapsed) -> Text {
    match of {
        Elapsed::Months => Text::new("按月", "By months"),
        Elapsed::Days => Text::new("按天", "By days"),
    }
}

/// How scores are rounded.
pub const fn rounding(of: Rounding) -> Text {
    match of {
        Rounding::HalfUp => Text::new("四舍五入", "Half up"),
        Rounding::Down => Text::new("舍去", "Down"),
        Rounding::Up => Text::new("进位", "Up"),
    }
}

/// How the scores of a group become one.
pub const fn combine(of: Combine) -> Text {
    match of {
        Combine::Sum => Text::new("相加", "Added up"),
        Combine::Highest => Text::new("就高不重复", "The highest alone"),
        Combine::Lowest => Text::new("就低", "The lowest alone"),
        Combine::Mean => Text::new("取平均", "The mean"),
    }
}

/// What a group does with what stands in it: `20 分，各项相加，最高 20 分`.
pub fn group_sentence(l: Lang, weight: Decimal, group: &Group) -> String {
    let mut told = match l {
        Lang::Zh => format!("以下各项{}", combine(group.combine).get(l)),
        Lang::En => format!("The items below: {}", combine(group.combine).get(l).to_lowercase()),
    };
    if !weight.is_zero() {
        told = match l {
            Lang::Zh => format!("{}，{told}", points(l, weight)),
            Lang::En => format!("{}. {told}", points(l, weight)),
        };
    }
    told += &super::formula::capped(l, group.cap);
    match (group.floor, l) {
        (None, _) => told,
        (Some(floor), Lang::Zh) => format!("{told}，最低 {}", points(l, floor)),
        (Some(floor), Lang::En) => format!("{told}, {} at least", points(l, floor)),
    }
}

/// A gate: `门槛：签约金额完成率须达 100%，否则本项不得分`.
pub fn gate(l: Lang, known: &Known, gate: &Gate) -> String {
    let (m, reach) = (known.name(l, &gate.metric), share(gate.reach));
    match l {
        Lang::Zh => format!("门槛：{m}完成率须达 {reach}，否则本项不得分"),
        Lang::En => format!("Gate: {reach} of the target of {m} must be reached, or nothing is given"),
    }
}

/// What decides between equal totals: `签约金额多者在前`.
pub fn tie(l: Lang, known: &Known, tie: &Tie) -> String {
    match (tie, l) {
        (Tie::More(word), Lang::Zh) => format!("{}多者在前", known.name(l, word)),
        (Tie::More(word), Lang::En) => format!("more {} first", known.name(l, word)),
        (Tie::Less(word), Lang::Zh) => format!("{}少者在前", known.name(l, word)),
        (Tie::Less(word), Lang::En) => format!("less {} first", known.name(l, word)),
        (Tie::Item(key), Lang::Zh) => format!("“{}”得分高者在前", known.item(l, key)),
        (Tie::Item(key), Lang::En) => format!("higher score in “{}” first", known.item(l, key)),
    }
}

/// How equal totals were told apart: `总分相同，签约金额多者在前`.
pub fn settled(l: Lang, known: &Known, ties: &[Tie], of: Settled) -> String {
    let by = match of {
        Settled::By(at) => ties.get(at),
        Settled::Shared => None,
    };
    match (by, l) {
        (Some(by), Lang::Zh) => format!("总分相同，{}", tie(l, known, by)),
        (Some(by), Lang::En) => format!("equal totals: {}", tie(l, known, by)),
        (None, Lang::Zh) => "总分相同，并列".to_owned(),
        (None, Lang::En) => "equal totals, the place is shared".to_owned(),
    }
}

/// What follows from a veto.
pub const fn veto_effect(of: VetoEffect) -> Text {
    match of {
        VetoEffect::Bar => Text::new("取消评优资格", "no award of honour"),
        VetoEffect::Zero => Text::new("总分记零", "the total is nothing"),
    }
}

/// A veto: `一票否决“安全事故”：督查发现问题达到 1，取消评优资格`.
pub fn veto(l: Lang, known: &Known, of: &Veto) -> String {
    let (name, title) = (known.name(l, &of.metric), label(l, &of.title));
    let edge = |edge| quantity(l, known.unit(&of.metric), edge);
    let when = match (of.when, l) {
        (VetoWhen::AtLeast(at), Lang::Zh) => format!("{name}达到 {}", edge(at)),
        (VetoWhen::AtLeast(at), Lang::En) => format!("{} or more of {name}", edge(at)),
        (VetoWhen::Below(at), Lang::Zh) => format!("{name}不足 {}", edge(at)),
        (VetoWhen::Below(at), Lang::En) => format!("less than {} of {name}", edge(at)),
        (VetoWhen::CompletionBelow(at), _) => {
            let rate = super::formula::based(l, &name, Basis::Completion);
            if l == Lang::Zh {
                format!("{rate}低于 {}", share(at))
            } else {
                format!("{rate} below {}", share(at))
            }
        }
    };
    let effect = veto_effect(of.effect).get(l);
    match l {
        Lang::Zh => format!("一票否决“{title}”：{when}，{effect}"),
        Lang::En => format!("Veto “{title}”: {when}; {effect}"),
    }
}

/// What is wrong with a sheet, with the item named.
pub fn problem(l: Lang, known: &Known, of: &Problem) -> String {
    let item = |key: &String| match l {
        Lang::Zh => format!("“{}”", known.item(l, key)),
        Lang::En => format!("“{}”", known.item(l, key)),
    };
    match (of, l) {
        (Problem::Empty, Lang::Zh) => "还没有考核项目".to_owned(),
        (Problem::Empty, Lang::En) => "No items yet".to_owned(),
        (Problem::Twice(key), Lang::Zh) => format!("标识 {key} 用了两次，请改其中一项"),
        (Problem::Twice(key), Lang::En) => format!("Two items are marked {key}; change one"),
        (Problem::NoMetric(key, word), Lang::Zh) => format!("{}用到的指标 {word} 不存在，请另选", item(key)),
        (Problem::NoMetric(key, word), Lang::En) => {
            format!("{} uses the metric {word}, which is not there", item(key))
        }
        (Problem::NoTitle(_), Lang::Zh) => "有一项没有名称".to_owned(),
        (Problem::NoTitle(_), Lang::En) => "One item has no title".to_owned(),
        (Problem::EmptyGroup(key), Lang::Zh) => format!("{}下面没有考核项目", item(key)),
        (Problem::EmptyGroup(key), Lang::En) => format!("{} holds no items", item(key)),
        (Problem::Weights(key, own, sum), Lang::Zh) => {
            format!("{}为 {}，下面各项合计 {}", item(key), points(l, *own), points(l, *sum))
        }
        (Problem::Weights(key, own, sum), Lang::En) => {
            format!("{} has {}, its items {}", item(key), points(l, *own), points(l, *sum))
        }
        (Problem::Shares(key, sum), Lang::Zh) => {
            format!("{}的占比合计 {}，应为 100%", item(key), share(*sum))
        }
        (Problem::Shares(key, sum), Lang::En) => {
            format!("The shares of {} are {} and not 100%", item(key), share(*sum))
        }
        (Problem::NoBands(key), Lang::Zh) => format!("{}还没有分档", item(key)),
        (Problem::NoBands(key), Lang::En) => format!("{} has no bands", item(key)),
        (Problem::NoStep(key), Lang::Zh) => format!("{}的每档大小应大于零", item(key)),
        (Problem::NoStep(key), Lang::En) => format!("The step of {} must be above nothing", item(key)),
        (Problem::Unknown(word), Lang::Zh) => format!("并列、评先或否决条件用到的 {word} 不存在"),
        (Problem::Unknown(word), Lang::En) => {
            format!("A tie-break, award or veto names {word}, which is not there")
        }
    }
}
