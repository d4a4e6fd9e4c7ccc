//! The rule sheets of the office: which version is in force, what is wrong with it, and where a new one comes from.

use super::SHEET;
use super::draft::Draft;
use crate::domain::field::RuleSheetField as S;
use crate::domain::{Kind, RecordId, Value};
use crate::i18n::{assess_rules as words, assess_scores, format, scoring};
use crate::ledger::{Action, Edit};
use crate::rules::metrics::standard;
use crate::rules::scoring::examples::EXAMPLES;
use crate::rules::scoring::office::{self, Kept};
use crate::rules::scoring::{RuleSheet, check, fitted};
use crate::ui::lang::{Words, lang, t};
use crate::ui::routes::{A, Route, Work, set_query};
use crate::ui::session;
use crate::ui::widgets::{
    Badge, ButtonKind, Dialog, DropZone, EmptyState, Glyph, LoadedFile, Menu, MenuItem,
};
use crate::web::files;
use leptos::prelude::*;

/// Keeps a sheet as a new record and opens it.
fn keep(sheet: &RuleSheet) {
    let id = session::new_id(Kind::RuleSheet);
    if session::run(Action::Create, office::write(id, sheet, "1", None)) {
        set_query(SHEET, &id.to_string());
    }
}

/// The button that begins a sheet.
#[component]
pub(super) fn NewSheet() -> impl IntoView {
    let reading = RwSignal::new(false);
    let problem = RwSignal::new(String::new());
    let items = move |()| {
        let mut items = vec![
            MenuItem::new(words::BLANK, || keep(&blank())).icon(Glyph::Plus),
            MenuItem::new(words::FROM_FILE, move || reading.set(true)).icon(Glyph::Upload),
            MenuItem::heading(words::EXAMPLES),
        ];
        let l = untrack(lang);
        items.extend(EXAMPLES.iter().map(|example| {
            let name = scoring::label(l, &example.sheet().name);
            MenuItem::new(Words::from(name), || {
                let groups = session::read(|store| office::groups(store.state())).unwrap_or_default();
                keep(&fitted(example.sheet(), &groups));
            })
        }));
        items
    };
    let read = move |files: Vec<LoadedFile>| {
        let Some(file) = files.into_iter().next() else { return };
        let sheet = String::from_utf8(file.bytes).map_err(|error| error.to_string());
        match sheet.and_then(|text| RuleSheet::read(text.trim_start_matches('\u{feff}'))) {
            Ok(sheet) => {
                reading.set(false);
                problem.set(String::new());
                keep(&sheet);
            }
            Err(error) => problem.set(error),
        }
    };
    let fault = move || {
        let problem = problem.get();
        (!problem.is_empty())
            .then(|| view! { <p class="error" role="alert">{t(words::NOT_READ)}{problem}</p> })
    };
    move || {
        session::is_now().then(|| {
            view! {
                <Menu label=words::NEW icon=Glyph::Plus kind=ButtonKind::Primary align_end=true items=Callback::new(items)/>
                <Dialog open=reading title=words::FROM_FILE>
                    <DropZone label=words::FROM_FILE accept=".json" on_files=read/>
                    {fault}
                </Dialog>
            }
        })
    }
}

/// A sheet with one item, so that there is something to change.
fn blank() -> RuleSheet {
    use crate::rules::scoring::edit;
    let mut sheet = RuleSheet { digits: 2, ..RuleSheet::default() };
    sheet.name.zh = words::BLANK.get(crate::i18n::Lang::Zh).to_owned();
    edit::add(&mut sheet, &[], edit::new_item("signed"));
    if let Some(item) = sheet.items.first_mut() {
        item.weight = crate::domain::Decimal::whole(100);
        item.title.zh = words::METRICS.get(crate::i18n::Lang::Zh).to_owned();
    }
    sheet
}

