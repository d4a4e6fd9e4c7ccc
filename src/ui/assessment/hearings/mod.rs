//! 过堂: hearings, the mode in which units stand up one after another, the minutes, and what units promised.

mod judge;
mod list;
mod minutes;
mod mode;
mod new;
mod pledges;

use crate::domain::{Kind, RecordId};
use crate::i18n::assess_hearings as words;
use crate::ui::lang::t;
use crate::ui::records::sums::{SHOW, Sums, SumsMenu, SumsTable};
use crate::ui::records::{OPEN, RecordsPage, WorkSwitch};
use crate::ui::routes::{Location, Place, Route, Work, navigate, set_query, use_query};
use crate::ui::shell::Page;
use crate::ui::widgets::{Choice, Segmented};
use leptos::prelude::*;

/// What the address calls the hearing that is shown, and the unit that stands up.
const HEARING: &str = "hearing";
const UNIT: &str = "unit";
/// Stands for the first unit.
const FIRST: &str = "*";
/// The words of the views in the address.
const PLEDGES: &str = "pledges";
const UNITS: &str = "units";
const LEDGER: &str = "ledger";
/// The records of the page.
const KINDS: &[Kind] = &[Kind::Hearing, Kind::Pledge];

/// What the address asks for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Asked {
    Records,
    Mode(RecordId),
    Minutes(RecordId),
    Pledges,
    Units,
    Hearings,
}

/// The page.
#[component]
pub fn HearingsPage() -> impl IntoView {
    let (kind, hearing, unit, show) =
        (use_query("kind"), use_query(HEARING), use_query(UNIT), use_query(SHOW));
    let asked = Memo::new(move |_| {
        let id = hearing.read().parse::<RecordId>().ok().filter(|id| id.kind == Kind::Hearing);
        match id {
            // Beside the mode a project may be open.
            _ if !kind.read().is_empty() => Asked::Records,
            Some(id) if !unit.read().is_empty() => Asked::Mode(id),
            Some(id) => Asked::Minutes(id),
            None => match show.read().as_str() {
                PLEDGES => Asked::Pledges,
                UNITS => Asked::Units,
                _ => Asked::Hearings,
            },
        }
    });
    move || match asked.get() {
        Asked::Records => {
            let beyond = judge::beyond;
            view! { <RecordsPage work=Work::Hearings kinds=KINDS overview=words::VIEWS beyond/> }.into_any()
        }
        Asked::Mode(id) => view! { <mode::Mode id/> }.into_any(),
        Asked::Minutes(id) => view! { <minutes::MinutesPage id/> }.into_any(),
        Asked::Pledges => view! { <pledges::PledgesView/> }.into_any(),
        Asked::Units => view! { <pledges::UnitsView/> }.into_any(),
        Asked::Hearings => view! { <list::HearingsView/> }.into_any(),
    }
}

/// A hearing, at its minutes; with a unit, at the mode.
fn hearing_at(id: RecordId, unit: &str) -> Location {
    Route::Work(Work::Hearings).with_query([(HEARING, id.to_string().as_str()), (UNIT, unit)])
}

/// A record of the page among the records, open.
fn record_at(id: RecordId) -> Location {
    let (kind, id) = (id.kind.word(), id.to_string());
    Route::Work(Work::Hearings).with_query([("kind", kind), (OPEN, id.as_str())])
}

/// A view of the page with a table of sums.
#[component]
fn View(
    /// Its word in the address.
    word: &'static str,
    /// What its table is called.
    title: crate::i18n::Text,
    /// The table.
    #[prop(into)]
    sums: Signal<Sums>,
    /// What stands above the table.
    #[prop(optional, into)]
    above: Option<ViewFn>,
    /// How it is counted.
    rule: Option<crate::i18n::Text>,
    /// What stands in place of an empty table.
    empty: fn() -> AnyView,
    /// What stands beside it.
    #[prop(optional, into)]
    aside: Option<ViewFn>,
    /// More buttons.
    #[prop(optional, into)]
    buttons: Option<ViewFn>,
) -> impl IntoView {
    let name = Signal::derive(move || t(title).to_owned());
    let lead = || view! { <WorkSwitch place=Place::Assessment/> };
    let actions = move || {
        let buttons = buttons.as_ref().map(|buttons| buttons.run());
        view! { <SumsMenu title=name stem=name sums/> {buttons} }
    };
    let value = RwSignal::new(word.to_owned());
    let options = vec![
        Choice::new("", words::HEARINGS),
        Choice::new(PLEDGES, words::PLEDGES),
        Choice::new(UNITS, words::BY_UNIT),
        Choice::new(LEDGER, words::LEDGER),
    ];
    let choose = |word: String| match word.as_str() {
        LEDGER => navigate(Route::Work(Work::Hearings).with_query([("kind", Kind::Hearing.word())])),
        word => set_query(SHOW, word),
    };
    let is_empty = Memo::new(move |_| sums.with(|sums| sums.rows.is_empty()));
    let body = move || {
        if is_empty.get() { empty() } else { view! { <SumsTable title=name sums/> }.into_any() }
    };
    let aside = move || aside.as_ref().map(|aside| aside.run());
    view! {
        <Page title=Work::Hearings.title() lead actions aside>
            <div class="sums-page hearings-page" class:pledge-table=word == PLEDGES>
                <Segmented label=words::SHOW value options on_change=choose/>
                {above.map(|above| above.run())}
                {body}
                {rule.map(|rule| view! { <p class="help">{move || t(rule)}</p> })}
            </div>
        </Page>
    }
    .into_any()
}
