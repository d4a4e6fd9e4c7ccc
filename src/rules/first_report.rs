//! 首报首谈: which unit reported a project first.
//!
//! Published rules differ (domain notes): the first unit to hand in the form (金安区 R13), the filing checked again
//! when credit is claimed (六安市 R14), and for claims of the same time whoever followed up afterwards (集美区 R19).
//! So the register orders what is claimed and shows what speaks for each claim; a person rules.

use super::introduce::identity_at;
use crate::domain::field::{FirstReportField as B, ProjectField as P};
use crate::domain::milestone::Review;
use crate::domain::{Date, Kind, RecordId, Value};
use crate::ledger::{CellKey, Edit, Stamp, State};

/// A day and, where known, the minute of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moment {
    /// The day.
    pub day: Date,
    /// Minutes since midnight.
    pub minute: Option<u16>,
}

impl Moment {
    /// Earlier first; on one day a time that is known comes before one that nobody noted.
    fn key(self) -> (Date, u16) {
        (self.day, self.minute.unwrap_or(u16::MAX))
    }
}

/// What a claim rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Basis {
    /// It was filed: a record of its own.
    Filed(RecordId),
    /// The project was registered by the unit: this one, or a duplicate that was merged into it.
    Registered(RecordId),
}

/// A unit that says, or of which the records say, that it reported the project first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claim {
    /// What it rests on.
    pub basis: Basis,
    /// The unit; `None` if nobody said which.
    pub unit: Option<RecordId>,
    /// 首谈人.
    pub person: String,
    /// When, as stated; when it was registered if nothing is stated.
    pub reported: Option<Moment>,
    /// When it was entered, by the clock of the laptop: a claim entered long after what it states shows.
    pub entered: Stamp,
    /// 佐证: the words of the list.
    pub evidence: Vec<String>,
    /// Number or note of the evidence.
    pub evidence_note: String,
    /// 认定.
    pub ruling: Review,
    /// When it was ruled on.
    pub ruled_on: Option<Date>,
    /// 认定依据.
    pub ruling_note: String,
}

/// How the claims on a project stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Standing {
    /// Several units, and nobody ruled.
    Disputed,
    /// One unit, not ruled on.
    Sole,
    /// Ruled.
    Ruled,
    /// Nobody is named.
    Nobody,
}

/// The claims on a live project, earliest first. `filed` are its first reports, `merged` the projects merged into
/// it, `local` tells the day and minute of a moment (milliseconds since 1970) where the reader is.
///
/// A unit that filed is not listed a second time for having registered the project.
pub fn claims(
    state: &State,
    project: RecordId,
    filed: &[RecordId],
    merged: &[RecordId],
    local: impl Fn(u64) -> Option<Moment>,
) -> Vec<Claim> {
    let mut claims: Vec<Claim> = filed.iter().filter_map(|&id| filed_claim(state, id, &local)).collect();
    for &id in [project].iter().chain(merged) {
        let Some(claim) = registered_claim(state, id, &local) else { continue };
        let is_named = claims.iter().any(|other| other.unit == claim.unit);
        if !is_named {
            claims.push(claim);
        }
    }
    claims.sort_by_key(|claim| {
        let reported = claim.reported.map(Moment::key);
        (claim.ruling == Review::Returned, reported.is_none(), reported, claim.entered, claim.basis)
    });
    claims
}

/// How claims stand.
pub fn standing(claims: &[Claim]) -> Standing {
    if claims.iter().any(|claim| claim.ruling == Review::Recognised) {
        return Standing::Ruled;
    }
    let mut units: Vec<RecordId> = claims
        .iter()
        .filter(|claim| claim.ruling != Review::Returned)
        .filter_map(|claim| claim.unit)
        .collect();
    units.sort_unstable();
    units.dedup();
    match units.len() {
        0 => Standing::Nobody,
        1 => Standing::Sole,
        _ => Standing::Disputed,
    }
}

/// The edits that recognise one of the claims and return the others: the project names the unit and the person. A
/// claim that rests on a registration is filed by this under `new_id`, so that the ruling has a place.
pub fn rule(
    project: RecordId,
    claims: &[Claim],
    basis: Basis,
    (on, note): (Date, &str),
    mut new_id: impl FnMut() -> RecordId,
    mut element: impl FnMut(&str) -> u32,
) -> Vec<Edit> {
    let Some(unit) = claims.iter().find(|claim| claim.basis == basis).and_then(|claim| claim.unit) else {
        return Vec::new();
    };
    let mut edits = Vec::new();
    for claim in claims {
        let is_first = claim.basis == basis;
        let id = match claim.basis {
            Basis::Filed(id) => id,
            Basis::Registered(_) => {
                let id = new_id();
                edits.extend(file(id, project, claim, &mut element));
                id
            }
        };
        let ruling = if is_first { Review::Recognised } else { Review::Returned };
        edits.push(Edit::new(id, B::Ruling, Value::text(ruling.word())));
        edits.push(Edit::new(id, B::RuledOn, Value::Date(on)));
        edits.push(Edit::new(id, B::RulingNote, Value::text(note)));
        if is_first {
            edits.push(Edit::new(project, P::FirstTalkUnit, Value::Ref(unit)));
            if !claim.person.is_empty() {
                edits.push(Edit::new(project, P::FirstTalkPerson, Value::text(&claim.person)));
            }
        }
    }
    edits
}

