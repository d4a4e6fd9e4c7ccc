//! Every metric at once, in one pass over the records.

use super::attribution::{Attribution, attribution, day};
use super::measured::{Entry, Measured};
use super::metric::{Amount, Credit, DateOf, Metric, PersonOf, Source};
use super::share::{between, divided};
use super::stated::stated;
use super::unknown::unknown_words;
use crate::domain::field::{
    Elements, FigureField as F, FundTrancheField as T, PersonField, ProjectField as P,
};
use crate::domain::milestone::{Reached, Review};
use crate::domain::{Date, Decimal, Field, FieldType, Kind, Milestone, RecordId, Stage, Value};
use crate::ledger::{CellKey, Record};
use crate::rules::credit::{self, Share, WHOLE};
use crate::rules::query::{Column, Condition, Facts};
use crate::rules::references::members;
use crate::rules::summary::reached;
use crate::rules::trips::Trip;
use chrono::Months;
use rustc_hash::{FxHashMap, FxHashSet};
use std::sync::Arc;

/// Measures metrics on a day: nothing that lies ahead of it counts.
pub fn measure(facts: &dyn Facts, metrics: &[Metric], today: Date) -> Vec<Arc<Measured>> {
    let new = |metric| Maker::new(facts, metric, today, Measured::default());
    let mut makers: Vec<Maker<'_>> = metrics.iter().map(new).collect();
    makers.iter_mut().for_each(Maker::records);
    for (id, record) in facts.state().live(Kind::Project) {
        let mut milestones = None;
        for maker in &mut makers {
            maker.project(id, record, &mut milestones);
        }
    }
    makers.into_iter().map(Maker::done).map(Arc::new).collect()
}

/// A metric being measured.
pub(super) struct Maker<'a> {
    facts: &'a dyn Facts,
    metric: &'a Metric,
    today: Date,
    conditions: Vec<Condition>,
    measured: Measured,
    chains: FxHashMap<String, usize>,
}

impl<'a> Maker<'a> {
    /// Begins with what was measured before.
    fn new(facts: &'a dyn Facts, metric: &'a Metric, today: Date, mut measured: Measured) -> Self {
        let kind = match &metric.source {
            Source::Records { records, .. } => Kind::from_word(records),
            Source::Entered { .. } => Some(Kind::Figure),
            _ => Some(Kind::Project),
        };
        let names = facts.state().names();
        measured.not_understood = unknown_words(metric);
        let mut conditions = Vec::new();
        for filter in &metric.filters {
            let column = kind.and_then(|kind| Column::from_key(kind, &filter.key, names));
            match kind.and_then(|kind| Condition::new(column, kind, filter, today)) {
                Some(condition) => conditions.push(condition),
                None => measured.not_understood.push(filter.key.clone()),
            }
        }
        if let Source::Entered { entering } = metric.source {
            measured.entering = entering;
        }
        let chains = measured.chains.iter().cloned().zip(0..).collect();
        Self { facts, metric, today, conditions, measured, chains }
    }

    /// What was measured before, with these records measured again.
    pub(super) fn again(
        facts: &'a dyn Facts,
        metric: &'a Metric,
        today: Date,
        mut measured: Measured,
        concerned: &FxHashSet<RecordId>,
    ) -> Measured {
        measured.entries.retain(|entry| !concerned.contains(&entry.record));
        measured.left_out.retain(|record| !concerned.contains(record));
        let mut maker = Self::new(facts, metric, today, measured);
        for &id in concerned {
            let Some(record) = facts.state().record(id).filter(|record| record.is_live()) else { continue };
            match id.kind {
                Kind::Project => maker.project(id, record, &mut None),
                _ => maker.other(id, record),
            }
        }
        maker.done()
    }

    fn done(mut self) -> Measured {
        // By day, then by record, so that the order of the ledger never matters.
        self.measured.entries.sort_by_key(|entry| (entry.on, entry.record));
        self.measured.left_out.sort_unstable();
        self.measured
    }

