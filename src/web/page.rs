//! The page itself: its address, title, language, appearance, focus and scroll.
//!
//! Everything here is best effort: a page without a window has nothing to show it on.

use super::css::px;
use crate::i18n::Lang;
use crate::web::prefs::{Size, Theme};
use std::cell::Cell;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{
    Document, Element, Event, EventInit, FocusOptions, HtmlElement, HtmlInputElement, HtmlTextAreaElement,
};

/// The document.
pub fn document() -> Option<Document> {
    web_sys::window()?.document()
}

/// The page's local storage; `None` where the browser does not allow it.
pub fn local_storage() -> Option<web_sys::Storage> {
    web_sys::window()?.local_storage().ok().flatten()
}

/// The element with this id.
pub fn by_id(id: &str) -> Option<HtmlElement> {
    document()?.get_element_by_id(id)?.dyn_into().ok()
}

/// The language the browser asks for, as a BCP 47 tag.
pub fn browser_language() -> String {
    web_sys::window().and_then(|w| w.navigator().language()).unwrap_or_default()
}

/// Says the language of the page to the browser and to screen readers.
pub fn set_language(lang: Lang) {
    if let Some(root) = root() {
        let _ = root.set_attribute("lang", lang.tag());
    }
}

/// Puts the appearance where the style sheets read it.
pub fn set_appearance(theme: Theme, size: Size) {
    let Some(root) = root() else { return };
    let _ = match theme {
        Theme::Auto => root.remove_attribute("data-theme"),
        Theme::Light => root.set_attribute("data-theme", "light"),
        Theme::Dark => root.set_attribute("data-theme", "dark"),
    };
    let _ = match size {
        Size::Normal => root.remove_attribute("data-size"),
        Size::Projector => root.set_attribute("data-size", "projector"),
    };
}

/// Names the browser's tab.
pub fn set_title(title: &str) {
    if let Some(document) = document() {
        document.set_title(title);
    }
}

/// The address after `#`, still percent-encoded; empty if there is none.
pub fn hash() -> String {
    let hash = web_sys::window().and_then(|w| w.location().hash().ok()).unwrap_or_default();
    hash.strip_prefix('#').unwrap_or_default().to_owned()
}

/// Goes to another address of this page, as a new entry of the history.
pub fn push_hash(hash: &str) {
    if let Some(window) = web_sys::window() {
        let _ = window.location().set_hash(hash);
    }
}

/// Changes the address of the current entry of the history. The browser does not report this.
pub fn replace_hash(hash: &str) {
    if let Some(history) = web_sys::window().and_then(|w| w.history().ok()) {
        let state = history.state().unwrap_or(JsValue::NULL);
        let _ = history.replace_state_with_url(&state, "", Some(&format!("#{hash}")));
    }
}

/// Goes back in the history.
pub fn back() {
    if let Some(history) = web_sys::window().and_then(|w| w.history().ok()) {
        let _ = history.back();
    }
}

/// The number written on the current entry of the history; `None` on an entry just made.
pub fn entry_number() -> Option<u32> {
    let state = web_sys::window()?.history().ok()?.state().ok()?;
    state.as_f64().map(|n| n as u32)
}

/// Writes a number on the current entry of the history.
pub fn number_entry(number: u32) {
    if let Some(history) = web_sys::window().and_then(|w| w.history().ok()) {
        let _ = history.replace_state(&JsValue::from(number), "");
    }
}

/// The element that has the focus.
pub fn focused() -> Option<HtmlElement> {
    document()?.active_element()?.dyn_into().ok()
}

/// Gives the focus to the element with this id.
pub fn focus(id: &str) {
    if let Some(element) = by_id(id) {
        let _ = element.focus();
    }
}

/// Gives the focus to an element and leaves the page scrolled as it is.
pub fn focus_in_place(element: &HtmlElement) {
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    let _ = element.focus_with_options(&options);
}

/// Gives the focus to the first element inside `within` that `selector` finds.
pub fn focus_first(within: &Element, selector: &str) {
    if let Ok(Some(found)) = within.query_selector(selector)
        && let Some(found) = found.dyn_ref::<HtmlElement>()
    {
        let _ = found.focus();
    }
}

/// Moves the focus by `step` among the elements inside `within` that `selector` finds, around the
/// ends; to the first or last where none of them has it. For the arrow keys of menus and tabs.
pub fn focus_step(within: &Element, selector: &str, step: i32) {
    let Ok(list) = within.query_selector_all(selector) else { return };
    let found: Vec<HtmlElement> = (0..list.length()).filter_map(|i| list.get(i)?.dyn_into().ok()).collect();
    let here = focused().and_then(|f| found.iter().position(|e| *e == f));
    let count = found.len() as i32;
    if count == 0 {
        return;
    }
    let next = match here {
        Some(here) => (here as i32 + step).rem_euclid(count),
        None if step < 0 => count - 1,
        None => 0,
    };
    if let Some(element) = found.get(next as usize) {
        let _ = element.focus();
    }
}

/// Whether a modal dialog is open.
pub fn modal_open() -> bool {
    document().is_some_and(|d| matches!(d.query_selector("dialog:modal"), Ok(Some(_))))
}

