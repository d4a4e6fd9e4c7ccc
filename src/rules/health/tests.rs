use super::*;
use crate::domain::field::{OfficeField as O, UnitField as U};
use crate::domain::lists::List;
use crate::domain::milestone::Review;
use crate::domain::money::YI;
use crate::domain::{Decimal, Kind, Money, Value};
use crate::ledger::{CellKey, Edit, NodeId, Stamp};
use crate::rules::metrics::{Cycle, Window};
use crate::rules::query::{Ask, Facts, View, run};
use crate::rules::summarise;
use std::collections::BTreeMap;

struct Office {
    state: State,
    rules: OfficeRules,
    summaries: BTreeMap<RecordId, ProjectSummary>,
}

impl Facts for Office {
    fn state(&self) -> &State {
        &self.state
    }
    fn rules(&self) -> &OfficeRules {
        &self.rules
    }
    fn summary(&self, project: RecordId) -> Option<&ProjectSummary> {
        self.summaries.get(&project)
    }
    fn children(&self, _: Kind, _: RecordId) -> &[RecordId] {
        &[]
    }
}

impl Office {
    fn cases(&self) -> Vec<Case> {
        cases(&self.state, &self.rules, self.summaries.iter().map(|(&id, summary)| (id, summary)))
    }
}

fn on(text: &str) -> Date {
    Date::parse_iso(text).expect("a day")
}

fn unit(n: u64) -> RecordId {
    RecordId::new(Kind::Unit, n)
}

/// 云岭镇 (1) and 城关镇 (2), ten projects; the days of 洽谈, 签约, 落地, 开工 by project:
///
/// | | unit | 亿 | 洽谈 | 签约 | 落地 | 开工 | exit |
/// |-|------|----|------|------|------|------|------|
/// | 1 | 1 | 1 | 2026-01-10 | 2026-02-09 | 2026-03-01 | 2026-03-11 | |
/// | 2 | 1 | 2 | 2026-01-20 | 2026-03-01 | 2026-03-01 | | |
/// | 3 | 1 | 3 | 2026-02-01 | 2026-02-01 | | 2026-05-12 | |
/// | 4 | 1 | 4 | 2026-02-10 | 2026-04-11 | | | lost 2026-06-01, 落户外地 |
/// | 5 | 1 | – | 2026-03-01 | | | | |
/// | 6 | 2 | 6 | 2026-03-05 | | | | withdrawn 2026-05-31, 落户外地 |
/// | 7 | 2 | 7 | 2025-12-31 | 2026-01-15 | | 2026-01-05 | |
/// | 8 | 2 | 8 | | | | | |
/// | 9 | 2 | 9 | 2026-04-01 | returned | | | on hold |
/// | 10 | | 10 | | 2026-05-01 | | | lost, no day, no reason |
fn office() -> Office {
    let rows: [(u64, u64, i64, [&str; 4]); 10] = [
        (1, 1, 1, ["2026-01-10", "2026-02-09", "2026-03-01", "2026-03-11"]),
        (2, 1, 2, ["2026-01-20", "2026-03-01", "2026-03-01", ""]),
        (3, 1, 3, ["2026-02-01", "2026-02-01", "", "2026-05-12"]),
        (4, 1, 4, ["2026-02-10", "2026-04-11", "", ""]),
        (5, 1, 0, ["2026-03-01", "", "", ""]),
        (6, 2, 6, ["2026-03-05", "", "", ""]),
        (7, 2, 7, ["2025-12-31", "2026-01-15", "", "2026-01-05"]),
        (8, 2, 8, ["", "", "", ""]),
        (9, 2, 9, ["2026-04-01", "2026-04-20", "", ""]),
        (10, 0, 10, ["", "2026-05-01", "", ""]),
    ];
    let mut state = State::default();
    let project = |n| RecordId::new(Kind::Project, n);
    let mut edits = vec![
        Edit::new(unit(1), U::Name, Value::text("云岭镇")),
        Edit::new(unit(2), U::Name, Value::text("城关镇")),
        Edit::new(unit(3), Field::MERGED_INTO, Value::Ref(unit(2))),
        // The second bureau of 城关镇 was merged into it.
        Edit::new(project(6), P::Unit, Value::Ref(unit(3))),
    ];
    let stages = [Stage::Negotiating, Stage::Signed, Stage::Landed, Stage::Started];
    for (n, of, yi, days) in rows {
        let id = project(n);
        edits.push(Edit::new(id, P::Name, Value::text(&format!("项目{n}"))));
        if yi > 0 {
            edits.push(Edit::new(id, P::TotalInvestment, Value::Money(Money::yuan(yi * YI))));
        }
        if of > 0 && n != 6 {
            edits.push(Edit::new(id, P::Unit, Value::Ref(unit(of))));
        }
        for (stage, day) in stages.into_iter().zip(days).filter(|(_, day)| !day.is_empty()) {
            let cell = CellKey::of(P::MilestoneDate, stage.milestone().element());
            edits.push(Edit::new(id, cell, Value::Date(on(day))));
        }
    }
    let review = CellKey::of(P::MilestoneReview, Stage::Signed.milestone().element());
    edits.push(Edit::new(project(9), review, Value::text(Review::Returned.word())));
    let exits = [
        (4, "lost", "2026-06-01", "落户外地"),
        (6, "withdrawn", "2026-05-31", "落户外地"),
        (9, "on_hold", "2026-05-01", "失联"),
    ];
    for (n, exit, day, reason) in exits {
        edits.push(Edit::new(project(n), P::Exit, Value::text(exit)));
        edits.push(Edit::new(project(n), P::ExitDate, Value::Date(on(day))));
        edits.push(Edit::new(project(n), P::ExitReason, Value::text(reason)));
    }
    edits.push(Edit::new(project(10), P::Exit, Value::text("lost")));
    for (n, word) in [(1, "招商局"), (1, "活动现场"), (2, "招商局")] {
        let element = state.names_mut().element(word);
        edits.push(Edit::new(project(n), CellKey::of(P::Channel, element), Value::Bool(true)));
    }
    for change in state.changes_for(edits, Stamp::new(1, 0, NodeId(1))) {
        state.apply(change);
    }
    let rules = OfficeRules::read(&state);
    let summaries =
        state.live(Kind::Project).map(|(id, r)| (id, summarise(&state, &rules, r, &[], &[]))).collect();
    Office { state, rules, summaries }
}

