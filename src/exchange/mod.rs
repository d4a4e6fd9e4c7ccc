//! What comes in and goes out: JSON between offices, spreadsheets. Bytes in, bytes out.

pub mod docx;
pub mod encrypted;
pub mod ics;
pub mod import;
pub mod json;
pub mod notes;
pub mod parcel;
pub mod qr;
pub mod redact;
pub mod seal;
pub mod share;
pub mod sheet;
pub mod vcard;
mod zip;
