//! The second part of the program, which comes after the first page.
//!
//! The release build is cut in two (`xtask/src/split.rs`): Today, the board and the first run are in the
//! part that is loaded first, everything else comes while the user looks at them. Screens of the first
//! part reach the second through [`later`]; screens of the second use each other as usual.

mod part;

use crate::domain::RecordId;
use crate::i18n::shell;
use crate::ui::forms::Moves;
use crate::ui::routes::Route;
use crate::ui::state::page_lived;
use crate::ui::widgets::{Button, EmptyState};
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

/// What the second part gives to the first.
#[derive(Clone, Copy)]
pub struct Later {
    /// The screen of a route that is not in the first part.
    pub screen: fn(Route) -> AnyView,
    /// Everything about one project, for the panel beside the board.
    pub project_sheet: fn(RecordId, Moves) -> AnyView,
    /// The dialogs that move projects.
    pub move_dialogs: fn(Moves) -> AnyView,
}

/// The second part did not arrive: the network or the server is gone, and no offline copy is kept yet.
#[derive(Debug)]
pub struct Missing;

/// Where the second part is.
#[derive(Clone, Copy)]
enum Arrival {
    OnItsWay,
    Here(Later),
    Missing,
}

thread_local! {
    static ARRIVAL: RwSignal<Arrival> = page_lived(|| RwSignal::new(Arrival::OnItsWay));
}

fn arrival() -> RwSignal<Arrival> {
    ARRIVAL.with(|arrival| *arrival)
}

/// Begins to load the second part. Called when the first page stands, and again when that failed.
pub fn load() {
    arrival().set(Arrival::OnItsWay);
    spawn_local(async {
        let outcome = part::fetch().await;
        arrival().set(outcome.map_or(Arrival::Missing, Arrival::Here));
    });
}

/// Shows something of the second part as soon as it is here; at once if it is.
pub fn later(show: impl Fn(Later) -> AnyView + Send + 'static) -> AnyView {
    let view = move || match arrival().get() {
        Arrival::Here(later) => show(later),
        Arrival::OnItsWay => ().into_any(),
        Arrival::Missing => view! { <NotArrived/> }.into_any(),
    };
    view.into_any()
}

/// What stands in the place of a part that did not arrive.
#[component]
fn NotArrived() -> impl IntoView {
    view! {
        <EmptyState title=shell::PART_MISSING text=shell::PART_MISSING_TEXT>
            <Button label=shell::PART_RETRY on_press=load/>
        </EmptyState>
    }
    .into_any()
}
