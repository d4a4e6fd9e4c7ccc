//! What holds of every sheet, whatever its rules.

use super::award::awards;
use super::examples::EXAMPLES;
use super::publish::{Frozen, freeze};
use super::*;
use crate::domain::Decimal;
use proptest::prelude::*;

fn n(text: &str) -> Decimal {
    Decimal::parse(text).expect("a number")
}

fn sheet(items: &str) -> RuleSheet {
    RuleSheet::read(&format!(r#"{{"name":{{"zh":"办法"}},"digits":2,"items":{items}}}"#)).expect("a sheet")
}

fn figures(groups: &[&str], metrics: &[(&str, &[Option<&str>])]) -> Figures {
    let subject = |(n, group): (usize, &&str)| Participant {
        key: format!("u{n}"),
        name: format!("单位{n}"),
        group: (*group).to_owned(),
    };
    let column = |done: &&[Option<&str>]| Column {
        done: done.iter().map(|done| done.map(n)).collect(),
        target: vec![Some(n("10")); done.len()],
        marks: Vec::new(),
    };
    Figures {
        subjects: groups.iter().enumerate().map(subject).collect(),
        metrics: metrics.iter().map(|(word, done)| ((*word).to_owned(), column(done))).collect(),
        elapsed: Decimal::ONE,
        ..Figures::default()
    }
}

#[test]
fn what_is_left_out_makes_the_others_weigh_more() {
    // 60 and 40: without the second, 30 of 60 become 50 of 100, and the bonus of 2 stays 2.
    let sheet = sheet(
        r#"[{"key":"a","title":{"zh":"甲"},"weight":60,"formula":{"kind":"ratio","metric":"a"}},
            {"key":"b","title":{"zh":"乙"},"weight":40,"formula":{"kind":"ratio","metric":"b","undefined":"leave"}},
            {"key":"c","title":{"zh":"丙"},"formula":{"kind":"per_unit","metric":"a","points":0.4}}]"#,
    );
    let found =
        score(&sheet, &figures(&["", ""], &[("a", &[Some("5"), Some("5")]), ("b", &[None, Some("5")])]));
    assert_eq!(found.scores[0].total, n("52"));
    assert_eq!(found.scores[1].total, n("52"), "30 + 20 + 2");
    assert!(!found.scores[0].item("b").expect("it is shown").counts);
}

#[test]
fn groups_combine_as_they_say() {
    let of = |rest: &str| {
        let items = r#"{"key":"a","title":{"zh":"甲"},"formula":{"kind":"per_unit","metric":"a","points":4}},
            {"key":"b","title":{"zh":"乙"},"formula":{"kind":"per_unit","metric":"b","points":-3}}"#;
        let sheet =
            sheet(&format!(r#"[{{"key":"g","title":{{"zh":"组"}},"group":{{{rest}"items":[{items}]}}}}]"#));
        score(&sheet, &figures(&[""], &[("a", &[Some("1")]), ("b", &[Some("2")])])).scores[0]
            .total
            .to_string()
    };
    assert_eq!(of(""), "-2");
    assert_eq!(of(r#""floor":0,"#), "0");
    assert_eq!(of(r#""combine":"highest","#), "4");
    assert_eq!(of(r#""combine":"highest","cap":3,"#), "3");
    assert_eq!(of(r#""combine":"lowest","#), "-6");
    assert_eq!(of(r#""combine":"mean","#), "-1");
}

#[test]
fn equal_totals_share_a_place_or_are_told_apart_as_stated() {
    let mut sheet =
        sheet(r#"[{"key":"a","title":{"zh":"甲"},"weight":10,"formula":{"kind":"ratio","metric":"a"}}]"#);
    let found = figures(
        &["", "", "", ""],
        &[
            ("a", &[Some("10"), Some("12"), Some("11"), Some("1")]),
            ("b", &[Some("1"), Some("2"), Some("2"), None]),
        ],
    );
    let places = |sheet: &RuleSheet| {
        let scores = score(sheet, &found).scores;
        scores.into_iter().map(|score| (score.place.unwrap_or(0), score.settled)).collect::<Vec<_>>()
    };
    let shared = Some(Settled::Shared);
    assert_eq!(places(&sheet), [(1, shared), (1, shared), (1, shared), (4, None)]);
    sheet.ties = vec![Tie::More("b".to_owned())];
    assert_eq!(places(&sheet), [(3, Some(Settled::By(0))), (1, shared), (1, shared), (4, None)]);
    sheet.ties.push(Tie::Less("a".to_owned()));
    let by = |at| Some(Settled::By(at));
    assert_eq!(places(&sheet), [(3, by(0)), (2, by(1)), (1, by(1)), (4, None)]);
}

#[test]
fn items_are_for_their_groups_and_only_ranked_groups_have_places() {
    let mut sheet = sheet(
        r#"[{"key":"a","title":{"zh":"甲"},"weight":10,"groups":["园区"],"formula":{"kind":"ratio","metric":"a"}},
            {"key":"b","title":{"zh":"乙"},"weight":20,"groups":["乡镇"],"formula":{"kind":"ratio","metric":"a"}}]"#,
    );
    sheet.groups = vec!["园区".to_owned()];
    let found = score(&sheet, &figures(&["园区", "乡镇"], &[("a", &[Some("5"), Some("5")])]));
    assert_eq!((found.scores[0].total, found.scores[1].total), (n("5"), n("10")));
    assert_eq!((found.scores[0].place, found.scores[1].place), (Some(1), None));
}

#[test]
fn a_veto_of_zero_takes_all() {
    let mut zero =
        sheet(r#"[{"key":"a","title":{"zh":"甲"},"weight":10,"formula":{"kind":"ratio","metric":"a"}}]"#);
    let when = VetoWhen::AtLeast(n("1"));
    zero.vetoes =
        vec![Veto { title: Default::default(), metric: "b".to_owned(), when, effect: VetoEffect::Zero }];
    let found = figures(&["", ""], &[("a", &[Some("10"), Some("5")]), ("b", &[Some("1"), Some("0")])]);
    let scores = score(&zero, &found).scores;
    assert_eq!((scores[0].total, scores[0].vetoes.len(), scores[0].place), (n("0"), 1, Some(2)));
}

#[test]
fn what_is_wrong_with_a_sheet_is_said() {
    let mut wrong = sheet(
        r#"[{"key":"a","title":{"zh":""},"weight":10,"formula":{"kind":"bands","metric":"x","bands":[]}},
            {"key":"a","title":{"zh":"乙"},"weight":9,"group":{"items":[
              {"key":"c","title":{"zh":"丙"},"weight":5,"formula":{"kind":"blend","parts":[{"metric":"a","share":0.4}]}}]}}]"#,
    );
    wrong.ties = vec![Tie::Item("z".to_owned())];
    let text = |text: &str| text.to_owned();
    let expected = [
        Problem::NoTitle(text("a")),
        Problem::NoMetric(text("a"), text("x")),
        Problem::NoBands(text("a")),
        Problem::Twice(text("a")),
        Problem::Weights(text("a"), n("9"), n("5")),
        Problem::Shares(text("c"), n("0.4")),
        Problem::Unknown(text("z")),
    ];
    assert_eq!(check(&wrong, |word| word == "a"), expected);
    assert_eq!(check(&RuleSheet::default(), |_| true), [Problem::Empty]);
}

#[test]
fn a_published_result_gives_the_same_bytes_again_and_shows_corrections() {
    let sheet =
        sheet(r#"[{"key":"a","title":{"zh":"甲"},"weight":10,"formula":{"kind":"ratio","metric":"a"}}]"#);
    let then = figures(&["", ""], &[("a", &[Some("5"), Some("4")])]);
    let frozen = freeze(&sheet, &then, "2026-Q3", "2026-09-30", 1);
    let read = Frozen::read(&frozen.write()).expect("it reads back");
    assert_eq!(read.again().write(), frozen.write());
    assert_eq!(read.again().digest(), frozen.digest());
    assert_eq!(frozen.digest().len(), 64);
    // A result of before there was a setting says no month, and its bytes stay as they were.
    assert!(!frozen.write().contains("first_month"));
    assert_eq!(read.first_month(), 1);
    let december = freeze(&sheet, &then, "2026-Q3", "2026-08-31", 12);
    let read = Frozen::read(&december.write()).expect("it reads back");
    assert_eq!((read.first_month(), read.again().digest()), (12, december.digest()));
    assert_eq!(frozen.corrections(&then), []);
    // The second one had done 6: it gains a place, and the first one loses one.
    let now = figures(&["", ""], &[("a", &[Some("5"), Some("6")])]);
    let corrections = frozen.corrections(&now);
    let told: Vec<_> = corrections
        .iter()
        .map(|c| (c.then.as_ref().and_then(|line| line.place), c.now.as_ref().and_then(|line| line.place)))
        .collect();
    assert_eq!(told, [(Some(1), Some(2)), (Some(2), Some(1))]);
}

/// Numbers for every metric of an example, for so many subjects in two groups.
fn any_figures(sheet: RuleSheet) -> impl Strategy<Value = (RuleSheet, Figures)> {
    let words: Vec<String> = sheet.metric_words().into_iter().map(str::to_owned).collect();
    let number = || proptest::option::weighted(0.9, (0..50_i64).prop_map(Decimal::whole));
    let row = proptest::collection::vec((number(), number()), words.len());
    let groups = sheet.groups.clone();
    proptest::collection::vec((row, 0..2_usize), 1..9).prop_map(move |rows| {
        let mut found = Figures { elapsed: Decimal::hundredths(50), ..Figures::default() };
        for (n, (_, group)) in rows.iter().enumerate() {
            let group = groups.get(*group).cloned().unwrap_or_else(|| group.to_string());
            found.subjects.push(Participant { key: format!("u{n}"), name: String::new(), group });
        }
        for (at, word) in words.iter().enumerate() {
            let column = Column {
                done: rows.iter().map(|(row, _)| row[at].0).collect(),
                target: rows.iter().map(|(row, _)| row[at].1).collect(),
                marks: Vec::new(),
            };
            found.metrics.insert(word.clone(), column);
        }
        (sheet.clone(), found)
    })
}

fn any_example() -> impl Strategy<Value = (RuleSheet, Figures)> {
    (0..EXAMPLES.len()).prop_flat_map(|at| any_figures(EXAMPLES[at].sheet()))
}

/// The same numbers with the subjects in the opposite order.
fn turned(figures: &Figures) -> Figures {
    let mut turned = figures.clone();
    turned.subjects.reverse();
    for column in turned.metrics.values_mut() {
        column.done.reverse();
        column.target.reverse();
    }
    turned
}

proptest! {
    #[test]
    fn the_order_of_the_input_never_matters((sheet, figures) in any_example()) {
        let (one, mut other) = (score(&sheet, &figures).scores, score(&sheet, &turned(&figures)).scores);
        other.reverse();
        for (a, b) in one.iter().zip(&other) {
            prop_assert_eq!((&a.total, a.place, &a.items, &a.vetoes), (&b.total, b.place, &b.items, &b.vetoes));
        }
    }

    #[test]
    fn places_follow_totals_and_awards_follow_places((sheet, figures) in any_example()) {
        let outcome = score(&sheet, &figures);
        let group = |score: &Score| &figures.subjects[score.subject].group;
        for a in &outcome.scores {
            for b in outcome.scores.iter().filter(|b| group(b) == group(a)) {
                if let Some((one, other)) = a.place.zip(b.place) {
                    prop_assert!(a.total <= b.total || one < other, "more points, better place");
                }
            }
        }
        // Nobody is honoured and warned by one sheet, save where lights are given whatever the place.
        let given = awards(&sheet, &figures, &outcome);
        prop_assert!(given.iter().all(|c| c.award < sheet.awards.len() && c.subject < figures.subjects.len()));
    }

    #[test]
    fn a_frozen_result_is_worked_out_again_to_the_byte((sheet, figures) in any_example()) {
        let frozen = freeze(&sheet, &figures, "2026", "2026-12-31", 1);
        let read = Frozen::read(&frozen.write()).expect("it reads back");
        prop_assert_eq!(read.again().write(), frozen.write());
    }
}
