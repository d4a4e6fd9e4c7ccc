//! Companies, contacts, people and units by name: those of the ledger, and those that a file brings.
//!
//! A new one gets an id that follows from its name, so that two offices that import the same ledger
//! arrive at the same records.

use crate::domain::field::{CompanyField, ContactField, PersonField};
use crate::domain::sort::Arrange;
use crate::domain::{Field, Kind, RecordId};
use crate::ledger::{Record, State};
use crate::rules::duplicates::{CompanyKey, plain};
use crate::rules::query::name_field;
use rustc_hash::FxHashMap;
use std::rc::Rc;

/// Who is known by which name.
#[derive(Clone, Debug, Default)]
pub struct Directory {
    companies: FxHashMap<String, RecordId>,
    /// By place and core of the name, for a legal form written otherwise.
    cores: FxHashMap<String, RecordId>,
    codes: FxHashMap<String, RecordId>,
    units: FxHashMap<String, RecordId>,
    people: FxHashMap<String, Vec<(RecordId, Option<RecordId>)>>,
    /// Persons whom the ledger calls leaders.
    leaders: FxHashMap<String, RecordId>,
    contacts: FxHashMap<(Option<RecordId>, String), RecordId>,
    /// Names of records that the ledger does not have yet.
    born: FxHashMap<RecordId, Rc<str>>,
    /// The unit or company that such a person belongs to.
    homes: FxHashMap<RecordId, RecordId>,
}

/// The name a record has in the ledger; empty for none.
pub fn name_of(state: &State, id: RecordId) -> &str {
    name_field(id.kind).and_then(|field| state.get(id, field).as_text()).unwrap_or("")
}

/// A name in which 有限公司 and 有限责任公司 are one form, and 股份有限公司 another.
fn core_key(key: &CompanyKey) -> String {
    let form = if key.full.contains("股份") { "股份" } else { "" };
    format!("{}|{}|{form}", key.places.join(""), key.core)
}

impl Directory {
    /// Everybody the ledger knows. A record merged into another is known as that other.
    pub fn read(state: &State) -> Self {
        let mut directory = Self::default();
        for kind in [Kind::Unit, Kind::Company, Kind::Person, Kind::Contact] {
            let mut known: Vec<(RecordId, RecordId, &Record)> = state
                .records(kind)
                .filter(|(_, record)| !record.is_deleted())
                .map(|(id, record)| (state.resolve(id), id, record))
                .filter(|(stands, _, _)| state.record(*stands).is_some_and(Record::is_live))
                .collect();
            // Of two with one name the record that stands for itself is taken, then the smaller id.
            known.arrange_by_key(|(stands, id, _)| (stands != id, *id));
            for (stands, _, record) in known {
                let name = name_field(kind).and_then(|field| record.get(field).as_text()).unwrap_or("");
                directory.know(stands, name, record, state);
            }
        }
        directory
    }

    fn know(&mut self, id: RecordId, name: &str, record: &Record, state: &State) {
        let parent = |field: Field| record.get(field).as_ref_id().map(|id| state.resolve(id));
        match id.kind {
            Kind::Company => {
                let code = record.get(CompanyField::CreditCode).as_text().unwrap_or("");
                self.know_company(id, name, code);
            }
            Kind::Unit => _ = self.units.entry(plain(name)).or_insert(id),
            Kind::Person => {
                if !record.get(PersonField::LeaderLevel).is_empty() {
                    self.leaders.entry(plain(name)).or_insert(id);
                }
                self.people.entry(plain(name)).or_default().push((id, parent(PersonField::Unit.into())));
            }
            _ => {
                let key = (parent(ContactField::Company.into()), plain(name));
                self.contacts.entry(key).or_insert(id);
            }
        }
    }

    fn know_company(&mut self, id: RecordId, name: &str, code: &str) {
        let key = CompanyKey::new(name);
        self.cores.entry(core_key(&key)).or_insert(id);
        self.companies.entry(key.full).or_insert(id);
        if !code.is_empty() {
            self.codes.entry(plain(code)).or_insert(id);
        }
    }

