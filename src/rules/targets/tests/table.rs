//! 目标任务分解表, read and shown.

use super::*;
use crate::domain::read::MoneyUnit;
use crate::rules::metrics::Unit;

fn names() -> Vec<Edit> {
    vec![
        fixture::set(unit(1), U::Name, Value::text("经济开发区")),
        fixture::set(unit(1), U::Order, Value::Int(1)),
        fixture::set(unit(2), U::Name, Value::text("青禾镇")),
        fixture::set(unit(2), U::Order, Value::Int(2)),
        fixture::set(person(1), R::Name, Value::text("李海燕")),
        fixture::set(person(1), R::Unit, Value::Ref(unit(2))),
    ]
}

fn read(text: &str) -> TargetTable {
    let rows: Vec<Vec<String>> =
        text.lines().map(|line| line.split('|').map(str::to_owned).collect()).collect();
    read_table(office(names()).state(), &standard(), &rows)
}

#[test]
fn a_table_of_an_office_is_read() {
    let found = read(
        "示例县二〇二六年目标任务分解表\n\
         单位|新签约项目（个）|签约金额目标(亿元)|到位资金|新开工|财政收入|2025\n\
         全 县|40|60|120000||9|1\n\
         经济开发区|18个|30.5|5亿元|7|3|1\n\
         青禾镇||–|若干||1|1\n\
         李海燕|2||||||\n\
         某某镇|1|||||\n\
         说明：略||||||",
    );
    let of = |word: &str, holder: Holder| {
        let known = found.known.iter().find(|known| known.metric == word && known.holder == holder);
        known.map(|known| known.target.to_string())
    };
    assert_eq!(of("signed", Holder::County).as_deref(), Some("40"));
    assert_eq!(of("signed_amount", Holder::County).as_deref(), Some("6000000000"));
    assert_eq!(of("arrived", Holder::County).as_deref(), Some("1200000000"), "万元 where no unit is named");
    assert_eq!(of("signed", Holder::Record(unit(1))).as_deref(), Some("18"));
    assert_eq!(of("signed_amount", Holder::Record(unit(1))).as_deref(), Some("3050000000"));
    assert_eq!(of("arrived", Holder::Record(unit(1))).as_deref(), Some("500000000"), "its own unit counts");
    assert_eq!(of("started", Holder::Record(unit(1))).as_deref(), Some("7"), "新开工 is 新开工项目");
    assert_eq!(of("signed", Holder::Record(person(1))).as_deref(), Some("2"));
    assert_eq!(found.known.len(), 8);
    assert_eq!(found.heads, ["财政收入"]);
    assert_eq!(found.names, ["某某镇"]);
    let bad = ("青禾镇".to_owned(), "到位资金".to_owned(), "若干".to_owned());
    assert_eq!(found.cells, [bad]);
}

#[test]
fn a_table_without_a_known_head_says_which_heads_it_has() {
    let found = read("单位|财政收入|用电量\n青禾镇|1|2");
    assert_eq!((found.known.len(), found.heads), (0, vec!["财政收入".to_owned(), "用电量".to_owned()]));
    assert_eq!(read(""), TargetTable::default());
}

#[test]
fn numbers_are_read_as_people_write_them() {
    let money = |text: &str| read_number(Unit::Yuan, text, MoneyUnit::WAN).map(|n| n.map(|n| n.to_string()));
    assert_eq!(money("35000"), Ok(Some("350000000".to_owned())));
    assert_eq!(money("3.5亿"), Ok(Some("350000000".to_owned())));
    assert_eq!(money("-"), Ok(None));
    assert_eq!(money("100万美元"), Err(NoNumber), "targets are in yuan");
    let count = |text: &str| read_number(Unit::Piece, text, MoneyUnit::WAN).map(|n| n.map(|n| n.to_string()));
    assert_eq!(count("12"), Ok(Some("12".to_owned())));
    assert_eq!(count("0"), Ok(Some("0".to_owned())));
    assert_eq!(count("0.5"), Ok(Some("0.5".to_owned())));
    assert_eq!(count(" 12 个"), Ok(Some("12".to_owned())));
    assert_eq!(count(""), Ok(None));
    assert_eq!(count("-3"), Err(NoNumber));
    assert_eq!(count("待定"), Ok(None));
    assert_eq!(count("若干"), Err(NoNumber));
}

