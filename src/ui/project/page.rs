//! The page of one project.

use crate::domain::{Exit, RecordId};
use crate::i18n::{labels, project as words, shell, values};
use crate::ledger::{Action, Edit};
use crate::ui::forms::project::{ProjectSheet, is_live};
use crate::ui::forms::{MoveDialogs, Moves};
use crate::ui::lang::{lang, t};
use crate::ui::routes::{Route, navigate};
use crate::ui::session;
use crate::ui::shell::Page;
use crate::ui::widgets::{Glyph, Menu, MenuItem};
use crate::web::page;
use leptos::prelude::*;

/// The page.
#[component]
pub fn ProjectPage(
    /// Which one.
    id: RecordId,
) -> impl IntoView {
    let moves = Moves::new();
    let title = move || {
        if !is_live(id) {
            return t(shell::PROJECT).to_owned();
        }
        session::watch(|store| values::record_name(lang(), store.state(), id)).unwrap_or_default()
    };
    let actions = move || {
        move || {
            is_live(id).then(|| {
                view! {
                    <Menu label=words::MORE icon=Glyph::More align_end=true items=move |()| items(id, moves)/>
                }
            })
        }
    };
    view! {
        <Page title=Signal::derive(title) actions>
            <ProjectSheet id moves/>
            <MoveDialogs moves/>
        </Page>
    }
    .into_any()
}

fn items(id: RecordId, moves: Moves) -> Vec<MenuItem> {
    let now = session::is_now();
    let exits =
        Exit::ALL.iter().map(|&exit| MenuItem::new(labels::exit(exit), move || moves.leave(id, exit)));
    let send = move || navigate(Route::Exchange.with_query([("records", &*id.to_string())]));
    let send = MenuItem::new(words::SEND, send).icon(Glyph::Exchange);
    let print = MenuItem::new(words::PRINT, page::print).icon(Glyph::Print);
    let delete = MenuItem::new(words::DELETE_PROJECT, move || delete(id)).icon(Glyph::Trash).danger();
    let written = exits.chain([delete]).filter(|_| now);
    [send, print].into_iter().chain(written).collect()
}

fn delete(id: RecordId) {
    if session::run(Action::Delete, vec![Edit::delete(id)]) {
        navigate(Route::Board);
    }
}
