//! 过堂: one unit a screen, before a room; the next by a key.

mod figures;
mod form;
mod late;
mod promised;
mod said;
mod strip;
mod timer;

use super::{UNIT, hearing_at};
use crate::domain::{Date, Kind, RecordId};
use crate::i18n::{assess_hearings as words, format, scoring, values};
use crate::rules::counting_year::first_month;
use crate::rules::hearing::{Brief, Order, UnitBrief, all, brief, due, in_order};
use crate::rules::metrics::Cycle;
use crate::rules::scoring::office;
use crate::rules::targets::Period;
use crate::store::Store;
use crate::ui::assessment::behind::BehindPanel;
use crate::ui::assessment::measured::measurer;
use crate::ui::assessment::scored::numbers::{Asked, numbers};
use crate::ui::assessment::scored::worked::Worked;
use crate::ui::forms::project::ProjectSheet;
use crate::ui::forms::warnings::with_all;
use crate::ui::forms::{MoveDialogs, Moves};
use crate::ui::heard::heard;
use crate::ui::lang::{lang, t};
use crate::ui::records::{OPEN, RecordForm};
use crate::ui::routes::{navigate, set_query, use_query};
use crate::ui::session;
use crate::ui::shell::page_title;
use crate::ui::shortcuts;
use crate::ui::widgets::{Button, ButtonKind, EmptyState, Glyph, SidePanel};
use crate::web::{fullscreen, page};
use leptos::ev;
use leptos::html;
use leptos::prelude::*;
use rustc_hash::FxHashMap;
use timer::{Timer, TimerView};
use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent};

/// What the address calls the order of the units.
const ORDER: &str = "order";
/// Where the keys lead.
const SAID_ID: &str = "hearing-said";
const PLEDGE_ID: &str = "hearing-pledge";

/// What the parts of the screen share.
#[derive(Clone, Copy)]
pub(super) struct Floor {
    /// The hearing.
    pub id: RecordId,
    /// All that is shown of it.
    pub brief: Memo<Option<Brief>>,
    /// The units in their order.
    pub order: Memo<Vec<RecordId>>,
    /// The unit that stands up.
    pub unit: Memo<Option<RecordId>>,
    /// Its page.
    pub page: Memo<Option<UnitBrief>>,
    /// When a pledge is due unless somebody says otherwise.
    pub due: Memo<Date>,
    /// What is opened beside the page.
    pub open: Memo<Option<RecordId>>,
}

impl Floor {
    fn new(id: RecordId) -> Self {
        let (unit, order, open) = (use_query(UNIT), use_query(ORDER), use_query(OPEN));
        let brief = Memo::new(move |_| {
            session::watch(|store| {
                let today = session::today();
                with_all(store, today, |kept| brief((store, &measurer(store)), kept.red(), id, today))
            })
            .flatten()
        });
        let order = Memo::new(move |_| {
            let order = Order::from_word(&order.read());
            brief.with(|brief| brief.as_ref().map(|brief| in_order(&brief.units, order))).unwrap_or_default()
        });
        let unit = Memo::new(move |_| {
            let asked = unit.read().parse::<RecordId>().ok();
            order.with(|order| order.iter().copied().find(|id| Some(*id) == asked).or(order.first().copied()))
        });
        let page = Memo::new(move |_| {
            let unit = unit.get()?;
            brief.with(|brief| brief.as_ref()?.of(unit).cloned())
        });
        let due = Memo::new(move |_| {
            let today = session::today();
            let of = brief.with(|brief| brief.as_ref().map(|brief| brief.hearing.clone()));
            let due = of.and_then(|of| session::watch(|store| due(&all(store.state()), &of, today)));
            due.unwrap_or(today)
        });
        let open = Memo::new(move |_| open.read().parse::<RecordId>().ok());
        Self { id, brief, order, unit, page, due, open }
    }

