//! localStorage with its mirror in IndexedDB.
//!
//! Everything is read from and written to localStorage, which answers at once. Each write is also
//! handed to IndexedDB, which reports when it is on disk: only then is a change called saved, because a
//! killed browser may lose the last seconds of localStorage but not a finished transaction.

use super::idb::Database;
use crate::store::WriteError;
use crate::store::persist::{Name, Storage, Workspace};
use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;
use wasm_bindgen::JsValue;

/// A storage that keeps a second copy of one workspace.
pub struct Mirrored {
    local: Rc<dyn Storage>,
    workspace: Workspace,
    mirror: Rc<Mirror>,
}

/// The second place and what is on its way there.
struct Mirror {
    database: RefCell<Link>,
    /// Keys known to be on disk in the second place.
    there: RefCell<BTreeSet<String>>,
    under_way: Cell<usize>,
    on_change: Box<dyn Fn(bool)>,
}

/// What is to be done to the mirror: a value to put under a key, or none to remove it.
type Task = (String, Option<String>);

/// The connection to the second place.
enum Link {
    /// Not open yet; these are waiting, in order.
    Waiting(Vec<Task>),
    Open(Database),
    /// The browser has none: localStorage alone must do.
    None,
}

impl Mirrored {
    /// Puts a mirror beside `local` for one workspace. `on_change` is told whether writes are under way
    /// whenever that changes.
    pub fn new(local: Rc<dyn Storage>, workspace: Workspace, on_change: impl Fn(bool) + 'static) -> Self {
        let mirror = Rc::new(Mirror {
            database: RefCell::new(Link::Waiting(Vec::new())),
            there: RefCell::default(),
            under_way: Cell::new(0),
            on_change: Box::new(on_change),
        });
        Self { local, workspace, mirror }
    }

    /// Opens the second place, sends it what was waiting and what localStorage has and it lacks, and
    /// gives the values it has and localStorage lacks.
    pub async fn connect(&self) -> BTreeMap<Name, String> {
        let Ok(database) = Database::open(&database_name(self.workspace)).await else {
            self.mirror.give_up();
            return BTreeMap::new();
        };
        let there = database.keys().await.unwrap_or_default();
        let here: BTreeSet<String> = self.local.keys().unwrap_or_default().into_iter().collect();
        let mut only_there = BTreeMap::new();
        for key in there.iter().filter(|key| !here.contains(*key)) {
            let Some(name) = Name::from_key(self.workspace, key) else { continue };
            if let Ok(Some(text)) = database.get(key).await
                && let Some(text) = text.as_string()
            {
                only_there.insert(name, text);
            }
        }
        self.mirror.there.borrow_mut().extend(there);
        self.mirror.open(database);
        for key in here {
            if Name::from_key(self.workspace, &key).is_some()
                && !self.mirror.there.borrow().contains(&key)
                && let Ok(Some(text)) = self.local.get(&key)
            {
                self.mirror.put(&key, &text);
            }
        }
        only_there
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
        if Name::from_key(self.workspace, key).is_some() {
            self.mirror.put(key, value);
        }
        Ok(())
    }

    fn remove(&self, key: &str) -> Result<(), WriteError> {
        self.local.remove(key)?;
        if Name::from_key(self.workspace, key).is_some() {
            self.mirror.remove(key);
        }
        Ok(())
    }

    fn release(&self, key: &str) -> bool {
        self.mirror.there.borrow().contains(key) && self.local.remove(key).is_ok()
    }
}

impl Mirror {
    fn put(self: &Rc<Self>, key: &str, value: &str) {
        self.send((key.to_owned(), Some(value.to_owned())));
    }

    fn remove(self: &Rc<Self>, key: &str) {
        self.there.borrow_mut().remove(key);
        self.send((key.to_owned(), None));
    }

    fn send(self: &Rc<Self>, task: Task) {
        match &mut *self.database.borrow_mut() {
            Link::Waiting(tasks) => {
                if tasks.is_empty() {
                    (self.on_change)(true);
                }
                tasks.push(task);
            }
            Link::Open(database) => self.write(database, task),
            Link::None => {}
        }
    }

    fn write(self: &Rc<Self>, database: &Database, (key, value): Task) {
        let under_way = self.under_way.get();
        self.under_way.set(under_way + 1);
        if under_way == 0 {
            (self.on_change)(true);
        }
        let (puts, removes) = match value {
            Some(value) => (vec![(key.clone(), JsValue::from_str(&value))], vec![]),
            None => (vec![], vec![key.clone()]),
        };
        let is_put = !puts.is_empty();
        let mirror = Rc::clone(self);
        database.write(&puts, &removes, move |on_disk| {
            if on_disk && is_put {
                mirror.there.borrow_mut().insert(key);
            }
            let left = mirror.under_way.get() - 1;
            mirror.under_way.set(left);
            if left == 0 {
                (mirror.on_change)(false);
            }
        });
    }

    fn open(self: &Rc<Self>, database: Database) {
        let before = self.database.replace(Link::Open(database.clone()));
        if let Link::Waiting(tasks) = before {
            tasks.into_iter().for_each(|task| self.write(&database, task));
        }
        if self.under_way.get() == 0 {
            (self.on_change)(false);
        }
    }

    fn give_up(&self) {
        self.database.replace(Link::None);
        (self.on_change)(false);
    }
}
