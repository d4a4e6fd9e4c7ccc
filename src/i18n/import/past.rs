//! Imports that were made, and taking one back.

use crate::i18n::{Lang, Text, format, plural};

/// The list.
pub const PAST: Text = Text::new("导入过的台账", "Ledgers imported before");
/// Takes an import back.
pub const TAKE_BACK: Text = Text::new("整批撤回", "Take back whole");
/// It was taken back.
pub const TAKEN_BACK: Text = Text::new("已撤回", "Taken back");
/// A file without a name: pasted cells.
pub const PASTED: Text = Text::new("粘贴的单元格", "Pasted cells");
/// Title of the question.
pub const TAKE_BACK_TITLE: Text = Text::new("撤回这次导入？", "Take this import back?");
/// What people have worked on since goes too.
pub const WORKED_ON_TOO: Text =
    Text::new("这些也一并撤回，连同跟进和到资", "Take these back too, with follow-ups and tranches");
/// Nothing of it is left.
pub const NOTHING_LEFT: Text = Text::new(
    "这次导入带来的内容都已改过或删去，没有可撤回的。",
    "All it brought was changed or deleted since; nothing is left to take back.",
);
/// It can be undone.
pub const CAN_BE_UNDONE: Text = Text::new("撤回之后还可以按“撤销”恢复。", "Undo brings everything back.");

/// "2026-09-30 08:15 · 李海燕"
pub fn by(when: &str, who: &str) -> String {
    if who.is_empty() { when.to_owned() } else { format!("{when} · {who}") }
}

/// "新增 60 · 更新 2 · 未导入 1"
pub fn counts(l: Lang, created: usize, updated: usize, left_out: usize) -> String {
    let parts = match l {
        Lang::Zh => [("新增", created), ("更新", updated), ("未导入", left_out)],
        Lang::En => [("new", created), ("updated", updated), ("left out", left_out)],
    };
    let word = |(word, n): (&str, usize)| match l {
        Lang::Zh => format!("{word} {}", format::count(n)),
        Lang::En => format!("{} {word}", format::count(n)),
    };
    parts.into_iter().filter(|(_, n)| *n > 0).map(word).collect::<Vec<_>>().join(" · ")
}

/// What would happen: "撤去 58 个项目，2 个项目恢复导入前的内容；3 处后来改过的保持不变。"
pub fn outcome(l: Lang, (going, trips): (usize, usize), put_back: usize, kept: usize) -> String {
    let n = format::count;
    match l {
        Lang::Zh => {
            let mut parts = Vec::new();
            if going > 0 {
                parts.push(format!("撤去 {} 个项目", n(going)));
            }
            if trips > 0 {
                parts.push(format!("撤去 {} 次外出", n(trips)));
            }
            if put_back > 0 {
                parts.push(format!("{} 个项目恢复导入前的内容", n(put_back)));
            }
            if kept > 0 {
                parts.push(format!("{} 处后来改过的保持不变", n(kept)));
            }
            format!("{}。", parts.join("，"))
        }
        Lang::En => {
            let mut parts = Vec::new();
            if going > 0 {
                parts.push(format!("{} removed", plural(going, "project", "projects")));
            }
            if trips > 0 {
                parts.push(format!("{} removed", plural(trips, "trip", "trips")));
            }
            if put_back > 0 {
                parts.push(format!("{} put back as before", plural(put_back, "project", "projects")));
            }
            if kept > 0 {
                parts.push(format!("{} changed since stay", plural(kept, "value", "values")));
            }
            format!("{}.", parts.join(", "))
        }
    }
}

/// "其中 3 个项目导入后有人改过或跟进过，保留："
pub fn worked_on(l: Lang, n: usize) -> String {
    match l {
        Lang::Zh => format!("{} 个项目导入后改过或跟进过，留下不撤：", format::count(n)),
        Lang::En => format!("{} worked on since, not taken back:", plural(n, "project", "projects")),
    }
}

/// "等 12 个"
pub fn and_more(l: Lang, n: usize) -> String {
    match l {
        Lang::Zh => format!("另有 {} 个", format::count(n)),
        Lang::En => format!("and {} more", format::count(n)),
    }
}
