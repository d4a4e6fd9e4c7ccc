//! From a row as the spreadsheet reader gives it to a [`Draft`]: which target means which field.

use super::draft::{Draft, Fact};
use crate::domain::field::{CompanyField as C, Elements, ProjectField as P};
use crate::domain::read::{self, Doubt, Person};
use crate::domain::{Date, Field, FieldType, Kind, Milestone, Value};
use crate::exchange::sheet::rows::{Read, ReadRow, ReadValue};
use crate::exchange::sheet::{Mapping, Table};

/// Targets that give a milestone its day.
const DATES: [(&str, Milestone); 10] = [
    ("planned_on", Milestone::Planned),
    ("negotiated_on", Milestone::Negotiating),
    ("signed_on", Milestone::Signed),
    ("registered_on", Milestone::Registered),
    ("landed_on", Milestone::Landed),
    ("started_on", Milestone::Started),
    ("listed_on", Milestone::Listed),
    ("completed_on", Milestone::Completed),
    ("produced_on", Milestone::InProduction),
    ("capacity_on", Milestone::AtCapacity),
];

/// What stands between the words of columns that share a heading.
const JOINT: &str = "\n";

/// The target whose field has another word.
const ARRIVED: (&str, P) = ("arrived_total", P::ArrivedStated);

/// The milestone whose day a target gives.
pub fn milestone_of(key: &str) -> Option<Milestone> {
    DATES.iter().find(|(target, _)| *target == key).map(|(_, milestone)| *milestone)
}

/// The field of a project that a target fills, where it fills one cell or one set.
pub fn field_of(key: &str) -> Option<P> {
    if key == ARRIVED.0 {
        return Some(ARRIVED.1);
    }
    P::from_field(Field::from_word(Kind::Project, key)?)
}

/// What the columns of a table say besides their cells.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Columns {
    /// Headings by place in the sheet.
    pub headings: Vec<(usize, String)>,
    /// Whether one of them gives the days of signing or of a later milestone.
    pub dated: bool,
}

impl Columns {
    /// The columns of a table under a mapping.
    pub fn of(table: &Table, mapping: &Mapping) -> Self {
        let telling = |key: &str| milestone_of(key).is_some_and(|m| m >= Milestone::Signed);
        Self {
            headings: table.columns.iter().map(|column| (column.index, column.heading())).collect(),
            dated: mapping.columns.iter().any(|(_, key)| telling(key)),
        }
    }

    /// The heading of the column that a value came from.
    pub(in crate::exchange::import) fn heading<'a>(&'a self, value: &'a ReadValue) -> &'a str {
        let found = self.headings.iter().find(|(index, _)| Some(*index) == value.column);
        found.map_or(value.key, |(_, heading)| heading)
    }
}

impl Draft {
    /// What a row says.
    pub fn of_row(row: &ReadRow, columns: &Columns) -> Self {
        let mut draft = Self { line: row.source_row, dated: columns.dated, ..Self::default() };
        let mut phones = None;
        for value in &row.values {
            match (&value.read, value.key) {
                (Some(Read::Phones(numbers)), "phone") => phones = Some(numbers.clone()),
                (Some(read), key) => {
                    draft.take(key, read, value, columns);
                    if value.doubts.iter().any(says_more) {
                        draft.keep(columns.heading(value), &value.as_it_was);
                    }
                }
                // Words that could not be read are kept under their heading, not lost.
                (None, _) => {
                    if value.column.is_some() && !value.doubts.is_empty() {
                        draft.keep(columns.heading(value), &value.as_it_was);
                    }
                }
            }
        }
        if let Some(numbers) = phones {
            // A column of telephones belongs to the contacts; where there are none, to the recruiter.
            let has_contact = row.get("contact").is_some() || row.get("contact_phone").is_some();
            let has_owner = !draft.owners.is_empty() && !has_contact;
            give_phones(if has_owner { &mut draft.owners } else { &mut draft.contacts }, numbers);
        }
        for (heading, text) in &row.extra {
            draft.keep(heading, text);
        }
        draft
    }

    pub(super) fn keep(&mut self, heading: &str, text: &str) {
        if read::is_empty_mark(text) {
            return;
        }
        let mut facts = self.facts.iter_mut();
        match facts.find(|fact| fact.field == Field::EXTRA && &*fact.element == heading) {
            None => self.facts.push(Fact::of(Field::EXTRA, heading, Value::text(text))),
            // Columns of one heading share its cell.
            Some(fact) => {
                let before = fact.value.as_text().unwrap_or("");
                if before != text && !before.split(JOINT).any(|part| part == text) {
                    fact.value = Value::text(&format!("{before}{JOINT}{text}"));
                }
            }
        }
    }

    fn take(&mut self, key: &str, read: &Read, value: &ReadValue, columns: &Columns) {
        match (key, read) {
            ("name", Read::Text(text)) => self.name.clone_from(text),
            ("code", Read::Text(text)) => self.code.clone_from(text),
            ("upper_code", Read::Text(text)) => self.upper_code.clone_from(text),
            ("investor", Read::Text(text)) => self.investor.name.clone_from(text),
            ("company", Read::Text(text)) => self.company.name.clone_from(text),
            ("credit_code", Read::Text(text)) => self.investor.credit_code.clone_from(text),
            ("ownership", Read::Text(text)) => {
                self.investor.facts.push(Fact::one(C::Ownership, Value::text(text)));
            }
            ("contact" | "contact_phone", Read::People(people)) => self.contacts.clone_from(people),
            ("owner", Read::People(people)) => self.take_people(P::Owner, people, value, columns),
            ("leader", Read::People(people)) => self.take_people(P::Leader, people, value, columns),
            ("unit", Read::Text(text)) => self.units.push((P::Unit, text.clone())),
            ("first_talk_unit", Read::Text(text)) => self.units.push((P::FirstTalkUnit, text.clone())),
            ("host_unit", Read::Text(text)) => self.units.push((P::HostUnit, text.clone())),
            ("transfer_to", Read::Text(text)) => self.units.push((P::TransferTo, text.clone())),
            ("stage", Read::Stage(word)) => self.stage = Some(*word),
            ("progress", Read::Text(text)) => self.progress.clone_from(text),
            ("next_step", Read::Text(text)) => self.next_step.clone_from(text),
            (_, Read::Date(day)) if milestone_of(key).is_some() => {
                self.dates.extend(milestone_of(key).zip(Date::from_naive(*day)));
            }
            _ => self.take_plain(key, read, value, columns),
        }
    }