    /// The name under which a record is born, if the ledger does not have it yet.
    pub fn born(&self, id: RecordId) -> Option<&Rc<str>> {
        self.born.get(&id)
    }

    /// The field that says where a new person belongs, and the unit or company.
    pub fn home(&self, id: RecordId) -> Option<(Field, RecordId)> {
        let field =
            if id.kind == Kind::Contact { ContactField::Company.into() } else { PersonField::Unit.into() };
        self.homes.get(&id).map(|home| (field, *home))
    }

    fn bear(&mut self, state: &State, kind: Kind, parts: &[&str], name: &str) -> RecordId {
        let id = state.resolve(RecordId::derived(kind, parts));
        // The ledger may have it under another name by now: it is still the same one.
        if !state.record(id).is_some_and(Record::is_live) {
            self.born.entry(id).or_insert_with(|| name.into());
        }
        id
    }

    /// The company of this name or credit code.
    pub fn company(&mut self, state: &State, name: &str, code: &str) -> RecordId {
        let key = CompanyKey::new(name);
        let known = self.codes.get(&plain(code)).filter(|_| !code.is_empty());
        let known =
            known.or_else(|| self.companies.get(&key.full)).or_else(|| self.cores.get(&core_key(&key)));
        if let Some(&id) = known {
            return id;
        }
        let id = self.bear(state, Kind::Company, &[&key.full], name);
        self.know_company(id, name, code);
        id
    }

    /// The unit of this name.
    pub fn unit(&mut self, state: &State, name: &str) -> RecordId {
        let key = plain(name);
        if let Some(&id) = self.units.get(&key) {
            return id;
        }
        let id = self.bear(state, Kind::Unit, &[&key], name);
        self.units.insert(key, id);
        id
    }

    /// The person of this name in a unit. Of one name in two units there are two persons.
    pub fn person(&mut self, state: &State, name: &str, unit: Option<(RecordId, &str)>) -> RecordId {
        let key = plain(name);
        let unit_id = unit.map(|(id, _)| id);
        let known = self.people.get(&key).and_then(|all| all.iter().find(|(_, of)| *of == unit_id));
        if let Some(&(id, _)) = known {
            return id;
        }
        let id = self.bear(state, Kind::Person, &[&key, &plain(unit.map_or("", |(_, name)| name))], name);
        self.people.entry(key).or_default().push((id, unit_id));
        self.homes.extend(unit_id.map(|home| (id, home)));
        id
    }

    /// Whether a person of this name is known in a unit.
    pub fn has_person(&self, name: &str, unit: Option<RecordId>) -> bool {
        self.people.get(&plain(name)).is_some_and(|all| all.iter().any(|(_, of)| *of == unit))
    }

    /// The leader of this name. Leaders answer for projects of several units, so the unit says little:
    /// whoever the ledger calls a leader, else a person of that name in the unit, else one without a
    /// unit.
    pub fn leader(&mut self, state: &State, name: &str, unit: Option<RecordId>) -> RecordId {
        let key = plain(name);
        let all = self.people.get(&key).map_or(&[][..], |all| all);
        let in_unit = all.iter().find(|(_, of)| unit.is_some() && *of == unit).map(|(id, _)| id);
        match self.leaders.get(&key).or(in_unit) {
            Some(&id) => id,
            None => self.person(state, name, None),
        }
    }

    /// The contact of this name at a company.
    pub fn contact(&mut self, state: &State, name: &str, company: Option<(RecordId, &str)>) -> RecordId {
        let key = (company.map(|(id, _)| id), plain(name));
        if let Some(&id) = self.contacts.get(&key) {
            return id;
        }
        let company_name = CompanyKey::new(company.map_or("", |(_, name)| name)).full;
        let id = self.bear(state, Kind::Contact, &[&key.1, &company_name], name);
        self.homes.extend(key.0.map(|home| (id, home)));
        self.contacts.insert(key, id);
        id
    }
}
