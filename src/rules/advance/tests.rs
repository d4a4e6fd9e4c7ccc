use super::*;
use crate::domain::Kind;
use crate::domain::milestone::stage;
use crate::ledger::{Change, NodeId, Stamp, State};

const ID: RecordId = RecordId::new(Kind::Project, 1);

fn on(day: u32) -> Date {
    Date::ymd(2026, 9, day).expect("a day")
}

/// Applies edits as one command.
fn apply(state: &mut State, edits: Vec<Edit>) {
    let time =
        1 + state.record(ID).map_or(0, |r| r.cells().iter().map(|c| c.stamp.millis()).max().unwrap_or(0));
    let stamp = Stamp::new(time, 0, NodeId(1));
    for change in state.changes_for(edits, stamp) {
        state.apply(Change { ..change });
    }
}

fn dated(milestones: &[(Milestone, u32)]) -> State {
    let mut state = State::default();
    let date = |&(m, day)| Edit::new(ID, cell(P::MilestoneDate, m), Value::Date(on(day)));
    let mut edits = vec![Edit::new(ID, P::Name, Value::text("一号"))];
    edits.extend(milestones.iter().map(date));
    apply(&mut state, edits);
    state
}

fn project(state: &State) -> &Record {
    state.record(ID).expect("the project")
}

fn stage_of(state: &State, strict: bool) -> Stage {
    stage(&reached(project(state)), strict)
}

fn advance_to(milestone: Milestone, day: u32) -> Advance {
    Advance {
        milestone,
        date: on(day),
        passed: Vec::new(),
        evidence: Vec::new(),
        agreement: None,
        note: String::new(),
        other: None,
        verdict: Verdict::Pending,
    }
}

fn run(state: &mut State, advance: &Advance) {
    let mut names = state.names().clone();
    let edits = advance.edits(ID, project(state), &mut |word| names.element(word));
    *state.names_mut() = names;
    apply(state, edits);
}

#[test]
fn forward_records_date_evidence_and_what_was_passed() {
    let mut state = dated(&[(Milestone::Planned, 1)]);
    let signing = Advance {
        passed: vec![(Milestone::Negotiating, on(3))],
        evidence: vec![("协议扫描件".into(), " QY-01 ".into()), ("其他".into(), "  ".into())],
        agreement: Some("投资协议".into()),
        note: "集中签约".into(),
        ..advance_to(Milestone::Signed, 9)
    };
    run(&mut state, &signing);
    assert_eq!(stage_of(&state, false), Stage::Signed);
    let held = evidence(&state, ID, Milestone::Signed);
    assert_eq!(
        held.iter().map(|e| (e.kind.as_str(), e.text.as_str())).collect::<Vec<_>>(),
        [("协议扫描件", "QY-01")]
    );
    assert_eq!(missing(&held, &[], Milestone::Signed), Vec::<&str>::new());
    assert_eq!(missing(&[], &["协议扫描件".to_owned()], Milestone::Signed), Vec::<&str>::new());
    assert_eq!(missing(&[], &[], Milestone::Signed), ["协议扫描件"]);
    let negotiating = cell(P::MilestoneDate, Milestone::Negotiating);
    assert_eq!(project(&state).get(negotiating).as_date(), Some(on(3)));
    assert_eq!(project(&state).get(P::AgreementType).as_text(), Some("投资协议"));
}

#[test]
fn strict_offices_move_the_card_with_the_recognition() {
    let mut state = dated(&[(Milestone::Planned, 1)]);
    run(&mut state, &advance_to(Milestone::Signed, 9));
    assert_eq!(stage_of(&state, true), Stage::Planned);
    assert!(needs_date(project(&state), Stage::Signed, true));
    let verdict = Verdict::Recognised { on: on(10), by: "周立".into() };
    run(&mut state, &Advance { verdict, ..advance_to(Milestone::Signed, 9) });
    assert_eq!(stage_of(&state, true), Stage::Signed);
    let verdict = Verdict::Returned { by: "周立".into() };
    run(&mut state, &Advance { verdict, ..advance_to(Milestone::Signed, 9) });
    assert_eq!((stage_of(&state, true), stage_of(&state, false)), (Stage::Planned, Stage::Planned));
}

