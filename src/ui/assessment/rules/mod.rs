//! 考核办法: the rule sheets of the office and their editor, and its metrics.

mod draft;
mod editor;
mod fields;
mod formula;
mod head;
mod item;
mod list;
mod live;
mod metric;
mod metrics;
mod rest;

use crate::domain::RecordId;
use crate::i18n::assess_rules as words;
use crate::ui::records::WorkSwitch;
use crate::ui::routes::{Place, Work, set_query, use_query};
use crate::ui::shell::Page;
use crate::ui::widgets::{Choice, Segmented};
use leptos::prelude::*;

/// What the address calls the part of the page that is shown.
const SHOW: &str = "show";
/// What it calls the sheet that is edited.
const SHEET: &str = "sheet";
/// What it calls the metric that is edited.
const METRIC: &str = "metric";

/// The page.
#[component]
pub fn RulesPage() -> impl IntoView {
    let (show, sheet) = (use_query(SHOW), use_query(SHEET));
    let id = Memo::new(move |_| sheet.read().parse::<RecordId>().ok());
    let value = RwSignal::new(show.get_untracked());
    Effect::new(move || value.set(show.get()));
    let lead = move || {
        let options = vec![Choice::new("", words::SHEETS), Choice::new("metrics", words::METRICS)];
        let choose = |word: String| {
            set_query(SHEET, "");
            set_query(METRIC, "");
            set_query(SHOW, &word);
        };
        view! {
            <WorkSwitch place=Place::Assessment/>
            <Segmented label=words::WHICH value options on_change=choose/>
        }
    };
    let is_metrics = Memo::new(move |_| show.read().as_str() == "metrics");
    let new = move || (!is_metrics.get() && id.get().is_none()).then(|| view! { <list::NewSheet/> });
    let actions = move || view! { {new} };
    let body = move || match (is_metrics.get(), id.get()) {
        (true, _) => view! { <metrics::Metrics/> }.into_any(),
        (false, Some(id)) => view! { <editor::Editor id/> }.into_any(),
        (false, None) => view! { <list::SheetList/> }.into_any(),
    };
    view! { <Page title=Work::Rules.title() lead actions><div class="rules">{body}</div></Page> }.into_any()
}
