//! 百日竞赛 of the sample county: a round that is on, one before it with its published result, and what was proposed and
//! approved for both.

use super::assess::{put, then};
use super::{County, Recorded, Scene, words};
use crate::domain::field::{ContestField as C, KeyTaskField as K};
use crate::domain::{Date, Kind, RecordId, Value};
use crate::ledger::{Names, VersionVector};
use crate::rules::contests::{Speaks, proposals};
use crate::rules::counting_year::JANUARY;
use crate::rules::metrics::{Window, measure, standard};
use crate::rules::nominations::{Proposed, award_of, decide, nominate};
use crate::rules::query::Facts;
use crate::rules::scoring::publish::freeze;
use crate::rules::scoring::{Question, RuleSheet, figures, metrics_of, office, published};
use crate::rules::targets::{Aims, Period};

const RULES: &str = include_str!("contest.json");
/// How many days ago the round that is on began, and the one before it.
const BEGAN: [i32; 2] = [37, 206];
/// The days of a round.
const DAYS: i32 = 100;
/// How many days after its end a round is published, and after that its flags are approved.
const PUBLISHED: i32 = 3;
const APPROVED: i32 = 6;

fn rules_id() -> RecordId {
    RecordId::derived(Kind::RuleSheet, &["sample-contest"])
}

/// The round that is on (0), and the one before it (1).
fn round_id(nth: usize) -> RecordId {
    RecordId::derived(Kind::Contest, &["sample", words::ROUNDS[nth].0])
}

fn window(today: Date, nth: usize) -> Window {
    let from = today.plus(-BEGAN[nth]);
    Window { from, to: from.plus(DAYS - 1) }
}

impl County {
    /// The rules, the rounds and their tasks.
    pub(super) fn contests(&mut self, scene: &Scene) {
        let sheet = RuleSheet::read(RULES).unwrap_or_default();
        self.edits.extend(office::write(rules_id(), &sheet, "1", None));
        self.set(rules_id(), crate::domain::field::RuleSheetField::Order, Value::Int(1));
        for (nth, (name, round, slogan)) in words::ROUNDS.iter().enumerate() {
            let (id, window) = (round_id(nth), window(self.today, nth));
            self.set(id, C::Name, Value::text(name));
            self.set(id, C::Round, Value::Int(*round));
            self.set(id, C::Start, Value::Date(window.from));
            self.set(id, C::End, Value::Date(window.to));
            self.set(id, C::Rules, Value::Ref(rules_id()));
            self.set(id, C::Slogan, Value::text(slogan));
        }
        for (name, nth, phase, unit, node, due, done) in words::CONTEST_TASKS {
            let id = RecordId::derived(Kind::KeyTask, &[name]);
            self.set(id, K::Name, Value::text(name));
            self.set(id, K::Unit, Value::Ref(scene.units[unit % scene.units.len()].id));
            self.set(id, K::Contest, Value::Ref(round_id(*nth)));
            self.set(id, K::Phase, Value::text(phase));
            self.set(id, K::Node, Value::text(node));
            self.set(id, K::DueOn, Value::Date(self.today.plus(*due)));
            if let Some(done) = done {
                self.set(id, K::DoneOn, Value::Date(self.today.plus(*done)));
            }
        }
    }
}

/// Publishes the round that is over, and proposes and approves what follows from both.
pub(super) fn publish(days: &mut Vec<Recorded>, names: &Names, today: Date) {
    let (contest, window) = (round_id(1), window(today, 1));
    let on = window.to.plus(PUBLISHED);
    let county = then(days, names, on);
    let sheet = RuleSheet::read(RULES).unwrap_or_default();
    let all = standard::in_force(county.state());
    let metrics = metrics_of(&sheet, &all);
    let measured = measure(&county, &metrics, window.to);
    let aims = Aims::read(county.state(), county.rules(), &all);
    let period = Period::Contest(contest);
    let question = Question { period, window, day: window.to, first_month: JANUARY };
    let figures = figures(&county, &sheet, &metrics, &measured, &aims, question);
    let frozen = freeze(
        &RuleSheet { metrics, ..sheet },
        &figures,
        &period.to_string(),
        &window.to.to_string(),
        JANUARY,
    );
    let id = RecordId::derived(Kind::Published, &["sample", &period.to_string()]);
    let name = format!("{}结果", words::ROUNDS[1].0);
    for edit in published::write(id, &name, on, &frozen, Some(rules_id()), &VersionVector::default()) {
        put(days, on, edit);
    }
    for (award, subject) in &frozen.awards {
        let unit = subject.parse::<RecordId>().ok();
        let reason = words::FLAG_REASON.to_owned();
        let proposed = Proposed { award: award.clone(), unit, reason, ..Proposed::default() };
        let id = RecordId::derived(Kind::Nomination, &["sample", award, subject]);
        for edit in nominate(id, contest, &proposed, on) {
            put(days, on, edit);
        }
        let decided = on.plus(APPROVED);
        for edit in decide(id, true, words::DECIDED_BY, decided) {
            put(days, decided, edit);
        }
    }
    tasks(days, names, today);
}

