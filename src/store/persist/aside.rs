//! What could not be read is set aside, as it was found, until the user lets go of it.
//!
//! Its name is remembered even then: the other parts of the write it belonged to would pass for a write
//! that never came to its end if their successor had never been heard of.

use super::frame::Unreadable;
use super::journal::StoredJournal;
use super::keys::Name;
use super::read::Problem;
use super::value::Checked;
use crate::domain::sort::Arrange;
use crate::ledger::Names;
use crate::store::WriteError;
use std::collections::BTreeMap;

/// Stands for a value that was moved to the second place and is not there: nothing packed is one
/// character of this kind.
const MISSING: &str = "-";
/// Stands for a value that the user let go of.
const LET_GO: &str = "";

impl StoredJournal {
    /// Sets aside what could not be read, so that the next start finds it told apart. `copies` are the
    /// texts that the second place had, for what is not here; none if it could not be asked, so that it
    /// may hold a whole copy yet. Gives how many were set aside now; what there is no room for stays
    /// where it is, and what a newer version wrote always does.
    ///
    /// # Errors
    /// If the storage cannot be read at all.
    pub fn set_problems_aside(
        &mut self,
        problems: &[Problem],
        copies: Option<&BTreeMap<Name, String>>,
    ) -> Result<usize, WriteError> {
        if self.read_only.is_some() {
            return Ok(0);
        }
        let mut moved = 0;
        for &Problem { name, why } in problems {
            let key = name.key(self.workspace);
            let here = self.storage.get(&key)?;
            let raw = match (why, copies) {
                (Unreadable::Newer(_), _) | (Unreadable::Missing, None) => None,
                (Unreadable::Missing, Some(_)) => Some(MISSING.to_owned()),
                _ => here.or_else(|| copies.and_then(|copies| copies.get(&name).cloned())),
            };
            // Where there is nothing to move another tab was faster.
            let Some(raw) = raw.map(|raw| if raw.is_empty() { MISSING.to_owned() } else { raw }) else {
                continue;
            };
            if self.storage.set(&name.quarantine_key(self.workspace), &raw).is_err() {
                continue;
            }
            moved += 1;
            let removed = match copies {
                Some(_) => self.storage.remove(&key),
                None => self.storage.remove_here(&key),
            };
            // What is left of it is found aside as well at the next start, and told once.
            let _ = removed.and_then(|()| self.storage.remove(&name.away_key(self.workspace)));
        }
        Ok(moved)
    }

    /// Everything that was set aside, now or before, and that the user has not let go of.
    ///
    /// # Errors
    /// If the storage cannot be read at all.
    pub fn set_aside(&self) -> Result<Vec<Problem>, WriteError> {
        let mut found = Vec::new();
        for key in self.storage.keys()? {
            let Some(name) = Name::from_quarantine_key(self.workspace, &key) else { continue };
            match self.storage.get(&key)?.as_deref() {
                None | Some(LET_GO) => {}
                Some(MISSING) => found.push(Problem { name, why: Unreadable::Missing }),
                Some(raw) => {
                    let read = Checked::new(raw).and_then(|value| value.read(&mut Names::default()));
                    found.push(Problem { name, why: read.err().unwrap_or(Unreadable::Damaged) });
                }
            }
        }
        found.arrange_by_key(|problem| problem.name);
        Ok(found)
    }

    /// Lets go of everything that was set aside: its space is free again, its names stay known. From now
    /// on this office claims again to have what it has, so a colleague's full file should be in first.
    ///
    /// # Errors
    /// If something could not be removed.
    pub fn let_go(&mut self) -> Result<(), WriteError> {
        self.set_aside()?
            .iter()
            .try_for_each(|problem| self.storage.set(&problem.name.quarantine_key(self.workspace), LET_GO))
    }
}
