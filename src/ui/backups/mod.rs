//! Makes backups of the office's own data: by itself into a folder the user picked, and into a file when he
//! asks; and says what is the matter with them.

mod contents;
mod noted;
mod notice;
mod room;

pub use contents::kept_contents;
pub use noted::{Folder, folder, note, unbacked};
pub use notice::BackupNotice;
pub use room::RoomNotice;

use crate::domain::sort::Arrange;
use crate::exchange::json::Scope;
use crate::i18n::backup as words;
use crate::ledger::NodeId;
use crate::rules::backups::{BackupTime, SEALED, Unbacked, to_remove};
use crate::ui::state::page_lived;
use crate::ui::widgets::{LoadedFile, toast};
use crate::ui::{devices, exchange_file, session, startup};
use crate::web::folder::{self as picked, FolderFailed};
use crate::web::timer::{self, Timer};
use crate::web::{cipher, clock, files, usage};
use leptos::prelude::*;
use noted::{look_up, set_folder};
use std::cell::{Cell, RefCell};
use wasm_bindgen_futures::spawn_local;

/// The key under which the folder is remembered.
const REMEMBERED: &str = "backups";
/// How long after a change a backup that is due is made, in milliseconds: who types is not held up.
const QUIET: u64 = 3_000;
/// How long after a failure it is tried again, in milliseconds.
const AGAIN: i32 = 60_000;

thread_local! {
    static FOLDER: RefCell<Option<picked::Folder>> = const { RefCell::new(None) };
    static TIMER: Cell<Option<Timer>> = const { Cell::new(None) };
}

/// A backup in the folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// When it was made.
    pub at: BackupTime,
    /// Whether this laptop made it.
    pub is_own: bool,
    /// The file's name.
    pub name: String,
}

/// Takes note of something the user changed.
pub fn changed() {
    if !untrack(startup::is_sample) {
        note(Unbacked::changed);
    }
}

/// Begins to look after backups. Called once, when the program is here.
pub fn begin() {
    look_up();
    room::watch();
    spawn_local(async {
        if !picked::can_pick() {
            return set_folder(Folder::Unsupported);
        }
        match picked::remembered(REMEMBERED).await {
            Some(folder) => take(folder).await,
            None => set_folder(Folder::None),
        }
    });
    page_lived(|| {
        Effect::new(|| {
            let (unbacked, folder, sample) = (unbacked(), folder(), startup::is_sample());
            if let Folder::Open(_) = folder
                && !sample
                && let Some(wait) = unbacked.automatic_in(clock::now_millis())
            {
                schedule(i32::try_from(wait.max(QUIET)).unwrap_or(i32::MAX));
            }
        });
        Effect::new(|| {
            let is_any = session::watch_present(|store| store.index().projects().next().is_some());
            if is_any == Some(true) && !startup::is_sample() && !unbacked().persist_asked {
                ask_to_persist();
            }
        });
    });
}

/// Asks the browser to keep the data for good, at the first project that is the office's own, and shows what
/// it answers.
fn ask_to_persist() {
    note(|unbacked| unbacked.persist_asked = true);
    spawn_local(async {
        if !usage::measure().await.persisted {
            let answer = usage::persist().await;
            toast(if answer { words::PROMISED } else { words::NOT_PROMISED });
        }
    });
}

fn schedule(millis: i32) {
    let next = timer::after(millis, || {
        spawn_local(async {
            // Another tab may have made one meanwhile.
            look_up();
            if unbacked().automatic_in(clock::now_millis()) == Some(0) {
                write().await;
            }
        });
    });
    if let Some(before) = TIMER.replace(Some(next)) {
        before.cancel();
    }
}

/// Lets the user pick the folder for automatic backups; the first is made at once. Call it in answer to a
/// press.
pub fn pick() {
    spawn_local(async {
        if let Some(folder) = picked::pick().await {
            picked::remember(REMEMBERED, &folder).await;
            take(folder).await;
            write().await;
        }
    });
}

/// Asks the browser to let the folder be written to again. Call it in answer to a press.
pub fn allow() {
    let Some(folder) = FOLDER.with_borrow(Clone::clone) else { return };
    spawn_local(async move {
        if folder.ask().await {
            take(folder).await;
            write().await;
        }
    });
}

