//! What each project of the sample county promised, when its lead was answered, which permits it needs.

use super::{County, Made, Scene, words};
use crate::domain::field::{PermitField as S, PermitTemplateField as Q, ProjectField as P, UnitField as U};
use crate::domain::{Date, Kind, Milestone, RecordId, Stage, Value};
use crate::ledger::{CellKey, Names};
use crate::rules::permits::{Template, backwards, shipped, shipped_id};
use chrono::{Datelike, Months};

/// 建设性质 of every project of the county.
const NEW_BUILT: &str = "新建";

impl County {
    pub(super) fn works(&mut self, names: &mut Names, scene: &Scene) {
        let departments = self.departments(scene.units.len());
        let templates = self.templates(names, &departments);
        for made in &scene.projects {
            self.answers(made);
            self.quiet_months(names, made);
            if made.stage >= Stage::Signed {
                self.nodes(made, &templates);
            }
        }
    }

    /// Departments that grant permits; they do not recruit.
    fn departments(&mut self, after: usize) -> Vec<RecordId> {
        let mut ids = Vec::new();
        for (order, name) in (after as i64..).zip(words::DEPARTMENTS) {
            let id = RecordId::derived(Kind::Unit, &[name]);
            self.set(id, U::Name, Value::text(name));
            self.set(id, U::UnitKind, Value::text("部门"));
            self.set(id, U::RankGroup, Value::text("不参与考核"));
            self.set(id, U::Order, Value::Int(order));
            ids.push(id);
        }
        ids
    }

    /// The templates that are shipped, as the county's own: each says which department grants it.
    fn templates(&mut self, names: &mut Names, departments: &[RecordId]) -> Vec<Template> {
        let mut templates = shipped();
        for template in &mut templates {
            let id = shipped_id(template);
            let granted_by = words::GRANTED_BY.iter().find(|(name, _)| *name == template.name);
            template.department = granted_by.map(|(_, place)| departments[*place]);
            self.set(id, Q::Name, Value::text(&template.name));
            self.set(id, Q::Phase, Value::Int(template.phase));
            self.set(id, Q::Days, Value::Int(template.days));
            self.set(id, Q::Department, template.department.map_or(Value::Empty, Value::Ref));
            for (field, words) in [(Q::LandKinds, &template.lands), (Q::Natures, &template.natures)] {
                for word in words {
                    self.set(id, CellKey::of(field, names.element(word)), Value::Bool(true));
                }
            }
        }
        templates
    }

    /// When the lead was answered, assessed and fed back (domain notes R31: one day, three days, one week).
    fn answers(&mut self, made: &Made) {
        let Some(first) = made.first() else { return };
        let days = [
            (P::RepliedOn, *self.dice.pick(&[0, 0, 1, 1, 1, 3])),
            (P::AssessedOn, *self.dice.pick(&[1, 2, 2, 3, 3, 6])),
            (P::FeedbackOn, *self.dice.pick(&[4, 5, 6, 7, 7, 12])),
        ];
        for (number, (field, days)) in days.into_iter().enumerate() {
            // Of the newest leads some wait for an answer.
            if made.stage == Stage::Planned && self.dice.chance(12 + 16 * number) {
                break;
            }
            self.set(made.id, field, Value::Date(first.plus(days).min(self.today)));
        }
    }

    /// Why nothing happened in a month without a follow-up and a milestone.
    fn quiet_months(&mut self, names: &mut Names, made: &Made) {
        let (Some(first), Some(this_month)) = (made.first(), self.today.naive().with_day(1)) else { return };
        for ago in 1..=3 {
            let bounds = this_month
                .checked_sub_months(Months::new(ago))
                .zip(this_month.checked_sub_months(Months::new(ago - 1)));
            let bounds = bounds.and_then(|(from, to)| Date::from_naive(from).zip(Date::from_naive(to)));
            let Some((from, to)) = bounds else { continue };
            let within = |day: Date| (from..to).contains(&day);
            let is_quiet =
                !made.talks.iter().copied().any(within) && !made.reached.iter().any(|(_, d)| within(*d));
            if is_quiet
                && first < from
                && made.stage < Stage::InProduction
                && !made.has_left
                && self.dice.chance(55)
            {
                let reason = *self.dice.pick(words::REASONS);
                let element = names.element(&from.naive().format("%Y-%m").to_string());
                self.set(made.id, CellKey::of(P::NoProgress, element), Value::text(reason));
            }
        }
    }

