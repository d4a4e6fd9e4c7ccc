//! 佐证材料: what proves a milestone, and what is usually asked for but missing.

use crate::domain::field::ProjectField as P;
use crate::domain::lists::usual_evidence;
use crate::domain::sort::Arrange;
use crate::domain::{Milestone, RecordId};
use crate::ledger::{CellKey, State};

/// One piece of evidence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Evidence {
    /// Its cell.
    pub cell: CellKey,
    /// The kind, a word of the list of evidence kinds.
    pub kind: String,
    /// Number, file name or note.
    pub text: String,
}

/// The element that names a piece of evidence: `signed/协议扫描件`.
pub fn element_word(milestone: Milestone, kind: &str) -> String {
    format!("{}/{kind}", milestone.word())
}

/// The evidence of one milestone: the usual kinds in their order, then any others by name.
pub fn evidence(state: &State, project: RecordId, milestone: Milestone) -> Vec<Evidence> {
    let Some(record) = state.record(project) else { return Vec::new() };
    let mut found: Vec<Evidence> = Vec::new();
    for cell in record.family(P::Evidence) {
        let word = state.names().element_word(cell.key.element);
        if let (Some((stage, kind)), Some(text)) = (word.split_once('/'), cell.value.as_text())
            && stage == milestone.word()
        {
            found.push(Evidence { cell: cell.key, kind: kind.to_owned(), text: text.to_owned() });
        }
    }
    let usual = usual_evidence(milestone);
    let rank = |kind: &str| usual.iter().position(|u| *u == kind).unwrap_or(usual.len());
    found.arrange_by(|a, b| rank(&a.kind).cmp(&rank(&b.kind)).then_with(|| a.kind.cmp(&b.kind)));
    found
}

/// The kinds usually asked for that are not there, neither noted nor `attached` as a file of that kind.
pub fn missing(held: &[Evidence], attached: &[String], milestone: Milestone) -> Vec<&'static str> {
    let absent = |kind: &&&str| {
        !held.iter().any(|e| e.kind == **kind) && !attached.iter().any(|category| category == **kind)
    };
    usual_evidence(milestone).iter().filter(absent).copied().collect()
}
