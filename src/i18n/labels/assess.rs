//! The names of the fields of targets, rules, contests, hearings and results.

use super::super::Text;
use crate::domain::field::{
    BulletinField, ContestField, FigureField, HearingField, KeyTaskField, MetricField, NominationField,
    PledgeField, PublishedField, RuleSheetField, TargetField,
};

labels! { metric: MetricField {
    Name: "指标名称", "Metric";
    English: "英文名称", "English name";
    Word: "标识", "Word";
    Definition: "口径", "Counting basis";
    Order: "排序", "Order";
    Retired: "停用", "Retired";
} }

labels! { target: TargetField {
    Metric: "指标", "Metric";
    Unit: "单位", "Unit";
    Person: "责任人", "Person";
    Chain: "产业链", "Chain";
    Period: "周期", "Period";
    Number: "目标值", "Target";
    Amount: "目标额", "Target amount";
    Remark: "备注", "Remarks";
} }

labels! { figure: FigureField {
    Metric: "指标", "Metric";
    Unit: "单位", "Unit";
    Person: "责任人", "Person";
    Chain: "产业链", "Chain";
    Place: "兄弟县市", "Other place";
    On: "截至日期", "As of";
    Number: "数值", "Number";
    Amount: "金额", "Amount";
    Grader: "评委类别", "Class of grader";
    Source: "来源", "Source";
    Remark: "备注", "Remarks";
} }

labels! { rule_sheet: RuleSheetField {
    Name: "办法名称", "Rule sheet";
    Version: "版本", "Version";
    Source: "依据", "Based on";
    From: "启用日期", "In force from";
    Definition: "内容", "Content";
    Order: "排序", "Order";
    Retired: "停用", "Retired";
    Remark: "备注", "Remarks";
} }

labels! { contest: ContestField {
    Name: "竞赛名称", "Contest";
    Round: "轮次", "Round";
    Start: "开始日期", "From";
    End: "结束日期", "To";
    Rules: "考核办法", "Rule sheet";
    Units: "参赛单位", "Units";
    Slogan: "口号", "Slogan";
    Remark: "备注", "Remarks";
} }

labels! { key_task: KeyTaskField {
    Name: "任务名称", "Task";
    Project: "项目", "Project";
    Unit: "责任单位", "Responsible unit";
    Owner: "责任人", "Owner";
    Contest: "竞赛", "Contest";
    Phase: "阶段", "Phase";
    Node: "节点要求", "Node";
    DueOn: "时限", "Due";
    DoneOn: "完成日期", "Done on";
    Progress: "完成情况", "Progress";
    Remark: "备注", "Remarks";
} }

labels! { nomination: NominationField {
    Award: "奖项", "Award";
    Unit: "单位", "Unit";
    Person: "责任人", "Person";
    Task: "重点任务", "Key task";
    Contest: "竞赛", "Contest";
    Phase: "阶段", "Phase";
    Reason: "事由", "Reason";
    On: "提名日期", "Proposed on";
    Decision: "审定", "Decision";
    DecidedOn: "审定日期", "Decided on";
    DecidedBy: "审定机构", "Decided by";
    Remark: "备注", "Remarks";
} }

labels! { hearing: HearingField {
    Name: "会议名称", "Hearing";
    On: "日期", "Date";
    Chair: "主持人", "Chair";
    Place: "地点", "Place";
    Rules: "考核办法", "Rule sheet";
    Minutes: "纪要", "Minutes";
    UnitMinutes: "各单位发言要点", "Minutes of a unit";
    FirstMonth: "考核年度起始月", "First month of the counting year";
} }

labels! { pledge: PledgeField {
    Unit: "单位", "Unit";
    Person: "表态人", "Given by";
    Hearing: "过堂会", "Hearing";
    On: "承诺日期", "Given on";
    Content: "承诺内容", "Pledge";
    Metric: "指标", "Metric";
    Number: "承诺值", "Number pledged";
    Amount: "承诺额", "Amount pledged";
    DueOn: "兑现时限", "Due";
    Outcome: "兑现情况", "Outcome";
    Remark: "备注", "Remarks";
} }

labels! { published: PublishedField {
    Name: "标题", "Title";
    On: "发布日期", "Published on";
    AsOf: "数据截至", "Data as of";
    Rules: "考核办法", "Rule sheet";
    Contest: "竞赛", "Contest";
    Remark: "备注", "Remarks";
    Content: "结果内容", "Result";
    Digest: "校验码", "Digest";
    Version: "数据版本", "Version of the data";
} }

labels! { bulletin: BulletinField {
    Name: "通报名称", "Bulletin";
    Period: "通报期", "Period";
    On: "印发日期", "Issued on";
    AsOf: "数据截至", "Data as of";
    Overall: "一、总体", "1. Overall";
    ByUnit: "二、分单位", "2. By unit";
    Problems: "三、问题", "3. Problems";
    Next: "四、下步", "4. Next";
    Tables: "附表", "Tables attached";
    Order: "排序", "Order";
    Remark: "备注", "Remarks";
    FirstMonth: "考核年度起始月", "First month of the counting year";
} }
