//! What goes between devices without hands: heads and files of a shared place, encrypted files, codes.

use crate::chance::Chance;
use std::io::Write;
use zhaoshang::exchange::encrypted::{Seed, decrypt, encrypt};
use zhaoshang::exchange::json;
use zhaoshang::exchange::qr::{Assembly, Seen, frames};
use zhaoshang::exchange::share::{FileEntry, Head, Memory, Span, pack, unpack};
use zhaoshang::ledger::{NodeId, Stamp, VersionVector};

/// Heads of devices, and what a device remembers of the place.
pub fn heads() -> Vec<Vec<u8>> {
    let vector = |millis| {
        VersionVector::from_iter([Stamp::new(millis, 3, NodeId(7)), Stamp::new(millis, 0, NodeId(9))])
    };
    let span = Span { since: vector(1_700_000_000_005), have: vector(1_700_000_000_900) };
    let files = vec![
        FileEntry { number: 3, bytes: 120, crc: 77, span },
        FileEntry { number: 4, bytes: 1, ..FileEntry::default() },
    ];
    let head =
        Head { node: NodeId(7), name: "试验员甲".into(), unit: "城关镇".into(), seen: 8, files };
    let memory = br#"{"written":[1,2],"last_number":7,"loose":[["0000000000007",3]],"to_pass_on":["p-00000000000001"],"passes_on_anew":true}"#;
    vec![head.write(), memory.to_vec()]
}

/// Reads a head, and the same bytes as what a device remembers.
pub fn read_head(bytes: &[u8]) -> bool {
    let _ = Memory::read(&String::from_utf8_lossy(bytes)).write();
    let Some(head) = Head::read(NodeId(7), bytes) else { return false };
    assert_eq!(
        Head::read(NodeId(7), &head.write()),
        Some(head),
        "what was read is written so that it reads the same"
    );
    true
}

/// Files of a shared place, compressed: damaged as they lie, or before they are compressed.
pub fn packed(seeds: &[Vec<u8>], chance: &mut Chance) -> Vec<u8> {
    let mut text = seeds[chance.below(seeds.len())].clone();
    let is_inside = chance.below(2) == 0;
    if is_inside {
        chance.damage(&mut text);
    }
    let mut packed = pack(&String::from_utf8_lossy(&text));
    if !is_inside {
        chance.damage(&mut packed);
    }
    packed
}

/// Unpacks a file of a shared place and reads it.
pub fn read_file(bytes: &[u8]) -> bool {
    unpack(bytes).is_some_and(|text| json::parse(&text, 2_000_000_000_000).is_ok())
}

const PASSPHRASE: &str = "口令 one";
/// The binary logarithm of the cost of a guess: as little as will do.
const CHEAP: u8 = 2;

fn plains() -> [Vec<u8>; 3] {
    [Vec::new(), b"zhaoshang".to_vec(), (0..(64 << 10) + 5).map(|at: usize| (at % 251) as u8).collect()]
}

/// Encrypted files: ours of three lengths, and one of the crate `age`, plain and armored.
pub fn encrypted() -> Vec<Vec<u8>> {
    let seed = Seed { key: [1; 16], salt: [2; 16], nonce: [3; 16] };
    let mut all: Vec<Vec<u8>> =
        plains().iter().map(|plain| encrypt(plain, PASSPHRASE, &seed, CHEAP)).collect();
    let mut recipient = age::scrypt::Recipient::new(age::secrecy::SecretString::from(PASSPHRASE.to_owned()));
    recipient.set_work_factor(CHEAP);
    let recipients = std::iter::once(&recipient as &dyn age::Recipient);
    let mut theirs = Vec::new();
    let encryptor = age::Encryptor::with_recipients(recipients).expect("a passphrase");
    let mut writer = encryptor.wrap_output(&mut theirs).expect("in memory");
    writer.write_all(&plains()[1]).expect("in memory");
    writer.finish().expect("in memory");
    all.push(armored(&theirs));
    all.push(theirs);
    all
}

fn armored(bytes: &[u8]) -> Vec<u8> {
    use base64ct::{Base64, Encoding};
    let text = Base64::encode_string(bytes);
    let lines: Vec<&str> =
        text.as_bytes().chunks(64).filter_map(|line| std::str::from_utf8(line).ok()).collect();
    let (begin, end) = ("-----BEGIN AGE ENCRYPTED FILE-----", "-----END AGE ENCRYPTED FILE-----");
    format!("{begin}\n{}\n{end}\n", lines.join("\n")).into_bytes()
}

/// An encrypted file, damaged, mostly in its head; a guess stays cheap.
pub fn damaged(seeds: &[Vec<u8>], chance: &mut Chance) -> Vec<u8> {
    let mut bytes = seeds[chance.below(seeds.len())].clone();
    let head = bytes.len().min(220);
    if chance.below(3) > 0 {
        let rest = bytes.split_off(head);
        chance.damage(&mut bytes);
        bytes.extend(rest);
    } else {
        chance.damage(&mut bytes);
    }
    cheap(bytes)
}

/// Takes a digit from a cost that became dear: that a dear one is refused, or paid, has tests of its own.
fn cheap(mut bytes: Vec<u8>) -> Vec<u8> {
    let end = bytes.iter().enumerate().filter(|(_, b)| **b == b'\n').map(|(at, _)| at).nth(1);
    if let Some(end) = end
        && let Some(from) = bytes[..end].iter().rposition(|b| *b == b' ')
        && let Some(10..) =
            std::str::from_utf8(&bytes[from + 1..end]).ok().and_then(|cost| cost.parse::<u8>().ok())
    {
        bytes.remove(from + 1);
    }
    bytes
}

/// Decrypts: what is handed out is what was encrypted, whole.
pub fn read_encrypted(bytes: &[u8]) -> bool {
    let Ok(plain) = decrypt(bytes, PASSPHRASE) else { return false };
    assert!(plains().contains(&plain), "nothing of an altered file is handed out");
    true
}

/// Files that codes carry.
pub fn carried() -> Vec<Vec<u8>> {
    vec![
        vec![7; 30],
        (0..900u32).map(|at| at as u8).collect(),
        (0..9000u32).map(|at| (at / 3) as u8).collect(),
    ]
}

/// Frames in some order, some twice, some damaged, one after another with their lengths.
pub fn codes(seeds: &[Vec<u8>], chance: &mut Chance) -> Vec<u8> {
    let all: Vec<Vec<u8>> = seeds.iter().filter_map(|file| frames(file)).flatten().collect();
    let one = frames(&seeds[chance.below(seeds.len())]).expect("few");
    let is_mixed = chance.below(4) == 0;
    let among = if is_mixed { &all } else { &one };
    let from = chance.below(among.len());
    let mut out = Vec::new();
    for at in 0..among.len() + chance.below(8) {
        let mut code = among[(from + at) % among.len()].clone();
        if chance.below(12) == 0 {
            chance.damage(&mut code);
        }
        code.truncate(usize::from(u16::MAX));
        out.extend((code.len() as u16).to_be_bytes());
        out.extend(code);
    }
    out
}

/// Sees one code after another. Whether a file came of it.
pub fn read_codes(bytes: &[u8]) -> bool {
    let (mut assembly, mut rest, mut is_whole) = (Assembly::default(), bytes, false);
    while let Some((length, after)) = rest.split_first_chunk::<2>() {
        let (code, after) = after.split_at(usize::from(u16::from_be_bytes(*length)).min(after.len()));
        is_whole |= matches!(assembly.see(code), Seen::Whole(_));
        rest = after;
    }
    is_whole
}
