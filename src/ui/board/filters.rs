//! What the board shows: words, unit, owner, industry, mine, and the projects that left.

use super::desk::Desk;
use crate::domain::Kind;
use crate::domain::field::ProjectField as P;
use crate::domain::lists::List;
use crate::i18n::{Text, board as words, format, labels};
use crate::ui::forms::records::{list_choices, name_of};
use crate::ui::lang::{lang, t};
use crate::ui::later::ask;
use crate::ui::routes::{set_query, use_query};
use crate::ui::widgets::{Button, ButtonKind, Checkbox, Combo, Glyph, IconButton, TextInput};
use leptos::prelude::*;

/// The parts of the address that filter.
const NAMES: [&str; 5] = ["q", "unit", "owner", "industry", "mine"];

/// A value of the address as a draft that follows it.
fn bound(name: &'static str) -> RwSignal<String> {
    let stored = use_query(name);
    let draft = RwSignal::new(stored.get_untracked());
    Effect::new(move || {
        let now = stored.get();
        if draft.read_untracked().trim() != now {
            draft.set(now);
        }
    });
    draft
}

/// The row of filters.
#[component]
pub fn Filters(desk: Desk) -> impl IntoView {
    let typed = bound("q");
    Effect::new(move || set_query("q", typed.read().trim()));
    let mine = use_query("mine");
    let is_mine = RwSignal::new(mine.get_untracked() == "1");
    Effect::new(move || {
        is_mine.try_set(mine.read().as_str() == "1");
    });
    let flag = |name: &'static str| move |on: bool| set_query(name, if on { "1" } else { "" });
    let exits = RwSignal::new(desk.with_exits.get_untracked());
    let left = Memo::new(move |_| desk.layout.read().exits.cards.len());
    let exits_label = move || words::show_exits(lang(), &format::count(left.get()));
    let queries = NAMES.map(use_query);
    let is_filtered = Memo::new(move |_| queries.iter().any(|query| !query.read().is_empty()));
    let clear = move || NAMES.iter().for_each(|name| set_query(name, ""));
    // On a phone the lists would fill the screen; they wait behind a button there.
    let unfolded = RwSignal::new(false);
    view! {
        <div
            class="filters"
            role="group"
            aria-label=move || t(words::FILTER)
            data-unfolded=move || unfolded.get().then_some("true")
        >
            <TextInput value=typed kind="search" label=words::SEARCH placeholder=words::SEARCH/>
            <IconButton
                glyph=Glyph::Filter
                label=words::FILTER
                pressed=Signal::from(unfolded)
                on_press=move || unfolded.update(|on| *on = !*on)
            />
            <RecordFilter name="unit" label=project_field(P::Unit) kind=Kind::Unit/>
            <RecordFilter name="owner" label=project_field(P::Owner) kind=Kind::Person/>
            <WordFilter name="industry" label=project_field(P::Industry) list=List::Industry/>
            <Checkbox checked=is_mine label=words::MINE on_change=flag("mine")/>
            {move || (left.get() > 0 || desk.with_exits.get()).then(|| view! {
                <Checkbox checked=exits label=Signal::derive(exits_label) on_change=flag("exits")/>
            })}
            {move || is_filtered.get().then(|| view! {
                <Button label=words::CLEAR kind=ButtonKind::Quiet on_press=clear/>
            })}
        </div>
    }
    .into_any()
}

fn project_field(field: P) -> Text {
    labels::field(Kind::Project, field.into()).unwrap_or(words::FILTER)
}

#[component]
fn RecordFilter(name: &'static str, label: Text, kind: Kind) -> impl IntoView {
    let value = bound(name);
    let search = move |typed: String| ask(|later| (later.record_choices)(kind, &typed));
    let shown = Signal::derive(move || name_of(&value.get()));
    let choose = move |chosen: String| set_query(name, &chosen);
    view! { <Combo value search shown label placeholder=label on_change=choose/> }.into_any()
}

#[component]
fn WordFilter(name: &'static str, label: Text, list: List) -> impl IntoView {
    let value = bound(name);
    let options = Signal::derive(move || list_choices(list));
    let choose = move |chosen: String| set_query(name, &chosen);
    view! { <Combo value options label placeholder=label on_change=choose/> }.into_any()
}
