//! People, marks, stages, counts and text.

use super::*;

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
