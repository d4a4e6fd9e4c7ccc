//! The year's targets of the sample county, its key tasks, and what its neighbours published.

use super::{County, Made, Scene, words};
use crate::domain::field::{FigureField as F, FundTrancheField as T, KeyTaskField as K};
use crate::domain::money::WAN;
use crate::domain::{Date, Decimal, Kind, RecordId, Stage, Value};
use crate::ledger::State;
use crate::rules::metrics::{Metric, standard};
use crate::rules::targets::{Holder, Period, set};
use chrono::Datelike;
use rustc_hash::FxHashMap;

/// The metrics that have targets, with the stage that counts and whether its money does.
const METRICS: [(&str, Option<Stage>, bool); 6] = [
    ("signed", Some(Stage::Signed), false),
    ("signed_amount", Some(Stage::Signed), true),
    ("started", Some(Stage::Started), false),
    ("completed", Some(Stage::Completed), false),
    ("producing", Some(Stage::InProduction), false),
    ("arrived", None, true),
];
/// How far each unit is with what it should have done by now, in percent; the next unit takes the next one.
const PACE: [i64; 10] = [112, 88, 104, 70, 125, 96, 60, 108, 84, 100];
/// 万元 in a step of targets of money.
const STEP: i64 = 1_000;

impl County {
    pub(super) fn targets(&mut self, scene: &Scene) {
        let all = standard::standard();
        let year = self.today.naive().year();
        let arrived = self.arrived(scene, year);
        for (word, stage, is_money) in METRICS {
            let Some(metric) = all.iter().find(|metric| metric.word == word) else { continue };
            let mut sum = 0;
            for (number, unit) in scene.units.iter().enumerate() {
                let done = match stage {
                    Some(stage) => done(scene, number, stage, is_money, year),
                    None => arrived.get(&unit.id).copied().unwrap_or_default(),
                };
                // Everybody is asked to sign; what is built stands in parks and towns.
                let least = match (word, unit.kind) {
                    ("signed", "园区") => 3,
                    ("signed", _) => 1,
                    (_, "部门") => 0,
                    _ => 1,
                };
                let target = self.year_target(done, number, is_money, least);
                if target == 0 {
                    continue;
                }
                sum += target;
                self.target(metric, Holder::Record(unit.id), Period::Year(year), target, is_money);
                if matches!(word, "signed" | "started" | "completed") {
                    for (nth, part) in parts(target, 4) {
                        let quarter = Period::Quarter(year, nth);
                        self.target(metric, Holder::Record(unit.id), quarter, part, false);
                    }
                    let next = Period::Quarter(year + 1, 1);
                    self.target(metric, Holder::Record(unit.id), next, (target / 4).max(1), false);
                }
                if word == "signed" && target > 5 {
                    for (nth, part) in parts(target, 12) {
                        self.target(metric, Holder::Record(unit.id), Period::Month(year, nth), part, false);
                    }
                }
                if word == "signed" && unit.kind == "园区" {
                    // The recruiter takes all but one: what is left is to be divided.
                    let own = Holder::Record(scene.recruiters[number]);
                    self.target(metric, own, Period::Year(year), (target - 1).max(1), false);
                }
            }
            // The county asked for a little more of the first than its units have taken on.
            let county = if word == "signed" { sum + 2 } else { sum };
            self.target(metric, Holder::County, Period::Year(year), county, is_money);
            if matches!(word, "signed" | "started" | "completed") {
                for (nth, part) in parts(county, 4) {
                    self.target(metric, Holder::County, Period::Quarter(year, nth), part, false);
                }
            }
        }
        self.neighbours(scene, year);
        self.key_tasks(scene);
    }

    /// Writes one target; money in 万元.
    fn target(&mut self, metric: &Metric, holder: Holder, period: Period, target: i64, is_money: bool) {
        let target = if is_money { target * WAN } else { target };
        let edits = set(&State::default(), metric, &holder, period, Some(Decimal::whole(target)));
        self.edits.extend(edits);
    }

