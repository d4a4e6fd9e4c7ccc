//! Pledges beside what came of them, and how many of them each unit kept.

use super::{PLEDGES, UNITS, View, hearing_at, record_at};
use crate::domain::{Kind, RecordId};
use crate::i18n::{assess_hearings as words, assess_words, format, values};
use crate::rules::hearing::{Pledged, Tracked, all, pledged};
use crate::rules::metrics::{Finder, Who, standard};
use crate::rules::pledges::{Count, Standing, window};
use crate::rules::targets::units_in_order;
use crate::store::Store;
use crate::ui::assessment::behind::{self, BehindPanel};
use crate::ui::assessment::measured::measurer;
use crate::ui::assessment::period::{first_month, follow};
use crate::ui::lang::{lang, t};
use crate::ui::records::sums::{Cell, Head, SHOW, Sums, To};
use crate::ui::routes::{Location, Route, Work, set_query, use_query};
use crate::ui::session;
use crate::ui::widgets::{Choice, EmptyState, Field, Level, Select};
use leptos::prelude::*;
use rustc_hash::FxHashMap;

/// What the address calls the conditions.
const OF: &str = "of";
const STANDING: &str = "standing";
const AT: &str = "at";

/// The pledges under conditions.
pub(super) fn pledges_of(
    unit: Option<RecordId>,
    standing: Option<Standing>,
    hearing: Option<RecordId>,
) -> Location {
    let word = |id: Option<RecordId>| id.map(|id| id.to_string()).unwrap_or_default();
    let (unit, hearing) = (word(unit), word(hearing));
    Route::Work(Work::Hearings).with_query([
        (SHOW, PLEDGES),
        (OF, unit.as_str()),
        (STANDING, standing.map(Standing::word).unwrap_or_default()),
        (AT, hearing.as_str()),
    ])
}

/// The light of a standing; none for what is not due.
pub(super) const fn light(standing: Standing) -> Option<Level> {
    match standing {
        Standing::Broken => Some(Level::Red),
        Standing::Unjudged => Some(Level::Yellow),
        Standing::Open => None,
        Standing::Kept => Some(Level::Green),
    }
}

fn found() -> Memo<Pledged> {
    Memo::new(|_| {
        session::watch(|store| pledged(store, &measurer(store), session::today(), first_month()))
            .unwrap_or_default()
    })
}

/// What is asked for.
#[derive(Clone, Copy)]
struct Asked {
    unit: Memo<Option<RecordId>>,
    standing: Memo<Option<Standing>>,
    hearing: Memo<Option<RecordId>>,
}

impl Asked {
    fn read() -> Self {
        let (unit, standing, hearing) = (use_query(OF), use_query(STANDING), use_query(AT));
        let id = |query: Memo<String>| Memo::new(move |_| query.read().parse::<RecordId>().ok());
        Self {
            unit: id(unit),
            standing: Memo::new(move |_| Standing::from_word(&standing.read())),
            hearing: id(hearing),
        }
    }

    fn holds(self, of: &Tracked) -> bool {
        let is = |asked: Option<RecordId>, own: Option<RecordId>| asked.is_none() || asked == own;
        is(self.unit.get(), of.pledge.unit)
            && is(self.hearing.get(), of.pledge.hearing)
            && self.standing.get().is_none_or(|standing| standing == of.standing)
    }
}

/// The table of pledges.
#[component]
pub(super) fn PledgesView() -> impl IntoView {
    let found = found();
    let asked = Asked::read();
    let sums = Memo::new(move |_| {
        found.with(|found| {
            let chosen: Vec<&Tracked> = found.all.iter().filter(|of| asked.holds(of)).collect();
            session::watch(|store| table(store, found, &chosen)).unwrap_or_default()
        })
    });
    let above = move || {
        let counted = move || {
            let mut count = Count::default();
            found.with(|found| {
                found.all.iter().filter(|of| asked.holds(of)).for_each(|of| count.add(of.standing));
            });
            words::counted(lang(), &count)
        };
        view! {
            <Pickers asked/>
            <p class="caption" role="status">{counted}</p>
        }
        .into_any()
    };
    let aside = || view! { <BehindPanel/> }.into_any();
    view! { <View word=PLEDGES title=words::PLEDGES sums above aside rule=Some(words::PLEDGE_RULE) empty=none/> }
        .into_any()
}

fn none() -> AnyView {
    view! { <EmptyState title=words::NO_PLEDGES text=words::NO_PLEDGES_TEXT/> }.into_any()
}

/// The conditions.
#[component]
fn Pickers(asked: Asked) -> impl IntoView {
    let word = |id: Option<RecordId>| id.map(|id| id.to_string()).unwrap_or_default();
    let units = Signal::derive(move || {
        let l = lang();
        let units = session::watch(|store| {
            let state = store.state();
            let choice = |id: RecordId| Choice::new(id.to_string(), values::record_name(l, state, id));
            units_in_order(state).into_iter().map(choice).collect::<Vec<_>>()
        });
        [Choice::new("", words::ALL_UNITS)].into_iter().chain(units.unwrap_or_default()).collect::<Vec<_>>()
    });
    let hearings = Signal::derive(move || {
        let l = lang();
        let found = session::watch(|store| {
            let state = store.state();
            let choice = |id: RecordId| Choice::new(id.to_string(), values::record_name(l, state, id));
            all(state).into_iter().map(|hearing| choice(hearing.id)).collect::<Vec<_>>()
        });
        [Choice::new("", words::ALL_HEARINGS)]
            .into_iter()
            .chain(found.unwrap_or_default())
            .collect::<Vec<_>>()
    });
    let standings = Signal::derive(|| {
        let each = Standing::ALL.iter().map(|&of| Choice::new(of.word(), words::standing(of)));
        [Choice::new("", words::ALL_STANDINGS)].into_iter().chain(each).collect::<Vec<_>>()
    });
    let unit = follow(move || word(asked.unit.get()));
    let hearing = follow(move || word(asked.hearing.get()));
    let standing = follow(move || asked.standing.get().map(Standing::word).unwrap_or_default().to_owned());
    view! {
        <div class="pickers">
            <Field label=words::UNIT>
                <Select value=unit options=units on_change=|word: String| set_query(OF, &word)/>
            </Field>
            <Field label=words::STANDING>
                <Select value=standing options=standings on_change=|word: String| set_query(STANDING, &word)/>
            </Field>
            <Field label=words::HEARING>
                <Select value=hearing options=hearings on_change=|word: String| set_query(AT, &word)/>
            </Field>
        </div>
    }
    .into_any()
}

