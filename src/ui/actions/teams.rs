//! 队伍: what stations yield, how ambassadors do, who was trained, above the tables of their records.

use super::posts::local;
use super::sheet::records;
use crate::domain::field::AmbassadorField as A;
use crate::domain::{Date, Kind, RecordId};
use crate::i18n::charts::in_unit;
use crate::i18n::format::MoneyUnit;
use crate::i18n::{Lang, Text, posts as words, values};
use crate::rules::board::Light;
use crate::rules::query::{Filter, Test, View};
use crate::rules::teams::{self, Asked, Yield};
use crate::store::Store;
use crate::ui::charts::{Figure, Figures, FiguresMenu, FiguresTable, Head};
use crate::ui::lang::{lang, t};
use crate::ui::records::RecordsPage;
use crate::ui::routes::{A as Link, Location, Route, TABLE_VIEW, Work, table_link, use_query};
use crate::ui::session::{self, Question};
use crate::ui::widgets::Level;
use leptos::prelude::*;

/// 驻点, 招商大使, 培训.
#[component]
pub fn TeamsPage() -> impl IntoView {
    let summary = || view! { <Summary/> };
    view! { <RecordsPage work=Work::Teams kinds=&[Kind::Station, Kind::Ambassador, Kind::Training] summary/> }
}

/// What did those of a kind yield?
#[derive(PartialEq)]
struct Yielded {
    kind: Kind,
    l: Lang,
}

impl Question for Yielded {
    type Answer = Figures;

    fn answer(&self, store: &Store, today: Date) -> Figures {
        let (l, index) = (self.l, store.index());
        let asked = Asked { rules: index.rules(), today, summary: &|id| index.project(id), local: &local };
        match self.kind {
            Kind::Ambassador => ambassadors(l, store, &asked),
            Kind::Training => trained(l, store, &asked),
            _ => stations(l, store, &asked),
        }
    }
}

/// Adds up what stations and ambassadors yielded before anybody asks.
pub(super) fn prepare(n: usize) -> bool {
    const MANY: [Kind; 2] = [Kind::Station, Kind::Ambassador];
    if let Some(&kind) = MANY.get(n) {
        session::prepare(Yielded { kind, l: untrack(lang) });
    }
    n + 1 < MANY.len()
}

/// What is computed of the kind that is listed.
#[component]
fn Summary() -> impl IntoView {
    let asked = use_query("kind");
    let kind = Memo::new(move |_| Kind::from_word(&asked.read()).unwrap_or(Kind::Station));
    let figures = Memo::new(move |_| (*session::ask(Yielded { kind: kind.get(), l: lang() })).clone());
    let texts = Memo::new(move |_| match kind.get() {
        Kind::Ambassador => (words::AMBASSADORS, Some(words::AMBASSADORS_NOTE)),
        Kind::Training => (words::TRAINED, None),
        _ => (words::STATIONS, Some(words::STATIONS_NOTE)),
    });
    let title = Signal::derive(move || t(texts.get().0).to_owned());
    let health = Route::Work(Work::Health).with_query([("by", "channel"), ("period", "all")]);
    view! {
        <section class="team-summary">
            <header>
                <h2>{title}</h2>
                <FiguresMenu title figures=figures.into()/>
                <Link to=Signal::stored(health)>{move || t(words::CHANNELS)}</Link>
            </header>
            <FiguresTable figures=figures.into()/>
            {move || texts.get().1.map(|note| view! { <p class="help">{t(note)}</p> })}
        </section>
    }
    .into_any()
}

/// The projects behind a number.
fn projects(ids: &[RecordId]) -> Location {
    table_link(vec![Filter::these(ids)])
}

/// The record of a row, opened beside the table.
fn opened(id: RecordId) -> Location {
    Route::Work(Work::Teams).with_query([("kind", id.kind.word()), ("open", id.to_string().as_str())])
}

fn heads(l: Lang, first: &str, numbers: &[Text]) -> Vec<Head> {
    [Head::words(first)].into_iter().chain(numbers.iter().map(|text| Head::number(text.get(l)))).collect()
}

fn kind_name(l: Lang, kind: Kind) -> &'static str {
    crate::i18n::labels::kind(kind).get(l)
}

