//! What the board, the table and Today need to know of a project, computed from its records.

use super::StaleLimits;
use crate::domain::field::{FollowUpField as W, FundTrancheField as T, OfficeField as O, ProjectField as P};
use crate::domain::milestone::{Reached, Review, stage};
use crate::domain::money::Rates;
use crate::domain::{Currency, Date, Exit, Field, Milestone, RecordId, Stage, Value};
use crate::ledger::{CellKey, Record, State};

/// The office's settings that the rules depend on.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OfficeRules {
    /// Yuan for one unit of each foreign currency.
    pub rates: Rates,
    /// Whether only recognised milestones move the stage.
    pub strict_stage: bool,
    /// Days without follow-up before a project is stale.
    pub stale: StaleLimits,
}

impl OfficeRules {
    /// Reads the settings from the office record.
    pub fn read(state: &State) -> Self {
        let mut rules = Self::default();
        let Some(office) = state.record(RecordId::OFFICE) else { return rules };
        for cell in office.family(O::Rate) {
            let currency = Currency::from_code(state.names().element_word(cell.key.element));
            if let (Some(currency), Some(rate)) = (currency, cell.value.as_int()) {
                rules.rates.set(currency, rate);
            }
        }
        rules.strict_stage = office.get(O::StrictStage).is_true();
        for &stage in Stage::ALL {
            let days = office.get(CellKey::of(O::StaleDays, stage.milestone().element())).as_int();
            if let Some(days) = days.and_then(|d| i32::try_from(d).ok()) {
                rules.stale.set(stage, (days > 0).then_some(days));
            }
        }
        rules
    }
}

/// The next step that is open on a project.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NextStep {
    /// When it is due.
    pub on: Date,
    /// The follow-up that promised it.
    pub follow_up: RecordId,
}

/// What follows from a project's own cells, its follow-ups and its tranches.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProjectSummary {
    /// The furthest milestone that counts.
    pub stage: Stage,
    /// The day the project entered its stage, if stated.
    pub stage_since: Option<Date>,
    /// Whether and how it left the pipeline.
    pub exit: Option<Exit>,
    /// Total investment in yuan at the office's rate; `None` where not stated or no rate is known.
    pub total_yuan: Option<i64>,
    /// Arrived money in yuan: the sum of tranches that were not returned.
    pub arrived_yuan: i64,
    /// How many follow-ups it has.
    pub follow_ups: u32,
    /// The day of the latest one.
    pub last_follow_up: Option<Date>,
    /// The earliest open next step.
    pub next: Option<NextStep>,
}

/// The milestones of a project, indexed by [`Milestone`].
pub fn reached(project: &Record) -> [Reached; Milestone::ALL.len()] {
    let mut all = [Reached::default(); Milestone::ALL.len()];
    if project.family(P::MilestoneDate).is_empty() && project.family(P::MilestoneRecognised).is_empty() {
        return all;
    }
    let mut each = |field: P, set: fn(&mut Reached, &Value)| {
        for cell in project.family(field) {
            let milestone = Milestone::ALL.iter().find(|milestone| milestone.element() == cell.key.element);
            if let Some(&milestone) = milestone {
                set(&mut all[milestone as usize], &cell.value);
            }
        }
    };
    each(P::MilestoneDate, |reached, value| reached.event = value.as_date());
    each(P::MilestoneRecognised, |reached, value| reached.recognised = value.as_date());
    each(P::MilestoneReview, |reached, value| {
        reached.review = value.as_text().and_then(Review::from_word).unwrap_or_default();
    });
    all
}

/// The summary of one project. `follow_ups` and `tranches` are the live records that point to it.
pub fn summarise(
    state: &State,
    rules: &OfficeRules,
    project: &Record,
    follow_ups: &[RecordId],
    tranches: &[RecordId],
) -> ProjectSummary {
    let milestones = reached(project);
    let stage = stage(&milestones, rules.strict_stage);
    let mut summary = ProjectSummary {
        stage,
        stage_since: milestones[stage.milestone() as usize].event,
        exit: project.get(P::Exit).as_text().and_then(Exit::from_word),
        total_yuan: project.get(P::TotalInvestment).as_money().and_then(|m| rules.rates.to_yuan(m)),
        arrived_yuan: 0,
        follow_ups: u32::try_from(follow_ups.len()).unwrap_or(u32::MAX),
        last_follow_up: None,
        next: None,
    };
    for &id in follow_ups {
        let Some(entry) = state.record(id) else { continue };
        summary.last_follow_up = summary.last_follow_up.max(entry.get(W::On).as_date());
        if let Some(on) = entry.get(W::NextOn).as_date()
            && !entry.get(W::NextDone).is_true()
            && summary.next.is_none_or(|next| (on, id) < (next.on, next.follow_up))
        {
            summary.next = Some(NextStep { on, follow_up: id });
        }
    }
    for &id in tranches {
        let Some(tranche) = state.record(id) else { continue };
        let returned = tranche.get(T::Review).as_text() == Some(Review::Returned.word());
        if let Some(money) = tranche.get(T::Amount).as_money()
            && !returned
        {
            let yuan = rules.rates.to_yuan(money).unwrap_or(0);
            summary.arrived_yuan = summary.arrived_yuan.saturating_add(yuan);
        }
    }
    summary
}

/// Whether a change of this field of the office record changes what the rules say of projects.
pub fn office_field_matters(field: Field) -> bool {
    [O::Rate, O::StrictStage, O::StaleDays].iter().any(|&f| Field::from(f) == field)
}
