//! The board: projects as columns by stage, moved by mouse, touch and keyboard.

mod beside;
mod card;
mod column;
mod desk;
mod filters;
mod keys;
mod pointer;
mod printed;

pub use desk::prepare;

use crate::domain::Stage;
use crate::i18n::{board as words, shell};
use crate::ui::heard::heard;
use crate::ui::lang::{lang, t};
use crate::ui::later::later;
use crate::ui::routes::{A, Route, navigate};
use crate::ui::shell::{Page, ProjectsSwitch};
use crate::ui::shortcuts;
use crate::ui::widgets::{Button, ButtonKind, EmptyState, Glyph};
use desk::Desk;
use leptos::ev;
use leptos::html;
use leptos::prelude::*;

/// The page.
#[component]
pub fn BoardPage() -> impl IntoView {
    let desk = Desk::new();
    shortcuts::register("n", words::NEW, || navigate(Route::NewProject));
    shortcuts::tell(&words::CARD_KEYS);
    let lead = move || {
        let count = move || words::n_projects(lang(), desk.count.get());
        view! { <ProjectsSwitch/> <span>{count}</span> }
    };
    let actions = || {
        let go = || navigate(Route::NewProject);
        view! {
            <Button label=shell::IMPORT icon=Glyph::Upload on_press=|| navigate(Route::Import)/>
            <Button label=words::NEW kind=ButtonKind::Primary icon=Glyph::Plus on_press=go/>
        }
    };
    let aside = move || desk.open.get().map(|id| view! { <beside::Beside desk id/> });
    view! {
        <Page title=shell::BOARD lead actions aside fill=true>
            <filters::Filters desk/>
            {move || if desk.is_empty.get() {
                view! { <NoProjects/> }.into_any()
            } else {
                view! { <Columns desk/> }.into_any()
            }}
            {later(move |later| (later.move_dialogs)(desk.moves))}
            <printed::Printed desk/>
        </Page>
    }
    .into_any()
}

/// A workspace without a project.
#[component]
fn NoProjects() -> impl IntoView {
    view! {
        <EmptyState title=words::EMPTY text=words::EMPTY_TEXT>
            <p>
                <A to=Route::Import>{move || t(shell::IMPORT)}</A>
                " · "
                <A to=Route::NewProject>{move || t(words::NEW)}</A>
            </p>
        </EmptyState>
    }
    .into_any()
}

/// The columns, and what follows the pointer while a card is dragged.
#[component]
fn Columns(desk: Desk) -> impl IntoView {
    let board: NodeRef<html::Div> = NodeRef::new();
    let pointer = pointer::listen(desk, board);
    let stages =
        Stage::ALL.iter().map(|&stage| view! { <column::ColumnView desk stage=Some(stage) pointer/> });
    let exits =
        move || desk.with_exits.get().then(|| view! { <column::ColumnView desk stage=None pointer/> });
    view! {
        <p class="visually-hidden" id=card::KEYS_ID>{move || t(words::KEYS)}</p>
        <div
            class="board"
            data-dragging=move || desk.held.read().is_some().then_some("true")
            node_ref=board
            on:touchmove=heard(ev::touchmove, move |event| if desk.held.read_untracked().is_some() { event.prevent_default() })
        >
            {stages.collect_view()}
            {exits}
        </div>
        <pointer::Ghost desk/>
        <p class="visually-hidden" role="status" aria-live="assertive">{move || desk.spoken.get()}</p>
    }
    .into_any()
}
