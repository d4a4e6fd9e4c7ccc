//! A formula as a sentence, as a clerk would write it into the rules.

use super::{Known, choice, number, points, quantity, share, unit_short};
use crate::domain::Decimal;
use crate::i18n::{Lang, Text};
use crate::rules::metrics::Unit;
use crate::rules::scoring::formula::{
    Bands, Basis, Blend, Cause, Deduct, OverTarget, Panel, PerUnit, Power, RankGain,
};
use crate::rules::scoring::{Formula, Undefined};

/// The name of a kind of formula.
pub const fn formula_name(formula: &Formula) -> Text {
    match formula {
        Formula::Ratio(_) => Text::new("完成率", "Completion"),
        Formula::TimeRatio(_) => Text::new("序时完成率", "Completion against time"),
        Formula::Power(_) => Text::new("功效系数法", "Efficacy coefficient"),
        Formula::RelativeMax(_) => Text::new("与组内最高比", "Against the best of the group"),
        Formula::Bands(_) => Text::new("分档", "Bands"),
        Formula::PerUnit(_) => Text::new("按件计分", "Points for each"),
        Formula::Blend(_) => Text::new("加权完成率", "Weighted completion"),
        Formula::MixRatio(_) => Text::new("占比", "Share"),
        Formula::OverTarget(_) => Text::new("超额加分", "Bonus over target"),
        Formula::Deduct(_) => Text::new("扣分", "Deduction"),
        Formula::Panel(_) => Text::new("评委打分", "Marks of graders"),
        Formula::RankGain(_) => Text::new("进位加分", "Bonus for places gained"),
        Formula::Fixed(_) => Text::new("定额", "Fixed"),
    }
}

/// A formula with the weight of its item as one sentence without a full stop.
pub fn sentence(l: Lang, known: &Known, weight: Decimal, formula: &Formula) -> String {
    let w = points(l, weight);
    let name = |word: &str| known.name(l, word);
    let most = |cap: Option<Decimal>| at_most(l, cap, weight);
    match (formula, l) {
        (Formula::Ratio(f), _) => {
            let m = name(&f.metric);
            let from = f.from.map(|from| match l {
                Lang::Zh => format!("，完成率低于 {} 的不得分", share(from)),
                Lang::En => format!(", nothing below {}", share(from)),
            });
            let body = match l {
                Lang::Zh => format!("按完成率计分：{w} × {m}完成 ÷ 目标"),
                Lang::En => format!("By completion: {w} × {m} done ÷ target"),
            };
            let unless = otherwise(l, Cause::NoTarget, f.undefined);
            format!("{body}{}{}{unless}", most(f.cap), from.unwrap_or_default())
        }
        (Formula::TimeRatio(f), _) => {
            let m = name(&f.metric);
            let body = match l {
                Lang::Zh => format!("按序时完成率计分：{w} × {m}完成 ÷（目标 × 序时进度）"),
                Lang::En => format!("By completion against time: {w} × {m} done ÷ (target × elapsed share)"),
            };
            format!("{body}{}{}", most(f.cap), otherwise(l, Cause::NoTarget, f.undefined))
        }
        (Formula::Power(f), _) => power(l, &w, &name(&f.metric), f),
        (Formula::RelativeMax(f), _) => {
            let x = based(l, &name(&f.metric), f.of);
            let body = match l {
                Lang::Zh => format!("与组内最高比：{w} × {x} ÷ 组内最高"),
                Lang::En => format!("Against the best: {w} × {x} ÷ the highest of the group"),
            };
            body + &otherwise(l, Cause::NobodyHas, f.undefined)
        }
        (Formula::Bands(f), _) => bands(l, known, f),
        (Formula::PerUnit(f), _) => per_unit(l, known, f),
        (Formula::Blend(f), _) => blend(l, known, &w, weight, f),
        (Formula::MixRatio(f), _) => {
            let (part, whole) = (name(&f.part), name(&f.whole));
            let body = match l {
                Lang::Zh => format!("按占比计分：{w} × {part} ÷ {whole}"),
                Lang::En => format!("By share: {w} × {part} ÷ {whole}"),
            };
            format!("{body}{}{}", most(f.cap), otherwise(l, Cause::NoWhole, f.undefined))
        }
        (Formula::OverTarget(f), _) => over_target(l, known, f),
        (Formula::Deduct(f), _) => deduct(l, known, weight, f),
        (Formula::Panel(f), _) => panel(l, &w, f),
        (Formula::RankGain(f), _) => rank_gain(l, f),
        (Formula::Fixed(_), Lang::Zh) => format!("定额：{w}"),
        (Formula::Fixed(_), Lang::En) => format!("Fixed: {w}"),
    }
}

