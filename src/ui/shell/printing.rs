//! Whether the page is being printed.

use leptos::prelude::*;

/// True from the moment the browser begins to print until it is done: windowed pages then make all of
/// their rows. For the life of the calling component.
pub fn printing() -> ReadSignal<bool> {
    let printing = RwSignal::new(false);
    let begins = window_event_listener_untyped("beforeprint", move |_| {
        printing.try_set(true);
    });
    let ends = window_event_listener_untyped("afterprint", move |_| {
        printing.try_set(false);
    });
    on_cleanup(move || {
        begins.remove();
        ends.remove();
    });
    printing.read_only()
}
