//! What was tampered with is found, and where.

use super::*;
use proptest::prelude::*;

/// When the second half begins: another month.
const LATER: u64 = 40 * 24 * 3600 * 1000;

/// Two devices have worked; the first has sealed its history twice and sent it to a go-between.
struct World {
    first: Device,
    between: Device,
    seals: [Seal; 2],
}

fn world() -> World {
    let (mut first, mut second, mut between) = (Device::new(1), Device::new(2), Device::new(3));
    let mut seals = Vec::new();
    for (half, begins) in [("上", 0), ("下", LATER)] {
        for now in 1..6 {
            first.set(now, P::Jobs, Value::Int((begins + now) as i64), begins + now * 10);
            second.set(now, P::Remark, Value::text(half), begins + now * 10 + 5);
        }
        seals.extend(first.seal());
        assert_eq!(between.receive(&first.all()), []);
        assert_eq!(between.receive(&second.all()), []);
    }
    World { first, between, seals: seals.try_into().expect("two") }
}

impl World {
    /// The go-between hands on what came of tampering with the changes, signed as his.
    fn handed_on(&self, tamper: impl Fn(&mut Vec<Change>)) -> String {
        let mut changes = changes_of(&self.between.state);
        tamper(&mut changes);
        let mut between = Device { state: state_of(changes), ..self.between.clone() };
        between.all()
    }

    /// What a newcomer finds in it, who has no history to compare.
    fn found(&self, tamper: impl Fn(&mut Vec<Change>)) -> Vec<Finding> {
        let mut newcomer = Device::new(4);
        let file = self.handed_on(tamper);
        let found = newcomer.receive(&file);
        // It stays found.
        assert_eq!(findings(&Held::of(&newcomer.state), &newcomer.have, &newcomer.seals, &[]), found);
        found
    }
}

fn altered(node: u64, after: Option<Stamp>, until: Stamp) -> Finding {
    Finding { node: NodeId(node), what: What::Altered { after, until } }
}

fn value_of(changes: &mut [Change], stamp: Stamp) -> &mut Change {
    changes.iter_mut().find(|change| change.stamp == stamp).expect("a change")
}

#[test]
fn nothing_is_found_where_nothing_was_done() {
    assert_eq!(world().found(|_| ()), []);
}

#[test]
fn an_altered_value_is_found_between_its_two_seals() {
    let world = world();
    let [first, second] = world.seals.map(|seal| seal.until);
    let tamper = |changes: &mut Vec<Change>| value_of(changes, at(LATER + 30, 1)).value = Value::Int(1);
    assert_eq!(world.found(tamper), [altered(1, None, second)], "the latest seal is all a newcomer has");
    let mut reader = Device::new(5);
    reader.seals.keep(&world.seals[0]);
    assert_eq!(reader.receive(&world.handed_on(tamper)), [altered(1, Some(first), second)]);
    let tamper = |changes: &mut Vec<Change>| value_of(changes, at(30, 1)).value = Value::Int(1);
    let mut reader = Device::new(6);
    reader.seals.keep(&world.seals[0]);
    assert_eq!(reader.receive(&world.handed_on(tamper)), [altered(1, None, first)]);
}

#[test]
fn what_is_replaced_cannot_be_altered_either() {
    let world = world();
    let found = world.found(|changes| value_of(changes, at(LATER + 30, 1)).over = [].into());
    assert_eq!(found.len(), 1, "{found:?}");
}

#[test]
fn a_removed_change_is_found() {
    let world = world();
    let found = world.found(|changes| changes.retain(|change| change.stamp != at(LATER + 50, 1)));
    assert!(found.is_empty(), "the last of all: the file no longer bears out the claim to have it");
    let [_, second] = world.seals.map(|seal| seal.until);
    let found = world.found(|changes| changes.retain(|change| change.stamp != at(LATER + 20, 1)));
    assert_eq!(found, [altered(1, None, second)]);
}

#[test]
fn a_back_dated_change_is_found() {
    let world = world();
    let [_, second] = world.seals.map(|seal| seal.until);
    let found = world.found(|changes| changes.push(change(77, Value::Int(5), at(15, 1), &[])));
    assert_eq!(found, [altered(1, None, second)]);
    let found = world.found(|changes| {
        let early = value_of(changes, at(LATER + 20, 1)).clone();
        changes.push(Change { stamp: at(12, 1), over: [].into(), ..early.clone() });
        changes.retain(|change| *change != early);
    });
    assert_eq!(found, [altered(1, None, second)]);
}

