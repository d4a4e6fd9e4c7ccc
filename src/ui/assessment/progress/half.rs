//! 双过半: half of each target of the year by the end of June.

use super::asked::Asked;
use super::table::year_of;
use super::{Made, caption, named, no_targets};
use crate::i18n::{assess_progress as words, assess_words};
use crate::rules::counting_year::first_month;
use crate::rules::metrics::{Elapsed, Finder, Measured, Metric, Who, Window};
use crate::rules::scoring::Subject;
use crate::rules::targets::{Ask, Period, Progress, Row, progress};
use crate::store::Store;
use crate::ui::assessment::aims::aims;
use crate::ui::assessment::behind;
use crate::ui::assessment::period::named as period_named;
use crate::ui::lang::{lang, t};
use crate::ui::records::sums::{Cell, Head, Sums};
use crate::ui::session;
use crate::ui::widgets::Level;
use leptos::prelude::*;
use std::sync::Arc;

pub(super) fn make(asked: Asked) -> Made {
    let metrics = Memo::new(move |_| {
        let year = year_of(asked);
        asked.office.with(|office| {
            let aimed = session::watch(|store| {
                let aims = aims(store);
                aims.metrics(year).into_iter().map(str::to_owned).collect::<Vec<_>>()
            });
            let aimed = aimed.unwrap_or_default();
            office.iter().filter(|metric| aimed.contains(&metric.word)).cloned().collect::<Vec<_>>()
        })
    });
    let measured = asked.measure(metrics);
    let sums = Memo::new(move |_| {
        let (year, day) = (year_of(asked), asked.day.get());
        metrics.with(|metrics| {
            measured.with(|measured| {
                session::watch(|store| table(store, metrics, measured, year, day)).unwrap_or_default()
            })
        })
    });
    let said = move || {
        let l = lang();
        let half = Period::Half(year_of(asked), 1);
        let end = session::watch(|store| half.window(store.state(), first_month(store.state()))).flatten();
        let day = asked.day.get();
        caption([
            period_named(l, Period::Year(year_of(asked))),
            words::until(l, end.map_or(day, |half| day.min(half.to))),
        ])
    };
    Made { sums, caption: Signal::derive(said), of: Signal::stored(String::new()), empty: no_targets }
}

fn table(
    store: &Store,
    metrics: &[Metric],
    measured: &[Arc<Measured>],
    year: i32,
    day: crate::domain::Date,
) -> Sums {
    let l = lang();
    let state = store.state();
    let aims = aims(store);
    let windows = [Period::Year(year), Period::Half(year, 1)].map(|of| of.window(state, first_month(state)));
    let [Some(window), Some(half)] = windows else { return Sums::default() };
    let day = day.min(half.to);
    let is_over = day == half.to;
    let ask = Ask {
        period: Period::Year(year),
        window,
        day,
        earlier: None,
        by: Elapsed::Months,
        subject: Subject::Unit,
    };
    let found: Vec<(Progress, Finder)> = metrics
        .iter()
        .zip(measured)
        .map(|(metric, measured)| {
            let found = progress(state, &aims, &metric.word, measured, ask);
            (found, Finder::new(store, metric, measured))
        })
        .collect();
    let until = window.until(day);
    let mut heads = vec![Head::words(t(words::UNIT))];
    for metric in metrics {
        let name = assess_words::metric_name(l, metric);
        heads.push(Head::measured(l, &name, metric.unit));
        heads.push(Head::measured(l, t(words::TO_HALF), metric.unit));
    }
    let cells = |unit: Option<crate::domain::RecordId>| {
        let mut row = vec![named(store, unit)];
        let mut says = unit.is_none();
        for (metric, (found, finder)) in metrics.iter().zip(&found) {
            let line = match unit {
                None => Some(&found.total),
                Some(_) => found.rows.iter().find(|row| row.unit() == unit),
            };
            let aimed = line.and_then(|line| Some((line, line.aim.as_ref()?, line.to_half()?)));
            let Some((line, aim, gap)) = aimed else {
                row.extend([Cell::default(), Cell::default()]);
                continue;
            };
            says = true;
            let number = |number| match Cell::measured(metric.unit, number).text(l) {
                text if text == crate::i18n::format::DASH => "0".to_owned(),
                text => text,
            };
            let both = Cell::words(format!("{} / {}", number(line.done), number(aim.target)));
            let to = |window: Window| {
                behind::to(finder, &metric.word, window, unit.map_or(Who::County, Who::Unit))
            };
            row.push(match until.filter(|_| !line.done.is_zero()) {
                Some(window) => both.to(to(window)),
                None => both,
            });
            row.push(if gap.is_zero() {
                Cell::words(t(words::PAST_HALF)).lit(Level::Green)
            } else {
                let level = if is_over { Level::Red } else { Level::Yellow };
                Cell::measured(metric.unit, gap).lit(level)
            });
        }
        says.then_some(row)
    };
    if metrics.is_empty() {
        return Sums::default();
    }
    let mut units: Vec<crate::domain::RecordId> = Vec::new();
    for (found, _) in &found {
        units.extend(
            found.rows.iter().filter_map(Row::unit).filter(|unit| !units.contains(unit)).collect::<Vec<_>>(),
        );
    }
    let order = |unit: &crate::domain::RecordId| {
        let order = state.get(*unit, crate::domain::field::UnitField::Order).as_int().unwrap_or(i64::MAX);
        (order, *unit)
    };
    units.sort_by_key(order);
    let rows: Vec<Vec<Cell>> = units.into_iter().filter_map(|unit| cells(Some(unit))).collect();
    Sums { heads, rows: rows.into(), total: cells(None) }
}
