//! 附件: photos, scans and other files of a project, or of a finding of an inspection.
//!
//! A record says what a file is and names its content by its SHA-256; the content lies beside the records, once
//! however often it is attached, and may be on one computer and not on another.

mod file_name;
mod format;

pub use file_name::safe;
pub use format::Format;

use crate::domain::field::AttachmentField as E;
use crate::domain::{Date, Kind, Milestone, RecordId, Value};
use crate::ledger::{Edit, State};
use sha2::{Digest as _, Sha256};
use std::collections::BTreeMap;

/// The largest content, in bytes: what provincial filing systems take at most (domain notes §3.1).
pub const LARGEST: u64 = 50_000_000;
/// Most attachments of one project: ten times what filing systems take.
pub const MOST: usize = 100;

/// The SHA-256 of a content in hexadecimal digits, as `sha256sum` writes it.
pub fn digest(content: &[u8]) -> String {
    Sha256::digest(content).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Whether a text is a digest: a file may say anything.
pub fn is_digest(text: &str) -> bool {
    text.len() == 64 && text.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'))
}

/// An attachment as its record has it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Attachment {
    /// 文件名.
    pub name: String,
    /// 材料类别, a word of the list.
    pub category: String,
    /// 佐证节点.
    pub milestone: Option<Milestone>,
    /// 形成日期.
    pub on: Option<Date>,
    /// 地点.
    pub place: String,
    /// 核实人.
    pub verifier: String,
    /// 备注.
    pub remark: String,
    /// What names the content; empty if the record names none.
    pub digest: String,
    /// Bytes of the content.
    pub size: u64,
}

/// Reads a record.
pub fn attachment(state: &State, id: RecordId) -> Attachment {
    let text = |field: E| state.get(id, field).as_text().unwrap_or_default().to_owned();
    Attachment {
        name: text(E::Name),
        category: text(E::Category),
        milestone: Milestone::from_word(&text(E::Milestone)),
        on: state.get(id, E::On).as_date(),
        place: text(E::Place),
        verifier: text(E::Verifier),
        remark: text(E::Remark),
        digest: Some(text(E::Digest)).filter(|digest| is_digest(digest)).unwrap_or_default(),
        size: state.get(id, E::Size).as_int().and_then(|size| size.try_into().ok()).unwrap_or(0),
    }
}

/// Those among attachments that are evidence of a milestone.
pub fn attached_to(state: &State, ids: &[RecordId], milestone: Milestone) -> Vec<Attachment> {
    let attachments = ids.iter().map(|&id| attachment(state, id));
    attachments.filter(|file| file.milestone == Some(milestone)).collect()
}

/// A file to be attached.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewFile {
    /// Its name.
    pub name: String,
    /// What names its content.
    pub digest: String,
    /// Its bytes.
    pub size: u64,
    /// The day it was last changed: for a photo the day it was taken.
    pub on: Option<Date>,
}

/// Why a file was not attached.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    /// There is nothing in it.
    Empty,
    /// It is larger than an attachment may be.
    TooLarge,
    /// The project has as many as it may.
    TooMany,
    /// It vanished, is in use, or is a folder.
    Unreadable,
    /// The browser has no room for it.
    NoRoom,
    /// The project has it already.
    Known,
}

/// The edits that attach a file to a project or to a finding of an inspection, as the record `id`.
pub fn attach(id: RecordId, to: RecordId, file: &NewFile) -> Vec<Edit> {
    let owner = if to.kind == Kind::Inspection { E::Inspection } else { E::Project };
    let cells = [
        (owner, Value::Ref(to)),
        (E::Name, Value::text(file.name.trim())),
        (E::On, file.on.map_or(Value::Empty, Value::Date)),
        (E::Digest, Value::text(&file.digest)),
        (E::Size, Value::Int(i64::try_from(file.size).unwrap_or(i64::MAX))),
    ];
    let filled = cells.into_iter().filter(|(_, value)| !value.is_empty());
    filled.map(|(field, value)| Edit::new(id, field, value)).collect()
}

/// The contents that live attachments name, with their sizes: what must be kept.
pub fn named(state: &State) -> BTreeMap<String, u64> {
    let attachments = state.live(Kind::Attachment).map(|(id, _)| attachment(state, id));
    attachments.filter(|found| !found.digest.is_empty()).map(|found| (found.digest, found.size)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ledger::{NodeId, Stamp};

    const PROJECT: RecordId = RecordId::new(Kind::Project, 1);
    const PHOTO: RecordId = RecordId::new(Kind::Attachment, 1);

    #[test]
    fn the_digest_is_the_one_that_sha256sum_writes() {
        let empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
        assert_eq!(digest(b""), empty);
        assert!(is_digest(empty));
        for bad in ["", "E3", &empty.to_uppercase(), &empty[1..]] {
            assert!(!is_digest(bad), "{bad}");
        }
    }

    #[test]
    fn what_is_attached_is_read_back_and_kept_until_it_is_deleted() {
        let mut state = State::default();
        let file = NewFile {
            name: " 现场.jpg ".to_owned(),
            digest: digest(b"photo"),
            size: 5,
            on: Date::parse_iso("2026-03-02"),
        };
        let mut apply = |millis, edits| {
            let changes = state.changes_for(edits, Stamp::new(millis, 0, NodeId(1)));
            for change in changes {
                state.apply(change);
            }
            (attachment(&state, PHOTO), named(&state))
        };
        let (read, kept) = apply(1, attach(PHOTO, PROJECT, &file));
        assert_eq!((&*read.name, read.on, read.size), ("现场.jpg", file.on, 5));
        assert_eq!(kept, BTreeMap::from([(file.digest.clone(), 5)]));
        let (_, kept) = apply(2, vec![Edit::delete(PHOTO)]);
        assert!(kept.is_empty());
    }

    #[test]
    fn what_is_no_digest_names_nothing() {
        let mut state = State::default();
        let edits = vec![Edit::new(PHOTO, E::Digest, Value::text("../etc"))];
        for change in state.changes_for(edits, Stamp::new(1, 0, NodeId(1))) {
            state.apply(change);
        }
        assert_eq!(attachment(&state, PHOTO).digest, "");
        assert!(named(&state).is_empty());
    }
}
