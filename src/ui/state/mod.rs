//! State of the interface that is not the pipeline: preferences, and signals that outlive screens.

pub mod prefs;

use leptos::prelude::Owner;

/// Makes signals that live as long as the page, not as long as the component that asks first.
pub fn page_lived<T>(make: impl FnOnce() -> T) -> T {
    // A root: the child of a component or an effect would go with it.
    let owner = Owner::new_root(None);
    let made = owner.with(make);
    // Dropping the owner would dispose of the signals. There is one page; this runs once for each.
    std::mem::forget(owner);
    made
}
