//! Several files at once: one list, one preview of them all, one merge.

mod list;
mod merge;
mod receipt;
mod rows;

pub(super) use receipt::{Receipt, receipt, stored};

use super::incoming::{Content, Incoming, store_contents};
use super::preview::{list, warning};
use super::signed::misfits;
use crate::exchange::json::{Bundle, Together, together};
use crate::exchange::parcel::Parcel;
use crate::i18n::attachments::NOT_STORED;
use crate::i18n::exchange::{self as words, many as own};
use crate::ui::attachments::NoRoom;
use crate::ui::devices;
use crate::ui::lang::{lang, t};
use crate::ui::session;
use crate::ui::widgets::{Banner, BannerKind, Button, ButtonKind, Glyph, Icon, toast};
use crate::web::{clock, timer};
use leptos::prelude::*;
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;

/// The files that wait, each with the number of its coming.
pub(super) type Waiting = RwSignal<Vec<(usize, Incoming)>, LocalStorage>;

/// So many changes are shown without being asked for.
const FEW: usize = 20;

/// A whole file among others.
#[derive(Clone)]
struct Whole {
    number: usize,
    name: String,
    /// What its sender is called in the rows.
    sender: String,
    bundle: Rc<Bundle>,
    parcel: Option<Rc<Parcel>>,
}

/// The whole files and what merging all would do, for closures that must be copied about.
#[derive(Clone, Copy)]
struct Looked(StoredValue<Rc<(Vec<Whole>, Together)>, LocalStorage>);

impl Looked {
    fn rows(self, list: fn(&[Whole], &Together) -> AnyView) -> impl Fn() -> AnyView + Send + 'static {
        move || self.0.with_value(|looked| list(&looked.0, &looked.1))
    }
}

/// Whether a file is shown among the others: whole or refused, not yet merged.
pub(super) fn is_listed(file: &Incoming) -> bool {
    matches!(file.content, Content::Whole(_) | Content::Refused(_))
}

/// How many whole files wait.
pub(super) fn count_whole(files: &[(usize, Incoming)]) -> usize {
    files.iter().filter(|(_, file)| matches!(file.content, Content::Whole(_))).count()
}

fn whole(files: &[(usize, Incoming)]) -> Vec<Whole> {
    let whole = files.iter().filter_map(|(number, file)| match &file.content {
        Content::Whole(bundle) => {
            let from = &bundle.header.from;
            let sender = [&from.unit, &from.name].into_iter().find(|text| !text.is_empty());
            let sender = sender.unwrap_or(&file.name).clone();
            Some(Whole {
                number: *number,
                name: file.name.clone(),
                sender,
                bundle: bundle.clone(),
                parcel: file.parcel.clone(),
            })
        }
        _ => None,
    });
    let mut whole: Vec<Whole> = whole.collect();
    let senders: Vec<String> = whole.iter().map(|file| file.sender.clone()).collect();
    for file in &mut whole {
        // Two files of one unit are told apart by their names.
        if senders.iter().filter(|sender| **sender == file.sender).count() > 1 {
            file.sender.clone_from(&file.name);
        }
    }
    whole
}

/// The article. It is made anew as files come and go and as the ledger changes.
#[component]
pub(super) fn Many(
    files: Waiting,
    /// Takes a file out.
    put_aside: Callback<usize>,
    /// Told what was merged.
    on_merged: Callback<Receipt>,
) -> impl IntoView {
    let busy = RwSignal::new(false);
    let failed = RwSignal::new(false);
    let merge = move || {
        if busy.get_untracked() {
            return;
        }
        busy.set(true);
        failed.set(false);
        spawn_local(async move {
            timer::painted().await;
            let Some(whole) = files.try_with_untracked(|files| whole(files)) else { return };
            let contents: Vec<_> =
                whole.iter().map(|file| (Rc::clone(&file.bundle), file.parcel.clone())).collect();
            match store_contents(&contents, |_| {}).await {
                Err(NoRoom) => toast(NOT_STORED),
                Ok(arrived) => match merge::merge_all(&whole, arrived) {
                    Some(receipt) => _ = on_merged.try_run(receipt),
                    None => _ = failed.try_set(true),
                },
            }
            busy.try_set(false);
        });
    };
    let drop_all = move || {
        let all: Vec<usize> =
            files.with_untracked(|f| f.iter().filter(|(_, f)| is_listed(f)).map(|(n, _)| *n).collect());
        all.into_iter().for_each(|number| put_aside.run(number));
    };
    let body = move || {
        let whole = files.with(|files| whole(files));
        let n = whole.len();
        let bundles: Vec<&Bundle> = whole.iter().map(|file| &*file.bundle).collect();
        let look = |store: &crate::store::Store| {
            together(store.state(), &bundles, store.node(), clock::now_millis())
        };
        let found = session::watch(look).unwrap_or_default();
        let looked = Looked(StoredValue::new_local(Rc::new((whole, found))));
        view! {
            {list::list(files, looked.0.get_value(), put_aside)}
            {preview(looked)}
            <div class="buttons" data-merge="">
                <Button
                    label=Signal::derive(move || own::merge_all(lang(), n))
                    kind=ButtonKind::Primary
                    busy
                    on_press=merge
                />
                <Button label=own::TAKE_OUT_ALL on_press=drop_all/>
            </div>
        }
    };
    let problem = move || {
        failed
            .get()
            .then(|| view! { <Banner kind=BannerKind::Error><p>{move || t(own::NOT_MERGED)}</p></Banner> })
    };
    let title = move || own::files(lang(), files.with(|files| count_whole(files)));
    view! {
        <article class="incoming many">
            <header><Icon glyph=Glyph::File/><h3>{title}</h3></header>
            {problem}
            {body}
        </article>
    }
    .into_any()
}

fn preview(looked: Looked) -> AnyView {
    let all = looked.0.get_value();
    let (files, found) = (&all.0, &all.1.found);
    let lead = if found.is_nothing_new() { own::KNOWN_ALL } else { own::BEFORE };
    let ahead = found.clock_ahead;
    // A minute is what clocks are set to.
    let clock = (ahead >= 60_000).then(|| warning(move || words::clock_ahead(lang(), ahead)));
    let is_newer = files.iter().any(|file| file.bundle.header.is_newer());
    let newer = is_newer.then(|| warning(move || t(own::FROM_NEWER).to_owned()));
    let renew = found.own_unknown.is_some().then(|| warning(move || t(words::OWN_UNKNOWN).to_owned()));
    let settled = found.settled.len();
    let bundles: Vec<&Bundle> = files.iter().map(|file| &*file.bundle).collect();
    let misfits = misfits(&devices::look(&bundles), bundles.iter().map(|bundle| &bundle.header));
    view! {
        <p class="help">{move || t(lead)}</p>
        {misfits}
        {clock} {newer} {renew}
        {list(own::CONFLICTING, found.conflicts.len(), true, looked.rows(rows::conflicting))}
        {list(words::DELETED, found.deleted.len(), true, looked.rows(rows::deleted))}
        {list(words::CHANGED, found.changed.len(), found.changed.len() <= FEW, looked.rows(rows::changed))}
        {list(words::NEW, found.new.len(), false, looked.rows(rows::new))}
        {(settled > 0).then(|| view! { <p>{move || words::with_count(lang(), own::SETTLED, settled)}</p> })}
    }
    .into_any()
}
