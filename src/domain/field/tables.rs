//! The tables themselves: every field of every kind (domain notes §3.1 to §3.4).

mod activity;
mod assess;
mod kept;
mod project;
mod service;
mod team;

pub use activity::{LeaderActivityField, OutboundTripField, PromotionEventField, ReceptionField};
pub use assess::{
    BulletinField, ContestField, FigureField, HearingField, KeyTaskField, MetricField, NominationField,
    PledgeField, PublishedField, RuleSheetField, TargetField,
};
pub use kept::{AuthorField, ImportRunField, ListItemField, SavedViewField};
pub use project::ProjectField;
pub use service::{InspectionField, IssueField, PermitField, PermitTemplateField, PolicyPromiseField};
pub use team::{AmbassadorField, DutyMonthField, StationField, TrainingField};

use super::{COMMON, Elements, Field, FieldDef, FieldType as T, Group};
use crate::domain::Kind;
use crate::domain::lists::List as L;

fields! {
    /// The office and its settings that travel with the data.
    OfficeField, OFFICE {
        First {
            /// 办公室名称
            Name = "name", T::Text;
            /// 省份 of the county, to tell 省内 from 省外
            Province = "province", T::Text;
            /// 设区市 of the county
            City = "city", T::Text;
        }
        Assessment {
            /// Yuan for one unit of each foreign currency, by ISO code
            Rate = "rate", T::Rate, Elements::Free;
            /// The day each rate was set
            RateDate = "rate_date", T::Date, Elements::Free;
            /// Whether only recognised milestones move the stage
            StrictStage = "strict_stage", T::Bool;
            /// Days without follow-up before a project counts as stale, by stage
            StaleDays = "stale_days", T::Int, Elements::Milestones;
            /// Limits of the other warnings, by their words
            WarningLimit = "warning_limit", T::Int, Elements::Free;
            /// 年度签约目标: what the office wants to sign, by year
            YearTargetSigned = "year_target_signed", T::Money, Elements::Free;
            /// 年度签约个数目标, by year
            YearTargetCount = "year_target_count", T::Int, Elements::Free;
            /// 考核年度起始月: the month, 1 to 12, that the counting year begins with (domain notes §2.1, 鄞州 2008)
            FirstMonth = "first_month", T::Int;
        }
    }
}

fields! {
    /// A unit that recruits or hosts.
    UnitField, UNIT {
        First {
            /// 单位名称
            Name = "name", T::Text;
            /// 单位类别: town, park, bureau, …
            UnitKind = "unit_kind", T::Choice(L::UnitKind);
            /// 上级单位
            Parent = "parent", T::Ref(Kind::Unit);
            /// 考核组别: units are only ranked inside one group
            RankGroup = "rank_group", T::Choice(L::RankGroup);
            /// Place in lists
            Order = "order", T::Int;
            /// 备注
            Remark = "remark", T::LongText;
        }
    }
}

fields! {
    /// A recruiter or a leader.
    PersonField, PERSON {
        First {
            /// 姓名
            Name = "name", T::Text;
            /// 单位
            Unit = "unit", T::Ref(Kind::Unit);
            /// 职务
            Post = "post", T::Text;
            /// 领导类别
            LeaderLevel = "leader_level", T::Choice(L::LeaderLevel);
            /// 电话
            Phone = "phone", T::Phone;
            /// 招商区域
            Region = "region", T::Text;
            /// 专攻方向
            Speciality = "speciality", T::Text;
            /// 备注
            Remark = "remark", T::LongText;
        }
    }
}

fields! {
    /// An investor, a target or a company set up here.
    CompanyField, COMPANY {
        First {
            /// 企业名称
            Name = "name", T::Text;
            /// 统一社会信用代码
            CreditCode = "credit_code", T::Text;
            /// 来源地
            Region = "region", T::Text;
            /// 所属行业
            Industry = "industry", T::Choice(L::Industry);
            /// 企业性质
            Ownership = "ownership", T::Choice(L::Ownership);
            /// 企业类别
            Tier = "tier", T::Bool, Elements::Set(L::CompanyTier);
            /// 母公司
            ParentCompany = "parent_company", T::Ref(Kind::Company);
            /// 地址
            Address = "address", T::Text;
            /// 企业简介
            Summary = "summary", T::LongText;
            /// 目标企业
            IsTarget = "is_target", T::Bool;
            /// 备注
            Remark = "remark", T::LongText;
        }
    }
}

