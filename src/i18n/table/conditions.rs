//! Conditions in words, for the chips above a table.

use super::cells::number_text;
use crate::domain::milestone::Review;
use crate::domain::{Exit, Milestone, RecordId};
use crate::i18n::{Lang, Text, format, labels, values};
use crate::ledger::State;
use crate::rules::query::{ColumnType, Relative, Step, Test, name_of};

/// A range that moves with today.
pub const fn relative(of: Relative) -> Text {
    match of {
        Relative::Today => Text::new("今天", "Today"),
        Relative::ThisWeek => Text::new("本周", "This week"),
        Relative::ThisMonth => Text::new("本月", "This month"),
        Relative::LastMonth => Text::new("上月", "Last month"),
        Relative::ThisQuarter => Text::new("本季度", "This quarter"),
        Relative::ThisYear => Text::new("本年", "This year"),
        Relative::LastYear => Text::new("上年", "Last year"),
        Relative::Past7 => Text::new("近 7 天", "Past 7 days"),
        Relative::Past30 => Text::new("近 30 天", "Past 30 days"),
        Relative::Next7 => Text::new("未来 7 天", "Next 7 days"),
        Relative::Next30 => Text::new("未来 30 天", "Next 30 days"),
        Relative::Before => Text::new("今天以前", "Before today"),
    }
}

/// How dates are grouped.
pub const fn step(of: Step) -> Text {
    match of {
        Step::Month => Text::new("按月", "By month"),
        Step::Quarter => Text::new("按季度", "By quarter"),
        Step::Year => Text::new("按年", "By year"),
    }
}

/// A condition: `责任单位：城南镇、高新园区`.
pub fn condition(l: Lang, state: &State, column: &str, ty: ColumnType, test: &Test) -> String {
    told(l, state, column, ty, test, NAMED)
}

/// A condition with all its values: for what is scored by it, none is only counted.
pub fn whole_condition(l: Lang, state: &State, column: &str, ty: ColumnType, test: &Test) -> String {
    told(l, state, column, ty, test, usize::MAX)
}

fn told(l: Lang, state: &State, column: &str, ty: ColumnType, test: &Test, most: usize) -> String {
    let what = match test {
        Test::Contains(text) => match l {
            Lang::Zh => format!("含“{text}”"),
            Lang::En => format!("contains “{text}”"),
        },
        Test::AnyOf(words) => any_of(l, state, ty, words, most),
        Test::NoneOf(words) => {
            let words = any_of(l, state, ty, words, most);
            match l {
                Lang::Zh => format!("{words}除外"),
                Lang::En => format!("not {words}"),
            }
        }
        Test::Empty => super::BLANK.get(l).to_owned(),
        Test::Filled => super::ONLY_FILLED.get(l).to_owned(),
        Test::Between { min, max } => {
            let end = |n: &i64| match ty {
                ColumnType::Money => format::money(l, *n),
                _ => number_text(*n, ty),
            };
            range(min.as_ref().map(end), max.as_ref().map(end))
        }
        Test::Days { from, to } => range(from.clone(), to.clone()),
        Test::When(range) => relative(*range).get(l).to_owned(),
        Test::Is(yes) => values::yes_no(l, *yes).to_owned(),
        Test::Unknown(_) => {
            Text::new("此版本不识别的条件", "a condition of a newer version").get(l).to_owned()
        }
    };
    match l {
        Lang::Zh => format!("{column}：{what}"),
        Lang::En => format!("{column}: {what}"),
    }
}

/// Exactly so many records, named one by one.
pub fn these(l: Lang, n: usize) -> String {
    match l {
        Lang::Zh => format!("指定的 {} 条记录", format::count(n)),
        Lang::En => format!("These {}", crate::i18n::plural(n, "record", "records")),
    }
}

fn range(from: Option<String>, to: Option<String>) -> String {
    match (from, to) {
        (Some(from), Some(to)) => format!("{from} ~ {to}"),
        (Some(from), None) => format!("≥ {from}"),
        (None, Some(to)) => format!("≤ {to}"),
        (None, None) => String::new(),
    }
}

/// How many values are named before the rest is counted.
const NAMED: usize = 3;

fn any_of(l: Lang, state: &State, ty: ColumnType, words: &[String], most: usize) -> String {
    let named: Vec<String> = words.iter().take(most).map(|word| value(l, state, ty, word)).collect();
    let list = named.join(if l == Lang::Zh { "、" } else { ", " });
    match (words.len().saturating_sub(most), l) {
        (0, _) => list,
        (_, Lang::Zh) => format!("{list} 等 {} 项", words.len()),
        (rest, Lang::En) => format!("{list} and {rest} more"),
    }
}

/// A value as a condition stores it, in words.
fn value(l: Lang, state: &State, ty: ColumnType, word: &str) -> String {
    let known = match ty {
        ColumnType::Exit if word.is_empty() => Some(super::NOT_LEFT),
        _ if word.is_empty() => Some(super::BLANK),
        ColumnType::Stage => Milestone::from_word(word).and_then(Milestone::stage).map(labels::stage),
        ColumnType::Exit => Exit::from_word(word).map(labels::exit),
        ColumnType::Review => Review::from_word(word).map(labels::review),
        ColumnType::Closed(of) => Some(crate::i18n::trips::closed(of, word)),
        _ => None,
    };
    match (known, ty) {
        (Some(text), _) => text.get(l).to_owned(),
        (None, ColumnType::Choice(list) | ColumnType::Words(Some(list))) => {
            values::list_word(l, state, list, word)
        }
        (None, ColumnType::Ref(_)) => {
            let name = word.parse::<RecordId>().map(|id| name_of(state, id).to_owned());
            name.ok().filter(|name| !name.is_empty()).unwrap_or_else(|| word.to_owned())
        }
        _ => word.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn conditions_read_as_sentences() {
        let state = State::default();
        let words = |l, ty, test: Test| condition(l, &state, "阶段", ty, &test);
        let stages = Test::AnyOf(vec!["signed".into(), "landed".into()]);
        assert_eq!(words(Lang::Zh, ColumnType::Stage, stages.clone()), "阶段：签约、落地");
        assert_eq!(words(Lang::En, ColumnType::Stage, stages), "阶段: Signed, Landed");
        let amount = Test::Between { min: Some(100_000_000), max: None };
        assert_eq!(words(Lang::Zh, ColumnType::Money, amount), "阶段：≥ 1亿元");
        let many = Test::AnyOf(["a", "b", "c", "d"].map(str::to_owned).to_vec());
        assert_eq!(words(Lang::Zh, ColumnType::Text, many.clone()), "阶段：a、b、c 等 4 项");
        assert_eq!(whole_condition(Lang::Zh, &state, "阶段", ColumnType::Text, &many), "阶段：a、b、c、d");
        let stays = Test::AnyOf(vec![String::new(), "on_hold".into()]);
        assert_eq!(words(Lang::Zh, ColumnType::Exit, stays), "阶段：未退出、暂缓");
        let none = Test::NoneOf(vec!["signed".into(), String::new()]);
        assert_eq!(words(Lang::Zh, ColumnType::Stage, none.clone()), "阶段：签约、（空白）除外");
        assert_eq!(words(Lang::En, ColumnType::Stage, none), "阶段: not Signed, (empty)");
        assert_eq!(words(Lang::Zh, ColumnType::Date, Test::When(Relative::Next7)), "阶段：未来 7 天");
    }
}
