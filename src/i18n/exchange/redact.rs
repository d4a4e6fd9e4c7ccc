//! Copies that hold less: for whom, without what, and what leaves.

use crate::exchange::redact::{Reader, Withheld};
use crate::i18n::format::count;
use crate::i18n::{Lang, Text};

/// For whom the file is.
pub const FOR: Text = Text::new("给谁看", "For whom");
/// A colleague, who gets everything.
pub const COLLEAGUE: Text = Text::new("同事（完整）", "A colleague (complete)");
/// What is left out.
pub const WITHOUT: Text = Text::new("不含", "Without");
/// What leaves.
pub const LEAVES: Text = Text::new("会送出", "Leaves with the file");
/// What stays.
pub const STAYS: Text = Text::new("不送出", "Stays here");
/// What a copy never holds.
pub const NEVER: Text = Text::new(
    "副本从不含附件、修改历史、已删除的记录、导入记录和不认识的列。",
    "A copy never holds attachments, history, deleted records, records of imports, or columns that are not known.",
);

/// Somebody.
pub const fn reader(reader: Reader) -> Text {
    match reader {
        Reader::Leaders => Text::new("领导", "Leaders"),
        Reader::City => Text::new("市里", "The city"),
        Reader::Visitor => Text::new("来宾", "A visitor"),
    }
}

/// Something that can be left out.
pub const fn withheld(withheld: Withheld) -> Text {
    match withheld {
        Withheld::Contacts => Text::new("联系人和电话", "Contacts and telephones"),
        Withheld::Amounts => Text::new("金额和到资", "Amounts and arrivals of money"),
        Withheld::FollowUps => Text::new("跟进、外出、接待和活动", "Follow-ups, trips, receptions, events"),
        Withheld::Opinions => Text::new(
            "意见、问题、审批、承诺、督查和凭证",
            "Opinions, problems, permits, promises, findings, evidence",
        ),
        Withheld::People => Text::new("人员姓名", "Names of people"),
    }
}

/// The name of a field; of a family, what it is of.
pub fn told(l: Lang, label: Text, is_milestones: bool) -> String {
    match l {
        Lang::Zh if is_milestones => format!("里程碑{}", label.get(l)),
        Lang::En if is_milestones => format!("Milestones: {}", label.get(l).to_lowercase()),
        _ => label.get(l).to_owned(),
    }
}

/// How many values of something leave or stay.
pub fn values(what: &str, n: usize) -> String {
    format!("{what} {}", count(n))
}
