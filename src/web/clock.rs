//! The wall clock and the calendar day where the user is.

use crate::domain::Date;
use chrono::Datelike;

/// Milliseconds since 1970 UTC, by the laptop's clock.
pub fn now_millis() -> u64 {
    js_sys::Date::now().max(0.0) as u64
}

/// Today where the user is; 1970-01-01 if the laptop's clock is outside the years a record may hold.
pub fn today() -> Date {
    let now = js_sys::Date::new_0();
    let year = i32::try_from(now.get_full_year()).unwrap_or_default();
    Date::ymd(year, now.get_month() + 1, now.get_date()).unwrap_or_else(Date::epoch)
}

/// The last millisecond of a day where the user is, since 1970 UTC; `None` before 1970.
pub fn end_of(day: Date) -> Option<u64> {
    let day = day.naive();
    let (month, of_month) = (i32::try_from(day.month0()).ok()?, i32::try_from(day.day()).ok()?);
    let next = js_sys::Date::new_with_year_month_day(u32::try_from(day.year()).ok()?, month, of_month + 1);
    let last = next.get_time() - 1.0;
    (last >= 0.0).then_some(last as u64)
}

/// The day, hour and minute of a moment where the user is; `None` outside the years a record may hold.
pub fn local(millis: u64) -> Option<(Date, u32, u32)> {
    let moment = js_sys::Date::new(&wasm_bindgen::JsValue::from_f64(millis as f64));
    let year = i32::try_from(moment.get_full_year()).ok()?;
    let day = Date::ymd(year, moment.get_month() + 1, moment.get_date())?;
    Some((day, moment.get_hours(), moment.get_minutes()))
}
