//! 承诺: what units promised at hearings and meetings, and whether they kept it (domain notes rows 6, 16).
//!
//! A pledge on a metric says how much of it will be done from the beginning of the year to the day it is due, and the
//! pipeline tells; any other is judged by the office.

use crate::domain::field::PledgeField as L;
use crate::domain::{Date, Decimal, Kind, Money, RecordId, Value};
use crate::ledger::{Edit, Record, State};
use crate::rules::OfficeRules;
use crate::rules::metrics::{Cycle, Measured, Metric, Unit, Window, standard, stated};
use crate::rules::scoring::Subject;
use crate::rules::targets::rolled_up;
use rustc_hash::FxHashMap;
use std::sync::Arc;

/// How a pledge stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Standing {
    /// 未兑现: its day is over, or the office says so.
    Broken,
    /// 待评定: its day is over, and nothing tells whether it was kept.
    Unjudged,
    /// 未到期.
    Open,
    /// 已兑现, also before its day.
    Kept,
}

impl Standing {
    /// Every one, the gravest first.
    pub const ALL: [Standing; 4] = [Standing::Broken, Standing::Unjudged, Standing::Open, Standing::Kept];

    /// The word for it in conditions.
    pub const fn word(self) -> &'static str {
        match self {
            Standing::Broken => "broken",
            Standing::Unjudged => "unjudged",
            Standing::Open => "open",
            Standing::Kept => "kept",
        }
    }

    /// The standing with this word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|standing| standing.word() == word)
    }
}

/// One pledge.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pledge {
    /// Its record.
    pub id: RecordId,
    /// Whose it is.
    pub unit: Option<RecordId>,
    /// The hearing at which it was given.
    pub hearing: Option<RecordId>,
    /// When it was given.
    pub on: Option<Date>,
    /// What was promised, in words.
    pub content: String,
    /// The metric that tells.
    pub metric: Option<RecordId>,
    /// How much of it.
    pub promised: Option<Decimal>,
    /// When it is due.
    pub due: Option<Date>,
    /// What the office says.
    pub outcome: Option<bool>,
}

/// The words of [`L::Outcome`].
pub const KEPT: &str = "kept";
/// See [`KEPT`].
pub const BROKEN: &str = "broken";

/// Whether the office says that a pledge was kept; `None` where it says nothing. What a clerk types into the table is
/// understood as well.
pub fn judged(outcome: &str) -> Option<bool> {
    match outcome {
        KEPT | "Kept" | "已兑现" => Some(true),
        BROKEN | "Broken" | "未兑现" => Some(false),
        _ => None,
    }
}

impl Pledge {
    /// Reads a pledge.
    pub fn read(state: &State, rules: &OfficeRules, id: RecordId, record: &Record) -> Self {
        let to = |field: L| record.get(field).as_ref_id().map(|id| state.resolve(id));
        Self {
            id,
            unit: to(L::Unit),
            hearing: to(L::Hearing),
            on: record.get(L::On).as_date(),
            content: record.get(L::Content).as_text().unwrap_or_default().to_owned(),
            metric: to(L::Metric),
            promised: stated(rules, record, L::Amount, L::Number),
            due: record.get(L::DueOn).as_date(),
            outcome: record.get(L::Outcome).as_text().and_then(judged),
        }
    }

    /// How it stands on a day, given what was done of its metric by then or by the day it was due, whichever came
    /// first. What the office says stands above what the pipeline tells.
    pub fn standing(&self, fact: Option<Decimal>, today: Date) -> Standing {
        if let Some(kept) = self.outcome {
            return if kept { Standing::Kept } else { Standing::Broken };
        }
        let over = self.due.is_some_and(|due| due < today);
        match (fact.zip(self.promised), over) {
            (Some((fact, promised)), _) if fact >= promised => Standing::Kept,
            (Some(_), true) => Standing::Broken,
            (None, true) => Standing::Unjudged,
            (_, false) => Standing::Open,
        }
    }
}

/// Every live pledge, the latest first.
pub fn all(state: &State, rules: &OfficeRules) -> Vec<Pledge> {
    let mut found: Vec<Pledge> =
        state.live(Kind::Pledge).map(|(id, record)| Pledge::read(state, rules, id, record)).collect();
    found.sort_by_key(|pledge| (std::cmp::Reverse(pledge.on), pledge.unit, pledge.id));
    found
}

