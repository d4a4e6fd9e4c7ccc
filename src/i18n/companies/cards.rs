//! Business cards brought in as contacts.

use super::super::format::count;
use super::super::{Lang, Text, labels, marks, plural};
use crate::domain::Kind;
use crate::domain::field::ContactField as K;
use crate::exchange::vcard::{
    Counts, Doubt, Fault, FileError, Kept, MAX_BYTES, MAX_CARDS, MAX_NOTE, MAX_NUMBERS, MAX_TEXT,
};

/// Opens the dialog.
pub const IMPORT: Text = Text::new("导入名片…", "Import contacts…");
/// Title of the dialog.
pub const TITLE: Text = Text::new("导入名片", "Import contacts");
/// What kind of file belongs here.
pub const DROP: Text = Text::new("名片文件（.vcf）", "Contact files (.vcf)");
/// How one comes by such a file.
pub const HOW: Text = Text::new(
    "在手机通讯录里选“分享”或“导出”，得到 .vcf 文件，一个文件里可以有多张名片。先看每张会怎样，按“导入”才写入。",
    "“Share” or “Export” in a phone's contacts gives a .vcf file, with one card or many. You see first what becomes of each; nothing is written before you press Import.",
);
/// Chooses all cards or none.
pub const ALL: Text = Text::new("全选", "Select all");
/// Chooses a card.
pub const TAKE: Text = Text::new("导入这一张", "Import this one");
/// Cards of another file.
pub const OTHER_FILE: Text = Text::new("换文件", "Another file");
/// A company that is not in the ledger.
pub const NEW_COMPANY: Text = Text::new("新企业", "New company");
/// Chooses another company.
pub const CHANGE_COMPANY: Text = Text::new("换一家企业", "Choose another company");
/// The company a person works at.
pub const COMPANY: Text = Text::new("所在企业", "Company");
/// How the company is chosen.
pub const COMPANY_HINT: Text = Text::new("选一家，或输入新企业名称", "Choose one, or type a new name");
/// A new contact.
pub const NEW: Text = Text::new("新增", "New");
/// A contact who is known, and nothing is new.
pub const KNOWN: Text = Text::new("已登记，没有要补的", "Known; nothing to add");
/// A card that is not taken.
pub const LEFT_OUT: Text = Text::new("不导入", "Not imported");
/// Nobody says where the person works.
pub const NO_COMPANY: Text =
    Text::new("名片上没有单位，选好企业才会导入", "The card names no company; choose one to import it");
/// It is another person.
pub const ANOTHER: Text = Text::new("是另一个人，另行新增", "Another person: add as new");
/// What could not be read.
pub const UNREAD: Text = Text::new("未能读取", "Not read");
/// Why there is nothing to import.
pub const NOTHING: Text =
    Text::new("没有要导入的：所选名片都已登记。", "Nothing to import: all that is chosen is known.");
/// A file of cards was given where it does not belong.
pub const BELONGS_HERE: Text = Text::new(
    "这是名片文件，归“企业”页导入。",
    "This is a file of contacts. It is imported on the Companies page.",
);
/// Goes there with the file.
pub const OPEN_THERE: Text = Text::new("去看名片", "Look at the contacts");

/// Imports what is chosen: "导入 3 位".
pub fn import(l: Lang, n: usize) -> String {
    match l {
        Lang::Zh => format!("导入 {} 位", count(n)),
        Lang::En => format!("Import {}", plural(n, "contact", "contacts")),
    }
}

/// How many cards there are and what they come to.
pub fn summary(l: Lang, total: usize, unread: usize, counts: Counts) -> String {
    let Counts { new, companies, filled, known, homeless, left_out } = counts;
    let with = |n: usize, zh: fn(String) -> String, en: fn(String) -> String| {
        (n > 0).then(|| if l == Lang::Zh { zh(count(n)) } else { en(count(n)) })
    };
    let parts = [
        with(new, |n| format!("新增 {n} 位"), |n| format!("{n} new")),
        with(companies, |n| format!("新企业 {n} 家"), |n| format!("new companies: {n}")),
        with(filled, |n| format!("补充 {n} 位"), |n| format!("{n} filled in")),
        with(known, |n| format!("已登记 {n} 位"), |n| format!("{n} known")),
        with(homeless, |n| format!("没有单位 {n} 张"), |n| format!("{n} without a company")),
        with(left_out, |n| format!("不导入 {n} 张"), |n| format!("{n} left out")),
        with(unread, |n| format!("未能读取 {n} 张"), |n| format!("{n} not read")),
    ];
    let told = parts.into_iter().flatten().collect::<Vec<_>>().join(marks::comma(l));
    match l {
        Lang::Zh => format!("共 {} 张名片：{told}。", count(total)),
        Lang::En => format!("{}: {told}.", plural(total, "card", "cards")),
    }
}

fn field(l: Lang, field: K) -> &'static str {
    labels::field(Kind::Contact, field.into()).map_or("", |label| label.get(l))
}

/// "补充：邮箱、微信"
pub fn filled(l: Lang, fields: &[K]) -> String {
    let names: Vec<&str> = fields.iter().map(|f| field(l, *f)).collect();
    let word = Text::new("已登记，补充", "Known; adds").get(l);
    format!("{word}{}{}", marks::colon(l), names.join(marks::listing(l)))
}

