//! The devices whose files came in, each with its fingerprint, and what in their histories does not fit.

use super::signed::{confirm, told};
use super::told::moment;
use crate::exchange::seal::{Finding, PublicKey};
use crate::i18n::devices as words;
use crate::ledger::NodeId;
use crate::ui::devices;
use crate::ui::lang::t;
use crate::ui::widgets::{Banner, BannerKind, Button, ButtonKind};
use crate::ui::{session, startup};
use crate::web::timer;
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

/// One device.
#[derive(Clone, PartialEq)]
struct Line {
    node: NodeId,
    who: String,
    key: PublicKey,
    trusted: bool,
    sealed: String,
}

/// The section; nothing in the sample county.
#[component]
pub(super) fn Devices() -> impl IntoView {
    let lines = Memo::new(|_| {
        let seals = devices::known();
        session::watch_present(|store| {
            let own = store.node();
            let others = seals.iter().filter(|(node, _)| *node != own);
            others
                .map(|(node, pinned)| Line {
                    node,
                    who: devices::who(store, node).unwrap_or_else(|| node.to_string()),
                    key: pinned.key,
                    trusted: pinned.trusted,
                    sealed: seals.latest(node).map(|seal| moment(seal.until.millis())).unwrap_or_default(),
                })
                .collect::<Vec<_>>()
        })
        .unwrap_or_default()
    });
    // Looked for once the page stands: it reads the whole history.
    let found = RwSignal::new_local(Vec::<Finding>::new());
    Effect::new(move || {
        devices::known();
        spawn_local(async move {
            timer::painted().await;
            let misfits = untrack(|| devices::look(&[]));
            found.try_set(misfits);
        });
    });
    let misfits = move || {
        let found = found.get().into_iter().filter(|finding| finding.accuses());
        let banner = |finding: Finding| {
            let settle = move || devices::change(|seals| seals.settle(finding.node));
            view! {
                <Banner kind=BannerKind::Warning>
                    <p>{move || told(finding, None)}</p>
                    <Button label=words::NOTED kind=ButtonKind::Quiet on_press=settle/>
                </Banner>
            }
        };
        found.map(banner).collect_view()
    };
    let row = |line: Line| {
        let standing = if line.trusted {
            view! { <span>{move || t(words::TRUSTED)}</span> }.into_any()
        } else {
            view! { <span class="quiet">{move || t(words::UNCONFIRMED)}</span> " " {confirm(line.node, line.key, words::CONFIRM)} }
                .into_any()
        };
        view! {
            <tr>
                <th scope="row">{line.who}</th>
                <td><code>{line.key.fingerprint()}</code></td>
                <td>{standing}</td>
                <td><time>{line.sealed}</time></td>
            </tr>
        }
    };
    let table = move || {
        let lines = lines.get();
        (!lines.is_empty()).then(|| {
            let heads = [words::WHO, words::FINGERPRINT, words::STANDING, words::SEALED];
            let heads = heads.map(|head| view! { <th scope="col">{t(head)}</th> });
            view! {
                <div class="table-scroll">
                    <table>
                        <thead><tr>{heads.collect_view()}</tr></thead>
                        <tbody>{lines.into_iter().map(row).collect_view()}</tbody>
                    </table>
                </div>
            }
        })
    };
    let own = || devices::own_fingerprint();
    let section = move || {
        (!startup::is_sample()).then(|| {
            view! {
                <section class="devices" aria-label=move || t(words::DEVICES)>
                    <h2>{move || t(words::DEVICES)}</h2>
                    <p class="help">{move || t(words::TEXT)}</p>
                    <p><span class="quiet">{move || t(words::OWN)}</span> " " <code>{own()}</code></p>
                    {misfits}
                    {table}
                </section>
            }
        })
    };
    view! { {section} }.into_any()
}
