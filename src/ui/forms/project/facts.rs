//! The facts, in groups that unfold. Each field is edited in place.

use crate::domain::field::Group;
use crate::domain::{Field, Kind, RecordId};
use crate::i18n::format::{MoneyUnit, money_cell};
use crate::i18n::{Text, labels, project as words};
use crate::rules::form::{GROUPS, Yields, fields, is_filled, yields};
use crate::ui::forms::CellField;
use crate::ui::forms::cell::is_kept;
use crate::ui::heard::heard;
use crate::ui::lang::{lang, t};
use crate::ui::session;
use crate::ui::widgets::{Button, ButtonKind};
use leptos::ev;
use leptos::prelude::*;

/// All groups: the first open, the others with a count of what they hold.
#[component]
pub fn Facts(id: RecordId) -> impl IntoView {
    let group = move |&group: &Group| view! { <FactGroup id group/> };
    view! {
        <section class="panel facts" aria-label=move || t(words::FACTS)>
            <h2>{move || t(words::FACTS)}</h2>
            <YieldLine id/>
            {GROUPS.iter().map(group).collect_view()}
        </section>
    }
    .into_any()
}

#[component]
fn FactGroup(id: RecordId, group: Group) -> impl IntoView {
    let is_first = group == Group::First;
    let total = fields(group).count();
    let filled = Memo::new(move |_| {
        session::watch(|store| {
            let Some(record) = store.state().record(id) else { return Vec::new() };
            let filled = fields(group).filter(|(field, def)| is_filled(record, *field, def));
            filled.map(|(field, _)| field).collect()
        })
        .unwrap_or_default()
    });
    // What was typed and not saved is offered in sight.
    let has_kept = fields(group).any(|(field, _)| is_kept(id, field));
    let open = RwSignal::new(is_first || has_kept);
    let all = RwSignal::new(is_first || has_kept);
    // A field that is cleared stays where it is until the group is folded.
    let shown = Memo::new(move |before: Option<&Vec<Field>>| {
        if !open.get() {
            return Vec::new();
        }
        let filled: Vec<Field> = filled.get();
        let everything = all.get() || before.is_none_or(Vec::is_empty) && filled.is_empty();
        let keep =
            |field: &Field| everything || filled.contains(field) || before.is_some_and(|b| b.contains(field));
        fields(group).map(|(field, _)| field).filter(keep).collect::<Vec<_>>()
    });
    let editor = move |field: Field| field.def(Kind::Project).map(|def| view! { <CellField id field def/> });
    let rest = move || {
        let hidden = total.saturating_sub(shown.read().len());
        (open.get() && hidden > 0).then(|| {
            let label = Signal::derive(move || words::show_rest(lang(), hidden));
            view! { <Button label kind=ButtonKind::Quiet on_press=move || all.set(true)/> }
        })
    };
    let cells = move || {
        view! {
            <div class="cells"><For each=move || shown.get() key=|field| *field children=editor/></div>
            {rest}
        }
    };
    if is_first {
        return view! { <div class="fact-group">{cells()}</div> }.into_any();
    }
    let toggled = move |event: leptos::ev::Event| {
        use wasm_bindgen::JsCast;
        let details = event.target().and_then(|t| t.dyn_into::<web_sys::Element>().ok());
        let is_open = details.is_some_and(|details| details.has_attribute("open"));
        open.try_set(is_open);
        if !is_open {
            all.try_set(false);
        }
    };
    view! {
        <details class="fact-group" open=has_kept on:toggle=heard(ev::toggle, toggled)>
            <summary>
                <span>{move || t(labels::group(group))}</span>
                <small>{move || words::filled_of(lang(), filled.read().len(), total)}</small>
            </summary>
            {cells()}
        </details>
    }
    .into_any()
}

/// What the project yields for each 亩, where it can be computed.
#[component]
fn YieldLine(id: RecordId) -> impl IntoView {
    let found = Memo::new(move |_| {
        session::watch(|store| {
            let record = store.state().record(id)?;
            Some(yields(record, &store.index().rules().rates))
        })
        .flatten()
        .unwrap_or_default()
    });
    let figure = |label: Text, yuan: Option<i64>| {
        yuan.map(|yuan| {
            view! {
                <div>
                    <dt>{move || t(label)}</dt>
                    <dd>{money_cell(MoneyUnit::Wan, yuan, 2)}" "<small>{move || t(words::WAN_PER_MU)}</small></dd>
                </div>
            }
        })
    };
    move || {
        let found: Yields = found.get();
        found.any().then(|| {
            view! {
                <dl class="yields">
                    {figure(words::INTENSITY, found.intensity)}
                    {figure(words::TAX_PER_MU, found.tax)}
                    {figure(words::OUTPUT_PER_MU, found.output)}
                </dl>
            }
        })
    }
}