/// Who a card was taken for by the number.
pub fn same_number(l: Lang, name: &str) -> String {
    match l {
        Lang::Zh => format!("手机号与已登记的“{name}”相同"),
        Lang::En => format!("Has the mobile number of “{name}”"),
    }
}

/// What differs and stays: "职务：登记为“总监”，名片上是“总经理”，保留登记的。"
pub fn kept(l: Lang, kept: &Kept) -> String {
    let Kept { field: of, known, said } = kept;
    let name = field(l, *of);
    let (known, said) = (one_line(known), one_line(said));
    match l {
        Lang::Zh => format!("{name}：登记为“{known}”，名片上是“{said}”，保留登记的"),
        Lang::En => format!("{name}: registered “{known}”, on the card “{said}”; the registered one stays"),
    }
}

fn one_line(text: &str) -> String {
    let line = text.replace('\n', " ");
    let short: String = line.chars().take(60).collect();
    if short.len() < line.len() { short + "…" } else { line }
}

/// A company of the ledger that may be the same.
pub fn near(l: Lang, name: &str) -> String {
    match l {
        Lang::Zh => format!("可能就是已登记的“{name}”"),
        Lang::En => format!("May be “{name}”, which is registered"),
    }
}

/// Takes the company that may be the same.
pub const USE_NEAR: Text = Text::new("归到这家", "Use that one");

/// What of a card could not be taken.
pub fn doubt(l: Lang, doubt: Doubt) -> String {
    match (doubt, l) {
        (Doubt::Undecodable(of), Lang::Zh) => format!("{}的文字编码认不出来，没有读入", field(l, of)),
        (Doubt::Undecodable(of), Lang::En) => {
            format!("{}: its encoding is not known; left out", field(l, of))
        }
        (Doubt::TooLong(of), Lang::Zh) => format!("{}太长，没有读入", field(l, of)),
        (Doubt::TooLong(of), Lang::En) => format!("{}: too long; left out", field(l, of)),
        (Doubt::TooMany(of), Lang::Zh) => format!("{}超过 {MAX_NUMBERS} 项，其余没有读入", field(l, of)),
        (Doubt::TooMany(of), Lang::En) => {
            format!("{}: more than {MAX_NUMBERS}; the rest is left out", field(l, of))
        }
    }
}

/// Where a card stands: "第 3 张（第 41 行）".
pub fn place(l: Lang, number: usize, line: usize) -> String {
    match l {
        Lang::Zh => format!("第 {number} 张（第 {line} 行）"),
        Lang::En => format!("Card {number} (line {line})"),
    }
}

/// Why a card was not read, and what to do.
pub const fn fault(fault: Fault) -> Text {
    match fault {
        Fault::NoName => Text::new(
            "没有姓名。请在通讯录里补上姓名，再导出。",
            "There is no name on it. Add one in the address book and export it again.",
        ),
        Fault::OnlyCompany => Text::new(
            "只有单位，没有人名。请在通讯录里补上联系人姓名，或在这里登记企业。",
            "It names a company and no person. Add a person's name in the address book, or register the company here.",
        ),
        Fault::Undecodable => Text::new(
            "姓名的文字编码认不出来。请在手机上用 vCard 3.0 或 UTF-8 导出。",
            "The encoding of the name is not known. Export it as vCard 3.0 or in UTF-8.",
        ),
        Fault::NameTooLong => Text::new(
            "姓名太长。请在通讯录里改短，再导出。",
            "The name is too long. Shorten it in the address book and export it again.",
        ),
        Fault::Cut => Text::new(
            "后面缺了一截，没有结尾。请重新导出或再传一次文件。",
            "It is cut off: its end is missing. Export or send the file again.",
        ),
    }
}

/// Why a file could not be read, and what to do.
pub fn file_error(l: Lang, error: FileError) -> String {
    let text = match error {
        FileError::Empty => Text::new("文件是空的。请重新导出。", "The file is empty. Export it again."),
        FileError::NoCards => Text::new(
            "里面没有名片。请选通讯录导出的 .vcf 文件；Excel 名单请在“导入”页导入。",
            "There are no cards in it. Choose a .vcf file exported from an address book; a list in Excel belongs on the Import page.",
        ),
        FileError::TooLarge => {
            let most = MAX_BYTES >> 20;
            return match l {
                Lang::Zh => format!("文件超过 {most} MB。请导出时不带照片，或分几次导出。"),
                Lang::En => {
                    format!("The file is larger than {most} MB. Export without pictures, or in parts.")
                }
            };
        }
        FileError::TooMany => {
            let most = count(MAX_CARDS);
            return match l {
                Lang::Zh => format!("名片超过 {most} 张。请分几次导出。"),
                Lang::En => format!("There are more than {most} cards. Export them in parts."),
            };
        }
    };
    text.get(l).to_owned()
}

/// What is beyond the limits: "一项最多 120 字，备注最多 4,000 字"
pub fn limits(l: Lang) -> String {
    let (text, note) = (count(MAX_TEXT), count(MAX_NOTE));
    match l {
        Lang::Zh => format!("一项最多 {text} 字，备注最多 {note} 字。"),
        Lang::En => format!("A field holds up to {text} characters, a remark up to {note}."),
    }
}