use crate::domain::Field;

const ALL: DayRange = DayRange { from: None, to: None };

fn year() -> DayRange {
    DayRange { from: Some(on("2026-01-01")), to: Some(on("2026-12-31")) }
}

#[test]
fn depth_counts_what_is_in_the_pipeline() {
    let depth = depth(&office().cases());
    let of = |stage: Stage| {
        (depth[stage as usize].count, depth[stage as usize].yuan / YI, depth[stage as usize].unstated)
    };
    // Gone: 4, 6, 9 (on hold), 10. Left: 8 planned, 5 in talks, 2 landed, 1, 3 and 7 started.
    assert_eq!(of(Stage::Planned), (1, 8, 0));
    assert_eq!(of(Stage::Negotiating), (1, 0, 1));
    assert_eq!(of(Stage::Signed), (0, 0, 0));
    assert_eq!(of(Stage::Landed), (1, 2, 0));
    assert_eq!(of(Stage::Started), (3, 11, 0));
}

#[test]
fn conversion_is_of_those_that_reached_a_stage_in_the_period() {
    let cases = office().cases();
    let of = |range, stage: Stage| {
        let step = steps(&cases, range).into_iter().find(|step| step.from == stage).expect("a step");
        (step.reached, step.moved, step.lost, step.waiting())
    };
    // Talks: 1 to 7 and 9, of which 7 began the day before the year. Beyond: 1, 2, 3, 4 (signed, then lost), 7.
    // Lost from there: 6. Waiting: 5, and 9 that is on hold, as its signing was returned.
    assert_eq!(of(ALL, Stage::Negotiating), (8, 5, 1, 2));
    assert_eq!(of(year(), Stage::Negotiating), (7, 4, 1, 2));
    // Signed: 1, 2, 3, 4, 7, 10. Beyond: 1, 2, 3 and 7, though 3 and 7 were never dated as landed. Lost: 4, 10.
    assert_eq!(of(year(), Stage::Signed), (6, 4, 2, 0));
    // Landed with a day: 1, 2.
    assert_eq!(of(ALL, Stage::Landed), (2, 1, 0, 1));
    // To the day: talks of 1 began on 10 January, of 2 on the 20th.
    let from_20 = DayRange { from: Some(on("2026-01-20")), to: Some(on("2026-02-01")) };
    assert_eq!(of(from_20, Stage::Negotiating).0, 2, "both ends count");
    let from_21 = DayRange { from: Some(on("2026-01-21")), to: Some(on("2026-01-31")) };
    assert_eq!(of(from_21, Stage::Negotiating).0, 0);
}

