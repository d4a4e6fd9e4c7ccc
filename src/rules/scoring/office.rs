//! The rule sheets of an office as records: read, written, and given their next version.

use super::RuleSheet;
use crate::domain::field::{RuleSheetField as S, UnitField as U};
use crate::domain::sort::Arrange;
use crate::domain::{Date, Kind, RecordId, Value};
use crate::ledger::{Edit, State};

/// One rule sheet of the office.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// Its record.
    pub id: RecordId,
    /// 版本
    pub version: String,
    /// 启用日期
    pub from: Option<Date>,
    /// No longer offered.
    pub retired: bool,
    /// The sheet, or where its JSON is not understood.
    pub sheet: Result<RuleSheet, String>,
    /// 名称 of the record, for a sheet that is not understood.
    pub name: String,
}

/// The rule sheets of the office: those in use first, then by their order, name and version.
pub fn kept(state: &State) -> Vec<Kept> {
    let mut found: Vec<(i64, Kept)> = state
        .live(Kind::RuleSheet)
        .filter_map(|(id, record)| Some((record.get(S::Order).as_int().unwrap_or(i64::MAX), one(state, id)?)))
        .collect();
    found.arrange_by(|(a, one), (b, other)| {
        let by = |order: &i64, kept: &Kept| (kept.retired, *order, kept.name.clone());
        by(a, one)
            .cmp(&by(b, other))
            .then_with(|| other.from.cmp(&one.from))
            .then_with(|| other.version.cmp(&one.version))
            .then_with(|| one.id.cmp(&other.id))
    });
    found.into_iter().map(|(_, kept)| kept).collect()
}

/// One rule sheet; `None` where it is not there or holds none yet.
pub fn one(state: &State, id: RecordId) -> Option<Kept> {
    let record = state.record(state.resolve(id)).filter(|record| record.is_live())?;
    let text = |field: S| record.get(field).as_text().unwrap_or_default();
    let sheet = match text(S::Definition) {
        "" => return None,
        json => RuleSheet::read(json),
    };
    Some(Kept {
        id,
        version: text(S::Version).to_owned(),
        from: record.get(S::From).as_date(),
        retired: record.get(S::Retired).is_true(),
        sheet,
        name: text(S::Name).to_owned(),
    })
}

/// 考核组别 of the office's units, in the order of the units.
pub fn groups(state: &State) -> Vec<String> {
    let mut units: Vec<(i64, RecordId, &str)> = state
        .live(Kind::Unit)
        .filter_map(|(id, unit)| {
            Some((unit.get(U::Order).as_int().unwrap_or(i64::MAX), id, unit.get(U::RankGroup).as_text()?))
        })
        .collect();
    units.sort_unstable();
    let mut found: Vec<String> = Vec::new();
    for (_, _, group) in units {
        if found.iter().all(|have| have != group) {
            found.push(group.to_owned());
        }
    }
    found
}

/// The edits that write a sheet into a record.
pub fn write(id: RecordId, sheet: &RuleSheet, version: &str, from: Option<Date>) -> Vec<Edit> {
    vec![
        Edit::new(id, S::Name, Value::text(&sheet.name.zh)),
        Edit::new(id, S::Version, Value::text(version)),
        Edit::new(id, S::Source, Value::text(&sheet.source)),
        Edit::new(id, S::From, from.map_or(Value::Empty, Value::Date)),
        Edit::new(id, S::Definition, Value::text(&sheet.write())),
    ]
}

/// The version after another: its last number grows by one; 2 after one without a number.
pub fn next_version(version: &str) -> String {
    let digits = version.len() - version.trim_end_matches(|c: char| c.is_ascii_digit()).len();
    let (head, number) = version.split_at(version.len() - digits);
    match number.parse::<u64>() {
        Ok(number) => format!("{head}{}", number.saturating_add(1)),
        Err(_) if version.is_empty() => "2".to_owned(),
        Err(_) => format!("{version} 2"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ledger::{NodeId, Stamp};
    use crate::rules::scoring::examples::EXAMPLES;

    #[test]
    fn versions_count_on() {
        let next = ["1", "9", "V1.9", "2026-3", "", "试行"].map(next_version);
        assert_eq!(next, ["2", "10", "V1.10", "2026-4", "2", "试行 2"]);
    }

    #[test]
    fn a_sheet_is_read_as_it_was_written() {
        let mut state = State::default();
        let sheet = EXAMPLES[0].sheet();
        let id = RecordId::new(Kind::RuleSheet, 1);
        let other = RecordId::new(Kind::RuleSheet, 2);
        let mut edits = write(id, &sheet, "1", Date::ymd(2026, 1, 1));
        edits.push(Edit::new(other, S::Definition, Value::text("{")));
        for change in state.changes_for(edits, Stamp::new(1, 0, NodeId(1))) {
            state.apply(change);
        }
        let all = kept(&state);
        assert_eq!(all.len(), 2);
        let found = all.iter().find(|kept| kept.id == id).expect("it is there");
        assert_eq!((found.sheet.as_ref(), found.version.as_str()), (Ok(&sheet), "1"));
        assert!(all.iter().any(|kept| kept.sheet.is_err()));
    }
}
