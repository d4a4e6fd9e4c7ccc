//! A device that keeps what it holds of whom, and not the pipeline itself.

use crate::T0;
use crate::writers::{Known, Writers};
use std::cell::RefCell;
use std::rc::Rc;
use zhaoshang::domain::{Kind, RecordId};
use zhaoshang::exchange::json::{Scope, Sender, export_until, parse};
use zhaoshang::exchange::share::{Came, Desk, DeskFailed, Memory, Span, Taken, spans, unpack};
use zhaoshang::ledger::{NodeId, State, VersionVector};

/// Further ahead than any clock of the simulation.
const LATE: u64 = T0 + 3 * 366 * 24 * 3_600_000;

pub struct Light {
    node: NodeId,
    pub now: u64,
    /// What it holds of others.
    have: VersionVector,
    writers: Rc<RefCell<Writers>>,
    known: Rc<RefCell<Known>>,
}

impl Light {
    pub fn new(node: NodeId, writers: Rc<RefCell<Writers>>, known: Rc<RefCell<Known>>) -> Self {
        Self { node, now: T0, have: VersionVector::default(), writers, known }
    }

    /// A file came by hand.
    pub fn connect(&mut self, span: &Span) {
        let have = self.have();
        let connects = |node| have.covers(span.since.of(node));
        let granted: VersionVector = span.have.iter().filter(|stamp| connects(stamp.node)).collect();
        self.have.join(&granted);
    }
}

/// The changes of several authors.
fn together<'s>(states: impl Iterator<Item = &'s State>) -> State {
    let mut all = State::default();
    for state in states {
        for (id, _) in Kind::ALL.iter().flat_map(|&kind| state.records(kind)) {
            for change in state.changes_of(id) {
                all.apply(change);
            }
        }
    }
    all
}

impl Desk for Light {
    fn sender(&self) -> Sender {
        Sender {
            node: self.node,
            name: format!("第{}台", self.node.0),
            unit: format!("第{}单位", self.node.0 % 100),
        }
    }

    fn now(&self) -> u64 {
        self.now
    }

    fn have(&self) -> VersionVector {
        let mut have = self.have.clone();
        have.advance(self.writers.borrow().have_of(self.node));
        have
    }

    fn spans(&self, since: &VersionVector, until: &VersionVector, most: usize) -> Vec<Span> {
        // One author after the other, because each author's changes lie apart here.
        let writers = self.writers.borrow();
        let of = |node| {
            let only = |vector: &VersionVector| VersionVector::from_iter([vector.of(node)]);
            spans(writers.state(node), &only(since), &only(until), most)
        };
        until.iter().flat_map(|stamp| of(stamp.node)).collect()
    }

    fn export(&self, span: &Span) -> String {
        let writers = self.writers.borrow();
        let scope = Scope::Since { colleague: None, since: span.since.clone() };
        let mut authors = span.have.iter().map(|stamp| writers.state(stamp.node));
        let (Some(first), None) = (authors.next(), authors.next()) else {
            let all = together(span.have.iter().map(|stamp| writers.state(stamp.node)));
            return export_until(&all, &span.have, &scope, &self.sender(), self.now);
        };
        export_until(first, &span.have, &scope, &self.sender(), self.now)
    }

    fn loose(&self, _: &[RecordId]) -> Vec<RecordId> {
        Vec::new()
    }

    fn export_records(&self, _: &[RecordId]) -> String {
        String::new()
    }

    fn take_in(&mut self, file: &[u8]) -> Result<Option<Taken>, DeskFailed> {
        let key = (file.len(), crc32fast::hash(file));
        let mut known = self.known.borrow_mut();
        let taken = known.0.entry(key).or_insert_with(|| {
            let bundle = unpack(file).and_then(|text| parse(&text, LATE).ok()).expect("a whole file");
            Taken::new(&bundle.header, Came::default())
        });
        let taken = taken.clone();
        drop(known);
        self.connect(&taken.claim);
        Ok(Some(taken))
    }

    fn grant(&mut self, granted: &VersionVector) -> Result<(), DeskFailed> {
        self.have.join(granted);
        Ok(())
    }

    fn remember(&mut self, _: &Memory) {}

    async fn pause(&mut self, _: usize, _: usize) {}
}
