//! The strip that says that the browser's room for this page becomes short, before anything fails.

use crate::i18n::backup as words;
use crate::rules::room::is_short;
use crate::ui::lang::{lang, t};
use crate::ui::routes::{A, Route, Section};
use crate::ui::state::page_lived;
use crate::ui::widgets::{Banner, BannerKind, Button};
use crate::web::timer;
use crate::web::usage::{self, Usage};
use leptos::prelude::*;
use std::time::Duration;
use wasm_bindgen_futures::spawn_local;

/// How often it is measured.
const OFTEN: Duration = Duration::from_secs(15 * 60);

thread_local! {
    static USED: RwSignal<Option<Usage>> = page_lived(|| RwSignal::new(None));
}

/// Begins to measure. Called once, when the program is here.
pub(super) fn watch() {
    spawn_local(async {
        loop {
            let found = usage::measure().await;
            USED.with(|used| *used).set(Some(found).filter(|found| is_short(found.used, found.quota)));
            timer::sleep(OFTEN).await;
        }
    });
}

/// The strip, while room is short; it can be put off until the next measuring.
#[component]
pub fn RoomNotice() -> impl IntoView {
    let used = USED.with(|used| *used);
    let notice = move || {
        let Usage { used: bytes, quota, .. } = used.get()?;
        Some(view! {
            <Banner kind=BannerKind::Warning>
                <p>{move || words::room_short(lang(), bytes, quota)}</p>
                <Button label=words::NOW on_press=super::save/>
                <A to=Route::Settings(Section::Storage)>{move || t(crate::i18n::shell::SHOW_STORAGE)}</A>
                <Button label=words::LATER on_press=move || used.set(None)/>
            </Banner>
        })
    };
    view! { <div class="room-notice">{notice}</div> }.into_any()
}
