//! 大屏: what a page shows, over the whole screen, for the wall of a hall. Nothing moves by itself.

use crate::i18n::wall as words;
use crate::ui::heard::heard;
use crate::ui::routes::{set_query, use_query};
use crate::ui::shell::page_title;
use crate::ui::shortcuts;
use crate::ui::widgets::{Button, ButtonKind, Glyph};
use crate::web::fullscreen;
use leptos::ev;
use leptos::html;
use leptos::prelude::*;
use web_sys::KeyboardEvent;

/// What the address calls the way a page is shown, and its word for the wall.
const WALL: &str = "wall";
const ON: &str = "1";

/// Whether the address asks for the wall.
pub fn is_wall() -> Memo<bool> {
    let asked = use_query(WALL);
    Memo::new(move |_| *asked.read() == ON)
}

/// The button that shows a page on the wall; its key is `w`.
#[component]
pub fn WallButton() -> impl IntoView {
    let begin = || {
        set_query(WALL, ON);
        // While the click or the key is handled: later the browser would refuse it.
        fullscreen::enter();
    };
    shortcuts::register("w", words::WALL, begin);
    view! { <Button label=words::WALL icon=Glyph::Open title=words::HELP on_press=begin/> }.into_any()
}

/// The content over the whole screen, until Esc.
#[component]
pub fn Wall(
    /// The heading.
    #[prop(into)]
    title: Signal<String>,
    /// What stands beside it: the day, the round.
    #[prop(into)]
    lead: Signal<String>,
    /// The content.
    children: Children,
) -> impl IntoView {
    page_title(title);
    let end = || {
        set_query(WALL, "");
        fullscreen::leave();
    };
    let keys = move |event: KeyboardEvent| {
        if event.key() == "Escape" && !event.default_prevented() {
            event.prevent_default();
            end();
        }
    };
    // Where the browser itself leaves the whole screen at Esc, the page is not told of the key.
    let was_on = StoredValue::new(fullscreen::is_on());
    let changed = window_event_listener_untyped("fullscreenchange", move |_| {
        let is_on = fullscreen::is_on();
        if was_on.try_get_value() == Some(true) && !is_on {
            set_query(WALL, "");
        }
        was_on.try_set_value(is_on);
    });
    on_cleanup(move || {
        changed.remove();
        fullscreen::leave();
    });
    let stage: NodeRef<html::Section> = NodeRef::new();
    Effect::new(move || {
        if let Some(stage) = stage.get() {
            // Refused only where it has left the page.
            let _ = stage.focus();
        }
    });
    view! {
        <section class="wall" tabindex="-1" aria-label=title node_ref=stage on:keydown=heard(ev::keydown, keys)>
            <header>
                <h1>{title}</h1>
                <p>{lead}</p>
                <Button label=words::END kind=ButtonKind::Quiet icon=Glyph::Close on_press=end/>
            </header>
            <div class="stage">{children()}</div>
        </section>
    }
    .into_any()
}
