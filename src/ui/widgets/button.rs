//! Buttons.

use super::{Glyph, Icon};
use crate::ui::heard::heard;
use leptos::ev;
use leptos::prelude::*;

/// How much weight a button has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ButtonKind {
    /// One of several actions.
    #[default]
    Plain,
    /// The one action a page or dialog is for; at most one in sight.
    Primary,
    /// An action beside content; without a frame until pointed at.
    Quiet,
    /// Throws something away.
    Danger,
}

impl ButtonKind {
    pub(super) const fn word(self) -> Option<&'static str> {
        match self {
            ButtonKind::Plain => None,
            ButtonKind::Primary => Some("primary"),
            ButtonKind::Quiet => Some("quiet"),
            ButtonKind::Danger => Some("danger"),
        }
    }
}

/// A button with words.
///
/// ```ignore
/// <Button label=board::NEW kind=ButtonKind::Primary icon=Glyph::Plus on_press=move || open.set(true)/>
/// ```
#[component]
pub fn Button(
    /// A short verb.
    #[prop(into)]
    label: Signal<String>,
    /// Its weight.
    #[prop(optional)]
    kind: ButtonKind,
    /// A glyph before the words.
    #[prop(optional, into)]
    icon: Option<Glyph>,
    /// The action is under way: the button keeps the focus but cannot be pressed.
    #[prop(optional, into)]
    busy: Signal<bool>,
    /// The action is not possible now.
    #[prop(optional, into)]
    disabled: Signal<bool>,
    /// More words, shown on hover.
    #[prop(optional, into)]
    title: Option<Signal<String>>,
    /// Submits the form around it.
    #[prop(optional)]
    submit: bool,
    /// What it does.
    #[prop(optional, into)]
    on_press: Option<Callback<()>>,
) -> impl IntoView {
    let press = move |_| {
        if let (Some(on_press), Some(false)) = (on_press, busy.try_get_untracked()) {
            on_press.try_run(());
        }
    };
    view! {
        <button
            type=if submit { "submit" } else { "button" }
            data-kind=kind.word()
            disabled=move || disabled.get()
            aria-busy=move || busy.get().then_some("true")
            aria-disabled=move || busy.get().then_some("true")
            title=move || title.map(|title| title.get())
            on:click=heard(ev::click, press)
        >
            {icon.map(|glyph| view! { <Icon glyph/> })}
            <span>{label}</span>
        </button>
    }
    .into_any()
}

/// A button that shows a glyph alone. Its words are its name for screen readers and its tooltip.
///
/// ```ignore
/// <IconButton glyph=Glyph::Close label=widgets::CLOSE on_press=move || open.set(false)/>
/// ```
#[component]
pub fn IconButton(
    /// What to show.
    glyph: Glyph,
    /// What it does, in words.
    #[prop(into)]
    label: Signal<String>,
    /// The action is not possible now.
    #[prop(optional, into)]
    disabled: Signal<bool>,
    /// For a button that stays down: whether it is.
    #[prop(optional, into)]
    pressed: Option<Signal<bool>>,
    /// What it does.
    #[prop(into)]
    on_press: Callback<()>,
) -> impl IntoView {
    view! {
        <button
            type="button"
            class="icon-button"
            data-kind="quiet"
            aria-label=label
            title=label
            aria-pressed=move || pressed.map(|p| p.get().to_string())
            disabled=move || disabled.get()
            on:click=heard(ev::click, move |_| { on_press.try_run(()); })
        >
            <Icon glyph/>
        </button>
    }
    .into_any()
}