/// A metric by one of its numbers.
pub(super) fn based(l: Lang, name: &str, of: Basis) -> String {
    match (l, of) {
        (_, Basis::Value) => name.to_owned(),
        (Lang::Zh, Basis::Completion) => format!("{name}完成率"),
        (Lang::Zh, Basis::Schedule) => format!("{name}序时完成率"),
        (Lang::Zh, Basis::Ahead) => format!("{name}超欠序时"),
        (Lang::En, Basis::Completion) => format!("completion of {name}"),
        (Lang::En, Basis::Schedule) => format!("completion against time of {name}"),
        (Lang::En, Basis::Ahead) => format!("lead over time of {name}"),
    }
}

/// `；没有目标的不得分`
fn otherwise(l: Lang, cause: Cause, chosen: Undefined) -> String {
    match l {
        Lang::Zh => format!("；{}{}", super::cause(l, cause), choice(l, chosen)),
        Lang::En => format!("; {}: {}", super::cause(l, cause), choice(l, chosen)),
    }
}

/// `，最高 100%`, in weights.
fn at_most(l: Lang, cap: Option<Decimal>, weight: Decimal) -> String {
    match (l, cap) {
        (Lang::Zh, None) => "，不封顶".to_owned(),
        (Lang::En, None) => ", without a cap".to_owned(),
        (Lang::Zh, Some(cap)) if cap == Decimal::ONE => "，最高 100%".to_owned(),
        (Lang::En, Some(cap)) if cap == Decimal::ONE => ", 100% at most".to_owned(),
        (Lang::Zh, Some(cap)) => format!("，最高 {}（{}）", share(cap), points(l, weight.times(cap))),
        (Lang::En, Some(cap)) => format!(", {} ({}) at most", share(cap), points(l, weight.times(cap))),
    }
}

/// `，最高 6 分`
pub(super) fn capped(l: Lang, cap: Option<Decimal>) -> String {
    let Some(cap) = cap else { return String::new() };
    match l {
        Lang::Zh => format!("，最高 {}", points(l, cap)),
        Lang::En => format!(", {} at most", points(l, cap)),
    }
}

fn power(l: Lang, w: &str, name: &str, f: &Power) -> String {
    let x = based(l, name, f.of);
    let (low, high) = match l {
        Lang::Zh => ("组内最低", "组内最高"),
        Lang::En => ("lowest", "highest"),
    };
    let (first, last) = if f.lower_is_better { (low, high) } else { (high, low) };
    let (floor, rest) = (number(f.floor, 4), number(Decimal::ONE - f.floor, 4));
    let body = match l {
        Lang::Zh => format!("功效系数法：{w} ×（{floor} + {rest} ×（{x} − {last}）÷（{first} − {last}））"),
        Lang::En => {
            format!("Efficacy coefficient: {w} × ({floor} + {rest} × ({x} − {last}) ÷ ({first} − {last}))")
        }
    };
    let less = match (f.lower_is_better, l) {
        (false, _) => "",
        (true, Lang::Zh) => "，越少越好",
        (true, Lang::En) => ", less is better",
    };
    format!("{body}{less}{}", otherwise(l, Cause::AllEqual, f.undefined))
}

