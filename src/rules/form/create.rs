//! 登记项目: from the draft of a new project to the edits of one command.

use crate::domain::field::{CompanyField, ContactField, PersonField, ProjectField as P, UnitField};
use crate::domain::{Date, Field, Kind, Milestone, RecordId, Value};
use crate::ledger::{CellKey, Edit};

/// A record that is chosen or named.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Named {
    /// Neither.
    #[default]
    None,
    /// One that exists.
    Known(RecordId),
    /// One to be created under this name.
    New(String),
}

impl Named {
    /// Whether anything was chosen or named.
    pub fn is_none(&self) -> bool {
        match self {
            Named::None => true,
            Named::Known(_) => false,
            Named::New(name) => name.trim().is_empty(),
        }
    }
}

/// The draft of a new project: the seven things asked first, and any other cell.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NewProject {
    /// 项目名称.
    pub name: String,
    /// 投资方.
    pub investor: Named,
    /// 总投资; [`Value::Empty`] where not known.
    pub total: Option<Value>,
    /// 所属产业.
    pub industry: String,
    /// 责任单位.
    pub unit: Named,
    /// 跟踪负责人; a new one is entered under the responsible unit.
    pub owner: Named,
    /// 客商联系人.
    pub contact: String,
    /// 客商电话.
    pub phone: String,
    /// Cells of other fields.
    pub more: Vec<(CellKey, Value)>,
}

impl NewProject {
    /// Whether nothing was entered yet, so that leaving loses nothing.
    pub fn is_blank(&self) -> bool {
        let texts = [&self.name, &self.industry, &self.contact, &self.phone];
        texts.iter().all(|text| text.trim().is_empty())
            && self.investor.is_none()
            && self.unit.is_none()
            && self.owner.is_none()
            && self.total.as_ref().is_none_or(Value::is_empty)
            && self.more.iter().all(|(_, value)| value.is_empty())
    }

    /// The edits that register the project, and its id. It is entered as planned on `today`.
    ///
    /// `new_id` gives ids; `contact_of` finds a contact of a known company by name.
    pub fn edits(
        &self,
        today: Date,
        new_id: &mut dyn FnMut(Kind) -> RecordId,
        contact_of: &dyn Fn(RecordId, &str) -> Option<RecordId>,
    ) -> (RecordId, Vec<Edit>) {
        let project = new_id(Kind::Project);
        let mut edits = Vec::new();
        let mut set = |record: RecordId, field: Field, value: Value| {
            if !value.is_empty() {
                edits.push(Edit::new(record, field, value));
            }
        };
        set(project, P::Name.into(), Value::text(self.name.trim()));
        set(project, P::TotalInvestment.into(), self.total.clone().unwrap_or(Value::Empty));
        set(project, P::Industry.into(), Value::text(self.industry.trim()));
        set(project, P::EnteredOn.into(), Value::Date(today));
        let mut record = |named: &Named, kind: Kind, name: Field| match named {
            Named::Known(id) => Some(*id),
            Named::New(text) if !text.trim().is_empty() => {
                let id = new_id(kind);
                set(id, name, Value::text(text.trim()));
                Some(id)
            }
            _ => None,
        };
        let investor = record(&self.investor, Kind::Company, CompanyField::Name.into());
        let unit = record(&self.unit, Kind::Unit, UnitField::Name.into());
        let owner = record(&self.owner, Kind::Person, PersonField::Name.into());
        let contact = self.contact.trim();
        let known = investor.and_then(|company| contact_of(company, contact)).filter(|_| !contact.is_empty());
        let named = !contact.is_empty() || !self.phone.trim().is_empty();
        let contact_id = known.or_else(|| named.then(|| new_id(Kind::Contact)));
        let link = |id: Option<RecordId>| id.map_or(Value::Empty, Value::Ref);
        for (field, id) in
            [(P::Investor, investor), (P::Unit, unit), (P::Owner, owner), (P::Contact, contact_id)]
        {
            set(project, field.into(), link(id));
        }
        if let (Named::New(_), Some(owner)) = (&self.owner, owner) {
            set(owner, PersonField::Unit.into(), link(unit));
        }
        if let Some(id) = contact_id {
            if known.is_none() {
                set(id, ContactField::Name.into(), Value::text(contact));
                set(id, ContactField::Company.into(), link(investor));
            }
            set(id, ContactField::Phone.into(), Value::text(self.phone.trim()));
        }
        let planned = CellKey::of(P::MilestoneDate, Milestone::Planned.element());
        edits.push(Edit::new(project, planned, Value::Date(today)));
        let more = self.more.iter().filter(|(_, value)| !value.is_empty());
        edits.extend(more.map(|(cell, value)| Edit::new(project, *cell, value.clone())));
        (project, edits)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Money;
    use crate::ledger::{NodeId, Stamp, State};

    fn register(draft: &NewProject, contact: Option<RecordId>) -> (State, RecordId) {
        let mut next = 0;
        let mut new_id = |kind| {
            next += 1;
            RecordId::new(kind, next)
        };
        let today = Date::ymd(2026, 9, 30).expect("a day");
        let (id, edits) = draft.edits(today, &mut new_id, &|_, _| contact);
        let mut state = State::default();
        for change in state.changes_for(edits, Stamp::new(1, 0, NodeId(1))) {
            state.apply(change);
        }
        (state, id)
    }

    fn draft() -> NewProject {
        NewProject {
            name: " 年产5GWh储能电池项目 ".into(),
            investor: Named::New("景澄锂能".into()),
            total: Some(Value::Money(Money::yuan(350_000_000))),
            industry: "新能源".into(),
            unit: Named::Known(RecordId::new(Kind::Unit, 77)),
            owner: Named::New("李海燕".into()),
            contact: "吴敏".into(),
            phone: "13800000000".into(),
            more: vec![(CellKey::one(P::Site), Value::text("北区")), (CellKey::one(P::Remark), Value::Empty)],
        }
    }

    #[test]
    fn the_seven_things_become_records_that_know_each_other() {
        let (state, id) = register(&draft(), None);
        let linked = |field: P| state.get(id, field).as_ref_id().expect("a link");
        assert_eq!(state.get(id, P::Name).as_text(), Some("年产5GWh储能电池项目"));
        assert_eq!(state.get(linked(P::Investor), CompanyField::Name).as_text(), Some("景澄锂能"));
        let contact = linked(P::Contact);
        assert_eq!(state.get(contact, ContactField::Company).as_ref_id(), Some(linked(P::Investor)));
        assert_eq!(state.get(contact, ContactField::Phone).as_text(), Some("13800000000"));
        assert_eq!(state.get(linked(P::Owner), PersonField::Unit).as_ref_id(), Some(linked(P::Unit)));
        assert_eq!(state.get(id, P::Site).as_text(), Some("北区"));
        assert_eq!(state.record(id).and_then(|r| r.cell(P::Remark)), None);
    }

    #[test]
    fn a_contact_already_known_is_not_made_twice() {
        let known = RecordId::new(Kind::Contact, 500);
        let (state, id) = register(&draft(), Some(known));
        assert_eq!(state.get(id, P::Contact).as_ref_id(), Some(known));
        assert_eq!(state.records(Kind::Contact).count(), 1);
        assert!(state.get(known, ContactField::Name).is_empty(), "its name is left as it is");
    }

    #[test]
    fn a_blank_draft_is_nothing_to_lose() {
        assert!(NewProject::default().is_blank());
        assert!(NewProject { investor: Named::New(" ".into()), ..NewProject::default() }.is_blank());
        assert!(!draft().is_blank());
    }
}
