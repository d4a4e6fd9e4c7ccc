//! Which of the money counts, and how much of it: its sources, and the shares of its uses.

use super::super::fields::number;
use super::{Draft, ticks};
use crate::domain::field::FundTrancheField as T;
use crate::domain::lists::List;
use crate::domain::{Decimal, Kind};
use crate::i18n::{assess_metric as words, values};
use crate::rules::lists;
use crate::rules::metrics::Source;
use crate::ui::lang::{lang, t};
use crate::ui::session;
use crate::ui::widgets::{Button, ButtonKind, Choice, Combo, Field, Glyph, IconButton};
use leptos::prelude::*;
use std::collections::BTreeSet;

/// Uses of money with what of each counts.
type Uses = Vec<(String, Decimal)>;

/// The fields.
pub(super) fn sources(draft: Draft) -> AnyView {
    let held = draft.with_untracked(|metric| match &metric.source {
        Source::Funds { sources, .. } => sources.clone(),
        _ => Vec::new(),
    });
    let l = lang();
    let offered = session::read(|store| {
        let state = store.state();
        let mut all = lists::entries(state, List::FundSource);
        let unlisted: Vec<String> = held.iter().filter(|word| !all.contains(word)).cloned().collect();
        all.extend(unlisted);
        let name = |word: String| {
            let name = values::list_word(l, state, List::FundSource, &word);
            (word, name)
        };
        all.into_iter().map(name).collect::<Vec<_>>()
    });
    let ticks = ticks(words::SOURCES, offered.unwrap_or_default(), held, move |to| {
        draft.update(|metric| {
            if let Source::Funds { sources, .. } = &mut metric.source {
                *sources = to;
            }
        });
    });
    view! { {ticks} {uses(draft)} }.into_any()
}

/// The shares by use. A row without a use says nothing yet, and is no part of the definition.
fn uses(draft: Draft) -> AnyView {
    let held = draft.with_untracked(|metric| match &metric.source {
        Source::Funds { uses, .. } => uses.clone(),
        _ => Vec::new(),
    });
    let all = StoredValue::new(held);
    let turn = RwSignal::new(0u32);
    let put = move |change: &dyn Fn(&mut Uses)| {
        all.update_value(|all| change(all));
        let said: Uses = all.get_value().into_iter().filter(|(word, _)| !word.trim().is_empty()).collect();
        draft.update(|metric| {
            if let Source::Funds { uses, .. } = &mut metric.source {
                *uses = said;
            }
        });
    };
    let known = StoredValue::new(in_use());
    let row = move |(at, (word, share)): (usize, (String, Decimal))| {
        let value = RwSignal::new(word);
        let set = move |to: String| {
            value.set(to.clone());
            put(&|all| all.iter_mut().skip(at).take(1).for_each(|of| of.0.clone_from(&to)));
        };
        let options = move || {
            let held = value.get();
            let mut all = known.get_value();
            if !held.is_empty() && !all.contains(&held) {
                all.insert(0, held);
            }
            all.into_iter().map(|word| Choice::new(word.clone(), word)).collect::<Vec<_>>()
        };
        let remove = move || {
            put(&|all| drop((at < all.len()).then(|| all.remove(at))));
            turn.update(|turn| *turn += 1);
        };
        view! {
            <div class="rule-row">
                <Field label=words::USE><Combo value options=Signal::derive(options) on_change=set on_create=set/></Field>
                {number(words::SHARE, "%".to_owned(), Some(share), Decimal::whole(100), false, move |to| {
                    put(&|all| all.iter_mut().skip(at).take(1).for_each(|of| of.1 = to.unwrap_or(Decimal::ONE)));
                })}
                <IconButton glyph=Glyph::Trash label=words::REMOVE on_press=remove/>
            </div>
        }
    };
    let rows = move || {
        turn.track();
        all.get_value().into_iter().enumerate().map(row).collect_view()
    };
    let add = move || {
        // 30 % of working capital in one published rule (鄞州 2008).
        put(&|all| all.push((String::new(), Decimal::ten_thousandths(3_000))));
        turn.update(|turn| *turn += 1);
    };
    view! {
        <fieldset class="whole rule-rows">
            <legend>{move || t(words::USES)}</legend>
            {rows}
            <Button label=words::ADD_USE kind=ButtonKind::Quiet icon=Glyph::Plus on_press=add/>
        </fieldset>
    }
    .into_any()
}

/// The uses that arrivals of money name.
fn in_use() -> Vec<String> {
    let read = |store: &crate::store::Store| {
        let all = store.state().live(Kind::FundTranche);
        let words = all.filter_map(|(_, record)| record.get(T::Purpose).as_text().map(str::to_owned));
        words.filter(|word| !word.is_empty()).collect::<BTreeSet<String>>()
    };
    session::read(read).unwrap_or_default().into_iter().collect()
}
