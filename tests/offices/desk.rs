//! An office at a shared folder.

use crate::office::Office;
use crate::place::{Folder, now_or_never};
use zhaoshang::domain::RecordId;
use zhaoshang::exchange::json::{Scope, Sender, export, export_until, parse};
use zhaoshang::exchange::share::{
    Came, Desk, DeskFailed, Memory, Outcome, RoundFailed, Span, Taken, round, spans, unpack,
};
use zhaoshang::ledger::VersionVector;

/// An office, its copy of the folder, and what it remembers of it.
pub struct Member {
    pub office: Office,
    pub folder: Folder,
    memory: Memory,
    /// What outlives the page.
    lasting: String,
}

/// The office during a round.
struct AtDesk<'m> {
    office: &'m mut Office,
    lasting: &'m mut String,
    now: u64,
}

impl Member {
    pub fn new(office: Office) -> Self {
        Self { office, folder: Folder::default(), memory: Memory::default(), lasting: String::new() }
    }

    /// One round.
    pub fn round(&mut self, now: u64) -> Result<Outcome, RoundFailed> {
        let mut desk = AtDesk { office: &mut self.office, lasting: &mut self.lasting, now };
        let mut outcome = Outcome::default();
        now_or_never(round(&self.folder, &mut desk, &mut self.memory, &mut outcome))?;
        Ok(outcome)
    }

    /// The page is closed and opened again: only what was written down is remembered.
    pub fn reload(&mut self) {
        self.memory = Memory::read(&self.lasting);
    }

    /// A file came by hand.
    pub fn receive(&mut self, file: &str, now: u64) {
        self.office.receive(file, now);
        let bundle = parse(file.as_bytes(), now + 1_000_000).expect("a real export");
        let loose: Vec<RecordId> = bundle.records().filter(|&id| is_loose(&self.office, id)).collect();
        self.memory.pass_on(loose);
        self.lasting = self.memory.write();
    }

    /// The other devices it knows of.
    pub fn colleagues(&self) -> usize {
        self.memory.colleagues().len()
    }
}

fn is_loose(office: &Office, id: RecordId) -> bool {
    office.state.changes_of(id).iter().any(|change| !office.have.covers(change.stamp))
}

impl Desk for AtDesk<'_> {
    fn sender(&self) -> Sender {
        self.office.sender()
    }

    fn now(&self) -> u64 {
        self.now
    }

    fn have(&self) -> VersionVector {
        self.office.have.clone()
    }

    fn spans(&self, since: &VersionVector, until: &VersionVector, most: usize) -> Vec<Span> {
        // Small parts, so that there are many.
        spans(&self.office.state, since, until, most.min(5))
    }

    fn export(&self, span: &Span) -> String {
        let scope = Scope::Since { colleague: None, since: span.since.clone() };
        export_until(&self.office.state, &span.have, &scope, &self.office.sender(), self.now)
    }

    fn loose(&self, records: &[RecordId]) -> Vec<RecordId> {
        records.iter().copied().filter(|&id| is_loose(self.office, id)).collect()
    }

    fn export_records(&self, records: &[RecordId]) -> String {
        let scope = Scope::Selection(records.to_vec());
        export(&self.office.state, &self.office.have, &scope, &self.office.sender(), self.now)
    }

    fn take_in(&mut self, file: &[u8]) -> Result<Option<Taken>, DeskFailed> {
        let bundle = unpack(file).and_then(|text| parse(&text, self.now + 1_000_000).ok());
        let Some(bundle) = bundle else { return Ok(None) };
        let header = bundle.header.clone();
        let changes = self.office.unite(bundle);
        Ok(Some(Taken::new(&header, Came { changes, ..Came::default() })))
    }

    fn grant(&mut self, granted: &VersionVector) -> Result<(), DeskFailed> {
        self.office.have.join(granted);
        Ok(())
    }

    fn remember(&mut self, memory: &Memory) {
        *self.lasting = memory.write();
    }

    async fn pause(&mut self, _: usize, _: usize) {}
}
