//! The board on paper: every card, as a list for each stage. Made only when the page is printed,
//! because on the screen only the cards in sight exist.

use super::card::face;
use super::desk::{Desk, stage_name};
use crate::domain::{RecordId, Stage};
use crate::i18n::format;
use crate::ui::shell::printing;
use leptos::prelude::*;

/// The lists, while printing.
#[component]
pub fn Printed(desk: Desk) -> impl IntoView {
    let printing = printing();
    let column = move |stage: Option<Stage>| {
        let cards = desk.cards(stage);
        (!cards.is_empty()).then(|| {
            view! {
                <section>
                    <h2>{stage_name(stage)}" "<small>{format::count(cards.len())}</small></h2>
                    <table><tbody>{cards.into_iter().map(row).collect_view()}</tbody></table>
                </section>
            }
        })
    };
    move || {
        printing.get().then(|| {
            let exits = desk.with_exits.get_untracked().then_some(None);
            let stages = Stage::ALL.iter().map(|&stage| Some(stage)).chain(exits);
            view! { <div class="printed-board">{stages.map(column).collect_view()}</div> }
        })
    }
}

fn row(id: RecordId) -> impl IntoView {
    let face = untrack(|| face(id));
    view! {
        <tr>
            <td>{face.name}</td>
            <td>{face.investor}</td>
            <td class="number">{face.amount}</td>
            <td>{face.owner}</td>
            <td>{face.next.map(format::date)}</td>
        </tr>
    }
}
