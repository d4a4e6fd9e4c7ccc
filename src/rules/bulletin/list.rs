//! Bulletins as records: what the office wrote, without any number.

use super::tables::Which;
use crate::domain::field::BulletinField as B;
use crate::domain::{Date, Field, Kind, RecordId, Value};
use crate::ledger::{Edit, State};
use crate::rules::counting_year::{JANUARY, month_of};
use crate::rules::targets::Period;
use std::str::FromStr;

/// The texts of a bulletin in their order: 一、总体 二、分单位 三、问题 四、下步.
pub const SECTIONS: [B; 4] = [B::Overall, B::ByUnit, B::Problems, B::Next];

/// A bulletin as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bulletin {
    /// Its record.
    pub id: RecordId,
    /// 名称
    pub name: String,
    /// What it is about; `None` where that is not understood.
    pub period: Option<Period>,
    /// 印发日期
    pub on: Option<Date>,
    /// 数据截至
    pub as_of: Option<Date>,
    /// The texts, in the order of [`SECTIONS`].
    pub texts: [String; 4],
    /// 附表
    pub tables: Vec<Which>,
    /// The month that its counting year begins with, whatever the office says by now.
    pub first_month: u32,
}

/// Reads a bulletin; `None` where it is not there.
pub fn read(state: &State, id: RecordId) -> Option<Bulletin> {
    let id = state.resolve(id);
    let record = state.record(id).filter(|record| id.kind == Kind::Bulletin && record.is_live())?;
    let text = |field: B| record.get(field).as_text().unwrap_or_default();
    Some(Bulletin {
        id,
        name: text(B::Name).to_owned(),
        period: Period::from_str(text(B::Period)).ok().filter(|period| !period.is_contest()),
        on: record.get(B::On).as_date(),
        as_of: record.get(B::AsOf).as_date(),
        texts: SECTIONS.map(|section| text(section).to_owned()),
        tables: text(B::Tables).split_whitespace().filter_map(Which::from_word).collect(),
        first_month: month_of(record.get(B::FirstMonth)),
    })
}

/// Every bulletin, the latest first.
pub fn all(state: &State) -> Vec<Bulletin> {
    let mut found: Vec<Bulletin> = state.live(Kind::Bulletin).filter_map(|(id, _)| read(state, id)).collect();
    found.sort_by(|a, b| (b.as_of, &b.name).cmp(&(a.as_of, &a.name)).then(a.id.cmp(&b.id)));
    found
}

/// The edits that write a bulletin.
pub fn edits(of: &Bulletin) -> Vec<Edit> {
    let text = |field: B, text: &str| Edit::new(of.id, Field::from(field), Value::text(text));
    let day = |field: B, day: Option<Date>| {
        Edit::new(of.id, Field::from(field), day.map_or(Value::Empty, Value::Date))
    };
    let period = of.period.map(|period| period.to_string()).unwrap_or_default();
    let mut edits =
        vec![text(B::Name, &of.name), text(B::Period, &period), day(B::On, of.on), day(B::AsOf, of.as_of)];
    edits.extend(SECTIONS.into_iter().zip(&of.texts).map(|(section, words)| text(section, words)));
    edits.push(text(B::Tables, &tables_text(&of.tables)));
    // Without a month it is January.
    let month = (of.first_month != JANUARY).then(|| Value::Int(of.first_month.into()));
    edits.push(Edit::new(of.id, Field::from(B::FirstMonth), month.unwrap_or(Value::Empty)));
    edits
}

/// How the attached tables are written.
pub fn tables_text(tables: &[Which]) -> String {
    tables.iter().map(|which| which.word()).collect::<Vec<_>>().join(" ")
}
