//! Import of a spreadsheet.

use crate::i18n::shell;
use crate::ui::shell::Page;
use leptos::prelude::*;

/// The page.
#[component]
pub fn ImportPage() -> impl IntoView {
    view! { <Page title=shell::IMPORT>{()}</Page> }.into_any()
}
