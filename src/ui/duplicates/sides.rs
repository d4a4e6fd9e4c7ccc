//! What two projects hold, field by field.

use crate::domain::field::ProjectField as P;
use crate::domain::{Field, Kind, RecordId};
use crate::i18n::{Lang, duplicates as words, exchange, format, values};
use crate::ledger::{CellKey, State};
use crate::rules::duplicates::plain;
use crate::rules::introduce::identity_at;
use crate::store::Store;
use crate::web::clock;
use std::collections::BTreeSet;

/// One field of both.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// What it is.
    pub label: String,
    /// The value on either side; empty for none.
    pub values: [String; 2],
    /// Whether the two are filled in differently, or only one is.
    pub differs: bool,
}

/// Both projects.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sides {
    /// Their names.
    pub names: [String; 2],
    /// Which was registered first.
    pub first: usize,
    /// What is not the same.
    pub different: Vec<Line>,
    /// What is.
    pub same: Vec<Line>,
}

/// Reads both.
pub fn sides(l: Lang, store: &Store, ids: [RecordId; 2]) -> Sides {
    let state = store.state();
    let keys: BTreeSet<CellKey> = ids.iter().flat_map(|id| filled(state, *id)).collect();
    let cells = keys.into_iter().map(|key| {
        let value = |id: RecordId| values::shown(l, state, Kind::Project, key, state.get(id, key));
        line(values::cell_name(l, state, Kind::Project, key), ids.map(value))
    });
    let (mut different, same): (Vec<Line>, Vec<Line>) = cells.partition(|line| line.differs);
    let count = |n: usize| if n == 0 { String::new() } else { format::count(n) };
    let more = [
        (words::REGISTERED, ids.map(|id| registered(l, state, id))),
        (words::FOLLOW_UPS, ids.map(|id| count(store.index().of(Kind::FollowUp, id).len()))),
        (words::TRANCHES, ids.map(|id| count(store.index().of(Kind::FundTranche, id).len()))),
    ];
    let told = more.into_iter().filter(|(_, values)| values.iter().any(|value| !value.is_empty()));
    different.extend(told.map(|(label, values)| Line {
        label: label.get(l).to_owned(),
        values,
        differs: true,
    }));
    let name = |id| values::record_name(l, state, id);
    Sides {
        names: ids.map(name),
        first: usize::from(state.born(ids[1]) < state.born(ids[0])),
        different,
        same,
    }
}

fn line(label: String, values: [String; 2]) -> Line {
    let differs = plain(&values[0]) != plain(&values[1]);
    Line { label, values, differs }
}

/// The cells of a project that say something to a reader.
fn filled(state: &State, id: RecordId) -> impl Iterator<Item = CellKey> + '_ {
    let own = [Field::DELETED, Field::MERGED_INTO, P::BoardRank.field(), P::Name.field()];
    let cells = state.record(id).map_or(&[][..], |record| record.cells()).iter();
    cells.filter(move |cell| !cell.value.is_empty() && !own.contains(&cell.key.field)).map(|cell| cell.key)
}

/// When and by whom a project was registered: the evidence of who reported it first (首报).
fn registered(l: Lang, state: &State, id: RecordId) -> String {
    let Some(stamp) = state.born(id) else { return String::new() };
    let who = identity_at(state, stamp);
    let when = clock::local(stamp.millis());
    let when = when.map(|(day, hour, minute)| format!("{} {hour:02}:{minute:02}", format::date(day)));
    exchange::by(l, &who.name, &who.unit, &when.unwrap_or_default())
}
