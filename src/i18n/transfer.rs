//! 流转与分成: a project that moves between units, and whom it counts for.

use super::{Lang, Text};

/// The panel.
pub const TRANSFERS: Text = Text::new("流转与分成", "Transfers and credit");
/// Begins a transfer.
pub const TRANSFER: Text = Text::new("流转给其他单位", "Transfer to another unit");
/// Carries it out.
pub const DO: Text = Text::new("流转", "Transfer");
/// The receiver.
pub const TO: Text = Text::new("转入单位", "To");
/// The day.
pub const ON: Text = Text::new("流转日期", "Date");
/// The split.
pub const SPLIT: Text = Text::new("分成（转出：转入）", "Split (giver:receiver)");
/// Another split.
pub const OTHER_SPLIT: Text = Text::new("其他", "Other");
/// What the giver keeps, typed.
pub const KEPT: Text = Text::new("转出方保留", "The giver keeps");
/// How long.
pub const YEARS: Text = Text::new("分成年限", "For years");
/// Without a number.
pub const YEARS_HINT: Text = Text::new("不填即长期", "Without a number, for good");
/// Unit of years inside the field.
pub const YEAR: Text = Text::new("年", "years");
/// Who agreed.
pub const AGREED_BY: Text = Text::new("同意单位", "Agreed by");
/// Why.
pub const REASON: Text = Text::new("流转原因", "Reason");
/// No share between 0 and 100 %.
pub const WRONG_SHARE: Text = Text::new("请填 0 到 100", "Enter 0 to 100");
/// Not a number of years.
pub const WRONG_YEARS: Text =
    Text::new("请填 1 到 99 的整数，或不填", "Enter a whole number from 1 to 99, or nothing");
/// The receiver is missing.
pub const NO_RECEIVER: Text = Text::new("请选转入单位", "Choose the receiving unit");
/// The receiver is the giver.
pub const SAME_UNIT: Text = Text::new("项目已经在这个单位", "The project is with this unit already");
/// The project has no unit yet.
pub const NO_GIVER: Text =
    Text::new("先填责任单位，才能流转。", "Name the responsible unit first; then it can be transferred.");
/// What the project says of itself after a transfer.
pub const MOVED: Text = Text::new("已流转", "Transferred");
/// Whom the project counts for today.
pub const COUNTS_FOR: Text = Text::new("现在计入", "Counts for");

/// What was agreed: `分成 5:5，5 年（至 2031-03-01）`.
pub fn agreed(l: Lang, split: &str, years: Option<i64>, until: &str) -> String {
    match (l, years) {
        (Lang::Zh, None) => format!("分成 {split}，长期"),
        (Lang::En, None) => format!("split {split}, for good"),
        (Lang::Zh, Some(years)) => format!("分成 {split}，{years} 年（至 {until}）"),
        (Lang::En, Some(years)) => format!("split {split}, {years} years (until {until})"),
    }
}

/// Giver and receiver in the smallest whole numbers that people say: 50 % is `5:5`, 12.5 % is `12.5:87.5`. `kept`
/// is in hundredths of a percent.
pub fn split(kept: i64) -> String {
    let percent = |part: i64| {
        let (whole, rest) = (part / 100, part % 100);
        match rest {
            0 => whole.to_string(),
            rest if rest % 10 == 0 => format!("{whole}.{}", rest / 10),
            rest => format!("{whole}.{rest:02}"),
        }
    };
    if kept % 1000 == 0 {
        format!("{}:{}", kept / 1000, (10_000 - kept) / 1000)
    } else {
        format!("{}:{}", percent(kept), percent(10_000 - kept))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn splits_are_written_as_people_say_them() {
        let told = [5000, 3000, 0, 1250, 3333].map(split);
        assert_eq!(told, ["5:5", "3:7", "0:10", "12.5:87.5", "33.33:66.67"]);
    }
}
