//! Keyboard shortcuts: a registry that screens add to while they are shown.
//!
//! Keys are written as people say them: `Ctrl+K`, `?`, `n`, or two keys one after the other, `g p`.
//! `Ctrl` is ⌘ on a Mac as well. A plain key is text while the user types, so only `Ctrl+…` and
//! function keys work inside a field (but not the field's own, such as `Ctrl+Z`); none works while a modal dialog is open. Of two shortcuts with
//! the same keys the one registered last wins: a screen may take over a key of the frame.

use crate::i18n::Text;
use crate::ui::state::page_lived;
use crate::web::page;
use leptos::ev;
use leptos::prelude::*;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent};

/// A shortcut, for the help list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shortcut {
    /// The keys, as written at registration.
    pub keys: &'static str,
    /// What they do.
    pub what: Text,
}

struct Entry {
    number: u32,
    shortcut: Shortcut,
    /// None where the key is handled by what has the focus, and is only listed here.
    handler: Option<Rc<dyn Fn()>>,
}

#[derive(Default)]
struct Registry {
    last_number: u32,
    entries: Vec<Entry>,
    /// The first key of a pair, waiting for the second.
    pending: Option<String>,
}

thread_local! {
    static REGISTRY: RefCell<Registry> = RefCell::default();
    static CHANGES: RwSignal<u32> = page_lived(|| RwSignal::new(0));
}

/// Adds a shortcut for as long as the current component is shown.
///
/// ```ignore
/// shortcuts::register("n", board::NEW_PROJECT, move || open_form.set(true));
/// ```
pub fn register(keys: &'static str, what: Text, handler: impl Fn() + 'static) {
    add(Shortcut { keys, what }, Some(Rc::new(handler)));
}

/// Lists keys that a part of the page handles itself while it has the focus, for as long as the current
/// component is shown.
pub fn tell(keys: &[(&'static str, Text)]) {
    for &(keys, what) in keys {
        add(Shortcut { keys, what }, None);
    }
}

fn add(shortcut: Shortcut, handler: Option<Rc<dyn Fn()>>) {
    let number = REGISTRY.with_borrow_mut(|registry| {
        registry.last_number += 1;
        let number = registry.last_number;
        registry.entries.push(Entry { number, shortcut, handler });
        number
    });
    changed();
    on_cleanup(move || {
        REGISTRY.with_borrow_mut(|registry| registry.entries.retain(|entry| entry.number != number));
        changed();
    });
}

/// All shortcuts that work now, in the order of registration; followed when read reactively.
pub fn all() -> Vec<Shortcut> {
    CHANGES.with(|changes| changes.track());
    REGISTRY.with_borrow(|registry| registry.entries.iter().map(|entry| entry.shortcut).collect())
}

/// Listens to the keyboard from now on. Called once, by the application.
pub fn install() {
    window_event_listener(ev::keydown, |event| {
        if let Some(handler) = wanted(&event) {
            event.prevent_default();
            handler();
        }
    });
}

fn changed() {
    CHANGES.with(|changes| changes.update(|n| *n = n.wrapping_add(1)));
}

/// The handler a key press asks for, if any.
fn wanted(event: &KeyboardEvent) -> Option<Rc<dyn Fn()>> {
    if event.default_prevented() || event.is_composing() || page::modal_open() {
        return None;
    }
    let pressed =
        spelled(&event.key(), event.ctrl_key() || event.meta_key(), event.alt_key(), event.shift_key())?;
    let target = event.target().and_then(|t| t.dyn_into::<Element>().ok());
    if let Some(field) = target.filter(page::is_typing)
        && !works_while_typing(&pressed, page::is_pen(&field))
    {
        return None;
    }
    REGISTRY.with_borrow_mut(|registry| {
        let before = registry.pending.take();
        let pair = before.map(|first| format!("{first} {pressed}"));
        let find = |keys: &str| {
            let mut latest = registry.entries.iter().rev().filter(|e| e.shortcut.keys == keys);
            latest.find_map(|e| e.handler.clone())
        };
        let found = pair.as_deref().and_then(find).or_else(|| find(&pressed));
        if found.is_none() {
            let begins = |e: &Entry| {
                e.handler.is_some()
                    && e.shortcut.keys.split_once(' ').is_some_and(|(first, _)| first == pressed)
            };
            registry.pending = registry.entries.iter().any(begins).then_some(pressed);
        }
        found
    })
}

/// A key press as a shortcut is written; `None` for a modifier alone.
fn spelled(key: &str, ctrl: bool, alt: bool, shift: bool) -> Option<String> {
    if matches!(key, "Control" | "Shift" | "Alt" | "Meta" | "Process" | "Unidentified" | "Dead") {
        return None;
    }
    let single = key.chars().count() == 1;
    let mut out = String::new();
    if ctrl {
        out.push_str("Ctrl+");
    }
    if alt {
        out.push_str("Alt+");
    }
    // A symbol such as ? already says that Shift was held.
    if shift && (!single || ctrl || alt) {
        out.push_str("Shift+");
    }
    match key {
        " " => out.push_str("Space"),
        _ if single && (ctrl || alt) => out.push_str(&key.to_ascii_uppercase()),
        _ if single => out.push_str(&key.to_ascii_lowercase()),
        _ => out.push_str(key),
    }
    Some(out)
}

/// Whether keys are a shortcut and no writing in a field. A pen holds nothing that the field's own commands
/// could be about.
fn works_while_typing(pressed: &str, in_pen: bool) -> bool {
    let function_key =
        pressed.strip_prefix('F').is_some_and(|n| !n.is_empty() && n.bytes().all(|b| b.is_ascii_digit()));
    let fields_own = ["Ctrl+A", "Ctrl+C", "Ctrl+V", "Ctrl+X", "Ctrl+Y", "Ctrl+Z", "Ctrl+Shift+Z"];
    function_key || pressed.starts_with("Ctrl+") && (in_pen || !fields_own.contains(&pressed))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_spelled_as_people_write_them() {
        assert_eq!(spelled("k", true, false, false).as_deref(), Some("Ctrl+K"));
        assert_eq!(spelled("Z", true, false, true).as_deref(), Some("Ctrl+Shift+Z"));
        assert_eq!(spelled("?", false, false, true).as_deref(), Some("?"));
        assert_eq!(spelled("N", false, false, false).as_deref(), Some("n"));
        assert_eq!(spelled("ArrowDown", false, false, true).as_deref(), Some("Shift+ArrowDown"));
        assert_eq!(spelled("Shift", false, false, true), None);
    }

    #[test]
    fn only_commands_work_inside_a_field() {
        for in_pen in [false, true] {
            assert!(works_while_typing("Ctrl+K", in_pen));
            assert!(works_while_typing("F2", in_pen));
            assert_eq!(works_while_typing("Ctrl+Z", in_pen), in_pen);
            assert!(!works_while_typing("n", in_pen));
            assert!(!works_while_typing("F", in_pen));
            assert!(!works_while_typing("?", in_pen));
        }
    }
}
