//! Whom the ledger knows, by company and name and by mobile number, and whom the cards before brought.

use super::plan::Company;
use crate::domain::field::{CompanyField as C, ContactField as K};
use crate::domain::read::numbers;
use crate::domain::sort::Arrange;
use crate::domain::{Kind, RecordId};
use crate::exchange::import::Directory;
use crate::ledger::{Record, State};
use crate::rules::duplicates::{CompanyKey, Relation, plain, relation};
use rustc_hash::FxHashMap;

/// The companies and contacts of the ledger.
pub(super) struct Ledger {
    directory: Directory,
    /// By company and plain name.
    colleagues: FxHashMap<(RecordId, String), RecordId>,
    owners: FxHashMap<String, RecordId>,
    /// The company of each contact.
    homes: FxHashMap<RecordId, RecordId>,
    /// By the first characters of the name, by which people call a firm.
    brands: FxHashMap<String, Vec<(CompanyKey, RecordId)>>,
    /// Names of companies that the ledger does not have.
    new: FxHashMap<RecordId, String>,
}

impl Ledger {
    pub fn read(state: &State) -> Self {
        let mut ledger = Self {
            directory: Directory::read(state),
            colleagues: FxHashMap::default(),
            owners: FxHashMap::default(),
            homes: FxHashMap::default(),
            brands: FxHashMap::default(),
            new: FxHashMap::default(),
        };
        let mut contacts: Vec<RecordId> = state.live(Kind::Contact).map(|(id, _)| id).collect();
        contacts.arrange();
        for id in contacts {
            let text = |field: K| state.get(id, field).as_text().unwrap_or_default();
            let home = state.get(id, K::Company).as_ref_id().map(|home| state.resolve(home));
            ledger.learn(id, home, text(K::Name), &[text(K::Phone).to_owned()]);
        }
        let mut companies: Vec<RecordId> = state.live(Kind::Company).map(|(id, _)| id).collect();
        companies.arrange();
        for id in companies {
            let key = CompanyKey::new(state.get(id, C::Name).as_text().unwrap_or_default());
            ledger.brands.entry(key.brand().to_owned()).or_default().push((key, id));
        }
        ledger
    }

    /// Remembers a contact of the ledger or of a card. Who was there first stays.
    pub fn learn(&mut self, id: RecordId, home: Option<RecordId>, name: &str, phones: &[String]) {
        if let Some(home) = home {
            self.homes.entry(id).or_insert(home);
            self.colleagues.entry((home, plain(name))).or_insert(id);
        }
        for number in phones.iter().flat_map(|number| plain_numbers(number)).filter(|n| is_own(n)) {
            self.owners.entry(number).or_insert(id);
        }
    }

    /// Who of this name works at the company.
    pub fn colleague(&self, company: RecordId, name: &str) -> Option<RecordId> {
        self.colleagues.get(&(company, plain(name))).copied()
    }

    /// Whose mobile this is.
    pub fn owner_of(&self, number: &str) -> Option<RecordId> {
        plain_numbers(number).iter().find_map(|number| self.owners.get(number)).copied()
    }

    /// Where a contact works.
    pub fn home(&self, contact: RecordId) -> Option<RecordId> {
        self.homes.get(&contact).copied()
    }

    /// What a company is called.
    pub fn name_of(&self, state: &State, id: RecordId) -> String {
        let known = state.get(id, C::Name).as_text().map(str::to_owned);
        known.or_else(|| self.new.get(&id).cloned()).unwrap_or_default()
    }

    /// A company of the ledger.
    pub fn known_company(&self, state: &State, id: RecordId) -> Company {
        let id = state.resolve(id);
        Company { id, name: self.name_of(state, id), is_new: !is_live(state, id), near: None }
    }

    /// The company of this name, however it writes its legal form; a new one if there is none.
    pub fn company(&mut self, state: &State, name: &str) -> Company {
        let id = state.resolve(self.directory.company(state, name, ""));
        if is_live(state, id) {
            return self.known_company(state, id);
        }
        let name = self.new.entry(id).or_insert_with(|| name.to_owned()).clone();
        let key = CompanyKey::new(&name);
        let alike = self.brands.get(key.brand()).into_iter().flatten();
        let near = alike
            .filter(|_| !key.brand().is_empty())
            .find(|(other, _)| matches!(relation(&key, "", other, ""), Relation::Same | Relation::Near));
        Company { id, name, is_new: true, near: near.map(|(_, id)| *id) }
    }
}

fn is_live(state: &State, id: RecordId) -> bool {
    state.record(id).is_some_and(Record::is_live)
}

/// The numbers in a cell as they are dialled.
pub(super) fn plain_numbers(text: &str) -> Vec<String> {
    numbers(text).into_iter().map(|number| number.dial).collect()
}

/// Whether a number is one person's: a Chinese mobile, or a whole foreign number. A desk is shared.
fn is_own(number: &str) -> bool {
    let is_mobile = number.len() == 11 && number.starts_with('1') && !number.starts_with("10");
    is_mobile || number.starts_with('+') && number.len() > 8
}

/// Whether a card tells nothing that a field does not say already.
pub(super) fn says_the_same(field: K, known: &str, said: &str) -> bool {
    match field {
        K::Phone => {
            let known = plain_numbers(known);
            plain_numbers(said).iter().all(|number| known.contains(number))
        }
        K::Remark => known.contains(said),
        K::Email | K::Wechat => known.to_lowercase().contains(&said.to_lowercase()),
        _ => plain(known) == plain(said),
    }
}