fn stations(l: Lang, store: &Store, asked: &Asked<'_>) -> Figures {
    let unit = MoneyUnit::usual(l);
    let row = |station: teams::StationYield| {
        let to = opened(station.id);
        let trips = |more: Option<Filter>| {
            records(Work::Trips, std::iter::once(Filter::these(&station.trips)).chain(more).collect())
        };
        let visited = Filter { key: "companies".to_owned(), test: Test::Filled };
        let Yield { leads, signed, paid, arrived } = &station.yields;
        vec![
            Figure::words(values::record_name(l, store.state(), station.id)).to(to.clone()),
            Figure::count(station.members).to(to),
            Figure::count(station.trips.len()).to(trips(None)),
            Figure::count(station.visits).to(trips(Some(visited))),
            Figure::count(leads.len()).to(projects(leads)),
            Figure::count(signed.len()).to(projects(signed)),
            Figure::money(*arrived, unit).to(projects(paid)),
        ]
    };
    let numbers = [words::MEMBERS, words::TRIPS, words::VISITS, words::GIVEN, words::SIGNED];
    let mut heads = heads(l, kind_name(l, Kind::Station), &numbers);
    heads.push(Head::number(&in_unit(l, words::ARRIVED.get(l), unit)));
    Figures { heads, rows: teams::stations(store.state(), asked).into_iter().map(row).collect() }
}

fn ambassadors(l: Lang, store: &Store, asked: &Asked<'_>) -> Figures {
    let state = store.state();
    let row = |found: teams::AmbassadorYield| {
        let to = opened(found.id);
        let level = found.light.map(|light| match light {
            Light::Red => Level::Red,
            Light::Yellow => Level::Yellow,
            Light::Green => Level::Green,
        });
        let term = found.left.map_or_else(|| words::NO_END.get(l).to_owned(), |left| words::term(l, left));
        let money =
            |yuan: Option<i64>| yuan.map_or_else(Figure::none, |yuan| Figure::money(yuan, MoneyUnit::Wan));
        vec![
            Figure::words(values::record_name(l, state, found.id)).to(to.clone()),
            Figure::words(term).light(level),
            Figure::date(state.get(found.id, A::Until).as_date()),
            Figure::count(found.this_year.len()).to(projects(&found.this_year)),
            Figure::known(found.quota).to(to.clone()),
            Figure::count(found.yields.leads.len()).to(projects(&found.yields.leads)),
            Figure::count(found.yields.signed.len()).to(projects(&found.yields.signed)),
            money(found.fee).to(to),
            money(found.fee_per_lead()).to(projects(&found.this_year)),
        ]
    };
    let until = crate::i18n::labels::field(Kind::Ambassador, A::Until.into());
    let mut heads = vec![Head::words(kind_name(l, Kind::Ambassador)), Head::words(words::TERM.get(l))];
    heads.extend(until.map(|text| Head::words(text.get(l))));
    let numbers =
        [words::THIS_YEAR, words::QUOTA, words::GIVEN, words::SIGNED, words::FEE, words::FEE_PER_LEAD];
    heads.extend(numbers.map(|text| Head::number(text.get(l))));
    Figures { heads, rows: teams::ambassadors(state, asked).into_iter().map(row).collect() }
}

fn trained(l: Lang, store: &Store, asked: &Asked<'_>) -> Figures {
    let state = store.state();
    let row = |row: teams::Trained| {
        let unit = row.unit.map_or_else(
            || crate::i18n::health::NO_KEY.get(l).to_owned(),
            |unit| values::record_name(l, state, unit),
        );
        let view = View::of_filters(vec![Filter::these(&row.trainings)]).to_json();
        let to = Route::Work(Work::Teams)
            .with_query([("kind", Kind::Training.word()), (TABLE_VIEW, view.as_str())]);
        vec![
            Figure::words(unit),
            Figure::count(row.people).to(to.clone()),
            Figure::known(Some(row.hours)).to(to),
        ]
    };
    let heads = heads(l, words::UNIT.get(l), &[words::PEOPLE, words::PERSON_HOURS]);
    Figures { heads, rows: teams::trained(state, asked.today).into_iter().map(row).collect() }
}
