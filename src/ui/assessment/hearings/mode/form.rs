//! The next promise, typed while it is said: metric, number, day, words; Enter adds it.

use super::{Floor, PLEDGE_ID};
use crate::domain::{Date, Decimal, Kind, RecordId};
use crate::i18n::{Lang, assess_hearings as words, assess_words, marks};
use crate::ledger::Action;
use crate::rules::metrics::{Metric, Unit};
use crate::rules::pledges::{Given, give};
use crate::rules::targets::{Row, read_number};
use crate::ui::assessment::targets::written::typed_in;
use crate::ui::forms::unsaved::keep_fields;
use crate::ui::heard::heard;
use crate::ui::lang::lang;
use crate::ui::records::sums::unit as money_unit;
use crate::ui::session;
use crate::ui::widgets::{Button, Choice, DateInput, Field, Glyph, Select, TextInput};
use crate::web::page;
use leptos::ev;
use leptos::prelude::*;

/// What is typed.
#[derive(Clone, Copy)]
struct Draft {
    metric: RwSignal<String>,
    number: RwSignal<String>,
    due: RwSignal<String>,
    content: RwSignal<String>,
    error: RwSignal<String>,
}

#[component]
pub(super) fn PledgeForm(floor: Floor, unit: RecordId) -> impl IntoView {
    let text = || RwSignal::new(String::new());
    // Most pledges are on what the unit is furthest behind with.
    let usual = untrack(|| behind(floor)).unwrap_or_default();
    let draft = Draft {
        metric: RwSignal::new(usual.clone()),
        number: text(),
        due: RwSignal::new(floor.due.get_untracked().to_string()),
        content: text(),
        error: text(),
    };
    let fields = vec![
        ("metric", draft.metric),
        ("number", draft.number),
        ("due", draft.due),
        ("content", draft.content),
    ];
    let note = StoredValue::new_local(keep_fields(&format!("pledge-{}-{unit}", floor.id), fields));
    let metric = Memo::new(move |_| {
        let word = draft.metric.get();
        floor.with(|brief, _| brief.office.iter().find(|metric| metric.word == word).cloned()).flatten()
    });
    let options = Signal::derive(move || {
        let l = lang();
        let found = floor.with(|brief, _| {
            // Metrics with a target first.
            let others = brief
                .office
                .iter()
                .filter(|metric| !brief.metrics.iter().any(|aimed| aimed.word == metric.word));
            let choice =
                |metric: &Metric| Choice::new(metric.word.clone(), assess_words::metric_name(l, metric));
            brief.metrics.iter().chain(others).map(choice).collect::<Vec<_>>()
        });
        let found = found.unwrap_or_default();
        [Choice::new("", words::IN_WORDS)].into_iter().chain(found).collect::<Vec<_>>()
    });
    let suffix = Signal::derive(move || metric.with(|metric| unit_name(lang(), metric.as_ref())));
    let hint = move || {
        metric.with(|metric| {
            let metric = metric.as_ref()?;
            let typed = read_number(metric.unit, &draft.number.read(), typed_in(lang())).ok().flatten();
            let parts = [so_far(floor, metric), typed.map(|typed| reads_as(floor, metric, typed))];
            Some(parts.into_iter().flatten().collect::<Vec<_>>().join(marks::semicolon(lang())))
        })
    };
    let add = move || {
        let l = untrack(lang);
        match write(floor, unit, draft, metric.get_untracked().as_ref(), l) {
            Ok(()) => {
                draft.error.set(String::new());
                draft.number.set(String::new());
                draft.content.set(String::new());
                note.with_value(|note| note.as_ref().map(|note| note.forget()));
                if let Some(part) = page::by_id(PLEDGE_ID) {
                    page::focus_first(&part, "select");
                }
            }
            Err(error) => draft.error.set(error),
        }
    };
    let submit = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        add();
    };
    let number = move || {
        metric.with(Option::is_some).then(|| {
            view! {
                <Field label=words::PLEDGE_NUMBER>
                    <TextInput value=draft.number inputmode="decimal" suffix/>
                </Field>
            }
        })
    };
    view! {
        <form class="pledge-form" id=PLEDGE_ID on:submit=heard(ev::submit, submit)>
            <Field label=words::PLEDGE_METRIC><Select value=draft.metric options/></Field>
            {number}
            <Field label=words::PLEDGE_DUE><DateInput value=draft.due/></Field>
            <div class="content"><Field label=words::PLEDGE_WORDS><TextInput value=draft.content/></Field></div>
            <Button label=words::ADD icon=Glyph::Plus submit=true/>
            <p class="hint">{hint}</p>
            <p class="error" role="alert">{move || draft.error.get()}</p>
        </form>
    }
    .into_any()
}

