//! What was typed in a cell and never left it: kept while it is typed, and offered the next time.

use crate::domain::{Field, RecordId};
use crate::i18n::project as words;
use crate::ledger::CellKey;
use crate::ui::forms::unsaved::{Note, Texts};
use crate::ui::lang::t;
use crate::ui::widgets::{Button, ButtonKind};
use leptos::prelude::*;

/// The one text of the note.
const TEXT: &str = "text";

fn note_of(id: RecordId, field: Field) -> Option<Note> {
    let word = field.def(id.kind)?.word;
    Note::of(&format!("{id}-{word}"))
}

/// Whether something was typed in a field and not stored.
pub fn is_kept(id: RecordId, field: Field) -> bool {
    note_of(id, field).is_some_and(|note| !note.texts().is_empty())
}

/// Keeps what is typed for as long as it is not what is stored. What was kept before is offered and not put in the
/// field: meanwhile another value may have been stored there.
#[component]
pub fn Offer(
    id: RecordId,
    key: CellKey,
    /// What stands in the field.
    value: RwSignal<String>,
    /// What is stored.
    stored: Memo<String>,
    /// Stores a text.
    on_commit: Callback<String>,
) -> impl IntoView {
    let note = StoredValue::new(note_of(id, key.field));
    let forget = move || note.with_value(|note| note.iter().for_each(Note::forget));
    let kept = note.with_value(|note| note.as_ref().and_then(|note| note.texts().remove(TEXT)));
    let offered = RwSignal::new(kept.filter(|kept| *kept != *stored.read_untracked()));
    Effect::new(move |was_typed: Option<bool>| {
        let typed = value.get();
        let is_typed = typed != *stored.read();
        if is_typed {
            let texts = Texts::from([(TEXT.to_owned(), typed)]);
            note.with_value(|note| note.iter().for_each(|note| note.keep(&texts)));
        } else if was_typed == Some(true) {
            forget();
        }
        is_typed
    });
    let done = move || {
        offered.set(None);
        forget();
    };
    let store = move || {
        if let Some(text) = offered.get_untracked() {
            done();
            // As if it were typed, so that what cannot be read stays to be put right.
            value.set(text.clone());
            on_commit.run(text);
        }
    };
    move || {
        offered.get().map(|text| {
            view! {
                <p class="goes-on" role="status">
                    {move || t(words::NOT_STORED)} <q>{text}</q> " "
                    <span>
                        <Button label=words::STORE_IT kind=ButtonKind::Quiet on_press=store/>
                        <Button label=words::DROP_IT kind=ButtonKind::Quiet on_press=done/>
                    </span>
                </p>
            }
        })
    }
}
