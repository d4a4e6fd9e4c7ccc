//! Handlers of events.

use leptos::ev::EventDescriptor;

/// A handler of an event for a view: `on:click=heard(ev::click, move |event| …)`.
///
/// All handlers of an event have one type this way. Otherwise the compiler writes out anew for each how an
/// attribute is set, changed and taken away, and the program is loaded over the net.
pub fn heard<E: EventDescriptor>(
    _: E,
    handler: impl FnMut(E::EventType) + 'static,
) -> Box<dyn FnMut(E::EventType)> {
    Box::new(handler)
}
