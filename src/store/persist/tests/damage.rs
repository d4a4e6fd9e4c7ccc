//! Damaged values, a full storage, and the second place.

use super::*;

#[test]
fn every_cut_of_the_last_segment_is_said_and_the_rest_is_read() {
    let storage = MemoryStorage::default();
    let mut tab = Tab::open(&storage, 1);
    edit(&mut tab, 4).expect("written");
    let expected = everything(&tab.state);
    let before = storage.keys().expect("keys");
    tab.set(9_000, 9, "最后一条").expect("written");
    let key = storage.keys().expect("keys").into_iter().find(|key| !before.contains(key)).expect("a new key");
    let text: Vec<char> = storage.get(&key).expect("readable").expect("there").chars().collect();
    for keep in 0..text.len() {
        storage.set(&key, &text[..keep].iter().collect::<String>()).expect("written");
        let loaded = open(&storage, 2);
        assert_eq!(everything(&loaded.state), expected, "{keep} units kept");
        assert_eq!(loaded.problems.len(), 1);
        assert_eq!(loaded.problems[0].why, Unreadable::Damaged);
        assert_eq!(loaded.have, VersionVector::default(), "nothing may be claimed");
    }
}

#[test]
fn a_damaged_value_is_set_aside_and_never_deleted() {
    let storage = MemoryStorage::default();
    let mut tab = Tab::open(&storage, 1);
    edit(&mut tab, 2).expect("written");
    let name = *tab.journal.held.keys().next().expect("a value");
    let key = name.key(REAL);
    let mut raw = storage.get(&key).expect("readable").expect("there");
    raw.push('x');
    storage.set(&key, &raw).expect("written");
    let mut loaded = open(&storage, 2);
    assert_eq!(loaded.problems, [Problem { name, why: Unreadable::Damaged }]);
    assert_eq!(loaded.journal.set_problems_aside(&loaded.problems, None), Ok(1));
    assert_eq!(storage.get(&key), Ok(None));
    assert_eq!(storage.get(&name.quarantine_key(REAL)), Ok(Some(raw)));
    assert!(loaded.journal.usage().expect("readable").quarantine > 0);
    let mut again = open(&storage, 3);
    assert_eq!(again.problems, []);
    assert_eq!(again.journal.set_aside(), Ok(vec![Problem { name, why: Unreadable::Damaged }]));
    assert_eq!(again.have, VersionVector::default(), "a gap is a gap at every start");
    again.journal.let_go().expect("let go");
    let after = open(&storage, 4);
    assert_eq!(after.journal.set_aside(), Ok(Vec::new()));
    assert_ne!(after.have, VersionVector::default());
}

#[test]
fn what_cannot_be_set_aside_for_want_of_room_stays_where_it_is() {
    let storage = FaultyStorage::default();
    let mut tab = Tab::open(&storage, 1);
    edit(&mut tab, 2).expect("written");
    let name = *tab.journal.held.keys().next().expect("a value");
    storage.set(&name.key(REAL), "毁").expect("written");
    let before = storage.keys();
    storage.limit(storage.units());
    let mut loaded = open(&storage, 2);
    assert_eq!(loaded.journal.set_problems_aside(&loaded.problems, None), Ok(0));
    assert_eq!(storage.keys(), before);
    assert_eq!(open(&storage, 3).problems, loaded.problems, "and is told at the next start");
}

/// A county in several parts of which the one in the middle is damaged, and what the others hold.
fn damaged_in_the_middle(storage: &FaultyStorage) -> (Name, usize) {
    let mut tab = Tab::open(storage, 1);
    tab.journal.append(&large_county(), &VersionVector::default(), &Names::default()).expect("written");
    let names: Vec<Name> = tab.journal.held.keys().copied().collect();
    assert!(names.len() >= 3);
    storage.set(&names[1].key(REAL), "毁").expect("written");
    (names[1], everything(&open(storage, 2).state).len())
}

#[test]
fn the_parts_beside_a_damaged_one_are_read_ever_after() {
    let storage = FaultyStorage::default();
    let (name, count) = damaged_in_the_middle(&storage);
    assert!(count > 0);
    let mut loaded = open(&storage, 3);
    assert_eq!(loaded.journal.set_problems_aside(&loaded.problems, Some(&BTreeMap::new())), Ok(1));
    for tab in 4..8 {
        let mut again = open(&storage, tab);
        assert_eq!(everything(&again.state).len(), count, "start {tab}");
        again.journal.tidy();
        again.journal.tidy();
        // Letting go of it loses nothing but that one.
        again.journal.let_go().expect("let go");
    }
    assert_eq!(storage.get(&name.quarantine_key(REAL)), Ok(Some(String::new())));
}

