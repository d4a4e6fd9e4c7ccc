//! 假如: what would follow if projects got somewhere by a day.

use super::{Lang, Text, marks};
use crate::domain::Date;

/// The name of it.
pub const SUPPOSE: Text = Text::new("假如…", "What if…");
/// What it does.
pub const HELP: Text = Text::new(
    "选几个项目，设一个节点和日期，看得分和名次会怎样。只在屏幕上算，不写入台账。",
    "Choose projects, a milestone and a day, and see what scores and places would be. Nothing is written.",
);
/// The projects.
pub const PROJECTS: Text = Text::new("项目", "Projects");
/// The milestone.
pub const MILESTONE: Text = Text::new("达到节点", "Reach");
/// The day.
pub const ON: Text = Text::new("日期", "On");
/// Supposes it.
pub const APPLY: Text = Text::new("试算", "See what follows");
/// Gives everything up.
pub const LEAVE: Text = Text::new("退出假设", "Leave");

/// Takes one away.
pub fn without(l: Lang, what: &str) -> String {
    match l {
        Lang::Zh => format!("去掉：{what}"),
        Lang::En => format!("Remove {what}"),
    }
}

/// One supposition.
pub fn supposed(l: Lang, project: &str, on: Date, milestone: Text) -> String {
    match l {
        Lang::Zh => format!("{project} {on} {}", milestone.get(l)),
        Lang::En => format!("{project}: {} on {on}", milestone.get(l).to_lowercase()),
    }
}

/// What day the scores are of.
pub fn until(l: Lang, day: Date) -> String {
    match l {
        Lang::Zh => format!("按 {day} 计分，其余项目以已录入的为准。"),
        Lang::En => format!("Scored as of {day}, with everything else as it is entered."),
    }
}

/// A change of place.
pub fn moved(l: Lang, who: &str, before: usize, now: usize, gain: &str) -> String {
    match l {
        Lang::Zh => format!("{who} 第 {before} → 第 {now}（{gain}）"),
        Lang::En => format!("{who} {before} → {now} ({gain})"),
    }
}

/// All changes of place.
pub fn moves(l: Lang, all: &[String]) -> String {
    match (all.is_empty(), l) {
        (true, Lang::Zh) => "名次不变。".to_owned(),
        (true, Lang::En) => "No place changes.".to_owned(),
        (false, Lang::Zh) => format!("名次变化：{}。", all.join(marks::listing(l))),
        (false, Lang::En) => format!("Places: {}.", all.join(marks::listing(l))),
    }
}
