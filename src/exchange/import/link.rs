//! From what a row says to cells: its own project's, and those of the company, people and units it
//! names.

use super::directory::{Directory, name_of};
use super::draft::{Draft, Fact, Firm};
use crate::domain::field::{
    CompanyField as C, ContactField as K, FollowUpField as W, PersonField as R, ProjectField as P,
};
use crate::domain::read::{Person, StageWord};
use crate::domain::{Date, Exit, Field, Kind, Milestone, RecordId, Stage, Value};
use crate::ledger::{CellKey, State};
use crate::rules::duplicates::{CompanyKey, Relation, plain, relation};
use crate::rules::query::name_field;
use crate::rules::{OfficeRules, reached};

/// What a milestone's note says when the ledger names the stage but gives no day. It is data, in the
/// language of the ledgers.
pub const UNDATED: &str = "台账载明阶段，未载日期";

/// Under what the name of a company is kept that the ledger, by its credit code, knows by another.
const OTHER_INVESTOR: &str = "投资方（台账原名）";
const OTHER_COMPANY: &str = "项目公司（台账原名）";

/// The records a row names, as the directory knows them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Links {
    investor: Option<RecordId>,
    company: Option<RecordId>,
    contacts: Vec<RecordId>,
    owners: Vec<RecordId>,
    leaders: Vec<RecordId>,
    units: Vec<(P, RecordId)>,
}

impl Links {
    /// Looks up everybody a row names; whoever is not known gets an id.
    pub fn look_up(draft: &Draft, state: &State, directory: &mut Directory) -> Self {
        let mut firm = |firm: &Firm| {
            (!firm.name.is_empty()).then(|| directory.company(state, &firm.name, &firm.credit_code))
        };
        let (investor, company) = (firm(&draft.investor), firm(&draft.company));
        let units: Vec<(P, RecordId)> =
            draft.units.iter().map(|(field, name)| (*field, directory.unit(state, name))).collect();
        let unit = units.iter().zip(&draft.units).find(|((field, _), _)| *field == P::Unit);
        let unit = unit.map(|((_, id), (_, name))| (*id, name.as_str()));
        let owners = draft.owners.iter().map(|who| directory.person(state, &who.name, unit)).collect();
        let leaders = draft
            .leaders
            .iter()
            .map(|who| directory.leader(state, &who.name, unit.map(|(id, _)| id)))
            .collect();
        let at = investor.map(|id| (id, draft.investor.name.as_str()));
        let contacts = draft.contacts.iter().map(|who| directory.contact(state, called(who), at)).collect();
        Self { investor, company, contacts, owners, leaders, units }
    }
}

/// What a contact is called: by the number where a number stands alone.
fn called(who: &Person) -> &str {
    if who.name.is_empty() { who.phones.first().map_or("", |phone| phone) } else { &who.name }
}

/// Everything a row comes to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Said {
    /// Cells of the project.
    pub project: Vec<Fact>,
    /// Cells of the records it names. The name is among them where the record is new.
    pub others: Vec<(RecordId, Fact)>,
}

/// What a row says to a project of the ledger (`of`), or to a new one.
pub struct Linker<'a> {
    /// The ledger.
    pub state: &'a State,
    /// Its settings.
    pub rules: &'a OfficeRules,
    /// Who is known.
    pub directory: &'a Directory,
    /// The day the file tells of.
    pub as_of: Date,
}

