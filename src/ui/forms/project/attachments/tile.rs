//! One attachment among the others: its small picture, its name, what it is.

use super::Listed;
use super::picture::{Shown, small};
use crate::domain::RecordId;
use crate::domain::lists::List;
use crate::i18n::{attachments as words, format, labels, values};
use crate::rules::attachments::Attachment;
use crate::ui::attachments::here;
use crate::ui::heard::heard;
use crate::ui::lang::{lang, t};
use crate::ui::session;
use crate::ui::widgets::{Glyph, Icon};
use leptos::ev;
use leptos::prelude::*;

#[component]
pub(super) fn Tile(
    id: RecordId,
    listed: Listed,
    on_show: impl Fn() + Copy + Send + Sync + 'static,
) -> impl IntoView {
    let now = Memo::new(move |_| {
        let listed = listed.read();
        listed.iter().find(|(other, _)| *other == id).map(|(_, found)| found.clone()).unwrap_or_default()
    });
    let digest = Memo::new(move |_| now.read().digest.clone());
    let is_here = Memo::new(move |_| here().is_none_or(|here| here.contains(&*digest.read())));
    let picture = move || {
        let ending = ending(&now.read().name);
        if !is_here.get() {
            return view! { <Icon glyph=Glyph::Warning/> }.into_any();
        }
        let showing = small(digest.get());
        let ending = StoredValue::new(ending);
        let shown = move || {
            showing.with(|shown| match shown {
                Shown::At(url, _) => view! { <img src=url.address().to_owned() alt=""/> }.into_any(),
                Shown::Loading => ().into_any(),
                Shown::Bare | Shown::Missing => {
                    view! { <Icon glyph=Glyph::File/> <span class="ending">{ending.get_value()}</span> }
                        .into_any()
                }
            })
        };
        view! { {shown} }.into_any()
    };
    let label = move || format!("{} {}", t(words::SHOW), now.read().name);
    let elsewhere =
        move || (!is_here.get()).then(|| view! { <span class="elsewhere">{t(words::ELSEWHERE)}</span> });
    view! {
        <li data-here=move || is_here.get().to_string()>
            <button type="button" class="bare" aria-label=label on:click=heard(ev::click, move |_| on_show())>
                <span class="picture">{picture}</span>
            </button>
            <span class="name" title=move || now.read().name.clone()>{move || now.read().name.clone()}</span>
            <span class="quiet">{move || about(&now.read())}</span>
            {elsewhere}
        </li>
    }
    .into_any()
}

/// What it is, of when, and how large.
fn about(now: &Attachment) -> String {
    let l = lang();
    let category = session::read(|store| values::list_word(l, store.state(), List::Evidence, &now.category))
        .unwrap_or_default();
    let milestone =
        now.milestone.map(|milestone| t(labels::milestone(milestone)).to_owned()).unwrap_or_default();
    let on = now.on.map(format::date).unwrap_or_default();
    let parts = [milestone, category, on, format::file_size(now.size)];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}

/// The ending of a name in capitals, where it says what the file is.
fn ending(name: &str) -> String {
    let ending = name.rsplit_once('.').map(|(_, ending)| ending);
    let is_short = |ending: &&str| (1..=5).contains(&ending.chars().count());
    ending.filter(is_short).unwrap_or_default().to_uppercase()
}
