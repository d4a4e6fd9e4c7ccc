//! Dates.

use super::*;

#[test]
fn dates_without_doubt() {
    for (text, expected) in [
        ("2026.01.26", "2026-01-26"),
        ("2026-1-2", "2026-01-02"),
        ("2026/9/2 0:00:00", "2026-09-02"),
        ("2026-09-02T08:30:00", "2026-09-02"),
        ("2026-9-2 上午9:30", "2026-09-02"),
        ("2026年6月16日", "2026-06-16"),
        ("2026年6月16号", "2026-06-16"),
        ("2026年 6月 16日", "2026-06-16"),
        ("\u{ff12}\u{ff10}\u{ff12}\u{ff16}.\u{ff19}.\u{ff12}", "2026-09-02"),
        ("20260902", "2026-09-02"),
        ("二〇二六年九月二日", "2026-09-02"),
        ("二〇二六年十二月三十一日", "2026-12-31"),
        ("2026、9、2", "2026-09-02"),
        ("2026.9.2签约", "2026-09-02"),
        ("已于2026年9月2日开工", "2026-09-02"),
        ("2026\\9\\2", "2026-09-02"),
    ] {
        assert_eq!(date(text, &hints()), Reading::sure(day(expected)), "{text}");
    }
}

#[test]
fn dates_to_confirm() {
    use Doubt::*;
    for (text, expected, doubts) in [
        ("2026.09", "2026-09-01", vec![DayMissing]),
        ("2026年9月", "2026-09-01", vec![DayMissing]),
        ("202609", "2026-09-01", vec![DayMissing]),
        ("2026-09", "2026-09-01", vec![DayMissing]),
        ("2026年9月底", "2026-09-30", vec![DayMissing]),
        ("2026年9月中旬", "2026-09-11", vec![DayMissing]),
        ("2026年9月下旬", "2026-09-21", vec![DayMissing]),
        ("9月底前", "2026-09-30", vec![YearAssumed, DayMissing, UpperBound]),
        ("9月15日", "2026-09-15", vec![YearAssumed]),
        ("9.15", "2026-09-15", vec![YearAssumed]),
        ("26.3.5", "2026-03-05", vec![CenturyAssumed]),
        ("26年3月5日", "2026-03-05", vec![CenturyAssumed]),
        ("99.3.5", "1999-03-05", vec![CenturyAssumed]),
        ("26.9", "2026-09-01", vec![CenturyAssumed, DayMissing]),
        ("2026.9.1-2027.3", "2026-09-01", vec![Until(day("2027-03-01"))]),
        ("2026.9.1-9.30", "2026-09-01", vec![Until(day("2026-09-30"))]),
        ("2026.9.1-5", "2026-09-01", vec![Until(day("2026-09-05"))]),
        ("2026年9月1日至2027年3月1日", "2026-09-01", vec![Until(day("2027-03-01"))]),
        ("2026.9-2027.3", "2026-09-01", vec![DayMissing, Until(day("2027-03-01"))]),
        ("2026年9-10月", "2026-09-01", vec![DayMissing, Until(day("2026-10-01"))]),
        ("2026-2027年", "2026-01-01", vec![MonthMissing, Until(day("2027-01-01"))]),
        ("拟于2026年10月开工", "2026-10-01", vec![Planned, DayMissing]),
        ("预计2026年10月8日", "2026-10-08", vec![Planned]),
        ("2026年", "2026-01-01", vec![MonthMissing]),
        ("2026", "2026-01-01", vec![MonthMissing]),
        ("2026年底", "2026-12-31", vec![MonthMissing]),
        ("2026年上半年", "2026-01-01", vec![MonthMissing]),
        ("2026年三季度", "2026-07-01", vec![MonthMissing]),
        ("第三季度", "2026-07-01", vec![YearAssumed, MonthMissing]),
        ("2026年第3季度末", "2026-09-30", vec![MonthMissing]),
        ("本月", "2026-09-01", vec![YearAssumed, DayMissing]),
        ("明年3月", "2027-03-01", vec![YearAssumed, DayMissing]),
        ("2026.9.31", "2026-09-30", vec![Typo]),
        ("2026.9-2", "2026-09-02", vec![Typo]),
        ("9/2/2026", "2026-09-02", vec![Uncertain]),
        ("46023", "2026-01-01", vec![SerialAssumed]),
        ("2026.1.5、2026.3.1", "2026-01-05", vec![Aside("2026.3.1".into())]),
    ] {
        let reading = date(text, &hints());
        assert_eq!((reading.value, reading.doubts), (Some(day(expected)), doubts), "{text}");
    }
}

#[test]
fn no_date_and_no_sense() {
    for text in ["", "/", "-", "—", "无", "待定", "暂无"] {
        assert_eq!(date(text, &hints()), Reading::none(), "{text}");
    }
    for text in ["2026.13.1", "2026.1.40", "尚未开工", "9999", "12345678", "王丽娜", "0.9"] {
        assert!(date(text, &hints()).is_unreadable(), "{text}: {:?}", date(text, &hints()));
    }
}

#[test]
fn day_numbers() {
    assert_eq!(serial_day(46_023, false), Some(day("2026-01-01")));
    assert_eq!(serial_day(44_561, true), Some(day("2026-01-01")));
    assert_eq!(serial_day(-1, false), None);
    assert_eq!(date_number(46_023.75, &hints()).value, Some(day("2026-01-01")));
    assert_eq!(date_number(2026.9, &hints()).value, Some(day("2026-09-01")));
    assert!(date_number(2026.1, &hints()).doubts.contains(&Doubt::MonthAmbiguous));
    assert!(date_number(f64::NAN, &hints()).is_unreadable());
    assert!(date_number(1e300, &hints()).is_unreadable());
}

#[test]
fn years_of_titles() {
    for (text, year) in [
        ("全县2026年招商引资项目台账", Some(2026)),
        ("招商台账2026.xlsx", Some(2026)),
        ("二〇二六年台账", Some(2026)),
        ("2025-2026年度", Some(2026)),
        ("台账20260930", None),
        ("项目台账", None),
    ] {
        assert_eq!(year_in(text), year, "{text}");
    }
}
