//! The editor of one sheet: the tree of items with their sentences, the form of the one that is open, and the scores of
//! today by the draft.

use super::SHEET;
use super::draft::Draft;
use super::head::head;
use super::item::item_form;
use super::live::Live;
use super::rest::Rest;
use crate::domain::RecordId;
use crate::i18n::{assess_rules as words, scoring, work};
use crate::ledger::Action;
use crate::rules::metrics::{Metric, standard};
use crate::rules::scoring::edit::{self, Path};
use crate::rules::scoring::{Item, Problem, Rule, check, office};
use crate::ui::heard::heard;
use crate::ui::lang::{lang, t};
use crate::ui::routes::set_query;
use crate::ui::session;
use crate::ui::widgets::{Button, ButtonKind, Confirm, EmptyState, Glyph, IconButton, unique_id};
use leptos::ev;
use leptos::prelude::*;

/// The editor.
#[component]
pub(super) fn Editor(id: RecordId) -> impl IntoView {
    let back = || set_query(SHEET, "");
    let Some(draft) = Draft::of(id) else {
        return view! {
            <Button label=words::BACK kind=ButtonKind::Quiet icon=Glyph::Back on_press=back/>
            <EmptyState title=words::BROKEN text=work::GONE/>
        }
        .into_any();
    };
    // Undo, or a colleague's change, is followed as long as nothing is changed here.
    let kept = Memo::new(move |_| {
        session::watch(|store| office::one(store.state(), id).and_then(|kept| kept.sheet.ok())).flatten()
    });
    Effect::new(move || {
        if let Some(kept) = kept.get().filter(|_| !untrack(|| draft.is_changed())) {
            draft.begin(id, kept);
        }
    });
    let metrics =
        Memo::new(|_| session::watch(|store| standard::in_force(store.state())).unwrap_or_default());
    let changed = Memo::new(move |_| draft.is_changed());
    let version = move || {
        let version =
            session::watch(|store| office::one(store.state(), id).map(|kept| kept.version)).flatten();
        office::next_version(&version.unwrap_or_default())
    };
    let save = move || {
        let sheet = draft.sheet.get_untracked();
        let from = session::read(|store| office::one(store.state(), id).and_then(|kept| kept.from)).flatten();
        let from = from.or_else(|| Some(session::today()));
        if session::run(Action::Edit, office::write(id, &sheet, &untrack(version), from)) {
            draft.begin(id, sheet);
        }
    };
    let asking = RwSignal::new(false);
    let bar = move || {
        view! {
            <div class="rule-bar">
                <Button label=words::BACK kind=ButtonKind::Quiet icon=Glyph::Back on_press=back/>
                <b>{move || draft.sheet.with(|sheet| scoring::label(lang(), &sheet.name))}</b>
                <span class="quiet">{move || (!changed.get()).then(|| t(words::UNCHANGED))}</span>
                {move || (changed.get() && session::is_now()).then(|| view! {
                    <Button label=words::DISCARD on_press=move || asking.set(true)/>
                    <Button label=Signal::derive(move || words::save_as(lang(), &version())) kind=ButtonKind::Primary on_press=save/>
                })}
                <Confirm open=asking title=words::DISCARD_TITLE action=words::DISCARD danger=true on_confirm=move || draft.discard()>
                    <p>{move || t(words::DISCARD_TEXT)}</p>
                </Confirm>
            </div>
        }
    };
    let form = move || {
        draft.turn.track();
        let path = draft.path.get();
        let sheet = draft.sheet.get_untracked();
        let office = metrics.get_untracked();
        match edit::item(&sheet, &path) {
            Some(item) => {
                let own = sheet.metrics.iter().filter(|own| office.iter().all(|of| of.word != own.word));
                let all: Vec<Metric> = own.chain(&office).cloned().collect();
                item_form(draft, item.clone(), all)
            }
            None => head(draft, office),
        }
    };
    let heading = move || {
        let path = draft.path.get();
        draft.sheet.with(|sheet| match edit::item(sheet, &path) {
            Some(item) => named(item),
            None => t(words::HEAD).to_owned(),
        })
    };
    view! {
        {bar}
        <Problems draft metrics/>
        <div class="rule-editor">
            <Tree draft metrics/>
            <section class="rule-item" aria-label=heading><h2>{heading}</h2>{form}</section>
            <Live draft metrics/>
        </div>
        <Rest draft metrics/>
    }
    .into_any()
}

fn named(item: &Item) -> String {
    Some(scoring::label(lang(), &item.title))
        .filter(|title| !title.is_empty())
        .unwrap_or_else(|| t(words::UNTITLED).to_owned())
}

