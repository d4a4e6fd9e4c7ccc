use super::*;
use crate::domain::Money;
use crate::domain::field::CompanyField;
use crate::exchange::json::{Scope, Sender, export, parse};
use crate::ledger::{CellKey, Edit, NodeId, Stamp, VersionVector};
use proptest::prelude::*;

const PROJECT: RecordId = RecordId::new(Kind::Project, 1);
const COMPANY: RecordId = RecordId::new(Kind::Company, 1);
const TWIN: RecordId = RecordId::new(Kind::Company, 2);
const CONTACT: RecordId = RecordId::new(Kind::Contact, 1);
const PERSON: RecordId = RecordId::new(Kind::Person, 1);
const NOTE: RecordId = RecordId::new(Kind::FollowUp, 1);
const TRANCHE: RecordId = RecordId::new(Kind::FundTranche, 1);
const GONE: RecordId = RecordId::new(Kind::Project, 2);

/// Words that must not stand in a copy, by what they are.
const SECRETS: [(Withheld, &str); 12] = [
    (Withheld::Contacts, "联系人名"),
    (Withheld::Contacts, "13900001111"),
    (Withheld::Contacts, "13900002222"),
    (Withheld::Contacts, "0599-8765432"),
    (Withheld::Amounts, "77000000000"),
    (Withheld::Amounts, "88000000000"),
    (Withheld::Amounts, "三期共9.5亿元"),
    (Withheld::FollowUps, "谈到了付款"),
    (Withheld::Opinions, "环评有问题"),
    (Withheld::Opinions, "证字第九号"),
    (Withheld::People, "负责人名"),
    (Withheld::People, "引荐人名"),
];

fn pipeline() -> State {
    let mut state = State::default();
    let yuan = |fen: i64| Value::Money(Money::yuan(fen));
    let text = Value::text;
    let evidence = CellKey::of(P::Evidence, state.names_mut().element("signed:agreement"));
    let commands = [
        vec![Edit::new(PROJECT, P::Name, text("旧名称")), Edit::new(GONE, P::Name, text("已删项目"))],
        vec![
            Edit::new(PROJECT, P::Name, text("年产3000万套部件项目")),
            Edit::new(PROJECT, P::Code, text("ZS20260001139")),
            Edit::new(PROJECT, P::Investor, Value::Ref(TWIN)),
            Edit::new(PROJECT, P::TotalInvestment, yuan(77_000_000_000)),
            Edit::new(PROJECT, P::Summary, text("建设厂房3万平方米，三期共9.5亿元")),
            Edit::new(PROJECT, P::Products, text("联系电话0599-8765432")),
            Edit::new(PROJECT, P::Site, text("新港镇")),
            Edit::new(PROJECT, P::Owner, Value::Ref(PERSON)),
            Edit::new(PROJECT, P::Contact, Value::Ref(CONTACT)),
            Edit::new(PROJECT, P::Introducer, text("引荐人名")),
            Edit::new(PROJECT, P::Problems, text("环评有问题")),
            Edit::new(PROJECT, evidence, text("证字第九号")),
            Edit::new(COMPANY, CompanyField::Name, text("甲公司")),
            Edit::new(TWIN, CompanyField::Name, text("甲公司（重复）")),
            Edit::new(TWIN, Field::MERGED_INTO, Value::Ref(COMPANY)),
            Edit::new(CONTACT, ContactField::Name, text("联系人名")),
            Edit::new(CONTACT, ContactField::Phone, text("13900001111")),
            Edit::new(PERSON, PersonField::Name, text("负责人名")),
            Edit::new(PERSON, PersonField::Phone, text("13900002222")),
            Edit::new(NOTE, W::Project, Value::Ref(PROJECT)),
            Edit::new(NOTE, W::Content, text("谈到了付款")),
            Edit::new(TRANCHE, crate::domain::field::FundTrancheField::Amount, yuan(88_000_000_000)),
            Edit::delete(GONE),
        ],
    ];
    for (edits, millis) in commands.into_iter().zip(1..) {
        for change in state.changes_for(edits, Stamp::new(millis, 0, NodeId(1))) {
            state.apply(change);
        }
    }
    state
}

