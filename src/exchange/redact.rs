//! Copies that hold less than the pipeline: for leaders, for the city, for a visitor.
//!
//! A redacted copy is a pipeline of its own, made by leaving out whole cells. No value is ever changed, so
//! every cell that leaves is the cell it was, and a copy that comes back merges without harm. It holds no
//! history, nothing of imports, views and laptops, no attachment, and nothing this version does not know.

use crate::domain::field::{
    AuthorField, CompanyField as C, ContactField, FieldDef, FieldType, FirstReportField as B,
    FollowUpField as W, Group, OfficeField, PersonField, ProjectField as P, TransferField,
};
use crate::domain::{Field, Kind, RecordId, Value};
use crate::ledger::State;
use std::collections::{BTreeMap, BTreeSet};

/// Something that can be left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Withheld {
    /// Contacts at companies, and telephone numbers wherever they are written.
    Contacts,
    /// Amounts, arrivals of money, and texts that tell amounts.
    Amounts,
    /// Follow-ups with their next steps.
    FollowUps,
    /// Opinions, problems, remarks, assessments and the numbers of evidence.
    Opinions,
    /// The people who recruit, lead, introduce and review.
    People,
}

impl Withheld {
    /// All there is.
    pub const ALL: [Withheld; 5] =
        [Withheld::Contacts, Withheld::Amounts, Withheld::FollowUps, Withheld::Opinions, Withheld::People];
}

/// For whom a copy is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Reader {
    /// 领导: reads, questions, decides; need not call the companies.
    Leaders,
    /// 市里: the office above, which schedules and assesses.
    City,
    /// 来宾: somebody at a fair.
    Visitor,
}

impl Reader {
    /// Every reader.
    pub const ALL: [Reader; 3] = [Reader::Leaders, Reader::City, Reader::Visitor];

    /// What is left out for him, unless the user says otherwise.
    pub fn withheld(self) -> BTreeSet<Withheld> {
        use Withheld::{Contacts, FollowUps, Opinions};
        match self {
            Reader::Leaders => BTreeSet::from([Contacts]),
            Reader::City => BTreeSet::from([Contacts, FollowUps, Opinions]),
            Reader::Visitor => Withheld::ALL.into(),
        }
    }
}

/// A copy and what is in it.
#[derive(Debug, Default)]
pub struct Redacted {
    /// The records that leave.
    pub state: State,
    /// How many values of each field leave.
    pub leaving: BTreeMap<(Kind, Field), usize>,
    /// How many values stay, and why.
    pub staying: BTreeMap<Withheld, usize>,
}

/// A copy of the records `among` without what is withheld.
pub fn redact(state: &State, withheld: &BTreeSet<Withheld>, among: impl Fn(RecordId) -> bool) -> Redacted {
    let mut copy = Redacted::default();
    *copy.state.names_mut() = state.names().clone();
    for &kind in Kind::ALL {
        // Nobody can say what stands in a photo or a scan.
        if matches!(kind, Kind::ImportRun | Kind::SavedView | Kind::Foreign | Kind::Attachment) {
            continue;
        }
        for (id, record) in state.records(kind).filter(|(id, _)| among(*id)) {
            if record.is_deleted() {
                continue;
            }
            // Whatever points to a duplicate must still find what stands for it.
            let is_merged = record.merged_into().is_some();
            for cell in record.cells().iter().filter(|cell| cell.value != Value::Empty) {
                if is_merged && cell.key.field != Field::MERGED_INTO {
                    continue;
                }
                let Some(def) = cell.key.field.def(kind).filter(|_| is_told(kind, cell.key.field)) else {
                    continue;
                };
                match classes(kind, cell.key.field, def, &cell.value).find(|class| withheld.contains(class)) {
                    Some(class) => *copy.staying.entry(class).or_default() += 1,
                    None => {
                        *copy.leaving.entry((kind, cell.key.field)).or_default() += 1;
                        // What it covers goes along: else the changes before it, when they come by
                        // another file, would be taken for differences.
                        let changes = state.changes_of_cell(id, cell.key);
                        for shown in changes.into_iter().filter(|change| change.stamp == cell.stamp) {
                            copy.state.apply(shown);
                        }
                    }
                }
            }
        }
    }
    copy
}

/// Whether a field is told at all: not what the program keeps for itself, nor columns it does not know.
fn is_told(kind: Kind, field: Field) -> bool {
    field == Field::MERGED_INTO
        || (field != Field::DELETED
            && field != Field::EXTRA
            && !(kind == Kind::Author && field == AuthorField::Device.field()))
}

