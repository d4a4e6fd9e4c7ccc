//! What can be found, made ready for searching.

use super::query::{Match, Query, Searched, normalise};
use crate::domain::field::{CompanyField, ContactField, FollowUpField, PersonField, ProjectField, UnitField};
use crate::domain::sort::Arrange;
use crate::domain::{Field, Kind, RecordId, Value};
use crate::ledger::{Record, State};

/// The texts of every live record worth finding. Made anew after changes: that takes a few
/// milliseconds for ten thousand projects, and only when somebody searches.
#[derive(Clone, Debug, Default)]
pub struct SearchIndex {
    entries: Vec<Entry>,
    contents: Vec<(RecordId, String)>,
}

#[derive(Clone, Debug)]
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
            for (id, record) in state.live(kind) {
                let texts =
                    fields.iter().map(|&field| Searched::new(text_of(state, record, field))).collect();
                index.entries.push(Entry { id, texts });
            }
        }
        for (id, record) in state.live(Kind::FollowUp) {
            let content = text_of(state, record, FollowUpField::Content.into());
            let next = text_of(state, record, FollowUpField::NextStep.into());
            index.contents.push((id, normalise(content) + "\n" + &normalise(next)));
        }
        // One order for one state, whatever order the maps are in.
        index.entries.arrange_by_key(|entry| entry.id);
        index.contents.arrange_by_key(|entry| entry.0);
        index
    }

    /// The best answers to a query, best first: at most `limit` by name and then, for queries that are
    /// not pinyin, follow-ups whose words contain it.
    pub fn find(&self, query: &Query, limit: usize) -> Vec<Found> {
        let mut found: Vec<(Found, u8, usize)> =
            self.entries.iter().filter_map(|entry| entry.answer(query)).collect();
        found.arrange_by_key(|&(f, kind, length)| {
            (std::cmp::Reverse((f.by_name, f.quality)), kind, length, f.id)
        });
        let mut found: Vec<Found> = found.into_iter().take(limit).map(|(f, _, _)| f).collect();
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

impl Entry {
    /// How the record answers: what was found, the place of its kind, the length of its name.
    fn answer(&self, query: &Query) -> Option<(Found, u8, usize)> {
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
        Some((Found { id: self.id, by_name, quality }, kind, length))
    }
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