/// Whether the user types into `target`, so that plain keys are text and not commands.
pub fn is_typing(target: &Element) -> bool {
    target
        .matches(
            "input:not([type=checkbox], [type=radio], [type=button]), textarea, select, [contenteditable]",
        )
        .unwrap_or(false)
}

/// Whether a field is the pen of a grid: it takes what is written on a cell, and holds nothing itself.
pub fn is_pen(target: &Element) -> bool {
    target.class_list().contains("pen")
}

/// Puts `floating`, which is `position: fixed` and already shown, under `anchor`; above it where there
/// is more room, and inside the window in any case.
pub fn place_beside(anchor: &Element, floating: &HtmlElement, align_end: bool) {
    const GAP: f64 = 4.0;
    let (width, height) = window_size();
    let (from, own) = (anchor.get_bounding_client_rect(), floating.get_bounding_client_rect());
    let (below, above) = (height - from.bottom(), from.top());
    let down = own.height() + GAP <= below || below >= above;
    let left = if align_end { from.right() - own.width() } else { from.left() };
    let left = left.min(width - own.width() - GAP).max(GAP);
    let style = floating.style();
    let set = |name: &str, value: String| {
        let _ = style.set_property(name, &value);
    };
    set("left", px(left));
    set("max-height", px((if down { below } else { above } - 2.0 * GAP).max(80.0)));
    set("min-width", px(from.width()));
    if down {
        set("top", px(from.bottom() + GAP));
        set("bottom", "auto".to_owned());
    } else {
        set("top", "auto".to_owned());
        set("bottom", px(height - from.top() + GAP));
    }
}

/// Scrolls the list around the element with this id just so far that it is seen.
pub fn reveal(id: &str) {
    if let Some(element) = by_id(id) {
        let options = web_sys::ScrollIntoViewOptions::new();
        options.set_block(web_sys::ScrollLogicalPosition::Nearest);
        element.scroll_into_view_with_scroll_into_view_options(&options);
    }
}

/// Scrolls what is around it just so far that the first element inside `around` that matches is seen.
pub fn reveal_within(around: &Element, selector: &str) {
    if let Ok(Some(element)) = around.query_selector(selector) {
        let options = web_sys::ScrollIntoViewOptions::new();
        options.set_block(web_sys::ScrollLogicalPosition::Nearest);
        options.set_inline(web_sys::ScrollLogicalPosition::Nearest);
        element.scroll_into_view_with_scroll_into_view_options(&options);
    }
}

/// Whether a popover is shown.
pub fn popover_shown(popover: &Element) -> bool {
    popover.matches(":popover-open").unwrap_or(false)
}

fn root() -> Option<Element> {
    document()?.document_element()
}

/// Whether the window is as narrow as a phone: tables become cards there.
pub fn is_narrow() -> bool {
    const PHONE: f64 = 640.0;
    web_sys::window().is_some() && window_size().0 <= PHONE
}

/// Width and height of the window's inside, in CSS pixels.
pub fn window_size() -> (f64, f64) {
    let length = |value: Result<JsValue, JsValue>| value.ok().and_then(|v| v.as_f64()).unwrap_or_default();
    web_sys::window()
        .map_or((0.0, 0.0), |window| (length(window.inner_width()), length(window.inner_height())))
}

/// Gives the focus to a text field, all of it selected or the caret at its end.
pub fn type_at_end(field: &HtmlTextAreaElement, select: bool) {
    // Refused only where the field has left the page.
    let _ = field.focus();
    let end = field.value().encode_utf16().count() as u32;
    let _ = field.set_selection_range(if select { 0 } else { end }, end);
}

/// Lays a field, which is `position: fixed`, over an element.
pub fn lay_over(field: &HtmlElement, element: &Element) {
    let place = element.get_bounding_client_rect();
    let style = field.style();
    let sides =
        [("left", place.left()), ("top", place.top()), ("width", place.width()), ("height", place.height())];
    for (side, pixels) in sides {
        // Property names are valid, so setting them cannot fail.
        let _ = style.set_property(side, &px(pixels));
    }
}

/// Opens the combo box inside `within`, as if a person had clicked it and typed `text`.
pub fn open_combo(within: &Element, text: &str) {
    let Ok(Some(found)) = within.query_selector("[role=combobox]") else { return };
    let Ok(input) = found.dyn_into::<HtmlInputElement>() else { return };
    let _ = input.focus();
    input.click();
    if !text.is_empty() {
        input.set_value(text);
        let options = EventInit::new();
        options.set_bubbles(true);
        if let Ok(event) = Event::new_with_event_init_dict("input", &options) {
            let _ = input.dispatch_event(&event);
        }
    }
}

thread_local! {
    static RELOADING: Cell<bool> = const { Cell::new(false) };
}

/// Whether the program itself loads the page anew: nobody is to be asked whether he wants to leave.
pub fn is_reloading() -> bool {
    RELOADING.get()
}

/// Loads the page anew.
pub fn reload() {
    RELOADING.set(true);
    if let Some(window) = web_sys::window() {
        // Refused only while the page is being left anyway.
        let _ = window.location().reload();
    }
}

/// Asks the browser to print the page.
pub fn print() {
    if let Some(window) = web_sys::window() {
        // Refused where there is no printing; the browser says so itself.
        let _ = window.print();
    }
}
