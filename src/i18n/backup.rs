//! Backups: made by hand, made by itself into a folder, and reminded of.

use super::format::file_size;
use super::{Lang, Text, plural};
use crate::rules::backups::Limit;

/// What the names of backup files begin with, in either language: a laptop must know its own again.
pub const FILE_PREFIX: &str = "招商簿备份";

/// Heading.
pub const BACKUP: Text = Text::new("备份", "Backup");
/// What a backup is.
pub const BACKUP_TEXT: Text = Text::new(
    "一个文件装下全部数据和历史，可存到 U 盘。恢复时先预览，再合并。",
    "One file holds everything with its history, for a USB stick. To restore it, look at it first, then merge it.",
);
/// Makes one.
pub const NOW: Text = Text::new("立即备份", "Back up now");
/// Leads to where files are received.
pub const RESTORE: Text = Text::new("从备份恢复…", "Restore from a backup…");
/// When the last was made.
pub const LAST: Text = Text::new("上次备份", "Last backup");
/// There was none yet.
pub const NEVER: Text = Text::new("还没有备份过", "None yet");
/// Automatic backups.
pub const AUTOMATIC: Text = Text::new("自动备份", "Automatic backup");
/// Lets the user pick the folder.
pub const PICK: Text = Text::new("选择备份文件夹…", "Choose a folder…");
/// Another folder.
pub const PICK_OTHER: Text = Text::new("换一个文件夹…", "Another folder…");
/// No more automatic backups.
pub const STOP: Text = Text::new("停止自动备份", "Stop");
/// Lets the browser write again.
pub const ALLOW: Text = Text::new("允许写入", "Allow");
/// Tries again.
pub const RETRY: Text = Text::new("重试", "Try again");
/// What automatic backups are.
pub const AUTOMATIC_TEXT: Text = Text::new(
    "选定文件夹后，改动十分钟内自动存入一份。旧的逐步稀疏：两天内每小时一份，两周内每天一份，两个月内每周一份，再早每月一份。",
    "Once a folder is chosen, changes are backed up within ten minutes. Older backups thin out: one an hour for two days, one a day for two weeks, one a week for two months, then one a month.",
);
/// This browser cannot.
pub const UNSUPPORTED: Text = Text::new(
    "这个浏览器不让网页写入文件夹（Chrome 和 Edge 可以），所以到数提醒。",
    "This browser lets no page write into a folder (Chrome and Edge do), so you are reminded instead.",
);
/// After how many changes to remind.
pub const REMIND: Text = Text::new("提醒备份", "Remind me");
/// Puts a reminder off.
pub const LATER: Text = Text::new("以后再说", "Later");
/// Backups in the folder.
pub const KEPT: Text = Text::new("备份文件夹里的备份", "Backups in the folder");
/// Looks at one.
pub const LOOK: Text = Text::new("预览", "Preview");
/// Made by another laptop.
pub const OTHER_COMPUTER: Text = Text::new("另一台电脑", "another computer");
/// It could not be read.
pub const UNREADABLE: Text = Text::new(
    "读不出这个备份，请看文件夹是否还在。",
    "This backup cannot be read. Check that the folder is still there.",
);
/// The browser promised to keep the data.
pub const PROMISED: Text = Text::new(
    "浏览器已承诺长期保存本机数据，不会自动清理。",
    "The browser promised to keep the data on this computer and not to clear it by itself.",
);
/// The browser did not.
pub const NOT_PROMISED: Text = Text::new(
    "浏览器没有承诺长期保存本机数据，请在“设置 · 本机与备份”设好备份。",
    "The browser did not promise to keep the data. Set up backups under Settings, This computer.",
);

/// A choice of the reminder.
pub fn limit(l: Lang, Limit(n): Limit) -> String {
    match (l, n) {
        (Lang::Zh, 0) => "不提醒".to_owned(),
        (Lang::En, 0) => "Never".to_owned(),
        (Lang::Zh, n) => format!("每 {n} 次改动"),
        (Lang::En, n) => format!("Every {n} changes"),
    }
}

/// How much is in no backup.
pub fn unbacked(l: Lang, changes: usize) -> String {
    match (l, changes) {
        (Lang::Zh, 0) => "此后没有改动".to_owned(),
        (Lang::En, 0) => "nothing changed since".to_owned(),
        (Lang::Zh, n) => format!("此后有 {n} 次改动"),
        (Lang::En, n) => format!("{} since", plural(n, "change", "changes")),
    }
}

/// The reminder.
pub fn reminder(l: Lang, changes: usize) -> String {
    match l {
        Lang::Zh => format!("已有 {changes} 次改动还没有备份。"),
        Lang::En => format!("{} not in any backup yet.", plural(changes, "change is", "changes are")),
    }
}

/// The browser's room for the page becomes short.
pub fn room_short(l: Lang, used: u64, allowed: u64) -> String {
    let (used, allowed) = (file_size(used), file_size(allowed));
    match l {
        Lang::Zh => format!(
            "浏览器给本页的空间已用 {used}，上限 {allowed}，快满了。请先备份，再清理这台电脑的磁盘；数据还都在，存不下时会告诉您，不会只存一半。"
        ),
        Lang::En => format!(
            "{used} of the {allowed} that the browser allows this page are used. Make a backup, then make room on this computer's disk. Everything is still kept; should something not fit you will be told, and nothing is written by halves."
        ),
    }
}

/// Backups go into this folder.
pub fn goes_to(l: Lang, folder: &str) -> String {
    match l {
        Lang::Zh => format!("自动存入文件夹“{folder}”"),
        Lang::En => format!("Into the folder “{folder}”, by itself"),
    }
}

/// The browser wants the user to allow the folder again.
pub fn closed(l: Lang, folder: &str) -> String {
    match l {
        Lang::Zh => format!("自动备份要写入文件夹“{folder}”，浏览器需要你再允许一次。"),
        Lang::En => format!(
            "Automatic backups go into the folder “{folder}”; the browser needs you to allow it again."
        ),
    }
}

/// The folder could not be written to.
pub fn failed(l: Lang, folder: &str) -> String {
    match l {
        Lang::Zh => format!("自动备份写不进文件夹“{folder}”：可能已移走，或磁盘已满。每分钟再试一次。"),
        Lang::En => format!(
            "The automatic backup could not be written into the folder “{folder}”: it may have been moved, or the disk is full. It is tried again every minute."
        ),
    }
}