fields! {
    /// A person at a company.
    ContactField, CONTACT {
        First {
            /// 姓名
            Name = "name", T::Text;
            /// 所在企业
            Company = "company", T::Ref(Kind::Company);
            /// 职务
            Post = "post", T::Text;
            /// 电话
            Phone = "phone", T::Phone;
            /// 微信
            Wechat = "wechat", T::Text;
            /// 邮箱
            Email = "email", T::Text;
            /// 备注
            Remark = "remark", T::LongText;
        }
    }
}

fields! {
    /// One arrival of money.
    FundTrancheField, FUND_TRANCHE {
        First {
            /// 项目
            Project = "project", T::Ref(Kind::Project);
            /// 到资时间
            ArrivedOn = "arrived_on", T::Date;
            /// 到资金额
            Amount = "amount", T::Money;
            /// 凭证类型
            Voucher = "voucher", T::Choice(L::Voucher);
            /// 凭证编号
            VoucherNumber = "voucher_number", T::Text;
            /// 来源
            Source = "source", T::Choice(L::FundSource);
            /// 用途
            Purpose = "purpose", T::Choice(L::FundUse);
            /// 审核: pending, recognised, returned
            Review = "review", T::Text;
            /// 审核人
            Reviewer = "reviewer", T::Text;
            /// 备注
            Remark = "remark", T::LongText;
        }
    }
}

fields! {
    /// One follow-up entry.
    FollowUpField, FOLLOW_UP {
        First {
            /// 项目
            Project = "project", T::Ref(Kind::Project);
            /// 日期
            On = "on", T::Date;
            /// 方式
            Method = "method", T::Choice(L::FollowUpMethod);
            /// 内容
            Content = "content", T::LongText;
            /// 下一步
            NextStep = "next_step", T::Text;
            /// 下一步时间
            NextOn = "next_on", T::Date;
            /// 下一步已完成
            NextDone = "next_done", T::Bool;
            /// 跟进人 (may differ from who typed it)
            Person = "person", T::Ref(Kind::Person);
            /// 客商
            Contact = "contact", T::Ref(Kind::Contact);
        }
    }
}

fields! {
    /// 首报登记: who says to have reported a project first, when, and what shows it (domain notes R13, R14, R19).
    FirstReportField, FIRST_REPORT {
        First {
            /// 项目
            Project = "project", T::Ref(Kind::Project);
            /// 首报单位
            Unit = "unit", T::Ref(Kind::Unit);
            /// 首谈人
            Person = "person", T::Text;
            /// 首报日期
            On = "on", T::Date;
            /// 首报时刻, as hh:mm: it decides between two units on one day
            At = "at", T::Text;
            /// 佐证
            Evidence = "evidence", T::Bool, Elements::Set(L::ReportEvidence);
            /// 佐证编号或说明
            EvidenceNote = "evidence_note", T::Text;
        }
        Assessment {
            /// 认定: recognised or refused
            Ruling = "ruling", T::Text;
            /// 认定日期
            RuledOn = "ruled_on", T::Date;
            /// 认定依据
            RulingNote = "ruling_note", T::LongText;
        }
    }
}

fields! {
    /// 流转: a project that moved from one unit to another (domain notes R16, R18, R19).
    TransferField, TRANSFER {
        First {
            /// 项目
            Project = "project", T::Ref(Kind::Project);
            /// 转出单位
            From = "from", T::Ref(Kind::Unit);
            /// 转入单位
            To = "to", T::Ref(Kind::Unit);
            /// 流转日期
            On = "on", T::Date;
            /// 转出方分成: the share of the giving unit's credit that it keeps
            Kept = "kept", T::Percent;
            /// 分成年限: for how many years; without, for good
            Years = "years", T::Int;
            /// 同意单位
            AgreedBy = "agreed_by", T::Text;
            /// 流转原因
            Reason = "reason", T::LongText;
        }
    }
}