/// No more automatic backups; what is in the folder stays.
pub fn stop() {
    FOLDER.take();
    set_folder(Folder::None);
    spawn_local(picked::forget(REMEMBERED));
}

/// Saves a backup as a file where the browser puts downloads.
pub fn save() {
    spawn_local(async {
        let changes = untrack(unbacked).changes;
        if exchange_file::save_all().await && !untrack(startup::is_sample) {
            note(|unbacked| unbacked.backed_up(clock::now_millis(), changes));
        }
    });
}

async fn take(folder: picked::Folder) {
    let name = folder.name();
    let is_open = folder.is_open().await;
    FOLDER.set(Some(folder));
    set_folder(if is_open { Folder::Open(name) } else { Folder::Closed(name) });
}

/// Writes a backup into the folder, and removes those that are no longer needed.
async fn write() {
    let Some(folder) = FOLDER.with_borrow(Clone::clone) else { return };
    let changes = untrack(unbacked).changes;
    let signing = devices::ready();
    let made = session::read_present(|store| {
        (store.node(), exchange_file::write(store, &Scope::All, signing.as_ref()))
    });
    let Some((node, text)) = made else { return };
    let written = match write_and_thin_out(&folder, node, &text).await {
        Ok(()) => contents::write(&folder).await,
        failed => failed,
    };
    match written {
        Ok(()) => {
            set_folder(Folder::Open(folder.name()));
            note(|unbacked| unbacked.backed_up(clock::now_millis(), changes));
        }
        Err(FolderFailed) => {
            let is_open = folder.is_open().await;
            let name = folder.name();
            set_folder(if is_open { Folder::Failed(name) } else { Folder::Closed(name) });
            let retry = timer::after(AGAIN, || spawn_local(write()));
            if let Some(before) = TIMER.replace(Some(retry)) {
                before.cancel();
            }
        }
    }
}

async fn write_and_thin_out(folder: &picked::Folder, node: NodeId, text: &str) -> Result<(), FolderFailed> {
    let sealed = match cipher::current() {
        Some(cipher) => Some(cipher.file(text.as_bytes()).ok_or(FolderFailed)?),
        None => None,
    };
    let bytes = sealed.as_deref().unwrap_or(text.as_bytes());
    let (day, hour, minute) = clock::local(clock::now_millis()).ok_or(FolderFailed)?;
    let ending = if sealed.is_some() { SEALED } else { "" };
    let name = BackupTime { day, hour, minute }.file_name(words::FILE_PREFIX, node) + ending;
    folder.write(&name, bytes).await?;
    // What counts is what can be read again.
    let written = folder.file(&name).await?;
    if written.size() != bytes.len() as f64 {
        return Err(FolderFailed);
    }
    let names = folder.names().await?.into_iter();
    let own = names.filter_map(|name| {
        let (at, by) = BackupTime::parse(words::FILE_PREFIX, &name)?;
        (by == node).then_some((at, name))
    });
    let own: Vec<(BackupTime, String)> = own.collect();
    let too_many = to_remove(own.iter().map(|(at, _)| *at).collect(), day);
    for (_, name) in own.iter().filter(|(at, _)| too_many.contains(at)) {
        // One too many does no harm.
        let _ = folder.remove(name).await;
    }
    Ok(())
}

/// The backups in the folder, the latest first; none where it cannot be read.
pub async fn kept() -> Vec<Kept> {
    let Some(folder) = FOLDER.with_borrow(Clone::clone) else { return Vec::new() };
    let node = session::read_present(|store| store.node());
    let names = folder.names().await.unwrap_or_default().into_iter();
    let mut kept: Vec<Kept> = names
        .filter_map(|name| {
            let (at, by) = BackupTime::parse(words::FILE_PREFIX, &name)?;
            Some(Kept { at, is_own: Some(by) == node, name })
        })
        .collect();
    kept.arrange_by(|a, b| b.at.cmp(&a.at));
    kept
}

/// Reads a backup of the folder.
pub async fn read(name: &str) -> Option<LoadedFile> {
    let folder = FOLDER.with_borrow(Clone::clone)?;
    files::read(folder.file(name).await.ok()?).await.ok()
}