impl Linker<'_> {
    /// The cells that a row comes to.
    pub fn said(&self, draft: &Draft, links: &Links, of: Option<RecordId>) -> Said {
        let mut said = Said { project: draft.facts.clone(), others: Vec::new() };
        let plain_texts = [(P::Name, &draft.name), (P::UpperCode, &draft.upper_code), (P::Code, &draft.code)];
        for (field, text) in plain_texts {
            if !text.is_empty() {
                said.project.push(Fact::one(field, Value::text(text)));
            }
        }
        self.say_firm(&mut said, P::Investor, links.investor, &draft.investor, of);
        self.say_firm(&mut said, P::Company, links.company, &draft.company, of);
        for ((field, id), (_, name)) in links.units.iter().zip(&draft.units) {
            let id = self.standing(of, *field, name).unwrap_or(*id);
            self.refer(&mut said, *field, id);
        }
        self.say_people(&mut said, P::Owner, &links.owners, &draft.owners, of);
        self.say_people(&mut said, P::Leader, &links.leaders, &draft.leaders, of);
        self.say_people(&mut said, P::Contact, &links.contacts, &draft.contacts, of);
        self.say_stage(&mut said, draft, of);
        said
    }

    /// The record that a field of the project points to already, if it is called by this name.
    fn standing(&self, of: Option<RecordId>, field: P, name: &str) -> Option<RecordId> {
        let id = self.state.resolve(self.state.get(of?, field).as_ref_id()?);
        self.state.record(id).filter(|record| record.is_live())?;
        let known = name_of(self.state, id);
        let same = match id.kind {
            Kind::Company => {
                relation(&CompanyKey::new(known), "", &CompanyKey::new(name), "") == Relation::Same
            }
            _ => plain(known) == plain(name),
        };
        same.then_some(id)
    }

    /// Points the project to a record, and names the record if it is new.
    fn refer(&self, said: &mut Said, field: P, id: RecordId) {
        said.project.push(Fact::one(field, Value::Ref(id)));
        self.name(said, id);
    }

    fn name(&self, said: &mut Said, id: RecordId) {
        if let (Some(name), Some(field)) = (self.directory.born(id), name_field(id.kind)) {
            said.others.push((id, Fact::one(field, Value::text(name))));
        }
    }

    fn say_firm(&self, said: &mut Said, field: P, id: Option<RecordId>, firm: &Firm, of: Option<RecordId>) {
        let Some(id) = self.standing(of, field, &firm.name).or(id) else { return };
        self.refer(said, field, id);
        if self.is_named_otherwise(id, firm) {
            let heading = if field == P::Investor { OTHER_INVESTOR } else { OTHER_COMPANY };
            said.project.push(Fact::of(Field::EXTRA, heading, Value::text(&firm.name)));
        }
        said.others.extend(firm.record_facts().into_iter().map(|fact| (id, fact)));
    }

    /// Whether a company found by its credit code never had the name that the row gives it.
    fn is_named_otherwise(&self, id: RecordId, firm: &Firm) -> bool {
        if firm.credit_code.is_empty() {
            return false;
        }
        let said = CompanyKey::new(&firm.name);
        let is_it = |name: &str| relation(&CompanyKey::new(name), "", &said, "") == Relation::Same;
        match self.directory.born(id) {
            Some(name) => !is_it(name),
            None => {
                let names = self.state.changes_of_cell(id, C::Name.into());
                !names.iter().filter_map(|change| change.value.as_text()).any(is_it)
            }
        }
    }

    /// Whether one of the row's companies was found by its code under another name.
    pub fn has_other_name(&self, draft: &Draft, links: &Links) -> bool {
        let firms = [(links.investor, &draft.investor), (links.company, &draft.company)];
        firms.into_iter().any(|(id, firm)| id.is_some_and(|id| self.is_named_otherwise(id, firm)))
    }

    fn say_people(
        &self,
        said: &mut Said,
        field: P,
        ids: &[RecordId],
        people: &[Person],
        of: Option<RecordId>,
    ) {
        for (at, (who, &id)) in people.iter().zip(ids).enumerate() {
            let first = at == 0;
            let id = self.standing(of, field, called(who)).filter(|_| first).unwrap_or(id);
            if first {
                said.project.push(Fact::one(field, Value::Ref(id)));
            }
            self.name(said, id);
            self.say_person(said, id, who);
        }
    }

    /// What stands beside a name: post, numbers, and where the person belongs.
    fn say_person(&self, said: &mut Said, id: RecordId, who: &Person) {
        let (post, phone) = if id.kind == Kind::Contact {
            (K::Post.field(), K::Phone.field())
        } else {
            (R::Post.field(), R::Phone.field())
        };
        if let Some(title) = &who.title {
            said.others.push((id, Fact::one(post, Value::text(title))));
        }
        if !who.phones.is_empty() {
            said.others.push((id, Fact::one(phone, Value::text(&who.phones.join("/")))));
        }
        if self.directory.born(id).is_some()
            && let Some((field, home)) = self.directory.home(id)
        {
            said.others.push((id, Fact::one(field, Value::Ref(home))));
        }
    }

    /// Milestones, and the exit where the stage word is one.
    fn say_stage(&self, said: &mut Said, draft: &Draft, of: Option<RecordId>) {
        for (milestone, day) in &draft.dates {
            let word = milestone.word();
            said.project.push(Fact::of(P::MilestoneDate, word, Value::Date(*day)));
            if of.is_some_and(|of| self.is_undated(of, *milestone)) {
                said.project.push(Fact::of(P::MilestoneNote, word, Value::Empty));
            }
        }
        let exit = match draft.stage {
            Some(StageWord::Lost) => Some(Exit::Lost),
            Some(StageWord::Withdrawn) => Some(Exit::Withdrawn),
            Some(StageWord::OnHold) => Some(Exit::OnHold),
            _ => None,
        };
        if let Some(exit) = exit {
            said.project.push(Fact::one(P::Exit, Value::text(exit.word())));
        }
        if let Some(milestone) = self.undated(draft, of) {
            let word = milestone.word();
            said.project.push(Fact::of(P::MilestoneDate, word, Value::Date(self.as_of)));
            said.project.push(Fact::of(P::MilestoneNote, word, Value::text(UNDATED)));
        }
    }

    /// The milestone that the row says was reached, without a day and beyond every day it gives, unless
    /// the project has it or a later one. A row of a dated table without word or day is in talks.
    pub fn undated(&self, draft: &Draft, of: Option<RecordId>) -> Option<Milestone> {
        let talks = || {
            (draft.dated && draft.stage.is_none() && draft.dates.is_empty()).then_some(Milestone::Negotiating)
        };
        let named = draft.named_milestone().or_else(talks)?;
        if named == Milestone::Planned || draft.dates.iter().any(|(dated, _)| *dated >= named) {
            return None;
        }
        let has = of.and_then(|of| self.state.record(of)).is_some_and(|project| {
            let reached = reached(project);
            let at = |m: &&Milestone| reached[**m as usize].counts(false) && **m >= named;
            Milestone::ALL.iter().any(|m| at(&m))
        });
        (!has).then_some(named)
    }

    fn is_undated(&self, of: RecordId, milestone: Milestone) -> bool {
        let key = CellKey::of(P::MilestoneNote, milestone.element());
        self.state.get(of, key).as_text() == Some(UNDATED)
    }

    /// The stage a project of the ledger is at.
    pub fn stage_of(&self, id: RecordId) -> Option<Stage> {
        let project = self.state.record(id)?;
        Some(crate::domain::milestone::stage(&reached(project), self.rules.strict_stage))
    }

    /// The follow-up that keeps a row's words of progress: its id follows from project and words, so
    /// that the same words are kept once. Empty if the row has none.
    pub fn follow_up(&self, draft: &Draft, project: RecordId) -> Vec<(RecordId, Fact)> {
        if draft.progress.is_empty() && draft.next_step.is_empty() {
            return Vec::new();
        }
        let parts = [project.to_string(), plain(&draft.progress), plain(&draft.next_step)];
        let id = RecordId::derived(Kind::FollowUp, &parts.each_ref().map(String::as_str));
        let facts = [
            Fact::one(W::Project, Value::Ref(project)),
            Fact::one(W::On, Value::Date(self.as_of)),
            Fact::one(W::Content, Value::text(&draft.progress)),
            Fact::one(W::NextStep, Value::text(&draft.next_step)),
        ];
        facts.into_iter().filter(|fact| !fact.value.is_empty()).map(|fact| (id, fact)).collect()
    }
}
