//! Places inside a group, and what decides between equal totals (domain notes §2.4: no published text says, so the
//! sheet does, and what was used is printed).

use super::evaluate::Score;
use super::{Figures, RuleSheet, Tie};
use crate::domain::Decimal;
use std::cmp::{Ordering, Reverse};

/// What decided between subjects with one total.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Settled {
    /// The tie-break at this place of the sheet told them apart.
    By(usize),
    /// Nothing did: they share the place.
    Shared,
}

/// Gives the members of a group their places: 1, 2, 2, 4.
pub(super) fn places(sheet: &RuleSheet, figures: &Figures, scores: &mut [Score], members: &[usize]) {
    let keys: Vec<Vec<Option<Decimal>>> = members
        .iter()
        .map(|&n| sheet.ties.iter().map(|tie| key(tie, figures, &scores[n])).collect())
        .collect();
    let total = |at: usize| scores[members[at]].total;
    let compare = |a: usize, b: usize| {
        Reverse(total(a)).cmp(&Reverse(total(b))).then_with(|| by_ties(&keys[a], &keys[b]))
    };
    let mut order: Vec<usize> = (0..members.len()).collect();
    // Who shares a place stands in the order of the keys, so that the same facts give the same list.
    let name = |at: usize| figures.subjects.get(members[at]).map(|subject| subject.key.as_str());
    order.sort_by(|&a, &b| compare(a, b).then_with(|| name(a).cmp(&name(b))));

    let mut found: Vec<(usize, usize, Option<Settled>)> = Vec::with_capacity(order.len());
    for (n, &at) in order.iter().enumerate() {
        let shares = n > 0 && compare(order[n - 1], at) == Ordering::Equal;
        let place = if shares { found[n - 1].1 } else { n + 1 };
        let neighbours = [n.checked_sub(1), Some(n + 1)].into_iter().flatten().filter_map(|n| order.get(n));
        let settled = neighbours
            .filter(|&&other| total(other) == total(at))
            .map(|&other| told_apart(&keys[at], &keys[other]));
        found.push((
            at,
            place,
            settled.max_by_key(|settled| match settled {
                // What had to be looked at last says most.
                Settled::By(tie) => *tie,
                Settled::Shared => usize::MAX,
            }),
        ));
    }
    for (at, place, settled) in found {
        let score = &mut scores[members[at]];
        score.place = Some(place);
        score.of = members.len();
        score.settled = settled;
    }
}

/// The number that a tie-break compares; more is better, nothing is last.
fn key(tie: &Tie, figures: &Figures, score: &Score) -> Option<Decimal> {
    let done = |metric: &String| figures.metrics.get(metric)?.done.get(score.subject).copied().flatten();
    match tie {
        Tie::More(metric) => done(metric),
        Tie::Less(metric) => done(metric).map(|done| -done),
        Tie::Item(item) => score.item(item).map(|item| item.points),
    }
}

fn by_ties(a: &[Option<Decimal>], b: &[Option<Decimal>]) -> Ordering {
    b.cmp(a)
}

fn told_apart(a: &[Option<Decimal>], b: &[Option<Decimal>]) -> Settled {
    a.iter().zip(b).position(|(a, b)| a != b).map_or(Settled::Shared, Settled::By)
}
