//! 序时进度 of one metric: each unit, person or chain against its target, the time, the year before and the others.

use super::asked::Asked;
use super::{Made, caption, no_targets};
use crate::domain::Kind;
use crate::domain::field::TargetField as G;
use crate::i18n::{Text, assess_progress as words, assess_words, values};
use crate::ledger::State;
use crate::rules::metrics::{Cycle, Finder, Measured, Metric};
use crate::rules::query::Test;
use crate::rules::scoring::Subject;
use crate::rules::targets::{Aim, Ask, Period, Row, progress, unit_of};
use crate::store::Store;
use crate::ui::assessment::aims::aims;
use crate::ui::assessment::behind;
use crate::ui::assessment::period::{first_month, named as period_named, year_of as counting_year_of};
use crate::ui::assessment::standing::level;
use crate::ui::assessment::whose::{holder_name, who_of};
use crate::ui::lang::{lang, t};
use crate::ui::records::sums::{Cell, Head, Sums, To, any_of, where_};
use crate::ui::routes::Work;
use crate::ui::session;
use leptos::prelude::*;

pub(super) fn make(asked: Asked) -> Made {
    let metrics = Memo::new(move |_| vec![asked.metric.get()]);
    let measured = asked.measure(metrics);
    let sums = Memo::new(move |_| {
        let measured = measured.read();
        let (Some(measured), metric) = (measured.first(), asked.metric.get()) else {
            return Sums::default();
        };
        let ask = Ask {
            period: asked.period.get(),
            window: asked.window.get(),
            day: asked.day.get(),
            earlier: asked.earlier.get(),
            by: asked.by.get(),
            subject: asked.subject.get(),
        };
        session::watch(|store| table(store, &metric, measured, ask)).unwrap_or_default()
    });
    let said = move || {
        let l = lang();
        let (day, by) = (asked.day.get(), asked.by.get());
        let share = crate::rules::metrics::elapsed(asked.window.get(), day, by);
        let compared = asked.earlier.get().map(|earlier| words::compared(l, earlier));
        caption([
            period_named(l, asked.period.get()),
            asked.metric.with(|metric| assess_words::metric_name(l, metric)),
            words::until(l, day),
            words::elapsed(l, share, by),
            compared.unwrap_or_default(),
        ])
    };
    let of = move || {
        let metric = asked.metric.with(|metric| assess_words::metric_name(lang(), metric));
        match asked.subject.get() {
            Subject::Unit => metric,
            subject => format!("{metric} - {}", t(words::by_subject(subject))),
        }
    };
    Made { sums, caption: Signal::derive(said), of: Signal::derive(of), empty: no_targets }
}

fn table(store: &Store, metric: &Metric, measured: &Measured, ask: Ask) -> Sums {
    let l = lang();
    let state = store.state();
    let aims = aims(store);
    let found = progress(state, &aims, &metric.word, measured, ask);
    if found.rows.is_empty() && found.total.aim.is_none() && found.total.done.is_zero() {
        return Sums::default();
    }
    let finder = Finder::new(store, metric, measured);
    let head = |name| Head::measured(l, t(name), metric.unit);
    let number = |name| Head::number(t(name));
    let mut heads = vec![Head::words(t(words::who(ask.subject)))];
    // Units stand in their groups, people in their units, chains in nothing.
    heads.extend(beside(ask.subject).map(|name| Head::words(t(name))));
    heads.extend([
        head(words::TARGET),
        head(words::DONE),
        number(words::RATE),
        number(words::ELAPSED),
        number(words::AHEAD),
        Head::words(t(words::STANDING)),
        head(words::LEFT),
        head(words::PER_WEEK),
        head(words::YEAR_BEFORE),
        number(words::GROWTH),
        number(words::PLACE),
    ]);
    let over = ask.window.until(ask.day);
    let row = |row: &Row| {
        let who = who_of(&row.holder);
        let counted = |number, window: Option<crate::rules::metrics::Window>| {
            let cell = Cell::measured(metric.unit, number);
            match window {
                Some(window) => cell.to(behind::to(&finder, &metric.word, window, who)),
                None => cell,
            }
        };
        let target = Cell::measured_if(metric.unit, row.aim.as_ref().map(|aim| aim.target));
        let target = match row.aim.as_ref().and_then(|aim| recorded(state, aim)) {
            Some(to) => target.to(to),
            None => target,
        };
        let place = row.place.map(|place| Cell::words(words::place(place, row.gained())));
        let beside = beside(ask.subject).map(|_| match ask.subject {
            Subject::Person => unit_of(state, &row.holder).map(|unit| values::record_name(l, state, unit)),
            _ => Some(row.group.clone()),
        });
        let mut cells = vec![Cell::words(holder_name(state, &row.holder))];
        cells.extend(beside.map(|words| Cell::words(words.unwrap_or_default())));
        cells.extend([
            target,
            counted(row.done, over),
            Cell::percent(row.rate),
            Cell::percent(row.rate.map(|_| found.elapsed)),
            Cell::points(row.ahead),
            standing(row),
            Cell::measured_if(metric.unit, row.left),
            Cell::measured_if(metric.unit, row.per_week),
            counted(row.year_before, over.map(crate::rules::metrics::Window::a_year_before)),
            Cell::percent(row.growth()),
            place.unwrap_or_default(),
        ]);
        cells
    };
    let total = Some(row(&found.total));
    Sums { heads, rows: found.rows.iter().map(row).collect(), total }
}

/// The column beside who it is.
const fn beside(subject: Subject) -> Option<Text> {
    match subject {
        Subject::Unit => Some(words::GROUP),
        Subject::Person => Some(words::UNIT),
        Subject::Chain => None,
    }
}

/// How it stands in words under its light.
fn standing(row: &Row) -> Cell {
    let said = Cell::words(t(words::standing(row.standing)));
    level(row).map_or_else(Cell::default, |level| said.lit(level))
}

/// The records of a target.
fn recorded(state: &State, aim: &Aim) -> Option<To> {
    let first = *aim.records.first()?;
    let text = |field: G| {
        let mut all: Vec<String> = aim
            .records
            .iter()
            .map(|id| match state.get(*id, field) {
                crate::domain::Value::Ref(to) => state.resolve(*to).to_string(),
                value => value.as_text().unwrap_or_default().to_owned(),
            })
            .collect();
        all.sort();
        all.dedup();
        Test::AnyOf(all)
    };
    // Of the county's nothing else is filled in.
    let whose = [("unit", G::Unit), ("person", G::Person), ("chain", G::Chain)].map(|(key, field)| {
        let is_filled = !state.get(first, field).is_empty();
        where_(key, if is_filled { text(field) } else { any_of(&[""]) })
    });
    let mut filters = vec![where_("metric", text(G::Metric)), where_("period", text(G::Period))];
    filters.extend(whose);
    Some(To::List(Work::Targets, Kind::Target, filters))
}

/// The year that a period lies in.
pub(super) fn year_of(asked: Asked) -> i32 {
    counting_year_of(Period::of(Cycle::Year, asked.day.get(), first_month()))
}
