//! 查重: projects that may be the same, side by side, each pair a choice.

mod pair;
mod sides;

use crate::i18n::{duplicates as words, shell};
use crate::rules::duplicates::{Level, Pair, find_all};
use crate::ui::lang::{lang, t};
use crate::ui::session;
use crate::ui::shell::{Page, ProjectsSwitch};
use crate::ui::widgets::EmptyState;
use leptos::prelude::*;
use pair::PairCard;

/// The most pairs shown at once; as they are decided, others come.
const SHOWN: usize = 50;

/// The page.
#[component]
pub fn DuplicatesPage() -> impl IntoView {
    let pairs = Memo::new(|_| {
        let found = session::watch(|store| find_all(store.state())).unwrap_or_default();
        found.into_iter().filter(|pair| !pair.settled).collect::<Vec<Pair>>()
    });
    let of = move |hints: bool| {
        let wanted = move |pair: &&Pair| (pair.likeness.level == Level::Hint) == hints;
        Memo::new(move |_| pairs.read().iter().filter(wanted).cloned().collect::<Vec<_>>())
    };
    let (likely, hints) = (of(false), of(true));
    let lead = move || {
        view! { <ProjectsSwitch/> <span role="status">{move || words::pairs(lang(), likely.read().len())}</span> }
    };
    let list = move |pairs: Memo<Vec<Pair>>| {
        let shown = move || pairs.get().into_iter().take(SHOWN).collect::<Vec<_>>();
        view! { <For each=shown key=|pair| (pair.first, pair.second) children=|pair| view! { <PairCard pair/> }/> }
    };
    let none = move || {
        pairs.read().is_empty().then(|| view! { <EmptyState title=words::NONE text=words::NONE_TEXT/> })
    };
    let intro = move || (!likely.read().is_empty()).then(|| view! { <p class="help">{t(words::LEAD)}</p> });
    let opened = RwSignal::new(false);
    let rest = move || {
        let n = hints.read().len();
        (n > 0).then(|| {
            view! {
                <details on:toggle=crate::ui::heard::heard(leptos::ev::toggle, move |_| opened.set(true))>
                    <summary>{move || t(words::HINTS)} " " <span class="count">{n}</span></summary>
                    {move || opened.get().then(|| list(hints))}
                </details>
            }
        })
    };
    view! {
        <Page title=shell::DUPLICATES lead>
            <div class="duplicates">
                {none}
                {intro}
                {list(likely)}
                {rest}
            </div>
        </Page>
    }
    .into_any()
}
