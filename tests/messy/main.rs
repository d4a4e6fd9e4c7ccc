//! Ledgers as county offices make them: each test is one way of making them hard to read.

#[path = "../common/grid.rs"]
mod grid;
mod memory;
mod targets;

use chrono::NaiveDate;
use grid::{book, sheet};
use zhaoshang::domain::money::Currency;
use zhaoshang::domain::read::{Doubt, MoneyUnit, StageWord};
use zhaoshang::exchange::sheet::targets::PROJECT;
use zhaoshang::exchange::sheet::{
    Context, Layout, Mapping, Proposal, Read, ReadRow, RowDoubt, RowKind, Table, Workbook, open, paste,
    propose, read_rows, table,
};

fn context() -> Context {
    Context::on(NaiveDate::from_ymd_opt(2026, 9, 30).expect("a day"))
}

struct Ledger {
    table: Table,
    proposals: Vec<Proposal>,
    rows: Vec<ReadRow>,
}

fn read_table(book: &Workbook, table: Table) -> Ledger {
    let proposals = propose(&book.sheets[table.layout.sheet], &table, &PROJECT);
    let rows = read_rows(book, &table, &PROJECT, &Mapping::of(&proposals), &context());
    Ledger { table, proposals, rows }
}

fn read(book: &Workbook) -> Ledger {
    read_table(book, table::rank(book, &PROJECT).into_iter().next().expect("a table").table)
}

impl Ledger {
    fn mapped(&self) -> Vec<&str> {
        self.proposals.iter().map(|p| p.choice.map_or("-", |c| c.key)).collect()
    }

    fn column(&self, key: &str) -> Vec<String> {
        self.rows.iter().map(|row| show(row, key)).collect()
    }

    fn kinds(&self) -> Vec<&RowKind> {
        self.table.rows.iter().map(|r| &r.kind).collect()
    }
}

/// A value in a short form for comparison; the empty text for none.
fn show(row: &ReadRow, key: &str) -> String {
    match row.get(key).and_then(|v| v.read.as_ref()) {
        None => String::new(),
        Some(Read::Text(text)) => text.clone(),
        Some(Read::Money(m)) if m.currency == Currency::CNY => (m.units / 10_000).to_string(),
        Some(Read::Money(m)) => format!("{}{}", m.currency.code(), m.units / 10_000),
        Some(Read::Date(day)) => day.to_string(),
        Some(Read::Area(area)) => format!("{}亩", area.mu_hundredths() as f64 / 100.0),
        Some(Read::People(people)) => {
            let one = |p: &zhaoshang::domain::read::Person| {
                format!("{} {}", p.name, p.phones.join(" ")).trim().to_owned()
            };
            people.iter().map(one).collect::<Vec<_>>().join(",")
        }
        Some(Read::Phones(phones)) => phones.join("/"),
        Some(Read::YesNo(yes)) => yes.to_string(),
        Some(Read::Stage(stage)) => format!("{stage:?}"),
        Some(Read::Int(n) | Read::Hundredths(n)) => n.to_string(),
        Some(Read::List(list)) => list.join(","),
    }
}

fn doubts(row: &ReadRow, key: &str) -> Vec<Doubt> {
    row.get(key).map(|v| v.doubts.clone()).unwrap_or_default()
}

fn section(words: &str, depth: u8) -> RowKind {
    RowKind::Section { words: words.into(), depth }
}

