//! Backups of one laptop in a folder: what each is called, when one is due, and which are kept.
//!
//! A backup holds everything with its history, so the latest alone is enough to come back from a lost
//! laptop. Older ones are for what was noticed late: a folder emptied by mistake, a file spoilt on the disk.

use crate::domain::Date;
use crate::domain::id::{base32, from_base32};
use crate::domain::sort::Arrange;
use crate::ledger::NodeId;
use rustc_hash::FxHashSet;
use serde::{Deserialize, Serialize};

/// The time between two automatic backups, in milliseconds: ten minutes.
pub const PAUSE: u64 = 10 * 60 * 1_000;

/// When a backup was made, on the calendar and clock where the user was. Later ones are greater.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct BackupTime {
    /// The day.
    pub day: Date,
    /// The hour of the day.
    pub hour: u32,
    /// The minute of the hour.
    pub minute: u32,
}

/// What follows the name of an encrypted backup.
pub const SEALED: &str = ".age";

impl BackupTime {
    /// The name of the backup of a laptop: `招商簿备份-0000000000abc-20261127-0830.json`. `prefix` is what all
    /// names begin with; several laptops may share a folder, so the laptop's id is part of it.
    pub fn file_name(self, prefix: &str, node: NodeId) -> String {
        let day = self.day.to_string().replace('-', "");
        format!("{prefix}-{}-{day}-{:02}{:02}.json", base32(node.0), self.hour, self.minute)
    }

    /// When a backup was made and by which laptop, by its name; `None` for any other file. One that is encrypted
    /// has [`SEALED`] behind its name.
    pub fn parse(prefix: &str, name: &str) -> Option<(Self, NodeId)> {
        let name = name.strip_suffix(SEALED).unwrap_or(name);
        let mut parts = name.strip_prefix(prefix)?.strip_prefix('-')?.strip_suffix(".json")?.split('-');
        let (node, day, clock) = (parts.next()?, parts.next()?, parts.next()?);
        if day.len() != 8 || clock.len() != 4 {
            return None;
        }
        let day = [day.get(..4)?, day.get(4..6)?, day.get(6..)?].join("-");
        let number = |text: Option<&str>| text?.parse::<u32>().ok();
        let (hour, minute) = (number(clock.get(..2))?, number(clock.get(2..))?);
        let time = Self { day: Date::parse_iso(&day)?, hour, minute };
        let node = NodeId(from_base32(node)?);
        // One spelling only: anything else is not ours to remove.
        (time.file_name(prefix, node) == name).then_some((time, node))
    }
}

/// Which of a laptop's backups are no longer needed: of those of today and yesterday the latest of every hour
/// stays, then of every day for two weeks, of every week for two months, and of every month for ever.
pub fn to_remove(mut backups: Vec<BackupTime>, today: Date) -> Vec<BackupTime> {
    #[derive(PartialEq, Eq, Hash)]
    enum Span {
        Hour(Date, u32),
        Day(Date),
        Week(Date),
        Month(String),
    }
    backups.arrange_by(|a, b| b.cmp(a));
    let mut taken = FxHashSet::default();
    backups.retain(|backup| {
        let span = match today.since(backup.day) {
            ..=1 => Span::Hour(backup.day, backup.hour),
            2..=14 => Span::Day(backup.day),
            15..=60 => Span::Week(backup.day.monday()),
            _ => Span::Month(backup.day.to_string()[..7].to_owned()),
        };
        !taken.insert(span)
    });
    backups
}

/// What a laptop remembers of its backups. Kept beside the pipeline and never sent.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Unbacked {
    /// Commands carried out since the last backup: an edit, an import, a merge of a file are one each.
    pub changes: usize,
    /// How many there were when the user put the reminder off.
    pub put_off: usize,
    /// When the last backup was made, in milliseconds since 1970 UTC; 0 for never.
    pub last: u64,
    /// After how many changes the user is reminded; 0 for never.
    pub limit: Limit,
    /// Whether the browser was asked to keep the data for good.
    pub persist_asked: bool,
}

/// After how many commands to remind of a backup; 0 for never.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Limit(pub usize);

impl Limit {
    /// The choices.
    pub const CHOICES: [Limit; 5] = [Limit(20), Limit(50), Limit(100), Limit(500), Limit(0)];
}

impl Default for Limit {
    fn default() -> Self {
        Self(50)
    }
}

impl Unbacked {
    /// Takes note of a command.
    pub fn changed(&mut self) {
        self.changes = self.changes.saturating_add(1);
    }

    /// Takes note of a backup made `now` that holds the first `changes` of those that were in none.
    pub fn backed_up(&mut self, now: u64, changes: usize) {
        *self = Self { changes: self.changes.saturating_sub(changes), put_off: 0, last: now, ..*self };
    }

    /// The user does not want to be reminded of these changes again.
    pub fn put_off(&mut self) {
        self.put_off = self.changes;
    }

    /// Whether to remind the user.
    pub fn is_reminder_due(&self) -> bool {
        self.limit.0 > 0 && self.changes.saturating_sub(self.put_off) >= self.limit.0
    }

