//! Tabs that have the same workspace open tell each other when something was stored.
//!
//! A browser may run two tabs in two processes, and a message may come before what it speaks of can be
//! read. The event of the storage itself comes after, so both are listened to.

use wasm_bindgen::prelude::*;
use web_sys::{BroadcastChannel, Window};

/// The event of a window where another tab has stored something.
const STORED: &str = "storage";

/// The channel of one workspace, open until this is dropped.
pub struct Tabs {
    /// None where the browser has no channels: the event of the storage then has to do.
    channel: Option<BroadcastChannel>,
    window: Window,
    listener: Closure<dyn FnMut()>,
}

impl Tabs {
    /// Joins the channel `name`; `on_news` is called when another tab has stored something, maybe more
    /// than once, maybe for something of another workspace. `None` outside a window.
    pub fn join(name: &str, on_news: impl FnMut() + 'static) -> Option<Self> {
        let listener = Closure::<dyn FnMut()>::new(on_news);
        let channel = BroadcastChannel::new(name).ok();
        if let Some(channel) = &channel {
            channel.set_onmessage(Some(listener.as_ref().unchecked_ref()));
        }
        let window = web_sys::window()?;
        window.add_event_listener_with_callback(STORED, listener.as_ref().unchecked_ref()).ok()?;
        Some(Self { channel, window, listener })
    }

    /// Tells the other tabs that something was stored.
    pub fn tell(&self) {
        if let Some(channel) = &self.channel {
            // Fails only on a closed channel.
            let _ = channel.post_message(&JsValue::NULL);
        }
    }
}

impl Drop for Tabs {
    fn drop(&mut self) {
        let _ =
            self.window.remove_event_listener_with_callback(STORED, self.listener.as_ref().unchecked_ref());
        if let Some(channel) = &self.channel {
            channel.set_onmessage(None);
            channel.close();
        }
    }
}
