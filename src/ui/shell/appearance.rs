//! The menu of colours and size.

use crate::i18n::{Text, shell};
use crate::ui::state::prefs::{self, Size, Theme};
use crate::ui::widgets::{Glyph, Menu, MenuItem};
use leptos::prelude::*;

const THEMES: [(Theme, Text); 3] =
    [(Theme::Auto, shell::THEME_AUTO), (Theme::Light, shell::THEME_LIGHT), (Theme::Dark, shell::THEME_DARK)];
const SIZES: [(Size, Text); 2] =
    [(Size::Normal, shell::SIZE_NORMAL), (Size::Projector, shell::SIZE_PROJECTOR)];

/// Light or dark, normal or projector, and the list of shortcuts.
#[component]
pub(super) fn AppearanceMenu() -> impl IntoView {
    let items = move || {
        let theme = prefs::theme().get();
        let size = prefs::size().get();
        let themes = THEMES
            .map(|(this, words)| MenuItem::new(words, move || prefs::set_theme(this)).checked(this == theme));
        let sizes = SIZES
            .map(|(this, words)| MenuItem::new(words, move || prefs::set_size(this)).checked(this == size));
        let mut items = vec![MenuItem::heading(shell::THEME)];
        items.extend(themes);
        items.push(MenuItem::heading(shell::SIZE));
        items.extend(sizes);
        items.push(MenuItem::heading(""));
        items.push(MenuItem::new(shell::SHORTCUTS, super::help::show).keys("?"));
        items
    };
    view! { <Menu label=shell::APPEARANCE icon=Glyph::Appearance bare=true align_end=true items/> }.into_any()
}