    fn meets(&self, id: RecordId, record: &Record) -> bool {
        self.conditions.iter().all(|condition| condition.holds(self.facts, id, record, self.today))
    }

    /// What a project gives.
    fn project(
        &mut self,
        id: RecordId,
        record: &Record,
        milestones: &mut Option<[Reached; Milestone::ALL.len()]>,
    ) {
        if !self.measured.not_understood.is_empty() {
            return;
        }
        match &self.metric.source {
            Source::Milestone { .. } => {
                let milestones = milestones.get_or_insert_with(|| reached(record));
                let Some(on) = self.counted_on(record, milestones).filter(|on| *on <= self.today) else {
                    return;
                };
                if self.meets(id, record) {
                    let Source::Milestone { amount, .. } = self.metric.source else { return };
                    self.count(id, record, Some(on), amount);
                }
            }
            Source::Standing { stages, amount } => {
                let amount = *amount;
                let stage = self.facts.summary(id).map(|summary| summary.stage);
                let asked = |stage: Stage| stages.iter().any(|word| word == stage.word());
                if stage.is_some_and(asked) && self.meets(id, record) {
                    self.count(id, record, None, amount);
                }
            }
            Source::Funds { .. } => {
                let tranches = self.facts.children(Kind::FundTranche, id);
                if !tranches.is_empty() && self.meets(id, record) {
                    for &tranche in tranches {
                        self.tranche(id, record, tranche);
                    }
                }
            }
            Source::Records { .. } | Source::Entered { .. } => {}
        }
    }

    /// The day on which a project counts for its milestone.
    fn counted_on(&self, record: &Record, all: &[Reached; Milestone::ALL.len()]) -> Option<Date> {
        let Source::Milestone { milestone, date, recognised_only, dated_by, within, .. } =
            &self.metric.source
        else {
            return None;
        };
        let day = |word: &str| {
            let milestone = Milestone::from_word(word)?;
            let reached = &all[milestone as usize];
            if !reached.counts(*recognised_only || self.facts.rules().strict_stage) {
                return None;
            }
            match date {
                DateOf::Event => reached.event.or(reached.recognised),
                DateOf::Recognised => {
                    (reached.review == Review::Recognised).then_some(reached.recognised).flatten()
                }
                DateOf::Other => {
                    record.get(CellKey::of(P::MilestoneOtherDate, milestone.element())).as_date()
                }
            }
        };
        let own = day(milestone)?;
        if let Some(within) = within {
            let from = day(&within.of)?;
            let last = from.naive().checked_add_months(Months::new(within.months)).and_then(Date::from_naive);
            if own < from || last.is_some_and(|last| own > last) {
                return None;
            }
        }
        match dated_by {
            // It must have happened by now, and counts where the other one does.
            Some(word) => day(word).filter(|_| own <= self.today),
            None => Some(own),
        }
    }

    fn count(&mut self, id: RecordId, record: &Record, on: Option<Date>, amount: Amount) {
        let field = match amount {
            Amount::Count => return self.add(id, record, on, id, Decimal::ONE),
            Amount::Total => P::TotalInvestment,
            Amount::Fixed => P::FixedInvestment,
            Amount::Phase1 => P::Phase1Investment,
            Amount::Registered => P::RegisteredCapital,
            Amount::Fdi => P::FdiAmount,
        };
        match self.money(record.get(field)) {
            Some(yuan) => self.add(id, record, on, id, yuan),
            None => self.measured.left_out.push(id),
        }
    }

    fn money(&self, value: &Value) -> Option<Decimal> {
        value.as_money().and_then(|money| self.facts.rules().rates.to_yuan(money)).map(Decimal::whole)
    }

