//! Work that takes longer than a moment.

use super::{Button, ButtonKind};
use crate::i18n::widgets;
use crate::ui::lang::lang;
use leptos::prelude::*;

/// A bar with the count done and a way to stop.
///
/// ```ignore
/// <Progress label=import::READING done=done total=total on_cancel=move || stop.set(true)/>
/// ```
#[component]
pub fn Progress(
    /// What is being done.
    #[prop(into)]
    label: Signal<String>,
    /// How many are done.
    #[prop(into)]
    done: Signal<usize>,
    /// Of how many; 0 while unknown.
    #[prop(into)]
    total: Signal<usize>,
    /// Stops the work; without it there is no Cancel.
    #[prop(optional, into)]
    on_cancel: Option<Callback<()>>,
) -> impl IntoView {
    let share = move || match total.get() {
        0 => None,
        total => Some((done.get().min(total) as f64 / total as f64).to_string()),
    };
    let count = move || match total.get() {
        0 => String::new(),
        total => widgets::n_of(lang(), done.get(), total),
    };
    let cancel = on_cancel
        .map(|on_cancel| view! { <Button label=widgets::CANCEL kind=ButtonKind::Quiet on_press=on_cancel/> });
    view! {
        <div class="progress">
            <span>{label}</span>
            <span class="count">{count}</span>
            <progress max="1" value=share aria-label=label></progress>
            {cancel}
        </div>
    }
    .into_any()
}
