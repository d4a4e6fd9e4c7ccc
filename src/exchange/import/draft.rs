//! What one row of a ledger says of a project, apart from any ledger it may go to.

use crate::domain::field::{CompanyField as C, ProjectField as P};
use crate::domain::read::{Person, StageWord};
use crate::domain::{Date, Field, Milestone, Stage, Value};
use crate::rules::OfficeRules;
use crate::rules::duplicates::{Facts, Profile};
use std::rc::Rc;

/// One cell of a record that is not yet decided on: the field, the element of a family (empty for a
/// field that is one cell) and the value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact {
    /// The field.
    pub field: Field,
    /// The element's word; empty for a field that is one cell.
    pub element: Rc<str>,
    /// What the row says.
    pub value: Value,
}

impl Fact {
    /// A fact of a field that is one cell.
    pub fn one(field: impl Into<Field>, value: Value) -> Self {
        Self { field: field.into(), element: "".into(), value }
    }

    /// A fact of one element of a family.
    pub fn of(field: impl Into<Field>, element: &str, value: Value) -> Self {
        Self { field: field.into(), element: element.into(), value }
    }
}

/// A company as a row names it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Firm {
    /// The name; empty if the row names none.
    pub name: String,
    /// 统一社会信用代码; empty if none.
    pub credit_code: String,
    /// What else the row says of it.
    pub facts: Vec<Fact>,
}

/// A project as a row describes it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Draft {
    /// The line in the sheet, from 1.
    pub line: usize,
    /// 项目名称; empty if the row has none.
    pub name: String,
    /// 市级项目编码
    pub upper_code: String,
    /// 项目编号
    pub code: String,
    /// 投资方
    pub investor: Firm,
    /// 项目公司
    pub company: Firm,
    /// 客商; the first is the project's.
    pub contacts: Vec<Person>,
    /// 跟踪负责人; the first is the project's.
    pub owners: Vec<Person>,
    /// 责任领导; the first is the project's.
    pub leaders: Vec<Person>,
    /// Units by the field that names them.
    pub units: Vec<(P, String)>,
    /// Every other cell of the project.
    pub facts: Vec<Fact>,
    /// Milestones with the day the row gives them.
    pub dates: Vec<(Milestone, Date)>,
    /// What the stage column says.
    pub stage: Option<StageWord>,
    /// Whether the table tells stages by their dates: a row without any is then in talks.
    pub dated: bool,
    /// 目前进展; empty if none.
    pub progress: String,
    /// 下一步; empty if none.
    pub next_step: String,
}

impl Draft {
    /// The value of a plain field of the project.
    pub fn get(&self, field: P) -> &Value {
        let fact = self.facts.iter().find(|fact| fact.field == field.into());
        fact.map_or(&Value::Empty, |fact| &fact.value)
    }

    /// The milestone that the stage column names, if it names one.
    pub fn named_milestone(&self) -> Option<Milestone> {
        match self.stage? {
            StageWord::Planned => Some(Milestone::Planned),
            StageWord::Negotiating => Some(Milestone::Negotiating),
            StageWord::Signed => Some(Milestone::Signed),
            StageWord::Registered => Some(Milestone::Registered),
            StageWord::Landed => Some(Milestone::Landed),
            StageWord::Started => Some(Milestone::Started),
            StageWord::Completed => Some(Milestone::Completed),
            StageWord::InProduction => Some(Milestone::InProduction),
            StageWord::AtCapacity => Some(Milestone::AtCapacity),
            StageWord::Lost | StageWord::Withdrawn | StageWord::OnHold => None,
        }
    }

    /// The furthest stage that the row gives a day for.
    pub fn dated_stage(&self) -> Option<Stage> {
        self.dates.iter().filter_map(|(milestone, _)| milestone.stage()).max()
    }

    /// The stage the row puts the project at, by its dates and its word; `None` if it says nothing.
    pub fn stage(&self) -> Option<Stage> {
        self.dated_stage().max(self.named_milestone().and_then(Milestone::stage))
    }

    /// The comparable form of the project, for the duplicate rules.
    pub fn profile(&self, rules: &OfficeRules) -> Profile {
        let phones: Vec<&str> =
            self.contacts.iter().flat_map(|who| who.phones.iter().map(String::as_str)).collect();
        Profile::new(&Facts {
            upper_code: &self.upper_code,
            code: &self.code,
            credit_code: &self.investor.credit_code,
            name: &self.name,
            investor: &self.investor.name,
            industry: self.get(P::Industry).as_text().unwrap_or(""),
            total_yuan: self.get(P::TotalInvestment).as_money().and_then(|m| rules.rates.to_yuan(m)),
            address: self.get(P::Site).as_text().unwrap_or(""),
            phones: &phones,
        })
    }
}

impl Firm {
    /// The facts that its record gets.
    pub fn record_facts(&self) -> Vec<Fact> {
        let mut facts = self.facts.clone();
        if !self.credit_code.is_empty() {
            facts.push(Fact::one(C::CreditCode, Value::text(&self.credit_code)));
        }
        facts
    }
}
