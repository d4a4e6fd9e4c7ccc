//! localStorage with its mirror in IndexedDB.
//!
//! Everything is read from and written to localStorage, which answers at once. Each write is also
//! handed to IndexedDB, which reports when it is on disk: only then is a change called saved, because a
//! killed browser may lose the last seconds of localStorage but not a finished transaction. What
//! IndexedDB refuses is said, and handed to it again until it takes it.

use super::idb::Database;
use super::timer;
use crate::store::WriteError;
use crate::store::persist::{Copies, Name, Order, Outbox, Storage, Ticket, Workspace};
use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, BTreeSet};
use std::rc::{Rc, Weak};
use wasm_bindgen::JsValue;

/// The first pause before IndexedDB is asked again, in milliseconds; each further one is twice as long.
const FIRST_PAUSE: i32 = 1_000;
/// The longest pause.
const LONGEST_PAUSE: i32 = 64_000;

/// A storage that keeps a second copy of one workspace.
pub struct Mirrored {
    local: Rc<dyn Storage>,
    workspace: Workspace,
    mirror: Rc<Mirror>,
    /// The second place had the lock and localStorage had lost it.
    lock_found: Cell<bool>,
}

/// The second place and what is on its way there.
struct Mirror {
    local: Rc<dyn Storage>,
    name: String,
    link: RefCell<Link>,
    outbox: RefCell<Outbox>,
    told: Cell<Option<Copies>>,
    pause: Cell<i32>,
    is_retrying: Cell<bool>,
    /// Nobody wants to be told any more.
    is_left: Cell<bool>,
    on_change: Box<dyn Fn(Copies)>,
}

/// The connection to the second place.
enum Link {
    /// Not open yet.
    Waiting,
    Open(Database),
    /// The browser has none, or does not open it now: localStorage alone must do.
    None,
}

impl Mirrored {
    /// Puts a mirror beside `local` for one workspace. `on_change` is told in how many places what was
    /// written is, whenever that changes.
    pub fn new(local: Rc<dyn Storage>, workspace: Workspace, on_change: impl Fn(Copies) + 'static) -> Self {
        let mirror = Rc::new(Mirror {
            local: Rc::clone(&local),
            name: database_name(workspace),
            link: RefCell::new(Link::Waiting),
            outbox: RefCell::default(),
            told: Cell::new(None),
            pause: Cell::new(FIRST_PAUSE),
            is_retrying: Cell::new(false),
            is_left: Cell::new(false),
            on_change: Box::new(on_change),
        });
        Self { local, workspace, mirror, lock_found: Cell::new(false) }
    }

    /// Opens the second place, sends it what was waiting and what localStorage has and it lacks, and
    /// gives the values it has and localStorage lacks, and those of `wanted`. `None` if it cannot be
    /// read: then nobody knows what it holds. With `may_write` unset nothing is sent there but what is
    /// written from now on.
    pub async fn connect(&self, wanted: &BTreeSet<Name>, may_write: bool) -> Option<BTreeMap<Name, String>> {
        let found = self.read(wanted).await;
        let Some((database, there, texts)) = found else {
            self.mirror.give_up();
            return None;
        };
        let here = self.local.keys().unwrap_or_default();
        let lacking = here.into_iter().filter(|key| may_write && !there.contains(key));
        let lacking: Vec<String> = lacking.filter(|key| self.is_mirrored(key)).collect();
        {
            let mut outbox = self.mirror.outbox.borrow_mut();
            outbox.found(there);
            lacking.iter().for_each(|key| outbox.order(key, Order::Put));
        }
        self.mirror.link.replace(Link::Open(database));
        self.mirror.send();
        Some(texts)
    }

    /// Whether the second place had the lock, which localStorage had lost and has again.
    pub fn lock_was_found(&self) -> bool {
        self.lock_found.get()
    }

    /// Changes the values that rest in the second place alone; `true` if all are on disk as they shall be.
    pub async fn convert(&self, change: impl Fn(&str, &str) -> Option<String>) -> bool {
        let database = match &*self.mirror.link.borrow() {
            Link::Open(database) => database.clone(),
            Link::Waiting | Link::None => return false,
        };
        let Ok(keys) = database.keys().await else { return false };
        let here: BTreeSet<String> = self.local.keys().unwrap_or_default().into_iter().collect();
        let mut is_whole = true;
        for key in keys.into_iter().filter(|key| !here.contains(key)) {
            if Name::from_key(self.workspace, &key).is_none() {
                continue;
            }
            let Ok(Some(text)) = database.text(&key).await else {
                is_whole = false;
                continue;
            };
            is_whole &= match change(&key, &text) {
                Some(new) if new == text => true,
                Some(new) => database.put(&key, &new).await,
                None => false,
            };
        }
        is_whole
    }

    /// Whether a key has a copy in the second place: the records, and what opens them.
    fn is_mirrored(&self, key: &str) -> bool {
        Name::from_key(self.workspace, key).is_some() || key == self.workspace.lock_key()
    }

    /// Whether the second place was read and is open.
    pub fn is_connected(&self) -> bool {
        matches!(&*self.mirror.link.borrow(), Link::Open(_))
    }

