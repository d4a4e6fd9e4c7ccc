//! Search everywhere: by Chinese text, by pinyin, by initials, by number.

mod index;
mod pinyin;
mod query;

pub use index::{Found, SearchIndex};
pub use pinyin::places;
pub use query::{Query, Searched};
