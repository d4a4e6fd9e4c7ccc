//! The cards under way: read, decided on, imported as one command.

use crate::domain::RecordId;
use crate::exchange::vcard::{Card, Counts, Decision, FileError, MAX_CARDS, Row, Unread, plan, read};
use crate::ledger::Action;
use crate::ui::session;
use crate::ui::widgets::LoadedFile;
use crate::web::decode;
use leptos::prelude::*;
use std::sync::Arc;

/// What the cards come to, as decided now.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Told {
    pub rows: Vec<Row>,
    pub counts: Counts,
    /// Whether importing changes nothing.
    pub is_nothing: bool,
}

/// The cards and what was decided on each.
#[derive(Clone, Copy)]
pub(super) struct Work {
    pub cards: RwSignal<Arc<Vec<Card>>>,
    /// Cards that were not read, each with its file's name where there are several.
    pub unread: RwSignal<Vec<(String, Unread)>>,
    /// Files that were not read.
    pub problems: RwSignal<Vec<(String, FileError)>>,
    pub decisions: RwSignal<Vec<Decision>>,
    pub told: Memo<Told>,
    /// The company whose page this is, if it is one's.
    home: Option<RecordId>,
}

impl Work {
    pub fn new(home: Option<RecordId>) -> Self {
        let cards = RwSignal::new(Arc::new(Vec::<Card>::new()));
        let decisions = RwSignal::new(Vec::<Decision>::new());
        let told = Memo::new(move |_| {
            let cards = cards.get();
            let found = session::watch(|store| plan(store.state(), &cards, &decisions.read()));
            let found = found.unwrap_or_default();
            Told { is_nothing: found.edits.is_empty(), rows: found.rows, counts: found.counts }
        });
        Self { cards, unread: RwSignal::default(), problems: RwSignal::default(), decisions, told, home }
    }

    /// Whether there is anything to look at.
    pub fn is_read(self) -> bool {
        !self.cards.read().is_empty() || !self.unread.read().is_empty()
    }

    /// Forgets the cards.
    pub fn start_over(self) {
        self.decisions.set(Vec::new());
        self.cards.set(Arc::new(Vec::new()));
        self.unread.set(Vec::new());
        self.problems.set(Vec::new());
    }

    /// Reads files; nothing is written.
    pub fn open(self, files: &[LoadedFile]) {
        self.start_over();
        let (mut cards, mut unread, mut problems) = (Vec::new(), Vec::new(), Vec::new());
        for file in files {
            let found = read(&file.bytes, &decode::named);
            let room = MAX_CARDS - cards.len();
            match found.and_then(|found| if found.len() > room { Err(FileError::TooMany) } else { Ok(found) })
            {
                Ok(found) => {
                    let name = if files.len() > 1 { file.name.clone() } else { String::new() };
                    for card in found {
                        match card {
                            Ok(card) => cards.push(card),
                            Err(fault) => unread.push((name.clone(), fault)),
                        }
                    }
                }
                Err(error) => problems.push((file.name.clone(), error)),
            }
        }
        let decide = |card| self.home.map_or_else(Decision::default, |home| Decision::at(home, card));
        self.decisions.set(cards.iter().map(decide).collect());
        self.cards.set(Arc::new(cards));
        self.unread.set(unread);
        self.problems.set(problems);
    }

    /// Decides on a card.
    pub fn decide(self, at: usize, change: impl FnOnce(&mut Decision)) {
        self.decisions.update(|decisions| {
            if let Some(decision) = decisions.get_mut(at) {
                change(decision);
            }
        });
    }

    /// Writes what was decided, as one command; whether it is durable.
    pub fn import(self) -> bool {
        let cards = self.cards.get_untracked();
        let found = session::read(|store| plan(store.state(), &cards, &self.decisions.read_untracked()));
        session::run(Action::Import, found.unwrap_or_default().edits)
    }
}
