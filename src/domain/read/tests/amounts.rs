//! Amounts and areas.

use super::*;
use crate::domain::money::Currency;

#[track_caller]
fn reads_money(text: &str, unit: Option<MoneyUnit>, units: i64, currency: Currency, doubts: &[Doubt]) {
    let reading = money(text, unit);
    let value = reading.value.map(|m| (m.units, m.currency));
    assert_eq!((value, reading.doubts.as_slice()), (Some((units, currency)), doubts), "{text}");
}

#[test]
fn amounts_without_doubt() {
    use Currency::{CNY, EUR, HKD, USD};
    for (text, unit, units, currency) in [
        ("2.3亿", None, 230_000_000, CNY),
        ("2.3", YI_UNIT, 230_000_000, CNY),
        ("5,000", WAN_UNIT, 50_000_000, CNY),
        ("1,234,567.5", WAN_UNIT, 12_345_675_000, CNY),
        ("350000万元", YI_UNIT, 3_500_000_000, CNY),
        ("\u{ff11}\u{ff0e}\u{ff15}亿元", None, 150_000_000, CNY),
        ("\u{ff15}\u{ff0c}\u{ff10}\u{ff10}\u{ff10}万元", None, 50_000_000, CNY),
        ("1亿5000万", None, 150_000_000, CNY),
        ("1亿5000万元", None, 150_000_000, CNY),
        ("3.5亿美元", YI_UNIT, 350_000_000, USD),
        ("1200万美元", None, 12_000_000, USD),
        ("1200", money_unit("(万美元)"), 12_000_000, USD),
        ("US$1,200万", None, 12_000_000, USD),
        ("USD 3 million", WAN_UNIT, 3_000_000, USD),
        ("CNY 1.2 billion", None, 1_200_000_000, CNY),
        ("500万欧元", YI_UNIT, 5_000_000, EUR),
        ("1亿港元", None, 100_000_000, HKD),
        ("1亿港币", None, 100_000_000, HKD),
        ("人民币3亿元", None, 300_000_000, CNY),
        ("总投资3亿元", YI_UNIT, 300_000_000, CNY),
        ("计划投资3亿元人民币", YI_UNIT, 300_000_000, CNY),
        ("\u{ffe5}500万", None, 5_000_000, CNY),
        ("3千万", None, 30_000_000, CNY),
        ("8百万元", None, 8_000_000, CNY),
        ("5000w", None, 50_000_000, CNY),
        ("三亿五千万元", None, 350_000_000, CNY),
        ("一点五亿元", None, 150_000_000, CNY),
        ("十亿元", None, 1_000_000_000, CNY),
        ("壹拾贰亿元", None, 1_200_000_000, CNY),
        ("1.5E+08元", WAN_UNIT, 150_000_000, CNY),
        ("0.30000000000000004", YI_UNIT, 30_000_000, CNY),
        ("0", WAN_UNIT, 0, CNY),
        ("0", YI_UNIT, 0, CNY),
        ("5000(万元)", YI_UNIT, 50_000_000, CNY),
        ("2亿元。", None, 200_000_000, CNY),
    ] {
        reads_money(text, unit, units, currency, &[]);
    }
}

#[test]
fn amounts_to_confirm() {
    use Currency::CNY;
    use Doubt::{Approximate, Aside, Implausible, LowerBound, Range, Typo, UnitAssumed, UpperBound};
    let aside = |text: &str| Aside(text.into());
    for (text, unit, units, doubt) in [
        ("约1.5亿元", YI_UNIT, 150_000_000, Approximate),
        ("1.5亿元左右", YI_UNIT, 150_000_000, Approximate),
        ("近3亿", YI_UNIT, 300_000_000, Approximate),
        ("(约)3亿", YI_UNIT, 300_000_000, Approximate),
        ("3-4.5亿", YI_UNIT, 300_000_000, Range { low: 300_000_000, high: 450_000_000 }),
        ("3~5亿元", None, 300_000_000, Range { low: 300_000_000, high: 500_000_000 }),
        ("3\u{ff5e}5", YI_UNIT, 300_000_000, Range { low: 300_000_000, high: 500_000_000 }),
        ("3亿至5亿元", None, 300_000_000, Range { low: 300_000_000, high: 500_000_000 }),
        ("8000万-1亿元", None, 80_000_000, Range { low: 80_000_000, high: 100_000_000 }),
        ("5000-8000", WAN_UNIT, 50_000_000, Range { low: 50_000_000, high: 80_000_000 }),
        ("不低于2亿", YI_UNIT, 200_000_000, LowerBound),
        (">1亿", YI_UNIT, 100_000_000, LowerBound),
        ("\u{2265}1亿", YI_UNIT, 100_000_000, LowerBound),
        ("1000万以上", YI_UNIT, 10_000_000, LowerBound),
        ("10亿+", YI_UNIT, 1_000_000_000, LowerBound),
        ("10多亿", YI_UNIT, 1_000_000_000, LowerBound),
        ("3亿多元", YI_UNIT, 300_000_000, LowerBound),
        ("超5亿元", YI_UNIT, 500_000_000, LowerBound),
        ("不超过2亿元", None, 200_000_000, UpperBound),
        ("5000万以内", None, 50_000_000, UpperBound),
        ("5000", None, 50_000_000, UnitAssumed),
        ("1.2亿(其中固投0.8亿)", YI_UNIT, 120_000_000, aside("其中固投0.8亿")),
        ("总投资1.2亿元,其中固投0.8亿元", YI_UNIT, 120_000_000, aside("其中固投0.8亿元")),
        ("一期3亿,2期2亿", YI_UNIT, 300_000_000, aside("一期,2期2亿")),
        ("1\u{3002}5亿", YI_UNIT, 150_000_000, Typo),
        ("1O00万", YI_UNIT, 10_000_000, Typo),
        ("1,5亿", YI_UNIT, 150_000_000, Typo),
        ("5000", YI_UNIT, 500_000_000_000, Implausible),
        ("1.2", WAN_UNIT, 12_000, Implausible),
        ("5000元", WAN_UNIT, 5_000, Implausible),
    ] {
        reads_money(text, unit, units, CNY, &[doubt]);
    }
}

