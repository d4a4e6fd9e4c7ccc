//! 通报: the papers of the meeting, written from the same numbers as the pages.

mod editor;
mod list;
mod made;
mod names;
mod pack;
mod paper;
mod tables;

use crate::domain::{Kind, RecordId};
use crate::i18n::{Text, assess_bulletins as words};
use crate::ui::records::WorkSwitch;
use crate::ui::routes::{Place, Work, set_query, use_query};
use crate::ui::shell::Page;
use crate::ui::widgets::{Choice, Segmented};
use editor::Editor;
use leptos::prelude::*;
use list::BulletinList;
use pack::PackView;
use tables::TablesView;

/// What the address calls the part of the page that is shown.
const SHOW: &str = "show";
/// What it calls the bulletin that is open.
const OPEN: &str = "open";

/// The parts with their words in the address.
const PARTS: [(&str, Text); 3] = [("", words::BULLETINS), ("tables", words::TABLES), ("pack", words::PACK)];

/// The page.
#[component]
pub fn BulletinsPage() -> impl IntoView {
    let (show, open) = (use_query(SHOW), use_query(OPEN));
    let opened =
        Memo::new(move |_| open.read().parse::<RecordId>().ok().filter(|id| id.kind == Kind::Bulletin));
    let part = Memo::new(move |_| {
        let show = show.read();
        PARTS.iter().position(|(word, _)| *word == show.as_str()).unwrap_or(0)
    });
    move || match (part.get(), opened.get()) {
        (1, _) => view! { <TablesView/> }.into_any(),
        (2, _) => view! { <PackView/> }.into_any(),
        (_, Some(id)) => view! { <Editor id/> }.into_any(),
        _ => view! { <BulletinList/> }.into_any(),
    }
}

/// One part of the page, with the switch between them.
#[component]
fn Shell(
    /// Its word in the address.
    part: &'static str,
    /// Buttons at the end of the heading's line.
    #[prop(into)]
    actions: ViewFn,
    /// Its content.
    children: Children,
) -> impl IntoView {
    let value = RwSignal::new(part.to_owned());
    let options: Vec<Choice> = PARTS.iter().map(|(word, name)| Choice::new(*word, *name)).collect();
    let choose = |word: String| {
        set_query(OPEN, "");
        set_query(SHOW, &word);
    };
    let lead = move || view! { <WorkSwitch place=Place::Assessment/> };
    view! {
        <Page title=Work::Bulletins.title() lead actions>
            <div class="bulletins-page">
                <Segmented label=words::SHOW value options on_change=choose/>
                {children()}
            </div>
        </Page>
    }
    .into_any()
}
