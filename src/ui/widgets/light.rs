//! The warning lights: the only place of red, yellow and green.

use crate::i18n::widgets;
use crate::ui::lang::t;
use leptos::prelude::*;

/// A warning light. Each has its own shape besides its colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Level {
    /// Late: a filled square.
    Red,
    /// Due soon: a triangle.
    Yellow,
    /// In order: a ring.
    Green,
}

/// A light with its words.
///
/// ```ignore
/// <Light level=Level::Red words=move || today::days_late(lang(), 12)/>
/// ```
#[component]
pub fn Light(
    /// Which light.
    level: Level,
    /// Why it is lit; without it, the light's name is there for screen readers alone.
    #[prop(optional, into)]
    words: Option<Signal<String>>,
) -> impl IntoView {
    let (word, shape, name) = match level {
        Level::Red => ("red", "M2 2h8v8H2z", widgets::LIGHT_RED),
        Level::Yellow => ("yellow", "M6 1.5l5 9H1z", widgets::LIGHT_YELLOW),
        Level::Green => ("green", "M6 2.5a3.5 3.5 0 1 0 0 7a3.5 3.5 0 1 0 0-7", widgets::LIGHT_GREEN),
    };
    let hidden_name = words.is_none();
    let text = move || words.map_or_else(|| t(name).to_owned(), |words| words.get());
    view! {
        <span class="light" data-level=word title=move || hidden_name.then(|| t(name))>
            <svg viewBox="0 0 12 12" aria-hidden="true" focusable="false"><path d=shape/></svg>
            <span class:visually-hidden=hidden_name>{text}</span>
        </span>
    }
    .into_any()
}
