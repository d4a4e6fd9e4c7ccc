//! The board: projects as columns by stage.

use crate::i18n::shell;
use crate::ui::shell::Page;
use leptos::prelude::*;

/// The page.
#[component]
pub fn BoardPage() -> impl IntoView {
    view! { <Page title=shell::BOARD>{()}</Page> }.into_any()
}
