//! The units in a strip under the page: who was heard, who stands up, who comes next.

use super::{Floor, ORDER, leave_button};
use crate::domain::RecordId;
use crate::i18n::{assess_hearings as words, values};
use crate::rules::hearing::Order;
use crate::ui::assessment::period::follow;
use crate::ui::heard::heard;
use crate::ui::lang::{lang, t};
use crate::ui::routes::{set_query, use_query};
use crate::ui::session;
use crate::ui::widgets::{Choice, Glyph, Icon, IconButton, Select};
use crate::web::{fullscreen, page, timer};
use leptos::ev;
use leptos::html;
use leptos::prelude::*;

/// One unit of the strip.
#[derive(Clone, PartialEq, Eq, Hash)]
struct Mark {
    unit: RecordId,
    name: String,
    is_heard: bool,
}

#[component]
pub(super) fn Strip(floor: Floor) -> impl IntoView {
    let marks = Memo::new(move |_| {
        let l = lang();
        let order = floor.order.get();
        floor
            .brief
            .with(|brief| {
                let brief = brief.as_ref()?;
                session::watch(|store| {
                    let mark = |&unit: &RecordId| Mark {
                        unit,
                        name: values::record_name(l, store.state(), unit),
                        is_heard: brief.of(unit).is_some_and(|page| brief.is_heard(page)),
                    };
                    order.iter().map(mark).collect::<Vec<_>>()
                })
            })
            .unwrap_or_default()
    });
    let one = move |mark: Mark| {
        let unit = mark.unit;
        let is_current = move || (floor.unit.get() == Some(unit)).then_some("step");
        let heard_mark = mark.is_heard.then(|| {
            view! { <Icon glyph=Glyph::Check/> <span class="visually-hidden">{t(words::IS_HEARD)}</span> }
        });
        view! {
            <li>
                <button
                    type="button"
                    data-kind="quiet"
                    aria-current=is_current
                    on:click=heard(ev::click, move |_| floor.call(unit))
                >
                    {heard_mark}
                    <span>{mark.name}</span>
                </button>
            </li>
        }
    };
    let list: NodeRef<html::Ol> = NodeRef::new();
    Effect::new(move || {
        floor.unit.track();
        marks.track();
        if let Some(list) = list.get() {
            timer::next_frame(move || page::reveal_within(&list, "[aria-current=step]"));
        }
    });
    let order = use_query(ORDER);
    let value = follow(move || Order::from_word(&order.read()).word().to_owned());
    let orders = vec![
        Choice::new(Order::Office.word(), words::BY_GROUP),
        Choice::new(Order::Behind.word(), words::BY_GAP),
    ];
    let full = fullscreen::is_allowed()
        .then(|| view! { <IconButton glyph=Glyph::Open label=words::FULL on_press=fullscreen::toggle/> });
    view! {
        <footer>
            <IconButton glyph=Glyph::ChevronLeft label=words::PREVIOUS on_press=move || floor.step(-1)/>
            <ol class="units" aria-label=move || t(words::UNITS) node_ref=list>
                <For each=move || marks.get() key=Clone::clone children=one/>
            </ol>
            <IconButton glyph=Glyph::ChevronRight label=words::NEXT on_press=move || floor.step(1)/>
            <Select label=words::ORDER value options=orders on_change=|word: String| set_query(ORDER, &word)/>
            {full}
            {leave_button(floor)}
            <p class="keys">{move || t(words::KEYS)}</p>
        </footer>
    }
    .into_any()
}
