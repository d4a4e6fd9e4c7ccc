//! What is done for the projects of the sample county: problems, promises of policy, inspections.

use super::{County, Made, Scene, money, words};
use crate::domain::field::{InspectionField as Y, IssueField as I, PolicyPromiseField as D};
use crate::domain::{Date, Kind, RecordId, Stage, Value};
use crate::ledger::{CellKey, Names};

/// When inspections were made: days ago, name of the round, how many findings.
const ROUNDS: [(i32, &str, usize); 4] = [
    (250, "一季度开工项目督查", 5),
    (150, "半年重点项目督查", 6),
    (62, "三季度项目督查", 6),
    (9, "重点项目集中督查", 7),
];

impl County {
    pub(super) fn services(&mut self, names: &mut Names, scene: &Scene) {
        for made in &scene.projects {
            let most = match made.stage {
                Stage::Planned => 0,
                Stage::Negotiating => 1,
                _ => 2,
            };
            for number in 0..most {
                if self.dice.chance(58) {
                    self.issue(names, made, number);
                }
            }
            if made.stage >= Stage::Signed {
                self.promises(made);
            }
        }
        for (round, (ago, name, count)) in ROUNDS.into_iter().enumerate() {
            self.inspections(scene, round, ago, name, count);
        }
    }

    fn issue(&mut self, names: &mut Names, made: &Made, number: usize) {
        let id = RecordId::derived(Kind::Issue, &[&made.id.to_string(), &number.to_string()]);
        let (name, factor, wanted, department, solution) = *self.dice.pick(words::ISSUES);
        let begun = made.first().map_or(120, |first| self.today.since(first)).min(240);
        let raised = self.today.plus(-self.dice.between(2, begun.max(3)));
        let department = RecordId::derived(Kind::Unit, &[words::DEPARTMENTS[department]]);
        let due = raised.plus(*self.dice.pick(&[10, 15, 15, 20, 30]));
        self.set(id, I::Project, Value::Ref(made.id));
        self.set(id, I::Name, Value::text(name));
        self.set(id, I::Factor, Value::text(factor));
        if !wanted.is_empty() {
            self.set(id, I::Wanted, Value::text(wanted));
        }
        self.set(id, I::RaisedOn, Value::Date(raised));
        self.set(id, I::RaisedBy, Value::Ref(made.cast.owner));
        self.set(id, I::Department, Value::Ref(department));
        self.set(id, I::DueOn, Value::Date(due));
        let accepted = raised.plus(self.dice.between(0, 4));
        if accepted > self.today || self.dice.chance(10) {
            return;
        }
        self.set(id, I::AcceptedOn, Value::Date(accepted));
        // One in five is passed on, a few twice.
        let mut from = accepted;
        for other in ["自然资源和规划局", "发展和改革委员会"] {
            from = from.plus(self.dice.between(3, 9));
            if from > self.today || !self.dice.chance(22) {
                break;
            }
            let to = RecordId::derived(Kind::Unit, &[other]);
            let element = names.element(&from.to_string());
            self.set(id, CellKey::of(I::HandedTo, element), Value::Ref(to));
        }
        let solved = due.plus(*self.dice.pick(&[-9, -6, -4, -3, -1, 0, 6, 15])).max(from);
        if solved <= self.today && self.dice.chance(82) {
            self.set(id, I::SolvedOn, Value::Date(solved));
            self.set(id, I::Solution, Value::text(solution));
        } else if self.today.since(raised) > 60 && self.dice.chance(30) {
            self.set(id, I::Suspended, Value::Bool(true));
        }
    }

    /// Two promises of each agreement: one paid, due or not due yet, one on a condition.
    fn promises(&mut self, made: &Made) {
        let Some(signed) = made.at(Stage::Signed) else { return };
        for number in 0..2 {
            let (name, content, condition, share) =
                words::PROMISES[(number * 2 + self.dice.below(2)) % words::PROMISES.len()];
            let id = RecordId::derived(Kind::PolicyPromise, &[&made.id.to_string(), &number.to_string()]);
            let amount = made.wan * share / 1000;
            let due = signed.plus(self.dice.between(90, 420));
            let is_met = made.stage >= if number == 0 { Stage::Started } else { Stage::InProduction };
            self.set(id, D::Project, Value::Ref(made.id));
            self.set(id, D::Name, Value::text(name));
            self.set(id, D::Content, Value::text(content));
            self.set(id, D::Condition, Value::text(condition));
            self.set(id, D::Amount, money(amount));
            self.set(id, D::DueOn, Value::Date(due));
            self.set(id, D::Department, Value::Ref(RecordId::derived(Kind::Unit, &["财政局"])));
            let review = *self.dice.pick(&["已审查", "已审查", "已审查", "已审查", "审查中", "未审查"]);
            self.set(id, D::FairReview, Value::text(review));
            if !is_met {
                continue;
            }
            self.set(id, D::ConditionMet, Value::Bool(true));
            let paid = due.plus(self.dice.between(-15, 25));
            if paid <= self.today && self.dice.chance(70) {
                let part = *self.dice.pick(&[100, 100, 100, 50]);
                self.set(id, D::Paid, money(amount * part / 100));
                self.set(id, D::PaidOn, Value::Date(paid));
                let proof = format!("财企拨〔{}〕号", 100 + self.dice.below(300));
                self.set(id, D::Proof, Value::text(&proof));
            }
        }
    }

    fn inspections(&mut self, scene: &Scene, round: usize, ago: i32, name: &str, count: usize) {
        let on = self.workday(ago);
        let there =
            |made: &&Made| !made.has_left && made.at(Stage::Signed).is_some_and(|signed| signed <= on);
        let there: Vec<&Made> = scene.projects.iter().filter(there).collect();
        for number in 0..count.min(there.len()) {
            let made = there[(number * 5 + round * 3) % there.len()];
            let (finding, content, correction) =
                words::FINDINGS[(number + round * 3) % words::FINDINGS.len()];
            let id = RecordId::derived(Kind::Inspection, &[name, &number.to_string()]);
            let due = on.plus(*self.dice.pick(&[5, 7, 15, 15, 30]));
            self.set(id, Y::Name, Value::text(finding));
            self.set(id, Y::Round, Value::text(name));
            self.set(id, Y::On, Value::Date(on));
            self.set(id, Y::Project, Value::Ref(made.id));
            let unit = &scene.units[made.cast.unit_number];
            self.set(id, Y::Place, Value::text(&format!("{}{}项目现场", unit.name, made.product)));
            self.set(id, Y::Unit, Value::Ref(unit.id));
            self.set(id, Y::Inspector, Value::text("县重点项目督查组"));
            self.set(id, Y::Content, Value::text(content));
            self.set(id, Y::DueOn, Value::Date(due));
            self.corrected(id, due, correction);
        }
    }

    fn corrected(&mut self, id: RecordId, due: Date, correction: &str) {
        let corrected = due.plus(*self.dice.pick(&[-4, -2, -1, 0, 3]));
        if corrected <= self.today && self.dice.chance(85) {
            self.set(id, Y::CorrectedOn, Value::Date(corrected));
            self.set(id, Y::Correction, Value::text(correction));
        }
    }
}
