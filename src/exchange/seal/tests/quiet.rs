//! Nothing is found where nobody did anything wrong.

use super::*;
use crate::domain::Field;
use crate::domain::field::FollowUpField as W;
use crate::exchange::redact::Withheld;
use proptest::prelude::*;
use std::rc::Rc;

/// What happens next, anywhere.
#[derive(Clone, Debug)]
enum Step {
    Edit { who: usize, seed: u64 },
    Undo { who: usize },
    Hand { from: usize, to: usize, how: u64 },
}

fn step() -> impl Strategy<Value = Step> {
    let who = || 0usize..4;
    prop_oneof![
        4 => (who(), any::<u64>()).prop_map(|(who, seed)| Step::Edit { who, seed }),
        1 => who().prop_map(|who| Step::Undo { who }),
        4 => (who(), who(), any::<u64>()).prop_map(|(from, to, how)| Step::Hand { from, to, how }),
    ]
}

/// Some work that depends on `seed` alone: texts, cells of families, deletion, restoring, merged records.
fn edits(device: &mut Device, seed: u64) -> Vec<Edit> {
    let pick = |shift: u32, count: u64| (seed >> shift) % count;
    let (id, other) = (project(pick(8, 4)), project(pick(12, 4)));
    let word = Value::text(["甲", "乙\n\"丙\"", "13900001111", ""][pick(16, 4) as usize]);
    let element = device.state.names_mut().element(["重点", "a/b", "签约"][pick(20, 3) as usize]);
    match seed % 6 {
        0 => vec![Edit::new(id, P::Remark, word)],
        1 => {
            vec![Edit::new(id, P::Name, word.clone()), Edit::new(id, P::Jobs, Value::Int(pick(24, 9) as i64))]
        }
        2 => vec![Edit::new(id, CellKey::of(Field::TAGS, element), Value::Bool(pick(28, 2) == 0))],
        3 => vec![Edit::new(id, Field::DELETED, Value::Bool(pick(28, 2) == 0))],
        4 if id != other => vec![Edit::new(id, Field::MERGED_INTO, Value::Ref(other))],
        _ => {
            let follow_up = RecordId::new(Kind::FollowUp, pick(32, 3));
            vec![Edit::new(follow_up, W::Project, Value::Ref(id)), Edit::new(follow_up, W::Content, word)]
        }
    }
}

fn hand_over(from: &mut Device, to: &Device, how: u64) -> String {
    let some = Scope::Selection(vec![project(how >> 8 & 3), project(how >> 10 & 3)]);
    let since = Scope::Since { colleague: Some(to.node()), since: to.have.clone() };
    // Made for another, who has more.
    let later = Scope::Since { colleague: None, since: from.have.clone() };
    match how % 8 {
        0 | 1 => from.all(),
        2 => from.file(&since),
        3 => from.file(&some),
        4 => from.file(&later),
        5 => from.unsigned(if how & 0x100 == 0 { &Scope::All } else { &since }),
        6 => from.unsigned(&some),
        _ => from.redacted(if how & 0x100 == 0 { Withheld::Contacts } else { Withheld::FollowUps }),
    }
}

proptest! {
    /// Whatever is worked, undone, deleted, merged and handed on whole or in part, signed or not.
    #[test]
    fn honest_work_gives_no_finding(steps in prop::collection::vec(step(), 1..50)) {
        let mut devices: Vec<Device> = (1..=4).map(Device::new).collect();
        for (now, step) in (1..).zip(steps) {
            match step {
                Step::Edit { who, seed } => {
                    let edits = edits(&mut devices[who], seed);
                    devices[who].execute(edits, now * 1000);
                }
                Step::Undo { who } => devices[who].undo(now * 1000),
                Step::Hand { from, to, how } => {
                    let receiver = devices[to].clone();
                    let file = hand_over(&mut devices[from], &receiver, how);
                    prop_assert_eq!(devices[to].receive(&file), []);
                }
            }
        }
        for device in &devices {
            let own = device.seals.latest(device.node());
            prop_assert!(own.is_none_or(|seal| seal.fits(&Held::of(&device.state))));
        }
    }
}

