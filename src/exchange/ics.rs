//! A calendar as other programs read it: iCalendar (RFC 5545).
//!
//! A writer of our own: the kept crate brings random ids, which a stable id must not have, and the system's time zones
//! along; what is written here are days without any.

use crate::domain::Date;
use chrono::DateTime;
use std::fmt::Write as _;

/// The longest line in octets, without its end (RFC 5545 §3.1).
const LINE: usize = 75;
/// When one is reminded: at nine in the morning of the day before.
const REMINDER: &str = "-PT15H";

/// One entry: whole days.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// Names it for ever: who takes the calendar in again gets the same entry, changed.
    pub uid: String,
    /// Its first day.
    pub from: Date,
    /// Its last day.
    pub until: Date,
    /// In one line.
    pub summary: String,
    /// More; may have several lines.
    pub description: String,
    /// What sort of entry it is.
    pub category: String,
    /// Whether one is away or busy on its days, and not only reminded of something due.
    pub takes_time: bool,
}

/// Writes a calendar. `written` is the moment, in milliseconds since 1970 UTC.
pub fn calendar(name: &str, written: u64, events: &[Event]) -> String {
    let mut out = Lines(String::new());
    out.put("BEGIN", "VCALENDAR");
    out.put("VERSION", "2.0");
    out.put("PRODID", "-//Zhaoshang//Zhaoshang//ZH");
    out.put("CALSCALE", "GREGORIAN");
    out.put("METHOD", "PUBLISH");
    out.put("X-WR-CALNAME", &escaped(name));
    let stamp = moment(written);
    for event in events {
        out.put("BEGIN", "VEVENT");
        out.put("UID", &escaped(&event.uid));
        out.put("DTSTAMP", &stamp);
        out.put("DTSTART;VALUE=DATE", &day(event.from));
        // The end is the day after the last one (RFC 5545 §3.6.1).
        out.put("DTEND;VALUE=DATE", &day(event.until.max(event.from).plus(1)));
        out.put("SUMMARY", &escaped(&event.summary));
        if !event.description.is_empty() {
            out.put("DESCRIPTION", &escaped(&event.description));
        }
        out.put("CATEGORIES", &escaped(&event.category));
        out.put("TRANSP", if event.takes_time { "OPAQUE" } else { "TRANSPARENT" });
        out.put("BEGIN", "VALARM");
        out.put("ACTION", "DISPLAY");
        out.put("DESCRIPTION", &escaped(&event.summary));
        out.put("TRIGGER", REMINDER);
        out.put("END", "VALARM");
        out.put("END", "VEVENT");
    }
    out.put("END", "VCALENDAR");
    out.0
}

/// The file so far.
struct Lines(String);

impl Lines {
    /// Adds a line, folded where it is too long: a piece never ends inside a character.
    fn put(&mut self, name: &str, value: &str) {
        let mut used = 0;
        for c in name.chars().chain([':']).chain(value.chars()) {
            if used + c.len_utf8() > LINE {
                self.0.push_str("\r\n ");
                used = 1;
            }
            self.0.push(c);
            used += c.len_utf8();
        }
        self.0.push_str("\r\n");
    }
}

/// A text as a value (RFC 5545 §3.3.11). Control characters are left out: no value may hold one.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\\' | ';' | ',' => out.extend(['\\', c]),
            '\n' => out.push_str("\\n"),
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
    out
}

/// `20260930`.
fn day(day: Date) -> String {
    day.naive().format("%Y%m%d").to_string()
}

/// `20260930T081500Z`.
fn moment(millis: u64) -> String {
    let at = i64::try_from(millis).ok().and_then(DateTime::from_timestamp_millis).unwrap_or_default();
    let mut out = String::new();
    // Writing to a string cannot fail.
    let _ = write!(out, "{}", at.format("%Y%m%dT%H%M%SZ"));
    out
}

#[cfg(test)]
mod tests;
