//! The records behind a number: a table that shows just them, or where none can, a panel that lists them.

use super::measured::measured;
use crate::domain::field::FundTrancheField as T;
use crate::domain::{Date, Decimal, Kind, RecordId};
use crate::i18n::{Text, assess_progress as words, assess_words, format, values};
use crate::ledger::State;
use crate::rules::metrics::{Entry, Finder, Unit, Who, Window, standard};
use crate::store::Store;
use crate::ui::lang::{lang, t};
use crate::ui::records::OPEN;
use crate::ui::records::sums::To;
use crate::ui::routes::{A, Location, Route, Work, location, set_query, use_query};
use crate::ui::session;
use crate::ui::widgets::SidePanel;
use leptos::prelude::*;

/// What the address calls the number whose records are listed: metric, whose, first day, last day.
const BEHIND: &str = "behind";
/// What stands between its parts.
const BETWEEN: char = '~';

/// Where a number of a metric leads.
pub(super) fn to(finder: &Finder, word: &str, window: Window, who: Who<'_>) -> To {
    table(finder, window, who).unwrap_or_else(|| To::At(beside(word, window, who)))
}

/// The table that shows just the records behind a number; `None` where none can.
pub(super) fn table(finder: &Finder, window: Window, who: Who<'_>) -> Option<To> {
    let behind = finder.find(window, who);
    if !behind.is_exact {
        return None;
    }
    if behind.kind == Kind::Project {
        return Some(To::Projects(behind.filters));
    }
    Work::of_kind(behind.kind).map(|work| To::List(work, behind.kind, behind.filters))
}

/// The same page with the records of a number listed beside it.
pub(super) fn beside(word: &str, window: Window, who: Who<'_>) -> Location {
    let whose = match who {
        Who::County => String::new(),
        Who::Unit(id) | Who::Person(id) => id.to_string(),
        Who::Chain(word) => word.to_owned(),
    };
    let said = [word, &whose, &window.from.to_string(), &window.to.to_string()];
    let mut here = untrack(location);
    here.query.set(BEHIND, &said.join(&BETWEEN.to_string()));
    here
}

/// What is asked for in the address.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Asked {
    metric: String,
    whose: String,
    window: Window,
}

impl Asked {
    fn read(text: &str) -> Option<Self> {
        let mut parts = text.split(BETWEEN);
        let (metric, whose) = (parts.next()?.to_owned(), parts.next()?.to_owned());
        let mut day = || parts.next().and_then(Date::parse_iso);
        Some(Self { metric, whose, window: Window { from: day()?, to: day()? } })
    }
}

/// One record of the list.
#[derive(Clone, PartialEq, Eq, Hash)]
pub(super) struct Line {
    id: RecordId,
    name: String,
    to: Option<Link>,
    on: String,
    amount: String,
}

#[derive(Clone, PartialEq, Eq, Hash)]
enum Link {
    Project(RecordId),
    Listed(Work, RecordId),
}

/// The panel, while the address asks for it.
#[component]
pub(super) fn BehindPanel() -> impl IntoView {
    let asked = use_query(BEHIND);
    let asked = Memo::new(move |_| Asked::read(&asked.read()));
    move || {
        asked.get().map(|asked| {
            let found =
                Memo::new(move |_| session::watch(|store| list(store, &asked)).unwrap_or_default());
            let title = Signal::derive(move || match found.read().0.as_str() {
                "" => t(words::BEHIND).to_owned(),
                title => title.to_owned(),
            });
            let head = |text: Text| view! { <th scope="col">{t(text)}</th> };
            view! {
                <SidePanel title on_close=|| set_query(BEHIND, "")>
                    <table class="behind">
                        <thead><tr>{head(words::BEHIND)}{head(words::COUNTED_ON)}<th scope="col" class="number">{t(words::AMOUNT)}</th></tr></thead>
                        <tbody><For each=move || found.get().1 key=Clone::clone children=row/></tbody>
                        <tfoot><tr><th scope="row" colspan="2">{t(crate::i18n::table::TOTAL)}</th>
                            <td class="number">{move || found.get().2}</td></tr></tfoot>
                    </table>
                </SidePanel>
            }
        })
    }
}

/// A row for one record.
pub(super) fn row(line: Line) -> AnyView {
    let name = match line.to {
        Some(to) => view! { <A to=Signal::stored(location_of(&to))>{line.name}</A> }.into_any(),
        None => line.name.into_any(),
    };
    view! { <tr><th scope="row">{name}</th><td>{line.on}</td><td class="number">{line.amount}</td></tr> }
        .into_any()
}

fn location_of(to: &Link) -> Location {
    match to {
        Link::Project(id) => Route::Project(*id).into(),
        Link::Listed(work, id) => {
            Route::Work(*work).with_query([("kind", id.kind.word()), (OPEN, id.to_string().as_str())])
        }
    }
}

/// The title, the lines and their sum.
fn list(store: &Store, asked: &Asked) -> (String, Vec<Line>, String) {
    let l = lang();
    let state = store.state();
    let metrics = standard::in_force(state);
    let Some(metric) = metrics.into_iter().find(|metric| metric.word == asked.metric) else {
        return Default::default();
    };
    let measured = measured(store, std::slice::from_ref(&metric), session::today()).remove(0);
    let whose = asked.whose.parse::<RecordId>().ok();
    let who = match whose {
        Some(id) if id.kind == Kind::Unit => Who::Unit(id),
        Some(id) => Who::Person(id),
        None if asked.whose.is_empty() => Who::County,
        None => Who::Chain(&asked.whose),
    };
    let part = |entry| Some((entry, measured.part(state, entry, who)?));
    let counted: Vec<(&Entry, Decimal)> = measured.within(asked.window).filter_map(part).collect();
    let sum = counted.iter().map(|(_, amount)| *amount).sum();
    let name = match whose {
        Some(id) => values::record_name(l, state, id),
        None if asked.whose.is_empty() => t(words::COUNTY).to_owned(),
        None => asked.whose.clone(),
    };
    let title = format!("{} · {name}", assess_words::metric_name(l, &metric));
    let sum = assess_words::number(l, metric.unit, sum);
    (title, counted.into_iter().map(|counted| line(state, metric.unit, counted)).collect(), sum)
}

/// The line of what a record gives, of which `amount` counts.
pub(super) fn line(state: &State, unit: Unit, (entry, amount): (&Entry, Decimal)) -> Line {
    let l = lang();
    let project = match entry.record.kind {
        Kind::FundTranche => state.get(entry.record, T::Project).as_ref_id().map(|id| state.resolve(id)),
        Kind::Project => Some(entry.record),
        _ => None,
    };
    let listed = || Some(Link::Listed(Work::of_kind(entry.record.kind)?, entry.record));
    Line {
        id: entry.record,
        name: values::record_title(l, state, project.unwrap_or(entry.record)),
        to: project.map(Link::Project).or_else(listed),
        on: entry.on.map(format::date).unwrap_or_default(),
        amount: assess_words::number(l, unit, amount),
    }
}
