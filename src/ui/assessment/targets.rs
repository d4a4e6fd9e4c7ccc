//! 目标任务 and 填报数.

use crate::domain::Kind;
use crate::ui::records::RecordsPage;
use crate::ui::routes::Work;
use leptos::prelude::*;

/// The page.
#[component]
pub fn TargetsPage() -> impl IntoView {
    view! { <RecordsPage work=Work::Targets kinds=&[Kind::Target, Kind::Figure]/> }
}
