//! What holds for any text and any value.

use super::*;
use proptest::prelude::*;

proptest! {
    #[test]
    fn nothing_panics(text in "\\PC{0,40}") {
        check_all(&text);
    }

    #[test]
    fn nothing_panics_on_ledger_like_text(text in "[0-9约亿万元美年月日.,/()~+-至前底张三一二十 \u{ff0c}\u{ff08}oelxqT:%平亩㎡季半]{0,24}") {
        check_all(&text);
    }

    #[test]
    fn any_amount_written_in_yi_or_wan_reads_back(units in 0i64..=100_000_000_000) {
        let yi = format!("{}.{:08}亿元", units / 100_000_000, units % 100_000_000);
        let wan = format!("{}.{:04}万元", units / 10_000, units % 10_000);
        prop_assert_eq!(money(&yi, None).value.map(|m| m.units), Some(units));
        prop_assert_eq!(money(&wan, None).value.map(|m| m.units), Some(units));
        let bare = format!("{}.{:08}", units / 100_000_000, units % 100_000_000);
        prop_assert_eq!(money(&bare, YI_UNIT).value.map(|m| m.units), Some(units));
    }

    #[test]
    fn excel_floats_read_as_the_decimals_they_show(hundredths in 0i64..=10_000_000) {
        let shown = format!("{}.{:02}", hundredths / 100, hundredths % 100);
        let float: f64 = shown.parse().expect("a number");
        let scaled = Decimal::from_f64(float).and_then(|d| d.times(100_000_000));
        prop_assert_eq!(scaled, Some(hundredths * 1_000_000));
    }

    #[test]
    fn every_hundredth_of_a_mu_shows_back(hundredths in 1i64..=10_000_000) {
        let text = format!("{}.{:02}亩", hundredths / 100, hundredths % 100);
        prop_assert_eq!(area(&text, None).value.map(Area::mu_hundredths), Some(hundredths));
    }

    #[test]
    fn every_day_reads_back_in_every_form(days in 0i64..=50_000) {
        let date_of = serial_day(20_000 + days, false).expect("in range");
        for form in ["%Y-%m-%d", "%Y.%-m.%-d", "%Y/%m/%d", "%Y年%-m月%-d日", "%Y%m%d"] {
            let text = date_of.format(form).to_string();
            prop_assert_eq!(date(&text, &hints()), Reading::sure(date_of), "{}", text);
        }
    }
}

fn check_all(text: &str) {
    for unit in [None, YI_UNIT, WAN_UNIT] {
        let _ = money(text, unit);
    }
    let _ = (area(text, None), date(text, &hints()), people(text), phones(text), names(text));
    let _ =
        (yes_no(text), stage(text), list(text), credit_code(text), whole(text), decimal(text), percent(text));
    let _ = (tidy(text), paragraph(text), name(text), year_in(text), money_units(text), area_unit(text));
}
