//! The shared place: a folder or a server through which offices exchange by themselves.

use super::format::count;
use super::{Lang, Text, plural};
use crate::exchange::share::{PlaceFailed, RoundFailed};

/// Heading.
pub const SHARE: Text = Text::new("共享：自动交换", "Shared folder or server");
/// What it is.
pub const SHARE_TEXT: Text = Text::new(
    "几台电脑选同一个地方，改动就自动互相送达，不用再传文件。每台电脑只写自己的文件，不会互相覆盖；没有网络时照常工作，连上后补齐。",
    "Computers that choose the same place exchange their changes by themselves, without files to hand around. Each writes its own files only, so nothing is overwritten; without a network you work on, and the rest follows once it is back.",
);
/// Lets the user pick a folder.
pub const PICK: Text = Text::new("选择共享文件夹…", "Choose a folder…");
/// What folders will do.
pub const PICK_TEXT: Text = Text::new(
    "单位的网络共享盘、坚果云、Syncthing 等同步的文件夹都可以。",
    "A network share will do, or a folder that Syncthing, a cloud drive or the like keeps in step.",
);
/// Browsers without folders.
pub const NO_FOLDERS: Text = Text::new(
    "这个浏览器不让网页使用文件夹（Chrome 和 Edge 可以），可以改用服务器。",
    "This browser lets no page use a folder (Chrome and Edge do). A server works here too.",
);
/// Opens the form for a server.
pub const SERVER: Text = Text::new("用服务器（WebDAV）…", "Use a server (WebDAV)…");
/// What servers will do.
pub const SERVER_TEXT: Text = Text::new(
    "nginx、Apache、Nextcloud、rclone 等任何 WebDAV 服务都可以，不需要装我们的程序。最好与本页面同一个网址；在别的网址时，服务器要允许跨域，页面的安全策略也要写上它。",
    "Any WebDAV server will do (nginx, Apache, Nextcloud, rclone), with no program of ours on it. It is best served from this page's own address; on another one it must allow cross-origin requests, and this page's security policy must name it.",
);
/// The server's address.
pub const ADDRESS: Text = Text::new("网址", "Address");
/// The user's name there.
pub const USER: Text = Text::new("用户名（不需要就空着）", "User name, if it asks for one");
/// The password there.
pub const PASSWORD: Text = Text::new("密码", "Password");
/// Where the password is kept.
pub const PASSWORD_TEXT: Text =
    Text::new("密码只存在这台电脑上。", "The password is kept on this computer only.");
/// Starts to share through the server.
pub const CONNECT: Text = Text::new("连接", "Connect");
/// The address is none.
pub const BAD_ADDRESS: Text = Text::new(
    "网址要以 https:// 或 http:// 开头，例如 https://dav.example.cn/zhaoshang/",
    "The address begins with https:// or http://, such as https://dav.example.cn/zhaoshang/",
);
/// A round now.
pub const NOW: Text = Text::new("立即同步", "Exchange now");
/// No more sharing.
pub const STOP: Text = Text::new("停止共享", "Stop sharing");
/// Lets the browser use the folder again.
pub const ALLOW: Text = Text::new("允许使用", "Allow");
/// Leads to the section.
pub const LOOK: Text = Text::new("查看共享", "Show sharing");
/// Nobody else is there.
pub const ALONE: Text = Text::new(
    "这里还没有别的电脑。请同事在“交换”里选择同一个地方。",
    "No other computer is here yet. Have your colleagues choose the same place under Exchange.",
);
/// The list of the others.
pub const COLLEAGUES: Text = Text::new("共享的同事", "Who shares");
/// Column: when a computer was last there.
pub const SEEN: Text = Text::new("最近在线", "Last seen");
/// Column: what it brought.
pub const BROUGHT: Text = Text::new("最近带来", "Brought last");
/// Column: who.
pub const WHO: Text = Text::new("同事", "Colleague");
/// It has brought nothing yet.
pub const NOTHING_YET: Text = Text::new("打开本页后没有新内容", "Nothing since this page was opened");
/// A round has begun.
pub const LOOKING: Text = Text::new("正在查看…", "Looking…");
/// No round yet.
pub const WAITING: Text = Text::new("等待中", "Waiting");

