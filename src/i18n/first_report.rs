//! 首报首谈: who reported a project first, on the sheet of a project and in the register of all.

use super::format::count;
use super::{Lang, Text};
use crate::rules::first_report::Standing;

/// The panel and the register.
pub const FIRST_REPORTS: Text = Text::new("首报首谈", "First reports");
/// What the register is.
pub const LEAD: Text = Text::new(
    "谁最先报的、谁最先谈的。几个单位报了同一个项目，先在“查重”里合并，各家的首报都会列在这里，由服务中心认定。",
    "Who reported and talked first. Where several units registered one project, merge it under Duplicates: \
     each unit's report is then listed here, and the centre rules.",
);
/// Who says to have been first.
pub const UNIT: Text = Text::new("首报单位", "Unit");
/// The recruiter.
pub const PERSON: Text = Text::new("首谈人", "First talked by");
/// When.
pub const WHEN: Text = Text::new("首报时间", "Reported");
/// The day, in the form.
pub const DAY: Text = Text::new("首报日期", "Day");
/// The time of day, in the form.
pub const TIME: Text = Text::new("时刻", "Time");
/// A time that cannot be read.
pub const WRONG_TIME: Text = Text::new("请写成 14:30", "Write 14:30");
/// What shows it.
pub const EVIDENCE: Text = Text::new("佐证", "Evidence");
/// Its number or a note.
pub const EVIDENCE_NOTE: Text = Text::new("佐证编号或说明", "Number or note");
/// How it stands.
pub const STANDING: Text = Text::new("认定", "Ruling");
/// The project.
pub const PROJECT: Text = Text::new("项目", "Project");
/// Files a report.
pub const FILE: Text = Text::new("登记首报", "File a first report");
/// Saves it.
pub const SAVE: Text = Text::new("登记", "File");
/// Rules for this one.
pub const RULE: Text = Text::new("认定为首报", "Rule that it was first");
/// On what ground.
pub const GROUNDS: Text = Text::new("认定依据", "Grounds");
/// What counts as grounds.
pub const GROUNDS_HINT: Text =
    Text::new("如：先交确认表，见会议纪要", "For example: handed in the form first; see the minutes");
/// What a ruling does.
pub const RULE_TEXT: Text = Text::new(
    "其他单位的首报记为不予认定，项目的首谈单位随之改定。可以撤销，也可以改认。",
    "The other units' reports are marked as not recognised, and the project names this unit. It can be undone or ruled anew.",
);
/// It is the one.
pub const RECOGNISED: Text = Text::new("已认定", "Recognised");
/// It is not.
pub const REFUSED: Text = Text::new("不予认定", "Not recognised");
/// Nobody filed; the registration of the project stands for it.
pub const BY_REGISTRATION: Text = Text::new("按项目登记", "By registration");
/// No evidence is named.
pub const NO_EVIDENCE: Text = Text::new("无佐证", "No evidence");
/// Nobody says which unit.
pub const NO_UNIT: Text = Text::new("单位未填", "Unit not stated");
/// Nothing to show.
pub const NONE: Text = Text::new("这里没有项目", "No projects here");
/// Why not.
pub const NONE_TEXT: Text =
    Text::new("换一个分类看看，或者先登记项目。", "Choose another group, or register a project first.");
/// All of them.
pub const ALL: Text = Text::new("全部", "All");
/// What is shown.
pub const SHOW: Text = Text::new("显示", "Show");
/// The name of the file.
pub const FILE_NAME: Text = Text::new("首报首谈登记簿", "Register of first reports");
/// Another day's entry is told beside what is claimed.
pub fn entered(l: Lang, when: &str) -> String {
    match l {
        Lang::Zh => format!("录入于 {when}"),
        Lang::En => format!("entered {when}"),
    }
}

/// How claims stand.
pub const fn standing(standing: Standing) -> Text {
    match standing {
        Standing::Disputed => Text::new("有争议", "Disputed"),
        Standing::Sole => Text::new("待认定", "Not ruled on"),
        Standing::Ruled => Text::new("已认定", "Ruled"),
        Standing::Nobody => Text::new("无首报单位", "No unit"),
    }
}

/// A standing with how many projects stand so.
pub fn counted(l: Lang, words: Text, n: usize) -> String {
    format!("{} {}", words.get(l), count(n))
}

/// A ruling, when and why.
pub fn ruled(l: Lang, words: Text, on: &str, note: &str) -> String {
    let on = if on.is_empty() { String::new() } else { format!(" {on}") };
    match (l, note.is_empty()) {
        (_, true) => format!("{}{on}", words.get(l)),
        (Lang::Zh, false) => format!("{}{on}：{note}", words.get(l)),
        (Lang::En, false) => format!("{}{on}: {note}", words.get(l)),
    }
}
