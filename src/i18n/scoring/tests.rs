//! Sentences are held word for word against what a clerk would write.

use super::*;
use crate::i18n::Lang::{En, Zh};
use crate::ledger::State;
use crate::rules::metrics::standard;
use crate::rules::scoring::award::{Condition, Measure, Verdict};
use crate::rules::scoring::examples::EXAMPLES;
use crate::rules::scoring::{
    Column, Figures, Formula, Participant, Problem, Rule, Settled, Tie, Undefined, all_items, check, score,
};
use crate::rules::targets::Period;

fn n(text: &str) -> Decimal {
    Decimal::parse(text).expect("a number")
}

fn known() -> Known {
    Known { metrics: standard::standard(), items: vec![("a".to_owned(), Label::new("签约", "Signing"))] }
}

fn told(l: Lang, weight: &str, json: &str) -> String {
    let formula: Formula = serde_json::from_str(json).expect("a formula");
    sentence(l, &known(), n(weight), &formula)
}

#[test]
fn formulas_read_as_rules_are_written() {
    let ratio = r#"{"kind":"ratio","metric":"signed"}"#;
    assert_eq!(
        told(Zh, "20", ratio),
        "按完成率计分：20 分 × 新签约项目完成 ÷ 目标，最高 100%；没有目标的不得分"
    );
    assert_eq!(
        told(En, "20", ratio),
        "By completion: 20 points × Newly signed projects done ÷ target, 100% at most; without a target: no points"
    );
    assert_eq!(
        told(Zh, "20", r#"{"kind":"ratio","metric":"arrived","cap":1.2,"from":0.6,"undefined":"leave"}"#),
        "按完成率计分：20 分 × 到位资金完成 ÷ 目标，最高 120%（24 分），完成率低于 60% 的不得分；没有目标的不计此项，其余按比例放大"
    );
    assert_eq!(
        told(Zh, "10", r#"{"kind":"power","metric":"signed","of":"completion"}"#),
        "功效系数法：10 分 ×（0.6 + 0.4 ×（新签约项目完成率 − 组内最低）÷（组内最高 − 组内最低））；全组相同的得满分"
    );
    assert_eq!(
        told(
            Zh,
            "10",
            r#"{"kind":"bands","metric":"days_at_post","bands":[{"from":0,"points":-2,"slope":1},{"from":10,"points":8},{"from":20,"points":10}],"floor":0}"#
        ),
        "按在岗天数分档：20 及以上 10 分，10 至不足 20 8 分，0 至不足 10 -2 分，每多 1 加 1 分，最低 0 分；不在任何一档的不得分"
    );
    assert_eq!(
        told(
            Zh,
            "0",
            r#"{"kind":"per_unit","metric":"arrived","points":2,"per":100000000,"whole":true,"cap":6}"#
        ),
        "按件加分：到位资金每 1亿元加 2 分，不足的不计，最高 6 分"
    );
    assert_eq!(
        told(Zh, "0", r#"{"kind":"per_unit","metric":"findings","points":-1,"cap":10}"#),
        "按件扣分：督查发现问题每个扣 1 分，最多扣 10 分"
    );
    assert_eq!(
        told(Zh, "0.5", r#"{"kind":"deduct","metric":"signed","points":0.1,"need":7}"#),
        "扣分：0.5 分，新签约项目须达 7，每少一个扣 0.1 分，扣到 0 分为止；没有填报的不得分"
    );
    assert_eq!(
        told(
            En,
            "20",
            r#"{"kind":"panel","metric":"x","graders":[{"class":"county","share":0.4},{"class":"centre","share":0.6}]}"#
        ),
        "Marks of graders: 20 points × (40% × mean of county + 60% × mean of centre) ÷ 100; no marks given: no points"
    );
}

#[test]
fn every_formula_of_every_example_reads_in_both_languages() {
    for example in EXAMPLES {
        let sheet = example.sheet();
        let known = Known::of(&sheet, &standard::standard());
        for item in all_items(&sheet.items) {
            for l in Lang::ALL {
                let told = match &item.rule {
                    Rule::Formula(formula) => sentence(l, &known, item.weight, formula),
                    Rule::Group(group) => group_sentence(l, item.weight, group),
                };
                assert!(!told.is_empty() && !told.contains('_'), "{}: {told}", example.word);
                assert!(l == Zh || !told.contains('：'), "{told}");
            }
        }
        assert_eq!(check(&sheet, |word| standard::standard().iter().any(|m| m.word == word)), []);
    }
}

/// 30 × 12 ÷ 20 = 18, and for the money 20 × 3 亿 ÷ 5 亿 = 12.
#[test]
fn a_score_is_arithmetic_on_paper() {
    let sheet = r#"{"name":{"zh":"办法"},"digits":2,"items":[
        {"key":"a","title":{"zh":"甲"},"weight":30,"formula":{"kind":"ratio","metric":"signed"}},
        {"key":"b","title":{"zh":"乙"},"weight":20,"formula":{"kind":"time_ratio","metric":"arrived"}},
        {"key":"c","title":{"zh":"丙"},"weight":10,"formula":{"kind":"relative_max","metric":"signed","of":"completion"}},
        {"key":"d","title":{"zh":"丁"},"weight":10,"formula":{"kind":"ratio","metric":"listed"}}]}"#;
    let sheet = RuleSheet::read(sheet).expect("a sheet");
    let column = |done: &str, target: Option<&str>| Column {
        done: vec![Some(n(done))],
        target: vec![target.map(n)],
        marks: Vec::new(),
    };
    let metrics = [
        ("signed", column("12", Some("20"))),
        ("arrived", column("300000000", Some("1000000000"))),
        ("listed", column("1", None)),
    ];
    let mut figures = Figures::default();
    figures.subjects = vec![Participant { key: "u".to_owned(), ..Participant::default() }];
    figures.metrics = metrics.into_iter().map(|(word, column)| (word.to_owned(), column)).collect();
    figures.elapsed = n("0.5");
    let outcome = score(&sheet, &figures);
    let known = Known::of(&sheet, &standard::standard());
    let of = |l, at: usize| {
        let Rule::Formula(formula) = &sheet.items[at].rule else { panic!("a formula") };
        let working = outcome.scores[0].items[at].working.clone().expect("a working");
        (arithmetic(l, &known, formula, &working), working)
    };
    assert_eq!(of(Zh, 0).0, "30 × 12 ÷ 20 = 18");
    assert_eq!(of(Zh, 1).0, "20 × 3亿元 ÷ (10亿元 × 50%) = 12");
    assert_eq!(of(En, 1).0, "20 × CNY 300 m ÷ (CNY 1 bn × 50%) = 12");
    assert_eq!(of(Zh, 2).0, "10 × (12 ÷ 20) ÷ 60% = 10");
    let (none, working) = of(Zh, 3);
    assert_eq!(none, "");
    let (why, chosen) = working.undefined.expect("a choice");
    assert_eq!(undefined(Zh, why, chosen), "没有目标的不得分");
    let Rule::Formula(formula) = &sheet.items[0].rule else { panic!("a formula") };
    let roles: Vec<String> =
        pieces(Zh, &known, formula, &of(Zh, 0).1).into_iter().map(|piece| piece.role).collect();
    assert_eq!(roles, ["分值", "", "新签约项目完成", "", "新签约项目目标", "", ""]);
}

#[test]
fn ties_verdicts_and_problems_name_what_they_mean() {
    let known = known();
    assert_eq!(
        settled(Zh, &known, &[Tie::More("signed_amount".to_owned())], Settled::By(0)),
        "总分相同，签约金额多者在前"
    );
    assert_eq!(settled(Zh, &known, &[], Settled::Shared), "总分相同，并列");
    let sixty =
        Condition { of: Measure::Total, at_least: Some(n("60")), at_most: None, above: None, below: None };
    assert_eq!(condition(Zh, &known, &sixty), "总分不低于 60 分");
    assert_eq!(condition(En, &known, &sixty), "the total at least 60 points");
    let award = crate::rules::scoring::award::AwardRule { requires: vec![sixty], ..Default::default() };
    assert_eq!(
        verdict(Zh, &known, &RuleSheet::default(), &award, Verdict::Missed(0)),
        "名次够，未达条件：总分不低于 60 分"
    );
    let weights = Problem::Weights("a".to_owned(), n("20"), n("15"));
    assert_eq!(problem(Zh, &known, &weights), "“签约”为 20 分，下面各项合计 15 分");
    assert_eq!(problem(En, &known, &weights), "“Signing” has 20 points, its items 15 points");
    assert_eq!(bound(Zh, crate::rules::scoring::formula::Bound::Cap(n("24"))), "封顶 24 分");
    assert_eq!(choice(Zh, Undefined::Full), "得满分");
}

#[test]
fn periods_and_numbers_are_named_as_people_do() {
    let names = [
        Period::Year(2026),
        Period::Half(2026, 1),
        Period::Quarter(2026, 3),
        Period::TwoMonths(2026, 2),
        Period::Month(2026, 9),
    ];
    let zh = names.map(|of| period(Zh, of, "", 1));
    assert_eq!(zh, ["2026 年", "2026 年上半年", "2026 年三季度", "2026 年 3–4 月", "2026 年 9 月"]);
    assert_eq!(number(n("-0.5"), 2), "-0.5");
    assert_eq!(number(n("12345.678"), 2), "12,345.68");
    assert_eq!(share(n("0.583333")), "58.33%");
}

#[test]
fn a_metric_says_what_it_counts() {
    let (state, all) = (State::default(), standard::standard());
    let of = |l, word: &str| {
        let metric = all.iter().find(|metric| metric.word == word).expect("a metric");
        metric_sentence(l, &state, metric)
    };
    let yi = of(Zh, "signed_yi");
    assert!(yi.starts_with("签约日期在本期的项目，计项目个数；归责任单位；只计 "), "{yi}");
    assert!(yi.contains("1亿元"), "{yi}");
    assert_eq!(of(Zh, "arrived_out_of_province"), "本期到位的资金，来源为省外；归责任单位");
    assert!(of(En, "trip_days").contains("summed"));
}

/// All of a definition stands in its sentence: dates, limits, shares, whom it is for, and every value of a condition.
#[test]
fn the_sentence_of_a_metric_leaves_nothing_out() {
    let of = |l, json: &str| {
        metric_sentence(l, &State::default(), &serde_json::from_str::<Metric>(json).expect("a metric"))
    };
    let large = r#"{"unit":"yuan","source":{"kind":"milestone","milestone":"signed","date":"recognised","amount":"total"},
        "filters":[{"key":"exit","test":{"any_of":["","on_hold"]}},{"key":"total_investment","test":{"between":{"min":100000000}}},
        {"key":"capital_origin","test":{"none_of":["外资"]}}]}"#;
    assert_eq!(
        of(Zh, large),
        "签约认定日期在本期的项目，计总投资；归责任单位；只计 退出情况：未退出、暂缓，总投资：≥ 1亿元，内外资：外资除外"
    );
    assert_eq!(
        of(En, large),
        "Projects whose Signing recognition date lies in the period, by their total investment; for the responsible unit; only Exit: still active, On hold, Total investment: ≥ CNY 100 m, Capital origin: not Foreign"
    );
    let limited = r#"{"source":{"kind":"milestone","milestone":"started","date":"recognised","dated_by":"signed",
        "within":{"of":"signed","months":24}},"person":"leader","credit":{"first_talk":0.3}}"#;
    assert_eq!(
        of(Zh, limited),
        "签约认定日期在本期、已开工的项目，计项目个数，须在签约后 24 个月内；首谈单位计 30%，其余归责任单位；考核个人时归责任领导"
    );
    let funds = r#"{"unit":"yuan","source":{"kind":"funds","recognised_only":true,"sources":["省外"],"uses":[["流动资金",0.3]]}}"#;
    assert_eq!(of(Zh, funds), "本期到位的资金，来源为省外，流动资金按 30% 计，须经认定；归责任单位");
    assert_eq!(
        of(En, funds),
        "Funds that arrived in the period, from Other provinces, 流动资金 at 30%, recognised only; for the responsible unit"
    );
    let many = r#"{"source":{"kind":"standing","stages":["signed"]},
        "filters":[{"key":"industry","test":{"any_of":["甲","乙","丙","丁"]}}]}"#;
    assert!(of(Zh, many).contains("甲、乙、丙、丁"), "{}", of(Zh, many));
}
