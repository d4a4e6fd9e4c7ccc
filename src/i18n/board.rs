//! The board: columns by stage.

use super::format::{MoneyUnit, count, money_cell};
use super::{Lang, Text, plural};

/// Registers a project.
pub const NEW: Text = Text::new("登记项目", "New project");
/// A workspace without a project.
pub const EMPTY: Text = Text::new("还没有项目", "No projects yet");
/// How there come to be some.
pub const EMPTY_TEXT: Text = Text::new(
    "看板按阶段排列全部项目。从现有台账导入，或登记第一个项目。",
    "The board lists all projects by stage. Import your ledger, or register the first project.",
);
/// The column of projects that left the pipeline.
pub const EXITS: Text = Text::new("已退出", "Left");
/// Menu of a card.
pub const MOVE_TO: Text = Text::new("移到…", "Move to…");
/// Heading over the ways out of the pipeline.
pub const TAKE_OUT: Text = Text::new("退出", "Take out");
/// The date on a card.
pub const NEXT: Text = Text::new("下一步时间", "Next step");
/// Before a date that has passed.
pub const LATE: Text = Text::new("逾期", "late");
/// The card before, in the panel.
pub const PREVIOUS: Text = Text::new("上一张", "Previous card");
/// The card after, in the panel.
pub const NEXT_CARD: Text = Text::new("下一张", "Next card");
/// The row of filters.
pub const FILTER: Text = Text::new("筛选", "Filter");
/// The search box of the board.
pub const SEARCH: Text = Text::new("筛选名称、拼音首字母", "Filter by name");
/// Only the projects of the user.
pub const MINE: Text = Text::new("只看我的", "Only mine");
/// Takes all filters off.
pub const CLEAR: Text = Text::new("清除筛选", "Clear filters");
/// How cards are moved with the keyboard.
pub const KEYS: Text = Text::new(
    "方向键选择卡片，回车打开，空格拿起；拿起后用方向键移动，空格放下，Esc 取消。",
    "Arrow keys choose a card, Enter opens it, Space lifts it. Then the arrow keys move it, Space drops it, Escape cancels.",
);
/// The keys of a card, for the list of shortcuts.
pub const CARD_KEYS: [(&str, Text); 6] = [
    ("ArrowUp ArrowDown ArrowLeft ArrowRight", Text::new("选择卡片", "Choose a card")),
    ("Home", Text::new("本列第一张卡片", "First card of the column")),
    ("End", Text::new("本列最后一张卡片", "Last card of the column")),
    ("Enter", Text::new("打开卡片", "Open the card")),
    ("Space", Text::new("拿起卡片，再按一次放下", "Lift the card, and drop it")),
    ("Escape", Text::new("把拿起的卡片放回原处", "Put the lifted card back")),
];
/// Spoken when a card was dropped.
pub const DROPPED: Text = Text::new("已放下", "Dropped");
/// Spoken when a lifted card was let go.
pub const LET_GO: Text = Text::new("已取消，卡片留在原处", "Cancelled. The card is where it was");

/// Shows the column of exits.
pub fn show_exits(l: Lang, n: &str) -> String {
    match l {
        Lang::Zh => format!("已退出 {n}"),
        Lang::En => format!("Left ({n})"),
    }
}

/// How many projects are shown.
pub fn n_projects(l: Lang, n: usize) -> String {
    match l {
        Lang::Zh => format!("{} 个项目", count(n)),
        Lang::En => plural(n, "project", "projects"),
    }
}

/// The sum of a column, to a hundredth of 亿元 or a million yuan.
pub fn sum(l: Lang, yuan: i64) -> String {
    match l {
        Lang::Zh => format!("{} {}", money_cell(MoneyUnit::Yi, yuan, 2), MoneyUnit::Yi.name(l)),
        Lang::En => format!("CNY {} m", money_cell(MoneyUnit::Million, yuan, 0)),
    }
}

/// A column, for screen readers.
pub fn column(l: Lang, stage: &str, n: usize) -> String {
    let n = n_projects(l, n);
    match l {
        Lang::Zh => format!("{stage}，{n}"),
        Lang::En => format!("{stage}, {n}"),
    }
}

/// Spoken when a card is lifted.
pub fn lifted(l: Lang, name: &str) -> String {
    match l {
        Lang::Zh => format!("已拿起 {name}。用方向键移动，空格放下，Esc 取消"),
        Lang::En => format!("Lifted {name}. Arrow keys move it, Space drops it, Escape cancels"),
    }
}

/// Spoken while a card is moved: the column, and the place in it.
pub fn over(l: Lang, stage: &str, at: usize, of: usize) -> String {
    match l {
        Lang::Zh => format!("{stage}，第 {at} 位，共 {of} 位"),
        Lang::En => format!("{stage}, place {at} of {of}"),
    }
}
