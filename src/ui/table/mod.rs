//! The table of projects.

use crate::i18n::shell;
use crate::ui::shell::Page;
use leptos::prelude::*;

/// The page.
#[component]
pub fn TablePage() -> impl IntoView {
    view! { <Page title=shell::TABLE>{()}</Page> }.into_any()
}
