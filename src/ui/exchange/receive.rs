//! Receiving files: dropped, read, previewed, merged.

use super::incoming::{Content, Incoming, merge};
use super::kept::KeptBackups;
use super::preview::show;
use super::problems::problems;
use crate::exchange::notes::Received;
use crate::i18n::exchange as words;
use crate::ui::lang::{lang, t};
use crate::ui::routes::{A, Route};
use crate::ui::widgets::{Banner, BannerKind, DropZone, Glyph, Icon, IconButton, LoadedFile, toast};
use leptos::prelude::*;

/// The drop area and the files waiting.
#[component]
pub(super) fn Receive() -> impl IntoView {
    // Latest last; a file has the number of its coming.
    let files = RwSignal::new_local(Vec::<(usize, Incoming)>::new());
    let coming = StoredValue::new(0usize);
    let take = move |loaded: Vec<LoadedFile>| {
        files.update(|files| {
            for file in &loaded {
                let number = coming.get_value();
                coming.set_value(number + 1);
                files.push((number, Incoming::read(file)));
            }
        });
    };
    let numbers = move || files.with(|files| files.iter().map(|(number, _)| *number).collect::<Vec<_>>());
    let put_aside = move |number: usize| files.update(|files| files.retain(|(n, _)| *n != number));
    let merge_one = move |number: usize| {
        let found =
            files.with_untracked(|files| files.iter().find(|(n, _)| *n == number).map(|f| f.1.clone()));
        let Some(Incoming { name, content: Content::Whole(bundle) }) = found else { return };
        match merge(&name, &bundle) {
            Some(received) => files.update(|files| {
                if let Some((_, file)) = files.iter_mut().find(|(n, _)| *n == number) {
                    file.content = Content::Merged(received);
                }
            }),
            None => toast(words::NOT_MERGED),
        }
    };
    let card = move |number: usize| {
        let name =
            files.with_untracked(|files| files.iter().find(|(n, _)| *n == number).map(|f| f.1.name.clone()));
        let body = move || {
            let found =
                files.with(|files| files.iter().find(|(n, _)| *n == number).map(|f| f.1.content.clone()));
            match found? {
                Content::Refused(found) => Some(problems(&found)),
                Content::Whole(bundle) => {
                    Some(show(bundle, move || merge_one(number), move || put_aside(number)))
                }
                Content::Merged(received) => Some(receipt(&received)),
            }
        };
        let label = Signal::derive(|| t(crate::i18n::widgets::CLOSE).to_owned());
        view! {
            <article class="incoming">
                <header>
                    <Icon glyph=Glyph::File/>
                    <h3>{name}</h3>
                    <IconButton glyph=Glyph::Close label on_press=move || put_aside(number)/>
                </header>
                {body}
            </article>
        }
    };
    view! {
        <DropZone label=words::DROP accept=".json" multiple=true on_files=take/>
        <KeptBackups on_open=Callback::new(move |file| take(vec![file]))/>
        <For each=numbers key=|number| *number children=card/>
    }
    .into_any()
}

/// What a merge did, and the way to what is left to settle.
fn receipt(received: &Received) -> AnyView {
    let Received { new, changed, conflicts, .. } = *received;
    let twins = (new > 0).then(|| view! { <A to=Route::Duplicates>{move || t(words::TO_DUPLICATES)}</A> });
    let inbox = (conflicts > 0).then(|| view! { <A to=Route::Conflicts>{move || t(words::TO_INBOX)}</A> });
    view! {
        <Banner kind=BannerKind::Info>
            <p>
                <strong data-merged="">{move || t(words::MERGED)}</strong> " "
                {move || words::receipt(lang(), new, changed, conflicts)}
            </p>
            {inbox}
            {twins}
        </Banner>
    }
    .into_any()
}
