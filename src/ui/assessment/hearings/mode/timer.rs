//! The time of a unit, counting down; paused by a key, remembered for each unit while the hearing is on.

use crate::domain::RecordId;
use crate::i18n::assess_hearings as words;
use crate::ui::lang::{lang, t};
use crate::ui::widgets::{Button, Choice, Glyph, Level, Light, Select};
use crate::web::{clock, prefs, timer};
use leptos::prelude::*;
use rustc_hash::FxHashMap;

/// Minutes of a unit before anybody chose.
const USUAL: u32 = 5;
/// What may be chosen.
const CHOICES: [u32; 8] = [2, 3, 5, 8, 10, 15, 20, 30];
/// The last seconds of the time, which are said.
const LAST: i64 = 60;
/// Milliseconds between two looks at the clock.
const TICK: i32 = 250;

/// The clock.
#[derive(Clone, Copy)]
pub(super) struct Timer {
    minutes: RwSignal<u32>,
    /// Milliseconds that are left; below nothing when the time is over.
    left: RwSignal<i64>,
    is_running: RwSignal<bool>,
    /// When the time of this unit ends, while it runs.
    ends: StoredValue<i64>,
    /// What is left to the units that stood up.
    kept: StoredValue<FxHashMap<RecordId, i64>>,
}

impl Timer {
    /// A clock that stands, full for every unit that is called.
    pub fn new(unit: Memo<Option<RecordId>>) -> Self {
        let minutes = prefs::hearing_minutes().filter(|minutes| CHOICES.contains(minutes)).unwrap_or(USUAL);
        let timer = Self {
            minutes: RwSignal::new(minutes),
            left: RwSignal::new(full(minutes)),
            is_running: RwSignal::new(false),
            ends: StoredValue::new(0),
            kept: StoredValue::new(FxHashMap::default()),
        };
        Effect::new(move |before: Option<Option<RecordId>>| {
            let now = unit.get();
            if let Some(before) = before.filter(|before| *before != now) {
                timer.turn(before, now);
            }
            now
        });
        timer
    }

    /// Another unit has the clock; a clock that runs runs on for it.
    fn turn(self, before: Option<RecordId>, now: Option<RecordId>) {
        let left = self.left.get_untracked();
        self.kept.update_value(|kept| {
            kept.extend(before.map(|unit| (unit, left)));
        });
        let kept = now.and_then(|unit| self.kept.with_value(|kept| kept.get(&unit).copied()));
        self.set(kept.unwrap_or(full(self.minutes.get_untracked())));
    }

    fn set(self, left: i64) {
        self.left.set(left);
        self.ends.set_value(now().saturating_add(left));
    }

    /// Starts or pauses.
    pub fn toggle(self) {
        if self.is_running.get_untracked() {
            self.look();
            self.is_running.set(false);
        } else {
            self.set(self.left.get_untracked());
            self.is_running.set(true);
            self.tick();
        }
    }

    fn look(self) {
        if let Some(ends) = self.ends.try_get_value() {
            self.left.try_set(ends - now());
        }
    }

    fn tick(self) {
        // Nobody looks any more once the hearing was left.
        if self.is_running.try_get_untracked() == Some(true) {
            self.look();
            timer::after(TICK, move || self.tick());
        }
    }

    /// Another limit, for this unit and those to come.
    fn choose(self, minutes: u32) {
        prefs::set_hearing_minutes(minutes);
        let more = full(minutes) - full(self.minutes.get_untracked());
        self.minutes.set(minutes);
        self.kept.set_value(FxHashMap::default());
        self.set(self.left.get_untracked() + more);
    }
}

fn full(minutes: u32) -> i64 {
    i64::from(minutes) * 60_000
}

fn now() -> i64 {
    i64::try_from(clock::now_millis()).unwrap_or(i64::MAX)
}

/// How pressing the time is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Phase {
    Calm,
    Last,
    Over,
}

/// The clock at the head of the page.
#[component]
pub(super) fn TimerView(timer: Timer) -> impl IntoView {
    // A second that has begun counts until it is over.
    let seconds = Memo::new(move |_| {
        let left = timer.left.get();
        if left > 0 { (left + 999) / 1000 } else { left / 1000 }
    });
    let phase = Memo::new(move |_| match seconds.get() {
        ..=0 => Phase::Over,
        1..=LAST => Phase::Last,
        _ => Phase::Calm,
    });
    let told = Signal::derive(move || match phase.get() {
        Phase::Over => words::over_by(lang(), seconds.get().abs()),
        _ => words::clock(seconds.get()),
    });
    let shown = move || match phase.get() {
        Phase::Calm => view! { <span>{move || told.get()}</span> }.into_any(),
        Phase::Last => view! { <Light level=Level::Yellow words=told/> }.into_any(),
        Phase::Over => view! { <Light level=Level::Red words=told/> }.into_any(),
    };
    let value = RwSignal::new(timer.minutes.get_untracked().to_string());
    let options = Signal::derive(|| {
        let l = lang();
        let choice = |n: &u32| Choice::new(n.to_string(), words::minutes_each(l, *n));
        CHOICES.iter().map(choice).collect::<Vec<_>>()
    });
    let choose = move |word: String| {
        if let Ok(minutes) = word.parse() {
            timer.choose(minutes);
        }
    };
    let press = move || timer.toggle();
    let button = move || match timer.is_running.get() {
        true => view! { <Button label=words::PAUSE icon=Glyph::Clock on_press=press/> },
        false => view! { <Button label=words::START icon=Glyph::Clock on_press=press/> },
    };
    view! {
        <div class="timer">
            <div class="left" role="timer" aria-label=move || t(words::TIME_LEFT)>{shown}</div>
            {button}
            <Select label=words::EACH value options on_change=choose/>
        </div>
    }
    .into_any()
}
