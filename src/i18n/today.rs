//! Today.

use super::{Lang, Text, plural};

/// Whose day is shown.
pub const WHOSE: Text = Text::new("看谁的", "Whose day");
/// The projects I follow.
pub const MINE: Text = Text::new("我的", "Mine");
/// The projects of everybody.
pub const EVERYONE: Text = Text::new("全部", "Everyone");
/// Steps due before today.
pub const OVERDUE: Text = Text::new("已逾期的下一步", "Overdue next steps");
/// Steps due today.
pub const DUE_TODAY: Text = Text::new("今天要办", "Due today");
/// Steps due later this week.
pub const THIS_WEEK: Text = Text::new("本周后几天", "Later this week");
/// Projects without a follow-up for too long.
pub const STALE: Text = Text::new("超期未跟进", "Not followed up in time");
/// Projects that have no dated next step.
pub const WITHOUT_NEXT: Text = Text::new("没有下一步的项目", "Projects without a next step");
/// Ticks a step off.
pub const TICK: Text = Text::new("办结", "Done");
/// Opens the project to note a follow-up.
pub const FOLLOW_UP: Text = Text::new("跟进", "Follow up");
/// A step that was dated but not worded.
pub const STEP_UNNAMED: Text = Text::new("（未写明）", "(not stated)");
/// Nothing is overdue, due or stale.
pub const ALL_DONE: Text = Text::new("没有要办的事", "Nothing is due");
/// What to do then.
pub const ALL_DONE_HINT: Text = Text::new(
    "没有逾期和本周到期的下一步，也没有超期未跟进的项目。",
    "No step is overdue or due this week, and every project was followed up in time.",
);
/// There is no project at all.
pub const NO_PROJECTS: Text = Text::new("还没有项目", "No projects yet");
/// What this page is for.
pub const NO_PROJECTS_HINT: Text = Text::new(
    "登记或导入项目后，这里列出每天要办的下一步和需要跟进的项目。",
    "Once projects are registered or imported, this page lists what to do each day.",
);
/// To the import.
pub const IMPORT: Text = Text::new("导入台账", "Import a ledger");
/// Nobody of that name owns a project.
pub const NOT_ME: Text =
    Text::new("没有以您为跟踪负责人的项目，以下是全部项目。", "You own no project; these are everyone's.");
/// I own no project, and asked for mine.
pub const NONE_MINE: Text = Text::new("没有以您为跟踪负责人的在管项目", "You own no open project");
/// How it comes to be listed.
pub const NONE_MINE_HINT: Text = Text::new(
    "项目的跟踪负责人写成您之后，就列在这里。",
    "Projects that name you as their owner are listed here.",
);
/// To the table of all such projects.
pub const SEE_ALL: Text = Text::new("查看全部", "See all");

/// How many open projects the list covers.
pub fn covers(l: Lang, n: usize) -> String {
    match l {
        Lang::Zh => format!("在管项目 {n} 个"),
        Lang::En => plural(n, "open project", "open projects"),
    }
}

/// How long a step is overdue.
pub fn overdue_by(l: Lang, days: usize) -> String {
    match l {
        Lang::Zh => format!("逾期 {days} 天"),
        Lang::En => plural(days, "day overdue", "days overdue"),
    }
}

/// When a project was followed up last, in words such as 3 天前.
pub fn followed_up(l: Lang, when: &str) -> String {
    match l {
        Lang::Zh => format!("{when}跟进"),
        Lang::En => format!("followed up {when}"),
    }
}

/// How far beyond its limit a project is.
pub fn over_by(l: Lang, days: i32) -> String {
    match l {
        Lang::Zh => format!("超 {days} 天"),
        Lang::En => plural(usize::try_from(days).unwrap_or_default(), "day over", "days over"),
    }
}
