//! Whether it is built as agreed: start of works, statistics, progress, evidence.

use super::case::Case;
use super::{Amount, Level, Remedy, Rule, Warning, Watch};
use crate::domain::field::{AttachmentField as E, FundTrancheField as T, ProjectField as P};
use crate::domain::lists::usual_evidence;
use crate::domain::milestone::Review;
use crate::domain::{Date, Kind, Milestone, Stage};
use chrono::Datelike;

/// The whole, in hundredths of a percent.
const WHOLE: i64 = 10_000;

pub(super) fn judge(watch: &Watch<'_>, case: &Case<'_>, found: &mut Vec<Warning>) {
    if case.stage >= Stage::Signed {
        found.extend(start(watch, case));
        found.extend(unlisted(watch, case));
        found.extend((!watch.back).then(|| behind(watch, case)).flatten());
        found.extend((!watch.back).then(|| evidence(watch, case)).flatten());
    }
}

/// 签约未开工: from the promised start of works; from the signing where none was promised.
fn start(watch: &Watch<'_>, case: &Case<'_>) -> Option<Warning> {
    if case.stage >= Stage::Started {
        return None;
    }
    let signed = || [Milestone::Signed, Milestone::Registered, Milestone::Landed].into_iter();
    let (rule, base) = match case.date(P::PromisedStart) {
        Some(promised) => (Rule::LateStart, promised),
        None => (Rule::NotStarted, signed().find_map(|milestone| case.day_of(milestone))?),
    };
    if !watch.uses(rule) {
        return None;
    }
    let turned = watch.limits.after(rule, base, watch.today)?;
    let days = watch.today.since(base);
    let amount = if rule == Rule::LateStart { Amount::Late(days) } else { Amount::Since(days) };
    Some(watch.warning(case, rule, turned, amount, Remedy::Reach(Milestone::Started)))
}

/// 开工未入统.
fn unlisted(watch: &Watch<'_>, case: &Case<'_>) -> Option<Warning> {
    let is_listed = case.milestones[Milestone::Listed as usize].counts(false);
    if !watch.uses(Rule::Unlisted) || is_listed || case.stage == Stage::AtCapacity {
        return None;
    }
    let started = case.day_of(Milestone::Started)?;
    let turned = watch.limits.after(Rule::Unlisted, started, watch.today)?;
    let amount = Amount::Since(watch.today.since(started));
    Some(watch.warning(case, Rule::Unlisted, turned, amount, Remedy::Reach(Milestone::Listed)))
}

/// A plan that is even in time: the part of it that was due on a day, against the part that is done.
struct Plan {
    /// The day on which nothing is due.
    from: Date,
    /// The days until all is.
    days: i64,
    /// What is done, in hundredths of a percent.
    done: i64,
}

impl Plan {
    /// How far it is behind on a day, in hundredths of a percentage point. All is due when the plan is over.
    fn behind(&self, today: Date) -> i64 {
        let elapsed = i64::from(today.since(self.from)).clamp(0, self.days);
        elapsed * WHOLE / self.days - self.done
    }

    /// The first day on which it is `points` behind, with what is done today; beyond `points` if `beyond`. As what is
    /// done only grows, it has been so far behind at least since then.
    fn since(&self, points: i64, beyond: bool) -> Date {
        let due = self.done + points * 100;
        // elapsed × WHOLE / days, rounded down, is at least `due` from ⌈due × days / WHOLE⌉ on.
        let due = if beyond { due + 1 } else { due };
        let elapsed = (due * self.days + WHOLE - 1) / WHOLE;
        self.from.plus(i32::try_from(elapsed.max(0)).unwrap_or(i32::MAX))
    }
}

/// 进度落后: by the works, where their progress and planned completion are stated; else by the money of the year.
fn behind(watch: &Watch<'_>, case: &Case<'_>) -> Option<Warning> {
    if !watch.uses(Rule::Behind) || case.stage > Stage::Started {
        return None;
    }
    let (plan, by_works) = match works(case) {
        Some(plan) => (plan, true),
        None => (money(watch, case)?, false),
    };
    let points = plan.behind(watch.today);
    let limit = |level| watch.limits.get(Rule::Behind, level);
    let turned = match (limit(Level::Yellow), limit(Level::Red)) {
        (_, Some(red)) if points > red * 100 => (Level::Red, plan.since(red, true)),
        (Some(yellow), _) if points >= yellow * 100 => (Level::Yellow, plan.since(yellow, false)),
        _ => return None,
    };
    let (amount, remedy) = if by_works {
        (Amount::Works(points), Remedy::Progress)
    } else {
        (Amount::Money(points), Remedy::Funds)
    };
    Some(watch.warning(case, Rule::Behind, turned, amount, remedy))
}

