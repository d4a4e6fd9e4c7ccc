//! Copies that hold less than the pipeline: for leaders, for the city, for a visitor.
//!
//! A redacted copy is a pipeline of its own, made by leaving out whole cells. No value is ever changed, so
//! every cell that leaves is the cell it was, and a copy that comes back merges without harm. It holds no
//! history, nothing of imports, views and laptops, no attachment, and nothing this version does not know.

use crate::domain::field::{
    AuthorField, CompanyField as C, ContactField, Elements, FieldDef, FieldType, FirstReportField as B,
    FollowUpField as W, Group, OfficeField, PersonField, ProjectField as P, PublishedField, TransferField,
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
        || matches!(def.word, "guests" | "met")
        || tells_contact(text);
    let amounts = kind == Kind::FundTranche
        || matches!(def.ty, FieldType::Money | FieldType::Rate)
        || (kind == Kind::Office && field == OfficeField::RateDate.field())
        || matches!(project, Some(P::Phasing | P::YearTarget))
        || tells_amount(text)
        // Frozen with all its numbers.
        || (kind == Kind::Published && field == PublishedField::Content.field());
    let first_report = (kind == Kind::FirstReport).then(|| B::from_field(field)).flatten();
    let transfer = (kind == Kind::Transfer).then(|| TransferField::from_field(field)).flatten();
    // What was done and with whom is told with the talks; what stands in the way, what was promised and who was
    // found wanting, with the opinions.
    let follow_ups = matches!(
        kind,
        Kind::FollowUp
            | Kind::OutboundTrip
            | Kind::Reception
            | Kind::PromotionEvent
            | Kind::LeaderActivity
            | Kind::Station
            | Kind::Training
    );
    let service = matches!(
        kind,
        Kind::Issue
            | Kind::Permit
            | Kind::PolicyPromise
            | Kind::Inspection
            | Kind::Figure
            | Kind::KeyTask
            | Kind::Nomination
            | Kind::Hearing
            | Kind::Pledge
            | Kind::Published
            | Kind::Bulletin
            | Kind::DutyMonth
            | Kind::Ambassador
    );
    let remark = (kind == Kind::Company && field == C::Remark.field())
        || (kind == Kind::Contact && field == ContactField::Remark.field())
        || (kind == Kind::Person && field == PersonField::Remark.field());
    let opinions = remark
        || service
        || field == Field::TAGS
        || matches!(first_report, Some(B::EvidenceNote | B::Ruling | B::RuledOn | B::RulingNote))
        || matches!(transfer, Some(TransferField::AgreedBy | TransferField::Reason))
        || (project.is_some() && def.group == Group::Assessment)
        || matches!(
            project,
            Some(
                P::NoProgress
                    | P::MilestoneReview
                    | P::MilestoneReviewer
                    | P::MilestoneNote
                    | P::Evidence
                    | P::EnvironmentalNote
                    | P::TransferState
            )
        );
    let people = matches!(kind, Kind::Person | Kind::Author | Kind::Ambassador)
        || matches!(def.elements, Elements::Records(Kind::Person))
        || matches!(def.word, "guests" | "met" | "inspector")
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
mod tests;
