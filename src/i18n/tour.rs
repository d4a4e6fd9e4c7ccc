//! 观摩 and 集中开工: the stops of an event and its route sheet.

use super::{Lang, Text, plural};

/// The stops.
pub const STOPS: Text = Text::new("路线", "Route");
/// The printed sheet.
pub const SHEET: Text = Text::new("路线单", "Route sheet");
/// Prints it.
pub const PRINT: Text = Text::new("打印", "Print");
/// Adds a stop.
pub const ADD: Text = Text::new("添加一站（项目）", "Add a stop (a project)");
/// What is to be told at a stop.
pub const TO_TELL: Text = Text::new("讲解要点", "What to tell");
/// How far the project has come.
pub const STAGE: Text = Text::new("阶段", "Stage");
/// No stop yet.
pub const NO_STOPS: Text = Text::new(
    "按参观顺序添加项目，每站写讲解要点，再打印路线单。",
    "Add projects in the order of the tour, write what to tell at each, then print the route sheet.",
);
/// The event in the address is not there.
pub const GONE: Text = Text::new("没有这场活动", "There is no such event");
/// What to do then.
pub const GONE_TEXT: Text =
    Text::new("请从活动列表打开路线单。", "Open the route sheet from the list of events.");
/// Leads back to the event.
pub const BACK: Text = Text::new("返回活动", "Back to the event");

/// A stop by its number: `第 2 站`.
pub fn stop(l: Lang, n: usize) -> String {
    match l {
        Lang::Zh => format!("第 {n} 站"),
        Lang::En => format!("Stop {n}"),
    }
}

/// How many stops: `共 5 站`.
pub fn stops(l: Lang, n: usize) -> String {
    match l {
        Lang::Zh => format!("共 {n} 站"),
        Lang::En => plural(n, "stop", "stops"),
    }
}

/// Moves a stop forward, by its name.
pub fn earlier(l: Lang, name: &str) -> String {
    match l {
        Lang::Zh => format!("前移：{name}"),
        Lang::En => format!("Earlier: {name}"),
    }
}

/// Moves it back.
pub fn later(l: Lang, name: &str) -> String {
    match l {
        Lang::Zh => format!("后移：{name}"),
        Lang::En => format!("Later: {name}"),
    }
}

/// Takes it out.
pub fn drop(l: Lang, name: &str) -> String {
    match l {
        Lang::Zh => format!("去掉：{name}"),
        Lang::En => format!("Remove: {name}"),
    }
}
