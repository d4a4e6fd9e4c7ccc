//! 三新 of a quarter.

use super::asked::Asked;
use super::{Made, caption, named, no_targets};
use crate::i18n::{assess_progress as words, assess_words};
use crate::rules::counting_year;
use crate::rules::metrics::{Cycle, Finder, Measured, Metric, Who};
use crate::rules::targets::{Period, THREE_NEW, ThreeNew, three_new};
use crate::store::Store;
use crate::ui::assessment::aims::aims;
use crate::ui::assessment::behind;
use crate::ui::assessment::period::{first_month, named as period_named};
use crate::ui::lang::{lang, t};
use crate::ui::records::sums::{Cell, Head, Sums};
use crate::ui::session;
use crate::ui::widgets::Level;
use leptos::prelude::*;
use std::sync::Arc;

pub(super) fn make(asked: Asked) -> Made {
    let metrics = Memo::new(move |_| {
        asked.office.with(|office| {
            let find = |word: &str| office.iter().find(|metric| metric.word == word).cloned();
            THREE_NEW.iter().filter_map(|word| find(word)).collect::<Vec<_>>()
        })
    });
    let measured = asked.measure(metrics);
    // The quarter that was chosen, or the one of the day.
    let quarter = Memo::new(move |_| match asked.period.get() {
        quarter @ Period::Quarter(..) => quarter,
        _ => Period::of(Cycle::Quarter, asked.day.get(), first_month()),
    });
    let sums = Memo::new(move |_| {
        let (quarter, day) = (quarter.get(), asked.day.get());
        metrics.with(|metrics| {
            measured.with(|measured| {
                session::watch(|store| table(store, metrics, measured, quarter, day)).unwrap_or_default()
            })
        })
    });
    let said = move || {
        let l = lang();
        caption([period_named(l, quarter.get()), words::until(l, asked.day.get())])
    };
    let of = move || period_named(lang(), quarter.get());
    Made { sums, caption: Signal::derive(said), of: Signal::derive(of), empty: no_targets }
}

fn table(
    store: &Store,
    metrics: &[Metric],
    measured: &[Arc<Measured>],
    quarter: Period,
    day: crate::domain::Date,
) -> Sums {
    let l = lang();
    let state = store.state();
    let aims = aims(store);
    let ([a, b, c], Some(window)) = (measured, quarter.window(state, counting_year::first_month(state)))
    else {
        return Sums::default();
    };
    let Some(window) = window.until(day) else { return Sums::default() };
    let lines = three_new(state, &aims, [a, b, c], quarter, window);
    let finders: Vec<Finder> =
        metrics.iter().zip(measured).map(|(metric, measured)| Finder::new(store, metric, measured)).collect();
    let mut heads = vec![Head::words(t(words::UNIT))];
    for metric in metrics {
        let name = assess_words::metric_name(l, metric);
        let head = |what: &str| Head::number(words::two(l, &name, what));
        heads.extend([words::TARGET, words::DONE, words::NEXT].map(|what| head(t(what))));
    }
    let row = |line: &ThreeNew| {
        let mut row = vec![named(store, line.unit)];
        for (at, (metric, finder)) in metrics.iter().zip(&finders).enumerate() {
            let who = line.unit.map_or(Who::County, Who::Unit);
            let done = Cell::measured(metric.unit, line.done[at]);
            let done = done.to(behind::to(finder, &metric.word, window, who));
            let is_met =
                line.target[at].filter(|target| *target > Default::default() && line.done[at] >= *target);
            row.extend([
                Cell::measured_if(metric.unit, line.target[at]),
                if is_met.is_some() { done.lit(Level::Green) } else { done },
                Cell::measured_if(metric.unit, line.next[at]),
            ]);
        }
        row
    };
    let says = lines.len() > 1 || lines.iter().any(|line| line.done.iter().any(|done| !done.is_zero()));
    if !says {
        return Sums::default();
    }
    let (units, all): (Vec<&ThreeNew>, Vec<&ThreeNew>) = lines.iter().partition(|line| line.unit.is_some());
    Sums { heads, rows: units.into_iter().map(row).collect(), total: all.first().map(|line| row(line)) }
}
