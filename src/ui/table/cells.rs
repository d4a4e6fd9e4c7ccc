//! The cells of a record's row. Most of the time that a table takes is the making of cells: those of a row are copied
//! from a mould, and written to by hand where they differ.

use super::editor::CellEditor;
use super::grid::{Editing, Grid};
use super::rows::{Face, cell_id, leads_to_a_page, page_of};
use crate::domain::RecordId;
use crate::i18n::{Lang, table as words};
use crate::rules::query::{Align, Column};
use crate::ui::widgets::{Glyph, Icon};
use crate::web::mould::Mould;
use leptos::mount::mount_to;
use leptos::prelude::*;
use std::any::Any;
use std::cell::RefCell;
use std::ops::RangeInclusive;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

/// What the cells of all rows have in common.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Layout {
    /// The columns.
    pub columns: Vec<Column>,
    /// How many of them stay in sight.
    pub frozen: usize,
    /// The language.
    pub lang: Lang,
}

/// The mould of a table's rows, made anew when their layout changes.
#[derive(Clone, Default)]
pub struct Moulds(Rc<RefCell<Option<(Layout, Mould)>>>);

impl Moulds {
    fn get(&self, grid: Grid, layout: &Layout) -> Option<Mould> {
        if let Some((_, mould)) = self.0.borrow().as_ref().filter(|(of, _)| of == layout) {
            return Some(mould.clone());
        }
        let of = layout.clone();
        let mould = Mould::of(|host| mount_to(host, move || bare(grid, &of)))?;
        self.0.replace(Some((layout.clone(), mould.clone())));
        Some(mould)
    }
}

/// The cells of a row without what only one record has.
fn bare(grid: Grid, layout: &Layout) -> impl IntoView + use<> {
    let cell = |(at, column): (usize, &Column)| {
        let is_frozen = at < layout.frozen;
        let link = (at == 0 && leads_to_a_page(grid.kind)).then(|| {
            let label = words::OPEN.get(layout.lang);
            view! { <a class="open" tabindex="-1" aria-label=label title=label><Icon glyph=Glyph::Open/></a> }
        });
        view! {
            <div
                role="gridcell"
                data-column=at.to_string()
                aria-colindex=(at + 2).to_string()
                aria-selected="false"
                aria-readonly=(!column.is_editable(grid.kind)).then_some("true")
                class:number=column.align(grid.kind) == Align::End
                class:frozen=is_frozen
                style:left=is_frozen.then(|| format!("var(--left-{at})"))
            >
                <span></span>
                {link}
            </div>
        }
    };
    layout.columns.iter().enumerate().map(cell).collect_view()
}

/// What a row shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Look {
    /// What its cells show.
    pub faces: Vec<Face>,
    /// The column of the cursor, if that is in this row.
    pub cursor: Option<usize>,
    /// The columns of the range, if that covers this row.
    pub range: Option<RangeInclusive<usize>>,
}

impl Look {
    fn is_marked(&self, at: usize) -> bool {
        self.cursor == Some(at) || self.range.as_ref().is_some_and(|range| range.contains(&at))
    }
}

/// The cells of one row as they stand on the page.
#[derive(Default)]
pub struct Cells {
    layout: Option<Layout>,
    look: Look,
    cells: Vec<Element>,
    /// The open editor, which is taken away when this is let go.
    editor: Option<(Editing, Box<dyn Any>)>,
}

impl Cells {
    /// Shows a row's cells at the end of `row`: all of them where the layout is another, else what differs.
    pub fn show(
        &mut self,
        (grid, moulds): (Grid, &Moulds),
        id: RecordId,
        row: &Element,
        layout: &Layout,
        look: Look,
    ) {
        if self.layout.as_ref() != Some(layout) {
            self.editor = None;
            self.cells.drain(..).for_each(|cell| cell.remove());
            self.cells = moulds.get(grid, layout).map(|mould| mould.cast(row)).unwrap_or_default();
            self.look = Look::default();
            self.layout = Some(layout.clone());
            self.lead_to_page(id);
        }
        for (at, (cell, face)) in self.cells.iter().zip(&look.faces).enumerate() {
            let before = self.look.faces.get(at);
            if before != Some(face) {
                write(cell, before, face);
            }
            if (self.look.cursor == Some(at)) != (look.cursor == Some(at)) {
                let is_here = look.cursor == Some(at);
                set(cell, "id", is_here.then(|| cell_id(id, at)).as_deref());
                set(cell, "data-cursor", is_here.then_some("true"));
            }
            if self.look.is_marked(at) != look.is_marked(at) {
                set(cell, "aria-selected", Some(if look.is_marked(at) { "true" } else { "false" }));
            }
        }
        self.look = look;
    }

    /// Opens the editor in its cell, or takes it away.
    pub fn edit(&mut self, grid: Grid, editing: Option<Editing>) {
        if self.editor.as_ref().map(|(of, _)| of) == editing.as_ref() {
            return;
        }
        self.editor = None;
        let columns = self.layout.as_ref().map(|layout| layout.columns.as_slice()).unwrap_or_default();
        let place = |editing: &Editing| columns.iter().position(|column| *column == editing.column);
        let cell = editing.as_ref().and_then(place).and_then(|at| self.cells.get(at));
        if let (Some(editing), Some(cell)) = (editing, cell.and_then(|cell| cell.dyn_ref::<HtmlElement>())) {
            let mounted = mount_to(cell.clone(), {
                let editing = editing.clone();
                move || view! { <CellEditor grid editing/> }
            });
            self.editor = Some((editing, Box::new(mounted)));
        }
    }

    fn lead_to_page(&self, id: RecordId) {
        let link = self.cells.first().and_then(|cell| cell.query_selector(":scope > a").ok().flatten());
        if let (Some(link), Some(place)) = (link, page_of(id)) {
            set(&link, "href", Some(&place.href()));
        }
    }
}

/// Texts up to this many characters fit every column and need no tooltip.
const SHORT: usize = 6;

/// Writes what a cell shows. A new cell is as one that shows nothing, and says so by nothing.
fn write(cell: &Element, before: Option<&Face>, face: &Face) {
    let blank = Face { text: String::new(), empty: false, in_conflict: false };
    let before = before.unwrap_or(&blank);
    if before.text != face.text {
        if let Some(text) = cell.first_element_child() {
            text.set_text_content(Some(&face.text));
        }
        let is_long = |text: &str| text.chars().count() > SHORT;
        if is_long(&before.text) || is_long(&face.text) {
            set(cell, "title", is_long(&face.text).then_some(&face.text));
        }
    }
    if before.empty != face.empty {
        set(cell, "data-empty", face.empty.then_some("true"));
    }
    if before.in_conflict != face.in_conflict {
        set(cell, "data-conflict", face.in_conflict.then_some("true"));
    }
}

/// Sets an attribute or takes it away. The names are valid, so that neither can fail.
fn set(element: &Element, name: &str, value: Option<&str>) {
    let _ = match value {
        Some(value) => element.set_attribute(name, value),
        None => element.remove_attribute(name),
    };
}
