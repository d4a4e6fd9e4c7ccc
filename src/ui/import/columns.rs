//! The second step: which table, and what each of its columns is.

use super::first_rows::FirstRows;
use super::other_rows::OtherRows;
use super::work::{self, Step, signals};
use crate::domain::money::{Currency, WAN, YI};
use crate::domain::read::MoneyUnit;
use crate::exchange::import::{Job, Sureness};
use crate::exchange::sheet::Reader;
use crate::i18n::{Text, import as words};
use crate::ui::lang::{lang, t};
use crate::ui::session;
use crate::ui::widgets::{Banner, Button, ButtonKind, Choice, Field, Glyph, Segmented, Select};
use leptos::prelude::*;

/// The step.
#[component]
pub fn ColumnsStep() -> impl IntoView {
    let ready = move || work::watch(Job::has_name).unwrap_or(false);
    let remembered = move || work::watch(Job::is_from_memory).unwrap_or(false);
    let busy = move || signals().busy.with(Option::is_some);
    view! {
        <div class="import-columns">
            <div class="scroll">
                <KindChoice/>
                <TableChoice/>
                <FirstRows/>
                <OtherRows/>
                <Show when=remembered><Banner><p>{move || t(words::REMEMBERED)}</p></Banner></Show>
                <ColumnTable/>
            </div>
            <footer class="import-bar">
                <p class="quiet">{move || match (ready(), work::watch(Job::is_trips)) {
                    (true, _) => "",
                    (_, Some(true)) => t(words::NEEDS_WHO),
                    _ => t(words::NEEDS_NAME),
                }}</p>
                <Button label=words::BACK on_press=move || signals().step.set(Step::Source)/>
                <Button
                    label=words::CHECK
                    kind=ButtonKind::Primary
                    icon=Glyph::Forward
                    busy=Signal::derive(busy)
                    disabled=Signal::derive(move || !ready())
                    on_press=work::check
                />
            </footer>
        </div>
    }
    .into_any()
}

/// What kind of ledger the file is.
#[component]
fn KindChoice() -> impl IntoView {
    const TRIPS: &str = "trips";
    let word = || if work::watch(Job::is_trips) == Some(true) { TRIPS } else { "projects" };
    let value = RwSignal::new(untrack(word).to_owned());
    Effect::new(move || value.set(word().to_owned()));
    let options = vec![Choice::new("projects", words::IS_PROJECTS), Choice::new(TRIPS, words::IS_TRIPS)];
    let choose = move |word: String| {
        work::change(|job| session::read(|store| job.take_for_trips(word == TRIPS, store.state())));
    };
    view! {
        <div class="ledger-kind">
            <Segmented label=words::KIND_OF_LEDGER value options=Signal::stored(options) on_change=choose/>
        </div>
    }
    .into_any()
}

/// Which table of the file, where there are several.
#[component]
fn TableChoice() -> impl IntoView {
    let chosen = RwSignal::new(work::read(Job::chosen).unwrap_or(0).to_string());
    let options = move || {
        let list = work::watch(|job| {
            let entry = |(at, table): (usize, &crate::exchange::sheet::Table)| {
                let sheet = job.book().sheets.get(table.layout.sheet);
                let name = sheet.map(|sheet| sheet.name.as_str()).unwrap_or_default();
                Choice::new(at.to_string(), words::table_choice(lang(), name, table.data_rows().count()))
            };
            job.tables().iter().enumerate().map(entry).collect::<Vec<_>>()
        });
        list.unwrap_or_default()
    };
    let choose = move |at: String| {
        if let Ok(at) = at.parse() {
            work::change(|job| session::read(|store| job.choose(at, store.state())));
        }
    };
    view! {
        <div class="table-choice">
            <Field label=words::TABLE><Select value=chosen options=Signal::derive(options) on_change=choose/></Field>
        </div>
    }
    .into_any()
}

