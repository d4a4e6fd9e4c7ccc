//! The import under way. It outlives the page: whoever looks something up elsewhere and comes back
//! finds it as it was.

use crate::domain::Kind;
use crate::exchange::import::{Changes, Job, Planner, Progress, Show, work_out};
use crate::exchange::sheet::{self, OpenError, Workbook};
use crate::i18n::import::{self as words, Tally};
use crate::i18n::{Lang, Text, errors};
use crate::ledger::{Action, State};
use crate::ui::lang::t_now;
use crate::ui::session;
use crate::ui::state::page_lived;
use crate::web::{clock, decode, page, timer};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::cell::RefCell;
use std::time::Duration;

/// Pieces of work between two looks at the clock.
const PIECES: usize = 10;

/// Milliseconds of work between two breaths of the page.
const BREATH: u64 = 40;

/// Where the wizard is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Step {
    Source,
    Columns,
    Check,
    Done,
}

/// Long work that is being done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Busy {
    pub label: Text,
    pub done: usize,
    pub total: usize,
}

/// What the screen follows.
#[derive(Clone, Copy)]
pub struct Signals {
    pub step: RwSignal<Step>,
    pub busy: RwSignal<Option<Busy>>,
    pub problem: RwSignal<Option<Text>>,
    pub show: RwSignal<Show>,
    /// The row whose details are open.
    pub open: RwSignal<Option<usize>>,
    /// What the last import came to.
    pub tally: RwSignal<Tally>,
    /// Grows with every change of the job.
    revision: RwSignal<u64>,
    /// Grows when work is to stop: what was begun before is let go.
    turn: RwSignal<u64>,
}

thread_local! {
    static JOB: RefCell<Option<Job>> = const { RefCell::new(None) };
    static SIGNALS: Signals = page_lived(|| {
        session::on_open(start_over);
        let signals = Signals {
            step: RwSignal::new(Step::Source),
            busy: RwSignal::new(None),
            problem: RwSignal::new(None),
            show: RwSignal::new(Show::All),
            open: RwSignal::new(None),
            tally: RwSignal::new(Tally::default()),
            revision: RwSignal::new(0),
            turn: RwSignal::new(0),
        };
        // A closed window forgets what was chosen and decided: ask first. Not when the program locks itself: a
        // question would keep it open to everybody.
        window_event_listener(leptos::ev::beforeunload, move |event| {
            let is_begun = matches!(signals.step.get_untracked(), Step::Columns | Step::Check);
            if is_begun && !page::is_reloading() {
                event.prevent_default();
            }
        });
        signals
    });
}

pub fn signals() -> Signals {
    SIGNALS.with(|signals| *signals)
}

/// Reads the job now.
pub fn read<R>(reader: impl FnOnce(&Job) -> R) -> Option<R> {
    JOB.with(|job| job.try_borrow().ok()?.as_ref().map(reader))
}

/// Reads the job and runs again after every change of it.
pub fn watch<R>(reader: impl FnOnce(&Job) -> R) -> Option<R> {
    signals().revision.track();
    read(reader)
}

/// Changes the job; everything that follows it runs again.
pub fn change<R>(writer: impl FnOnce(&mut Job) -> R) -> Option<R> {
    let result = JOB.with(|job| job.try_borrow_mut().ok()?.as_mut().map(writer));
    signals().revision.update(|revision| *revision += 1);
    result
}

/// Forgets the import under way.
pub fn start_over() {
    stop();
    JOB.with(|job| job.replace(None));
    let s = signals();
    s.open.set(None);
    s.show.set(Show::All);
    s.step.set(Step::Source);
    s.problem.set(None);
}

/// Stops long work.
pub fn stop() {
    signals().turn.update(|turn| *turn += 1);
    signals().busy.set(None);
}

/// Lets the page draw and take input. Whether the work begun in this turn goes on.
async fn breathe(turn: u64) -> bool {
    timer::sleep(Duration::ZERO).await;
    signals().turn.get_untracked() == turn
}

/// Says what long work is being done and has it drawn before the first piece of it. Whether the work
/// begun in this turn goes on.
async fn announce(label: Text, turn: u64) -> bool {
    signals().busy.set(Some(Busy { label, done: 0, total: 0 }));
    timer::painted().await;
    signals().turn.get_untracked() == turn
}

/// Lets go what was begun before and begins a new turn.
fn begin() -> u64 {
    let turn = signals().turn;
    turn.update(|turn| *turn += 1);
    turn.get_untracked()
}

/// Opens a file's bytes.
pub fn open_file(name: String, bytes: Vec<u8>) {
    open_with(move || sheet::open(&bytes, &name, &decode::gb18030));
}

/// Opens cells copied from a spreadsheet.
pub fn open_pasted(text: String) {
    open_with(move || sheet::paste(&text));
}

fn open_with(open: impl FnOnce() -> Result<Workbook, OpenError> + 'static) {
    let s = signals();
    start_over();
    let turn = begin();
    spawn_local(async move {
        if !announce(words::READING, turn).await {
            return;
        }
        let book = open().map_err(errors::open_error);
        if !breathe(turn).await {
            return;
        }
        let job = book.and_then(|book| {
            let job = session::read(|store| Job::open(book, session::today(), store.state())).flatten();
            job.ok_or(words::NO_TABLE)
        });
        s.busy.set(None);
        match job {
            Ok(job) => {
                JOB.with(|slot| slot.replace(Some(job)));
                change(|_| ());
                s.step.set(Step::Columns);
            }
            Err(problem) => s.problem.set(Some(problem)),
        }
    });
}

