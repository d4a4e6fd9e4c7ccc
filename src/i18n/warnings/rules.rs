//! The rules of warning in words: their names, their limits, and why a light is lit.

use super::{RED, YELLOW, level};
use crate::domain::{Milestone, Stage};
use crate::i18n::format::{exact, month};
use crate::i18n::{Lang, Text, labels, plural};
use crate::rules::StaleLimits;
use crate::rules::warnings::{Amount, Level, Limits, Measure, Rule, Warning};

/// The name of a rule.
pub const fn rule(rule: Rule) -> Text {
    match rule {
        Rule::Stale => Text::new("超期未跟进", "Not followed up"),
        Rule::Reply => Text::new("线索未答复", "Lead not answered"),
        Rule::Assess => Text::new("线索未研判", "Lead not assessed"),
        Rule::Feedback => Text::new("结果未反馈", "Outcome not told"),
        Rule::Report => Text::new("线索未续报", "Lead not reported on"),
        Rule::LateStart => Text::new("承诺开工逾期", "Promised start passed"),
        Rule::NotStarted => Text::new("签约未开工", "Signed, not started"),
        Rule::Unlisted => Text::new("开工未入统", "Started, not listed"),
        Rule::Behind => Text::new("进度落后", "Behind schedule"),
        Rule::Evidence => Text::new("佐证缺失", "Evidence missing"),
        Rule::Promise => Text::new("政策未兑现", "Promise unpaid"),
        Rule::Permit => Text::new("审批逾期", "Permit late"),
        Rule::Issue => Text::new("问题逾期", "Issue overdue"),
        Rule::NoOwner => Text::new("签约无负责人", "Signed without an owner"),
        Rule::NoLeader => Text::new("无责任领导", "No leader"),
        Rule::NoUnit => Text::new("无责任单位", "No unit"),
        Rule::NoProgress => Text::new("月度无进展", "Month without progress"),
    }
}

/// What a rule counts from or speaks of, as it reads before its limits.
const fn counts(rule: Rule) -> Text {
    match rule {
        Rule::Reply => Text::new("对接后未答复", "No reply since the contact"),
        Rule::Assess => Text::new("对接后未研判", "No assessment since the contact"),
        Rule::Feedback => Text::new("对接后未向客商反馈", "The investor was not told since the contact"),
        Rule::Report => Text::new("反馈后无跟进", "No follow-up since the feedback"),
        Rule::LateStart => Text::new("过承诺开工日未开工", "Not started after the promised day"),
        Rule::NotStarted => {
            Text::new("签约后未开工（未承诺日期）", "Not started since the signing, no day promised")
        }
        Rule::Unlisted => Text::new("开工后未入统", "Not listed in statistics since the start of works"),
        Rule::Evidence => {
            Text::new("签约以后各节点无一佐证", "A milestone from signing on has no evidence at all")
        }
        Rule::Behind => Text::new(
            "形象进度（没有则年度到资）落后于时间进度",
            "Works, or else the year's money, behind the share of time",
        ),
        Rule::Promise => Text::new("应兑现日期已过未足额兑现", "Due and not paid in full"),
        Rule::Permit => Text::new("计划办结日已过未办结", "Planned day passed and not granted"),
        Rule::Issue => Text::new("办理期限已过未办结", "Due and not solved"),
        Rule::Stale => Text::new("未跟进", "No follow-up"),
        Rule::NoOwner => Text::new("已签约，没有跟踪负责人", "Signed, and nobody follows it"),
        Rule::NoLeader => Text::new("没有责任领导", "No leader is named"),
        Rule::NoUnit => Text::new("没有责任单位", "No unit is named"),
        Rule::NoProgress => Text::new(
            "上月无跟进、无节点、无到资，也没写原因",
            "No follow-up, milestone or money last month, and no reason given",
        ),
    }
}

/// A rule with its limits, as it stands beside a light: `签约后未开工（未承诺日期），超过 90 天黄灯，超过 180 天红灯`. Days
/// without follow-up are those of one stage, or of all where none is asked for.
pub fn says(l: Lang, rule: Rule, limits: &Limits, stale: &StaleLimits, stage: Option<Stage>) -> String {
    let limit = |level| limits.get(rule, level);
    let counts = counts(rule).get(l);
    match (rule.measure(), limit(Level::Yellow), limit(Level::Red)) {
        (Measure::Before, Some(before), _) if rule == Rule::Stale => {
            let of = |&stage: &Stage| Some((labels::stage(stage).get(l), stale.get(stage)?));
            let asked = Stage::ALL.iter().filter(|&&of| stage.is_none_or(|stage| stage == of));
            let days = asked.filter_map(of).map(|(name, days)| format!("{name} {days}"));
            let days: Vec<String> = days.collect();
            match l {
                Lang::Zh => format!("{}天未跟进红灯，提前 {before} 天黄灯", days.join("、") + " "),
                Lang::En => format!(
                    "Red when not followed up for more days than: {}; yellow {before} days before",
                    days.join(", ").to_lowercase()
                ),
            }
        }
        (Measure::Before, Some(before), _) => match l {
            Lang::Zh => format!("{counts}红灯，提前 {before} 天黄灯"),
            Lang::En => format!("{counts}: red; yellow from {before} days before"),
        },
        (Measure::Points, Some(yellow), Some(red)) => match l {
            Lang::Zh => format!("{counts} {yellow} 个百分点黄灯，超过 {red} 个红灯"),
            Lang::En => format!("{counts}: by {yellow} points yellow, by more than {red} red"),
        },
        (Measure::Fixed(light), ..) => match l {
            Lang::Zh => format!("{counts}，{}", level(light).get(l)),
            Lang::En => format!("{counts}: {}", level(light).get(l).to_lowercase()),
        },
        (_, Some(0), None) => match l {
            Lang::Zh => format!("{counts}，次日起黄灯"),
            Lang::En => format!("{counts}: yellow from the day after"),
        },
        (_, yellow, red) => {
            let each = [(yellow, YELLOW), (red, RED)];
            let each = each.into_iter().filter_map(|(limit, name)| Some((limit?, name.get(l))));
            let each: Vec<String> = each
                .map(|(limit, name)| match l {
                    Lang::Zh if limit == 0 => format!("次日起{name}"),
                    Lang::Zh => format!("超过 {limit} 天{name}"),
                    Lang::En if limit == 0 => format!("{} from the day after", name.to_lowercase()),
                    Lang::En => format!("{} after {}", name.to_lowercase(), days(limit)),
                })
                .collect();
            match l {
                Lang::Zh => format!("{counts}，{}", each.join("，")),
                Lang::En => format!("{counts}: {}", each.join(", ")),
            }
        }
    }
}

