//! A file from screen to camera: shown as a sequence of codes, and read from one.

mod scan;
mod show;

pub(super) use scan::Scan;
pub(super) use show::Show;
