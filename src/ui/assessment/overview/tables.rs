//! The tables of the page.

use super::data::{Barred, Found, over};
use crate::domain::lists::List;
use crate::domain::{Decimal, RecordId, Stage};
use crate::i18n::{assess_overview as words, assess_progress, assess_words, labels, values};
use crate::rules::counting_year::JANUARY;
use crate::rules::health::{self, Behind};
use crate::rules::metrics::Who;
use crate::rules::overview::{by_industry, weakest};
use crate::rules::query::DayRange;
use crate::rules::targets::{Ask, Progress, Row};
use crate::store::Store;
use crate::ui::assessment::behind;
use crate::ui::assessment::standing::level;
use crate::ui::lang::{lang, t};
use crate::ui::records::sums::{Cell, Head, Sums, To, any_of, where_};
use crate::ui::routes::{Route, Work};
use rustc_hash::FxHashMap;

/// How many weak metrics are told (domain notes row 67).
const WEAK: usize = 5;

/// The page of progress, at one metric of the year.
pub(super) fn progress_of(word: &str, year: i32) -> To {
    let year = year.to_string();
    To::At(Route::Work(Work::Progress).with_query([("metric", word), ("period", year.as_str())]))
}

/// The page is of a whole year.
fn year_of(ask: Ask) -> i32 {
    ask.period.year(JANUARY).unwrap_or_default()
}

/// Every metric of the page, for the file.
pub(super) fn metric_table(found: &[Found<'_>]) -> Sums {
    let l = lang();
    let row = |found: &Found<'_>| {
        let (row, unit) = (&found.progress.total, found.metric.unit);
        vec![
            Cell::words(assess_words::in_unit(l, &assess_words::metric_name(l, found.metric), unit)),
            Cell::measured_if(unit, row.aim.as_ref().map(|aim| aim.target)),
            Cell::measured(unit, row.done),
            Cell::percent(row.rate),
            Cell::percent(Some(found.progress.elapsed)),
            Cell::points(row.ahead),
            Cell::measured(unit, row.year_before),
        ]
    };
    let heads = vec![
        Head::words(t(words::METRIC)),
        Head::number(t(assess_progress::TARGET)),
        Head::number(t(assess_progress::DONE)),
        Head::number(t(assess_progress::RATE)),
        Head::number(t(assess_progress::ELAPSED)),
        Head::number(t(assess_progress::AHEAD)),
        Head::number(t(words::YEAR_BEFORE)),
    ];
    Sums { heads, rows: found.iter().map(row).collect(), total: None }
}

