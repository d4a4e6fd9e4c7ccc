//! The whole screen for the page, where the browser allows it.

use super::page::document;

/// Whether the page may fill the screen.
pub fn is_allowed() -> bool {
    document().is_some_and(|document| document.fullscreen_enabled())
}

/// Fills the screen with the whole page, so that what floats above it is seen as well. Only within an action of the
/// user.
pub fn enter() {
    let root = document().and_then(|document| document.document_element());
    if let Some(root) = root.filter(|_| is_allowed()) {
        // A browser that refuses leaves the page as it is.
        let _ = root.request_fullscreen();
    }
}

/// Gives the screen back.
pub fn leave() {
    if let Some(document) = document().filter(|document| document.fullscreen_element().is_some()) {
        document.exit_fullscreen();
    }
}

/// Fills the screen, or gives it back.
pub fn toggle() {
    if document().is_some_and(|document| document.fullscreen_element().is_some()) {
        leave();
    } else {
        enter();
    }
}
