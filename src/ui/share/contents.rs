//! The contents of attachments as a shared place sees them.

use crate::domain::Kind;
use crate::domain::field::AttachmentField;
use crate::exchange::share::contents::{Named, Shelf};
use crate::ledger::CellKey;
use crate::rules::attachments::attachment;
use crate::ui::{attachments, session};
use std::collections::BTreeSet;

/// What lies in this browser.
pub(super) struct Stock;

impl Shelf for Stock {
    fn named(&self) -> Vec<Named> {
        let named = session::read_present(|store| {
            let state = store.state();
            let each = state.live(Kind::Attachment).filter_map(|(id, record)| {
                let digest = attachment(state, id).digest;
                let cell = record.cell(CellKey::one(AttachmentField::Digest))?;
                (!digest.is_empty()).then_some(Named { digest, author: cell.stamp.node })
            });
            each.collect::<Vec<_>>()
        });
        named.unwrap_or_default()
    }

    async fn here(&self) -> BTreeSet<String> {
        match attachments::contents().await {
            Some(contents) => contents.digests().await.unwrap_or_default(),
            None => BTreeSet::new(),
        }
    }

    async fn get(&self, digest: &str) -> Option<Vec<u8>> {
        attachments::contents().await?.get(digest).await
    }

    async fn put(&self, digest: &str, content: &[u8]) -> bool {
        match attachments::contents().await {
            Some(contents) => attachments::keep(&contents, digest, content).await,
            None => false,
        }
    }
}
