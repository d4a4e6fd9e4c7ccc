//! How a project came and how it fares: its source, who answers for it, its milestones, its assessment.

use super::{shared, target};
use crate::exchange::sheet::columns::{Reader as R, Target};

pub(super) const TARGETS: &[Target] = &[
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
        "责任单位|单位|落户地|牵头单位|主办单位|承办单位|招商单位|落户单位|填报单位|报送单位|属地|镇区|乡镇|镇街|镇区街道|所属单位|所属镇区|所属乡镇|责任部门|牵头部门|主责单位|责任主体|招引责任单位|承接单位|承接地|落户镇区|包保单位|服务单位|部门|区县|县区|县市区|单位名称|落户乡镇|responsible unit|unit",
    ),
    target("host_unit", R::Text, "落地单位|落地镇区|落地乡镇|落地园区单位|host unit"),
    target("first_talk_person", R::Text, "首谈联系人|首谈人|首谈责任人|first talk person"),
    target("transfer_to", R::Text, "流转方向|流转单位|流转至|流转去向|transfer to"),
    target("transferred_on", R::Date, "流转时间|流转日期|transferred on"),
    target("transfer_state", R::Text, "流转状态|流转情况|transfer state"),
    target("filer", R::Text, "报送联络人|报送人|填报人|填报联系人|filer"),
    target("filer_phone", R::Phone, "报送联络人电话|填报人电话|填报联系人电话|filer phone"),
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
    target("pooled_on", R::Date, "入库时间|入库日期|进库时间|项目入库时间|pooled on"),
    target("entered_on", R::Date, "录入时间|录入日期|登记时间|登记日期|建档时间|录入系统时间|entered on"),
    shared(
        "stage",
        R::Stage,
        "项目阶段|阶段|项目状态|状态|进展阶段|所处阶段|推进阶段|项目进展阶段|当前阶段|目前阶段|进展状态|项目类别|推进状态|签约开工投产|类别|stage|status",
    ),
    target("above_scale_on", R::Date, "进规时间|入规时间|升规时间|进规日期|above scale on"),
    target("planned_on", R::Date, "谋划时间|策划时间|储备时间|planned on"),
    target("negotiated_on", R::Date, "在谈时间|开始洽谈时间|进入在谈时间|negotiated on"),
    target("agreement_type", R::Text, "协议类型|合同类型|协议性质|签约类型|协议名称|签约形式|agreement type"),
    target(
        "signed_on",
        R::Date,
        "签约时间|签约日期|协议签订时间|合同签订时间|签订时间|签订日期|协议签订日期|合同签订日期|签约|正式签约时间|签约年月|签约时间节点|签署时间|signed on|signing date|date signed",
    ),
    target("landed_on", R::Date, "落地时间|落地日期|落户时间|落户日期|拿地时间|供地时间|摘牌时间|landed on"),
    target(
        "started_on",
        R::Date,
        "开工时间|开工日期|动工时间|实际开工时间|开工|计划开工时间|拟开工时间|预计开工时间|奠基时间|开工建设时间|开工年月|开工时间发改|进场时间|started on|start date",
    ),
    target(
        "listed_on",
        R::Date,
        "入统时间|入统日期|纳统时间|纳统日期|统计入库时间|列统时间|listed on|in statistics on",
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
    target("assessment_level", R::Text, "评估等级|评价等级|研判等级|assessment level"),
    target("problem_types", R::List, "问题类型|问题分类|problem types"),
    target("screening", R::Text, "研判结果|研判结论|研判情况|评审结果|screening"),
    target("screening_note", R::LongText, "研判意见|评审意见|screening note"),
    target(
        "counts_for_assessment",
        R::YesNo,
        "考核项目|是否考核项目|是否纳入考核|纳入考核|counts for assessment",
    ),
    target("pushed_to_province", R::YesNo, "是否推送省库|推送省库|是否推省库|省库推送|pushed to province"),
    target("exit_date", R::Date, "退库时间|退库日期|终止时间|流失时间|退出时间|退出日期|exit date"),
    target("exit_note", R::LongText, "退出说明|退库说明|终止说明|流失说明|exit note"),
    target("exit_reason", R::Text, "退库原因|终止原因|流失原因|停止谈判原因|退出原因|exit reason"),
    target("remark", R::LongText, "备注|说明|备注说明|其他|其他说明|remark|remarks|note|notes"),
];
