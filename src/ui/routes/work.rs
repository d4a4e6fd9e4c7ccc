//! The pages of 行动 (what people do to win projects), 监督 (whether it is done) and 考核 (what it is worth).

use super::Place;
use crate::domain::Kind;
use crate::i18n::{Text, work as words};

/// Declares the pages with their words in the address and their titles.
macro_rules! pages {
    ($($(#[$doc:meta])* $name:ident = $word:literal, $title:ident;)*) => {
        /// A page of one of the three places.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum Work { $($(#[$doc])* $name,)* }

        impl Work {
            /// Every page.
            pub const ALL: &'static [Work] = &[$(Work::$name,)*];

            /// Its word in the address.
            pub const fn word(self) -> &'static str {
                match self { $(Work::$name => $word,)* }
            }

            /// What it is called.
            pub const fn title(self) -> Text {
                match self { $(Work::$name => words::$title,)* }
            }
        }
    };
}

pages! {
    /// 日历.
    Calendar = "calendar", CALENDAR;
    /// 外出招商.
    Trips = "trips", TRIPS;
    /// 来访接待.
    Receptions = "receptions", RECEPTIONS;
    /// 招商活动.
    Events = "events", EVENTS;
    /// 领导五事.
    Leaders = "leaders", LEADERS;
    /// 在岗.
    Posts = "posts", POSTS;
    /// 驻点, 招商大使, 培训.
    Teams = "teams", TEAMS;
    /// 预警.
    Warnings = "warnings", WARNINGS;
    /// 责任.
    Responsibility = "responsibility", RESPONSIBILITY;
    /// 问题要素.
    Issues = "issues", ISSUES;
    /// 审批.
    Permits = "permits", PERMITS;
    /// 政策兑现.
    Promises = "promises", PROMISES;
    /// 督查.
    Inspections = "inspections", INSPECTIONS;
    /// 储备与转化.
    Health = "health", HEALTH;
    /// 总览.
    Overview = "overview", OVERVIEW;
    /// 进度.
    Progress = "progress", PROGRESS;
    /// 目标任务.
    Targets = "targets", TARGETS;
    /// 考核得分.
    Scores = "scores", SCORES;
    /// 竞赛.
    Contests = "contests", CONTESTS;
    /// 过堂.
    Hearings = "hearings", HEARINGS;
    /// 通报.
    Bulletins = "bulletins", BULLETINS;
    /// 考核办法.
    Rules = "rules", RULES;
}

impl Work {
    /// The pages of 行动, in order.
    pub const ACTIONS: &'static [Work] = &[
        Work::Calendar,
        Work::Trips,
        Work::Receptions,
        Work::Events,
        Work::Leaders,
        Work::Posts,
        Work::Teams,
    ];
    /// The pages of 监督, in order.
    pub const SUPERVISION: &'static [Work] = &[
        Work::Warnings,
        Work::Responsibility,
        Work::Issues,
        Work::Permits,
        Work::Promises,
        Work::Inspections,
        Work::Health,
    ];
    /// The pages of 考核, in order.
    pub const ASSESSMENT: &'static [Work] = &[
        Work::Overview,
        Work::Progress,
        Work::Targets,
        Work::Scores,
        Work::Contests,
        Work::Hearings,
        Work::Bulletins,
        Work::Rules,
    ];

    /// The page at an address such as `/actions/trips`.
    pub fn at(folder: &str, word: &str) -> Option<Work> {
        Work::ALL.iter().copied().find(|work| work.folder() == folder && work.word() == word)
    }

    /// The word of its place in the address.
    pub const fn folder(self) -> &'static str {
        match self.place() {
            Place::Supervision => "supervision",
            Place::Assessment => "assessment",
            _ => "actions",
        }
    }

    /// The place it belongs to.
    pub const fn place(self) -> Place {
        match self {
            Work::Calendar | Work::Trips | Work::Receptions | Work::Events => Place::Actions,
            Work::Leaders | Work::Posts | Work::Teams => Place::Actions,
            Work::Overview | Work::Progress | Work::Targets | Work::Scores => Place::Assessment,
            Work::Contests | Work::Hearings | Work::Bulletins | Work::Rules => Place::Assessment,
            _ => Place::Supervision,
        }
    }

    /// The page where records of a kind are listed.
    pub const fn of_kind(kind: Kind) -> Option<Work> {
        Some(match kind {
            Kind::OutboundTrip => Work::Trips,
            Kind::Reception => Work::Receptions,
            Kind::PromotionEvent => Work::Events,
            Kind::LeaderActivity => Work::Leaders,
            Kind::DutyMonth => Work::Posts,
            Kind::Station | Kind::Ambassador | Kind::Training => Work::Teams,
            Kind::Issue => Work::Issues,
            Kind::Permit | Kind::PermitTemplate => Work::Permits,
            Kind::PolicyPromise => Work::Promises,
            Kind::Inspection => Work::Inspections,
            Kind::Target | Kind::Figure | Kind::KeyTask => Work::Targets,
            Kind::Contest | Kind::Nomination => Work::Contests,
            Kind::Hearing | Kind::Pledge => Work::Hearings,
            Kind::Bulletin => Work::Bulletins,
            _ => return None,
        })
    }
}
