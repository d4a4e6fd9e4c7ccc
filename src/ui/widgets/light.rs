//! The warning lights: the only place of red, yellow and green.

use crate::i18n::{Text, widgets};
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
    let (word, name) = drawn(level);
    match words {
        Some(words) => {
            view! { <span class="light" data-level=word><span>{move || words.get()}</span></span> }.into_any()
        }
        None => view! {
            <span class="light" data-level=word title=move || t(name)>
                <span class="visually-hidden">{move || t(name)}</span>
            </span>
        }
        .into_any(),
    }
}

/// A light whose words stay as they are, as in the rows of a table that are made anew in another language.
pub fn lit(level: Level, words: String) -> AnyView {
    view! { <span class="light" data-level=drawn(level).0><span>{words}</span></span> }.into_any()
}

/// The word by which the style sheet draws its shape, and its name.
const fn drawn(level: Level) -> (&'static str, Text) {
    match level {
        Level::Red => ("red", widgets::LIGHT_RED),
        Level::Yellow => ("yellow", widgets::LIGHT_YELLOW),
        Level::Green => ("green", widgets::LIGHT_GREEN),
    }
}