#[test]
fn three_header_rows_total_on_top_sections_and_notes() {
    let ledger = read(&book([sheet(
        "一览表",
        "附件1
         2026年1-9月新开工重点项目一览表
         填报单位:(盖章)|||||||||单位:万元
         序号|项目名称|投资方|投资规模||||用地|时间节点||备注
         |||总投资|其中||当年到位资金|(亩)|签约|开工|
         ||||固定资产投资|设备投资|||||
         1|2|3|4|5|6|7|8|9|10|11
         合计|||93000|60000|||||||
         一|新能源产业(2个)||58000||||||
         (一)|光伏||58000|||||||
         1|光伏支架项目|华昇公司|50000|40000|20000|8000|120|2026.1.20|2026.2.28|
         2|光伏玻璃项目|合创公司|8000|5000|1000|0|50|2026.3.1|2026.2.1|
         小计|||58000|||||||
         二|装备制造产业(1个)||35000|||||||
         1|精密模具项目|中拓公司|35000|20000||500|66.5|2026.5.6||已供地
         注:1.总投资以协议为准。
         2.开工以施工许可证为准。
         填表人:张三||||审核人:李四",
        "A1:K1 A2:K2 A4:A6 B4:B6 C4:C6 D4:G4 D5:D6 E5:F5 G5:G6 I4:J4 I5:I6 J5:J6 K4:K6 A16:K16",
    )]));
    assert_eq!(
        ledger.mapped(),
        [
            "seq",
            "name",
            "investor",
            "total_investment",
            "fixed_investment",
            "-",
            "arrived_year",
            "land_area",
            "signed_on",
            "started_on",
            "remark"
        ]
    );
    assert_eq!(ledger.table.columns[4].heading(), "投资规模 / 其中 / 固定资产投资");
    assert_eq!(ledger.table.layout, Layout { sheet: 0, header_from: 3, header_rows: 3, first_data_row: 6 });
    use RowKind::{Data, Footnote, Repeated, Subtotal};
    assert_eq!(
        ledger.kinds(),
        [
            &Repeated,
            &Subtotal,
            &section("新能源产业(2个)", 1),
            &section("光伏", 2),
            &Data,
            &Data,
            &Subtotal,
            &section("装备制造产业(1个)", 1),
            &Data,
            &Footnote,
            &Footnote,
            &Footnote
        ]
    );
    assert_eq!(ledger.column("name"), ["光伏支架项目", "光伏玻璃项目", "精密模具项目"]);
    assert_eq!(ledger.column("total_investment"), ["50000", "8000", "35000"]);
    assert_eq!(ledger.column("industry"), ["光伏", "光伏", "装备制造"]);
    assert_eq!(ledger.column("land_area"), ["120亩", "50亩", "66.5亩"]);
    assert_eq!(ledger.rows[1].doubts, [RowDoubt::OutOfOrder("signed_on", "started_on")]);
    assert_eq!(ledger.rows[2].extra, []);
    assert_eq!(ledger.rows[0].extra, [("投资规模 / 其中 / 设备投资".to_owned(), "20000".to_owned())]);
}

#[test]
fn the_ledger_is_found_among_summaries_and_hidden_copies() {
    let data = |n: usize| {
        (1..=n)
            .map(|i| format!("\n||{i}|第{i}光伏支架项目|华昇{i}公司|{i}000|2026-0{i}-1",))
            .collect::<String>()
    };
    let summary = sheet(
        "汇总",
        "2026年招商引资汇总表
         单位|签约项目||开工项目|
         |个数|总投资(亿元)|个数|总投资(亿元)
         新港镇|3|5.2|1|2.0
         海通镇|2|3.3|1|1.1
         合计|5|8.5|2|3.1",
        "A1:E1 A2:A3 B2:C2 D2:E2",
    );
    let head = "||序号|项目名称|投资方|总投资↵(万元)|签约时间";
    let ledger_sheet = sheet("明细", &format!("||重点项目明细\n{head}{}", data(6)), "");
    let mut hidden = sheet("明细(旧)", &format!("||重点项目明细\n{head}{}", data(9)), "");
    hidden.hidden = true;
    let ledger = read(&book([summary, sheet("说明", "本表由各单位填报", ""), ledger_sheet, hidden]));
    assert_eq!(ledger.table.layout.sheet, 2);
    assert_eq!(ledger.column("total_investment"), ["1000", "2000", "3000", "4000", "5000", "6000"]);
    assert_eq!(ledger.rows[0].source_row, 3);
}