#[test]
fn days_lie_between_two_dates_that_count() {
    let cases = office().cases();
    // 洽谈→签约: 30 (1), 40 (2), 0 (3), 60 (4), 15 (7); 10 was never in talks, the signing of 9 was returned.
    // Sorted 0 15 30 40 60: the middle is 30; 90 % of 5 is 4.5, so the fifth.
    let talks = between(&cases, (Stage::Negotiating, Stage::Signed), ALL);
    assert_eq!((talks.cases, talks.median, talks.most), (5, Some(300), Some(60)));
    assert_eq!((talks.undated, talks.backwards), (1, 0));
    // 签约→开工: 30 (1), 100 (3); 7 began before it signed. Two are too few to be told.
    let works = between(&cases, (Stage::Signed, Stage::Started), ALL);
    assert_eq!((works.cases, works.median, works.most), (2, None, None));
    assert_eq!((works.undated, works.backwards), (0, 1));
    // The period is that of the second milestone: 4 signed on 11 April.
    let spring = DayRange { from: Some(on("2026-04-11")), to: Some(on("2026-04-30")) };
    assert_eq!(between(&cases, (Stage::Negotiating, Stage::Signed), spring).cases, 1);
    let after = DayRange { from: Some(on("2026-04-12")), to: Some(on("2026-04-30")) };
    assert_eq!(between(&cases, (Stage::Negotiating, Stage::Signed), after).cases, 0);
}

#[test]
fn losses_are_by_reason_and_what_is_on_hold_is_none() {
    let cases = office().cases();
    let all = losses(&cases, ALL);
    // 落户外地: 4 (4亿, signed) and 6 (6亿, in talks); no reason: 10 (10亿, signed).
    let told: Vec<_> =
        all.rows.iter().map(|r| (r.reason.as_str(), r.count, r.yuan / YI, r.before_signing())).collect();
    assert_eq!(told, [("落户外地", 2, 10, 1), ("", 1, 10, 0)]);
    assert_eq!(all.undated, 0, "without a period no day is needed");
    let june = losses(&cases, DayRange { from: Some(on("2026-06-01")), to: Some(on("2026-06-30")) });
    assert_eq!((june.rows.len(), june.rows[0].count, june.undated), (1, 1, 1));
    let may = losses(&cases, DayRange { from: None, to: Some(on("2026-05-31")) });
    assert_eq!((may.rows[0].count, may.rows[0].stages[Stage::Negotiating as usize]), (1, 1));
}

/// The counting year of a day.
fn counted(of: &str, first_month: u32) -> Window {
    Window::of(Cycle::Year, on(of), first_month)
}

