//! The rows of the register.

use crate::domain::Kind;
use crate::domain::RecordId;
use crate::i18n::{Lang, transfer, values};
use crate::rules::first_report::{Claim, Standing, merged_into, standing};
use crate::store::Store;
use crate::ui::forms::claims::{Told, claims_of, credit_of, told};

/// One project with its claims.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct Row {
    pub project: RecordId,
    pub name: String,
    pub standing: Standing,
    pub claims: Vec<Told>,
    /// Whom it counts for, where it moved: `云岭镇 50% · 城关镇 50%`.
    pub moves: String,
}

/// Every live project: disputed ones first, then what was reported last.
pub(super) fn rows(l: Lang, store: &Store) -> Vec<Row> {
    let state = store.state();
    let merged = merged_into(state);
    let mut found: Vec<(RecordId, Vec<Claim>)> = state
        .live(Kind::Project)
        .map(|(id, _)| (id, claims_of(store, id, merged.get(&id).map_or(&[], |ids| ids))))
        .collect();
    found.sort_by_cached_key(|(id, claims)| {
        let reported =
            claims.first().and_then(|claim| claim.reported).map(|moment| (moment.day, moment.minute));
        (standing(claims), std::cmp::Reverse(reported), *id)
    });
    let row = |(project, claims): (RecordId, Vec<Claim>)| Row {
        project,
        name: values::record_name(l, state, project),
        standing: standing(&claims),
        claims: claims.iter().map(|claim| told(l, state, claim)).collect(),
        moves: credit(l, store, project),
    };
    found.into_iter().map(row).collect()
}

fn credit(l: Lang, store: &Store, project: RecordId) -> String {
    let of = credit_of(l, store, project);
    if of.is_empty() {
        return String::new();
    }
    let of: Vec<String> = of.into_iter().map(|(unit, share)| format!("{unit} {share}")).collect();
    format!("{} {}", transfer::COUNTS_FOR.get(l), of.join(" · "))
}
