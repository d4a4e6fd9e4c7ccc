//! How well the stored data is kept, and what of it could not be read.

use crate::i18n::Text;
use crate::store::persist::Unreadable;

/// In how many places changes are.
pub const COPIES: Text = Text::new("存放", "Kept");
/// In both.
pub const BOTH: Text =
    Text::new("本页存储和浏览器数据库各一份", "In the page's storage and in the browser's database");
/// Whether there are two copies is being looked at.
pub const UNKNOWN: Text = Text::new("正在核对两份是否一致", "Looking whether there are two copies");
/// In both, in a moment.
pub const UNDER_WAY: Text = Text::new("正在写第二份", "The second copy is being written");
/// In one.
pub const ONE: Text = Text::new(
    "只有本页存储一份：浏览器没能写下第二份（无痕窗口或磁盘已满时会这样），正在不断重试。请常备份。",
    "In the page's storage only: the browser could not write the second copy, as in private windows or on a full disk, and is asked again and again. Back up often.",
);
/// The browser keeps nothing.
pub const NONE: Text = Text::new("关闭本页即丢失", "Lost when this page is closed");

/// Heading over what could not be read.
pub const LOST: Text = Text::new("读不出的内容", "What could not be read");
/// What became of it.
pub const LOST_TEXT: Text = Text::new(
    "下列存储内容已损坏或缺失，其余数据都已读出。读不出的已原样另存，没有删除。请向同事索取一份完整文件，在“交换”里接收，丢失的改动就会补回；补回之后可以移除这些内容。",
    "These stored values are damaged or missing; everything else was read. They were set aside as they were, nothing was deleted. Ask a colleague for a full file and merge it under Exchange: the lost changes come back with it. After that you can remove these.",
);
/// Column: the value.
pub const VALUE: Text = Text::new("存储项", "Stored value");
/// Column: what is the matter.
pub const MATTER: Text = Text::new("原因", "What is the matter");
/// Saves all that is stored, as it is.
pub const SAVE_RAW: Text = Text::new("原样存成文件", "Save as they are");
/// Removes what could not be read.
pub const LET_GO: Text = Text::new("移除", "Remove");
/// Title of the question.
pub const LET_GO_ASK: Text = Text::new("移除读不出的内容", "Remove what could not be read");
/// What removing does.
pub const LET_GO_TEXT: Text = Text::new(
    "移除后不能恢复。请先接收一份完整文件，或先原样存成文件。",
    "It cannot be undone. Merge a full file first, or save them as they are.",
);

/// Why a value could not be read.
pub const fn matter(why: Unreadable) -> Text {
    match why {
        Unreadable::Damaged => Text::new("内容损坏，校验码不符", "Damaged: the checksum does not fit"),
        Unreadable::Malformed(_) => Text::new("内容无法理解", "The content makes no sense"),
        Unreadable::Missing => Text::new("不在应在的地方", "Not where it should be"),
        Unreadable::Newer(_) => Text::new("由更新版本的程序写成", "Written by a newer version"),
    }
}
