//! What the published rules give, worked out by hand.

use super::*;
use crate::domain::Decimal;
use crate::rules::metrics::standard::standard;
use crate::rules::scoring::award::{Verdict, awards};
use crate::rules::scoring::{Column, Figures, Mark, Outcome, Participant, RuleSheet, check, score};

fn n(text: &str) -> Decimal {
    Decimal::parse(text).expect("a number")
}

fn sheet(word: &str) -> RuleSheet {
    let example = EXAMPLES.iter().find(|example| example.word == word).expect("it is there");
    RuleSheet::read(example.json).expect("it is understood")
}

/// One line for each metric: its word, then for each subject what it did, or `done/target`; `-` where nothing is known.
fn figures(subjects: &[(&str, &str)], lines: &[(&str, &str)]) -> Figures {
    let number = |text: &str| (text != "-").then(|| n(text));
    let of = |line: &str| {
        let (mut done, mut target) = (Vec::new(), Vec::new());
        for cell in line.split_whitespace() {
            let (a, b) = cell.split_once('/').unwrap_or((cell, "-"));
            done.push(number(a));
            target.push(number(b));
        }
        Column { done, target, marks: Vec::new() }
    };
    let participant = |&(name, group): &(&str, &str)| Participant {
        key: name.to_owned(),
        name: name.to_owned(),
        group: group.to_owned(),
    };
    Figures {
        subjects: subjects.iter().map(participant).collect(),
        metrics: lines.iter().map(|(word, line)| ((*word).to_owned(), of(line))).collect(),
        elapsed: Decimal::ONE,
        ..Figures::default()
    }
}

fn totals(outcome: &Outcome) -> Vec<String> {
    outcome.scores.iter().map(|score| score.total.to_string()).collect()
}

fn places(outcome: &Outcome) -> Vec<Option<usize>> {
    outcome.scores.iter().map(|score| score.place).collect()
}

/// Who has which award: `name: key`.
fn given(sheet: &RuleSheet, figures: &Figures) -> Vec<String> {
    let outcome = score(sheet, figures);
    let of = |c: crate::rules::scoring::award::Considered| {
        format!("{}: {}", figures.subjects[c.subject].name, sheet.awards[c.award].key)
    };
    let all = awards(sheet, figures, &outcome).into_iter();
    all.filter(|c| c.verdict == Verdict::Given).map(of).collect()
}

const TOWNS: &[(&str, &str)] = &[("甲", "乡镇"), ("乙", "乡镇"), ("丙", "乡镇")];

#[test]
fn every_example_loads_is_sound_and_reads_back() {
    let known = standard();
    for example in EXAMPLES {
        let sheet = RuleSheet::read(example.json).unwrap_or_else(|fault| panic!("{}: {fault}", example.word));
        let problems = check(&sheet, |word| known.iter().any(|metric| metric.word == word));
        assert_eq!(problems, [], "{}", example.word);
        assert_eq!(RuleSheet::read(&sheet.write()).as_ref(), Ok(&sheet), "{}", example.word);
        assert!(!sheet.name.en.is_empty() && !sheet.source.is_empty(), "{}", example.word);
        assert_eq!(example.sheet(), sheet);
    }
}

#[test]
fn r1_by_the_efficacy_coefficient() {
    // Completion 120 %, 90 %, 60 %: coefficients 100, (0.9 − 0.6) ÷ (1.2 − 0.6) × 40 + 60 = 80, and 60. All eight items
    // alike, so the totals are 100, 80 and 60 % of the 100 points.
    let words = [
        "arrived_foreign",
        "forex_cash",
        "listed_amount_out",
        "listed_yi_out",
        "signed_yi",
        "trade",
        "ecommerce",
        "trips",
        "visits_invited",
    ];
    let lines: Vec<(&str, &str)> = words.iter().map(|&word| (word, "12/10 9/10 6/10")).collect();
    let found = figures(TOWNS, &lines);
    let outcome = score(&sheet("R1"), &found);
    assert_eq!(totals(&outcome), ["100", "80", "60"]);
    assert_eq!(places(&outcome), [Some(1), Some(2), Some(3)]);
    // The sheet's weights: 30 + 30 + 10 + 20 + 5 + 5.
    assert_eq!(sheet("R1").full(), n("100"));
}

