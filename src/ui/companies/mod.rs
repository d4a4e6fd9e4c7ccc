//! Companies and contacts.

use crate::domain::RecordId;
use crate::i18n::shell;
use crate::ui::shell::Page;
use leptos::prelude::*;

/// The page.
#[component]
pub fn CompaniesPage() -> impl IntoView {
    view! { <Page title=shell::COMPANIES>{()}</Page> }.into_any()
}

/// One company.
#[component]
pub fn CompanyPage(
    /// Which one.
    id: RecordId,
) -> impl IntoView {
    let _ = id;
    view! { <Page title=shell::COMPANY>{()}</Page> }.into_any()
}
