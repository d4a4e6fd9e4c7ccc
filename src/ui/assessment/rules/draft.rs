//! The draft of a sheet that is being edited. It outlives the page, and another sheet's draft beside it, so that looking
//! elsewhere loses nothing; closing the window asks first.

use crate::domain::RecordId;
use crate::rules::scoring::edit::{self, Path};
use crate::rules::scoring::{Item, RuleSheet, office};
use crate::ui::session;
use crate::ui::state::page_lived;
use crate::web::page;
use leptos::prelude::*;
use std::collections::BTreeMap;

/// The draft, and which item of it is open.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct Draft {
    /// The record, and what it held when the draft was begun.
    begun: RwSignal<Option<(RecordId, RuleSheet)>>,
    /// The sheet as it is edited.
    pub sheet: RwSignal<RuleSheet>,
    /// The item that is open; the head for an empty path.
    pub path: RwSignal<Path>,
    /// Grows when the form is to read the draft anew.
    pub turn: RwSignal<u32>,
    /// The changed drafts of other records: what each held when it was begun, and what was made of it.
    aside: RwSignal<BTreeMap<RecordId, (RuleSheet, RuleSheet)>>,
}

thread_local! {
    static DRAFT: Draft = page_lived(|| {
        session::on_open(|| {
            DRAFT.with(|draft| {
                draft.begun.set(None);
                draft.aside.set(BTreeMap::new());
            });
        });
        let draft = Draft {
            begun: RwSignal::new(None),
            sheet: RwSignal::new(RuleSheet::default()),
            path: RwSignal::new(Path::new()),
            turn: RwSignal::new(0),
            aside: RwSignal::new(BTreeMap::new()),
        };
        window_event_listener(leptos::ev::beforeunload, move |event| {
            let is_any = untrack(|| draft.is_changed()) || draft.aside.with_untracked(|aside| !aside.is_empty());
            if is_any && !page::is_reloading() {
                event.prevent_default();
            }
        });
        draft
    });
}

impl Draft {
    /// The draft of a record: what is being edited, or what the record holds. `false` where there is none.
    pub fn of(id: RecordId) -> Option<Self> {
        let draft = DRAFT.with(|draft| *draft);
        let kept = session::read(|store| office::one(store.state(), id)).flatten()?.sheet.ok()?;
        let other = draft.begun.with_untracked(|begun| begun.as_ref().is_none_or(|(of, _)| *of != id));
        if other {
            draft.put_aside();
        }
        match draft.aside.try_update(|aside| aside.remove(&id)).flatten() {
            Some((begun, sheet)) => {
                draft.begin(id, begun);
                draft.sheet.set(sheet);
            }
            // A draft that nobody changed follows what colleagues or Undo make of the record.
            None if other || !untrack(|| draft.is_changed()) => draft.begin(id, kept),
            None => {}
        }
        Some(draft)
    }

    /// Keeps what was changed for when its record is opened again.
    fn put_aside(self) {
        if let Some((id, begun)) = self.begun.get_untracked().filter(|_| untrack(|| self.is_changed())) {
            self.aside.update(|aside| {
                aside.insert(id, (begun, self.sheet.get_untracked()));
            });
        }
    }

    /// Whether a record has changes that are not saved, followed.
    pub fn waits(id: RecordId) -> bool {
        let draft = DRAFT.with(|draft| *draft);
        let is_open = draft.begun.with(|begun| begun.as_ref().is_some_and(|(of, _)| *of == id));
        is_open && draft.is_changed() || draft.aside.with(|aside| aside.contains_key(&id))
    }

    /// Begins anew with what the record holds.
    pub fn begin(self, id: RecordId, kept: RuleSheet) {
        let changed = self.sheet.with_untracked(|sheet| *sheet != kept);
        self.begun.set(Some((id, kept.clone())));
        if changed {
            self.sheet.set(kept);
            self.path.set(Path::new());
            self.turn.update(|turn| *turn += 1);
        }
    }

    /// Gives the changes up.
    pub fn discard(self) {
        if let Some((id, kept)) = self.begun.get_untracked() {
            self.begin(id, kept);
        }
    }

    /// Whether something was changed.
    pub fn is_changed(self) -> bool {
        self.begun
            .with(|begun| begun.as_ref().is_some_and(|(_, kept)| self.sheet.with(|sheet| sheet != kept)))
    }

    /// Changes the item that is open.
    pub fn change(self, change: impl FnOnce(&mut Item)) {
        let path = self.path.get_untracked();
        self.sheet.update(|sheet| {
            if let Some(item) = edit::item_mut(sheet, &path) {
                change(item);
            }
        });
    }

    /// Opens an item, whose form is filled in anew.
    pub fn open(self, path: Path) {
        self.path.set(path);
        self.turn.update(|turn| *turn += 1);
    }
}
