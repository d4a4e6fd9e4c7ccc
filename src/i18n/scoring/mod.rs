//! 考核 in words: a formula as a sentence, a score as its arithmetic on paper, an award with its reason.

mod award;
mod formula;
mod metric;
mod sheet;
mod working;

pub use award::{condition, measure, verdict};
pub use formula::{formula_name, sentence};
pub use metric::{metric_sentence, told_filter, unit_name, unit_short};
pub use sheet::{
    combine, cycle, elapsed_by, gate, group_sentence, period, problem, rounding, settled, subject, tie, veto,
    veto_effect,
};
pub use working::{Piece, arithmetic, bound, cause, choice, pieces, undefined};

use super::{Lang, format};
use crate::domain::{Decimal, Label};
use crate::rules::metrics::{Metric, Unit};
use crate::rules::scoring::{RuleSheet, all_items, metrics_of};

/// The names that a sheet uses: its metrics and its items.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Known {
    metrics: Vec<Metric>,
    items: Vec<(String, Label)>,
}

impl Known {
    /// The metrics and items of a sheet, with those of the office.
    pub fn of(sheet: &RuleSheet, office: &[Metric]) -> Self {
        let item = |item: &crate::rules::scoring::Item| (item.key.clone(), item.title.clone());
        Self {
            metrics: metrics_of(sheet, office),
            items: all_items(&sheet.items).into_iter().map(item).collect(),
        }
    }

    /// The metric that a word names.
    pub fn metric(&self, word: &str) -> Option<&Metric> {
        self.metrics.iter().find(|metric| metric.word == word)
    }

    /// What a metric is called; its word where it is not known.
    pub fn name(&self, l: Lang, word: &str) -> String {
        self.metric(word).map_or_else(|| word.to_owned(), |metric| label(l, &metric.name))
    }

    /// In what a metric is counted.
    pub fn unit(&self, word: &str) -> Unit {
        self.metric(word).map(|metric| metric.unit).unwrap_or_default()
    }

    /// What an item is called; its key where it is not there.
    pub fn item(&self, l: Lang, key: &str) -> String {
        let found = self.items.iter().find(|(of, _)| of == key);
        found.map_or_else(|| key.to_owned(), |(_, title)| label(l, title))
    }
}

/// Words of the office in a language; the other one's where it has none.
pub fn label(l: Lang, label: &Label) -> String {
    let (first, other) = match l {
        Lang::Zh => (&label.zh, &label.en),
        Lang::En => (&label.en, &label.zh),
    };
    if first.is_empty() { other.clone() } else { first.clone() }
}

/// A number of a rule with separators and `digits` after the point at most.
pub fn number(number: Decimal, digits: u32) -> String {
    let number = number.rounded(digits, crate::domain::Rounding::HalfUp);
    let text = number.to_string();
    let part = text.split_once('.').map(|(_, part)| format!(".{part}")).unwrap_or_default();
    let sign = if number.is_negative() && number.trunc() == 0 { "-" } else { "" };
    format!("{sign}{}{part}", format::grouped(number.trunc()))
}

/// A share of 1 as a percentage with two digits at most.
pub fn share(share: Decimal) -> String {
    number(share.times(Decimal::whole(100)), 2) + "%"
}

/// A number of a metric, bare but for money and percentages, as it stands in arithmetic.
pub fn quantity(l: Lang, unit: Unit, of: Decimal) -> String {
    match unit {
        Unit::Yuan => format::money(l, of.trunc()),
        Unit::Percent => number(of, 2) + "%",
        _ => number(of, 4),
    }
}

/// Points with their word: `20 分`.
pub fn points(l: Lang, of: Decimal) -> String {
    match l {
        Lang::Zh => format!("{} 分", number(of, 6)),
        Lang::En if of.abs() == Decimal::ONE => format!("{} point", number(of, 6)),
        Lang::En => format!("{} points", number(of, 6)),
    }
}

#[cfg(test)]
mod tests;
