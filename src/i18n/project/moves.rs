//! Words of the dialogs that move a project.

use crate::i18n::{Lang, Text};

/// When the milestone happened.
pub const EVENT_DATE: Text = Text::new("发生日期", "Date");
/// Another bureau's date.
pub const OTHER_DATE: Text = Text::new("其他部门口径日期", "Other bureau's date");
/// What that is.
pub const OTHER_DATE_HELP: Text = Text::new(
    "发改、经信等部门认定的日期不同时，在此另记",
    "Where two bureaus hold different dates for the same event",
);
/// 协议类型.
pub const AGREEMENT: Text = Text::new("协议类型", "Type of agreement");
/// Milestones passed on the way.
pub const PASSED: Text = Text::new("途经的节点", "Milestones on the way");
/// They may stay open.
pub const PASSED_HELP: Text =
    Text::new("知道日期就补上，不知道可空着", "Add the dates you know; the others may stay open");
/// 佐证材料.
pub const EVIDENCE: Text = Text::new("佐证材料", "Evidence");
/// How to fill it in.
pub const EVIDENCE_HELP: Text = Text::new(
    "有哪样填哪样：编号、文件名或存放处",
    "Fill in what you have: number, file name or where it is kept",
);
/// Inside an empty line of evidence.
pub const EVIDENCE_HINT: Text = Text::new("编号、文件名或说明", "Number, file name or note");
/// Adds a kind of evidence.
pub const ADD_EVIDENCE: Text = Text::new("添加其他材料", "Add another kind");
/// A remark.
pub const NOTE: Text = Text::new("说明或审核意见", "Remark or reviewer's opinion");
/// The review.
pub const REVIEW: Text = Text::new("审核", "Review");
/// 认定日期.
pub const RECOGNISED_ON: Text = Text::new("认定日期", "Recognised on");
/// 审核人.
pub const REVIEWER: Text = Text::new("审核人", "Reviewer");
/// The office counts recognised milestones only.
pub const STRICT_HELP: Text = Text::new(
    "本单位按认定计阶段：认定后项目才进入该阶段。",
    "This office counts recognised milestones only: the project moves once this one is recognised.",
);
/// Saves a milestone or an exit.
pub const RECORD: Text = Text::new("登记", "Record");
/// The date lies ahead.
pub const DATE_AHEAD: Text =
    Text::new("日期在今天之后，请确认已经发生", "The date lies ahead: has it happened?");

/// The date is before an earlier milestone.
pub fn date_before(l: Lang, milestone: &str, on: &str) -> String {
    match l {
        Lang::Zh => format!("早于{milestone}日期 {on}，请核对"),
        Lang::En => format!("Before {milestone} ({on}): please check"),
    }
}

/// The date is after a later milestone.
pub fn date_after(l: Lang, milestone: &str, on: &str) -> String {
    match l {
        Lang::Zh => format!("晚于{milestone}日期 {on}，请核对"),
        Lang::En => format!("After {milestone} ({on}): please check"),
    }
}

/// Title of the milestone dialog.
pub fn milestone_title(l: Lang, project: &str, milestone: &str) -> String {
    match l {
        Lang::Zh => format!("{milestone}：{project}"),
        Lang::En => format!("{milestone}: {project}"),
    }
}

/// Title of the question before a step back.
pub fn step_back_title(l: Lang, project: &str, stage: &str) -> String {
    match l {
        Lang::Zh => format!("退回到{stage}：{project}"),
        Lang::En => format!("Back to {stage}: {project}"),
    }
}

/// What will happen.
pub const STEP_BACK_TEXT: Text = Text::new(
    "以下节点的日期和认定将清空，佐证材料保留。可以撤销。",
    "The dates and recognition of these milestones will be cleared; their evidence stays. You can undo this.",
);
/// The stage to go back to has no date.
pub const STEP_BACK_DATE: Text =
    Text::new("这个节点当时跳过了，请补日期", "This milestone was skipped: when was it reached?");
/// Agrees to it.
pub const TAKE_BACK: Text = Text::new("退回", "Take back");

/// Title of the exit dialog.
pub fn exit_title(l: Lang, project: &str) -> String {
    match l {
        Lang::Zh => format!("退出推进：{project}"),
        Lang::En => format!("Out of the pipeline: {project}"),
    }
}

/// Lost, withdrawn or on hold.
pub const EXIT_KIND: Text = Text::new("去向", "How");
/// Why.
pub const EXIT_REASON: Text = Text::new("原因", "Reason");
/// When.
pub const EXIT_DATE: Text = Text::new("日期", "Date");
/// More words.
pub const EXIT_NOTE: Text = Text::new("说明", "Note");
