//! Everything the page shows, as plain data: worked out once for every change of the records.

use super::tables::{funnel, industries, metric_table, units, weak};
use crate::domain::{Date, Decimal};
use crate::i18n::{Lang, assess_overview as words, assess_words, charts as chart_words, scoring, values};
use crate::rules::counting_year::first_month;
use crate::rules::metrics::{Cycle, Elapsed, Finder, Measured, Metric, Unit, Who, Window, elapsed, standard};
use crate::rules::overview::{HEADLINES, Point, curve};
use crate::rules::scoring::{Subject, office};
use crate::rules::span::first_day;
use crate::rules::targets::{Ask, Period, Progress, Row, progress};
use crate::store::Store;
use crate::ui::assessment::aims::aims;
use crate::ui::assessment::behind;
use crate::ui::assessment::measured::measured;
use crate::ui::assessment::scored::numbers::{Asked as SheetAsked, numbers};
use crate::ui::assessment::scored::worked::{Worked, points_cell};
use crate::ui::lang::lang;
use crate::ui::records::sums::{Cell, Head, Sums, To};
use crate::ui::routes::{Route, Work};
use crate::ui::session::Question;

/// A table with a bar for each of its rows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Barred {
    pub sums: Sums,
    /// How long each bar is; nothing for a table without bars.
    pub bars: Vec<i64>,
}

impl Barred {
    /// A table without bars.
    pub fn plain(sums: &Sums) -> Self {
        Self { sums: sums.clone(), bars: Vec::new() }
    }
}

/// One side of a headline number: projects, or their money.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Side {
    pub metric: String,
    pub unit: Unit,
    pub row: Row,
    pub done: To,
    pub before: To,
    /// The curve, each point with the records until then.
    pub curve: Vec<(Point, To)>,
}

/// A headline number.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Headline {
    pub word: &'static str,
    pub name: String,
    pub count: Option<Side>,
    pub amount: Option<Side>,
}

/// What the page shows first.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Overview {
    pub headlines: Vec<Headline>,
    /// The elapsed share of the year.
    pub elapsed: Decimal,
    /// Every metric with a target, for the file.
    pub metrics: Sums,
    pub weak: Sums,
}

/// What follows once that was painted.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Tables {
    pub ranking: Sums,
    /// What the ranking goes by.
    pub ranked_by: String,
    pub funnel: Barred,
    pub industries: Barred,
    pub units: Barred,
}

/// One metric of the page with its numbers.
pub(super) struct Found<'a> {
    pub metric: &'a Metric,
    pub measured: &'a Measured,
    pub progress: Progress,
    pub finder: Finder,
}

