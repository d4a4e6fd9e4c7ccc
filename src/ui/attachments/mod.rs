//! 附件: their contents in this browser, which every screen may ask for.
//!
//! A record of an attachment is like any other. Its content lies beside the records (`web/contents.rs`) and may be
//! here or not: it comes by a file or from who drops it here.

mod add;
mod come;
mod keys;
mod send;
mod stock;

pub use add::{Taken, keep, take};
pub use come::{Arrived, NoRoom, fetch_missing, store};
pub use keys::{opened, remember_key};
pub use send::{Bundled, bundled, save};
pub use stock::{clear, contents, here, look, look_now};
