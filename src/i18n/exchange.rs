//! Exchange of files between offices, and the inbox of differences.

use super::format::{count, grouped};
use super::{Lang, Text, labels, plural};
use crate::domain::{Date, Kind};
use crate::exchange::json::DeletedMeanwhile;
use crate::exchange::redact::Reader;

/// Heading over sending.
pub const SEND: Text = Text::new("发给同事", "Send");
/// What sending is.
pub const SEND_TEXT: Text = Text::new(
    "存成一个文件，用 U 盘、微信或邮件带过去。对方接收后与自己的合并，不会覆盖。",
    "Saves a file to carry by USB stick, chat or mail. The receiver merges it with their own; nothing is overwritten.",
);
/// What the file shall hold.
pub const WHAT: Text = Text::new("发哪些", "What to send");
/// All records.
pub const ALL: Text = Text::new("全部", "Everything");
/// One unit's.
pub const ONE_UNIT: Text = Text::new("一个单位的", "One unit");
/// What a colleague does not have.
pub const NEW_FOR: Text = Text::new("某位同事还没有的", "What a colleague lacks");
/// The records chosen in the table.
pub const SELECTION: Text = Text::new("选定的记录", "Selected records");
/// Which unit.
pub const UNIT: Text = Text::new("单位", "Unit");
/// Which colleague.
pub const COLLEAGUE: Text = Text::new("同事", "Colleague");
/// No colleague's file was merged yet.
pub const NO_COLLEAGUES: Text = Text::new(
    "还没有接收过同事的文件。接收一次之后，就可以只发对方没有的。",
    "No colleague's file was merged yet. After the first one you can send only what is new.",
);
/// What the file would hold.
pub const CONTENTS: Text = Text::new("文件内容", "The file holds");
/// Saves it.
pub const SAVE_FILE: Text = Text::new("存成文件", "Save the file");
/// There is nothing to send.
pub const NOTHING: Text = Text::new("没有内容", "Nothing");

/// Heading over receiving.
pub const RECEIVE: Text = Text::new("接收文件", "Receive");
/// Where files are dropped.
pub const DROP: Text = Text::new(
    "同事发来的招商簿文件（.json、.zip、.age），可以一次几个",
    "Files from colleagues (.json, .zip, .age), several at once",
);
/// Spreadsheets are imported elsewhere.
pub const SPREADSHEET: Text = Text::new("对方给的是 Excel 表？", "Were you sent a spreadsheet?");
/// Nothing was written so far.
pub const BEFORE: Text = Text::new("以下是合并前的预览，尚未写入", "A preview: nothing is written yet");
/// Merges one file.
pub const MERGE: Text = Text::new("合并", "Merge");
/// Puts the file aside.
pub const DROP_IT: Text = Text::new("不合并", "Put aside");
/// The file has nothing that is not here.
pub const KNOWN_ALL: Text = Text::new(
    "文件里的内容这里都有了，合并也不会有变化",
    "Everything in the file is here already: merging changes nothing",
);
/// The file was not read.
pub const REFUSED: Text =
    Text::new("这个文件不能接收，数据没有任何改动", "This file cannot be merged. Nothing was changed");
/// Records to be added.
pub const NEW: Text = Text::new("新增记录", "New records");
/// Values to be replaced.
pub const CHANGED: Text = Text::new("改动", "Changes");
/// Differences to be settled.
pub const CONFLICTING: Text = Text::new("双方填写不一致", "Set differently on both sides");
/// Deleted here, edited there, or the other way round.
pub const DELETED: Text = Text::new("一方删除、另一方在改", "Deleted on one side, edited on the other");
/// Differences the sender settled.
pub const SETTLED: Text = Text::new("对方已裁定的分歧", "Differences settled by them");
/// The file is from a newer version.
pub const FROM_NEWER: Text = Text::new(
    "文件来自较新的版本；不认识的内容原样保留",
    "The file is from a newer version; what is not known here is kept as it is",
);
/// The file holds stamps of this very laptop that it does not know.
pub const OWN_UNKNOWN: Text = Text::new(
    "文件里有以这台电脑名义做的、这里没有的改动：浏览器数据可能被复制或还原过。合并后这台电脑换用新编号，署名不变。",
    "The file has changes made under this computer's name that are not here: the browser profile may have been copied or restored. After the merge this computer goes on under a new number, and your name stays.",
);
/// It was merged.
pub const MERGED: Text = Text::new("已合并", "Merged");
/// It could not be merged.
pub const NOT_MERGED: Text =
    Text::new("没有合并成功，数据没有改动", "It was not merged; nothing was changed");
/// The way to the inbox.
pub const TO_INBOX: Text = Text::new("去选定", "Settle them");
/// The way to projects that two offices may both have registered.
pub const TO_DUPLICATES: Text = Text::new("查重", "Look for duplicates");
/// Heading over files merged before.
pub const HISTORY: Text = Text::new("接收记录", "Files received");
/// An empty value.
pub const NO_VALUE: Text = Text::new("空", "empty");

