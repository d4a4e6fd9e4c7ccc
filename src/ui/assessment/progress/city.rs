//! 全市位次: the county among what other places published.

use super::asked::Asked;
use super::{Made, caption};
use crate::domain::{Decimal, Kind};
use crate::i18n::{assess_progress as words, assess_words};
use crate::rules::metrics::{Finder, Measured, Metric, Who, Window};
use crate::rules::targets::{InCity, places};
use crate::store::Store;
use crate::ui::assessment::behind;
use crate::ui::assessment::period::named as period_named;
use crate::ui::lang::{lang, t};
use crate::ui::records::OPEN;
use crate::ui::records::sums::{Cell, Head, Sums, To};
use crate::ui::routes::{Route, Work, navigate};
use crate::ui::session;
use crate::ui::widgets::{Button, ButtonKind, EmptyState};
use leptos::prelude::*;

pub(super) fn make(asked: Asked) -> Made {
    let metrics = Memo::new(move |_| vec![asked.metric.get()]);
    let measured = asked.measure(metrics);
    let own = Memo::new(move |_| {
        let window = asked.over();
        measured.with(|measured| measured.first().map(|measured| measured.total(window)).unwrap_or_default())
    });
    let all = Memo::new(move |_| {
        let (window, day, own) = (asked.window.get(), asked.day.get(), own.get());
        asked.metric.with(|metric| {
            session::watch(|store| places(store, &metric.word, own, window, day)).unwrap_or_default()
        })
    });
    let sums = Memo::new(move |_| {
        let (metric, window) = (asked.metric.get(), asked.over());
        all.with(|all| {
            measured
                .with(|measured| {
                    let measured = measured.first()?;
                    session::watch(|store| table(store, &metric, measured, all, window))
                })
                .unwrap_or_default()
        })
    });
    let said = move || {
        let l = lang();
        let rank = all.with(|all| {
            let own = all.iter().find(|place| place.name.is_none())?;
            Some(words::rank(l, own.rank, all.len()))
        });
        caption([
            period_named(l, asked.period.get()),
            asked.metric.with(|metric| assess_words::metric_name(l, metric)),
            words::until(l, asked.day.get()),
            rank.unwrap_or_default(),
        ])
    };
    let of = move || asked.metric.with(|metric| assess_words::metric_name(lang(), metric));
    Made { sums, caption: Signal::derive(said), of: Signal::derive(of), empty }
}

fn empty() -> AnyView {
    let enter = || navigate(Route::Work(Work::Targets).with_query([("kind", Kind::Figure.word())]));
    view! {
        <EmptyState title=words::NO_CITY text=words::NO_CITY_TEXT>
            {session::is_now().then(|| view! {
                <Button label=words::ENTER kind=ButtonKind::Primary on_press=enter/>
            })}
        </EmptyState>
    }
    .into_any()
}

fn table(store: &Store, metric: &Metric, measured: &Measured, all: &[InCity], window: Window) -> Sums {
    let l = lang();
    let finder = Finder::new(store, metric, measured);
    let heads = vec![
        Head::words(t(words::WHERE)),
        Head::number(t(words::PLACE)),
        Head::measured(l, t(words::NUMBER), metric.unit),
        Head::words(t(words::ON)),
        Head::words(t(words::SOURCE)),
    ];
    let row = |place: &InCity| {
        let number = Cell::measured(metric.unit, place.number);
        let number = match place.record {
            None if place.number == Decimal::ZERO => number,
            None => number.to(behind::to(&finder, &metric.word, window, Who::County)),
            Some(record) => number.to(To::At(
                Route::Work(Work::Targets)
                    .with_query([("kind", Kind::Figure.word()), (OPEN, record.to_string().as_str())]),
            )),
        };
        vec![
            Cell::words(place.name.clone().unwrap_or_else(|| t(words::HERE).to_owned())),
            Cell::count(place.rank),
            number,
            Cell::words(place.on.to_string()),
            Cell::words(place.source.clone()),
        ]
    };
    Sums { heads, rows: all.iter().map(row).collect(), total: None }
}
