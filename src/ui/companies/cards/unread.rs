//! What could not be read, where it stands, and what to do about it.

use super::work::Work;
use crate::exchange::vcard::Unread;
use crate::i18n::companies::cards as words;
use crate::i18n::marks;
use crate::ui::lang::{lang, t};
use crate::ui::widgets::{Banner, BannerKind};
use leptos::prelude::*;

/// Files that were not read.
pub(super) fn problems(work: Work) -> AnyView {
    let line = |(name, error)| {
        view! {
            <Banner kind=BannerKind::Error>
                <p><strong>{name}</strong> {move || marks::colon(lang())} {move || words::file_error(lang(), error)}</p>
            </Banner>
        }
    };
    let lines = move || work.problems.get().into_iter().map(line).collect_view();
    lines.into_any()
}

/// Cards that were not read.
pub(super) fn unread(work: Work) -> AnyView {
    let line = |(file, unread): (String, Unread)| {
        let Unread { number, line, hint, fault } = unread;
        view! {
            <li>
                <span class="quiet">{file} " " {move || words::place(lang(), number, line)}</span> " "
                <strong>{hint}</strong>
                <p>{move || t(words::fault(fault))}</p>
            </li>
        }
    };
    let list = move || {
        let unread = work.unread.get();
        (!unread.is_empty()).then(|| {
            view! {
                <section class="card-unread" aria-label=move || t(words::UNREAD)>
                    <h3>{move || t(words::UNREAD)}</h3>
                    <ul>{unread.into_iter().map(line).collect_view()}</ul>
                </section>
            }
        })
    };
    list.into_any()
}
