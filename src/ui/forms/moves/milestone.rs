//! The dialog of one milestone: when it was reached, what proves it, who recognised it.

use super::milestone_draft::MilestoneDraft;
use super::{Asked, open_while};
use crate::domain::lists::List;
use crate::domain::milestone::Review;
use crate::domain::{Milestone, RecordId};
use crate::i18n::{format, labels, project as words, values, widgets};
use crate::rules::advance::DateDoubt;
use crate::ui::forms::records::list_choices;
use crate::ui::forms::unsaved::{self, Note};
use crate::ui::lang::{lang, t};
use crate::ui::session;
use crate::ui::widgets::{
    Button, ButtonKind, Choice, Combo, DateInput, Dialog, Field, Segmented, Select, TextArea, TextInput,
};
use leptos::prelude::*;

/// The dialog; open while a milestone is asked for.
#[component]
pub fn MilestoneDialog(asked: RwSignal<Option<Asked>>) -> impl IntoView {
    let draft = MilestoneDraft::new();
    let open = open_while(asked);
    let typed = StoredValue::new(None::<Note>);
    Effect::new(move || {
        // What was typed and not saved is there again; whoever closes the dialog gives it up.
        if let Some(asked) = asked.get() {
            draft.fill(&asked);
            let note = Note::of(&format!("milestone-{}-{}", asked.project, asked.milestone as u8));
            let blank = untrack(|| draft.texts());
            unsaved::keep(note.clone(), blank, move || draft.texts(), |texts| draft.fill_in(texts));
            typed.set_value(note);
        } else {
            typed.update_value(|note| note.take().iter().for_each(Note::forget));
        }
    });
    let title = move || asked.get().map(|a| title(&a)).unwrap_or_default();
    let save = move || {
        if asked.get_untracked().is_some_and(|asked| draft.save(&asked)) {
            asked.set(None);
        }
    };
    let footer = move || {
        view! {
            <Button label=widgets::CANCEL on_press=move || asked.set(None)/>
            <Button
                label=words::RECORD
                kind=ButtonKind::Primary
                disabled=Signal::derive(move || draft.day().is_none())
                on_press=save
            />
        }
    };
    view! {
        <Dialog open title=Signal::derive(title) footer on_close=move || asked.set(None)>
            {move || asked.get().map(|asked| body(asked, draft))}
        </Dialog>
    }
    .into_any()
}

fn title(asked: &Asked) -> String {
    let name = project_name(asked.project);
    words::milestone_title(lang(), &name, t(labels::milestone(asked.milestone)))
}

fn project_name(id: RecordId) -> String {
    session::watch(|store| values::record_name(lang(), store.state(), id)).unwrap_or_default()
}

fn body(asked: Asked, draft: MilestoneDraft) -> AnyView {
    let milestone = asked.milestone;
    let doubt = move || draft.doubt(&asked).map(doubt_words).unwrap_or_default();
    view! {
        <Field label=words::EVENT_DATE help=Signal::derive(doubt) required=true>
            <DateInput value=draft.date/>
        </Field>
        {(milestone == Milestone::Signed).then(|| agreement(draft))}
        {passed(draft)}
        <fieldset class="evidence-form">
            <legend>{move || t(words::EVIDENCE)}</legend>
            <p class="help">{move || t(words::EVIDENCE_HELP)}</p>
            {evidence(draft)}
        </fieldset>
        <Field label=words::OTHER_DATE help=words::OTHER_DATE_HELP><DateInput value=draft.other/></Field>
        <Field label=words::NOTE><TextArea value=draft.note rows=2/></Field>
        {review(draft)}
    }
    .into_any()
}

fn doubt_words(doubt: DateDoubt) -> String {
    let l = lang();
    match doubt {
        DateDoubt::Future => t(words::DATE_AHEAD).to_owned(),
        DateDoubt::Before(other, on) => {
            words::date_before(l, labels::milestone(other).get(l), &format::date(on))
        }
        DateDoubt::After(other, on) => {
            words::date_after(l, labels::milestone(other).get(l), &format::date(on))
        }
    }
}

