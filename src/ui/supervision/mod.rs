//! 监督: whether what has to be done is done.

mod responsibility;
mod warnings;

pub use responsibility::ResponsibilityPage;
pub use warnings::WarningsPage;

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

/// 督查.
#[component]
pub fn InspectionsPage() -> impl IntoView {
    view! { <RecordsPage work=Work::Inspections kinds=&[Kind::Inspection]/> }
}
