//! 责任: who answers for which projects, how they stand, and for which projects nobody does.

mod export;
mod gaps;
mod lines;

use crate::domain::field::ProjectField as P;
use crate::i18n::{table as table_words, warnings as words};
use crate::ui::lang::t;
use crate::ui::records::WorkSwitch;
use crate::ui::routes::{Place, set_query, use_query};
use crate::ui::session;
use crate::ui::shell::Page;
use crate::ui::widgets::{Choice, EmptyState, Glyph, Menu, MenuItem, Segmented};
use crate::web::page;
use leptos::prelude::*;
use lines::By;

/// What the address calls what the projects are added up by.
const BY: &str = "by";
/// By unit; without it, by leader.
const UNIT: &str = "unit";

/// Adds the projects up by leader before anybody asks.
pub(super) fn prepare(_: usize) -> bool {
    session::prepare(By(P::Leader));
    false
}

/// The page.
#[component]
pub fn ResponsibilityPage() -> impl IntoView {
    let by = use_query(BY);
    let field = Memo::new(move |_| if *by.read() == UNIT { P::Unit } else { P::Leader });
    let value = RwSignal::new(by.get_untracked());
    Effect::new(move || {
        value.try_set(by.get());
    });
    let found = Memo::new(move |_| session::ask(By(field.get())));
    let options = || vec![Choice::new("", words::BY_LEADER), Choice::new(UNIT, words::BY_UNIT)];
    let lead = || view! { <WorkSwitch place=Place::Supervision/> };
    let items = move |()| {
        let save = move |form| move || export::save(field.get_untracked(), &found.read_untracked(), form);
        vec![
            MenuItem::new(table_words::EXPORT_XLSX, save(export::Form::Xlsx)).icon(Glyph::Download),
            MenuItem::new(table_words::EXPORT_CSV, save(export::Form::Csv)),
            MenuItem::heading(""),
            MenuItem::new(table_words::PRINT, page::print).icon(Glyph::Print),
        ]
    };
    let actions = move || {
        view! {
            <Menu label=table_words::EXPORT icon=Glyph::Download align_end=true items=Callback::new(items)/>
        }
    };
    let is_empty = Memo::new(move |_| found.with(|found| found.lines.is_empty()));
    let body = move || {
        if is_empty.get() {
            return view! { <EmptyState title=words::NO_PROJECTS text=words::NO_PROJECTS_TEXT/> }.into_any();
        }
        view! {
            <div class="responsibility">
                <Segmented
                    label=words::COUNTED_BY
                    value
                    options=Signal::derive(options)
                    on_change=move |word: String| set_query(BY, &word)
                />
                <lines::Lines field found/>
                <section aria-label=move || t(words::GAPS)>
                    <h2>{move || t(words::GAPS)}</h2>
                    <gaps::Gaps found/>
                </section>
            </div>
        }
        .into_any()
    };
    view! { <Page title=words::RESPONSIBILITY lead actions>{body}</Page> }.into_any()
}
