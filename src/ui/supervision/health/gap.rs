//! 缺口覆盖: the year's target, what is signed, what is missing, what may come.

use super::Pipeline;
use crate::domain::{Decimal, Money, Stage};
use crate::i18n::format;
use crate::i18n::{charts as chart_words, health as words};
use crate::ledger::Action;
use crate::rules::counting_year::{JANUARY, first_month};
use crate::rules::health::{self, Behind, Coverage, Outlook};
use crate::rules::metrics::{Cycle, Window};
use crate::rules::query::DayRange;
use crate::ui::forms::money;
use crate::ui::lang::{lang, t};
use crate::ui::routes::A;
use crate::ui::routes::table_link;
use crate::ui::session;
use crate::ui::widgets::{Field, MoneyInput, TextInput};
use chrono::Datelike;
use leptos::prelude::*;

/// The panel.
#[component]
pub(super) fn Gap(pipeline: Pipeline) -> impl IntoView {
    let begins = session::read(|store| first_month(store.state())).unwrap_or(JANUARY);
    let window = Window::of(Cycle::Year, session::today(), begins);
    // A counting year is called after the calendar year it ends in.
    let year = window.to.naive().year();
    let covered = Memo::new(move |_| {
        let targets = session::watch(|store| health::targets(store.state(), store.index().rules(), year));
        let (yuan, count) = targets.unwrap_or_default();
        pipeline.cases.with(|cases| health::coverage(cases, yuan, count, window))
    });
    let facts = move || {
        let (l, covered) = (lang(), covered.get());
        let done = both(covered.signed, covered.signed_yuan);
        let behind = Behind::Live(covered.outlooks.iter().map(|outlook| outlook.stage).collect());
        let strict = pipeline.strict.get();
        let to = table_link(health::filters(&behind, None, DayRange::default(), strict));
        let this_year = DayRange { from: Some(window.from), to: Some(window.to) };
        let signed = table_link(health::filters(&Behind::Reached(Stage::Signed), None, this_year, strict));
        let pipeline_of = covered.outlooks.iter().map(|outlook| outlook.count).sum();
        let pipeline = both(pipeline_of, covered.pipeline_yuan());
        let expected = covered
            .expected()
            .map_or_else(|| t(words::TOO_FEW).to_owned(), |yuan| chart_words::money(l, yuan));
        let outlooks = covered.outlooks.iter().filter(|outlook| outlook.count > 0).map(|outlook| {
            let to = health::filters(&Behind::Live(vec![outlook.stage]), None, DayRange::default(), strict);
            let words = outlook_words(outlook);
            view! { <li><A to=Signal::stored(table_link(to))>{words}</A></li> }
        });
        view! {
            <dl>
                <div><dt>{t(words::DONE)}</dt><dd><A to=Signal::stored(signed)>{done}</A></dd></div>
                <div><dt>{t(words::MISSING)}</dt><dd>{missing(&covered)}</dd></div>
                <div><dt>{t(words::PIPELINE)}</dt><dd><A to=Signal::stored(to)>{pipeline}</A></dd></div>
                <div><dt>{t(words::EXPECTED)}</dt><dd>{expected}</dd></div>
                <div class="covers"><dt>{t(words::COVERED)}</dt><dd>{covers(&covered)}</dd></div>
            </dl>
            <ul class="outlooks">{outlooks.collect_view()}</ul>
        }
    };
    view! {
        <section class="gap">
            <h2>{move || words::of_year(lang(), year, begins, words::GAP)}</h2>
            {session::is_now().then(|| view! { <Target year/> })}
            {facts}
            <p class="help">{move || words::gap_note(lang())}</p>
        </section>
    }
    .into_any()
}

/// A number of projects and their money.
fn both(count: usize, yuan: i64) -> String {
    format!("{} · {}", words::projects(lang(), count), chart_words::money(lang(), yuan))
}

fn missing(covered: &Coverage) -> String {
    let l = lang();
    match (covered.gap, covered.gap_yuan) {
        (None, None) => t(words::NO_TARGET).to_owned(),
        (Some(0) | None, Some(0)) | (Some(0), None) => t(words::MET_TARGET).to_owned(),
        (Some(gap), Some(yuan)) => both(usize::try_from(gap).unwrap_or_default(), yuan),
        (Some(gap), None) => words::projects(l, usize::try_from(gap).unwrap_or_default()),
        (None, Some(yuan)) => chart_words::money(l, yuan),
    }
}

/// How much of the gap in yuan may be covered.
fn covers(covered: &Coverage) -> String {
    match (covered.gap_yuan, covered.expected()) {
        (None, _) => format::DASH.to_owned(),
        (Some(0), _) => t(words::MET_TARGET).to_owned(),
        (Some(_), None) => t(words::TOO_FEW).to_owned(),
        (Some(gap), Some(expected)) => format::percent_of(expected, gap),
    }
}

fn outlook_words(outlook: &Outlook) -> String {
    let l = lang();
    let number = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
    let rate = match outlook.expected() {
        Some(_) => format::percent_of(number(outlook.signed), number(outlook.decided)),
        None => format::DASH.to_owned(),
    };
    let counts = (outlook.signed, outlook.decided);
    words::outlook(l, outlook.stage, outlook.count, &chart_words::money(l, outlook.yuan), &rate, counts)
}

/// The county's two targets, edited in place.
#[component]
fn Target(year: i32) -> impl IntoView {
    let of = move || {
        let read = |store: &crate::store::Store| health::targets(store.state(), store.index().rules(), year);
        session::watch(read).unwrap_or_default()
    };
    let save = move |word: &str, target: Option<Decimal>| {
        let edits = session::read(|store| health::set_target(store.state(), word, year, target));
        session::run(Action::Edit, edits.unwrap_or_default());
    };
    let amount = RwSignal::new(String::new());
    Effect::new(move || amount.set(money::text(of().0.map(Money::yuan))));
    let save_amount = move |text: String| {
        if let Some(value) = money::read(&text) {
            let yuan = value.as_money().and_then(|money| {
                session::read(|store| store.index().rules().rates.to_yuan(money)).flatten()
            });
            save(health::SIGNED.0, yuan.map(Decimal::whole));
        }
    };
    let count = RwSignal::new(String::new());
    Effect::new(move || count.set(of().1.map(|n| n.to_string()).unwrap_or_default()));
    let error = RwSignal::new(String::new());
    let save_count = move |text: String| {
        let value = match text.trim() {
            "" => Some(None),
            digits => digits.parse().ok().filter(|n| (0..=MOST).contains(n)).map(Some),
        };
        error.set(if value.is_none() { t(words::WRONG_COUNT).to_owned() } else { String::new() });
        if let Some(value) = value {
            save(health::SIGNED.1, value.map(Decimal::whole));
        }
    };
    view! {
        <div class="target">
            <Field label=words::TARGET_MONEY>
                <MoneyInput value=amount unit=money::unit() parse=money::reading on_commit=save_amount/>
            </Field>
            <Field label=words::TARGET_COUNT error>
                <TextInput value=count inputmode="numeric" on_commit=save_count/>
            </Field>
        </div>
    }
    .into_any()
}

/// The most projects that make sense.
const MOST: i64 = 99_999;
