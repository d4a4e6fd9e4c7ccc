//! The page of one project, and the parts of its form that other screens share.

use super::{Lang, Text, plural};
use crate::domain::Date;

mod history;
mod moves;

pub use history::*;
pub use moves::*;

/// Beside a field that two offices filled in differently.
pub const IN_CONFLICT: Text = Text::new("两处填写不一致，去选定", "Two offices differ here: settle it");
/// The field is empty.
pub const NOT_STATED: Text = Text::new("未填", "Not stated");
/// Unit inside an area field.
pub const MU: Text = Text::new("亩", "mu");
/// Unit inside a share field.
pub const PERCENT: Text = Text::new("%", "%");
/// A number that cannot be read.
pub const WRONG_NUMBER: Text = Text::new("请填数字，如 120", "Enter a number such as 120");
/// An amount that cannot be read.
pub const WRONG_MONEY: Text = Text::new(
    "看不懂这个金额，请写成 3.5亿、35000万 或 1200万美元",
    "Not an amount. Write 350, CNY 350000000 or USD 12000000",
);
/// An area that cannot be read.
pub const WRONG_AREA: Text = Text::new("请写成 120亩 或 80000㎡", "Write 120 or 80000㎡");
/// A share that cannot be read.
pub const WRONG_PERCENT: Text = Text::new("请写成 5.2%", "Write 5.2%");
/// Anything else that cannot be read.
pub const WRONG_VALUE: Text =
    Text::new("看不懂这个值，请改写", "This cannot be read. Please write it otherwise");
/// A foreign amount whose currency has no rate.
pub const NO_RATE: Text = Text::new(
    "未设汇率，不计入合计（设置 › 办公室）",
    "No rate is set, so it is left out of sums (Settings › Office)",
);
/// Help of the labels field.
pub const TAGS_HELP: Text = Text::new("用逗号或顿号隔开", "Separate with commas");
/// Takes one of several out of a field.
pub fn take_out(l: Lang, name: &str) -> String {
    match l {
        Lang::Zh => format!("去掉{name}"),
        Lang::En => format!("Remove {name}"),
    }
}
/// Between two words of an enumeration.
pub const JOINT: Text = Text::new("、", ", ");
/// What may part labels on one line.
pub const TAG_BREAKS: [char; 6] = ['、', '，', ',', '；', ';', '\n'];

/// How a foreign amount counts in yuan. `rate` is in ten-thousandths.
pub fn equivalent(l: Lang, yuan: &str, rate: i64, day: Option<Date>) -> String {
    let rate = format!("{}.{:04}", rate / 10_000, rate % 10_000);
    let day = day.map(|day| day.to_string()).unwrap_or_default();
    match (l, day.is_empty()) {
        (Lang::Zh, true) => format!("合 {yuan}（汇率 {rate}）"),
        (Lang::Zh, false) => format!("合 {yuan}（汇率 {rate}，{day}）"),
        (Lang::En, true) => format!("= {yuan} at {rate}"),
        (Lang::En, false) => format!("= {yuan} at {rate} of {day}"),
    }
}

/// An amount that was read but is out of the ordinary.
pub fn please_check(l: Lang, shown: &str) -> String {
    match l {
        Lang::Zh => format!("{shown}，请核对"),
        Lang::En => format!("{shown}: please check"),
    }
}

/// Groups of the form.
pub const FACTS: Text = Text::new("项目情况", "Facts");
/// Shows the fields of a group that are still empty.
pub fn show_rest(l: Lang, n: usize) -> String {
    match l {
        Lang::Zh => format!("显示其余 {n} 项"),
        Lang::En => format!("Show {}", plural(n, "empty field", "empty fields")),
    }
}
/// How many fields of a group are filled.
pub fn filled_of(l: Lang, filled: usize, total: usize) -> String {
    match l {
        Lang::Zh => format!("已填 {filled}/{total}"),
        Lang::En => format!("{filled} of {total}"),
    }
}
/// 投资强度.
pub const INTENSITY: Text = Text::new("投资强度", "Investment intensity");
/// 亩均税收.
pub const TAX_PER_MU: Text = Text::new("亩均税收", "Tax per mu");
/// 亩均产出.
pub const OUTPUT_PER_MU: Text = Text::new("亩均产出", "Output per mu");
/// Unit of the three yields.
pub const WAN_PER_MU: Text = Text::new("万元/亩", "CNY 10k per mu");

