//! Scores by a rule sheet.

use super::formula::{Place, Working};
use super::rank::{self, Settled};
use super::sheet::{Combine, Group, Item, Rule, RuleSheet, Veto, VetoEffect, VetoWhen};
use super::{Figures, Undefined};
use crate::domain::Decimal;
use rustc_hash::FxHashMap;

/// What a rule sheet comes to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outcome {
    /// The scores, in the order of [`Figures::subjects`].
    pub scores: Vec<Score>,
}

/// The score of one subject.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Score {
    /// The place of the subject in [`Figures::subjects`].
    pub subject: usize,
    /// 总分
    pub total: Decimal,
    /// The items of the outermost level.
    pub items: Vec<ItemScore>,
    /// The vetoes that were met, by their place in the sheet.
    pub vetoes: Vec<usize>,
    /// 名次 in its group; `None` where its group is not ranked.
    pub place: Option<usize>,
    /// How many of its group are ranked.
    pub of: usize,
    /// What decided between it and who had the same total.
    pub settled: Option<Settled>,
}

/// The score in one item.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ItemScore {
    /// The key of the item.
    pub key: String,
    /// What it gives, rounded as the sheet says.
    pub points: Decimal,
    /// Whether the item is for the subject's group and was not left out.
    pub counts: bool,
    /// Whether its gate was met; `None` without a gate.
    pub gate: Option<bool>,
    /// The arithmetic of a formula.
    pub working: Option<Working>,
    /// What stands in it.
    pub items: Vec<ItemScore>,
    /// Where items were left out: the sum before the others were made to weigh more.
    pub before_scaling: Option<Decimal>,
}

impl Score {
    /// The score in an item of any level.
    pub fn item(&self, key: &str) -> Option<&ItemScore> {
        fn find<'a>(items: &'a [ItemScore], key: &str) -> Option<&'a ItemScore> {
            items.iter().find_map(|item| if item.key == key { Some(item) } else { find(&item.items, key) })
        }
        find(&self.items, key)
    }
}

/// Works a sheet out. Gains of places are told from the ranking by everything else, so that they cannot depend on
/// themselves.
pub fn score(sheet: &RuleSheet, figures: &Figures) -> Outcome {
    let mut figures = figures.clone();
    figures.now = Vec::new();
    if !figures.earlier.is_empty() && sheet.leaves().iter().any(|item| is_gain(item)) {
        let before = once(sheet, &figures);
        figures.now = before.scores.iter().map(|score| score.place).collect();
    }
    once(sheet, &figures)
}

fn is_gain(item: &Item) -> bool {
    matches!(&item.rule, Rule::Formula(super::Formula::RankGain(_)))
}

fn once(sheet: &RuleSheet, figures: &Figures) -> Outcome {
    let mut groups: FxHashMap<&str, Vec<usize>> = FxHashMap::default();
    for (n, subject) in figures.subjects.iter().enumerate() {
        groups.entry(subject.group.as_str()).or_default().push(n);
    }
    let of_subject = |(n, subject): (usize, &super::Participant)| {
        let peers = groups.get(subject.group.as_str()).map_or(&[][..], |peers| peers);
        let place = Place { figures, subject: n, peers, weight: Decimal::ZERO };
        let mut vetoes = Vec::new();
        let mut zero = false;
        for (at, veto) in sheet.vetoes.iter().enumerate().filter(|(_, veto)| is_met(veto, &place)) {
            vetoes.push(at);
            zero |= veto.effect == VetoEffect::Zero;
        }
        let items: Vec<ItemScore> = sheet.items.iter().map(|item| of_item(sheet, item, &place)).collect();
        let (sum, _) = summed(&sheet.items, &items);
        let total = if zero { Decimal::ZERO } else { sum.rounded(sheet.digits, sheet.rounding) };
        Score { subject: n, total, items, vetoes, ..Score::default() }
    };
    let mut scores: Vec<Score> = figures.subjects.iter().enumerate().map(of_subject).collect();
    for (group, members) in groups {
        if sheet.groups.is_empty() || sheet.groups.iter().any(|ranked| ranked == group) {
            rank::places(sheet, figures, &mut scores, &members);
        }
    }
    Outcome { scores }
}

