//! One open workspace: read from storage, mirrored, kept in step with other tabs, compacted when idle.

use crate::domain::Kind;
use crate::ledger::{Clock, NodeId, State, VersionVector};
use crate::rules::introduce::hand_over;
use crate::store::persist::codec::Batch;
use crate::store::persist::sealed::open_value;
use crate::store::persist::{
    Compaction, Loaded, MemoryStorage, Name, News, Problem, Progress, Sealed, Storage, StoredJournal, TabId,
    Unreadable, Usage, Workspace, load, node_id, renew_node_id, unknown,
};
use crate::store::{Receipt, Store, WriteError};
use crate::ui::keeping::{Keeping, set_copies, set_keeping};
use crate::ui::session;
use crate::ui::slots::{Slot, Turn};
use crate::web::local::Local;
use crate::web::mirrored::Mirrored;
use crate::web::random::random_u64;
use crate::web::tabs::Tabs;
use crate::web::{cipher, page, timer};
use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;
use std::time::Duration;

/// How long an empty workspace waits for what its mirror may hold.
const ANSWER: Duration = Duration::from_secs(10);
/// How long after the last command the journal is looked at for compaction, in milliseconds.
const IDLE: i32 = 3_000;
/// The pause between two pieces of a compaction, so that typing is never held up.
const BREATH: Duration = Duration::from_millis(30);

/// What is known of an open workspace besides its records.
pub struct Open {
    workspace: Workspace,
    tab: TabId,
    journal: Rc<RefCell<StoredJournal>>,
    mirrored: Rc<Mirrored>,
    tabs: Option<Tabs>,
    idle: Cell<Option<timer::Timer>>,
    slot: Slot,
    lasting: bool,
    /// What could not be read and is not set aside.
    problems: RefCell<Vec<Problem>>,
}

