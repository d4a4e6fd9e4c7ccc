//! Several files looked at together.

use crate::i18n::format::count;
use crate::i18n::{Lang, Text, plural};

/// Files are being read.
pub const READING: Text = Text::new("正在读", "Reading");
/// Files are being merged.
pub const MERGING: Text = Text::new("正在合并…", "Merging…");
/// Nothing was written so far.
pub const BEFORE: Text = Text::new(
    "以下是全部合并后的样子，尚未写入。几份文件里相同的改动只算一次；不需要的文件可以先拿掉。",
    "What merging all of them would do; nothing is written yet. The same change in several files counts once. Take out any file you do not want.",
);
/// Nothing in any file is new.
pub const KNOWN_ALL: Text = Text::new(
    "这些文件里的内容这里都有了，合并也不会有变化",
    "Everything in these files is here already: merging changes nothing",
);
/// Takes a file out of those looked at.
pub const TAKE_OUT: Text = Text::new("拿掉", "Take out");
/// Takes all out.
pub const TAKE_OUT_ALL: Text = Text::new("都不合并", "Put all aside");
/// A file that cannot be merged.
pub const REFUSED: Text = Text::new("不能接收", "Cannot be merged");
/// Column: the file.
pub const FILE: Text = Text::new("文件", "File");
/// Column: the sender.
pub const SENDER: Text = Text::new("发件人", "From");
/// Column: when it was made.
pub const MADE: Text = Text::new("存于", "Made");
/// Column: what is in it.
pub const HOLDS: Text = Text::new("内容", "Holds");
/// Column: what comes with it.
pub const BRINGS: Text = Text::new("带来", "Brings");
/// What was here before the files.
pub const HERE: Text = Text::new("这里", "here");
/// Values that files, or a file and this office, set differently.
pub const CONFLICTING: Text = Text::new("填写不一致", "Set differently");
/// Differences that a sender settled.
pub const SETTLED: Text = Text::new("文件里已裁定的分歧", "Differences settled by senders");
/// A file is from a newer version.
pub const FROM_NEWER: Text = Text::new(
    "有文件来自较新的版本；不认识的内容原样保留",
    "Some files are from a newer version; what is not known here is kept as it is",
);
/// The merge failed.
pub const NOT_MERGED: Text = Text::new(
    "一份也没有合并，数据没有改动。文件都还在下面，可以再试，或先拿掉几份。",
    "None of the files was merged and nothing was changed. They are all still listed: try again, or take some out first.",
);
/// Closes a receipt.
pub const CLOSE: Text = Text::new("收起", "Close");
/// All files together.
pub const IN_ALL: Text = Text::new("合计", "In all");

/// How many files there are.
pub fn files(l: Lang, n: usize) -> String {
    match l {
        Lang::Zh => format!("{} 份文件一起看", count(n)),
        Lang::En => format!("{} together", plural(n, "file", "files")),
    }
}

/// Merges them.
pub fn merge_all(l: Lang, n: usize) -> String {
    match l {
        Lang::Zh => format!("合并这 {} 份", count(n)),
        Lang::En => format!("Merge all {}", count(n)),
    }
}

/// They were merged.
pub fn merged(l: Lang, n: usize) -> String {
    match l {
        Lang::Zh => format!("已合并 {} 份文件", count(n)),
        Lang::En => format!("Merged {}", plural(n, "file", "files")),
    }
}

/// From which files something is; the rest is counted.
pub fn from(l: Lang, senders: &[&str]) -> String {
    const NAMED: usize = 3;
    let named = senders.iter().take(NAMED).copied().collect::<Vec<_>>();
    let all = senders.len();
    match l {
        Lang::Zh if all > NAMED => format!("{}等 {} 份", named.join("、"), count(all)),
        Lang::Zh => named.join("、"),
        Lang::En if all > NAMED => format!("{} and {} more", named.join(", "), count(all - NAMED)),
        Lang::En => named.join(", "),
    }
}

/// A value and who says it.
pub fn side(l: Lang, value: &str, who: &str) -> String {
    match l {
        Lang::Zh => format!("{value}（{who}）"),
        Lang::En => format!("{value} ({who})"),
    }
}
