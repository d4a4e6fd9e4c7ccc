//! Tabs that have the same workspace open tell each other when something was stored.

use wasm_bindgen::prelude::*;
use web_sys::BroadcastChannel;

/// The channel of one workspace, open until this is dropped.
pub struct Tabs {
    channel: BroadcastChannel,
    _listener: Closure<dyn FnMut()>,
}

impl Tabs {
    /// Joins the channel `name`; `on_news` is called when another tab has stored something. `None`
    /// where the browser has no channels.
    pub fn join(name: &str, on_news: impl FnMut() + 'static) -> Option<Self> {
        let channel = BroadcastChannel::new(name).ok()?;
        let listener = Closure::<dyn FnMut()>::new(on_news);
        channel.set_onmessage(Some(listener.as_ref().unchecked_ref()));
        Some(Self { channel, _listener: listener })
    }

    /// Tells the other tabs that something was stored.
    pub fn tell(&self) {
        // Fails only on a closed channel.
        let _ = self.channel.post_message(&JsValue::NULL);
    }
}

impl Drop for Tabs {
    fn drop(&mut self) {
        self.channel.set_onmessage(None);
        self.channel.close();
    }
}
