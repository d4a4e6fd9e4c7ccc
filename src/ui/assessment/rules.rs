//! 考核办法: the rule sheets and the metrics.

use crate::ui::records::WorkSwitch;
use crate::ui::routes::{Place, Work};
use crate::ui::shell::Page;
use leptos::prelude::*;

/// The page.
#[component]
pub fn RulesPage() -> impl IntoView {
    let lead = || view! { <WorkSwitch place=Place::Assessment/> };
    view! { <Page title=Work::Rules.title() lead>""</Page> }
}
