use super::*;
use crate::domain::Decimal;
use crate::rules::scoring::figures::{Column, Figures, Mark, Participant};
use proptest::prelude::*;

fn n(text: &str) -> Decimal {
    Decimal::parse(text).expect("a number")
}

/// One group with what each did and was to do of the metric `m`, at an elapsed share of half.
fn group(rows: &[(Option<&str>, Option<&str>)]) -> Figures {
    let number = |text: &Option<&str>| text.map(n);
    let column = Column {
        done: rows.iter().map(|(done, _)| number(done)).collect(),
        target: rows.iter().map(|(_, target)| number(target)).collect(),
        marks: Vec::new(),
    };
    let subjects = (0..rows.len()).map(|n| Participant { key: n.to_string(), ..Participant::default() });
    Figures {
        subjects: subjects.collect(),
        metrics: [("m".to_owned(), column)].into(),
        elapsed: n("0.5"),
        ..Figures::default()
    }
}

fn work(formula: &str, weight: &str, figures: &Figures) -> Vec<Working> {
    let formula: Formula = serde_json::from_str(formula).expect("a formula");
    let peers: Vec<usize> = (0..figures.subjects.len()).collect();
    let at = |&subject: &usize| formula.work(&Place { figures, subject, peers: &peers, weight: n(weight) });
    peers.iter().map(at).collect()
}

fn points(formula: &str, weight: &str, rows: &[(Option<&str>, Option<&str>)]) -> Vec<String> {
    work(formula, weight, &group(rows)).iter().map(|working| working.points.to_string()).collect()
}

fn causes(formula: &str, rows: &[(Option<&str>, Option<&str>)]) -> Vec<Option<Cause>> {
    work(formula, "10", &group(rows)).iter().map(|w| w.undefined.map(|(cause, _)| cause)).collect()
}

