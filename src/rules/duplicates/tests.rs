//! The rules on names as ledgers write them, and on the county ledger's own rows.

use super::*;
use crate::domain::field::{CompanyField as C, ProjectField as P};
use crate::domain::{Kind, Money, RecordId, Stage, Value};
use crate::ledger::{CellKey, Change, NodeId, Stamp, State};
use proptest::prelude::*;

fn profile(name: &str, investor: &str) -> Profile {
    Profile::new(&Facts { name, investor, ..Facts::default() })
}

fn level(a: &Profile, b: &Profile) -> Option<Level> {
    compare(a, b).map(|likeness| likeness.level)
}

fn firms(a: &str, b: &str) -> Relation {
    relation(&CompanyKey::new(a), "", &CompanyKey::new(b), "")
}

#[test]
fn one_firm_however_written() {
    for (a, b) in [
        ("厦门金禾瑞生物有限公司", "厦门金禾瑞生物有限责任公司"),
        ("厦门金禾瑞生物有限公司", "厦门市金禾瑞生物股份有限公司"),
        ("福建厦门金禾瑞生物有限公司", "厦门金禾瑞生物有限公司"),
        ("福建省厦门市金禾瑞生物有限公司", "厦门金禾瑞生物有限公司"),
        ("金禾瑞（厦门）生物有限公司", "金禾瑞(厦门) 生物有限责任公司"),
        ("昆山市金禾瑞生物有限公司", "昆山金禾瑞生物有限公司"),
    ] {
        assert_eq!(firms(a, b), Relation::Same, "{a} / {b}");
    }
    for (a, b) in [
        ("厦门金禾瑞生物有限公司", "金禾瑞生物"),
        ("厦门金禾瑞生物有限公司", "厦门金禾瑞"),
        ("厦门金禾瑞生物有限公司", "厦门金禾端生物有限公司"),
    ] {
        assert_eq!(firms(a, b), Relation::Near, "{a} / {b}");
    }
    for (a, b) in [
        ("厦门金禾瑞生物有限公司", "东莞金禾瑞生物有限公司"),
        ("杭州恒曜新材料有限公司", "常州恒曜新材料有限公司"),
        ("宁波东璟智能装备股份有限公司", "宁波东璟新材料有限公司"),
        ("江苏金禾瑞生物有限公司", "苏州金禾瑞生物有限公司"),
    ] {
        assert_eq!(firms(a, b), Relation::Different, "{a} / {b}");
    }
    assert_eq!(firms("厦门金禾瑞生物有限公司", ""), Relation::Unknown);
}

#[test]
fn credit_codes_decide_over_names() {
    let key = CompanyKey::new("厦门金禾瑞生物有限公司");
    assert_eq!(relation(&key, "91A", &CompanyKey::new("别的公司"), "91A"), Relation::Same);
    assert_eq!(relation(&key, "91A", &key, "91B"), Relation::Different);
}

#[test]
fn the_same_name_and_investor_is_certain() {
    let known = profile("年产8吨海上风电叶片项目", "厦门金禾瑞生物有限公司");
    for (name, investor) in [
        ("年产8吨海上风电叶片项目 ", "厦门金禾瑞生物有限责任公司"),
        ("年产 8 吨海上风电叶片", "厦门金禾瑞生物有限公司"),
        ("（年产8吨）海上风电叶片建设项目", "金禾瑞生物有限公司"),
    ] {
        let likeness = compare(&known, &profile(name, investor)).expect("alike");
        assert_eq!((likeness.level, &likeness.signs[..]), (Level::Certain, &[Sign::Name][..]), "{name}");
    }
    assert_eq!(
        level(&profile("年产2万吨隔膜项目", "苏州甲乙科技"), &profile("年产20,000吨隔膜", "苏州甲乙科技")),
        Some(Level::Certain)
    );
}

