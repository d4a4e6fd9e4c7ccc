//! Settings.

pub mod kept;

use super::format::file_size;
use super::{Lang, Text};
use crate::rules::lists::NotAWord;

/// Label of the list of sections.
pub const SECTIONS: Text = Text::new("设置分区", "Sections");
/// The office.
pub const OFFICE: Text = Text::new("办公室", "Office");
/// Units.
pub const UNITS: Text = Text::new("单位", "Units");
/// People.
pub const PEOPLE: Text = Text::new("人员", "People");
/// Editable lists.
pub const LISTS: Text = Text::new("选项列表", "Lists");
/// Language and appearance.
pub const APPEARANCE: Text = Text::new("语言与外观", "Language and appearance");
/// Storage, backup, this computer.
pub const STORAGE: Text = Text::new("本机与备份", "This computer");

/// What the office section is for.
pub const OFFICE_TEXT: Text = Text::new(
    "随数据一起交换，各单位合并后一致。",
    "These settings travel with the data, so all units agree after a merge.",
);
/// Heading over the rules of stages.
pub const STAGE_RULES: Text = Text::new("阶段与跟进", "Stages and follow-up");
/// What the strict stage means.
pub const STRICT_HELP: Text = Text::new(
    "勾选后，只有已认定的节点推进阶段；不勾选，登记了时间就算",
    "When ticked, only recognised milestones move a project on; otherwise a dated one does",
);
/// Heading over the limits of days.
pub const STALE: Text = Text::new("超期未跟进（天）", "Days without follow-up");
/// How to read the limits.
pub const STALE_HELP: Text = Text::new(
    "超过这些天没有跟进，项目亮红灯。留空用默认值，填 0 表示不提醒。",
    "A project without a follow-up for longer turns red. Empty means the default, 0 means never.",
);
/// A limit that is switched off by default.
pub const NEVER: Text = Text::new("不提醒", "never");
/// Heading over the first month of the counting year.
pub const COUNTING_YEAR: Text = Text::new("考核年度", "Counting year");
/// What the first month changes.
pub const FIRST_MONTH_HELP: Text = Text::new(
    "目标、进度、得分和新编通报的年度、半年、季度都从这个月算起；月份仍按日历，已发布的结果和已编的通报不变。",
    "Years, half years and quarters of targets, progress, scores and new bulletins count from this month. Months stay those of the calendar; published results and bulletins already made do not change.",
);
/// Heading over the rates.
pub const RATES: Text = Text::new("汇率", "Exchange rates");
/// How rates are used.
pub const RATES_HELP: Text = Text::new(
    "外币金额按此折成人民币相加；原币金额不变。",
    "Amounts in foreign currencies are added up at these rates; the amounts themselves stay as they are.",
);
/// Column: the currency.
pub const CURRENCY: Text = Text::new("币种", "Currency");
/// Column: yuan for one unit.
pub const RATE: Text = Text::new("1 单位合人民币（元）", "Yuan for one unit");
/// Column: the day of the rate.
pub const RATE_DATE: Text = Text::new("汇率日期", "As of");
/// A number that was not understood.
pub const WRONG_RATE: Text = Text::new("请写成 7.1234", "Write 7.1234");
/// A number of days that was not understood.
pub const WRONG_DAYS: Text = Text::new("请填 0 到 999 的天数", "Enter days from 0 to 999");

