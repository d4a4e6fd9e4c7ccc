//! What lies under the pointer while something is dragged.

use super::page::document;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

/// The nearest element that `selector` describes at or around a point of the window.
pub fn at_point(x: f64, y: f64, selector: &str) -> Option<HtmlElement> {
    let hit = document()?.element_from_point(x as f32, y as f32)?;
    hit.closest(selector).ok().flatten()?.dyn_into().ok()
}

/// Scrolls `within` while the pointer is close to its edge: as far as one frame of a drag should.
pub fn scroll_at_edge(within: &Element, x: f64, y: f64) {
    const EDGE: f64 = 48.0;
    const STEP: i32 = 14;
    let area = within.get_bounding_client_rect();
    let pull = |at: f64, from: f64, to: f64| match () {
        () if at < from + EDGE => -STEP,
        () if at > to - EDGE => STEP,
        () => 0,
    };
    within.set_scroll_left(within.scroll_left() + pull(x, area.left(), area.right()));
    within.set_scroll_top(within.scroll_top() + pull(y, area.top(), area.bottom()));
}
