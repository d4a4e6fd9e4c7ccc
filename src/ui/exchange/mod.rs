//! Exchange of files between offices.

use crate::i18n::shell;
use crate::ui::shell::Page;
use leptos::prelude::*;

/// The page.
#[component]
pub fn ExchangePage() -> impl IntoView {
    view! { <Page title=shell::EXCHANGE>{()}</Page> }.into_any()
}

/// Fields that two offices set differently.
#[component]
pub fn ConflictsPage() -> impl IntoView {
    view! { <Page title=shell::CONFLICTS>{()}</Page> }.into_any()
}
