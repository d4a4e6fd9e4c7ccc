//! What the cards of a file come to in the ledger: whom they bring, whom it knows already, what differs.
//!
//! - A person is known by name at the company, or by a mobile number. A number that several may share, as that
//!   of an office, tells nobody apart.
//! - Of a person who is known only what is empty is filled; what differs is shown and stays as the ledger has it.
//! - Ids follow from names, as they do in an import of spreadsheets.

use super::Card;
use super::known::{Ledger, says_the_same};
use crate::domain::field::{CompanyField as C, ContactField as K};
use crate::domain::{Field, Kind, RecordId, Value};
use crate::ledger::{Edit, Record, State};
use crate::rules::duplicates::{CompanyKey, plain};
use rustc_hash::FxHashMap;
use std::collections::BTreeSet;

/// Where a person works, as somebody decided.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Employer {
    /// At a company of the ledger.
    Known(RecordId),
    /// At a company of this name.
    Named(String),
}

/// What was decided on a card.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decision {
    /// Whether it is taken at all.
    pub is_taken: bool,
    /// The company, where it is not the one that the card names.
    pub employer: Option<Employer>,
    /// It is another person than the one it was taken for.
    pub is_another: bool,
}

impl Default for Decision {
    fn default() -> Self {
        Self { is_taken: true, employer: None, is_another: false }
    }
}

impl Decision {
    /// What stands on a card before anybody decides, where cards are imported at one company: whom no company is named
    /// for works there.
    pub fn at(home: RecordId, card: &Card) -> Self {
        let employer = card.company.is_empty().then_some(Employer::Known(home));
        Self { employer, ..Self::default() }
    }
}

/// The company that a card goes to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Company {
    /// Its record.
    pub id: RecordId,
    /// Its name: the ledger's where it is known.
    pub name: String,
    /// It is not in the ledger yet.
    pub is_new: bool,
    /// One of the ledger that may be the same, for a new one.
    pub near: Option<RecordId>,
}

/// What a card comes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It is left out.
    LeftOut,
    /// It names no company, so it must be said where the person works.
    NoCompany,
    /// A new contact.
    New,
    /// A contact who is known, by the number if `by_number`; something is filled in.
    Fills {
        /// Not by the name.
        by_number: bool,
    },
    /// A contact who is known, and of whom it tells nothing that is missing.
    Known {
        /// Not by the name.
        by_number: bool,
    },
}

/// What the ledger has otherwise than a card, and keeps.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// The field.
    pub field: K,
    /// What the ledger holds.
    pub known: String,
    /// What the card says.
    pub said: String,
}

/// What one card comes to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Where the person works; `None` if nobody says.
    pub company: Option<Company>,
    /// What it comes to.
    pub outcome: Outcome,
    /// The contact it goes to; `None` where it is left out.
    pub contact: Option<RecordId>,
    /// The fields of a known contact that it fills.
    pub filled: Vec<K>,
    /// What differs and stays.
    pub kept: Vec<Kept>,
}

/// How many of each there are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// New contacts.
    pub new: usize,
    /// New companies.
    pub companies: usize,
    /// Contacts of whom something is filled in.
    pub filled: usize,
    /// Contacts of whom nothing is new.
    pub known: usize,
    /// Cards of which nobody says where the person works.
    pub homeless: usize,
    /// Cards left out.
    pub left_out: usize,
}

/// What the cards come to, in their order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Plan {
    /// One a card.
    pub rows: Vec<Row>,
    /// The edits of the one command that takes them.
    pub edits: Vec<Edit>,
    /// How many of each there are.
    pub counts: Counts,
}

/// Compares cards with the ledger. A card without a decision is taken as it is.
pub fn plan(state: &State, cards: &[Card], decisions: &[Decision]) -> Plan {
    let mut work = Work {
        state,
        ledger: Ledger::read(state),
        said: FxHashMap::default(),
        begun: BTreeSet::new(),
        edits: Vec::new(),
    };
    let usual = Decision::default();
    let mut rows = Vec::with_capacity(cards.len());
    for (at, card) in cards.iter().enumerate() {
        rows.push(work.row(card, decisions.get(at).unwrap_or(&usual)));
    }
    let mut counts = Counts::default();
    for row in &rows {
        match row.outcome {
            Outcome::LeftOut => counts.left_out += 1,
            Outcome::NoCompany => counts.homeless += 1,
            Outcome::New => counts.new += 1,
            Outcome::Fills { .. } => counts.filled += 1,
            Outcome::Known { .. } => counts.known += 1,
        }
    }
    counts.companies = work.begun.iter().filter(|id| id.kind == Kind::Company).count();
    Plan { rows, edits: work.edits, counts }
}