    fn take_people(&mut self, field: P, people: &[Person], value: &ReadValue, columns: &Columns) {
        let named: Vec<Person> = people.iter().filter(|who| !who.name.is_empty()).cloned().collect();
        if named.len() > 1 {
            // The field holds one; the others stay readable.
            self.keep(columns.heading(value), &value.as_it_was);
        }
        if field == P::Owner { self.owners = named } else { self.leaders = named }
    }

    fn take_plain(&mut self, key: &str, read: &Read, value: &ReadValue, columns: &Columns) {
        let def = field_of(key).and_then(|field| Some((field, Field::from(field).def(Kind::Project)?)));
        let Some((field, def)) = def else { return self.keep(columns.heading(value), &value.as_it_was) };
        if matches!(def.elements, Elements::Set(_)) {
            let words = match read {
                Read::List(words) => words.clone(),
                Read::Text(text) => read::list(text).value.unwrap_or_default(),
                _ => Vec::new(),
            };
            self.facts.extend(words.iter().map(|word| Fact::of(field, word, Value::Bool(true))));
            return;
        }
        match value_for(def.ty, read) {
            Some(found) => self.facts.push(Fact::one(field, found)),
            None => self.keep(columns.heading(value), &value.as_it_was),
        }
    }
}

/// Whether the words said more than the value read from them: a range, "about", a month without its day,
/// words beside it. Such words are kept under their heading, beside the value.
fn says_more(doubt: &Doubt) -> bool {
    match doubt {
        Doubt::Approximate
        | Doubt::Range { .. }
        | Doubt::Until(_)
        | Doubt::LowerBound
        | Doubt::UpperBound
        | Doubt::DayMissing
        | Doubt::MonthMissing
        | Doubt::Planned
        | Doubt::Aside(_) => true,
        Doubt::UnitAssumed
        | Doubt::Implausible
        | Doubt::CenturyAssumed
        | Doubt::YearAssumed
        | Doubt::MonthAmbiguous
        | Doubt::SerialAssumed
        | Doubt::Typo
        | Doubt::Uncertain
        | Doubt::Inherited
        | Doubt::Unreadable => false,
    }
}

/// The value of a cell of this type; `None` where reader and field do not fit.
fn value_for(ty: FieldType, read: &Read) -> Option<Value> {
    Some(match (ty, read) {
        (
            FieldType::Text | FieldType::LongText | FieldType::Choice(_) | FieldType::Phone,
            Read::Text(text),
        ) => Value::text(text),
        (FieldType::Phone, Read::Phones(numbers)) => Value::text(&numbers.join("/")),
        (FieldType::Money, Read::Money(money)) => Value::Money(*money),
        (FieldType::Date, Read::Date(day)) => Value::Date(Date::from_naive(*day)?),
        (FieldType::Area, Read::Area(area)) => Value::Int(area.hundredths),
        (FieldType::Bool, Read::YesNo(yes)) => Value::Bool(*yes),
        (FieldType::Int, Read::Int(number)) => Value::Int(*number),
        (FieldType::Percent, Read::Hundredths(number)) => Value::Int(*number),
        _ => return None,
    })
}

/// Gives telephone numbers to people: one each where the counts agree, else all to the first.
fn give_phones(people: &mut Vec<Person>, numbers: Vec<String>) {
    if people.is_empty() {
        people.push(Person { phones: numbers, ..Person::default() });
    } else if people.len() == numbers.len() {
        for (who, number) in people.iter_mut().zip(numbers) {
            who.phones.push(number);
        }
    } else if let Some(first) = people.first_mut() {
        first.phones.extend(numbers);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_say_more_than_the_value_are_kept_beside_it() {
        let columns = Columns { headings: vec![(4, "投资额(亿元)".to_owned())], dated: false };
        let draft = |text: &str| {
            let read = read::money(text, None);
            let value = ReadValue {
                key: "total_investment",
                column: Some(4),
                as_it_was: text.to_owned(),
                read: read.value.map(Read::Money),
                doubts: read.doubts,
            };
            let row = ReadRow {
                source_row: 7,
                sections: Vec::new(),
                values: vec![value],
                extra: Vec::new(),
                doubts: Vec::new(),
            };
            Draft::of_row(&row, &columns)
        };
        let kept = |text: &str| {
            let facts = draft(text).facts;
            let words = facts.iter().find(|fact| fact.field == Field::EXTRA).cloned();
            (facts.iter().any(|fact| fact.field == P::TotalInvestment.into()), words)
        };
        let words = |text: &str| Some(Fact::of(Field::EXTRA, "投资额(亿元)", Value::text(text)));
        for text in ["3-5亿", "约3亿", "不低于3亿", "3亿元(其中固投2亿)"] {
            assert_eq!(kept(text), (true, words(text)), "{text}");
        }
        assert_eq!(kept("3亿元"), (true, None));
    }
}
