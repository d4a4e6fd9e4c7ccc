//! A sheet worked out, with the names it uses: what the table, the panel and the file are made from.

use super::numbers::{Numbers, work_out};
use crate::domain::Decimal;
use crate::i18n::scoring::{self, Known};
use crate::rules::scoring::award::{Considered, awards};
use crate::rules::scoring::{Figures, ItemScore, Outcome, RuleSheet, Score, columns};

/// A sheet with its scores.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::ui::assessment) struct Worked {
    /// The rules.
    pub sheet: RuleSheet,
    /// The numbers.
    pub figures: Figures,
    /// The scores.
    pub outcome: Outcome,
    /// The awards.
    pub awards: Vec<Considered>,
    /// The names of metrics and items.
    pub known: Known,
}

impl Worked {
    /// Works a sheet out.
    pub fn of(sheet: RuleSheet, numbers: &Numbers) -> Self {
        let (figures, outcome) = work_out(&sheet, numbers);
        let known = Known::of(&sheet, &numbers.metrics);
        Self { awards: awards(&sheet, &figures, &outcome), sheet, figures, outcome, known }
    }

    /// The scores by group, those of the sheet first and in its order, each by place.
    pub fn groups(&self) -> Vec<(String, Vec<&Score>)> {
        let mut names: Vec<&str> = self.sheet.groups.iter().map(String::as_str).collect();
        for subject in &self.figures.subjects {
            if !names.contains(&subject.group.as_str()) {
                names.push(&subject.group);
            }
        }
        let of_group = |name: &str| {
            let inside = |score: &&Score| self.figures.subjects[score.subject].group == name;
            let mut scores: Vec<&Score> = self.outcome.scores.iter().filter(inside).collect();
            scores.sort_by_key(|score| (score.place.unwrap_or(usize::MAX), score.subject));
            scores
        };
        let all = names.into_iter().map(|name| (name.to_owned(), of_group(name)));
        all.filter(|(_, scores)| !scores.is_empty()).collect()
    }

    /// How many places a subject gained since the earlier day.
    pub fn gained(&self, score: &Score) -> Option<i64> {
        let before = self.figures.earlier.get(score.subject).copied().flatten()?;
        Some(i64::try_from(before).ok()? - i64::try_from(score.place?).ok()?)
    }

    /// The scores in the items that stand side by side.
    pub fn shown<'a>(&self, score: &'a Score) -> &'a [ItemScore] {
        let inside = columns(&self.sheet).len() != self.sheet.items.len()
            || columns(&self.sheet).first().map(|item| &item.key)
                != self.sheet.items.first().map(|item| &item.key);
        match score.items.first().filter(|_| inside) {
            Some(group) => &group.items,
            None => &score.items,
        }
    }

    /// The score of a subject by its key.
    pub fn score_of(&self, key: &str) -> Option<&Score> {
        let at = self.figures.subjects.iter().position(|subject| subject.key == key)?;
        self.outcome.scores.get(at)
    }
}

/// Points in a column: all with the digits of the sheet, a dash for nothing.
pub(in crate::ui::assessment) fn points_cell(points: Decimal, digits: u32) -> String {
    if points.is_zero() {
        return crate::i18n::format::DASH.to_owned();
    }
    let text = scoring::number(points, digits);
    let have = text.split_once('.').map_or(0, |(_, part)| part.len());
    let missing = (digits as usize).saturating_sub(have);
    let point = if have == 0 && missing > 0 { "." } else { "" };
    format!("{text}{point}{}", "0".repeat(missing))
}

/// A change of place: ▲2, ▼1, or nothing.
pub(in crate::ui::assessment) fn gain_mark(gained: Option<i64>) -> String {
    match gained {
        Some(gained) if gained > 0 => format!("▲{gained}"),
        Some(gained) if gained < 0 => format!("▼{}", -gained),
        _ => String::new(),
    }
}