struct Work<'a> {
    state: &'a State,
    ledger: Ledger,
    /// What the cards before say of contacts, on top of the ledger.
    said: FxHashMap<(RecordId, Field), String>,
    /// Records that come into being, or back from deletion.
    begun: BTreeSet<RecordId>,
    edits: Vec<Edit>,
}

impl Work<'_> {
    fn row(&mut self, card: &Card, decision: &Decision) -> Row {
        let named = match &decision.employer {
            Some(Employer::Known(id)) => Some(self.ledger.known_company(self.state, *id)),
            Some(Employer::Named(name)) => Some(self.ledger.company(self.state, name)),
            None => (!card.company.is_empty()).then(|| self.ledger.company(self.state, &card.company)),
        };
        let mut row = Row {
            company: named,
            outcome: Outcome::LeftOut,
            contact: None,
            filled: Vec::new(),
            kept: Vec::new(),
        };
        if !decision.is_taken {
            return row;
        }
        let by_name = row.company.as_ref().and_then(|c| self.ledger.colleague(c.id, &card.name));
        let by_number = || card.phones.iter().find_map(|number| self.ledger.owner_of(number));
        let (id, is_by_number) = match by_name.or_else(by_number) {
            Some(id) if !decision.is_another => (id, by_name.is_none()),
            _ => {
                let Some(company) = &row.company else {
                    row.outcome = Outcome::NoCompany;
                    return row;
                };
                (self.fresh(card, company, decision.is_another), false)
            }
        };
        let is_new = !self.begun.contains(&id) && !self.state.record(id).is_some_and(Record::is_live);
        if is_new {
            self.begin(id);
        }
        row.contact = Some(id);
        self.compare(card, id, is_new, &mut row);
        let home = row.company.as_ref().map(|company| company.id);
        self.ledger.learn(id, home, &card.name, &card.phones);
        row.outcome = match (is_new, row.filled.is_empty()) {
            (true, _) => Outcome::New,
            (false, false) => Outcome::Fills { by_number: is_by_number },
            (false, true) => Outcome::Known { by_number: is_by_number },
        };
        row
    }

    /// The id of a contact who is not known.
    fn fresh(&self, card: &Card, company: &Company, is_another: bool) -> RecordId {
        let (name, at) = (plain(&card.name), CompanyKey::new(&company.name).full);
        let numbers = card.phones.join("/");
        // The same that an import of a spreadsheet gives to this name at this company.
        let parts = [name.as_str(), &at, &numbers];
        let parts = if is_another { &parts[..] } else { &parts[..2] };
        self.state.resolve(RecordId::derived(Kind::Contact, parts))
    }

    fn begin(&mut self, id: RecordId) {
        self.begun.insert(id);
        if self.state.record(id).is_some_and(Record::is_deleted) {
            self.edits.push(Edit::new(id, Field::DELETED, Value::Bool(false)));
        }
    }

    /// Makes a company that is new and that somebody works at.
    fn settle(&mut self, company: &Company) -> Value {
        if company.is_new && !self.begun.contains(&company.id) {
            self.begin(company.id);
            self.edits.push(Edit::new(company.id, C::Name, Value::text(&company.name)));
        }
        Value::Ref(company.id)
    }

    /// Fills what is empty, and notes what differs.
    fn compare(&mut self, card: &Card, id: RecordId, is_new: bool, row: &mut Row) {
        self.compare_company(id, row);
        let phones = card.phones.join("/");
        let said = [
            (K::Name, &card.name),
            (K::Post, &card.post),
            (K::Phone, &phones),
            (K::Wechat, &card.wechat),
            (K::Email, &card.email),
            (K::Remark, &card.remark),
        ];
        for (field, text) in said.into_iter().filter(|(_, text)| !text.is_empty()) {
            let stored = || self.state.get(id, field).as_text().unwrap_or_default().to_owned();
            let known = self.said.get(&(id, field.into())).cloned().unwrap_or_else(stored);
            if known.is_empty() {
                self.edits.push(Edit::new(id, field, Value::text(text)));
                self.said.insert((id, field.into()), text.clone());
                if !is_new {
                    row.filled.push(field);
                }
            } else if !says_the_same(field, &known, text) {
                row.kept.push(Kept { field, known, said: text.clone() });
            }
        }
    }

    fn compare_company(&mut self, id: RecordId, row: &mut Row) {
        let Some(company) = row.company.clone() else { return };
        let stored = self.state.get(id, K::Company).as_ref_id().map(|id| self.state.resolve(id));
        match self.ledger.home(id).or(stored) {
            None => {
                let value = self.settle(&company);
                self.edits.push(Edit::new(id, K::Company, value));
                if self.state.record(id).is_some_and(Record::is_live) {
                    row.filled.push(K::Company);
                }
            }
            Some(home) if home != company.id => {
                let known = self.ledger.name_of(self.state, home);
                row.kept.push(Kept { field: K::Company, known, said: company.name });
            }
            Some(_) => {}
        }
    }
}
