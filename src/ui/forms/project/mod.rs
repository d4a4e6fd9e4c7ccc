//! Everything about one project on one sheet: on its own page, and beside the board.

mod attachments;
mod belonging;
mod composer;
mod contacts;
mod facts;
mod file_report;
mod first_reports;
mod follow_up;
mod follow_ups;
mod funds;
pub mod history;
mod issues;
mod lead;
mod meetings;
mod milestones;
mod permit_chart;
mod permits;
mod promises;
mod quiet;
mod standing;
mod track;
mod transfer_form;
mod transfers;
mod warnings;

pub use attachments::{Attachments, picture};
pub use composer::Composer;
pub use issues::issue_steps;
pub use permits::permit_steps;
pub use promises::promise_steps;

use super::Moves;
use crate::domain::RecordId;
use crate::i18n::{project as words, values};
use crate::ui::lang::{lang, t};
use crate::ui::routes::{A, Route};
use crate::ui::session;
use crate::ui::widgets::{AfterPaint, EmptyState};
use leptos::prelude::*;

/// The sheet of a project: stage track, follow-ups, facts, milestones, funds, contacts and history.
/// Put a `MoveDialogs` for the same `moves` on the page.
#[component]
pub fn ProjectSheet(
    /// Which one.
    id: RecordId,
    /// The dialogs of the page.
    moves: Moves,
) -> impl IntoView {
    let live = Memo::new(move |_| is_live(id));
    move || {
        if live.get() { sheet(id, moves) } else { gone(id) }
    }
}

/// Whether there is such a project, followed.
pub fn is_live(id: RecordId) -> bool {
    session::watch(|store| store.state().record(id).is_some_and(|record| record.is_live())).unwrap_or(false)
}

/// There is no such project; where it was merged into another, the way there.
fn gone(id: RecordId) -> AnyView {
    let other = session::read(|store| {
        let state = store.state();
        let other = state.resolve(id);
        let stands = other != id && state.record(other).is_some_and(|record| record.is_live());
        stands.then(|| (other, values::record_name(untrack(lang), state, other)))
    });
    match other.flatten() {
        None => view! { <EmptyState title=words::GONE text=words::GONE_TEXT/> }.into_any(),
        Some((other, name)) => view! {
            <EmptyState title=words::MERGED_AWAY text=words::MERGED_AWAY_TEXT>
                <A to=Route::Project(other)>{name}</A>
            </EmptyState>
        }
        .into_any(),
    }
}

fn sheet(id: RecordId, moves: Moves) -> AnyView {
    view! {
        <div class="sheet">
            <standing::Standing id/>
            <track::StageTrack id moves/>
            <lead::Lead id/>
            <warnings::Warnings id moves/>
            <div class="sheet-columns">
                <div class="sheet-stream">
                    <section class="panel" aria-label=move || t(words::FOLLOW_UPS)>
                        <h2>{move || t(words::FOLLOW_UPS)}</h2>
                        {session::is_now().then(|| view! { <quiet::QuietMonth id/> <Composer id/> })}
                        <follow_ups::FollowUps id/>
                    </section>
                    <AfterPaint>
                        <meetings::Meetings id/>
                        <contacts::Contacts id/>
                        <history::History id/>
                    </AfterPaint>
                </div>
                <div class="sheet-record">
                    <facts::Facts id/>
                    <milestones::Milestones id moves/>
                    <AfterPaint>
                        <permits::Permits id/>
                        <issues::Issues id/>
                        <promises::Promises id/>
                        <attachments::Attachments id/>
                        <funds::Funds id/>
                        <first_reports::FirstReports id/>
                        <transfers::Transfers id/>
                    </AfterPaint>
                </div>
            </div>
        </div>
    }
    .into_any()
}
