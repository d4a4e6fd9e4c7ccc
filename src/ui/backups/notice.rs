//! The strip that says what is the matter with the backups of the office's own data.

use super::noted::{Folder, folder, note, unbacked};
use crate::i18n::{backup as words, shell};
use crate::rules::backups::Unbacked;
use crate::ui::lang::{lang, t};
use crate::ui::routes::{A, Route, Section};
use crate::ui::startup;
use crate::ui::widgets::{Banner, BannerKind, Button};
use leptos::prelude::*;

/// The strip, if something is the matter.
#[component]
pub fn BackupNotice() -> impl IntoView {
    let is_due = Memo::new(|_| unbacked().is_reminder_due());
    let notice = move || match folder() {
        _ if startup::is_sample() => ().into_any(),
        Folder::Closed(name) => view! {
            <Banner kind=BannerKind::Info>
                <p>{move || words::closed(lang(), &name)}</p>
                <Button label=words::ALLOW on_press=super::allow/>
            </Banner>
        }
        .into_any(),
        Folder::Failed(name) => view! {
            <Banner kind=BannerKind::Warning>
                <p>{move || words::failed(lang(), &name)}</p>
                <A to=Route::Settings(Section::Storage)>{move || t(shell::SHOW_STORAGE)}</A>
            </Banner>
        }
        .into_any(),
        Folder::None | Folder::Unsupported if is_due.get() => view! {
            <Banner kind=BannerKind::Info>
                <p>{move || words::reminder(lang(), unbacked().changes)}</p>
                <Button label=words::NOW on_press=super::save/>
                <Button label=words::LATER on_press=|| note(Unbacked::put_off)/>
            </Banner>
        }
        .into_any(),
        // Before the folder is known nobody is reminded in vain.
        Folder::Unknown | Folder::Open(_) | Folder::None | Folder::Unsupported => ().into_any(),
    };
    view! { <div class="backup-notice">{notice}</div> }.into_any()
}
