use super::*;
use crate::domain::Field;
use crate::domain::field::AuthorField;
use crate::ledger::NodeId;
use crate::rules::introduce::author_id;

const PROJECT: RecordId = RecordId::new(Kind::Project, 1);
const TWIN: RecordId = RecordId::new(Kind::Project, 2);
const FILED: RecordId = RecordId::new(Kind::FirstReport, 1);
/// One day in milliseconds.
const DAY: u64 = 86_400_000;

fn unit(key: u64) -> RecordId {
    RecordId::new(Kind::Unit, key)
}

fn day(n: i32) -> Date {
    Date::epoch().plus(n)
}

/// The reader sits in Greenwich.
fn local(millis: u64) -> Option<Moment> {
    let minute = u16::try_from(millis % DAY / 60_000).ok();
    Some(Moment { day: day(i32::try_from(millis / DAY).ok()?), minute })
}

fn apply(state: &mut State, millis: u64, edits: Vec<Edit>) {
    for change in state.changes_for(edits, Stamp::new(millis, 0, NodeId(1))) {
        state.apply(change);
    }
}

/// Two towns registered the same project; their duplicates were merged.
fn merged_twins() -> State {
    let mut state = State::default();
    let who = |name| Edit::new(author_id(NodeId(1)), AuthorField::Name, Value::text(name));
    apply(
        &mut state,
        100 * DAY,
        vec![
            who("试验员甲"),
            Edit::new(PROJECT, P::Name, Value::text("甲")),
            Edit::new(PROJECT, P::Unit, Value::Ref(unit(1))),
        ],
    );
    let twin = vec![
        Edit::new(TWIN, P::Name, Value::text("甲项目")),
        Edit::new(TWIN, P::FirstTalkUnit, Value::Ref(unit(2))),
        Edit::new(TWIN, P::FirstTalkPerson, Value::text("试验员乙")),
        Edit::new(TWIN, P::DeclaredOn, Value::Date(day(80))),
    ];
    apply(&mut state, 101 * DAY, twin);
    apply(&mut state, 102 * DAY, vec![Edit::new(TWIN, Field::MERGED_INTO, Value::Ref(PROJECT))]);
    state
}

fn found(state: &State, filed: &[RecordId]) -> Vec<Claim> {
    let merged = merged_into(state);
    claims(state, PROJECT, filed, merged.get(&PROJECT).map_or(&[], |ids| ids), local)
}

fn units(claims: &[Claim]) -> Vec<Option<u64>> {
    claims.iter().map(|claim| claim.unit.map(|unit| unit.key)).collect()
}

#[test]
fn merged_duplicates_are_claims_and_the_earlier_comes_first() {
    let state = merged_twins();
    let claims = found(&state, &[]);
    assert_eq!(units(&claims), [Some(2), Some(1)]);
    assert_eq!(claims[0].reported, Some(Moment { day: day(80), minute: None }), "as its ledger says");
    assert_eq!(claims[0].entered.millis(), 101 * DAY, "and when it was entered");
    assert_eq!(claims[0].person, "试验员乙");
    assert_eq!(claims[1].reported, Some(Moment { day: day(100), minute: Some(0) }));
    assert_eq!(claims[1].person, "试验员甲", "who entered it, if nobody is named");
    assert_eq!(standing(&claims), Standing::Disputed);
}

#[test]
fn who_filed_is_not_listed_twice_and_the_time_of_day_decides() {
    let mut state = merged_twins();
    let filing = Claim {
        basis: Basis::Filed(FILED),
        unit: Some(unit(1)),
        person: "试验员丙".to_owned(),
        reported: Some(Moment { day: day(80), minute: Some(9 * 60 + 5) }),
        entered: Stamp::new(1, 0, NodeId(1)),
        evidence: vec!["首报确认表".to_owned()],
        evidence_note: "〔2026〕12号".to_owned(),
        ruling: Review::Pending,
        ruled_on: None,
        ruling_note: String::new(),
    };
    let edits = {
        let mut names = state.names().clone();
        let edits = file(FILED, PROJECT, &filing, |word| names.element(word));
        *state.names_mut() = names;
        edits
    };
    apply(&mut state, 103 * DAY, edits);
    let claims = found(&state, &[FILED]);
    assert_eq!(units(&claims), [Some(1), Some(2)], "a time that is known goes before one that is not");
    let Claim { entered, .. } = claims[0];
    assert_eq!(claims[0], Claim { entered, ..filing });
    assert_eq!(entered.millis(), 103 * DAY);
}

#[test]
fn a_ruling_names_the_unit_in_the_project_and_can_be_changed() {
    let mut state = merged_twins();
    let ruled = |state: &mut State, at: u64, filed: &[RecordId], wanted: u64| {
        let claims = found(state, filed);
        let basis = claims.iter().find(|claim| claim.unit == Some(unit(wanted))).expect("a claim").basis;
        let mut key = 10;
        let new = || {
            key += 1;
            RecordId::new(Kind::FirstReport, key)
        };
        let edits = rule(PROJECT, &claims, basis, (day(110), "以确认表为准"), new, |_| 0);
        apply(state, at, edits);
    };
    ruled(&mut state, 110 * DAY, &[], 1);
    assert_eq!(state.get(PROJECT, P::FirstTalkUnit), &Value::Ref(unit(1)));
    assert_eq!(state.get(PROJECT, P::FirstTalkPerson).as_text(), Some("试验员甲"));
    let filed = [RecordId::new(Kind::FirstReport, 11), RecordId::new(Kind::FirstReport, 12)];
    let claims = found(&state, &filed);
    assert_eq!(units(&claims), [Some(1), Some(2)], "the returned one comes last");
    assert_eq!(standing(&claims), Standing::Ruled);
    assert_eq!((claims[0].ruled_on, &*claims[0].ruling_note), (Some(day(110)), "以确认表为准"));
    ruled(&mut state, 111 * DAY, &filed, 2);
    assert_eq!(units(&found(&state, &filed)), [Some(2), Some(1)]);
    assert_eq!(state.get(PROJECT, P::FirstTalkUnit), &Value::Ref(unit(2)));
}

#[test]
fn one_unit_or_none() {
    let mut state = State::default();
    apply(&mut state, DAY, vec![Edit::new(PROJECT, P::Name, Value::text("甲"))]);
    assert_eq!(standing(&found(&state, &[])), Standing::Nobody);
    apply(&mut state, 2 * DAY, vec![Edit::new(PROJECT, P::Unit, Value::Ref(unit(1)))]);
    assert_eq!(standing(&found(&state, &[])), Standing::Sole);
}

#[test]
fn times_are_read_as_people_write_them() {
    for (text, minutes) in
        [("9:05", 545), ("09：05", 545), ("905", 545), ("14时30分", 870), ("23", 1380), ("0:00", 0)]
    {
        assert_eq!(read_time(text), Some(minutes), "{text}");
    }
    for text in ["", "上午", "24:00", "12:60", "99999999"] {
        assert_eq!(read_time(text), None, "{text}");
    }
    assert_eq!(time_text(545), "09:05");
}