/// The word of the metric that the unit is furthest behind with.
fn behind(floor: Floor) -> Option<String> {
    floor.with(|brief, page| {
        let worst = page.figures.iter().filter(|of| of.row.ahead.is_some()).min_by_key(|of| of.row.ahead);
        Some(brief.metrics.get(worst?.metric)?.word.clone())
    })?
}

fn unit_name(l: Lang, metric: Option<&Metric>) -> String {
    match metric.map(|metric| metric.unit) {
        Some(Unit::Yuan) => money_unit(l).name(l).to_owned(),
        Some(unit) => assess_words::unit(l, unit).to_owned(),
        None => String::new(),
    }
}

/// What is done of a metric so far, and what is left of the year's target.
fn so_far(floor: Floor, metric: &Metric) -> Option<String> {
    let l = lang();
    let number = |number| assess_words::number(l, metric.unit, number);
    let row = row_of(floor, metric)?;
    let left = row.left.filter(|left| !left.is_zero()).map(number);
    Some(words::so_far(l, &number(row.done), left.as_deref()))
}

/// How a number that is typed is understood.
fn reads_as(floor: Floor, metric: &Metric, typed: Decimal) -> String {
    let l = lang();
    let is_reached = row_of(floor, metric).is_some_and(|row| row.done >= typed);
    words::reads_as(l, &assess_words::number(l, metric.unit, typed), is_reached)
}

/// The line of a metric on the page.
fn row_of(floor: Floor, metric: &Metric) -> Option<Row> {
    floor.with(|brief, page| {
        let at = brief.metrics.iter().position(|aimed| aimed.word == metric.word)?;
        page.figures.iter().find(|of| of.metric == at).map(|of| of.row.clone())
    })?
}

/// Records what is typed.
///
/// # Errors
/// What is missing or not understood, in words.
fn write(floor: Floor, unit: RecordId, draft: Draft, metric: Option<&Metric>, l: Lang) -> Result<(), String> {
    let typed = draft.number.get_untracked();
    let number: Option<Decimal> = match metric {
        Some(metric) => {
            read_number(metric.unit, &typed, typed_in(l)).map_err(|_| words::no_number(l, typed.trim()))?
        }
        None => None,
    };
    let content = draft.content.get_untracked().trim().to_owned();
    let number = metric.zip(number);
    if number.is_none() && content.is_empty() {
        return Err(words::PLEDGE_EMPTY.get(l).to_owned());
    }
    let due = Date::parse_iso(draft.due.get_untracked().trim());
    let due = due.ok_or_else(|| words::WRONG_DUE.get(l).to_owned())?;
    let content = match (&number, content.as_str()) {
        (Some((metric, number)), "") => words::reach(l, metric, *number),
        _ => content,
    };
    let on =
        floor.brief.with_untracked(|brief| brief.as_ref().map(|brief| brief.hearing.day(session::today())));
    let given = Given {
        unit,
        hearing: floor.id,
        on: on.unwrap_or_else(session::today),
        content: &content,
        number,
        due,
    };
    let id = session::new_id(Kind::Pledge);
    let edits = session::read(|store| give(store.state(), id, &given)).unwrap_or_default();
    // What went wrong is said by the shell.
    if session::run(Action::Create, edits) { Ok(()) } else { Err(String::new()) }
}
