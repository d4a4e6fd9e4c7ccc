//! Which records the latest changes touched.

use crate::domain::RecordId;
use std::collections::VecDeque;

/// How many touched records are remembered: many edits, and few enough that making something anew for
/// more of them costs no more than bringing it up to date.
const KEPT: usize = 256;

/// The records touched by the latest changes, so that what was computed from an earlier revision can be
/// brought up to date instead of made anew.
#[derive(Clone, Debug, Default)]
pub struct Recent {
    /// A record, and the revision that the store had once it was touched; oldest first.
    touched: VecDeque<(u64, RecordId)>,
    /// The latest revision of which something is forgotten.
    forgotten: u64,
}

impl Recent {
    /// Remembers what led to `revision`.
    pub fn note(&mut self, revision: u64, touched: &[RecordId]) {
        self.touched.extend(touched.iter().map(|&id| (revision, id)));
        while self.touched.len() > KEPT {
            if let Some((revision, _)) = self.touched.pop_front() {
                self.forgotten = revision;
            }
        }
    }

    /// What was touched after `revision`; a record may be there more than once. `None` if that is not
    /// remembered.
    pub fn since(&self, revision: u64) -> Option<Vec<RecordId>> {
        let after = self.touched.iter().skip_while(|(at, _)| *at <= revision);
        (revision >= self.forgotten).then(|| after.map(|&(_, id)| id).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Kind;

    fn id(key: u64) -> RecordId {
        RecordId::new(Kind::Project, key)
    }

    #[test]
    fn what_was_touched_since_a_revision_is_known_until_it_is_forgotten() {
        let mut recent = Recent::default();
        recent.note(2, &[id(1)]);
        recent.note(3, &[id(2), id(3)]);
        assert_eq!(recent.since(1), Some(vec![id(1), id(2), id(3)]));
        assert_eq!(recent.since(2), Some(vec![id(2), id(3)]));
        assert_eq!(recent.since(3), Some(vec![]));
        let many: Vec<RecordId> = (0..KEPT as u64 - 1).map(id).collect();
        recent.note(4, &many);
        assert_eq!(recent.since(2), None, "half of revision 3 is forgotten");
        assert_eq!(recent.since(3), Some(many));
    }
}