#[test]
fn the_matrix_shows_everybody_and_what_is_missing() {
    let edits = [
        names(),
        target("signed", None, "2026", "20"),
        target("signed", Some(unit(1)), "2026", "12"),
        target("signed", Some(unit(2)), "2026-H1", "3"),
        target("signed", Some(unit(2)), "2026-H2", "2"),
        target("signed", Some(person(1)), "2026", "4"),
    ];
    let office = office(edits.concat());
    let words = ["signed".to_owned(), "started".to_owned()];
    let lines = matrix(office.state(), &aims(&office), &words, Period::Year(2026));
    let who: Vec<_> = lines.iter().map(|line| (line.holder.clone(), line.depth, line.people)).collect();
    let of = Holder::Record;
    let expected = [(Holder::County, 0, 0), (of(unit(1)), 0, 0), (of(unit(2)), 0, 1), (of(person(1)), 1, 0)];
    assert_eq!(who, expected);
    let signed: Vec<_> = lines.iter().map(|line| line.spots[0]).collect();
    // 20 less 12 and 5; unit 2 has 3 + 2, of which its person has 4.
    assert_eq!((signed[0].target, signed[0].short), (Some(n("20")), Some(n("3"))));
    assert_eq!((signed[2].target, signed[2].short, signed[2].is_sum), (Some(n("5")), Some(n("1")), true));
    assert_eq!((signed[3].target, signed[3].short), (Some(n("4")), None));
    assert_eq!(lines[0].spots[1], Spot::default());
}

#[test]
fn people_of_no_unit_stand_under_the_county() {
    // A county leader carries 3 of the county's 10, the park 5: 2 are not divided.
    let leader = person(2);
    let edits = [
        names(),
        vec![fixture::set(leader, R::Name, Value::text("王县长"))],
        target("signed", None, "2026", "10"),
        target("signed", Some(unit(1)), "2026", "5"),
        target("signed", Some(leader), "2026", "3"),
    ];
    let office = office(edits.concat());
    let lines = matrix(office.state(), &aims(&office), &["signed".to_owned()], Period::Year(2026));
    assert_eq!((lines[0].people, lines[0].spots[0].short), (1, Some(n("2"))));
    assert_eq!((&lines[1].holder, lines[1].depth, lines[1].above), (&Holder::Record(leader), 1, None));
    assert_eq!(lines[1].spots[0].target, Some(n("3")));
}

#[test]
fn chains_have_targets_of_their_own() {
    let word = |word: &str| Holder::Chain(word.to_owned());
    let of = |word: &str, number: &str| {
        let holder = Holder::Chain(word.to_owned());
        let period = Period::Year(2026);
        set(&crate::ledger::State::default(), &metric("signed"), &holder, period, Some(n(number)))
    };
    let edits = [target("signed", None, "2026", "9"), of("生物医药", "4"), of("氢能", "2")].concat();
    let office = office(edits);
    let lines = chain_matrix(office.state(), &aims(&office), &["signed".to_owned()], Period::Year(2026));
    let target = |holder: &Holder| {
        let line = lines.iter().find(|line| line.holder == *holder)?;
        line.spots[0].target
    };
    assert_eq!(lines[0].holder, Holder::County);
    assert_eq!((target(&word("生物医药")), target(&Holder::County)), (Some(n("4")), Some(n("9"))));
    assert_eq!(lines.last().map(|line| &line.holder), Some(&word("氢能")), "not in the list of the office");
    assert_eq!(lines[0].spots[0].short, None, "chains need not sum to the county's");
}

#[test]
fn a_table_of_chains_is_read() {
    let found = read("产业链|新签约\n全县|9\n生物医药链|4\n生物医药|5\n风电光伏产业链|3\n没有的链|1");
    let of = |holder: Holder| {
        let known = found.known.iter().find(|known| known.holder == holder);
        known.map(|known| known.target.to_string())
    };
    assert_eq!(of(Holder::County).as_deref(), Some("9"));
    assert_eq!(of(Holder::Chain("生物医药".to_owned())).as_deref(), Some("4"), "the first number counts");
    assert_eq!(of(Holder::Chain("风电光伏".to_owned())).as_deref(), Some("3"));
    assert_eq!(found.names, ["没有的链"]);
}