    /// Reads the page of the unit.
    pub fn with<T>(self, read: impl FnOnce(&Brief, &UnitBrief) -> T) -> Option<T> {
        self.brief.with(|brief| {
            let brief = brief.as_ref()?;
            self.page.with(|page| page.as_ref().map(|page| read(brief, page)))
        })
    }

    /// The place of the unit in the order, from 0.
    fn at(self) -> usize {
        let unit = self.unit.get();
        self.order.with(|order| order.iter().position(|id| Some(*id) == unit)).unwrap_or_default()
    }

    /// Calls another unit.
    pub fn call(self, unit: RecordId) {
        set_query(OPEN, "");
        set_query(UNIT, &unit.to_string());
    }

    /// Calls the next unit, or the one before.
    pub fn step(self, by: isize) {
        let at = untrack(|| self.at()).saturating_add_signed(by);
        if let Some(unit) = self.order.with_untracked(|order| order.get(at).copied()) {
            self.call(unit);
        }
    }

    /// Ends the mode: the minutes come.
    pub fn leave(self) {
        fullscreen::leave();
        navigate(hearing_at(self.id, ""));
    }
}

/// The mode.
#[component]
pub(super) fn Mode(id: RecordId) -> impl IntoView {
    page_title(Signal::derive(|| t(words::MODE).to_owned()));
    let floor = Floor::new(id);
    let timer = Timer::new(floor.unit);
    listen(floor, timer);
    on_cleanup(fullscreen::leave);
    let stage: NodeRef<html::Section> = NodeRef::new();
    let take_focus = move || {
        if let Some(Some(stage)) = stage.try_get_untracked() {
            // Refused only where it has left the page.
            let _ = stage.focus();
        }
    };
    // Another unit has the keys at once, whatever had them before.
    Effect::new(move || {
        floor.unit.track();
        if stage.get().is_some() {
            take_focus();
        }
    });
    let key = move |event: KeyboardEvent| {
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        if event.key() == "Escape"
            && !event.default_prevented()
            && !event.is_composing()
            && target.is_some_and(|target| page::is_typing(&target))
        {
            event.prevent_default();
            take_focus();
        }
    };
    let is_there = Memo::new(move |_| floor.brief.with(Option::is_some));
    let body = move || match (is_there.get(), floor.unit.get()) {
        (false, _) => view! { <EmptyState title=words::GONE text=words::GONE_TEXT/> }.into_any(),
        (true, None) => view! { <EmptyState title=words::NO_UNITS text=words::NO_UNITS_TEXT/> }.into_any(),
        (true, Some(unit)) => view! { <UnitPage floor timer unit/> }.into_any(),
    };
    view! {
        <section
            class="hearing-mode"
            tabindex="-1"
            aria-label=move || t(words::MODE)
            node_ref=stage
            on:keydown=heard(ev::keydown, key)
        >
            {body}
            <strip::Strip floor/>
        </section>
    }
    .into_any()
}

/// The keys of the mode. None of them works while somebody types.
fn listen(floor: Floor, timer: Timer) {
    let next = move || floor.step(1);
    let previous = move || floor.step(-1);
    shortcuts::register("ArrowRight", words::NEXT, next);
    shortcuts::register("PageDown", words::NEXT, next);
    shortcuts::register("ArrowLeft", words::PREVIOUS, previous);
    shortcuts::register("PageUp", words::PREVIOUS, previous);
    shortcuts::register("t", words::TIMER, move || timer.toggle());
    shortcuts::register("f", words::FULL, fullscreen::toggle);
    shortcuts::register("Escape", words::LEAVE, move || floor.leave());
    if session::is_now() {
        shortcuts::register("s", words::GO_SAID, || focus_in(SAID_ID, "textarea"));
        shortcuts::register("p", words::GO_PLEDGE, || focus_in(PLEDGE_ID, "select"));
    }
}

/// Gives the focus to a field of a part of the page.
fn focus_in(id: &str, selector: &str) {
    if let Some(part) = page::by_id(id) {
        page::focus_first(&part, selector);
    }
}

