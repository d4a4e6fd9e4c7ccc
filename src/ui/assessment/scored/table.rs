//! The scores as a table: who, which place, the total, and every item; each number opens to its arithmetic.

use super::trial::Trial;
use super::worked::{Worked, gain_mark, points_cell};
use crate::domain::Decimal;
use crate::i18n::{assess_scores as words, scoring};
use crate::rules::scoring::{Item, ItemScore, Rule, Score, columns, follows_weight};
use crate::ui::heard::heard;
use crate::ui::lang::{lang, t};
use crate::ui::routes::set_query;
use crate::ui::widgets::{Button, ButtonKind};
use leptos::ev;
use leptos::prelude::*;

/// What the address calls whose score is open, and which item of it.
pub(in crate::ui::assessment) const OPEN: &str = "open";
pub(in crate::ui::assessment) const ITEM: &str = "item";
/// How many rows of a group are shown before more are asked for.
const SHOWN: usize = 100;

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
    let limit = RwSignal::new(SHOWN);
    let print = move |_: web_sys::Event| limit.set(usize::MAX);
    let printing = window_event_listener_untyped("beforeprint", print);
    on_cleanup(move || printing.remove());
    let heads = move || items.get().into_iter().map(|item| head(item, trial, fixed)).collect_view();
    let groups = move || worked.with(|worked| bodies(worked, limit.get()));
    let more = move || {
        let longest = worked.with(|w| w.groups().iter().map(|(_, scores)| scores.len()).max().unwrap_or(0));
        (longest > limit.get()).then(|| {
            let more = move || limit.update(|limit| *limit += SHOWN);
            view! { <Button label=words::MORE kind=ButtonKind::Quiet on_press=more/> }
        })
    };
    view! {
        <div class="table-wrap">
            <table class="score-table" aria-label=move || t(words::SCORES)>
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
        {more}
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
fn bodies(worked: &Worked, limit: usize) -> AnyView {
    let width = columns(&worked.sheet).len() + 3;
    let groups = worked.groups();
    let alone = groups.len() == 1;
    let body = |(name, scores): (String, Vec<&Score>)| {
        let heading = (!alone || !name.is_empty()).then(|| {
            let (count, ranked) = (scores.len(), scores.iter().any(|score| score.place.is_some()));
            view! {
                <tr class="group"><th scope="rowgroup" colspan=width>
                    {name.clone()} " " <small>{words::of_group(lang(), count, ranked)}</small>
                </th></tr>
            }
        });
        let rows = scores.into_iter().take(limit).map(|score| row(worked, score)).collect_view();
        view! { <tbody>{heading}{rows}</tbody> }
    };
    groups.into_iter().map(body).collect_view().into_any()
}

fn row(worked: &Worked, score: &Score) -> AnyView {
    let l = lang();
    let subject = &worked.figures.subjects[score.subject];
    let (key, name) = (subject.key.clone(), subject.name.clone());
    let digits = worked.sheet.digits;
    let cells = columns(&worked.sheet).iter().zip(worked.shown(score));
    let cells = cells.map(|(item, found)| {
        let (text, why) = shown(item, found, digits);
        let label = words::cell_label(l, &name, &scoring::label(l, &item.title), &text);
        cell(key.clone(), item.key.clone(), text, label, why)
    });
    let cells = cells.collect_view();
    let gain = gain_mark(worked.gained(score));
    let place = score.place.map_or_else(String::new, |place| place.to_string());
    let vetoed = (!score.vetoes.is_empty()).then(|| view! { <small class="vetoed">{t(words::VETO)}</small> });
    let shares = score.settled.is_some().then(|| {
        view! { <small title=worked.tie_told(l, score)>{t(words::TIED)}</small> }
    });
    let total = points_cell(score.total, digits);
    let label = words::cell_label(l, &name, t(words::TOTAL), &total);
    view! {
        <tr>
            <td class="number place"><b>{place}</b>" "<small>{gain}</small>{shares}</td>
            <th scope="row">{name}" "{vetoed}</th>
            <td class="number total">{button(key, String::new(), total, label)}</td>
            {cells}
        </tr>
    }
    .into_any()
}

/// What stands in a cell, and whether something held the score or was not defined.
fn shown(item: &Item, found: &ItemScore, digits: u32) -> (String, &'static str) {
    if !found.counts {
        // For another group there is nothing to say; what the sheet left out is said.
        let left_out = found.working.as_ref().is_some_and(|working| working.is_left_out());
        return (if left_out { t(words::LEFT_OUT).to_owned() } else { String::new() }, "");
    }
    let text = points_cell(found.points, digits);
    let why = match &item.rule {
        Rule::Formula(_) => found.working.as_ref().map_or("", |working| {
            if found.gate == Some(false) {
                "gate"
            } else if working.undefined.is_some() {
                "undefined"
            } else if working.bound.is_some() {
                "bound"
            } else {
                ""
            }
        }),
        Rule::Group(_) => "",
    };
    (text, why)
}

fn cell(key: String, item: String, text: String, label: String, why: &'static str) -> AnyView {
    let mark = match why {
        "undefined" => Some(words::MARK_UNDEFINED),
        "bound" => Some(words::MARK_BOUND),
        "gate" => Some(words::MARK_GATE),
        _ => None,
    };
    let mark = mark.map(|mark| view! { <small class="mark">{t(mark)}</small> });
    if text.is_empty() {
        return view! { <td class="number"></td> }.into_any();
    }
    view! { <td class="number">{mark}{button(key, item, text, label)}</td> }.into_any()
}

fn button(key: String, item: String, text: String, label: String) -> AnyView {
    let open = move |_| {
        set_query(ITEM, &item);
        set_query(OPEN, &key);
    };
    view! {
        <button type="button" class="score" data-kind="quiet" aria-label=label on:click=heard(ev::click, open)>{text}</button>
    }
    .into_any()
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