fn agreement(draft: MilestoneDraft) -> impl IntoView {
    let options = move || {
        let mut options = vec![Choice::new("", words::NOT_STATED)];
        options.extend(list_choices(List::AgreementType));
        options
    };
    view! {
        <Field label=words::AGREEMENT>
            <Select value=draft.agreement options=Signal::derive(options)/>
        </Field>
    }
}

/// The milestones passed on the way: each may be dated or left open.
fn passed(draft: MilestoneDraft) -> impl IntoView {
    let rows = move || {
        let entry = |(milestone, text): (Milestone, String)| {
            let value = RwSignal::new(text);
            let commit = move |iso: String| {
                draft.passed.update(|all| {
                    if let Some(row) = all.iter_mut().find(|(m, _)| *m == milestone) {
                        row.1 = iso;
                    }
                });
            };
            let label = labels::milestone(milestone);
            view! { <Field label><DateInput value on_commit=commit/></Field> }
        };
        // Made once: a date typed below does not make the rows anew.
        draft.passed.get_untracked().into_iter().map(entry).collect_view()
    };
    let any = Memo::new(move |_| !draft.passed.read().is_empty());
    move || {
        any.get().then(|| {
            view! {
                <details class="passed">
                    <summary>{move || t(words::PASSED)}</summary>
                    <p class="help">{move || t(words::PASSED_HELP)}</p>
                    <div class="passed-dates">{rows()}</div>
                </details>
            }
        })
    }
}

/// One line for each piece of evidence, the usual kinds first, and a way to add another kind.
fn evidence(draft: MilestoneDraft) -> impl IntoView {
    let row = move |kind: String| {
        let at = kind.clone();
        let text =
            draft.evidence.with_untracked(|all| all.iter().find(|(k, _)| *k == at).map(|(_, t)| t.clone()));
        let value = RwSignal::new(text.unwrap_or_default());
        let commit = move |text: String| {
            draft.evidence.update(|all| {
                if let Some(row) = all.iter_mut().find(|(k, _)| *k == at) {
                    row.1 = text;
                }
            });
        };
        let label = move || {
            session::watch(|store| values::list_word(lang(), store.state(), List::Evidence, &kind))
                .unwrap_or_default()
        };
        view! {
            <Field label=Signal::derive(label)>
                <TextInput value on_commit=commit placeholder=words::EVIDENCE_HINT/>
            </Field>
        }
    };
    let kinds =
        Memo::new(move |_| draft.evidence.read().iter().map(|(kind, _)| kind.clone()).collect::<Vec<_>>());
    let other = RwSignal::new(String::new());
    let add = move |kind: String| {
        let kind = kind.trim().to_owned();
        if !kind.is_empty() && !kinds.get_untracked().contains(&kind) {
            draft.evidence.update(|all| all.push((kind, String::new())));
        }
        other.set(String::new());
    };
    let rest = move || {
        let kinds = kinds.read();
        list_choices(List::Evidence).into_iter().filter(|c| !kinds.contains(&c.value)).collect::<Vec<_>>()
    };
    view! {
        <For each=move || kinds.get() key=Clone::clone children=row/>
        <Combo
            value=other
            options=Signal::derive(rest)
            label=words::ADD_EVIDENCE
            placeholder=words::ADD_EVIDENCE
            on_change=add
            on_create=add
        />
    }
}

fn review(draft: MilestoneDraft) -> impl IntoView {
    let strict =
        move || draft.strict.get().then(|| view! { <p class="help">{move || t(words::STRICT_HELP)}</p> });
    let states = || Review::ALL.iter().map(|&r| Choice::new(r.word(), labels::review(r))).collect::<Vec<_>>();
    let is = move |review: Review| *draft.review.read() == review.word();
    let on = move || {
        is(Review::Recognised).then(
            || view! { <Field label=words::RECOGNISED_ON><DateInput value=draft.recognised_on/></Field> },
        )
    };
    let by = move || {
        (!is(Review::Pending))
            .then(|| view! { <Field label=words::REVIEWER><TextInput value=draft.reviewer/></Field> })
    };
    view! {
        {strict}
        <div class="review-form">
            <div class="review-choice">
                <span aria-hidden="true">{move || t(words::REVIEW)}</span>
                <Segmented label=words::REVIEW value=draft.review options=Signal::derive(states)/>
            </div>
            {on}
            {by}
        </div>
    }
}
