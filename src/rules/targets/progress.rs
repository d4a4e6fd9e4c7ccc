//! 进度: what was done of a target against the time that is over, for each unit, person or chain and all together (domain
//! notes §2.5, row 23).

use super::cascade::above;
use super::{Aim, Aims, Holder, Period, holders};
use crate::domain::field::UnitField;
use crate::domain::{Date, Decimal, Kind, RecordId};
use crate::ledger::State;
use crate::rules::metrics::{Elapsed, Measured, Window, elapsed};
use crate::rules::scoring::Subject;
use rustc_hash::FxHashMap;

/// Ahead of or behind the time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Standing {
    /// 超序时, or as the time is.
    Ahead,
    /// 欠序时.
    Behind,
    /// 完成: the whole target.
    Met,
    /// No target to judge by.
    NoTarget,
}

/// One line: a unit, a person or a chain, or all together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Whose.
    pub holder: Holder,
    /// 考核组别 of a unit. People and chains are compared all together (德清, domain notes R32): they have none.
    pub group: String,
    /// The target.
    pub aim: Option<Aim>,
    /// What was done in the period until the day.
    pub done: Decimal,
    /// What was done in the same days of the year before.
    pub year_before: Decimal,
    /// Done ÷ target.
    pub rate: Option<Decimal>,
    /// Completion less the elapsed share: 0.05 is five points ahead.
    pub ahead: Option<Decimal>,
    /// What is missing to the target; nothing where it is met.
    pub left: Option<Decimal>,
    /// What has to be done each week to reach it in time; `None` where it is met or no day is left.
    pub per_week: Option<Decimal>,
    /// Where it stands.
    pub standing: Standing,
    /// 名次 by completion in its group: equal ones share it.
    pub place: Option<usize>,
    /// The place on the earlier day.
    pub earlier: Option<usize>,
}

impl Row {
    /// The unit; nothing of others.
    pub fn unit(&self) -> Option<RecordId> {
        match self.holder {
            Holder::Record(id) if id.kind == Kind::Unit => Some(id),
            _ => None,
        }
    }

    /// 同比: how much more than in the year before, as a share; `None` where there was nothing.
    pub fn growth(&self) -> Option<Decimal> {
        (self.done - self.year_before).over(self.year_before)
    }

    /// Places gained since the earlier day.
    pub fn gained(&self) -> Option<i64> {
        let (place, earlier) = self.place.zip(self.earlier)?;
        Some(i64::try_from(earlier).ok()? - i64::try_from(place).ok()?)
    }

    /// 双过半: whether half of the target is done; what is missing to the half.
    pub fn to_half(&self) -> Option<Decimal> {
        let half = self.aim.as_ref()?.target.times(Decimal::hundredths(50));
        Some((half - self.done).max(Decimal::ZERO))
    }
}

/// How far one metric has come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Progress {
    /// The period.
    pub window: Window,
    /// The elapsed share of it.
    pub elapsed: Decimal,
    /// The county.
    pub total: Row,
    /// Everybody who has a target or did something, in the order of the office.
    pub rows: Vec<Row>,
}

/// What progress is asked for.
#[derive(Clone, Copy, Debug)]
pub struct Ask {
    /// The period.
    pub period: Period,
    /// Its days.
    pub window: Window,
    /// The day.
    pub day: Date,
    /// The day that places are compared with.
    pub earlier: Option<Date>,
    /// How the elapsed share is counted.
    pub by: Elapsed,
    /// Whose lines are asked for.
    pub subject: Subject,
}