#[test]
fn r3_by_the_share_of_time() {
    // A quarter, a third of it over. Projects: target 6, due 2, done 3: 30 × 3 ÷ 2 = 45, capped at 30. Money: target 9
    // 亿, due 3, done 1.5: 20 × 0.5 = 10. Fit: 3 of 4: 15. Park 80 marks: 12. Team 90: 13.5. Sum 80.5.
    // Bonuses: 7 visits × 0.5 = 3.5, capped at 3; one roadshow 3; 2 leads 1; beyond the target of 6: none; one of 10 to
    // 50 亿: 4; no other. Sum 11. Total 91.5.
    let mut found = figures(
        &[("电池链", "")],
        &[
            ("yi_out", "3/6"),
            ("arrived", "150000000/900000000"),
            ("in_industry", "3"),
            ("signed", "4"),
            ("park_score", "80"),
            ("team_score", "90"),
            ("leader_visits", "7"),
            ("roadshows", "1"),
            ("event_leads", "2"),
            ("big10", "1"),
            ("big50", "0"),
            ("china500", "0"),
        ],
    );
    found.elapsed = n("1").over(n("3")).expect("a third");
    assert_eq!(totals(&score(&sheet("R3"), &found)), ["91.5"]);
    // Ten beyond a target of 6 would be 20, and is 6 at most; nobody signed: no fit to speak of, 0.
    let none = figures(&[("电池链", "")], &[("yi_out", "16/6"), ("signed", "0"), ("in_industry", "0")]);
    let outcome = score(&sheet("R3"), &none);
    assert_eq!(outcome.scores[0].item("extra").map(|item| item.points), Some(n("6")));
    assert_eq!(outcome.scores[0].item("fit").map(|item| item.points), Some(n("0")));
}

#[test]
fn r4_gives_the_published_rows() {
    // F2: 0.48 + 0.6 + 0.5 + 0.5 + 0.3 + 0.4 = 2.78 and 0.45 + 0.6 + 0.5 + 0.5 + 0.5 + 0.4 = 2.95.
    // Funds 96 % and 90 %; FDI at least 120 %; signing: (200 % × 50 % + 232 % × 50 %) × 0.5 = 1.08, capped at 0.5;
    // starts in full; 5 of 7 and all: 0.2 and nothing off; one overdue each: 0.1 off.
    let found = figures(
        &[("甲", ""), ("乙", "")],
        &[
            ("arrived_out_of_province", "96/100 90/100"),
            ("arrived_foreign", "120/100 150/100"),
            ("signed", "20/10 20/10"),
            ("signed_amount", "232/100 232/100"),
            ("started", "5/5 9/5"),
            ("tier3", "5 7"),
            ("tier10", "4 6"),
            ("tier20", "1 2"),
            ("overdue_unstarted", "1 1"),
            ("fraud", "0 0"),
            ("subsidy", "0 0"),
            ("key_firms", "0 0"),
            ("event_signings", "0 0"),
        ],
    );
    let outcome = score(&sheet("R4"), &found);
    let items = |at: usize| {
        let items = outcome.scores[at].items.iter().take(6).map(|item| item.points.to_string());
        items.collect::<Vec<_>>()
    };
    assert_eq!(items(0), ["0.48", "0.6", "0.5", "0.5", "0.3", "0.4"]);
    assert_eq!(items(1), ["0.45", "0.6", "0.5", "0.5", "0.5", "0.4"]);
    assert_eq!(totals(&outcome), ["2.78", "2.95"]);
    assert_eq!(places(&outcome), [Some(2), Some(1)]);
    let signing =
        outcome.scores[0].item("signing").and_then(|item| item.working.clone()).expect("it was worked out");
    assert_eq!(signing.raw, n("1.08"), "uncapped");
}

#[test]
fn r5_by_four_rates() {
    // 8 of 10 kept: 8; 5 of 10 built: 10; 3 of 10 亿 arrived: 10.5; 2 of 4 亿 from outside: 17.5. Sum 46.
    let found = figures(
        &[("甲", "")],
        &[
            ("signed", "10"),
            ("honoured", "8"),
            ("started_or_done", "5"),
            ("arrived", "300000000"),
            ("contracted", "1000000000"),
            ("arrived_out_of_province", "200000000/400000000"),
        ],
    );
    assert_eq!(totals(&score(&sheet("R5"), &found)), ["46"]);
}

