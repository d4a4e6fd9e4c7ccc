use super::*;
use icalendar::{Calendar, CalendarComponent, CalendarDateTime, Component, DatePerhapsTime};
use proptest::prelude::*;

fn on(text: &str) -> Date {
    Date::parse_iso(text).expect("a day")
}

fn step(summary: &str, description: &str) -> Event {
    Event {
        uid: "w-0c3f-step@zhaoshang".to_owned(),
        from: on("2026-09-30"),
        until: on("2026-09-30"),
        summary: summary.to_owned(),
        description: description.to_owned(),
        category: "下一步".to_owned(),
        takes_time: false,
    }
}

/// What another calendar reads.
fn read(text: &str) -> Vec<icalendar::Event> {
    let calendar: Calendar = text.parse().expect("it is a calendar");
    let events = calendar.components.into_iter().filter_map(|component| match component {
        CalendarComponent::Event(event) => Some(event),
        _ => None,
    });
    events.collect()
}

#[test]
fn another_calendar_reads_back_what_is_written() {
    let trip = Event { until: on("2026-10-02"), takes_time: true, ..step("外出：上海", "") };
    // 2026-09-29 08:15:07 UTC.
    let text =
        calendar("招商日历", 1_790_669_707_000, &[step("答复政策口径", "项目：甲\n\n#/project/p-1"), trip]);
    assert!(text.contains("X-WR-CALNAME:招商日历\r\n") && text.contains("VERSION:2.0\r\n"));
    let events = read(&text);
    assert_eq!(events.len(), 2);
    let step = &events[0];
    assert_eq!(step.get_uid(), Some("w-0c3f-step@zhaoshang"));
    assert_eq!(step.get_summary(), Some("答复政策口径"));
    assert_eq!(step.get_description(), Some("项目：甲\n\n#/project/p-1"));
    let stamp = step.get_timestamp().map(|at| at.format("%F %T").to_string());
    assert_eq!(stamp.as_deref(), Some("2026-09-29 08:15:07"));
    let whole = |day: &str| Some(DatePerhapsTime::Date(on(day).naive()));
    assert_eq!((step.get_start(), step.get_end()), (whole("2026-09-30"), whole("2026-10-01")));
    assert_eq!(step.property_value("TRANSP"), Some("TRANSPARENT"));
    assert_eq!(events[1].get_end(), whole("2026-10-03"), "the day after the last");
    assert_eq!(text.matches("BEGIN:VALARM\r\nACTION:DISPLAY\r\n").count(), 2);
    assert_eq!(text.matches("TRIGGER:-PT15H\r\n").count(), 2);
    assert!(!matches!(step.get_start(), Some(DatePerhapsTime::DateTime(CalendarDateTime::Utc(_)))));
}

#[test]
fn long_lines_are_folded_between_characters() {
    // `SUMMARY:` has 8 octets, so 22 of these characters of 3 fit, and then 24 a line behind the space.
    let text = calendar("", 0, &[step(&"招".repeat(50), "")]);
    let folded = text.split("SUMMARY:").nth(1).and_then(|rest| rest.split("\r\nCATEGORIES").next());
    let pieces: Vec<usize> =
        folded.expect("a summary").split("\r\n ").map(|piece| piece.chars().count()).collect();
    assert_eq!(pieces, [22, 24, 4]);
}

#[test]
fn marks_of_the_format_are_escaped() {
    assert_eq!(escaped("a;b,c\\d\r\ne\u{7}"), "a\\;b\\,c\\\\d\\ne");
}

proptest! {
    #[test]
    fn any_words_are_read_back(summary in "\\PC{0,120}", description in "\\PC{1,200}", days in 0i32..400) {
        let event = Event { until: on("2026-09-30").plus(days), ..step(&summary, &description) };
        let text = calendar(&summary, 1, std::slice::from_ref(&event));
        for line in text.split("\r\n") {
            prop_assert!(line.len() <= LINE, "{line}");
            prop_assert!(!line.contains(['\r', '\n']));
        }
        let events = read(&text);
        prop_assert_eq!(events.len(), 1);
        prop_assert_eq!(events[0].get_summary().unwrap_or_default(), summary);
        prop_assert_eq!(events[0].get_description().unwrap_or_default(), description);
        prop_assert_eq!(events[0].get_end(), Some(DatePerhapsTime::Date(event.until.plus(1).naive())));
    }
}