#[test]
fn a_value_damaged_here_is_made_whole_from_the_second_place() {
    let storage = FaultyStorage::default();
    storage.add_second_place();
    let mut tab = Tab::open(&storage, 1);
    edit(&mut tab, 3).expect("written");
    let name = *tab.journal.held.keys().next().expect("a value");
    let whole = storage.second_place(&name.key(REAL)).expect("mirrored");
    storage.set(&name.key(REAL), "毁").expect("written");
    let mut loaded = open(&storage, 2);
    assert_eq!((loaded.problems.len(), &loaded.have), (1, &VersionVector::default()));
    assert!(loaded.held_back.covers(Stamp::new(1_002, 0, NodeId(1))));
    let texts = BTreeMap::from([(name, whole.clone())]);
    let problems = loaded.journal.rescue(&texts, loaded.problems, &BTreeSet::new(), &mut loaded.state);
    assert_eq!(problems, Ok(Vec::new()));
    same(&loaded.state, &tab.state, "");
    assert_eq!(storage.value(&name.key(REAL)), whole);
    assert_eq!(open(&storage, 3).problems, []);
}

#[test]
fn what_is_damaged_in_both_places_is_set_aside_once() {
    let storage = MemoryStorage::default();
    edit(&mut Tab::open(&storage, 1), 3).expect("written");
    let name = Name { role: keys::Role::Chunk, tab: TabId::new(77), seq: 5 };
    let mut loaded = open(&storage, 2);
    // Found in the second place only, and unreadable.
    let texts = BTreeMap::from([(name, "毁".to_owned())]);
    let problems = loaded.journal.rescue(&texts, Vec::new(), &BTreeSet::new(), &mut loaded.state);
    let expected = vec![Problem { name, why: Unreadable::Damaged }];
    assert_eq!(problems.as_ref(), Ok(&expected));
    assert_eq!(loaded.journal.set_problems_aside(&expected, Some(&texts)), Ok(1));
    assert_eq!(open(&storage, 3).journal.set_aside(), Ok(expected));
}

#[test]
fn what_was_moved_out_and_is_gone_is_told_and_welcome_when_it_comes_back() {
    let storage = MemoryStorage::default();
    let mut tab = Tab::open(&storage, 1);
    edit(&mut tab, 3).expect("written");
    let name = *tab.journal.held.keys().next().expect("a value");
    let text = storage.get(&name.key(REAL)).expect("readable").expect("there");
    storage.remove(&name.key(REAL)).expect("removed");
    storage.set(&name.away_key(REAL), "").expect("written");

    let mut loaded = open(&storage, 2);
    assert_eq!(loaded.have, VersionVector::default(), "nothing is claimed before it has been read");
    let nothing = BTreeMap::new();
    let problems =
        loaded.journal.rescue(&nothing, Vec::new(), &loaded.away, &mut loaded.state).expect("readable");
    assert_eq!(problems, [Problem { name, why: Unreadable::Missing }]);
    assert_eq!(loaded.journal.set_problems_aside(&problems, None), Ok(0), "the place was not asked");
    assert_eq!(loaded.journal.set_problems_aside(&problems, Some(&nothing)), Ok(1));

    let mut again = open(&storage, 3);
    assert_eq!((again.journal.set_aside(), again.away.len()), (Ok(problems), 0));
    let texts = BTreeMap::from([(name, text)]);
    let left = again.journal.rescue(&texts, Vec::new(), &BTreeSet::new(), &mut again.state);
    assert_eq!(left, Ok(Vec::new()));
    same(&again.state, &tab.state, "");
    assert_eq!(open(&storage, 4).journal.set_aside(), Ok(Vec::new()));
}

#[test]
fn nothing_is_claimed_under_a_node_id_that_was_given_up() {
    let storage = MemoryStorage::default();
    assert_eq!(node_id(&storage, REAL, 1), Ok(NodeId(1)));
    edit(&mut Tab::open(&storage, 1), 3).expect("written");
    let stamp = Stamp::new(1_000, 0, NodeId(1));
    assert!(open(&storage, 2).have.covers(stamp));
    renew_node_id(&storage, REAL, 2).expect("written");
    assert!(!open(&storage, 3).have.covers(stamp));
}

