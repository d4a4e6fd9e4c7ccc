//! 总览: the year at a glance, for leaders (domain notes rows 59, 67): the curve of the year, the weakest metrics, and
//! what was signed by industry. Everything is told from metrics that were measured once.

use crate::domain::field::{FundTrancheField as T, ProjectField as P};
use crate::domain::{Date, Decimal, Kind, RecordId};
use crate::ledger::State;
use crate::rules::metrics::{Measured, Window};
use crate::rules::span::last_day;
use crate::rules::targets::{Progress, Row, Standing};
use rustc_hash::FxHashMap;

/// The three headline numbers (domain notes row 59: signed, started, producing), each as the words of the metric that
/// counts projects and of the one that sums their investment.
pub const HEADLINES: [(&str, &str); 3] =
    [("signed", "signed_amount"), ("started", "started_amount"), ("producing", "producing_amount")];

/// One month of the curve of a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Point {
    /// The last day of the month.
    pub end: Date,
    /// The last day that `done` holds; the day asked in its own month.
    pub until: Date,
    /// What was done from the beginning of the year to `until`; `None` of months that lie ahead.
    pub done: Option<Decimal>,
    /// What should be done by the end of the month if every month did its share (序时, domain notes §2.5).
    pub due: Option<Decimal>,
    /// What was done by the same day a year before.
    pub year_before: Decimal,
}

/// The curve of a period, month by month, as it is known on a day. `target` is that of the whole period.
pub fn curve(measured: &Measured, window: Window, day: Date, target: Option<Decimal>) -> Vec<Point> {
    let months = Decimal::whole(window.months().into());
    let mut found = Vec::new();
    let mut start = window.from;
    for nth in 1..=window.months() {
        let end = last_day(start).min(window.to);
        let until = if (start..=end).contains(&day) { day } else { end };
        let part = Window { from: window.from, to: until };
        found.push(Point {
            end,
            until,
            done: (until <= day).then(|| measured.total(part)),
            due: target.and_then(|target| target.share(Decimal::whole(nth.into()), months)),
            year_before: measured.total(part.a_year_before()),
        });
        start = end.plus(1);
    }
    found
}

/// A metric that is behind the time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Weak {
    /// Its place among the metrics that were asked.
    pub metric: usize,
    /// How the county stands.
    pub total: Row,
    /// Who of those with a target is furthest behind, and by how much: -0.2 is 20 points.
    pub last: Option<(RecordId, Decimal)>,
}

/// 薄弱指标: the metrics whose county target is furthest behind the time, the worst first.
pub fn weakest(found: &[&Progress], most: usize) -> Vec<Weak> {
    let behind = |(metric, progress): (usize, &&Progress)| {
        let total = &progress.total;
        let last = progress
            .rows
            .iter()
            .filter(|row| row.standing == Standing::Behind)
            .filter_map(|row| Some((row.unit()?, row.ahead?)))
            .min_by_key(|(_, ahead)| *ahead);
        (total.standing == Standing::Behind).then(|| Weak { metric, total: total.clone(), last })
    };
    let mut weak: Vec<Weak> = found.iter().enumerate().filter_map(behind).collect();
    weak.sort_by_key(|weak| (weak.total.ahead, weak.metric));
    weak.truncate(most);
    weak
}

/// What one industry gave.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Slice {
    /// The word of the industry; empty where the projects say none.
    pub industry: String,
    /// How many projects, or what else the first metric counts.
    pub count: Decimal,
    /// Their yuan.
    pub yuan: Decimal,
}

/// What was done in a window by industry: a count and a sum of yuan of the same projects. The most yuan first; those
/// without an industry last.
pub fn by_industry(state: &State, count: &Measured, amount: &Measured, window: Window) -> Vec<Slice> {
    let mut sums: FxHashMap<&str, (Decimal, Decimal)> = FxHashMap::default();
    for entry in count.within(window) {
        sums.entry(industry(state, entry.record)).or_default().0 += entry.amount;
    }
    for entry in amount.within(window) {
        sums.entry(industry(state, entry.record)).or_default().1 += entry.amount;
    }
    let slice = |(industry, (count, yuan)): (&str, _)| Slice { industry: industry.to_owned(), count, yuan };
    let mut found: Vec<Slice> = sums.into_iter().map(slice).collect();
    found.sort_by(|a, b| {
        let key = |slice: &Slice| {
            (slice.industry.is_empty(), std::cmp::Reverse(slice.yuan), std::cmp::Reverse(slice.count))
        };
        key(a).cmp(&key(b)).then_with(|| a.industry.cmp(&b.industry))
    });
    found
}

