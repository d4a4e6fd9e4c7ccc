//! 目标任务分解表 from a spreadsheet: pasted or as a file, looked at before it is written, written as one command.

use crate::domain::RecordId;
use crate::exchange::sheet::{self, Workbook};
use crate::i18n::{assess_targets as words, assess_words, format, widgets};
use crate::ledger::{Action, CellKey, Edit};
use crate::rules::metrics::Metric;
use crate::rules::targets::{Aims, Known, Period, TargetTable, read_table, set};
use crate::store::Store;
use crate::ui::assessment::period::named as period_named;
use crate::ui::assessment::whose::holder_name;
use crate::ui::lang::{lang, t};
use crate::ui::session;
use crate::ui::widgets::{Button, ButtonKind, Dialog, DropZone, Field, Glyph, LoadedFile, TextArea};
use crate::web::decode;
use leptos::prelude::*;
use rustc_hash::FxHashSet;

/// One target that would be written.
#[derive(Clone, PartialEq, Eq, Hash)]
struct Change {
    whose: String,
    metric: String,
    before: String,
    now: String,
}

/// The button and the dialog it opens.
#[component]
pub(super) fn ImportTargets(period: Memo<Period>, office: Memo<Vec<Metric>>) -> impl IntoView {
    let open = RwSignal::new(false);
    let draft = RwSignal::new(String::new());
    let found = RwSignal::new(None::<TargetTable>);
    let failed = RwSignal::new(false);
    let take = move |book: Option<Workbook>| {
        failed.set(book.is_none());
        found.set(book.map(|book| read(&book, &office.get_untracked())));
    };
    let files = move |files: Vec<LoadedFile>| {
        if let Some(file) = files.into_iter().next() {
            take(sheet::open(&file.bytes, &file.name, &decode::gb18030).ok());
        }
    };
    Effect::new(move || {
        let text = draft.get();
        if text.trim().is_empty() {
            found.set(None);
            failed.set(false);
        } else {
            take(sheet::paste(&text).ok());
        }
    });
    let changes = Memo::new(move |_| {
        let period = period.get();
        office
            .with(|office| {
                let found = found.get()?;
                session::watch(|store| changes(store, office, period, &found.known))
            })
            .unwrap_or_default()
    });
    let apply = move || {
        let (period, office) = (period.get_untracked(), office.get_untracked());
        let known = found.with_untracked(|found| found.as_ref().map(|found| found.known.clone()));
        let edits = session::read(|store| edits(store, &office, period, &known.unwrap_or_default()));
        if session::run(Action::Import, edits.unwrap_or_default()) {
            open.set(false);
        }
    };
    let footer = move || {
        view! {
            <Button label=widgets::CANCEL on_press=move || open.set(false)/>
            <Button
                label=Signal::derive(move || words::apply(lang(), changes.with(Vec::len)))
                kind=ButtonKind::Primary
                disabled=Signal::derive(move || changes.with(Vec::is_empty))
                on_press=apply
            />
        }
    };
    let closed = move |()| {
        draft.set(String::new());
        found.set(None);
        failed.set(false);
    };
    let title =
        Signal::derive(move || format!("{} · {}", t(words::IMPORT), period_named(lang(), period.get())));
    view! {
        <Button label=words::IMPORT icon=Glyph::Upload on_press=move || open.set(true)/>
        <Dialog open title footer wide=true on_close=Callback::new(closed)>
            <div class="import-targets">
                <p class="help">{move || t(words::IMPORT_HELP)}</p>
                <Field label=words::PASTE_HERE>
                    <TextArea value=draft rows=4/>
                </Field>
                <DropZone label=words::FILE accept=".xlsx,.xls,.csv,.tsv,.txt,.htm,.html" on_files=files/>
                <p class="error" role="alert">{move || failed.get().then(|| t(words::UNREADABLE))}</p>
                {move || found.get().map(|found| preview(&found, changes))}
            </div>
        </Dialog>
    }
    .into_any()
}