fn days(n: i64) -> String {
    plural(usize::try_from(n).unwrap_or_default(), "day", "days")
}

/// Why a light is lit. `about` is the name of the permit, promise or issue.
pub fn reason(l: Lang, warning: &Warning, about: &str) -> String {
    let name = rule(warning.rule).get(l);
    let about = match (l, about) {
        (_, "") => String::new(),
        (Lang::Zh, about) => format!("“{about}”"),
        (Lang::En, about) => format!("{about}: "),
    };
    match (l, warning.amount) {
        (Lang::Zh, Amount::Plain) => name.to_owned(),
        (Lang::En, Amount::Plain) => name.to_owned(),
        (Lang::Zh, Amount::Since(n)) => match warning.rule {
            Rule::NotStarted => format!("签约 {n} 天未开工"),
            Rule::Unlisted => format!("开工 {n} 天未入统"),
            Rule::Report => format!("{n} 天没有续报"),
            _ => format!("对接 {n} 天，{name}"),
        },
        (Lang::En, Amount::Since(n)) => match warning.rule {
            Rule::NotStarted => format!("Signed {} ago, not started", days(n.into())),
            Rule::Unlisted => format!("Started {} ago, not listed", days(n.into())),
            Rule::Report => format!("No report for {}", days(n.into())),
            _ => format!("{name}, {} after the contact", days(n.into())),
        },
        (Lang::Zh, Amount::Late(n)) => match warning.rule {
            Rule::Stale => format!("超期 {n} 天未跟进"),
            Rule::LateStart => format!("过承诺开工日 {n} 天未开工"),
            Rule::Promise => format!("{about}逾期 {n} 天未兑现"),
            _ => format!("{about}逾期 {n} 天未办结"),
        },
        (Lang::En, Amount::Late(n)) => {
            let n = days(n.into());
            match warning.rule {
                Rule::Stale => format!("Follow-up {n} overdue"),
                Rule::LateStart => format!("{n} past the promised start"),
                Rule::Promise => format!("{about}{n} overdue, not paid"),
                _ => format!("{about}{n} overdue"),
            }
        }
        (Lang::Zh, Amount::Left(n)) => {
            let when = if n == 0 { "今天".to_owned() } else { format!("还有 {n} 天") };
            match warning.rule {
                Rule::Stale => format!("{when}到跟进期限"),
                Rule::Promise => format!("{about}{when}应兑现"),
                _ => format!("{about}{when}到期"),
            }
        }
        (Lang::En, Amount::Left(n)) => {
            let when = if n == 0 { "today".to_owned() } else { format!("in {}", days(n.into())) };
            match warning.rule {
                Rule::Stale => format!("Follow-up due {when}"),
                Rule::Promise => format!("{about}to be paid {when}"),
                _ => format!("{about}due {when}"),
            }
        }
        (Lang::Zh, Amount::Works(points)) => format!("形象进度落后 {} 个百分点", exact(points, 2)),
        (Lang::En, Amount::Works(points)) => format!("Works {} points behind", exact(points, 2)),
        (Lang::Zh, Amount::Money(points)) => format!("年度到资落后时间进度 {} 个百分点", exact(points, 2)),
        (Lang::En, Amount::Money(points)) => format!("Money of the year {} points behind", exact(points, 2)),
        (_, Amount::Milestones(bits)) => {
            let named = Milestone::ALL.iter().filter(|&&m| bits & (1 << m as u16) != 0);
            let named: Vec<&str> = named.map(|&m| labels::milestone(m).get(l)).collect();
            match l {
                Lang::Zh => format!("{}没有佐证", named.join("、")),
                Lang::En => format!("No evidence of: {}", named.join(", ").to_lowercase()),
            }
        }
        (Lang::Zh, Amount::Month(first)) => format!("{}没有进展，未写原因", month(l, first)),
        (Lang::En, Amount::Month(first)) => format!("No progress in {}, no reason given", month(l, first)),
    }
}
