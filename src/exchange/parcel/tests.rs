use super::*;
use crate::domain::Value;
use crate::domain::field::ProjectField as P;
use crate::exchange::json::{Fault, FileKind, parse};
use crate::exchange::redact::redact;
use crate::ledger::{Edit, NodeId, Stamp};
use crate::rules::attachments::{NewFile, attach, digest};
use proptest::prelude::*;

const PROJECT: RecordId = RecordId::new(Kind::Project, 1);
const NAMELESS: RecordId = RecordId::new(Kind::Project, 2);

fn id(key: u64) -> RecordId {
    RecordId::new(Kind::Attachment, key)
}

fn state() -> State {
    let mut state = State::default();
    let file = |name: &str, content: &[u8]| NewFile {
        name: name.to_owned(),
        digest: digest(content),
        size: content.len() as u64,
        on: None,
    };
    let commands = [
        vec![Edit::new(PROJECT, P::Name, Value::text("闽锂/正极"))],
        attach(id(1), PROJECT, &file("现场.jpg", b"one")),
        attach(id(2), PROJECT, &file("现场.JPG", b"two")),
        attach(id(3), PROJECT, &file("又是它.jpg", b"one")),
        attach(id(4), NAMELESS, &file("..", b"three")),
        attach(id(5), PROJECT, &file("不要了.pdf", b"four")),
        vec![Edit::delete(id(5))],
    ];
    for (edits, millis) in commands.into_iter().zip(1..) {
        for change in state.changes_for(edits, Stamp::new(millis, 0, NodeId(1))) {
            state.apply(change);
        }
    }
    state
}

fn written(text: &str, contents: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = ParcelWriter::new("招商簿.json", text);
    let mut bytes = Vec::new();
    for (path, content) in contents {
        bytes.extend(writer.before(path, content));
        bytes.extend(*content);
    }
    bytes.extend(writer.finish());
    bytes
}

#[test]
fn every_content_has_one_place_that_no_other_has() {
    let paths: Vec<String> =
        places(&state(), &[1, 2, 3, 4, 5].map(id), "附件").into_iter().map(|place| place.path).collect();
    let nameless = format!("附件/{NAMELESS}/_");
    assert_eq!(paths, ["附件/闽锂 正极/现场.jpg", "附件/闽锂 正极/现场 (2).JPG", &nameless]);
}

#[test]
fn no_attachment_leaves_with_a_copy_for_others() {
    let state = state();
    assert_eq!(redact(&state, &BTreeSet::new(), |_| true).state.records(Kind::Attachment).count(), 0);
}

#[test]
fn a_parcel_is_read_back_whatever_its_contents() {
    let bytes =
        written("{}", &[("附件/甲/现场.jpg", b"one"), ("附件/甲/另一个.json", b"{}"), ("附件/乙/空", b"")]);
    assert!(is_parcel(&bytes));
    let (text, parcel) = Parcel::open(bytes).expect("a parcel");
    assert_eq!(text, b"{}");
    assert_eq!((parcel.count(), parcel.size()), (3, 5));
    let contents: Vec<_> = (0..3).map(|at| parcel.content(at)).collect();
    assert_eq!(contents, [Some(b"one".to_vec()), Some(b"{}".to_vec()), Some(Vec::new())]);
    assert_eq!(parcel.content(3), None);
}

#[test]
fn one_packed_anew_by_hand_is_a_parcel_and_a_workbook_is_none() {
    let mut again = Writer::default();
    again.add("folder/附件/甲/现场.jpg", b"one");
    again.add("folder/招商簿.json", b"{}");
    let bytes = again.finish();
    assert!(is_parcel(&bytes));
    assert_eq!(
        Parcel::open(bytes).map(|(text, parcel)| (text, parcel.count())).ok(),
        Some((b"{}".to_vec(), 1))
    );
    let mut workbook = Writer::default();
    workbook.add("[Content_Types].xml", b"<Types/>");
    workbook.add("customXml/x.json", b"{}");
    let workbook = workbook.finish();
    assert!(!is_parcel(&workbook));
    let problems = parse(&workbook, 0).expect_err("no pipeline");
    assert_eq!(problems[0].fault, Fault::WrongFile(FileKind::Zip));
}

/// Contents of these sizes.
fn sized(sizes: &[u64]) -> Vec<Packed> {
    let packed = |&size| Packed { path: String::new(), digest: String::new(), size };
    sizes.iter().map(packed).collect()
}

#[test]
fn one_file_holds_contents_up_to_the_limit_and_not_a_byte_more() {
    let told = [
        (vec![], None),
        (vec![MAX_CONTENTS - 1], None),
        (vec![MAX_CONTENTS], None),
        (vec![MAX_CONTENTS - LARGEST, LARGEST], None),
        (vec![MAX_CONTENTS - LARGEST, LARGEST, 1], Some(Excess::Size)),
        (vec![MAX_CONTENTS + 1], Some(Excess::Size)),
        // What a record says of itself may be more than there are bytes in the world.
        (vec![u64::MAX, u64::MAX], Some(Excess::Size)),
    ];
    for (sizes, expected) in told {
        assert_eq!(excess(&sized(&sizes)), expected, "{sizes:?}");
    }
    assert_eq!(size(&sized(&[2, 3])), 5);
}

#[test]
fn one_file_holds_as_many_contents_as_can_be_read_back_and_not_one_more() {
    for (count, expected) in [(MAX_COUNT - 1, None), (MAX_COUNT, None), (MAX_COUNT + 1, Some(Excess::Count))]
    {
        assert_eq!(excess(&sized(&vec![0; count])), expected, "{count}");
        let paths: Vec<String> = (0..count).map(|at| format!("附件/甲/{at}")).collect();
        let contents: Vec<(&str, &[u8])> = paths.iter().map(|path| (path.as_str(), &b""[..])).collect();
        let read = Parcel::open(written("{}", &contents)).map(|(_, parcel)| parcel.count());
        assert_eq!(read, if expected.is_none() { Ok(count) } else { Err(Unreadable::TooLarge) });
    }
}

#[test]
fn one_that_ends_in_the_middle_is_known_for_what_it_is() {
    let bytes = written(&"{}".repeat(100), &[("附件/甲/现场.jpg", &[7; 1000])]);
    for end in [80, 200, bytes.len() - 1] {
        let cut = bytes[..end].to_vec();
        assert!(is_parcel(&cut), "{end}");
        assert_eq!(Parcel::open(cut).err(), Some(Unreadable::Cut), "{end}");
    }
}

#[test]
fn a_content_that_unpacks_beyond_the_limit_is_not_unpacked() {
    let mut writer = Writer::default();
    writer.add("a.json", b"{}");
    writer.add("附件/bomb", &vec![0; usize::try_from(LARGEST).expect("a small number") + 1]);
    let (_, parcel) = Parcel::open(writer.finish()).expect("a parcel");
    assert_eq!(parcel.content(0), None);
}

proptest! {
    #[test]
    fn nothing_panics(at in 0usize..400, bytes in prop::collection::vec(any::<u8>(), 1..8)) {
        let mut parcel = written("{}", &[("附件/甲/现场.jpg", b"one"), ("附件/乙/空", b"")]);
        let from = at.min(parcel.len() - 1);
        let to = (from + bytes.len()).min(parcel.len());
        parcel.splice(from..to, bytes);
        let _ = is_parcel(&parcel);
        if let Ok((_, parcel)) = Parcel::open(parcel) {
            (0..parcel.count()).for_each(|at| drop(parcel.content(at)));
        }
    }
}
