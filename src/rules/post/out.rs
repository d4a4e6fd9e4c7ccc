//! How many days a trip lasted, and how many of them fall into a month.

use crate::domain::Date;
use crate::domain::field::OutboundTripField as G;
use crate::ledger::Record;
use crate::rules::query::DayRange;

/// Days of a trip in tenths: as declared, as half days occur (domain notes §3.2), else from the first day to the last,
/// both counted. A trip whose return nobody noted is of one day. 0 without a first day.
pub fn days_out(trip: &Record) -> i64 {
    let Some(start) = trip.get(G::Start).as_date() else { return 0 };
    declared(trip).unwrap_or_else(|| span(trip, start) * 10)
}

fn declared(trip: &Record) -> Option<i64> {
    trip.get(G::Days).as_int().filter(|&tenths| tenths > 0)
}

/// The calendar days that a trip touches.
fn span(trip: &Record, start: Date) -> i64 {
    match trip.get(G::End).as_date() {
        Some(end) if end >= start => i64::from(end.since(start)) + 1,
        Some(_) => 1,
        // As many as were declared, begun ones included.
        None => declared(trip).map_or(1, |tenths| (tenths + 9) / 10),
    }
}

/// The part of a trip that lies in `range` and is not after `today`, in tenths of a day. Declared days are spread
/// evenly over its calendar days, so that the parts of two months sum up to the whole.
pub(super) fn tenths_in(trip: &Record, range: DayRange, today: Date) -> i64 {
    let Some(start) = trip.get(G::Start).as_date() else { return 0 };
    let (span, whole) = (span(trip, start), days_out(trip));
    // How many of its days are over on the eve of a day.
    let until = |day: Date| i64::from(day.since(start)).clamp(0, span);
    let first = range.from.map_or(0, until);
    let last = until(range.to.map_or(today, |to| to.min(today)).plus(1));
    if last <= first { 0 } else { whole * last / span - whole * first / span }
}
