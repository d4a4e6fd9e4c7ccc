//! 开工率 on its two bases.

use super::asked::Asked;
use super::{Made, caption, named, no_targets};
use crate::i18n::assess_progress as words;
use crate::rules::metrics::{Finder, Measured, Metric, Who, Window};
use crate::rules::targets::{StartRate, start_rate_metrics, start_rates};
use crate::store::Store;
use crate::ui::assessment::behind;
use crate::ui::assessment::period::named as period_named;
use crate::ui::lang::{lang, t};
use crate::ui::records::sums::{Cell, Head, Sums};
use crate::ui::session;
use leptos::prelude::*;
use std::sync::Arc;

pub(super) fn make(asked: Asked) -> Made {
    let metrics = Memo::new(move |_| asked.office.with(|office| start_rate_metrics(office).to_vec()));
    let measured = asked.measure(metrics);
    let sums = Memo::new(move |_| {
        let window = asked.over();
        metrics.with(|metrics| {
            measured.with(|measured| {
                session::watch(|store| table(store, metrics, measured, window)).unwrap_or_default()
            })
        })
    });
    let said = move || {
        let l = lang();
        caption([period_named(l, asked.period.get()), words::until(l, asked.day.get())])
    };
    let of = move || period_named(lang(), asked.period.get());
    Made { sums, caption: Signal::derive(said), of: Signal::derive(of), empty: no_targets }
}

fn table(store: &Store, metrics: &[Metric], measured: &[Arc<Measured>], window: Window) -> Sums {
    let [a, b, c, d] = measured else { return Sums::default() };
    let lines = start_rates(store.state(), [a, b, c, d], window);
    let finders: Vec<Finder> =
        metrics.iter().zip(measured).map(|(metric, measured)| Finder::new(store, metric, measured)).collect();
    let number = |name| Head::number(t(name));
    let heads = vec![
        Head::words(t(words::UNIT)),
        number(words::SIGNED),
        number(words::SIGNED_STARTED),
        number(words::OF_SIGNED),
        number(words::LISTED),
        number(words::LISTED_STARTED),
        number(words::OF_LISTED),
    ];
    let row = |line: &StartRate| {
        let who = line.unit.map_or(Who::County, Who::Unit);
        let count = |at: usize, number| {
            let cell = Cell::measured(metrics[at].unit, number);
            cell.to(behind::to(&finders[at], &metrics[at].word, window, who))
        };
        vec![
            named(store, line.unit),
            count(0, line.signed),
            count(1, line.signed_started),
            Cell::percent(line.of_signed()),
            count(2, line.listed),
            count(3, line.listed_started),
            Cell::percent(line.of_listed()),
        ]
    };
    let (units, all): (Vec<&StartRate>, Vec<&StartRate>) = lines.iter().partition(|line| line.unit.is_some());
    Sums { heads, rows: units.into_iter().map(row).collect(), total: all.first().map(|line| row(line)) }
}
