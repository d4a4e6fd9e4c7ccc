//! Whose a file is, and what in the histories it brings does not fit.

use super::preview::warning;
use super::told::moment;
use crate::exchange::json::Header;
use crate::exchange::seal::{Finding, PublicKey, Signed, What, sender};
use crate::i18n::Text;
use crate::i18n::devices as words;
use crate::ledger::NodeId;
use crate::ui::devices;
use crate::ui::lang::{lang, t};
use crate::ui::session;
use crate::ui::widgets::{Banner, BannerKind, Button, ButtonKind};
use leptos::prelude::*;

/// The line on the signature; a banner where something is the matter. Followed: it may be confirmed here.
pub(super) fn signature(header: Header) -> AnyView {
    let node = header.from.node;
    let state = move || sender(&header, &devices::known());
    let view = move || match state() {
        Signed::Known => line("known", words::KNOWN),
        Signed::Unsigned => line("unsigned", words::UNSIGNED),
        Signed::New(key) => {
            let told = move || words::new(lang(), &key.fingerprint());
            view! { <p class="signed" data-signed="new">{told} " " {confirm(node, key, words::CONFIRM)}</p> }
                .into_any()
        }
        Signed::Changed { was, now } => {
            let told = move || words::changed(lang(), &was.fingerprint(), &now.fingerprint());
            view! {
                <Banner kind=BannerKind::Error>
                    <p data-signed="changed">{told}</p>
                    {confirm(node, now, words::ACCEPT)}
                </Banner>
            }
            .into_any()
        }
        Signed::Broken => view! {
            <Banner kind=BannerKind::Error><p data-signed="broken">{move || t(words::BROKEN)}</p></Banner>
        }
        .into_any(),
    };
    view.into_any()
}

fn line(sort: &'static str, words: Text) -> AnyView {
    view! { <p class="signed" data-signed=sort>{move || t(words)}</p> }.into_any()
}

pub(super) fn confirm(node: NodeId, key: PublicKey, label: Text) -> AnyView {
    let trust = move || devices::change(|seals| seals.trust(node, key));
    view! { <Button label kind=ButtonKind::Quiet on_press=trust/> }.into_any()
}

/// What does not fit, each with whose it is; who that is the files may know alone.
pub(super) fn misfits<'h>(found: &[Finding], files: impl Iterator<Item = &'h Header> + Clone) -> AnyView {
    let each = found.iter().filter(|finding| finding.accuses()).map(|finding| {
        let finding = *finding;
        let named = files.clone().find_map(|header| header.authors.get(&finding.node));
        let named = named.map(|(name, unit)| [&**unit, name].join(" ").trim().to_owned());
        warning(move || told(finding, named.as_deref()))
    });
    each.collect_view().into_any()
}

/// One of them in words.
pub(super) fn told(finding: Finding, named: Option<&str>) -> String {
    let l = lang();
    let known = session::watch_present(|store| devices::who(store, finding.node)).flatten();
    let who = known.or_else(|| named.map(str::to_owned)).unwrap_or_else(|| finding.node.to_string());
    match finding.what {
        What::Altered { after, until } | What::Divided { after, until, .. } => {
            let after = after.map(|after| moment(after.millis()));
            words::altered(l, &who, after.as_deref(), &moment(until.millis()))
        }
        What::Forged => words::forged(l, &who),
        What::Rekeyed { .. } => words::rekeyed(l, &who),
    }
}
