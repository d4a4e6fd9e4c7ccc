//! Unique ids, by which a label, a help text and a field find each other.

use std::cell::Cell;

thread_local! {
    static LAST: Cell<u32> = const { Cell::new(0) };
}

/// An id no other element of the page has: `combo-12`.
pub fn unique_id(stem: &str) -> String {
    let number = LAST.get().wrapping_add(1);
    LAST.set(number);
    format!("{stem}-{number}")
}
