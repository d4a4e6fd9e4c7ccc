//! 口令: setting it, the locked page, and locking by itself.

use super::{Lang, Text};
use crate::exchange::encrypted::Locked;

/// The panel in the settings.
pub const PASSCODE: Text = Text::new("口令保护", "Passphrase");
/// What it is.
pub const TEXT: Text = Text::new(
    "设了口令，本机保存的项目数据（含备份）都加密存放，打开招商簿先要输口令，离开一段时间会自动上锁。",
    "With a passphrase, everything kept on this computer is encrypted, backups too. It is asked for when you open \
     the program, and again after a while without use.",
);
/// What forgetting means.
pub const FORGOTTEN_IS_GONE: Text = Text::new(
    "忘了口令，数据就没有了：没有后门，谁也找不回来。请抄下来，放在电脑以外的地方。",
    "Forget it, and the data is gone: there is no back door, and nobody can get it back. Write it down and keep it \
     away from this computer.",
);
/// What was there before stays readable.
pub const BEFORE: Text = Text::new(
    "以前存下的备份和发出的文件没有加密，需要的话请自行删除。",
    "Backups made and files sent before are not encrypted; delete them if need be.",
);
/// Sets it.
pub const SET: Text = Text::new("设置口令", "Set a passphrase");
/// Does so.
pub const SET_IT: Text = Text::new("设置并加密", "Set it and encrypt");
/// Agreed.
pub const AGREE: Text = Text::new("我知道忘了口令数据就没有了", "I know that without it the data is gone");
/// It is on.
pub const ON: Text =
    Text::new("已设口令，本机数据加密存放。", "A passphrase is set; what is kept here is encrypted.");
/// Not everything is encrypted yet.
pub const UNFINISHED: Text = Text::new(
    "还有一部分没有加密完（空间不足或浏览器没有响应），下次打开时继续。",
    "Some of it is not encrypted yet (no room, or no answer from the browser); it goes on at the next start.",
);
/// Changes it.
pub const CHANGE: Text = Text::new("更换口令", "Change it");
/// Takes it away.
pub const REMOVE: Text = Text::new("取消口令", "Remove it");
/// What that does.
pub const REMOVE_TEXT: Text = Text::new(
    "页面会重新打开，最后输一次口令，之后本机数据不再加密。",
    "The page opens anew and asks for the passphrase a last time; then nothing here is encrypted any more.",
);
/// Locks at once.
pub const LOCK_NOW: Text = Text::new("立即上锁", "Lock now");
/// When it locks by itself.
pub const IDLE: Text = Text::new("离开多久自动上锁", "Lock by itself after");
/// The passphrase there is now.
pub const CURRENT: Text = Text::new("现在的口令", "The present passphrase");
/// The new one.
pub const NEW: Text = Text::new("新口令", "New passphrase");
/// It was changed.
pub const CHANGED: Text = Text::new("口令已更换", "The passphrase was changed");
/// There was no room for it.
pub const FAILED: Text = Text::new(
    "没有改成：浏览器里存不下了。请先腾出空间（见“存储”）。",
    "Nothing was changed: there is no room in the browser. Make room first (see Storage).",
);
/// It locks soon.
pub const SOON: Text =
    Text::new("半分钟后上锁，动一下鼠标或键盘就不锁。", "Locks in half a minute, unless you move.");
/// The locked page.
pub const LOCKED: Text = Text::new("招商簿已上锁", "Zhaoshang is locked");
/// What to do there.
pub const LOCKED_TEXT: Text = Text::new("请输入口令。", "Type the passphrase.");
/// What to do there to set a passphrase.
pub const SEALING_TEXT: Text = Text::new(
    "请再输一次口令，接着本机数据就加密存放。",
    "Type the passphrase once more; then what is kept here is encrypted.",
);
/// What to do there to remove it.
pub const OPENING_TEXT: Text = Text::new(
    "请最后输一次口令，之后本机数据不再加密。",
    "Type the passphrase a last time; then nothing is encrypted.",
);
/// Opens.
pub const UNLOCK: Text = Text::new("打开", "Open");
/// It is under way.
pub const UNLOCKING: Text = Text::new("正在打开…", "Opening…");
/// The passphrase is another.
pub const WRONG: Text =
    Text::new("口令不对。注意大小写和输入法。", "That is not it. Mind capitals and the input method.");
/// The lock itself cannot be read.
pub const DAMAGED: Text = Text::new(
    "存放的密钥坏了，打不开。请用备份恢复。",
    "The stored key is damaged and cannot be opened. Restore from a backup.",
);
/// Who forgot it.
pub const FORGOT: Text = Text::new("忘了口令", "I forgot it");
/// What can be done.
pub const FORGOT_TEXT: Text = Text::new(
    "没有口令，这台电脑上的数据打不开。可以全部清除后重新开始，再接收同事的文件，或用没有加密的备份恢复。",
    "Without the passphrase the data on this computer cannot be opened. You can erase it and start anew, then merge \
     a colleague's file or restore a backup that is not encrypted.",
);
/// Erases everything.
pub const ERASE: Text = Text::new("清除本机数据", "Erase what is here");

/// Why it does not open.
pub const fn why(locked: Locked) -> Text {
    match locked {
        Locked::Wrong => WRONG,
        Locked::ForAKey | Locked::TooCostly | Locked::Damaged => DAMAGED,
    }
}

/// How long until the next try.
pub fn wait(l: Lang, seconds: u64) -> String {
    match l {
        Lang::Zh => format!("输错多次，{seconds} 秒后再试。"),
        Lang::En => format!("Several wrong ones: try again in {seconds} s."),
    }
}

/// So many minutes.
pub fn minutes(l: Lang, n: u32) -> String {
    match l {
        Lang::Zh => format!("{n} 分钟"),
        Lang::En => format!("{n} min"),
    }
}
