//! 附件 of one project, or of one finding: small pictures, a place to drop files on, and each by itself.

pub mod picture;
mod tile;
mod viewer;

use crate::domain::{Kind, RecordId};
use crate::i18n::attachments as words;
use crate::rules::attachments::{Attachment, attachment};
use crate::ui::attachments::{self, Taken};
use crate::ui::lang::{lang, t};
use crate::ui::session;
use crate::ui::widgets::{FileDrop, Progress};
use crate::web::files;
use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::{ClipboardEvent, File};

/// The attachments, newest first, each with its record.
type Listed = Memo<Vec<(RecordId, Attachment)>>;

/// The panel of a project, or of a finding of an inspection.
#[component]
pub fn Attachments(
    /// Which project or finding.
    id: RecordId,
) -> impl IntoView {
    let listed: Listed = Memo::new(move |_| {
        session::watch(|store| {
            let ids = store.index().of(Kind::Attachment, id).iter();
            ids.map(|&id| (id, attachment(store.state(), id))).collect()
        })
        .unwrap_or_default()
    });
    // What another tab, or a file, brought is looked for when its record is here.
    Effect::new(move || {
        if listed.with(|listed| !listed.is_empty()) {
            attachments::look();
        }
    });
    let taking = RwSignal::new(None::<(usize, usize)>);
    let taken = RwSignal::new(Taken::default());
    let is_past = Memo::new(|_| session::past_day().is_some());
    let take = move |list: Vec<File>| {
        if is_past.get_untracked() || taking.get_untracked().is_some() {
            return;
        }
        let total = list.len();
        taking.set(Some((0, total)));
        taken.set(Taken::default());
        spawn_local(async move {
            let found = attachments::take(id, list, |done| _ = taking.try_set(Some((done, total)))).await;
            taking.try_set(None);
            taken.try_set(found);
        });
    };
    // A picture of the screen is in the clipboard and nowhere else.
    let pasted = window_event_listener(ev::paste, move |event: ClipboardEvent| {
        let list = files::list(event.clipboard_data().and_then(|data| data.files()));
        let holds_text = !files::pasted(&event).text.is_empty();
        if !list.is_empty() && !holds_text {
            event.prevent_default();
            take(list);
        }
    });
    on_cleanup(move || pasted.remove());
    let busy = Memo::new(move |_| taking.read().is_some());
    let problem = Signal::derive(move || {
        let taken = taken.read();
        let place = taken.has_no_place.then(|| t(words::NO_PLACE).to_owned());
        let refused = taken.refused.iter().map(|(why, names)| words::refused(lang(), *why, names));
        place.into_iter().chain(refused).collect::<Vec<_>>().join("\n")
    });
    let drop = move || {
        (!is_past.get()).then(|| {
            let label = Signal::derive(|| t(words::DROP).to_owned());
            view! { <FileDrop label multiple=true busy problem on_files=take/> }
        })
    };
    let shown = RwSignal::new(None::<RecordId>);
    let ids = move || listed.read().iter().map(|(id, _)| *id).collect::<Vec<_>>();
    let tile = move |id: RecordId| view! { <tile::Tile id listed on_show=move || shown.set(Some(id))/> };
    let count = move || {
        let n = listed.read().len();
        (n > 0).then(|| view! { <span class="count">{n}</span> })
    };
    view! {
        <section class="panel attachments" aria-label=move || t(words::ATTACHMENTS)>
            <h2>{move || t(words::ATTACHMENTS)} " " {count}</h2>
            <ul class="tiles"><For each=ids key=|id| *id children=tile/></ul>
            {drop}
            <Progress label=words::TAKING at=taking/>
            <viewer::Viewer listed shown/>
        </section>
    }
    .into_any()
}