fields! {
    /// 附件: a photo, a scan or another file of a project (domain notes §2.1, §3.1). Its content lies beside the
    /// records, under its digest.
    AttachmentField, ATTACHMENT {
        First {
            /// 项目
            Project = "project", T::Ref(Kind::Project);
            /// 文件名
            Name = "name", T::Text;
            /// 材料类别
            Category = "category", T::Choice(L::Evidence);
            /// 节点 that it is evidence of: the milestone's word
            Milestone = "milestone", T::Text;
            /// 形成日期: when a photo was taken or a paper signed
            On = "on", T::Date;
            /// 地点
            Place = "place", T::Text;
            /// 核实人
            Verifier = "verifier", T::Text;
            /// 备注
            Remark = "remark", T::LongText;
        }
        Internal {
            /// 督查发现 that it shows
            Inspection = "inspection", T::Ref(Kind::Inspection);
            /// SHA-256 of the content, in hexadecimal digits
            Digest = "digest", T::Text;
            /// Bytes of the content
            Size = "size", T::Int;
        }
    }
}

/// The field by which records of `kind` belong to another record and go wherever it goes: a follow-up to its
/// project, a contact to his company. `None` for records that stand by themselves.
pub fn owner_field(kind: Kind) -> Option<Field> {
    match kind {
        Kind::FollowUp => Some(FollowUpField::Project.into()),
        Kind::FundTranche => Some(FundTrancheField::Project.into()),
        Kind::Contact => Some(ContactField::Company.into()),
        Kind::FirstReport => Some(FirstReportField::Project.into()),
        Kind::Transfer => Some(TransferField::Project.into()),
        Kind::Attachment => Some(AttachmentField::Project.into()),
        Kind::Issue => Some(IssueField::Project.into()),
        Kind::Permit => Some(PermitField::Project.into()),
        Kind::PolicyPromise => Some(PolicyPromiseField::Project.into()),
        _ => None,
    }
}

impl Kind {
    /// The fields that only this kind has.
    pub(super) fn own_fields(self) -> &'static [FieldDef] {
        match self {
            Kind::Office => OFFICE,
            Kind::Unit => UNIT,
            Kind::Person => PERSON,
            Kind::Company => COMPANY,
            Kind::Contact => CONTACT,
            Kind::Project => project::PROJECT,
            Kind::FundTranche => FUND_TRANCHE,
            Kind::FollowUp => FOLLOW_UP,
            Kind::ListItem => kept::LIST_ITEM,
            Kind::SavedView => kept::SAVED_VIEW,
            Kind::Author => kept::AUTHOR,
            Kind::ImportRun => kept::IMPORT_RUN,
            Kind::Foreign => &[],
            Kind::FirstReport => FIRST_REPORT,
            Kind::Transfer => TRANSFER,
            Kind::Attachment => ATTACHMENT,
            Kind::OutboundTrip => activity::OUTBOUND_TRIP,
            Kind::Reception => activity::RECEPTION,
            Kind::PromotionEvent => activity::PROMOTION_EVENT,
            Kind::LeaderActivity => activity::LEADER_ACTIVITY,
            Kind::Station => team::STATION,
            Kind::Ambassador => team::AMBASSADOR,
            Kind::Training => team::TRAINING,
            Kind::DutyMonth => team::DUTY_MONTH,
            Kind::Issue => service::ISSUE,
            Kind::Permit => service::PERMIT,
            Kind::PermitTemplate => service::PERMIT_TEMPLATE,
            Kind::PolicyPromise => service::POLICY_PROMISE,
            Kind::Inspection => service::INSPECTION,
            Kind::Metric => assess::METRIC,
            Kind::Target => assess::TARGET,
            Kind::Figure => assess::FIGURE,
            Kind::RuleSheet => assess::RULE_SHEET,
            Kind::Contest => assess::CONTEST,
            Kind::KeyTask => assess::KEY_TASK,
            Kind::Nomination => assess::NOMINATION,
            Kind::Hearing => assess::HEARING,
            Kind::Pledge => assess::PLEDGE,
            Kind::Published => assess::PUBLISHED,
            Kind::Bulletin => assess::BULLETIN,
        }
    }
}