/// What a value is, of all that can be withheld.
fn classes(kind: Kind, field: Field, def: &FieldDef, value: &Value) -> impl Iterator<Item = Withheld> {
    let project = (kind == Kind::Project).then(|| P::from_field(field)).flatten();
    let follow_up = (kind == Kind::FollowUp).then(|| W::from_field(field)).flatten();
    let is_note = matches!(def.ty, FieldType::Text | FieldType::LongText) && !is_name(kind, field);
    let text = value.as_text().filter(|_| is_note).unwrap_or_default();
    let contacts = kind == Kind::Contact
        || def.ty == FieldType::Phone
        || matches!(project, Some(P::Contact | P::Filer))
        || matches!(follow_up, Some(W::Contact))
        || tells_contact(text);
    let amounts = kind == Kind::FundTranche
        || matches!(def.ty, FieldType::Money | FieldType::Rate)
        || (kind == Kind::Office && field == OfficeField::RateDate.field())
        || matches!(project, Some(P::Phasing | P::YearTarget))
        || tells_amount(text);
    let first_report = (kind == Kind::FirstReport).then(|| B::from_field(field)).flatten();
    let transfer = (kind == Kind::Transfer).then(|| TransferField::from_field(field)).flatten();
    let follow_ups = kind == Kind::FollowUp;
    let remark = (kind == Kind::Company && field == C::Remark.field())
        || (kind == Kind::Contact && field == ContactField::Remark.field())
        || (kind == Kind::Person && field == PersonField::Remark.field());
    let opinions = remark
        || field == Field::TAGS
        || matches!(first_report, Some(B::EvidenceNote | B::Ruling | B::RuledOn | B::RulingNote))
        || matches!(transfer, Some(TransferField::AgreedBy | TransferField::Reason))
        || (project.is_some() && def.group == Group::Assessment)
        || matches!(
            project,
            Some(
                P::MilestoneReview
                    | P::MilestoneReviewer
                    | P::MilestoneNote
                    | P::Evidence
                    | P::EnvironmentalNote
                    | P::TransferState
            )
        );
    let people = matches!(kind, Kind::Person | Kind::Author)
        || matches!(first_report, Some(B::Person))
        || matches!(def.ty, FieldType::Ref(Kind::Person))
        || matches!(
            project,
            Some(
                P::Introducer
                    | P::FirstTalkPerson
                    | P::LegalPerson
                    | P::Filer
                    | P::FilerPhone
                    | P::MilestoneReviewer
            )
        );
    [
        (Withheld::Contacts, contacts),
        (Withheld::Amounts, amounts),
        (Withheld::FollowUps, follow_ups),
        (Withheld::Opinions, opinions),
        (Withheld::People, people),
    ]
    .into_iter()
    .filter_map(|(class, is)| is.then_some(class))
}

/// A name is what a record is known by, whatever numbers stand in it.
fn is_name(kind: Kind, field: Field) -> bool {
    matches!(field.def(kind), Some(def) if matches!(def.word, "name" | "code" | "upper_code" | "credit_code" | "stat_name" | "word"))
}

/// Whether a text holds a telephone number, an address of mail, or speaks of WeChat.
fn tells_contact(text: &str) -> bool {
    text.contains('@') || text.contains("微信") || digit_runs(text).any(|run| is_phone(&run))
}

/// Runs of digits, with the hyphens and blanks by which numbers are grouped left out.
fn digit_runs(text: &str) -> impl Iterator<Item = String> {
    let parts = text.split(|c: char| !c.is_ascii_digit() && c != '-' && c != ' ');
    parts.map(|part| part.chars().filter(char::is_ascii_digit).collect())
}

/// A mobile number, with or without the country, or a number with its area code.
fn is_phone(digits: &str) -> bool {
    let digits = digits.strip_prefix("86").filter(|rest| rest.len() == 11).unwrap_or(digits);
    let mobile = digits.len() == 11 && digits.starts_with('1') && digits.as_bytes()[1] >= b'3';
    mobile || (digits.starts_with('0') && (10..=12).contains(&digits.len()))
}

/// Whether a text tells an amount of money.
fn tells_amount(text: &str) -> bool {
    const UNITS: [&str; 8] = ["亿", "万元", "万美元", "万港", "万欧", "百万", "千万", "元"];
    let mut after_number = false;
    for (at, c) in text.char_indices() {
        if after_number && UNITS.iter().any(|unit| text[at..].starts_with(unit)) {
            return true;
        }
        after_number = c.is_ascii_digit()
            || "一二三四五六七八九十百千两几数".contains(c)
            || (after_number && matches!(c, '.' | ',' | ' ' | '余' | '多' | '万' | '千' | '百'));
    }
    false
}

#[cfg(test)]
mod tests {
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
}