    /// One arrival of money.
    fn tranche(&mut self, id: RecordId, record: &Record, tranche: RecordId) {
        let Source::Funds { recognised_only, sources, uses } = &self.metric.source else { return };
        let Some(cells) = self.facts.state().record(tranche) else { return };
        let review = cells.get(T::Review).as_text().and_then(Review::from_word).unwrap_or_default();
        let counts = match review {
            Review::Returned => false,
            Review::Pending => !recognised_only,
            Review::Recognised => true,
        };
        let text = |field: T| cells.get(field).as_text().unwrap_or_default();
        let from = sources.is_empty() || sources.iter().any(|source| source == text(T::Source));
        let on = cells.get(T::ArrivedOn).as_date().filter(|on| *on <= self.today);
        let (true, true, Some(on)) = (counts, from, on) else { return };
        let share =
            uses.iter().find(|(word, _)| word == text(T::Purpose)).map_or(Decimal::ONE, |(_, share)| *share);
        match self.money(cells.get(T::Amount)) {
            Some(yuan) => self.add(id, record, Some(on), tranche, yuan.times(share)),
            None => self.measured.left_out.push(tranche),
        }
    }

    /// Notes what `from` gives, on a project.
    fn add(&mut self, project: RecordId, record: &Record, on: Option<Date>, from: RecordId, amount: Decimal) {
        let state = self.facts.state();
        let to = |field: P| record.get(field).as_ref_id().map(|id| state.resolve(id));
        let responsible = to(P::Unit);
        let shares = match self.metric.credit {
            Credit::Responsible => between(None, Decimal::ZERO, responsible),
            Credit::FirstTalk(share) => between(to(P::FirstTalkUnit), share, responsible),
            Credit::Host(share) => between(to(P::HostUnit), share, responsible),
            Credit::Shares => {
                let moves = credit::transfers(state, self.facts.children(Kind::Transfer, project));
                if moves.is_empty() {
                    between(None, Decimal::ZERO, responsible)
                } else {
                    credit::shares(None, &moves, on.unwrap_or(self.today))
                }
            }
        };
        let person = match self.metric.person {
            PersonOf::Owner => P::Owner,
            PersonOf::Leader => P::Leader,
        };
        let people = to(person).into_iter().collect();
        let chain = record.get(P::Chain).as_text().map(|word| self.chain(word));
        self.measured.entries.push(Entry {
            on,
            record: from,
            amount,
            units: divided(amount, &shares),
            people,
            chain,
        });
    }

    fn chain(&mut self, word: &str) -> usize {
        if let Some(&known) = self.chains.get(word) {
            return known;
        }
        let next = self.measured.chains.len();
        self.measured.chains.push(word.to_owned());
        self.chains.insert(word.to_owned(), next);
        next
    }

    /// Metrics over other records than projects.
    fn records(&mut self) {
        let kind = match &self.metric.source {
            Source::Records { records, .. } => Kind::from_word(records),
            Source::Entered { .. } => Some(Kind::Figure),
            _ => None,
        };
        for (id, record) in kind.into_iter().flat_map(|kind| self.facts.state().live(kind)) {
            self.other(id, record);
        }
    }

    /// What a record that is no project gives.
    fn other(&mut self, id: RecordId, record: &Record) {
        if !self.measured.not_understood.is_empty() {
            return;
        }
        match &self.metric.source {
            Source::Records { records, field } if records == id.kind.word() => {
                let Some(found) = attribution(id.kind) else { return };
                let field = field.as_deref().and_then(|word| Field::from_word(id.kind, word));
                let on = day(record, found.on).filter(|on| *on <= self.today || id.kind == Kind::DutyMonth);
                if let Some(on) = on.filter(|_| self.meets(id, record)) {
                    self.record(id, record, &found, on, field);
                }
            }
            Source::Entered { .. } if id.kind == Kind::Figure => self.figure(id, record),
            _ => {}
        }
    }