/// Reads a workspace and puts it in place for all screens. Where the browser's storage cannot be read it
/// is one that lasts as long as the page.
///
/// # Errors
/// If not even that can be read.
pub async fn open(workspace: Workspace) -> Result<Rc<Open>, WriteError> {
    let local = Local::open().filter(|local| local.keys().is_ok());
    let lasting = local.is_some();
    let local: Rc<dyn Storage> = match local {
        Some(local) => Rc::new(local),
        None => Rc::new(MemoryStorage::default()),
    };
    let tab = TabId::new(random_u64());
    let slot = Slot::take(&local, workspace, tab).await;
    set_copies(Default::default());
    let mirrored = Rc::new(Mirrored::new(local, workspace, set_copies));
    let storage: Rc<dyn Storage> = match cipher::of(workspace) {
        Some(cipher) => Rc::new(Sealed::new(mirrored.clone(), workspace, cipher)),
        None => mirrored.clone(),
    };
    let random = random_u64();
    // Without room for an id this page still reads; what it cannot write it says.
    let node = node_id(&*storage, workspace, random).unwrap_or(NodeId(random));
    let Loaded { state, have, held_back, journal, problems, away } = load(storage, workspace, tab)?;
    let journal = Rc::new(RefCell::new(journal));
    let clock = Clock::in_slot(node, slot.number());
    let store = Store::open(state, have, clock, Box::new(Rc::clone(&journal)));
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
            tab,
            journal,
            mirrored,
            tabs: Tabs::join(&format!("zhaoshang-{}", workspace.word()), on_news),
            idle: Cell::new(None),
            slot,
            lasting,
            problems: RefCell::new(problems),
        }
    });
    open.tell_keeping();
    let rescuing = Rc::clone(&open);
    let rescue = async move { rescuing.rescue(away, held_back).await };
    // Where localStorage holds nothing the mirror may hold everything: the page must not take an office
    // that lost its localStorage for a new one. A mirror that never answers must not keep it closed.
    if session::read(|store| is_blank(store.state())).unwrap_or(false) {
        timer::at_most(ANSWER, rescue).await;
    } else {
        wasm_bindgen_futures::spawn_local(rescue);
    }
    Ok(open)
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

    /// Whether a newer version wrote some of it, so that nothing may be written.
    pub fn is_read_only(&self) -> bool {
        self.journal.borrow().read_only().is_some()
    }

    /// Makes sure, before something is written, that this tab gives stamps of its own.
    pub fn keep_slot(&self, store: &mut Store) {
        if let Some(slot) = self.slot.keep() {
            store.set_slot(slot);
        }
    }

    /// Something was written: tell the other tabs, and compact when it is quiet.
    pub fn written(self: &Rc<Self>) {
        self.tell_tabs();
        if let Some(before) = self.idle.take() {
            before.cancel();
        }
        let open = Rc::clone(self);
        self.idle.set(Some(timer::after(IDLE, move || {
            wasm_bindgen_futures::spawn_local(async move { open.compact().await });
        })));
    }

    /// Lets go of what could not be read and was set aside.
    pub fn let_go(&self) {
        // What could not be removed is shown again.
        let _ = self.journal.borrow_mut().let_go();
        self.tell_keeping();
    }

    /// Goes on under a new node id, as the same person.
    pub fn renew_node(&self) {
        let random = random_u64();
        let renewed = session::keep(|store, now| {
            let edits = hand_over(store.state(), store.node(), NodeId(random));
            store.go_on_as(NodeId(random), edits, now).map(Some)
        });
        if renewed {
            let storage = Rc::clone(self.journal.borrow().storage());
            // If this fails the next start takes the old id, and comes here again if need be.
            let _ = renew_node_id(&*storage, self.workspace, random);
            self.tell_tabs();
        }
    }

    fn tell_tabs(&self) {
        if let Some(tabs) = &self.tabs {
            tabs.tell();
        }
    }

    /// Says what is known of how well the workspace is kept.
    fn tell_keeping(&self) {
        let journal = self.journal.borrow();
        let mut lost = journal.set_aside().unwrap_or_default();
        let aside: BTreeSet<Name> = lost.iter().map(|problem| problem.name).collect();
        lost.extend(self.problems.borrow().iter().filter(|problem| !aside.contains(&problem.name)));
        let read_only = journal.read_only().is_some();
        set_keeping(Keeping { fleeting: !self.lasting, read_only, lost });
    }

    /// Folds in what other tabs have stored, and follows them to another node id.
    pub fn read_news(&self) {
        session::keep(|store, _| {
            let mut news = News::new(store.names_mut());
            let mut journal = self.journal.borrow_mut();
            let found = journal.read_new(&mut news)?;
            self.problems.borrow_mut().extend(found);
            let batches = news.batches;
            let node = node_id(&**journal.storage(), self.workspace, store.node().0)?;
            store.follow_node(node);
            Ok(take_in(store, batches, &VersionVector::default()))
        });
        self.tell_keeping();
    }

    /// Folds in what the mirror has and localStorage lost, completes the mirror, and sets aside what
    /// neither place has whole. `held_back` may be claimed if all can be read.
    async fn rescue(&self, away: BTreeSet<Name>, held_back: VersionVector) {
        let before = self.problems.take();
        let may_be_whole = |problem: &&Problem| !matches!(problem.why, Unreadable::Newer(_));
        let wanted: BTreeSet<Name> = before.iter().filter(may_be_whole).map(|problem| problem.name).collect();
        let texts = self.mirrored.connect(&wanted, !self.is_read_only()).await;
        if self.mirrored.lock_was_found() {
            // What is there is encrypted: the page begins anew and asks for the passphrase.
            return page::reload();
        }
        let texts = texts.map(|texts| self.opened(texts));
        let found = texts.clone().unwrap_or_default();
        let mut set_aside = 0;
        session::keep(|store, _| {
            let mut journal = self.journal.borrow_mut();
            let mut news = News::new(store.names_mut());
            let mut left = journal.rescue(&found, before, &away, &mut news)?;
            left.extend(journal.read_new(&mut news)?);
            let batches = news.batches;
            set_aside = journal.set_problems_aside(&left, texts.as_ref())?;
            let whole = left.is_empty() && journal.set_aside()?.is_empty();
            self.problems.borrow_mut().extend(left);
            let claims = if whole { held_back } else { VersionVector::default() };
            Ok(take_in(store, batches, &claims))
        });
        if set_aside > 0 {
            // What was lost may have been this laptop's own: under the old id nobody can say any more.
            self.renew_node();
        }
        self.tell_keeping();
    }

    /// Values of the second place as they were before they were encrypted.
    fn opened(&self, texts: BTreeMap<Name, String>) -> BTreeMap<Name, String> {
        let Some(cipher) = cipher::of(self.workspace) else { return texts };
        let open = |(name, text): (Name, String)| {
            let text = open_value(&*cipher, &name.key(self.workspace), text);
            (name, text)
        };
        texts.into_iter().map(open).collect()
    }

    /// Where its values lie, as they lie there.
    pub fn mirrored(&self) -> Rc<Mirrored> {
        Rc::clone(&self.mirrored)
    }

    /// Gathers small stored values into large ones, a piece at a time, in one tab only.
    async fn compact(&self) {
        let storage = Rc::clone(self.journal.borrow().storage());
        let Some(turn) = Turn::take(&storage, self.workspace, self.tab).await else { return };
        self.read_news();
        if turn.is_sure()
            && self.mirrored.is_connected()
            && let Ok(mut journal) = self.journal.try_borrow_mut()
        {
            journal.tidy();
        }
        while let Some(mut compaction) = self.begin_compaction() {
            loop {
                timer::sleep(BREATH).await;
                turn.renew();
                let step = self.journal.try_borrow_mut().map(|mut journal| compaction.step(&mut journal));
                match step {
                    Ok(Ok(Progress::More)) => {}
                    Ok(Ok(Progress::Done)) => break,
                    // What could not be gathered now stays as it is and is tried again another time.
                    Ok(Err(_)) | Err(_) => return,
                }
            }
        }
    }

    fn begin_compaction(&self) -> Option<Compaction> {
        self.journal.try_borrow().ok()?.compaction()
    }
}

/// Folds batches into the store and claims what they and `claims` speak of; nothing to report if that
/// is no news.
fn take_in(store: &mut Store, batches: Vec<Batch>, claims: &VersionVector) -> Option<Receipt> {
    let mut have = claims.clone();
    let mut changes = Vec::new();
    for batch in batches {
        have.join(&batch.have);
        changes.extend(unknown(store.state(), batch));
    }
    let is_news = !changes.is_empty() || !store.have().includes(claims);
    is_news.then(|| store.take_in(changes, &have))
}

/// Whether nothing was ever recorded: neither a project nor who works here.
pub fn is_blank(state: &State) -> bool {
    state.count(Kind::Project) == 0 && state.count(Kind::Author) == 0
}
