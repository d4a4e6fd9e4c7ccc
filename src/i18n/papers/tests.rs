//! The headings of the printed forms, and numbers that are worked out by hand.

use super::*;
use crate::domain::field::{OfficeField, TargetField as G, UnitField as U};
use crate::domain::{Date, Decimal, Kind, RecordId, Value};
use crate::ledger::Edit;
use crate::rules::bulletin::tables::{Which, parts};
use crate::rules::bulletin::{Bulletin, Cell, Desk, Part, Table, bulletin, edits, known, read};
use crate::rules::metrics::tests::fixture::{
    Office, arrival, day, office, project, reach, set, signed, unit, wan,
};
use crate::rules::metrics::{reading, standard};
use crate::rules::query::Facts;

/// A project of a unit that was signed and registered on a day.
fn registered(key: u64, of: u64, on: &str) -> Vec<Edit> {
    let mut edits: Vec<Edit> = signed(key, unit(of), on, 10_000);
    edits.push(reach(project(key), Milestone::Registered, on));
    edits
}

/// Two units. Unit 1 is to register 4 and get 2 亿元; it registered 2 (in January and on the last day of June) and got
/// 0.5 亿元. Unit 2 has no target and registered 1 the day after. Last year's registration of unit 1 does not count.
fn fixture() -> Office {
    let aim = |key: u64, metric: &str, of: u64, number: Option<i64>, amount: Option<i64>| {
        let id = RecordId::new(Kind::Target, key);
        let mut edits = vec![
            set(id, G::Metric, Value::Ref(standard::id(metric))),
            set(id, G::Unit, Value::Ref(unit(of))),
            set(id, G::Period, Value::text("2026")),
        ];
        edits.extend(number.map(|number| set(id, G::Number, Value::Int(number * 10_000))));
        edits.extend(amount.map(|amount| set(id, G::Amount, wan(amount))));
        edits
    };
    let named = |of: u64, name: &str| {
        vec![set(unit(of), U::Name, Value::text(name)), set(unit(of), U::RankGroup, Value::text("乡镇一类"))]
    };
    office(
        [
            named(1, "甲镇"),
            named(2, "乙镇"),
            aim(1, "registered", 1, Some(4), None),
            aim(2, "arrived_domestic", 1, None, Some(20_000)),
            registered(1, 1, "2026-01-05"),
            registered(2, 1, "2026-06-30"),
            registered(3, 2, "2026-07-01"),
            registered(4, 1, "2025-12-31"),
            arrival(1, project(1), "2026-03-01", 5_000),
        ]
        .concat(),
    )
}

fn table(office: &Office, which: Which, on: &str) -> Table {
    let measurer = reading(office);
    let desk = Desk::open(office, &measurer, &Lang::Zh, Period::Half(2026, 1), day(on), 1).expect("days");
    let Some(Part::Table(table)) = parts(&desk, which, None).into_iter().next() else { panic!("no table") };
    table
}

fn row(table: &Table, name: &str) -> Vec<String> {
    let of = |row: &&Vec<Cell>| row.first().map(Cell::text).as_deref() == Some(name);
    let found = table.rows.iter().chain(&table.total).find(of);
    found.map(|row| row.iter().map(Cell::text).collect()).unwrap_or_default()
}

#[test]
fn the_summary_has_the_heads_of_the_form() {
    let table = table(&fixture(), Which::Progress, "2026-06-30");
    assert_eq!(table.caption, "招商引资工作目标进度汇总表");
    let paths: Vec<String> = table.heads.iter().map(|head| head.path.join("/")).collect();
    assert_eq!(paths[..3], ["单位", "类别", "新注册项目（个）/目标值"]);
    assert_eq!(paths[4], "新注册项目（个）/完成进度%");
    assert_eq!(paths[11], "实际到位内资/总额（亿元）/目标值");
    assert_eq!(paths[16], "实际到位内资/其中省外资金（亿元）/完成进度%");
    // Three lines: the unit spans them all, a count two of its three columns down, the money a line of its own.
    let lines = table.head_lines();
    assert_eq!(lines.len(), 3);
    let spans = |line: usize| lines[line].iter().map(|c| (c.column, c.across, c.down)).collect::<Vec<_>>();
    assert_eq!(spans(0), [(0, 1, 3), (1, 1, 3), (2, 3, 1), (5, 3, 1), (8, 3, 1), (11, 6, 1)]);
    assert_eq!(spans(1).last(), Some(&(14, 3, 1)));
    assert_eq!(lines[2].len(), 6, "the last line is that under the money");
}

