//! Taking files in: read, stored, recorded.

use super::stock::{contents, look, note};
use crate::domain::{Kind, RecordId};
use crate::ledger::Action;
use crate::rules::attachments::{Format, LARGEST, MOST, NewFile, Refused, attach, attachment, digest};
use crate::ui::session;
use crate::web::contents::Contents;
use crate::web::{clock, files, pictures, usage};
use std::collections::BTreeMap;
use web_sys::File;

/// What became of files.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Taken {
    /// Those that were not attached, and why.
    pub refused: Vec<(Refused, Vec<String>)>,
    /// The browser keeps no files.
    pub has_no_place: bool,
}

impl Taken {
    fn refuse(&mut self, why: Refused, name: String) {
        match self.refused.iter_mut().find(|(other, _)| *other == why) {
            Some((_, names)) => names.push(name),
            None => self.refused.push((why, vec![name])),
        }
    }
}

/// Attaches files to a project, or to a finding, in one step. A file whose record is there and whose content is not fills it in.
/// `on_each` is told how many are done.
pub async fn take(to: RecordId, list: Vec<File>, on_each: impl Fn(usize)) -> Taken {
    let mut taken = Taken::default();
    let Some(contents) = contents().await else {
        taken.has_no_place = true;
        return taken;
    };
    let known: BTreeMap<String, RecordId> = session::read(|store| {
        let ids = store.index().of(Kind::Attachment, to).iter();
        ids.map(|&id| (attachment(store.state(), id).digest, id)).collect()
    })
    .unwrap_or_default();
    let here = contents.digests().await.unwrap_or_default();
    let (mut edits, mut stored) = (Vec::new(), Vec::new());
    for (done, file) in list.into_iter().enumerate() {
        on_each(done);
        let name = file.name();
        if known.len() + edits.len() >= MOST {
            taken.refuse(Refused::TooMany, name);
            continue;
        }
        match read(file).await {
            Err(why) => taken.refuse(why, name),
            Ok((new, _)) if stored.contains(&new.digest) => taken.refuse(Refused::Known, name),
            Ok((new, content)) => {
                // One that is damaged is stored anew.
                let is_whole = here.contains(&new.digest) && contents.get(&new.digest).await.is_some();
                if known.contains_key(&new.digest) && is_whole {
                    taken.refuse(Refused::Known, name);
                    continue;
                }
                if !keep(&contents, &new.digest, &content).await {
                    taken.refuse(Refused::NoRoom, name);
                    continue;
                }
                stored.push(new.digest.clone());
                if !known.contains_key(&new.digest) {
                    edits.push(attach(session::new_id(Kind::Attachment), to, &new));
                }
            }
        }
    }
    note(stored);
    if !edits.is_empty() {
        session::run(Action::Attach, edits.concat());
    }
    look();
    taken
}

/// Stores a content with its small picture; `false` if there is no room.
pub async fn keep(contents: &Contents, digest: &str, content: &[u8]) -> bool {
    let format = Format::of(content);
    let small = match format.is_picture() {
        true => pictures::small(content, format.mime()).await,
        false => None,
    };
    contents.put(digest, content, small.as_deref()).await
}

async fn read(file: File) -> Result<(NewFile, Vec<u8>), Refused> {
    let size = file.size() as u64;
    if size > LARGEST {
        return Err(Refused::TooLarge);
    }
    let usage = usage::measure().await;
    // What the browser does not say is tried.
    if usage.quota > 0 && usage.used.saturating_add(size) > usage.quota {
        return Err(Refused::NoRoom);
    }
    let changed = clock::local(file.last_modified().max(0.0) as u64);
    let loaded = files::read(file).await.map_err(|_| Refused::Unreadable)?;
    if loaded.bytes.is_empty() {
        return Err(Refused::Empty);
    }
    let on = changed.map(|(day, _, _)| day);
    Ok((NewFile { name: loaded.name, digest: digest(&loaded.bytes), size, on }, loaded.bytes))
}
