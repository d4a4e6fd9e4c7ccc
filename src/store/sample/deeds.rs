//! Events of the sample county, and what its leaders did themselves.

use super::{County, Made, Scene, words};
use crate::domain::field::{LeaderActivityField as N, PromotionEventField as H};
use crate::domain::money::WAN;
use crate::domain::{Date, Kind, Money, RecordId, Stage, Value};
use crate::ledger::{CellKey, Names};

/// For how many months back leaders' work is noted.
const MONTHS: i32 = 12;

impl County {
    pub(super) fn events(&mut self, names: &mut Names, scene: &Scene) {
        let away = [
            ("长三角投资环境推介会", "招商推介会", "上海市", 300),
            ("华南智能制造展专场对接", "展会", "广东省深圳市", 205),
            ("新能源产业链座谈走访", "座谈走访", "江苏省无锡市", 96),
        ];
        for (name, kind, place, ago) in away {
            let id = self.event(scene, name, kind, place, ago);
            let on = self.workday(ago);
            let heard = |made: &&Made| made.first().is_some_and(|first| (1..=45).contains(&first.since(on)));
            for lead in scene.projects.iter().filter(heard).map(|made| made.id).take(4) {
                self.mark(names, id, H::LeadProjects, lead);
            }
            let contacts = self.dice.between(18, 60);
            self.set(id, H::Contacts, Value::Int(i64::from(contacts)));
        }
        let id = self.event(scene, "重点项目集中签约", "集中签约", "县会议中心", 60);
        let on = self.workday(60);
        for made in latest(&scene.projects, Stage::Signed, on, 5) {
            self.mark(names, id, H::Signings, made.id);
        }
        let id = self.event(scene, "四季度重大项目集中开工", "集中开工", "沿海工业园", 26);
        let on = self.workday(26);
        let started = latest(&scene.projects, Stage::Started, on, 4);
        self.route(names, id, &started);
        let id = self.event(scene, "全县重点项目观摩", "项目观摩", "各镇区项目现场", -9);
        let standing: Vec<&Made> = latest(&scene.projects, Stage::Started, self.today, usize::MAX);
        let toured: Vec<&Made> =
            standing.into_iter().filter(|made| !made.has_left).step_by(3).take(6).collect();
        self.route(names, id, &toured);
    }

    fn event(&mut self, scene: &Scene, name: &str, kind: &str, place: &str, ago: i32) -> RecordId {
        let id = RecordId::derived(Kind::PromotionEvent, &[name]);
        let on = self.workday(ago);
        self.set(id, H::Name, Value::text(name));
        self.set(id, H::EventKind, Value::text(kind));
        self.set(id, H::On, Value::Date(on));
        self.set(id, H::Place, Value::text(place));
        self.set(id, H::Unit, Value::Ref(scene.units[8].id));
        if ago > 0 {
            let cost = i64::from(self.dice.between(6, 40)) * WAN / 2;
            self.set(id, H::Cost, Value::Money(Money::yuan(cost)));
            self.set(id, H::Summary, Value::text("按计划举行，到会企业反响较好，会后逐户跟进。"));
        }
        id
    }

    /// The stops of an event in order, each with what is to be told there.
    fn route(&mut self, names: &mut Names, event: RecordId, stops: &[&Made]) {
        for (place, made) in (1..).zip(stops) {
            let element = names.element(&made.id.to_string());
            self.set(event, CellKey::of(H::Stop, element), Value::Int(place));
            let note = format!("{}项目：{}", made.product, self.dice.pick(words::TO_TELL));
            self.set(event, CellKey::of(H::StopNote, element), Value::text(&note));
        }
    }

    /// Two or three things a leader did in each month, of the five kinds.
    pub(super) fn leaders_work(&mut self, scene: &Scene) {
        for (number, &leader) in scene.leaders.iter().enumerate() {
            // The last one does less.
            let most = if number == 3 { 1 } else { 3 };
            for month in 0..MONTHS {
                for one in 0..self.dice.between(1, most) {
                    let ago = month * 30 + 3 + one * 8 + self.dice.between(0, 4);
                    let on = self.workday(ago);
                    self.leader_activity(scene, leader, on);
                }
            }
        }
    }

    fn leader_activity(&mut self, scene: &Scene, leader: RecordId, on: Date) {
        let id = RecordId::derived(Kind::LeaderActivity, &[&leader.to_string(), &on.to_string()]);
        let (work, content) = *self.dice.pick(words::LEADERS_WORK);
        self.set(id, N::Person, Value::Ref(leader));
        self.set(id, N::Work, Value::text(work));
        self.set(id, N::On, Value::Date(on));
        self.set(id, N::Content, Value::text(content));
        let known = |m: &&Made| m.cast.leader == leader && m.first().is_some_and(|first| first <= on);
        let known: Vec<&Made> = scene.projects.iter().filter(known).collect();
        if known.is_empty() {
            return;
        }
        let made = known[self.dice.below(known.len())];
        match work {
            "会见客商" => {
                self.set(id, N::Company, Value::Ref(made.investor));
                self.set(id, N::Project, Value::Ref(made.id));
            }
            "关注项目" | "协调问题" => self.set(id, N::Project, Value::Ref(made.id)),
            _ => {}
        }
    }
}

/// The projects that came to a stage last by a day, the latest first.
fn latest(projects: &[Made], stage: Stage, by: Date, count: usize) -> Vec<&Made> {
    let came = |made: &&Made| made.at(stage).is_some_and(|day| day <= by);
    let mut found: Vec<&Made> = projects.iter().filter(came).collect();
    found.sort_by_key(|made| std::cmp::Reverse(made.at(stage)));
    found.truncate(count);
    found
}
