//! The bar above the page: search, undo, saved, language, appearance.

use super::appearance::AppearanceMenu;
use super::status::{SaveState, ShellStatus};
use crate::i18n::{past, quick, shell};
use crate::ui::heard::heard;
use crate::ui::lang::{lang, t};
use crate::ui::later;
use crate::ui::search::SearchSlot;
use crate::ui::shortcuts;
use crate::ui::state::prefs;
use crate::ui::widgets::{Glyph, Icon, IconButton};
use crate::web::page;
use leptos::ev;
use leptos::prelude::*;

const BAR_ID: &str = "top-bar";

/// The bar.
#[component]
pub(super) fn TopBar(status: ShellStatus) -> impl IntoView {
    let ShellStatus { undo, redo, on_undo, on_redo, on_look_back, .. } = status;
    let look_back = move || {
        on_look_back.try_run(());
    };
    let do_undo = move || {
        on_undo.try_run(());
    };
    let do_redo = move || {
        on_redo.try_run(());
    };
    shortcuts::register("Ctrl+K", shell::GO_SEARCH, || {
        if let Some(bar) = page::by_id(BAR_ID) {
            page::focus_first(&bar, "[role=search] input");
        }
    });
    shortcuts::register("Ctrl+Z", shell::UNDO, do_undo);
    shortcuts::register("Ctrl+Shift+Z", shell::REDO, do_redo);
    let undo_label = move || match undo.get() {
        Some(what) => shell::undo_what(lang(), &what),
        None => t(shell::UNDO).to_owned(),
    };
    let redo_label = move || match redo.get() {
        Some(what) => shell::redo_what(lang(), &what),
        None => t(shell::REDO).to_owned(),
    };
    view! {
        <header class="top-bar" id=BAR_ID>
            <SearchSlot/>
            <Saved status/>
            <div class="tools">
                <IconButton
                    glyph=Glyph::Undo
                    label=undo_label
                    disabled=move || undo.read().is_none()
                    on_press=do_undo
                />
                <IconButton
                    glyph=Glyph::Redo
                    label=redo_label
                    disabled=move || redo.read().is_none()
                    on_press=do_redo
                />
                <IconButton glyph=Glyph::History label=past::LOOK_BACK on_press=look_back/>
                <IconButton glyph=Glyph::Note label=quick::FOLLOW_UP on_press=|| later::tell(|later| (later.follow_up)())/>
            </div>
            <div class="tools">
                <LanguageSwitch/>
                <AppearanceMenu/>
            </div>
        </header>
    }
    .into_any()
}

#[component]
fn Saved(status: ShellStatus) -> impl IntoView {
    let words = move || match status.saved.get() {
        SaveState::Saved => shell::SAVED,
        SaveState::Checking => shell::CHECKING,
        SaveState::Saving => shell::SAVING,
        SaveState::OneCopy => shell::ONE_COPY,
        SaveState::Fleeting => shell::FLEETING,
        SaveState::ReadOnly => shell::READ_ONLY,
        SaveState::Failed => shell::NOT_SAVED,
    };
    let glyph = move || match status.saved.get() {
        SaveState::Saved => view! { <Icon glyph=Glyph::Check/> }.into_any(),
        SaveState::Checking | SaveState::Saving => view! { <Icon glyph=Glyph::More/> }.into_any(),
        SaveState::OneCopy | SaveState::ReadOnly => view! { <Icon glyph=Glyph::Info/> }.into_any(),
        SaveState::Fleeting | SaveState::Failed => view! { <Icon glyph=Glyph::Warning/> }.into_any(),
    };
    let state = move || match status.saved.get() {
        SaveState::Saved => "saved",
        SaveState::Checking => "checking",
        SaveState::Saving => "saving",
        SaveState::OneCopy => "one-copy",
        SaveState::Fleeting => "fleeting",
        SaveState::ReadOnly => "read-only",
        SaveState::Failed => "failed",
    };
    let more = move || (status.saved.get() == SaveState::OneCopy).then(|| t(shell::ONE_COPY_TEXT));
    view! {
        <p class="saved" role="status" data-state=state title=more>
            {glyph}
            <span>{move || t(words())}</span>
        </p>
    }
    .into_any()
}

/// Shows the other language's own name; one press and the page speaks it.
#[component]
fn LanguageSwitch() -> impl IntoView {
    let other = move || lang().other();
    view! {
        <button
            type="button"
            data-kind="quiet"
            lang=move || other().tag()
            on:click=heard(ev::click, move |_| prefs::set_language(prefs::language().get_untracked().other()))
        >
            {move || other().own_name()}
        </button>
    }
    .into_any()
}
