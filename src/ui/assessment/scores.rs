//! 得分: what a rule sheet comes to.

use crate::ui::records::WorkSwitch;
use crate::ui::routes::{Place, Work};
use crate::ui::shell::Page;
use leptos::prelude::*;

/// The page.
#[component]
pub fn ScoresPage() -> impl IntoView {
    let lead = || view! { <WorkSwitch place=Place::Assessment/> };
    view! { <Page title=Work::Scores.title() lead>""</Page> }
}
