//! The scores as a table: who, which place, the total, and every item; each number opens to its arithmetic.

use super::faces::{GroupFace, faces};
use super::row::{Moulds, row};
use super::trial::Trial;
use super::worked::Worked;
use crate::domain::Decimal;
use crate::i18n::{assess_scores as words, scoring};
use crate::rules::scoring::{Item, Score, follows_weight};
use crate::ui::heard::heard;
use crate::ui::lang::{lang, t};
use crate::ui::routes::set_query;
use crate::ui::widgets::{Growing, MoreRows};
use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::Element;

/// What the address calls whose score is open, and which item of it.
pub(in crate::ui::assessment) const OPEN: &str = "open";
pub(in crate::ui::assessment) const ITEM: &str = "item";

/// How many rows are in sight on a laptop under the tools and the titles of the items.
const IN_SIGHT: usize = 10;

/// The table.
#[component]
pub(in crate::ui::assessment) fn ScoreTable(
    /// The scores.
    worked: Memo<Worked>,
    /// The rules as they are kept, whose weights are tried.
    #[prop(into)]
    items: Signal<Vec<Item>>,
    /// The trial of other weights.
    trial: Trial,
    /// The weights are frozen.
    #[prop(optional)]
    fixed: bool,
) -> impl IntoView {
    let growing = Growing::begin_with(IN_SIGHT);
    let heads = move || items.get().into_iter().map(|item| head(item, trial, fixed)).collect_view();
    let faces = Memo::new(move |_| worked.with(|worked| faces(lang(), worked)));
    let count = Memo::new(move |_| faces.with(Vec::len));
    let total = move || faces.with(|faces| faces.iter().map(|group| group.rows.len()).sum::<usize>());
    let moulds = StoredValue::new_local(Moulds::default());
    let groups = move || (0..count.get()).map(|at| body(faces, at, growing, moulds)).collect_view();
    view! {
        <div class="table-wrap">
            <table class="score-table" aria-label=move || t(words::SCORES) on:click=heard(ev::click, open)>
                <thead>
                    <tr>
                        <th scope="col" class="number">{move || t(words::PLACE)}</th>
                        <th scope="col">{move || t(words::WHO)}</th>
                        <th scope="col" class="number">{move || t(words::TOTAL)} <small>{move || {
                            let full = worked.with(|worked| worked.sheet.full());
                            (!full.is_zero()).then(|| scoring::points(lang(), full))
                        }}</small></th>
                        {heads}
                    </tr>
                </thead>
                {groups}
            </table>
        </div>
        <MoreRows growing total=Signal::derive(total)/>
    }
    .into_any()
}

/// The head of an item: its title, and its weight to be tried.
fn head(item: Item, trial: Trial, fixed: bool) -> AnyView {
    let title = item.title.clone();
    let name = Memo::new(move |_| scoring::label(lang(), &title));
    let (key, kept) = (item.key.clone(), item.weight);
    let weight = if follows_weight(&item) && !fixed {
        let shown = {
            let key = key.clone();
            move || trial.text(&key).unwrap_or_else(|| kept.to_string())
        };
        let on_input = move |event: web_sys::Event| trial.set(&key, kept, &event_target_value(&event));
        let label = move || words::weight_of(lang(), &name.read());
        view! {
            <input
                type="text"
                inputmode="decimal"
                class="weight"
                autocomplete="off"
                aria-label=label
                title=label
                prop:value=shown
                on:input=heard(ev::input, on_input)
            />
        }
        .into_any()
    } else {
        let text = move || match kept.is_zero() {
            true => t(words::EXTRA).to_owned(),
            false => scoring::points(lang(), kept),
        };
        view! { <small>{text}</small> }.into_any()
    };
    view! { <th scope="col" class="number item"><span>{name}</span>{weight}</th> }.into_any()
}

/// One part of the table for each ranking group. The table grows from group to group.
fn body(
    faces: Memo<Vec<GroupFace>>,
    at: usize,
    growing: Growing,
    moulds: StoredValue<Moulds, LocalStorage>,
) -> AnyView {
    let room = Memo::new(move |_| {
        let above = faces.with(|faces| faces.iter().take(at).map(|group| group.rows.len()).sum());
        growing.limit().saturating_sub(above)
    });
    let is_due = Memo::new(move |_| room.get() > 0);
    let heading = move || {
        let (name, told, width) = is_due.get().then(|| {
            faces.with(|faces| faces.get(at).and_then(|g| Some((g.name.clone(), g.told.clone()?, g.width))))
        })??;
        Some(view! {
            <tr class="group"><th scope="rowgroup" colspan=width>{name} " " <small>{told}</small></th></tr>
        })
    };
    let rows = move || {
        let few = |group: &GroupFace| group.rows.iter().take(room.get()).cloned().collect::<Vec<_>>();
        faces.with(|faces| faces.get(at).map(few).unwrap_or_default())
    };
    view! { <tbody>{heading}<For each=rows key=Clone::clone children=move |face| row(moulds, face)/></tbody> }
        .into_any()
}

/// Opens the number that was pressed: one listener for the thousands that a table may hold.
fn open(event: web_sys::MouseEvent) {
    let pressed = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let Ok(Some(button)) = pressed.map_or(Ok(None), |pressed| pressed.closest("button.score")) else {
        return;
    };
    set_query(ITEM, &button.get_attribute("data-item").unwrap_or_default());
    let line = button.closest("tr").ok().flatten();
    let who = line.and_then(|line| line.get_attribute("data-who"));
    set_query(OPEN, &who.unwrap_or_default());
}

impl Worked {
    /// How an equal total was settled.
    pub(in crate::ui::assessment) fn tie_told(&self, l: crate::i18n::Lang, score: &Score) -> String {
        score
            .settled
            .map(|settled| scoring::settled(l, &self.known, &self.sheet.ties, settled))
            .unwrap_or_default()
    }

    /// The points of the items of the outermost level of a score.
    pub(in crate::ui::assessment) fn item_points<'a>(
        &'a self,
        score: &'a Score,
    ) -> impl Iterator<Item = Option<Decimal>> + 'a {
        self.shown(score).iter().map(|item| item.counts.then_some(item.points))
    }
}