#[test]
fn every_cell_typed_by_another_hand() {
    let ledger = read(&book([sheet(
        "台账",
        "2026年招商引资项目台账
         序号|项 目 名 称|投资主体|计划总投资(亿元)|占地面积|是否外资|项目状态|签约日期|开工日期|联 系 人|联系电话|责任领导
         1|年产\u{ff15}万吨\u{ff08}一期\u{ff09}项目|江苏甲↵有限公司|\u{ff11}\u{ff0e}\u{ff15}亿元|约120亩|是|新增在谈|9月底前|-|张 三|19900000001/0512-66668888|陈 明
         2|乙项目|乙公司|3~5亿|8万㎡|否|签约|26.3.5|拟于2026年10月|李四、王五|199 0000 0002|周一、吴二
         3|丙项目|丙公司|不低于2亿|厂房5000平|√|已开工8|2026/9/2 0:00:00|2026.09|待定|暂无|/
         4|丁项目|丁公司|1200万美元|66.5|无|在建|2025年12月|2026.9.1-2027.3|—|无|无
         5|戊项目|戊公司|1.2亿(其中固投0.8亿)|/|×|停止谈判|待定|/|赵六(总经理)|19900000005|郑 七
         6|己项目|己公司|5000|0|Y|已投产9|46023|46054|钱八|19900000006|孙九",
        "A1:L1",
    )]));
    assert_eq!(
        ledger.mapped(),
        [
            "seq",
            "name",
            "investor",
            "total_investment",
            "land_area",
            "is_fdi",
            "stage",
            "signed_on",
            "started_on",
            "contact",
            "phone",
            "leader"
        ]
    );
    assert_eq!(ledger.column("name")[0], "年产5万吨(一期)项目");
    assert_eq!(ledger.column("investor")[0], "江苏甲有限公司");
    assert_eq!(
        ledger.column("total_investment"),
        ["15000", "30000", "20000", "USD1200", "12000", "50000000"]
    );
    assert_eq!(ledger.column("land_area"), ["120亩", "120亩", "7.5亩", "66.5亩", "", "0亩"]);
    assert_eq!(ledger.column("is_fdi"), ["true", "false", "true", "false", "false", "true"]);
    assert_eq!(
        ledger.column("stage"),
        ["Negotiating", "Signed", "Started", "Started", "Lost", "InProduction"]
    );
    assert_eq!(
        ledger.column("signed_on"),
        ["2026-09-30", "2026-03-05", "2026-09-02", "2025-12-01", "", "2026-01-01"]
    );
    assert_eq!(ledger.column("started_on"), ["", "2026-10-01", "2026-09-01", "2026-09-01", "", "2026-02-01"]);
    assert_eq!(ledger.column("contact"), ["张三", "李四,王五", "", "", "赵六", "钱八"]);
    assert_eq!(ledger.column("phone")[0], "19900000001/0512-66668888");
    assert_eq!(ledger.column("leader"), ["陈明", "周一,吴二", "", "", "郑七", "孙九"]);
    let rows = &ledger.rows;
    assert_eq!(doubts(&rows[0], "total_investment"), []);
    assert_eq!(doubts(&rows[0], "signed_on"), [Doubt::YearAssumed, Doubt::DayMissing, Doubt::UpperBound]);
    assert_eq!(doubts(&rows[1], "started_on"), [Doubt::Planned, Doubt::DayMissing]);
    assert_eq!(doubts(&rows[5], "total_investment"), [Doubt::Implausible]);
    assert!(doubts(&rows[5], "land_area").contains(&Doubt::UnitAssumed));
    assert!(rows[1].doubts.contains(&RowDoubt::Ahead("started_on")));
}

