//! Changing the tree of a rule sheet: where an item stands, and adding, moving and removing items.

use super::formula::{
    Band, Bands, Blend, Deduct, Fixed, Formula, MixRatio, OverTarget, Panel, Part, PerUnit, Power, RankGain,
    Ratio, RelativeMax, TimeRatio, Undefined,
};
use super::sheet::{Group, Item, Rule, RuleSheet, all_items};
use crate::domain::{Decimal, Label};

/// Where an item stands: its place on the outermost level, then in each group.
pub type Path = Vec<usize>;

/// The item at a path.
pub fn item<'a>(sheet: &'a RuleSheet, path: &[usize]) -> Option<&'a Item> {
    let (first, rest) = path.split_first()?;
    rest.iter().try_fold(sheet.items.get(*first)?, |item, at| match &item.rule {
        Rule::Group(group) => group.items.get(*at),
        Rule::Formula(_) => None,
    })
}

/// The same, to be changed.
pub fn item_mut<'a>(sheet: &'a mut RuleSheet, path: &[usize]) -> Option<&'a mut Item> {
    let (last, above) = path.split_last()?;
    level(sheet, above)?.get_mut(*last)
}

/// The items of the level under a path; those of the outermost for an empty one.
fn level<'a>(sheet: &'a mut RuleSheet, path: &[usize]) -> Option<&'a mut Vec<Item>> {
    let mut items = &mut sheet.items;
    for at in path {
        items = match &mut items.get_mut(*at)?.rule {
            Rule::Group(group) => &mut group.items,
            Rule::Formula(_) => return None,
        };
    }
    Some(items)
}

/// Every item with its path, each group before what stands in it.
pub fn paths(sheet: &RuleSheet) -> Vec<Path> {
    fn collect(items: &[Item], above: &[usize], found: &mut Vec<Path>) {
        for (at, item) in items.iter().enumerate() {
            let path: Path = above.iter().copied().chain([at]).collect();
            found.push(path.clone());
            if let Rule::Group(group) = &item.rule {
                collect(&group.items, &path, found);
            }
        }
    }
    let mut found = Vec::new();
    collect(&sheet.items, &[], &mut found);
    found
}

/// Adds an item: at the end of the group at `path`, after the item there, or at the end of all. Its path.
pub fn add(sheet: &mut RuleSheet, path: &[usize], mut new: Item) -> Path {
    new.key = fresh_key(sheet);
    let is_group = item(sheet, path).is_some_and(|item| matches!(item.rule, Rule::Group(_)));
    let (above, at) = match path.split_last() {
        _ if is_group => (path.to_vec(), usize::MAX),
        Some((last, above)) => (above.to_vec(), last + 1),
        None => (Vec::new(), usize::MAX),
    };
    let Some(items) = level(sheet, &above) else { return Path::new() };
    let at = at.min(items.len());
    items.insert(at, new);
    above.into_iter().chain([at]).collect()
}

/// Takes an item away with all that stands in it. The path of what stands there then, or above it.
pub fn remove(sheet: &mut RuleSheet, path: &[usize]) -> Path {
    let Some((last, above)) = path.split_last() else { return Path::new() };
    let Some(items) = level(sheet, above).filter(|items| *last < items.len()) else { return Path::new() };
    items.remove(*last);
    match items.len().checked_sub(1) {
        Some(most) => above.iter().copied().chain([(*last).min(most)]).collect(),
        None => above.to_vec(),
    }
}

/// Moves an item among those of its level: up by one where `up`, down otherwise. Its path then.
pub fn shift(sheet: &mut RuleSheet, path: &[usize], up: bool) -> Path {
    let Some((&last, above)) = path.split_last() else { return Path::new() };
    let to = if up { last.checked_sub(1) } else { last.checked_add(1) };
    let Some(items) = level(sheet, above) else { return path.to_vec() };
    match to.filter(|to| *to < items.len() && last < items.len()) {
        Some(to) => {
            items.swap(last, to);
            above.iter().copied().chain([to]).collect()
        }
        None => path.to_vec(),
    }
}

/// A key that no item has: `item1`, `item2`, ….
fn fresh_key(sheet: &RuleSheet) -> String {
    let items = all_items(&sheet.items);
    let free = |key: &String| items.iter().all(|item| item.key != *key);
    (1..).map(|n: usize| format!("item{n}")).find(free).unwrap_or_default()
}

/// A new item that scores by completion of a metric.
pub fn new_item(metric: &str) -> Item {
    Item { weight: Decimal::whole(10), rule: Rule::Formula(fresh("ratio", metric)), ..Item::default() }
}

/// A new group with one item in it.
pub fn new_group() -> Item {
    Item { title: Label::default(), rule: Rule::Group(Group::default()), ..Item::default() }
}

