//! What merging a file would do, before it is done.

use super::differ::{changed, conflicting, deleted, new};
use super::incoming::look;
use super::signed::{misfits, signature};
use super::told::moment;
use crate::exchange::json::{Bundle, Preview};
use crate::i18n::{Text, exchange as words};
use crate::ui::devices;
use crate::ui::heard::heard;
use crate::ui::lang::{lang, t};
use crate::ui::widgets::{Banner, BannerKind, Button, ButtonKind};
use leptos::ev;
use leptos::prelude::*;
use std::rc::Rc;

/// The most entries of a list that are shown; a county's yearly exchange has fewer.
pub(super) const SHOWN: usize = 300;

/// So many changes are shown without being asked for.
const FEW: usize = 20;

/// A whole file and what merging it would do, for closures that must be copied about.
#[derive(Clone, Copy)]
struct Looked {
    bundle: StoredValue<Rc<Bundle>, LocalStorage>,
    found: StoredValue<Rc<Preview>, LocalStorage>,
}

impl Looked {
    /// The rows of one list.
    fn rows(self, list: fn(&Bundle, &Preview, usize) -> AnyView) -> impl Fn() -> AnyView + Send + 'static {
        move || self.bundle.with_value(|bundle| self.found.with_value(|found| list(bundle, found, SHOWN)))
    }
}

/// The preview of a whole file. It is made anew as other files are merged.
pub(super) fn show(
    bundle: Rc<Bundle>,
    on_merge: impl Fn() + Clone + Send + Sync + 'static,
    on_put_aside: impl Fn() + Clone + Send + Sync + 'static,
) -> AnyView {
    let bundle = StoredValue::new_local(bundle);
    let body = move || {
        let found = bundle.with_value(|bundle| look(bundle));
        let looked = Looked { bundle, found: StoredValue::new_local(Rc::new(found)) };
        body(looked, on_merge.clone(), on_put_aside.clone())
    };
    view! { {body} }.into_any()
}

fn body(
    looked: Looked,
    on_merge: impl Fn() + Send + Sync + 'static,
    on_put_aside: impl Fn() + Send + Sync + 'static,
) -> AnyView {
    let header = looked.bundle.with_value(|bundle| bundle.header.clone());
    let found = looked.found.get_value();
    let signature = signature(header.clone());
    let misfits = looked
        .bundle
        .with_value(|bundle| misfits(&devices::look(&[bundle]), std::iter::once(&bundle.header)));
    let from = header.from.clone();
    let made = moment(header.made);
    let sender = move || words::from(lang(), &from.unit, &from.name, &made);
    let lead = if found.is_nothing_new() { words::KNOWN_ALL } else { words::BEFORE };
    // A minute is what clocks are set to.
    let ahead = found.clock_ahead;
    let clock = (ahead >= 60_000).then(|| warning(move || words::clock_ahead(lang(), ahead)));
    let newer = header.is_newer().then(|| warning(move || t(words::FROM_NEWER).to_owned()));
    let own = found.own_unknown.is_some().then(|| warning(move || t(words::OWN_UNKNOWN).to_owned()));
    let settled = found.settled.len();
    view! {
        <p class="sender">{sender}</p>
        {signature}
        {misfits}
        <p class="help">{move || t(lead)}</p>
        {clock} {newer} {own}
        {list(words::CONFLICTING, found.conflicts.len(), true, looked.rows(conflicting))}
        {list(words::DELETED, found.deleted.len(), true, looked.rows(deleted))}
        {list(words::CHANGED, found.changed.len(), found.changed.len() <= FEW, looked.rows(changed))}
        {list(words::NEW, found.new.len(), false, looked.rows(new))}
        {(settled > 0).then(|| view! { <p>{move || words::with_count(lang(), words::SETTLED, settled)}</p> })}
        <div class="buttons" data-merge="">
            <Button label=words::MERGE kind=ButtonKind::Primary on_press=on_merge/>
            <Button label=words::DROP_IT on_press=on_put_aside/>
        </div>
    }
    .into_any()
}

pub(super) fn warning(text: impl Fn() -> String + Send + 'static) -> AnyView {
    view! { <Banner kind=BannerKind::Warning><p>{text}</p></Banner> }.into_any()
}

/// One list; nothing where it is empty. Its rows are made when it is opened first.
pub(super) fn list(
    title: Text,
    count: usize,
    open: bool,
    rows: impl Fn() -> AnyView + Send + 'static,
) -> Option<AnyView> {
    if count == 0 {
        return None;
    }
    let opened = RwSignal::new(open);
    let rest = count.saturating_sub(SHOWN);
    let content = move || {
        opened.get().then(|| {
            let more =
                (rest > 0).then(|| view! { <p class="quiet">{move || words::and_more(lang(), rest)}</p> });
            view! { <div class="table-scroll">{rows()}</div> {more} }
        })
    };
    Some(
        view! {
            <details open=open on:toggle=heard(ev::toggle, move |_| opened.set(true))>
                <summary>{move || words::with_count(lang(), title, count)}</summary>
                {content}
            </details>
        }
        .into_any(),
    )
}