#[test]
fn r7_with_graders_groups_and_places_gained() {
    // 甲: graders (90 × 0.4 + 80 × 0.6) ÷ 10 = 8.4; targets 100 %: 20; starts (50 % + 100 %) ÷ 2 × 30 = 22.5; production
    // (100 % + 50 %) ÷ 2 × 40 = 30; 80.9, and two places gained (3 → 1): 82.9. 乙: nothing but targets of half: 10, one
    // fault: 9, and it lost a place, which costs nothing. 丙 is in another group, and first there.
    let subjects = [("甲", "一类乡镇"), ("乙", "一类乡镇"), ("丙", "二类乡镇")];
    let mut found = figures(
        &subjects,
        &[
            ("basics", "- - -"),
            ("signed_amount", "5/5 2/4 1/1"),
            ("started", "1/2 0/2 1/2"),
            ("listed", "2/2 0/2 1/2"),
            ("producing", "2/2 0/1 0/1"),
            ("above_scale", "1/2 0/1 0/1"),
            ("penalties", "0 1 0"),
        ],
    );
    let mark = |grader: &str, mark: &str| Mark { grader: grader.to_owned(), mark: n(mark) };
    let basics = found.metrics.get_mut("basics").expect("it is there");
    basics.marks = vec![vec![mark("县领导", "90"), mark("招商中心", "80")], Vec::new(), Vec::new()];
    found.earlier = vec![Some(3), Some(1), None];
    let outcome = score(&sheet("R7"), &found);
    assert_eq!(totals(&outcome), ["82.9", "9", "35"]);
    assert_eq!(places(&outcome), [Some(1), Some(2), Some(1)]);
    // 丙 is first and last of its group; 35 is below 60, so no red flag, and a blue one.
    assert_eq!(given(&sheet("R7"), &found), ["甲: red_flag", "乙: blue_flag", "丙: blue_flag"]);
}

#[test]
fn r10_gives_nothing_for_a_target_that_was_missed() {
    // Target 1 亿. Met: 60; 125 %: 60 + 2 whole steps × 0.5 = 61; 99.99 %: nothing; 400 %: 60 + 10 (30 steps would be 15).
    let subjects = [("甲", ""), ("乙", ""), ("丙", ""), ("丁", "")];
    let line = "100000000/100000000 125000000/100000000 99990000/100000000 400000000/100000000";
    let found = figures(&subjects, &[("arrived", line)]);
    assert_eq!(totals(&score(&sheet("R10"), &found)), ["60", "61", "0", "70"]);
}

#[test]
fn r23_bars_who_has_no_result_in_one_of_four() {
    // 甲 has all: 35 + 20 + 20 + 10 + 15 = 100. 乙 has no big lead: 90, second, barred. 丙: tax of 49 万 is no band: 60.
    let found = figures(
        TOWNS,
        &[
            ("industry", "1/1 1/1 2/1"),
            ("fdi_usd", "100/100 100/100 50/100"),
            ("hq_tax", "500000 800000 490000"),
            ("big_leads", "1/1 0/1 1/1"),
            ("state_funds", "1000000 1000000 900000"),
        ],
    );
    let outcome = score(&sheet("R23"), &found);
    assert_eq!(totals(&outcome), ["100", "90", "55"]);
    assert_eq!(given(&sheet("R23"), &found), ["甲: red_flag", "丙: yellow_flag"]);
    let vetoes: Vec<usize> = outcome.scores.iter().map(|score| score.vetoes.len()).collect();
    assert_eq!(vetoes, [0, 1, 0]);
}

/// The lights of five who did so much of 100 when half the time is over.
fn lights(word: &str, metric: &str, done: &str) -> Vec<String> {
    let subjects = [("1", ""), ("2", ""), ("3", ""), ("4", ""), ("5", "")];
    let mut found = figures(&subjects, &[(metric, done)]);
    found.elapsed = n("0.5");
    let mut lights = given(&sheet(word), &found);
    lights.sort();
    lights
}

