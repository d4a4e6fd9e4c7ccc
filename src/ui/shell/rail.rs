//! The rail of places; on a phone, the bar at the bottom.

use crate::i18n::{Text, shell, work};
use crate::ui::lang::t;
use crate::ui::routes::{Location, Place, route};
use crate::ui::shortcuts;
use crate::ui::widgets::{Glyph, Icon};
use leptos::prelude::*;

/// The places that exist, as links; the current page's place is marked.
#[component]
pub(super) fn Rail() -> impl IntoView {
    let link = |place: Place| {
        let (glyph, words, keys) = look(place);
        let to = Location::from(place.route());
        let target = to.clone();
        shortcuts::register(keys, words, move || crate::ui::routes::navigate(target.clone()));
        view! {
            <li>
                <a href=to.href() aria-current=move || (route().place() == Some(place)).then_some("page")>
                    <Icon glyph/>
                    <span>{move || t(words)}</span>
                </a>
            </li>
        }
    };
    view! {
        <nav class="rail" aria-label=move || t(shell::PLACES)>
            <b aria-hidden="true">{shell::SEAL}</b>
            <ul>{Place::ALL.map(link).collect_view()}</ul>
        </nav>
    }
    .into_any()
}

const fn look(place: Place) -> (Glyph, Text, &'static str) {
    match place {
        Place::Today => (Glyph::Today, shell::TODAY, "g t"),
        Place::Projects => (Glyph::Board, shell::PROJECTS, "g p"),
        Place::Companies => (Glyph::Company, shell::COMPANIES, "g c"),
        Place::Actions => (Glyph::Flag, work::ACTIONS, "g a"),
        Place::Supervision => (Glyph::Warning, work::SUPERVISION, "g v"),
        Place::Assessment => (Glyph::Target, work::ASSESSMENT, "g m"),
        Place::Exchange => (Glyph::Exchange, shell::EXCHANGE, "g e"),
        Place::Settings => (Glyph::Settings, shell::SETTINGS, "g s"),
    }
}
