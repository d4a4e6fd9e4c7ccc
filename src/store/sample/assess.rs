//! The sample county's own rules, and what it published of last quarter, with one fact that came in too late for it.

use super::{County, Recorded};
use crate::domain::field::{ProjectField as P, RuleSheetField as S};
use crate::domain::{Date, Kind, Milestone, RecordId, Value};
use crate::ledger::{CellKey, Edit, Names, NodeId, Stamp, State, VersionVector};
use crate::rules::counting_year::JANUARY;
use crate::rules::metrics::{Cycle, Window, measure, standard};
use crate::rules::query::Facts;
use crate::rules::scoring::publish::freeze;
use crate::rules::scoring::{Question, RuleSheet, figures, metrics_of, office, published};
use crate::rules::targets::{Aims, Period};
use crate::store::Snapshot;

const RULES: &str = include_str!("rules.json");
/// How many days after a quarter its result is published, and how many after that the late fact comes in.
const PUBLISHED: i32 = 8;
const LATE: i32 = 4;

fn sheet() -> RuleSheet {
    RuleSheet::read(RULES).unwrap_or_default()
}

pub(super) fn rules_id() -> RecordId {
    RecordId::derived(Kind::RuleSheet, &["sample"])
}

impl County {
    /// The county's own rules, in force since the year began.
    pub(super) fn rules(&mut self) {
        let from = Window::of(Cycle::Year, self.today, JANUARY).from;
        self.edits.extend(office::write(rules_id(), &sheet(), "1", Some(from)));
        self.set(rules_id(), S::Order, Value::Int(0));
    }
}

/// Adds the published result of last quarter to what was recorded.
pub(super) fn publish(days: &mut Vec<Recorded>, names: &Names, today: Date) {
    let this = Window::of(Cycle::Quarter, today, JANUARY);
    let day = this.from.plus(-1);
    let (period, window) =
        (Period::of(Cycle::Quarter, day, JANUARY), Window::of(Cycle::Quarter, day, JANUARY));
    // On the first day of a quarter it has only just been published.
    let on = day.plus(PUBLISHED).min(today.plus(-1));
    let late = on.plus(LATE).min(today);
    if let Some(edit) = take_one(days, window, on) {
        put(days, late, edit);
    }
    let then = then(days, names, on);
    let sheet = sheet();
    let all = standard::in_force(then.state());
    let metrics = metrics_of(&sheet, &all);
    let measured = measure(&then, &metrics, day);
    let aims = Aims::read(then.state(), then.rules(), &all);
    let question = Question { period, window, day, first_month: JANUARY };
    let figures = figures(&then, &sheet, &metrics, &measured, &aims, question);
    // What counts is frozen with it.
    let frozen =
        freeze(&RuleSheet { metrics, ..sheet }, &figures, &period.to_string(), &day.to_string(), JANUARY);
    let id = RecordId::derived(Kind::Published, &["sample", &period.to_string()]);
    let name = format!("{period} 招商引资考核结果");
    let have = VersionVector::default();
    for edit in published::write(id, &name, on, &frozen, Some(rules_id()), &have) {
        put(days, on, edit);
    }
}

/// Takes the date of one signing of the window out of what was recorded by a day.
fn take_one(days: &mut [Recorded], window: Window, on: Date) -> Option<Edit> {
    let cell = CellKey::of(P::MilestoneDate, Milestone::Signed.element());
    let counts = |edit: &Edit| edit.cell == cell && edit.value.as_date().is_some_and(|day| window.holds(day));
    for (_, edits) in days.iter_mut().filter(|(day, _)| *day <= on) {
        if let Some(at) = edits.iter().position(counts) {
            return Some(edits.remove(at));
        }
    }
    None
}

/// Puts an edit among those of its day.
pub(super) fn put(days: &mut Vec<Recorded>, day: Date, edit: Edit) {
    let at = days.partition_point(|(other, _)| *other < day);
    match days.get_mut(at).filter(|(other, _)| *other == day) {
        Some((_, edits)) => edits.push(edit),
        None => days.insert(at, (day, vec![edit])),
    }
}

/// The county as it was known on a day.
pub(super) fn then(days: &[Recorded], names: &Names, on: Date) -> Snapshot {
    let mut state = State::default();
    *state.names_mut() = names.clone();
    for ((_, edits), time) in days.iter().filter(|(day, _)| *day <= on).zip(1..) {
        for change in state.changes_for(edits.clone(), Stamp::new(time, 0, NodeId(1))) {
            state.apply(change);
        }
    }
    Snapshot::of(state)
}

#[cfg(test)]
mod tests {
    use super::super::county;
    use super::*;

    /// Whatever the day, the result is there, whole, works out to the same bytes, and one fact came in after it.
    #[test]
    fn last_quarter_was_published_and_one_fact_came_late() {
        for text in ["2026-01-01", "2026-09-30", "2026-11-29", "2027-10-05"] {
            let today = Date::parse_iso(text).expect("a day");
            let mut names = Names::default();
            let days = county(&mut names, today);
            let now = then(&days, &names, today);
            let of_quarter =
                |id| now.state().get(id, crate::domain::field::PublishedField::Contest).is_empty();
            let mut listed = published::list(now.state());
            listed.retain(|listed| of_quarter(listed.id));
            assert_eq!(listed.len(), 1, "{text}");
            let result = published::one(now.state(), listed[0].id).expect("it is there");
            let frozen = result.frozen.expect("it is understood");
            assert!(result.intact && frozen.again().digest() == result.digest, "{text}");
            assert!(frozen.lines.iter().filter(|line| line.place.is_some()).count() >= 8, "{text}");
            let sheet = &frozen.sheet;
            let period = frozen.period.parse::<Period>().expect("a period");
            let window = period.window(now.state(), JANUARY).expect("its days");
            let day = Date::parse_iso(&frozen.day).expect("a day");
            let measured = measure(&now, &sheet.metrics, day);
            let aims = Aims::read(now.state(), now.rules(), &standard::in_force(now.state()));
            let question = Question { period, window, day, first_month: JANUARY };
            let today = figures(&now, sheet, &sheet.metrics, &measured, &aims, question);
            let count = |f: &crate::rules::scoring::Figures| -> crate::domain::Decimal {
                f.metrics["signed_amount"].done.iter().flatten().copied().sum()
            };
            assert!(count(&today) >= count(&frozen.figures), "{text}: the late signing counts now");
        }
    }
}