fn bands(l: Lang, known: &Known, f: &Bands) -> String {
    let edge = |at: Decimal| match f.of {
        Basis::Value => quantity(l, known.unit(&f.metric), at),
        _ => share(at),
    };
    let mut sorted = f.bands.clone();
    sorted.sort_by_key(|band| std::cmp::Reverse(band.from));
    let of = |(n, band): (usize, &crate::rules::scoring::formula::Band)| {
        let (from, above) =
            (edge(band.from), n.checked_sub(1).and_then(|n| sorted.get(n)).map(|b| edge(b.from)));
        let gets = points(l, band.points);
        let slope = match (band.slope.is_zero(), l) {
            (true, _) => String::new(),
            (false, Lang::Zh) => {
                format!(
                    "，每多 1 {} {}",
                    if band.slope.is_negative() { "减" } else { "加" },
                    points(l, band.slope.abs())
                )
            }
            (false, Lang::En) => {
                let sign = if band.slope.is_negative() { "−" } else { "+" };
                format!(", {sign}{} for each 1 more", points(l, band.slope.abs()))
            }
        };
        match (l, above) {
            (Lang::Zh, None) => format!("{from} 及以上 {gets}{slope}"),
            (Lang::Zh, Some(above)) => format!("{from} 至不足 {above} {gets}{slope}"),
            (Lang::En, None) => format!("{from} and more {gets}{slope}"),
            (Lang::En, Some(above)) => format!("{from} to below {above} {gets}{slope}"),
        }
    };
    let list: Vec<String> = sorted.iter().enumerate().map(of).collect();
    let x = based(l, &known.name(l, &f.metric), f.of);
    let floor = f.floor.map(|floor| match l {
        Lang::Zh => format!("，最低 {}", points(l, floor)),
        Lang::En => format!(", {} at least", points(l, floor)),
    });
    let body = match l {
        Lang::Zh => format!("按{x}分档：{}", list.join("，")),
        Lang::En => format!("Bands of {x}: {}", list.join("; ")),
    };
    format!(
        "{body}{}{}{}",
        capped(l, f.cap),
        floor.unwrap_or_default(),
        otherwise(l, Cause::NoBand, f.undefined)
    )
}

/// How many of a metric make one step: `每个`, `每 1亿元`.
fn each(l: Lang, unit: Unit, per: Decimal) -> String {
    match (l, unit) {
        (Lang::Zh, Unit::Yuan | Unit::Percent) => format!("每 {}", quantity(l, unit, per)),
        (Lang::Zh, _) if per == Decimal::ONE => format!("每{}", unit_short(l, unit)),
        (Lang::Zh, _) => format!("每 {} {}", number(per, 4), unit_short(l, unit)),
        (Lang::En, Unit::Yuan | Unit::Percent) => format!("for each {}", quantity(l, unit, per)),
        (Lang::En, _) if per == Decimal::ONE => "for each".to_owned(),
        (Lang::En, _) => format!("for each {}", number(per, 4)),
    }
}

fn per_unit(l: Lang, known: &Known, f: &PerUnit) -> String {
    let (m, each) = (known.name(l, &f.metric), each(l, known.unit(&f.metric), f.per));
    let (takes, size) = (f.points.is_negative(), points(l, f.points.abs()));
    let mut told = match (l, takes) {
        (Lang::Zh, false) => format!("按件加分：{m}{each}加 {size}"),
        (Lang::Zh, true) => format!("按件扣分：{m}{each}扣 {size}"),
        (Lang::En, false) => format!("Points for each: {m}, {size} {each}"),
        (Lang::En, true) => format!("Penalty for each: {m}, {size} less {each}"),
    };
    told += match (f.whole, l) {
        (false, _) => "",
        (true, Lang::Zh) => "，不足的不计",
        (true, Lang::En) => ", whole ones only",
    };
    told += match (f.beyond_target, l) {
        (false, _) => "",
        (true, Lang::Zh) => "，只计超过目标的部分",
        (true, Lang::En) => ", only beyond the target",
    };
    told + &match (f.cap.map(Decimal::abs), takes, l) {
        (Some(cap), true, Lang::Zh) => format!("，最多扣 {}", points(l, cap)),
        (Some(cap), true, Lang::En) => format!(", {} less at most", points(l, cap)),
        (cap, ..) => capped(l, cap),
    }
}

fn blend(l: Lang, known: &Known, w: &str, weight: Decimal, f: &Blend) -> String {
    let part = |part: &crate::rules::scoring::formula::Part| {
        let (share, m) = (share(part.share), known.name(l, &part.metric));
        match l {
            Lang::Zh => format!("{share} × {m}完成率"),
            Lang::En => format!("{share} × completion of {m}"),
        }
    };
    let parts = f.parts.iter().map(part).collect::<Vec<_>>().join(" + ");
    let body = match l {
        Lang::Zh => format!("加权完成率：{w} ×（{parts}）"),
        Lang::En => format!("Weighted completion: {w} × ({parts})"),
    };
    format!("{body}{}{}", at_most(l, f.cap, weight), otherwise(l, Cause::NoTarget, f.undefined))
}