/// Title of the empty inbox.
pub const NO_CONFLICTS: Text = Text::new("没有待选的分歧", "No differences to settle");
/// What comes here.
pub const NO_CONFLICTS_TEXT: Text = Text::new(
    "两个单位各自改了同一项又互不知情时，两个值都会留下，在这里选定。",
    "When two offices change the same field without knowing of each other, both values are kept and the choice is made here.",
);
/// What the inbox is for.
pub const INBOX_TEXT: Text = Text::new(
    "两处在互不知情时改了同一项。现在显示的是较晚的一个；请选定，结果会随下次交换带给对方。",
    "Two offices changed the same field without knowing. The later value is shown; your choice goes out with the next exchange.",
);
/// The value shown at present.
pub const SHOWN: Text = Text::new("现在显示", "shown now");
/// Keeps the value shown.
pub const KEEP: Text = Text::new("保留这个", "Keep this");
/// Takes the other value.
pub const TAKE: Text = Text::new("改用这个", "Take this");
/// Keeps all values shown.
pub const KEEP_ALL: Text = Text::new("全部保留现在显示的", "Keep all values shown");
/// Opens an editor for a third value.
pub const OTHER_VALUE: Text = Text::new("填另一个值", "Enter another value");
/// An author without a name.
pub const SOMEONE: Text = Text::new("未署名", "Unnamed");

/// The name of a file: from whom and of which day.
pub fn file_name(l: Lang, unit: &str, day: Date) -> String {
    // What no file system takes, and spaces, which mail programs break names at.
    let unit: String = unit.chars().filter(|c| !c.is_whitespace() && !r#"\/:*?"<>|"#.contains(*c)).collect();
    let app = super::shell::APP.get(l);
    if unit.is_empty() { format!("{app}-{day}.json") } else { format!("{app}-{unit}-{day}.json") }
}

/// The name of a copy for somebody.
pub fn file_name_for(l: Lang, unit: &str, reader: Reader, day: Date) -> String {
    let whole = file_name(l, unit, day);
    let whom = redact::reader(reader).get(l).replace(' ', "-");
    whole.replacen(&format!("-{day}"), &format!("-{whom}-{day}"), 1)
}

/// From whom a file is, and when it was made.
pub fn from(l: Lang, unit: &str, name: &str, when: &str) -> String {
    let someone = [unit, name].into_iter().filter(|s| !s.is_empty()).collect::<Vec<_>>().join(" ");
    let someone = if someone.is_empty() { SOMEONE.get(l).to_owned() } else { someone };
    match l {
        Lang::Zh => format!("{someone}，{when} 存"),
        Lang::En => format!("{someone}, made {when}"),
    }
}

/// By how much the sender's clock is ahead.
pub fn clock_ahead(l: Lang, millis: u64) -> String {
    let minutes = millis.div_ceil(60_000);
    let (hours, rest) = (minutes / 60, minutes % 60);
    match (l, hours) {
        (Lang::Zh, 0) => format!("对方电脑的时钟快 {rest} 分钟"),
        (Lang::Zh, _) => format!("对方电脑的时钟快 {hours} 小时 {rest} 分"),
        (Lang::En, 0) => format!("The sender's clock is {rest} min ahead"),
        (Lang::En, _) => format!("The sender's clock is {hours} h {rest} min ahead"),
    }
}

/// Who deleted what another was editing.
pub const fn deleted_by(by: DeletedMeanwhile) -> Text {
    match by {
        DeletedMeanwhile::ByThem => Text::new("对方删除，这里还在改", "deleted by them, edited here"),
        DeletedMeanwhile::ByUs => {
            Text::new("这里已删除，对方还在改；保持删除", "deleted here, edited by them; stays deleted")
        }
        DeletedMeanwhile::Among => {
            Text::new("一份文件删除，另一份还在改", "deleted by one file, edited by another")
        }
    }
}

/// A heading with its count.
pub fn with_count(l: Lang, what: Text, n: usize) -> String {
    format!("{} {}", what.get(l), count(n))
}

/// A list of counts by kind: `项目 3 · 跟进记录 12`, `3 projects · 12 follow-ups`.
pub fn counts(l: Lang, kinds: &[(Kind, usize)]) -> String {
    let each = kinds.iter().map(|(kind, n)| labels::n_of_kind(l, *kind, *n));
    each.collect::<Vec<_>>().join(" · ")
}

/// What a merge did.
pub fn receipt(l: Lang, new: usize, changed: usize, conflicts: usize) -> String {
    match l {
        Lang::Zh => {
            format!(
                "新增 {} 条记录，改动 {} 处，待选分歧 {} 处",
                count(new),
                count(changed),
                count(conflicts)
            )
        }
        Lang::En => {
            let (new, changed) =
                (plural(new, "new record", "new records"), plural(changed, "change", "changes"));
            format!("{new}, {changed}, {} to settle", count(conflicts))
        }
    }
}

/// So many entries are not shown.
pub fn and_more(l: Lang, n: usize) -> String {
    match l {
        Lang::Zh => format!("另有 {} 项", count(n)),
        Lang::En => format!("and {} more", count(n)),
    }
}

/// How many differences are open.
pub fn n_open(l: Lang, n: usize) -> String {
    match l {
        Lang::Zh => format!("{} 处待选", count(n)),
        Lang::En => format!("{} to settle", grouped(i64::try_from(n).unwrap_or(i64::MAX))),
    }
}

/// Who gave a value, and when.
pub fn by(l: Lang, name: &str, unit: &str, when: &str) -> String {
    let someone = if name.is_empty() { SOMEONE.get(l) } else { name };
    [someone, unit, when].into_iter().filter(|s| !s.is_empty()).collect::<Vec<_>>().join(" · ")
}

pub mod by_hand;
pub mod encrypt;
pub mod many;
mod problem;
pub mod redact;
pub use problem::{fault, place, remedy};
