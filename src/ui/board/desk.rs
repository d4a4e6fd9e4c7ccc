//! The state of the board: what is shown, what is lifted, and what a drop does.

use crate::domain::{Date, Exit, Kind, RecordId, Stage};
use crate::i18n::{board as words, labels, values};
use crate::rules::board::{Board, BoardFilter, rank_at};
use crate::rules::me::me;
use crate::store::Store;
use crate::ui::forms::Moves;
use crate::ui::lang::{lang, t};
use crate::ui::later::ask;
use crate::ui::routes::{set_query, use_query};
use crate::ui::session::{self, Question};
use crate::ui::state::prefs::{self, Size};
use crate::web::{page, timer};
use leptos::prelude::*;
use std::sync::Arc;

/// A lifted card.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Held {
    /// The card.
    pub id: RecordId,
    /// Where its ghost is, in pixels of the window; `None` while it is moved with the keyboard.
    pub at: Option<(f64, f64)>,
}

/// Where a lifted card would drop.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Target {
    /// The stage; `None` for the exits.
    pub stage: Option<Stage>,
    /// Its place among the other cards of the column.
    pub at: usize,
}

/// Which cards stand where?
#[derive(PartialEq)]
struct LaidOut(BoardFilter);

impl Question for LaidOut {
    type Answer = Board;

    fn answer(&self, store: &Store, _: Date) -> Board {
        Board::lay_out(store.state(), store.index().projects(), &self.0)
    }
}

/// Lays out the whole board before anybody asks (see [`crate::ui::unasked`]).
pub fn prepare(_: usize) -> bool {
    session::prepare(LaidOut(BoardFilter::default()));
    false
}

/// Everything the parts of the board share.
#[derive(Clone, Copy)]
pub struct Desk {
    /// The columns.
    pub layout: Memo<Arc<Board>>,
    /// How many cards pass the filter.
    pub count: Memo<usize>,
    /// Whether there is no project at all.
    pub is_empty: Memo<bool>,
    /// Whether the column of exits is shown.
    pub with_exits: Memo<bool>,
    /// The project open beside the board.
    pub open: Memo<Option<RecordId>>,
    /// The card that has, or had last, the focus.
    pub current: RwSignal<Option<RecordId>>,
    /// The card that a column should scroll to.
    pub reveal: RwSignal<Option<RecordId>>,
    /// What is lifted.
    pub held: RwSignal<Option<Held>>,
    /// Where it would drop.
    pub target: RwSignal<Option<Target>>,
    /// What a screen reader is told.
    pub spoken: RwSignal<String>,
    /// The dialogs of the page.
    pub moves: Moves,
    /// The height of a card with the gap below it, in pixels.
    pub pitch: Signal<f64>,
}

impl Desk {
    /// The board of the current address.
    pub fn new() -> Self {
        let filter = filter();
        let layout = Memo::new(move |_| session::ask(LaidOut(filter.get())));
        let exits = use_query("exits");
        let with_exits = Memo::new(move |_| exits.read().as_str() == "1");
        let open = use_query("open");
        let moves = Moves::new();
        let desk = Self {
            layout,
            count: Memo::new(move |_| layout.read().order(with_exits.get()).count()),
            is_empty: Memo::new(|_| {
                session::watch(|s| s.index().projects().next().is_none()).unwrap_or(true)
            }),
            with_exits,
            open: Memo::new(move |_| open.read().parse().ok()),
            current: RwSignal::new(None),
            reveal: RwSignal::new(None),
            held: RwSignal::new(None),
            target: RwSignal::new(None),
            spoken: RwSignal::new(String::new()),
            moves,
            pitch: Signal::derive(|| if prefs::size().get() == Size::Projector { 136.0 } else { 104.0 }),
        };
        desk.follow_dialogs();
        desk
    }

    /// When a dialog closes, the focus goes to the card it was about, wherever that stands now.
    fn follow_dialogs(self) {
        Effect::new(move |was: Option<bool>| {
            let asking = self.moves.is_asking();
            if was == Some(true)
                && !asking
                && let Some(id) = self.current.get_untracked()
            {
                self.focus(id);
            }
            asking
        });
    }

    /// The cards of a column.
    pub fn cards(self, stage: Option<Stage>) -> Vec<RecordId> {
        self.layout.with_untracked(|board| board.column(stage).cards.clone())
    }

