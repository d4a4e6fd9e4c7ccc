//! All widgets in all states, to judge the look by. Debug builds only, at `#/gallery`.

mod data;
mod floating;
mod inputs;
mod text;

use crate::i18n::shell;
use crate::ui::shell::Page;
use leptos::prelude::*;

/// The gallery.
#[component]
pub fn Gallery() -> impl IntoView {
    let panel = RwSignal::new(false);
    view! {
        <Page
            title=shell::GALLERY
            lead=|| view! { <span>"36 个 · 128.4 亿元"</span> }
            actions=move || view! { <floating::HeadActions panel/> }
            aside=move || floating::panel(panel)
        >
            <div class="gallery">
                <text::TextSamples/>
                <inputs::InputSamples/>
                <data::DataSamples/>
                <floating::FloatingSamples/>
            </div>
        </Page>
    }
    .into_any()
}
