//! Work that takes longer than a moment.

use super::{Button, ButtonKind};
use crate::i18n::widgets;
use crate::ui::lang::lang;
use leptos::prelude::*;

/// A bar with the count done and a way to stop, there as long as the work is under way.
///
/// ```ignore
/// let reading = RwSignal::new(None::<(usize, usize)>);
/// <Progress label=import::READING at=reading on_cancel=move || stop.set(true)/>
/// ```
#[component]
pub fn Progress(
    /// What is being done.
    #[prop(into)]
    label: Signal<String>,
    /// How many are done, and of how many, which is 0 while unknown; `None` when nothing is under way.
    #[prop(into)]
    at: Signal<Option<(usize, usize)>>,
    /// Stops the work; without it there is no Cancel.
    #[prop(optional, into)]
    on_cancel: Option<Callback<()>>,
) -> impl IntoView {
    let known = move || at.get().filter(|(_, total)| *total > 0);
    let share = move || known().map(|(done, total)| (done.min(total) as f64 / total as f64).to_string());
    let count = move || known().map(|(done, total)| widgets::n_of(lang(), done, total));
    // The bar stays the same while it grows.
    let is_under_way = Memo::new(move |_| at.read().is_some());
    let cancel = move || {
        on_cancel.map(
            |on_cancel| view! { <Button label=widgets::CANCEL kind=ButtonKind::Quiet on_press=on_cancel/> },
        )
    };
    let bar = move || {
        is_under_way.get().then(|| {
            view! {
                <div class="progress">
                    <span>{label}</span>
                    <span class="count">{count}</span>
                    <progress max="1" value=share aria-label=label></progress>
                    {cancel()}
                </div>
            }
        })
    };
    bar.into_any()
}
