//! 目标: the table in which they are divided, and the records themselves.

mod cell;
mod import;
mod table;
pub(super) mod written;

use crate::domain::Kind;
use crate::i18n::assess_targets as words;
use crate::ui::records::{OPEN, RecordsPage};
use crate::ui::routes::{Work, use_query};
use leptos::prelude::*;

/// The records of the page.
const KINDS: &[Kind] = &[Kind::Target, Kind::Figure, Kind::KeyTask];

/// The page.
#[component]
pub fn TargetsPage() -> impl IntoView {
    let (kind, open) = (use_query("kind"), use_query(OPEN));
    let is_list = Memo::new(move |_| !kind.read().is_empty() || !open.read().is_empty());
    move || match is_list.get() {
        true => view! { <RecordsPage work=Work::Targets kinds=KINDS overview=words::DIVIDED/> }.into_any(),
        false => view! { <table::DividedPage kinds=KINDS/> }.into_any(),
    }
}
