//! The strip above every page while a past day is looked at: which day, how much there was, and back.

use crate::domain::Date;
use crate::i18n::past as words;
use crate::rules::periods::recent_ends;
use crate::ui::lang::{lang, t};
use crate::ui::session::{self, Looking};
use crate::ui::widgets::{Button, ButtonKind, DateInput};
use crate::web::{clock, page};
use leptos::html;
use leptos::prelude::*;

/// The strip, while a past day is looked at or chosen.
#[component]
pub fn PastStrip() -> impl IntoView {
    let is_shown = Memo::new(|_| session::looking() != Looking::AtNow);
    let strip = move || is_shown.get().then(|| view! { <Strip/> });
    view! { {strip} }.into_any()
}

#[component]
fn Strip() -> impl IntoView {
    let day = RwSignal::new(String::new());
    let not_over = RwSignal::new(false);
    let strip: NodeRef<html::Section> = NodeRef::new();
    Effect::new(move || {
        if let Looking::At(shown) = session::looking() {
            day.set(shown.to_string());
            not_over.set(false);
        }
    });
    Effect::new(move || {
        if let Some(strip) = strip.get()
            && session::looking() == Looking::Choosing
        {
            page::focus_first(&strip, "input");
        }
    });
    let chosen = move |iso: String| {
        if let Some(day) = Date::parse_iso(&iso) {
            let is_over = day < clock::today();
            not_over.set(!is_over);
            if is_over {
                session::look_back(day);
            }
        }
    };
    let count = |store: &crate::store::Store| store.index().projects().count();
    let said = move || match session::looking() {
        _ if not_over.get() => t(words::NOT_OVER).to_owned(),
        Looking::At(day) => {
            let then = session::watch(count).unwrap_or_default();
            let now = session::watch_present(count).unwrap_or_default();
            words::shown(lang(), day, then, now)
        }
        Looking::AtNow | Looking::Choosing => t(words::CHOOSE).to_owned(),
    };
    let ends = recent_ends(clock::today()).into_iter().map(|(period, end)| {
        view! {
            <Button
                label=words::period_end(period)
                kind=ButtonKind::Quiet
                disabled=Signal::derive(move || session::looking() == Looking::At(end))
                on_press=move || session::look_back(end)
            />
        }
    });
    view! {
        <section
            class="past-strip"
            data-day=move || session::past_day().map(|day| day.to_string())
            aria-label=move || t(words::STRIP)
            node_ref=strip
        >
            <p role="status">{said}</p>
            <DateInput value=day on_commit=chosen label=Signal::derive(|| t(words::DAY).to_owned())/>
            {ends.collect_view()}
            <Button label=words::RETURN on_press=session::return_to_now/>
        </section>
    }
    .into_any()
}
