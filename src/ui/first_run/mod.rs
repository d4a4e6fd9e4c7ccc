//! The first run.

use crate::i18n::shell;
use crate::ui::shell::Page;
use leptos::prelude::*;

/// The page.
#[component]
pub fn FirstRunPage() -> impl IntoView {
    view! { <Page title=shell::FIRST_RUN>{()}</Page> }.into_any()
}
