//! Records that belong to a project, as a panel of its sheet: one line each with what can be done at once, edited in
//! place, and a line to add another.

use crate::domain::field::owner_field;
use crate::domain::{Field, Kind, RecordId, Value};
use crate::i18n::{Text, project as words};
use crate::ledger::{Action, Edit};
use crate::ui::forms::ask::{AskFields, Asked};
use crate::ui::lang::t;
use crate::ui::records::RecordForm;
use crate::ui::session;
use crate::ui::widgets::{Button, ButtonKind, Glyph, Menu, MenuItem};
use leptos::prelude::*;

/// The values that were given for a step.
pub type Given = Vec<(Field, Value)>;

/// Something that can be done with a record at once.
#[derive(Clone)]
pub struct Step {
    /// What it is called.
    pub label: Text,
    /// What is asked for; nothing, where one press is enough.
    pub asked: Vec<Asked>,
    /// It is rare: it stands in the menu.
    pub is_rare: bool,
    /// The edits of it; `None` where it cannot be done, and was said why.
    pub edits: fn(RecordId, Given) -> Option<Vec<Edit>>,
}

impl PartialEq for Step {
    fn eq(&self, other: &Self) -> bool {
        // What a step does follows from its name.
        (self.label, &self.asked, self.is_rare) == (other.label, &other.asked, other.is_rare)
    }
}

/// Takes the values as they were given.
pub fn as_given(id: RecordId, given: Given) -> Option<Vec<Edit>> {
    Some(given.into_iter().map(|(field, value)| Edit::new(id, field, value)).collect())
}

/// What a panel shows.
#[derive(Clone, Copy)]
pub struct Panel {
    /// The kind of record.
    pub kind: Kind,
    /// The word for its style.
    pub class: &'static str,
    /// Its heading.
    pub title: Text,
    /// What it says while there is none.
    pub none: Text,
    /// What the button says that adds one.
    pub add: Text,
    /// What is asked for to add one.
    pub asked: fn() -> Vec<Asked>,
    /// The records in the order of the panel.
    pub order: fn(&crate::store::Store, RecordId) -> Vec<RecordId>,
    /// One record in a line.
    pub line: fn(RecordId) -> AnyView,
    /// What can be done with it now.
    pub steps: fn(RecordId) -> Vec<Step>,
}

/// The panel of a project.
#[component]
pub fn Belonging(
    /// The project.
    id: RecordId,
    /// What is shown.
    panel: Panel,
    /// What stands above the records.
    #[prop(optional, into)]
    above: Option<ViewFn>,
) -> impl IntoView {
    let kind = panel.kind;
    let ids = Memo::new(move |_| session::watch(|store| (panel.order)(store, id)).unwrap_or_default());
    let adding = RwSignal::new(false);
    let add = move || {
        if !adding.get() {
            let press = move || adding.set(true);
            return view! {
                <Button label=panel.add kind=ButtonKind::Quiet icon=Glyph::Plus on_press=press/>
            }
            .into_any();
        }
        let done = move |given: Given| {
            let new = session::new_id(kind);
            let owner = owner_field(kind).map(|owner| Edit::new(new, owner, Value::Ref(id)));
            let mut edits: Vec<Edit> = session::read(|store| {
                let state = store.state();
                crate::rules::fresh::fresh(
                    state,
                    new,
                    crate::rules::me::me(state, store.node()),
                    session::today(),
                )
            })
            .unwrap_or_default();
            edits.extend(owner);
            edits.extend(as_given(new, given).unwrap_or_default());
            session::run(Action::Create, edits)
        };
        view! {
            <AskFields
                kind
                asked=(panel.asked)()
                label=words::NOTE_DOWN
                note=format!("{}-{id}", kind.word())
                on_done=done
                on_close=move || adding.set(false)
            />
        }
        .into_any()
    };
    let none = move || ids.read().is_empty().then(|| view! { <p class="quiet">{t(panel.none)}</p> });
    view! {
        <section class=format!("panel belonging {}", panel.class) aria-label=move || t(panel.title)>
            <h2>{move || t(panel.title)}</h2>
            {above.map(|above| above.run())}
            {none}
            <ul class="belongings">
                <For each=move || ids.get() key=|id| *id children=move |id| view! { <Line id panel/> }/>
            </ul>
            {session::is_now().then_some(add)}
        </section>
    }
    .into_any()
}

