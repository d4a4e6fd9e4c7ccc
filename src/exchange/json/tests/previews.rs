//! What a preview says. `tests/offices.rs` holds it against what merging then does.

use super::*;
use crate::ledger::Conflict;

/// A file with these changes, made by node 2 at [`NOW`].
fn file_of(changes: &[Change], have: &[Stamp]) -> Bundle {
    let mut state = State::default();
    changes.iter().for_each(|change| {
        state.apply(change.clone());
    });
    let from = Sender { node: NodeId(2), ..Sender::default() };
    read(&export(&state, &have.iter().copied().collect(), &Scope::All, &from, NOW))
}

fn remark(text: &str, stamp: Stamp, over: &[Stamp]) -> Change {
    change(project(1), P::Remark, Value::text(text), stamp, over)
}

fn deletion(stamp: Stamp) -> Change {
    change(project(1), Field::DELETED, Value::Bool(true), stamp, &[])
}

fn state_of(changes: &[Change]) -> State {
    let mut state = State::default();
    changes.iter().for_each(|change| {
        state.apply(change.clone());
    });
    state
}

fn sides(conflict: &Conflict) -> Vec<&str> {
    conflict.sides.iter().filter_map(|(_, value)| value.as_text()).collect()
}

#[test]
fn new_changed_and_known_are_told_apart() {
    let (state, _) = sample();
    let known = read(&sample_file());
    let ahead = preview(&state, &known, NodeId(1), NOW);
    assert!(ahead.is_nothing_new());
    assert_eq!((ahead.known, ahead.newest), (11, Some(stamp(6, 2))));

    let bundle = file_of(
        &[
            change(project(1), P::Name, Value::text("景澄新能"), stamp(9, 2), &[stamp(2, 1)]),
            change(project(9), P::Name, Value::text("新项目"), stamp(9, 2), &[]),
            change(project(9), P::Jobs, Value::Int(5), stamp(9, 2), &[]),
        ],
        &[],
    );
    let ahead = preview(&state, &bundle, NodeId(1), NOW);
    assert_eq!(ahead.new, [project(9)]);
    assert_eq!((ahead.fresh, ahead.known), (3, 0));
    let [changed] = &ahead.changed[..] else { panic!("{ahead:?}") };
    assert_eq!((changed.before.as_text(), changed.after.as_text()), (Some("景澄锂能"), Some("景澄新能")));
    assert_eq!((ahead.conflicts.len(), ahead.settled.len(), ahead.own_unknown), (0, 0, None));
}

#[test]
fn an_earlier_change_goes_to_the_history_only() {
    let ours =
        state_of(&[remark("初", stamp(1, 1), &[]), remark("晚", stamp(9, 1), &[stamp(1, 1), stamp(5, 2)])]);
    let ahead = preview(&ours, &file_of(&[remark("早", stamp(5, 2), &[stamp(1, 1)])], &[]), NodeId(1), NOW);
    assert_eq!((ahead.fresh, ahead.changed.len(), ahead.conflicts.len()), (1, 0, 0));
}

#[test]
fn conflicts_arise_grow_and_are_settled() {
    let first = remark("甲", stamp(1, 1), &[]);
    let second = remark("乙", stamp(2, 2), &[]);
    let third = remark("丙", stamp(3, 3), &[]);
    let ours = state_of(std::slice::from_ref(&first));
    let ahead = preview(&ours, &file_of(std::slice::from_ref(&second), &[]), NodeId(1), NOW);
    assert_eq!(sides(&ahead.conflicts[0]), ["乙", "甲"]);

    let ours = state_of(&[first, second]);
    let ahead = preview(&ours, &file_of(&[third], &[]), NodeId(1), NOW);
    assert_eq!(sides(&ahead.conflicts[0]), ["丙", "乙", "甲"], "a third side to an open choice");

    let choice = remark("甲", stamp(4, 2), &[stamp(1, 1), stamp(2, 2)]);
    let ahead = preview(&ours, &file_of(&[choice], &[]), NodeId(1), NOW);
    assert_eq!(ahead.settled, [(project(1), CellKey::one(P::Remark))]);
    assert_eq!(ahead.conflicts, []);
}

#[test]
fn a_conflict_inside_a_new_record_is_told_too() {
    let theirs = [remark("甲", stamp(1, 2), &[]), remark("乙", stamp(2, 3), &[])];
    let ahead = preview(&State::default(), &file_of(&theirs, &[]), NodeId(1), NOW);
    assert_eq!(ahead.conflicts.len(), 1);
    assert_eq!((ahead.new.len(), ahead.changed.len()), (1, 0));
}

#[test]
fn deleting_while_the_other_works_is_told() {
    let first = remark("甲", stamp(1, 1), &[]);
    let second = remark("乙", stamp(2, 1), &[stamp(1, 1)]);
    let ours = state_of(&[first.clone(), second.clone()]);
    let deleted = |have: &[Stamp]| {
        let bundle = file_of(&[first.clone(), deletion(stamp(5, 2))], have);
        preview(&ours, &bundle, NodeId(1), NOW).deleted
    };
    assert_eq!(deleted(&[stamp(1, 1)]), [(project(1), DeletedMeanwhile::ByThem)]);
    assert_eq!(deleted(&[stamp(2, 1)]), [], "he knew what he deleted");

    let ours = state_of(&[first.clone(), deletion(stamp(5, 1))]);
    let bundle = file_of(&[first, second], &[]);
    assert_eq!(preview(&ours, &bundle, NodeId(1), NOW).deleted, [(project(1), DeletedMeanwhile::ByUs)]);
}

#[test]
fn clocks_and_copied_profiles_are_noticed() {
    let bundle = file_of(&[remark("甲", stamp(1, 1), &[])], &[]);
    let ahead = preview(&State::default(), &bundle, NodeId(1), NOW - 1_500_000);
    assert_eq!(ahead.clock_ahead, 1_500_000);
    assert_eq!(ahead.stamps_ahead, 500_001);
    assert_eq!(ahead.own_unknown, Some(stamp(1, 1)), "we do not know what we are said to have written");
    let ahead = preview(&state_of(&[remark("甲", stamp(1, 1), &[])]), &bundle, NodeId(1), NOW + 1);
    assert_eq!((ahead.clock_ahead, ahead.stamps_ahead, ahead.own_unknown), (0, 0, None));
}

#[test]
fn colleagues_are_remembered_by_their_latest_and_all_they_had() {
    let mut colleagues = Colleagues::default();
    let header = |made, name: &str, have: &[Stamp]| {
        let from = Sender { node: NodeId(2), name: name.into(), unit: String::new() };
        let file = export(&State::default(), &have.iter().copied().collect(), &Scope::All, &from, made);
        read(&file).header
    };
    assert_eq!(colleagues.since(NodeId(2)), None);
    colleagues.note(&header(NOW, "新名", &[stamp(5, 1)]));
    colleagues.note(&header(NOW - 5, "旧名", &[stamp(4, 1), stamp(2, 7)]));
    let colleague = colleagues.get(NodeId(2)).expect("noted");
    assert_eq!((colleague.name.as_str(), colleague.made), ("新名", NOW));
    let since = [stamp(5, 1), stamp(2, 7)].into_iter().collect();
    assert_eq!(colleagues.since(NodeId(2)), Some(Scope::Since { colleague: Some(NodeId(2)), since }));
}