/// The edits that file a claim as a record.
pub fn file(
    id: RecordId,
    project: RecordId,
    claim: &Claim,
    mut element: impl FnMut(&str) -> u32,
) -> Vec<Edit> {
    let time = claim.reported.and_then(|moment| moment.minute).map(time_text).unwrap_or_default();
    let cells = [
        (B::Project, Value::Ref(project)),
        (B::Unit, claim.unit.map_or(Value::Empty, Value::Ref)),
        (B::Person, Value::text(&claim.person)),
        (B::On, claim.reported.map_or(Value::Empty, |moment| Value::Date(moment.day))),
        (B::At, Value::text(&time)),
        (B::EvidenceNote, Value::text(&claim.evidence_note)),
    ];
    let filled = cells.into_iter().filter(|(_, value)| !value.is_empty());
    let mut edits: Vec<Edit> = filled.map(|(field, value)| Edit::new(id, field, value)).collect();
    edits.extend(
        claim
            .evidence
            .iter()
            .map(|word| Edit::new(id, CellKey::of(B::Evidence, element(word)), Value::Bool(true))),
    );
    edits
}

fn filed_claim(state: &State, id: RecordId, local: &impl Fn(u64) -> Option<Moment>) -> Option<Claim> {
    let record = state.record(id).filter(|record| record.is_live())?;
    let text = |field: B| record.get(field).as_text().unwrap_or_default().to_owned();
    let entered = state.born(id)?;
    let stated = record.get(B::On).as_date();
    let reported = match stated {
        Some(day) => Some(Moment { day, minute: read_time(&text(B::At)) }),
        None => local(entered.millis()),
    };
    let evidence = record.family(B::Evidence.field()).iter();
    let evidence = evidence.filter(|cell| cell.value == Value::Bool(true));
    Some(Claim {
        basis: Basis::Filed(id),
        unit: record.get(B::Unit).as_ref_id().map(|unit| state.resolve(unit)),
        person: text(B::Person),
        reported,
        entered,
        evidence: evidence.map(|cell| state.names().element_word(cell.key.element).to_owned()).collect(),
        evidence_note: text(B::EvidenceNote),
        ruling: Review::from_word(&text(B::Ruling)).unwrap_or_default(),
        ruled_on: record.get(B::RuledOn).as_date(),
        ruling_note: text(B::RulingNote),
    })
}

/// What the registration of a project says: its first-talk unit or its responsible unit, and the earliest day that
/// its ledger names, else the moment it was entered.
fn registered_claim(state: &State, id: RecordId, local: &impl Fn(u64) -> Option<Moment>) -> Option<Claim> {
    let record = state.record(id)?;
    let entered = state.born(id)?;
    let unit = [P::FirstTalkUnit, P::Unit].into_iter().find_map(|field| record.get(field).as_ref_id());
    let stated = [P::ContactedOn, P::DeclaredOn, P::EnteredOn].into_iter();
    let stated = stated.filter_map(|field| record.get(field).as_date()).min();
    let registered = local(entered.millis());
    let reported = match (stated, registered) {
        (Some(day), Some(registered)) if day < registered.day => Some(Moment { day, minute: None }),
        (Some(day), None) => Some(Moment { day, minute: None }),
        _ => registered,
    };
    let person = record.get(P::FirstTalkPerson).as_text().unwrap_or_default();
    let person = if person.is_empty() { identity_at(state, entered).name } else { person.to_owned() };
    Some(Claim {
        basis: Basis::Registered(id),
        unit: unit.map(|unit| state.resolve(unit)),
        person,
        reported,
        entered,
        evidence: Vec::new(),
        evidence_note: String::new(),
        ruling: Review::Pending,
        ruled_on: None,
        ruling_note: String::new(),
    })
}

/// Reads a time of day: `9:05`, `09：05`, `905`, `14时30分`.
pub fn read_time(text: &str) -> Option<u16> {
    let digits: Vec<u16> = text
        .split(|c: char| !c.is_ascii_digit())
        .filter(|part| !part.is_empty())
        .map(str::parse)
        .collect::<Result<_, _>>()
        .ok()?;
    let (hour, minute) = match *digits.as_slice() {
        [hour, minute, ..] => (hour, minute),
        [number] if number >= 100 => (number / 100, number % 100),
        [hour] => (hour, 0),
        [] => return None,
    };
    (hour < 24 && minute < 60).then_some(hour * 60 + minute)
}

/// A time of day as `09:05`.
pub fn time_text(minute: u16) -> String {
    format!("{:02}:{:02}", minute / 60, minute % 60)
}

/// For each live project the projects that were merged into it.
pub fn merged_into(state: &State) -> rustc_hash::FxHashMap<RecordId, Vec<RecordId>> {
    let mut found: rustc_hash::FxHashMap<RecordId, Vec<RecordId>> = rustc_hash::FxHashMap::default();
    for (id, _) in state.records(Kind::Project).filter(|(_, record)| record.merged_into().is_some()) {
        found.entry(state.resolve(id)).or_default().push(id);
    }
    found
}

#[cfg(test)]
mod tests;
