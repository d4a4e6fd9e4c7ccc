//! 附件: photos, scans and other files of a project.

use super::format::{count, file_size};
use super::plural::plural;
use super::{Lang, Text};
use crate::exchange::parcel::{Excess, MAX_CONTENTS, MAX_COUNT};
use crate::rules::attachments::{LARGEST, MOST, Refused};

/// The panel.
pub const ATTACHMENTS: Text = Text::new("附件", "Attachments");
/// Where files are dropped.
pub const DROP: Text =
    Text::new("照片、扫描件、凭证；截图可直接粘贴", "Photos, scans, evidence; a screenshot may be pasted");
/// Files are being read.
pub const TAKING: Text = Text::new("正在存入", "Storing");
/// A file that is in the browser of another computer only.
pub const ELSEWHERE: Text = Text::new("内容不在这台电脑", "Content not on this computer");
/// What can be done about it.
pub const ELSEWHERE_TEXT: Text = Text::new(
    "登记随文件来了，内容没有来。请登记人“发送”时勾选“连同附件”，或在这里放入同一个文件：内容一致就会补上。",
    "The record came and its content did not. Ask who recorded it to send “with attachments”, or drop the same file here: \
     if the content is the same, it is filled in.",
);
/// A content that is not what it was.
pub const DAMAGED: Text = Text::new(
    "内容读不出，或与登记时不同。在这里放入原文件，可以补上。",
    "The content cannot be read or is not what it was. Drop the original file here to restore it.",
);
/// Opens an attachment.
pub const SHOW: Text = Text::new("查看附件", "Show attachment");
/// Shows it in a tab of the browser.
pub const OPEN: Text = Text::new("打开", "Open");
/// Saves it as a file.
pub const SAVE: Text = Text::new("另存", "Save a copy");
/// The one before.
pub const PREVIOUS: Text = Text::new("上一个", "Previous");
/// The one after.
pub const NEXT: Text = Text::new("下一个", "Next");
/// Deletes it.
pub const DELETE: Text = Text::new("删除", "Delete");
/// What it is evidence of.
pub const EVIDENCE_OF: Text = Text::new("佐证节点", "Evidence of");
/// Of no milestone.
pub const OF_NONE: Text = Text::new("不作佐证", "None");
/// Nothing can be shown of it here.
pub const NO_PICTURE: Text = Text::new("这类文件不在这里显示。", "Files of this sort are not shown here.");
/// The browser keeps no files.
pub const NO_PLACE: Text = Text::new(
    "这个浏览器窗口存不了附件（无痕窗口常如此）。请换普通窗口。",
    "This browser window cannot keep attachments, as private windows often cannot. Use an ordinary window.",
);
/// The file is being read.
pub const LOADING: Text = Text::new("正在读取…", "Reading…");

/// Why files were not attached, and what to do.
pub fn refused(l: Lang, of: Refused, names: &[String]) -> String {
    let which = match l {
        Lang::Zh => names.join("、"),
        Lang::En => names.join(", "),
    };
    let (most, largest) = (count(MOST), file_size(LARGEST));
    match (l, of) {
        (Lang::Zh, Refused::Empty) => format!("{which}：文件是空的，未存入。"),
        (Lang::En, Refused::Empty) => format!("{which}: nothing in it, not stored."),
        (Lang::Zh, Refused::TooLarge) => format!("{which}：超过 {largest}，未存入。请压缩或拆分后再放。"),
        (Lang::En, Refused::TooLarge) => {
            format!("{which}: larger than {largest}, not stored. Compress or split it first.")
        }
        (Lang::Zh, Refused::TooMany) => {
            format!("{which}：每处最多 {most} 个附件，未存入。请先删去不用的。")
        }
        (Lang::En, Refused::TooMany) => {
            format!("{which}: at most {most} attachments in one place, not stored. Delete some first.")
        }
        (Lang::Zh, Refused::Unreadable) => format!("{which}：读不出，未存入。请确认未被占用后再放。"),
        (Lang::En, Refused::Unreadable) => {
            format!("{which}: could not be read, not stored. Check that it is not in use and drop it again.")
        }
        (Lang::Zh, Refused::NoRoom) => {
            format!("{which}：浏览器空间不够，未存入。请到“设置”清除已删除附件的内容，或腾出磁盘。")
        }
        (Lang::En, Refused::NoRoom) => format!(
            "{which}: the browser has no room, not stored. Remove contents of deleted attachments in Settings, or free disk space."
        ),
        (Lang::Zh, Refused::Known) => format!("{which}：这里已有同样的附件。"),
        (Lang::En, Refused::Known) => format!("{which}: this attachment is here already."),
    }
}

/// How many, and how much: `附件 3 个，12 MB`.
pub fn told(l: Lang, n: usize, bytes: u64) -> String {
    match l {
        Lang::Zh => format!("附件 {} 个，{}", count(n), file_size(bytes)),
        Lang::En => format!("{}, {}", plural(n, "attachment", "attachments"), file_size(bytes)),
    }
}

