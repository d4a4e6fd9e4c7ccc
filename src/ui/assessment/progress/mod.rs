//! 进度: done against target and time, and the other tables that targets are asked for.

mod asked;
mod city;
mod clearance;
mod half;
mod rates;
mod table;
mod three;

use super::behind::BehindPanel;
use super::whose::{WHOSE, word};
use crate::domain::RecordId;
use crate::i18n::{Text, assess_progress as words, values};
use crate::rules::scoring::Subject;
use crate::store::Store;
use crate::ui::lang::{lang, t};
use crate::ui::records::WorkSwitch;
use crate::ui::records::sums::{Cell, SHOW, Sums, SumsMenu, SumsTable};
use crate::ui::routes::{Place, Route, Work, navigate, set_query, use_query};
use crate::ui::session;
use crate::ui::shell::Page;
use crate::ui::widgets::{Button, ButtonKind, Choice, EmptyState, Segmented};
use asked::{Asked, Choices, Pickers};
use leptos::prelude::*;

/// One table of the page.
#[derive(Clone, Copy)]
struct Table {
    word: &'static str,
    name: Text,
    choices: Choices,
    /// How it is counted.
    rule: Option<Text>,
    make: fn(Asked) -> Made,
}

/// A table as it is shown.
struct Made {
    sums: Memo<Sums>,
    /// What it is of: the metric, the period, the day.
    caption: Signal<String>,
    /// What it is of, in the name of its file.
    of: Signal<String>,
    /// What stands in its place while it has no rows.
    empty: fn() -> AnyView,
}

const PERIOD: Choices = Choices { whose: false, metric: false, period: true, against_time: false };
const DAY: Choices = Choices { whose: false, metric: false, period: false, against_time: false };

/// The tables in the order of the switch.
const TABLES: [Table; 6] = [
    Table {
        word: "",
        name: words::PROGRESS,
        choices: Choices { whose: true, metric: true, period: true, against_time: true },
        rule: None,
        make: table::make,
    },
    Table { word: "half", name: words::HALF, choices: DAY, rule: Some(words::HALF_RULE), make: half::make },
    Table {
        word: "three",
        name: words::THREE_NEW,
        choices: PERIOD,
        rule: Some(words::THREE_NEW_RULE),
        make: three::make,
    },
    Table {
        word: "rate",
        name: words::START_RATE,
        choices: PERIOD,
        rule: Some(words::START_RATE_RULE),
        make: rates::make,
    },
    Table {
        word: "city",
        name: words::CITY,
        choices: Choices { whose: false, metric: true, period: true, against_time: false },
        rule: Some(words::CITY_RULE),
        make: city::make,
    },
    Table {
        word: "clear",
        name: words::CLEARANCE,
        choices: DAY,
        rule: Some(words::CLEARANCE_RULE),
        make: clearance::make,
    },
];

/// The page.
#[component]
pub fn ProgressPage() -> impl IntoView {
    let show = use_query(SHOW);
    let at = Memo::new(move |_| {
        let show = show.read();
        TABLES.iter().position(|table| table.word == show.as_str()).unwrap_or(0)
    });
    move || view! { <One table=TABLES[at.get()]/> }
}

#[component]
fn One(table: Table) -> impl IntoView {
    let asked = Asked::read();
    let Made { sums, caption, of, empty } = (table.make)(asked);
    let name = Signal::derive(move || words::of(lang(), table.name, &of.get()));
    let title = Signal::derive(move || format!("{} · {}", t(table.name), caption.get()));
    let actions = move || view! { <SumsMenu title stem=name sums=sums.into()/> };
    let lead = || view! { <WorkSwitch place=Place::Assessment/> };
    let aside = || view! { <BehindPanel/> }.into_any();
    let value = RwSignal::new(table.word.to_owned());
    let options: Vec<Choice> = TABLES.iter().map(|table| Choice::new(table.word, table.name)).collect();
    let rule = move || {
        let of_people = table.choices.whose.then(|| words::whose_rule(asked.subject.get())).flatten();
        table.rule.or(of_people).map(|rule| view! { <p class="help">{t(rule)}</p> })
    };
    let is_empty = Memo::new(move |_| sums.with(|sums| sums.rows.is_empty()));
    let body = move || {
        if is_empty.get() {
            none(if table.choices.whose { asked.subject.get() } else { Subject::Unit }, empty)
        } else {
            view! { <SumsTable title=name sums=sums.into()/> }.into_any()
        }
    };
    view! {
        <Page title=Work::Progress.title() lead actions aside>
            <div class="sums-page progress-page">
                <Segmented
                    label=words::SHOW
                    value
                    options
                    on_change=move |word: String| set_query(SHOW, &word)
                />
                <Pickers asked choices=table.choices/>
                <p class="caption" role="status">{move || caption.get()}</p>
                {body}
                {rule}
            </div>
        </Page>
    }
    .into_any()
}

/// The name of a unit, or of the county.
fn named(store: &Store, unit: Option<RecordId>) -> Cell {
    match unit {
        Some(unit) => Cell::words(values::record_name(lang(), store.state(), unit)),
        None => Cell::words(t(words::COUNTY)),
    }
}

/// What stands in the place of a table without rows: people and chains need more than units do.
fn none(subject: Subject, usual: fn() -> AnyView) -> AnyView {
    let Some((title, text)) = words::none_of(subject) else { return usual() };
    let go = move || {
        let whose = [(WHOSE, word(subject))];
        navigate(Route::Work(Work::Targets).with_query(whose));
    };
    view! {
        <EmptyState title text>
            {session::is_now().then(|| view! {
                <Button label=words::SET_TARGETS kind=ButtonKind::Primary on_press=go/>
            })}
        </EmptyState>
    }
    .into_any()
}

/// That nothing was aimed at or done.
fn no_targets() -> AnyView {
    let go = || navigate(Route::Work(Work::Targets));
    view! {
        <EmptyState title=words::NONE text=words::NONE_TEXT>
            {session::is_now().then(|| view! {
                <Button label=words::SET_TARGETS kind=ButtonKind::Primary on_press=go/>
            })}
        </EmptyState>
    }
    .into_any()
}

/// Parts of a caption, those without words left out.
fn caption(parts: impl IntoIterator<Item = String>) -> String {
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}
