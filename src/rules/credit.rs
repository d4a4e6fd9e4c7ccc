//! 流转与分成: which units a project counts for, and with what share, after it moved between units.
//!
//! A transfer says which share of its credit the giving unit keeps, and for how many years (异地落户 5:5 for five
//! years, domain notes R18; introducer and host 3:7, R19). After that the project is the receiver's. Shares are in
//! hundredths of a percent and always sum to 100 %.

use crate::domain::field::{ProjectField as P, TransferField as T};
use crate::domain::{Date, RecordId, Value};
use crate::ledger::{Edit, State};
use chrono::Months;

/// The whole.
pub const WHOLE: i64 = 10_000;
/// 分成 as they are agreed in published rules: giver to receiver, in percent.
pub const USUAL: [(i64, i64); 4] = [(50, 50), (30, 70), (70, 30), (0, 100)];

/// One transfer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Transfer {
    /// Its record.
    pub id: RecordId,
    /// 转出单位.
    pub from: Option<RecordId>,
    /// 转入单位.
    pub to: Option<RecordId>,
    /// 流转日期.
    pub on: Option<Date>,
    /// What the giver keeps of its share, in hundredths of a percent; nothing if not agreed.
    pub kept: i64,
    /// The first day on which it keeps nothing; `None` for good.
    pub until: Option<Date>,
}

/// What a unit is credited with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Share {
    /// The unit.
    pub unit: RecordId,
    /// In hundredths of a percent.
    pub share: i64,
}

/// Reads the transfers of one project, oldest first; those without a day come last.
pub fn transfers(state: &State, ids: &[RecordId]) -> Vec<Transfer> {
    let unit = |id, field: T| state.get(id, field).as_ref_id().map(|unit| state.resolve(unit));
    let mut found: Vec<Transfer> = ids
        .iter()
        .map(|&id| {
            let on = state.get(id, T::On).as_date();
            let years = state.get(id, T::Years).as_int().filter(|&years| years > 0);
            let months = years.and_then(|years| u32::try_from(years).ok()?.checked_mul(12));
            let until = on.zip(months).and_then(|(on, months)| {
                on.naive().checked_add_months(Months::new(months)).and_then(Date::from_naive)
            });
            let kept = state.get(id, T::Kept).as_int().unwrap_or(0).clamp(0, WHOLE);
            Transfer { id, from: unit(id, T::From), to: unit(id, T::To), on, kept, until }
        })
        .collect();
    found.sort_by_key(|transfer| (transfer.on.is_none(), transfer.on, transfer.id));
    found
}

/// Whom the project counts for on a day, largest share first: `first` had it before the transfers (oldest first).
/// A transfer by a unit that has no share, or without a receiver or a day, moves nothing.
pub fn shares(first: Option<RecordId>, transfers: &[Transfer], on: Date) -> Vec<Share> {
    let first = first.or_else(|| transfers.iter().find_map(|transfer| transfer.from));
    let mut shares: Vec<Share> = first.map(|unit| Share { unit, share: WHOLE }).into_iter().collect();
    for transfer in transfers.iter().filter(|transfer| transfer.on.is_some_and(|day| day <= on)) {
        let (Some(from), Some(to)) = (transfer.from, transfer.to) else { continue };
        let kept = if transfer.until.is_some_and(|until| on >= until) { 0 } else { transfer.kept };
        let Some(giver) = shares.iter_mut().find(|share| share.unit == from) else { continue };
        // What does not divide goes to the receiver, so that nothing is counted twice or lost.
        let stays = giver.share * kept / WHOLE;
        let moves = giver.share - stays;
        giver.share = stays;
        match shares.iter_mut().find(|share| share.unit == to) {
            Some(receiver) => receiver.share += moves,
            None => shares.push(Share { unit: to, share: moves }),
        }
    }
    shares.retain(|share| share.share > 0);
    shares.sort_by_key(|share| (std::cmp::Reverse(share.share), share.unit));
    shares
}

/// A transfer as it is agreed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Agreement {
    /// 转出单位.
    pub from: RecordId,
    /// 转入单位.
    pub to: RecordId,
    /// 流转日期.
    pub on: Date,
    /// What the giver keeps of its share, in hundredths of a percent.
    pub kept: i64,
    /// For how many years; `None` for good.
    pub years: Option<i64>,
    /// 同意单位.
    pub agreed_by: String,
    /// 流转原因.
    pub reason: String,
}

/// The edits that transfer a project, noted as the record `id`: the receiver is responsible from now on. The giver
/// stays known as 首谈单位 where nobody else is. `state_word` is what the project's 流转状态 says.
pub fn transfer(
    state: &State,
    id: RecordId,
    project: RecordId,
    agreement: &Agreement,
    state_word: &str,
) -> Vec<Edit> {
    let Agreement { from, to, on, kept, years, agreed_by, reason } = agreement;
    let cells = [
        (T::Project, Value::Ref(project)),
        (T::From, Value::Ref(*from)),
        (T::To, Value::Ref(*to)),
        (T::On, Value::Date(*on)),
        (T::Kept, Value::Int((*kept).clamp(0, WHOLE))),
        (T::Years, years.map_or(Value::Empty, Value::Int)),
        (T::AgreedBy, Value::text(agreed_by)),
        (T::Reason, Value::text(reason)),
    ];
    let filled = cells.into_iter().filter(|(_, value)| !value.is_empty());
    let mut edits: Vec<Edit> = filled.map(|(field, value)| Edit::new(id, field, value)).collect();
    if state.get(project, P::FirstTalkUnit).is_empty() {
        edits.push(Edit::new(project, P::FirstTalkUnit, Value::Ref(*from)));
    }
    edits.push(Edit::new(project, P::Unit, Value::Ref(*to)));
    edits.push(Edit::new(project, P::TransferTo, Value::Ref(*to)));
    edits.push(Edit::new(project, P::TransferredOn, Value::Date(*on)));
    edits.push(Edit::new(project, P::TransferState, Value::text(state_word)));
    edits
}

#[cfg(test)]
mod tests;