    /// Where a card stands.
    pub fn find(self, id: RecordId) -> Option<(Option<Stage>, usize)> {
        self.layout.with_untracked(|board| board.find(id))
    }

    /// Opens a project beside the board.
    pub fn open(self, id: RecordId) {
        self.current.set(Some(id));
        set_query("open", &id.to_string());
    }

    /// Closes the panel and returns to its card.
    pub fn close(self) {
        let id = self.open.get_untracked();
        set_query("open", "");
        if let Some(id) = id {
            self.focus(id);
        }
    }

    /// The card `step` places on in reading order.
    pub fn neighbour(self, id: RecordId, step: isize) -> Option<RecordId> {
        let with_exits = self.with_exits.get_untracked();
        self.layout.with_untracked(|board| {
            let order: Vec<RecordId> = board.order(with_exits).collect();
            let at = order.iter().position(|&card| card == id)?;
            order.get(at.checked_add_signed(step)?).copied()
        })
    }

    /// Gives a card the focus, scrolling its column to it first.
    pub fn focus(self, id: RecordId) {
        self.current.try_set(Some(id));
        self.reveal.try_set(None);
        self.reveal.try_set(Some(id));
        // One frame for the column to scroll, one for the card to appear.
        timer::next_frame(move || timer::next_frame(move || page::focus(&card_id(id))));
    }

    /// Puts the lifted card down where the target is.
    pub fn drop_held(self) {
        let (held, target) = (self.held.get_untracked(), self.target.get_untracked());
        self.release();
        let (Some(held), Some(target)) = (held, target) else { return };
        self.current.set(Some(held.id));
        if self.find(held.id) == Some((target.stage, target.at)) {
            return self.focus(held.id);
        }
        match target.stage {
            None => self.moves.leave(held.id, Exit::Lost),
            Some(stage) => self.move_to(held.id, stage, target.at),
        }
    }

    fn move_to(self, id: RecordId, stage: Stage, at: usize) {
        let cards = self.cards(Some(stage));
        let rank = session::read(|store| {
            let yuan = |id| store.index().project(id).and_then(|summary| summary.total_yuan);
            rank_at(store.state(), yuan, &cards, id, at).as_text().unwrap_or_default().to_owned()
        });
        self.moves.to_stage(id, stage, rank);
        if !untrack(|| self.moves.is_asking()) {
            self.focus(id);
        }
    }

    /// Lets the lifted card go back to where it was.
    pub fn release(self) {
        self.held.set(None);
        self.target.set(None);
    }

    /// Says where the lifted card would drop.
    pub fn speak_target(self) {
        let Some(target) = self.target.get_untracked() else { return };
        let held = self.held.get_untracked().map(|held| held.id);
        let others = self.cards(target.stage).iter().filter(|&&card| Some(card) != held).count();
        let spoken = words::over(
            prefs::language().get_untracked(),
            &stage_name(target.stage),
            target.at + 1,
            others + 1,
        );
        self.spoken.set(spoken);
    }
}

/// The id of a card's element.
pub fn card_id(id: RecordId) -> String {
    format!("card-{id}")
}

/// What a column is called, in the current language.
pub fn stage_name(stage: Option<Stage>) -> String {
    stage.map_or_else(|| t(words::EXITS), |stage| t(labels::stage(stage))).to_owned()
}

/// The name of a project, for what is spoken.
pub fn project_name(id: RecordId) -> String {
    session::read(|store| values::record_name(lang(), store.state(), id)).unwrap_or_default()
}

/// The filter in the address.
fn filter() -> Memo<BoardFilter> {
    let (unit, owner, mine) = (use_query("unit"), use_query("owner"), use_query("mine"));
    let (industry, words) = (use_query("industry"), use_query("q"));
    let me = Memo::new(|_| session::watch(|store| me(store.state(), store.node())).flatten());
    let found = Memo::new(move |_| ask(|later| (later.answering)(Kind::Project, &words.read())));
    Memo::new(move |_| BoardFilter {
        unit: unit.read().parse().ok(),
        owner: if mine.read().as_str() == "1" { me.get() } else { owner.read().parse().ok() },
        industry: Some(industry.get()).filter(|word| !word.is_empty()),
        found: found.get(),
    })
}
