//! The page of one project.

use crate::domain::RecordId;
use crate::i18n::shell;
use crate::ui::shell::Page;
use leptos::prelude::*;

/// The page.
#[component]
pub fn ProjectPage(
    /// Which one.
    id: RecordId,
) -> impl IntoView {
    let _ = id;
    view! { <Page title=shell::PROJECT>{()}</Page> }.into_any()
}
