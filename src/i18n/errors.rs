//! Errors shared by several screens: what happened and what to do.

use super::{Lang, Text, values};
use crate::domain::read::Doubt;
use crate::exchange::sheet::OpenError;

/// Why a spreadsheet could not be opened, and what to do.
pub const fn open_error(error: OpenError) -> Text {
    match error {
        OpenError::Empty => Text::new(
            "文件里没有内容。请确认选对了文件，或在表格软件里打开看看。",
            "There is nothing in this file. Check that it is the right one by opening it in your spreadsheet program.",
        ),
        OpenError::Encrypted => Text::new(
            "文件设有密码。请在表格软件里打开，去掉密码后另存，再导入。",
            "The file is protected by a password. Open it in your spreadsheet program, save it without the password, and import that.",
        ),
        OpenError::Corrupt => Text::new(
            "文件已损坏或没有传完。请重新下载或向发送人再要一份。",
            "The file is damaged or incomplete. Download it again, or ask the sender for another copy.",
        ),
        OpenError::TooLarge => Text::new(
            "文件太大。请删去无关的表和空行，或分成几个文件导入。",
            "The file is too large. Remove sheets and empty rows that do not matter, or import it in parts.",
        ),
        OpenError::OtherFormat => Text::new(
            "这种表格格式不能直接读。请在表格软件里另存为 .xlsx，再导入。",
            "This spreadsheet format is not read. Save the file as .xlsx in your spreadsheet program and import that.",
        ),
        OpenError::NotASheet => Text::new(
            "这不是表格文件。请选 .xlsx、.xls 或 .csv 文件。",
            "This is not a spreadsheet. Choose an .xlsx, .xls or .csv file.",
        ),
        OpenError::UnknownEncoding => Text::new(
            "文字编码认不出来。请在表格软件里另存为 .xlsx，再导入。",
            "The text is in an encoding that is not known. Save the file as .xlsx in your spreadsheet program and import that.",
        ),
    }
}

/// Why a value should be looked at, and what was taken. `amount` says whether the figures of a range
/// are yuan.
pub fn doubt(l: Lang, doubt: &Doubt, amount: bool) -> String {
    let text = |text: Text| text.get(l).to_owned();
    match doubt {
        Doubt::Approximate => {
            text(Text::new("原文是约数，按此数记", "The file says “about”; taken as this figure"))
        }
        Doubt::Range { low, high } if amount => {
            let yuan = |units| values::money(l, crate::domain::Money::yuan(units));
            match l {
                Lang::Zh => format!("原文是区间 {} 至 {}，取下限", yuan(*low), yuan(*high)),
                Lang::En => format!(
                    "The file gives a range, {} to {}; the lower end was taken",
                    yuan(*low),
                    yuan(*high)
                ),
            }
        }
        Doubt::Range { .. } => {
            text(Text::new("原文是区间，取下限", "The file gives a range; the lower end was taken"))
        }
        Doubt::Until(day) => match l {
            Lang::Zh => format!("原文是一段时间，止于 {day}，取起始日"),
            Lang::En => format!("The file gives a period until {day}; its first day was taken"),
        },
        Doubt::LowerBound => text(Text::new(
            "原文说“以上”，实际可能更多",
            "The file says “at least”; the real figure may be higher",
        )),
        Doubt::UpperBound => text(Text::new(
            "原文说“以内”，实际可能更少",
            "The file says “at most”; the real figure may be lower",
        )),
        Doubt::UnitAssumed => text(Text::new(
            "没写单位，按常用单位读，请核对",
            "No unit is given; the usual one was assumed. Please check",
        )),
        Doubt::Implausible => {
            text(Text::new("数与单位不相称，请核对单位", "The figure does not fit its unit. Check the unit"))
        }
        Doubt::CenturyAssumed => {
            text(Text::new("年份只有两位，按本世纪读", "The year has two digits; this century was assumed"))
        }
        Doubt::YearAssumed => text(Text::new(
            "没写年份，按标题或当年读",
            "No year is given; that of the title or the current one was taken",
        )),
        Doubt::DayMissing => text(Text::new(
            "只写到月，按当月首日（或月底）读",
            "Only the month is given; its first or last day was taken",
        )),
        Doubt::MonthMissing => text(Text::new(
            "只写到年、季或半年，请补月日",
            "Only a year or quarter is given. Add month and day",
        )),
        Doubt::MonthAmbiguous => text(Text::new(
            "“.1”可能是 1 月也可能是 10 月，请核对",
            "“.1” may be January or October. Please check",
        )),
        Doubt::SerialAssumed => text(Text::new(
            "单元格是数字，按表格的日期序号读",
            "The cell holds a number, read as a spreadsheet day number",
        )),
        Doubt::Planned => text(Text::new(
            "原文是计划，不是已发生，请核对",
            "The file speaks of a plan, not of what happened. Please check",
        )),
        Doubt::Aside(words) => match l {
            Lang::Zh => format!("另有文字未计入：{words}"),
            Lang::En => format!("Other words were left aside: {words}"),
        },
        Doubt::Typo => text(Text::new("疑有笔误，已按常理更正", "A slip was put right")),
        Doubt::Uncertain => text(Text::new("拿不准，请核对", "Not certain. Please check")),
        Doubt::Inherited => {
            text(Text::new("取自合并单元格或上方分组行", "Taken from a merged cell or a section row above"))
        }
        Doubt::Unreadable => text(Text::new(
            "读不出数，原文照存；可在此改写",
            "Not understood; the words are kept. Type the value here",
        )),
    }
}
