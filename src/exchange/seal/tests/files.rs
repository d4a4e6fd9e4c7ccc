//! The signature under a file, and what a reader is told of the sender.

use super::*;
use crate::exchange::json::canonical;
use crate::exchange::redact::Withheld;
use proptest::prelude::*;

fn device() -> Device {
    let mut device = Device::new(1);
    device.set(1, P::Name, Value::text("景澄\"锂能\""), 10);
    device.set(1, P::Jobs, Value::Int(5), 20);
    device
}

fn signature(file: &str) -> FileSignature {
    read(file).header.signature
}

#[test]
fn a_signed_file_looks_like_this() {
    let file = device().all();
    let end = &file[file.find(",\n\"seals\"").expect("seals")..];
    let mut lines = end.lines().map(|line| line.split_at(line.len().min(12)).0);
    assert_eq!(
        lines.by_ref().collect::<Vec<_>>(),
        [",", "\"seals\": [", "{\"until\": \"2", " \"key\": \"ioj", "\"check\": \"e9", "\"signature\":", "}"]
    );
    let bundle = read(&file);
    assert!(bundle.kept.is_empty(), "{:?}", bundle.kept);
    assert_eq!(bundle.header.signature, FileSignature::Whole(key(1).public()));
    let [seal] = bundle.header.seals[..] else { panic!("{:?}", bundle.header.seals) };
    assert!(seal.is_genuine() && (seal.count, seal.until, seal.key) == (2, at(20, 1), key(1).public()));
}

#[test]
fn what_mail_and_editors_do_by_themselves_breaks_nothing() {
    let file = device().all();
    let whole = FileSignature::Whole(key(1).public());
    assert_eq!(signature(&file.replace('\n', "\r\n")), whole);
    assert_eq!(signature(&format!("\u{feff}{file}\r\n\r\n")), whole);
    assert_eq!(signature(file.trim_end()), whole);
}

#[test]
fn a_file_written_anew_by_another_program_is_said_to_be() {
    let file = device().all();
    let json: serde_json::Value = serde_json::from_str(&file).expect("JSON");
    for anew in [json.to_string(), serde_json::to_string_pretty(&json).expect("JSON")] {
        assert_eq!(signature(&anew), FileSignature::Broken);
        assert_eq!(canonical(&state_of_file(&anew)), canonical(&state_of_file(&file)), "it can be merged");
    }
    let moved = file.replacen("\"format\"", "\"extra\": 1,\n\"format\"", 1);
    assert_eq!(signature(&moved), FileSignature::Broken);
    let last = file.replacen("\n}\n", ",\n\"extra\": 1}\n", 1);
    assert_eq!(signature(&last), FileSignature::Broken, "nothing may follow");
}

fn state_of_file(file: &str) -> State {
    let mut state = State::default();
    for change in read(file).into_changes(state.names_mut()).expect("room") {
        state.apply(change);
    }
    state
}

#[test]
fn a_signature_of_another_kind_is_none_of_ours() {
    let file = device().unsigned(&Scope::All);
    assert_eq!(signature(&file), FileSignature::None);
    for strange in ["\"later\"", "{}", "{\"key\": \"\", \"signature\": \"\"}", "null", "[1]"] {
        let signed = file.replacen("\n}\n", &format!(",\n\"signature\": {strange}\n}}\n"), 1);
        assert_eq!(signature(&signed), FileSignature::Broken, "{strange}");
    }
    for strange in ["\"later\"", "{}", "[{}]", "[{\"until\": \"2026-09-21T13:56:40.004Z a9\"}]", "null"] {
        let sealed = file.replacen(",\n\"check\"", &format!(",\n\"seals\": {strange},\n\"check\""), 1);
        assert_eq!(read(&sealed).header.seals, [], "{strange}");
    }
}

#[test]
fn a_redacted_copy_is_signed_and_seals_nothing() {
    let file = device().redacted(Withheld::Amounts);
    assert!(!file.contains("\"seals\""), "{file}");
    assert_eq!(signature(&file), FileSignature::Whole(key(1).public()));
}

#[test]
fn a_sender_is_known_once_a_person_says_so() {
    let mut first = device();
    let header = read(&first.all()).header;
    let mut seen = Seals::default();
    let public = first.key.public();
    assert_eq!(sender(&header, &seen), Signed::New(public));
    seen.note(&header, &[]);
    assert_eq!(sender(&header, &seen), Signed::New(public), "to have seen it is not to trust it");
    seen.trust(NodeId(1), public);
    assert_eq!(sender(&header, &seen), Signed::Known);
    assert_eq!(seen.seals(NodeId(1)).len(), 1, "its seals are kept");

    assert_eq!(sender(&read(&first.unsigned(&Scope::All)).header, &seen), Signed::Unsigned);
    let broken = first.all().replacen("景澄", "景澄 ", 1).replacen("\"check\"", "\"was\"", 1);
    assert_eq!(sender(&read(&broken).header, &seen), Signed::Broken);

    // Somebody else says to be that device.
    first.key = key(9);
    let header = read(&first.all()).header;
    let changed = Signed::Changed { was: public, now: key(9).public() };
    assert_eq!(sender(&header, &seen), changed);
    seen.note(&header, &[]);
    assert_eq!(sender(&header, &seen), changed, "it does not become known by coming often");
    seen.trust(NodeId(1), key(9).public());
    assert_eq!(sender(&header, &seen), Signed::Known);
    assert_eq!(seen.seals(NodeId(1)), []);
}

#[test]
fn seals_go_along_with_what_they_speak_of() {
    let (mut first, mut second) = (device(), Device::new(2));
    second.receive(&first.all());
    second.set(2, P::Jobs, Value::Int(1), 30);
    let nodes = |file: &str| read(file).header.seals.iter().map(|seal| seal.node().0).collect::<Vec<_>>();
    assert_eq!(nodes(&second.all()), [1, 2]);
    // A file that claims something of its maker alone.
    let (own, held) = (second.seal(), Held::of(&second.state));
    let signer = second.seals.signer(&second.key, own);
    let claim = [second.have.of(NodeId(2))].into_iter().collect();
    let from = Sender { node: NodeId(2), ..Sender::default() };
    let file = export_signed(&second.state, &claim, &Scope::All, (&from, T0), Some(&signer));
    assert_eq!(nodes(&file), [2]);
    assert!(own.is_some_and(|own| own.fits(&held)));
}

proptest! {
    /// Whatever is altered: the file is refused, or its signature does not fit, or is gone.
    #[test]
    fn no_alteration_passes(at in any::<prop::sample::Index>(), len in 0usize..3, with in "[ -~甲]{0,2}") {
        let file = device().all();
        let mut chars: Vec<char> = file.trim_end().chars().collect();
        let from = at.index(chars.len());
        chars.splice(from..(from + len).min(chars.len()), with.chars());
        let altered: String = chars.into_iter().collect();
        if altered != file.trim_end() && let Ok(bundle) = parse(altered.as_bytes(), T0 + 1_000_000) {
            // White space around the signature itself says nothing.
            let covered = file.rsplit_once(",\n\"signature\"").map_or("", |(covered, _)| covered);
            let same = altered.starts_with(covered);
            let signature = bundle.header.signature;
            prop_assert!(same || !matches!(signature, FileSignature::Whole(_)), "{}", altered);
        }
    }
}
