//! One column: its stage, count and sum, and the cards in sight.

use super::card::Card;
use super::desk::{Desk, stage_name};
use super::pointer::Pointer;
use crate::domain::{RecordId, Stage};
use crate::i18n::{board as words, format};
use crate::ui::lang::lang;
use crate::ui::widgets::VirtualList;
use crate::web::css::px;
use leptos::prelude::*;

/// The column of a stage, or of the exits.
#[component]
pub fn ColumnView(desk: Desk, stage: Option<Stage>, pointer: Pointer) -> impl IntoView {
    let cards = Memo::new(move |_| desk.layout.read().column(stage).cards.clone());
    let yuan = Memo::new(move |_| desk.layout.read().column(stage).yuan);
    let name = move || {
        lang();
        stage_name(stage)
    };
    let sum = move || (yuan.get() != 0).then(|| words::sum(lang(), yuan.get()));
    let label = move || words::column(lang(), &name(), cards.read().len());
    let card_at = move |at: usize| cards.read_untracked().get(at).copied();
    let render = move |at: usize| {
        card_at(at)
            .map(|id| view! { <Card desk id stage pointer/> }.into_any())
            .unwrap_or_else(|| ().into_any())
    };
    let key = move |at: usize| cards.read().get(at).map(RecordId::to_string).unwrap_or_default();
    let reveal = move || {
        let wanted = desk.reveal.get()?;
        cards.read_untracked().iter().position(|&card| card == wanted)
    };
    let narrow =
        move || (cards.read().is_empty() && stage.is_some_and(|s| s > Stage::Negotiating)).then_some("true");
    let over = move || desk.target.get().is_some_and(|target| target.stage == stage).then_some("true");
    let word = stage.map_or("exits", Stage::word);
    view! {
        <section class="column" data-column=word data-narrow=narrow data-over=over aria-label=label>
            <header>
                <h2>{name}</h2>
                <span class="count">{move || format::count(cards.read().len())}</span>
                <span class="sum">{sum}</span>
            </header>
            <div class="cards">
                <VirtualList
                    label=Signal::derive(label)
                    total=Signal::derive(move || cards.read().len())
                    row_height=desk.pitch
                    key=Callback::new(key)
                    render=Callback::new(render)
                    reveal=Signal::derive(reveal)
                />
                <DropLine desk stage cards/>
            </div>
        </section>
    }
    .into_any()
}

/// The line where a lifted card would drop.
#[component]
fn DropLine(desk: Desk, stage: Option<Stage>, cards: Memo<Vec<RecordId>>) -> impl IntoView {
    let place = move || {
        let target = desk.target.get().filter(|target| target.stage == stage)?;
        let held = desk.held.get()?;
        // The target counts without the lifted card; on the screen it still stands where it was.
        let own = cards.read().iter().position(|&card| card == held.id);
        let line = target.at + usize::from(own.is_some_and(|own| target.at >= own));
        let scrolled = super::pointer::scrolled(stage);
        Some(line as f64 * desk.pitch.get() - scrolled)
    };
    move || {
        place().map(
            |top| view! { <div class="drop-line" style:transform=format!("translateY({})", px(top))></div> },
        )
    }
}