fn table(store: &Store, found: &Pledged, chosen: &[&Tracked]) -> Sums {
    let l = lang();
    let (state, today) = (store.state(), session::today());
    let finders: FxHashMap<RecordId, (usize, Finder)> = found
        .metrics
        .iter()
        .zip(&found.measured)
        .enumerate()
        .map(|(at, (metric, measured))| {
            (standard::id(&metric.word), (at, Finder::new(store, metric, measured)))
        })
        .collect();
    let heads = vec![
        Head::words(t(words::UNIT)),
        Head::words(t(words::CONTENT)),
        Head::words(t(words::METRIC)),
        Head::number(t(words::PROMISED)),
        Head::number(t(words::FACT)),
        Head::words(t(words::DUE)),
        Head::words(t(words::STANDING)),
        Head::words(t(words::HEARING)),
    ];
    let row = |of: &&Tracked| {
        let pledge = &of.pledge;
        let metric = pledge.metric.and_then(|metric| finders.get(&metric));
        let metric = metric.map(|(at, finder)| (&found.metrics[*at], finder));
        let number = |number| {
            let metric = metric.map(|(metric, _)| metric);
            metric.zip(number).map_or_else(Cell::default, |(metric, number)| {
                Cell::words(assess_words::number(l, metric.unit, number))
            })
        };
        let fact = number(of.fact);
        let behind = metric.zip(window(pledge, today, first_month())).zip(pledge.unit);
        let fact = match behind.filter(|_| of.fact.is_some_and(|fact| !fact.is_zero())) {
            Some((((metric, finder), window), unit)) => {
                fact.to(behind::to(finder, &metric.word, window, Who::Unit(unit)))
            }
            None => fact,
        };
        let named = |id: Option<RecordId>| id.map(|id| values::record_name(l, state, id));
        let standing = Cell::words(t(words::standing(of.standing)));
        let at = Cell::words(named(pledge.hearing).unwrap_or_default());
        vec![
            Cell::words(named(pledge.unit).unwrap_or_else(|| t(words::NO_UNIT).to_owned())),
            Cell::words(words::promise(l, &found.metrics, pledge)).to(To::At(record_at(pledge.id))),
            Cell::words(metric.map(|(metric, _)| assess_words::metric_name(l, metric)).unwrap_or_default()),
            number(pledge.promised),
            fact,
            Cell::words(pledge.due.map(format::date).unwrap_or_default()),
            match light(of.standing) {
                Some(level) => standing.lit(level),
                None => standing,
            },
            match pledge.hearing {
                Some(hearing) => at.to(To::At(hearing_at(hearing, ""))),
                None => at,
            },
        ]
    };
    Sums { heads, rows: chosen.iter().map(row).collect(), total: None }
}

/// How many pledges each unit gave and kept.
#[component]
pub(super) fn UnitsView() -> impl IntoView {
    let found = found();
    let sums = Memo::new(move |_| {
        found.with(|found| session::watch(|store| by_unit(store, &found.all)).unwrap_or_default())
    });
    view! { <View word=UNITS title=words::BY_UNIT sums rule=Some(words::RATE_RULE) empty=none/> }.into_any()
}

fn by_unit(store: &Store, all: &[Tracked]) -> Sums {
    let l = lang();
    let state = store.state();
    let mut counts: FxHashMap<RecordId, Count> = FxHashMap::default();
    let mut total = Count::default();
    for of in all {
        let Some(unit) = of.pledge.unit.filter(|unit| unit.kind == Kind::Unit) else { continue };
        counts.entry(unit).or_default().add(of.standing);
        total.add(of.standing);
    }
    let number = |name| Head::number(t(name));
    let heads = vec![
        Head::words(t(words::UNIT)),
        number(words::GIVEN),
        number(words::KEPT),
        number(words::BROKEN),
        number(words::OPEN),
        number(words::UNJUDGED),
        number(words::RATE),
    ];
    let row = |unit: Option<RecordId>, count: &Count| {
        let cell = |n, standing| Cell::count(n).to(To::At(pledges_of(unit, standing, None)));
        let name = match unit {
            Some(unit) => values::record_name(l, state, unit),
            None => t(crate::i18n::table::TOTAL).to_owned(),
        };
        vec![
            Cell::words(name),
            cell(count.given, None),
            cell(count.kept, Some(Standing::Kept)).lit(Level::Green),
            cell(count.broken, Some(Standing::Broken)).lit(Level::Red),
            cell(count.open, Some(Standing::Open)),
            cell(count.unjudged, Some(Standing::Unjudged)).lit(Level::Yellow),
            Cell::percent(count.rate()),
        ]
    };
    let rows = units_in_order(state).into_iter().filter_map(|unit| Some(row(Some(unit), counts.get(&unit)?)));
    let rows: Vec<Vec<Cell>> = rows.collect();
    let total = (!rows.is_empty()).then(|| row(None, &total));
    Sums { heads, rows: rows.into(), total }
}
