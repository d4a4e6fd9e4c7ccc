//! What is typed in a form and not saved: kept as a note of this laptop while it is typed, so that it outlives a
//! lock, a reload and a crash. It is encrypted if the pipeline is, and goes when the form is saved or given up.

use crate::i18n::project as words;
use crate::store::persist::Workspace;
use crate::ui::lang::t;
use crate::ui::session;
use crate::ui::startup;
use crate::ui::widgets::{Button, ButtonKind};
use crate::web::notes;
use leptos::prelude::*;
use std::collections::BTreeMap;

/// The texts of a form by the name of their field.
pub type Texts = BTreeMap<String, String>;

/// Where the texts of one form lie.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    workspace: Workspace,
    name: String,
}

impl Note {
    /// That of the form called so; the name without a full stop. `None` where nothing can be written.
    pub fn of(form: &str) -> Option<Self> {
        let workspace = startup::opened()?.workspace();
        session::is_now().then(|| Self { workspace, name: format!("typed-{form}") })
    }

    /// What was typed; nothing where it cannot be read.
    pub fn texts(&self) -> Texts {
        serde_json::from_str(&notes::load(self.workspace, &self.name)).unwrap_or_default()
    }

    /// Keeps what is typed; forgets it if that is nothing.
    pub fn keep(&self, texts: &Texts) {
        // Not when another workspace was opened under the form.
        if startup::opened().is_none_or(|open| open.workspace() != self.workspace) {
            return;
        }
        if texts.is_empty() {
            notes::remove(self.workspace, &self.name);
        } else if let Ok(text) = serde_json::to_string(texts) {
            notes::save(self.workspace, &self.name, &text);
        }
    }

    /// Forgets what was typed: it was saved or given up.
    pub fn forget(&self) {
        self.keep(&Texts::new());
    }
}

/// Fills a form with what was typed before and not saved, and keeps what is typed from now on. `blank` is what the
/// form says when nothing is typed, `read` what it says now, followed. Whether something was there.
pub fn keep(
    note: Option<Note>,
    blank: Texts,
    read: impl Fn() -> Texts + 'static,
    fill: impl FnOnce(&Texts),
) -> bool {
    let Some(note) = note else { return false };
    let kept = note.texts();
    if !kept.is_empty() {
        fill(&kept);
    }
    Effect::new(move |last: Option<Texts>| {
        let now = read();
        // Nothing is written before something is typed.
        if last.is_some_and(|last| last != now) {
            note.keep(if now == blank { const { &Texts::new() } } else { &now });
        }
        now
    });
    !kept.is_empty()
}

/// The texts of some fields.
pub fn texts(fields: &[(&str, RwSignal<String>)]) -> Texts {
    fields.iter().map(|(name, field)| ((*name).to_owned(), field.get())).collect()
}

/// Fills some fields.
pub fn fill(fields: &[(&str, RwSignal<String>)], texts: &Texts) {
    for (name, field) in fields {
        if let Some(text) = texts.get(*name) {
            field.set(text.clone());
        }
    }
}

/// Keeps a form of texts that is opened and closed, and fills it with what was typed before. The note, to be forgotten
/// when the form is closed.
pub fn keep_fields(form: &str, fields: Vec<(&'static str, RwSignal<String>)>) -> Option<Note> {
    let note = Note::of(form);
    let blank = untrack(|| texts(&fields));
    let all = fields.clone();
    keep(note.clone(), blank, move || texts(&fields), |kept| fill(&all, kept));
    note
}

/// Says that a form goes on from what was not saved, with the way to give that up.
#[component]
pub fn GoesOn(
    /// Whether it does.
    shown: RwSignal<bool>,
    /// Gives it up.
    #[prop(into)]
    on_discard: Callback<()>,
) -> impl IntoView {
    let discard = move || {
        shown.set(false);
        on_discard.run(());
    };
    move || {
        shown.get().then(|| {
            view! {
                <p class="goes-on" role="status">
                    {move || t(words::GOES_ON)} " "
                    <Button label=words::DROP_IT kind=ButtonKind::Quiet on_press=discard/>
                </p>
            }
        })
    }
}
