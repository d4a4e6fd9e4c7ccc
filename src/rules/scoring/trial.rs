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

/// The sheet with other weights for items, by their keys. What stands in a group keeps its share of the group, and so
/// does a cap that was the group's weight.
pub fn with_weights(sheet: &RuleSheet, weights: &BTreeMap<String, Decimal>) -> RuleSheet {
    fn each(items: &mut [Item], weights: &BTreeMap<String, Decimal>) {
        for item in items {
            match (weights.get(&item.key), &mut item.rule) {
                (Some(weight), _) => weigh(item, *weight),
                (None, Rule::Group(group)) => each(&mut group.items, weights),
                (None, Rule::Formula(_)) => {}
            }
        }
    }
    let mut found = sheet.clone();
    each(&mut found.items, weights);
    found
}

/// The items that stand side by side in a table: the outermost, or what stands in the only group.
pub fn columns(sheet: &RuleSheet) -> &[Item] {
    match sheet.items.as_slice() {
        [Item { rule: Rule::Group(group), .. }] if !group.items.is_empty() => &group.items,
        items => items,
    }
}

/// 不参与考核: the word of the ranking group of units that are not ranked, as it is shipped.
const NOT_RANKED: &str = "不参与考核";

/// A published example for an office whose ranking groups have other names: by the groups of the office.
pub fn fitted(mut sheet: RuleSheet, groups: &[String]) -> RuleSheet {
    if sheet.groups.is_empty() || sheet.groups.iter().any(|group| groups.contains(group)) {
        return sheet;
    }
    sheet.groups = groups.iter().filter(|group| *group != NOT_RANKED).cloned().collect();
    for award in &mut sheet.awards {
        award.in_group.clear();
    }
    sheet
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
        let inside = with_weights(&sheet, &BTreeMap::from([("a".to_owned(), n("9"))]));
        let Rule::Group(group) = &inside.items[0].rule else { panic!("a group") };
        assert_eq!((group.items[0].weight, group.items[1].weight), (n("9"), n("30")));
    }

    #[test]
    fn an_example_takes_the_groups_of_the_office() {
        let sheet = RuleSheet { groups: vec!["一类乡镇".to_owned()], ..RuleSheet::default() };
        let groups = |all: &[&str]| all.iter().map(|group| (*group).to_owned()).collect::<Vec<_>>();
        assert_eq!(fitted(sheet.clone(), &groups(&["园区组", NOT_RANKED])).groups, ["园区组"]);
        assert_eq!(fitted(sheet.clone(), &groups(&["一类乡镇", "园区组"])).groups, ["一类乡镇"]);
        assert!(fitted(sheet, &[]).groups.is_empty());
    }

    #[test]
    fn a_sheet_of_one_group_is_shown_by_what_stands_in_it() {
        let json = r#"{"name":{"zh":"办法"},"items":[{"key":"g","title":{"zh":"组"},"group":{"items":[
            {"key":"a","title":{"zh":"甲"},"weight":20,"formula":{"kind":"ratio","metric":"signed"}}]}}]}"#;
        let sheet = RuleSheet::read(json).expect("a sheet");
        assert_eq!(columns(&sheet)[0].key, "a");
        assert!(columns(&RuleSheet::default()).is_empty());
    }
}
