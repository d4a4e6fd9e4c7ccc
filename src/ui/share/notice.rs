//! The strip that says what stands between this computer and the shared place.

use super::noted::{Sharing, Step, sharing, standing};
use crate::exchange::share::{PlaceFailed, RoundFailed};
use crate::i18n::share as words;
use crate::ui::lang::{lang, t};
use crate::ui::routes::{A, Route};
use crate::ui::widgets::{Banner, BannerKind, Button};
use leptos::prelude::*;

/// The strip, if the user has to do something about it. That the network is gone is no news on a train.
#[component]
pub fn ShareNotice() -> impl IntoView {
    let failed = Memo::new(|_| match standing().step {
        Step::Failed(RoundFailed::Place(PlaceFailed::Unreachable | PlaceFailed::OtherOrigin)) => None,
        Step::Failed(RoundFailed::Place(failed)) => Some(failed),
        // The next round tells whether it still is so.
        _ => None,
    });
    let notice = move || match sharing() {
        Sharing::Closed(name) => view! {
            <Banner kind=BannerKind::Info>
                <p>{move || words::closed(lang(), &name)}</p>
                <Button label=words::ALLOW on_press=super::allow/>
            </Banner>
        }
        .into_any(),
        Sharing::Folder(_) | Sharing::Server(_) if failed.get().is_some() => view! {
            <Banner kind=BannerKind::Warning>
                <p>{move || failed.get().map(|failed| words::place_failed(failed).get(lang()))}</p>
                <A to=Route::Exchange>{move || t(words::LOOK)}</A>
            </Banner>
        }
        .into_any(),
        Sharing::Unknown | Sharing::Off | Sharing::Folder(_) | Sharing::Server(_) => ().into_any(),
    };
    view! { <div class="share-notice">{notice}</div> }.into_any()
}