/// What was proposed for tasks of the round that is on: the first is approved, the others wait.
fn tasks(days: &mut Vec<Recorded>, names: &Names, today: Date) {
    let contest = round_id(0);
    let now = then(days, names, today);
    let found = proposals(now.state(), contest, Some(words::PHASES[0]), today, (1, 1));
    for (nth, proposal) in found.into_iter().enumerate().take(3) {
        let award = award_of(proposal.speaks).to_owned();
        let name = now.state().get(proposal.task, K::Name).as_text().unwrap_or_default();
        let said = match proposal.speaks {
            Speaks::Ox(days) => format!("“{name}”提前 {days} 天完成。"),
            Speaks::Snail(days) => format!("“{name}”逾期 {days} 天，尚未完成。"),
        };
        let id = RecordId::derived(Kind::Nomination, &["sample", &proposal.task.to_string()]);
        let phase = words::PHASES[0].to_owned();
        let task = Some(proposal.task);
        let proposed = Proposed { award, unit: proposal.unit, task, phase, reason: said, person: None };
        let on = today.plus(-4);
        for edit in nominate(id, contest, &proposed, on) {
            put(days, on, edit);
        }
        if nth == 0 {
            let decided = today.plus(-2);
            for edit in decide(id, true, words::DECIDED_BY, decided) {
                put(days, decided, edit);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::county;
    use super::*;
    use crate::rules::contests::{Stands, current, rounds};
    use crate::rules::nominations::{Decision, nominations};

    /// Whatever the day, a round is on at day 38 of 100, the one before is published and gives the same bytes again, and
    /// something is approved and something waits.
    #[test]
    fn a_round_is_on_and_one_was_published() {
        for text in ["2026-01-01", "2026-09-30", "2026-11-29"] {
            let today = Date::parse_iso(text).expect("a day");
            let mut names = Names::default();
            let days = county(&mut names, today);
            let now = then(&days, &names, today);
            let all = rounds(now.state());
            let round = current(&all, today).expect("a round");
            assert_eq!((all.len(), round.id), (2, round_id(0)), "{text}");
            assert_eq!(round.stands(today), Stands::Day(38, 100), "{text}");
            let listed = published::of_contest(now.state(), round_id(1));
            let result = published::one(now.state(), listed[0].id).expect("it is there");
            let frozen = result.frozen.expect("it is understood");
            assert!(result.intact && frozen.again().digest() == result.digest, "{text}");
            assert_eq!(frozen.lines.len(), 10, "{text}");
            let decisions = |nth| {
                let all = nominations(now.state(), round_id(nth));
                let count = |of| all.iter().filter(|one| one.decision == of).count();
                (count(Decision::Open), count(Decision::Approved))
            };
            assert_eq!(decisions(0), (2, 1), "{text}");
            assert_eq!(decisions(1), (0, frozen.awards.len()), "{text}");
            assert!(!frozen.awards.is_empty(), "{text}");
            // One unit has an ox and a snail: each is for a task.
            let found = proposals(now.state(), round_id(0), None, today, (1, 1));
            let of = |ox: bool| {
                let speaks = move |speaks: Speaks| matches!(speaks, Speaks::Ox(_)) == ox;
                found.iter().filter(move |p| speaks(p.speaks)).filter_map(|p| p.unit)
            };
            assert!(of(true).any(|unit| of(false).any(|other| other == unit)), "{text}");
        }
    }
}
