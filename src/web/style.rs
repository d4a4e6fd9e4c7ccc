//! The stylesheet of the second part, which the page names and the program adds.

use super::page::document;
use js_sys::{Function, Promise};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use web_sys::Element;

/// Adds the stylesheet at once. The answer is whether its rules are in force; where the page names none, those of
/// both parts stand in one file.
pub fn add_later() -> impl Future<Output = bool> {
    let named = document().and_then(|page| page.query_selector("meta[name=later-style]").ok().flatten());
    let file = named.and_then(|meta| meta.get_attribute("content"));
    let arrives = file.map(|file| {
        Promise::new(&mut |arrived, failed| {
            if add(&file, &arrived, &failed).is_none() {
                // The page is gone; nobody waits.
                let _ = failed.call0(&JsValue::NULL);
            }
        })
    });
    async {
        match arrives {
            Some(arrives) => JsFuture::from(arrives).await.is_ok(),
            None => true,
        }
    }
}

fn add(file: &str, arrived: &Function, failed: &Function) -> Option<Element> {
    let page = document()?;
    let link = page.create_element("link").ok()?;
    link.set_attribute("rel", "stylesheet").ok()?;
    link.set_attribute("href", file).ok()?;
    link.add_event_listener_with_callback("load", arrived).ok()?;
    link.add_event_listener_with_callback("error", failed).ok()?;
    page.head()?.append_child(&link).ok()?;
    Some(link)
}