/// The list.
#[component]
pub(super) fn SheetList() -> impl IntoView {
    let all = Memo::new(|_| session::watch(|store| rows(store.state())).unwrap_or_default());
    move || {
        if all.with(Vec::is_empty) {
            return view! { <EmptyState title=words::NONE text=words::NONE_TEXT/> }.into_any();
        }
        let heads = [words::NAME, words::VERSION, words::FULL, words::SOURCE, words::FROM, words::PROBLEMS];
        let heads = heads.map(|head| view! { <th scope="col">{t(head)}</th> });
        view! {
            <div class="table-wrap">
                <table class="sheet-list">
                    <thead><tr>{heads.collect_view()}<td></td></tr></thead>
                    <tbody>{all.get().into_iter().map(line).collect_view()}</tbody>
                </table>
            </div>
        }
        .into_any()
    }
}

/// A line of the list: a sheet, and what is wrong with it.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Row {
    kept: Kept,
    problems: usize,
}

fn rows(state: &crate::ledger::State) -> Vec<Row> {
    let office = standard::in_force(state);
    let known = |word: &str| office.iter().any(|metric| metric.word == word);
    let problems = |kept: &Kept| kept.sheet.as_ref().map_or(1, |sheet| check(sheet, known).len());
    office::kept(state).into_iter().map(|kept| Row { problems: problems(&kept), kept }).collect()
}

fn line(row: Row) -> AnyView {
    let l = lang();
    let Row { kept, problems } = row;
    let id = kept.id;
    let word = id.to_string();
    let name = kept.sheet.as_ref().map_or_else(|_| kept.name.clone(), |sheet| scoring::label(l, &sheet.name));
    let source = kept.sheet.as_ref().map(|sheet| sheet.source.clone()).unwrap_or_default();
    let full = kept.sheet.as_ref().map(|sheet| scoring::number(sheet.full(), 4)).unwrap_or_default();
    let to = Route::Work(Work::Rules).with_query([(SHEET, word.as_str())]);
    let scores = Route::Work(Work::Scores).with_query([("rules", word.as_str())]);
    let told = match (kept.sheet.is_err(), problems) {
        (true, _) => t(words::BROKEN).to_owned(),
        (false, 0) => t(words::NO_PROBLEMS).to_owned(),
        (false, count) => words::problems(l, count),
    };
    let waits = move || {
        Draft::waits(id)
            .then(|| view! { " "<Badge text=Signal::derive(|| t(words::UNSAVED).to_owned()) accent=true/> })
    };
    let retired =
        kept.retired.then(|| view! { " "<Badge text=Signal::derive(|| t(words::RETIRED).to_owned())/> });
    let (version, from, is_retired) = (kept.version.clone(), kept.from.map(format::date), kept.retired);
    let sheet = StoredValue::new(kept.sheet.ok());
    let items = move |()| {
        let copy = move || {
            if let Some(mut sheet) = sheet.get_value() {
                sheet.name.zh = words::copy_of(crate::i18n::Lang::Zh, &sheet.name.zh);
                if !sheet.name.en.is_empty() {
                    sheet.name.en = words::copy_of(crate::i18n::Lang::En, &sheet.name.en);
                }
                keep(&sheet);
            }
        };
        let file = move || {
            if let Some(sheet) = sheet.get_value() {
                files::save(&format!("{}.json", sheet.name.zh), "application/json", sheet.write().as_bytes());
            }
        };
        let mut items = vec![MenuItem::new(words::AS_FILE, file).icon(Glyph::Download)];
        if session::is_now() {
            let label = if is_retired { words::REVIVE } else { words::RETIRE };
            items.push(MenuItem::new(words::COPY, copy).icon(Glyph::Copy));
            items.push(MenuItem::new(label, move || retire(id, !is_retired)));
        }
        items
    };
    view! {
        <tr>
            <th scope="row"><A to=Signal::stored(to)>{name}</A>{waits}{retired}</th>
            <td>{version}</td>
            <td>{full}</td>
            <td class="source">{source}</td>
            <td>{from}</td>
            <td>{told}</td>
            <td class="do"><A to=Signal::stored(scores)>{t(words::SEE_SCORES)}</A>
                <Menu label=assess_scores::RULES icon=Glyph::More bare=true align_end=true items=Callback::new(items)/></td>
        </tr>
    }
    .into_any()
}

fn retire(id: RecordId, retired: bool) {
    session::run(Action::Edit, vec![Edit::new(id, S::Retired, Value::Bool(retired))]);
}
