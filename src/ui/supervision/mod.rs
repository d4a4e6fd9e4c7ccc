//! 监督: whether what has to be done is done.

mod issues;
mod permits;
mod promises;
mod sums;

pub use issues::IssuesPage;
pub use permits::PermitsPage;
pub use promises::PromisesPage;

use crate::domain::Kind;
use crate::ui::records::RecordsPage;
use crate::ui::routes::Work;
use leptos::prelude::*;

/// 督查.
#[component]
pub fn InspectionsPage() -> impl IntoView {
    view! { <RecordsPage work=Work::Inspections kinds=&[Kind::Inspection]/> }
}
