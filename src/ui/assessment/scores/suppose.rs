//! 假如: projects that are supposed to reach a milestone by a day. What follows of it is seen and never written.

use crate::domain::field::ProjectField as P;
use crate::domain::{Date, Kind, Milestone, RecordId, Value};
use crate::i18n::{assess_suppose as words, labels};
use crate::ledger::{CellKey, Edit};
use crate::ui::assessment::scored::worked::{Worked, gain_mark};
use crate::ui::forms::records::{name_of, record_choices};
use crate::ui::lang::{lang, t};
use crate::ui::widgets::{
    Button, ButtonKind, Choice, Combo, DateInput, Dialog, Field, Glyph, IconButton, Select,
};
use leptos::prelude::*;

/// One project that is supposed to get somewhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Supposition {
    project: RecordId,
    milestone: Milestone,
    on: Date,
}

/// Everything that is supposed.
#[derive(Clone, Copy)]
pub(super) struct Suppositions(RwSignal<Vec<Supposition>>);

impl Suppositions {
    /// Nothing is supposed.
    pub fn new() -> Self {
        Self(RwSignal::new(Vec::new()))
    }

    /// Whether anything is.
    pub fn is_on(self) -> bool {
        self.0.with(|all| !all.is_empty())
    }

    /// Gives everything up.
    pub fn clear(self) {
        if self.0.with_untracked(|all| !all.is_empty()) {
            self.0.set(Vec::new());
        }
    }

    /// What would have to be written for it to be so.
    pub fn edits(self) -> Vec<Edit> {
        let edit = |of: &Supposition| {
            let cell = CellKey::of(P::MilestoneDate, of.milestone.element());
            Edit::new(of.project, cell, Value::Date(of.on))
        };
        self.0.with(|all| all.iter().map(edit).collect())
    }

    /// The last day on which something is supposed to happen: the scores are those of that day.
    pub fn until(self) -> Option<Date> {
        self.0.with(|all| all.iter().map(|of| of.on).max())
    }
}

/// Asks what is to be supposed.
#[component]
pub(super) fn Suppose(
    /// What is supposed.
    all: Suppositions,
    /// The day that is offered: the last of the period.
    last: Memo<Option<Date>>,
) -> impl IntoView {
    let open = RwSignal::new(false);
    let chosen = RwSignal::new(Vec::<RecordId>::new());
    let (project, milestone, on) =
        (RwSignal::new(String::new()), RwSignal::new(String::new()), RwSignal::new(String::new()));
    let begin = move || {
        chosen.set(Vec::new());
        milestone.set(Milestone::Started.word().to_owned());
        on.set(last.get_untracked().map(|day| day.to_string()).unwrap_or_default());
        open.set(true);
    };
    let add = move |id: String| {
        if let Ok(id) = id.parse::<RecordId>() {
            chosen.update(|chosen| {
                if !chosen.contains(&id) {
                    chosen.push(id);
                }
            });
        }
        project.set(String::new());
    };
    let day = Memo::new(move |_| Date::parse_iso(&on.read()));
    let is_ready = Memo::new(move |_| day.get().is_some() && !chosen.read().is_empty());
    let done = move || {
        let milestone = Milestone::ALL.iter().find(|each| each.word() == milestone.read_untracked().as_str());
        let (Some(on), Some(&milestone)) = (day.get_untracked(), milestone) else { return };
        all.0.update(|all| {
            for project in chosen.get_untracked() {
                all.retain(|of| (of.project, of.milestone) != (project, milestone));
                all.push(Supposition { project, milestone, on });
            }
        });
        open.set(false);
    };
    let footer = move || {
        let off = Signal::derive(move || !is_ready.get());
        view! { <Button label=words::APPLY kind=ButtonKind::Primary disabled=off on_press=done/> }
    };
    let milestones =
        || Milestone::ALL.iter().map(|&m| Choice::new(m.word(), labels::milestone(m))).collect::<Vec<_>>();
    let item = move |id: RecordId| {
        let name = Signal::derive(move || name_of(&id.to_string()));
        let remove = move || chosen.update(|chosen| chosen.retain(|other| *other != id));
        let label = Signal::derive(move || words::without(lang(), &name.get()));
        view! { <li>{name} <IconButton glyph=Glyph::Close label on_press=remove/></li> }
    };
    view! {
        <Button label=words::SUPPOSE icon=Glyph::Plus kind=ButtonKind::Quiet on_press=begin/>
        <Dialog open title=words::SUPPOSE footer>
            <div class="suppose">
                <p class="help">{move || t(words::HELP)}</p>
                <Field label=words::PROJECTS>
                    <Combo value=project search=|typed: String| record_choices(Kind::Project, &typed) shown=Signal::stored(String::new()) on_change=add/>
                </Field>
                <ul class="chosen">{move || chosen.get().into_iter().map(item).collect_view()}</ul>
                <Field label=words::MILESTONE><Select value=milestone options=Signal::derive(milestones)/></Field>
                <Field label=words::ON><DateInput value=on/></Field>
            </div>
        </Dialog>
    }
    .into_any()
}

/// What is supposed, whose place it changes, and the way out of it.
#[component]
pub(super) fn SupposeBar(
    /// What is supposed.
    all: Suppositions,
    /// The scores as they would be.
    would: Memo<Worked>,
    /// The scores as they are.
    are: Memo<Worked>,
) -> impl IntoView {
    let one = move |(at, of): (usize, Supposition)| {
        let told = Signal::derive(move || {
            words::supposed(lang(), &name_of(&of.project.to_string()), of.on, labels::milestone(of.milestone))
        });
        let remove = move || {
            all.0.update(|all| {
                all.remove(at);
            });
        };
        let label = Signal::derive(move || words::without(lang(), &told.get()));
        view! { <li>{told} <IconButton glyph=Glyph::Close label on_press=remove/></li> }
    };
    move || {
        all.is_on().then(|| {
            let list = move || all.0.get().into_iter().enumerate().map(one).collect_view();
            let until = move || all.until().map(|day| words::until(lang(), day));
            view! {
                <div class="trial-bar suppose-bar" role="status">
                    <b>{move || t(words::SUPPOSE)}</b>
                    <ul class="chosen">{list}</ul>
                    <span>{until}</span>
                    <span class="moves">{move || moves(&would.read(), &are.read())}</span>
                    <Button label=words::LEAVE on_press=move || all.clear()/>
                </div>
            }
        })
    }
}

/// Who would stand in another place.
fn moves(would: &Worked, are: &Worked) -> String {
    let l = lang();
    let mut moved: Vec<(usize, String)> = Vec::new();
    for score in &would.outcome.scores {
        let subject = &would.figures.subjects[score.subject];
        let before = are.score_of(&subject.key).and_then(|score| score.place);
        if let (Some(now), Some(before)) = (score.place, before.filter(|before| Some(*before) != score.place))
        {
            let gained = i64::try_from(before).unwrap_or(0) - i64::try_from(now).unwrap_or(0);
            moved.push((now, words::moved(l, &subject.name, before, now, &gain_mark(Some(gained)))));
        }
    }
    moved.sort();
    words::moves(l, &moved.into_iter().map(|(_, told)| told).collect::<Vec<_>>())
}