#[test]
fn ratio_is_capped_where_the_rule_says() {
    // 0.5 × 6 ÷ 5 = 0.6 (R4: FDI at 120 %); at 200 % still 0.6; capped at 1 it is 0.5.
    let rows = [(Some("6"), Some("5")), (Some("10"), Some("5")), (Some("2"), Some("5"))];
    assert_eq!(points(r#"{"kind":"ratio","metric":"m","cap":1.2}"#, "0.5", &rows), ["0.6", "0.6", "0.2"]);
    assert_eq!(points(r#"{"kind":"ratio","metric":"m"}"#, "0.5", &rows), ["0.5", "0.5", "0.2"]);
    assert_eq!(points(r#"{"kind":"ratio","metric":"m","cap":null}"#, "0.5", &rows), ["0.6", "1", "0.2"]);
    // Below half of the target nothing: 2 of 5 is 40 %.
    assert_eq!(points(r#"{"kind":"ratio","metric":"m","from":0.5}"#, "0.5", &rows), ["0.5", "0.5", "0"]);
}

#[test]
fn what_is_undefined_is_a_choice() {
    let rows = [(Some("6"), None), (Some("6"), Some("0")), (None, Some("5")), (Some("-1"), Some("2"))];
    for (choice, given) in [("zero", "0"), ("full", "10"), ("leave", "0")] {
        let formula = format!(r#"{{"kind":"ratio","metric":"m","undefined":"{choice}"}}"#);
        assert_eq!(points(&formula, "10", &rows)[..3], [given, given, given], "{choice}");
    }
    let formula = r#"{"kind":"ratio","metric":"m"}"#;
    use Cause::{NoMetric, NoTarget, NotEntered};
    assert_eq!(causes(formula, &rows), [Some(NoTarget), Some(NoTarget), Some(NotEntered), None]);
    assert_eq!(points(formula, "10", &rows)[3], "-5", "a correction may be below nothing");
    assert_eq!(causes(r#"{"kind":"ratio","metric":"x"}"#, &rows)[0], Some(NoMetric));
}

#[test]
fn time_ratio_asks_for_the_share_of_the_time() {
    // 30 × 2 ÷ (8 × 0.5) = 15; 30 × 5 ÷ 4 = 37.5, capped at 30.
    let rows = [(Some("2"), Some("8")), (Some("5"), Some("8"))];
    assert_eq!(points(r#"{"kind":"time_ratio","metric":"m"}"#, "30", &rows), ["15", "30"]);
    let mut early = group(&rows);
    early.elapsed = Decimal::ZERO;
    let early = work(r#"{"kind":"time_ratio","metric":"m","undefined":"full"}"#, "30", &early);
    assert_eq!(early[0].undefined, Some((Cause::NotBegun, Undefined::Full)));
    assert_eq!(early[0].points, n("30"));
}

#[test]
fn power_goes_from_sixty_to_a_hundred() {
    // R1: (x − min) ÷ (max − min) × 40 + 60: 12 is the best: 100; 9 is (9−6)÷(12−6)×40+60 = 80; 6 is the last: 60.
    let rows = [(Some("12"), None), (Some("9"), None), (Some("6"), None)];
    let formula = r#"{"kind":"power","metric":"m"}"#;
    assert_eq!(points(formula, "100", &rows), ["100", "80", "60"]);
    let lower = r#"{"kind":"power","metric":"m","lower_is_better":true}"#;
    assert_eq!(points(lower, "100", &rows), ["60", "80", "100"]);
    // All equal: the texts do not say; the sheet does.
    let equal = [(Some("3"), None), (Some("3"), None)];
    assert_eq!(causes(formula, &equal), [Some(Cause::AllEqual), Some(Cause::AllEqual)]);
    assert_eq!(points(formula, "100", &equal), ["100", "100"]);
    assert_eq!(points(r#"{"kind":"power","metric":"m","undefined":"zero"}"#, "100", &equal), ["0", "0"]);
    // Who has no number gets nothing even where equals get full marks, and does not pull the others down.
    let missing = [(Some("3"), None), (None, None), (Some("1"), None)];
    assert_eq!(points(formula, "100", &missing), ["100", "0", "60"]);
    assert_eq!(points(formula, "100", &[(Some("3"), None)]), ["100"], "alone in the group");
}

#[test]
fn relative_to_the_best_of_the_group() {
    // R32: own ÷ max × 15: 4 of 6 is 10.
    let rows = [(Some("6"), None), (Some("4"), None), (Some("0"), None)];
    let formula = r#"{"kind":"relative_max","metric":"m"}"#;
    assert_eq!(points(formula, "15", &rows), ["15", "10", "0"]);
    assert_eq!(causes(formula, &[(Some("0"), None)]), [Some(Cause::NobodyHas)]);
}

#[test]
fn bands_begin_at_their_edges() {
    // F3, R32: 9 days → 8, 8 → 7, 1 → 0, 20 → 10.
    let bands = r#"{"kind":"bands","metric":"m","floor":0,"bands":[{"from":15,"points":9},{"from":0,"points":-1,"slope":1},
        {"from":20,"points":10},{"from":10,"points":8}]}"#;
    let days = ["9", "8", "1", "20", "0", "9.5", "10", "14.5", "15", "19.9", "31"];
    let rows: Vec<_> = days.iter().map(|day| (Some(*day), None)).collect();
    let expected = ["8", "7", "0", "10", "0", "8.5", "8", "8", "9", "9", "10"];
    assert_eq!(points(bands, "10", &rows), expected);
    assert_eq!(causes(bands, &[(Some("-1"), None)]), [Some(Cause::NoBand)]);
    // 落后: the gap to the elapsed share, 3 ÷ 10 − 0.5 = −0.2.
    let gap = r#"{"kind":"bands","metric":"m","of":"ahead","bands":[{"from":-9,"points":0},{"from":-0.2,"points":5}]}"#;
    assert_eq!(points(gap, "10", &[(Some("3"), Some("10")), (Some("2.9"), Some("10"))]), ["5", "0"]);
}

#[test]
fn each_one_counts_and_the_sum_is_capped() {
    let rows = [(Some("2"), Some("1")), (Some("9"), Some("1")), (Some("0.5"), Some("1"))];
    assert_eq!(
        points(r#"{"kind":"per_unit","metric":"m","points":0.5,"cap":3}"#, "0", &rows),
        ["1", "3", "0.25"]
    );
    assert_eq!(
        points(r#"{"kind":"per_unit","metric":"m","points":-10,"cap":50}"#, "0", &rows),
        ["-20", "-50", "-5"]
    );
    let beyond = r#"{"kind":"per_unit","metric":"m","points":2,"cap":6,"beyond_target":true}"#;
    assert_eq!(points(beyond, "0", &rows), ["2", "6", "0"]);
    let by_two = r#"{"kind":"per_unit","metric":"m","points":1,"per":2,"whole":true}"#;
    assert_eq!(points(by_two, "0", &rows), ["1", "4", "0"]);
}

#[test]
fn over_target_counts_steps() {
    // R10: 0.5 for each 10 % over, 10 at most: 125 % is two whole steps: 1; without “whole” 2.5 steps: 1.25.
    let rows = [
        (Some("125"), Some("100")),
        (Some("100"), Some("100")),
        (Some("99"), Some("100")),
        (Some("900"), Some("100")),
    ];
    let whole = r#"{"kind":"over_target","metric":"m","step":0.1,"points":0.5,"whole_steps":true,"cap":10}"#;
    assert_eq!(points(whole, "0", &rows), ["1", "0", "0", "10"]);
    let parts = r#"{"kind":"over_target","metric":"m","step":0.1,"points":0.5}"#;
    assert_eq!(points(parts, "0", &rows)[0], "1.25");
    let sized = r#"{"kind":"over_target","metric":"m","step":0.01,"by_target":[{"from":0,"points":0.1},{"from":100,"points":0.2}]}"#;
    assert_eq!(points(sized, "0", &[(Some("110"), Some("100")), (Some("55"), Some("50"))]), ["2", "1"]);
}

#[test]
fn faults_cost_and_what_is_missing_is_a_fault() {
    let rows = [(Some("0"), None), (Some("3"), None), (Some("9"), None)];
    assert_eq!(points(r#"{"kind":"deduct","metric":"m","points":2}"#, "10", &rows), ["10", "4", "0"]);
    let need = r#"{"kind":"deduct","metric":"m","points":0.1,"need":7}"#;
    assert_eq!(points(need, "0.5", &rows), ["0", "0.1", "0.5"]);
}

#[test]
fn graders_weigh_by_their_class() {
    let mark = |grader: &str, mark: &str| Mark { grader: grader.to_owned(), mark: n(mark) };
    let mut figures = group(&[(None, None), (None, None), (None, None)]);
    let marks = vec![
        vec![mark("a", "90"), mark("a", "80"), mark("b", "70")],
        vec![mark("b", "70")],
        vec![mark("x", "70")],
    ];
    figures.metrics.get_mut("m").expect("it is there").marks = marks;
    let panel =
        r#"{"kind":"panel","metric":"m","graders":[{"class":"a","share":0.4},{"class":"b","share":0.6}]}"#;
    // (85 × 0.4 + 70 × 0.6) ÷ 100 × 10 = 7.6; b alone: 70 % of 10; nobody who counts.
    let found = work(panel, "10", &figures);
    assert_eq!(found.iter().map(|w| w.points.to_string()).collect::<Vec<_>>(), ["7.6", "7", "0"]);
    assert_eq!(found[2].undefined, Some((Cause::NoMarks, Undefined::Zero)));
    // All alike: (90 + 80 + 70) ÷ 3 = 80.
    assert_eq!(work(r#"{"kind":"panel","metric":"m"}"#, "10", &figures)[0].points, n("8"));
}

/// What the arithmetic on paper comes to, in floating point.
fn on_paper(terms: &[Term]) -> f64 {
    struct Reader<'a>(&'a [Term]);
    impl Reader<'_> {
        fn next(&mut self) -> Option<&Term> {
            let (first, rest) = self.0.split_first()?;
            self.0 = rest;
            Some(first)
        }
        fn sum(&mut self) -> f64 {
            let mut sum = self.product();
            loop {
                match self.0.first() {
                    Some(Term::Plus) => {
                        self.next();
                        sum += self.product();
                    }
                    Some(Term::Minus) => {
                        self.next();
                        sum -= self.product();
                    }
                    _ => return sum,
                }
            }
        }
        fn product(&mut self) -> f64 {
            let mut product = self.one();
            loop {
                match self.0.first() {
                    Some(Term::Times) => {
                        self.next();
                        product *= self.one();
                    }
                    Some(Term::Over) => {
                        self.next();
                        product /= self.one();
                    }
                    _ => return product,
                }
            }
        }
        fn one(&mut self) -> f64 {
            match self.next() {
                Some(Term::Number(number, _)) => number.as_millionths() as f64 / 1e6,
                Some(Term::Open) => {
                    let sum = self.sum();
                    assert_eq!(self.next(), Some(&Term::Close));
                    sum
                }
                other => panic!("{other:?} where a number should be"),
            }
        }
    }
    let mut reader = Reader(terms);
    let sum = reader.sum();
    assert!(reader.0.is_empty(), "all of it is read: {terms:?}");
    sum
}

const EVERY: &[&str] = &[
    r#"{"kind":"ratio","metric":"m","cap":1.2}"#,
    r#"{"kind":"time_ratio","metric":"m"}"#,
    r#"{"kind":"power","metric":"m","of":"completion"}"#,
    r#"{"kind":"power","metric":"m","of":"ahead"}"#,
    r#"{"kind":"relative_max","metric":"m","of":"schedule"}"#,
    r#"{"kind":"bands","metric":"m","bands":[{"from":0,"points":1},{"from":10,"points":2,"slope":0.5}]}"#,
    r#"{"kind":"per_unit","metric":"m","points":2,"per":3}"#,
    r#"{"kind":"blend","parts":[{"metric":"m","share":0.3},{"metric":"m","share":0.7}]}"#,
    r#"{"kind":"mix_ratio","part":"m","whole":"m"}"#,
    r#"{"kind":"over_target","metric":"m","step":0.05,"points":0.5}"#,
    r#"{"kind":"deduct","metric":"m","points":0.5,"need":4}"#,
    r#"{"kind":"fixed"}"#,
];

/// Those in which more of the metric never gives less, all else being equal.
const RISING: &[&str] = &[
    r#"{"kind":"ratio","metric":"m"}"#,
    r#"{"kind":"time_ratio","metric":"m","cap":1.5}"#,
    r#"{"kind":"power","metric":"m"}"#,
    r#"{"kind":"relative_max","metric":"m"}"#,
    r#"{"kind":"per_unit","metric":"m","points":2,"cap":30}"#,
    r#"{"kind":"over_target","metric":"m","step":0.1,"points":0.5,"whole_steps":true}"#,
    r#"{"kind":"deduct","metric":"m","points":0.5,"need":400}"#,
];

fn rows() -> impl Strategy<Value = Vec<(i64, i64)>> {
    proptest::collection::vec((0..2_000_i64, 1..1_000_i64), 1..12)
}

fn figures_of(rows: &[(i64, i64)]) -> Figures {
    let texts: Vec<(String, String)> = rows.iter().map(|(a, b)| (a.to_string(), b.to_string())).collect();
    group(&texts.iter().map(|(a, b)| (Some(a.as_str()), Some(b.as_str()))).collect::<Vec<_>>())
}

proptest! {
    #[test]
    fn the_arithmetic_on_paper_gives_the_number(rows in rows(), which in 0..EVERY.len(), weight in 0..100_i64) {
        for working in work(EVERY[which], &weight.to_string(), &figures_of(&rows)) {
            if working.undefined.is_none() {
                let raw = working.raw.as_millionths() as f64 / 1e6;
                // The elapsed share and steps are shown to a millionth, so what follows from them may differ there.
                prop_assert!((on_paper(&working.terms) - raw).abs() < 1e-3 * (1.0 + raw.abs()), "{:?}", working);
            }
        }
    }

    #[test]
    fn more_never_gives_less(rows in rows(), which in 0..RISING.len(), at in 0..12_usize, more in 0..500_i64) {
        let at = at % rows.len();
        let before = work(RISING[which], "20", &figures_of(&rows))[at].points;
        let mut better = rows.clone();
        better[at].0 += more;
        let after = work(RISING[which], "20", &figures_of(&better))[at].clone();
        // Where all become equal the sheet's choice stands in the place of the formula.
        if after.undefined.is_none() {
            prop_assert!(after.points >= before, "{:?}", after);
        }
    }
}
