//! A long table that grows: what is in sight is made at once, the usual number of rows after the page was painted, what
//! lies beyond when it is asked for, and everything for paper.

use super::{Button, ButtonKind};
use crate::i18n::widgets as words;
use crate::web::timer;
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

/// How many rows are made between two paintings: as many as fit on a laptop's screen.
const STEP: usize = 18;
/// How many rows there usually are before more are asked for.
const USUAL: usize = 100;

/// How far a table has grown.
#[derive(Clone, Copy, Debug)]
pub struct Growing {
    made: RwSignal<usize>,
    asked: RwSignal<usize>,
}

impl Growing {
    /// A table that begins with what is in sight, for the life of the calling component.
    pub fn begin() -> Self {
        Self::begin_with(STEP)
    }

    /// The same where fewer rows are in sight at first, as under a tall head.
    pub fn begin_with(rows: usize) -> Self {
        let growing = Self { made: RwSignal::new(rows), asked: RwSignal::new(USUAL) };
        let printing = window_event_listener_untyped("beforeprint", move |_| growing.finish());
        on_cleanup(move || printing.remove());
        growing.grow();
        growing
    }

    /// How many rows there may be now, followed.
    pub fn limit(self) -> usize {
        self.made.get()
    }

    /// Back to the usual number, for another list in the same place.
    pub fn restart(self) {
        self.asked.try_set(USUAL);
        self.made.try_set(USUAL);
    }

    /// The rows that may be there, those that are stay as they are while it grows.
    pub fn rows<T: Clone + Send + 'static>(
        self,
        rows: &[T],
        view: impl Fn(&T) -> AnyView + Clone + Send + 'static,
    ) -> AnyView {
        let step = |(at, rows): (usize, &[T])| {
            let (rows, view) = (rows.to_vec(), view.clone());
            let is_due = Memo::new(move |_| at * STEP < self.made.get());
            move || is_due.get().then(|| rows.iter().map(&view).collect_view())
        };
        rows.chunks(STEP).enumerate().map(step).collect_view().into_any()
    }

    fn finish(self) {
        self.asked.try_set(usize::MAX);
        self.made.try_set(usize::MAX);
    }

    fn more(self) {
        self.asked.try_update(|asked| *asked = asked.saturating_add(USUAL));
        self.grow();
    }

    /// Grows to what is asked for, and lets the page be painted after each step.
    fn grow(self) {
        spawn_local(async move {
            loop {
                timer::painted().await;
                // The page may be gone by now.
                let (Some(made), Some(asked)) =
                    (self.made.try_get_untracked(), self.asked.try_get_untracked())
                else {
                    return;
                };
                if made >= asked {
                    return;
                }
                self.made.try_set(made.saturating_add(STEP).min(asked));
            }
        });
    }
}

/// The button that asks for more rows, where there are more.
#[component]
pub fn MoreRows(
    /// The table.
    growing: Growing,
    /// How many rows there are in all.
    #[prop(into)]
    total: Signal<usize>,
) -> impl IntoView {
    let is_short = Memo::new(move |_| total.get() > growing.asked.get());
    move || {
        is_short.get().then(|| {
            view! { <Button label=words::MORE_ROWS kind=ButtonKind::Quiet on_press=move || growing.more()/> }
        })
    }
}