/// The kinds of formula by their words, in the order in which they are offered.
pub const KINDS: [&str; 13] = [
    "ratio",
    "time_ratio",
    "blend",
    "power",
    "relative_max",
    "mix_ratio",
    "bands",
    "per_unit",
    "over_target",
    "deduct",
    "panel",
    "rank_gain",
    "fixed",
];

/// A formula of a kind over a metric, with what is usual.
pub fn fresh(kind: &str, metric: &str) -> Formula {
    let (metric, undefined, whole) = (metric.to_owned(), Undefined::Zero, Some(Decimal::ONE));
    let half = Decimal::hundredths(50);
    match kind {
        "time_ratio" => Formula::TimeRatio(TimeRatio { metric, cap: whole, undefined }),
        "blend" => {
            let part = Part { metric, share: half };
            Formula::Blend(Blend { parts: vec![part.clone(), part], cap: whole, undefined })
        }
        "power" => Formula::Power(Power {
            metric,
            of: Default::default(),
            floor: Decimal::hundredths(60),
            lower_is_better: false,
            undefined: Undefined::Full,
        }),
        "relative_max" => Formula::RelativeMax(RelativeMax { metric, of: Default::default(), undefined }),
        "mix_ratio" => {
            Formula::MixRatio(MixRatio { part: metric.clone(), whole: metric, cap: whole, undefined })
        }
        "bands" => {
            let band = |from, points| Band {
                from: Decimal::whole(from),
                points: Decimal::whole(points),
                ..Band::default()
            };
            let bands = vec![band(0, 0), band(1, 5), band(3, 10)];
            Formula::Bands(Bands { metric, of: Default::default(), bands, floor: None, cap: None, undefined })
        }
        "per_unit" => Formula::PerUnit(PerUnit {
            metric,
            points: Decimal::ONE,
            per: Decimal::ONE,
            whole: false,
            cap: None,
            beyond_target: false,
        }),
        "over_target" => Formula::OverTarget(OverTarget {
            metric,
            step: Decimal::hundredths(10),
            points: half,
            by_target: Vec::new(),
            whole_steps: false,
            cap: None,
            undefined,
        }),
        "deduct" => Formula::Deduct(Deduct {
            metric,
            points: Decimal::ONE,
            need: None,
            floor: Decimal::ZERO,
            undefined,
        }),
        "panel" => {
            Formula::Panel(Panel { metric, graders: Vec::new(), full: Decimal::whole(100), undefined })
        }
        "rank_gain" => {
            Formula::RankGain(RankGain { points: Decimal::ONE, cap: None, both_ways: false, undefined })
        }
        "fixed" => Formula::Fixed(Fixed {}),
        _ => Formula::Ratio(Ratio { metric, cap: whole, from: None, undefined }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys(sheet: &RuleSheet) -> Vec<&str> {
        all_items(&sheet.items).into_iter().map(|item| item.key.as_str()).collect()
    }

    #[test]
    fn items_are_added_moved_and_removed_where_they_stand() {
        let mut sheet = RuleSheet::default();
        assert_eq!(add(&mut sheet, &[], new_group()), [0]);
        assert_eq!(add(&mut sheet, &[0], new_item("signed")), [0, 0], "into the group");
        assert_eq!(add(&mut sheet, &[0, 0], new_item("started")), [0, 1], "after the item");
        assert_eq!(add(&mut sheet, &[], new_item("arrived")), [1]);
        assert_eq!(keys(&sheet), ["item1", "item2", "item3", "item4"]);
        assert_eq!(paths(&sheet), [vec![0], vec![0, 0], vec![0, 1], vec![1]]);
        assert_eq!(shift(&mut sheet, &[0, 0], false), [0, 1]);
        assert_eq!(shift(&mut sheet, &[0, 1], false), [0, 1], "it is the last one");
        assert_eq!(shift(&mut sheet, &[0], true), [0], "it is the first one");
        assert_eq!(keys(&sheet), ["item1", "item3", "item2", "item4"]);
        item_mut(&mut sheet, &[0, 1]).expect("an item").weight = Decimal::whole(7);
        assert_eq!(item(&sheet, &[0, 1]).map(|item| item.weight), Some(Decimal::whole(7)));
        assert_eq!(remove(&mut sheet, &[0, 1]), [0, 0]);
        assert_eq!(remove(&mut sheet, &[0, 0]), [0], "the group is empty");
        assert_eq!(remove(&mut sheet, &[7]), Path::new());
        assert_eq!(item(&sheet, &[1, 0]), None, "no group");
        assert_eq!(add(&mut sheet, &[1], new_item("x")), [2]);
        assert_eq!(keys(&sheet), ["item1", "item4", "item2"], "keys are used again where they are free");
    }

    #[test]
    fn every_kind_begins_with_something_that_reads_back() {
        for kind in KINDS {
            let json = serde_json::to_value(fresh(kind, "signed")).expect("json");
            assert_eq!(json["kind"], kind);
            assert_eq!(serde_json::from_value::<Formula>(json).expect("a formula"), fresh(kind, "signed"));
        }
    }
}
