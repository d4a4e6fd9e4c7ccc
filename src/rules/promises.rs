//! 政策兑现: what was promised, what is due and unpaid, and what was not reviewed for fair competition (domain notes §1b
//! row 52, §3.5).

use super::OfficeRules;
use crate::domain::field::PolicyPromiseField as F;
use crate::domain::{Currency, Date, Kind, Money, RecordId, Value};
use crate::ledger::{Edit, Record, State};
use rustc_hash::FxHashMap;
use std::cmp::Reverse;

/// Days before a promise falls due from which it is shown as coming.
pub const SOON_DAYS: i32 = 30;
/// The words of 公平竞争审查 that ask for nothing more.
const REVIEWED: [&str; 2] = ["已审查", "不适用"];
/// The words of the same list that ask for a review still.
pub const UNREVIEWED: [&str; 3] = ["", "审查中", "未审查"];

/// How a promise stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Standing {
    /// 应兑未兑: due, and not all of it paid.
    Owed,
    /// 即将到期: falls due within [`SOON_DAYS`] days.
    Soon,
    /// 未到期, or without a day.
    Later,
    /// 条件未达成: nothing is owed until the condition is met.
    Waiting,
    /// 已兑现.
    Paid,
}

impl Standing {
    /// Its word in views and addresses.
    pub const fn word(self) -> &'static str {
        match self {
            Standing::Owed => "owed",
            Standing::Soon => "soon",
            Standing::Later => "later",
            Standing::Waiting => "unmet",
            Standing::Paid => "paid",
        }
    }

    /// The standing with this word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|standing| standing.word() == word)
    }

    /// Every standing, the most pressing first.
    pub const ALL: [Standing; 5] =
        [Standing::Owed, Standing::Soon, Standing::Later, Standing::Waiting, Standing::Paid];
}

/// One promise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Promise {
    /// Its record.
    pub id: RecordId,
    /// 项目, after merges of duplicates.
    pub project: Option<RecordId>,
    /// 责任部门.
    pub department: Option<RecordId>,
    /// 承诺金额 in yuan; `None` where none is stated or no rate is known.
    pub amount: Option<i64>,
    /// 已兑现金额 in yuan; 0 where no rate is known.
    pub paid: i64,
    /// The currency of its amount, or of what was paid, of which the office has no rate: that amount is in no sum.
    pub no_rate: Option<Currency>,
    /// 已兑现: all that was promised was given.
    pub is_kept: bool,
    /// 兑现日期, of the last payment.
    pub paid_on: Option<Date>,
    /// 应兑现日期.
    pub due: Option<Date>,
    /// Nothing stands against paying: the condition is met, or there is none.
    pub is_met: bool,
    /// It was reviewed for fair competition, or need not be.
    pub is_reviewed: bool,
}

impl Promise {
    /// What is still to be paid, in yuan, whether it is due or not. One without an amount has nothing to count.
    pub fn unpaid(&self) -> i64 {
        self.amount.unwrap_or(0).saturating_sub(self.paid).max(0)
    }

    /// Whether it is of money, and not of something else that is given on a day.
    pub fn is_money(&self) -> bool {
        self.amount.is_some() || self.no_rate.is_some()
    }

    /// Whether it was kept by the end of a day that is over. A payment in parts has one day, so before it none is
    /// known; a payment without a day is held against nobody.
    pub fn was_kept(&self, day: Date) -> bool {
        self.is_kept && self.paid_on.is_none_or(|on| on <= day)
    }

    /// How it stands on a day: it is due on its day.
    pub fn standing(&self, today: Date) -> Standing {
        match self.due {
            _ if self.is_kept => Standing::Paid,
            _ if !self.is_met => Standing::Waiting,
            Some(due) if due <= today => Standing::Owed,
            Some(due) if due.since(today) <= SOON_DAYS => Standing::Soon,
            _ => Standing::Later,
        }
    }

    /// 应兑未兑金额: what is due and unpaid, in yuan.
    pub fn owed(&self, today: Date) -> i64 {
        if self.standing(today) == Standing::Owed { self.unpaid() } else { 0 }
    }

    /// Days since it fell due, while it is owed; 0 on the day itself.
    pub fn overdue(&self, today: Date) -> Option<i32> {
        Some(today.since(self.due?)).filter(|_| self.standing(today) == Standing::Owed)
    }
}

/// Reads one promise: the one place that says whether it is earned, and whether it is kept. Its page, the calendar and
/// the warnings all ask here.
///
/// - It is earned when its condition is ticked as met, or where none is written. A condition that nobody ticked is not
///   met yet, and one that is stated not to be met is not, written or not: nobody is to be warned of money that is not
///   owed.
/// - An amount is paid when as much was paid in the same currency, with or without a rate; across currencies, when the
///   rates of the office say so, and not while one is missing: what cannot be compared is not taken for paid.
/// - Without an amount (or with 0, which is how a ledger writes that there is none) it was of something else than
///   money, and is kept when a day says so: money without a day may be the first of several payments.
pub fn read(state: &State, rules: &OfficeRules, id: RecordId, record: &Record) -> Promise {
    let to = |field: F| record.get(field).as_ref_id().map(|id| state.resolve(id));
    let yuan = |money: Option<Money>| rules.rates.to_yuan(money?);
    let review = record.get(F::FairReview).as_text();
    let (stated, given) = (record.get(F::Amount).as_money(), record.get(F::Paid).as_money());
    let stated = stated.filter(|amount| amount.units > 0);
    let without_rate = |money: &Money| rules.rates.to_yuan(*money).is_none();
    let paid_on = record.get(F::PaidOn).as_date();
    let is_kept = match (stated, given) {
        (Some(amount), Some(paid)) if amount.currency == paid.currency => paid.units >= amount.units,
        (Some(_), _) => yuan(stated).zip(yuan(given)).is_some_and(|(amount, paid)| paid >= amount),
        (None, _) => paid_on.is_some(),
    };
    Promise {
        id,
        project: to(F::Project),
        department: to(F::Department),
        amount: yuan(stated),
        paid: yuan(given).unwrap_or(0),
        no_rate: stated.filter(without_rate).or(given.filter(without_rate)).map(|money| money.currency),
        is_kept,
        paid_on,
        due: record.get(F::DueOn).as_date(),
        is_met: match record.get(F::ConditionMet) {
            Value::Bool(is_met) => *is_met,
            _ => record.get(F::Condition).is_empty(),
        },
        is_reviewed: review.is_some_and(|word| REVIEWED.contains(&word)),
    }
}

