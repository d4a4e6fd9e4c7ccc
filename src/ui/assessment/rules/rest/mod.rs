//! 奖项 and 一票否决 of a sheet: each told as a sentence, with its form when it is opened.

mod award;
mod condition;
mod veto;

use super::draft::Draft;
use crate::i18n::{assess_rest as words, scoring};
use crate::rules::metrics::Metric;
use crate::rules::scoring::RuleSheet;
use crate::ui::lang::{lang, t};
use crate::ui::session;
use crate::ui::widgets::{Button, ButtonKind, Choice, Glyph, IconButton};
use leptos::prelude::*;

/// Changes a part of the draft; its forms are filled in anew.
fn change_and_refill(draft: Draft, change: impl FnOnce(&mut RuleSheet)) {
    draft.sheet.update(change);
    draft.turn.update(|turn| *turn += 1);
}

/// The metrics as choices.
fn metric_choices(metrics: &[Metric]) -> Vec<Choice> {
    let l = lang();
    metrics.iter().map(|metric| Choice::new(metric.word.clone(), scoring::label(l, &metric.name))).collect()
}

/// The awards and vetoes.
#[component]
pub(super) fn Rest(draft: Draft, metrics: Memo<Vec<Metric>>) -> impl IntoView {
    let open = RwSignal::new(None::<(bool, usize)>);
    let count = Memo::new(move |_| draft.sheet.with(|sheet| (sheet.awards.len(), sheet.vetoes.len())));
    let line = move |is_award: bool, at: usize| {
        let told = move || {
            let l = lang();
            draft.sheet.with(|sheet| {
                let known = metrics.with(|metrics| scoring::Known::of(sheet, metrics));
                match is_award {
                    true => sheet.awards.get(at).map(|award| words::award(l, &known, award)),
                    false => sheet.vetoes.get(at).map(|veto| scoring::veto(l, &known, veto)),
                }
            })
        };
        let is_open = Memo::new(move |_| open.get() == Some((is_award, at)));
        let form = move || {
            draft.turn.track();
            is_open.get().then(|| {
                let metrics = metrics.get_untracked();
                match is_award {
                    true => award::form(draft, at, metrics),
                    false => veto::form(draft, at, metrics),
                }
            })
        };
        let toggle = move || open.set((!is_open.get_untracked()).then_some((is_award, at)));
        let remove = move || {
            open.set(None);
            change_and_refill(draft, |sheet| {
                if is_award {
                    sheet.awards.remove(at);
                } else {
                    sheet.vetoes.remove(at);
                }
            });
        };
        let label = Signal::derive(move || words::edit(lang(), &told().unwrap_or_default()));
        let delete = Signal::derive(move || words::delete(lang(), &told().unwrap_or_default()));
        view! {
            <li>
                <div class="told">
                    <span>{told}</span>
                    {session::is_now().then(|| view! {
                        <IconButton glyph=Glyph::Edit label pressed=is_open on_press=toggle/>
                        <IconButton glyph=Glyph::Trash label=delete on_press=remove/>
                    })}
                </div>
                {form}
            </li>
        }
    };
    let add = move |is_award: bool| {
        let metric = metrics.with_untracked(|all| all.first().map(|of| of.word.clone())).unwrap_or_default();
        let at = if is_award { count.get_untracked().0 } else { count.get_untracked().1 };
        change_and_refill(draft, |sheet| match is_award {
            true => sheet.awards.push(award::fresh(sheet)),
            false => sheet.vetoes.push(veto::fresh(metric)),
        });
        open.set(Some((is_award, at)));
    };
    let lines = move || {
        let (awards, vetoes) = count.get();
        let awards = (0..awards).map(|at| line(true, at)).collect_view();
        let vetoes = (0..vetoes).map(|at| line(false, at)).collect_view();
        view! { {awards}{vetoes} }
    };
    view! {
        <section class="rule-rest">
            <h2>{move || t(words::REST)}</h2>
            <p class="quiet">{move || t(words::REST_HELP)}</p>
            <ul>{lines}</ul>
            {session::is_now().then(|| view! {
                <p class="buttons">
                    <Button label=words::ADD_AWARD kind=ButtonKind::Quiet icon=Glyph::Plus on_press=move || add(true)/>
                    <Button label=words::ADD_VETO kind=ButtonKind::Quiet icon=Glyph::Plus on_press=move || add(false)/>
                </p>
            })}
        </section>
    }
    .into_any()
}
