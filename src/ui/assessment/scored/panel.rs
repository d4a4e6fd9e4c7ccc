//! One score, open: what stands in it, its clause, its arithmetic, what held it back, and the records behind.

use super::behind::Behind;
use super::numbers::Asked;
use super::worked::{Worked, points_cell};
use crate::i18n::{Lang, assess_scores as words, scoring};
use crate::rules::scoring::{Item, ItemScore, Rule, columns};
use crate::ui::lang::{lang, t};
use leptos::prelude::*;

/// The score of a subject in an item; in all of them where no item is named.
#[component]
pub(in crate::ui::assessment) fn ScorePanel(
    /// The scores.
    worked: Memo<Worked>,
    /// What is asked; nothing for a published result, whose records may have changed since.
    #[prop(into)]
    asked: Signal<Option<Asked>>,
    /// Whose score: its key.
    key: String,
    /// Which item: its key, or nothing for the total.
    item: String,
) -> impl IntoView {
    let whose = key.clone();
    let body = move || {
        let l = lang();
        worked.with(|worked| {
            let score = worked.score_of(&whose)?;
            if item.is_empty() {
                return Some(total(l, worked, score));
            }
            let at = columns(&worked.sheet).iter().position(|of| of.key == item)?;
            Some(view! { <div class="working">{told(l, worked, &columns(&worked.sheet)[at], worked.shown(score).get(at)?, 3)}</div> }.into_any())
        })
    };
    let shown = StoredValue::new(key);
    view! {
        {body}
        {move || asked.get().map(|asked| view! { <Behind asked key=shown.get_value()/> })}
    }
    .into_any()
}

/// The total as a sum of items.
fn total(l: Lang, worked: &Worked, score: &crate::rules::scoring::Score) -> AnyView {
    let digits = worked.sheet.digits;
    let line = |(item, found): (&Item, &ItemScore)| {
        let full = (!item.weight.is_zero()).then(|| format!(" / {}", scoring::number(item.weight, 4)));
        let points =
            if found.counts { points_cell(found.points, digits) } else { t(words::LEFT_OUT).to_owned() };
        view! {
            <tr><th scope="row">{scoring::label(l, &item.title)}</th><td class="number">{points}<small>{full}</small></td></tr>
        }
    };
    let lines = columns(&worked.sheet)
        .iter()
        .zip(worked.shown(score))
        .filter(|(_, found)| found.counts || found.working.is_some());
    let veto = |at: &usize| {
        let veto = worked.sheet.vetoes.get(*at)?;
        Some(view! { <p class="note">{scoring::veto(l, &worked.known, veto)}</p> })
    };
    let tie = worked.tie_told(l, score);
    let scaled = worked
        .shown(score)
        .iter()
        .any(|item| !item.counts && item.working.as_ref().is_some_and(|w| w.is_left_out()));
    view! {
        <div class="working">
            <table class="sum-of-items">
                <tbody>{lines.map(line).collect_view()}</tbody>
                <tfoot><tr><th scope="row">{t(words::TOTAL)}</th><td class="number">{points_cell(score.total, digits)}</td></tr></tfoot>
            </table>
            {scaled.then(|| view! { <p class="note">{t(words::SCALED)}</p> })}
            {(!tie.is_empty()).then(|| view! { <p class="note">{tie}</p> })}
            {score.vetoes.iter().filter_map(veto).collect_view()}
            <p class="quiet">{words::rounding_told(l, worked.sheet.digits, worked.sheet.rounding)}</p>
        </div>
    }
    .into_any()
}

/// An item with its arithmetic, and what stands in it.
fn told(l: Lang, worked: &Worked, item: &Item, found: &ItemScore, level: u8) -> AnyView {
    let digits = worked.sheet.digits;
    let title = scoring::label(l, &item.title);
    let full = (!item.weight.is_zero()).then(|| format!(" / {}", scoring::number(item.weight, 4)));
    let points = points_cell(found.points, digits);
    let heading = view! { <span>{title}</span> <b>{points}<small>{full}</small></b> };
    let heading = match level {
        3 => view! { <h3>{heading}</h3> }.into_any(),
        _ => view! { <h4>{heading}</h4> }.into_any(),
    };
    let clause = (!item.clause.is_empty()).then(|| view! { <blockquote>{item.clause.clone()}</blockquote> });
    let gate = item.gate.as_ref().map(|gate| {
        let met = match found.gate {
            Some(true) => words::GATE_MET,
            _ => words::GATE_MISSED,
        };
        view! { <p class="note">{scoring::gate(l, &worked.known, gate)}" "<b>{t(met)}</b></p> }
    });
    let inner = match &item.rule {
        Rule::Formula(formula) => arithmetic(l, worked, item, formula, found),
        Rule::Group(group) => {
            let lines = group
                .items
                .iter()
                .zip(&found.items)
                .filter(|(_, inner)| inner.counts || inner.working.is_some());
            let lines = lines.map(|(item, inner)| told(l, worked, item, inner, level + 1));
            let scaled = found.before_scaling.map(|before| {
                view! { <p class="note">{words::scaled_from(l, before)}</p> }
            });
            view! {
                <p class="quiet">{scoring::group_sentence(l, item.weight, group)}</p>
                {scaled}
                <div class="inside">{lines.collect_view()}</div>
            }
            .into_any()
        }
    };
    view! { <section>{heading}{clause}{gate}{inner}</section> }.into_any()
}

fn arithmetic(
    l: Lang,
    worked: &Worked,
    item: &Item,
    formula: &crate::rules::scoring::Formula,
    found: &ItemScore,
) -> AnyView {
    let sentence = scoring::sentence(l, &worked.known, item.weight, formula);
    let Some(working) = &found.working else {
        return view! { <p class="quiet">{sentence}</p> }.into_any();
    };
    let pieces = scoring::pieces(l, &worked.known, formula, working);
    let legend: Vec<(String, String)> = {
        let mut seen: Vec<(String, String)> = Vec::new();
        for piece in pieces.iter().filter(|piece| !piece.role.is_empty()) {
            let pair = (piece.text.clone(), piece.role.clone());
            if !seen.contains(&pair) {
                seen.push(pair);
            }
        }
        seen
    };
    let line = (!pieces.is_empty()).then(|| {
        let piece = |piece: scoring::Piece| match piece.role.is_empty() {
            true => view! { <span class="sign">{piece.text}</span> }.into_any(),
            false => view! { <abbr title=piece.role>{piece.text}</abbr> }.into_any(),
        };
        view! { <p class="arithmetic">{pieces.into_iter().map(piece).collect_view()}</p> }
    });
    let legend = (!legend.is_empty()).then(|| {
        let entry = |(text, role): (String, String)| view! { <li><b>{text}</b>" "{role}</li> };
        view! { <ul class="roles">{legend.into_iter().map(entry).collect_view()}</ul> }
    });
    let bound = working.bound.map(|bound| view! { <p class="note">{scoring::bound(l, bound)}</p> });
    let undefined = working.undefined.map(|(why, chosen)| {
        view! { <p class="note">{words::chosen(l, &scoring::undefined(l, why, chosen))}</p> }
    });
    let rounded = (working.points != found.points && found.gate != Some(false) && found.counts)
        .then(|| view! { <p class="quiet">{words::rounded(l, found.points)}</p> });
    view! { <p class="quiet">{sentence}</p>{line}{legend}{bound}{undefined}{rounded} }.into_any()
}
