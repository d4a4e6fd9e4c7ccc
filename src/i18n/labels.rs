//! The names of kinds, fields, stages, milestones, lists and actions: what the field calls them
//! (glossary of the domain notes). Every match is exhaustive, so a new field without a name does not
//! compile.

use super::format::count;
use super::{Lang, Text, plural};
use crate::domain::field::{Field, Group};
use crate::domain::lists::List;
use crate::domain::milestone::Review;
use crate::domain::{Currency, Exit, Kind, Milestone, Stage};
use crate::ledger::Action;

/// Names every variant of an enum, as a function from it to a [`Text`].
macro_rules! labels {
    ($function:ident: $enum:ident { $($variant:ident: $zh:literal, $en:literal;)* }) => {
        /// The name of each variant.
        pub const fn $function(of: $enum) -> Text {
            match of { $($enum::$variant => Text::new($zh, $en),)* }
        }
    };
}

mod activity;
mod assess;
mod project;
mod records;
mod service;
mod team;

labels! { kind: Kind {
    Office: "办公室", "Office";
    Unit: "单位", "Unit";
    Person: "人员", "Person";
    Company: "企业", "Company";
    Contact: "客商", "Contact";
    Project: "项目", "Project";
    FundTranche: "到资记录", "Fund tranche";
    FollowUp: "跟进记录", "Follow-up";
    ListItem: "列表项", "List entry";
    SavedView: "视图", "Saved view";
    Author: "填写人", "Author";
    ImportRun: "导入记录", "Import";
    Foreign: "新版本的记录", "Record of a newer version";
    FirstReport: "首报登记", "First report";
    Transfer: "流转", "Transfer";
    Attachment: "附件", "Attachment";
    OutboundTrip: "外出招商", "Outbound trip";
    Reception: "来访接待", "Reception";
    PromotionEvent: "招商活动", "Promotion event";
    LeaderActivity: "领导招商活动", "Leader's activity";
    Station: "驻点", "Station";
    Ambassador: "招商大使", "Ambassador";
    Training: "培训", "Training";
    DutyMonth: "在岗记录", "Month at post";
    Issue: "问题要素", "Issue";
    Permit: "审批事项", "Permit";
    PermitTemplate: "审批事项模板", "Permit template";
    PolicyPromise: "政策承诺", "Policy promise";
    Inspection: "督查发现", "Finding";
    Metric: "指标", "Metric";
    Target: "目标任务", "Target";
    Figure: "填报数", "Figure";
    RuleSheet: "考核办法", "Rule sheet";
    Contest: "竞赛", "Contest";
    KeyTask: "重点任务", "Key task";
    Nomination: "评选", "Nomination";
    Hearing: "过堂会", "Hearing";
    Pledge: "承诺", "Pledge";
    Published: "发布结果", "Published result";
    Bulletin: "通报", "Bulletin";
} }

/// The English word for several records of a kind.
pub(super) const fn several(of: Kind) -> &'static str {
    match of {
        Kind::Office => "offices",
        Kind::Unit => "units",
        Kind::Person => "people",
        Kind::Company => "companies",
        Kind::Contact => "contacts",
        Kind::Project => "projects",
        Kind::FundTranche => "fund tranches",
        Kind::FollowUp => "follow-ups",
        Kind::ListItem => "list entries",
        Kind::SavedView => "views",
        Kind::Author => "authors",
        Kind::ImportRun => "imports",
        Kind::Foreign => "records of a newer version",
        Kind::FirstReport => "first reports",
        Kind::Transfer => "transfers",
        Kind::Attachment => "attachments",
        Kind::OutboundTrip => "outbound trips",
        Kind::Reception => "receptions",
        Kind::PromotionEvent => "promotion events",
        Kind::LeaderActivity => "leaders' activities",
        Kind::Station => "stations",
        Kind::Ambassador => "ambassadors",
        Kind::Training => "trainings",
        Kind::DutyMonth => "months at post",
        Kind::Issue => "issues",
        Kind::Permit => "permits",
        Kind::PermitTemplate => "permit templates",
        Kind::PolicyPromise => "policy promises",
        Kind::Inspection => "findings",
        Kind::Metric => "metrics",
        Kind::Target => "targets",
        Kind::Figure => "figures",
        Kind::RuleSheet => "rule sheets",
        Kind::Contest => "contests",
        Kind::KeyTask => "key tasks",
        Kind::Nomination => "nominations",
        Kind::Hearing => "hearings",
        Kind::Pledge => "pledges",
        Kind::Published => "published results",
        Kind::Bulletin => "bulletins",
    }
}

/// So many records of a kind: `项目 64`, `64 projects`.
pub fn n_of_kind(l: Lang, of: Kind, n: usize) -> String {
    match l {
        Lang::Zh => format!("{} {}", kind(of).get(l), count(n)),
        Lang::En => plural(n, &kind(of).get(l).to_lowercase(), several(of)),
    }
}

