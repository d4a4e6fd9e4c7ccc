//! Settings: sections beside each other, one shown at a time.

mod add;
mod appearance;
mod attachments;
mod backup;
mod counting_year;
mod identity;
mod kept;
mod lists;
mod office;
mod people;
mod rates;
mod records;
mod row_menu;
mod stale;
mod storage;
mod units;
mod wipe;

use crate::i18n::{Text, settings as words, shell};
use crate::ui::lang::t;
use crate::ui::routes::{A, Route, Section};
use crate::ui::shell::Page;
use leptos::prelude::*;

/// The page.
#[component]
pub fn SettingsPage(
    /// What is shown.
    section: Section,
) -> impl IntoView {
    let entry = |section: Section| {
        view! { <li><A to=Route::Settings(section)>{move || t(name(section))}</A></li> }
    };
    let content = match section {
        Section::Office => view! { <office::Office/> }.into_any(),
        Section::Units => view! { <units::Units/> }.into_any(),
        Section::People => view! { <people::People/> }.into_any(),
        Section::Lists => view! { <lists::Lists/> }.into_any(),
        Section::Appearance => view! { <appearance::Appearance/> }.into_any(),
        Section::Storage => view! { <storage::Storage/> }.into_any(),
    };
    view! {
        <Page title=shell::SETTINGS>
            <div class="settings">
                <nav aria-label=move || t(words::SECTIONS)>
                    <ul>{Section::ALL.into_iter().map(entry).collect_view()}</ul>
                </nav>
                <div class="section">
                    <h2>{move || t(name(section))}</h2>
                    {content}
                </div>
            </div>
        </Page>
    }
    .into_any()
}

const fn name(section: Section) -> Text {
    match section {
        Section::Office => words::OFFICE,
        Section::Units => words::UNITS,
        Section::People => words::PEOPLE,
        Section::Lists => words::LISTS,
        Section::Appearance => words::APPEARANCE,
        Section::Storage => words::STORAGE,
    }
}
