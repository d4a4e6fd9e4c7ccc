//! Tells what a file is before it is read: people choose the wrong one.

use super::{Fault, FileKind, Limit, MAX_BYTES};

/// The text of the file, without a byte order mark.
pub(super) fn text(bytes: &[u8]) -> Result<&str, Fault> {
    if bytes.len() > MAX_BYTES {
        return Err(Fault::TooMuch(Limit::Bytes));
    }
    for (magic, kind) in MAGIC {
        if bytes.starts_with(magic) {
            return Err(Fault::WrongFile(*kind));
        }
    }
    // UTF-16, as Notepad may save it.
    if bytes.starts_with(b"\xff\xfe") || bytes.starts_with(b"\xfe\xff") {
        return Err(Fault::NotUtf8);
    }
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => text,
        // A file cut inside a Chinese character is cut, not in another encoding.
        Err(error) if error.error_len().is_none() => return Err(Fault::Cut),
        Err(_) => return Err(Fault::NotUtf8),
    };
    match text.trim_start().bytes().next() {
        None => Err(Fault::Empty),
        Some(b'{') => Ok(text),
        Some(b'<') => Err(Fault::WrongFile(FileKind::Markup)),
        Some(b'[' | b'"') => Err(Fault::WrongFile(FileKind::OtherJson)),
        Some(_) => Err(Fault::WrongFile(FileKind::PlainText)),
    }
}

const MAGIC: &[(&[u8], FileKind)] = &[
    (b"PK\x03\x04", FileKind::Zip),
    (b"\xd0\xcf\x11\xe0", FileKind::OldOffice),
    (b"%PDF", FileKind::Pdf),
    (b"\x1f\x8b", FileKind::Gzip),
    (b"\x89PNG", FileKind::Picture),
    (b"\xff\xd8\xff", FileKind::Picture),
];