/// Milestones as a row of steps.
pub const STAGES: Text = Text::new("阶段", "Stages");
/// The stage the project is at.
pub const CURRENT: Text = Text::new("当前阶段", "current stage");

/// The milestones panel.
pub const MILESTONES: Text = Text::new("节点与佐证", "Milestones and evidence");
/// Opens a milestone that is not dated.
pub const DATE_IT: Text = Text::new("登记", "Record");
/// Opens a milestone that is dated.
pub const CHANGE: Text = Text::new("修改", "Change");
/// Usual evidence that is not there.
pub const MISSING: Text = Text::new("缺", "Missing");
/// A milestone not reached.
pub const NOT_YET: Text = Text::new("未到", "Not yet");

/// The funds panel.
pub const FUNDS: Text = Text::new("到位资金", "Funds in place");
/// Nothing arrived yet.
pub const NO_FUNDS: Text = Text::new("还没有到资记录", "No money has arrived yet");
/// Adds a tranche.
pub const ADD_FUNDS: Text = Text::new("登记到资", "Record arrival");
/// The sum of tranches.
pub const SUM: Text = Text::new("合计", "Sum");
/// 资金到位率.
pub const ARRIVAL_RATE: Text = Text::new("资金到位率", "Arrival rate");

/// The follow-ups panel.
pub const FOLLOW_UPS: Text = Text::new("跟进", "Follow-ups");
/// The panel of what names the project: trips, receptions, events, acts of leaders.
pub const MEETINGS: Text = Text::new("往来", "Met at");
/// Inside the empty composer.
pub const COMPOSER_HINT: Text = Text::new("记一笔跟进，回车保存", "Note a follow-up and press Enter");
/// Inside the empty next-step line.
pub const NEXT_HINT: Text = Text::new("如“下周三 送审协议”", "Such as “next Wed send the agreement”");
/// Opens the next-step line.
pub const ADD_NEXT: Text = Text::new("下一步", "Next step");
/// Saves the composer.
pub const NOTE_DOWN: Text = Text::new("记下", "Save");
/// Quick picks of a date.
pub const TOMORROW: Text = Text::new("明天", "Tomorrow");
/// In three days.
pub const IN_3_DAYS: Text = Text::new("3天后", "In 3 days");
/// Next Monday.
pub const NEXT_MONDAY: Text = Text::new("下周一", "Next Monday");
/// In two weeks.
pub const IN_2_WEEKS: Text = Text::new("两周后", "In 2 weeks");
/// Label of the row of quick picks.
pub const WHEN: Text = Text::new("下一步时间", "Date of the next step");
/// No follow-up yet.
pub const NO_FOLLOW_UPS: Text = Text::new("还没有跟进记录", "No follow-ups yet");
/// A next step was done.
pub const STEP_DONE: Text = Text::new("已完成", "Done");
/// Menu of one entry.
pub const ENTRY_MENU: Text = Text::new("更多", "More");
/// Edits one entry.
pub const EDIT: Text = Text::new("修改", "Edit");
/// Ends editing.
pub const DONE: Text = Text::new("完成", "Done");
/// Deletes one entry.
pub const DELETE: Text = Text::new("删除", "Delete");
/// Shows all entries.
pub fn show_all(l: Lang, n: usize) -> String {
    match l {
        Lang::Zh => format!("显示全部 {n} 条"),
        Lang::En => format!("Show all {n}"),
    }
}

/// Contacts of the investor.
pub const CONTACTS: Text = Text::new("客商联系人", "Contacts of the investor");
/// The investor has none.
pub const NO_CONTACTS: Text = Text::new("投资方还没有联系人", "The investor has no contacts yet");
/// On a projector, in place of the people.
pub const HIDDEN: Text = Text::new("投影时不显示联系人", "Contacts are hidden on a projector");