/// The page of one unit.
#[component]
fn UnitPage(floor: Floor, timer: Timer, unit: RecordId) -> impl IntoView {
    let name = Memo::new(move |_| {
        session::watch(|store| values::record_name(lang(), store.state(), unit)).unwrap_or_default()
    });
    let scored = scored(floor);
    let told = move || {
        let l = lang();
        let all = floor.order.with(Vec::len);
        let share = |share: crate::domain::Decimal| {
            format::percent_of(share.as_millionths(), crate::domain::Decimal::ONE.as_millionths())
        };
        floor
            .with(|brief, page| {
                let score = scored
                    .with(|scored| scored.get(&unit).map(|(points, place)| words::scored(l, points, *place)));
                let nth = words::nth(l, floor.at() + 1, all);
                let day = words::as_of(l, brief.as_of, &share(brief.elapsed));
                let parts = [nth, page.group.clone(), score.unwrap_or_default(), day];
                parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
            })
            .unwrap_or_default()
    };
    let moves = Moves::new();
    view! {
        <header>
            <h1>{move || name.get()}</h1>
            <p class="told">{told}</p>
            <TimerView timer/>
        </header>
        <div class="floor">
            <div class="numbers">
                <figures::Figures floor unit/>
                <late::LateProjects floor/>
            </div>
            <div class="words">
                <promised::Last floor/>
                <promised::Next floor unit/>
                <said::Said floor unit/>
            </div>
            {move || beside(floor, moves)}
            <BehindPanel/>
        </div>
        <MoveDialogs moves/>
    }
    .into_any()
}

/// The project or problem that is open beside the page.
fn beside(floor: Floor, moves: Moves) -> Option<AnyView> {
    let id = floor.open.get()?;
    let title = Signal::derive(move || {
        session::watch(|store| values::record_title(lang(), store.state(), id)).unwrap_or_default()
    });
    let body = match id.kind {
        Kind::Project => view! { <ProjectSheet id moves/> }.into_any(),
        _ => view! { <RecordForm id/> }.into_any(),
    };
    Some(view! { <SidePanel title on_close=|| set_query(OPEN, "")>{body}</SidePanel> }.into_any())
}

/// The score of each unit and its place by the rules of the hearing; nothing where it names none.
fn scored(floor: Floor) -> Memo<FxHashMap<RecordId, (String, Option<usize>)>> {
    Memo::new(move |_| {
        let asked = floor.brief.with(|brief| {
            let brief = brief.as_ref()?;
            Some((brief.hearing.rules?, brief.as_of))
        });
        let Some((rules, day)) = asked else { return FxHashMap::default() };
        session::watch(|store| scores(store, rules, day)).flatten().unwrap_or_default()
    })
}

fn scores(store: &Store, rules: RecordId, day: Date) -> Option<FxHashMap<RecordId, (String, Option<usize>)>> {
    let state = store.state();
    let kept = office::one(state, rules)?;
    let sheet = kept.sheet.ok().filter(|sheet| sheet.period != Cycle::Contest)?;
    let first_month = first_month(state);
    let period = Period::of(sheet.period, day, first_month);
    let window = period.window(state, first_month)?;
    let digits = sheet.digits;
    let asked = Asked { sheet, record: Some(rules), version: kept.version, period, window, day, first_month };
    let worked = Worked::of(asked.sheet.clone(), &numbers(store, &asked));
    let scores = worked.outcome.scores.iter().filter_map(|score| {
        let subject = worked.figures.subjects.get(score.subject)?;
        Some((subject.key.parse().ok()?, (scoring::number(score.total, digits), score.place)))
    });
    Some(scores.collect())
}

/// The button that leaves the mode.
fn leave_button(floor: Floor) -> AnyView {
    view! { <Button label=words::LEAVE kind=ButtonKind::Quiet icon=Glyph::Close on_press=move || floor.leave()/> }
        .into_any()
}
