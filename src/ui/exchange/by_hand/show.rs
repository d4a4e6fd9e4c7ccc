//! The codes, one after another, over and over.

use crate::exchange::qr::{Code, frames};
use crate::i18n::exchange::by_hand as words;
use crate::ui::lang::{lang, t};
use crate::ui::widgets::{Choice, Dialog, Segmented};
use crate::web::timer;
use leptos::prelude::*;

/// How long a code stands, in milliseconds, by the word of the speed.
const SPEEDS: [(&str, crate::i18n::Text, i32); 3] =
    [("slow", words::SLOW, 700), ("usual", words::USUAL, 350), ("fast", words::FAST, 180)];

/// The dialog; `bytes` is what is shown while there is something.
#[component]
pub(in crate::ui::exchange) fn Show(bytes: RwSignal<Option<Vec<u8>>>) -> impl IntoView {
    let open = RwSignal::new(false);
    Effect::new(move || open.set(bytes.read().is_some()));
    let codes = Memo::new(move |_| {
        let cut = bytes.read().as_deref().and_then(frames);
        cut.map(|frames| frames.iter().filter_map(|frame| Code::new(frame)).collect::<Vec<_>>())
    });
    let at = RwSignal::new(0usize);
    let speed = RwSignal::new("usual".to_owned());
    Effect::new(move || {
        if open.get() {
            at.set(0);
            turn(open, at, speed, codes);
        }
    });
    let choices = SPEEDS.map(|(word, text, _)| Choice::new(word, text)).to_vec();
    let picture = move || {
        let codes = codes.read();
        let codes = codes.as_ref()?;
        let n = codes.len();
        let code = codes.get(at.get() % n.max(1))?.clone();
        let number = at.get() % n.max(1) + 1;
        let view_box = format!("0 0 {0} {0}", code.side);
        Some(view! {
            <svg class="code" viewBox=view_box role="img" aria-label=words::nth(lang(), number, n) shape-rendering="crispEdges">
                <rect width="100%" height="100%" fill="#fff"/>
                <path d=code.path fill="#000"/>
            </svg>
            <p class="nth">{words::nth(lang(), number, n)}</p>
        })
    };
    let body = move || {
        if codes.read().is_none() {
            return view! { <p>{move || t(words::TOO_MUCH)}</p> }.into_any();
        }
        view! {
            <p class="help">{move || t(words::SHOW_TEXT)}</p>
            {picture}
            <Segmented label=words::SPEED value=speed options=choices.clone()/>
        }
        .into_any()
    };
    view! {
        <Dialog open title=words::SHOW wide=true on_close=move || bytes.set(None)>
            <div class="codes">{body.clone()}</div>
        </Dialog>
    }
    .into_any()
}

/// Shows the next code after a while, as long as the dialog is open.
fn turn(open: RwSignal<bool>, at: RwSignal<usize>, speed: RwSignal<String>, codes: Memo<Option<Vec<Code>>>) {
    let chosen = speed.try_get_untracked().unwrap_or_default();
    let stands = SPEEDS.iter().find(|(word, ..)| *word == chosen).map_or(350, |(.., millis)| *millis);
    timer::after(stands, move || {
        if open.try_get_untracked() == Some(true) && codes.try_get_untracked().flatten().is_some() {
            at.update(|at| *at += 1);
            turn(open, at, speed, codes);
        }
    });
}
