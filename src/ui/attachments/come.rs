//! Contents that come with a file.

use super::add::keep;
use super::stock::{contents, look, note};
use crate::exchange::parcel::Parcel;
use crate::rules::attachments::{digest, named};
use crate::ui::{backups, session};
use crate::web::timer;
use std::collections::BTreeSet;
use wasm_bindgen_futures::spawn_local;

/// What was stored of a file's contents.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Arrived {
    /// How many are here now that were not.
    pub stored: usize,
    /// How many belong to no record, or were altered.
    pub strange: usize,
}

/// The browser has no room for them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoRoom;

/// Stores the contents of a file that are named by a record here or by one of `also`. `on_each` is told how many are
/// done.
///
/// # Errors
/// If there is no room; what is stored then belongs to nothing yet, and does no harm.
pub async fn store(
    parcel: &Parcel,
    also: &BTreeSet<String>,
    on_each: impl Fn(usize),
) -> Result<Arrived, NoRoom> {
    let mut arrived = Arrived::default();
    if parcel.count() == 0 {
        return Ok(arrived);
    }
    let contents = contents().await.ok_or(NoRoom)?;
    let here = contents.digests().await.map_err(|_| NoRoom)?;
    let wanted = session::read_present(|store| named(store.state())).unwrap_or_default();
    let mut stored = Vec::new();
    for at in 0..parcel.count() {
        on_each(at);
        timer::painted().await;
        let found = parcel.content(at).map(|content| (digest(&content), content));
        let Some((digest, content)) =
            found.filter(|(digest, _)| wanted.contains_key(digest) || also.contains(digest))
        else {
            arrived.strange += 1;
            continue;
        };
        if here.contains(&digest) || stored.contains(&digest) {
            continue;
        }
        if !keep(&contents, &digest, &content).await {
            return Err(NoRoom);
        }
        stored.push(digest);
    }
    arrived.stored = stored.len();
    note(stored);
    Ok(arrived)
}

/// Takes from the backup folder what live attachments name and is not here: after a backup was restored.
pub fn fetch_missing() {
    spawn_local(async {
        let Some(kept) = backups::kept_contents().await else { return look() };
        let Some(contents) = contents().await else { return };
        let Ok(here) = contents.digests().await else { return };
        let named = session::read_present(|store| named(store.state())).unwrap_or_default();
        for wanted in named.into_keys().filter(|digest| !here.contains(digest)) {
            if let Some(content) = kept.read(&wanted).await.filter(|content| digest(content) == wanted) {
                keep(&contents, &wanted, &content).await;
            }
        }
        look();
    });
}