/// Adds a unit.
pub const ADD_UNIT: Text = Text::new("新增单位", "Add a unit");
/// Name of a unit to be added.
pub const NEW_UNIT: Text = Text::new("新单位名称", "Name of the new unit");
/// Adds a person.
pub const ADD_PERSON: Text = Text::new("新增人员", "Add a person");
/// Name of a person to be added.
pub const NEW_PERSON: Text = Text::new("新人员姓名", "Name of the new person");
/// Adds what was typed.
pub const ADD: Text = Text::new("新增", "Add");
/// The name is missing or another has it.
pub const NAME_TAKEN: Text = Text::new("请填一个没有用过的名称", "Enter a name that is not taken");
/// Column: how many projects.
pub const PROJECTS: Text = Text::new("项目", "Projects");
/// Nothing was typed.
pub const NAME_NEEDED: Text = Text::new("请填姓名", "Enter a name");
/// No units yet.
pub const NO_UNITS: Text = Text::new("还没有单位", "No units yet");
/// Where units come from.
pub const NO_UNITS_TEXT: Text = Text::new(
    "镇街、园区、部门在这里登记；导入台账时也会自动建立。",
    "Towns, parks and bureaus are entered here; importing a ledger adds them too.",
);
/// No people yet.
pub const NO_PEOPLE: Text = Text::new("还没有人员", "No people yet");
/// Where people come from.
pub const NO_PEOPLE_TEXT: Text = Text::new(
    "责任领导、招商员在这里登记；导入台账时也会自动建立。",
    "Leaders and recruiters are entered here; importing a ledger adds them too.",
);
/// Opens a record for editing.
pub const EDIT: Text = Text::new("修改", "Edit");
/// Deletes the record.
pub const DELETE: Text = Text::new("删除", "Delete");
/// Merges the record into another.
pub const MERGE: Text = Text::new("并入另一个", "Merge into another");
/// Which record stays.
pub const MERGE_INTO: Text = Text::new("保留哪一个", "Which one stays");
/// What a merge does.
pub const MERGE_TEXT: Text = Text::new(
    "原来挂在它名下的项目和记录都归到保留的那一个；可以撤销。",
    "All projects and records of this one then belong to the one that stays. It can be undone.",
);
/// Does the merge.
pub const MERGE_DO: Text = Text::new("合并", "Merge");

/// Which list is edited.
pub const WHICH_LIST: Text = Text::new("哪一个列表", "Which list");
/// What the lists are for.
pub const LISTS_TEXT: Text = Text::new(
    "填表时可选的词。改名会同时改掉所有用到它的记录；停用后不再提供，旧记录不变。",
    "The words offered in forms. Renaming changes every record that uses the word; a retired word is no longer offered, old records keep it.",
);
/// Column: the word.
pub const WORD: Text = Text::new("名称", "Word");
/// Column: its English reading.
pub const ENGLISH: Text = Text::new("英文", "English");
/// Column: in how many records it is used.
pub const USED: Text = Text::new("已用", "Used");
/// Column: its place.
pub const PLACE: Text = Text::new("顺序", "Order");
/// Moves a word up.
pub const UP: Text = Text::new("上移", "Move up");
/// Moves a word down.
pub const DOWN: Text = Text::new("下移", "Move down");
/// Column: whether it is offered.
pub const OFFERED: Text = Text::new("可选", "Offered");
/// The word to be added.
pub const NEW_WORD: Text = Text::new("新词", "New word");

/// How the numbers and words look.
pub const APPEARANCE_TEXT: Text =
    Text::new("只对这台电脑有效。", "These settings apply to this computer only.");

