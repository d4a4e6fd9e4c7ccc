//! Headings beyond the usual twenty: each finds the field that is made for it.

use super::*;

#[test]
fn headings_of_the_full_field_set_find_their_fields() {
    let ledger = read(&book([sheet(
        "台账",
        "序号|项目名称|投资方|责任单位|落地单位|预计年产值(万元)|预期开票(万元)|录入时间|入库时间|入统时间|环评|是否两高项目|行业代码|基金参投金额(万元)|流转方向|退库时间|研判结果
         1|甲项目|甲公司|新港镇|经开区|20000|18000|2026.1.5|2026.2.5|2026.6.1|是|否|3841|500|云岭镇|2026.8.1|可行
         2|乙项目|乙公司|海通镇|经开区|10000|8000|2026.1.6|2026.2.6|2026.6.2|否|否|3825|0|高新区|2026.8.2|待定",
        "",
    )]));
    assert_eq!(
        ledger.mapped(),
        [
            "seq",
            "name",
            "investor",
            "unit",
            "host_unit",
            "output_value",
            "invoiced_sales",
            "entered_on",
            "pooled_on",
            "listed_on",
            "environmental_review",
            "two_high",
            "industry_code",
            "fund_amount",
            "transfer_to",
            "exit_date",
            "screening"
        ]
    );
    assert_eq!(ledger.column("invoiced_sales"), ["18000", "8000"]);
    assert_eq!(ledger.column("listed_on"), ["2026-06-01", "2026-06-02"]);
    assert_eq!(ledger.column("environmental_review"), ["true", "false"]);
}
