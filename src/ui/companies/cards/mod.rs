//! Business cards as contacts: a file is chosen or dropped, each card looked at, all imported at once.

mod row;
mod unread;
mod work;

use crate::domain::RecordId;
use crate::i18n::companies::{self as company_words, cards as words};
use crate::i18n::widgets;
use crate::ui::card_files;
use crate::ui::heard::heard;
use crate::ui::lang::{lang, t};
use crate::ui::session;
use crate::ui::state::prefs;
use crate::ui::widgets::{Banner, Button, ButtonKind, Checkbox, Dialog, DropZone, LoadedFile};
use crate::web::files;
use leptos::ev;
use leptos::prelude::*;
use leptos::task::spawn_local;
use row::CardRow;
use unread::{problems, unread};
use web_sys::DragEvent;
use work::Work;

/// How many cards are shown at first.
const SHOWN_AT_FIRST: usize = 50;

/// The dialog, and the place around a list where files of cards may be dropped.
#[component]
pub(super) fn Cards(
    /// Whether it is open.
    open: RwSignal<bool>,
    /// The company whose page this is, if it is one's.
    #[prop(optional)]
    home: Option<RecordId>,
    /// What files may be dropped on.
    children: Children,
) -> impl IntoView {
    let work = Work::new(home);
    let show = move |files: Vec<LoadedFile>| {
        work.open(&files);
        open.set(true);
    };
    // What was dropped on another page.
    Effect::new(move || {
        let files = card_files::brought();
        if !files.is_empty() {
            untrack(|| show(files));
        }
    });
    let on_over = move |event: DragEvent| {
        if files::holds_files(event.data_transfer()) {
            event.prevent_default();
        }
    };
    let on_drop = move |event: DragEvent| {
        let dropped = files::list(event.data_transfer().and_then(|data| data.files()));
        if dropped.is_empty() {
            return;
        }
        event.prevent_default();
        // A past day is only looked at.
        if !session::is_now() {
            return;
        }
        spawn_local(async move {
            let mut read = Vec::new();
            for file in dropped {
                read.extend(files::read(file).await);
            }
            if open.try_get_untracked() == Some(false) && !read.is_empty() {
                show(read);
            }
        });
    };
    let go = move || {
        if work.import() {
            open.set(false);
        }
    };
    let taken = Memo::new(move |_| {
        let counts = work.told.read().counts;
        counts.new + counts.filled
    });
    let is_read = Memo::new(move |_| work.is_read());
    let footer = move || {
        let import = Signal::derive(move || words::import(lang(), taken.get()));
        let buttons = move || {
            is_read.get().then(|| {
                view! {
                    <Button label=words::OTHER_FILE kind=ButtonKind::Quiet on_press=move || work.start_over()/>
                    <Button
                        label=import
                        kind=ButtonKind::Primary
                        disabled=Signal::derive(move || work.told.read().is_nothing || prefs::on_projector())
                        on_press=go
                    />
                }
            })
        };
        view! {
            <Button label=widgets::CANCEL on_press=move || open.set(false)/>
            {buttons}
        }
    };
    let body = move || match (prefs::on_projector(), is_read.get()) {
        (true, _) => view! { <p class="quiet">{move || t(company_words::HIDDEN)}</p> }.into_any(),
        (false, false) => source(work),
        (false, true) => preview(work),
    };
    view! {
        <div class="takes-cards" on:dragover=heard(ev::dragover, on_over) on:drop=heard(ev::drop, on_drop)>
            {children()}
        </div>
        <Dialog open title=words::TITLE wide=true footer on_close=move |()| work.start_over()>
            <div class="cards">{body}</div>
        </Dialog>
    }
    .into_any()
}

/// Where a file is chosen.
fn source(work: Work) -> AnyView {
    let take = move |files: Vec<LoadedFile>| work.open(&files);
    view! {
        {problems(work)}
        <DropZone label=words::DROP accept=".vcf,.vcard,text/vcard" multiple=true on_files=take/>
        <p class="quiet">{move || t(words::HOW)}</p>
    }
    .into_any()
}

/// What becomes of each card.
fn preview(work: Work) -> AnyView {
    let all = RwSignal::new(false);
    let total = Memo::new(move |_| work.cards.read().len());
    let summary = move || {
        let unread = work.unread.read().len();
        words::summary(lang(), total.get() + unread, unread, work.told.read().counts)
    };
    let shown = move || if all.get() { total.get() } else { total.get().min(SHOWN_AT_FIRST) };
    let rest = move || {
        (shown() < total.get()).then(|| {
            let label = Signal::derive(move || company_words::show_all(lang(), total.get()));
            view! { <Button label kind=ButtonKind::Quiet on_press=move || all.set(true)/> }
        })
    };
    let nothing = move || {
        let told = work.told.read();
        (told.is_nothing && told.counts.known > 0 && told.counts.homeless == 0).then(|| {
            view! { <Banner><p>{move || t(words::NOTHING)}</p></Banner> }
        })
    };
    view! {
        {problems(work)}
        <p data-test="cards-summary" aria-live="polite">{summary}</p>
        {nothing}
        {unread(work)}
        {choose_all(work, total)}
        <ul class="card-rows">
            <For each=move || 0..shown() key=|at| *at children=move |at| view! { <CardRow work at/> }/>
        </ul>
        {rest}
    }
    .into_any()
}

/// A box for all cards at once.
fn choose_all(work: Work, total: Memo<usize>) -> AnyView {
    let checked = RwSignal::new(true);
    let taken = Memo::new(move |_| work.decisions.read().iter().filter(|decision| decision.is_taken).count());
    Effect::new(move || checked.set(taken.get() == total.get()));
    let set = move |on: bool| {
        work.decisions.update(|decisions| decisions.iter_mut().for_each(|decision| decision.is_taken = on));
    };
    let mixed = Signal::derive(move || taken.get() > 0 && taken.get() < total.get());
    let shown =
        move || (total.get() > 1).then(|| view! { <Checkbox checked label=words::ALL mixed on_change=set/> });
    view! { <div class="card-all">{shown}</div> }.into_any()
}
