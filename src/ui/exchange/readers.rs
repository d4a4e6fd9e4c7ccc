//! For whom a file is, what is left out of it, and what exactly leaves.

use crate::domain::Kind;
use crate::domain::field::Elements;
use crate::exchange::json::{Scope, records_of};
use crate::exchange::redact::{Reader, Redacted, Withheld, redact};
use crate::i18n::exchange::redact as words;
use crate::i18n::labels;
use crate::ui::lang::{lang, t};
use crate::ui::session;
use crate::ui::widgets::{Checkbox, Choice, Field, Select};
use leptos::prelude::*;
use std::collections::BTreeSet;

/// The choice of a reader and of what he is not shown.
#[derive(Clone, Copy)]
pub(super) struct Audience {
    reader: RwSignal<String>,
    boxes: [(Withheld, RwSignal<bool>); 5],
}

impl Audience {
    pub(super) fn new() -> Self {
        Self {
            reader: RwSignal::new(String::new()),
            boxes: Withheld::ALL.map(|class| (class, RwSignal::new(false))),
        }
    }

    /// The reader; `None` for a colleague, who gets everything.
    pub(super) fn reader(self) -> Option<Reader> {
        let chosen = self.reader.read();
        Reader::ALL.into_iter().find(|reader| word(*reader) == *chosen)
    }

    /// What is left out.
    pub(super) fn withheld(self) -> BTreeSet<Withheld> {
        self.boxes.iter().filter(|(_, on)| on.get()).map(|(class, _)| *class).collect()
    }

    fn choose(self) {
        let preset = untrack(|| self.reader()).map(Reader::withheld).unwrap_or_default();
        for (class, on) in self.boxes {
            on.set(preset.contains(&class));
        }
    }
}

/// The copy of what is in scope now.
pub(super) fn copy(scope: &Scope, withheld: &BTreeSet<Withheld>) -> Option<Redacted> {
    session::watch(|store| {
        let among = records_of(store.state(), scope);
        redact(store.state(), withheld, |id| among.as_ref().is_none_or(|among| among.contains(&id)))
    })
}

const fn word(reader: Reader) -> &'static str {
    match reader {
        Reader::Leaders => "leaders",
        Reader::City => "city",
        Reader::Visitor => "visitor",
    }
}

/// The choice.
#[component]
pub(super) fn ChooseReader(audience: Audience) -> impl IntoView {
    let options = Signal::derive(|| {
        let colleague = Choice::new("", words::COLLEAGUE);
        let readers = Reader::ALL.map(|reader| Choice::new(word(reader), words::reader(reader)));
        [colleague].into_iter().chain(readers).collect::<Vec<_>>()
    });
    let is_redacted = Memo::new(move |_| audience.reader().is_some());
    let boxes = move || {
        is_redacted.get().then(|| {
            let boxes = audience.boxes.map(|(class, on)| {
                view! { <Checkbox checked=on label=Signal::derive(move || t(words::withheld(class)).to_owned())/> }
            });
            view! {
                <fieldset class="withheld">
                    <legend>{move || t(words::WITHOUT)}</legend>
                    {boxes.collect_view()}
                </fieldset>
            }
        })
    };
    view! {
        <Field label=words::FOR>
            <Select value=audience.reader options on_change=move |_| audience.choose()/>
        </Field>
        {boxes}
    }
    .into_any()
}

/// What leaves and what stays, counted.
#[derive(Clone, Debug, Default, PartialEq)]
struct Told {
    leaving: Vec<(Kind, Vec<String>)>,
    staying: Vec<String>,
}

/// What exactly leaves with the copy, and what stays.
#[component]
pub(super) fn Leaving(
    audience: Audience,
    /// What the file is to hold.
    scope: Signal<Option<Scope>>,
) -> impl IntoView {
    let told = Memo::new(move |_| {
        let copy = copy(&scope.get()?, &audience.withheld())?;
        let l = lang();
        let mut told = Told::default();
        for ((kind, field), n) in copy.leaving {
            // How duplicates hang together, places in lists and the like are nobody's concern.
            let Some(label) = labels::field(kind, field) else { continue };
            let is_milestones = field.def(kind).is_some_and(|def| def.elements == Elements::Milestones);
            let line = words::values(&words::told(l, label, is_milestones), n);
            match told.leaving.last_mut().filter(|(last, _)| *last == kind) {
                Some((_, lines)) => lines.push(line),
                None => told.leaving.push((kind, vec![line])),
            }
        }
        let stays = copy.staying.into_iter();
        told.staying = stays.map(|(class, n)| words::values(words::withheld(class).get(l), n)).collect();
        Some(told)
    });
    let leaving = move || {
        let lines = told.get().map(|told| told.leaving).unwrap_or_default().into_iter();
        lines
            .map(|(kind, lines)| {
                view! {
                    <dt>{move || t(labels::kind(kind))}</dt>
                    <dd>{lines.join(" · ")}</dd>
                }
            })
            .collect_view()
    };
    let staying = move || told.get().map(|told| told.staying.join(" · ")).unwrap_or_default();
    view! {
        <details class="leaving" open>
            <summary>{move || t(words::LEAVES)}</summary>
            <dl class="facts">{leaving}</dl>
            <p data-staying=""><strong>{move || t(words::STAYS)}</strong> " " {staying}</p>
            <p class="help">{move || t(words::NEVER)}</p>
        </details>
    }
    .into_any()
}
