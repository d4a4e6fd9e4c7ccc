//! Cells, heads and groups in words.

use crate::domain::{Currency, Field, Kind, Value};
use crate::exchange::sheet::write::CellOut;
use crate::i18n::format::{self, DASH, MoneyUnit};
use crate::i18n::{Lang, Text, labels, trips, values};
use crate::ledger::{CellKey, State};
use crate::rules::query::{Align, CellValue, Column, ColumnType, Computed, GroupLabel, Step};
use crate::rules::typed::{self, Typing};
use chrono::Datelike;

const fn computed(of: Computed) -> Text {
    match of {
        Computed::Stage => Text::new("阶段", "Stage"),
        Computed::StageSince => Text::new("进入阶段", "In stage since"),
        Computed::TotalYuan => Text::new("总投资折人民币", "Total in CNY"),
        Computed::Arrived => Text::new("到位资金", "Arrived funds"),
        Computed::InvestorTier => Text::new("投资方类别", "Investor's tier"),
        Computed::ArrivalRate => Text::new("资金到位率", "Arrival rate"),
        Computed::Origin => Text::new("来源范围", "Origin"),
        Computed::SourceProvince => Text::new("来源省份", "Source province"),
        Computed::LastFollowUp => Text::new("最近跟进", "Last follow-up"),
        Computed::DaysSince => Text::new("未跟进天数", "Days since follow-up"),
        Computed::FollowUps => Text::new("跟进次数", "Follow-ups"),
        Computed::NextStep => Text::new("下一步", "Next step"),
        Computed::NextOn => Text::new("下一步时间", "Next step due"),
        Computed::Projects => Text::new("投资项目数", "Projects"),
        Computed::InvestedYuan => Text::new("投资总额", "Invested here"),
        Computed::Contacts => Text::new("联系人数", "Contacts"),
        Computed::IssueStanding | Computed::PromiseStanding => Text::new("状态", "State"),
        Computed::Holder => Text::new("现责任部门", "With"),
        Computed::HeldDays => Text::new("在手天数", "Days with it"),
        Computed::IssueOverdue | Computed::PermitOverdue => Text::new("超期天数", "Overdue"),
        Computed::HandOvers => Text::new("转办次数", "Hand-overs"),
        Computed::Departments => Text::new("经手部门", "Departments that had it"),
        Computed::BeginBy => Text::new("最迟申报", "Apply by"),
        Computed::Unpaid => Text::new("未兑现金额", "Unpaid"),
        Computed::NoRate => Text::new("缺汇率币种", "Currency without a rate"),
        Computed::Owed => Text::new("应兑未兑", "Owed now"),
        Computed::TripKind => Text::new("外出类型", "Kind of trip"),
        Computed::TripDays => Text::new("外出天数", "Days out"),
        Computed::TripState => Text::new("状态", "State"),
        Computed::TripFaults => Text::new("待完善", "To be put right"),
        Computed::TripUnits => Text::new("参加单位", "Units"),
        Computed::TripFollowers => Text::new("跟随单位", "Units that went along"),
        Computed::HasIntent => Text::new("有意向", "With an intention"),
        Computed::TripPeople => Text::new("外出人员", "Who went"),
    }
}

/// The name of a column.
pub fn column_name(l: Lang, state: &State, kind: Kind, column: Column) -> String {
    match column {
        Column::Computed(of) => computed(of).get(l).to_owned(),
        Column::Set(field) => values::cell_name(l, state, kind, CellKey::one(field)),
        Column::Cell(key) if key.field == Field::EXTRA => state.names().element_word(key.element).to_owned(),
        Column::Cell(key) => values::cell_name(l, state, kind, key),
    }
}

/// The unit that stands in a column's head; empty for none.
pub fn unit_of(l: Lang, kind: Kind, column: Column, money: MoneyUnit) -> &'static str {
    match (column.ty(kind), l) {
        (ColumnType::Money, _) => money.name(l),
        (ColumnType::Area, Lang::Zh) => "亩",
        (ColumnType::Area, Lang::En) => "mu",
        (ColumnType::Percent, _) => "%",
        _ => "",
    }
}

/// The width a column begins with, in CSS pixels: English words of stages and lists are longer.
pub fn usual_width(l: Lang, kind: Kind, column: Column) -> u16 {
    let width = column.default_width(kind);
    match (l, column.ty(kind)) {
        (Lang::En, ColumnType::Stage | ColumnType::Choice(_) | ColumnType::Closed(_)) => width + width / 3,
        _ => width,
    }
}

