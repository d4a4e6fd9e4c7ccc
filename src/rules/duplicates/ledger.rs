//! The rules applied to the records of the ledger.

use super::compare::{Facts, Likeness, Profile};
use super::finder::Finder;
use crate::domain::field::{CompanyField, ContactField, ProjectField as P};
use crate::domain::read::numbers;
use crate::domain::sort::Arrange;
use crate::domain::{Kind, RecordId, Stage};
use crate::ledger::State;
use crate::rules::OfficeRules;

/// Two projects of the ledger that look alike.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pair {
    /// The one with the smaller id.
    pub first: RecordId,
    /// The other.
    pub second: RecordId,
    /// How alike, and why.
    pub likeness: Likeness,
    /// Whether one of them carries a reason why it is kept apart: somebody has looked already.
    pub settled: bool,
}

/// The profile of a project of the ledger; `None` if there is no such record.
pub fn profile_of(state: &State, rules: &OfficeRules, id: RecordId) -> Option<Profile> {
    let project = state.record(id)?;
    let text = |field: P| project.get(field).as_text().unwrap_or("");
    let follow = |field: P| project.get(field).as_ref_id().and_then(|id| state.record(state.resolve(id)));
    let investor = follow(P::Investor);
    let of_investor =
        |field: CompanyField| investor.and_then(|company| company.get(field).as_text()).unwrap_or("");
    let contact = follow(P::Contact);
    let phone = contact.and_then(|contact| contact.get(ContactField::Phone).as_text());
    let phones = numbers(phone.unwrap_or(""));
    let phones: Vec<&str> = phones.iter().map(|number| number.dial.as_str()).collect();
    Some(Profile::new(&Facts {
        upper_code: text(P::UpperCode),
        code: text(P::Code),
        credit_code: of_investor(CompanyField::CreditCode),
        name: text(P::Name),
        investor: of_investor(CompanyField::Name),
        industry: text(P::Industry),
        total_yuan: project.get(P::TotalInvestment).as_money().and_then(|m| rules.rates.to_yuan(m)),
        address: text(P::Site),
        phones: &phones,
    }))
}

/// Every pair of live projects that look alike, the surest first.
pub fn find_all(state: &State) -> Vec<Pair> {
    let rules = OfficeRules::read(state);
    let mut ids: Vec<RecordId> = state.live(Kind::Project).map(|(id, _)| id).collect();
    ids.arrange();
    let kept_apart = |id: RecordId| !state.get(id, P::KeptApart).is_empty();
    let mut finder = Finder::default();
    let mut pairs = Vec::new();
    for &second in &ids {
        let Some(profile) = profile_of(state, &rules, second) else { continue };
        for finding in finder.find(&profile) {
            // Every id has a record, so places in the finder and in `ids` agree.
            let Some(&first) = ids.get(finding.at) else { continue };
            let settled = kept_apart(first) || kept_apart(second);
            pairs.push(Pair { first, second, likeness: finding.likeness, settled });
        }
        finder.add(profile);
    }
    pairs.arrange_by_key(|pair| (pair.settled, pair.likeness.level, pair.first, pair.second));
    pairs
}

/// Where a second account of a project stands beside the first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StageStep {
    /// It is further on: an upgrade.
    Forward,
    /// It is at the same stage: perhaps a merge.
    Same,
    /// It is further back: a warning.
    Backward,
}

/// How the stage of a new account stands to the stage known.
pub fn stage_step(known: Stage, new: Stage) -> StageStep {
    match new.cmp(&known) {
        std::cmp::Ordering::Greater => StageStep::Forward,
        std::cmp::Ordering::Equal => StageStep::Same,
        std::cmp::Ordering::Less => StageStep::Backward,
    }
}
