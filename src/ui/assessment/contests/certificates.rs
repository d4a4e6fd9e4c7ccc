//! Certificates of honour and notices of a round, one a sheet of A4 landscape. Only what was approved is printed.

use super::awards::{Told, told};
use super::{AWARDS, Shown, award_name};
use crate::domain::RecordId;
use crate::i18n::{assess_contests as words, format};
use crate::rules::nominations::Decision;
use crate::ui::lang::{lang, t};
use crate::ui::records::WorkSwitch;
use crate::ui::routes::{Place, set_query, use_query};
use crate::ui::shell::Page;
use crate::ui::widgets::{Button, ButtonKind, EmptyState, Glyph};
use crate::web::page;
use leptos::prelude::*;

/// What the address calls the one that is to be printed alone.
pub(super) const ONE: &str = "one";

/// The sheets.
#[component]
pub(super) fn CertificatesPage() -> impl IntoView {
    let shown = Shown::read();
    let one = use_query(ONE);
    let all = told(shown);
    let sheets = Memo::new(move |_| {
        let one = one.read().parse::<RecordId>().ok();
        let asked =
            |told: &Told| told.one.decision == Decision::Approved && one.is_none_or(|id| id == told.one.id);
        all.get().into_iter().filter(asked).collect::<Vec<_>>()
    });
    let back = || {
        set_query(ONE, "");
        set_query(super::SHOW, AWARDS);
    };
    let lead = || view! { <WorkSwitch place=Place::Assessment/> };
    let actions = move || {
        view! {
            <Button label=words::BACK kind=ButtonKind::Quiet icon=Glyph::Back on_press=back/>
            <Button label=words::PRINT kind=ButtonKind::Primary icon=Glyph::Print on_press=page::print/>
        }
    };
    let body = move || {
        let sheets = sheets.get();
        if sheets.is_empty() {
            return view! { <EmptyState title=words::NO_CERTIFICATES text=words::NO_CERTIFICATES_TEXT/> }
                .into_any();
        }
        sheets.into_iter().map(|told| sheet(shown, told)).collect_view().into_any()
    };
    view! { <Page title=words::CERTIFICATES lead actions><div class="certificates">{body}</div></Page> }
        .into_any()
}

fn sheet(shown: Shown, told: Told) -> AnyView {
    let l = lang();
    let Told { one, unit } = told;
    let contest =
        shown.round.with(|round| round.as_ref().map(|round| round.name.clone())).unwrap_or_default();
    let title = shown.worked.with(|worked| award_name(worked, &one.award));
    let is_honour = words::is_honour(&one.award);
    let heading = t(if is_honour { words::HONOUR } else { words::NOTIFIED });
    let body = words::certified(l, &one.award, &title, &contest, &one.phase);
    view! {
        <article class="certificate" data-honour=is_honour.to_string()>
            <h2>{heading}</h2>
            <p class="award">{title}</p>
            <p class="unit">{unit}</p>
            <p class="text">{body}</p>
            <p class="reason">{one.reason}</p>
            <footer>
                <p>{one.decided_by}</p>
                <p class="seal">{t(words::SEAL)}</p>
                <p>{one.decided_on.map(format::date)}</p>
            </footer>
        </article>
    }
    .into_any()
}
