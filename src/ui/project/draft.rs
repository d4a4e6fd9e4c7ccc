//! The draft of a new project. It outlives the page, so that a look elsewhere loses nothing.

use crate::domain::field::ContactField;
use crate::domain::read::Reading;
use crate::domain::{Field, FieldType, Kind, RecordId, Value};
use crate::ledger::{Action, CellKey, Edit};
use crate::rules::form::{Named, NewProject};
use crate::rules::typed::{self, Typing};
use crate::ui::forms::money;
use crate::ui::forms::unsaved::{self, Texts};
use crate::ui::session;
use crate::ui::state::page_lived;
use leptos::prelude::*;
use std::collections::BTreeMap;

/// What is typed and chosen so far.
#[derive(Clone, Copy)]
pub struct Draft {
    pub name: RwSignal<String>,
    /// The text of the amount.
    pub total: RwSignal<String>,
    pub industry: RwSignal<String>,
    /// Records chosen, by their id, or named: see [`named`].
    pub investor: RwSignal<String>,
    pub unit: RwSignal<String>,
    pub owner: RwSignal<String>,
    pub contact: RwSignal<String>,
    pub phone: RwSignal<String>,
    /// The texts of other fields.
    pub more: RwSignal<BTreeMap<Field, String>>,
}

thread_local! {
    static DRAFT: Draft = page_lived(|| {
        session::on_open(|| Draft::here().clear());
        let text = || RwSignal::new(String::new());
        Draft {
            name: text(),
            total: text(),
            industry: text(),
            investor: text(),
            unit: text(),
            owner: text(),
            contact: text(),
            phone: text(),
            more: RwSignal::new(BTreeMap::new()),
        }
    });
}

/// What stands before the name of a record that is to be created.
const NEW: char = '+';

/// The form in which a draft keeps the name of a record to be created.
pub fn new_name(name: &str) -> String {
    format!("{NEW}{}", name.trim())
}

/// The name in it, if it is one.
pub fn as_new_name(chosen: &str) -> Option<&str> {
    chosen.strip_prefix(NEW)
}

/// A record chosen or named in a draft.
fn named(chosen: &str) -> Named {
    match as_new_name(chosen) {
        Some(name) => Named::New(name.to_owned()),
        None => chosen.parse::<RecordId>().map_or(Named::None, Named::Known),
    }
}

impl Draft {
    /// The draft of this session.
    pub fn here() -> Self {
        DRAFT.with(|draft| *draft)
    }

    fn first(self) -> [(&'static str, RwSignal<String>); 8] {
        let Self { name, total, industry, investor, unit, owner, contact, phone, .. } = self;
        [
            ("=name", name),
            ("=total", total),
            ("=industry", industry),
            ("=investor", investor),
            ("=unit", unit),
            ("=owner", owner),
            ("=contact", contact),
            ("=phone", phone),
        ]
    }

    /// Takes everything back.
    pub fn clear(self) {
        self.first().iter().for_each(|(_, text)| text.set(String::new()));
        self.more.set(BTreeMap::new());
    }

    /// What is typed, to be kept; the other fields by their words, which have no equals sign. Followed.
    pub fn texts(self) -> Texts {
        let word = |field: Field| field.def(Kind::Project).map(|def| def.word.to_owned());
        let more = self.more.read();
        let more = more.iter().filter_map(|(field, text)| Some((word(*field)?, text.clone())));
        let mut texts: Texts = unsaved::texts(&self.first()).into_iter().chain(more).collect();
        texts.retain(|_, text| !text.is_empty());
        texts
    }

    /// Fills it with what was kept.
    pub fn fill(self, texts: &Texts) {
        unsaved::fill(&self.first(), texts);
        let more = texts
            .iter()
            .filter_map(|(word, text)| Some((Field::from_word(Kind::Project, word)?, text.clone())));
        self.more.set(more.collect());
    }

    /// The draft as the rules want it. Follows what is typed.
    pub fn project(self) -> NewProject {
        NewProject {
            name: self.name.get(),
            investor: named(&self.investor.read()),
            total: money::read(&self.total.read()),
            industry: self.industry.get(),
            unit: named(&self.unit.read()),
            owner: named(&self.owner.read()),
            contact: self.contact.get(),
            phone: self.phone.get(),
            more: self.more.read().iter().filter_map(|(field, text)| more_cell(*field, text)).collect(),
        }
    }

    /// Registers the project; its id if that was possible.
    pub fn register(self) -> Option<RecordId> {
        let project = untrack(|| self.project());
        let contact_of = |company: RecordId, name: &str| {
            session::read(|store| {
                let contacts = store.index().of(Kind::Contact, company).iter().copied();
                let state = store.state();
                contacts.into_iter().find(|&c| state.get(c, ContactField::Name).as_text() == Some(name))
            })
            .flatten()
        };
        let (id, edits): (RecordId, Vec<Edit>) =
            project.edits(session::today(), &mut session::new_id, &contact_of);
        session::run(Action::Create, edits).then(|| {
            self.clear();
            id
        })
    }
}

/// The value of one of the other fields; `None` for what cannot be read.
fn more_cell(field: Field, text: &str) -> Option<(CellKey, Value)> {
    Some((CellKey::one(field), read(field, text).value?))
}

/// Reads the text of one of the other fields.
pub fn read(field: Field, text: &str) -> Reading<Value> {
    let Some(def) = field.def(Kind::Project) else { return Reading::unreadable() };
    match def.ty {
        FieldType::Ref(_) => Reading::sure(text.parse().map_or(Value::Empty, Value::Ref)),
        FieldType::Money => money::read(text).map_or_else(Reading::unreadable, Reading::sure),
        ty => typed::read(ty, text, &Typing::on(session::today())),
    }
}
