//! The strip that says what is the matter with the stored data, for as long as it is.

use super::status::{ShellStatus, Trouble};
use crate::i18n::shell;
use crate::ui::lang::{lang, t};
use crate::ui::routes::{A, Route, Section};
use crate::ui::widgets::{Banner, BannerKind, Button};
use crate::web::page;
use leptos::prelude::*;

/// The strip, if something is the matter.
#[component]
pub(super) fn TroubleNotice(status: ShellStatus) -> impl IntoView {
    let notice = move || status.trouble.get().map(strip);
    view! { <div class="trouble">{notice}</div> }.into_any()
}

fn strip(trouble: Trouble) -> AnyView {
    let to_storage =
        || view! { <A to=Route::Settings(Section::Storage)>{move || t(shell::SHOW_STORAGE)}</A> };
    match trouble {
        Trouble::ReadOnly => view! {
            <Banner kind=BannerKind::Warning>
                <p>{move || t(shell::READ_ONLY_TEXT)}</p>
                <Button label=shell::RELOAD on_press=page::reload/>
            </Banner>
        }
        .into_any(),
        Trouble::Fleeting => view! {
            <Banner kind=BannerKind::Error><p>{move || t(shell::FLEETING_TEXT)}</p></Banner>
        }
        .into_any(),
        Trouble::Lost(values) => view! {
            <Banner kind=BannerKind::Warning>
                <p>{move || shell::lost(lang(), values)}</p>
                {to_storage()}
            </Banner>
        }
        .into_any(),
    }
}