#[test]
fn a_seal_beyond_what_is_held_accuses_nobody() {
    let mut sender = Device::new(1);
    sender.set(1, P::Jobs, Value::Int(1), 10);
    sender.set(2, P::Jobs, Value::Int(2), 20);
    let part = sender.file(&Scope::Selection(vec![project(2)]));
    let mut receiver = Device::new(2);
    assert_eq!(receiver.receive(&part), []);
    assert_eq!(receiver.seals.latest(NodeId(1)).map(|seal| seal.count), Some(2), "kept for later");
    assert_eq!(receiver.receive(&sender.all()), []);
}

#[test]
fn what_only_a_newer_version_knows_is_hashed_alike() {
    let (one, two) = (at(1, 1), at(2, 1));
    let follow_up = RecordId::new(Kind::FollowUp, 5);
    let knowing = state_of([
        change(1, Value::Int(200), one, &[]),
        change(1, Value::Int(300), two, &[one]),
        Change {
            record: follow_up,
            cell: W::Project.into(),
            value: Value::Ref(project(1)),
            stamp: two,
            over: [].into(),
        },
        Change {
            record: follow_up,
            cell: W::Content.into(),
            value: Value::text("a\"甲"),
            stamp: two,
            over: [].into(),
        },
    ]);
    // The same on a laptop that knows neither the field nor the kind.
    let mut keeping = State::default();
    let field = |state: &mut State, word: &str| state.names_mut().unknown_field(word).expect("room");
    let jobs = field(&mut keeping, "jobs");
    let record = RecordId::foreign("follow_up", &follow_up.to_string());
    let (of, content) = (field(&mut keeping, "project"), field(&mut keeping, "content"));
    let kept = |json: &str| Value::Unknown(Rc::from(json));
    for (record, field, value, stamp, over) in [
        (project(1), jobs, kept("200"), one, vec![]),
        (project(1), jobs, kept("300"), two, vec![one]),
        (record, of, kept(&format!("\"{}\"", project(1))), two, vec![]),
        (record, content, kept(r#""a\"\u7532""#), two, vec![]),
        (record, Field::FOREIGN_KIND, Value::text("follow_up"), Stamp::ZERO, vec![]),
        (record, Field::FOREIGN_ID, Value::text(&follow_up.to_string()), Stamp::ZERO, vec![]),
    ] {
        keeping.apply(Change { record, cell: field.into(), value, stamp, over: over.into() });
    }
    let chain = |state: &State| Chain::over(&Held::of(state), NodeId(1));
    assert_eq!(chain(&knowing).count, 2);
    assert_eq!(chain(&keeping), chain(&knowing));
    assert_eq!(Chain::over(&Held::of(&keeping), NodeId(0)).count, 0, "what keeps a record is no command");
}

#[test]
fn a_newer_file_passes_through_with_its_seals() {
    let newer = include_bytes!("../../../../tests/data/bundles/v2-imagined.json");
    let mut second = Device::new(2);
    for change in parse(newer, T0).expect("a good file").into_changes(second.state.names_mut()).expect("room")
    {
        second.state.apply(change);
    }
    second.have.advance(at(0, 2));
    let mut third = Device::new(3);
    assert_eq!(third.receive(&second.all()), []);
    let chain = |device: &Device, node| Chain::over(&Held::of(&device.state), NodeId(node));
    assert_eq!((chain(&third, 1), chain(&third, 2)), (chain(&second, 1), chain(&second, 2)));
    assert!(chain(&third, 2).count > 0);
}

/// A browser profile is copied; both go on under one id until they meet, and then under new ones.
#[test]
fn a_copied_profile_is_no_accusation() {
    let mut first = Device::new(1);
    first.set(1, P::Jobs, Value::Int(1), 10);
    let mut reader = Device::new(5);
    assert_eq!(reader.receive(&first.all()), []);
    let mut copy = first.clone();
    for now in 1..4 {
        first.set(now, P::Jobs, Value::Int(2), now * 100);
        copy.set(now, P::Remark, Value::text("副本"), now * 100 + 50);
    }
    let (from_first, from_copy) = (first.all(), copy.all());
    // Each meets changes of its own that it never made, and goes on under another id with the same key.
    first.receive(&from_copy);
    first.renew(11, 1000);
    copy.receive(&from_first);
    copy.renew(12, 1000);
    first.set(7, P::Jobs, Value::Int(7), 2000);
    copy.set(8, P::Jobs, Value::Int(8), 2000);
    let (after_first, after_copy) = (first.all(), copy.all());
    assert_eq!((first.receive(&after_copy), copy.receive(&after_first)), (vec![], vec![]));

    // Whoever gets all of it is told that there are two histories, and accuses nobody.
    for file in [&after_first, &from_first, &from_copy, &after_copy] {
        let found = reader.receive(file);
        assert!(found.iter().all(|finding| !finding.accuses()), "{found:?}");
        assert_eq!(sender(&read(file).header, &reader.seals), Signed::New(first.key.public()));
    }
    let found = findings(&Held::of(&reader.state), &reader.have, &reader.seals, &[]);
    let [Finding { node: NodeId(1), what: What::Divided { after, .. } }] = found[..] else {
        panic!("{found:?}")
    };
    assert_eq!(after, Some(at(10, 1)), "until then they were one");
    reader.seals.settle(NodeId(1));
    assert_eq!(findings(&Held::of(&reader.state), &reader.have, &reader.seals, &[]), []);
    assert_eq!(reader.receive(&after_first), [], "nor is it told again");

    // The new ids are as well known as the old one.
    reader.seals.trust(NodeId(1), first.key.public());
    assert_eq!(sender(&read(&after_copy).header, &reader.seals), Signed::Known);
}

/// A device that cannot go on as it was notices before it seals anything that would accuse it.
#[test]
fn a_device_at_odds_with_itself_goes_on_under_another_id() {
    let mut device = Device::new(1);
    let mut reader = Device::new(2);
    device.set(1, P::Jobs, Value::Int(1), 100);
    let earlier = device.clone();
    device.set(2, P::Jobs, Value::Int(2), 200);
    let file = device.all();
    assert_eq!(reader.receive(&file), []);
    let seal = |device: &mut Device| device.seals.seal(&device.key, &Held::of(&device.state), NodeId(1));
    assert_eq!(seal(&mut device), Ok(device.seals.latest(NodeId(1)).copied()), "nothing new");

    // Another tab wrote with a clock that was behind, and was not heard of in time.
    let mut late = device.clone();
    late.state.apply(change(3, Value::Int(3), at(150, 1), &[]));
    assert_eq!(seal(&mut late), Err(AtOdds));
    late.renew(11, 300);
    late.have.advance(at(200, 1));
    let found = reader.receive(&late.all());
    assert!(found.iter().all(|finding| !finding.accuses()), "{found:?}");

    // The browser was set back; a colleague's file of some other records brings its own later seal.
    let mut back = earlier;
    assert!(back.receive(&reader.file(&Scope::Selection(vec![project(9)]))).is_empty());
    back.set(4, P::Jobs, Value::Int(4), 400);
    assert_eq!(seal(&mut back), Err(AtOdds));

    // Its key was lost.
    device.key = key(9);
    assert_eq!(seal(&mut device), Err(AtOdds));
    assert_eq!(device.seals.seal(&device.key, &Held::of(&device.state), NodeId(21)), Ok(None));
}

#[test]
fn a_history_from_before_there_were_seals_is_sealed_from_now_on() {
    let mut sender = Device::new(1);
    sender.set(1, P::Jobs, Value::Int(1), 10);
    let mut receiver = Device::new(2);
    assert_eq!(receiver.receive(&sender.unsigned(&Scope::All)), []);
    sender.set(1, P::Jobs, Value::Int(2), 20);
    assert_eq!(receiver.receive(&sender.all()), []);
    // A file of before arrives late.
    sender.set(1, P::Jobs, Value::Int(3), 30);
    let late = sender.unsigned(&Scope::All);
    sender.set(1, P::Jobs, Value::Int(4), 40);
    assert_eq!(receiver.receive(&sender.all()), []);
    assert_eq!(receiver.receive(&late), []);
}
