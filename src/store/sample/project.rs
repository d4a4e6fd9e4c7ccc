//! One project of the sample county and what happened to it.

use super::{County, Made, money, words};
use crate::domain::field::{FollowUpField as W, FundTrancheField as T, ProjectField as P};
use crate::domain::lists::usual_evidence;
use crate::domain::milestone::{Exit, Review};
use crate::domain::{Date, Kind, Milestone, RecordId, Stage, Value};
use crate::ledger::{CellKey, Names};

/// Who carries the project.
#[derive(Clone, Copy)]
pub struct Cast {
    pub unit: RecordId,
    /// Its place among the units.
    pub unit_number: usize,
    pub owner: RecordId,
    pub leader: RecordId,
}

/// How many projects of the county stand at each stage: a funnel, as a real pipeline is.
const FUNNEL: [usize; Stage::ALL.len()] = [7, 17, 13, 8, 8, 4, 5, 2];

/// How many times longer than another step it takes to come to a stage. Building takes most of a year and full capacity
/// another, so that what is built now was signed the year before: the two years can be compared.
const fn slowness(to: Stage) -> i32 {
    match to {
        Stage::Started => 2,
        Stage::Completed => 4,
        Stage::AtCapacity => 7,
        _ => 1,
    }
}

/// How long a project has been at its own stage, given how long another would be. Now and then one that was signed is
/// not taken up for a year.
const fn stay(at: Stage, number: usize, days: i32) -> i32 {
    match at {
        Stage::Signed if number.is_multiple_of(6) => days + YEAR,
        Stage::Started => days * 4,
        Stage::InProduction => days * 3,
        Stage::Completed => days * 2,
        _ => days,
    }
}

/// Days in a year.
const YEAR: i32 = 365;
/// For how many days after it was signed the money of a project arrives.
const ARRIVING: i32 = 240;

/// The stage of project `number`.
fn stage_of(number: usize) -> Stage {
    let mut left = number;
    for (&stage, &count) in Stage::ALL.iter().zip(&FUNNEL) {
        match left.checked_sub(count) {
            None => return stage,
            Some(rest) => left = rest,
        }
    }
    Stage::Negotiating
}

impl County {
    pub(super) fn project(&mut self, names: &mut Names, number: usize, cast: Cast) -> Made {
        let brand = words::BRANDS[number % words::BRANDS.len()];
        let (industry, product, chain) = words::PRODUCTS[number * 7 % words::PRODUCTS.len()];
        let name = format!("{brand}{product}项目");
        let id = RecordId::derived(Kind::Project, &[&name, &number.to_string()]);
        let (investor, contact) = self.investor(brand, industry);
        let stage = stage_of(number);
        let size = *self.dice.pick(&[3, 5, 8, 10, 12, 15, 20, 23, 35, 50, 68, 100, 120, 200]);
        // Large projects are the ones that are built.
        let wan = 1000 * i64::from(size) * if stage >= Stage::Started { 2 } else { 1 };
        let mu = i64::from(self.dice.between(15, 220));
        let facts = [
            (P::Name, Value::text(&name)),
            (P::Code, Value::text(&format!("SL2026{:04}", number + 1))),
            (P::Investor, Value::Ref(investor)),
            (P::Contact, Value::Ref(contact)),
            (P::Industry, Value::text(industry)),
            (P::Unit, Value::Ref(cast.unit)),
            (P::Owner, Value::Ref(cast.owner)),
            (P::Leader, Value::Ref(cast.leader)),
            (P::CapitalOrigin, Value::text("内资")),
            (P::Summary, Value::text(&format!("建设{product}生产线及配套设施，用地约{mu}亩。"))),
            (P::LandArea, Value::Int(mu * 66_667)),
            (P::Jobs, Value::Int(i64::from(self.dice.between(6, 60)) * 10)),
        ];
        for (field, value) in facts {
            self.set(id, field, value);
        }
        for (field, share) in [(P::TotalInvestment, 100), (P::FixedInvestment, 70), (P::TaxYearly, 4)] {
            let value = money(wan * share / 100);
            self.set(id, field, value);
        }
        if !chain.is_empty() {
            self.set(id, P::Chain, Value::text(chain));
        }
        let method = *self.dice.pick(&["产业链招商", "驻点招商", "以商招商", "活动招商"]);
        self.set(id, P::Method, Value::text(method));
        let (reached, spoken) = self.milestones(names, id, number, stage);
        let talks = self.follow_ups(id, stage, cast.owner, spoken);
        if stage >= Stage::Signed {
            let signed = reached.iter().find(|(stage, _)| *stage == Stage::Signed);
            self.tranches(id, stage, wan, signed.map_or(self.today, |(_, day)| *day));
        }
        let has_left = number % 16 == 9;
        if has_left {
            self.leave(id, if number % 32 == 9 { Exit::Lost } else { Exit::OnHold });
        }
        Made { id, cast, investor, product, stage, wan, reached, talks, has_left }
    }

