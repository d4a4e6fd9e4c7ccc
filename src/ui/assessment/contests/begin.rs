//! The short form that begins a round.

use super::ROUND;
use crate::domain::field::ContestField as C;
use crate::domain::{Date, Kind, RecordId, Value};
use crate::i18n::{assess_contests as words, assess_scores, scoring, values, widgets as widget_words};
use crate::ledger::{Action, CellKey, Edit};
use crate::rules::contests::{next_round, rounds};
use crate::rules::scoring::office;
use crate::rules::targets::units_in_order;
use crate::ui::lang::{lang, t};
use crate::ui::routes::{Route, Work, navigate};
use crate::ui::session;
use crate::ui::widgets::{
    Button, ButtonKind, Checkbox, Choice, DateInput, Dialog, Field, Glyph, Select, TextInput,
};
use leptos::prelude::*;

/// How many days a round has unless it is said.
const DAYS: i32 = 100;
/// The most days.
const MOST: i32 = 400;

/// What is typed.
#[derive(Clone, Copy)]
struct Draft {
    name: RwSignal<String>,
    round: RwSignal<i64>,
    start: RwSignal<String>,
    days: RwSignal<String>,
    end: RwSignal<String>,
    rules: RwSignal<String>,
    slogan: RwSignal<String>,
    units: RwSignal<Vec<(RecordId, String, RwSignal<bool>)>>,
}

impl Draft {
    fn new() -> Self {
        let text = || RwSignal::new(String::new());
        Self {
            name: text(),
            round: RwSignal::new(1),
            start: text(),
            days: text(),
            end: text(),
            rules: text(),
            slogan: text(),
            units: RwSignal::new(Vec::new()),
        }
    }

    /// The next round, from today, by the first rules that go by a contest.
    fn begin(self) {
        let l = untrack(lang);
        let today = session::today();
        let found = session::read(|store| {
            let state = store.state();
            let kept = office::kept(state);
            let usable = || kept.iter().filter(|kept| !kept.retired);
            let by_contest = usable().find(|kept| {
                kept.sheet.as_ref().is_ok_and(|sheet| sheet.period == crate::rules::metrics::Cycle::Contest)
            });
            let rules = by_contest.or_else(|| usable().find(|kept| kept.sheet.is_ok())).map(|kept| kept.id);
            let units: Vec<(RecordId, String)> = units_in_order(state)
                .into_iter()
                .map(|unit| (unit, values::record_name(l, state, unit)))
                .collect();
            (next_round(&rounds(state)), rules, units)
        });
        let Some((round, rules, units)) = found else { return };
        self.round.set(round);
        self.name.set(words::default_name(l, round));
        self.start.set(today.to_string());
        self.days.set(DAYS.to_string());
        self.slogan.set(String::new());
        self.rules.set(rules.map(|id| id.to_string()).unwrap_or_default());
        self.units.set(units.into_iter().map(|(id, name)| (id, name, RwSignal::new(false))).collect());
        self.follow_days();
    }

    /// The last day follows from the first and the count.
    fn follow_days(self) {
        if let Some((start, days)) = untrack(|| self.read_days()) {
            self.end.set(start.plus(days - 1).to_string());
        }
    }

    /// The count follows from the first and the last day.
    fn follow_end(self) {
        let day = |text: RwSignal<String>| Date::parse_iso(&text.get_untracked());
        if let Some((start, end)) = day(self.start).zip(day(self.end)) {
            self.days.set((end.since(start) + 1).to_string());
        }
    }

    fn read_days(self) -> Option<(Date, i32)> {
        let start = Date::parse_iso(&self.start.get())?;
        let days = self.days.get().trim().parse().ok().filter(|days| (1..=MOST).contains(days))?;
        Some((start, days))
    }