    async fn read(
        &self,
        wanted: &BTreeSet<Name>,
    ) -> Option<(Database, BTreeSet<String>, BTreeMap<Name, String>)> {
        let database = Database::open(&self.mirror.name).await.ok()?;
        let there: BTreeSet<String> = database.keys().await.ok()?.into_iter().collect();
        let here: BTreeSet<String> = self.local.keys().unwrap_or_default().into_iter().collect();
        let mut texts = BTreeMap::new();
        let lock = self.workspace.lock_key();
        if there.contains(&lock)
            && !here.contains(&lock)
            && let Some(text) = database.text(&lock).await.ok()?
        {
            self.lock_found.set(self.local.set(&lock, &text).is_ok());
        }
        for key in &there {
            let Some(name) = Name::from_key(self.workspace, key) else { continue };
            if (!here.contains(key) || wanted.contains(&name))
                && let Some(text) = database.text(key).await.ok()?
            {
                texts.insert(name, text);
            }
        }
        Some((database, there, texts))
    }

    fn order(&self, key: &str, order: Order) {
        if self.is_mirrored(key) {
            self.mirror.outbox.borrow_mut().order(key, order);
            self.mirror.send();
        }
    }
}

impl Drop for Mirrored {
    fn drop(&mut self) {
        self.mirror.is_left.set(true);
    }
}

/// The name of the database of a workspace. The rescue page saves every database whose name begins so.
pub fn database_name(workspace: Workspace) -> String {
    format!("zhaoshang-{}", workspace.word())
}

impl Storage for Mirrored {
    fn keys(&self) -> Result<Vec<String>, WriteError> {
        self.local.keys()
    }

    fn get(&self, key: &str) -> Result<Option<String>, WriteError> {
        self.local.get(key)
    }

    fn set(&self, key: &str, value: &str) -> Result<(), WriteError> {
        self.local.set(key, value)?;
        self.order(key, Order::Put);
        Ok(())
    }

    fn remove(&self, key: &str) -> Result<(), WriteError> {
        self.local.remove(key)?;
        self.order(key, Order::Remove);
        Ok(())
    }

    fn remove_here(&self, key: &str) -> Result<(), WriteError> {
        self.local.remove(key)
    }

    fn release(&self, key: &str) -> bool {
        // Not if another tab has removed it: then it is not in the second place either.
        let is_here = || self.local.get(key).is_ok_and(|text| text.is_some());
        self.mirror.outbox.borrow().is_there(key) && is_here() && self.local.remove(key).is_ok()
    }
}

impl Mirror {
    /// Hands over what is to be sent, if there is somewhere to send it to.
    fn send(self: &Rc<Self>) {
        if let Link::Open(database) = &*self.link.borrow() {
            let sending = self.outbox.borrow_mut().send();
            sending.into_iter().for_each(|(key, order, ticket)| self.write(database, key, order, ticket));
        }
        self.tell();
    }

    fn write(self: &Rc<Self>, database: &Database, key: String, order: Order, ticket: Ticket) {
        let (puts, removes) = match order {
            Order::Put => match self.local.get(&key) {
                Ok(Some(text)) => (vec![(key.clone(), JsValue::from_str(&text))], vec![]),
                // It left localStorage before it could be sent: another tab removed it, here and there,
                // or moved it to the second place, where it must stay.
                _ => return self.outbox.borrow_mut().drop_order(&key),
            },
            Order::Remove => (vec![], vec![key.clone()]),
        };
        let mirror = Rc::clone(self);
        database.write(&puts, &removes, move |on_disk| {
            mirror.outbox.borrow_mut().answer(&key, ticket, on_disk);
            if on_disk {
                mirror.pause.set(FIRST_PAUSE);
            } else {
                mirror.retry_later();
            }
            mirror.tell();
        });
    }

    /// Asks again after a pause: opens the database anew, because a browser may have closed it, and
    /// sends what is not there yet.
    fn retry_later(self: &Rc<Self>) {
        if self.is_retrying.replace(true) {
            return;
        }
        let pause = self.pause.get();
        self.pause.set((pause * 2).min(LONGEST_PAUSE));
        // A workspace that was left meanwhile is not kept alive for this.
        let mirror: Weak<Self> = Rc::downgrade(self);
        timer::after(pause, move || {
            wasm_bindgen_futures::spawn_local(async move {
                let Some(mirror) = mirror.upgrade() else { return };
                mirror.is_retrying.set(false);
                match Database::open(&mirror.name).await {
                    Ok(database) => {
                        mirror.link.replace(Link::Open(database));
                        mirror.send();
                    }
                    Err(_) => mirror.give_up(),
                }
            });
        });
    }

    fn give_up(self: &Rc<Self>) {
        self.link.replace(Link::None);
        self.retry_later();
        self.tell();
    }

    fn tell(&self) {
        let copies = match &*self.link.borrow() {
            Link::None => Copies::One,
            Link::Waiting if self.outbox.borrow().copies() == Copies::Both => Copies::Unknown,
            Link::Waiting => Copies::UnderWay,
            Link::Open(_) => self.outbox.borrow().copies(),
        };
        if self.told.replace(Some(copies)) != Some(copies) && !self.is_left.get() {
            (self.on_change)(copies);
        }
    }
}
