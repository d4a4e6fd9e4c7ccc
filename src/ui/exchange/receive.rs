//! Receiving files: dropped, read one after another, previewed, merged. One file is looked at alone, several
//! together.

use super::by_hand::Scan;
use super::incoming::{Content, Incoming, merge, store_contents};
use super::kept::KeptBackups;
use super::many::{self, Many, Receipt, Waiting, count_whole, is_listed};
use super::preview::show;
use super::problems::problems;
use super::unlock::unlock;
use crate::exchange::notes::Received;
use crate::exchange::parcel::Parcel;
use crate::i18n::attachments::{self, NOT_STORED, TAKING};
use crate::i18n::companies::cards;
use crate::i18n::exchange::{self as words, many::READING};
use crate::ui::attachments::{Arrived, NoRoom};
use crate::ui::card_files;
use crate::ui::lang::{lang, t};
use crate::ui::routes::{A, Route};
use crate::ui::widgets::{
    Banner, BannerKind, Button, DropZone, Glyph, Icon, IconButton, LoadedFile, Progress, toast,
};
use crate::web::timer;
use leptos::prelude::*;
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;

/// The drop area and the files waiting.
#[component]
pub(super) fn Receive() -> impl IntoView {
    // Latest last; a file has the number of its coming.
    let files: Waiting = RwSignal::new_local(Vec::new());
    let receipts = RwSignal::new_local(Vec::<Receipt>::new());
    let coming = StoredValue::new(0usize);
    // How many files are read, of how many.
    let reading = RwSignal::new(None::<(usize, usize)>);
    // What was begun before is let go when this has grown.
    let turn = StoredValue::new(0usize);
    let take = move |loaded: Vec<LoadedFile>| {
        spawn_local(async move {
            let total = loaded.len();
            let mine = turn.try_get_value().unwrap_or_default();
            for (done, file) in loaded.into_iter().enumerate() {
                if total > 1 {
                    reading.try_set(Some((done, total)));
                    // The page says how far it is, and takes input, between two files.
                    timer::painted().await;
                }
                if turn.try_get_value() != Some(mine) {
                    return;
                }
                let read = Incoming::read(file);
                let number = coming.try_get_value().unwrap_or_default();
                coming.try_set_value(number + 1);
                files.try_update(|files| files.push((number, read)));
            }
            reading.try_set(None);
        });
    };
    let stop = move || {
        turn.update_value(|turn| *turn += 1);
        reading.set(None);
    };
    let together = Memo::new(move |_| reading.read().is_none() && files.with(|f| count_whole(f) > 1));
    let storing = RwSignal::new(None::<(usize, usize)>);
    let is_reading = Memo::new(move |_| reading.read().is_some());
    // Several files are not shown one by one; neither are those that come while others are read.
    let numbers = move || {
        let hidden = together.get() || is_reading.get();
        let shown = |(number, file): &(usize, Incoming)| (!hidden || !is_listed(file)).then_some(*number);
        files.with(|files| files.iter().filter_map(shown).collect::<Vec<_>>())
    };
    let put_aside = move |number: usize| files.update(|files| files.retain(|(n, _)| *n != number));
    let put = move |number: usize, file: Incoming| {
        files.try_update(|files| {
            if let Some((_, waiting)) = files.iter_mut().find(|(n, _)| *n == number) {
                *waiting = file;
            }
        });
    };
    let merge_one = move |number: usize| {
        let found =
            files.with_untracked(|files| files.iter().find(|(n, _)| *n == number).map(|f| f.1.clone()));
        let Some(Incoming { name, content: Content::Whole(bundle), parcel }) = found else { return };
        if storing.get_untracked().is_some() {
            return;
        }
        let coming = Rc::clone(&bundle);
        let done = move |arrived| match merge(&name, &bundle) {
            Some(received) => {
                put(
                    number,
                    Incoming {
                        name: name.clone(),
                        content: Content::Merged(received, arrived),
                        parcel: None,
                    },
                );
            }
            None => toast(words::NOT_MERGED),
        };
        let Some(parcel) = parcel else { return done(Arrived::default()) };
        let total = parcel.count();
        storing.set(Some((0, total)));
        spawn_local(async move {
            let coming = [(coming, Some(parcel))];
            let stored = store_contents(&coming, |each| _ = storing.try_set(Some((each, total)))).await;
            storing.try_set(None);
            match stored {
                Ok(arrived) => done(arrived),
                Err(NoRoom) => toast(NOT_STORED),
            }
        });
    };
    let name_of = move |number: usize| {
        let name =
            files.with_untracked(|files| files.iter().find(|(n, _)| *n == number).map(|f| f.1.name.clone()));
        name.unwrap_or_default()
    };
    let parcel_of = move |number: usize| {
        files
            .with_untracked(|files| files.iter().find(|(n, _)| *n == number).and_then(|f| f.1.parcel.clone()))
    };
    let card = move |number: usize| {
        let body = move || {
            let found =
                files.with(|files| files.iter().find(|(n, _)| *n == number).map(|f| f.1.content.clone()));
            match found? {
                Content::Encrypted(bytes) => {
                    let opened = move |file: Incoming| put(number, file);
                    Some(unlock(name_of(number), bytes, opened))
                }
                Content::Refused(found) => Some(problems(&found)),
                Content::Whole(bundle) => {
                    let preview = show(bundle, move || merge_one(number), move || put_aside(number));
                    Some(view! { {along(parcel_of(number))} {preview} }.into_any())
                }
                Content::Merged(received, arrived) => Some(receipt(&received, arrived)),
                Content::Cards(file) => Some(elsewhere(file)),
            }
        };
        let label = Signal::derive(|| t(crate::i18n::widgets::CLOSE).to_owned());
        view! {
            <article class="incoming">
                <header>
                    <Icon glyph=Glyph::File/>
                    <h3>{name_of(number)}</h3>
                    <IconButton glyph=Glyph::Close label on_press=move || put_aside(number)/>
                </header>
                {body}
            </article>
        }
    };
    let merged = move |receipt: Receipt| {
        files.update(|files| files.retain(|(number, _)| !receipt.numbers.contains(number)));
        receipts.update(|receipts| receipts.push(receipt));
    };
    let many = move || {
        together.get().then(|| {
            view! { <Many files put_aside=Callback::new(put_aside) on_merged=Callback::new(merged)/> }
        })
    };
    let told = move || {
        let close = move |at: usize| receipts.update(|receipts| _ = receipts.remove(at));
        let each = receipts.get().into_iter().enumerate();
        each.map(|(at, receipt)| many::receipt(receipt, move || close(at))).collect_view()
    };
    view! {
        <DropZone label=words::DROP accept=".json,.zip,.age,.vcf" multiple=true on_files=take/>
        <div class="other-ways"><Scan on_file=Callback::new(move |file| take(vec![file]))/></div>
        <Progress label=READING at=reading on_cancel=stop/>
        <Progress label=TAKING at=storing/>
        <KeptBackups on_open=Callback::new(move |file| take(vec![file]))/>
        {told}
        {many}
        <For each=numbers key=|number| *number children=card/>
    }
    .into_any()
}

