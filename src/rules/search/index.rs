//! What can be found, made ready for searching.

use super::query::{Match, Query, Searched, normalise};
use crate::domain::field::{CompanyField, ContactField, FollowUpField, PersonField, ProjectField, UnitField};
use crate::domain::sort::Arrange;
use crate::domain::{Field, Kind, RecordId, Value};
use crate::ledger::{Record, State};
use rustc_hash::FxHashSet;
use std::cmp::Reverse;

/// The texts of every live record worth finding, sorted by id.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SearchIndex {
    entries: Vec<Entry>,
    contents: Vec<(RecordId, String)>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Entry {
    id: RecordId,
    /// The record's name first, then what else it is known by.
    texts: Vec<Searched>,
}

/// One record found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Found {
    /// The record; for a follow-up, the entry itself.
    pub id: RecordId,
    /// Whether the record's own name answered, rather than something it is known by.
    pub by_name: bool,
    /// How well the worst-matched term matched.
    pub quality: Match,
}

/// What is shown first, least first: found by name, better matches, the kind, shorter names.
type Rank = (Reverse<(bool, Match)>, u8, usize, RecordId);

/// The kinds searched by name, and the fields each is known by, its name first.
fn searched(kind: Kind) -> Vec<Field> {
    match kind {
        Kind::Project => [
            ProjectField::Name,
            ProjectField::Investor,
            ProjectField::Code,
            ProjectField::UpperCode,
            ProjectField::StatName,
            ProjectField::Company,
            ProjectField::Owner,
            ProjectField::Contact,
        ]
        .map(Field::from)
        .to_vec(),
        Kind::Company => [CompanyField::Name, CompanyField::CreditCode].map(Field::from).to_vec(),
        Kind::Contact => {
            [ContactField::Name, ContactField::Phone, ContactField::Company].map(Field::from).to_vec()
        }
        Kind::Person => [PersonField::Name, PersonField::Phone].map(Field::from).to_vec(),
        Kind::Unit => [UnitField::Name].map(Field::from).to_vec(),
        _ => Vec::new(),
    }
}

impl SearchIndex {
    /// Makes the texts of a state ready.
    pub fn build(state: &State) -> Self {
        let mut index = Self::default();
        for kind in [Kind::Project, Kind::Company, Kind::Contact, Kind::Person, Kind::Unit] {
            let fields = searched(kind);
            index.entries.extend(state.live(kind).map(|(id, record)| Entry::new(state, &fields, id, record)));
        }
        index.contents.extend(state.live(Kind::FollowUp).map(|(id, record)| (id, content_of(state, record))));
        index.entries.arrange_by_key(|entry| entry.id);
        index.contents.arrange_by_key(|entry| entry.0);
        index
    }

    /// Brings the texts up to date with a state that differs in the `touched` records from the one they
    /// were made of.
    pub fn refresh(&mut self, state: &State, touched: &[RecordId]) {
        let mut renamed: FxHashSet<RecordId> = FxHashSet::default();
        for &id in touched {
            let live = state.record(id).filter(|record| record.is_live());
            if id.kind == Kind::FollowUp {
                let now = live.map(|record| (id, content_of(state, record)));
                put(&mut self.contents, |entry| entry.0, id, now);
                continue;
            }
            let fields = searched(id.kind);
            if fields.is_empty() {
                continue;
            }
            let now = live.map(|record| Entry::new(state, &fields, id, record));
            let name = now.as_ref().and_then(|entry| entry.texts.first()).cloned();
            let before = put(&mut self.entries, |entry| entry.id, id, now);
            if live.is_none() || before.and_then(|entry| entry.texts.into_iter().next()) != name {
                // Also the record it was made one with: what points here leads there.
                renamed.extend([id, state.resolve(id)]);
            }
        }
        if renamed.is_empty() {
            return;
        }
        for entry in &mut self.entries {
            let Some(record) = state.record(entry.id) else { continue };
            let fields = searched(entry.id.kind);
            let mut pointed = fields.iter().filter_map(|&field| record.get(field).as_ref_id());
            if pointed.any(|id| renamed.contains(&id) || renamed.contains(&state.resolve(id))) {
                *entry = Entry::new(state, &fields, entry.id, record);
            }
        }
    }

    /// The best answers to a query, best first: at most `limit` by name and then, for queries that are
    /// not pinyin, follow-ups whose words contain it.
    pub fn find(&self, query: &Query, limit: usize) -> Vec<Found> {
        // Kept sorted as it grows: a letter or two find most of what there is, and a list shows little.
        let mut best: Vec<(Rank, Found)> = Vec::with_capacity(limit + 1);
        for (rank, found) in self.entries.iter().filter_map(|entry| entry.answer(query)) {
            if best.len() == limit && best.last().is_none_or(|(last, _)| *last <= rank) {
                continue;
            }
            best.insert(best.partition_point(|(other, _)| *other < rank), (rank, found));
            best.truncate(limit);
        }
        let mut found: Vec<Found> = best.into_iter().map(|(_, found)| found).collect();
        let room = limit.saturating_sub(found.len());
        let contents = self.contents.iter().filter(|(_, text)| query.is_in(text));
        found.extend(contents.take(room).map(|&(id, _)| Found { id, by_name: false, quality: Match::Text }));
        found
    }

