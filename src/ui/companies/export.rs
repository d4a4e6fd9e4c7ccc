//! Companies and their contacts as files.

use crate::domain::{Kind, RecordId};
use crate::i18n::{companies as words, table as table_words};
use crate::ui::session;
use crate::ui::sheet_file::{Form, everything, save, usual};
use crate::ui::widgets::{Glyph, Menu, MenuItem};
use crate::web::page;
use leptos::prelude::*;

/// The export menu; printing stands beside it.
#[component]
pub fn ExportMenu(
    /// The companies that are shown, in order.
    ids: Memo<Vec<RecordId>>,
) -> impl IntoView {
    let seen = move |form| save(Kind::Company, &usual(Kind::Company, &ids.read_untracked()), form);
    let all = |form| save(Kind::Company, &everything(Kind::Company), form);
    let contacts = move || {
        let of =
            |company: &RecordId| session::read(|store| store.index().of(Kind::Contact, *company).to_vec());
        let contacts: Vec<RecordId> = ids.read_untracked().iter().filter_map(of).flatten().collect();
        save(Kind::Contact, &usual(Kind::Contact, &contacts), Form::Xlsx);
    };
    let items = move || {
        vec![
            MenuItem::new(table_words::EXPORT_XLSX, move || seen(Form::Xlsx)).icon(Glyph::Download),
            MenuItem::new(table_words::EXPORT_CSV, move || seen(Form::Csv)),
            MenuItem::new(table_words::EXPORT_ALL, move || all(Form::Xlsx)),
            MenuItem::new(table_words::EXPORT_ALL_CSV, move || all(Form::Csv)),
            MenuItem::heading(""),
            MenuItem::new(words::EXPORT_CONTACTS, contacts),
            MenuItem::heading(""),
            MenuItem::new(table_words::PRINT, page::print).icon(Glyph::Print),
        ]
    };
    view! { <Menu label=table_words::EXPORT icon=Glyph::Download align_end=true items=Callback::new(move |()| items())/> }
        .into_any()
}