    fn record(&mut self, id: RecordId, record: &Record, by: &Attribution, on: Date, field: Option<Field>) {
        let state = self.facts.state();
        let Some(amount) = self.amount_of(id, record, field) else {
            self.measured.left_out.push(id);
            return;
        };
        let to = |record: &Record, field: Field| record.get(field).as_ref_id().map(|id| state.resolve(id));
        let mut people: Vec<RecordId> = Vec::new();
        for &field in by.people {
            match to(record, field) {
                Some(person) => people.push(person),
                None => people.extend(members(state, record, field)),
            }
        }
        let mut seen = Vec::new();
        people.retain(|person| {
            !seen.contains(person) && {
                seen.push(*person);
                true
            }
        });
        let project =
            by.project.and_then(|field| to(record, field)).and_then(|project| state.record(project));
        let unit_of = |person: &RecordId| to(state.record(*person)?, PersonField::Unit.field());
        let unit = by.unit.and_then(|field| to(record, field));
        let unit = unit.or_else(|| people.iter().find_map(unit_of));
        let unit = unit.or_else(|| to(project?, P::Unit.field()));
        let chain = project.and_then(|project| project.get(P::Chain).as_text()).map(|word| self.chain(word));
        let shares: Vec<Share> = unit.map(|unit| Share { unit, share: WHOLE }).into_iter().collect();
        let units = divided(amount, &shares);
        self.measured.entries.push(Entry { on: Some(on), record: id, amount, units, people, chain });
    }

    /// What of a record is summed.
    fn amount_of(&self, id: RecordId, record: &Record, field: Option<Field>) -> Option<Decimal> {
        let Some(field) = field else { return Some(Decimal::ONE) };
        let def = field.def(id.kind)?;
        if matches!(def.elements, Elements::Records(_)) {
            let count = members(self.facts.state(), record, field).len();
            return Some(Decimal::whole(i64::try_from(count).ok()?));
        }
        match (record.get(field), def.ty) {
            // Trips state their days or not; where not, they follow from the two dates.
            (Value::Empty, FieldType::Days) if id.kind == Kind::OutboundTrip => {
                let days = Trip::read(self.facts.state(), self.facts.rules(), record).days?;
                Decimal::whole(days).over(Decimal::whole(10))
            }
            (Value::Empty, _) => Some(Decimal::ZERO),
            (Value::Int(tenths), FieldType::Days) => Decimal::whole(*tenths).over(Decimal::whole(10)),
            (Value::Int(number), FieldType::Number) => Some(Decimal::ten_thousandths(*number)),
            (Value::Int(number), FieldType::Percent) => Decimal::whole(*number).over(Decimal::whole(100)),
            (Value::Int(number), _) => Some(Decimal::whole(*number)),
            (money @ Value::Money(_), _) => self.money(money),
            (Value::Bool(yes), _) => Some(if *yes { Decimal::ONE } else { Decimal::ZERO }),
            _ => None,
        }
    }

    /// A number entered by hand, for this metric and not for another place.
    fn figure(&mut self, id: RecordId, record: &Record) {
        let state = self.facts.state();
        let metric = record.get(F::Metric).as_ref_id().map(|metric| state.resolve(metric));
        let own = metric == Some(super::standard::id(&self.metric.word));
        let rival = !record.get(F::Place).is_empty();
        let mark = !record.get(F::Grader).is_empty();
        let on = record.get(F::On).as_date().filter(|on| *on <= self.today);
        let Some(on) = on.filter(|_| own && !rival && !mark) else { return };
        let Some(amount) = stated(self.facts.rules(), record, F::Amount, F::Number) else {
            self.measured.left_out.push(id);
            return;
        };
        let to = |field: F| record.get(field).as_ref_id().map(|id| state.resolve(id));
        let shares: Vec<Share> = to(F::Unit).map(|unit| Share { unit, share: WHOLE }).into_iter().collect();
        let chain = record.get(F::Chain).as_text().map(|word| self.chain(word));
        let people = to(F::Person).into_iter().collect();
        let units = divided(amount, &shares);
        self.measured.entries.push(Entry { on: Some(on), record: id, amount, units, people, chain });
    }
}
