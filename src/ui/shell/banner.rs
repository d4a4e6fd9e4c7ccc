//! The strip that marks the sample workspace, so that nobody takes it for real.

use super::status::ShellStatus;
use crate::i18n::shell;
use crate::ui::lang::t;
use crate::ui::widgets::{Button, ButtonKind};
use leptos::prelude::*;

/// The strip, if the sample workspace is open.
#[component]
pub(super) fn WorkspaceBanner(status: ShellStatus) -> impl IntoView {
    let strip = move || {
        status.sample.get().then(|| {
            view! {
                <section class="sample-strip" aria-label=move || t(shell::SAMPLE)>
                    <p>{move || t(shell::SAMPLE_STRIP)}</p>
                    <Button label=shell::SAMPLE_LEAVE kind=ButtonKind::Quiet on_press=status.on_leave_sample/>
                </section>
            }
        })
    };
    view! { {strip} }.into_any()
}
