//! A table of the page with a bar for each row, which is never longer than it can be taken in.

use super::data::Barred;
use crate::i18n::{Text, assess_overview as words};
use crate::ui::lang::{lang, t};
use crate::ui::records::sums::{Cell, SumsMenu, shown};
use crate::ui::widgets::{Button, ButtonKind};
use leptos::prelude::*;

/// How many rows are shown at first, and on the wall, which has room for no more.
const SHOWN: usize = 12;
const ON_WALL: usize = 10;

/// A table with its heading.
#[component]
pub(super) fn BarTable(
    /// What the style sheet and tests call it.
    name: &'static str,
    /// Its heading.
    title: Text,
    /// How it is counted.
    #[prop(optional, into)]
    note: Option<Signal<String>>,
    /// The table; none while it is worked out.
    table: Memo<Option<Barred>>,
    /// What stands there while it has no rows.
    empty: Text,
    /// It is on the wall: nothing can be asked for there.
    on_wall: bool,
) -> impl IntoView {
    let limit = RwSignal::new(if on_wall { ON_WALL } else { SHOWN });
    let printing = window_event_listener_untyped("beforeprint", move |_| {
        limit.try_set(usize::MAX);
    });
    on_cleanup(move || printing.remove());
    let heading = Signal::derive(move || t(title).to_owned());
    let sums = Signal::derive(move || {
        table.with(|table| table.as_ref().map(|table| table.sums.clone()).unwrap_or_default())
    });
    let menu = (!on_wall).then(|| view! { <SumsMenu title=heading stem=heading sums/> });
    let rows = Memo::new(move |_| table.with(|table| table.as_ref().map_or(0, |of| of.sums.rows.len())));
    let body = move || {
        let l = lang();
        table.with(|table| {
            let Some(table) = table else { return ().into_any() };
            if table.sums.rows.is_empty() {
                return view! { <p class="quiet">{t(empty)}</p> }.into_any();
            }
            let longest = table.bars.iter().copied().max().unwrap_or(0).max(1);
            let has_bars = !table.bars.is_empty();
            let heads = table.sums.heads.iter().enumerate().map(|(at, head)| {
                let bar = (at == 0 && has_bars).then(|| view! { <td class="bar"></td> });
                view! { <th scope="col" class:number=head.is_number>{head.shown(l)}</th>{bar} }
            });
            let row = |(nth, row): (usize, &Vec<Cell>)| {
                let bar = table.bars.get(nth).map(|value| {
                    let tenths = i128::from((*value).max(0)) * 1000 / i128::from(longest);
                    let width = format!("{}.{}%", tenths / 10, tenths % 10);
                    view! { <td class="bar" aria-hidden="true"><i style:width=width></i></td> }
                });
                let mut bar = bar;
                let cells = row.iter().zip(&table.sums.heads).enumerate().map(|(at, (cell, head))| {
                    let body = shown(cell, l);
                    match at {
                        0 => view! { <th scope="row">{body}</th>{bar.take()} }.into_any(),
                        _ => view! { <td class:number=head.is_number>{body}</td> }.into_any(),
                    }
                });
                view! { <tr>{cells.collect_view()}</tr> }
            };
            let rows = table.sums.rows.iter().enumerate().take(limit.get()).map(row).collect_view();
            let heads = heads.collect_view();
            view! {
                <div class="table-wrap">
                    <table aria-label=t(title)><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>
                </div>
            }
            .into_any()
        })
    };
    let left = move || {
        let all = rows.get();
        (on_wall && all > limit.get())
            .then(|| view! { <small>{words::first_of(lang(), limit.get(), all)}</small> })
    };
    let more = move || {
        let is_longer = rows.get() > limit.get();
        (is_longer && !on_wall).then(|| {
            let more = move || limit.set(usize::MAX);
            view! { <Button label=words::MORE kind=ButtonKind::Quiet on_press=more/> }
        })
    };
    view! {
        <section class="block" data-block=name>
            <header><h2>{heading}</h2>{left}{menu}</header>
            {note.map(|note| view! { <p class="help">{note}</p> })}
            {body}
            {more}
        </section>
    }
    .into_any()
}