/// A cell's text with its unit, where no heading names it.
pub fn with_unit(l: Lang, text: &str, unit: &str) -> String {
    match (l, unit) {
        (_, "" | "%") | (Lang::Zh, _) => format!("{text}{unit}"),
        (Lang::En, _) => format!("{text} {unit}"),
    }
}

/// A cell as a grid shows it: numbers without their unit, a dash for zero.
pub fn cell_text(l: Lang, state: &State, value: &CellValue<'_>, ty: ColumnType, unit: MoneyUnit) -> String {
    match value {
        CellValue::Empty => String::new(),
        CellValue::Text(word) => match ty {
            ColumnType::Choice(list) => values::list_word(l, state, list, word),
            // The key of an award of the office's own rules is a word of theirs.
            ColumnType::Closed(of) => Some(trips::closed(of, word).get(l))
                .filter(|text| !text.is_empty())
                .unwrap_or(word)
                .to_owned(),
            _ => (*word).to_owned(),
        },
        CellValue::Int(number) => number_text(*number, ty),
        CellValue::Bool(yes) => values::yes_no(l, *yes).to_owned(),
        CellValue::Date(day) => day.to_string(),
        CellValue::Money { money, .. } if money.currency == Currency::CNY => {
            format::money_cell(unit, money.units, unit.decimals())
        }
        CellValue::Money { money, .. } => values::money(l, *money),
        CellValue::Ref { name, .. } => (*name).to_owned(),
        CellValue::Words(words) => {
            let word = |word: &&str| match ty {
                ColumnType::Words(Some(list)) => values::list_word(l, state, list, word),
                ColumnType::Closed(of) => trips::closed(of, word).get(l).to_owned(),
                _ => (*word).to_owned(),
            };
            words.iter().map(word).collect::<Vec<_>>().join(joint(l))
        }
        CellValue::Stage(stage) => labels::stage(*stage).get(l).to_owned(),
        CellValue::Exit(exit) => labels::exit(*exit).get(l).to_owned(),
        CellValue::Review(review) => labels::review(*review).get(l).to_owned(),
    }
}

/// What an empty cell shows: a dash among numbers, nothing among words.
pub fn plain_empty(kind: Kind, column: Column) -> &'static str {
    if column.align(kind) == Align::End { DASH } else { "" }
}

const fn joint(l: Lang) -> &'static str {
    match l {
        Lang::Zh => "、",
        Lang::En => ", ",
    }
}

/// A sum under a column, amounts in yuan.
pub fn sum_text(sum: i64, ty: ColumnType, unit: MoneyUnit) -> String {
    match ty {
        ColumnType::Money => format::money_cell(unit, sum, unit.decimals()),
        _ => number_text(sum, ty),
    }
}

/// A number in the unit of its column.
pub(super) fn number_text(number: i64, ty: ColumnType) -> String {
    match ty {
        ColumnType::Year => number.to_string(),
        ColumnType::Area => hundredths(crate::domain::read::Area { hundredths: number }.mu_hundredths(), 2),
        ColumnType::Percent => hundredths(number, 1),
        ColumnType::Days if number == 0 => DASH.to_owned(),
        ColumnType::Days => format::exact(number, 1),
        ColumnType::Number => format::exact(number, 4),
        _ => format::number_cell(number),
    }
}

/// `number / 100` with `places` (1 or 2) digits after the point, rounded half away from zero; a dash for
/// zero.
fn hundredths(number: i64, places: usize) -> String {
    if number == 0 {
        return DASH.to_owned();
    }
    let step = if places == 1 { 10 } else { 1 };
    let size = (number.unsigned_abs() + step / 2) / step;
    let scale = 100 / step;
    let whole = i64::try_from(size / scale).unwrap_or(i64::MAX);
    let sign = if number < 0 { "-" } else { "" };
    format!("{sign}{}.{:0places$}", format::grouped(whole), size % scale)
}

/// A cell for the clipboard: exact, without separators, empty where nothing is held.
pub fn copied(
    l: Lang,
    state: &State,
    kind: Kind,
    column: Column,
    value: &CellValue<'_>,
    typing: &Typing,
    unit: MoneyUnit,
) -> String {
    let field = if let Column::Cell(key) = column { key.field.def(kind) } else { None };
    match (value, column.ty(kind)) {
        (CellValue::Money { money, .. }, _) => {
            typed::write(crate::domain::FieldType::Money, &Value::Money(*money), typing)
        }
        (CellValue::Int(number), ColumnType::Percent) => hundredths_exact(*number) + "%",
        (CellValue::Int(number), _) => {
            field.map_or(number.to_string(), |def| typed::write(def.ty, &Value::Int(*number), typing))
        }
        (value, ty) => cell_text(l, state, value, ty, unit),
    }
}

