//! Settings.

use crate::i18n::shell;
use crate::ui::routes::Section;
use crate::ui::shell::Page;
use leptos::prelude::*;

/// The page.
#[component]
pub fn SettingsPage(
    /// Where to begin.
    section: Section,
) -> impl IntoView {
    let _ = section;
    view! { <Page title=shell::SETTINGS>{()}</Page> }.into_any()
}
