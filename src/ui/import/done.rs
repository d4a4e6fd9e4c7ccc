//! The last step: what was written, and where to go from here.

use super::work::{self, signals};
use crate::exchange::import::Job;
use crate::i18n::import as words;
use crate::ui::lang::{lang, t};
use crate::ui::routes::{A, Route, Work};
use crate::ui::session;
use crate::ui::widgets::{Button, ButtonKind};
use leptos::prelude::*;

/// The step.
#[component]
pub fn DoneStep() -> impl IntoView {
    let tally = signals().tally;
    let is_trips = || work::watch(Job::is_trips) == Some(true);
    let left_out = move || tally.with(|tally| tally.left_out > 0);
    view! {
        <section class="import-done">
            <h2>{move || t(words::DONE)}</h2>
            <p class="tally" data-test="tally">{move || tally.with(|tally| words::tally(lang(), true, tally))}</p>
            <p class="quiet">{move || tally.with(|tally| words::stays_out(lang(), tally))}</p>
            <p class="quiet">{move || t(words::UNDO_HINT)}</p>
            <div class="actions">
                {move || match is_trips() {
                    true => view! { <A to=Route::Work(Work::Trips)>{move || t(words::SEE_TRIPS)}</A> }.into_any(),
                    false => view! { <A to=Route::Table>{move || t(words::SEE_TABLE)}</A> }.into_any(),
                }}
                <Show when=left_out>
                    <Button label=words::SAVE_LEFT_OUT on_press=work::save_left_out/>
                </Show>
                <Button
                    label=crate::i18n::widgets::UNDO
                    kind=ButtonKind::Quiet
                    on_press=move || {
                        if session::undo() {
                            work::start_over();
                        }
                    }
                />
            </div>
        </section>
    }
    .into_any()
}
