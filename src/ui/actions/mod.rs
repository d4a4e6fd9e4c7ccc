//! 行动: what people do to win projects.

mod posts;
mod teams;

pub use posts::PostsPage;
pub use teams::TeamsPage;

use crate::domain::Kind;
use crate::ui::records::RecordsPage;
use crate::ui::routes::Work;
use leptos::prelude::*;

/// 外出招商.
#[component]
pub fn TripsPage() -> impl IntoView {
    view! { <RecordsPage work=Work::Trips kinds=&[Kind::OutboundTrip]/> }
}

/// 来访接待.
#[component]
pub fn ReceptionsPage() -> impl IntoView {
    view! { <RecordsPage work=Work::Receptions kinds=&[Kind::Reception]/> }
}

/// 招商活动.
#[component]
pub fn EventsPage() -> impl IntoView {
    view! { <RecordsPage work=Work::Events kinds=&[Kind::PromotionEvent]/> }
}

/// 领导五事.
#[component]
pub fn LeadersPage() -> impl IntoView {
    view! { <RecordsPage work=Work::Leaders kinds=&[Kind::LeaderActivity]/> }
}