#[test]
fn a_changed_author_is_found_on_both_sides() {
    let world = world();
    let found = world.found(|changes| value_of(changes, at(LATER + 30, 1)).stamp.node = NodeId(2));
    let nodes: Vec<u64> = found.iter().map(|finding| finding.node.0).collect();
    assert_eq!(nodes, [1, 2], "{found:?}");
    assert!(found.iter().all(Finding::accuses));
}

#[test]
fn the_device_itself_is_held_to_what_it_sealed() {
    let mut world = world();
    let [first, second] = world.seals.map(|seal| seal.until);
    // It rewrites its own past, and seals and signs that.
    let mut changes = changes_of(&world.first.state);
    value_of(&mut changes, at(LATER + 40, 1)).value = Value::Int(i64::MAX);
    world.first.state = state_of(changes);
    world.first.set(1, P::Jobs, Value::Int(3), LATER + 5000);
    let file = world.first.all();
    let found = world.between.look(&read(&file));
    assert_eq!(found, [altered(1, Some(first), second)]);
    assert!(!world.seals[1].fits(&Held::of(&world.first.state)), "it notices itself");
    // To merge it and to get more of it makes nobody forget, until a person has taken note.
    let mut reader = world.between.clone();
    assert_eq!(reader.receive(&file), found);
    for n in 1..60 {
        world.first.set(1, P::Jobs, Value::Int(n), LATER + 5000 + n as u64);
        reader.receive(&world.first.all());
    }
    let look = |reader: &Device| findings(&Held::of(&reader.state), &reader.have, &reader.seals, &[]);
    assert_eq!(look(&reader), found);
    reader.seals = Seals::read(&reader.seals.write());
    reader.seals.settle(NodeId(1));
    assert_eq!(look(&reader), []);
    assert_eq!(reader.look(&read(&file)), []);
    world.first.set(1, P::Jobs, Value::Int(0), LATER + 6000);
    assert_eq!(reader.receive(&world.first.all()), [], "its history goes on from there");
    // Taking something out that others have brings nobody to forget it, but the new seal tells.
    let mut changes = changes_of(&world.first.state);
    value_of(&mut changes, at(LATER + 40, 1)).value = Value::Int(LATER as i64 + 4);
    changes.retain(|change| change.stamp != at(LATER + 10, 1));
    let mut thinned = Device { state: state_of(changes), ..world.first.clone() };
    let found = world.between.look(&read(&thinned.all()));
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(matches!(found[0].what, What::Altered { after: Some(after), .. } if after == second));
}

/// Of two accounts of one change the ledger keeps the greater; the other is named all the same.
#[test]
fn a_file_that_tells_a_sealed_change_otherwise_is_found() {
    let world = world();
    let [first, second] = world.seals.map(|seal| seal.until);
    for told in [0, i64::MAX] {
        let file = world.handed_on(|changes| value_of(changes, at(LATER + 40, 1)).value = Value::Int(told));
        let mut reader = world.between.clone();
        assert_eq!(reader.look(&read(&file)), [altered(1, Some(first), second)], "{told}");
        let part = Scope::Selection(vec![project(4)]);
        let mut changes = changes_of(&world.between.state);
        value_of(&mut changes, at(LATER + 40, 1)).value = Value::Int(told);
        let mut between = Device { state: state_of(changes), ..world.between.clone() };
        assert_eq!(reader.receive(&between.file(&part)), [altered(1, Some(first), second)], "{told}");
    }
}

#[test]
fn two_alterations_are_two_findings_where_a_seal_between_fits() {
    let mut world = world();
    let [first, second] = world.seals.map(|seal| seal.until);
    world.first.set(9, P::Jobs, Value::Int(9), 2 * LATER);
    let third = world.first.seal().expect("a seal").until;
    world.between.receive(&world.first.all());
    let mut changes = changes_of(&world.between.state);
    value_of(&mut changes, at(20, 1)).value = Value::Int(9999);
    value_of(&mut changes, at(2 * LATER, 1)).value = Value::Int(9999);
    let state = state_of(changes);
    let found = findings(&Held::of(&state), &world.between.have, &world.between.seals, &[]);
    assert_eq!(found, [altered(1, None, first), altered(1, Some(second), third)]);
}

