//! One target of the table, typed in place.

use super::table::Divided;
use super::written::typed;
use crate::i18n::{assess_targets as words, assess_words};
use crate::rules::targets::Holder;
use crate::ui::heard::heard;
use crate::ui::lang::{lang, t};
use crate::ui::records::sums::Cell;
use crate::ui::session;
use crate::web::page;
use leptos::ev;
use leptos::prelude::*;
use web_sys::KeyboardEvent;

/// One target, typed in place.
pub(super) fn cell(divided: Divided, who: StoredValue<Holder>, name: Memo<String>, at: usize) -> AnyView {
    let metric = move || divided.metrics.with(|metrics| metrics.get(at).cloned()).unwrap_or_default();
    let of = who.get_value();
    let spot = Memo::new(move |_| divided.spot(&of, at));
    let shown = move || {
        let target = spot.get().target;
        target.map(|target| typed(lang(), metric().unit, target)).unwrap_or_default()
    };
    if !session::is_now() {
        let read = move || {
            let target = spot.get().target;
            Cell::measured_if(metric().unit, target).text(lang())
        };
        return view! { <td class="number">{read}</td> }.into_any();
    }
    let place = move |who: &Holder| format!("target-{at}-{}", who.key());
    let step = move |by: isize| {
        let lines = untrack(|| divided.shown());
        let here = who.with_value(|who| lines.iter().position(|line| line.who == *who)).unwrap_or_default();
        if let Some(next) = here.checked_add_signed(by).and_then(|at| lines.get(at)) {
            page::focus(&place(&next.who));
        }
    };
    // A cell that leaves the page with the focus in it is heard once more.
    let write = move |text: String| {
        if let Some(who) = who.try_get_value() {
            divided.write(&who, at, &text);
        }
    };
    let key = move |event: KeyboardEvent| {
        let by = match event.key().as_str() {
            "Enter" if event.is_composing() => return,
            "Enter" if event.shift_key() => -1,
            "Enter" | "ArrowDown" => 1,
            "ArrowUp" => -1,
            _ => return,
        };
        event.prevent_default();
        // On the last line nothing else takes the focus away.
        write(event_target_value(&event));
        step(by);
    };
    let label = move || format!("{} · {}", name.get(), assess_words::metric_name(lang(), &metric()));
    let commit = move |event: web_sys::Event| write(event_target_value(&event));
    view! {
        <td class="number" data-sum=move || spot.get().is_sum.to_string()>
            <input
                id=who.with_value(place)
                type="text"
                inputmode="decimal"
                autocomplete="off"
                aria-label=label
                title=move || spot.get().is_sum.then(|| t(words::SUM))
                prop:value=shown
                on:change=heard(ev::change, commit)
                on:keydown=heard(ev::keydown, key)
            />
        </td>
    }
    .into_any()
}