fn file(state: &State) -> String {
    export(state, &VersionVector::default(), &Scope::All, &Sender::default(), 1_000_000)
}

#[test]
fn what_is_withheld_stands_nowhere_in_the_file_and_the_rest_does() {
    let state = pipeline();
    let full = file(&state);
    for (_, secret) in SECRETS {
        assert!(full.contains(secret), "{secret} must be there to be left out");
    }
    for reader in Reader::ALL {
        let withheld = reader.withheld();
        let copy = file(&redact(&state, &withheld, |_| true).state);
        for (class, secret) in SECRETS {
            assert_eq!(copy.contains(secret), !withheld.contains(&class), "{secret} for {reader:?}");
        }
        for told in ["年产3000万套部件项目", "ZS20260001139", "新港镇", "甲公司"] {
            assert!(copy.contains(told), "{told} for {reader:?}");
        }
        for never in ["旧名称", "已删项目", "甲公司（重复）"] {
            assert!(!copy.contains(never), "{never} for {reader:?}");
        }
    }
}

#[test]
fn it_is_said_what_leaves_and_what_stays() {
    let copy = redact(&pipeline(), &Reader::Leaders.withheld(), |_| true);
    assert_eq!(copy.staying, BTreeMap::from([(Withheld::Contacts, 5)]));
    assert_eq!(copy.leaving.get(&(Kind::Project, P::TotalInvestment.field())), Some(&1));
    assert_eq!(copy.leaving.get(&(Kind::Contact, ContactField::Name.field())), None);
    let some = redact(&pipeline(), &BTreeSet::new(), |id| id.kind == Kind::Company);
    let kinds: BTreeSet<Kind> = some.leaving.keys().map(|(kind, _)| *kind).collect();
    assert_eq!(kinds, BTreeSet::from([Kind::Company]));
}

#[test]
fn a_copy_that_comes_back_changes_nothing_and_a_full_file_after_it_brings_all() {
    let state = pipeline();
    let copy = file(&redact(&state, &Reader::Visitor.withheld(), |_| true).state);
    let read = |text: &str, into: &mut State| {
        let bundle = parse(text.as_bytes(), 2_000_000).expect("it is whole");
        for change in bundle.into_changes(into.names_mut()).expect("it can be numbered") {
            into.apply(change);
        }
    };
    let mut home = state.clone();
    read(&copy, &mut home);
    assert_eq!(file(&home), file(&state));
    let mut elsewhere = State::default();
    read(&copy, &mut elsewhere);
    assert_eq!(elsewhere.get(PROJECT, P::TotalInvestment), &Value::Empty);
    read(&file(&state), &mut elsewhere);
    assert_eq!(file(&elsewhere), file(&state));
    assert_eq!(elsewhere.conflict_cells().count(), 0);
}

#[test]
fn telephones_and_amounts_are_known_in_texts() {
    for text in ["请联系139-0000-1111", "+86 13900001111", "座机 0591-87654321", "加微信详谈", "a@b.cn"]
    {
        assert!(tells_contact(text), "{text}");
    }
    for text in ["ZS20260001", "2026-09-30", "建设3000平方米", "一期12345678901套", ""] {
        assert!(!tells_contact(text), "{text}");
    }
    for text in ["约3.5亿", "投资 2,000 万元", "五千万元", "3000多万元", "100 万美元", "十亿元"]
    {
        assert!(tells_amount(text), "{text}");
    }
    for text in ["年产3000万套", "公元", "2026年", "用地50亩", "元宵节前", ""] {
        assert!(!tells_amount(text), "{text}");
    }
}

proptest! {
    #[test]
    fn no_text_makes_it_panic(text in "[0-9 万亿元.,一百+@-]{0,40}|\\PC{0,40}") {
        let _ = (tells_contact(&text), tells_amount(&text));
    }
}
