//! A file of the pipeline with the contents of its attachments.

use super::stock::{contents, here};
use crate::exchange::encrypted::EncryptedWriter;
use crate::exchange::json::{Scope, attachments_of};
use crate::exchange::parcel::{self, Excess, Packed, ParcelWriter, places};
use crate::i18n::attachments as words;
use crate::rules::backups::SEALED;
use crate::ui::exchange_file::ExchangeFile;
use crate::ui::session;
use crate::ui::state::prefs;
use crate::web::files::Pieces;
use crate::web::timer;
use leptos::prelude::*;

/// The contents that belong to a part of the pipeline.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Bundled {
    /// Those that are here.
    pub here: Vec<Packed>,
    /// How many are not.
    pub elsewhere: usize,
}

impl Bundled {
    /// Bytes of those that are here.
    pub fn size(&self) -> u64 {
        parcel::size(&self.here)
    }

    /// Why one file cannot hold them; `None` if it can.
    pub fn excess(&self) -> Option<Excess> {
        parcel::excess(&self.here)
    }
}

/// The contents of a part of the pipeline; followed when read reactively.
pub fn bundled(scope: &Scope) -> Bundled {
    let within = words::FOLDER.get(prefs::language().get_untracked());
    let all =
        session::watch_present(|store| places(store.state(), &attachments_of(store.state(), scope), within))
            .unwrap_or_default();
    if all.is_empty() {
        return Bundled::default();
    }
    let stock = here().unwrap_or_default();
    let (here, elsewhere): (Vec<_>, Vec<_>) =
        all.into_iter().partition(|packed| stock.contains(&packed.digest));
    Bundled { here, elsewhere: elsewhere.len() }
}

/// Saves a file with contents: an archive, encrypted if there is what to encrypt with. `on_each` is told how many
/// contents are done. `false` if the browser had no room.
pub async fn save(
    file: ExchangeFile,
    packed: &[Packed],
    encryption: Option<(EncryptedWriter, Vec<u8>)>,
    on_each: impl Fn(usize),
) -> bool {
    let Some(contents) = contents().await else { return false };
    let stem = file.name.strip_suffix(".json").unwrap_or(&file.name).to_owned();
    let mut archive = ParcelWriter::new(&file.name, &file.text);
    let pieces = Pieces::default();
    let (mut writer, head) = encryption.map_or((None, Vec::new()), |(writer, head)| (Some(writer), head));
    let mut push = |bytes: &[u8]| match &mut writer {
        Some(writer) => pieces.push(&writer.write(bytes)),
        None => pieces.push(bytes),
    };
    let mut has_room = pieces.push(&head);
    for (done, packed) in packed.iter().enumerate() {
        on_each(done);
        timer::painted().await;
        // What is damaged cannot be sent.
        if let Some(content) = contents.get(&packed.digest).await {
            has_room &= push(&archive.before(&packed.path, &content)) && push(&content);
        }
    }
    has_room &= push(&archive.finish());
    let ending = if writer.is_some() { SEALED } else { "" };
    if let Some(writer) = writer {
        has_room &= pieces.push(&writer.finish());
    }
    if has_room {
        pieces.save(&format!("{stem}.zip{ending}"), "application/zip");
    }
    has_room
}
