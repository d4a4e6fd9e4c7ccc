//! What the columns of a ledger may be, as data. Another kind of record is another table here.
//!
//! Names are parted by `|`, Chinese first; they are compared in their plain form (see `heading`).

mod course;
mod identity;
mod trip;

use super::columns::{Reader, SectionRule, SectionTest, Target, TargetTable};
use std::sync::OnceLock;
pub use trip::TRIP;

const fn target(key: &'static str, reader: Reader, names: &'static str) -> Target {
    Target { key, reader, names, fills_down: false }
}

/// A target whose value a group of rows shares, written once.
const fn shared(key: &'static str, reader: Reader, names: &'static str) -> Target {
    Target { key, reader, names, fills_down: true }
}

/// How many targets a project has.
const COUNT: usize = identity::TARGETS.len() + course::TARGETS.len();

/// Both halves in one table.
static TARGETS: [Target; COUNT] = {
    let mut all = [identity::TARGETS[0]; COUNT];
    let mut at = 0;
    while at < COUNT {
        let after = at.checked_sub(identity::TARGETS.len());
        all[at] = match after {
            None => identity::TARGETS[at],
            Some(after) => course::TARGETS[after],
        };
        at += 1;
    }
    all
};

/// 招商引资项目: the union of the field sets of eight real systems.
pub static PROJECT: TargetTable = TargetTable {
    primary: "name",
    targets: &TARGETS,
    order: &[
        ("signed_on", "started_on"),
        ("signed_on", "landed_on"),
        ("started_on", "completed_on"),
        ("completed_on", "produced_on"),
        ("started_on", "produced_on"),
        ("produced_on", "capacity_on"),
    ],
    parts: &[
        ("fixed_investment", "total_investment"),
        ("phase1_investment", "total_investment"),
        ("arrived_year", "arrived_total"),
    ],
    facts: &[
        "registered_on",
        "signed_on",
        "landed_on",
        "started_on",
        "listed_on",
        "completed_on",
        "produced_on",
        "capacity_on",
    ],
    sections: &[
        SectionRule { test: SectionTest::Unit, key: "unit" },
        SectionRule { test: SectionTest::Stage, key: "stage" },
        SectionRule { test: SectionTest::Other, key: "industry" },
    ],
    names: OnceLock::new(),
};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exchange::sheet::heading::normal;
    use std::collections::HashMap;

    #[test]
    fn no_name_stands_for_two_targets_of_a_table() {
        for table in [&PROJECT, &TRIP] {
            let mut owners: HashMap<String, &str> = HashMap::new();
            for target in table.targets {
                for name in target.names.split('|').map(normal) {
                    // "联系人电话" may head numbers or names with numbers, "编号" a code or a mere count:
                    // the values decide.
                    let values_decide = matches!(target.key, "phone" | "contact_phone" | "code");
                    let before = owners.insert(name.clone(), target.key).filter(|k| *k != target.key);
                    assert!(before.is_none() || values_decide, "{name}: {before:?} and {}", target.key);
                }
            }
            assert!(table.targets.iter().any(|t| t.key == table.primary));
        }
    }

    #[test]
    fn rules_name_targets() {
        for table in [&PROJECT, &TRIP] {
            let known = |key: &str| table.targets.iter().any(|t| t.key == key);
            assert!(table.order.iter().chain(table.parts).all(|(a, b)| known(a) && known(b)));
            assert!(table.facts.iter().all(|k| known(k)) && table.sections.iter().all(|s| known(s.key)));
        }
    }
}
