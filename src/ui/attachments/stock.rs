//! Which contents are here.

use crate::rules::attachments::named;
use crate::store::persist::Workspace;
use crate::ui::state::page_lived;
use crate::ui::{session, startup};
use crate::web::contents::Contents;
use leptos::prelude::*;
use std::cell::RefCell;
use std::collections::BTreeSet;
use std::sync::Arc;
use wasm_bindgen_futures::spawn_local;

thread_local! {
    static HERE: RwSignal<Option<Arc<BTreeSet<String>>>> = page_lived(|| RwSignal::new(None));
    static OPEN: RefCell<Option<Contents>> = const { RefCell::new(None) };
    /// Another workspace has other contents.
    static HOOKED: () = session::on_open(|| {
        OPEN.take();
        HERE.with(|here| *here).set(None);
    });
}

fn signal() -> RwSignal<Option<Arc<BTreeSet<String>>>> {
    HOOKED.with(|()| ());
    HERE.with(|here| *here)
}

/// The contents of the open workspace; `None` where the browser keeps none.
pub async fn contents() -> Option<Contents> {
    HOOKED.with(|()| ());
    if let Some(open) = OPEN.with_borrow(Clone::clone) {
        return Some(open);
    }
    let workspace = if untrack(startup::is_sample) { Workspace::Sample } else { Workspace::Real };
    let opened = Contents::open(workspace).await.ok()?;
    OPEN.set(Some(opened.clone()));
    Some(opened)
}

/// The digests of the contents that are here, followed; `None` until that is known.
pub fn here() -> Option<Arc<BTreeSet<String>>> {
    let here = signal().get();
    if here.is_none() {
        look();
    }
    here
}

/// Looks again what is here: another tab may have stored something.
pub fn look() {
    spawn_local(look_now());
}

/// The same, done when this is done.
pub async fn look_now() {
    let found = match contents().await {
        Some(contents) => contents.digests().await.unwrap_or_default(),
        None => BTreeSet::new(),
    };
    signal().maybe_update(|here| {
        let is_news = here.as_deref() != Some(&found);
        if is_news {
            *here = Some(Arc::new(found));
        }
        is_news
    });
}

/// Takes note that contents were stored.
pub(super) fn note(digests: impl IntoIterator<Item = String>) {
    signal().update(|here| {
        let mut all = here.as_deref().cloned().unwrap_or_default();
        all.extend(digests);
        *here = Some(Arc::new(all));
    });
}

/// Removes for good the contents that no live attachment names.
pub async fn clear() {
    let Some(contents) = contents().await else { return };
    let Ok(found) = contents.digests().await else { return };
    let Some(kept) = session::read_present(|store| named(store.state())) else { return };
    let unused: Vec<String> = found.into_iter().filter(|digest| !kept.contains_key(digest)).collect();
    contents.remove(&unused).await;
    look();
}
