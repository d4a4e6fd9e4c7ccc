//! A device of the simulation: it works, sends files and gets them.

use super::*;
use crate::exchange::redact::{Withheld, redact};

#[derive(Clone)]
pub(super) struct Device {
    pub state: State,
    pub have: VersionVector,
    pub seals: Seals,
    pub key: DeviceKey,
    pub clock: Clock,
    pub done: Vec<Stamp>,
}

impl Device {
    pub fn new(node: u64) -> Self {
        Self {
            state: State::default(),
            have: VersionVector::default(),
            seals: Seals::default(),
            key: key(node as u8),
            clock: Clock::new(NodeId(node)),
            done: Vec::new(),
        }
    }

    pub fn node(&self) -> NodeId {
        self.clock.node()
    }

    pub fn set(&mut self, of: u64, cell: impl Into<CellKey>, value: Value, now: u64) {
        self.execute(vec![Edit::new(project(of), cell, value)], now);
    }

    pub fn execute(&mut self, edits: Vec<Edit>, now: u64) {
        let stamp = self.clock.tick(T0 + now);
        let changes = self.state.changes_for(edits, stamp);
        if !changes.is_empty() {
            self.have.advance(stamp);
            self.done.push(stamp);
        }
        for change in changes {
            self.state.apply(change);
        }
    }

    pub fn undo(&mut self, now: u64) {
        if let Some(stamp) = self.done.pop() {
            self.execute(inverse(&self.state, stamp, None).edits, now);
        }
    }

    /// Goes on under another id, as after a copied profile was noticed.
    pub fn renew(&mut self, node: u64, now: u64) {
        let before = self.node();
        self.clock.set_node(NodeId(node));
        self.set(900 + node, P::Name, Value::text("交接"), now);
        self.have.forget(before);
    }

    pub fn seal(&mut self) -> Option<Seal> {
        let chain = Chain::over(&Held::of(&self.state), self.node());
        // Whoever tampers does not ask whether it is at odds.
        let own = self.seals.seal(&self.key, &Held::of(&self.state), self.clock.node());
        let seal = own.unwrap_or_else(|AtOdds| Seal::make(&self.key, &chain))?;
        assert!(own.is_err() || !seal.fits(&Held::of(&self.state)) || seal.states(&chain));
        Some(seal)
    }

    fn from(&self) -> Sender {
        Sender { node: self.node(), name: String::new(), unit: String::new() }
    }

    /// A file with a part of the pipeline.
    pub fn file(&mut self, scope: &Scope) -> String {
        let own = self.seal();
        let signer = self.seals.signer(&self.key, own);
        export_signed(&self.state, &self.have, scope, (&self.from(), T0), Some(&signer))
    }

    pub fn all(&mut self) -> String {
        self.file(&Scope::All)
    }

    /// A file as older versions made them.
    pub fn unsigned(&self, scope: &Scope) -> String {
        export_signed(&self.state, &self.have, scope, (&self.from(), T0), None)
    }

    /// A redacted copy.
    pub fn redacted(&self, withheld: Withheld) -> String {
        let copy = redact(&self.state, &[withheld].into(), |_| true).state;
        let signer = Signer::without_seals(&self.key);
        export_signed(&copy, &VersionVector::default(), &Scope::All, (&self.from(), T0), Some(&signer))
    }

    /// What would be found if the file were merged.
    pub fn look(&self, bundle: &Bundle) -> Vec<Finding> {
        let mut have = self.have.clone();
        have.join(&bundle.header.grants(&have));
        findings(&Held::with(&self.state, &[bundle]), &have, &self.seals, &bundle.header.seals)
    }

    /// Merges a file; what was found before and after.
    pub fn receive(&mut self, file: &str) -> Vec<Finding> {
        let bundle = read(file);
        let ahead = self.look(&bundle);
        let header = bundle.header.clone();
        self.have.join(&header.grants(&self.have));
        for change in bundle.into_changes(self.state.names_mut()).expect("room for names") {
            self.clock.observe(change.stamp);
            self.state.apply(change);
        }
        let after = findings(&Held::of(&self.state), &self.have, &self.seals, &header.seals);
        assert!(after.iter().all(|finding| ahead.contains(finding)), "{after:?}, not {ahead:?}");
        self.seals.note(&header, &ahead);
        ahead
    }
}