/// What can be done with a record, and the form of the step that is being taken.
#[derive(Clone, Copy)]
struct Steps {
    id: RecordId,
    kind: Kind,
    steps: Memo<Vec<Step>>,
    asking: RwSignal<Option<Text>>,
}

impl Steps {
    fn new(id: RecordId, panel: Panel) -> Self {
        let steps = Memo::new(move |_| (panel.steps)(id));
        Self { id, kind: panel.kind, steps, asking: RwSignal::new(None) }
    }

    fn take(self, step: &Step) {
        if !step.asked.is_empty() {
            return self.asking.set(Some(step.label));
        }
        if let Some(edits) = (step.edits)(self.id, Vec::new()) {
            session::run(Action::Edit, edits);
        }
    }

    /// The buttons of the steps that are often taken, or of all.
    fn buttons(self, all: bool) -> impl IntoView {
        let button = move |step: Step| {
            let label = step.label;
            view! { <Button label kind=ButtonKind::Quiet on_press=move || self.take(&step)/> }
        };
        move || {
            let shown = self.steps.get().into_iter().filter(|step| all || !step.is_rare);
            shown.map(button).collect_view()
        }
    }

    /// The form of the step that is being taken.
    fn form(self) -> impl IntoView {
        let Self { id, kind, steps, asking } = self;
        move || {
            let label = asking.get()?;
            // The step that was taken is gone from the steps before its form is.
            let step = steps.get_untracked().into_iter().find(|step| step.label == label)?;
            let Step { asked, edits, .. } = step;
            let done = move |given: Given| match edits(id, given) {
                Some(edits) => edits.is_empty() || session::run(Action::Edit, edits),
                None => false,
            };
            let note = format!("step-{id}");
            let close = move || asking.set(None);
            Some(view! { <AskFields kind asked label note on_done=done on_close=close/> })
        }
    }
}

/// What can be done with a record at once, for the place under its fields.
pub fn beneath(id: RecordId, panel: Panel) -> AnyView {
    let steps = Steps::new(id, panel);
    let buttons = session::is_now().then(|| view! { <div class="steps">{steps.buttons(true)}</div> });
    view! {
        <div class="belonging beneath">
            <div class="said">{(panel.line)(id)}</div>
            {buttons}
            {steps.form()}
        </div>
    }
    .into_any()
}

/// One record.
#[component]
fn Line(id: RecordId, panel: Panel) -> impl IntoView {
    let editing = RwSignal::new(false);
    let steps = Steps::new(id, panel);
    let delete = move || {
        session::run(Action::Delete, vec![Edit::delete(id)]);
    };
    let items = move |()| {
        let rare = steps.steps.get_untracked().into_iter().filter(|step| step.is_rare);
        let rare = rare.map(|step| MenuItem::new(step.label, move || steps.take(&step)));
        let edit = MenuItem::new(words::EDIT, move || editing.set(true)).icon(Glyph::Edit);
        let delete = MenuItem::new(words::DELETE, delete).icon(Glyph::Trash).danger();
        rare.chain([edit, delete]).collect::<Vec<_>>()
    };
    let editor = move || {
        editing.get().then(|| {
            view! {
                <RecordForm id within=true/>
                <Button label=words::DONE on_press=move || editing.set(false)/>
            }
        })
    };
    view! {
        <li>
            <div class="belonging-line">
                <div class="said">{(panel.line)(id)}</div>
                {session::is_now().then(|| view! {
                    <div class="steps">
                        {steps.buttons(false)}
                        <Menu label=words::ENTRY_MENU icon=Glyph::More bare=true align_end=true items/>
                    </div>
                })}
            </div>
            {steps.form()}
            {editor}
        </li>
    }
    .into_any()
}
