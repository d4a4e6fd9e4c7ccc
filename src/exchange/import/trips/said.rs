//! What one row of a ledger of trips says, apart from any records.

use super::super::draft::Fact;
use super::super::take::Columns;
use crate::domain::field::OutboundTripField as G;
use crate::domain::read::{self, Person};
use crate::domain::{Date, Field, Value};
use crate::exchange::sheet::rows::{Read, ReadRow, ReadValue};

/// What a row of a ledger of trips says.
#[derive(Default)]
pub(super) struct Said {
    /// 单位; empty for none.
    pub unit: String,
    /// 带队领导, with his post.
    pub leader: Option<Person>,
    /// 领导类别 of who led.
    pub leader_level: Option<String>,
    /// 同行人员.
    pub members: Vec<Person>,
    /// 拜访企业.
    pub companies: Vec<String>,
    /// 出发日期.
    pub start: Option<Date>,
    /// 返回日期.
    pub end: Option<Date>,
    /// 天数 in tenths, as stated.
    pub days: Option<i64>,
    /// 目的地; empty for none.
    pub place: String,
    /// 新增线索.
    pub leads: Option<i64>,
    /// 是否跟随县领导.
    pub followed: Option<bool>,
    /// Cells of the trip that point to nobody.
    pub facts: Vec<Fact>,
}

impl Said {
    pub fn of(row: &ReadRow, columns: &Columns) -> Self {
        let mut said = Self::default();
        let mut post = None;
        for value in &row.values {
            match (value.key, &value.read) {
                ("post", Some(Read::Text(text))) => post = Some(text.clone()),
                (_, Some(read)) => said.take(value, read, columns),
                // Words that could not be read are kept under their heading, not lost.
                (_, None) if !value.doubts.is_empty() => said.keep(columns.heading(value), &value.as_it_was),
                _ => {}
            }
        }
        for (heading, text) in &row.extra {
            said.keep(heading, text);
        }
        // A column of posts belongs to who led.
        if let (Some(leader), Some(post)) = (said.leader.as_mut(), post) {
            leader.title = Some(post);
        }
        said
    }

    fn take(&mut self, value: &ReadValue, read: &Read, columns: &Columns) {
        let day = |day: &chrono::NaiveDate| Date::from_naive(*day);
        match (value.key, read) {
            ("seq", _) => {}
            ("unit", Read::Text(text)) => self.unit.clone_from(text),
            ("place", Read::Text(text)) => {
                self.place.clone_from(text);
                self.fact(G::Place, Value::text(text));
            }
            ("leader", Read::People(people)) => {
                let mut named = people.iter().filter(|who| !who.name.is_empty()).cloned();
                self.leader = named.next();
                // The field holds one; the others went along.
                self.members.extend(named);
            }
            ("members", Read::People(people)) => {
                self.members.extend(people.iter().filter(|who| !who.name.is_empty()).cloned());
            }
            ("leader_level", Read::Text(text)) => self.leader_level = Some(text.clone()),
            ("followed", Read::YesNo(yes)) => {
                self.followed = Some(*yes);
                self.fact(G::Followed, Value::Bool(*yes));
            }
            ("start", Read::Date(on)) => {
                self.start = day(on);
                self.fact(G::Start, day(on).map_or(Value::Empty, Value::Date));
            }
            ("end", Read::Date(on)) => {
                self.end = day(on);
                self.fact(G::End, day(on).map_or(Value::Empty, Value::Date));
            }
            // Tenths of a day; what is finer is rounded.
            ("days", Read::Hundredths(hundredths)) => self.days = Some((hundredths + 5).div_euclid(10)),
            ("companies", Read::List(names)) => self.companies.clone_from(names),
            ("met", Read::People(_)) => self.fact(G::Met, Value::text(&value.as_it_was)),
            ("leads", Read::Int(leads)) => {
                self.leads = Some(*leads);
                self.fact(G::Leads, Value::Int(*leads));
            }
            ("cost", Read::Money(money)) => self.fact(G::Cost, Value::Money(*money)),
            ("filed_on", Read::Date(on)) => self.fact(G::FiledOn, day(on).map_or(Value::Empty, Value::Date)),
            ("closed_on", Read::Date(on)) => {
                self.fact(G::ClosedOn, day(on).map_or(Value::Empty, Value::Date))
            }
            ("purpose", Read::Text(text)) => self.fact(G::Purpose, Value::text(text)),
            ("results", Read::Text(text)) => self.fact(G::Results, Value::text(text)),
            ("next_step", Read::Text(text)) => self.fact(G::NextStep, Value::text(text)),
            ("remark", Read::Text(text)) => self.fact(G::Remark, Value::text(text)),
            _ => self.keep(columns.heading(value), &value.as_it_was),
        }
    }

    fn fact(&mut self, field: G, value: Value) {
        if !value.is_empty() {
            self.facts.push(Fact::one(field, value));
        }
    }

    fn keep(&mut self, heading: &str, text: &str) {
        if !read::is_empty_mark(text) {
            self.facts.push(Fact::of(Field::EXTRA, heading, Value::text(text)));
        }
    }
}
