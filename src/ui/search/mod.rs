//! The one search box (Ctrl+K): Chinese, pinyin, initials, numbers, over every record.

mod found;

use crate::domain::{Kind, RecordId};
use crate::i18n::search as words;
use crate::rules::search::{Query, SearchIndex};
use crate::store::Store;
use crate::ui::later;
use crate::ui::routes::navigate;
use crate::ui::session;
use crate::ui::widgets::{Choice, Combo, Glyph, Icon, Kbd};
use leptos::prelude::*;
use std::cell::RefCell;

/// How many answers the list shows.
const SHOWN: usize = 30;

thread_local! {
    /// The texts made ready, and the revision of the store they were made from.
    static INDEX: RefCell<(u64, SearchIndex)> = {
        session::on_other_records(|| drop(INDEX.take()));
        RefCell::default()
    };
}

/// The box in the top bar.
#[component]
pub fn SearchSlot() -> impl IntoView {
    // Nothing stays chosen: choosing leads there and empties the box.
    let value = RwSignal::new(String::new());
    let go = move |chosen: String| {
        value.try_set(String::new());
        if let Some(place) = found::place_of(&chosen) {
            navigate(place);
        }
    };
    view! {
        <div class="search" role="search">
            <Icon glyph=Glyph::Search/>
            <Combo
                value
                search=Callback::new(|typed: String| later::answers(&typed))
                shown=Signal::stored(String::new())
                on_change=Callback::new(go)
                label=words::LABEL
                placeholder=words::PLACEHOLDER
            />
            <Kbd keys="Ctrl+K"/>
        </div>
    }
    .into_any()
}

/// The entries for what is typed, best first.
pub fn answers(typed: &str) -> Vec<Choice> {
    let Some(query) = Query::new(typed) else { return Vec::new() };
    let entry = |store: &Store, index: &SearchIndex| {
        index.find(&query, SHOWN).into_iter().map(|f| found::entry(store, f.id)).collect()
    };
    session::read(|store| with_index(store, entry)).unwrap_or_default()
}

/// Every record of `kind` that answers to what is typed, by text or by sound, sorted by id: for
/// filtering a list. `None` for no words. Followed.
pub fn answering(kind: Kind, typed: &str) -> Option<Vec<RecordId>> {
    let query = Query::new(typed)?;
    session::watch(|store| with_index(store, |_, index| index.all(&query, kind)))
}

/// Asks the index of the store as it is now: brought up to date if few records were touched since it was
/// made.
fn with_index<T>(store: &Store, ask: impl FnOnce(&Store, &SearchIndex) -> T) -> T {
    INDEX.with_borrow_mut(|(revision, index)| {
        match store.touched_since(*revision).filter(|_| *revision > 0) {
            Some(touched) => index.refresh(store.state(), &touched),
            None => *index = SearchIndex::build(store.state()),
        }
        *revision = store.revision();
        ask(store, index)
    })
}
