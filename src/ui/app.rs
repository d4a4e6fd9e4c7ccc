//! The application: the frame, and in it the screen that the address names.

use crate::i18n::shell;
use crate::ui::lang::t;
use crate::ui::later::later;
use crate::ui::routes::{self, A, Route};
use crate::ui::shell::{Page, Shell};
use crate::ui::state::prefs;
use crate::ui::widgets::EmptyState;
use crate::ui::{board, first_run, shortcuts, status, today};
use leptos::prelude::*;

/// The whole page.
#[component]
pub fn App() -> impl IntoView {
    prefs::apply();
    routes::install();
    shortcuts::install();
    view! { <Shell status=status::of_session()>{screen}</Shell> }.into_any()
}

/// The screen of the current route. Made anew when the route changes, kept when only its state does.
fn screen() -> AnyView {
    match routes::route() {
        Route::FirstRun => view! { <first_run::FirstRunPage/> }.into_any(),
        Route::Today => view! { <today::TodayPage/> }.into_any(),
        Route::Board => view! { <board::BoardPage/> }.into_any(),
        Route::Unknown => view! { <Lost/> }.into_any(),
        route => later(move |later| (later.screen)(route)),
    }
}

/// The page for an address that leads nowhere.
#[component]
fn Lost() -> impl IntoView {
    view! {
        <Page title=shell::LOST>
            <EmptyState title=shell::LOST text=shell::LOST_TEXT>
                <A to=Route::Today>{move || t(shell::LOST_BACK)}</A>
            </EmptyState>
        </Page>
    }
    .into_any()
}
