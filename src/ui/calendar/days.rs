//! The days as a table, Monday first.

use super::model::{Day, Line, Shown, Span};
use crate::domain::Date;
use crate::i18n::{calendar as words, format};
use crate::ui::heard::heard;
use crate::ui::lang::{lang, t};
use crate::ui::routes::{link, set_query};
use crate::ui::session;
use crate::ui::widgets::{Level, lit};
use crate::web::{page, timer};
use chrono::Datelike;
use leptos::ev;
use leptos::prelude::*;
use std::sync::Arc;
use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent};

/// The table. `on` is the day that is chosen, `more` shows more lines of each day.
pub(super) fn days(
    shown: Memo<Arc<Shown>>,
    span: Memo<Span>,
    on: Memo<Date>,
    more: Callback<Date>,
) -> impl IntoView {
    let keys = move |event: KeyboardEvent| {
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        // A link of a day takes its own keys.
        let in_day = target.as_ref().is_some_and(|target| target.tag_name().eq_ignore_ascii_case("td"));
        let day = on.get_untracked();
        let to = match event.key().as_str() {
            "ArrowLeft" => day.plus(-1),
            "ArrowRight" => day.plus(1),
            "ArrowUp" => day.plus(-7),
            "ArrowDown" => day.plus(7),
            "Enter" if in_day => {
                event.prevent_default();
                return set_query("view", Span::Week.word());
            }
            _ => return,
        };
        event.prevent_default();
        choose(to);
        timer::next_frame(move || page::focus(&cell_id(to)));
    };
    let month = move || on.get().naive().month();
    let cell = move |day: Day| {
        let Day { on: this, lines, more: hidden } = day;
        let is_empty = lines.is_empty().then_some("true");
        let of_month = move || span.get() == Span::Week || this.naive().month() == month();
        let is_chosen = move || on.get() == this;
        let rest = (hidden > 0).then(|| {
            view! {
                <button type="button" class="more" on:click=heard(ev::click, move |_| { more.try_run(this); })>
                    {move || words::more(lang(), hidden)}
                </button>
            }
        });
        view! {
            <td
                id=cell_id(this)
                tabindex=move || if is_chosen() { "0" } else { "-1" }
                data-today=(this == session::today()).then_some("true")
                data-within=move || of_month().to_string()
                data-empty=is_empty
                aria-current=(this == session::today()).then_some("date")
                on:click=heard(ev::click, move |_| choose(this))
            >
                <time datetime=this.to_string()>
                    <span class="number" aria-hidden="true">{this.naive().day()}</span>
                    <span class="named">{move || format::day(lang(), this)}</span>
                </time>
                <ul>{lines.into_iter().map(entry).collect_view()}</ul>
                {rest}
            </td>
        }
    };
    let weeks = move || {
        let shown = shown.get();
        let mut days = shown.days.iter().cloned();
        let weeks = std::iter::from_fn(move || {
            let week: Vec<Day> = days.by_ref().take(7).collect();
            (!week.is_empty()).then_some(week)
        });
        weeks.map(|week| view! { <tr>{week.into_iter().map(cell).collect_view()}</tr> }).collect_view()
    };
    let heads = words::WEEKDAYS.map(|day| view! { <th scope="col">{move || t(day)}</th> });
    view! {
        <table class="calendar" data-span=move || span.get().word() on:keydown=heard(ev::keydown, keys)>
            <thead><tr>{heads.collect_view()}</tr></thead>
            <tbody>{weeks}</tbody>
        </table>
    }
}

/// Chooses a day.
pub(super) fn choose(day: Date) {
    set_query("on", &day.to_string());
}

fn cell_id(day: Date) -> String {
    format!("day-{day}")
}

/// One entry: what it is, what it is about, lit where it is overdue.
fn entry(line: Line) -> AnyView {
    let Line { what, is_overdue, title, about, to } = line;
    // The days are made anew in another language, as their lines are.
    let kind = match is_overdue {
        true => lit(Level::Red, t(words::late(what)).to_owned()),
        false => view! { <span class="kind">{t(words::what(what))}</span> }.into_any(),
    };
    let hint = if about.is_empty() { title.clone() } else { format!("{title} · {about}") };
    let about = (!about.is_empty()).then(|| view! { " " <small>{about}</small> });
    view! {
        <li data-due=what.is_due().to_string() title=hint>
            {link(&to, view! { {kind} " " <span class="title">{title}</span> {about} })}
        </li>
    }
    .into_any()
}
