//! 外出招商: outbound trips.

use super::{shared, target};
use crate::exchange::sheet::columns::{Reader as R, SectionRule, SectionTest, TargetTable};
use std::sync::OnceLock;

/// 外出招商: outbound trips.
pub static TRIP: TargetTable = TargetTable {
    primary: "place",
    targets: &[
        target("seq", R::Serial, "序号|no|编号"),
        shared("unit", R::Text, "单位|责任单位|派出单位|所在单位|外出单位|单位名称|组别|部门|镇区|unit"),
        target(
            "leader",
            R::People,
            "带队领导|领导姓名|带队人|姓名|外出领导|带队领导姓名|带队人员|负责人|leader",
        ),
        target("post", R::Text, "职务|带队领导职务|领导职务|职位|post"),
        target("leader_level", R::Text, "领导类别|leader level"),
        target("members", R::People, "主要成员|随行人员|成员|参加人员|同行人员|members"),
        target("followed", R::YesNo, "是否跟随县领导|跟随县领导|是否跟随|随县领导外出|是否随县领导|followed"),
        target(
            "start",
            R::Date,
            "出发时间|开始时间|外出时间|起始时间|出发日期|开始日期|外出日期|时间|启程时间|start|from",
        ),
        target("end", R::Date, "返回时间|结束时间|返程时间|返回日期|结束日期|截止时间|end|to"),
        target("days", R::Decimal, "天数|外出天数|驻外天数|在外天数|days"),
        target(
            "place",
            R::Text,
            "目的地|外出地点|地点|出访地|前往地区|外出目的地|城市|招商地点|place|destination",
        ),
        target(
            "companies",
            R::List,
            "拜访企业|拜访企业名称|走访企业|拜访单位|对接企业|拜访客商|拜访企业情况|companies",
        ),
        target("met", R::People, "接洽人|接洽人姓名|会见人员|对接人|met"),
        target("leads", R::Int, "新增线索|线索数|新增线索数|获得线索|项目线索|新增信息|leads"),
        target("purpose", R::Text, "外出事由|事由|外出目的|出访目的|purpose"),
        target("cost", R::Money, "费用|外出费用|招商费用|经费|差旅费|cost"),
        target("filed_on", R::Date, "备案时间|备案日期|报备时间|报备日期|filed on"),
        target("closed_on", R::Date, "销假时间|销假日期|closed on"),
        target(
            "results",
            R::LongText,
            "取得成果|工作成果|工作开展情况|成果|主要活动|外出成效|招商成效|results",
        ),
        target("next_step", R::LongText, "下一步打算|下步打算|下一步计划|下步计划|next step"),
        target("remark", R::LongText, "备注|说明|remark|notes"),
    ],
    order: &[("start", "end")],
    parts: &[],
    facts: &[],
    sections: &[SectionRule { test: SectionTest::Unit, key: "unit" }],
    names: OnceLock::new(),
};