/// The days that a pledge speaks of, as far as they are over: from the beginning of the counting year of the day it is due
/// until that day, or until today.
pub fn window(pledge: &Pledge, today: Date, first_month: u32) -> Option<Window> {
    let due = pledge.due?;
    Window::of(Cycle::Year, due, first_month).until(due.min(today))
}

/// What was done of each pledge's metric, in the order of `pledges`: from the beginning of the counting year of the day it
/// is due until that day, or until today.
pub fn facts(
    state: &State,
    pledges: &[Pledge],
    metrics: &[Metric],
    measured: &[Arc<Measured>],
    today: Date,
    first_month: u32,
) -> Vec<Option<Decimal>> {
    let ids: Vec<RecordId> = metrics.iter().map(|metric| standard::id(&metric.word)).collect();
    // Most pledges of a hearing are due on one day.
    let mut sums: FxHashMap<(usize, Date), FxHashMap<RecordId, Decimal>> = FxHashMap::default();
    let fact = |pledge: &Pledge| {
        let at = ids.iter().position(|id| Some(*id) == pledge.metric)?;
        let (unit, due) = (pledge.unit?, pledge.due?);
        let until = window(pledge, today, first_month)?;
        let sums = sums
            .entry((at, due))
            .or_insert_with(|| rolled_up(state, measured[at].sums(Subject::Unit, until)));
        Some(sums.get(&unit).copied().unwrap_or_default())
    };
    pledges.iter().map(fact).collect()
}

/// How many pledges stand how.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Count {
    /// All that were given.
    pub given: usize,
    /// 已兑现
    pub kept: usize,
    /// 未兑现
    pub broken: usize,
    /// 待评定
    pub unjudged: usize,
    /// 未到期
    pub open: usize,
}

impl Count {
    /// Counts one more.
    pub fn add(&mut self, standing: Standing) {
        self.given += 1;
        *match standing {
            Standing::Kept => &mut self.kept,
            Standing::Broken => &mut self.broken,
            Standing::Unjudged => &mut self.unjudged,
            Standing::Open => &mut self.open,
        } += 1;
    }

    /// 兑现率: kept of those that are settled; `None` where none is.
    pub fn rate(&self) -> Option<Decimal> {
        let whole = |n: usize| i64::try_from(n).ok().map(Decimal::whole);
        whole(self.kept)?.over(whole(self.kept + self.broken)?)
    }
}

/// A pledge as it is given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Given<'a> {
    /// Whose it is.
    pub unit: RecordId,
    /// The hearing.
    pub hearing: RecordId,
    /// When it is given.
    pub on: Date,
    /// In words.
    pub content: &'a str,
    /// The metric that tells and how much of it, from the beginning of the year; amounts in yuan.
    pub number: Option<(&'a Metric, Decimal)>,
    /// When it is due.
    pub due: Date,
}