#[test]
fn forged_seals_and_other_keys_are_named() {
    let world = world();
    let seal = world.seals[1];
    let chain = Chain::over(&Held::of(&world.first.state), NodeId(1));
    let forged = Seal { key: world.first.key.public(), ..Seal::make(&key(9), &chain).expect("a seal") };
    let swapped = Seal::make(&key(9), &chain).expect("a seal");
    let look = |seals: &[Seal]| {
        findings(&Held::of(&world.between.state), &world.between.have, &world.between.seals, seals)
    };
    assert_eq!(look(&[seal]), []);
    assert_eq!(look(&[forged, forged]), [Finding { node: NodeId(1), what: What::Forged }]);
    let rekeyed = What::Rekeyed { was: world.first.key.public(), now: key(9).public() };
    assert_eq!(
        look(&[swapped, forged]).iter().map(|finding| finding.what).collect::<Vec<_>>(),
        [rekeyed, What::Forged]
    );
    // Neither is kept.
    let mut seals = world.between.seals.clone();
    seals.keep(&forged);
    seals.keep(&swapped);
    assert_eq!(seals, world.between.seals);
}

/// What is done to a history.
#[derive(Clone, Debug)]
enum Tamper {
    Value(i64),
    Remove,
    Move(u64),
    Insert(u64),
}

proptest! {
    /// Whatever is altered before the latest seal is found, and the two seals named are the nearest.
    #[test]
    fn whatever_is_altered_is_found_where_it_is(
        times in prop::collection::btree_set(1u64..200, 3..30),
        sealed in prop::collection::vec(any::<prop::sample::Index>(), 1..4),
        at_change in any::<prop::sample::Index>(),
        tamper in prop_oneof![
            (100i64..200).prop_map(Tamper::Value),
            Just(Tamper::Remove),
            (1u64..200).prop_map(Tamper::Move),
            (1u64..200).prop_map(Tamper::Insert),
        ],
    ) {
        let times: Vec<u64> = times.into_iter().collect();
        let mut changes: Vec<Change> =
            times.iter().map(|&time| change(time % 7, Value::Int(time as i64 % 50), at(time, 1), &[])).collect();
        let mut seen = Seals::default();
        let mut untils = std::collections::BTreeSet::new();
        for index in sealed {
            let state = state_of(changes[..=index.index(changes.len())].iter().cloned());
            let seal = Seal::make(&key(1), &Chain::over(&Held::of(&state), NodeId(1))).expect("a seal");
            untils.insert(seal.until);
            seen.keep(&seal);
        }
        let have = [at(1000, 1)].into_iter().collect();
        let whole = state_of(changes.clone());
        // Of seals of one month only the latest is kept, so they are brought.
        let mut brought = Vec::new();
        for &until in &untils {
            let state = whole.as_of(until.millis());
            brought.extend(Seal::make(&key(1), &Chain::over(&Held::of(&state), NodeId(1))));
        }
        prop_assert_eq!(findings(&Held::of(&whole), &have, &seen, &brought), []);
        let index = at_change.index(changes.len());
        let mut touched = vec![changes[index].stamp];
        match tamper {
            Tamper::Value(value) => changes[index].value = Value::Int(value),
            Tamper::Remove => _ = changes.remove(index),
            Tamper::Move(to) | Tamper::Insert(to) if times.contains(&to) => return Ok(()),
            Tamper::Move(to) => {
                changes[index].stamp = at(to, 1);
                touched.push(at(to, 1));
            }
            Tamper::Insert(to) => {
                changes.push(change(3, Value::Int(1), at(to, 1), &[]));
                touched = vec![at(to, 1)];
            }
        }
        let found = findings(&Held::of(&state_of(changes)), &have, &seen, &brought);
        touched.retain(|stamp| untils.last().is_some_and(|last| stamp <= last));
        prop_assert_eq!(found.is_empty(), touched.is_empty(), "{:?}", found);
        for stamp in touched {
            let after = untils.iter().rfind(|until| **until < stamp).copied();
            let until = untils.iter().find(|until| **until >= stamp).copied().expect("sealed");
            let covering = |finding: &Finding| match finding.what {
                What::Altered { after: from, until: to } => from <= after && to >= until,
                _ => false,
            };
            prop_assert!(found.iter().any(covering), "{:?} {:?}", stamp, found);
        }
    }
}
