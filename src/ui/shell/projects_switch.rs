//! Board, table, first reports, and what may be there twice: views of the same projects.

use crate::i18n::{first_report, shell};
use crate::ui::lang::t;
use crate::ui::routes::{A, Route};
use crate::ui::widgets::{Glyph, Icon};
use leptos::prelude::*;

/// Links between the views, for the `lead` of their pages.
#[component]
pub fn ProjectsSwitch() -> impl IntoView {
    view! {
        <nav class="switch" aria-label=move || t(shell::PROJECTS)>
            <A to=Route::Board><Icon glyph=Glyph::Board/>{move || t(shell::BOARD)}</A>
            <A to=Route::Table><Icon glyph=Glyph::Table/>{move || t(shell::TABLE)}</A>
            <A to=Route::FirstReports><Icon glyph=Glyph::Flag/>{move || t(first_report::FIRST_REPORTS)}</A>
            <A to=Route::Duplicates><Icon glyph=Glyph::Merge/>{move || t(shell::DUPLICATES)}</A>
        </nav>
    }
    .into_any()
}
