//! 过堂: hearings, and what units promised at them.

use crate::ui::records::WorkSwitch;
use crate::ui::routes::{Place, Work};
use crate::ui::shell::Page;
use leptos::prelude::*;

/// The page.
#[component]
pub fn HearingsPage() -> impl IntoView {
    let lead = || view! { <WorkSwitch place=Place::Assessment/> };
    view! { <Page title=Work::Hearings.title() lead>""</Page> }
}
