//! What is wrong with a file, where, and what to do, in words.

use super::super::format::count;
use super::super::{Lang, Text, plural};
use crate::domain::FieldType;
use crate::exchange::json::{Expected, Fault, FileKind, Limit, Place, Remedy};

/// Where a problem is; empty for the file as a whole.
pub fn place(l: Lang, place: &Place) -> String {
    let mut parts = Vec::new();
    if place.line > 0 {
        parts.push(match l {
            Lang::Zh => format!("第 {} 行", place.line),
            Lang::En => format!("line {}", place.line),
        });
    }
    if let Some(number) = place.record {
        parts.push(match l {
            Lang::Zh => format!("第 {number} 条记录"),
            Lang::En => format!("record {number}"),
        });
    }
    parts.extend(place.id.clone());
    parts.extend(place.key.clone());
    parts.join(" · ")
}

/// What is wrong.
pub fn fault(l: Lang, fault: &Fault) -> String {
    let text = match fault {
        Fault::Empty => Text::new("文件是空的", "The file is empty"),
        Fault::WrongFile(kind) => wrong_file(*kind),
        Fault::NotUtf8 => Text::new("文字编码不是 UTF-8", "The text is not encoded as UTF-8"),
        Fault::Cut => Text::new("文件不完整，后面缺了一截", "The file is cut off"),
        Fault::BadJson { column } => {
            return match l {
                Lang::Zh => format!("从第 {column} 列起格式损坏"),
                Lang::En => format!("The form is damaged from column {column} on"),
            };
        }
        Fault::Wrong(expected) => {
            return match l {
                Lang::Zh => format!("此处应为{}", expected_words(*expected).get(l)),
                Lang::En => format!("Expected {}", expected_words(*expected).get(l)),
            };
        }
        Fault::Missing(key) => {
            return match l {
                Lang::Zh => format!("缺少“{key}”"),
                Lang::En => format!("“{key}” is missing"),
            };
        }
        Fault::KeyTwice => Text::new("同一个名称出现两次", "A key stands twice"),
        Fault::RecordTwice => Text::new("同一条记录出现两次", "A record stands twice"),
        Fault::UnknownAuthor => {
            Text::new("改动的作者不在作者表里", "A change names an author the file does not list")
        }
        Fault::OutOfOrder => Text::new("改动的先后次序不对", "The changes are not in order of time"),
        Fault::NoSuchCell => Text::new("所指的项目在记录里没有值", "It speaks of a cell without a value"),
        Fault::Future { .. } => {
            Text::new("改动时间在一年以后", "A change is dated more than a year in the future")
        }
        Fault::TooMuch(limit) => too_much(*limit),
        Fault::Altered => {
            Text::new("内容与校验码不符，路上有改动或丢失", "The content does not match its check sum")
        }
        Fault::More(n) => {
            return match l {
                Lang::Zh => format!("还有 {} 处问题未列出", count(*n)),
                Lang::En => plural(*n, "more problem is not listed", "more problems are not listed"),
            };
        }
    };
    text.get(l).to_owned()
}

/// What to do about it.
pub const fn remedy(remedy: Remedy) -> Text {
    match remedy {
        Remedy::ChooseAnother => {
            Text::new("请选招商簿存出的 .json 文件", "Choose a .json file saved by this program")
        }
        Remedy::ImportAsSpreadsheet => Text::new(
            "这是表格文件，请到“导入台账”读入",
            "This is a spreadsheet: read it with Import a ledger",
        ),
        Remedy::Unpack => Text::new("请先解压", "Unpack it first"),
        Remedy::SendAgain => Text::new("请对方重新存一份发来", "Have the sender save and send it again"),
        Remedy::SendLess => Text::new(
            "请对方少发一些：一个单位，或只发新的",
            "Have the sender send less: one unit, or only what is new",
        ),
        Remedy::SetClocks => Text::new(
            "请把两台电脑的时间调准，再请对方重发",
            "Set the clocks of both computers, then have it sent again",
        ),
        Remedy::SaveAsUtf8 => {
            Text::new("请另存为 UTF-8，或请对方重发", "Save it as UTF-8, or have it sent again")
        }
        Remedy::CorrectPlace => {
            Text::new("请更正此处，或请对方重发", "Correct this place, or have it sent again")
        }
        Remedy::TakeOutCheck => Text::new(
            "若是有意改的，删去 check 一行再接收；否则请对方重发",
            "If it was altered on purpose, take out its line “check”; if not, have it sent again",
        ),
    }
}

const fn wrong_file(kind: FileKind) -> Text {
    match kind {
        FileKind::Zip => Text::new("这是 Excel、Word 或压缩文件", "This is an Excel, Word or zip file"),
        FileKind::OldOffice => Text::new("这是旧版 Excel 或 Word 文件", "This is an old Excel or Word file"),
        FileKind::Pdf => Text::new("这是 PDF 文件", "This is a PDF file"),
        FileKind::Markup => Text::new("这是网页文件", "This is a web page"),
        FileKind::Gzip => Text::new("这是压缩文件", "This is a compressed file"),
        FileKind::Picture => Text::new("这是图片", "This is a picture"),
        FileKind::OtherJson => Text::new("这是别的程序的 JSON 文件", "This is another program's JSON file"),
        FileKind::PlainText => {
            Text::new("这是文本文件，不是招商簿文件", "This is plain text, not a file of this program")
        }
    }
}

const fn too_much(limit: Limit) -> Text {
    match limit {
        Limit::Bytes => Text::new("文件太大", "The file is too large"),
        Limit::Changes => Text::new("改动太多", "There are too many changes"),
        Limit::Cells => Text::new("一条记录的项目太多", "A record has too many cells"),
        Limit::History => Text::new("一个项目的历史太长", "The history of one cell is too long"),
        Limit::UnknownFields => Text::new("不认识的项目太多", "There are too many unknown fields"),
    }
}

const fn expected_words(expected: Expected) -> Text {
    match expected {
        Expected::Object => Text::new("一个对象 {…}", "an object {…}"),
        Expected::List => Text::new("一个列表 […]", "a list […]"),
        Expected::Text => Text::new("文字", "a text"),
        Expected::Whole => Text::new("整数", "a whole number"),
        Expected::Moment => Text::new("时刻", "a moment"),
        Expected::Stamp => Text::new("时间戳", "a stamp"),
        Expected::Node => Text::new("电脑编号", "a computer's id"),
        Expected::Id => Text::new("记录编号", "a record's id"),
        Expected::Scope => Text::new("文件范围", "the part the file holds"),
        Expected::CellName => Text::new("项目名", "the name of a cell"),
        Expected::Value(ty) => match ty {
            FieldType::Date => Text::new("日期，如 2026-09-30", "a date such as 2026-09-30"),
            FieldType::Money => Text::new("金额", "an amount"),
            FieldType::Bool => Text::new("true 或 false", "true or false"),
            FieldType::Ref(_) | FieldType::Same => Text::new("记录编号", "a record's id"),
            FieldType::Text | FieldType::LongText | FieldType::Phone | FieldType::Choice(_) => {
                Text::new("文字", "a text")
            }
            _ => Text::new("整数", "a whole number"),
        },
        Expected::Readable => Text::new("可读的值", "a readable value"),
    }
}
