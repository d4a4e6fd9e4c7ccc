//! One line to note a follow-up: type, Enter. Method, day and next step are there when wanted.

use crate::domain::field::FollowUpField as W;
use crate::domain::lists::List;
use crate::domain::{Date, Kind, RecordId, Value};
use crate::i18n::{Text, format, labels, project as words};
use crate::ledger::{Action, Edit};
use crate::rules::form::split_date;
use crate::rules::me::me;
use crate::ui::forms::records::list_choices;
use crate::ui::forms::unsaved::{self, GoesOn, Note, Texts};
use crate::ui::heard::heard;
use crate::ui::lang::{lang, t};
use crate::ui::session;
use crate::ui::state::page_lived;
use crate::ui::widgets::{Button, ButtonKind, DateInput, Select, TextInput};
use leptos::ev;
use leptos::prelude::*;

thread_local! {
    /// The method chosen last in this session; empty before.
    static LAST_METHOD: RwSignal<String> = page_lived(|| RwSignal::new(String::new()));
}

/// What is being noted.
#[derive(Clone, Copy)]
struct Draft {
    content: RwSignal<String>,
    method: RwSignal<String>,
    on: RwSignal<String>,
    next: RwSignal<String>,
    next_on: RwSignal<String>,
    with_next: RwSignal<bool>,
}

impl Draft {
    fn new(project: RecordId) -> Self {
        let text = || RwSignal::new(String::new());
        let draft = Self {
            content: text(),
            method: text(),
            on: RwSignal::new(session::today().to_string()),
            next: text(),
            next_on: text(),
            with_next: RwSignal::new(false),
        };
        draft.method.set(usual_method(project));
        draft
    }

