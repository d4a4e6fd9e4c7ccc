//! What the rows of the score table show, as data: a row that an edit leaves as it was is not made again.

use super::worked::{Worked, gain_mark, points_cell};
use crate::i18n::{Lang, assess_scores as words, scoring};
use crate::rules::scoring::{Item, ItemScore, Rule, Score, columns};

/// A ranking group.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct GroupFace {
    pub name: String,
    /// How many are in it, and whether they have places; nothing where the only group has no name.
    pub told: Option<String>,
    /// How many columns its heading covers.
    pub width: usize,
    pub rows: Vec<RowFace>,
}

/// One who is scored.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub(super) struct RowFace {
    pub key: String,
    pub name: String,
    pub place: String,
    pub gain: String,
    /// How an equal total was settled.
    pub tie: Option<String>,
    pub is_vetoed: bool,
    pub total: CellFace,
    pub cells: Vec<CellFace>,
}

/// The points of an item, or the total.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub(super) struct CellFace {
    /// The item; empty for the total.
    pub item: String,
    pub text: String,
    /// The same for who does not see the column.
    pub label: String,
    pub mark: Mark,
}

/// What held an item's points, or why there are none.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(super) enum Mark {
    #[default]
    None,
    Gate,
    Undefined,
    Bound,
}

/// The groups with their rows.
pub(super) fn faces(l: Lang, worked: &Worked) -> Vec<GroupFace> {
    let width = columns(&worked.sheet).len() + 3;
    let groups = worked.groups();
    let alone = groups.len() == 1;
    let group = |(name, scores): (String, Vec<&Score>)| {
        let (count, ranked) = (scores.len(), scores.iter().any(|score| score.place.is_some()));
        let told = (!alone || !name.is_empty()).then(|| words::of_group(l, count, ranked));
        GroupFace { name, told, width, rows: scores.into_iter().map(|score| row(l, worked, score)).collect() }
    };
    groups.into_iter().map(group).collect()
}

fn row(l: Lang, worked: &Worked, score: &Score) -> RowFace {
    let subject = &worked.figures.subjects[score.subject];
    let digits = worked.sheet.digits;
    let label = |title: &str, text: &str| words::cell_label(l, &subject.name, title, text);
    let cell = |(item, found): (&Item, &ItemScore)| {
        let (text, mark) = shown(l, item, found, digits);
        CellFace { item: item.key.clone(), label: label(&scoring::label(l, &item.title), &text), text, mark }
    };
    let total = points_cell(score.total, digits);
    RowFace {
        key: subject.key.clone(),
        name: subject.name.clone(),
        place: score.place.map_or_else(String::new, |place| place.to_string()),
        gain: gain_mark(worked.gained(score)),
        tie: score.settled.is_some().then(|| worked.tie_told(l, score)),
        is_vetoed: !score.vetoes.is_empty(),
        total: CellFace {
            item: String::new(),
            label: label(words::TOTAL.get(l), &total),
            text: total,
            mark: Mark::None,
        },
        cells: columns(&worked.sheet).iter().zip(worked.shown(score)).map(cell).collect(),
    }
}

/// What stands in a cell, and whether something held the score or was not defined.
fn shown(l: Lang, item: &Item, found: &ItemScore, digits: u32) -> (String, Mark) {
    if !found.counts {
        // For another group there is nothing to say; what the sheet left out is said.
        let left_out = found.working.as_ref().is_some_and(|working| working.is_left_out());
        return (if left_out { words::LEFT_OUT.get(l).to_owned() } else { String::new() }, Mark::None);
    }
    let mark = match (&item.rule, &found.working) {
        (Rule::Formula(_), Some(_)) if found.gate == Some(false) => Mark::Gate,
        (Rule::Formula(_), Some(working)) if working.undefined.is_some() => Mark::Undefined,
        (Rule::Formula(_), Some(working)) if working.bound.is_some() => Mark::Bound,
        _ => Mark::None,
    };
    (points_cell(found.points, digits), mark)
}
