//! Language, colours and size of this computer.

use crate::i18n::{Lang, settings as words, shell};
use crate::ui::lang::t;
use crate::ui::state::prefs::{self, Size, Theme};
use crate::ui::widgets::{Choice, Segmented};
use leptos::prelude::*;

/// The section.
#[component]
pub(super) fn Appearance() -> impl IntoView {
    let themes = [
        (Theme::Auto, "auto", shell::THEME_AUTO),
        (Theme::Light, "light", shell::THEME_LIGHT),
        (Theme::Dark, "dark", shell::THEME_DARK),
    ];
    let sizes =
        [(Size::Normal, "normal", shell::SIZE_NORMAL), (Size::Projector, "projector", shell::SIZE_PROJECTOR)];
    let language = RwSignal::new(String::new());
    let theme = RwSignal::new(String::new());
    let size = RwSignal::new(String::new());
    // The top bar changes the same things.
    Effect::new(move || {
        let word = |found: Option<&'static str>| found.unwrap_or_default().to_owned();
        language.set(prefs::language().get().tag().to_owned());
        theme.set(word(themes.iter().find(|(theme, ..)| *theme == prefs::theme().get()).map(|t| t.1)));
        size.set(word(sizes.iter().find(|(size, ..)| *size == prefs::size().get()).map(|s| s.1)));
    });
    let languages = Lang::ALL.iter().map(|l| Choice::new(l.tag(), l.own_name())).collect::<Vec<_>>();
    let theme_choices = themes.iter().map(|&(_, word, text)| Choice::new(word, text)).collect::<Vec<_>>();
    let size_choices = sizes.iter().map(|&(_, word, text)| Choice::new(word, text)).collect::<Vec<_>>();
    let set_language = |tag: String| {
        if let Some(l) = Lang::ALL.into_iter().find(|l| l.tag() == tag) {
            prefs::set_language(l);
        }
    };
    let set_theme = move |chosen: String| {
        if let Some((theme, ..)) = themes.iter().find(|(_, word, _)| *word == chosen) {
            prefs::set_theme(*theme);
        }
    };
    let set_size = move |chosen: String| {
        if let Some((size, ..)) = sizes.iter().find(|(_, word, _)| *word == chosen) {
            prefs::set_size(*size);
        }
    };
    view! {
        <p class="help">{move || t(words::APPEARANCE_TEXT)}</p>
        <dl class="choices">
            <dt>{move || t(shell::LANGUAGE)}</dt>
            <dd>
                <Segmented label=shell::LANGUAGE value=language options=Signal::stored(languages) on_change=set_language/>
            </dd>
            <dt>{move || t(shell::THEME)}</dt>
            <dd><Segmented label=shell::THEME value=theme options=Signal::stored(theme_choices) on_change=set_theme/></dd>
            <dt>{move || t(shell::SIZE)}</dt>
            <dd><Segmented label=shell::SIZE value=size options=Signal::stored(size_choices) on_change=set_size/></dd>
        </dl>
    }
    .into_any()
}
