//! The files of the place, and how a device sees them: a server shows all at once, a sync engine brings each to
//! each device in its own time.

use std::cell::RefCell;
use std::collections::{BTreeMap, VecDeque};
use std::rc::Rc;
use zhaoshang::exchange::share::{Listed, Place, PlaceFailed};
use zhaoshang::ledger::NodeId;

/// How many heads before the last are kept, for devices to which the last has not come yet.
const KEPT: usize = 40;
const MINUTE: u64 = 60_000;

/// Some bytes and when they were written.
type Written = (u64, Rc<[u8]>);

/// All files.
pub struct Sea {
    is_folder: bool,
    heads: BTreeMap<NodeId, VecDeque<Written>>,
    files: BTreeMap<(NodeId, u32), Written>,
}

impl Sea {
    pub fn new(is_folder: bool) -> Self {
        Self { is_folder, heads: BTreeMap::new(), files: BTreeMap::new() }
    }

    /// Files and bytes.
    pub fn size(&self) -> (usize, usize) {
        let heads = self.heads.values().filter_map(|heads| heads.back()).map(|(_, bytes)| bytes.len());
        let files = self.files.values().map(|(_, bytes)| bytes.len());
        (self.heads.len() + self.files.len(), heads.sum::<usize>() + files.sum::<usize>())
    }

    /// How long something takes to a device: mostly minutes, sometimes a day, now and then longer. What is lost
    /// on the way the engine sends again.
    fn delay(&self, device: NodeId, path: (NodeId, u32), written: u64) -> u64 {
        if !self.is_folder || device == path.0 {
            return 0;
        }
        match mix(device.0, path.0.0 << 20 | u64::from(path.1), written) {
            chance if chance.is_multiple_of(200) => 3 * 24 * 60 * MINUTE,
            chance if chance.is_multiple_of(11) => chance / 11 % (24 * 60) * MINUTE,
            chance => chance % 10 * MINUTE,
        }
    }
}

/// The place as one device sees it now.
pub struct View {
    sea: Rc<RefCell<Sea>>,
    device: NodeId,
    now: u64,
}

impl View {
    pub fn new(sea: Rc<RefCell<Sea>>, device: NodeId, now: u64) -> Self {
        Self { sea, device, now }
    }

    fn head(&self, node: NodeId) -> Option<Written> {
        let sea = self.sea.borrow();
        let heads = sea.heads.get(&node)?;
        let has_come = |(written, _): &&Written| {
            let number = (*written / MINUTE) as u32;
            written + sea.delay(self.device, (node, number), *written) <= self.now
        };
        heads.iter().rev().find(has_come).cloned()
    }
}

impl Place for View {
    async fn heads(&self) -> Result<Vec<Listed>, PlaceFailed> {
        let nodes: Vec<NodeId> = self.sea.borrow().heads.keys().copied().collect();
        let listed = |node| self.head(node).map(|(written, _)| Listed { node, tag: written.to_string() });
        Ok(nodes.into_iter().filter_map(listed).collect())
    }

    async fn read_head(&self, node: NodeId) -> Result<Vec<u8>, PlaceFailed> {
        self.head(node).map(|(_, bytes)| bytes.to_vec()).ok_or(PlaceFailed::Missing)
    }

    async fn write_head(&self, node: NodeId, bytes: &[u8]) -> Result<(), PlaceFailed> {
        let mut sea = self.sea.borrow_mut();
        let heads = sea.heads.entry(node).or_default();
        heads.push_back((self.now, bytes.into()));
        if heads.len() > KEPT {
            heads.pop_front();
        }
        Ok(())
    }

    async fn read_file(&self, node: NodeId, number: u32, _: usize) -> Result<Vec<u8>, PlaceFailed> {
        let sea = self.sea.borrow();
        let (written, bytes) = sea.files.get(&(node, number)).ok_or(PlaceFailed::Missing)?;
        let comes = written + sea.delay(self.device, (node, number), *written);
        match self.now {
            now if now < comes => Err(PlaceFailed::Missing),
            // Still being written by the engine.
            now if now < comes + MINUTE && self.device != node && sea.is_folder => {
                Ok(bytes[..bytes.len() / 2].to_vec())
            }
            _ => Ok(bytes.to_vec()),
        }
    }

    async fn write_file(&self, node: NodeId, number: u32, bytes: &[u8]) -> Result<(), PlaceFailed> {
        let written = (self.now, bytes.into());
        match self.sea.borrow_mut().files.insert((node, number), written) {
            None => Ok(()),
            Some(_) => Err(PlaceFailed::Taken),
        }
    }

    async fn remove_file(&self, node: NodeId, number: u32) -> Result<(), PlaceFailed> {
        self.sea.borrow_mut().files.remove(&(node, number)).map(drop).ok_or(PlaceFailed::Missing)
    }
}

/// A number that depends on three others and on nothing else.
pub fn mix(a: u64, b: u64, c: u64) -> u64 {
    let mut hash =
        a.wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ b.rotate_left(32) ^ c.wrapping_mul(0xc2b2_ae3d_27d4_eb4f);
    for _ in 0..2 {
        hash = (hash ^ hash >> 31).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    }
    hash ^ hash >> 29
}
