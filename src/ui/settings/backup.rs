//! Backups: by hand, by itself into a folder, and reminded of.

use crate::i18n::{backup as words, format};
use crate::rules::backups::Limit;
use crate::ui::backups::{self, Folder, folder, unbacked};
use crate::ui::lang::{lang, t};
use crate::ui::routes::{A, Route};
use crate::ui::widgets::{Button, ButtonKind, Choice, Glyph, Select};
use crate::web::clock;
use leptos::prelude::*;

/// The part of the section.
#[component]
pub(super) fn Backup() -> impl IntoView {
    let last = move || {
        let unbacked = unbacked();
        let moment = clock::local(unbacked.last).filter(|_| unbacked.last > 0);
        match moment {
            Some((day, hour, minute)) => {
                let since = words::unbacked(lang(), unbacked.changes);
                format!("{} {hour:02}:{minute:02} · {since}", format::date(day))
            }
            None => t(words::NEVER).to_owned(),
        }
    };
    view! {
        <h3>{move || t(words::BACKUP)}</h3>
        <p class="help">{move || t(words::BACKUP_TEXT)}</p>
        <dl class="facts backup">
            <dt>{move || t(words::LAST)}</dt>
            <dd>
                <span>{last}</span>
                <Button label=words::NOW icon=Glyph::Download on_press=backups::save/>
                <A to=Route::Exchange>{move || t(words::RESTORE)}</A>
            </dd>
            <dt>{move || t(words::AUTOMATIC)}</dt>
            <dd><Automatic/></dd>
            <dt>{move || t(words::REMIND)}</dt>
            <dd><Remind/></dd>
        </dl>
    }
    .into_any()
}

/// The folder, and what can be done with it.
#[component]
fn Automatic() -> impl IntoView {
    let pick = |label| view! { <Button label icon=Glyph::Open on_press=backups::pick/> };
    let stop = || view! { <Button label=words::STOP kind=ButtonKind::Quiet on_press=backups::stop/> };
    let body = move || match folder() {
        Folder::Unknown => ().into_any(),
        Folder::Unsupported => view! { <p class="help">{move || t(words::UNSUPPORTED)}</p> }.into_any(),
        Folder::None => view! {
            {pick(words::PICK)}
            <p class="help">{move || t(words::AUTOMATIC_TEXT)}</p>
        }
        .into_any(),
        Folder::Open(name) => view! {
            <span>{move || words::goes_to(lang(), &name)}</span>
            {pick(words::PICK_OTHER)}
            {stop()}
            <p class="help">{move || t(words::AUTOMATIC_TEXT)}</p>
        }
        .into_any(),
        Folder::Closed(name) => view! {
            <span>{move || words::closed(lang(), &name)}</span>
            <Button label=words::ALLOW on_press=backups::allow/>
            {pick(words::PICK_OTHER)}
            {stop()}
        }
        .into_any(),
        Folder::Failed(name) => view! {
            <span>{move || words::failed(lang(), &name)}</span>
            <Button label=words::RETRY on_press=backups::allow/>
            {pick(words::PICK_OTHER)}
            {stop()}
        }
        .into_any(),
    };
    view! { {body} }.into_any()
}

/// After how many changes to remind.
#[component]
fn Remind() -> impl IntoView {
    let value = RwSignal::new(String::new());
    Effect::new(move || value.set(unbacked().limit.0.to_string()));
    let options = Signal::derive(move || {
        let choice = |limit: Limit| Choice::new(limit.0.to_string(), words::limit(lang(), limit));
        Limit::CHOICES.map(choice).to_vec()
    });
    let choose = |chosen: String| {
        if let Ok(limit) = chosen.parse() {
            backups::note(|unbacked| unbacked.limit = Limit(limit));
        }
    };
    view! { <Select value options on_change=choose label=Signal::derive(|| t(words::REMIND).to_owned())/> }
        .into_any()
}
