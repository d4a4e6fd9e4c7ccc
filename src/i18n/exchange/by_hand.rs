//! A file from screen to camera, as a sequence of codes.

use crate::i18n::{Lang, Text};

/// What was made today.
pub const TODAY: Text = Text::new("今天的改动", "Today's changes");
/// Shows the codes.
pub const SHOW: Text = Text::new("用二维码传", "Show as QR codes");
/// What to do with them.
pub const SHOW_TEXT: Text = Text::new(
    "请对方在“交换”里点“扫二维码接收”，用摄像头对着这个屏幕，收齐为止。二维码循环播放，漏了几张会再来。",
    "On the other device choose “Receive by QR codes” under Exchange and hold its camera to this screen until all are \
     there. The codes repeat; what was missed comes again.",
);
/// How fast they change.
pub const SPEED: Text = Text::new("速度", "Speed");
/// Slow.
pub const SLOW: Text = Text::new("慢", "Slow");
/// Usual.
pub const USUAL: Text = Text::new("中", "Usual");
/// Fast.
pub const FAST: Text = Text::new("快", "Fast");
/// Too much for codes.
pub const TOO_MUCH: Text = Text::new(
    "内容太多，不适合用二维码。请选一个项目或“今天的改动”，或者存成文件。",
    "Too much for QR codes. Choose one project or today's changes, or save a file.",
);
/// Receives.
pub const SCAN: Text = Text::new("扫二维码接收", "Receive by QR codes");
/// What to do.
pub const SCAN_TEXT: Text = Text::new(
    "对着对方屏幕上的二维码，占满画面，收齐后自动打开。",
    "Hold the camera to the codes on the other screen so that they fill the picture. It opens by itself when all are there.",
);
/// The camera is being opened.
pub const OPENING: Text = Text::new("正在打开摄像头…", "Opening the camera…");
/// It sees none of ours yet.
pub const NONE_YET: Text = Text::new("还没有看到招商簿的二维码", "No code of ours in sight yet");
/// The file did not come out whole.
pub const BROKEN: Text =
    Text::new("收到的内容拼不起来，重新来过。", "What came does not fit together; it begins anew.");
/// There is no camera.
pub const MISSING: Text = Text::new(
    "没有找到摄像头。请接上摄像头，或让对方存成文件发过来。",
    "No camera was found. Connect one, or have the sender save a file.",
);
/// It may not be used.
pub const REFUSED: Text = Text::new(
    "浏览器不让用摄像头。请在地址栏左边的权限里允许，再点一次。",
    "The browser does not allow the camera. Allow it beside the address, and try again.",
);
/// It is in use.
pub const BUSY: Text = Text::new(
    "摄像头正被别的程序占用。请关掉它，再点一次。",
    "Another program uses the camera. Close it and try again.",
);
/// The name of what comes in.
pub const FILE_NAME: Text = Text::new("二维码", "QR codes");

/// Which of how many is shown.
pub fn nth(l: Lang, n: usize, of: usize) -> String {
    match l {
        Lang::Zh => format!("第 {n} 张，共 {of} 张"),
        Lang::En => format!("{n} of {of}"),
    }
}

/// How many of how many are here.
pub fn have(l: Lang, have: usize, of: usize) -> String {
    match l {
        Lang::Zh => format!("已收到 {have} 张，共 {of} 张"),
        Lang::En => format!("{have} of {of} are here"),
    }
}
