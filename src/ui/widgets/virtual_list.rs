//! A long list of which only the rows in sight exist.

use super::after_paint::painted;
use crate::ui::heard::heard;
use crate::web::css::px;
use crate::web::{observe, page};
use leptos::ev;
use leptos::html;
use leptos::prelude::*;
use std::collections::BTreeSet;
use wasm_bindgen::JsCast;
use web_sys::Element;

/// Rows kept ready above and below those in sight, once these were painted.
const OVERSCAN: usize = 8;
/// The part of the window that a list takes at the least on most pages. Where it is more, the rest of its rows are made
/// as soon as it is measured, which is before the page is painted.
const USUAL_PART: f64 = 0.6;

/// How a list and its rows are announced.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ListRole {
    /// A list of items.
    #[default]
    List,
    /// A table; rows hold cells with `role="cell"`.
    Table,
    /// A grid that the arrow keys move in; rows hold cells with `role="gridcell"`.
    Grid,
}

impl ListRole {
    const fn words(self) -> (&'static str, &'static str) {
        match self {
            ListRole::List => ("list", "listitem"),
            ListRole::Table => ("table", "row"),
            ListRole::Grid => ("grid", "row"),
        }
    }
}

/// A list of rows of one height that scrolls in a box of its own. The box takes the height its
/// surroundings give it. The row with the focus is kept even when it is scrolled out of sight.
///
/// `render` is called once for each row that appears, under its `key`; a row that stays is moved and
/// not made again, so it must follow its record's changes by signals of its own.
///
/// ```ignore
/// <VirtualList total=move || ids.read().len() row_height=36.0 label=table::PROJECTS
///     key=move |at| ids.read_untracked().get(at).map(ToString::to_string).unwrap_or_default()
///     render=move |at| view! { <ProjectRow id=ids.read_untracked()[at]/> }.into_any()/>
/// ```
#[component]
pub fn VirtualList(
    /// What is listed, for screen readers.
    #[prop(into)]
    label: Signal<String>,
    /// How many rows there are.
    #[prop(into)]
    total: Signal<usize>,
    /// The height of each row, in CSS pixels.
    #[prop(into)]
    row_height: Signal<f64>,
    /// Makes the row at an index below `total`.
    #[prop(into)]
    render: Callback<usize, AnyView>,
    /// What stays the same when a row moves: its record's id. Called with an index below `total`; may
    /// follow signals. Without it a row is its index.
    #[prop(optional, into)]
    key: Option<Callback<usize, String>>,
    /// How it is announced.
    #[prop(optional)]
    role: ListRole,
    /// Rows above the list that stay in sight when it scrolls, such as a table's head.
    #[prop(optional, into)]
    head: Option<ViewFnOnce>,
    /// Rows below the list that stay in sight, such as totals.
    #[prop(optional, into)]
    foot: Option<ViewFnOnce>,
    /// Set to an index, scrolls so far that this row is in sight.
    #[prop(optional, into)]
    reveal: Option<Signal<Option<usize>>>,
    /// The box that scrolls, for a caller that moves the focus in it.
    #[prop(optional)]
    node_ref: NodeRef<html::Div>,
) -> impl IntoView {
    let (list_role, row_role) = role.words();
    let top = RwSignal::new(0.0_f64);
    let height = RwSignal::new(page::window_size().1 * USUAL_PART);
    let is_painted = painted();
    let focused = RwSignal::new(None::<usize>);

    // Watches until the list is gone.
    let watch = StoredValue::new_local(None);
    Effect::new(move || {
        let Some(element) = node_ref.get() else { return };
        watch.set_value(Some(observe::height(&element, move |now| {
            height.try_set(now);
        })));
    });
    if let Some(reveal) = reveal {
        Effect::new(move || {
            let (Some(at), Some(element)) = (reveal.get(), node_ref.get()) else { return };
            bring_into_sight(&element, at as f64 * row_height.get_untracked(), row_height.get_untracked());
        });
    }

    let window = Memo::new(move |_| {
        let row = row_height.get().max(1.0);
        let first = (top.get() / row) as usize;
        let count = (height.get() / row).ceil() as usize;
        let (total, overscan) = (total.get(), if is_painted.get() { OVERSCAN } else { 0 });
        let from = first.saturating_sub(overscan).min(total);
        (from, (first + count + overscan).min(total))
    });
    let rows = Memo::new(move |_| {
        let (from, to) = window.get();
        let kept = focused.get().filter(|&at| at < total.get());
        let indices: BTreeSet<usize> = (from..to).chain(kept).collect();
        let keyed = |at: usize| {
            let name = key.and_then(|key| key.try_run(at)).unwrap_or_else(|| at.to_string());
            (name, at)
        };
        indices.into_iter().map(keyed).collect::<Vec<_>>()
    });
    let place = move |name: &str| rows.read().iter().find(|(key, _)| key == name).map(|(_, at)| *at);
    let row = move |(name, at): (String, usize)| {
        // Where the row stands now; it may move while it is shown.
        let now = Memo::new(move |before: Option<&usize>| place(&name).or(before.copied()).unwrap_or(at));
        let is_list = role == ListRole::List;
        view! {
            <div
                class="row"
                role=row_role
                data-index=move || now.get().to_string()
                aria-posinset=move || is_list.then(|| (now.get() + 1).to_string())
                aria-setsize=move || is_list.then(|| total.get().to_string())
                aria-rowindex=move || (!is_list).then(|| (now.get() + 2).to_string())
                style:transform=move || format!("translateY({})", px(now.get() as f64 * row_height.get()))
                style:height=move || px(row_height.get())
            >
                {render.try_run(at)}
            </div>
        }
    };
    view! {
        <div
            class="virtual-list"
            role=list_role
            aria-label=label
            aria-rowcount=move || (role != ListRole::List).then(|| (total.get() + 1).to_string())
            // In a grid the keyboard is with the field that writes on its cells.
            tabindex=if role == ListRole::Grid { "-1" } else { "0" }
            node_ref=node_ref
            on:scroll=heard(ev::scroll, move |_| {
                if let Some(Some(element)) = node_ref.try_get_untracked() {
                    top.try_set(f64::from(element.scroll_top()));
                }
            })
            on:focusin=heard(ev::focusin, move |event| { focused.try_set(row_of(event.target())); })
            on:focusout=heard(ev::focusout, move |_| { focused.try_set(None); })
        >
            {head.map(|head| view! { <div class="head" role="presentation">{head.run()}</div> })}
            <div class="rows" role="presentation" style:height=move || px(total.get() as f64 * row_height.get())>
                <For each=move || rows.get() key=|(name, _)| name.clone() children=row/>
            </div>
            {foot.map(|foot| view! { <div class="foot" role="presentation">{foot.run()}</div> })}
        </div>
    }
    .into_any()
}

/// The index of the row around an element.
fn row_of(target: Option<web_sys::EventTarget>) -> Option<usize> {
    let row = target?.dyn_into::<Element>().ok()?.closest("[data-index]").ok()??;
    row.get_attribute("data-index")?.parse().ok()
}

/// Scrolls `list` just so far that a row from `row_top` of `row_height` is between its sticky head and
/// foot.
fn bring_into_sight(list: &Element, row_top: f64, row_height: f64) {
    let part = |selector: &str| {
        let found = list.query_selector(selector).ok().flatten();
        found.map_or(0.0, |element| f64::from(element.client_height()))
    };
    let (head, foot) = (part(":scope > .head"), part(":scope > .foot"));
    let (now, seen) = (f64::from(list.scroll_top()), f64::from(list.client_height()) - head - foot);
    if row_top < now {
        list.set_scroll_top(row_top as i32);
    } else if row_top + row_height > now + seen {
        list.set_scroll_top((row_top + row_height - seen).ceil() as i32);
    }
}
