//! 进度: done against target and time.

use crate::ui::records::WorkSwitch;
use crate::ui::routes::{Place, Work};
use crate::ui::shell::Page;
use leptos::prelude::*;

/// The page.
#[component]
pub fn ProgressPage() -> impl IntoView {
    let lead = || view! { <WorkSwitch place=Place::Assessment/> };
    view! { <Page title=Work::Progress.title() lead>""</Page> }
}
