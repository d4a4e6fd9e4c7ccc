//! The key of this device and what is known of others': signing what is sent, looking at what comes.

use crate::domain::field::AuthorField;
use crate::exchange::json::{Bundle, grants};
use crate::exchange::seal::{DeviceKey, Finding, Held, Seal, Seals, Signer, findings};
use crate::ledger::NodeId;
use crate::rules::introduce::author_id;
use crate::store::Store;
use crate::store::persist::Workspace;
use crate::ui::state::page_lived;
use crate::ui::{session, startup};
use crate::web::{clock, notes, random};
use leptos::prelude::*;
use std::cell::Cell;

const REAL: Workspace = Workspace::Real;
/// The name under which the key lies. It never leaves the computer.
const KEY: &str = "device-key";
/// The name under which keys and seals of others are kept.
const SEALS: &str = "seals";
/// How long a seal of this device is fresh enough for files that go by themselves, in milliseconds.
const FRESH: u64 = 10 * 60_000;

thread_local! {
    static REVISION: RwSignal<u32> = page_lived(|| RwSignal::new(0));
    /// When this device sealed its history last.
    static SEALED_AT: Cell<u64> = const { Cell::new(0) };
}

/// What signs a file.
pub struct Signing {
    key: DeviceKey,
    seals: Seals,
    own: Option<Seal>,
}

impl Signing {
    /// For a file that merges.
    pub fn signer(&self) -> Signer<'_> {
        self.seals.signer(&self.key, self.own)
    }

    /// For a copy that holds less: it is signed, and says nothing of histories it does not hold.
    pub fn without_seals(&self) -> Signer<'_> {
        Signer::without_seals(&self.key)
    }
}

/// Readies this device to sign a file of the office's own data, and seals what was done on it. `None` in the sample
/// county, and where the browser has no cryptographic source: then files go unsigned, as before there were keys.
pub fn ready() -> Option<Signing> {
    if untrack(startup::is_sample) {
        return None;
    }
    // A command that another tab made earlier must not turn up behind the seal.
    startup::read_news();
    let key = key()?;
    for _ in 0..2 {
        let mut seals = load();
        let sealed = session::read_present(|store| seals.seal(&key, &Held::of(store.state()), store.node()))?;
        if let Ok(own) = sealed {
            save(&seals);
            SEALED_AT.set(clock::now_millis());
            return Some(Signing { key, seals, own });
        }
        // This laptop's storage was set back or copied: under the old id nobody can say any more who did what.
        startup::renew_node();
    }
    None
}

/// The same for a copy that holds less, which carries no seals: the history need not be looked at.
pub fn ready_for_copy() -> Option<Signing> {
    if untrack(startup::is_sample) {
        return None;
    }
    Some(Signing { key: key()?, seals: Seals::default(), own: None })
}

/// The same for files that go by themselves and often: the history is sealed now and then.
pub fn ready_often() -> Option<Signing> {
    if clock::now_millis().saturating_sub(SEALED_AT.get()) > FRESH {
        return ready();
    }
    let (key, seals) = (key()?, load());
    let node = session::read_present(|store| store.node())?;
    let own = seals.latest(node).copied();
    Some(Signing { key, seals, own })
}

/// The fingerprint of this device's key, which its user reads to a colleague.
pub fn own_fingerprint() -> Option<String> {
    Some(key()?.public().fingerprint())
}

/// What is known of devices; followed when read reactively.
pub fn known() -> Seals {
    REVISION.with(|revision| *revision).track();
    load()
}

/// Changes what is known.
pub fn change(change: impl FnOnce(&mut Seals)) {
    let mut seals = load();
    change(&mut seals);
    save(&seals);
}

/// What in the histories would not fit the seals once these files are merged; followed.
pub fn look(bundles: &[&Bundle]) -> Vec<Finding> {
    let seen = known();
    let brought: Vec<Seal> = bundles.iter().flat_map(|bundle| bundle.header.seals.iter().copied()).collect();
    if brought.is_empty() && seen.iter().next().is_none() {
        return Vec::new();
    }
    session::watch_present(|store| {
        let mut have = store.have().clone();
        have.join(&grants(store.have(), bundles.iter().map(|bundle| &bundle.header)));
        findings(&Held::with(store.state(), bundles), &have, &seen, &brought)
    })
    .unwrap_or_default()
}

/// Takes note of files that were merged, and of what was found before.
pub fn merged(bundles: &[&Bundle], found: &[Finding]) {
    change(|seals| bundles.iter().for_each(|bundle| seals.note(&bundle.header, found)));
}

/// Who works on a device: unit and name; `None` where nobody said.
pub fn who(store: &Store, node: NodeId) -> Option<String> {
    let author = author_id(node);
    let text = |field| store.state().get(author, field).as_text().unwrap_or_default();
    let said = [text(AuthorField::Unit), text(AuthorField::Name)].join(" ");
    (!said.trim().is_empty()).then(|| said.trim().to_owned())
}

fn load() -> Seals {
    Seals::read(&notes::load(REAL, SEALS))
}

fn save(seals: &Seals) {
    notes::save(REAL, SEALS, &seals.write());
    REVISION.with(|revision| *revision).update(|n| *n += 1);
}

/// The key of this device, made when it is first asked for.
fn key() -> Option<DeviceKey> {
    let read = || {
        let text = notes::load(REAL, KEY);
        let bytes = (0..32).map(|at| u8::from_str_radix(text.get(2 * at..2 * at + 2)?, 16).ok());
        let bytes: Option<Vec<u8>> = bytes.collect();
        <[u8; 32]>::try_from(bytes?).ok()
    };
    if read().is_none() {
        let seed = random::secret::<32>()?;
        notes::save(REAL, KEY, &seed.iter().map(|byte| format!("{byte:02x}")).collect::<String>());
    }
    // What lies there counts: another tab may have made one at the same moment.
    read().map(|seed| DeviceKey::from_seed(&seed))
}
