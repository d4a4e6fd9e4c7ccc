//! The signals that all parts of a table share.

use super::cells::Layout;
use super::{narrow, ran};
use crate::domain::{Kind, RecordId};
use crate::i18n::format::MoneyUnit;
use crate::i18n::{Lang, table as words};
use crate::ledger::Action;
use crate::rules::query::paste::Plan;
use crate::rules::query::{Column, Input, Move, Row, Spot, Table, View, area, edits};
use crate::rules::typed::Typing;
use crate::ui::lang::lang;
use crate::ui::state::prefs;
use crate::ui::{search, session};
use leptos::html;
use leptos::prelude::*;
use std::collections::BTreeSet;
use std::ops::RangeInclusive;
use std::sync::Arc;

/// A cell being edited.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Editing {
    /// The row.
    pub id: RecordId,
    /// The column.
    pub column: Column,
    /// What was typed to begin with; `None` opens with what the cell holds.
    pub typed: Option<String>,
}

/// The cells that are marked in the rows of a range.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Marks {
    /// The row of the cursor.
    pub cursor_row: Option<Row>,
    /// Its column.
    pub cursor_column: usize,
    /// The rows of the range.
    rows: BTreeSet<RecordId>,
    /// The columns of the range.
    columns: Option<RangeInclusive<usize>>,
}

/// The signals of one table.
#[derive(Clone, Copy)]
pub struct Grid {
    /// Records of which kind.
    pub kind: Kind,
    /// What is shown, as the user arranged it.
    pub view: RwSignal<View>,
    /// The columns shown, with their widths.
    pub columns: Memo<Vec<(Column, u16)>>,
    /// The same without the widths: for what need not be drawn anew while a width changes.
    pub order: Memo<Vec<Column>>,
    /// What the cells of all rows have in common.
    pub layout: Memo<Layout>,
    /// The view run over the ledger.
    pub table: Memo<Arc<Table>>,
    /// Its rows without those of folded groups.
    pub rows: Memo<Vec<Row>>,
    /// Paths of folded groups.
    pub folded: RwSignal<BTreeSet<String>>,
    /// The active cell.
    pub cursor: RwSignal<Spot>,
    /// The other corner of a range of cells.
    pub anchor: RwSignal<Option<Spot>>,
    /// Where cursor and range show.
    pub marks: Memo<Marks>,
    /// Rows ticked for work on all of them.
    pub selected: RwSignal<BTreeSet<RecordId>>,
    /// The cell being edited.
    pub editing: RwSignal<Option<Editing>>,
    /// A row to be brought into sight.
    pub reveal: RwSignal<Option<usize>>,
    /// The element that scrolls.
    pub scroller: NodeRef<html::Div>,
    /// The field that has the focus.
    pub pen: NodeRef<html::Textarea>,
    /// Whether an input method is writing in it.
    pub composing: RwSignal<bool>,
    /// The column whose condition is being set.
    pub filtering: RwSignal<Option<Column>>,
    /// Whether the column chooser is open.
    pub choosing: RwSignal<bool>,
    /// A paste that waits for a look.
    pub pasting: RwSignal<Option<Plan>, LocalStorage>,
    /// What was done, for screen readers.
    pub spoken: RwSignal<String>,
}

impl Grid {
    /// A table of `kind` with its usual view.
    pub fn new(kind: Kind) -> Self {
        let view = RwSignal::new(View::standard(kind));
        let folded = RwSignal::new(BTreeSet::new());
        let cursor = RwSignal::new(Spot::default());
        let anchor = RwSignal::new(None);
        let columns = Memo::new(move |_| {
            let l = lang();
            let usual = |column| words::usual_width(l, kind, column);
            let shown = session::watch(|store| view.read().shown_with(kind, store.state().names(), usual));
            shown.unwrap_or_default()
        });
        let order = Memo::new(move |_| columns.read().iter().map(|(column, _)| *column).collect());
        let layout =
            Memo::new(move |_| Layout { columns: order.get(), frozen: view.read().frozen, lang: lang() });
        // Changing what is only for the eye must not run the view again.
        let asked = Memo::new(move |_| ran::asked(view.get()));
        let table = Memo::new(move |_| {
            let asked = asked.read();
            let sounding = search::answering(kind, &asked.text).unwrap_or_default();
            session::ask(ran::Asked::new(kind, asked.clone(), sounding))
        });
        let rows = Memo::new(move |_| table.read().unfolded(&folded.read()));
        let marks = Memo::new(move |_| marks(&rows.read(), cursor.get(), anchor.get()));
        Self {
            kind,
            view,
            columns,
            order,
            layout,
            table,
            rows,
            folded,
            cursor,
            anchor,
            marks,
            selected: RwSignal::new(BTreeSet::new()),
            editing: RwSignal::new(None),
            reveal: RwSignal::new(None),
            scroller: NodeRef::new(),
            pen: NodeRef::new(),
            composing: RwSignal::new(false),
            filtering: RwSignal::new(None),
            choosing: RwSignal::new(false),
            pasting: RwSignal::new_local(None),
            spoken: RwSignal::new(String::new()),
        }
    }

    /// Changes the view.
    pub fn arrange(self, change: impl FnOnce(&mut View)) {
        self.view.try_update(change);
    }

    /// Takes every condition and the search text away.
    pub fn clear_filters(self) {
        self.arrange(|view| {
            view.filters.clear();
            view.text.clear();
        });
    }

