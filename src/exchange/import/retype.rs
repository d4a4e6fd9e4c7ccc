//! A cell of the preview typed anew, and the day a file tells of.

use crate::domain::Date;
use crate::domain::read::{self, DateHints, Doubt, Reading};
use crate::exchange::sheet::rows::{Read, ReadValue};
use crate::exchange::sheet::{Context, Reader, Table, Target};

/// Reads what a person typed into a cell of the preview, as a cell of its column is read. The words as
/// they were in the file stay; the doubts are those of the new words.
pub fn retype(value: &mut ReadValue, target: &Target, table: &Table, context: &Context, text: &str) {
    let Reading { value: found, doubts } = read_typed(value.column, target, table, context, text);
    value.read = found;
    value.doubts = doubts;
}

fn read_typed(
    column: Option<usize>,
    target: &Target,
    table: &Table,
    context: &Context,
    text: &str,
) -> Reading<Read> {
    let column = column.and_then(|index| table.column(index));
    let hints = DateHints { today: context.today, year: context.year.or(table.year), from_1904: false };
    let words = |clean: fn(&str) -> String| match read::is_empty_mark(text) {
        true => Reading::none(),
        false => Reading::sure(Read::Text(clean(text))),
    };
    match target.reader {
        Reader::Text => words(read::tidy),
        Reader::Name => words(read::name),
        Reader::LongText => words(read::paragraph),
        Reader::Money => {
            let unit = context.money_unit.or(column.and_then(|c| c.money_unit));
            read::money(text, unit).map(Read::Money)
        }
        Reader::Date => read::date(text, &hints).map(Read::Date),
        Reader::Area => {
            read::area(text, context.area_unit.or(column.and_then(|c| c.area_unit))).map(Read::Area)
        }
        Reader::People | Reader::NamePhone => read::people(text).map(Read::People),
        Reader::Phone => read::phones(text).map(Read::Phones),
        Reader::YesNo => read::yes_no(text).map(Read::YesNo),
        Reader::Stage => read::stage(text).map(Read::Stage),
        Reader::Int => read::whole(text).map(Read::Int),
        Reader::Decimal => read::decimal(text).map(Read::Hundredths),
        Reader::Percent => read::percent(text).map(Read::Hundredths),
        Reader::CreditCode => read::credit_code(text).map(Read::Text),
        Reader::List => read::list(text).map(Read::List),
        Reader::Serial => Reading::none(),
    }
}

/// The day that a file's titles say it tells of: "截至日期:2026年9月30日", "(截至2026.9.30)".
pub fn as_of(titles: &[String], context: &Context) -> Option<Date> {
    let hints = DateHints { today: context.today, year: context.year, from_1904: false };
    titles.iter().find_map(|title| {
        let after = ["截至", "截止"].iter().find_map(|word| title.split_once(word))?.1;
        let start = after.find(|c: char| c.is_ascii_digit())?;
        let tail = after.get(start..)?;
        let end = tail.find(|c: char| c.is_whitespace() || matches!(c, ')' | '）' | ',' | '，' | ';'));
        let Reading { value, doubts } = read::date(tail.get(..end.unwrap_or(tail.len()))?, &hints);
        value.filter(|_| !doubts.contains(&Doubt::Unreadable)).and_then(Date::from_naive)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::NaiveDate;

    #[test]
    fn the_day_stands_in_the_titles() {
        let context = Context::on(NaiveDate::from_ymd_opt(2026, 10, 8).expect("a day"));
        let day = |title: &str| as_of(&[title.to_owned()], &context).map(|day| day.to_string());
        let line = "填报单位:招商服务中心        截至日期:2026年9月30日        单位:亿元、亩";
        assert_eq!(day(line).as_deref(), Some("2026-09-30"));
        assert_eq!(day("招商引资台账（截止2026.9.30）").as_deref(), Some("2026-09-30"));
        assert_eq!(day("全县2026年招商引资项目台账"), None);
        assert_eq!(day("截至目前"), None);
    }
}