/// Every live promise, in no particular order.
pub fn all<'a>(state: &'a State, rules: &'a OfficeRules) -> impl Iterator<Item = Promise> + 'a {
    state.live(Kind::PolicyPromise).map(move |(id, record)| read(state, rules, id, record))
}

/// Promises added up; amounts in yuan.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Totals {
    /// How many.
    pub count: usize,
    /// 承诺金额.
    pub amount: i64,
    /// 已兑现金额.
    pub paid: i64,
    /// How many are due and not all paid.
    pub owed_count: usize,
    /// 应兑未兑金额.
    pub owed: i64,
    /// The days since the oldest of them fell due.
    pub longest: i32,
    /// How many fall due within [`SOON_DAYS`] days.
    pub soon_count: usize,
    /// What is to be paid for them.
    pub soon: i64,
    /// How many wait for their condition.
    pub waiting: usize,
    /// How many were paid in part.
    pub in_part: usize,
    /// How many were not reviewed for fair competition.
    pub unreviewed: usize,
    /// How many have an amount of which no rate is known, and which is in none of the sums.
    pub no_rate: usize,
}

impl Totals {
    /// Counts one promise in.
    pub fn add(&mut self, promise: &Promise, today: Date) {
        self.count += 1;
        self.amount = self.amount.saturating_add(promise.amount.unwrap_or(0));
        self.paid = self.paid.saturating_add(promise.paid);
        self.in_part += usize::from(promise.paid > 0 && promise.unpaid() > 0);
        self.unreviewed += usize::from(!promise.is_reviewed);
        self.no_rate += usize::from(promise.no_rate.is_some());
        match promise.standing(today) {
            Standing::Owed => {
                self.owed_count += 1;
                self.owed = self.owed.saturating_add(promise.unpaid());
                self.longest = self.longest.max(promise.overdue(today).unwrap_or(0));
            }
            Standing::Soon => {
                self.soon_count += 1;
                self.soon = self.soon.saturating_add(promise.unpaid());
            }
            Standing::Waiting => self.waiting += 1,
            Standing::Later | Standing::Paid => {}
        }
    }
}

/// The sums of all promises by what `key` says of each, most owed first, and the sum of all.
pub fn totals<K: Copy + Eq + Ord + std::hash::Hash>(
    promises: impl Iterator<Item = Promise>,
    key: impl Fn(&Promise) -> K,
    today: Date,
) -> (Vec<(K, Totals)>, Totals) {
    let (mut by, mut sum): (FxHashMap<K, Totals>, _) = (FxHashMap::default(), Totals::default());
    for promise in promises {
        by.entry(key(&promise)).or_default().add(&promise, today);
        sum.add(&promise, today);
    }
    let mut lines: Vec<(K, Totals)> = by.into_iter().collect();
    lines.sort_unstable_by_key(|(key, t)| (Reverse((t.owed, t.owed_count, t.soon, t.amount)), *key));
    (lines, sum)
}

/// 兑现: the edits that note a payment: it is added to what was paid before. Where the two are in different currencies
/// the sum is in yuan; `None` where no rate is known for one of them. Without an amount the promise was of something
/// else than money, and only the day and the proof are noted.
pub fn pay(
    state: &State,
    rules: &OfficeRules,
    id: RecordId,
    amount: Option<Money>,
    on: Date,
    proof: &str,
) -> Option<Vec<Edit>> {
    let before = state.get(id, F::Paid).as_money();
    let sum = match (before, amount) {
        (Some(before), Some(now)) if before.currency == now.currency => {
            Some(Money { units: before.units.saturating_add(now.units), ..now })
        }
        (Some(before), Some(now)) => {
            let (before, now) = (rules.rates.to_yuan(before)?, rules.rates.to_yuan(now)?);
            Some(Money::yuan(before.saturating_add(now)))
        }
        (None, now) => now,
        (Some(_), None) => None,
    };
    let proof_before = state.get(id, F::Proof).as_text().unwrap_or_default();
    let proof = match (proof_before, proof) {
        ("", proof) => proof.to_owned(),
        (before, "") => before.to_owned(),
        (before, proof) => format!("{before}、{proof}"),
    };
    let mut edits = vec![Edit::new(id, F::PaidOn, Value::Date(on))];
    edits.extend(sum.map(|sum| Edit::new(id, F::Paid, Value::Money(sum))));
    if proof != proof_before {
        edits.push(Edit::new(id, F::Proof, Value::text(&proof)));
    }
    Some(edits)
}

#[cfg(test)]
mod tests;
