//! A device with the whole pipeline.

use crate::T0;
use crate::writers::Known;
use std::cell::RefCell;
use std::rc::Rc;
use zhaoshang::domain::{Kind, RecordId};
use zhaoshang::exchange::json::{Scope, Sender, export, export_until, parse};
use zhaoshang::exchange::share::{Came, Desk, DeskFailed, Memory, Span, Taken, spans, unpack};
use zhaoshang::ledger::{Applied, NodeId, State, VersionVector};

pub struct Centre {
    node: NodeId,
    pub now: u64,
    pub state: State,
    have: VersionVector,
    known: Rc<RefCell<Known>>,
}

impl Centre {
    pub fn new(node: NodeId, known: Rc<RefCell<Known>>) -> Self {
        Self { node, now: T0, state: State::default(), have: VersionVector::default(), known }
    }

    /// How many changes it holds.
    pub fn changes(&self) -> u64 {
        let records = Kind::ALL.iter().flat_map(|&kind| self.state.records(kind));
        records.map(|(id, _)| self.state.changes_of(id).len() as u64).sum()
    }
}

impl Desk for Centre {
    fn sender(&self) -> Sender {
        Sender { node: self.node, name: "中心".into(), unit: "招商服务中心".into() }
    }

    fn now(&self) -> u64 {
        self.now
    }

    fn have(&self) -> VersionVector {
        self.have.clone()
    }

    fn spans(&self, since: &VersionVector, until: &VersionVector, most: usize) -> Vec<Span> {
        spans(&self.state, since, until, most)
    }

    fn export(&self, span: &Span) -> String {
        let scope = Scope::Since { colleague: None, since: span.since.clone() };
        export_until(&self.state, &span.have, &scope, &self.sender(), self.now)
    }

    fn loose(&self, _: &[RecordId]) -> Vec<RecordId> {
        Vec::new()
    }

    fn export_records(&self, records: &[RecordId]) -> String {
        export(&self.state, &self.have, &Scope::Selection(records.to_vec()), &self.sender(), self.now)
    }

    fn take_in(&mut self, file: &[u8]) -> Result<Option<Taken>, DeskFailed> {
        let bundle = unpack(file).and_then(|text| parse(&text, self.now).ok()).expect("a whole file");
        let header = bundle.header.clone();
        let mut changes = 0;
        for change in bundle.into_changes(self.state.names_mut()).expect("room for names") {
            changes += usize::from(self.state.apply(change) != Applied::Known);
        }
        self.have.join(&header.grants(&self.have));
        let taken = Taken::new(&header, Came { changes, ..Came::default() });
        self.known.borrow_mut().0.insert((file.len(), crc32fast::hash(file)), taken.clone());
        Ok(Some(taken))
    }

    fn grant(&mut self, granted: &VersionVector) -> Result<(), DeskFailed> {
        self.have.join(granted);
        Ok(())
    }

    fn remember(&mut self, _: &Memory) {}

    async fn pause(&mut self, _: usize, _: usize) {}
}
