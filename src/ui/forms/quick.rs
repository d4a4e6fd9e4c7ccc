//! One line from anywhere: choose a project, write what happened and what comes next, Enter.

use crate::domain::{Kind, RecordId};
use crate::i18n::quick as words;
use crate::ui::forms::project::{Composer, is_live};
use crate::ui::forms::records::{name_of, record_choices};
use crate::ui::lang::t;
use crate::ui::routes::{Route, location};
use crate::ui::session;
use crate::ui::shortcuts;
use crate::ui::state::page_lived;
use crate::ui::widgets::{Combo, Dialog, Field};
use leptos::prelude::*;

thread_local! {
    static OPEN: RwSignal<bool> = page_lived(|| RwSignal::new(false));
}

/// Opens the dialog; not while a past day is looked at.
pub fn open() {
    let can_write = session::is_now() && session::read(|_| ()).is_some();
    OPEN.with(|open| open.set(can_write));
}

/// The dialog, and its key. Stands once on every page.
#[component]
pub fn QuickFollowUp() -> impl IntoView {
    let open = OPEN.with(|open| *open);
    shortcuts::register("f", words::FOLLOW_UP, self::open);
    let chosen = RwSignal::new(String::new());
    // The project that is looked at is meant, until another is chosen.
    Effect::new(move || {
        if open.get() {
            chosen.set(at_hand().map(|id| id.to_string()).unwrap_or_default());
        }
    });
    let project = Memo::new(move |_| chosen.read().parse::<RecordId>().ok());
    let body = move || {
        let search = |typed: String| record_choices(Kind::Project, &typed);
        let shown = Signal::derive(move || name_of(&chosen.read()));
        let composer = move || match project.get() {
            Some(id) => {
                let done = move || open.set(false);
                view! { <Composer id alone=true on_saved=Callback::new(move |()| done())/> }.into_any()
            }
            None => view! { <p class="quiet">{t(words::CHOOSE_FIRST)}</p> }.into_any(),
        };
        view! {
            <div class="quick">
                <Field label=words::PROJECT>
                    <Combo value=chosen search=search shown placeholder=words::PROJECT_HINT/>
                </Field>
                {composer}
            </div>
        }
    };
    view! { <Dialog open title=words::FOLLOW_UP>{body()}</Dialog> }.into_any()
}

/// The project that the page is about, or that is open beside it.
fn at_hand() -> Option<RecordId> {
    let here = untrack(location);
    let beside = here.query.get("open").and_then(|id| id.parse::<RecordId>().ok());
    let id = match here.route {
        Route::Project(id) => Some(id),
        _ => beside.filter(|id| id.kind == Kind::Project),
    };
    id.filter(|&id| untrack(|| is_live(id)))
}