    /// Dates every milestone up to the stage, newest first; says for how many days it has been spoken of.
    fn milestones(
        &mut self,
        names: &mut Names,
        id: RecordId,
        number: usize,
        stage: Stage,
    ) -> (Vec<(Stage, Date)>, i32) {
        let mut spoken = self.dice.between(12, 95);
        let mut ago = stay(stage, number, spoken);
        let mut reached = Vec::new();
        for &passed in Stage::ALL.iter().rev().filter(|&&s| s <= stage) {
            let milestone = passed.milestone();
            let date = self.today.plus(-ago);
            reached.push((passed, date));
            let cell = |field| CellKey::of(field, milestone.element());
            self.set(id, cell(P::MilestoneDate), Value::Date(date));
            // The newest milestone is often still under review; older ones are settled.
            if passed >= Stage::Signed && (passed < stage || self.dice.chance(50)) {
                self.set(id, cell(P::MilestoneReview), Value::text(Review::Recognised.word()));
                let recognised = date.plus(self.dice.between(1, 9)).min(self.today);
                self.set(id, cell(P::MilestoneRecognised), Value::Date(recognised));
                self.evidence(names, id, milestone, date.to_string());
            }
            let step = self.dice.between(18, 70);
            spoken += step;
            ago += step * slowness(passed);
        }
        if stage >= Stage::Signed {
            self.set(id, P::AgreementType, Value::text("投资协议"));
        }
        (reached, spoken)
    }

    fn evidence(&mut self, names: &mut Names, id: RecordId, milestone: Milestone, date: String) {
        for kind in usual_evidence(milestone) {
            if self.dice.chance(80) {
                let element = names.element(&format!("{}/{kind}", milestone.word()));
                let note = Value::text(&format!("{kind} {date}"));
                self.set(id, CellKey::of(P::Evidence, element), note);
            }
        }
    }

    /// Notes the talks; says on which days they were.
    fn follow_ups(&mut self, id: RecordId, stage: Stage, owner: RecordId, first: i32) -> Vec<Date> {
        let mut talks = Vec::new();
        // One in six has been left alone too long.
        let mut ago = if self.dice.chance(16) { self.dice.between(35, 80) } else { self.dice.between(0, 12) };
        let count = self.dice.between(3, 8);
        for number in 0..count {
            let texts =
                if stage >= Stage::Signed && number < count / 2 { words::WORKS } else { words::TALKS };
            let (content, next) = *self.dice.pick(texts);
            let entry = RecordId::derived(Kind::FollowUp, &[&id.to_string(), &number.to_string()]);
            let method = *self.dice.pick(&["电话", "微信", "上门拜访", "来访接待", "会议", "现场"]);
            talks.push(self.today.plus(-ago));
            self.set(entry, W::Project, Value::Ref(id));
            self.set(entry, W::On, Value::Date(self.today.plus(-ago)));
            self.set(entry, W::Method, Value::text(method));
            self.set(entry, W::Content, Value::text(content));
            self.set(entry, W::Person, Value::Ref(owner));
            self.set(entry, W::NextStep, Value::text(next));
            let due = self.dice.between(-6, 14);
            let next_on = if number == 0 { self.today.plus(due) } else { self.today.plus(7 - ago) };
            self.set(entry, W::NextOn, Value::Date(next_on));
            if number > 0 {
                self.set(entry, W::NextDone, Value::Bool(true));
            }
            ago += self.dice.between(5, 24);
            if ago > first {
                break;
            }
        }
        talks
    }

    /// Money that arrived since the project was signed.
    fn tranches(&mut self, id: RecordId, stage: Stage, wan: i64, signed: Date) {
        let parts = (stage as i64 - Stage::Signed as i64).min(4);
        for part in 0..parts {
            let tranche = RecordId::derived(Kind::FundTranche, &[&id.to_string(), &part.to_string()]);
            let amount = money(wan * i64::from(self.dice.between(8, 22)) / 100);
            let since = self.today.since(signed).min(ARRIVING);
            let arrived = signed.plus(self.dice.between(5, 300) * since / 300);
            self.set(tranche, T::Project, Value::Ref(id));
            self.set(tranche, T::Amount, amount);
            self.set(tranche, T::ArrivedOn, Value::Date(arrived));
            let voucher = *self.dice.pick(&["进账单", "土地款", "发票", "验资报告"]);
            self.set(tranche, T::Voucher, Value::text(voucher));
            self.set(tranche, T::Source, Value::text("省外"));
        }
    }

    fn leave(&mut self, id: RecordId, exit: Exit) {
        let reason = *self.dice.pick(&["落户外地", "投资方战略调整", "土地不符"]);
        self.set(id, P::Exit, Value::text(exit.word()));
        self.set(id, P::ExitDate, Value::Date(self.today.plus(-9)));
        self.set(id, P::ExitReason, Value::text(reason));
    }
}
