//! The notice that a newer version lies ready. It waits for the user: a reload would lose what is
//! being typed.

use crate::i18n::shell;
use crate::ui::lang::t;
use crate::ui::widgets::{Banner, Button};
use crate::web::update;
use leptos::prelude::*;

/// The notice, once there is something to tell.
#[component]
pub(super) fn UpdateNotice() -> impl IntoView {
    let ready = RwSignal::new(false);
    update::on_ready(move || {
        ready.try_set(true);
    });
    let notice = move || {
        ready.get().then(|| {
            view! {
                <Banner>
                    <p>{move || t(shell::UPDATE)}</p>
                    <Button label=shell::UPDATE_NOW on_press=update::take/>
                </Banner>
            }
        })
    };
    view! { <div class="update">{notice}</div> }.into_any()
}
