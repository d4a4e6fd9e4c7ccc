//! The application: the frame, and in it the screen that the address names.

use crate::i18n::{past, shell};
use crate::ui::lang::t;
use crate::ui::later::{ask, later};
use crate::ui::routes::{self, A, Route};
use crate::ui::session;
use crate::ui::shell::{Page, Shell};
use crate::ui::state::prefs;
use crate::ui::widgets::{Button, ButtonKind, EmptyState};
use crate::ui::{board, first_run, shortcuts, startup, status, today};
use leptos::prelude::*;

/// The whole page.
#[component]
pub fn App() -> impl IntoView {
    prefs::apply();
    routes::install();
    shortcuts::install();
    let shell = || view! { <Shell status=status::of_session() strip=above>{screen}</Shell> }.into_any();
    let locked = || later(|later| (later.lock_screen)());
    (move || if startup::is_locked() { locked() } else { shell() }).into_any()
}

/// What stands above every page, as soon as the part that has it is here.
fn above() -> AnyView {
    (|| ask(|later| Some((later.above)()))).into_any()
}

/// The screen of the current route. Made anew when the route or the day looked at changes, kept when only
/// its state does.
fn screen() -> AnyView {
    let route = routes::route();
    if session::past_day().is_some() && !route.has_past() {
        return view! { <PresentOnly/> }.into_any();
    }
    match route {
        Route::FirstRun => view! { <first_run::FirstRunPage/> }.into_any(),
        Route::Today => view! { <today::TodayPage/> }.into_any(),
        Route::Board => view! { <board::BoardPage/> }.into_any(),
        Route::Unknown => view! { <Lost/> }.into_any(),
        route => later(move |later| (later.screen)(route)),
    }
}

/// The page in the place of one that works on the present only, while a past day is looked at.
#[component]
fn PresentOnly() -> impl IntoView {
    view! {
        <Page title=past::PRESENT_ONLY>
            <EmptyState title=past::PRESENT_ONLY text=past::PRESENT_ONLY_TEXT>
                <Button label=past::RETURN kind=ButtonKind::Primary on_press=session::return_to_now/>
            </EmptyState>
        </Page>
    }
    .into_any()
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
