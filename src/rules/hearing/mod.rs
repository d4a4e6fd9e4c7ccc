//! 过堂: the hearings, and what each unit stands up for at one (domain notes rows 6 and 16, R50).
//!
//! A hearing looks at the numbers as they were at the end of its day; before that day, as they are today. Projects and
//! problems are told as they are today, because what was late on a past day is not kept.

mod brief;
mod order;
mod tracked;

pub use brief::{Brief, Figure, Late, UnitBrief, Waiting, brief, called};
pub use order::{Order, in_order};
pub use tracked::{Held, Pledged, Tracked, held, pledged};

use crate::domain::field::HearingField as H;
use crate::domain::{Date, Kind, RecordId, Value};
use crate::ledger::{Record, State};
use crate::rules::counting_year::{first_month, month_of};
use crate::rules::span::last_day;

/// One hearing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hearing {
    /// Its record.
    pub id: RecordId,
    /// 名称
    pub name: String,
    /// 日期
    pub on: Option<Date>,
    /// 主持人
    pub chair: String,
    /// 地点
    pub place: String,
    /// 考核办法
    pub rules: Option<RecordId>,
    /// 纪要 beyond what was said of each unit.
    pub minutes: String,
    /// What was said of each unit.
    pub said: Vec<(RecordId, String)>,
    /// The month that its counting year begins with: as it was when the hearing was called, or as it is.
    pub first_month: u32,
}

impl Hearing {
    /// Reads a hearing.
    pub fn read(state: &State, id: RecordId, record: &Record) -> Self {
        let text = |field: H| record.get(field).as_text().unwrap_or_default().to_owned();
        let said = record.family(H::UnitMinutes).iter().filter_map(|cell| {
            let unit: RecordId = state.names().element_word(cell.key.element).parse().ok()?;
            let said = cell.value.as_text().filter(|said| !said.is_empty())?;
            Some((state.resolve(unit), said.to_owned()))
        });
        Self {
            id,
            name: text(H::Name),
            on: record.get(H::On).as_date(),
            chair: text(H::Chair),
            place: text(H::Place),
            rules: record.get(H::Rules).as_ref_id().map(|rules| state.resolve(rules)),
            minutes: text(H::Minutes),
            said: said.collect(),
            first_month: match record.get(H::FirstMonth) {
                Value::Empty => first_month(state),
                month => month_of(month),
            },
        }
    }

    /// The day it is held; today where none is set.
    pub fn day(&self, today: Date) -> Date {
        self.on.unwrap_or(today)
    }

    /// The day that its numbers are of.
    pub fn as_of(&self, today: Date) -> Date {
        self.day(today).min(today)
    }

    /// What was said of a unit.
    pub fn said_of(&self, unit: RecordId) -> &str {
        self.said.iter().find(|(of, _)| *of == unit).map_or("", |(_, said)| said)
    }
}

/// Every live hearing, the latest first; those without a day last.
pub fn all(state: &State) -> Vec<Hearing> {
    let mut found: Vec<Hearing> =
        state.live(Kind::Hearing).map(|(id, record)| Hearing::read(state, id, record)).collect();
    found.sort_by_key(|hearing| (std::cmp::Reverse(hearing.on), hearing.id));
    found
}

/// The latest hearing of an earlier day. `all` are in the order of [`all`].
pub fn before<'a>(all: &'a [Hearing], of: &Hearing, today: Date) -> Option<&'a Hearing> {
    all.iter().find(|hearing| hearing.on.is_some_and(|on| on < of.day(today)))
}

/// The next hearing of a later day. `all` are in the order of [`all`].
pub fn after<'a>(all: &'a [Hearing], of: &Hearing, today: Date) -> Option<&'a Hearing> {
    all.iter().rev().find(|hearing| hearing.on.is_some_and(|on| on > of.day(today)))
}

/// When a pledge that is given at a hearing is due, unless somebody says otherwise: at the next hearing, or at the end
/// of the next month where none is called yet.
pub fn due(all: &[Hearing], of: &Hearing, today: Date) -> Date {
    let month = || last_day(last_day(of.day(today)).plus(1));
    after(all, of, today).and_then(|next| next.on).unwrap_or_else(month)
}

#[cfg(test)]
mod tests;
