//! 今日: what one recruiter, or the whole office, should do next.

mod lists;
mod model;

use crate::i18n::{Lang, format, today as words};
use crate::ui::lang::{lang, t};
use crate::ui::routes::{A, Route};
use crate::ui::session;
use crate::ui::shell::Page;
use crate::ui::widgets::{Choice, EmptyState, Segmented};
use leptos::prelude::*;
use model::Scope;

/// What there is to show.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    /// I own no project, and asked for mine.
    NotMine,
    /// There is no project.
    Empty,
    Lists,
}

/// The page.
#[component]
pub fn TodayPage() -> impl IntoView {
    let asked = RwSignal::new(None);
    let shown = Memo::new(move |_| model::shown(asked.get()));
    // The switch says whose list is shown, whoever was asked for.
    let scope = RwSignal::new(shown.read_untracked().scope.word().to_owned());
    Effect::new(move || {
        scope.try_set(shown.read().scope.word().to_owned());
    });
    let ask = move |word: String| asked.set(Some(Scope::from_word(&word)));
    // What kind of page it is; the lists follow the day themselves.
    let kind = Memo::new(move |_| {
        let shown = shown.read();
        match shown.scope {
            Scope::Mine if shown.not_me => Kind::NotMine,
            _ if shown.day.projects == 0 => Kind::Empty,
            _ => Kind::Lists,
        }
    });
    let body = move || match kind.get() {
        Kind::NotMine => view! { <EmptyState title=words::NONE_MINE text=words::NONE_MINE_HINT/> }.into_any(),
        Kind::Empty => view! {
            <EmptyState title=words::NO_PROJECTS text=words::NO_PROJECTS_HINT>
                <A to=Route::Import>{move || t(words::IMPORT)}</A>
            </EmptyState>
        }
        .into_any(),
        Kind::Lists => lists::lists(shown),
    };
    let lead = move || {
        let choices = vec![
            Choice::new(Scope::Mine.word(), words::MINE),
            Choice::new(Scope::Everyone.word(), words::EVERYONE),
        ];
        view! {
            <span>{move || words::covers(lang(), shown.read().day.projects)}</span>
            <Segmented label=words::WHOSE options=choices value=scope on_change=ask/>
        }
    };
    view! {
        <Page title=move || heading(lang()) lead>
            <div class="today">
                <Show when=move || shown.with(|shown| shown.not_me && shown.scope == Scope::Everyone)>
                    <p class="quiet" role="note">{move || t(words::NOT_ME)}</p>
                </Show>
                {body}
            </div>
        </Page>
    }
    .into_any()
}

/// The day itself is the heading.
fn heading(l: Lang) -> String {
    format::day(l, session::today())
}
