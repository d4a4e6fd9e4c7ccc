//! Language, colours and size as signals, stored whenever the user changes one.

pub use crate::web::prefs::{Prefs, Size, Theme};

use super::page_lived;
use crate::i18n::Lang;
use crate::web::{page, prefs};
use leptos::prelude::*;

#[derive(Clone, Copy)]
struct Signals {
    lang: RwSignal<Lang>,
    theme: RwSignal<Theme>,
    size: RwSignal<Size>,
}

thread_local! {
    static SIGNALS: Signals = page_lived(|| {
        let stored = prefs::load();
        let lang = stored.lang.unwrap_or_else(|| Lang::for_browser(&page::browser_language()));
        Signals {
            lang: RwSignal::new(lang),
            theme: RwSignal::new(stored.theme),
            size: RwSignal::new(stored.size),
        }
    });
}

fn signals() -> Signals {
    SIGNALS.with(|signals| *signals)
}

/// The language of the interface.
pub fn language() -> ReadSignal<Lang> {
    signals().lang.read_only()
}

/// Light, dark, or as the system.
pub fn theme() -> ReadSignal<Theme> {
    signals().theme.read_only()
}

/// Normal or projector.
pub fn size() -> ReadSignal<Size> {
    signals().size.read_only()
}

/// Whether the page is shown on a projector, where nothing personal may stand (phone numbers,
/// names of private persons). Followed when read reactively.
pub fn on_projector() -> bool {
    size().get() == Size::Projector
}

/// Changes the language and remembers it.
pub fn set_language(lang: Lang) {
    signals().lang.set(lang);
    store(Some(lang));
}

/// Changes the colours and remembers it.
pub fn set_theme(theme: Theme) {
    signals().theme.set(theme);
    store(prefs::load().lang);
}

/// Changes the size and remembers it.
pub fn set_size(size: Size) {
    signals().size.set(size);
    store(prefs::load().lang);
}

/// Keeps the page's attributes in step with the preferences. Called once, by the application.
pub fn apply() {
    Effect::new(move || page::set_language(language().get()));
    Effect::new(move || page::set_appearance(theme().get(), size().get()));
}

fn store(lang: Option<Lang>) {
    let Signals { theme, size, .. } = signals();
    prefs::save(&Prefs { lang, theme: theme.get_untracked(), size: size.get_untracked() });
}
