//! 试算: a sheet with other weights, before anybody decides on them.

use super::formula::Formula;
use super::sheet::{Group, Item, Rule, RuleSheet};
use crate::domain::Decimal;
use std::collections::BTreeMap;

/// Whether the score of an item follows its weight. Points for each, bands and bonuses state their own points.
pub fn follows_weight(item: &Item) -> bool {
    match &item.rule {
        Rule::Formula(formula) => !matches!(
            formula,
            Formula::Bands(_) | Formula::PerUnit(_) | Formula::OverTarget(_) | Formula::RankGain(_)
        ),
        Rule::Group(group) => !item.weight.is_zero() && group.items.iter().any(follows_weight),
    }
}

/// The sheet with other weights for items of the outermost level, by their keys. What stands in a group keeps its share
/// of the group, and so does a cap that was the group's weight.
pub fn with_weights(sheet: &RuleSheet, weights: &BTreeMap<String, Decimal>) -> RuleSheet {
    let mut found = sheet.clone();
    for item in &mut found.items {
        if let Some(weight) = weights.get(&item.key) {
            weigh(item, *weight);
        }
    }
    found
}

fn weigh(item: &mut Item, weight: Decimal) {
    let before = std::mem::replace(&mut item.weight, weight);
    let Rule::Group(Group { items, cap, .. }) = &mut item.rule else { return };
    if *cap == Some(before) {
        *cap = Some(weight);
    }
    for inner in items {
        let own = inner.weight;
        if let Some(scaled) = own.share(weight, before).filter(|_| !own.is_zero()) {
            weigh(inner, scaled);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn n(text: &str) -> Decimal {
        Decimal::parse(text).expect("a number")
    }

    /// 50 = 20 + 30 becomes 25 = 10 + 15; its cap of 50 becomes 25, and that of 8 inside stays.
    #[test]
    fn a_group_keeps_the_shares_of_what_stands_in_it() {
        let json = r#"{"name":{"zh":"办法"},"items":[
            {"key":"g","title":{"zh":"组"},"weight":50,"group":{"cap":50,"items":[
              {"key":"a","title":{"zh":"甲"},"weight":20,"formula":{"kind":"ratio","metric":"signed"}},
              {"key":"b","title":{"zh":"乙"},"weight":30,"formula":{"kind":"power","metric":"signed"}}]}},
            {"key":"p","title":{"zh":"加分"},"formula":{"kind":"per_unit","metric":"signed","points":2,"cap":8}}]}"#;
        let sheet = RuleSheet::read(json).expect("a sheet");
        let tried =
            with_weights(&sheet, &BTreeMap::from([("g".to_owned(), n("25")), ("x".to_owned(), n("1"))]));
        let Rule::Group(group) = &tried.items[0].rule else { panic!("a group") };
        let inner: Vec<String> = group.items.iter().map(|item| item.weight.to_string()).collect();
        assert_eq!((inner, group.cap), (vec!["10".to_owned(), "15".to_owned()], Some(n("25"))));
        assert_eq!(tried.items[1], sheet.items[1]);
        assert!(follows_weight(&sheet.items[0]) && !follows_weight(&sheet.items[1]));
        assert_eq!(with_weights(&sheet, &BTreeMap::new()), sheet);
    }
}
