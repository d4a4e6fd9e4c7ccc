//! The places 行动 and 监督, and records that are listed and edited beside their list.

use super::{Lang, Text, labels};
use crate::domain::Kind;

/// The place of what people do.
pub const ACTIONS: Text = Text::new("行动", "Actions");
/// The place of whether it is done.
pub const SUPERVISION: Text = Text::new("监督", "Supervision");
/// The place of what it is worth.
pub const ASSESSMENT: Text = Text::new("考核", "Assessment");

/// 日历.
pub const CALENDAR: Text = Text::new("日历", "Calendar");
/// 外出招商.
pub const TRIPS: Text = Text::new("外出", "Trips");
/// 来访接待.
pub const RECEPTIONS: Text = Text::new("接待", "Receptions");
/// 招商活动.
pub const EVENTS: Text = Text::new("活动", "Events");
/// 领导五事.
pub const LEADERS: Text = Text::new("领导", "Leaders");
/// 在岗.
pub const POSTS: Text = Text::new("在岗", "In post");
/// 储备与转化.
pub const HEALTH: Text = Text::new("分析", "Pipeline");
/// 驻点, 招商大使, 培训.
pub const TEAMS: Text = Text::new("队伍", "Teams");
pub use super::warnings::{RESPONSIBILITY, WARNINGS};
/// 问题要素.
pub const ISSUES: Text = Text::new("问题要素", "Issues");
/// 审批.
pub const PERMITS: Text = Text::new("审批", "Permits");
/// 政策兑现.
pub const PROMISES: Text = Text::new("政策兑现", "Promises");
/// 督查.
pub const INSPECTIONS: Text = Text::new("督查", "Inspections");
/// 总览.
pub const OVERVIEW: Text = Text::new("总览", "Overview");
/// 竞赛.
pub const CONTESTS: Text = Text::new("竞赛", "Contests");
/// 过堂.
pub const HEARINGS: Text = Text::new("过堂", "Hearings");
/// 通报.
pub const BULLETINS: Text = Text::new("通报", "Bulletins");
/// 进度.
pub const PROGRESS: Text = Text::new("进度", "Progress");
/// 目标任务.
pub const TARGETS: Text = Text::new("目标", "Targets");
/// 考核得分.
pub const SCORES: Text = Text::new("得分", "Scores");
/// 考核办法.
pub const RULES: Text = Text::new("办法", "Rules");

/// Which list is shown, for screen readers.
pub const WHICH: Text = Text::new("查看", "Show");
/// Deletes the record that is open.
pub const DELETE: Text = Text::new("删除", "Delete");
/// The record in the address is not there.
pub const GONE: Text = Text::new("这条记录已不在本簿", "This record is no longer here");

/// The button that adds a record of a kind.
pub fn add(l: Lang, kind: Kind) -> String {
    let name = labels::kind(kind).get(l);
    match l {
        Lang::Zh => format!("登记{name}"),
        Lang::En => format!("New {}", name.to_lowercase()),
    }
}

/// A list without a record.
pub fn none(l: Lang, kind: Kind) -> String {
    let name = labels::kind(kind).get(l);
    match l {
        Lang::Zh => format!("还没有{name}"),
        Lang::En => format!("No {} yet", labels::several(kind)),
    }
}