#[test]
fn the_numbers_of_the_summary_are_those_worked_out_by_hand() {
    let office = fixture();
    let on = |on: &str| table(&office, Which::Progress, on);
    // 2 of 4 are half; 0.5 of 2 亿元 is a quarter.
    let found = on("2026-06-30");
    let own = row(&found, "甲镇");
    assert_eq!(own[..5], ["甲镇", "乡镇一类", "4", "2", "50.0"]);
    assert_eq!(own[11..14], ["2.00", "0.50", "25.0"]);
    assert!(row(&found, "乙镇").is_empty(), "it had done nothing by then");
    assert_eq!(row(&found, "合计")[2..5], ["4", "2", "50.0"]);
    assert_eq!(row(&on("2026-06-29"), "甲镇")[3], "1", "the day before");
    let after = on("2026-07-01");
    assert_eq!(row(&after, "乙镇")[2..5], ["", "1", ""]);
    assert_eq!(row(&after, "合计")[2..5], ["4", "3", "75.0"]);
}

#[test]
fn the_other_forms_have_their_heads() {
    let office = fixture();
    let heads = |which: Which| {
        let table = table(&office, which, "2026-06-30");
        table.heads.iter().map(|head| head.path.join("/")).collect::<Vec<_>>().join("|")
    };
    assert_eq!(
        heads(Which::Started),
        "单位|序号|注册名称|外来投资方|注册时间|法人|注册资本（万元）|总投资额（亿元）|一期投资额（亿元）|建设内容|产业类别|开工时间|建设地点（注明园区）|用地（亩）|引荐单位|备注"
    );
    assert_eq!(heads(Which::Heads), "序号|责任单位|驻外天数/本月|驻外天数/累计");
    assert_eq!(
        heads(Which::Chains),
        "产业链|分局|责任单位|新注册0.5亿元以上项目（个）/目标|新注册0.5亿元以上项目（个）/完成|新注册0.5亿元以上项目（个）/比例%|新注册1亿元以上项目（个）/目标|新注册1亿元以上项目（个）/完成|新注册1亿元以上项目（个）/比例%|新开工项目（个）/目标|新开工项目（个）/完成|新开工项目（个）/比例%"
    );
    assert_eq!(
        heads(Which::Intake),
        "序号|项目名称|投资方|固定资产投资（亿元）|投资方简介|项目内容|需用土地（亩）|企业联系人|联系方式|片区|进度备注|产业类型|研判结果"
    );
    assert_eq!(heads(Which::Indicators), "指标类别|考核指标|目标值|分值|评分标准|完成情况|序时进度%|得分");
    assert!(
        heads(Which::Kept)
            .starts_with("单位|履约率/履约数|履约率/签约数|履约率/率（%）|履约率/得分|开竣工率/")
    );
    assert!(heads(Which::Duel).starts_with("名次|姓名|驻点天数/数值（天）|驻点天数/得分|"));
}

#[test]
fn a_registration_is_listed_from_its_day_on() {
    let office = fixture();
    let rows = |on: &str| table(&office, Which::Registered, on).rows.len();
    // The list is of the half year that the paper is about, so last year's is none of it.
    assert_eq!((rows("2026-06-29"), rows("2026-06-30"), rows("2026-07-01")), (1, 2, 2));
    let found = table(&office, Which::Registered, "2026-06-30");
    assert_eq!(found.rows[0][7], Cell::Number(Decimal::ONE, 2), "10,000 万元 are one 亿元");
    assert_eq!(found.rows[0][4].text(), "2026-01-05");
}

