//! All widgets in all states, to judge the look by. Debug builds only, at `#/gallery`.

use crate::i18n::shell;
use crate::ui::shell::Page;
use leptos::prelude::*;

/// The gallery.
#[component]
pub fn Gallery() -> impl IntoView {
    view! { <Page title=shell::GALLERY>{()}</Page> }.into_any()
}
