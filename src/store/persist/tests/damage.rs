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
    loaded.journal.quarantine(name).expect("readable");
    assert_eq!(storage.get(&key), Ok(None));
    assert_eq!(storage.get(&name.quarantine_key(REAL)), Ok(Some(raw)));
    assert_eq!(open(&storage, 3).problems, []);
    assert!(loaded.journal.usage().expect("readable").quarantine > 0);
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
    let there: BTreeSet<Name> = loaded.journal.held.keys().chain(&loaded.away).copied().collect();
    let problems = loaded.journal.rescue(texts, &there, &loaded.away, &mut loaded.state);
    assert_eq!(problems, []);
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
    let there = names.iter().copied().collect();
    let mut news = News::new(loaded.state.names_mut());
    assert_eq!(loaded.journal.rescue(texts, &there, &BTreeSet::new(), &mut news), []);
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
