//! What people type, and what it means.

use super::*;
use crate::domain::money::Currency;
use proptest::prelude::*;

const YI_UNIT: Option<MoneyUnit> = Some(MoneyUnit::YI);
const WAN_UNIT: Option<MoneyUnit> = Some(MoneyUnit::WAN);

fn day(text: &str) -> NaiveDate {
    text.parse().expect("an ISO date in the test")
}

fn hints() -> DateHints {
    DateHints { year: Some(2026), ..DateHints::on(day("2026-09-30")) }
}

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

#[test]
fn people_and_their_numbers() {
    let person = |name: &str, title: Option<&str>, phones: &[&str]| Person {
        name: name.into(),
        title: title.map(Into::into),
        phones: phones.iter().map(|p| (*p).into()).collect(),
    };
    for (text, expected) in [
        ("张文静 19900005750", vec![person("张文静", None, &["19900005750"])]),
        ("张文静19900005750", vec![person("张文静", None, &["19900005750"])]),
        ("张文静(总经理)19900005750", vec![person("张文静", Some("总经理"), &["19900005750"])]),
        ("总经理 张文静 19900005750", vec![person("张文静", Some("总经理"), &["19900005750"])]),
        ("张文静,199 0000 5750", vec![person("张文静", None, &["19900005750"])]),
        ("张文静:199-0000-5750", vec![person("张文静", None, &["19900005750"])]),
        ("+86 19900005750 张文静", vec![person("", None, &["19900005750"]), person("张文静", None, &[])]),
        ("19900005750/0512-66668888", vec![person("", None, &["19900005750", "0512-66668888"])]),
        (
            "张三 19900005750\n李四 19900005751",
            vec![person("张三", None, &["19900005750"]), person("李四", None, &["19900005751"])],
        ),
        ("张三、李四", vec![person("张三", None, &[]), person("李四", None, &[])]),
        ("张 三", vec![person("张三", None, &[])]),
        ("张三 李四", vec![person("张三", None, &[]), person("李四", None, &[])]),
        ("联系人:张三 电话:051266668888转801", vec![person("张三", None, &["0512-66668888-801"])]),
        ("王丽娜 (010)88886666", vec![person("王丽娜", None, &["010-88886666"])]),
        ("John Smith 19900005750", vec![person("John Smith", None, &["19900005750"])]),
        ("张三 4001234567", vec![person("张三", None, &["4001234567"])]),
    ] {
        assert_eq!(people(text).value, Some(expected), "{text}");
    }
    assert_eq!(names("张三、李 四").value, Some(vec!["张三".into(), "李四".into()]));
    assert_eq!(phones("19900005750").value, Some(vec!["19900005750".into()]));
    assert!(phones("张三").is_unreadable());
    assert_eq!(people("/"), Reading::none());
}

#[test]
fn marks() {
    for (text, value) in [
        ("是", true),
        ("√", true),
        ("有", true),
        ("Y", true),
        ("1", true),
        ("否", false),
        ("无", false),
        ("\u{d7}", false),
        ("0", false),
    ] {
        assert_eq!(yes_no(text), Reading::sure(value), "{text}");
    }
    assert_eq!(yes_no("是(FDI)"), Reading { value: Some(true), doubts: vec![Doubt::Aside("fdi".into())] });
    assert_eq!(yes_no("/"), Reading::none());
    assert!(yes_no("张三").is_unreadable());
    assert_eq!(list("武汉北辰海公司、东莞瀚宇公司").value.map(|l| l.len()), Some(2));
    assert_eq!(list("1.甲公司;\n2.乙公司。").value, Some(vec!["甲公司".into(), "乙公司".into()]));
    assert_eq!(list("甲(上海、苏州)公司、乙公司").value.map(|l| l.len()), Some(2));
    // The example code of the standard's own text.
    assert_eq!(credit_code("91350100M000100Y43"), Reading::sure("91350100M000100Y43".into()));
    assert_eq!(credit_code("91350100m000100y4O").doubts, vec![Doubt::Typo, Doubt::Uncertain]);
    assert!(credit_code("320981").is_unreadable());
}

#[test]
fn stage_words_of_all_systems() {
    use StageWord::*;
    for (text, expected) in [
        ("谋划", Planned),
        ("在谈", Negotiating),
        ("新增在谈", Negotiating),
        ("洽谈中", Negotiating),
        ("签约", Signed),
        ("已签约", Signed),
        ("注册中", Signed),
        ("已注册", Registered),
        ("落地", Landed),
        ("已落地7", Landed),
        ("已开工8", Started),
        ("在建", Started),
        ("开工建设", Started),
        ("启动", Started),
        ("建设", Started),
        ("未开工", Landed),
        ("竣工", Completed),
        ("完工", Completed),
        ("已投产9", InProduction),
        ("投产", InProduction),
        ("达产达效", AtCapacity),
        ("停止谈判", Lost),
        ("流失", Lost),
        ("退库", Withdrawn),
        ("中止", Withdrawn),
        ("暂缓", OnHold),
        ("signed", Signed),
        ("在谈项目", Negotiating),
        ("签约阶段", Signed),
    ] {
        assert_eq!(stage(text).value, Some(expected), "{text}");
    }
    assert_eq!(stage("-"), Reading::none());
    assert!(stage("新港镇").is_unreadable());
    assert!(stage("企业来县考察两次,待投决会研判后再与县里洽谈").is_unreadable());
}

#[test]
fn numbers() {
    assert_eq!(whole("120人"), Reading::sure(120));
    assert_eq!(whole("1,200"), Reading::sure(1200));
    assert_eq!(whole("约200").doubts, vec![Doubt::Approximate]);
    assert_eq!(whole("30-50").doubts, vec![Doubt::Range { low: 30, high: 50 }]);
    assert_eq!(decimal("0.5"), Reading::sure(50));
    assert_eq!(decimal("3天"), Reading::sure(300));
    assert_eq!(decimal("半天"), Reading::sure(50));
    assert_eq!(decimal("两天半"), Reading::sure(250));
    assert_eq!(percent("85.5%"), Reading::sure(8550));
    assert_eq!(percent("0.855").value, Some(8550));
}

#[test]
fn text_cleaning() {
    assert_eq!(tidy(" 年产8吨海上风电叶片项目 "), "年产8吨海上风电叶片项目");
    assert_eq!(tidy("江苏某某科技\n有限公司"), "江苏某某科技有限公司");
    assert_eq!(tidy("项 目 名 称"), "项目名称");
    assert_eq!(tidy("New  energy\npark"), "New energy park");
    assert_eq!(tidy("年产\u{ff15}万吨\u{ff08}一期\u{ff09}"), "年产5万吨(一期)");
    assert_eq!(tidy("會(huì)議(pack)"), "會議(pack)");
    assert_eq!(name("张 三"), "张三");
    assert_eq!(name("欧阳 锋"), "欧阳锋");
    assert_eq!(name("张三 李四"), "张三 李四");
    assert_eq!(paragraph("一\u{ff0c}二 \r\n\r\n\u{ff13}"), "一\u{ff0c}二\n\n3");
}

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