    /// What a unit was asked for, so that it is as far as its pace says. Money in 万元.
    /// `least` is the least number of projects.
    fn year_target(&self, done: i64, unit: usize, is_money: bool, least: i64) -> i64 {
        let month = i64::from(self.today.naive().month()).max(6);
        let pace = PACE[unit % PACE.len()];
        let target = (done * 12 * 100 + month * pace / 2) / (month * pace);
        match is_money {
            true => (target / STEP + 1) * STEP,
            false => target.max(least),
        }
    }

    /// The money that arrived this year for each unit, in 万元.
    fn arrived(&self, scene: &Scene, year: i32) -> FxHashMap<RecordId, i64> {
        let units: FxHashMap<RecordId, RecordId> =
            scene.projects.iter().map(|made| (made.id, made.cast.unit)).collect();
        let mut found: FxHashMap<RecordId, (Option<RecordId>, i64, bool)> = FxHashMap::default();
        for edit in self.edits.iter().filter(|edit| edit.record.kind == Kind::FundTranche) {
            let tranche = found.entry(edit.record).or_default();
            match &edit.value {
                Value::Ref(project) => tranche.0 = units.get(project).copied(),
                Value::Money(money) => tranche.1 = money.units / WAN,
                Value::Date(on) if edit.cell.field == T::ArrivedOn.field() => {
                    tranche.2 = on.naive().year() == year;
                }
                _ => {}
            }
        }
        let mut sums: FxHashMap<RecordId, i64> = FxHashMap::default();
        for (unit, wan, is_this_year) in found.into_values() {
            if let Some(unit) = unit.filter(|_| is_this_year) {
                *sums.entry(unit).or_default() += wan;
            }
        }
        sums
    }

    /// What the two counties beside this one published last.
    fn neighbours(&mut self, scene: &Scene, year: i32) {
        let own: i64 = (0..scene.units.len()).map(|unit| done(scene, unit, Stage::Signed, false, year)).sum();
        let first = self.today.naive().with_day(1).and_then(Date::from_naive).unwrap_or(self.today);
        // In January the first month is not over.
        let on = if self.today.naive().month() == 1 { self.today } else { first.plus(-1) };
        for (name, number) in
            [(words::NEIGHBOURS[0], own * 110 / 100 + 1), (words::NEIGHBOURS[1], own * 85 / 100)]
        {
            let id = RecordId::derived(Kind::Figure, &[name, "signed", &on.to_string()]);
            self.set(id, F::Metric, Value::Ref(standard::id("signed")));
            self.set(id, F::Place, Value::text(name));
            self.set(id, F::On, Value::Date(on));
            self.set(id, F::Number, Value::Int(number * 10_000));
            self.set(id, F::Source, Value::text("市月度通报"));
        }
    }

    /// Tasks beside recruiting, two of them not done in their month.
    fn key_tasks(&mut self, scene: &Scene) {
        for (number, (name, node, due, done)) in words::KEY_TASKS.iter().enumerate() {
            let unit = &scene.units[number * 2 % scene.units.len()];
            let id = RecordId::derived(Kind::KeyTask, &[name]);
            self.set(id, K::Name, Value::text(name));
            self.set(id, K::Unit, Value::Ref(unit.id));
            self.set(id, K::Owner, Value::Ref(scene.heads[number * 2 % scene.heads.len()]));
            self.set(id, K::Node, Value::text(node));
            self.set(id, K::DueOn, Value::Date(self.today.plus(*due)));
            if let Some(done) = done {
                self.set(id, K::DoneOn, Value::Date(self.today.plus(*done)));
            }
        }
    }
}

/// What a unit did of a stage this year: projects, or their 万元.
fn done(scene: &Scene, unit: usize, stage: Stage, is_money: bool, year: i32) -> i64 {
    let counts = |made: &&Made| {
        let is_theirs = made.cast.unit_number == unit && !made.has_left;
        is_theirs && made.at(stage).is_some_and(|day| day.naive().year() == year)
    };
    scene.projects.iter().filter(counts).map(|made| if is_money { made.wan } else { 1 }).sum()
}

/// A target in so many parts, later ones not smaller than they must be.
fn parts(target: i64, count: i64) -> impl Iterator<Item = (u32, i64)> {
    let until = move |nth: i64| target * nth / count;
    (1..=count).map(move |nth| (nth as u32, until(nth) - until(nth - 1)))
}