#[test]
fn the_gap_is_covered_by_what_signs_as_it_did_before() {
    let cases = office().cases();
    // Signed in 2026: 1, 2, 3, 4, 7, 10 = 27亿. Target 50亿 and 8: missing 23亿 and 2.
    let covered = coverage(&cases, Some(50 * YI), Some(8), counted("2026-06-30", 1));
    assert_eq!((covered.signed, covered.signed_yuan / YI), (6, 27));
    assert_eq!((covered.gap_yuan.map(|y| y / YI), covered.gap), (Some(23), Some(2)));
    // Decided: the six signed, and 6 that was lost in talks. 9 is on hold: open.
    let planned = covered.outlooks[0];
    assert_eq!((planned.count, planned.yuan / YI, planned.signed, planned.decided), (1, 8, 6, 7));
    // 8亿 × 6 ÷ 7 = 685,714,285.7 yuan.
    assert_eq!(planned.expected(), Some(685_714_285));
    let talks = covered.outlooks[1];
    assert_eq!((talks.count, talks.yuan, talks.signed, talks.decided), (1, 0, 6, 7));
    assert_eq!(covered.expected(), Some(685_714_285));
    assert_eq!(covered.pipeline_yuan() / YI, 8);
    // Met: nothing is missing. Another year: nothing is signed yet.
    assert_eq!(coverage(&cases, Some(27 * YI), None, counted("2026-06-30", 1)).gap_yuan, Some(0));
    assert_eq!(coverage(&cases, None, None, counted("2027-01-01", 1)).signed, 0);
    assert_eq!(coverage(&cases, None, None, counted("2027-01-01", 1)).gap_yuan, None);
    // Counted from December the year 2026 ends on 30 November.
    assert_eq!(coverage(&cases, None, None, counted("2026-12-01", 12)).signed, 0);
    // Four decided cases are too few.
    let few: Vec<Case> = cases.iter().filter(|case| !matches!(case.id.key, 1..=3)).cloned().collect();
    assert_eq!(coverage(&few, Some(YI), None, counted("2026-06-30", 1)).expected(), None);
}

#[test]
fn a_breakdown_has_a_row_for_each_key_and_one_for_none() {
    let office = office();
    let cases = office.cases();
    let rows = breakdown(&office.state, &cases, Dimension::Unit, year());
    let told: Vec<_> = rows.iter().map(|r| (r.key.clone(), r.live(), r.yuan() / YI)).collect();
    // 1: 1, 2, 3, 5 = 6亿. 2: 7, 8 = 15亿. None: only 10, which is gone.
    assert_eq!(told, [(unit(1).to_string(), 4, 6), (unit(2).to_string(), 2, 15), (String::new(), 0, 0)]);
    let one = &rows[0];
    assert_eq!((one.talks.count, one.signed.count, one.works.count), (1, 1, 2));
    assert_eq!((one.met, one.met_signed, one.agreed, one.agreed_started), (5, 4, 4, 2));
    assert_eq!((one.sign_rate(), one.start_rate()), (Some((4, 5)), None), "four signings are too few");
    assert_eq!((one.lost, rows[1].lost, rows[2].lost), (1, 1, 0), "who left on no day is in no year");
    let channels = breakdown(&office.state, &cases, Dimension::Channel, year());
    let told: Vec<_> = channels.iter().map(|r| (r.key.as_str(), r.live())).collect();
    assert_eq!(told, [("招商局", 2), ("活动现场", 1), ("", 4)], "a project of two channels is in both");
    assert!(List::Channel.defaults().iter().any(|(word, _)| *word == "招商局"));
}

