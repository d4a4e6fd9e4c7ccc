//! The project of a card, open beside the board.

use super::desk::Desk;
use crate::domain::RecordId;
use crate::i18n::{project as words, values};
use crate::ui::heard::heard;
use crate::ui::lang::lang;
use crate::ui::later::later;
use crate::ui::routes::{Route, navigate};
use crate::ui::session;
use crate::ui::widgets::{Glyph, IconButton, SidePanel};
use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent};

/// The panel. While it has the focus itself, the arrow keys open the next card and Enter the page.
#[component]
pub fn Beside(desk: Desk, id: RecordId) -> impl IntoView {
    let title =
        move || session::watch(|store| values::record_name(lang(), store.state(), id)).unwrap_or_default();
    let step = move |by: isize| {
        if let Some(next) = desk.neighbour(id, by) {
            desk.reveal.set(Some(next));
            desk.open(next);
        }
    };
    let on_key = move |event: KeyboardEvent| {
        let on_panel = event.target().and_then(|t| t.dyn_into::<Element>().ok());
        if !on_panel.is_some_and(|element| element.matches(".side-panel").unwrap_or(false)) {
            return;
        }
        match event.key().as_str() {
            "ArrowDown" => step(1),
            "ArrowUp" => step(-1),
            "Enter" => navigate(Route::Project(id)),
            _ => return,
        }
        event.prevent_default();
    };
    let actions = move || {
        view! {
            <IconButton glyph=Glyph::Up label=crate::i18n::board::PREVIOUS on_press=move || step(-1)/>
            <IconButton glyph=Glyph::Down label=crate::i18n::board::NEXT_CARD on_press=move || step(1)/>
            <IconButton glyph=Glyph::Open label=words::OPEN_PAGE on_press=move || navigate(Route::Project(id))/>
        }
    };
    view! {
        <div class="beside" on:keydown=heard(ev::keydown, on_key)>
            <SidePanel title=Signal::derive(title) actions on_close=move || desk.close()>
                {later(move |later| (later.project_sheet)(id, desk.moves))}
            </SidePanel>
        </div>
    }
    .into_any()
}
