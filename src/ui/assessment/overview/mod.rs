//! 总览: the year at a glance, for leaders.

use crate::ui::records::WorkSwitch;
use crate::ui::routes::{Place, Work};
use crate::ui::shell::Page;
use leptos::prelude::*;

/// The page.
#[component]
pub fn OverviewPage() -> impl IntoView {
    let lead = || view! { <WorkSwitch place=Place::Assessment/> };
    view! { <Page title=Work::Overview.title() lead>""</Page> }
}