#[test]
fn data_of_a_newer_version_makes_it_read_only() {
    let storage = MemoryStorage::default();
    let mut tab = Tab::open(&storage, 1);
    edit(&mut tab, 2).expect("written");
    let name = *tab.journal.held.keys().next().expect("a value");
    let mut bytes =
        pack15::unpack(&storage.get(&name.key(REAL)).expect("readable").expect("there")).expect("packed");
    bytes[1] = frame::VERSION + 1;
    let crc = frame::checksum(&bytes).to_le_bytes();
    bytes[2..6].copy_from_slice(&crc);
    storage.set(&name.key(REAL), &pack15::pack(&bytes)).expect("written");
    let before = storage.keys();
    let mut loaded = open(&storage, 2);
    let newer = NewerVersion { found: frame::VERSION + 1 };
    assert_eq!(loaded.journal.read_only(), Some(newer));
    assert_eq!(everything(&loaded.state).len(), 1, "the rest is read");
    let result = loaded.journal.append(&small_county(), &VersionVector::default(), &Names::default());
    assert_eq!(result, Err(WriteError::ReadOnly));
    assert!(loaded.journal.compaction().is_none());
    let lost = Name { role: keys::Role::Segment, tab: TabId::new(77), seq: 5 };
    let texts = BTreeMap::from([(lost, storage.get(&name.key(REAL)).expect("readable").expect("there"))]);
    let left = loaded.journal.rescue(&texts, loaded.problems, &BTreeSet::new(), &mut loaded.state);
    assert_eq!(loaded.journal.set_problems_aside(&left.expect("readable"), Some(&texts)), Ok(0));
    loaded.journal.tidy();
    loaded.journal.tidy();
    assert_eq!(storage.keys(), before);
}

#[test]
fn when_storage_is_full_nothing_changes_unless_a_second_place_helps() {
    let county = small_county();
    let storage = FaultyStorage::default();
    let mut tab = Tab::open(&storage, 1);
    storage.limit(2_000);
    let result = tab.journal.append(&county, &VersionVector::default(), &Names::default());
    assert_eq!(result, Err(WriteError::Full));
    assert_eq!(storage.keys(), Ok(Vec::new()));

    let storage = FaultyStorage::default();
    storage.add_second_place();
    let mut tab = Tab::open(&storage, 1);
    let county = large_county();
    tab.journal.append(&county, &VersionVector::default(), &Names::default()).expect("written");
    tab.state = fold(&county);
    storage.limit(storage.units() + 100);
    edit(&mut tab, 30).expect("room was made");
    let usage = tab.journal.usage().expect("readable");
    assert!(usage.away > 0 && usage.total() == storage.units());

    let mut loaded = open(&storage, 2);
    assert!(!loaded.away.is_empty());
    assert!(everything(&loaded.state).len() < everything(&tab.state).len());
    let texts: BTreeMap<Name, String> = loaded
        .away
        .iter()
        .map(|name| (*name, storage.second_place(&name.key(REAL)).expect("it was moved there")))
        .collect();
    let problems = loaded.journal.rescue(&texts, Vec::new(), &loaded.away, &mut loaded.state);
    assert_eq!(problems, Ok(Vec::new()));
    same(&loaded.state, &tab.state, "");
    assert_eq!(loaded.journal.usage().expect("readable"), usage, "what was moved out stays out");
}

#[test]
fn a_value_lost_here_is_rescued_from_the_second_place() {
    let storage = FaultyStorage::default();
    storage.add_second_place();
    let mut tab = Tab::open(&storage, 1);
    edit(&mut tab, 3).expect("written");
    tab.journal.append(&large_county(), &VersionVector::default(), &Names::default()).expect("written");
    large_county().into_iter().for_each(|change| {
        tab.state.apply(change);
    });
    let names: Vec<Name> = tab.journal.held.keys().copied().collect();
    // The browser was killed: the last of the small values and the last part of the import are gone.
    for lost in [names[2], names[names.len() - 1]] {
        storage.remove(&lost.key(REAL)).expect("removed");
    }
    let mut loaded = open(&storage, 2);
    let mut found = Vec::new();
    let texts: BTreeMap<Name, String> = [names[2], names[names.len() - 1]]
        .map(|name| (name, storage.second_place(&name.key(REAL)).expect("mirrored")))
        .into();
    let mut news = News::new(loaded.state.names_mut());
    assert_eq!(loaded.journal.rescue(&texts, Vec::new(), &BTreeSet::new(), &mut news), Ok(Vec::new()));
    found.append(&mut news.batches);
    // With its last part back the import is whole.
    let mut news = News::new(loaded.state.names_mut());
    assert_eq!(loaded.journal.read_new(&mut news), Ok(Vec::new()));
    found.append(&mut news.batches);
    let changes: Vec<Change> = found.into_iter().flat_map(|batch| unknown(&loaded.state, batch)).collect();
    assert!(!changes.is_empty());
    changes.into_iter().for_each(|change| {
        loaded.state.apply(change);
    });
    same(&loaded.state, &tab.state, "");
    loaded.journal.tidy();
    same(&open(&storage, 3).state, &tab.state, "they are here again");
}