/// The works, from their start to their planned completion.
fn works(case: &Case<'_>) -> Option<Plan> {
    let from = case.day_of(Milestone::Started)?;
    let days = i64::from(case.date(P::PlannedCompletion)?.since(from));
    let done = case.record.get(P::PhysicalProgress).as_int()?;
    (days > 0).then_some(Plan { from, days, done })
}

/// The money of the year: what arrived in it, against its plan. The day before New Year has nothing due.
fn money(watch: &Watch<'_>, case: &Case<'_>) -> Option<Plan> {
    let (state, rates) = (watch.facts.state(), &watch.facts.rules().rates);
    let plan = rates.to_yuan(case.record.get(P::YearPlan).as_money()?).filter(|plan| *plan > 0)?;
    let year = watch.today.naive().year();
    let first = Date::ymd(year, 1, 1)?;
    let mut arrived: i64 = 0;
    for &id in watch.facts.children(Kind::FundTranche, case.id) {
        let Some(tranche) = state.record(id) else { continue };
        let is_this_year =
            tranche.get(T::ArrivedOn).as_date().is_some_and(|on| first <= on && on <= watch.today);
        let is_returned = tranche.get(T::Review).as_text() == Some(Review::Returned.word());
        if is_this_year && !is_returned {
            let yuan = tranche.get(T::Amount).as_money().and_then(|money| rates.to_yuan(money));
            arrived = arrived.saturating_add(yuan.unwrap_or(0));
        }
    }
    let days = i64::from(Date::ymd(year, 12, 31)?.since(first)) + 1;
    let done = i64::try_from(i128::from(arrived) * i128::from(WHOLE) / i128::from(plan)).unwrap_or(WHOLE);
    Some(Plan { from: first.plus(-1), days, done: done.clamp(0, WHOLE) })
}

/// 佐证缺失: a milestone from 签约 on that has neither a note nor a file that shows it.
fn evidence(watch: &Watch<'_>, case: &Case<'_>) -> Option<Warning> {
    if !watch.uses(Rule::Evidence) {
        return None;
    }
    let mut open: u16 = 0;
    for &milestone in Milestone::ALL.iter().filter(|&&m| m >= Milestone::Signed) {
        if case.day_of(milestone).is_some() && !usual_evidence(milestone).is_empty() {
            open |= 1 << milestone as u16;
        }
    }
    let state = watch.facts.state();
    let mut shown = |word: &str| {
        if let Some(milestone) = Milestone::from_word(word) {
            open &= !(1 << milestone as u16);
        }
    };
    for cell in case.record.family(P::Evidence).iter().filter(|cell| !cell.value.is_empty()) {
        let word = state.names().element_word(cell.key.element);
        shown(word.split_once('/').map_or("", |(milestone, _)| milestone));
    }
    for &id in watch.facts.children(Kind::Attachment, case.id) {
        shown(state.get(id, E::Milestone).as_text().unwrap_or(""));
    }
    // The oldest is said; those that are still within the limit are not.
    let late = Milestone::ALL.iter().filter(|&&m| open & (1 << m as u16) != 0).filter_map(|&milestone| {
        let turned = watch.limits.after(Rule::Evidence, case.day_of(milestone)?, watch.today)?;
        Some((milestone, turned))
    });
    let late: Vec<_> = late.collect();
    let &(milestone, turned) =
        late.iter().min_by_key(|(_, (level, since))| (std::cmp::Reverse(*level), *since))?;
    let all = late.iter().fold(0, |all, (milestone, _)| all | 1 << *milestone as u16);
    let amount = Amount::Milestones(all);
    Some(watch.warning(case, Rule::Evidence, turned, amount, Remedy::Prove(milestone)))
}
