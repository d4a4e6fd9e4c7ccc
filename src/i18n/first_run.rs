//! First run.

use super::Text;

/// What this program is, in one line.
pub const PROMISE: Text = Text::new(
    "县区招商项目台账。数据只存在这台电脑上，不上传，断网也能用。",
    "The investment-promotion ledger of a county. Data stays on this computer, nothing is uploaded, and it works offline.",
);
/// Heading over name and unit.
pub const WHO: Text = Text::new("您是谁", "Who you are");
/// Why it is asked.
pub const WHO_HELP: Text = Text::new(
    "记在每一处改动上，几个单位的文件合并后分得清是谁填的。",
    "Noted with every change, so that it is clear who entered what when files of several units are merged.",
);
/// The user's name.
pub const NAME: Text = Text::new("姓名", "Name");
/// No name was given.
pub const NAME_NEEDED: Text = Text::new("请填姓名", "Enter your name");
/// The user's unit.
pub const UNIT: Text = Text::new("单位", "Unit");
/// An example of a unit.
pub const UNIT_HINT: Text =
    Text::new("如 城东镇、高新区、招商服务中心", "Such as a town, a park or a bureau");
/// No unit was given.
pub const UNIT_NEEDED: Text = Text::new("请填单位", "Enter your unit");
/// Heading over the three ways.
pub const HOW: Text = Text::new("从哪里开始", "How to begin");
/// Import a spreadsheet.
pub const IMPORT: Text = Text::new("导入台账", "Import a ledger");
/// What that does.
pub const IMPORT_TEXT: Text = Text::new(
    "把现有的 Excel 台账读进来，先预览，再写入",
    "Reads your Excel ledger, shows it first, writes it when you agree",
);
/// Start with nothing.
pub const EMPTY: Text = Text::new("从空白开始", "Start empty");
/// What that does.
pub const EMPTY_TEXT: Text = Text::new("逐个登记项目", "Register projects one by one");
/// Begin with a file.
pub const RECEIVE: Text = Text::new("接收同事的文件或备份", "Open a colleague's file or a backup");
/// What that is.
pub const RECEIVE_TEXT: Text = Text::new(
    "合并之前先看会带来什么。换电脑、误清数据后，用备份恢复。",
    "You see what it brings before it is merged. A backup brings everything back to a new computer.",
);
/// Open the sample county.
pub const SAMPLE: Text = Text::new("看看示例县", "Look at the sample county");
/// What that does.
pub const SAMPLE_TEXT: Text = Text::new(
    "虚构的一个县、64 个项目，随便改，与本单位数据分开存放",
    "An invented county with 64 projects; change what you like, it is kept apart from your data",
);
