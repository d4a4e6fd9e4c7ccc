//! Something the user should know while it lasts.

use super::{Glyph, Icon};
use leptos::prelude::*;

/// How much a banner matters.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum BannerKind {
    /// Good to know.
    #[default]
    Info,
    /// Something will go wrong if nothing is done.
    Warning,
    /// Something went wrong.
    Error,
}

/// A strip across the page that stays until its cause is gone. What happened once is a toast.
///
/// ```ignore
/// <Banner kind=BannerKind::Error><p>{move || t(errors::STORAGE_FULL)}</p><Button …/></Banner>
/// ```
#[component]
pub fn Banner(
    /// How much it matters.
    #[prop(optional)]
    kind: BannerKind,
    /// What is the matter, and the button that helps.
    children: Children,
) -> impl IntoView {
    let (word, glyph, role) = match kind {
        BannerKind::Info => ("info", Glyph::Info, "status"),
        BannerKind::Warning => ("warning", Glyph::Warning, "status"),
        BannerKind::Error => ("error", Glyph::Warning, "alert"),
    };
    view! { <div class="banner" role=role data-kind=word><Icon glyph/>{children()}</div> }.into_any()
}