#[test]
fn a_generic_name_of_another_investor_is_a_hint() {
    let known = profile("年产500吨可降解材料项目", "深圳汇川源科技有限公司");
    let other = profile("年产500吨可降解材料项目", "常州永昇生物股份有限公司");
    let likeness = compare(&known, &other).expect("a hint");
    assert_eq!((likeness.level, &likeness.signs[..]), (Level::Hint, &[Sign::NameOnly][..]));
    assert_eq!(level(&known, &profile("年产500吨可降解材料项目", "")), Some(Level::Confirm));
    assert_eq!(
        level(&profile("汇川源产业园", "汇川源科技"), &profile("汇川源产业园项目", "")),
        Some(Level::Certain)
    );
}

#[test]
fn similar_names_of_one_investor_are_certain_unless_figures_differ() {
    let at = |name| profile(name, "无锡景澄锂能科技有限公司");
    let known = at("景澄锂能动力电池隔膜生产基地项目");
    assert_eq!(level(&known, &at("景澄锂能动力电池隔膜生产基地二期项目")), Some(Level::Confirm));
    assert_eq!(level(&known, &at("景澄锂能动力电池膈膜生产基地项目")), Some(Level::Certain));
    assert_eq!(
        level(&at("年产5万吨动力电池隔膜项目"), &at("年产8万吨动力电池隔膜项目")),
        Some(Level::Confirm)
    );
    assert_eq!(level(&known, &at("零碳物流园项目")), None);
}

#[test]
fn codes_decide_unless_two_offices_counted_alike() {
    let facts = |code, name, investor| Facts { code, name, investor, ..Facts::default() };
    let known = Profile::new(&facts("ZS20260001", "甲项目", "苏州蓝谷能源有限公司"));
    let renamed = Profile::new(&facts("zs2026 0001", "甲项目(更名)", "苏州蓝谷能源有限公司"));
    assert_eq!(level(&known, &renamed), Some(Level::Certain));
    let clash = Profile::new(&facts("ZS20260001", "智能仓储物流基地", "东莞恒曜新材料有限公司"));
    assert_eq!(level(&known, &clash), Some(Level::Confirm));
    let row_number = Profile::new(&facts("1", "乙", ""));
    assert_eq!(level(&row_number, &Profile::new(&facts("1", "丙", ""))), None);
    let upper = |upper_code| {
        Profile::new(&Facts {
            upper_code,
            name: "甲项目",
            investor: "苏州蓝谷能源有限公司",
            ..Facts::default()
        })
    };
    assert_eq!(level(&upper("2606-320900-04"), &upper("2606-320900-04")), Some(Level::Certain));
    assert_eq!(level(&upper("2606-320900-04"), &upper("2606-320900-05")), Some(Level::Confirm));
}

#[test]
fn scale_phone_and_address() {
    let base = Facts {
        name: "隔膜项目",
        investor: "苏州本泽能源有限公司",
        industry: "新能源",
        total_yuan: Some(100_000_000),
        address: "新港镇滨海大道88号",
        phones: &["199 0000 7065"],
        ..Facts::default()
    };
    let known = Profile::new(&base);
    let with = |change: &dyn Fn(&mut Facts<'static>)| {
        let mut facts = base;
        facts.name = "储能电站";
        change(&mut facts);
        compare(&known, &Profile::new(&facts)).map(|likeness| (likeness.level, likeness.signs))
    };
    assert_eq!(with(&|f| f.total_yuan = Some(80_000_000)), Some((Level::Confirm, vec![Sign::SameScale])));
    assert_eq!(with(&|f| f.total_yuan = Some(79_999_999)), None);
    assert_eq!(with(&|f| f.industry = "新材料"), None);
    let stranger = |f: &mut Facts<'static>| f.investor = "深圳锐合科技有限公司";
    assert_eq!(with(&stranger), Some((Level::Hint, vec![Sign::Phone, Sign::Address])));
    assert_eq!(
        with(&|f| {
            stranger(f);
            f.phones = &[];
            f.address = "江苏省某县新港镇滨海大道88号";
        }),
        Some((Level::Hint, vec![Sign::Address]))
    );
    assert_eq!(
        with(&|f| {
            stranger(f);
            f.phones = &[];
            f.address = "沿海工业园";
        }),
        None
    );
}