    /// Nodes of the works and the permits planned back from them.
    fn nodes(&mut self, made: &Made, templates: &[Template]) {
        let Some(signed) = made.at(Stage::Signed) else { return };
        let started = made.at(Stage::Started);
        // Of those not started some are on plan, some due, some late.
        let promised = match started {
            Some(started) => started.plus(self.dice.between(-25, 20)),
            None => self.today.plus(*self.dice.pick(&[-96, -40, -12, 4, 18, 45, 60, 90])),
        };
        let promised = promised.max(signed.plus(25));
        let planned = match made.at(Stage::Completed) {
            Some(completed) => completed.plus(self.dice.between(-20, 25)),
            None => started.unwrap_or(promised).plus(self.dice.between(150, 330)),
        };
        self.set(made.id, P::PromisedStart, Value::Date(promised));
        self.set(made.id, P::PlannedCompletion, Value::Date(planned));
        let producing = planned.plus(self.dice.between(40, 90));
        self.set(made.id, P::PlannedProduction, Value::Date(producing));
        let land = *self.dice.pick(&["新供地", "新供地", "新供地", "租赁厂房"]);
        self.set(made.id, P::LandKind, Value::text(land));
        self.set(made.id, P::ConstructionNature, Value::text(NEW_BUILT));
        if let Some(started) = started {
            let (gone, whole) = (self.today.since(started), planned.since(started).max(1));
            let behind = *self.dice.pick(&[-4, 0, 3, 8, 16, 34]);
            let share = (gone * 100 / whole - behind).clamp(5, 95);
            let share = if made.stage >= Stage::Completed { 100 } else { share };
            self.set(made.id, P::PhysicalProgress, Value::Int(i64::from(share) * 100));
            // One in five has not been listed in the statistics.
            let listed = started.plus(12 + (made.id.key % 30) as i32);
            if !made.id.key.is_multiple_of(5) && listed <= self.today {
                let cell = CellKey::of(P::MilestoneDate, Milestone::Listed.element());
                self.set(made.id, cell, Value::Date(listed));
            }
        }
        if made.stage <= Stage::Started && !made.has_left {
            let needed = templates.iter().filter(|template| template.fits(Some(land), Some(NEW_BUILT)));
            self.permits(made, promised, &needed.collect::<Vec<_>>());
        }
    }

    /// The permits that a project needs, planned back from its promised start as the office plans them.
    fn permits(&mut self, made: &Made, start: Date, needed: &[&Template]) {
        let whole = |template: &Template| i32::try_from(template.days).unwrap_or(0);
        let turns: Vec<(i64, i32)> = needed.iter().map(|t| (t.phase, whole(t))).collect();
        let last = needed.iter().map(|template| template.phase).max();
        let signed = made.at(Stage::Signed).unwrap_or(self.today);
        for (template, slot) in needed.iter().zip(backwards(&turns, start)) {
            let id = RecordId::derived(Kind::Permit, &[&made.id.to_string(), &template.name]);
            self.set(id, S::Project, Value::Ref(made.id));
            self.set(id, S::Name, Value::text(&template.name));
            self.set(id, S::Phase, Value::Int(template.phase));
            self.set(id, S::Days, Value::Int(template.days));
            self.set(id, S::Department, template.department.map_or(Value::Empty, Value::Ref));
            self.set(id, S::DueOn, Value::Date(slot.end));
            self.set(id, S::PlannedFor, Value::Date(slot.end));
            let is_late = self.dice.chance(18);
            let late = if is_late { self.dice.between(2, 30) } else { -self.dice.between(0, 9) };
            let days = whole(template);
            // What was signed late is granted in half of the days stated, where it can be.
            let done = slot.end.plus(late).max(signed.plus(days / 2));
            let done = if made.stage >= Stage::Started { done.min(start.plus(-1)) } else { done }.max(signed);
            let applied = done.plus(-days).max(signed);
            if applied <= self.today {
                self.set(id, S::AppliedOn, Value::Date(applied));
            }
            // One of two is held up at its last permit.
            let is_stuck =
                Some(template.phase) == last && made.stage < Stage::Started && made.id.key.is_multiple_of(2);
            if done <= self.today && !is_stuck {
                self.set(id, S::DoneOn, Value::Date(done));
                let number = format!("〔{}〕{}号", done.naive().year(), 10 + self.dice.below(400));
                self.set(id, S::Number, Value::text(&number));
            }
        }
    }
}