#[test]
fn a_text_file_of_merged_cells() {
    let text = "2026年项目表,,,,,,\r\n单位:万元,,,,,,\r\n责任单位,项目名称,投资情况,,联系人,,备注\r\n\
        ,,总投资,固定资产投资,姓名,电话,\r\n新港镇,甲项目,5000,3000,张三,19900000001,\r\n,乙项目,\"6,000\",,李四,19900000002,\"一\n二\"\r\n\
        ,丙项目,约7000,,,,\r\n海通镇,丁项目,8000,9000,,,\r\n,戊项目,,,,,\r\n,合计,26000,,,,\r\n";
    let utf16: Vec<u8> =
        [0xff, 0xfe].into_iter().chain(text.encode_utf16().flat_map(u16::to_le_bytes)).collect();
    for bytes in [text.as_bytes().to_vec(), utf16] {
        let book = open(&bytes, "表.csv", &|_| None).expect("a table");
        let ledger = read(&book);
        assert_eq!(
            ledger.mapped(),
            ["unit", "name", "total_investment", "fixed_investment", "contact", "phone", "remark"]
        );
        assert_eq!(ledger.column("unit"), ["新港镇", "新港镇", "新港镇", "海通镇", "海通镇"]);
        assert_eq!(ledger.column("total_investment"), ["5000", "6000", "7000", "8000", ""]);
        assert_eq!(ledger.column("remark")[1], "一\n二");
        assert_eq!(ledger.rows[3].doubts, [RowDoubt::PartOverWhole("fixed_investment", "total_investment")]);
        assert_eq!(ledger.rows[1].source_row, 6);
    }
}

#[test]
fn two_tables_in_one_sheet() {
    let book = book([sheet(
        "项目",
        "一、签约项目
         序号|项目名称|投资方|协议投资额(亿元)|签约时间
         1|甲项目|甲公司|1.5|2026.1.5
         2|乙项目|乙公司|2|2026.2.5
         合计|||3.5|

         二、在谈项目
         单位:万元
         序号|项目名称|客商|意向投资额|洽谈情况
         1|丙项目|丙公司|8000|已来县考察",
        "A1:E1 A7:E7",
    )]);
    let tables = table::find(&book, 0, &PROJECT);
    assert_eq!(tables.len(), 2);
    let [first, second] = tables.try_into().expect("two");
    let (first, second) = (read_table(&book, first), read_table(&book, second));
    assert_eq!(first.column("total_investment"), ["15000", "20000"]);
    assert_eq!(second.mapped(), ["seq", "name", "investor", "total_investment", "progress"]);
    assert_eq!(second.column("total_investment"), ["8000"]);
    assert_eq!(second.table.titles, ["二、在谈项目", "单位:万元"]);
}

#[test]
fn units_on_rows_of_their_own_and_two_units_in_a_heading() {
    let ledger = read(&book([sheet(
        "台账",
        "序号|项目名称|投资方|总投资(亿元/万美元)|开工时间
         新港镇||||
         1|甲项目|甲公司|1.5|
         2|乙项目|乙公司|800万美元|
         海通镇||||
         3|丙项目|丙公司|2亿元|",
        "A2:E2",
    )]));
    assert_eq!(ledger.column("unit"), ["新港镇", "新港镇", "海通镇"]);
    assert_eq!(ledger.column("total_investment"), ["15000", "USD800", "20000"]);
    assert_eq!(doubts(&ledger.rows[0], "total_investment"), [Doubt::UnitAssumed]);
    assert_eq!(doubts(&ledger.rows[1], "total_investment"), []);
    assert_eq!(ledger.rows[2].sections, ["海通镇"]);
}

#[test]
fn headers_repeated_on_every_page_and_lines_that_go_on() {
    let ledger = read(&book([sheet(
        "台账",
        "序号|项目名称|投资方|总投资(万元)|联系人及电话
         1|甲项目|甲公司|5000|张三 19900000001
         |||3000|李四 19900000002
         序号|项目名称|投资方|总投资(万元)|联系人及电话
         2|乙项目|乙公司|6000|王五 19900000003",
        "A2:A3 B2:B3 C2:C3",
    )]));
    assert_eq!(ledger.kinds(), [&RowKind::Data, &RowKind::Continuation, &RowKind::Repeated, &RowKind::Data]);
    assert_eq!(ledger.column("total_investment"), ["5000", "6000"]);
    assert_eq!(ledger.rows[0].doubts, [RowDoubt::MoreLines(1)]);
    let more = [("总投资(万元)", "3000"), ("联系人及电话", "李四 19900000002")];
    assert_eq!(ledger.rows[0].extra, more.map(|(heading, words)| (heading.to_owned(), words.to_owned())));
    assert_eq!(ledger.column("contact_phone"), ["张三 19900000001", "王五 19900000003"]);
}