/// What comes along with a file.
fn along(parcel: Option<Rc<Parcel>>) -> Option<AnyView> {
    let parcel = parcel?;
    let (n, size) = (parcel.count(), parcel.size());
    Some(view! { <p class="along">{move || attachments::brings(lang(), n, size)}</p> }.into_any())
}

/// Where business cards belong, and the way there.
fn elsewhere(file: Rc<LoadedFile>) -> AnyView {
    let file = StoredValue::new_local(file);
    let go = move || file.with_value(|file| card_files::bring(vec![file.as_ref().clone()]));
    view! {
        <Banner kind=BannerKind::Info>
            <p>{move || t(cards::BELONGS_HERE)}</p>
            <Button label=cards::OPEN_THERE on_press=go/>
        </Banner>
    }
    .into_any()
}

/// What a merge did, and the way to what is left to settle.
fn receipt(received: &Received, arrived: Arrived) -> AnyView {
    let Received { new, changed, conflicts, .. } = *received;
    let twins = (new > 0).then(|| view! { <A to=Route::Duplicates>{move || t(words::TO_DUPLICATES)}</A> });
    let inbox = (conflicts > 0).then(|| view! { <A to=Route::Conflicts>{move || t(words::TO_INBOX)}</A> });
    view! {
        <Banner kind=BannerKind::Info>
            <p>
                <strong data-merged="">{move || t(words::MERGED)}</strong> " "
                {move || words::receipt(lang(), new, changed, conflicts)}
                {many::stored(arrived)}
            </p>
            {inbox}
            {twins}
        </Banner>
    }
    .into_any()
}