fn hundredths_exact(number: i64) -> String {
    let sign = if number < 0 { "-" } else { "" };
    format!("{sign}{}.{:02}", number.unsigned_abs() / 100, number.unsigned_abs() % 100)
}

/// A cell for an exported sheet: amounts of yuan in 万元, other currencies in words.
pub fn cell_out(l: Lang, state: &State, value: &CellValue<'_>, ty: ColumnType) -> CellOut {
    match (value, ty) {
        (CellValue::Empty, _) => CellOut::Empty,
        (CellValue::Date(day), _) => CellOut::Date(day.naive()),
        (CellValue::Money { money, .. }, _) if money.currency == Currency::CNY => CellOut::Wan(money.units),
        (CellValue::Int(number), ColumnType::Area) => {
            let value = crate::domain::read::Area { hundredths: *number }.mu_hundredths();
            CellOut::Number { value, places: 2 }
        }
        (CellValue::Int(number), ColumnType::Percent) => CellOut::Number { value: *number, places: 2 },
        (CellValue::Int(number), ColumnType::Days) => CellOut::Number { value: *number, places: 1 },
        (CellValue::Int(number), ColumnType::Number) => CellOut::Number { value: *number, places: 4 },
        (CellValue::Int(number), _) => CellOut::Number { value: *number, places: 0 },
        _ => CellOut::Text(cell_text(l, state, value, ty, MoneyUnit::Wan)),
    }
}

/// What the records of a group have in common.
pub fn group_label(l: Lang, state: &State, label: &GroupLabel, ty: ColumnType) -> String {
    match label {
        GroupLabel::Empty => super::BLANK.get(l).to_owned(),
        GroupLabel::Text(word) => cell_text(l, state, &CellValue::Text(word), ty, MoneyUnit::Wan),
        GroupLabel::Number(number) => number_text(*number, ty),
        GroupLabel::Bool(yes) => values::yes_no(l, *yes).to_owned(),
        GroupLabel::Ref(_, name) => name.clone(),
        GroupLabel::Stage(stage) => labels::stage(*stage).get(l).to_owned(),
        GroupLabel::Exit(exit) => labels::exit(*exit).get(l).to_owned(),
        GroupLabel::Review(review) => labels::review(*review).get(l).to_owned(),
        GroupLabel::Period(day, step) => {
            let (year, quarter) = (day.naive().year(), day.naive().month0() / 3 + 1);
            match (step, l) {
                (Step::Month, _) => format::month(l, *day),
                (Step::Quarter, Lang::Zh) => format!("{year}年第{quarter}季度"),
                (Step::Quarter, Lang::En) => format!("Q{quarter} {year}"),
                (Step::Year, Lang::Zh) => format!("{year}年"),
                (Step::Year, Lang::En) => year.to_string(),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::field::ProjectField as P;
    use crate::domain::{Date, Money};

    #[test]
    fn numbers_have_no_unit_and_zero_is_a_dash() {
        let state = State::default();
        let yuan = |units| CellValue::Money { money: Money::yuan(units), yuan: Some(units) };
        let text = |value: CellValue<'_>, ty, unit| cell_text(Lang::Zh, &state, &value, ty, unit);
        assert_eq!(text(yuan(350_000_000), ColumnType::Money, MoneyUnit::Wan), "35,000");
        assert_eq!(text(yuan(350_000_000), ColumnType::Money, MoneyUnit::Yi), "3.5000");
        assert_eq!(text(yuan(0), ColumnType::Money, MoneyUnit::Wan), "–");
        assert_eq!(text(CellValue::Int(6_666_700), ColumnType::Area, MoneyUnit::Wan), "100.00");
        assert_eq!(text(CellValue::Int(1627), ColumnType::Percent, MoneyUnit::Wan), "16.3");
        assert_eq!(text(CellValue::Int(2019), ColumnType::Year, MoneyUnit::Wan), "2019");
    }

    #[test]
    fn a_copy_keeps_every_yuan() {
        let state = State::default();
        let typing = Typing::on(Date::epoch());
        let money = CellValue::Money { money: Money::yuan(12_345), yuan: Some(12_345) };
        let column = Column::field(P::TotalInvestment);
        let copy = copied(Lang::Zh, &state, Kind::Project, column, &money, &typing, MoneyUnit::Wan);
        assert_eq!(copy, "1.2345");
    }

    #[test]
    fn every_column_has_a_name_in_both_languages() {
        let state = State::default();
        for &kind in &[Kind::Project, Kind::Company, Kind::Contact, Kind::FollowUp] {
            for column in Column::all(kind, &state) {
                for l in Lang::ALL {
                    assert!(!column_name(l, &state, kind, column).is_empty(), "{column:?}");
                }
            }
        }
    }
}
