//! The sample county's hearings: last month's with what was said and promised, and today's, at which nobody stood up yet.

use super::assess::rules_id;
use super::{County, Scene, words};
use crate::domain::field::{HearingField as H, PledgeField as L};
use crate::domain::{Date, Kind, RecordId, Stage, Value};
use crate::ledger::{CellKey, Names};
use crate::rules::metrics::standard;
use crate::rules::pledges::KEPT;
use crate::rules::span::last_day;
use chrono::Datelike;

/// How many days ago the last hearing was, and before how many what was promised there was due.
const LAST: i32 = 27;
const DUE: i32 = 2;

/// How a pledge of the sample turns out; the next unit takes the next one.
#[derive(Clone, Copy)]
enum Turns {
    /// What was done by the day, of the metric with this word.
    Kept(&'static str, Stage),
    /// One more than was done by the day.
    Broken(&'static str, Stage),
    /// One more than is done so far, due at the end of next month.
    Open(&'static str, Stage),
    /// In words, judged or not.
    Words(&'static str, bool),
}

const TURNS: [Turns; 5] = [
    Turns::Kept("signed", Stage::Signed),
    Turns::Broken("started", Stage::Started),
    Turns::Words(words::PLEDGES[0], true),
    Turns::Open("signed", Stage::Signed),
    Turns::Words(words::PLEDGES[1], false),
];

impl County {
    pub(super) fn hearings(&mut self, names: &mut Names, scene: &Scene) {
        let last = self.workday(LAST);
        let held = self.hearing(last);
        self.hearing(self.today);
        for (number, unit) in scene.units.iter().enumerate() {
            let element = names.element(&unit.id.to_string());
            let said = words::SAID[number % words::SAID.len()];
            self.set(held, CellKey::of(H::UnitMinutes, element), Value::text(said));
            self.pledge(scene, number, held, last, TURNS[number % TURNS.len()]);
            // The parks promise to start works as well.
            if unit.kind == "园区" {
                self.pledge(scene, number, held, last, Turns::Kept("started", Stage::Started));
            }
        }
    }

    fn hearing(&mut self, on: Date) -> RecordId {
        let id = RecordId::derived(Kind::Hearing, &[&on.to_string()]);
        let name = format!("{}年{}月过堂会", on.naive().year(), on.naive().month());
        self.set(id, H::Name, Value::text(&name));
        self.set(id, H::On, Value::Date(on));
        self.set(id, H::Chair, Value::text("县长"));
        self.set(id, H::Place, Value::text("县政府三楼会议室"));
        self.set(id, H::Rules, Value::Ref(rules_id()));
        id
    }

    fn pledge(&mut self, scene: &Scene, number: usize, held: RecordId, on: Date, turns: Turns) {
        let unit = &scene.units[number];
        let due = match turns {
            Turns::Open(..) => last_day(last_day(self.today).plus(1)),
            _ => self.workday(DUE),
        };
        let promised = match turns {
            Turns::Kept(word, stage) => Some((word, done(scene, number, stage, due).max(1))),
            Turns::Broken(word, stage) => Some((word, done(scene, number, stage, due) + 1)),
            Turns::Open(word, stage) => Some((word, done(scene, number, stage, self.today) + 1)),
            Turns::Words(..) => None,
        };
        let content = match (turns, promised) {
            (Turns::Words(content, _), _) => content.to_owned(),
            (_, Some(("signed", n))) => format!("全年新签约项目累计达到 {n} 个"),
            (_, Some((_, n))) => format!("全年新开工项目累计达到 {n} 个"),
            (_, None) => String::new(),
        };
        let id = RecordId::derived(Kind::Pledge, &[unit.name, &on.to_string(), &content]);
        self.set(id, L::Unit, Value::Ref(unit.id));
        self.set(id, L::Hearing, Value::Ref(held));
        self.set(id, L::On, Value::Date(on));
        self.set(id, L::Content, Value::text(&content));
        self.set(id, L::DueOn, Value::Date(due));
        if let Some((word, n)) = promised {
            self.set(id, L::Metric, Value::Ref(standard::id(word)));
            self.set(id, L::Number, Value::Int(n * 10_000));
        }
        if let Turns::Words(_, true) = turns {
            self.set(id, L::Outcome, Value::text(KEPT));
        }
    }
}

/// How many projects of a unit came to a stage in the year of a day, until that day.
fn done(scene: &Scene, unit: usize, stage: Stage, until: Date) -> i64 {
    let counts = |made: &&super::Made| {
        let in_time = |day: Date| day <= until && day.naive().year() == until.naive().year();
        made.cast.unit_number == unit && !made.has_left && made.at(stage).is_some_and(in_time)
    };
    i64::try_from(scene.projects.iter().filter(counts).count()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::super::assess::then;
    use super::super::county;
    use super::*;
    use crate::rules::hearing::{brief, pledged};
    use crate::rules::metrics::reading;
    use crate::rules::pledges::Standing;
    use std::collections::BTreeSet;

    #[test]
    fn last_months_pledges_turned_out_in_every_way_and_today_nobody_was_heard_yet() {
        for text in ["2026-01-02", "2026-09-30", "2026-11-29", "2027-12-31"] {
            let today = Date::parse_iso(text).expect("a day");
            let mut names = Names::default();
            let days = county(&mut names, today);
            let now = then(&days, &names, today);
            let standings: BTreeSet<Standing> =
                pledged(&now, &reading(&now), today, 1).all.iter().map(|of| of.standing).collect();
            assert_eq!(standings, Standing::ALL.into_iter().collect(), "{text}");
            let id = RecordId::derived(Kind::Hearing, &[text]);
            let brief = brief((&now, &reading(&now)), &[], id, today).expect("it is called");
            assert_eq!(brief.units.len(), words::UNITS.len(), "{text}");
            for page in &brief.units {
                assert!(
                    !page.before.is_empty() && !page.figures.is_empty() && !brief.is_heard(page),
                    "{text}"
                );
            }
        }
    }
}
