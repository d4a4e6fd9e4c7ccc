//! Elements that are made once and copied: the browser copies twenty cells in the time in which one is made.

use super::page::document;
use wasm_bindgen::JsCast;
use web_sys::{DocumentFragment, Element, HtmlElement, Node};

/// Elements to be copied.
#[derive(Clone, Debug)]
pub struct Mould(DocumentFragment);

impl Mould {
    /// Copies of what `fill` puts into an element that is on no page, and keeps there as long as what it returns.
    /// `None` where there is no page at all. What listens to events or follows signals is not copied.
    pub fn of<Kept>(fill: impl FnOnce(HtmlElement) -> Kept) -> Option<Self> {
        let document = document()?;
        let host: HtmlElement = document.create_element("div").ok()?.dyn_into().ok()?;
        let _kept = fill(host.clone());
        let fragment = document.create_document_fragment();
        let children = host.children();
        for child in (0..children.length()).filter_map(|at| children.item(at)) {
            fragment.append_child(&child.clone_node_with_deep(true).ok()?).ok()?;
        }
        Some(Self(fragment))
    }

    /// Puts a copy at the end of an element; the elements that were put there.
    pub fn cast(&self, into: &Element) -> Vec<Element> {
        let Ok(copy) = self.0.clone_node_with_deep(true) else { return Vec::new() };
        let first = copy.first_child();
        let cast: Vec<Element> = std::iter::successors(first, Node::next_sibling)
            .filter_map(|node| node.dyn_into().ok())
            .collect();
        match into.append_child(&copy) {
            Ok(_) => cast,
            Err(_) => Vec::new(),
        }
    }
}
