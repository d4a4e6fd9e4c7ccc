//! Watching the size of an element.

use wasm_bindgen::prelude::*;
use web_sys::{Element, ResizeObserver};

/// Watches for as long as it is kept.
pub struct Watch {
    observer: Option<ResizeObserver>,
    // The browser calls it; dropped with the watch.
    _report: Closure<dyn FnMut()>,
}

impl Drop for Watch {
    fn drop(&mut self) {
        if let Some(observer) = &self.observer {
            observer.disconnect();
        }
    }
}

/// Reports the height of `element`'s inside, in CSS pixels, now and whenever it changes.
pub fn height(element: &Element, report: impl Fn(f64) + 'static) -> Watch {
    let watched = element.clone();
    let report = Closure::<dyn FnMut()>::new(move || report(f64::from(watched.client_height())));
    let observer = ResizeObserver::new(report.as_ref().unchecked_ref()).ok();
    if let Some(observer) = &observer {
        observer.observe(element);
    }
    Watch { observer, _report: report }
}