/// How far a metric has come. What a unit below did counts for the unit above, too (一区多园).
pub fn progress(state: &State, aims: &Aims, metric: &str, measured: &Measured, ask: Ask) -> Progress {
    let share = elapsed(ask.window, ask.day, ask.by);
    let until = |day: Date| ask.window.until(day);
    let sums = |window: Option<Window>| {
        window.map(|window| holders::sums(state, measured, ask.subject, window)).unwrap_or_default()
    };
    let now = sums(until(ask.day));
    let before = sums(until(ask.day).map(Window::a_year_before));
    let then = ask.earlier.map(|earlier| sums(until(earlier)));

    let did = now.keys().chain(before.keys()).cloned();
    let all = holders::all(state, aims, metric, ask.period, ask.subject, did);
    let aim = |holder: &Holder| aims.of(metric, holder, ask.period);
    let of =
        |sums: &FxHashMap<Holder, Decimal>, holder: &Holder| sums.get(holder).copied().unwrap_or_default();
    let line = |holder: Holder| {
        let (aim, done, year_before) = (aim(&holder), of(&now, &holder), of(&before, &holder));
        let group = match &holder {
            Holder::Record(id) if id.kind == Kind::Unit => {
                state.get(*id, UnitField::RankGroup).as_text().unwrap_or_default().to_owned()
            }
            _ => String::new(),
        };
        let says = aim.is_some() || !done.is_zero() || !year_before.is_zero();
        says.then(|| row(holder, group, aim, done, year_before, share, ask))
    };
    let mut rows: Vec<Row> = all.into_iter().filter_map(line).collect();
    place(&mut rows, |row| row.rate, |row, place| row.place = Some(place));
    if let Some(then) = then {
        let rate = |row: &Row| {
            let target = row.aim.as_ref()?.target;
            of(&then, &row.holder).over(target)
        };
        place(&mut rows, rate, |row, place| row.earlier = Some(place));
    }
    // The county's own target, or what its units are to do together.
    let county = aim(&Holder::County).or_else(|| {
        let top = super::cascade(state, aims, metric, ask.period);
        top.divided.map(|target| Aim { target, records: Vec::new(), from: super::aims::AimFrom::Parts })
    });
    let sum = |window: Option<Window>| window.map(|window| measured.total(window)).unwrap_or_default();
    let (done, year_before) = (sum(until(ask.day)), sum(until(ask.day).map(Window::a_year_before)));
    let total = row(Holder::County, String::new(), county, done, year_before, share, ask);
    Progress { window: ask.window, elapsed: share, total, rows }
}

fn row(
    holder: Holder,
    group: String,
    aim: Option<Aim>,
    done: Decimal,
    year_before: Decimal,
    share: Decimal,
    ask: Ask,
) -> Row {
    let target = aim.as_ref().map(|aim| aim.target).filter(|target| *target > Decimal::ZERO);
    let rate = target.and_then(|target| done.over(target));
    let left = target.map(|target| (target - done).max(Decimal::ZERO));
    let days_left = Decimal::whole(ask.window.to.since(ask.day).into());
    let weeks = days_left.over(Decimal::whole(7)).filter(|weeks| *weeks > Decimal::ZERO);
    let per_week = left.filter(|left| !left.is_zero()).zip(weeks).and_then(|(left, weeks)| left.over(weeks));
    let standing = match rate {
        None => Standing::NoTarget,
        Some(rate) if rate >= Decimal::ONE => Standing::Met,
        Some(rate) if rate >= share => Standing::Ahead,
        Some(_) => Standing::Behind,
    };
    let ahead = rate.map(|rate| rate - share);
    Row {
        holder,
        group,
        aim,
        done,
        year_before,
        rate,
        ahead,
        left,
        per_week,
        standing,
        place: None,
        earlier: None,
    }
}

/// Places by a rate inside each group, the highest first, equal ones sharing theirs; who has no rate has no place.
fn place(rows: &mut [Row], rate: impl Fn(&Row) -> Option<Decimal>, mut put: impl FnMut(&mut Row, usize)) {
    let mut order: Vec<(usize, Decimal)> =
        rows.iter().enumerate().filter_map(|(at, row)| Some((at, rate(row)?))).collect();
    order.sort_by(|&(a, left), &(b, right)| rows[a].group.cmp(&rows[b].group).then(right.cmp(&left)));
    let mut last: Option<(usize, Decimal, usize)> = None;
    let mut nth = 0;
    for (at, own) in order {
        let same_group = last.is_some_and(|(before, ..)| rows[before].group == rows[at].group);
        nth = if same_group { nth + 1 } else { 1 };
        let shared = last.filter(|(_, rate, _)| same_group && *rate == own).map(|(.., place)| place);
        let place = shared.unwrap_or(nth);
        put(&mut rows[at], place);
        last = Some((at, own, place));
    }
}

/// What each unit did, with all that stand below it.
pub fn rolled_up(state: &State, sums: FxHashMap<String, Decimal>) -> FxHashMap<RecordId, Decimal> {
    let mut found: FxHashMap<RecordId, Decimal> = FxHashMap::default();
    for (key, sum) in sums {
        let mut at = key.parse::<RecordId>().ok();
        while let Some(unit) = at {
            *found.entry(unit).or_default() += sum;
            at = above(state, unit);
        }
    }
    found
}