    /// In how many milliseconds an automatic backup is due; `None` if there is nothing to back up. A last
    /// backup in the future, by a clock that was wrong, does not count.
    pub fn automatic_in(&self, now: u64) -> Option<u64> {
        let since = now.checked_sub(self.last).unwrap_or(PAUSE);
        (self.changes > 0).then(|| PAUSE.saturating_sub(since))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const PREFIX: &str = "备份";

    fn time(day: &str, hour: u32, minute: u32) -> BackupTime {
        BackupTime { day: Date::parse_iso(day).expect("a day"), hour, minute }
    }

    #[test]
    fn names_read_back_and_other_files_are_left_alone() {
        let at = time("2026-11-27", 8, 5);
        let name = at.file_name(PREFIX, NodeId(7));
        assert_eq!(name, "备份-0000000000007-20261127-0805.json");
        assert_eq!(BackupTime::parse(PREFIX, &name), Some((at, NodeId(7))));
        assert_eq!(BackupTime::parse(PREFIX, &format!("{name}{SEALED}")), Some((at, NodeId(7))));
        assert_eq!(BackupTime::parse(PREFIX, &format!("{name}{SEALED}{SEALED}")), None);
        for other in [
            "备份-0000000000007-20261127-0805 (1).json",
            "备份-0000000000007-20261327-0805.json",
            "备份-7-20261127-0805.json",
            "备份-0000000000007-20261127-0805.json.crswap",
            "全年台账.json",
            "",
        ] {
            assert_eq!(BackupTime::parse(PREFIX, other), None, "{other}");
        }
    }

    #[test]
    fn old_backups_thin_out() {
        let today = Date::parse_iso("2026-11-27").expect("a day");
        let backups = vec![
            time("2026-11-27", 9, 0),
            time("2026-11-27", 8, 50),
            time("2026-11-27", 8, 10), // the same hour
            time("2026-11-25", 17, 0),
            time("2026-11-25", 8, 0), // the same day
            time("2026-10-30", 9, 0), // a Friday
            time("2026-10-26", 9, 0), // the Monday before
            time("2026-07-31", 9, 0),
            time("2026-07-01", 9, 0), // the same month
            time("2027-01-01", 9, 0), // by a clock that was wrong
        ];
        let gone = [("2026-11-27", 8), ("2026-11-25", 8), ("2026-10-26", 9), ("2026-07-01", 9)];
        let gone: Vec<_> = gone.map(|(day, hour)| (day.to_owned(), hour)).into();
        let found: Vec<_> =
            to_remove(backups, today).into_iter().map(|at| (at.day.to_string(), at.hour)).collect();
        assert_eq!(found, gone);
    }

    #[test]
    fn a_reminder_comes_after_the_stated_number_and_again_when_put_off() {
        let mut unbacked = Unbacked::default();
        let change = |unbacked: &mut Unbacked, times| (0..times).for_each(|_| unbacked.changed());
        change(&mut unbacked, 49);
        assert!(!unbacked.is_reminder_due());
        change(&mut unbacked, 1);
        assert!(unbacked.is_reminder_due());
        unbacked.put_off();
        assert!(!unbacked.is_reminder_due());
        change(&mut unbacked, 50);
        assert!(unbacked.is_reminder_due());
        unbacked.limit = Limit(0);
        assert!(!unbacked.is_reminder_due(), "who wants no reminder gets none");
        unbacked.backed_up(9, 97);
        assert_eq!(
            (unbacked.changes, unbacked.last, unbacked.limit),
            (3, 9, Limit(0)),
            "three came meanwhile"
        );
    }

    #[test]
    fn an_automatic_backup_waits_for_a_change_and_for_the_pause() {
        let mut unbacked = Unbacked::default();
        assert_eq!(unbacked.automatic_in(5_000_000), None);
        unbacked.changed();
        assert_eq!(unbacked.automatic_in(5_000_000), Some(0));
        unbacked.last = 5_000_000;
        assert_eq!(unbacked.automatic_in(5_000_000), Some(PAUSE));
        assert_eq!(unbacked.automatic_in(5_000_000 + PAUSE + 1), Some(0));
        assert_eq!(unbacked.automatic_in(4_000_000), Some(0), "the clock was put back");
    }

    proptest! {
        /// The latest is never removed, what stays is not touched again, and it does not grow with use.
        #[test]
        fn what_stays_is_enough_and_not_too_much(
            made in prop::collection::btree_set((0i32..400, 0u32..24, 0u32..60), 1..200),
        ) {
            let today = Date::parse_iso("2026-11-27").expect("a day");
            let backups: Vec<_> = made
                .iter()
                .map(|&(age, hour, minute)| BackupTime { day: today.plus(-age), hour, minute })
                .collect();
            let gone = to_remove(backups.clone(), today);
            let kept: Vec<_> = backups.iter().copied().filter(|at| !gone.contains(at)).collect();
            prop_assert_eq!(kept.iter().max(), backups.iter().max());
            prop_assert!(kept.len() <= 48 + 13 + 8 + 13);
            prop_assert!(to_remove(kept, today).is_empty());
        }

        #[test]
        fn no_name_makes_it_panic(name in "(备份)?-?.{0,40}(\\.json)?") {
            let _ = BackupTime::parse(PREFIX, &name);
        }
    }
}
