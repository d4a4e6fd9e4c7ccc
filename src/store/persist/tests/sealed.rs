//! Encrypted at rest: everything comes back with the key, and nothing is to be read without.

use super::super::sealed::{convert, open_value, seal_value};
use super::*;
use proptest::prelude::*;

/// Cheap, so that it takes no time.
const CHEAP: u8 = 4;

fn random(bytes: &mut [u8]) -> bool {
    use std::cell::Cell;
    thread_local!(static NEXT: Cell<u64> = const { Cell::new(1) });
    for byte in bytes {
        NEXT.set(NEXT.get().wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407));
        *byte = (NEXT.get() >> 56) as u8;
    }
    true
}

fn vault() -> Rc<Vault> {
    Rc::new(Vault::new("口令口令口令", CHEAP, random).expect("random"))
}

fn sealed(storage: &MemoryStorage, vault: &Rc<Vault>) -> Sealed {
    Sealed::new(Rc::new(storage.clone()), REAL, vault.clone())
}

/// Every stored text, for a look at what lies on the disk.
fn texts(storage: &MemoryStorage) -> Vec<(String, String)> {
    let keys = storage.keys().expect("readable");
    keys.into_iter().map(|key| (key.clone(), storage.get(&key).expect("readable").expect("there"))).collect()
}

#[test]
fn what_is_written_under_a_key_comes_back_with_it_and_not_without() {
    let (storage, vault) = (MemoryStorage::default(), vault());
    let mut tab = Tab::open(&sealed(&storage, &vault), 1);
    edit(&mut tab, 40).expect("room");
    tab.compact().expect("room");
    edit(&mut tab, 3).expect("room");
    same(&open(&sealed(&storage, &vault), 2).state, &tab.state, "with the key");

    // Without it, or under another, there is no record, and nothing is claimed or thrown away.
    let other = Rc::new(Vault::new("another one", CHEAP, random).expect("random"));
    let before = texts(&storage);
    for loaded in [open(&storage, 3), open(&sealed(&storage, &other), 4)] {
        assert_eq!(loaded.state.count(Kind::Project), 0);
        assert!(!loaded.problems.is_empty());
    }
    assert_eq!(texts(&storage), before);
    // What lies there is not the plain values in other words: it does not even deflate.
    let raw: Vec<u8> = before.iter().flat_map(|(_, text)| pack15::unpack(text).unwrap_or_default()).collect();
    assert!(miniz_oxide::deflate::compress_to_vec(&raw, 9).len() * 100 > raw.len() * 95);
}

#[test]
fn a_pipeline_goes_under_a_key_and_comes_out_again_value_by_value() {
    let (storage, vault) = (MemoryStorage::default(), vault());
    let mut tab = Tab::open(&storage, 1);
    edit(&mut tab, 40).expect("room");
    tab.compact().expect("room");
    edit(&mut tab, 3).expect("room");
    let plain = texts(&storage);
    let seal = |key: &str, text: &str| seal_value(&*vault, key, text);
    assert_eq!(convert(&storage, REAL, seal), Ok(0));
    let all_sealed = texts(&storage);
    assert!(all_sealed.iter().zip(&plain).all(|(now, before)| now.1 != before.1));
    assert_eq!(convert(&storage, REAL, seal), Ok(0), "a second time changes nothing");
    assert_eq!(texts(&storage), all_sealed);
    same(&open(&sealed(&storage, &vault), 2).state, &tab.state, "sealed");
    // Half of it plain, as after a power cut in between.
    for (key, text) in plain.iter().step_by(2) {
        storage.set(key, text).expect("room");
    }
    same(&open(&sealed(&storage, &vault), 3).state, &tab.state, "half sealed");
    convert(&storage, REAL, seal).expect("readable");
    convert(&storage, REAL, |key, text| Some(open_value(&*vault, key, text.to_owned()))).expect("readable");
    assert_eq!(texts(&storage), plain);
}

#[test]
fn what_cannot_be_sealed_stays_and_is_counted() {
    let storage = MemoryStorage::default();
    let mut tab = Tab::open(&storage, 1);
    edit(&mut tab, 4).expect("room");
    let before = texts(&storage);
    assert_eq!(convert(&storage, REAL, |_, _| None), Ok(4));
    assert_eq!(texts(&storage), before);
}

proptest! {
    /// Whatever is altered, it is noticed, set aside as it was, and the rest is there.
    #[test]
    fn an_altered_value_is_a_damaged_one(which: prop::sample::Index, at: prop::sample::Index, by in 1u32..0x7fff) {
        let (storage, vault) = (MemoryStorage::default(), vault());
        let mut tab = Tab::open(&sealed(&storage, &vault), 1);
        edit(&mut tab, 6).expect("room");
        let stored = texts(&storage);
        let (key, text) = which.get(&stored);
        let mut units: Vec<char> = text.chars().collect();
        let at = at.index(units.len());
        let code = (units[at] as u32 - 0x1000) ^ by;
        units[at] = char::from_u32(0x1000 + code).expect("a unit");
        storage.set(key, &units.into_iter().collect::<String>()).expect("room");
        let loaded = open(&sealed(&storage, &vault), 2);
        prop_assert_eq!(loaded.problems.len(), 1);
        prop_assert_eq!(loaded.problems[0].why, Unreadable::Damaged);
        prop_assert_eq!(loaded.state.records(Kind::Project).count() >= 4, true);
    }
}
