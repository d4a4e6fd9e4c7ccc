//! A place to drop files on.

use super::{Button, Glyph, Icon};
use crate::i18n::widgets;
use crate::ui::heard::heard;
use crate::ui::lang::{lang, t};
use crate::web::files::{self, LoadedFile};
use leptos::ev;
use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;
use web_sys::{DragEvent, File};

/// Takes files by dropping or choosing, and hands them over whole. What cannot be read is said here.
///
/// ```ignore
/// let read = move |files: Vec<LoadedFile>| start(files);
/// <DropZone label=import::DROP accept=".xlsx,.xls,.csv" on_files=read/>
/// ```
#[component]
pub fn DropZone(
    /// What kind of file belongs here.
    #[prop(into)]
    label: Signal<String>,
    /// File endings for the picker: `.xlsx,.xls,.csv`.
    #[prop(optional)]
    accept: &'static str,
    /// Whether several files may come at once.
    #[prop(optional)]
    multiple: bool,
    /// The files, in the order given, as soon as all are read. Never empty.
    #[prop(into)]
    on_files: Callback<Vec<LoadedFile>>,
) -> impl IntoView {
    let busy = RwSignal::new(false);
    let failed = RwSignal::new(Vec::<String>::new());
    let take = move |list: Vec<File>| {
        busy.set(true);
        failed.set(Vec::new());
        spawn_local(async move {
            let (mut read, mut unread) = (Vec::new(), Vec::new());
            for file in list {
                match files::read(file).await {
                    Ok(file) => read.push(file),
                    Err(name) => unread.push(name),
                }
            }
            busy.try_set(false);
            failed.try_set(unread);
            if !read.is_empty() {
                on_files.try_run(read);
            }
        });
    };
    let problem = move || {
        let names = failed.get();
        if names.is_empty() { String::new() } else { widgets::files_unreadable(lang(), &names) }
    };
    view! { <FileDrop label accept multiple busy problem=Signal::derive(problem) on_files=take/> }.into_any()
}

/// The same for files that are not to be read whole, or not at once.
#[component]
pub fn FileDrop(
    /// What kind of file belongs here.
    #[prop(into)]
    label: Signal<String>,
    /// File endings for the picker.
    #[prop(optional)]
    accept: &'static str,
    /// Whether several files may come at once.
    #[prop(optional)]
    multiple: bool,
    /// Whether files are being taken in: others are not taken meanwhile.
    #[prop(into)]
    busy: Signal<bool>,
    /// What stands against what was given.
    #[prop(into)]
    problem: Signal<String>,
    /// The files, in the order given. Never empty.
    #[prop(into)]
    on_files: Callback<Vec<File>>,
) -> impl IntoView {
    let picker: NodeRef<html::Input> = NodeRef::new();
    let over = RwSignal::new(false);
    let take = move |list: Vec<File>| {
        let list: Vec<File> = list.into_iter().take(if multiple { usize::MAX } else { 1 }).collect();
        if !list.is_empty() && busy.try_get_untracked() == Some(false) {
            on_files.try_run(list);
        }
    };
    let on_drop = move |event: DragEvent| {
        event.prevent_default();
        over.try_set(false);
        take(files::list(event.data_transfer().and_then(|data| data.files())));
    };
    let on_over = move |event: DragEvent| {
        if files::holds_files(event.data_transfer()) {
            event.prevent_default();
            over.try_set(true);
        }
    };
    let choose = move || {
        if let Some(Some(picker)) = picker.try_get_untracked() {
            picker.click();
        }
    };
    let chosen = move |_| {
        if let Some(Some(picker)) = picker.try_get_untracked() {
            take(files::list(picker.files()));
            // The same file may be chosen again.
            picker.set_value("");
        }
    };
    view! {
        <div
            class="drop-zone"
            data-over=move || over.get().then_some("true")
            on:dragover=heard(ev::dragover, on_over)
            on:dragleave=heard(ev::dragleave, move |_| { over.try_set(false); })
            on:drop=heard(ev::drop, on_drop)
        >
            <Icon glyph=Glyph::Upload/>
            <p>{label}</p>
            <p class="choose">
                <span class="quiet">{move || t(widgets::DROP_HERE)}</span>
                <Button
                    label=if multiple { widgets::CHOOSE_FILES } else { widgets::CHOOSE_FILE }
                    busy
                    on_press=choose
                />
            </p>
            <p class="error" role="alert">{problem}</p>
            <input
                type="file"
                hidden=true
                accept=accept
                multiple=multiple
                node_ref=picker
                on:change=heard(ev::change, chosen)
            />
        </div>
    }
    .into_any()
}
