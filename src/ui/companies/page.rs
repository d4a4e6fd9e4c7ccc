//! The page of one company.

use super::contacts::Contacts;
use super::follow_ups::FollowUps;
use super::merge::MergeDialog;
use super::projects::Projects;
use crate::domain::field::CompanyField as C;
use crate::domain::{Field, Kind, RecordId};
use crate::i18n::{companies as words, shell, values};
use crate::ledger::{Action, Edit};
use crate::ui::forms::CellField;
use crate::ui::forms::project::history::History;
use crate::ui::lang::{lang, t};
use crate::ui::routes::{Route, replace};
use crate::ui::session;
use crate::ui::shell::Page;
use crate::ui::widgets::{EmptyState, Glyph, Menu, MenuItem};
use leptos::prelude::*;

/// The page.
#[component]
pub fn CompanyPage(
    /// Which one.
    id: RecordId,
) -> impl IntoView {
    let live = Memo::new(move |_| {
        session::watch(|store| store.state().record(id).is_some_and(|record| record.is_live()))
            .unwrap_or(false)
    });
    // The address of a company that was merged leads to the one that stands for it.
    Effect::new(move || {
        let stands = session::watch(|store| store.state().resolve(id)).unwrap_or(id);
        if stands != id && stands.kind == Kind::Company {
            replace(Route::Company(stands));
        }
    });
    let merging = RwSignal::new(false);
    let title = move || match live.get() {
        true => session::watch(|store| values::record_name(lang(), store.state(), id)).unwrap_or_default(),
        false => t(shell::COMPANY).to_owned(),
    };
    let items = move || {
        vec![
            MenuItem::new(words::MERGE, move || merging.set(true)).icon(Glyph::Merge),
            MenuItem::new(words::DELETE, move || {
                if session::run(Action::Delete, vec![Edit::delete(id)]) {
                    replace(Route::Companies);
                }
            })
            .icon(Glyph::Trash),
        ]
    };
    let actions = move || {
        let now = session::is_now();
        move || {
            (now && live.get())
                .then(|| view! { <Menu label=words::MORE icon=Glyph::More align_end=true items/> })
        }
    };
    let content = move || match live.get() {
        true => sheet(id),
        false => view! { <EmptyState title=words::GONE text=words::GONE_TEXT/> }.into_any(),
    };
    view! {
        <Page title=Signal::derive(title) actions>
            {content}
            <MergeDialog id open=merging/>
        </Page>
    }
    .into_any()
}

fn sheet(id: RecordId) -> AnyView {
    let own = Field::of(Kind::Company).filter(|(field, _)| C::from_field(*field).is_some());
    let facts = own.map(|(field, def)| view! { <CellField id field def/> }).collect_view();
    view! {
        <div class="company">
            <div>
                <section class="panel" aria-label=move || t(words::ITS_PROJECTS)><Projects id/></section>
                <section class="panel" aria-label=move || t(words::CONTACTS)><Contacts id/></section>
                <section class="panel" aria-label=move || t(words::FOLLOW_UPS)><FollowUps id/></section>
                <History id/>
            </div>
            <section class="panel facts" aria-label=move || t(words::FACTS)>
                <h2>{move || t(words::FACTS)}</h2>
                {facts}
            </section>
        </div>
    }
    .into_any()
}
