//! What just happened, with Undo.

use super::{Button, ButtonKind, Glyph, IconButton};
use crate::i18n::widgets;
use crate::ui::heard::heard;
use crate::ui::lang::{Words, t};
use crate::ui::state::page_lived;
use crate::web::timer;
use leptos::ev;
use leptos::prelude::*;
use std::sync::Arc;

/// How long a message stays, in milliseconds. One with Undo stays longer: it has to be reached.
const STAYS: i32 = 6_000;
const STAYS_WITH_UNDO: i32 = 10_000;
/// The most messages shown at once; the oldest makes room.
const SHOWN: usize = 3;

#[derive(Clone)]
struct Message {
    number: u32,
    words: Words,
    undo: Option<Arc<dyn Fn() + Send + Sync>>,
}

#[derive(Clone, Copy)]
struct Messages {
    shown: RwSignal<Vec<Message>>,
    /// The pointer or the focus is on a message: nothing goes away meanwhile.
    held: RwSignal<bool>,
}

thread_local! {
    static MESSAGES: Messages =
        page_lived(|| Messages { shown: RwSignal::new(Vec::new()), held: RwSignal::new(false) });
}

fn messages() -> Messages {
    MESSAGES.with(|messages| *messages)
}

/// Says what just happened.
///
/// ```ignore
/// toast(board::MOVED);
/// ```
pub fn toast(words: impl Into<Words>) {
    add(words.into(), None);
}

/// Says what just happened and offers to take it back.
///
/// ```ignore
/// toast_undo(board::moved(lang, &name), || { session::undo(); });
/// ```
pub fn toast_undo(words: impl Into<Words>, undo: impl Fn() + Send + Sync + 'static) {
    add(words.into(), Some(Arc::new(undo)));
}

fn add(words: Words, undo: Option<Arc<dyn Fn() + Send + Sync>>) {
    let stays = if undo.is_some() { STAYS_WITH_UNDO } else { STAYS };
    let Some(number) = messages().shown.try_update(|shown| {
        let number = shown.last().map_or(0, |last| last.number.wrapping_add(1));
        shown.push(Message { number, words, undo });
        let surplus = shown.len().saturating_sub(SHOWN);
        shown.drain(..surplus);
        number
    }) else {
        return;
    };
    expire(number, stays);
}

fn expire(number: u32, after: i32) {
    timer::after(after, move || {
        if messages().held.get_untracked() {
            expire(number, 1_000);
        } else {
            remove(number);
        }
    });
}

fn remove(number: u32) {
    messages().shown.try_update(|shown| shown.retain(|message| message.number != number));
}

/// The place where messages appear. Once, in the frame.
#[component]
pub fn ToastHost() -> impl IntoView {
    let Messages { shown, held } = messages();
    let message = |message: Message| {
        let Message { number, words, undo } = message;
        let undo = undo.map(|undo| {
            let press = move || {
                remove(number);
                undo();
            };
            view! { <Button label=widgets::UNDO kind=ButtonKind::Quiet on_press=press/> }
        });
        view! {
            <div class="toast">
                <span>{move || words.show()}</span>
                {undo}
                <IconButton glyph=Glyph::Close label=widgets::CLOSE on_press=move || remove(number)/>
            </div>
        }
    };
    let hold = move |on: bool| {
        held.try_set(on);
    };
    view! {
        <div
            class="toasts"
            role="status"
            aria-label=move || t(widgets::MESSAGES)
            on:mouseenter=heard(ev::mouseenter, move |_| hold(true))
            on:mouseleave=heard(ev::mouseleave, move |_| hold(false))
            on:focusin=heard(ev::focusin, move |_| hold(true))
            on:focusout=heard(ev::focusout, move |_| hold(false))
        >
            <For each=move || shown.get() key=|m| m.number children=message/>
        </div>
    }
    .into_any()
}
