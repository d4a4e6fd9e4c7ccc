//! The names of the fields of problems, permits, promises and findings.

use super::super::Text;
use crate::domain::field::{
    InspectionField, IssueField, PermitField, PermitTemplateField, PolicyPromiseField,
};

labels! { issue: IssueField {
    Project: "项目", "Project";
    Name: "问题", "Problem";
    Factor: "类别", "Kind";
    Wanted: "需求量", "Amount needed";
    RaisedOn: "提出日期", "Raised on";
    RaisedBy: "提出人", "Raised by";
    Department: "责任部门", "Department";
    DueOn: "办理期限", "Due on";
    AcceptedOn: "受理日期", "Accepted on";
    SolvedOn: "办结日期", "Solved on";
    Solution: "办理结果", "Solution";
    Suspended: "挂起", "Suspended";
    Remark: "备注", "Remarks";
    HandedTo: "转办", "Handed to";
} }

labels! { permit: PermitField {
    Project: "项目", "Project";
    Name: "审批事项", "Permit";
    Phase: "阶段", "Phase";
    Days: "办理天数", "Days it takes";
    Department: "办理部门", "Department";
    DueOn: "计划办结", "Planned for";
    AppliedOn: "申报日期", "Applied on";
    DoneOn: "办结日期", "Granted on";
    Number: "文号", "Number";
    Remark: "备注", "Remarks";
    PlannedFor: "倒排日期", "Day of the plan";
} }

labels! { permit_template: PermitTemplateField {
    Name: "审批事项", "Permit";
    LandKinds: "适用用地情况", "For kinds of land";
    Natures: "适用建设性质", "For natures of construction";
    Phase: "阶段", "Phase";
    Days: "办理天数", "Days it takes";
    Department: "办理部门", "Department";
} }

labels! { policy_promise: PolicyPromiseField {
    Project: "项目", "Project";
    Name: "条款", "Clause";
    Content: "承诺内容", "What is promised";
    Condition: "兑现条件", "Condition";
    ConditionMet: "条件已达成", "Condition met";
    Amount: "承诺金额", "Promised amount";
    DueOn: "应兑现日期", "Due on";
    Paid: "已兑现金额", "Paid";
    PaidOn: "兑现日期", "Paid on";
    Proof: "兑现凭证", "Proof";
    FairReview: "公平竞争审查", "Fair-competition review";
    Department: "责任部门", "Department";
    Remark: "备注", "Remarks";
} }

labels! { inspection: InspectionField {
    Name: "发现问题", "Finding";
    Round: "督查批次", "Round of inspection";
    On: "督查日期", "Date";
    Place: "地点", "Place";
    Project: "项目", "Project";
    Unit: "责任单位", "Unit";
    Inspector: "督查人", "Inspected by";
    Content: "具体情况", "What was found";
    DueOn: "整改期限", "To be corrected by";
    CorrectedOn: "整改完成日期", "Corrected on";
    Correction: "整改情况", "Correction";
    Remark: "备注", "Remarks";
} }