/// The folder that is shared.
pub fn through_folder(l: Lang, name: &str) -> String {
    match l {
        Lang::Zh => format!("通过文件夹“{name}”"),
        Lang::En => format!("Through the folder “{name}”"),
    }
}

/// The server that is shared.
pub fn through_server(l: Lang, address: &str) -> String {
    match l {
        Lang::Zh => format!("通过服务器 {address}"),
        Lang::En => format!("Through the server {address}"),
    }
}

/// The browser wants the folder to be allowed again.
pub fn closed(l: Lang, name: &str) -> String {
    match l {
        Lang::Zh => format!("浏览器要您重新允许使用共享文件夹“{name}”，在此之前不会自动交换。"),
        Lang::En => {
            format!(
                "The browser asks you to allow the shared folder “{name}” again. Until then nothing is exchanged."
            )
        }
    }
}

/// Files are being read.
pub fn reading(l: Lang, done: usize, all: usize) -> String {
    match l {
        Lang::Zh => format!("正在接收 {done}/{all}"),
        Lang::En => format!("Receiving {done} of {all}"),
    }
}

/// The last round came to its end.
pub fn done(l: Lang, when: &str) -> String {
    match l {
        Lang::Zh => format!("已同步 · {when}"),
        Lang::En => format!("In step · {when}"),
    }
}

/// Files that are still on their way.
pub fn coming(l: Lang, files: usize) -> String {
    match l {
        Lang::Zh => format!("还有 {} 个文件在路上，到了会自动接收", count(files)),
        Lang::En => {
            format!(
                "{} still on the way; taken in as soon as they are here",
                plural(files, "file is", "files are")
            )
        }
    }
}

/// Files that cannot be read.
pub fn unreadable(l: Lang, files: usize) -> String {
    match l {
        Lang::Zh => format!("有 {} 个文件读不出，请对方停止共享后重新选择一次", count(files)),
        Lang::En => format!(
            "{} cannot be read; ask this colleague to stop sharing and to choose the place again",
            plural(files, "file", "files")
        ),
    }
}

/// Why a round failed, and what to do.
pub fn failed(failed: RoundFailed) -> Text {
    match failed {
        RoundFailed::Place(failed) => place_failed(failed),
        RoundFailed::Desk(_) => Text::new(
            "收到的内容存不进这台电脑，请看“设置 · 本机与备份”",
            "What came could not be stored on this computer. See Settings, This computer",
        ),
        RoundFailed::Copied => Text::new(
            "另一台电脑用着同一个编号（浏览器资料被复制过），这台已换新编号",
            "Another computer goes by the same number (the browser's profile was copied); this one has taken a new one",
        ),
    }
}

/// Why the place failed, and what to do.
pub fn place_failed(failed: PlaceFailed) -> Text {
    match failed {
        PlaceFailed::Missing => Text::new(
            "共享的地方不见了：文件夹被移走，或网址不对。请找回，或重新选择",
            "The shared place is gone: the folder was moved, or the address is wrong. Bring it back or choose again",
        ),
        PlaceFailed::Taken => Text::new(
            "共享的地方有别人占用的同名文件，请停止共享后重新选择一次",
            "Files of the same name are in the shared place. Stop sharing and choose it again",
        ),
        PlaceFailed::Denied => Text::new(
            "没有权限：请重新允许使用文件夹，或检查用户名和密码",
            "Not permitted: allow the folder again, or check the user name and password",
        ),
        PlaceFailed::Full => Text::new(
            "共享的地方满了，请腾出空间；本机的数据不受影响",
            "The shared place is full. Make room there; the data on this computer is safe",
        ),
        PlaceFailed::Unreachable => {
            Text::new("现在连不上，连上后自动补齐", "Out of reach now; the rest follows once it is back")
        }
        PlaceFailed::OtherOrigin => Text::new(
            "连不上：没有网络，或这个网址与本页面不同，服务器没有允许跨域、页面的安全策略没有写上它",
            "Out of reach: no network, or, as this address is not the page's own, the server does not allow cross-origin requests or the page's security policy does not name it",
        ),
        PlaceFailed::Unexpected => Text::new(
            "这个网址不是 WebDAV 服务，请核对网址",
            "There is no WebDAV server at this address. Check it",
        ),
    }
}