/// The first sheet of a file that holds a table of targets, else what its first sheet says.
fn read(book: &Workbook, metrics: &[Metric]) -> TargetTable {
    let tables = book.sheets.iter().filter(|sheet| !sheet.hidden).map(|sheet| {
        let row = |row: &Vec<sheet::Cell>| row.iter().map(|cell| cell.shown.clone()).collect();
        let rows: Vec<Vec<String>> = sheet.rows.iter().map(row).collect();
        session::read(|store| read_table(store.state(), metrics, &rows)).unwrap_or_default()
    });
    let mut tables: Vec<TargetTable> = tables.collect();
    let best = tables.iter().position(|table| !table.known.is_empty()).unwrap_or(0);
    if best < tables.len() { tables.swap_remove(best) } else { TargetTable::default() }
}

/// What would change, in the order of the table.
fn changes(store: &Store, metrics: &[Metric], period: Period, known: &[Known]) -> Vec<Change> {
    let l = lang();
    let state = store.state();
    let aims = Aims::read(state, store.index().rules(), metrics);
    let change = |known: &Known| {
        let metric = metrics.iter().find(|metric| metric.word == known.metric)?;
        let before = aims.of(&known.metric, &known.holder, period).map(|aim| aim.target);
        let told = |number| assess_words::number(l, metric.unit, number);
        let whose = holder_name(state, &known.holder);
        (before != Some(known.target)).then(|| Change {
            whose,
            metric: assess_words::metric_name(l, metric),
            before: before.map_or_else(|| format::DASH.to_owned(), told),
            now: told(known.target),
        })
    };
    known.iter().filter_map(change).collect()
}

/// The edits that write what changed, each cell once.
fn edits(store: &Store, metrics: &[Metric], period: Period, known: &[Known]) -> Vec<Edit> {
    let state = store.state();
    let aims = Aims::read(state, store.index().rules(), metrics);
    let mut given: FxHashSet<(RecordId, CellKey)> = FxHashSet::default();
    let mut all = Vec::new();
    for known in known {
        let metric = metrics.iter().find(|metric| metric.word == known.metric);
        let before = aims.of(&known.metric, &known.holder, period).map(|aim| aim.target);
        let Some(metric) = metric.filter(|_| before != Some(known.target)) else { continue };
        let edits = set(state, metric, &known.holder, period, Some(known.target));
        all.extend(edits.into_iter().filter(|edit| given.insert((edit.record, edit.cell))));
    }
    all
}

fn preview(found: &TargetTable, changes: Memo<Vec<Change>>) -> impl IntoView + use<> {
    let l = lang();
    let (read, names, heads) = (found.known.len(), found.names.clone(), found.heads.clone());
    let cells: Vec<String> =
        found.cells.iter().map(|(name, head, text)| words::cell(l, name, head, text)).collect();
    let told = |title: crate::i18n::Text, all: Vec<String>| {
        (!all.is_empty())
            .then(|| view! { <p class="left-out"><strong>{t(title)}</strong> " " {words::list(l, &all)}</p> })
    };
    let head = |text: crate::i18n::Text| view! { <th scope="col">{t(text)}</th> };
    let line = |change: Change| {
        view! {
            <tr>
                <th scope="row">{change.whose}</th>
                <td>{change.metric}</td>
                <td class="number">{change.before}</td>
                <td class="number">{change.now}</td>
            </tr>
        }
    };
    view! {
        <p role="status">{move || words::found(lang(), read, changes.with(Vec::len))}</p>
        {told(words::UNKNOWN_NAMES, names)}
        {told(words::UNKNOWN_HEADS, heads)}
        {told(words::UNREAD_CELLS, cells)}
        <table class="target-changes">
            <thead><tr>
                {head(words::WHOSE)} {head(words::METRIC)} {head(words::BEFORE)} {head(words::NOW)}
            </tr></thead>
            <tbody><For each=move || changes.get() key=Clone::clone children=line/></tbody>
        </table>
    }
}
