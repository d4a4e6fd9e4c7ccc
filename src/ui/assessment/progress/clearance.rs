//! 月月清: what is carried over from months that are over.

use super::asked::Asked;
use super::{Made, caption, named};
use crate::domain::Kind;
use crate::i18n::{assess_progress as words, assess_words, marks};
use crate::rules::counting_year::{JANUARY, first_month};
use crate::rules::metrics::{Measured, Metric};
use crate::rules::query::Test;
use crate::rules::targets::{Carried, Short, carried};
use crate::store::Store;
use crate::ui::assessment::aims::aims;
use crate::ui::lang::{lang, t};
use crate::ui::records::sums::{Cell, Head, Sums, To, any_of, where_};
use crate::ui::routes::Work;
use crate::ui::session;
use crate::ui::widgets::{EmptyState, Level};
use leptos::prelude::*;
use std::sync::Arc;

pub(super) fn make(asked: Asked) -> Made {
    // Only metrics with a target of some month can be behind.
    let metrics = Memo::new(move |_| {
        asked.office.with(|office| {
            let aimed = session::watch(|store| aims(store).monthly());
            let aimed = aimed.unwrap_or_default();
            office.iter().filter(|metric| aimed.contains(&metric.word)).cloned().collect::<Vec<_>>()
        })
    });
    let measured = asked.measure(metrics);
    let sums = Memo::new(move |_| {
        let day = asked.day.get();
        metrics.with(|metrics| {
            measured.with(|measured| {
                session::watch(|store| table(store, metrics, measured, day)).unwrap_or_default()
            })
        })
    });
    let said = move || caption([words::until(lang(), asked.day.get())]);
    let empty = || view! { <EmptyState title=words::CLEAR text=words::CLEAR_TEXT/> }.into_any();
    Made { sums, caption: Signal::derive(said), of: Signal::stored(String::new()), empty }
}

fn table(store: &Store, metrics: &[Metric], measured: &[Arc<Measured>], day: crate::domain::Date) -> Sums {
    let l = lang();
    let state = store.state();
    let aims = aims(store);
    let lines = carried(state, &aims, metrics, measured, day, first_month(state));
    let heads = vec![
        Head::words(t(words::UNIT)),
        Head::number(t(words::ITEMS)),
        Head::number(t(words::AGE)),
        Head::number(t(words::TASKS)),
        Head::number(t(words::MONTHLY)),
        Head::words(t(words::WHAT)),
    ];
    let said = |short: &Short| {
        let metric = metrics.iter().find(|metric| metric.word == short.metric)?;
        let number = assess_words::number(l, metric.unit, short.short);
        let name = assess_words::metric_name(l, metric);
        Some(words::missing(l, &name, &number, &assess_words::period(l, short.since, JANUARY), short.months))
    };
    let row = |line: &Carried| {
        let tasks = || {
            let month = crate::rules::span::first_day(day).plus(-1).to_string();
            let mut filters = vec![
                where_("due_on", Test::Days { from: None, to: Some(month) }),
                where_("done_on", Test::Empty),
            ];
            filters.extend(line.unit.map(|unit| where_("unit", any_of(&[unit.to_string().as_str()]))));
            To::List(Work::Targets, Kind::KeyTask, filters)
        };
        let months = || {
            let mut filters: Vec<_> = vec![where_("period", Test::Contains("-".to_owned()))];
            let unit = line.unit.map(|unit| unit.to_string()).unwrap_or_default();
            filters.push(where_("unit", any_of(&[unit.as_str()])));
            To::List(Work::Targets, Kind::Target, filters)
        };
        let short: Vec<String> = line.short.iter().filter_map(said).collect();
        vec![
            named(store, line.unit),
            Cell::count(line.count()).lit(Level::Red),
            Cell::days(line.age(day)),
            Cell::count(line.tasks.len()).to(tasks()),
            Cell::count(line.short.len()).to(months()),
            Cell::words(short.join(marks::listing(l))),
        ]
    };
    Sums { heads, rows: lines.iter().map(row).collect(), total: None }
}
