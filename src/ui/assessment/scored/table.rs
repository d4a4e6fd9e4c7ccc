//! The scores as a table: who, which place, the total, and every item; each number opens to its arithmetic.

use super::faces::{CellFace, GroupFace, Mark, RowFace, faces};
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
    let growing = Growing::begin_wide();
    let heads = move || items.get().into_iter().map(|item| head(item, trial, fixed)).collect_view();
    let faces = Memo::new(move |_| worked.with(|worked| faces(lang(), worked)));
    let count = Memo::new(move |_| faces.with(Vec::len));
    let longest = move || faces.with(|faces| faces.iter().map(|group| group.rows.len()).max().unwrap_or(0));
    let groups = move || (0..count.get()).map(|at| body(faces, at, growing)).collect_view();
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
        <MoreRows growing total=Signal::derive(longest)/>
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

/// One part of the table for each ranking group.
fn body(faces: Memo<Vec<GroupFace>>, at: usize, growing: Growing) -> AnyView {
    let heading = move || {
        let (name, told, width) = faces
            .with(|faces| faces.get(at).and_then(|g| Some((g.name.clone(), g.told.clone()?, g.width))))?;
        Some(view! {
            <tr class="group"><th scope="rowgroup" colspan=width>{name} " " <small>{told}</small></th></tr>
        })
    };
    let rows = move || {
        let few = |group: &GroupFace| group.rows.iter().take(growing.limit()).cloned().collect::<Vec<_>>();
        faces.with(|faces| faces.get(at).map(few).unwrap_or_default())
    };
    view! { <tbody>{heading}<For each=rows key=Clone::clone children=row/></tbody> }.into_any()
}

fn row(face: RowFace) -> AnyView {
    let RowFace { key, name, place, gain, tie, is_vetoed, total, cells } = face;
    let cells = cells.into_iter().map(|face| cell(&key, face)).collect_view();
    let vetoed = is_vetoed.then(|| view! { <small class="vetoed">{t(words::VETO)}</small> });
    let tie = tie.map(|told| view! { <small title=told>{t(words::TIED)}</small> });
    view! {
        <tr>
            <td class="number place"><b>{place}</b>" "<small>{gain}</small>{tie}</td>
            <th scope="row">{name}" "{vetoed}</th>
            <td class="number total">{button(&key, total)}</td>
            {cells}
        </tr>
    }
    .into_any()
}

fn cell(key: &str, face: CellFace) -> AnyView {
    let mark = match face.mark {
        Mark::None => None,
        Mark::Gate => Some(words::MARK_GATE),
        Mark::Undefined => Some(words::MARK_UNDEFINED),
        Mark::Bound => Some(words::MARK_BOUND),
    };
    let mark = mark.map(|mark| view! { <small class="mark">{t(mark)}</small> });
    let points = (!face.text.is_empty()).then(|| button(key, face));
    view! { <td class="number">{points.is_some().then_some(mark)}{points}</td> }.into_any()
}

/// A number that opens; the table hears its press (see [`open`]).
fn button(key: &str, face: CellFace) -> AnyView {
    let CellFace { item, text, label, .. } = face;
    view! {
        <button type="button" class="score" data-kind="quiet" aria-label=label data-who=key.to_owned() data-item=item>{text}</button>
    }
    .into_any()
}

/// Opens the number that was pressed: one listener for the thousands that a table may hold.
fn open(event: web_sys::MouseEvent) {
    let pressed = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let Ok(Some(button)) = pressed.map_or(Ok(None), |pressed| pressed.closest("button.score")) else {
        return;
    };
    set_query(ITEM, &button.get_attribute("data-item").unwrap_or_default());
    set_query(OPEN, &button.get_attribute("data-who").unwrap_or_default());
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