/// What is wrong with the draft; each names its item and opens it.
#[component]
fn Problems(draft: Draft, metrics: Memo<Vec<Metric>>) -> impl IntoView {
    let found = Memo::new(move |_| {
        metrics.with(|metrics| {
            draft.sheet.with(|sheet| {
                let known = scoring::Known::of(sheet, metrics);
                let problems = check(sheet, |word| metrics.iter().any(|metric| metric.word == word));
                let told = |problem: &Problem| {
                    (key_of(problem).to_owned(), scoring::problem(lang(), &known, problem))
                };
                problems.iter().map(told).collect::<Vec<_>>()
            })
        })
    });
    let open = move |key: String| {
        let path = draft.sheet.with_untracked(|sheet| {
            edit::paths(sheet)
                .into_iter()
                .find(|path| edit::item(sheet, path).is_some_and(|item| item.key == key))
        });
        draft.open(path.unwrap_or_default());
    };
    let line = move |(key, told): (String, String)| {
        view! { <li><Button label=Signal::stored(told) kind=ButtonKind::Quiet icon=Glyph::Warning on_press=move || open(key.clone())/></li> }
    };
    move || {
        let found = found.get();
        (!found.is_empty())
            .then(|| view! { <ul class="rule-problems">{found.into_iter().map(line).collect_view()}</ul> })
    }
}

/// The item that a problem is of.
fn key_of(problem: &Problem) -> &str {
    match problem {
        Problem::Empty | Problem::Unknown(_) => "",
        Problem::Twice(key) | Problem::NoTitle(key) | Problem::EmptyGroup(key) | Problem::NoBands(key) => key,
        Problem::NoMetric(key, _)
        | Problem::Weights(key, ..)
        | Problem::Shares(key, _)
        | Problem::NoStep(key) => key,
    }
}

/// The items in their order, each with its sentence.
#[component]
fn Tree(draft: Draft, metrics: Memo<Vec<Metric>>) -> impl IntoView {
    let lines = move || {
        let l = lang();
        draft.sheet.with(|sheet| {
            let known = metrics.with(|metrics| scoring::Known::of(sheet, metrics));
            let line = |path: Path| {
                let item = edit::item(sheet, &path)?;
                let told = match &item.rule {
                    Rule::Formula(formula) => scoring::sentence(l, &known, item.weight, formula),
                    Rule::Group(group) => scoring::group_sentence(l, item.weight, group),
                };
                let gate =
                    item.gate.as_ref().map(|gate| view! { <small>{scoring::gate(l, &known, gate)}</small> });
                let name = named(item);
                let weight = (!item.weight.is_zero()).then(|| scoring::number(item.weight, 4));
                let (here, opens) = (path.clone(), path.clone());
                let current = move || (*draft.path.read() == here).then_some("true");
                let open = move |_| draft.open(opens.clone());
                let id = unique_id("item");
                let depth = format!("--depth: {}", path.len() - 1);
                Some(view! {
                    <li style=depth aria-current=current>
                        <span class="name"><b id=id.clone()>{name}</b><span class="number">{weight}</span></span>
                        <small>{told}</small>{gate}
                        <button type="button" data-kind="quiet" aria-labelledby=id on:click=heard(ev::click, open)></button>
                    </li>
                })
            };
            edit::paths(sheet).into_iter().filter_map(line).collect_view()
        })
    };
    let head = unique_id("item");
    let at_head = move || draft.path.read().is_empty().then_some("true");
    let full = move || draft.sheet.with(|sheet| scoring::points(lang(), sheet.full()));
    view! {
        <section class="rule-tree" aria-label=move || t(words::ITEMS)>
            <ol>
                <li aria-current=at_head>
                    <span class="name"><b id=head.clone()>{move || t(words::HEAD)}</b><span class="number">{full}</span></span>
                    <button type="button" data-kind="quiet" aria-labelledby=head on:click=heard(ev::click, move |_| draft.open(Path::new()))></button>
                </li>
                {lines}
            </ol>
            <Steps draft metrics/>
        </section>
    }
}

/// What can be done with the item that is open.
#[component]
fn Steps(draft: Draft, metrics: Memo<Vec<Metric>>) -> impl IntoView {
    let step = move |change: fn(&mut crate::rules::scoring::RuleSheet, &[usize]) -> Path| {
        let path = draft.path.get_untracked();
        let mut to = Path::new();
        draft.sheet.update(|sheet| to = change(sheet, &path));
        draft.open(to);
    };
    let add = move || {
        let word = metrics.with_untracked(|metrics| metrics.first().map(|metric| metric.word.clone()));
        let path = draft.path.get_untracked();
        let mut to = Path::new();
        draft.sheet.update(|sheet| to = edit::add(sheet, &path, edit::new_item(&word.unwrap_or_default())));
        draft.open(to);
    };
    let group = move || step(|sheet, path| edit::add(sheet, path, edit::new_group()));
    let off = Signal::derive(move || draft.path.read().is_empty());
    view! {
        <div class="steps">
            <Button label=words::ADD_ITEM kind=ButtonKind::Quiet icon=Glyph::Plus on_press=add/>
            <Button label=words::ADD_GROUP kind=ButtonKind::Quiet icon=Glyph::Group on_press=group/>
            <IconButton glyph=Glyph::Up label=words::UP disabled=off on_press=move || step(|sheet, path| edit::shift(sheet, path, true))/>
            <IconButton glyph=Glyph::Down label=words::DOWN disabled=off on_press=move || step(|sheet, path| edit::shift(sheet, path, false))/>
            <IconButton glyph=Glyph::Trash label=words::REMOVE disabled=off on_press=move || step(edit::remove)/>
        </div>
    }
}