labels! { stage: Stage {
    Planned: "谋划", "Planning";
    Negotiating: "洽谈", "Negotiation";
    Signed: "签约", "Signed";
    Landed: "落地", "Landed";
    Started: "开工", "Started";
    Completed: "竣工", "Completed";
    InProduction: "投产", "In production";
    AtCapacity: "达效", "At capacity";
} }

labels! { milestone: Milestone {
    Planned: "谋划", "Planning";
    Negotiating: "洽谈", "Negotiation";
    Signed: "签约", "Signing";
    Registered: "注册", "Registration";
    Landed: "落地", "Landing";
    Started: "开工", "Construction start";
    Listed: "入统", "Statistical listing";
    Completed: "竣工", "Completion";
    InProduction: "投产", "Start of production";
    AtCapacity: "达效", "Full capacity";
} }

labels! { exit: Exit {
    Lost: "流失", "Lost";
    Withdrawn: "退库", "Withdrawn";
    OnHold: "暂缓", "On hold";
} }

labels! { review: Review {
    Pending: "待审核", "To be reviewed";
    Recognised: "已认定", "Recognised";
    Returned: "退回", "Returned";
} }

labels! { group: Group {
    First: "基本情况", "Basics";
    Description: "项目概况", "Description";
    Investor: "投资主体", "Investor";
    Amounts: "投资与效益", "Amounts and yields";
    Industry: "产业与科技", "Industry and technology";
    Land: "用地与载体", "Land and site";
    Approvals: "审批与约束", "Approvals and constraints";
    Source: "线索来源与流转", "Source and transfer";
    Responsibility: "责任分工", "Responsibility";
    Milestones: "节点", "Milestones";
    Assessment: "研判与考核", "Screening and assessment";
    Internal: "系统", "Internal";
} }

labels! { list: List {
    Industry: "所属产业", "Industries";
    Chain: "产业链", "Industry chains";
    ChainRole: "延链补链强链", "Roles in the chain";
    Priority: "重点标记", "Priority marks";
    HqType: "总部类型", "Headquarters types";
    Sector: "产业类别", "Sectors";
    Method: "招商方式", "Recruiting methods";
    Channel: "信息渠道", "Lead channels";
    HomeTie: "乡贤类型", "Home ties";
    ExitReason: "退出原因", "Exit reasons";
    Evidence: "佐证材料", "Kinds of evidence";
    Ownership: "企业性质", "Ownership";
    CapitalOrigin: "内外资", "Capital origins";
    CompanyTier: "企业类别", "Company tiers";
    ConstructionNature: "建设性质", "Natures of construction";
    InvestForm: "投资形态", "Forms of investment";
    DecisionClass: "项目分类", "Decision classes";
    ExistingKind: "存量企业类型", "Kinds of reinvestment";
    AssessmentLevel: "评估等级", "Assessment levels";
    LandKind: "用地情况", "Kinds of land";
    ApprovalRoute: "立项属性", "Approval routes";
    AgreementType: "协议类型", "Types of agreement";
    ScreeningResult: "研判结果", "Screening results";
    ProblemType: "问题类型", "Kinds of problem";
    AssignedBy: "交办层级", "Assigned by";
    FollowUpMethod: "跟进方式", "Follow-up methods";
    UnitKind: "单位类别", "Kinds of unit";
    RankGroup: "考核组别", "Ranking groups";
    LeaderLevel: "领导类别", "Leader levels";
    Voucher: "凭证类型", "Vouchers";
    FundSource: "资金来源", "Sources of funds";
    FundUse: "资金用途", "Uses of funds";
    EventKind: "招商活动类别", "Kinds of event";
    LeaderWork: "领导五事", "What leaders do";
    Factor: "问题要素类别", "Kinds of issue";
    FairReview: "公平竞争审查", "Fair-competition review";
    ReportEvidence: "首报佐证", "Evidence of first reports";
} }

labels! { currency: Currency {
    CNY: "元", "yuan";
    USD: "美元", "US dollars";
    EUR: "欧元", "euros";
    HKD: "港元", "Hong Kong dollars";
    JPY: "日元", "yen";
    GBP: "英镑", "pounds";
    TWD: "新台币", "Taiwan dollars";
    KRW: "韩元", "won";
    SGD: "新加坡元", "Singapore dollars";
} }