#[test]
fn r24_lights_by_points_behind() {
    // Behind by 9.99, 10, 30 and 30.01 points, and ahead.
    let found = lights("R24", "started", "40.01/100 40/100 20/100 19.99/100 60/100");
    assert_eq!(found, ["1: green", "2: yellow", "3: yellow", "4: red", "5: green"]);
}

#[test]
fn r25_cards_by_the_share_of_what_is_due() {
    // Due 50: 50 and more green; 49.99 and 25 (behind by 50 %) yellow; 24.99 red.
    let found = lights("R25", "signed_amount", "50/100 49.99/100 25/100 24.99/100 80/100");
    assert_eq!(found, ["1: green", "2: yellow", "3: yellow", "4: red", "5: green"]);
}

#[test]
fn r26_cards_by_the_month() {
    let found = lights("R26", "started", "80/100 79.99/100 60/100 59.99/100 100/100");
    assert_eq!(found, ["2: follow_up", "3: follow_up", "4: yellow_card"]);
}

#[test]
fn r27_lists_need_a_place_and_a_threshold() {
    // Six areas: places 1 to 5 can be red; the fifth missed its target, the sixth too. The last four can be black: of
    // them two met it, one had force majeure, one is left. Bureaus: the last three.
    let subjects = [
        ("一", "县区"),
        ("二", "县区"),
        ("三", "县区"),
        ("四", "县区"),
        ("五", "县区"),
        ("六", "县区"),
        ("局甲", "部门"),
        ("局乙", "部门"),
        ("局丙", "部门"),
        ("局丁", "部门"),
    ];
    let found = figures(
        &subjects,
        &[
            ("signed_amount", "15/10 14/10 13/10 12/10 9/10 5/10 3/10 2/10 1/10 0/10"),
            ("force_majeure", "0 0 0 0 1 0 0 0 0 0"),
        ],
    );
    let expected = [
        "一: red",
        "二: red",
        "三: red",
        "四: red",
        "局乙: black",
        "局丙: black",
        "局丁: black",
        "六: black",
    ];
    let mut found_lists = given(&sheet("R27"), &found);
    found_lists.sort();
    let mut expected = expected.map(str::to_owned);
    expected.sort();
    assert_eq!(found_lists, expected);
    let outcome = score(&sheet("R27"), &found);
    let spared = awards(&sheet("R27"), &found, &outcome);
    assert!(spared.iter().any(|c| c.subject == 4 && c.verdict == Verdict::Exempt(0)), "and it says why not");
}

#[test]
fn r29_holds_its_published_rates() {
    // 40 of 45 is 88.9 %, 99.68 of 145 亿 is 68.7 %: 50 × 0.8889 = 44.44 and 50 × 0.68745 = 34.37.
    let found = figures(&[("甲", "")], &[("signed", "40/45"), ("signed_amount", "9968000000/14500000000")]);
    let outcome = score(&sheet("R29"), &found);
    let points = |key| outcome.scores[0].item(key).map(|item| item.points.to_string());
    assert_eq!(points("count"), Some("44.44".to_owned()));
    assert_eq!(points("amount"), Some("34.37".to_owned()));
    assert_eq!(totals(&outcome), ["78.81"]);
}

#[test]
fn r32_compares_recruiters_by_month() {
    // 甲: 20 days 10, visits 6 of 6: 10, receptions 2 of 4: 5, projects 3 of 3: 15, good 1 of 2: 7.5, leaders 0 of 1: 0,
    // half a foreign project: 10. 57.5. 乙: 9 days 8, visits 3: 5, receptions 4: 10, projects 1: 5, good 2: 15, leaders 1:
    // 20, half: 10: 73. 丙: 1 day 0, and six absences take 60, but no month falls below nothing.
    let found = figures(
        TOWNS,
        &[
            ("days_at_post", "20 9 1"),
            ("visits", "6 3 0"),
            ("receptions", "2 4 0"),
            ("projects_reported", "3 1 0"),
            ("good_projects", "1 2 0"),
            ("leader_contacts", "0 1 0"),
            ("fdi_signed", "0.5 0.5 0"),
            ("absences", "0 0 6"),
        ],
    );
    let outcome = score(&sheet("R32"), &found);
    assert_eq!(totals(&outcome), ["57.5", "73", "0"]);
    assert_eq!(places(&outcome), [Some(2), Some(1), Some(3)]);
}
