//! What is done for a project: problems and factors, permits, promises of policy, inspections (domain notes §1b).

use super::super::{COMMON, Elements, Field, FieldDef, FieldType as T, Group};
use crate::domain::Kind;
use crate::domain::lists::List as L;

fields! {
    /// 问题 or 要素需求 of a project.
    IssueField, ISSUE {
        First {
            /// 项目
            Project = "project", T::Ref(Kind::Project);
            /// 问题
            Name = "name", T::Text;
            /// 类别
            Factor = "factor", T::Choice(L::Factor);
            /// 需求量: 50亩, 2000千伏安
            Wanted = "wanted", T::Text;
            /// 提出日期
            RaisedOn = "raised_on", T::Date;
            /// 提出人
            RaisedBy = "raised_by", T::Ref(Kind::Person);
            /// 责任部门 that had it first
            Department = "department", T::Ref(Kind::Unit);
            /// 办理期限
            DueOn = "due_on", T::Date;
            /// 受理日期
            AcceptedOn = "accepted_on", T::Date;
            /// 办结日期
            SolvedOn = "solved_on", T::Date;
            /// 办理结果
            Solution = "solution", T::LongText;
            /// 挂起
            Suspended = "suspended", T::Bool;
            /// 备注
            Remark = "remark", T::LongText;
        }
        Internal {
            /// 转办: who had it from a day on; the element is the day, with a number after a point for the second of a
            /// day
            HandedTo = "handed_to", T::Ref(Kind::Unit), Elements::Free;
        }
    }
}

fields! {
    /// 审批事项 of a project.
    PermitField, PERMIT {
        First {
            /// 项目
            Project = "project", T::Ref(Kind::Project);
            /// 事项
            Name = "name", T::Text;
            /// 阶段: what has a smaller one must be done before
            Phase = "phase", T::Int;
            /// 办理天数
            Days = "days", T::Int;
            /// 办理部门
            Department = "department", T::Ref(Kind::Unit);
            /// 计划办结: planned back from the promised start of works, or set by hand
            DueOn = "due_on", T::Date;
            /// 申报日期
            AppliedOn = "applied_on", T::Date;
            /// 办结日期
            DoneOn = "done_on", T::Date;
            /// 文号
            Number = "number", T::Text;
            /// 备注
            Remark = "remark", T::LongText;
        }
        Internal {
            /// What the last plan gave as 计划办结; where that day is another, it was set by hand
            PlannedFor = "planned_for", T::Date;
        }
    }
}

fields! {
    /// 审批事项模板: a permit that projects of some kind need.
    PermitTemplateField, PERMIT_TEMPLATE {
        First {
            /// 事项
            Name = "name", T::Text;
            /// 适用用地情况: without any, all
            LandKinds = "land_kinds", T::Bool, Elements::Set(L::LandKind);
            /// 适用建设性质: without any, all
            Natures = "natures", T::Bool, Elements::Set(L::ConstructionNature);
            /// 阶段
            Phase = "phase", T::Int;
            /// 办理天数
            Days = "days", T::Int;
            /// 办理部门
            Department = "department", T::Ref(Kind::Unit);
        }
    }
}

fields! {
    /// 政策承诺 of a project, and how it was honoured.
    PolicyPromiseField, POLICY_PROMISE {
        First {
            /// 项目
            Project = "project", T::Ref(Kind::Project);
            /// 条款
            Name = "name", T::Text;
            /// 承诺内容
            Content = "content", T::LongText;
            /// 兑现条件
            Condition = "condition", T::LongText;
            /// 条件已达成
            ConditionMet = "condition_met", T::Bool;
            /// 承诺金额
            Amount = "amount", T::Money;
            /// 应兑现日期
            DueOn = "due_on", T::Date;
            /// 已兑现金额
            Paid = "paid", T::Money;
            /// 兑现日期
            PaidOn = "paid_on", T::Date;
            /// 兑现凭证
            Proof = "proof", T::Text;
            /// 公平竞争审查
            FairReview = "fair_review", T::Choice(L::FairReview);
            /// 责任部门
            Department = "department", T::Ref(Kind::Unit);
            /// 备注
            Remark = "remark", T::LongText;
        }
    }
}

fields! {
    /// 督查发现: one finding of an inspection.
    InspectionField, INSPECTION {
        First {
            /// 发现问题
            Name = "name", T::Text;
            /// 督查批次
            Round = "round", T::Text;
            /// 督查日期
            On = "on", T::Date;
            /// 地点
            Place = "place", T::Text;
            /// 项目
            Project = "project", T::Ref(Kind::Project);
            /// 责任单位
            Unit = "unit", T::Ref(Kind::Unit);
            /// 督查人
            Inspector = "inspector", T::Text;
            /// 具体情况
            Content = "content", T::LongText;
            /// 整改期限
            DueOn = "due_on", T::Date;
            /// 整改完成日期
            CorrectedOn = "corrected_on", T::Date;
            /// 整改情况
            Correction = "correction", T::LongText;
            /// 备注
            Remark = "remark", T::LongText;
        }
    }
}