#[test]
fn a_telephone_that_many_share_tells_nothing() {
    let mut finder = Finder::default();
    let at = |i: usize| {
        let (name, investor) = (format!("{i}号厂"), format!("{i}号科技"));
        let facts = Facts { name: &name, investor: &investor, phones: &["0515-8888888"], ..Facts::default() };
        Profile::new(&facts)
    };
    (0..12).for_each(|i| _ = finder.add(at(i)));
    assert_eq!(finder.find(&at(99)).len(), 12);
    finder.add(at(12));
    assert_eq!(finder.find(&at(99)), []);
}

/// A ledger of projects: name, investor, reason for being kept apart.
fn ledger(rows: &[(&str, &str, &str)]) -> State {
    let mut state = State::default();
    for (key, (name, investor, kept)) in (1u64..).zip(rows) {
        let project = RecordId::new(Kind::Project, key);
        let company = RecordId::derived(Kind::Company, &[investor]);
        let mut set = |record, cell: CellKey, value| {
            let stamp = Stamp::new(key, 0, NodeId(1));
            state.apply(Change { record, cell, value, stamp, over: Box::default() });
        };
        set(project, P::Name.into(), Value::text(name));
        set(project, P::Investor.into(), Value::Ref(company));
        set(project, P::TotalInvestment.into(), Value::Money(Money::yuan(100_000_000)));
        set(project, P::KeptApart.into(), Value::text(kept));
        set(company, C::Name.into(), Value::text(investor));
    }
    state
}

#[test]
fn the_whole_ledger_is_searched_and_settled_pairs_come_last() {
    let state = ledger(&[
        ("甲项目", "苏州蓝谷能源有限公司", ""),
        ("甲项目", "苏州蓝谷能源有限责任公司", "两个地块"),
        ("乙项目", "苏州蓝谷能源有限公司", ""),
        ("乙", "苏州蓝谷能源股份有限公司", ""),
    ]);
    let pairs = find_all(&state);
    let found: Vec<_> =
        pairs.iter().map(|p| (p.first.key, p.second.key, p.likeness.level, p.settled)).collect();
    assert_eq!(found, [(3, 4, Level::Certain, false), (1, 2, Level::Certain, true)]);
}

#[test]
fn stages_step_forward_or_back() {
    assert_eq!(stage_step(Stage::Signed, Stage::Started), StageStep::Forward);
    assert_eq!(stage_step(Stage::Signed, Stage::Signed), StageStep::Same);
    assert_eq!(stage_step(Stage::Signed, Stage::Negotiating), StageStep::Backward);
}

#[test]
fn ten_thousand_projects_are_searched_by_keys() {
    let mut finder = Finder::default();
    let at = |i: usize| profile(&format!("年产{i}吨材料项目"), &format!("苏州第{i}号新材料有限公司"));
    (0..10_000).for_each(|i| _ = finder.add(at(i)));
    let found = (9_500..10_500).filter(|&i| !finder.find(&at(i)).is_empty()).count();
    assert_eq!(found, 500);
}

proptest! {
    #[test]
    fn likeness_is_mutual_and_nothing_panics(a in any_facts(), b in any_facts()) {
        let one = Profile::new(&as_facts(&a));
        let two = Profile::new(&as_facts(&b));
        prop_assert_eq!(compare(&one, &two).map(|l| l.level), compare(&two, &one).map(|l| l.level));
        let mut finder = Finder::default();
        finder.add(one.clone());
        prop_assert_eq!(finder.find(&two).first().map(|f| f.likeness.level), compare(&two, &one).map(|l| l.level));
    }
}

type AnyFacts = (String, String, String, String, Option<i64>);

fn any_facts() -> impl Strategy<Value = AnyFacts> {
    let words = "(年产)?[0-9]{0,2}(万|千)?(吨|套)?[甲乙丙（）(二期) ]{0,6}(项目)?";
    let firm = "(江苏省?)?(苏州市?|厦门)?[金禾瑞]{0,4}(股份)?(有限|有限责任)?(公司)?";
    ("[A-Z]{0,2}[0-9]{0,6}", words, firm, "[0-9甲路号]{0,9}", any::<Option<i64>>())
}

fn as_facts((code, name, investor, address, total_yuan): &AnyFacts) -> Facts<'_> {
    Facts { code, name, investor, address, total_yuan: *total_yuan, industry: "工业", ..Facts::default() }
}