#[test]
fn every_number_of_a_text_is_one_of_a_name() {
    let office = fixture();
    for l in Lang::ALL {
        for period in [Period::Month(2026, 6), Period::Half(2026, 1), Period::Year(2026)] {
            let measurer = reading(&office);
            let desk = Desk::open(&office, &measurer, &l, period, day("2026-06-30"), 1).expect("days");
            let known = known(&desk, None);
            let of = Bulletin {
                id: RecordId::new(Kind::Bulletin, 1),
                name: String::new(),
                period: Some(period),
                on: None,
                as_of: Date::ymd(2026, 6, 30),
                texts: usual_texts(l, period),
                tables: Vec::new(),
                first_month: 1,
            };
            let written = bulletin(&desk, &of, &known);
            assert_eq!(written.unknown, Vec::<String>::new(), "{l:?} {period}");
            let numbers = |text: &str| -> Vec<String> {
                let digits = text.split(|c: char| !c.is_ascii_digit() && !matches!(c, '.' | ',' | '-'));
                let digits = digits.map(|part| part.trim_matches(['.', ',', '-']).to_owned());
                digits.filter(|part| part.chars().any(|c| c.is_ascii_digit())).collect()
            };
            let values: Vec<String> = known.names.iter().flat_map(|name| numbers(&name.value)).collect();
            for part in &written.paper.parts {
                let Part::Text(text) = part else { continue };
                assert!(!text.contains(['{', '}']), "{text}");
                for number in numbers(text) {
                    assert!(values.contains(&number), "{number} in {text}");
                }
            }
        }
    }
}

/// A paper keeps the counting year it was made by: by December 2025 counts for 2026, whatever the office says by now, and
/// November is November in both.
#[test]
fn a_bulletin_keeps_the_year_it_was_made_by() {
    let made = |first_month, now: Option<i64>| {
        let id = RecordId::new(Kind::Bulletin, 1);
        let of = Bulletin {
            id,
            name: "六月通报".to_owned(),
            period: Some(Period::Month(2026, 6)),
            on: None,
            as_of: Date::ymd(2026, 6, 30),
            texts: Default::default(),
            tables: Vec::new(),
            first_month,
        };
        let setting = now.map(|month| set(RecordId::OFFICE, OfficeField::FirstMonth, Value::Int(month)));
        let facts = [(1, "2025-11-30"), (2, "2025-12-01"), (3, "2026-06-30")];
        let facts = facts.into_iter().flat_map(|(key, on)| registered(key, 1, on));
        let office = office(facts.chain(edits(&of)).chain(setting).collect());
        let of = read(office.state(), id).expect("it is there");
        let (period, day) = (of.period.expect("a period"), of.as_of.expect("a day"));
        let measurer = reading(&office);
        let desk = Desk::open(&office, &measurer, &Lang::Zh, period, day, of.first_month).expect("days");
        let known = known(&desk, None);
        let get = |name| known.get(name).unwrap_or_default();
        (get("新注册项目.完成"), get("新注册项目.本期"), desk.named(desk.aim))
    };
    let calendar = ("1个".to_owned(), "1个".to_owned(), "2026年".to_owned());
    let december = ("2个".to_owned(), "1个".to_owned(), "2026年度（2025年12月—2026年11月）".to_owned());
    assert_eq!((made(1, None), made(1, Some(12))), (calendar.clone(), calendar));
    assert_eq!((made(12, Some(12)), made(12, Some(1))), (december.clone(), december));
}

#[test]
fn a_name_may_be_written_in_either_language_or_by_its_word() {
    let office = fixture();
    let measurer = reading(&office);
    let desk = Desk::open(&office, &measurer, &Lang::Zh, Period::Month(2026, 6), day("2026-06-30"), 1)
        .expect("days");
    let known = known(&desk, None);
    for name in ["新注册项目.完成", "registered.done", "Registered.DONE", "Newly registered projects.done"]
    {
        assert_eq!(known.get(name).as_deref(), Some("2个"), "{name}");
    }
    assert_eq!(known.get("新注册项目.本期").as_deref(), Some("1个"), "in June");
    assert_eq!(known.get("到位内资.缺口").as_deref(), Some("1.50亿元"));
    assert_eq!(known.get("新注册项目.欠序时单位").as_deref(), Some("无"), "half of it in half of the time");
    assert_eq!(known.get("到位内资.欠序时单位").as_deref(), Some("甲镇"));
    assert_eq!(known.get("没有的名字"), None);
}
