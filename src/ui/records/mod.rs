//! Records of one kind as a page: their table, and the one that is open beside it.

mod form;
pub mod sums;
mod switch;

pub use form::RecordForm;
pub use switch::WorkSwitch;

use crate::domain::{Kind, RecordId};
use crate::i18n::{Text, labels, table as table_words, values, work as words};
use crate::ledger::{Action, Edit};
use crate::rules::fresh::fresh;
use crate::rules::me::me;
use crate::ui::lang::{lang, t};
use crate::ui::routes::{Route, Work, navigate, set_query, use_query};
use crate::ui::session;
use crate::ui::shell::Page;
use crate::ui::shortcuts;
use crate::ui::table::grid::Grid;
use crate::ui::table::{RecordTable, address, export, views};
use crate::ui::widgets::{Button, ButtonKind, Choice, EmptyState, Glyph, Segmented, SidePanel};
use leptos::prelude::*;

/// What the address calls the record that is open beside the table.
pub const OPEN: &str = "open";
/// What it calls the kind of record that is listed, on a page of several.
const KIND: &str = "kind";

/// What stands under the fields of a record of a page.
pub type Beyond = fn(RecordId) -> AnyView;
/// What else can be done with a list of a kind, whether it is empty or not.
pub type Offer = fn(Kind) -> AnyView;

/// A page of records.
#[component]
pub fn RecordsPage(
    /// Which page it is.
    work: Work,
    /// The kinds of record listed here; the first one at first.
    kinds: &'static [Kind],
    /// What the page computes from the records, above the table.
    #[prop(optional, into)]
    summary: Option<ViewFn>,
    /// What stands under the fields of the record that is open.
    #[prop(optional)]
    beyond: Option<Beyond>,
    /// What else can be done with a list.
    #[prop(optional)]
    offer: Option<Offer>,
    /// What another view of the page is called, which stands where no kind is asked for.
    #[prop(optional)]
    overview: Option<Text>,
) -> impl IntoView {
    let asked = use_query(KIND);
    let kind = Memo::new(move |_| {
        let asked = asked.read();
        kinds.iter().copied().find(|kind| kind.word() == asked.as_str()).or(kinds.first().copied())
    });
    move || kind.get().map(|kind| page(work, kinds, kind, summary.clone(), beyond, offer, overview))
}

fn page(
    work: Work,
    kinds: &'static [Kind],
    kind: Kind,
    summary: Option<ViewFn>,
    beyond: Option<Beyond>,
    offer: Option<Offer>,
    overview: Option<Text>,
) -> AnyView {
    let grid = Grid::new(kind);
    address::follow(grid);
    let add = move || add(kind);
    shortcuts::register("n", table_words::NEW, add);
    let which = RwSignal::new(kind.word().to_owned());
    let lead = move || {
        let several = (kinds.len() > 1).then(|| {
            let list = kinds.iter().map(|kind| Choice::new(kind.word(), labels::kind(*kind)));
            let first = overview.map(|name| Choice::new("", name));
            let options: Vec<Choice> = first.into_iter().chain(list).collect();
            let choose = move |word: String| navigate(Route::Work(work).with_query([(KIND, word.as_str())]));
            view! { <Segmented label=words::WHICH value=which options on_change=choose/> }
        });
        view! { <WorkSwitch place=work.place()/> {several} }
    };
    let is_empty = Memo::new(move |_| grid.table.read().all == 0);
    let actions = move || {
        let new = move || {
            let label = Signal::derive(move || words::add(lang(), kind));
            view! { <Button label kind=ButtonKind::Primary icon=Glyph::Plus on_press=add/> }
        };
        view! {
            <views::ViewsMenu grid/>
            <export::ExportMenu grid/>
            {move || (session::is_now() && !is_empty.get()).then(|| offer.map(|offer| offer(kind)))}
            {session::is_now().then(new)}
        }
    };
    let open = use_query(OPEN);
    let opened =
        Memo::new(move |_| open.read().parse::<RecordId>().ok().filter(|id| kinds.contains(&id.kind)));
    let aside = move || opened.get().map(|id| beside(id, beyond));
    let list = move || {
        if is_empty.get() {
            let title = Signal::derive(move || words::none(lang(), kind));
            view! { <EmptyState title text=words::purpose(kind)>{session::is_now().then(move || {
                let label = Signal::derive(move || words::add(lang(), kind));
                view! {
                    <Button label kind=ButtonKind::Primary icon=Glyph::Plus on_press=add/>
                    {offer.map(|offer| offer(kind))}
                }
            })}</EmptyState> }
            .into_any()
        } else {
            view! { {summary.clone().map(|summary| summary.run())} <RecordTable grid/> }.into_any()
        }
    };
    view! { <Page title=work.title() lead actions aside fill=true>{list}</Page> }.into_any()
}

/// Adds a record of a kind and opens it.
pub fn add(kind: Kind) {
    let id = session::new_id(kind);
    let edits = session::read(|store| {
        let state = store.state();
        fresh(state, id, me(state, store.node()), session::today())
    });
    if session::run(Action::Create, edits.unwrap_or_default()) {
        set_query(OPEN, &id.to_string());
    }
}

/// The record that is open beside the table.
fn beside(id: RecordId, beyond: Option<Beyond>) -> AnyView {
    let live = Memo::new(move |_| {
        session::watch(|store| store.state().record(id).is_some_and(|record| record.is_live()))
            .unwrap_or(false)
    });
    let title = move || match live.get() {
        true => session::watch(|store| values::record_title(lang(), store.state(), id)).unwrap_or_default(),
        false => t(words::GONE).to_owned(),
    };
    // Who adds a record and closes it untouched did not mean to.
    let close = move || {
        let untouched = session::read(|store| {
            let last = store.undo_stack().next_undo();
            last.is_some_and(|step| step.action == Action::Create && step.touched == [id])
        });
        if untouched == Some(true) {
            session::undo();
        }
        set_query(OPEN, "");
    };
    let delete = move || {
        if session::run(Action::Delete, vec![Edit::delete(id)]) {
            set_query(OPEN, "");
        }
    };
    let body = move || {
        live.get().then(|| {
            view! {
                <RecordForm id/>
                {beyond.map(|beyond| beyond(id))}
                {session::is_now().then(|| view! {
                    <Button label=words::DELETE kind=ButtonKind::Quiet icon=Glyph::Trash on_press=delete/>
                })}
            }
        })
    };
    view! { <SidePanel title=Signal::derive(title) on_close=close>{body}</SidePanel> }.into_any()
}