    fn fields(self) -> [(&'static str, RwSignal<String>); 5] {
        let Self { content, method, on, next, next_on, .. } = self;
        [("content", content), ("method", method), ("on", on), ("next", next), ("next-on", next_on)]
    }

    /// What is typed, to be kept; nothing while no words are.
    fn texts(self) -> Texts {
        let is_blank = self.content.read().trim().is_empty() && self.next.read().trim().is_empty();
        if is_blank { Texts::new() } else { unsaved::texts(&self.fields()) }
    }

    fn fill(self, texts: &Texts) {
        unsaved::fill(&self.fields(), texts);
        self.with_next
            .set(!self.next.read_untracked().is_empty() || !self.next_on.read_untracked().is_empty());
    }

    /// The next step and its day: the day chosen, or the one its words begin with.
    fn next_step(self) -> (String, Option<Date>) {
        let text = self.next.get();
        match Date::parse_iso(&self.next_on.read()) {
            Some(day) => (text.trim().to_owned(), Some(day)),
            None => match split_date(&text, session::today()) {
                Some((day, rest)) => (rest.to_owned(), Some(day)),
                None => (text.trim().to_owned(), None),
            },
        }
    }

    fn clear(self) {
        for text in [self.content, self.next, self.next_on] {
            text.set(String::new());
        }
        self.on.set(session::today().to_string());
        self.with_next.set(false);
    }

    /// Notes it down; whether that was possible.
    fn save(self, project: RecordId) -> bool {
        let content = self.content.get_untracked();
        let (next, next_on) = untrack(|| self.next_step());
        if content.trim().is_empty() && next.is_empty() {
            return false;
        }
        let id = session::new_id(Kind::FollowUp);
        let on = Date::parse_iso(&self.on.get_untracked()).unwrap_or_else(session::today);
        let author = session::read(|store| me(store.state(), store.node())).flatten();
        let method = self.method.get_untracked();
        let cells = [
            (W::Project, Value::Ref(project)),
            (W::On, Value::Date(on)),
            (W::Method, Value::text(&method)),
            (W::Content, Value::text(content.trim())),
            (W::NextStep, Value::text(&next)),
            (W::NextOn, next_on.map_or(Value::Empty, Value::Date)),
            (W::Person, author.map_or(Value::Empty, Value::Ref)),
        ];
        let edits = cells.into_iter().filter(|(_, value)| !value.is_empty());
        let edits = edits.map(|(field, value)| Edit::new(id, field, value)).collect();
        let is_noted = session::run(Action::FollowUp, edits);
        if is_noted {
            LAST_METHOD.with(|last| last.set(method));
            self.clear();
        }
        is_noted
    }
}

/// The method used last: in this session, else on this project, else the first of the list.
fn usual_method(project: RecordId) -> String {
    let last = LAST_METHOD.with(|last| last.get_untracked());
    if !last.is_empty() {
        return last;
    }
    let on_project = session::read(|store| {
        let latest = store.index().of(Kind::FollowUp, project).first()?;
        store.state().get(*latest, W::Method).as_text().map(str::to_owned)
    });
    let first =
        || untrack(|| list_choices(List::FollowUpMethod)).into_iter().next().map(|choice| choice.value);
    on_project.flatten().or_else(first).unwrap_or_default()
}

/// The composer.
#[component]
pub fn Composer(
    /// The project.
    id: RecordId,
    /// It is all that is asked: the focus is on it, and the next step is asked for from the start.
    #[prop(optional)]
    alone: bool,
    /// Called when it was noted.
    #[prop(optional, into)]
    on_saved: Option<Callback<()>>,
) -> impl IntoView {
    let draft = Draft::new(id);
    draft.with_next.set(alone);
    let note = StoredValue::new(Note::of(&format!("follow-up-{id}")));
    let kept =
        unsaved::keep(note.get_value(), Texts::new(), move || draft.texts(), |texts| draft.fill(texts));
    let goes_on = RwSignal::new(kept);
    // What is there from the start does not take the focus.
    let is_pressed = !draft.with_next.get_untracked();
    let forget = move || {
        goes_on.set(false);
        note.with_value(|note| note.iter().for_each(Note::forget));
    };
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if draft.save(id) {
            forget();
            if let Some(on_saved) = on_saved {
                on_saved.try_run(());
            }
        }
    };
    let discard = move || {
        draft.clear();
        forget();
    };
    let label = |field: W| labels::field(Kind::FollowUp, field.into()).unwrap_or(words::NOT_STATED);
    let methods = Signal::derive(|| list_choices(List::FollowUpMethod));
    view! {
        <form class="composer" on:submit=heard(ev::submit, submit)>
            <div class="line">
                <TextInput value=draft.content label=words::FOLLOW_UPS placeholder=words::COMPOSER_HINT autofocus=alone/>
                <Button label=words::NOTE_DOWN submit=true/>
            </div>
            <div class="chips">
                <Select value=draft.method options=methods label=label(W::Method)/>
                <DateInput value=draft.on label=label(W::On)/>
                {move || (!draft.with_next.get()).then(|| view! {
                    <Button label=words::ADD_NEXT kind=ButtonKind::Quiet on_press=move || draft.with_next.set(true)/>
                })}
            </div>
            {move || draft.with_next.get().then(|| next_step(draft, is_pressed))}
            <GoesOn shown=goes_on on_discard=discard/>
        </form>
    }
    .into_any()
}

/// The next step: its words, and its day by words, by a quick pick or from the calendar.
fn next_step(draft: Draft, takes_focus: bool) -> AnyView {
    let reading = move || {
        let (_, day) = draft.next_step();
        day.map(|day| format::day(lang(), day)).unwrap_or_default()
    };
    let today = session::today();
    let picks = [
        (words::TOMORROW, today.plus(1)),
        (words::IN_3_DAYS, today.plus(3)),
        (words::NEXT_MONDAY, today.monday().plus(7)),
        (words::IN_2_WEEKS, today.plus(14)),
    ];
    let pick = move |(label, day): (Text, Date)| {
        let chosen = move || (*draft.next_on.read() == day.to_string()).to_string();
        view! {
            <button type="button" class="pick" aria-pressed=chosen on:click=heard(ev::click, move |_| draft.next_on.set(day.to_string()))>
                {move || t(label)}
            </button>
        }
    };
    view! {
        <div class="next-step">
            <TextInput value=draft.next label=words::ADD_NEXT placeholder=words::NEXT_HINT autofocus=takes_focus/>
            <div class="picks" role="group" aria-label=move || t(words::WHEN)>
                {picks.map(pick).collect_view()}
                <DateInput value=draft.next_on label=words::WHEN/>
                <output>{reading}</output>
            </div>
        </div>
    }
    .into_any()
}
