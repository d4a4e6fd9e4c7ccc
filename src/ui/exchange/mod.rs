//! Exchange of files between offices: sending, receiving, and the inbox of differences.

mod by_hand;
mod conflicts;
mod devices;
mod differ;
mod enclosed;
mod encrypt;
mod history;
mod incoming;
mod kept;
mod many;
mod preview;
mod problems;
mod readers;
mod receive;
mod send;
mod shared;
mod signed;
mod told;
mod unlock;

pub use conflicts::ConflictsPage;

use crate::i18n::{exchange as words, shell};
use crate::ui::lang::{lang, t};
use crate::ui::routes::{A, Route};
use crate::ui::session;
use crate::ui::shell::Page;
use leptos::prelude::*;

/// The page.
#[component]
pub fn ExchangePage() -> impl IntoView {
    let open = Memo::new(|_| session::watch(|store| store.state().conflict_cells().count()).unwrap_or(0));
    let inbox = move || {
        (open.get() > 0).then(|| {
            view! { <A to=Route::Conflicts>{move || words::n_open(lang(), open.get())}</A> }
        })
    };
    // Colleagues' files come while the page is open.
    let lead = move || view! { {inbox} };
    view! {
        <Page title=shell::EXCHANGE lead=lead>
            <div class="exchange">
                <section class="receive" aria-label=move || t(words::RECEIVE)>
                    <h2>{move || t(words::RECEIVE)}</h2>
                    <receive::Receive/>
                    <p class="help">
                        {move || t(words::SPREADSHEET)} " "
                        <A to=Route::Import>{move || t(shell::IMPORT)}</A>
                    </p>
                </section>
                <section class="send" aria-label=move || t(words::SEND)>
                    <h2>{move || t(words::SEND)}</h2>
                    <send::Send/>
                </section>
                <shared::Shared/>
                <devices::Devices/>
                <history::History/>
            </div>
        </Page>
    }
    .into_any()
}
