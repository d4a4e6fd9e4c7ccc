//! The frame around every page: rail, top bar, and the page between them.

mod appearance;
mod banner;
mod help;
mod page;
mod printing;
mod projects_switch;
mod rail;
mod status;
mod title;
mod top_bar;
mod trouble;
mod update;

pub use page::Page;
pub use printing::printing;
pub use projects_switch::ProjectsSwitch;
pub use status::{SaveState, ShellStatus, Trouble};
pub use title::page_title;

use crate::i18n::shell;
use crate::ui::heard::heard;
use crate::ui::lang::t;
use crate::ui::routes;
use crate::ui::widgets::ToastHost;
use crate::web;
use leptos::ev;
use leptos::prelude::*;

/// The frame. `children` is the page.
#[component]
pub fn Shell(
    /// What the top bar shows and does for the open workspace.
    status: ShellStatus,
    /// What stands above every page for as long as it holds.
    strip: fn() -> AnyView,
    /// The screen.
    children: Children,
) -> impl IntoView {
    title::keep();
    let main = routes::PAGE_ID;
    let skip = move |event: web_sys::MouseEvent| {
        // A link to #page would be an address of the application.
        event.prevent_default();
        web::page::focus(main);
    };
    let scrolled = move |_| {
        if let Some(element) = web::page::by_id(main) {
            routes::scrolled(element.scroll_top());
        }
    };
    view! {
        <div class="shell">
            <a class="skip" href="#page" on:click=heard(ev::click, skip)>{move || t(shell::SKIP)}</a>
            <rail::Rail/>
            <top_bar::TopBar status/>
            <div class="strips">
                <banner::WorkspaceBanner status/>
                {strip()}
            </div>
            <div class="notices">
                <update::UpdateNotice/>
                <trouble::TroubleNotice status/>
            </div>
            <main id=main tabindex="-1" on:scroll=heard(ev::scroll, scrolled)>{children()}</main>
            <help::ShortcutHelp/>
            <ToastHost/>
        </div>
    }
    .into_any()
}
