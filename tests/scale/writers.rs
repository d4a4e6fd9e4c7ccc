//! What everybody writes through the year, and what is known of the files.

use crate::Plan;
use crate::sea::mix;
use std::collections::BTreeMap;
use zhaoshang::domain::field::{FollowUpField as W, ProjectField as P};
use zhaoshang::domain::{Currency, Date, Kind, Money, RecordId, Value};
use zhaoshang::exchange::share::Taken;
use zhaoshang::ledger::{Clock, Edit, NodeId, Stamp, State, VersionVector};

/// The changes of each device, as that device alone made them.
pub struct Writers {
    plan: Plan,
    writers: BTreeMap<NodeId, Writer>,
    have: VersionVector,
    made: u64,
}

struct Writer {
    state: State,
    clock: Clock,
}

/// What each file holds, worked out by the device that merged it first for real: by length and check sum.
#[derive(Default)]
pub struct Known(pub BTreeMap<(usize, u32), Taken>);

impl Writers {
    pub fn new(plan: Plan) -> Self {
        let writer = |node| (node, Writer { state: State::default(), clock: Clock::new(node) });
        // The centre only reads.
        let writers = (2..=plan.devices).map(NodeId).map(writer).collect();
        Self { plan, writers, have: VersionVector::default(), made: 0 }
    }

    /// What there is.
    pub fn have(&self) -> VersionVector {
        self.have.clone()
    }

    /// The latest change of one device.
    pub fn have_of(&self, node: NodeId) -> Stamp {
        self.have.of(node)
    }

    /// How many changes there are.
    pub fn made(&self) -> u64 {
        self.made
    }

    /// The changes of one device.
    pub fn state(&self, node: NodeId) -> &State {
        &self.writers[&node].state
    }

    /// One day's work of everybody: new projects with what is known of them, then follow-ups and changes of
    /// projects; one in ten concerns a project that another device registered.
    pub fn work(&mut self, day: u64, now: u64) {
        let Plan { projects, changes, days, devices, units, .. } = self.plan;
        let count = devices - 1;
        let (new, all) = (projects.div_ceil(days * count), changes.div_ceil(days * count));
        for (&node, writer) in &mut self.writers {
            let mut made = 0;
            for at in 0..new {
                let key = mix(node.0, day, at);
                made += writer.write(register(key, units, day), now + at, &mut self.have);
            }
            for at in new.. {
                if made >= all {
                    break;
                }
                let chance = mix(node.0, day, 1_000_000 + at);
                let whose = if chance.is_multiple_of(10) { 2 + chance / 10 % count } else { node.0 };
                let project =
                    RecordId::new(Kind::Project, mix(whose, 1 + chance / 11 % day, chance / 7 % new));
                made += writer.write(edits(project, chance, day), now + at, &mut self.have);
            }
            self.made += made;
        }
    }
}

impl Writer {
    /// Gives how many changes were made.
    fn write(&mut self, edits: Vec<Edit>, now: u64, have: &mut VersionVector) -> u64 {
        let stamp = self.clock.tick(now);
        let changes = self.state.changes_for(edits, stamp);
        let count = changes.len() as u64;
        if count > 0 {
            have.advance(stamp);
        }
        for change in changes {
            self.state.apply(change);
        }
        count
    }
}

fn register(key: u64, units: u64, day: u64) -> Vec<Edit> {
    let project = RecordId::new(Kind::Project, key);
    let edit = |field: P, value| Edit::new(project, field, value);
    vec![
        edit(P::Name, Value::text(&format!("{}项目{}", WORDS[(key % 8) as usize], key % 100_000))),
        edit(P::Summary, Value::text(&remark(key))),
        edit(P::TotalInvestment, amount(key)),
        edit(P::Unit, Value::Ref(RecordId::new(Kind::Unit, key % units))),
        edit(P::Remark, Value::text(WORDS[(key / 8 % 8) as usize])),
        edit(P::EnteredOn, on(day)),
    ]
}

fn edits(project: RecordId, chance: u64, day: u64) -> Vec<Edit> {
    match chance / 100 % 3 {
        0 => vec![Edit::new(project, P::TotalInvestment, amount(chance))],
        1 => vec![Edit::new(project, P::Remark, Value::text(&remark(chance)))],
        _ => {
            let follow_up = RecordId::new(Kind::FollowUp, chance);
            vec![
                Edit::new(follow_up, W::Project, Value::Ref(project)),
                Edit::new(follow_up, W::On, on(day)),
                Edit::new(follow_up, W::Content, Value::text(&remark(chance))),
            ]
        }
    }
}

const WORDS: [&str; 8] =
    ["锂电池", "光伏组件", "精密铸造", "冷链物流", "中药饮片", "智能装备", "绿色建材", "数据中心"];

/// Some forty characters.
fn remark(chance: u64) -> String {
    let word = |at: u64| WORDS[(mix(chance, at, 7) % 8) as usize];
    format!(
        "与{}企业负责人洽谈{}选址、用地和能耗，约定第{}天再访，对方关心{}配套",
        word(1),
        word(2),
        chance % 90,
        word(3)
    )
}

fn amount(chance: u64) -> Value {
    Value::Money(Money { units: (chance % 5000) as i64 * 1_000_000, currency: Currency::ALL[0] })
}

fn on(day: u64) -> Value {
    let date = Date::ymd(2026, 1 + (day / 28 % 12) as u32, 1 + (day % 28) as u32);
    date.map_or(Value::Empty, Value::Date)
}
