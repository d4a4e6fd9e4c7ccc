//! The first step: a file or pasted cells.

use super::past::PastImports;
use super::work;
use crate::i18n::import as words;
use crate::ui::card_files;
use crate::ui::heard::heard;
use crate::ui::lang::t;
use crate::ui::widgets::{DropZone, Field, LoadedFile, TextArea};
use crate::web::files;
use leptos::ev;
use leptos::prelude::*;
use web_sys::ClipboardEvent;

/// The step.
#[component]
pub fn SourceStep() -> impl IntoView {
    let draft = RwSignal::new(String::new());
    let take = move |files: Vec<LoadedFile>| {
        // Business cards belong to the companies.
        if files.iter().all(card_files::is_cards) {
            card_files::bring(files);
        } else if let Some(file) = files.into_iter().next() {
            work::open_file(file.name, file.bytes);
        }
    };
    let pasted = move |event: ClipboardEvent| {
        let paste = files::pasted(&event);
        // Cells copied from a spreadsheet keep their merged headings only as HTML.
        let table = paste.html.filter(|html| html.contains("<table") || html.contains("<TABLE"));
        let text = table.unwrap_or(paste.text);
        if !text.trim().is_empty() {
            event.prevent_default();
            work::open_pasted(text);
        }
    };
    let typed = move |text: String| {
        if !text.trim().is_empty() {
            work::open_pasted(text);
        }
    };
    view! {
        <div class="import-source" on:paste=heard(ev::paste, pasted)>
            <p class="quiet">{move || t(words::INTRO)}</p>
            <DropZone label=words::DROP accept=".xlsx,.xls,.csv,.tsv,.txt,.htm,.html,.vcf" on_files=take/>
            <Field label=words::PASTE help=words::PASTE_HELP>
                <TextArea value=draft rows=4 on_commit=typed/>
            </Field>
            <PastImports/>
        </div>
    }
    .into_any()
}