    fn save(self) -> Option<RecordId> {
        let (start, days) = untrack(|| self.read_days())?;
        let id = session::new_id(Kind::Contest);
        let mut edits = vec![
            Edit::new(id, C::Name, Value::text(self.name.get_untracked().trim())),
            Edit::new(id, C::Round, Value::Int(self.round.get_untracked())),
            Edit::new(id, C::Start, Value::Date(start)),
            Edit::new(id, C::End, Value::Date(start.plus(days - 1))),
        ];
        if let Ok(rules) = self.rules.get_untracked().parse::<RecordId>() {
            edits.push(Edit::new(id, C::Rules, Value::Ref(rules)));
        }
        let slogan = self.slogan.get_untracked();
        if !slogan.trim().is_empty() {
            edits.push(Edit::new(id, C::Slogan, Value::text(slogan.trim())));
        }
        let units = self.units.get_untracked();
        for (unit, _, _) in units.iter().filter(|(_, _, chosen)| chosen.get_untracked()) {
            let element = session::element(&unit.to_string());
            edits.push(Edit::new(id, CellKey::of(C::Units, element), Value::Bool(true)));
        }
        session::run(Action::Create, edits).then_some(id)
    }
}

/// The button that begins a round, with its form.
#[component]
pub(super) fn Begin(
    /// There is no round yet: it is what the page is for.
    is_first: bool,
) -> impl IntoView {
    let open = RwSignal::new(false);
    let draft = Draft::new();
    let ask = move || {
        draft.begin();
        open.set(true);
    };
    let save = move || {
        if let Some(id) = draft.save() {
            open.set(false);
            let word = id.to_string();
            navigate(Route::Work(Work::Contests).with_query([(ROUND, word.as_str())]));
        }
    };
    let is_wrong = Memo::new(move |_| draft.read_days().is_none());
    let off = Signal::derive(move || is_wrong.get() || draft.name.read().trim().is_empty());
    let footer = move || {
        view! {
            <Button label=widget_words::CANCEL on_press=move || open.set(false)/>
            <Button label=words::SAVE kind=ButtonKind::Primary disabled=off on_press=save/>
        }
    };
    let rules = Signal::derive(move || {
        let l = lang();
        let own = session::watch(|store| office::kept(store.state())).unwrap_or_default();
        let own = own.into_iter().filter(|kept| !kept.retired).filter_map(|kept| {
            let name = scoring::label(l, &kept.sheet.as_ref().ok()?.name);
            Some(Choice::new(kept.id.to_string(), assess_scores::with_version(l, &name, &kept.version)))
        });
        own.chain([Choice::new("", words::RULES_LATER)]).collect::<Vec<_>>()
    });
    let error = Signal::derive(move || match is_wrong.get() {
        true => t(words::WRONG_DAYS).to_owned(),
        false => String::new(),
    });
    let units = move || {
        let one = |(_, name, chosen): (RecordId, String, RwSignal<bool>)| {
            view! { <Checkbox checked=chosen label=name/> }
        };
        draft.units.get().into_iter().map(one).collect_view()
    };
    let kind = if is_first { ButtonKind::Primary } else { ButtonKind::Plain };
    view! {
        <Button label=words::BEGIN kind icon=Glyph::Plus on_press=ask/>
        <Dialog open title=words::BEGIN_TITLE footer>
            <div class="begin-round">
                <Field label=words::NAME><TextInput value=draft.name/></Field>
                <div class="days">
                    <Field label=words::START error><DateInput value=draft.start on_commit=move |_: String| draft.follow_days()/></Field>
                    <Field label=words::DAYS><TextInput value=draft.days inputmode="numeric" on_commit=move |_: String| draft.follow_days()/></Field>
                    <Field label=words::END><DateInput value=draft.end on_commit=move |_: String| draft.follow_end()/></Field>
                </div>
                <Field label=words::RULES><Select value=draft.rules options=rules/></Field>
                <Field label=words::SLOGAN><TextInput value=draft.slogan/></Field>
                <fieldset>
                    <legend>{move || t(words::UNITS)}</legend>
                    <p class="help">{move || t(words::UNITS_HELP)}</p>
                    <div class="units">{units}</div>
                </fieldset>
            </div>
        </Dialog>
    }
    .into_any()
}