#[test]
fn stage_by_section_and_amount_shared_by_a_merge() {
    let ledger = read(&book([sheet(
        "台账",
        "2026年度
         序号|项目|企业名称|投资额|责任人
         一、在谈项目(2个)||||
         1|甲项目|甲公司|1.5亿|张三
         2|乙项目|乙公司||李四
         二、已开工项目||||
         1|丙项目|丙公司|3000万元|王五",
        "A1:E1 A3:E3 A6:E6 D4:D5",
    )]));
    assert_eq!(ledger.column("stage"), ["Negotiating", "Negotiating", "Started"]);
    assert_eq!(ledger.column("total_investment"), ["15000", "15000", "3000"]);
    assert_eq!(doubts(&ledger.rows[0], "total_investment"), []);
    assert_eq!(doubts(&ledger.rows[1], "total_investment"), [Doubt::Inherited]);
    assert_eq!(
        ledger.rows[0].get("stage").and_then(|v| v.read.clone()),
        Some(Read::Stage(StageWord::Negotiating))
    );
}

#[test]
fn pasted_cells_and_english_headings() {
    let pasted = "Project name\tInvestor\tTotal investment (RMB 10,000)\tSigned on\tStage\tNotes\n\
        Wind tower plant\tNorth Sea Ltd\t35000\t2026-03-05\tsigned\tok\nCold store\tFjord AB\tUSD 12 million\t\tlead\t\n";
    let book = paste(pasted).expect("cells");
    let ledger = read(&book);
    assert_eq!(ledger.mapped(), ["name", "investor", "total_investment", "signed_on", "stage", "remark"]);
    assert_eq!(ledger.column("stage"), ["Signed", "Planned"]);
    assert_eq!(ledger.column("name"), ["Wind tower plant", "Cold store"]);
}

#[test]
fn a_short_data_row_is_no_second_header_row() {
    let ledger = read(&book([sheet(
        "表",
        "编号|项目名称|服务专员及电话|类别
         1|甲项目|张三19900000001|签约
         2|乙项目|李四19900000002|在谈",
        "",
    )]));
    assert_eq!(ledger.table.layout.header_rows, 1);
    assert_eq!(ledger.mapped(), ["seq", "name", "owner", "stage"]);
}

#[test]
fn a_person_overrules_every_choice() {
    let book = book([sheet("表", "随手记\n甲项目|3.5|张三\n乙项目|2|李四", "")]);
    let layout = Layout { sheet: 0, header_from: 0, header_rows: 1, first_data_row: 1 };
    let table = Table::with_layout(&book, layout, &PROJECT).expect("a table");
    let mut mapping = Mapping::default();
    mapping.set(0, Some("name"));
    mapping.set(1, Some("total_investment"));
    mapping.set(2, Some("contact"));
    mapping.set(2, Some("owner"));
    let context = Context { money_unit: Some(MoneyUnit::YI), ..context() };
    let rows = read_rows(&book, &table, &PROJECT, &mapping, &context);
    let read: Vec<_> =
        rows.iter().map(|r| (show(r, "name"), show(r, "total_investment"), show(r, "owner"))).collect();
    let row = |a: &str, b: &str, c: &str| (a.to_owned(), b.to_owned(), c.to_owned());
    assert_eq!(read, [row("甲项目", "35000", "张三"), row("乙项目", "20000", "李四")]);
    assert!(Table::with_layout(&book, Layout { sheet: 9, ..layout }, &PROJECT).is_none());
    assert!(Table::with_layout(&book, Layout { header_from: 99, ..layout }, &PROJECT).is_none());
}