/// 薄弱指标.
pub(super) fn weak(store: &Store, found: &[Found<'_>], ask: Ask) -> Sums {
    let l = lang();
    let all: Vec<&Progress> = found.iter().map(|found| &found.progress).collect();
    let row = |weak: crate::rules::overview::Weak| {
        let of = &found[weak.metric];
        let word = &of.metric.word;
        let done = behind::to(&of.finder, word, over(ask), Who::County);
        let last = weak.last.map_or_else(Cell::default, |(unit, _)| {
            let name = values::record_name(l, store.state(), unit);
            Cell::words(name).to(progress_of(word, year_of(ask)))
        });
        let points = Cell::points(weak.total.ahead);
        vec![
            Cell::words(assess_words::metric_name(l, of.metric)).to(progress_of(word, year_of(ask))),
            Cell::percent(weak.total.rate).to(done),
            match level(&weak.total) {
                Some(level) => points.lit(level),
                None => points,
            },
            last,
        ]
    };
    let heads = vec![
        Head::words(t(words::METRIC)),
        Head::number(t(words::RATE)),
        Head::number(t(words::BEHIND)),
        Head::words(t(words::LAST)),
    ];
    Sums { heads, rows: weakest(&all, WEAK).into_iter().map(row).collect(), total: None }
}

/// The funnel: what stands at each stage, and how many of those that reached it went on.
pub(super) fn funnel(store: &Store) -> Barred {
    let (l, index) = (lang(), store.index());
    let cases = health::cases(store.state(), index.rules(), index.projects());
    let (depth, steps) = (health::depth(&cases), health::steps(&cases, DayRange::default()));
    let strict = index.rules().strict_stage;
    let link = |what: &Behind| To::Projects(health::filters(what, None, DayRange::default(), strict));
    let row = |&stage: &Stage| {
        let of = depth[stage as usize];
        let behind = || link(&Behind::Live(vec![stage]));
        let step = steps.iter().find(|step| step.from == stage && health::is_enough(step.reached));
        let rate = step.and_then(|step| {
            let n = |n: usize| Decimal::whole(i64::try_from(n).unwrap_or(i64::MAX));
            n(step.moved).over(n(step.reached))
        });
        vec![
            Cell::words(labels::stage(stage).get(l)),
            Cell::count(of.count).to(behind()),
            Cell::large(of.yuan).to(behind()),
            Cell::percent(rate).to(link(&Behind::Reached(stage))),
        ]
    };
    let heads = vec![
        Head::words(t(words::STAGE)),
        Head::number(t(words::COUNT)),
        Head::large(t(words::TOTAL)),
        Head::number(t(words::CONVERSION)),
    ];
    let bars = Stage::ALL.iter().map(|stage| i64::try_from(depth[*stage as usize].count).unwrap_or(i64::MAX));
    let bars: Vec<i64> = bars.collect();
    let rows = if bars.iter().all(|n| *n == 0) { Vec::new() } else { Stage::ALL.iter().map(row).collect() };
    Barred { sums: Sums { heads, rows: rows.into(), total: None }, bars }
}

fn signed_heads(first: &str) -> Vec<Head> {
    vec![Head::words(first), Head::number(t(words::COUNT)), Head::large(t(words::TOTAL))]
}

/// What was signed this year by industry.
pub(super) fn industries(store: &Store, count: &Found<'_>, amount: &Found<'_>, ask: Ask) -> Barred {
    let (l, state) = (lang(), store.state());
    let slices = by_industry(state, count.measured, amount.measured, over(ask));
    let row = |slice: &crate::rules::overview::Slice| {
        let to = |found: &Found<'_>| {
            // Behind a number of all industries stands a table of projects, which is narrowed to one.
            let behind = found.finder.find(over(ask), Who::County);
            let mut filters = behind.filters;
            filters.push(where_("industry", any_of(&[slice.industry.as_str()])));
            To::Projects(filters)
        };
        let name = match slice.industry.as_str() {
            "" => t(words::NO_INDUSTRY).to_owned(),
            word => values::list_word(l, state, List::Industry, word),
        };
        vec![
            Cell::words(name),
            Cell::measured(count.metric.unit, slice.count).to(to(count)),
            Cell::large(slice.yuan.trunc()).to(to(amount)),
        ]
    };
    let rows = slices.iter().map(row).collect();
    let bars = slices.iter().map(|slice| slice.yuan.trunc()).collect();
    Barred { sums: Sums { heads: signed_heads(t(words::INDUSTRY)), rows, total: None }, bars }
}

/// What was signed this year by unit, what stands below a unit with it.
pub(super) fn units(store: &Store, count: &Found<'_>, amount: &Found<'_>, ask: Ask) -> Barred {
    let l = lang();
    let money: FxHashMap<Option<RecordId>, Decimal> =
        amount.progress.rows.iter().map(|row| (row.unit(), row.done)).collect();
    let of = |row: &Row| money.get(&row.unit()).copied().unwrap_or_default();
    let mut rows: Vec<&Row> =
        count.progress.rows.iter().filter(|row| !row.done.is_zero() || !of(row).is_zero()).collect();
    rows.sort_by_key(|row| (std::cmp::Reverse(of(row)), std::cmp::Reverse(row.done)));
    let bars = rows.iter().map(|row| of(row).trunc()).collect();
    let row = |row: &&Row| {
        let unit = row.unit()?;
        let to =
            |found: &Found<'_>| behind::to(&found.finder, &found.metric.word, over(ask), Who::Unit(unit));
        Some(vec![
            Cell::words(values::record_name(l, store.state(), unit)),
            Cell::measured(count.metric.unit, row.done).to(to(count)),
            Cell::large(of(row).trunc()).to(to(amount)),
        ])
    };
    let rows = rows.iter().filter_map(row).collect();
    Barred { sums: Sums { heads: signed_heads(t(words::UNIT)), rows, total: None }, bars }
}
