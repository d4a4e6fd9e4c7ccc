//! One open workspace: read from storage, mirrored, kept in step with other tabs, compacted when idle.

use crate::domain::Kind;
use crate::ledger::{Clock, State, VersionVector};
use crate::store::persist::{
    Loaded, MemoryStorage, Name, News, Problem, Progress, Storage, StoredJournal, TabId, Usage, Workspace,
    load, node_id, unknown,
};
use crate::store::{Receipt, Store, WriteError};
use crate::ui::session;
use crate::web::local::Local;
use crate::web::locks::{Held, try_lock};
use crate::web::mirrored::Mirrored;
use crate::web::random::random_u64;
use crate::web::tabs::Tabs;
use crate::web::timer;
use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;
use std::time::Duration;

/// How long after the last command the journal is looked at for compaction, in milliseconds.
const IDLE: i32 = 3_000;
/// The pause between two pieces of a compaction, so that typing is never held up.
const BREATH: Duration = Duration::from_millis(30);

/// What is known of an open workspace besides its records.
pub struct Open {
    workspace: Workspace,
    journal: Rc<RefCell<StoredJournal>>,
    mirrored: Rc<Mirrored>,
    tabs: Option<Tabs>,
    idle: Cell<Option<timer::Timer>>,
    /// Whether the browser keeps what is written.
    pub lasting: bool,
    /// What could not be read.
    pub problems: Vec<Problem>,
    /// This tab's place among the tabs of this laptop, held while it is open.
    _slot: Option<Held>,
}

/// Reads a workspace and puts it in place for all screens.
///
/// # Errors
/// If the storage cannot be read at all.
pub async fn open(workspace: Workspace) -> Result<Rc<Open>, WriteError> {
    let (slot, held) = take_slot(workspace).await;
    let (local, lasting): (Rc<dyn Storage>, bool) = match Local::open() {
        Some(local) => (Rc::new(local), true),
        None => (Rc::new(MemoryStorage::default()), false),
    };
    let mirrored = Rc::new(Mirrored::new(local, workspace, session::set_writing));
    let storage: Rc<dyn Storage> = mirrored.clone();
    let node = node_id(&*storage, workspace, random_u64())?;
    let Loaded { state, have, journal, problems, away } = load(storage, workspace, TabId::new(random_u64()))?;
    let journal = Rc::new(RefCell::new(journal));
    let store = Store::open(state, have, Clock::in_slot(node, slot), Box::new(Rc::clone(&journal)));
    session::open(store);
    let open = Rc::new_cyclic(|this: &std::rc::Weak<Open>| {
        let news = this.clone();
        let on_news = move || {
            if let Some(open) = news.upgrade() {
                open.read_news();
            }
        };
        Open {
            workspace,
            journal,
            mirrored,
            tabs: Tabs::join(&format!("zhaoshang-{}", workspace.word()), on_news),
            idle: Cell::new(None),
            lasting,
            problems,
            _slot: held,
        }
    });
    // Where localStorage holds nothing the mirror may hold everything: the page must not take an office
    // that lost its localStorage for a new one.
    if session::read(|store| is_blank(store.state())).unwrap_or(false) {
        open.rescue(away).await;
    } else {
        let rescuing = Rc::clone(&open);
        wasm_bindgen_futures::spawn_local(async move { rescuing.rescue(away).await });
    }
    Ok(open)
}

/// The first free place among the tabs of this laptop: no two tabs may give the same stamp.
async fn take_slot(workspace: Workspace) -> (u16, Option<Held>) {
    for slot in 0..Clock::SLOTS {
        if let Some(held) = try_lock(&format!("zs-slot-{}-{slot}", workspace.word())).await {
            return (slot, Some(held));
        }
    }
    // A browser without locks, or more tabs than places: chance must do.
    ((random_u64() % u64::from(Clock::SLOTS)) as u16, None)
}

impl Open {
    /// Which workspace it is.
    pub fn workspace(&self) -> Workspace {
        self.workspace
    }

    /// How much of the browser's storage is used, by what.
    pub fn usage(&self) -> Option<Usage> {
        self.journal.borrow().usage().ok()
    }

    /// Something was written: tell the other tabs, and compact when it is quiet.
    pub fn written(self: &Rc<Self>) {
        if let Some(tabs) = &self.tabs {
            tabs.tell();
        }
        if let Some(before) = self.idle.take() {
            before.cancel();
        }
        let open = Rc::clone(self);
        self.idle.set(Some(timer::after(IDLE, move || {
            wasm_bindgen_futures::spawn_local(async move { open.compact().await });
        })));
    }

    /// Folds in what other tabs have stored.
    fn read_news(&self) {
        session::write_with(|store, _| {
            let mut news = News::new(store.names_mut());
            self.journal.borrow_mut().read_new(&mut news)?;
            let batches = news.batches;
            Ok(take_in(store, batches))
        });
    }

    /// Folds in what the mirror has and localStorage lost, and completes the mirror.
    async fn rescue(&self, away: BTreeSet<Name>) {
        let texts: BTreeMap<Name, String> = self.mirrored.connect().await;
        if texts.is_empty() && away.is_empty() {
            return;
        }
        session::write_with(|store, _| {
            let mut journal = self.journal.borrow_mut();
            let here = journal.storage().keys()?;
            let mut there: BTreeSet<Name> =
                here.iter().filter_map(|key| Name::from_key(self.workspace, key)).collect();
            there.extend(texts.keys());
            let mut news = News::new(store.names_mut());
            journal.rescue(texts, &there, &away, &mut news);
            let batches = news.batches;
            Ok(take_in(store, batches))
        });
    }

    /// Gathers small stored values into large ones, a piece at a time, in one tab only.
    async fn compact(&self) {
        let Some(lock) = try_lock(&format!("zs-compact-{}", self.workspace.word())).await else { return };
        while let Some(mut compaction) = self.begin_compaction() {
            loop {
                timer::sleep(BREATH).await;
                let step = self.journal.try_borrow_mut().map(|mut journal| compaction.step(&mut journal));
                match step {
                    Ok(Ok(Progress::More)) => {}
                    Ok(Ok(Progress::Done)) => break,
                    // What could not be gathered now stays as it is and is tried again another time.
                    Ok(Err(_)) | Err(_) => return,
                }
            }
        }
        drop(lock);
    }

    fn begin_compaction(&self) -> Option<crate::store::persist::Compaction> {
        self.journal.try_borrow().ok()?.compaction()
    }
}

/// Folds batches into the store; nothing to report if they held no news.
fn take_in(store: &mut Store, batches: Vec<crate::store::persist::codec::Batch>) -> Option<Receipt> {
    let mut have = VersionVector::default();
    let mut changes = Vec::new();
    for batch in batches {
        have.join(&batch.have);
        changes.extend(unknown(store.state(), batch));
    }
    (!changes.is_empty()).then(|| store.take_in(changes, &have))
}

/// Whether nothing was ever recorded: neither a project nor who works here.
pub fn is_blank(state: &State) -> bool {
    state.count(Kind::Project) == 0 && state.count(Kind::Author) == 0
}
