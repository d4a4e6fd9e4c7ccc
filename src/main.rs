//! Entry point of the browser application.

use std::panic::{self, PanicHookInfo};
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// The rescue page of the loader, which works without this program.
    #[wasm_bindgen(catch, js_namespace = window, js_name = __zhaoshang_panic)]
    fn show_rescue_page(message: &str) -> Result<(), JsValue>;
}

fn main() {
    panic::set_hook(Box::new(on_panic));
    zhaoshang::ui::start();
}

/// A panic aborts the program for good: what is left to do is to tell the console, and to hand
/// the page over to the rescue page, where the data can be saved.
fn on_panic(info: &PanicHookInfo<'_>) {
    console_error_panic_hook::hook(info);
    // Where the page has no rescue page (a test page of another loader), the console has it all.
    show_rescue_page(&info.to_string()).ok();
}
