use super::*;
use age::secrecy::SecretString;
use proptest::prelude::*;
use std::io::{Read, Write};

/// Cheap, so that many guesses can be tested.
const CHEAP: u8 = 4;
const SEED: Seed = Seed { key: [1; 16], salt: [2; 16], nonce: [3; 16] };

/// What the crate `age` makes of a file.
fn by_age(bytes: &[u8], passphrase: &str) -> Option<Vec<u8>> {
    let identity = age::scrypt::Identity::new(SecretString::from(passphrase.to_owned()));
    let decryptor = age::Decryptor::new(bytes).ok()?;
    let mut reader = decryptor.decrypt(std::iter::once(&identity as &dyn age::Identity)).ok()?;
    let mut out = Vec::new();
    reader.read_to_end(&mut out).ok()?;
    Some(out)
}

/// A file of the crate `age`.
fn from_age(plain: &[u8], passphrase: &str) -> Vec<u8> {
    let mut recipient = age::scrypt::Recipient::new(SecretString::from(passphrase.to_owned()));
    recipient.set_work_factor(CHEAP);
    let recipients = std::iter::once(&recipient as &dyn age::Recipient);
    let mut out = Vec::new();
    let mut writer = age::Encryptor::with_recipients(recipients)
        .and_then(|e| Ok(e.wrap_output(&mut out)?))
        .expect("begun");
    writer.write_all(plain).expect("in memory");
    writer.finish().expect("in memory");
    out
}

#[test]
fn age_opens_ours_and_we_open_its() {
    for length in [0, 1, 1000, PIECE - 1, PIECE, PIECE + 1, 3 * PIECE] {
        let plain: Vec<u8> = (0..length).map(|at| (at % 251) as u8).collect();
        let ours = encrypt(&plain, "口令 one", &SEED, CHEAP);
        assert!(is_encrypted(&ours));
        assert_eq!(by_age(&ours, "口令 one").as_deref(), Some(&plain[..]), "{length}");
        assert_eq!(decrypt(&ours, "口令 one").as_deref(), Ok(&plain[..]), "{length}");
        assert_eq!(decrypt(&from_age(&plain, "two"), "two").as_deref(), Ok(&plain[..]), "{length}");
    }
}

proptest! {
    #[test]
    fn a_file_is_the_same_in_however_many_pieces_it_is_written(
        pieces in prop::collection::vec(prop_oneof![0usize..10, PIECE - 2..PIECE + 3, 2 * PIECE..2 * PIECE + 2], 0..5),
    ) {
        let passkey = Passkey::new("first", [1; 16], &[2; 16], CHEAP);
        let plain: Vec<u8> = (0..pieces.iter().sum()).map(|at: usize| (at % 251) as u8).collect();
        let (mut writer, mut out) = passkey.begin(&[3; 16]);
        let mut rest = &plain[..];
        for length in pieces {
            let (now, later) = rest.split_at(length);
            out.extend(writer.write(now));
            rest = later;
        }
        out.extend(writer.finish());
        prop_assert!(passkey.open_file(&out).is_ok_and(|opened| opened == plain));
        prop_assert_eq!(out, passkey.encrypt(&plain, &[3; 16]));
    }
}

#[test]
fn one_key_encrypts_many_files_and_may_go_behind_another_passphrase() {
    let passkey = Passkey::new("first", [1; 16], &[2; 16], CHEAP);
    let (one, two) = (passkey.encrypt(b"one", &[3; 16]), passkey.encrypt(b"two", &[4; 16]));
    assert_eq!(
        (by_age(&one, "first"), by_age(&two, "first")),
        (Some(b"one".to_vec()), Some(b"two".to_vec()))
    );
    let opened = Passkey::open(passkey.header(), "first").expect("opens");
    assert_eq!(opened.derived(b"x"), passkey.derived(b"x"));
    assert_ne!(opened.derived(b"x"), passkey.derived(b"y"));
    assert_eq!(Passkey::open(passkey.header(), "second").err(), Some(Locked::Wrong));
    let moved = opened.behind("second", &[5; 16], CHEAP);
    assert_eq!(moved.derived(b"x"), passkey.derived(b"x"));
    assert!(Passkey::open(moved.header(), "second").is_ok());
    assert_eq!(Passkey::open(moved.header(), "first").err(), Some(Locked::Wrong));
}

#[test]
fn what_cannot_be_opened_is_said() {
    let sealed = encrypt(b"{}", "right", &SEED, CHEAP);
    assert_eq!(decrypt(&sealed, "wrong"), Err(Locked::Wrong));
    let text = String::from_utf8_lossy(&sealed).into_owned();
    let costly = [text.split_once(" 4\n").expect("a cost").0.as_bytes(), b" 30\n", &sealed[60..]].concat();
    assert_eq!(decrypt(&costly, "right"), Err(Locked::TooCostly));
    let for_a_key = b"age-encryption.org/v1\n-> X25519 abc\nabc\n--- abc\n";
    assert_eq!(decrypt(for_a_key, "right"), Err(Locked::ForAKey));
    assert!(!is_encrypted(b"{\"format\": \"zhaoshang\"}"));
    let armor = format!("{}\n{}\n{}\n", ARMOR.0, Base64::encode_string(&sealed), ARMOR.1);
    assert!(is_encrypted(armor.as_bytes()));
    assert_eq!(decrypt(armor.as_bytes(), "right").as_deref(), Ok(&b"{}"[..]));
}

#[test]
fn no_end_can_be_cut_off() {
    let plain = vec![7; 2 * PIECE];
    let sealed = encrypt(&plain, "right", &SEED, CHEAP);
    for cut in [1, TAG, PIECE + TAG, 2 * (PIECE + TAG), sealed.len() - 10] {
        assert!(decrypt(&sealed[..sealed.len() - cut], "right").is_err(), "{cut}");
    }
}

proptest! {
    #[test]
    fn any_altered_byte_is_noticed(plain in prop::collection::vec(any::<u8>(), 0..200), at: usize, by in 1u8..) {
        let mut sealed = encrypt(&plain, "right", &SEED, CHEAP);
        let at = at % sealed.len();
        sealed[at] ^= by;
        // An altered cost may be another spelling of a cost that is too dear to try.
        if head(&sealed).is_ok_and(|(head, _)| head.cost > 10) {
            return Ok(());
        }
        prop_assert!(decrypt(&sealed, "right").is_err());
    }

    #[test]
    fn no_bytes_panic(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        let framed = [VERSION.as_bytes(), b"\n-> scrypt ", &bytes].concat();
        for bytes in [&bytes, &framed] {
            if head(bytes).is_ok_and(|(head, _)| head.cost > 10) {
                continue;
            }
            prop_assert!(decrypt(bytes, "right").is_err());
        }
    }
}
