//! A content as the browser shows it.

use crate::rules::attachments::Format;
use crate::ui::attachments;
use crate::web::pictures::ObjectUrl;
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

/// What is there to be shown. It is let go with the page element that shows it.
pub enum Shown {
    /// It is being read.
    Loading,
    /// It is not here, or not what it was.
    Missing,
    /// A picture or document under an address.
    At(ObjectUrl, Format),
    /// A file that is only saved.
    Bare,
}

/// A place for what is shown; nothing in it leaves the page's one thread.
pub type Showing = RwSignal<Shown, LocalStorage>;

/// Reads the small picture of a content; `Bare` where it has none.
pub fn small(digest: String) -> Showing {
    let showing = RwSignal::new_local(Shown::Loading);
    spawn_local(async move {
        let contents = attachments::contents().await;
        let small = match contents {
            Some(contents) => contents.small(&digest).await,
            None => None,
        };
        let url = small.and_then(|bytes| ObjectUrl::new(&bytes, Format::Jpeg.mime()));
        showing.try_set(url.map_or(Shown::Bare, |url| Shown::At(url, Format::Jpeg)));
    });
    showing
}

/// Reads a content.
pub fn whole(digest: String) -> Showing {
    let showing = RwSignal::new_local(Shown::Loading);
    spawn_local(async move {
        let content = match attachments::contents().await {
            Some(contents) => contents.get(&digest).await,
            None => None,
        };
        let shown = match content {
            None => Shown::Missing,
            Some(bytes) => match Format::of(&bytes) {
                Format::Other => Shown::Bare,
                format => {
                    ObjectUrl::new(&bytes, format.mime()).map_or(Shown::Bare, |url| Shown::At(url, format))
                }
            },
        };
        showing.try_set(shown);
    });
    showing
}
