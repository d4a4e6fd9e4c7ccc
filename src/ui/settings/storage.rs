//! This computer: who uses it, what is stored, backup, erasing.

use super::attachments::Attachments;
use super::backup::Backup;
use super::identity::Who;
use super::kept;
use super::wipe::Wipe;
use crate::domain::Kind;
use crate::i18n::attachments::USED;
use crate::i18n::{format, labels, settings as words};
use crate::ui::lang::{lang, t};
use crate::ui::lock::Protection;
use crate::ui::session;
use crate::ui::startup;
use crate::ui::widgets::Button;
use crate::web::usage::{self, Usage};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The kinds whose number says how much there is.
const COUNTED: [Kind; 6] =
    [Kind::Project, Kind::FollowUp, Kind::Company, Kind::Contact, Kind::Unit, Kind::Person];

/// The section.
#[component]
pub(super) fn Storage() -> impl IntoView {
    view! {
        <Who/>
        <Backup/>
        <Protection/>
        <Used/>
        <kept::Lost/>
        <Wipe/>
    }
    .into_any()
}

/// What is stored, and whether it may be cleared.
#[component]
fn Used() -> impl IntoView {
    let usage = RwSignal::new(None::<Usage>);
    let measure = move || {
        spawn_local(async move {
            let found = usage::measure().await;
            usage.try_set(Some(found));
        });
    };
    measure();
    let ask = move || {
        spawn_local(async move {
            usage::persist().await;
            measure();
        });
    };
    let records = move || {
        let counts = session::watch(|store| COUNTED.map(|kind| (kind, store.state().live(kind).count())));
        let counts = counts.unwrap_or_else(|| COUNTED.map(|kind| (kind, 0)));
        counts.map(|(kind, n)| labels::n_of_kind(lang(), kind, n)).join(" · ")
    };
    // Measured again after every change.
    let stored = move || {
        session::watch(|_| ());
        startup::usage()
    };
    // Browsers keep two bytes for each UTF-16 unit.
    let size = |units: usize| format::file_size(u64::try_from(units).unwrap_or(u64::MAX).saturating_mul(2));
    let local = move || {
        stored().map(|u| words::stored(lang(), &size(u.segments + u.chunks), &size(u.other), &size(u.away)))
    };
    let site = move || usage.get().map(|u| words::used_of(lang(), u.used, u.quota));
    let promise = move || {
        let persisted = usage.get()?.persisted;
        let words = if persisted { words::PERSISTED } else { words::NOT_PERSISTED };
        let button = (!persisted).then(|| view! { <Button label=words::PERSIST on_press=ask/> });
        Some(view! { <span>{move || t(words)}</span> {button} })
    };
    view! {
        <h3>{move || t(words::USAGE)}</h3>
        <dl class="facts">
            <dt>{move || t(words::RECORDS)}</dt><dd>{records}</dd>
            <dt>{move || t(words::LOCAL)}</dt><dd>{local}</dd>
            <dt>{move || t(USED)}</dt><dd><Attachments/></dd>
            <dt>{move || t(words::SITE)}</dt><dd>{site}</dd>
            <dt>{move || t(words::kept::COPIES)}</dt><dd data-kept>{kept::places}</dd>
            <dt>{move || t(words::PERSISTENCE)}</dt><dd>{promise}</dd>
        </dl>
    }
}