#[test]
fn no_amount_and_no_sense() {
    for text in ["", " ", "-", "/", "—", "无", "待定", "暂无", "\u{3000}"] {
        assert_eq!(money(text, YI_UNIT), Reading::none(), "{text}");
    }
    for text in
        ["面议", "数亿元", "500万澳元", "王丽娜", "亿元", "99999999999999999999999亿", "9999999999999亿元"]
    {
        assert!(money(text, YI_UNIT).is_unreadable(), "{text}: {:?}", money(text, YI_UNIT));
    }
}

#[test]
fn units_in_headings() {
    let unit = |scale, currency| Some(MoneyUnit { scale, currency });
    for (text, expected) in [
        ("总投资(亿元)", unit(100_000_000, Currency::CNY)),
        ("总投资\n(万元)", unit(10_000, Currency::CNY)),
        ("单位:万元", unit(10_000, Currency::CNY)),
        ("合同外资(万美元)", unit(10_000, Currency::USD)),
        ("金额(元)", unit(1, Currency::CNY)),
        ("总投资额/亿", unit(100_000_000, Currency::CNY)),
        ("单元数", None),
        ("用地(亩)", None),
        ("万人", None),
    ] {
        assert_eq!(money_unit(text), expected, "{text}");
    }
    assert_eq!(money_units("总投资(亿元/万美元)").len(), 2);
    for (text, expected) in [
        ("用地(亩)", Some(HUNDREDTHS_PER_MU)),
        ("厂房面积(㎡)", Some(100)),
        ("建筑面积(万平方米)", Some(1_000_000)),
        ("亩均税收(万元/亩)", Some(HUNDREDTHS_PER_MU)),
        ("亩均税收", None),
        ("招商平台", None),
        ("水平评价", None),
        ("phase", None),
    ] {
        assert_eq!(area_unit(text).map(|u| u.hundredths), expected, "{text}");
    }
}

#[test]
fn areas() {
    let mu = Some(AreaUnit::MU);
    for (text, unit, hundredths, doubts) in [
        ("66.5", mu, 4_433_356, vec![]),
        ("66.5亩", Some(AreaUnit::SQM), 4_433_356, vec![]),
        ("约120亩", mu, 120 * HUNDREDTHS_PER_MU, vec![Doubt::Approximate]),
        ("8万㎡", mu, 8_000_000, vec![]),
        ("8万平方米", None, 8_000_000, vec![]),
        ("8", Some(AreaUnit { hundredths: 1_000_000 }), 8_000_000, vec![]),
        ("厂房5000平", mu, 500_000, vec![Doubt::Aside("厂房".into())]),
        ("1.2公顷", mu, 1_200_000, vec![]),
        ("30-50亩", mu, 2_000_010, vec![Doubt::Range { low: 2_000_010, high: 3_333_350 }]),
        ("120", None, 120 * HUNDREDTHS_PER_MU, vec![Doubt::UnitAssumed]),
        ("用地120亩", mu, 120 * HUNDREDTHS_PER_MU, vec![]),
    ] {
        let reading = area(text, unit);
        assert_eq!(
            (reading.value.map(|a| a.hundredths), reading.doubts),
            (Some(hundredths), doubts),
            "{text}"
        );
    }
    assert_eq!(area("/", mu), Reading::none());
    assert!(area("若干", mu).is_unreadable());
}
