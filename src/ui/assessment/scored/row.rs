//! The rows of the score table. A hundred rows of twenty numbers that open are two thousand buttons: they are copied from
//! a mould, and what differs is written to by hand.

use super::faces::{CellFace, Mark, RowFace};
use crate::i18n::{Text, assess_scores as words};
use crate::ui::lang::t;
use crate::web::mould::Mould;
use leptos::html;
use leptos::mount::mount_to;
use leptos::prelude::*;
use std::cell::RefCell;
use std::rc::Rc;
use web_sys::Element;

/// The items of a row, the total first, and the mould of its cells.
type Cells = (Vec<String>, Mould);

/// The mould of the rows, made anew where the items are others.
#[derive(Clone, Default)]
pub(super) struct Moulds(Rc<RefCell<Option<Cells>>>);

impl Moulds {
    /// Puts the cells of a row for these items at the end of `row`.
    fn cast(&self, items: Vec<String>, row: &Element) -> Vec<Element> {
        if let Some((_, mould)) = self.0.borrow().as_ref().filter(|(of, _)| *of == items) {
            return mould.cast(row);
        }
        let of = items.clone();
        let Some(mould) = Mould::of(|host| mount_to(host, move || bare(&of))) else { return Vec::new() };
        let cells = mould.cast(row);
        self.0.replace(Some((items, mould)));
        cells
    }
}

/// The cells of a row without what only one has. The first item is the total.
fn bare(items: &[String]) -> impl IntoView + use<> {
    let cell = |item: &String| {
        view! {
            <td class="number" class:total=item.is_empty()>
                <button type="button" class="score" data-kind="quiet" data-item=item.clone()></button>
            </td>
        }
    };
    items.iter().map(cell).collect_view()
}

/// A row. The table hears the presses on its numbers (see [`super::table`]).
pub(super) fn row(moulds: StoredValue<Moulds, LocalStorage>, face: RowFace) -> AnyView {
    let RowFace { key, name, place, gain, tie, is_vetoed, total, cells } = face;
    let vetoed = is_vetoed.then(|| view! { <small class="vetoed">{t(words::VETO)}</small> });
    let tie = tie.map(|told| view! { <small title=told>{t(words::TIED)}</small> });
    let numbers: Vec<CellFace> = std::iter::once(total).chain(cells).collect();
    let line: NodeRef<html::Tr> = NodeRef::new();
    // Once the cells before them are there.
    Effect::new(move || {
        let Some(row) = line.get() else { return };
        let items = numbers.iter().map(|face| face.item.clone()).collect();
        let made = moulds.try_with_value(|moulds| moulds.cast(items, &row)).unwrap_or_default();
        made.iter().zip(&numbers).for_each(|(cell, face)| untrack(|| write(cell, face)));
    });
    view! {
        <tr data-who=key node_ref=line>
            <td class="number place"><b>{place}</b>" "<small>{gain}</small>{tie}</td>
            <th scope="row">{name}" "{vetoed}</th>
        </tr>
    }
    .into_any()
}

/// Writes what a cell shows; where that is nothing, nothing can be pressed.
fn write(cell: &Element, face: &CellFace) {
    let Some(button) = cell.first_element_child() else { return };
    if face.text.is_empty() {
        return button.remove();
    }
    button.set_text_content(Some(&face.text));
    // Names of attributes and elements are valid, so none of this can fail.
    let _ = button.set_attribute("aria-label", &face.label);
    if let Some(mark) = marked(face.mark) {
        let _ = button.insert_adjacent_html("beforebegin", r#"<small class="mark"></small>"#);
        if let Some(small) = button.previous_element_sibling() {
            small.set_text_content(Some(t(mark)));
        }
    }
}

const fn marked(mark: Mark) -> Option<Text> {
    match mark {
        Mark::None => None,
        Mark::Gate => Some(words::MARK_GATE),
        Mark::Undefined => Some(words::MARK_UNDEFINED),
        Mark::Bound => Some(words::MARK_BOUND),
    }
}