/// Sends attachments along.
pub fn along(l: Lang, n: usize, bytes: u64) -> String {
    match l {
        Lang::Zh => format!("连同附件（{} 个，{}），存为 .zip", count(n), file_size(bytes)),
        Lang::En => {
            format!("With {}, {}, as a .zip", plural(n, "attachment", "attachments"), file_size(bytes))
        }
    }
}

/// Contents that are not here cannot be sent.
pub fn left_out(l: Lang, n: usize) -> String {
    match l {
        Lang::Zh => format!("其中 {} 个的内容不在这台电脑，送不出。", count(n)),
        Lang::En => {
            format!("The content of {} of them is not on this computer and cannot be sent.", count(n))
        }
    }
}

/// There are more than one file can hold.
pub fn too_much(l: Lang, excess: Excess) -> String {
    let most = most(l, excess);
    match l {
        Lang::Zh => format!("附件超过 {most}，一个文件装不下。请按单位或按选中的项目分几次存。"),
        Lang::En => format!(
            "The attachments exceed {most}, more than one file can hold. Save by unit or by selected projects."
        ),
    }
}

/// There are more than one file can hold, so a backup by hand was saved without them.
pub fn not_in_backup(l: Lang, excess: Excess) -> String {
    let most = most(l, excess);
    match l {
        Lang::Zh => {
            format!(
                "附件超过 {most}，一个文件装不下：这份备份里没有附件。请选择备份文件夹，或到“交换”按单位分几次存。"
            )
        }
        Lang::En => format!(
            "The attachments exceed {most}, more than one file can hold: this backup is without them. Choose a backup folder, or save them by unit in Exchange."
        ),
    }
}

/// What one file holds at most.
fn most(l: Lang, excess: Excess) -> String {
    match (excess, l) {
        (Excess::Size, _) => file_size(MAX_CONTENTS),
        (Excess::Count, Lang::Zh) => format!("{} 个", count(MAX_COUNT)),
        (Excess::Count, Lang::En) => count(MAX_COUNT),
    }
}

/// What comes along with a file, before it is merged.
pub fn brings(l: Lang, n: usize, bytes: u64) -> String {
    match l {
        Lang::Zh => format!("随文件来的附件 {} 个，{}", count(n), file_size(bytes)),
        Lang::En => format!("With {}, {}", plural(n, "attachment", "attachments"), file_size(bytes)),
    }
}

/// What of it was stored.
pub fn stored(l: Lang, stored: usize, strange: usize) -> String {
    match (l, strange) {
        (Lang::Zh, 0) => format!("存入附件 {} 个。", count(stored)),
        (Lang::En, 0) => format!("{} stored.", plural(stored, "attachment", "attachments")),
        (Lang::Zh, _) => {
            format!("存入附件 {} 个；{} 个不属于任何登记或已被改动，未存入。", count(stored), count(strange))
        }
        (Lang::En, _) => format!(
            "{} stored; {} belong to no record or were altered, and were not.",
            plural(stored, "attachment", "attachments"),
            count(strange)
        ),
    }
}

/// The browser had no room for what came along; nothing was merged.
pub const NOT_STORED: Text = Text::new(
    "附件存不下，文件没有合并，什么都没有改。请腾出磁盘空间，或让对方不带附件再发一份。",
    "There is no room for the attachments. The file was not merged and nothing was changed. Free disk space, or ask for a file without attachments.",
);

/// Attachments are being put into a file.
pub const PACKING: Text = Text::new("正在装入附件", "Packing attachments");
/// The browser had no room for a file.
pub const NOT_SAVED: Text = Text::new(
    "浏览器空间不够，文件没有存成。请按单位或按选中的项目分几次存。",
    "The browser had no room, so the file was not saved. Save by unit or by selected projects.",
);

/// The folder inside an archive.
pub const FOLDER: Text = Text::new("附件", "attachments");

/// In the settings: how much the contents take.
pub const USED: Text = Text::new("附件", "Attachments");
/// Removes what no record names.
pub const CLEAR: Text = Text::new("清除已删附件的内容", "Remove contents of deleted attachments");
/// What that does.
pub const CLEAR_TEXT: Text = Text::new(
    "已删除的附件，其内容还留着，删除可以撤销。清除后撤销只恢复登记，不恢复内容。",
    "Deleted attachments keep their content, so that deletion can be undone. Once removed, undo restores the record but not the content.",
);

/// How much contents take: here, missing, and kept for undo.
pub fn used(l: Lang, here: usize, bytes: u64, missing: usize, unused: usize) -> String {
    let mut told = told(l, here, bytes);
    if missing > 0 {
        told += &match l {
            Lang::Zh => format!("；{} 个的内容不在这台电脑", count(missing)),
            Lang::En => format!("; content of {} not on this computer", count(missing)),
        };
    }
    if unused > 0 {
        told += &match l {
            Lang::Zh => format!("；已删附件的内容 {} 个", count(unused)),
            Lang::En => format!("; {} of deleted ones", count(unused)),
        };
    }
    told
}