/// One line for each column: heading, examples, field, unit, how sure.
#[component]
fn ColumnTable() -> impl IntoView {
    let columns = Memo::new(move |_| {
        let list = work::watch(|job| {
            let of = |p: &crate::exchange::sheet::columns::Proposal| {
                (p.column, p.heading.clone(), p.samples.join(" · "))
            };
            job.proposals().iter().map(of).collect::<Vec<_>>()
        });
        list.unwrap_or_default()
    });
    let rows = move || {
        columns.get().into_iter().map(|(at, heading, samples)| line(at, heading, samples)).collect_view()
    };
    view! {
        <table class="column-table">
            <caption>{move || t(words::COLUMNS)}</caption>
            <thead>
                <tr>
                    <th scope="col">{move || t(words::HEADING)}</th>
                    <th scope="col">{move || t(words::SAMPLES)}</th>
                    <th scope="col">{move || t(words::FIELD)}</th>
                    <th scope="col">{move || t(words::UNIT)}</th>
                    <th scope="col">{move || t(words::SURE)}</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
    .into_any()
}

fn line(column: usize, heading: String, samples: String) -> AnyView {
    let target = Memo::new(move |_| work::watch(|job| job.mapping().target(column)).flatten().unwrap_or(""));
    let value = RwSignal::new(target.get_untracked().to_owned());
    Effect::new(move || value.set(target.get().to_owned()));
    let fields = move || {
        let l = lang();
        let none = Choice::new("", words::KEEP_AS_TEXT);
        let (targets, is_trips) =
            work::watch(|job| (job.targets().targets, job.is_trips())).unwrap_or_default();
        let name = if is_trips { words::trip_target } else { words::target };
        let of = |target: &crate::exchange::sheet::Target| Choice::new(target.key, name(l, target.key));
        std::iter::once(none).chain(targets.iter().map(of)).collect::<Vec<_>>()
    };
    let set = move |key: String| {
        work::change(|job| job.set_column(column, Some(key.as_str()).filter(|key| !key.is_empty())));
    };
    let sure = Memo::new(move |_| work::watch(|job| job.sureness(column)).unwrap_or(Sureness::Unknown));
    let label = {
        let heading = heading.clone();
        Signal::derive(move || format!("{} · {heading}", t(words::FIELD)))
    };
    let name = heading.clone();
    let unit = move || {
        let money =
            work::watch(|job| job.target(target.get()).is_some_and(|target| target.reader == Reader::Money));
        let money = money == Some(true);
        money.then(|| money_unit(column, name.clone()))
    };
    view! {
        <tr data-sure=move || sureness_word(sure.get())>
            <th scope="row">{heading}</th>
            <td class="samples quiet">{samples}</td>
            <td><Select value options=Signal::derive(fields) on_change=set label/></td>
            <td>{unit}</td>
            <td>{move || t(sureness(sure.get()))}</td>
        </tr>
    }
    .into_any()
}

/// The units a column of amounts may be counted in, by the value of their choice.
const UNITS: [(&str, MoneyUnit); 4] = [
    ("1", MoneyUnit { scale: 1, currency: Currency::CNY }),
    ("10000", MoneyUnit { scale: WAN, currency: Currency::CNY }),
    ("100000000", MoneyUnit { scale: YI, currency: Currency::CNY }),
    ("usd10000", MoneyUnit { scale: WAN, currency: Currency::USD }),
];

fn money_unit(column: usize, heading: String) -> AnyView {
    let now = work::read(|job| job.table()?.column(column)?.money_unit).flatten();
    let word = UNITS.iter().find(|(_, unit)| Some(*unit) == now).map_or("", |(word, _)| word);
    let value = RwSignal::new(word.to_owned());
    let options: Vec<Choice> =
        words::UNITS_MONEY.iter().map(|(word, label)| Choice::new(*word, *label)).collect();
    let set = move |word: String| {
        let unit = UNITS.iter().find(|(known, _)| *known == word).map(|(_, unit)| *unit);
        work::change(|job| job.set_money_unit(column, unit));
    };
    let label = Signal::derive(move || format!("{} · {heading}", t(words::UNIT)));
    view! { <Select value options on_change=set label/> }.into_any()
}

const fn sureness(sure: Sureness) -> Text {
    match sure {
        Sureness::Chosen => words::SURE_SET,
        Sureness::Certain => words::SURE_YES,
        Sureness::Likely => words::SURE_LIKELY,
        Sureness::Unknown => words::SURE_NO,
    }
}

const fn sureness_word(sure: Sureness) -> &'static str {
    match sure {
        Sureness::Chosen | Sureness::Certain => "yes",
        Sureness::Likely => "likely",
        Sureness::Unknown => "no",
    }
}
