//! A shared folder as a sync engine makes it: each device sees its own copy, which the engine brings up to
//! date file by file, in any order, late, and at times by halves.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::future::Future;
use std::pin::pin;
use std::rc::Rc;
use std::task::{Context, Poll, Waker};
use zhaoshang::exchange::share::{Listed, Place, PlaceFailed};
use zhaoshang::ledger::NodeId;

/// A file's place: the device's head, or one of its files.
pub type Path = (NodeId, Option<u32>);

/// What lies at a path, as its owner left it or as somebody else sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Copy {
    /// Grows whenever the owner writes or removes the file.
    pub version: u64,
    /// Nothing if it was removed.
    pub bytes: Option<Vec<u8>>,
}

/// One device's copy of the folder.
#[derive(Clone, Default)]
pub struct Folder {
    files: Rc<RefCell<BTreeMap<Path, Copy>>>,
    version: Rc<Cell<u64>>,
    /// Counts down with every operation; when it comes to zero, that one fails.
    breaks_in: Rc<Cell<Option<u32>>>,
}

impl Folder {
    /// Has the operation after so many others fail, once.
    pub fn break_in(&self, operations: u32) {
        self.breaks_in.set(Some(operations));
    }

    /// Puts other bytes in the place of a file, as its owner's.
    pub fn overwrite(&self, path: Path, bytes: Vec<u8>) {
        let version = self.files.borrow().get(&path).map_or(0, |copy| copy.version) + 1;
        self.files.borrow_mut().insert(path, Copy { version, bytes: Some(bytes) });
    }

    /// Everything in it.
    pub fn all(&self) -> Vec<(Path, Copy)> {
        self.files.borrow().iter().map(|(path, copy)| (*path, copy.clone())).collect()
    }

    /// What the sync engine does: brings one file up to date from its owner's folder; by halves if `cut`.
    pub fn receive(&self, path: Path, from: &Folder, cut: bool) {
        let Some(mut copy) = from.files.borrow().get(&path).cloned() else { return };
        let mut files = self.files.borrow_mut();
        let before = files.get(&path).map_or(0, |copy| copy.version);
        if copy.version <= before {
            return;
        }
        if let Some(bytes) = copy.bytes.as_mut().filter(|_| cut) {
            bytes.truncate(bytes.len() / 2);
            // The engine will come back to it.
            copy.version = before;
        }
        files.insert(path, copy);
    }

    fn operation(&self) -> Result<(), PlaceFailed> {
        match self.breaks_in.get() {
            Some(0) => {
                self.breaks_in.set(None);
                Err(PlaceFailed::Unreachable)
            }
            Some(left) => {
                self.breaks_in.set(Some(left - 1));
                Ok(())
            }
            None => Ok(()),
        }
    }

    fn read(&self, path: Path) -> Result<Vec<u8>, PlaceFailed> {
        self.operation()?;
        self.files.borrow().get(&path).and_then(|copy| copy.bytes.clone()).ok_or(PlaceFailed::Missing)
    }

    fn put(&self, path: Path, bytes: Option<Vec<u8>>) -> Result<(), PlaceFailed> {
        self.operation()?;
        self.version.set(self.version.get() + 1);
        self.files.borrow_mut().insert(path, Copy { version: self.version.get(), bytes });
        Ok(())
    }
}

impl Place for Folder {
    async fn heads(&self) -> Result<Vec<Listed>, PlaceFailed> {
        self.operation()?;
        let files = self.files.borrow();
        let heads = files.iter().filter(|((_, number), copy)| number.is_none() && copy.bytes.is_some());
        let tag = |copy: &Copy| format!("{}-{}", copy.version, copy.bytes.as_ref().map_or(0, Vec::len));
        Ok(heads.map(|((node, _), copy)| Listed { node: *node, tag: tag(copy) }).collect())
    }

    async fn read_head(&self, node: NodeId) -> Result<Vec<u8>, PlaceFailed> {
        self.read((node, None))
    }

    async fn write_head(&self, node: NodeId, bytes: &[u8]) -> Result<(), PlaceFailed> {
        self.put((node, None), Some(bytes.to_vec()))
    }

    async fn read_file(&self, node: NodeId, number: u32, _: usize) -> Result<Vec<u8>, PlaceFailed> {
        self.read((node, Some(number)))
    }

    async fn write_file(&self, node: NodeId, number: u32, bytes: &[u8]) -> Result<(), PlaceFailed> {
        let path = (node, Some(number));
        if self.files.borrow().get(&path).is_some_and(|copy| copy.bytes.is_some()) {
            return Err(PlaceFailed::Taken);
        }
        self.put(path, Some(bytes.to_vec()))
    }

    async fn remove_file(&self, node: NodeId, number: u32) -> Result<(), PlaceFailed> {
        self.put((node, Some(number)), None)
    }
}

/// Runs work that never has to wait.
pub fn now_or_never<T>(work: impl Future<Output = T>) -> T {
    match pin!(work).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(done) => done,
        Poll::Pending => panic!("nothing here waits"),
    }
}
