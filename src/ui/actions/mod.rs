//! 行动: what people do to win projects.

mod posts;
mod teams;

pub use posts::PostsPage;
pub use teams::TeamsPage;
mod route_sheet;
mod stops;

use crate::domain::Kind;
use crate::ui::records::RecordsPage;
use crate::ui::routes::{Work, use_query};
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

/// 招商活动, as a table, or one as the sheet of its route.
#[component]
pub fn EventsPage() -> impl IntoView {
    let show = use_query(route_sheet::SHOW);
    let is_sheet = Memo::new(move |_| *show.read() == route_sheet::ROUTE);
    move || {
        if is_sheet.get() {
            view! { <route_sheet::RouteSheet/> }.into_any()
        } else {
            let kinds = &[Kind::PromotionEvent];
            view! { <RecordsPage work=Work::Events kinds beyond=stops::route_of/> }.into_any()
        }
    }
}

/// 领导五事.
#[component]
pub fn LeadersPage() -> impl IntoView {
    view! { <RecordsPage work=Work::Leaders kinds=&[Kind::LeaderActivity]/> }
}
