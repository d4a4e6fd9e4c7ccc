//! 查重: projects that may be the same, side by side.

use super::import;
use super::{Lang, Text, plural};
use crate::rules::duplicates::Likeness;

/// What to do here.
pub const LEAD: Text = Text::new(
    "几个单位可能登记了同一个项目。合并后跟进、到资和变更记录都归到留下的一条，可以撤销。",
    "Several units may have registered the same project. After a merge, follow-ups, arrivals and history belong to the one that stays; it can be undone.",
);
/// There are none.
pub const NONE: Text = Text::new("没有疑似重复的项目", "No project looks like another");
/// What is compared.
pub const NONE_TEXT: Text = Text::new(
    "比对项目编码、名称、投资方、信用代码、电话、金额和地址。合并同事的文件、导入台账之后再来看看。",
    "Codes, names, investors, credit codes, telephones, amounts and addresses are compared. Come back after merging a file or importing a ledger.",
);
/// Pairs that have only something in common.
pub const HINTS: Text = Text::new("只是有相似之处的", "Only something in common");
/// The one registered first.
pub const FIRST: Text = Text::new("先登记", "registered first");
/// When and by whom it was registered.
pub const REGISTERED: Text = Text::new("登记", "Registered");
/// How many follow-ups.
pub const FOLLOW_UPS: Text = Text::new("跟进", "Follow-ups");
/// How many arrivals of money.
pub const TRANCHES: Text = Text::new("到资", "Arrivals");
/// Keeps the project on the left.
pub const KEEP_LEFT: Text = Text::new("合并，留左边", "Merge, keep the left one");
/// Keeps the project on the right.
pub const KEEP_RIGHT: Text = Text::new("合并，留右边", "Merge, keep the right one");
/// They are two.
pub const APART: Text = Text::new("不是同一个…", "They are two…");
/// Why they are two.
pub const REASON: Text = Text::new("理由", "Reason");
/// An example of a reason.
pub const REASON_HINT: Text = Text::new("如 一期和二期", "Such as phase one and phase two");
/// Writes the reason down.
pub const KEEP_BOTH: Text = Text::new("两条都留", "Keep both");
/// A field is filled in differently.
pub const DIFFERS: Text = Text::new("不同", "differs");

/// How many pairs there are.
pub fn pairs(l: Lang, n: usize) -> String {
    match l {
        Lang::Zh => format!("{n} 对待定"),
        Lang::En => format!("{} to decide", plural(n, "pair", "pairs")),
    }
}

/// Fields filled in alike.
pub fn same(l: Lang, n: usize) -> String {
    match l {
        Lang::Zh => format!("相同的 {n} 项"),
        Lang::En => format!("The same in {}", plural(n, "field", "fields")),
    }
}

/// Why two projects are taken for one.
pub fn likeness(l: Lang, likeness: &Likeness) -> String {
    import::likeness(l, likeness.level, &likeness.signs)
}