    /// The stable name of a column.
    pub fn key(self, column: Column) -> String {
        session::read(|store| column.key(self.kind, store.state().names())).unwrap_or_default()
    }

    /// The name of a column, in the current language and followed.
    pub fn name(self, column: Column) -> String {
        let l = lang();
        session::read(|store| words::column_name(l, store.state(), self.kind, column)).unwrap_or_default()
    }

    /// The unit of amounts, followed.
    pub fn unit(self) -> MoneyUnit {
        unit(lang(), self.view.read().in_yi)
    }

    /// What bare numbers mean in this table now.
    pub fn typing(self) -> Typing {
        let unit = unit(prefs::language().get_untracked(), self.view.read_untracked().in_yi);
        let mut typing = Typing::on(session::today());
        typing.money.scale = unit.yuan();
        typing
    }

    /// The record of a row that is shown.
    pub fn record_at(self, row: usize) -> Option<RecordId> {
        match self.rows.read_untracked().get(row) {
            Some(Row::Record(id)) => Some(*id),
            _ => None,
        }
    }

    /// The column at a place.
    pub fn column_at(self, at: usize) -> Option<Column> {
        self.columns.read_untracked().get(at).map(|(column, _)| *column)
    }

    /// Puts the cursor on a cell; with `extend` the range grows from where it was.
    pub fn place(self, spot: Spot, extend: bool) {
        let before = self.cursor.get_untracked();
        let anchor = extend.then(|| self.anchor.get_untracked().unwrap_or(before));
        self.anchor.try_set(anchor);
        self.cursor.try_set(spot);
        self.reveal.try_set(None);
        self.reveal.try_set(Some(spot.row));
    }

    /// Moves the cursor; `false` if the movement leaves the table.
    pub fn step(self, by: Move, extend: bool) -> bool {
        let (rows, columns) = (self.rows.read_untracked().len(), self.columns.read_untracked().len());
        match by.from(self.cursor.get_untracked(), rows, columns, self.page()) {
            Some(spot) => {
                self.place(spot, extend);
                true
            }
            None => false,
        }
    }

    /// How many rows are in sight.
    fn page(self) -> usize {
        let height = self.scroller.try_get_untracked().flatten().map_or(0, |element| element.client_height());
        ((f64::from(height) / narrow::row_height().get_untracked()) as usize).saturating_sub(3).max(1)
    }

    /// The records and columns of the range, or of the active cell.
    pub fn range(self) -> (Vec<RecordId>, Vec<Column>) {
        let cursor = self.cursor.get_untracked();
        let (rows, columns) = area(cursor, self.anchor.get_untracked().unwrap_or(cursor));
        (
            rows.filter_map(|row| self.record_at(row)).collect(),
            columns.filter_map(|at| self.column_at(at)).collect(),
        )
    }

    /// Gives the focus back to the grid.
    pub fn focus(self) {
        if let Some(Some(element)) = self.pen.try_get_untracked() {
            // Refused only where the element has left the page.
            let _ = element.focus();
        }
    }

    /// Folds or unfolds a group.
    pub fn toggle_fold(self, path: &str) {
        self.folded.try_update(|folded| {
            if !folded.remove(path) {
                folded.insert(path.to_owned());
            }
        });
    }

    /// Stores what was read for cells, as one command; whether it was made durable.
    pub fn store(self, action: Action, cells: &[(RecordId, Column, Input)]) -> bool {
        // Words get their numbers first: the store cannot be read and numbered at once.
        for (_, _, input) in cells {
            if let Input::Words(words) = input {
                for word in words {
                    session::element(word);
                }
            }
        }
        let all = session::read(|store| {
            let state = store.state();
            let mut number = |word: &str| state.names().find_element(word).unwrap_or(0);
            let each = cells.iter().map(|(id, column, input)| edits(state, *id, *column, input, &mut number));
            each.collect::<Vec<_>>().concat()
        });
        session::run(action, all.unwrap_or_default())
    }
}

/// The unit of amounts for a reader of `l`.
fn unit(l: Lang, in_yi: bool) -> MoneyUnit {
    match (l, in_yi) {
        (_, true) => MoneyUnit::Yi,
        (Lang::Zh, false) => MoneyUnit::Wan,
        (Lang::En, false) => MoneyUnit::Million,
    }
}

fn marks(rows: &[Row], cursor: Spot, anchor: Option<Spot>) -> Marks {
    let mut marks =
        Marks { cursor_row: rows.get(cursor.row).copied(), cursor_column: cursor.column, ..Marks::default() };
    if let Some(anchor) = anchor.filter(|anchor| *anchor != cursor) {
        let (lines, columns) = area(cursor, anchor);
        let lines = *lines.start()..(*lines.end() + 1).min(rows.len());
        let records = rows.get(lines).unwrap_or_default().iter();
        marks.rows =
            records.filter_map(|row| if let Row::Record(id) = row { Some(*id) } else { None }).collect();
        marks.columns = Some(columns);
    }
    marks
}

impl Marks {
    /// The marks of one record: the column of the cursor, and the columns of the range.
    pub fn of(&self, id: RecordId) -> (Option<usize>, Option<RangeInclusive<usize>>) {
        let cursor = (self.cursor_row == Some(Row::Record(id))).then_some(self.cursor_column);
        (cursor, self.columns.clone().filter(|_| self.rows.contains(&id)))
    }
}