#[test]
fn a_returned_milestone_dated_anew_waits_for_review() {
    let mut state = dated(&[(Milestone::Signed, 2)]);
    let returned = Value::text(Review::Returned.word());
    apply(&mut state, vec![Edit::new(ID, cell(P::MilestoneReview, Milestone::Signed), returned)]);
    assert_eq!(stage_of(&state, false), Stage::Planned);
    let passing =
        Advance { passed: vec![(Milestone::Signed, on(2))], ..advance_to(Milestone::Registered, 9) };
    run(&mut state, &passing);
    assert_eq!(stage_of(&state, false), Stage::Signed);
}

#[test]
fn what_is_emptied_is_cleared() {
    let mut state = dated(&[]);
    let full = Advance {
        evidence: vec![("协议扫描件".into(), "QY-01".into())],
        note: "集中签约".into(),
        other: Some(on(4)),
        ..advance_to(Milestone::Signed, 9)
    };
    run(&mut state, &full);
    run(
        &mut state,
        &Advance {
            evidence: vec![("协议扫描件".into(), String::new())], ..advance_to(Milestone::Signed, 9)
        },
    );
    assert_eq!(evidence(&state, ID, Milestone::Signed), []);
    for field in [P::MilestoneNote, P::MilestoneOtherDate] {
        assert!(project(&state).get(cell(field, Milestone::Signed)).is_empty());
    }
}

#[test]
fn back_takes_later_stages_and_leaves_the_rest() {
    let mut state = dated(&[
        (Milestone::Signed, 2),
        (Milestone::Registered, 3),
        (Milestone::Landed, 4),
        (Milestone::Started, 5),
    ]);
    let listed = taken_back(project(&state), Stage::Signed);
    assert_eq!(listed, [(Milestone::Landed, Some(on(4))), (Milestone::Started, Some(on(5)))]);
    let edits = back_edits(ID, project(&state), Stage::Signed);
    apply(&mut state, edits);
    assert_eq!(stage_of(&state, false), Stage::Signed);
    let registered = cell(P::MilestoneDate, Milestone::Registered);
    assert_eq!(project(&state).get(registered).as_date(), Some(on(3)));
    assert!(!needs_date(project(&state), Stage::Signed, false));
    assert!(needs_date(project(&state), Stage::Negotiating, false), "it was skipped and has no date");
    assert!(!needs_date(project(&state), Stage::Planned, false));
}

#[test]
fn what_was_passed_on_the_way_is_offered() {
    let state = dated(&[(Milestone::Planned, 1), (Milestone::Registered, 3)]);
    let open = passed_open(project(&state), Stage::Planned, Stage::Started);
    assert_eq!(open, [Milestone::Negotiating, Milestone::Signed, Milestone::Landed]);
}

#[test]
fn odd_dates_are_said() {
    let state = dated(&[(Milestone::Negotiating, 5), (Milestone::Started, 20)]);
    let doubt = |day| date_doubt(project(&state), Milestone::Signed, on(day), on(25));
    assert_eq!(doubt(10), None);
    assert_eq!(doubt(4), Some(DateDoubt::Before(Milestone::Negotiating, on(5))));
    assert_eq!(doubt(21), Some(DateDoubt::After(Milestone::Started, on(20))));
    assert_eq!(doubt(26), Some(DateDoubt::Future));
}

#[test]
fn an_exit_is_recorded_and_taken_back() {
    let mut state = dated(&[(Milestone::Signed, 2)]);
    apply(&mut state, exit_edits(ID, Exit::OnHold, on(9), Some("失联"), ""));
    assert_eq!(project(&state).get(P::Exit).as_text(), Some("on_hold"));
    apply(&mut state, revive_edits(ID));
    assert!(
        [P::Exit, P::ExitDate, P::ExitReason, P::ExitNote].iter().all(|&f| project(&state).get(f).is_empty())
    );
}
