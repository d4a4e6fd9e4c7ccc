//! The list under a combo box, in the browser's top layer so that no panel cuts it off.

use super::{Choice, Glyph, Icon};
use crate::i18n::widgets;
use crate::ui::heard::heard;
use crate::ui::lang::{lang, t};
use crate::web::{page, timer};
use leptos::ev;
use leptos::html;
use leptos::prelude::*;

/// A row of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Row {
    /// An entry.
    Choice(Choice),
    /// Create an entry with this name.
    Create(String),
}

/// The rows, shown while `open`. The input keeps the focus; `active` is the row the arrows reached.
#[component]
pub(super) fn ComboList(
    id: String,
    anchor: NodeRef<html::Input>,
    open: Signal<bool>,
    rows: Memo<Vec<Row>>,
    active: RwSignal<Option<usize>>,
    on_choose: Callback<Row>,
) -> impl IntoView {
    let list: NodeRef<html::Div> = NodeRef::new();
    Effect::new(move || {
        let (Some(anchor), Some(list)) = (anchor.get(), list.get()) else { return };
        // Each new set of rows may change the height, and with it the side.
        rows.track();
        if !open.get() {
            // Fails where it is hidden already.
            let _ = list.hide_popover();
            return;
        }
        timer::next_frame(move || {
            // It may have been left meanwhile.
            if open.try_get_untracked() == Some(true)
                && (page::popover_shown(&list) || list.show_popover().is_ok())
            {
                page::place_beside(&anchor, &list, false);
            }
        });
    });
    let stem = id.clone();
    Effect::new(move || {
        let Some(at) = active.get() else { return };
        let row = format!("{stem}-{at}");
        timer::next_frame(move || page::reveal(&row));
    });
    let stem = id.clone();
    let entry = move |(at, row): (usize, Row)| {
        let chosen = row.clone();
        let content = match row {
            Row::Choice(choice) => view! {
                <span>{choice.label.show()}</span>
                <small>{choice.hint.show()}</small>
            }
            .into_any(),
            Row::Create(name) => view! {
                <Icon glyph=Glyph::Plus/>
                <span>{widgets::create_named(lang(), &name)}</span>
            }
            .into_any(),
        };
        view! {
            <div
                role="option"
                id=format!("{stem}-{at}")
                aria-selected=move || (active.get() == Some(at)).to_string()
                on:click=heard(ev::click, move |_| { on_choose.try_run(chosen.clone()); })
            >
                {content}
            </div>
        }
    };
    let entries = move || {
        let rows = rows.get();
        if rows.is_empty() {
            return view! { <p class="quiet">{t(widgets::NO_MATCH)}</p> }.into_any();
        }
        rows.into_iter().enumerate().map(&entry).collect_view().into_any()
    };
    let spoken = move || open.get().then(|| widgets::n_options(lang(), rows.read().len()));
    view! {
        // A press on the list must not take the focus from the input.
        <div
            class="combo-list"
            role="listbox"
            id=id
            popover="manual"
            node_ref=list
            on:pointerdown=heard(ev::pointerdown, |event| event.prevent_default())
            on:mousedown=heard(ev::mousedown, |event| event.prevent_default())
        >
            {move || open.get().then(&entries)}
        </div>
        <span class="visually-hidden" role="status">{spoken}</span>
    }
    .into_any()
}
