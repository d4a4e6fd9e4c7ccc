use super::*;

/// Cheap, so that it takes no time.
const CHEAP: u8 = 4;

/// Not random at all.
fn counting(bytes: &mut [u8]) -> bool {
    use std::cell::Cell;
    thread_local!(static NEXT: Cell<u8> = const { Cell::new(0) });
    for byte in bytes {
        NEXT.set(NEXT.get().wrapping_add(1));
        *byte = NEXT.get();
    }
    true
}

#[test]
fn a_value_opens_in_its_own_place_and_unaltered_alone() {
    let vault = Vault::new("right", CHEAP, counting).expect("random");
    let sealed = vault.seal("zs.real.j.1", b"records").expect("random");
    assert_ne!(vault.seal("zs.real.j.1", b"records"), Some(sealed.clone()), "never the same twice");
    assert_eq!(vault.open("zs.real.j.1", &sealed).as_deref(), Some(&b"records"[..]));
    assert_eq!(vault.open("zs.real.j.2", &sealed), None);
    for at in 0..sealed.len() {
        let mut altered = sealed.clone();
        altered[at] ^= 1;
        assert_eq!(vault.open("zs.real.j.1", &altered), None, "{at}");
    }
    let Ok(again) = Vault::open(vault.lock(), "right", counting) else { panic!("opens") };
    assert_eq!(again.open("zs.real.j.1", &sealed).as_deref(), Some(&b"records"[..]));
    assert_eq!(Vault::open(vault.lock(), "wrong", counting).err(), Some(Locked::Wrong));
}

#[test]
fn another_passphrase_opens_the_same_records_and_files_are_files_of_age() {
    let vault = Vault::new("first", CHEAP, counting).expect("random");
    let sealed = vault.seal("k", b"records").expect("random");
    let moved = vault.behind("second", CHEAP).expect("random");
    assert_eq!(moved.open("k", &sealed).as_deref(), Some(&b"records"[..]));
    assert!(Vault::open(moved.lock(), "first", counting).is_err());
    let file = moved.file(b"{}").expect("random");
    assert_eq!(crate::exchange::encrypted::decrypt(&file, "second").as_deref(), Ok(&b"{}"[..]));
}

#[test]
fn without_randomness_nothing_is_sealed() {
    assert!(Vault::new("right", CHEAP, |_| false).is_none());
}

#[test]
fn wrong_passphrases_slow_down_and_it_is_remembered() {
    let mut tries = Tries::default();
    let mut waits = Vec::new();
    for _ in 0..6 {
        tries = Tries::read(&tries.and_one(1_000_000).write());
        waits.push(tries.wait(1_000_000));
    }
    assert_eq!(waits, [0, 0, 2, 4, 8, 16]);
    assert_eq!(tries.wait(1_010_000), 6);
    assert_eq!(tries.wait(1_016_000), 0);
    assert_eq!(tries.wait(0), 16, "a clock put back");
    assert_eq!(Tries { wrong: u32::MAX, last: 0 }.wait(0), LONGEST_WAIT);
    assert_eq!(Tries::read("nonsense"), Tries::default());
}