/// Whether a veto is met.
fn is_met(veto: &Veto, place: &Place<'_>) -> bool {
    let done = place.done(&veto.metric);
    match veto.when {
        VetoWhen::AtLeast(edge) => done.is_ok_and(|done| done >= edge),
        VetoWhen::Below(edge) => done.is_ok_and(|done| done < edge),
        VetoWhen::CompletionBelow(edge) => {
            place.basis(super::formula::Basis::Completion, &veto.metric).is_ok_and(|rate| rate < edge)
        }
    }
}

fn of_item(sheet: &RuleSheet, item: &Item, place: &Place<'_>) -> ItemScore {
    let mut found = ItemScore { key: item.key.clone(), counts: true, ..ItemScore::default() };
    let group = place.figures.subjects.get(place.subject).map_or("", |subject| &subject.group);
    if !item.groups.is_empty() && item.groups.iter().all(|word| word != group) {
        found.counts = false;
        return found;
    }
    let place = Place { weight: item.weight, ..*place };
    found.gate = item.gate.as_ref().map(|gate| {
        let reached = place
            .target(&gate.metric)
            .and_then(|target| Ok(place.done(&gate.metric)? >= target.times(gate.reach)));
        reached.unwrap_or(false)
    });
    match &item.rule {
        Rule::Formula(formula) => {
            let working = formula.work(&place);
            found.counts = !working.is_left_out();
            found.points = working.points;
            found.working = Some(working);
        }
        Rule::Group(group) => {
            found.items = group.items.iter().map(|item| of_item(sheet, item, &place)).collect();
            let (points, scaled) = combined(group, &found.items);
            found.points = points;
            found.before_scaling = scaled;
            found.counts = group.items.is_empty() || found.items.iter().any(|item| item.counts);
        }
    }
    if found.gate == Some(false) || !found.counts {
        found.points = Decimal::ZERO;
    }
    found.points = found.points.rounded(sheet.digits, sheet.rounding);
    found
}

/// What a group comes to, and what it was before items that were left out made the others weigh more.
fn combined(group: &Group, scores: &[ItemScore]) -> (Decimal, Option<Decimal>) {
    let counting = || scores.iter().filter(|score| score.counts).map(|score| score.points);
    let (mut points, scaled) = match group.combine {
        Combine::Sum => summed(&group.items, scores),
        Combine::Highest => (counting().max().unwrap_or_default(), None),
        Combine::Lowest => (counting().min().unwrap_or_default(), None),
        Combine::Mean => {
            let count = Decimal::whole(i64::try_from(counting().count()).unwrap_or(i64::MAX));
            (counting().sum::<Decimal>().over(count).unwrap_or_default(), None)
        }
    };
    if let Some(floor) = group.floor {
        points = points.max(floor);
    }
    if let Some(cap) = group.cap {
        points = points.min(cap);
    }
    (points, scaled)
}

/// The sum of what counts. Where items with a weight were left out (不计此项), those that remain weigh more, so that
/// full marks stay what they were; bonuses and deductions do not change with it.
fn summed(items: &[Item], scores: &[ItemScore]) -> (Decimal, Option<Decimal>) {
    let (mut weighted, mut others) = (Decimal::ZERO, Decimal::ZERO);
    let (mut kept, mut left) = (Decimal::ZERO, Decimal::ZERO);
    for (item, score) in items.iter().zip(scores) {
        if score.counts {
            if item.weight > Decimal::ZERO {
                weighted += score.points;
                kept += item.weight;
            } else {
                others += score.points;
            }
        } else if is_left_out(score) {
            left += item.weight.max(Decimal::ZERO);
        }
    }
    if left.is_zero() || kept.is_zero() {
        return (weighted + others, None);
    }
    let scaled = weighted.share(kept + left, kept).unwrap_or(weighted);
    (scaled + others, Some(weighted + others))
}

/// Whether the sheet chose to leave an item out, which is not the same as an item for another group.
fn is_left_out(score: &ItemScore) -> bool {
    match &score.working {
        Some(working) => matches!(working.undefined, Some((_, Undefined::Leave))),
        None => !score.items.is_empty() && score.items.iter().any(is_left_out),
    }
}