/// Reads the rows and compares them with the ledger, then shows them.
pub fn check() {
    let turn = begin();
    spawn_local(async move {
        if announce(words::READING, turn).await {
            change(Job::read);
            if read(Job::is_trips) == Some(true) {
                let planned = session::read(|store| change(|job| job.plan_trips(store.state()))).flatten();
                show_trips(planned.is_some());
            } else if compare(turn).await {
                signals().step.set(Step::Check);
            }
        }
    });
}

/// Shows the rows of a ledger of trips, or that the workspace was closed.
fn show_trips(is_planned: bool) {
    signals().busy.set(None);
    if is_planned {
        signals().step.set(Step::Check);
    }
}

/// Types a cell anew and judges the rows again.
pub fn retype(row: usize, key: &'static str, text: &str) {
    change(|job| job.retype(row, key, text));
    let turn = begin();
    spawn_local(async move {
        compare(turn).await;
    });
}

/// Compares the rows with the ledger. Whether it came to its end.
async fn compare(turn: u64) -> bool {
    let s = signals();
    if !announce(words::COMPARING, turn).await {
        return false;
    }
    let begun = read(|job| session::read(|store| job.planner(store.state()))).flatten();
    let Some(mut planner) = begun else {
        stop();
        return false;
    };
    while let Some(step) = session::read(|store| step(&mut planner, store.state())) {
        let Some(now) = step else {
            change(|job| job.set_plan(planner.finish()));
            s.busy.set(None);
            return true;
        };
        s.busy.set(Some(Busy { label: words::COMPARING, done: now.done, total: now.total }));
        if !breathe(turn).await {
            return false;
        }
    }
    // The workspace was closed.
    stop();
    false
}

/// Plans rows for one breath; `None` when all are planned.
fn step(planner: &mut Planner, state: &State) -> Option<Progress> {
    let begun = clock::now_millis();
    loop {
        let progress = planner.step(state, PIECES)?;
        // A clock that was set back must not hold the page up.
        if !(begun..begun + BREATH).contains(&clock::now_millis()) {
            return Some(progress);
        }
    }
}

/// What the import would come to as decided now.
pub fn tally_now() -> Tally {
    watch(|job| {
        if let Some(trips) = job.trips() {
            let changes = session::watch(|store| trips.changes(store.state()))?;
            return Some(tally(&changes, 0));
        }
        let plan = job.plan()?;
        let changes = session::watch(|store| work_out(plan, store.state()))?;
        Some(tally(&changes, plan.counts().undecided))
    })
    .flatten()
    .unwrap_or_default()
}

fn tally(changes: &Changes, undecided: usize) -> Tally {
    let of = |kind| changes.created_of(kind);
    Tally {
        projects: of(Kind::Project),
        updated: changes.updated.iter().filter(|id| id.kind == Kind::Project).count(),
        trips: of(Kind::OutboundTrip),
        updated_trips: changes.updated.iter().filter(|id| id.kind == Kind::OutboundTrip).count(),
        companies: of(Kind::Company),
        contacts: of(Kind::Contact),
        people: of(Kind::Person),
        units: of(Kind::Unit),
        follow_ups: of(Kind::FollowUp),
        left_out: changes.left_out.len(),
        undecided,
    }
}

/// Writes the import, as one command.
pub fn import() {
    let s = signals();
    let run_id = session::new_id(Kind::ImportRun);
    let worked_out = read(|job| {
        let mut changes = session::read(|store| match (job.trips(), job.plan()) {
            (Some(trips), _) => Some(trips.changes(store.state())),
            (None, plan) => plan.map(|plan| work_out(plan, store.state())),
        })
        .flatten()?;
        let tally = tally(&changes, job.plan().map_or(0, |plan| plan.counts().undecided));
        job.run(clock::now_millis()).note(run_id, &mut changes);
        Some((changes, tally))
    });
    let Some((changes, tally)) = worked_out.flatten() else { return };
    if session::run(Action::Import, changes.edits(session::element)) {
        s.problem.set(None);
        s.open.set(None);
        s.tally.set(tally);
        s.step.set(Step::Done);
    } else {
        s.problem.set(Some(words::FAILED));
    }
}

/// The rows left out as a spreadsheet, offered as a download.
pub fn save_left_out() {
    use crate::exchange::import::rejected_table;
    use crate::exchange::sheet::write::xlsx;
    use crate::ui::state::prefs;
    let l = prefs::language().get_untracked();
    let table = read(|job| {
        let mut headings = job.headings();
        headings.extend([words::LEFT_OUT_LINE, words::LEFT_OUT_REASON].map(|text| text.get(l).to_owned()));
        let rows = left_out_rows(l, job);
        rejected_table(headings, rows.into_iter(), |at| job.cells(at))
    });
    if let Some(table) = table {
        const MIME: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
        crate::web::files::save(t_now(words::LEFT_OUT_FILE), MIME, &xlsx(&table));
    }
}

/// The rows left out: place among the rows read, line in the file, and why.
fn left_out_rows(l: Lang, job: &Job) -> Vec<(usize, usize, String)> {
    use crate::exchange::import::{LeftOut, left_out};
    if let Some(plan) = job.trips() {
        let rows = plan.rows.iter().enumerate().filter(|(_, row)| row.is_refused());
        return rows.map(|(at, row)| (at, row.line, words::trip_outcome(l, row.outcome))).collect();
    }
    let Some(plan) = job.plan() else { return Vec::new() };
    let row = |(at, row): (usize, &crate::exchange::import::RowPlan)| {
        let why = left_out(plan, at)?;
        let twin = match why {
            LeftOut::Undecided { twin, .. } => job.line_of(twin),
            _ => 0,
        };
        Some((at, row.draft.line, words::left_out(l, why, twin)))
    };
    plan.rows.iter().enumerate().filter_map(row).collect()
}