/// Every number opens the records that it counts.
#[test]
fn the_conditions_find_as_many_records_as_the_number_says() {
    let mut office = office();
    for strict in [false, true] {
        office.rules.strict_stage = strict;
        let (state, rules) = (&office.state, &office.rules);
        office.summaries =
            state.live(Kind::Project).map(|(id, r)| (id, summarise(state, rules, r, &[], &[]))).collect();
        let cases = office.cases();
        let found = |what: Behind, of: Option<(Dimension, &str)>, range| {
            let view = View::of_filters(filters(&what, of, range, strict));
            run(&office, Kind::Project, &view, Ask { today: on("2026-09-30"), sounding: &[] }).matched
        };
        for (at, depth) in depth(&cases).iter().enumerate() {
            assert_eq!(found(Behind::Live(vec![Stage::ALL[at]]), None, ALL), depth.count);
            assert_eq!(found(Behind::Unstated(Stage::ALL[at]), None, ALL), depth.unstated);
        }
        for range in [ALL, year()] {
            for step in steps(&cases, range) {
                let next = Stage::ALL[step.from as usize + 1];
                assert_eq!(found(Behind::Reached(step.from), None, range), step.reached, "{step:?}");
                assert_eq!(found(Behind::Moved(step.from, next), None, range), step.moved, "{step:?}");
                assert_eq!(found(Behind::LostAt(step.from), None, range), step.lost, "{step:?}");
                assert_eq!(found(Behind::Waiting(step.from), None, range), step.waiting(), "{step:?}");
            }
            for (from, to) in SPANS {
                let span = between(&cases, (from, to), range);
                assert_eq!(found(Behind::Between(from, to), None, range), span.cases + span.backwards);
                let Spanned { measured, undated, backwards } = spanned(&cases, (from, to), range);
                let counts = (measured.len(), undated.len(), backwards.len());
                assert_eq!(counts, (span.cases, span.undated, span.backwards));
            }
            let lost = losses(&cases, range);
            assert_eq!(found(Behind::Lost, None, range), lost.rows.iter().map(|r| r.count).sum::<usize>());
            for row in &lost.rows {
                assert_eq!(found(Behind::LostFor(row.reason.clone()), None, range), row.count);
                for &stage in Stage::ALL {
                    let from = Behind::LostForAt(row.reason.clone(), stage);
                    assert_eq!(found(from, None, range), row.stages[stage as usize], "{row:?}");
                }
            }
            for by in [Dimension::Unit, Dimension::Channel] {
                for row in breakdown(&office.state, &cases, by, range) {
                    let of = Some((by, row.key.as_str()));
                    assert_eq!(found(Behind::Live(Stage::ALL.to_vec()), of, range), row.live(), "{row:?}");
                    assert_eq!(found(Behind::Reached(Stage::Signed), of, range), row.agreed, "{row:?}");
                    let started = Behind::Moved(Stage::Signed, Stage::Started);
                    assert_eq!(found(started, of, range), row.agreed_started, "{row:?}");
                    assert_eq!(found(Behind::Lost, of, range), row.lost, "{row:?}");
                }
            }
        }
        let undated = losses(&cases, year()).undated;
        assert_eq!(found(Behind::LostUndated, None, year()), undated);
    }
}

#[test]
fn the_target_of_a_year_is_the_countys_or_else_what_the_office_once_set() {
    let mut state = State::default();
    let element = state.names_mut().element("2026");
    let edits = vec![
        Edit::new(RecordId::OFFICE, CellKey::of(O::YearTargetSigned, element), Value::Money(Money::yuan(YI))),
        Edit::new(RecordId::OFFICE, CellKey::of(O::YearTargetCount, element), Value::Int(8)),
    ];
    for change in state.changes_for(edits, Stamp::new(1, 0, NodeId(1))) {
        state.apply(change);
    }
    let rules = OfficeRules::read(&state);
    assert_eq!(targets(&state, &rules, 2026), (Some(YI), Some(8)));
    assert_eq!(targets(&state, &rules, 2027), (None, None));
    // The county's target of one of the two metrics takes the place of what was set.
    let mut write = |at: u64, target: Option<i64>| {
        let edits = set_target(&state, SIGNED.1, 2026, target.map(Decimal::whole));
        for change in state.changes_for(edits, Stamp::new(at, 0, NodeId(1))) {
            state.apply(change);
        }
        targets(&state, &rules, 2026)
    };
    assert_eq!(write(2, Some(12)), (Some(YI), Some(12)));
    assert_eq!(write(3, None), (Some(YI), None));
}
