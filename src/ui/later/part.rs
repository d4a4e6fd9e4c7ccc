//! The cut itself: what [`part`] reaches, and the first part does not, is in the second.

use super::{Later, Missing};
use crate::store::{rehearse, sample};
use crate::ui::backups::{BackupNotice, RoomNotice};
use crate::ui::forms::MoveDialogs;
use crate::ui::forms::project::ProjectSheet;
use crate::ui::forms::quick::{self, QuickFollowUp};
use crate::ui::forms::records::record_choices;
use crate::ui::forms::warnings;
use crate::ui::lock::{self, LockScreen};
use crate::ui::past::PastStrip;
use crate::ui::routes::{Route, Work};
use crate::ui::share::ShareNotice;
use crate::ui::{
    actions, assessment, backups, board, calendar, companies, duplicates, exchange, first_reports, import,
    project, search, session, settings, share, startup, supervision, table, unasked,
};
use crate::web::clock::now_millis;
use leptos::prelude::*;
#[cfg(split)]
use leptos::wasm_split::SplitLoaderError;
use std::sync::Once;

/// Loads the second part, or says that it did not arrive.
#[cfg(split)]
pub async fn fetch() -> Result<Later, Missing> {
    let style = crate::web::style::add_later();
    let part = part().await?;
    if style.await { Ok(part) } else { Err(Missing) }
}

/// The quick build is not cut: everything is here.
#[cfg(not(split))]
pub async fn fetch() -> Result<Later, Missing> {
    part()
}

#[cfg(split)]
impl From<SplitLoaderError> for Missing {
    fn from(_: SplitLoaderError) -> Self {
        Missing
    }
}

#[cfg_attr(split, leptos::wasm_split::wasm_split(later, wasm_split_path = ::leptos::wasm_split, fallible))]
fn part() -> Result<Later, Missing> {
    Ok(Later {
        begin: || {
            lock::begin();
            if !untrack(startup::is_locked) {
                work();
            }
        },
        changed: backups::changed,
        screen,
        project_sheet: |id, moves| view! { <ProjectSheet id moves/> }.into_any(),
        answers: search::answers,
        answering: search::answering,
        record_choices,
        above: || {
            view! { <PastStrip/> <BackupNotice/> <RoomNotice/> <ShareNotice/> <QuickFollowUp/> }.into_any()
        },
        follow_up: quick::open,
        county: sample::county,
        lock_screen: || view! { <LockScreen on_open=work/> }.into_any(),
        reds: warnings::reds,
        move_dialogs: |moves| view! { <MoveDialogs moves/> }.into_any(),
    })
}

/// Begins what goes on by itself with the office's own data.
fn work() {
    backups::begin();
    share::begin();
    unasked::begin(&[
        &[warnings::prepare, board::prepare, calendar::prepare, table::prepare, first_edit],
        supervision::UNASKED,
        actions::UNASKED,
        assessment::UNASKED,
    ]);
}

fn first_edit(_: usize) -> bool {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        // Nothing hangs on it.
        let _ = rehearse(session::today(), now_millis());
    });
    false
}

fn screen(route: Route) -> AnyView {
    match route {
        Route::Table => view! { <table::TablePage/> }.into_any(),
        Route::Project(id) => view! { <project::ProjectPage id/> }.into_any(),
        Route::NewProject => view! { <project::NewProjectPage/> }.into_any(),
        Route::Companies => view! { <companies::CompaniesPage/> }.into_any(),
        Route::Company(id) => view! { <companies::CompanyPage id/> }.into_any(),
        Route::Work(work) => work_page(work),
        Route::Exchange => view! { <exchange::ExchangePage/> }.into_any(),
        Route::Duplicates => view! { <duplicates::DuplicatesPage/> }.into_any(),
        Route::FirstReports => view! { <first_reports::FirstReportsPage/> }.into_any(),
        Route::Conflicts => view! { <exchange::ConflictsPage/> }.into_any(),
        Route::Import => view! { <import::ImportPage/> }.into_any(),
        Route::Settings(section) => view! { <settings::SettingsPage section/> }.into_any(),
        #[cfg(debug_assertions)]
        Route::Gallery => view! { <crate::ui::gallery::Gallery/> }.into_any(),
        // Of the first part; never asked for here.
        Route::FirstRun | Route::Today | Route::Board | Route::Unknown => ().into_any(),
    }
}

fn work_page(work: Work) -> AnyView {
    match work {
        Work::Calendar => view! { <calendar::CalendarPage/> }.into_any(),
        Work::Trips => view! { <actions::TripsPage/> }.into_any(),
        Work::Receptions => view! { <actions::ReceptionsPage/> }.into_any(),
        Work::Events => view! { <actions::EventsPage/> }.into_any(),
        Work::Leaders => view! { <actions::LeadersPage/> }.into_any(),
        Work::Posts => view! { <actions::PostsPage/> }.into_any(),
        Work::Teams => view! { <actions::TeamsPage/> }.into_any(),
        Work::Warnings => view! { <supervision::WarningsPage/> }.into_any(),
        Work::Responsibility => view! { <supervision::ResponsibilityPage/> }.into_any(),
        Work::Issues => view! { <supervision::IssuesPage/> }.into_any(),
        Work::Permits => view! { <supervision::PermitsPage/> }.into_any(),
        Work::Promises => view! { <supervision::PromisesPage/> }.into_any(),
        Work::Inspections => view! { <supervision::InspectionsPage/> }.into_any(),
        Work::Health => view! { <supervision::HealthPage/> }.into_any(),
        Work::Progress => view! { <assessment::ProgressPage/> }.into_any(),
        Work::Targets => view! { <assessment::TargetsPage/> }.into_any(),
        Work::Scores => view! { <assessment::ScoresPage/> }.into_any(),
        Work::Overview => view! { <assessment::OverviewPage/> }.into_any(),
        Work::Contests => view! { <assessment::ContestsPage/> }.into_any(),
        Work::Hearings => view! { <assessment::HearingsPage/> }.into_any(),
        Work::Bulletins => view! { <assessment::BulletinsPage/> }.into_any(),
        Work::Rules => view! { <assessment::RulesPage/> }.into_any(),
    }
}
