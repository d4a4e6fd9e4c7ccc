//! What is remembered of a table, and found again.

use super::*;
use zhaoshang::exchange::import::{read_memory, write_memory};
use zhaoshang::exchange::sheet::mapping_fingerprint;

#[test]
fn a_mapping_is_remembered_by_its_headings() {
    let print = |head: &str| {
        let book = book([sheet("表", &format!("{head}\n1|甲项目|1.5"), "")]);
        mapping_fingerprint(&table::find(&book, 0, &PROJECT)[0])
    };
    assert_eq!(print("序号|项目名称|总投资(亿元)"), print("序 号|项目名称|总投资\u{ff08}万元\u{ff09}"));
    assert_ne!(print("序号|项目名称|总投资(亿元)"), print("序号|项目名称|固定资产投资(亿元)"));
    assert_eq!(print("序号|项目名称|总投资"), "34f7e7be2fe751fc", "the same in every version");
}

/// The same table with an empty column before it, and in another unit that nothing says.
#[test]
fn what_is_remembered_is_found_again_where_the_table_moved() {
    let found = |head: &str, row: &str| {
        let book = book([sheet("表", &format!("{head}\n{row}"), "")]);
        table::find(&book, 0, &PROJECT).swap_remove(0)
    };
    let mut before = found("项目名称|甲列|总投资|用地(亩)", "甲项目|某某|1.5|20");
    let mut mapping = Mapping::default();
    mapping.set(0, Some("name"));
    mapping.set(1, Some("investor"));
    mapping.set(2, Some("total_investment"));
    before.columns[2].money_unit = Some(MoneyUnit::YI);
    let memory = write_memory(&before, &mapping);

    let mut moved = found("|项目名称|甲列|总投资|用地(亩)", "|乙项目|某某|2.5|30");
    assert_eq!(mapping_fingerprint(&moved), mapping_fingerprint(&before));
    let again = read_memory(&memory, &mut moved, &PROJECT).expect("a memory");
    assert_eq!(again.columns, [(1, "name"), (2, "investor"), (3, "total_investment")]);
    assert_eq!(moved.columns[2].money_unit, Some(MoneyUnit::YI));

    let mut says = found("项目名称|甲列|总投资(万元)|用地(亩)", "乙项目|某某|25000|30");
    read_memory(&memory, &mut says, &PROJECT).expect("a memory");
    assert_eq!(says.columns[2].money_unit, Some(MoneyUnit::WAN), "the heading says it itself");
    assert_eq!(read_memory("[1]", &mut says, &PROJECT), None);
    let unknown = read_memory("{\"0\":{\"is\":\"nonsense\"},\"99\":{\"is\":\"name\"}}", &mut says, &PROJECT);
    assert_eq!(unknown.map(|m| m.columns.len()), Some(0));
}