/// Menu of the page.
pub const MORE: Text = Text::new("更多操作", "More");
/// Prints the page.
pub const PRINT: Text = Text::new("打印", "Print");
/// Deletes the project.
pub const DELETE_PROJECT: Text = Text::new("删除项目", "Delete project");
/// Opens the page from the panel.
pub const OPEN_PAGE: Text = Text::new("打开整页", "Open page");
/// Brings a project back.
pub const REVIVE: Text = Text::new("恢复推进", "Bring back");
/// A record deleted or never there.
pub const GONE: Text = Text::new("没有这个项目", "There is no such project");
/// What to do about it.
pub const GONE_TEXT: Text = Text::new(
    "它可能已被删除或并入另一项目。刚删除的可以撤销。",
    "It may have been deleted or merged into another. A deletion just made can be undone.",
);
/// Goes to the exchange with this project chosen.
pub const SEND: Text = Text::new("发给同事…", "Send to a colleague…");
/// The project was merged into another.
pub const MERGED_AWAY: Text = Text::new("这个项目已并入另一个", "This project was merged into another");
/// Where it is now.
pub const MERGED_AWAY_TEXT: Text = Text::new(
    "跟进、到资和变更记录都在留下的那一条里：",
    "Its follow-ups, arrivals and history are with the one that stayed:",
);
/// Duplicates that were merged into this one.
pub fn merged_from(l: Lang, names: &str) -> String {
    match l {
        Lang::Zh => format!("已并入本项目的重复记录：{names}"),
        Lang::En => format!("Duplicates merged into this project: {names}"),
    }
}
/// What stands over a project that left the pipeline.
pub fn left(l: Lang, exit: &str, date: &str, reason: &str) -> String {
    let parts: Vec<&str> = [date, reason].into_iter().filter(|part| !part.is_empty()).collect();
    match (l, parts.is_empty()) {
        (_, true) => exit.to_owned(),
        (Lang::Zh, false) => format!("{exit}（{}）", parts.join("，")),
        (Lang::En, false) => format!("{exit} ({})", parts.join(", ")),
    }
}

/// The page for a new project.
pub const NEW: Text = Text::new("登记项目", "New project");
/// Saves it.
pub const REGISTER: Text = Text::new("登记", "Save project");
/// Gives the draft up.
pub const DISCARD: Text = Text::new("放弃草稿", "Discard draft");
/// The question before.
pub const DISCARD_TITLE: Text = Text::new("放弃已填的内容？", "Discard what you entered?");
/// What is lost.
pub const DISCARD_TEXT: Text =
    Text::new("草稿没有登记，放弃后不能恢复。", "The draft was not saved and cannot be brought back.");
/// A draft from before is shown.
pub const DRAFT_KEPT: Text = Text::new("这是上次没有登记完的草稿", "This is the draft you left unfinished");
/// A form holds what was typed before and not saved.
pub const GOES_ON: Text = Text::new("接着上次没有保存的内容。", "This goes on from what you had not saved.");
/// What was typed in a field before and not stored.
pub const NOT_STORED: Text = Text::new("上次没有存下：", "Not saved last time: ");
/// Stores it now.
pub const STORE_IT: Text = Text::new("存下", "Save it");
/// Gives it up.
pub const DROP_IT: Text = Text::new("不要了", "Discard it");
/// The name is missing.
pub const NAME_NEEDED: Text = Text::new("请填项目名称", "Enter the project's name");
/// Help of the amount.
pub const AMOUNT_HELP: Text =
    Text::new("可写 3.5亿、35000万、1200万美元", "Such as 350 (CNY m) or USD 12000000");
/// 客商电话.
pub const CONTACT_PHONE: Text = Text::new("客商电话", "Contact's phone");
/// Unfolds the other groups.
pub const MORE_FIELDS: Text = Text::new("填写更多", "More fields");
/// Where the other fields are.
pub const MORE_LATER: Text = Text::new(
    "其余几十项可在登记后的项目页里随时补填。",
    "The other fields can be filled in on the project's page at any time.",
);
/// Projects that may be the same.
pub const MAYBE_SAME: Text = Text::new("可能已登记过", "May be registered already");

/// Shows all of them.
pub fn all_meetings(l: Lang, n: usize) -> String {
    match l {
        Lang::Zh => format!("显示全部 {n} 条"),
        Lang::En => format!("Show all {n}"),
    }
}
