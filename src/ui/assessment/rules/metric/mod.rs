//! The form of a metric: what is counted, by which date, under which conditions and for whom, with what comes of it
//! beside.

mod conditions;
mod dates;
mod funds;
mod live;
mod source;
mod whose;

use super::fields::{choice, text};
use crate::i18n::{Text, assess_metric as words, scoring};
use crate::ledger::Action;
use crate::rules::metrics::{Metric, Unit, Window, edit, standard};
use crate::ui::forms::unsaved::{self, GoesOn, Note, Texts};
use crate::ui::lang::{lang, t};
use crate::ui::session;
use crate::ui::widgets::{Button, ButtonKind, Checkbox, Choice, Glyph};
use leptos::prelude::*;

/// The metric as it is edited.
type Draft = RwSignal<Metric>;

/// What the note of the form calls the metric.
const NOTE: &str = "metric";

/// The form.
#[component]
pub(super) fn MetricForm(
    /// The metric as it is, or a new one.
    metric: Metric,
    /// The days that its number is shown of.
    year: Window,
    /// Called when it is saved or left.
    #[prop(into)]
    on_done: Callback<()>,
) -> impl IntoView {
    let first = StoredValue::new(metric.clone());
    let draft = RwSignal::new(metric);
    let note =
        StoredValue::new(Note::of(&format!("{NOTE}-{}", draft.read_untracked().word.replace('.', "_"))));
    let goes_on = RwSignal::new(unsaved::keep(
        note.get_value(),
        untrack(|| texts(draft)),
        move || texts(draft),
        |kept| {
            if let Some(kept) = kept.get(NOTE).and_then(|json| serde_json::from_str(json).ok()) {
                draft.set(kept);
            }
        },
    ));
    let forget = move || note.with_value(|note| note.iter().for_each(Note::forget));
    // Grows when the form is to be filled anew.
    let turn = RwSignal::new(0u32);
    let give_up = move || {
        draft.set(first.get_value());
        forget();
        goes_on.set(false);
        turn.update(|turn| *turn += 1);
    };
    let save = move || {
        let metric = draft.get_untracked();
        let edits = session::read(|store| {
            let all = standard::in_force(store.state());
            let at = all.iter().position(|of| of.word == metric.word).unwrap_or(all.len());
            standard::write(&metric, i64::try_from(at).unwrap_or(i64::MAX))
        });
        if session::run(Action::Edit, edits.unwrap_or_default()) {
            forget();
            on_done.run(());
        }
    };
    let changed = Memo::new(move |_| first.with_value(|first| draft.with(|draft| draft != first)));
    let missing = Memo::new(move |_| draft.with(edit::missing));
    let title = move || {
        let name = draft.with(|metric| scoring::label(lang(), &metric.name));
        if name.trim().is_empty() { t(words::UNNAMED).to_owned() } else { name }
    };
    let why = move || changed.get().then(|| missing.get().map(|missing| t(words::missing(missing))));
    let fields = move || {
        turn.track();
        view! {
            {group(words::BASICS, names(draft))}
            {group(words::WHENCE, source::fields(draft))}
            {group(words::WHEN, dates::fields(draft))}
            {group(words::CONDITIONS, conditions::fields(draft))}
            {group(words::WHOSE, whose::fields(draft))}
        }
    };
    view! {
        <div class="rule-bar metric-bar">
            <Button label=words::BACK kind=ButtonKind::Quiet icon=Glyph::Back on_press=move || { on_done.run(()); }/>
            <b>{title}</b>
            <span class="quiet">{why}</span>
            {move || changed.get().then(|| view! { <Button label=words::GIVE_UP on_press=give_up/> })}
            <Button label=words::SAVE kind=ButtonKind::Primary on_press=save disabled=Signal::derive(move || missing.get().is_some())/>
        </div>
        <GoesOn shown=goes_on on_discard=give_up/>
        <div class="metric-editor">
            <div class="metric-form">{fields}</div>
            <live::Live draft year/>
        </div>
    }
    .into_any()
}

fn texts(draft: Draft) -> Texts {
    let json = draft.with(|metric| serde_json::to_string(metric).unwrap_or_default());
    Texts::from([(NOTE.to_owned(), json)])
}

/// One question of the form, with its fields.
fn group(title: Text, fields: AnyView) -> AnyView {
    view! {
        <fieldset class="metric-group">
            <legend>{move || t(title)}</legend>
            <div class="rule-form">{fields}</div>
        </fieldset>
    }
    .into_any()
}

fn names(draft: Draft) -> AnyView {
    let name = draft.with_untracked(|metric| metric.name.clone());
    view! {
        {text(words::NAME, &name.zh, move |to| draft.update(|metric| metric.name.zh = to))}
        {text(words::ENGLISH, &name.en, move |to| draft.update(|metric| metric.name.en = to))}
        {units(draft)}
    }
    .into_any()
}

const UNITS: [(&str, Unit); 8] = [
    ("piece", Unit::Piece),
    ("time", Unit::Time),
    ("person", Unit::Person),
    ("day", Unit::Day),
    ("yuan", Unit::Yuan),
    ("wan_usd", Unit::WanUsd),
    ("percent", Unit::Percent),
    ("point", Unit::Point),
];

/// The units that what is counted can have; what can have only one is not asked for.
fn units(draft: Draft) -> AnyView {
    let offered = Memo::new(move |_| draft.with(|metric| edit::units(&metric.source)));
    let field = move || {
        let held = draft.with_untracked(|metric| metric.unit);
        let word = |unit: Unit| UNITS.iter().find(|(_, of)| *of == unit).map_or("", |(word, _)| *word);
        let all = offered.get();
        // A unit that a file gave it stays, whatever is offered.
        let held_first = (!all.contains(&held)).then_some(held);
        let all = held_first.into_iter().chain(all.iter().copied());
        let all: Vec<Choice> = all.map(|unit| Choice::new(word(unit), scoring::unit_name(unit))).collect();
        (all.len() > 1).then(|| {
            choice(words::UNIT, Signal::stored(all), word(held).to_owned(), move |to| {
                let unit = UNITS.iter().find(|(word, _)| *word == to).map(|(_, unit)| *unit);
                draft.update(|metric| metric.unit = unit.unwrap_or_default());
            })
        })
    };
    view! { {field} }.into_any()
}

/// A box for each of some words, of which several may be chosen.
fn ticks(
    legend: Text,
    all: Vec<(String, String)>,
    held: Vec<String>,
    then: impl Fn(Vec<String>) + Copy + Send + Sync + 'static,
) -> AnyView {
    let chosen = StoredValue::new(held);
    let tick = |(word, name): (String, String)| {
        let checked = RwSignal::new(chosen.with_value(|chosen| chosen.contains(&word)));
        let change = move |on: bool| {
            chosen.update_value(|chosen| {
                chosen.retain(|other| *other != word);
                if on {
                    chosen.push(word.clone());
                }
            });
            then(chosen.get_value());
        };
        view! { <Checkbox checked label=name on_change=change/> }
    };
    let ticks = all.into_iter().map(tick).collect_view();
    view! { <fieldset class="whole metric-ticks"><legend>{move || t(legend)}</legend>{ticks}</fieldset> }
        .into_any()
}

/// A sentence in the place of a field, where nothing is to be chosen.
fn said(text: impl Fn() -> String + Send + Sync + 'static) -> AnyView {
    view! { <p class="whole quiet">{text}</p> }.into_any()
}