labels! { action: Action {
    Create: "登记", "New record";
    Edit: "修改", "Edit";
    BulkEdit: "批量修改", "Bulk edit";
    Paste: "粘贴", "Paste";
    Advance: "推进阶段", "Stage forward";
    StepBack: "撤回节点", "Milestone taken back";
    Move: "移动卡片", "Card moved";
    FollowUp: "跟进", "Follow-up";
    Tick: "办结下一步", "Next step ticked off";
    Delete: "删除", "Delete";
    Restore: "恢复", "Restore";
    MergeDuplicates: "合并重复", "Duplicates merged";
    Import: "导入", "Import";
    Settle: "选定分歧", "Difference settled";
    Settings: "修改设置", "Settings";
    Undo: "撤销", "Undo";
    Redo: "重做", "Redo";
    Receive: "接收文件", "File received";
    Rule: "认定首报", "First report ruled on";
    Transfer: "流转项目", "Project transferred";
    Attach: "添加附件", "Attach";
} }

/// The name of a field of `of`; `None` for one this version does not know.
pub fn field(of: Kind, field: Field) -> Option<Text> {
    use crate::domain::field as f;
    if field == Field::DELETED {
        return Some(Text::new("删除", "Deleted"));
    } else if field == Field::MERGED_INTO {
        return Some(Text::new("合并到", "Merged into"));
    } else if field == Field::EXTRA {
        return Some(Text::new("其他栏", "Other columns"));
    } else if field == Field::TAGS {
        return Some(Text::new("标签", "Tags"));
    }
    match of {
        Kind::Office => f::OfficeField::from_field(field).map(records::office),
        Kind::Unit => f::UnitField::from_field(field).map(records::unit),
        Kind::Person => f::PersonField::from_field(field).map(records::person),
        Kind::Company => f::CompanyField::from_field(field).map(records::company),
        Kind::Contact => f::ContactField::from_field(field).map(records::contact),
        Kind::Project => f::ProjectField::from_field(field).map(project::project),
        Kind::FundTranche => f::FundTrancheField::from_field(field).map(records::fund_tranche),
        Kind::FollowUp => f::FollowUpField::from_field(field).map(records::follow_up),
        Kind::ListItem => f::ListItemField::from_field(field).map(records::list_item),
        Kind::SavedView => f::SavedViewField::from_field(field).map(records::saved_view),
        Kind::Author => f::AuthorField::from_field(field).map(records::author),
        Kind::ImportRun => f::ImportRunField::from_field(field).map(records::import_run),
        Kind::Foreign => None,
        Kind::FirstReport => f::FirstReportField::from_field(field).map(records::first_report),
        Kind::Transfer => f::TransferField::from_field(field).map(records::transfer),
        Kind::Attachment => f::AttachmentField::from_field(field).map(records::attachment),
        Kind::OutboundTrip => f::OutboundTripField::from_field(field).map(activity::outbound_trip),
        Kind::Reception => f::ReceptionField::from_field(field).map(activity::reception),
        Kind::PromotionEvent => f::PromotionEventField::from_field(field).map(activity::promotion_event),
        Kind::LeaderActivity => f::LeaderActivityField::from_field(field).map(activity::leader_activity),
        Kind::Station => f::StationField::from_field(field).map(team::station),
        Kind::Ambassador => f::AmbassadorField::from_field(field).map(team::ambassador),
        Kind::Training => f::TrainingField::from_field(field).map(team::training),
        Kind::DutyMonth => f::DutyMonthField::from_field(field).map(team::duty_month),
        Kind::Issue => f::IssueField::from_field(field).map(service::issue),
        Kind::Permit => f::PermitField::from_field(field).map(service::permit),
        Kind::PermitTemplate => f::PermitTemplateField::from_field(field).map(service::permit_template),
        Kind::PolicyPromise => f::PolicyPromiseField::from_field(field).map(service::policy_promise),
        Kind::Inspection => f::InspectionField::from_field(field).map(service::inspection),
        Kind::Metric => f::MetricField::from_field(field).map(assess::metric),
        Kind::Target => f::TargetField::from_field(field).map(assess::target),
        Kind::Figure => f::FigureField::from_field(field).map(assess::figure),
        Kind::RuleSheet => f::RuleSheetField::from_field(field).map(assess::rule_sheet),
        Kind::Contest => f::ContestField::from_field(field).map(assess::contest),
        Kind::KeyTask => f::KeyTaskField::from_field(field).map(assess::key_task),
        Kind::Nomination => f::NominationField::from_field(field).map(assess::nomination),
        Kind::Hearing => f::HearingField::from_field(field).map(assess::hearing),
        Kind::Pledge => f::PledgeField::from_field(field).map(assess::pledge),
        Kind::Published => f::PublishedField::from_field(field).map(assess::published),
        Kind::Bulletin => f::BulletinField::from_field(field).map(assess::bulletin),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_agree_with_their_kind() {
        let said = |l, n| [Kind::Project, Kind::FollowUp].map(|kind| n_of_kind(l, kind, n));
        assert_eq!(said(Lang::En, 1), ["1 project", "1 follow-up"]);
        assert_eq!(said(Lang::En, 1335), ["1,335 projects", "1,335 follow-ups"]);
        assert_eq!(said(Lang::Zh, 64), ["项目 64", "跟进记录 64"]);
    }
}
