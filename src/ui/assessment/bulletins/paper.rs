//! A paper on the page, and the files that it becomes.

use crate::exchange::docx::docx;
use crate::exchange::sheet::write::paper_xlsx;
use crate::i18n::{assess_bulletins as words, table as table_words};
use crate::rules::bulletin::{Paper, Part, Table};
use crate::ui::lang::t;
use crate::ui::widgets::{Button, ButtonKind, Glyph};
use crate::web::{files, page};
use leptos::prelude::*;

const DOCX: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// The buttons that make files of a paper, named by its title.
#[component]
pub(super) fn PaperActions(paper: Memo<Paper>) -> impl IntoView {
    let name = move |ending: &str| {
        let title = paper.with_untracked(|paper| paper.title.clone());
        // What systems do not allow in the name of a file.
        let title: String = title
            .chars()
            .map(|c| if "/\\:*?\"<>|".contains(c) || c.is_control() { ' ' } else { c })
            .collect();
        format!("{}.{ending}", title.trim())
    };
    let word = move || files::save(&name("docx"), DOCX, &paper.with_untracked(docx));
    let excel = move || files::save(&name("xlsx"), XLSX, &paper.with_untracked(paper_xlsx));
    let has_tables = Signal::derive(move || paper.with(|paper| paper.tables().next().is_none()));
    view! {
        <Button label=words::WORD kind=ButtonKind::Primary icon=Glyph::Download on_press=word/>
        <Button label=words::EXCEL icon=Glyph::Download disabled=has_tables on_press=excel/>
        <Button label=table_words::PRINT icon=Glyph::Print on_press=page::print/>
    }
    .into_any()
}

/// A paper as it will look.
#[component]
pub(super) fn PaperView(paper: Memo<Paper>) -> impl IntoView {
    let body = move || {
        paper.with(|paper| {
            let parts = paper.parts.iter().map(part).collect_view();
            view! {
                <h2 class="paper-title">{paper.title.clone()}</h2>
                {(!paper.subtitle.is_empty()).then(|| view! { <p class="paper-subtitle">{paper.subtitle.clone()}</p> })}
                {parts}
            }
        })
    };
    view! { <article class="paper" aria-label=move || t(words::PREVIEW)>{body}</article> }.into_any()
}

fn part(part: &Part) -> AnyView {
    match part {
        Part::Heading(1, text) => view! { <h3 class="section">{text.clone()}</h3> }.into_any(),
        Part::Heading(2, text) => view! { <h3>{text.clone()}</h3> }.into_any(),
        Part::Heading(_, text) => view! { <h4>{text.clone()}</h4> }.into_any(),
        Part::Text(text) => view! { <p>{text.clone()}</p> }.into_any(),
        Part::Table(table) => one_table(table),
        Part::NewPage => view! { <hr class="new-page"/> }.into_any(),
    }
}

fn one_table(table: &Table) -> AnyView {
    let heads = table.head_lines().into_iter().map(|line| {
        let cells = line.into_iter().map(|cell| {
            let scope = if cell.across > 1 { "colgroup" } else { "col" };
            view! {
                <th scope=scope colspan=cell.across.to_string() rowspan=cell.down.to_string()>{cell.text}</th>
            }
        });
        view! { <tr>{cells.collect_view()}</tr> }
    });
    let row = |row: &Vec<crate::rules::bulletin::Cell>| {
        let cells = row.iter().map(|cell| {
            let number = cell.is_number();
            view! { <td class:number=number>{cell.text()}</td> }
        });
        view! { <tr>{cells.collect_view()}</tr> }
    };
    let rows = table.rows.iter().map(row).collect_view();
    let total = table.total.as_ref().map(|total| view! { <tfoot>{row(total)}</tfoot> });
    let caption =
        (!table.caption.is_empty()).then(|| view! { <p class="table-title">{table.caption.clone()}</p> });
    let basis = (!table.basis.is_empty()).then(|| view! { <p class="basis">{table.basis.clone()}</p> });
    let notes = table.notes.iter().map(|note| view! { <p class="note">{note.clone()}</p> }).collect_view();
    let name = if table.caption.is_empty() { t(words::TABLE).to_owned() } else { table.caption.clone() };
    let region = name.clone();
    view! {
        <section class="paper-table" data-wide=table.is_wide().to_string()>
            {caption}{basis}
            <div class="table-wrap" tabindex="0" role="region" aria-label=region>
                <table aria-label=name><thead>{heads.collect_view()}</thead><tbody>{rows}</tbody>{total}</table>
            </div>
            {notes}
        </section>
    }
    .into_any()
}
