//! 监督: whether what has to be done is done.

mod health;

pub use health::HealthPage;
mod inspections;
mod slides;

pub use inspections::InspectionsPage;

use crate::domain::Kind;
use crate::ui::records::RecordsPage;
use crate::ui::routes::Work;
use leptos::prelude::*;

/// 问题要素.
#[component]
pub fn IssuesPage() -> impl IntoView {
    view! { <RecordsPage work=Work::Issues kinds=&[Kind::Issue]/> }
}

/// 审批.
#[component]
pub fn PermitsPage() -> impl IntoView {
    view! { <RecordsPage work=Work::Permits kinds=&[Kind::Permit, Kind::PermitTemplate]/> }
}

/// 政策兑现.
#[component]
pub fn PromisesPage() -> impl IntoView {
    view! { <RecordsPage work=Work::Promises kinds=&[Kind::PolicyPromise]/> }
}
