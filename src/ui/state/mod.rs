//! State of the interface that is not the pipeline: preferences, and signals that outlive screens.

pub mod prefs;

use leptos::prelude::Owner;

/// Makes signals that live as long as the page, not as long as the component that asks first.
pub fn page_lived<T>(make: impl FnOnce() -> T) -> T {
    // A root of its own: a child of the current owner would be cleaned up with it, kept or not. Making
    // a root makes it the current owner, which has to be put back.
    let current = Owner::current();
    let root = Owner::new_root(None);
    let made = make();
    match current {
        Some(current) => current.set(),
        None => root.clone().unset(),
    }
    // Dropping the root would dispose of the signals. There is one page; this runs once for each.
    std::mem::forget(root);
    made
}
