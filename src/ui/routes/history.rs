//! The current location as a signal, and going somewhere.
//!
//! Each entry of the browser's history gets a number, under which its scroll position is kept: a
//! page reached by Back stands where it was left, a page reached by a link begins at its top.

use super::{Location, Route};
use crate::ui::state::page_lived;
use crate::web::{page, timer};
use leptos::ev;
use leptos::prelude::*;
use std::cell::{Cell, RefCell};
use std::collections::HashMap;

/// The element that scrolls, and gets the focus when a page is reached by a link.
pub const PAGE_ID: &str = "page";

thread_local! {
    static LOCATION: (RwSignal<Location>, Memo<Route>) = page_lived(|| {
        let location = RwSignal::new(Location::parse(&page::hash()));
        (location, Memo::new(move |_| location.read().route))
    });
    static ENTRY: Cell<u32> = const { Cell::new(0) };
    static SCROLLED: RefCell<HashMap<u32, i32>> = RefCell::new(HashMap::new());
}

fn signal() -> RwSignal<Location> {
    LOCATION.with(|(location, _)| *location)
}

/// The current location, followed when read reactively.
pub fn location() -> Location {
    signal().get()
}

/// The current page, followed when read reactively; changes of its state do not count.
pub fn route() -> Route {
    LOCATION.with(|(_, route)| *route).get()
}

/// One value of the page's state, as a signal; empty where there is none.
pub fn use_query(name: &'static str) -> Memo<String> {
    let location = signal();
    Memo::new(move |_| location.read().query.get(name).unwrap_or_default().to_owned())
}

/// Goes to a page, as a link does.
pub fn navigate(to: impl Into<Location>) {
    page::push_hash(&to.into().to_string());
}

/// Shows another page in place of this one: Back does not return here.
pub fn replace(to: impl Into<Location>) {
    let to = to.into();
    page::replace_hash(&to.to_string());
    signal().set(to);
}

/// Changes one value of the page's state; an empty value removes it. No new entry of the history.
pub fn set_query(name: &str, value: &str) {
    let mut to = signal().get_untracked();
    to.query.set(name, value);
    if to != signal().get_untracked() {
        replace(to);
    }
}

/// Follows the address from now on. Called once, by the application.
pub fn install() {
    number_entry();
    window_event_listener(ev::hashchange, |_| {
        let to = Location::parse(&page::hash());
        let other_page = to.route != signal().get_untracked().route;
        let returned = number_entry();
        signal().set(to);
        if other_page {
            timer::next_frame(move || arrive(returned));
        }
    });
}

/// Remembers how far the page is scrolled.
pub fn scrolled(top: i32) {
    SCROLLED.with_borrow_mut(|all| all.insert(ENTRY.get(), top));
}

/// Takes the current entry's number, or gives it one; whether it was seen before.
fn number_entry() -> bool {
    let seen = page::entry_number();
    let number = seen.unwrap_or_else(|| {
        // Larger than any number of this session and, by the clock, than those of earlier ones.
        let number = ENTRY.get().max((crate::web::clock::now_millis() / 1000) as u32) + 1;
        page::number_entry(number);
        number
    });
    ENTRY.set(number);
    seen.is_some()
}

fn arrive(returned: bool) {
    let Some(element) = page::by_id(PAGE_ID) else { return };
    let top = SCROLLED.with_borrow(|all| all.get(&ENTRY.get()).copied()).filter(|_| returned);
    element.set_scroll_top(top.unwrap_or(0));
    if !returned {
        // The focus would scroll, too, for which the page would have to be laid out once more.
        page::focus_in_place(&element);
    }
}
