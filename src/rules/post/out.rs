//! How many days of a trip fall into a month.

use crate::domain::Date;
use crate::domain::field::OutboundTripField as G;
use crate::ledger::Record;
use crate::rules::query::DayRange;
use crate::rules::trips::{calendar_days, days_out};

/// The part of a trip that lies in `range` and is not after `today`, in tenths of a day. Its days are spread evenly
/// over its calendar days, so that the parts of two months sum up to the whole.
pub(super) fn tenths_in(trip: &Record, range: DayRange, today: Date) -> i64 {
    let (start, span) = (trip.get(G::Start).as_date(), calendar_days(trip));
    let (Some(start), Some(span), Some(whole)) = (start, span, days_out(trip)) else { return 0 };
    // How many of its days are over on the eve of a day.
    let until = |day: Date| i64::from(day.since(start)).clamp(0, span);
    let first = range.from.map_or(0, until);
    let last = until(range.to.map_or(today, |to| to.min(today)).plus(1));
    if last <= first { 0 } else { whole * last / span - whole * first / span }
}