/// Heading over the identity.
pub const WHO: Text = Text::new("谁在用这台电脑", "Who uses this computer");
/// What the identity is for.
pub const WHO_TEXT: Text = Text::new(
    "记在以后的每一处改动上。已有的改动仍记原来的人。",
    "Noted with every change from now on. Earlier changes keep their author.",
);
/// The computer's own name.
pub const DEVICE: Text = Text::new("这台电脑的叫法", "Name of this computer");
/// An example of one.
pub const DEVICE_HINT: Text = Text::new("如 办公室台式机", "Such as office desktop");
/// Saves the identity.
pub const SAVE: Text = Text::new("保存", "Save");
/// It was saved.
pub const SAVED: Text = Text::new("已保存", "Saved");
/// Heading over what is stored.
pub const USAGE: Text = Text::new("占用", "Storage used");
/// The page's own fast storage.
pub const LOCAL: Text = Text::new("本页存储", "Page storage");
/// All of the site's storage, as the browser counts.
pub const SITE: Text = Text::new("浏览器统计合计", "In all, as the browser counts");
/// Whether the browser may clear it.
pub const PERSISTENCE: Text = Text::new("长期保存", "Kept for good");
/// The browser promised to keep it.
pub const PERSISTED: Text = Text::new("浏览器已承诺不自动清理", "The browser promised not to clear it");
/// The browser has not promised.
pub const NOT_PERSISTED: Text = Text::new(
    "浏览器空间不足时可能清理，请定期备份",
    "The browser may clear it when space runs short: back up regularly",
);
/// Asks it to promise.
pub const PERSIST: Text = Text::new("请求长期保存", "Ask to keep it");
/// How much there is of each kind.
pub const RECORDS: Text = Text::new("记录", "Records");
/// Heading over wiping.
pub const WIPE: Text = Text::new("清空", "Erase");
/// What wiping does.
pub const WIPE_TEXT: Text = Text::new(
    "删除这台电脑上当前数据簿的全部记录和历史，不能撤销。请先备份。",
    "Deletes all records and history of the open workspace from this computer. It cannot be undone. Back up first.",
);
/// Opens the confirmation.
pub const WIPE_ASK: Text = Text::new("清空数据", "Erase the data");
/// The word to be typed.
pub const WIPE_WORD: Text = Text::new("清空", "erase");

/// A month by its name.
pub fn month(l: Lang, nth: u32) -> String {
    const EN: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    match l {
        Lang::Zh => format!("{nth}月"),
        Lang::En => EN[(nth.clamp(1, 12) - 1) as usize].to_owned(),
    }
}

/// What this year is: its name and its months.
pub fn this_year(l: Lang, year: &str, months: &str) -> String {
    match l {
        Lang::Zh => format!("现在是{year}度：{months}"),
        Lang::En => format!("The present year is {year}: {months}"),
    }
}

/// What must be typed to confirm.
pub fn type_to_wipe(l: Lang) -> String {
    match l {
        Lang::Zh => format!("请输入“{}”以确认", WIPE_WORD.get(l)),
        Lang::En => format!("Type “{}” to confirm", WIPE_WORD.get(l)),
    }
}

/// Title of the merge of one unit.
pub fn merge_title(l: Lang, name: &str) -> String {
    match l {
        Lang::Zh => format!("把“{name}”并入另一个"),
        Lang::En => format!("Merge “{name}” into another"),
    }
}

/// Names what a row's button is for.
pub fn of(l: Lang, what: Text, name: &str) -> String {
    match l {
        Lang::Zh => format!("{}：{name}", what.get(l)),
        Lang::En => format!("{}: {name}", what.get(l)),
    }
}

/// A size in bytes of all that is allowed.
pub fn used_of(l: Lang, used: u64, quota: u64) -> String {
    match l {
        Lang::Zh => format!("{}，可用 {}", file_size(used), file_size(quota)),
        Lang::En => format!("{} of {}", file_size(used), file_size(quota)),
    }
}

/// What this page has stored itself: this workspace, everything else, and what rests in the mirror.
pub fn stored(l: Lang, own: &str, other: &str, away: &str) -> String {
    match l {
        Lang::Zh => format!("本数据簿 {own}，其他 {other}，另存 {away}"),
        Lang::En => format!("this workspace {own}, other {other}, moved aside {away}"),
    }
}

/// The days of a limit that is not set.
pub fn default_days(l: Lang, days: Option<i32>) -> String {
    days.map_or_else(|| NEVER.get(l).to_owned(), |days| days.to_string())
}

/// Why a word cannot be added.
pub const fn not_a_word(why: NotAWord) -> Text {
    match why {
        NotAWord::Empty => Text::new("请填名称", "Enter a word"),
        NotAWord::Exists => Text::new("列表里已有这个词", "The list has this word already"),
        NotAWord::Slash => Text::new("名称里不能有斜杠", "The word may not have a slash"),
    }
}