fn over_target(l: Lang, known: &Known, f: &OverTarget) -> String {
    let (m, step) = (known.name(l, &f.metric), share(f.step));
    let mut told = match l {
        Lang::Zh => format!("超额加分：{m}每超目标 {step} 加 {}", points(l, f.points)),
        Lang::En => format!("Over target: {} for each {step} of {m} over its target", points(l, f.points)),
    };
    for band in &f.by_target {
        let from = quantity(l, known.unit(&f.metric), band.from);
        told += &match l {
            Lang::Zh => format!("，目标 {from} 及以上的加 {}", points(l, band.points)),
            Lang::En => format!(", {} where the target is {from} or more", points(l, band.points)),
        };
    }
    told += match (f.whole_steps, l) {
        (false, _) => "",
        (true, Lang::Zh) => "，不足一档的不计",
        (true, Lang::En) => ", whole steps only",
    };
    format!("{told}{}{}", capped(l, f.cap), otherwise(l, Cause::NoTarget, f.undefined))
}

fn deduct(l: Lang, known: &Known, weight: Decimal, f: &Deduct) -> String {
    let (m, unit) = (known.name(l, &f.metric), known.unit(&f.metric));
    let (full, cost, floor) = (points(l, weight), points(l, f.points), points(l, f.floor));
    let body = match (l, f.need) {
        (Lang::Zh, None) => format!("扣分：{full}，{m}{}扣 {cost}", each(l, unit, Decimal::ONE)),
        (Lang::En, None) => format!("Deduction: {full}, less {cost} for each of {m}"),
        (Lang::Zh, Some(need)) => {
            let one = each(l, unit, Decimal::ONE).replacen('每', "每少一", 1);
            format!("扣分：{full}，{m}须达 {}，{one}扣 {cost}", quantity(l, unit, need))
        }
        (Lang::En, Some(need)) => {
            format!("Deduction: {full}, less {cost} for each missing from {} of {m}", quantity(l, unit, need))
        }
    };
    let least = match l {
        Lang::Zh => format!("，扣到 {floor}为止"),
        Lang::En => format!(", not below {floor}"),
    };
    format!("{body}{least}{}", otherwise(l, Cause::NotEntered, f.undefined))
}

fn panel(l: Lang, w: &str, f: &Panel) -> String {
    let full = number(f.full, 2);
    let class = |class: &crate::rules::scoring::formula::GraderClass| match l {
        Lang::Zh => format!("{} × {}平均分", share(class.share), class.class),
        Lang::En => format!("{} × mean of {}", share(class.share), class.class),
    };
    let mean = match (f.graders.is_empty(), l) {
        (true, Lang::Zh) => "评委平均分".to_owned(),
        (true, Lang::En) => "mean of the graders".to_owned(),
        (false, Lang::Zh) => format!("（{}）", f.graders.iter().map(class).collect::<Vec<_>>().join(" + ")),
        (false, Lang::En) => format!("({})", f.graders.iter().map(class).collect::<Vec<_>>().join(" + ")),
    };
    let body = match l {
        Lang::Zh => format!("评委打分：{w} × {mean} ÷ {full}"),
        Lang::En => format!("Marks of graders: {w} × {mean} ÷ {full}"),
    };
    body + &otherwise(l, Cause::NoMarks, f.undefined)
}

fn rank_gain(l: Lang, f: &RankGain) -> String {
    let each = points(l, f.points);
    let body = match (l, f.both_ways) {
        (Lang::Zh, false) => format!("进位加分：名次比上期每进 1 位加 {each}"),
        (Lang::Zh, true) => format!("进位加分：名次比上期每进 1 位加 {each}，每退 1 位扣 {each}"),
        (Lang::En, false) => format!("Places gained: {each} for each place gained on the earlier ranking"),
        (Lang::En, true) => {
            format!("Places gained: {each} for each place gained, as many less for each lost")
        }
    };
    format!("{body}{}{}", capped(l, f.cap), otherwise(l, Cause::NoEarlierRank, f.undefined))
}
