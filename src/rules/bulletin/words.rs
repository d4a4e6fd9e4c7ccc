//! The language of a paper, asked of whoever knows it.

use super::Say;
use crate::domain::lists::List;
use crate::domain::{Decimal, Label, Milestone};
use crate::ledger::State;
use crate::rules::metrics::{Metric, Unit};
use crate::rules::targets::Period;

/// Who knows the language of a paper.
pub trait Words {
    /// A fixed word, in Chinese and in English.
    fn both(&self, word: Say) -> [&'static str; 2];

    /// Whether the paper is in Chinese.
    fn is_chinese(&self) -> bool;

    /// In what a metric is counted; `元` of amounts is [`Words::amounts`].
    fn unit(&self, unit: Unit) -> &'static str;

    /// The unit of amounts: how many yuan, and its name.
    fn amounts(&self) -> (i64, &'static str);

    /// A period of a counting year that begins with a month; a contest is told by its own name.
    fn period(&self, period: Period, first_month: u32) -> String;

    /// An entry of a list.
    fn choice(&self, state: &State, list: List, word: &str) -> String;

    /// The name of a milestone.
    fn milestone(&self, milestone: Milestone) -> String;

    /// The word of an award that no sheet names: red_flag, ox and the like.
    fn award(&self, word: &str) -> String;

    /// A fixed word in the language of the paper.
    fn say(&self, word: Say) -> String {
        self.both(word)[usize::from(!self.is_chinese())].to_owned()
    }

    /// A fixed sentence with what is told put in the places of its `{}`.
    fn tell(&self, word: Say, told: &[&str]) -> String {
        told.iter().fold(self.say(word), |text, told| text.replacen("{}", told, 1))
    }

    /// Words in two languages, in that of the paper where they have it.
    fn label(&self, label: &Label) -> String {
        let (first, other) = if self.is_chinese() { (&label.zh, &label.en) } else { (&label.en, &label.zh) };
        if first.is_empty() { other.clone() } else { first.clone() }
    }

    /// What a metric is called.
    fn metric(&self, metric: &Metric) -> String {
        let name = self.label(&metric.name);
        if name.is_empty() { metric.word.clone() } else { name }
    }

    /// A name with the unit of what stands under it.
    fn in_unit(&self, name: &str, unit: &str) -> String {
        match (unit, self.is_chinese()) {
            ("", _) => name.to_owned(),
            (_, true) => format!("{name}（{unit}）"),
            (_, false) => format!("{name} ({unit})"),
        }
    }

    /// A number of running text with its unit.
    fn counted(&self, number: &str, unit: &str) -> String {
        match (unit, self.is_chinese()) {
            ("", _) => number.to_owned(),
            ("%", _) | (_, true) => format!("{number}{unit}"),
            // An amount stands between its currency and its scale: CNY 12.50 m.
            (unit, false) if unit.starts_with("CNY ") => unit.replacen(' ', &format!(" {number} "), 1),
            (_, false) => format!("{number} {unit}"),
        }
    }
}

/// An amount in yuan in the unit of the paper.
pub(super) fn in_amounts(words: &dyn Words, yuan: Decimal) -> Decimal {
    yuan.over(Decimal::whole(words.amounts().0)).unwrap_or_default()
}