/// The industry of what counts: of a project, or of the project that money arrived on.
fn industry(state: &State, record: RecordId) -> &str {
    let project = match record.kind {
        Kind::FundTranche => state.get(record, T::Project).as_ref_id().map(|id| state.resolve(id)),
        _ => Some(record),
    };
    project.and_then(|project| state.get(project, P::Industry).as_text()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Value;
    use crate::ledger::Edit;
    use crate::rules::metrics::tests::fixture::*;
    use crate::rules::metrics::{Cycle, Elapsed, Metric, measure, standard};
    use crate::rules::query::Facts;
    use crate::rules::targets::{Aims, Ask, Holder, Period, progress, set as aim};

    fn metric(word: &str) -> Metric {
        standard::standard().into_iter().find(|metric| metric.word == word).expect("a standard metric")
    }

    fn n(number: i64) -> Decimal {
        Decimal::whole(number)
    }

    fn year(day_of: &str) -> Window {
        Window::of(Cycle::Year, day(day_of), 1)
    }

    #[test]
    fn the_headlines_are_metrics_that_an_office_begins_with() {
        for word in HEADLINES.into_iter().flat_map(|(count, amount)| [count, amount]) {
            assert_eq!(metric(word).word, word);
        }
    }

    /// Signed: one on 31 January, one on 1 February, one on 10 March, one on 11 March; a year before one on 10 March
    /// and one on 11 March. On 10 March: January 1, February 2, March 3, and a year before by 10 March 1. A target of
    /// 24 asks for 2 a month.
    #[test]
    fn the_curve_adds_up_month_by_month_and_stops_at_the_day() {
        let days = [
            "2026-01-31",
            "2026-02-01",
            "2026-03-10",
            "2026-03-11",
            "2025-03-10",
            "2025-03-11",
            "2025-12-31",
        ];
        let edits = (1..).zip(days).flat_map(|(key, day_of)| signed(key, unit(1), day_of, 100)).collect();
        let office = office(edits);
        let points = |on: &str| {
            let measured = measure(&office, &[metric("signed")], day(on)).remove(0);
            curve(&measured, year("2026-03-10"), day(on), Some(n(24)))
        };
        let found = points("2026-03-10");
        assert_eq!(found.len(), 12);
        let told = |point: &Point| {
            (point.until.to_string(), point.done.map(Decimal::trunc), point.due.map(Decimal::trunc))
        };
        assert_eq!(told(&found[0]), ("2026-01-31".to_owned(), Some(1), Some(2)));
        assert_eq!(told(&found[1]), ("2026-02-28".to_owned(), Some(2), Some(4)));
        assert_eq!(told(&found[2]), ("2026-03-10".to_owned(), Some(3), Some(6)));
        assert_eq!(told(&found[3]), ("2026-04-30".to_owned(), None, Some(8)));
        assert_eq!(told(&found[11]), ("2026-12-31".to_owned(), None, Some(24)));
        let before: Vec<i64> = found.iter().map(|point| point.year_before.trunc()).collect();
        assert_eq!(before, [0, 0, 1, 2, 2, 2, 2, 2, 2, 2, 2, 3]);
        // The day after, and the last and the first day of a month.
        assert_eq!(points("2026-03-11")[2].done, Some(n(4)));
        assert_eq!((points("2026-03-31")[2].done, points("2026-03-31")[3].done), (Some(n(4)), None));
        let first = points("2026-04-01");
        assert_eq!((first[3].until.to_string().as_str(), first[3].done), ("2026-04-01", Some(n(4))));
        // Before the year begins nothing is done of it, after it all is.
        assert!(points("2025-12-31").iter().all(|point| point.done.is_none()));
        assert_eq!(points("2027-01-15")[11].done, Some(n(4)));
        let measured = measure(&office, &[metric("signed")], day("2026-03-10")).remove(0);
        assert!(
            curve(&measured, year("2026-03-10"), day("2026-03-10"), None).iter().all(|p| p.due.is_none())
        );
    }

    fn target(word: &str, of: Option<RecordId>, number: i64) -> Vec<Edit> {
        let holder = of.map_or(Holder::County, Holder::Record);
        aim(&State::default(), &metric(word), &holder, Period::Year(2026), Some(n(number)))
    }

    /// On 30 June half of the year is over. Signed: 2 of 10 is 30 points behind; the first unit did 2 of 2, the second
    /// none of 4 (50 behind), the third none of 4 as well: the one that stands first is named. Started: 4 of 10 is 10
    /// behind. Completed: 5 of 10 is in time and not weak. Producing has no target.
    #[test]
    fn the_weakest_are_those_furthest_behind_and_name_the_last_unit() {
        use crate::domain::Milestone;
        let mut edits: Vec<Edit> = (1..=2).flat_map(|key| signed(key, unit(1), "2026-05-01", 100)).collect();
        for key in 11..=14 {
            edits.extend([
                set(project(key), P::Unit, Value::Ref(unit(1))),
                reach(project(key), Milestone::Started, "2026-05-01"),
            ]);
        }
        for key in 21..=25 {
            edits.push(reach(project(key), Milestone::Completed, "2026-05-01"));
        }
        for (key, order) in [(1, 0), (2, 1), (3, 2)] {
            edits.push(set(unit(key), crate::domain::field::UnitField::Order, Value::Int(order)));
        }
        for (of, number) in [(None, 10), (Some(unit(1)), 2), (Some(unit(2)), 4), (Some(unit(3)), 4)] {
            edits.extend(target("signed", of, number));
        }
        edits.extend(target("started", None, 10));
        edits.extend(target("completed", None, 10));
        let office = office(edits);
        let metrics = ["producing", "completed", "started", "signed"].map(metric);
        let today = day("2026-06-30");
        let measured = measure(&office, &metrics, today);
        let aims = Aims::read(office.state(), office.rules(), &metrics);
        let window = year("2026-06-30");
        let ask = Ask {
            period: Period::Year(2026),
            window,
            day: today,
            earlier: None,
            by: Elapsed::Months,
            subject: Default::default(),
        };
        let found: Vec<Progress> = metrics
            .iter()
            .zip(&measured)
            .map(|(metric, measured)| progress(office.state(), &aims, &metric.word, measured, ask))
            .collect();
        let found: Vec<&Progress> = found.iter().collect();
        let weak = weakest(&found, 5);
        let told: Vec<_> = weak.iter().map(|weak| (weak.metric, weak.total.ahead, weak.last)).collect();
        let points = |percent: i64| Some(Decimal::hundredths(percent));
        assert_eq!(
            told,
            [(3, points(-30), Some((unit(2), Decimal::hundredths(-50)))), (2, points(-10), None)]
        );
        assert_eq!(weakest(&found, 1).len(), 1);
    }

    /// 新能源 100 + 300 万 of two projects, 食品 300 万 of one, one project without an industry of 900 万, which stands
    /// last all the same; one of the year before is left out.
    #[test]
    fn industries_stand_by_their_money_and_the_unnamed_last() {
        let mut edits: Vec<Edit> = Vec::new();
        let all = [
            (1, "2026-01-05", 100, "新能源"),
            (2, "2026-06-30", 300, "新能源"),
            (3, "2026-02-01", 300, "食品"),
            (4, "2026-03-01", 900, ""),
            (5, "2025-12-31", 500, "食品"),
        ];
        for (key, on, amount, word) in all {
            edits.extend(signed(key, unit(1), on, amount));
            if !word.is_empty() {
                edits.push(set(project(key), P::Industry, Value::text(word)));
            }
        }
        let office = office(edits);
        let today = day("2026-06-30");
        let measured = measure(&office, &["signed", "signed_amount"].map(metric), today);
        let found = by_industry(office.state(), &measured[0], &measured[1], year("2026-06-30"));
        let told: Vec<_> = found
            .iter()
            .map(|slice| (slice.industry.as_str(), slice.count.trunc(), slice.yuan.trunc() / 10_000))
            .collect();
        assert_eq!(told, [("新能源", 2, 400), ("食品", 1, 300), ("", 1, 900)]);
    }
}