/// Asks the metrics of a year on a day: those with a headline, and those with a target.
fn with_year<T: Default>(
    store: &Store,
    year: i32,
    today: Date,
    read: impl FnOnce(&[Found<'_>], Ask) -> T,
) -> T {
    let state = store.state();
    let Some(window) = Period::Year(year).window(state, first_month(state)) else {
        return T::default();
    };
    let day = today.min(window.to);
    let all = standard::in_force(state);
    let aims = aims(store);
    let aimed = aims.metrics(year);
    let headline = |word: &str| HEADLINES.iter().any(|(count, amount)| *count == word || *amount == word);
    let asked: Vec<Metric> = all
        .iter()
        .filter(|metric| headline(&metric.word) || aimed.contains(&metric.word.as_str()))
        .cloned()
        .collect();
    let measured = measured(store, &asked, day);
    // As the ranking by scores: against the end of the month before.
    let earlier = Some(first_day(day).plus(-1)).filter(|earlier| window.holds(*earlier));
    let ask =
        Ask { period: Period::Year(year), window, day, earlier, by: Elapsed::Months, subject: Subject::Unit };
    let found: Vec<Found<'_>> = asked
        .iter()
        .zip(&measured)
        .map(|(metric, measured)| Found {
            metric,
            measured,
            progress: progress(state, &aims, &metric.word, measured, ask),
            finder: Finder::new(store, metric, measured),
        })
        .collect();
    read(&found, ask)
}

fn find<'a, 'f>(found: &'f [Found<'a>], word: &str) -> Option<&'f Found<'a>> {
    found.iter().find(|found| found.metric.word == word)
}

/// How does a year stand today?
#[derive(PartialEq)]
pub(super) struct Asked {
    pub year: i32,
    pub l: Lang,
}

impl Question for Asked {
    type Answer = Overview;

    fn answer(&self, store: &Store, today: Date) -> Overview {
        with_year(store, self.year, today, |found, ask| overview(store, found, ask))
    }
}

/// The same, in the tables that follow.
#[derive(PartialEq)]
pub(super) struct TablesAsked {
    pub year: i32,
    pub l: Lang,
}

impl Question for TablesAsked {
    type Answer = Tables;

    fn answer(&self, store: &Store, today: Date) -> Tables {
        with_year(store, self.year, today, |found, ask| {
            let (count, amount) = HEADLINES[0];
            let (ranking, ranked_by) = by_sheet(store, ask.day)
                .or_else(|| by_metric(store, find(found, amount).or_else(|| find(found, count))?, ask))
                .unwrap_or_default();
            let signed = find(found, count).zip(find(found, amount));
            let of = |read: fn(&Store, &Found<'_>, &Found<'_>, Ask) -> Barred| {
                signed.map(|(count, amount)| read(store, count, amount, ask)).unwrap_or_default()
            };
            Tables { ranking, ranked_by, funnel: funnel(store), industries: of(industries), units: of(units) }
        })
    }
}

fn overview(store: &Store, found: &[Found<'_>], ask: Ask) -> Overview {
    let find = |word: &str| find(found, word);
    let l = lang();
    let headlines = HEADLINES.iter().filter_map(|&(count, amount)| {
        let name = find(count).or_else(|| find(amount))?;
        Some(Headline {
            word: count,
            name: assess_words::metric_name(l, name.metric),
            count: find(count).map(|found| side(found, ask)),
            amount: find(amount).map(|found| side(found, ask)),
        })
    });
    Overview {
        headlines: headlines.collect(),
        elapsed: elapsed(ask.window, ask.day, Elapsed::Months),
        metrics: metric_table(found),
        weak: weak(store, found, ask),
    }
}

/// The days of the year that are over.
pub(super) fn over(ask: Ask) -> Window {
    ask.window.until(ask.day).unwrap_or(Window { from: ask.window.from, to: ask.window.from.plus(-1) })
}

fn side(found: &Found<'_>, ask: Ask) -> Side {
    let to = |window| behind::to(&found.finder, &found.metric.word, window, Who::County);
    let row = found.progress.total.clone();
    let points = curve(found.measured, ask.window, ask.day, row.aim.as_ref().map(|aim| aim.target));
    let until = |point: &Point| Window { from: ask.window.from, to: point.until };
    Side {
        metric: found.metric.word.clone(),
        unit: found.metric.unit,
        done: to(over(ask)),
        before: to(over(ask).a_year_before()),
        curve: points.iter().map(|point| (*point, to(until(point)))).collect(),
        row,
    }
}

/// A number in running text: money rounded as it is at a bar.
pub(super) fn quantity(unit: Unit, number: Decimal) -> String {
    match unit {
        Unit::Yuan => chart_words::money(lang(), number.trunc()),
        _ => assess_words::number(lang(), unit, number),
    }
}

/// Units by the office's own rules in force, the first that score units over a part of the year.
fn by_sheet(store: &Store, day: Date) -> Option<(Sums, String)> {
    let (l, state) = (lang(), store.state());
    let first_month = first_month(state);
    let (kept, sheet) = office::kept(state).into_iter().find_map(|kept| {
        let sheet = kept.sheet.clone().ok()?;
        let fits = sheet.subject == Subject::Unit && sheet.period != Cycle::Contest;
        let in_force = !kept.retired && kept.from.is_none_or(|from| from <= day);
        (fits && in_force).then_some((kept, sheet))
    })?;
    let period = Period::of(sheet.period, day, first_month);
    let window = period.window(state, first_month)?;
    let asked =
        SheetAsked { sheet, record: Some(kept.id), version: kept.version, period, window, day, first_month };
    let measured = numbers(store, &asked);
    let earlier = measured.earlier.as_ref().map(|(day, _)| *day);
    let worked = Worked::of(asked.sheet, &measured);
    let (rules, period_word, day_word) = (kept.id.to_string(), period.to_string(), day.to_string());
    let mut rows = Vec::new();
    for (group, scores) in worked.groups() {
        for score in scores {
            let Some(place) = score.place else { continue };
            let subject = &worked.figures.subjects[score.subject];
            let query = [
                ("rules", rules.as_str()),
                ("period", period_word.as_str()),
                ("day", day_word.as_str()),
                ("open", subject.key.as_str()),
            ];
            let points = Cell::words(points_cell(score.total, worked.sheet.digits));
            rows.push(vec![
                Cell::words(subject.name.clone()),
                Cell::words(group.clone()),
                Cell::words(crate::i18n::assess_progress::place(place, worked.gained(score))),
                points.to(To::At(Route::Work(Work::Scores).with_query(query))),
            ]);
        }
    }
    if rows.is_empty() {
        return None;
    }
    let name = scoring::label(l, &worked.sheet.name);
    let said = words::ranked_by(l, &name, &assess_words::period(l, period, first_month), earlier);
    Some((Sums { heads: ranking_heads(words::SCORE.get(l)), rows: rows.into(), total: None }, said))
}

fn ranking_heads(last: &str) -> Vec<Head> {
    let l = lang();
    vec![
        Head::words(words::UNIT.get(l)),
        Head::words(words::GROUP.get(l)),
        Head::number(words::PLACE.get(l)),
        Head::number(last),
    ]
}

/// Units by how much they have done of their target of a metric.
fn by_metric(store: &Store, found: &Found<'_>, ask: Ask) -> Option<(Sums, String)> {
    let l = lang();
    let mut rows: Vec<&Row> = found.progress.rows.iter().filter(|row| row.place.is_some()).collect();
    let groups = office::groups(store.state());
    let group = |row: &Row| groups.iter().position(|group| *group == row.group).unwrap_or(usize::MAX);
    rows.sort_by_key(|row| (group(row), row.place));
    let row = |row: &&Row| {
        let unit = row.unit()?;
        let to = behind::to(&found.finder, &found.metric.word, over(ask), Who::Unit(unit));
        let place = crate::i18n::assess_progress::place(row.place?, row.gained());
        Some(vec![
            Cell::words(values::record_name(l, store.state(), unit)),
            Cell::words(row.group.clone()),
            Cell::words(place),
            Cell::percent(row.rate).to(to),
        ])
    };
    let rows: Vec<Vec<Cell>> = rows.iter().filter_map(row).collect();
    let said = words::ranked_by_metric(l, &assess_words::metric_name(l, found.metric), ask.earlier);
    (!rows.is_empty())
        .then(|| (Sums { heads: ranking_heads(words::RATE.get(l)), rows: rows.into(), total: None }, said))
}