/// The edits that record a pledge, and give its metric a record if it has none.
pub fn give(state: &State, id: RecordId, given: &Given<'_>) -> Vec<Edit> {
    let mut edits = Vec::new();
    if let Some((metric, number)) = given.number {
        edits.extend(standard::adopt(state, &metric.word));
        edits.push(Edit::new(id, L::Metric, Value::Ref(standard::id(&metric.word))));
        edits.push(match metric.unit {
            Unit::Yuan => Edit::new(id, L::Amount, Value::Money(Money::yuan(number.trunc()))),
            _ => Edit::new(id, L::Number, Value::Int(number.as_millionths() / 100)),
        });
    }
    edits.extend([
        Edit::new(id, L::Unit, Value::Ref(given.unit)),
        Edit::new(id, L::Hearing, Value::Ref(given.hearing)),
        Edit::new(id, L::On, Value::Date(given.on)),
        Edit::new(id, L::Content, Value::text(given.content)),
        Edit::new(id, L::DueOn, Value::Date(given.due)),
    ]);
    edits
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Milestone, Value};
    use crate::rules::metrics::measure;
    use crate::rules::metrics::tests::fixture::{day, office, on, reach, set, signed, unit};
    use crate::rules::query::Facts;

    const ID: RecordId = RecordId::new(Kind::Pledge, 1);

    fn standing(extra: Vec<crate::ledger::Edit>, today: &str) -> Standing {
        // By 31 July unit 1 will have signed three; it signed one in January, one on the day, and one the day after.
        let mut edits = [
            signed(1, unit(1), "2026-01-05", 1),
            signed(2, unit(1), "2026-07-31", 1),
            signed(3, unit(1), "2026-08-01", 1),
            signed(4, unit(1), "2025-12-31", 1),
        ]
        .concat();
        edits.extend([
            set(ID, L::Unit, Value::Ref(unit(1))),
            set(ID, L::Metric, Value::Ref(standard::id("signed"))),
            set(ID, L::Number, Value::Int(30_000)),
            on(ID, L::DueOn, "2026-07-31"),
        ]);
        edits.extend(extra);
        let office = office(edits);
        let (state, today) = (office.state(), day(today));
        let metrics = standard::in_force(state);
        let measured = measure(&office, &metrics, today);
        let pledges = all(state, office.rules());
        let facts = facts(state, &pledges, &metrics, &measured, today, 1);
        pledges[0].standing(facts[0], today)
    }

    #[test]
    fn a_pledge_is_open_on_its_day_and_broken_the_day_after() {
        assert_eq!(standing(Vec::new(), "2026-07-30"), Standing::Open);
        assert_eq!(standing(Vec::new(), "2026-07-31"), Standing::Open);
        assert_eq!(
            standing(Vec::new(), "2026-08-01"),
            Standing::Broken,
            "what came after its day does not count"
        );
    }

    #[test]
    fn it_is_kept_as_soon_as_it_is() {
        let two = || vec![set(ID, L::Number, Value::Int(20_000))];
        assert_eq!(standing(two(), "2026-07-30"), Standing::Open);
        assert_eq!(standing(two(), "2026-07-31"), Standing::Kept);
        assert_eq!(standing(two(), "2026-12-01"), Standing::Kept);
    }

    #[test]
    fn what_no_metric_tells_the_office_judges() {
        let words = |outcome: Option<&str>| {
            let mut edits = vec![set(ID, L::Metric, Value::Empty)];
            edits.extend(outcome.map(|word| set(ID, L::Outcome, Value::text(word))));
            edits
        };
        assert_eq!(standing(words(None), "2026-07-31"), Standing::Open);
        assert_eq!(standing(words(None), "2026-08-01"), Standing::Unjudged);
        assert_eq!(standing(words(Some(KEPT)), "2026-08-01"), Standing::Kept);
        assert_eq!(standing(words(Some(BROKEN)), "2026-07-01"), Standing::Broken);
        assert_eq!(standing(words(Some("未兑现")), "2026-07-01"), Standing::Broken);
        // The office's word stands above the pipeline: the third one was signed a day late for a good reason.
        assert_eq!(standing(vec![set(ID, L::Outcome, Value::text(KEPT))], "2026-08-02"), Standing::Kept);
    }

    #[test]
    fn another_milestone_does_not_keep_it() {
        let started = vec![reach(RecordId::new(Kind::Project, 1), Milestone::Started, "2026-02-01")];
        assert_eq!(standing(started, "2026-08-01"), Standing::Broken);
    }

    #[test]
    fn of_what_is_settled_so_much_was_kept() {
        let mut count = Count::default();
        assert_eq!(count.rate(), None);
        for standing in [Standing::Open, Standing::Kept, Standing::Kept, Standing::Broken, Standing::Unjudged]
        {
            count.add(standing);
        }
        // Two of the three that are settled.
        assert_eq!(count.rate().expect("some are settled").to_string(), "0.666667");
        assert_eq!((count.given, count.kept, count.broken, count.unjudged, count.open), (5, 2, 1, 1, 1));
    }

    #[test]
    fn a_pledge_is_read_back_as_it_was_given() {
        let all = standard::standard();
        let find = |word: &str| all.iter().find(|metric| metric.word == word).expect("a standard metric");
        let given = |word, number| Given {
            unit: unit(1),
            hearing: RecordId::new(Kind::Hearing, 1),
            on: day("2026-06-30"),
            content: "three",
            number: Some((find(word), number)),
            due: day("2026-07-31"),
        };
        for (word, number) in [("signed", Decimal::hundredths(250)), ("arrived", Decimal::whole(35_000_000))]
        {
            let state = State::default();
            let office = office(give(&state, ID, &given(word, number)));
            let pledge = pledges_of(&office);
            assert_eq!(pledge.promised, Some(number));
            assert_eq!(pledge.metric, Some(standard::id(word)));
            assert_eq!((pledge.unit, pledge.due), (Some(unit(1)), Some(day("2026-07-31"))));
            assert!(standard::in_force(office.state()).iter().any(|metric| metric.word == word));
        }
    }

    fn pledges_of(office: &crate::rules::metrics::tests::fixture::Office) -> Pledge {
        all(office.state(), office.rules()).remove(0)
    }
}
