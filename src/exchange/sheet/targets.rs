//! What the columns of a ledger may be, as data. Another kind of record is another table here.
//!
//! Names are parted by `|`, Chinese first; they are compared in their plain form (see `heading`).

use super::columns::{Reader as R, SectionRule, SectionTest, Target, TargetTable};

const fn target(key: &'static str, reader: R, names: &'static str) -> Target {
    Target { key, reader, names, fills_down: false }
}

/// A target whose value a group of rows shares, written once.
const fn shared(key: &'static str, reader: R, names: &'static str) -> Target {
    Target { key, reader, names, fills_down: true }
}

/// 招商引资项目: the union of the field sets of eight real systems.
pub static PROJECT: TargetTable = TargetTable {
    primary: "name",
    targets: &[
        target("seq", R::Serial, "序号|编号|编号顺序|no|number|项次|顺序号"),
        target(
            "code",
            R::Text,
            "项目编号|项目编码|项目代码|编号|编码|代码|project code|code|项目库编号|入库编号|台账编号",
        ),
        target(
            "upper_code",
            R::Text,
            "市级项目编码|省级项目编码|上级项目编码|在线招商项目代码|市级项目编号|省库编号|市库编号|统一项目代码|国家代码",
        ),
        target(
            "name",
            R::Name,
            "项目名称|名称|项目|招商项目名称|招商项目|签约项目名称|重点项目名称|意向项目名称|在谈项目名称|项目名|project name|project|name",
        ),
        target("stat_name", R::Name, "纳统项目名称|入统项目名称|统计项目名称|统计名称|入库项目名称"),
        target(
            "summary",
            R::LongText,
            "项目简介|建设内容及规模|建设内容|主要建设内容|建设规模|建设规模及内容|项目内容|项目概况|项目基本情况|基本情况|建设内容与规模|项目建设内容|项目建设内容及规模|主要建设内容及规模|项目情况|投资内容|合作内容|description|summary",
        ),
        target(
            "products",
            R::LongText,
            "主要产品及产能|主要产品|产品及产能|产品|主营产品|产品方案|主导产品|products",
        ),
        target(
            "investor",
            R::Name,
            "投资方|投资主体|投资方名称|外来投资方|外来投资方名称|投资单位|投资企业|投资企业名称|投资商|投资者|投资公司|客商|客商名称|客商单位|投资方(企业)|企业名称|公司名称|甲方|合作企业|意向企业|来源企业|引进企业|母公司|总公司|建设主体|业主单位|项目单位|项目业主|建设单位|investor|company",
        ),
        target("credit_code", R::CreditCode, "统一社会信用代码|社会信用代码|信用代码|uscc|credit code"),
        target(
            "company",
            R::Name,
            "注册公司名称|注册企业名称|注册公司|注册企业|注册名称|项目公司|项目公司名称|本地注册公司|落地企业|落地公司|落户企业|落地企业名称|新注册公司名称|本地公司|local company|project company",
        ),
        target(
            "registered_on",
            R::Date,
            "注册时间|注册日期|工商注册时间|公司注册时间|登记注册时间|企业注册时间|registered on|registration date",
        ),
        target("legal_person", R::Name, "法人代表|法定代表人|法人|企业法人|法人姓名|legal person"),
        target("registered_capital", R::Money, "注册资本|注册资金|注册资本金|registered capital"),
        target(
            "contact",
            R::People,
            "联系人|投资方联系人|企业联系人|客商联系人|项目联系人|企业负责人|联系人姓名|投资方代表|客商姓名|对接人|企业对接人|contact|contact person",
        ),
        target(
            "phone",
            R::Phone,
            "联系电话|电话|手机|手机号|手机号码|联系方式|电话号码|联系人电话|投资方联系电话|联系人联系方式|phone|mobile|telephone",
        ),
        target(
            "contact_phone",
            R::NamePhone,
            "联系人及电话|联系人及联系方式|联系人和电话|联系人电话|联系人及联系电话|投资方联系人及电话|企业联系人及电话|联系人/电话|姓名及电话|联系人姓名电话|企业联系人及联系方式|contact and phone",
        ),
        target("ownership", R::Text, "企业性质|企业类型|所有制|经济类型|投资方性质|ownership"),
        target(
            "capital_origin",
            R::Text,
            "内外资|资金性质|资本性质|内资外资|资金来源性质|内资或外资|capital origin",
        ),
        target("is_fdi", R::YesNo, "是否fdi|是否外资|是否外资项目|是否为外资|fdi"),
        target(
            "fdi_amount",
            R::Money,
            "fdi金额|合同外资|外资金额|协议外资|合同利用外资|利用外资|外资额|注册外资|fdi amount",
        ),
        target(
            "source_region",
            R::Text,
            "来源地|国别|资金来源地|投资方所在地|来源地区|投资来源地|国别地区|国别(地区)|投资方来源|客商来源|客源地|项目来源地|区域来源|所在地区|source|region|country",
        ),
        target(
            "total_investment",
            R::Money,
            "总投资|总投资额|计划总投资|投资总额|计划投资总额|协议投资额|协议总投资|投资额|投资规模|意向投资额|拟投资额|计划投资|投资金额|项目总投资|合同投资额|协议投资|合同金额|签约金额|总投资规模|预计总投资|计划投资额|协议金额|total investment|investment|amount",
        ),
        target(
            "phase1_investment",
            R::Money,
            "一期投资额|一期投资|一期总投资|本期投资额|本期金额|一期|首期投资|phase 1 investment",
        ),
        target(
            "fixed_investment",
            R::Money,
            "固定资产投资|固定资产|固投|固投金额|固定资产投资额|固定资产投入|计划固定资产投资|固定投资|fixed investment|fixed assets",
        ),
        target(
            "filed_investment",
            R::Money,
            "备案证金额|备案金额|备案投资额|备案总投资|立项金额|核准金额|filed investment",
        ),
        target(
            "year_plan",
            R::Money,
            "年度计划投资|当年计划投资|年计划投资|年度计划|年度投资计划|本年计划投资|今年计划投资|当年投资计划|年度计划投资额|year plan",
        ),
        target(
            "year_target",
            R::LongText,
            "年度形象进度|年度目标|形象进度目标|年度形象进度目标|年度建设目标|年度建设内容|年度目标任务|年度工作目标",
        ),
        target(
            "output_value",
            R::Money,
            "预计年产值|年产值|产值|预期产值|达产产值|预计产值|达产后产值|预期开票|年销售|年销售收入|预计年销售收入|开票销售|output value",
        ),
        target(
            "tax_yearly",
            R::Money,
            "预计年税收|年税收|税收|年纳税|预计税收|预期税收|达产税收|年纳税额|税收贡献|年上缴税收|yearly tax|tax",
        ),
        target(
            "jobs",
            R::Int,
            "用工|用工人数|就业人数|带动就业|新增就业|吸纳就业|用工需求|解决就业|就业岗位|jobs",
        ),
        target("sector", R::Text, "产业类别|产业类型|项目类型|产业门类|三次产业|一二三产|产业分类|sector"),
        shared(
            "industry",
            R::Text,
            "所属产业|所属行业|行业|产业|行业类别|产业领域|主导产业|产业方向|产业名称|行业类型|所属领域|行业分类|所属主导产业|产业类|industry",
        ),
        target("chain", R::Text, "所属产业链|产业链|产业链条|重点产业链|产业链名称|chain|industry chain"),
        target("construction_nature", R::Text, "建设性质|建设类型|建设类别|construction nature"),
        target("invest_form", R::Text, "投资形态|投资方式|投资类型|合作方式|form"),
        target(
            "land_kind",
            R::Text,
            "用地情况|供地方式|用地方式|用地类型|用地性质|用地类别|用地需求类型|土地性质|载体类型|land kind",
        ),
        target(
            "land_area",
            R::Area,
            "用地面积|用地|占地面积|需用土地|土地面积|用地需求|占地|用地规模|使用面积|面积|需求用地|供地面积|拟用地|计划用地|新增用地|用地亩数|land area|land",
        ),
        target(
            "floor_area",
            R::Area,
            "建筑面积|厂房面积|总建筑面积|租赁面积|厂房|需用厂房|标准厂房面积|厂房需求|租用厂房面积|楼宇面积|floor area",
        ),
        target(
            "site",
            R::Text,
            "建设地点|落户地点|选址|项目选址|建设地址|所属园区|园区|落户园区|地点|项目地址|落地园区|落户地址|承载园区|地址|拟选址|建设地点注明园区|site|park|location",
        ),
        target("method", R::Text, "招商方式|招商类型|招商途径|招引方式|引进方式|method"),
        target("channel", R::Text, "信息渠道|信息来源|线索来源|项目来源|渠道|channel"),
        target(
            "introducer",
            R::Text,
            "引荐人|引荐单位|介绍人|引进人|第一引资人|引资人|招引人|引荐单位(人)|引荐人(单位)|推荐人|推荐单位|引资单位|招引单位|引进单位|introducer",
        ),
        target("first_talk_unit", R::Text, "首谈地|首谈单位|首报单位|首谈|首报首谈单位|first talk unit"),
        shared(
            "unit",
            R::Text,
            "责任单位|单位|落户地|牵头单位|主办单位|承办单位|招商单位|落户单位|落地单位|填报单位|报送单位|属地|镇区|乡镇|镇街|镇区街道|所属单位|所属镇区|所属乡镇|责任部门|牵头部门|主责单位|责任主体|招引责任单位|承接单位|承接地|落户镇区|包保单位|服务单位|部门|区县|县区|县市区|单位名称|落户乡镇|responsible unit|unit",
        ),
        target(
            "leader",
            R::People,
            "责任领导|挂钩领导|包保领导|牵头领导|分管领导|挂包领导|县领导|包联领导|县级领导|包抓领导|市领导|挂联领导|责任县领导|挂钩县领导|县级责任领导|领衔领导|联系领导|服务领导|leader|responsible leader",
        ),
        target(
            "owner",
            R::People,
            "跟踪负责人|责任人|跟踪人|具体负责人|负责人|项目负责人|经办人|招商员|跟进人|具体责任人|服务专员|跟踪责任人|项目专员|项目秘书|招商专员|招引责任人|联络员|首席服务员|首席服务官|服务秘书|工作人员|责任人及电话|负责人及电话|服务专员及电话|跟踪人及电话|责任人及联系方式|负责人及联系方式|项目负责人及电话|owner|person in charge",
        ),
        target("assigned_by", R::Text, "交办层级|交办领导|交办|assigned by"),
        target(
            "contacted_on",
            R::Date,
            "对接时间|首次对接时间|洽谈时间|接洽时间|初次接触时间|首次接触时间|首谈时间|对接日期|contacted on",
        ),
        target(
            "declared_on",
            R::Date,
            "申报时间|申报日期|上报时间|报送时间|填报时间|填报日期|首报时间|declared on",
        ),
        target("listed_on", R::Date, "入库时间|录入时间|入库日期|登记时间|登记日期|建档时间|listed on"),
        shared(
            "stage",
            R::Stage,
            "项目阶段|阶段|项目状态|状态|进展阶段|所处阶段|推进阶段|项目进展阶段|当前阶段|目前阶段|进展状态|项目类别|推进状态|签约开工投产|类别|stage|status",
        ),
        target("planned_on", R::Date, "谋划时间|策划时间|储备时间|planned on"),
        target("negotiated_on", R::Date, "在谈时间|开始洽谈时间|进入在谈时间|negotiated on"),
        target(
            "agreement_type",
            R::Text,
            "协议类型|合同类型|协议性质|签约类型|协议名称|签约形式|agreement type",
        ),
        target(
            "signed_on",
            R::Date,
            "签约时间|签约日期|协议签订时间|合同签订时间|签订时间|签订日期|协议签订日期|合同签订日期|签约|正式签约时间|签约年月|签约时间节点|签署时间|signed on|signing date|date signed",
        ),
        target(
            "landed_on",
            R::Date,
            "落地时间|落地日期|落户时间|落户日期|拿地时间|供地时间|摘牌时间|landed on",
        ),
        target(
            "started_on",
            R::Date,
            "开工时间|开工日期|动工时间|实际开工时间|开工|计划开工时间|拟开工时间|预计开工时间|奠基时间|开工建设时间|开工年月|开工时间发改|进场时间|started on|start date",
        ),
        target(
            "completed_on",
            R::Date,
            "竣工时间|竣工日期|完工时间|建成时间|竣工|计划竣工时间|预计竣工时间|completed on|completion date",
        ),
        target(
            "produced_on",
            R::Date,
            "投产时间|投产日期|投产|计划投产时间|预计投产时间|投用时间|竣工投产时间|开业时间|produced on|production date",
        ),
        target("capacity_on", R::Date, "达产时间|达效时间|达产日期|达产达效时间|达效日期|capacity on"),
        target(
            "arrived_total",
            R::Money,
            "到位资金|累计到位资金|到资金额|累计到资|实际到位资金|到资|资金到位|累计完成投资|实际到资|已到位资金|到位金额|累计到位|完成投资|到账资金|实际到位|累计投资|总到位资金|实到资金|arrived funds|funds arrived",
        ),
        target(
            "arrived_year",
            R::Money,
            "当年到位资金|当年到位|年度到位资金|本年到位资金|今年到位资金|年内到位资金|当年到资|年度到位|当年完成投资|年度完成投资|本年完成投资|年度实际到位资金|年度到资|arrived this year",
        ),
        target(
            "progress",
            R::LongText,
            "目前进展|进展情况|项目进展|进度备注|洽谈进度|工作进展|推进情况|目前进展情况|项目进展情况|进展汇报|进度|当前进展|最新进展|进展|工作推进情况|推进进展|形象进度|目前形象进度|建设进度|项目推进情况|工程进度|进展说明|洽谈情况|洽谈内容|项目现状|现状|progress",
        ),
        target(
            "next_step",
            R::LongText,
            "下一步计划|下步打算|下一步工作|下步计划|下一步打算|下步工作|下一步工作计划|下步工作打算|下一步安排|next step",
        ),
        target(
            "problems",
            R::LongText,
            "存在问题|问题|困难问题|存在的问题|需协调问题|需协调解决的问题|存在困难|存在问题及建议|需协调事项|主要问题|困难和问题|存在的困难和问题|problems|issues",
        ),
        target("exit_reason", R::Text, "退库原因|终止原因|流失原因|停止谈判原因|退出原因|exit reason"),
        target("remark", R::LongText, "备注|说明|备注说明|其他|其他说明|remark|remarks|note|notes"),
    ],
    order: &[
        ("signed_on", "started_on"),
        ("signed_on", "landed_on"),
        ("started_on", "completed_on"),
        ("completed_on", "produced_on"),
        ("started_on", "produced_on"),
        ("produced_on", "capacity_on"),
    ],
    parts: &[
        ("fixed_investment", "total_investment"),
        ("phase1_investment", "total_investment"),
        ("arrived_year", "arrived_total"),
    ],
    facts: &[
        "registered_on",
        "signed_on",
        "landed_on",
        "started_on",
        "completed_on",
        "produced_on",
        "capacity_on",
    ],
    sections: &[
        SectionRule { test: SectionTest::Unit, key: "unit" },
        SectionRule { test: SectionTest::Stage, key: "stage" },
        SectionRule { test: SectionTest::Other, key: "industry" },
    ],
};

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
};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exchange::sheet::heading::normal;
    use std::collections::HashMap;

    #[test]
    fn no_name_stands_for_two_targets_of_a_table() {
        for table in [&PROJECT, &TRIP] {
            let mut owners: HashMap<String, &str> = HashMap::new();
            for target in table.targets {
                for name in target.names.split('|').map(normal) {
                    // "联系人电话" may head numbers or names with numbers, "编号" a code or a mere count:
                    // the values decide.
                    let values_decide = matches!(target.key, "phone" | "contact_phone" | "code");
                    let before = owners.insert(name.clone(), target.key).filter(|k| *k != target.key);
                    assert!(before.is_none() || values_decide, "{name}: {before:?} and {}", target.key);
                }
            }
            assert!(table.targets.iter().any(|t| t.key == table.primary));
        }
    }

    #[test]
    fn rules_name_targets() {
        for table in [&PROJECT, &TRIP] {
            let known = |key: &str| table.targets.iter().any(|t| t.key == key);
            assert!(table.order.iter().chain(table.parts).all(|(a, b)| known(a) && known(b)));
            assert!(table.facts.iter().all(|k| known(k)) && table.sections.iter().all(|s| known(s.key)));
        }
    }
}