/// What a list of a kind is for, where it is empty.
pub const fn purpose(kind: Kind) -> Text {
    match kind {
        Kind::OutboundTrip => Text::new(
            "出发前备案，返回后销假。谁带队、谁同行，系统据此区分带队、跟随和独立外出。",
            "File a trip before leaving and close it after coming back. Who led and who went along tells whether it was led, accompanied or independent.",
        ),
        Kind::Reception => Text::new(
            "客商来访一次记一条：谁来、几人、看了什么、意向多少、谁跟踪。批次和人次由此统计。",
            "One record a visit: who came, how many, what they saw, what they intend, who follows up. Batches and people are counted from it.",
        ),
        Kind::PromotionEvent => Text::new(
            "推介会、展会、集中签约、集中开工、项目观摩：每场对接多少客商，带来哪些线索，签了哪些项目。",
            "Promotion meetings, fairs, signings, starts of works, tours of sites: whom each brought together, which leads it gave, what was signed.",
        ),
        Kind::LeaderActivity => Text::new(
            "领导五事：研究方案、参加活动、关注项目、会见客商、协调问题，做一件记一条。",
            "What leaders do themselves: study plans, take part in events, follow projects, meet investors, settle problems.",
        ),
        Kind::Station => Text::new(
            "驻点专班派往哪里、谁在驻点、从何时到何时；成效由驻点人员的外出、线索和项目得出。",
            "Where teams are stationed, who is there and for how long; their yield follows from their trips, leads and projects.",
        ),
        Kind::Ambassador => Text::new(
            "招商大使的聘期、经费、线索任务和已提供的线索；聘期将满时会提醒。",
            "Ambassadors with their term, fee, quota and the leads they gave; a term that ends soon is shown.",
        ),
        Kind::Training => Text::new(
            "组织了哪些培训，谁参加，多少学时。",
            "Which trainings were held, who took part, how many hours.",
        ),
        Kind::Issue => Text::new(
            "项目提出的问题，和对土地、厂房、资金、用工、用能等要素的需求：在谁手里、多久了、何时办结。",
            "Problems that projects raise and what they need (land, plant, funds, labour, energy): who has it, for how long, when it was solved.",
        ),
        Kind::Permit => Text::new(
            "从承诺开工时间倒排各项审批，逐项记申报和办结。在项目页按模板一次排好。",
            "Permits planned back from the promised start of works, each with its application and grant. Plan them on the project's page from the templates.",
        ),
        Kind::PermitTemplate => Text::new(
            "每类项目要办哪些审批、各要几天、谁办。改这里不影响已经排好的项目。",
            "Which permits each kind of project needs, how long they take and who grants them. Plans already made stay as they are.",
        ),
        Kind::PolicyPromise => Text::new(
            "协议里承诺的政策：条款、条件、金额、应兑现日期、已兑现多少、公平竞争审查。",
            "What agreements promise: clause, condition, amount, due date, what was paid, fair-competition review.",
        ),
        Kind::Inspection => Text::new(
            "督查发现的问题，附照片、地点、责任单位和整改期限，可作为幻灯逐条放映。",
            "What inspections found, with photos, place, unit and the day by which it is to be corrected; can be shown as slides.",
        ),
        Kind::DutyMonth => Text::new(
            "招商人员每月申报的在岗和请假天数，凭申报和佐证，不作定位跟踪。",
            "Days at post and of leave that recruiters declare each month; nobody is tracked.",
        ),
        Kind::Target => Text::new(
            "哪个单位、哪个人，在哪个周期，要完成多少。县级目标分解到单位，单位再分解到人，分得不够会提示。",
            "Who is to do how much, and when. The county's target is divided among units and theirs among people; what does not sum up is shown.",
        ),
        Kind::Contest => Text::new(
            "百日竞赛一轮记一条：名称、轮次、起止日期、考核办法、参赛单位和口号。",
            "One record a round of a contest: its name, days, rules, units and slogan.",
        ),
        Kind::Nomination => Text::new(
            "红旗、蓝旗、奔牛奖、蜗牛奖的提名和审定。多数从“战况”里提名，这里可以查找和更正。",
            "Who was proposed for a flag, an ox or a snail, and what was decided. Most are proposed under Standings; here they are found and corrected.",
        ),
        Kind::KeyTask => Text::new(
            "招商以外也按节点推进的事：谁负责、节点是什么、何时完成。上月底以前到期没完成的，算作结转。",
            "Tasks that are run by their nodes: who answers, what is due, when it was done. What was due before this month and is not done is carried over.",
        ),
        Kind::Hearing => super::assess_hearings::NONE_TEXT,
        Kind::Pledge => super::assess_hearings::PLEDGE_RULE,
        Kind::Figure => Text::new(
            "本簿算不出来的数：外贸、评委打分、兄弟县市公布的数。每个数写明截至日期和来源。",
            "What cannot be counted from the pipeline: trade, graders' marks, what other places published; each with its day and source.",
        ),
        _ => Text::new("", ""),
    }
}
