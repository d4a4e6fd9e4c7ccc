//! Files that a passphrase opens: made and opened.

use crate::exchange::encrypted::Locked;
use crate::exchange::encrypted::passphrase::{MIN_CHARS, Unfit};
use crate::i18n::{Lang, Text};

/// The choice to encrypt.
pub const ENCRYPT: Text = Text::new("用口令加密", "Encrypt with a passphrase");
/// What that is, and what it means to forget.
pub const ENCRYPT_TEXT: Text = Text::new(
    "只有知道口令的人能打开。口令不要和文件一起发，电话里说或者另外发。口令忘了谁也打不开，本文件就作废了。",
    "Only those who know the passphrase can open the file. Tell it by another way than the file's. \
     Without it nobody can open the file, not even you.",
);
/// The passphrase.
pub const PASSPHRASE: Text = Text::new("口令", "Passphrase");
/// The second time.
pub const AGAIN: Text = Text::new("再输一遍", "Once more");
/// Has one made.
pub const OFFER: Text = Text::new("随机生成一个", "Make one up");
/// What to do with it.
pub const OFFERED: Text =
    Text::new("请先抄下来，离开本页后不再显示：", "Write it down first; it is not shown again:");
/// Copies it.
pub const COPY: Text = Text::new("复制", "Copy");
/// It was copied.
pub const COPIED: Text = Text::new("口令已复制", "The passphrase was copied");
/// Saves the file.
pub const SAVE: Text = Text::new("存成加密文件", "Save the encrypted file");
/// It is being stretched.
pub const SAVING: Text = Text::new("正在加密…", "Encrypting…");
/// The browser cannot make a key.
pub const NO_SOURCE: Text = Text::new(
    "本浏览器没有安全的随机数，不能加密。请换用新版浏览器。",
    "This browser has no secure random numbers, so it cannot encrypt. Use a newer browser.",
);
/// How the file can be opened elsewhere.
pub const STANDARD: Text = Text::new(
    "标准 age 格式，用 age、rage 等工具也能解开。",
    "A standard age file: age and rage open it too.",
);
/// What came in is encrypted.
pub const LOCKED: Text = Text::new(
    "这个文件加了密。请输入发送人告诉您的口令。",
    "This file is encrypted. Type the passphrase that its sender told you.",
);
/// Opens it.
pub const OPEN: Text = Text::new("打开", "Open");
/// It is being opened.
pub const OPENING: Text = Text::new("正在打开…", "Opening…");

/// Why a passphrase is not taken.
pub fn unfit(l: Lang, unfit: Unfit) -> String {
    match (unfit, l) {
        (Unfit::Short, Lang::Zh) => format!("至少 {MIN_CHARS} 个字符"),
        (Unfit::Short, Lang::En) => format!("At least {MIN_CHARS} characters"),
        (Unfit::Differs, Lang::Zh) => "两次输入不一样".to_owned(),
        (Unfit::Differs, Lang::En) => "The two are not the same".to_owned(),
    }
}

/// Why a file cannot be opened, and what to do.
pub const fn locked(locked: Locked) -> Text {
    match locked {
        Locked::Wrong => Text::new(
            "口令不对。注意大小写和连字符，必要时向发送人核对。",
            "Another passphrase opens it. Mind capitals and hyphens; ask the sender if need be.",
        ),
        Locked::ForAKey => Text::new(
            "这个文件是用密钥而不是口令加密的，这里打不开。请发送人改用口令。",
            "It was encrypted for a key, not with a passphrase. Ask the sender for one with a passphrase.",
        ),
        Locked::TooCostly => Text::new(
            "打开它要用的内存超出浏览器的限度。请用 age 工具解开后再接收。",
            "Opening it takes more memory than a browser has. Decrypt it with age and receive the result.",
        ),
        Locked::Damaged => Text::new(
            "文件不完整或被改动过，没有读出任何内容。请发送人重发。",
            "The file was cut or altered; nothing of it was read. Ask the sender for it again.",
        ),
    }
}