    /// Every record of `kind` that answers, sorted by id: for filtering a list.
    pub fn all(&self, query: &Query, kind: Kind) -> Vec<RecordId> {
        let of_kind = self.entries.iter().filter(|entry| entry.id.kind == kind);
        of_kind.filter(|entry| entry.answer(query).is_some()).map(|entry| entry.id).collect()
    }
}

/// Puts what is known of a record in its place, or takes it out; returns what was there.
fn put<T>(sorted: &mut Vec<T>, id_of: impl Fn(&T) -> RecordId, id: RecordId, now: Option<T>) -> Option<T> {
    match (sorted.binary_search_by_key(&id, id_of), now) {
        (Ok(at), Some(now)) => Some(std::mem::replace(&mut sorted[at], now)),
        (Ok(at), None) => Some(sorted.remove(at)),
        (Err(at), Some(now)) => {
            sorted.insert(at, now);
            None
        }
        (Err(_), None) => None,
    }
}

impl Entry {
    fn new(state: &State, fields: &[Field], id: RecordId, record: &Record) -> Self {
        let texts = fields.iter().map(|&field| Searched::new(text_of(state, record, field))).collect();
        Self { id, texts }
    }

    /// How the record answers, and where that puts it among the others.
    fn answer(&self, query: &Query) -> Option<(Rank, Found)> {
        let mut quality = Match::TextFromStart;
        let mut by_name = true;
        for term in 0..query.terms() {
            let best = self.texts.iter().enumerate();
            let best = best.filter_map(|(at, text)| Some((at == 0, query.term_match(term, text)?)));
            let (name, found) = best.max()?;
            by_name &= name;
            quality = quality.min(found);
        }
        let length = self.texts.first().map_or(0, |name| name.text().len());
        let kind = match self.id.kind {
            Kind::Project => 0,
            Kind::Company => 1,
            Kind::Contact => 2,
            _ => 3,
        };
        let found = Found { id: self.id, by_name, quality };
        Some(((Reverse((by_name, quality)), kind, length, self.id), found))
    }
}

/// The words of a follow-up, as they are searched.
fn content_of(state: &State, record: &Record) -> String {
    let content = text_of(state, record, FollowUpField::Content.into());
    let next = text_of(state, record, FollowUpField::NextStep.into());
    normalise(content) + "\n" + &normalise(next)
}

/// The text of a cell; for a reference, the name of the record it points to.
fn text_of<'a>(state: &'a State, record: &'a Record, field: Field) -> &'a str {
    match record.get(field) {
        Value::Text(text) => text,
        Value::Ref(id) => {
            let id = state.resolve(*id);
            // Every kind that can be pointed to has its name as its first field.
            let name = searched(id.kind).first().map(|&field| state.get(id, field));
            name.and_then(Value::as_text).unwrap_or_default()
        }
        _ => "",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ledger::{Edit, NodeId, Stamp};

    fn state(edits: Vec<Edit>) -> State {
        let mut state = State::default();
        for change in state.changes_for(edits, Stamp::new(1, 0, NodeId(1))) {
            state.apply(change);
        }
        state
    }

    #[test]
    fn a_project_is_found_by_its_name_first_then_by_its_investor() {
        let id = |kind, key| RecordId::new(kind, key);
        let (mine, other, firm, entry) =
            (id(Kind::Project, 1), id(Kind::Project, 2), id(Kind::Company, 1), id(Kind::FollowUp, 1));
        let state = state(vec![
            Edit::new(mine, ProjectField::Name, Value::text("景澄锂能电池")),
            Edit::new(other, ProjectField::Name, Value::text("年产5万吨精密模具项目")),
            Edit::new(other, ProjectField::Investor, Value::Ref(firm)),
            Edit::new(firm, CompanyField::Name, Value::text("景澄能源有限公司")),
            Edit::new(entry, FollowUpField::Content, Value::text("与景澄商定周五来访")),
        ]);
        let index = SearchIndex::build(&state);
        let find = |typed| {
            let query = Query::new(typed).expect("a query");
            index.find(&query, 10).into_iter().map(|f| f.id).collect::<Vec<_>>()
        };
        assert_eq!(find("jcln"), [mine]);
        assert_eq!(find("景澄"), [mine, firm, other, entry]);
        assert_eq!(find("景澄 模具"), [other]);
        assert_eq!(find("周五来访"), [entry]);
        assert_eq!(find("没有的"), []);
    }
}
