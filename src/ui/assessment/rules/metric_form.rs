//! The form of a metric: what is counted, by which date, for whom, and from which size on. Conditions that it does not
//! show stay as they are.

use super::fields::{choice, fixed, flag, number, text};
use crate::domain::{Decimal, Milestone};
use crate::i18n::{assess_rules as words, labels, scoring};
use crate::ledger::Action;
use crate::rules::metrics::{Amount, Credit, DateOf, Entering, Metric, Source, Unit, standard};
use crate::rules::query::{Filter, Test};
use crate::ui::lang::lang;
use crate::ui::session;
use crate::ui::widgets::{Button, ButtonKind, Choice};
use leptos::prelude::*;

/// The column that the threshold is of.
const TOTAL: &str = "total_investment";
/// 元 in 亿元.
const YI: i64 = 100_000_000;

/// The form.
#[component]
pub(super) fn MetricForm(
    /// The metric as it is, or a new one.
    metric: Metric,
    /// Called when it is saved or given up.
    #[prop(into)]
    on_done: Callback<()>,
) -> impl IntoView {
    let draft = RwSignal::new(metric);
    let turn = RwSignal::new(0u32);
    let save = move || {
        let metric = draft.get_untracked();
        let edits = session::read(|store| {
            let all = standard::in_force(store.state());
            let at = all.iter().position(|of| of.word == metric.word).unwrap_or(all.len());
            standard::write(&metric, i64::try_from(at).unwrap_or(i64::MAX))
        });
        if session::run(Action::Edit, edits.unwrap_or_default()) {
            on_done.run(());
        }
    };
    let set = move |change: &dyn Fn(&mut Metric)| draft.update(|metric| change(metric));
    let fields = move || {
        turn.track();
        let metric = draft.get_untracked();
        view! {
            {text(words::NAME, &metric.name.zh, move |to| set(&|metric| metric.name.zh.clone_from(&to)))}
            {text(words::ENGLISH, &metric.name.en, move |to| set(&|metric| metric.name.en.clone_from(&to)))}
            {choice(words::UNIT, units(), unit_word(metric.unit).to_owned(), move |to| {
                let unit = UNITS.iter().find(|(word, _)| *word == to).map(|(_, unit)| *unit).unwrap_or_default();
                set(&|metric| metric.unit = unit);
            })}
            {source(draft, turn, &metric)}
        }
    };
    let told = move || {
        draft.with(|metric| session::watch(|store| scoring::metric_sentence(lang(), store.state(), metric)))
    };
    view! {
        <div class="metric-form">
            <div class="rule-form">{fields}</div>
            <p class="quiet">{told}</p>
            <p class="buttons">
                <Button label=crate::i18n::widgets::CANCEL on_press=move || { on_done.run(()); }/>
                <Button label=words::SAVE_METRIC kind=ButtonKind::Primary on_press=save disabled=Signal::derive(move || draft.with(|metric| metric.name.zh.trim().is_empty()))/>
            </p>
        </div>
    }
}

const UNITS: [(&str, Unit); 8] = [
    ("piece", Unit::Piece),
    ("time", Unit::Time),
    ("person", Unit::Person),
    ("day", Unit::Day),
    ("yuan", Unit::Yuan),
    ("wan_usd", Unit::WanUsd),
    ("percent", Unit::Percent),
    ("point", Unit::Point),
];

fn units() -> Signal<Vec<Choice>> {
    fixed(UNITS.map(|(word, unit)| (word, scoring::unit_name(unit))))
}

fn unit_word(unit: Unit) -> &'static str {
    UNITS.iter().find(|(_, of)| *of == unit).map_or("piece", |(word, _)| *word)
}

/// What stands in the form for where the numbers come from; other sources stay as they are.
fn source(draft: RwSignal<Metric>, turn: RwSignal<u32>, metric: &Metric) -> AnyView {
    let kind = match &metric.source {
        Source::Milestone { .. } => "milestone",
        Source::Funds { .. } => "funds",
        Source::Entered { .. } => "entered",
        Source::Standing { .. } | Source::Records { .. } => return ().into_any(),
    };
    let kinds = fixed([
        ("milestone", words::FROM_MILESTONE),
        ("funds", words::FROM_FUNDS),
        ("entered", words::FROM_HAND),
    ]);
    let change = move |to: String| {
        let source = match to.as_str() {
            "funds" => Source::Funds { recognised_only: false, sources: Vec::new(), uses: Vec::new() },
            "entered" => Source::Entered { entering: Entering::Sum },
            _ => Source::default(),
        };
        draft.update(|metric| metric.source = source);
        turn.update(|turn| *turn += 1);
    };
    let rest = match &metric.source {
        Source::Milestone { milestone, date, recognised_only, amount, .. } => {
            view! { {milestone_fields(draft, milestone, *date, *amount)} {recognised(draft, *recognised_only)} }
                .into_any()
        }
        Source::Funds { recognised_only, .. } => recognised(draft, *recognised_only),
        Source::Entered { entering } => {
            let word = if *entering == Entering::Latest { "latest" } else { "sum" };
            let all = fixed([("sum", words::ENTERING_SUM), ("latest", words::ENTERING_LATEST)]);
            choice(words::ENTERING, all, word.to_owned(), move |to| {
                let entering = if to == "latest" { Entering::Latest } else { Entering::Sum };
                draft.update(|metric| metric.source = Source::Entered { entering });
            })
        }
        _ => ().into_any(),
    };
    let of_projects = (kind != "entered").then(|| {
        let credit = match metric.credit {
            Credit::Responsible => "responsible",
            Credit::Shares => "shares",
            _ => "other",
        };
        // A share of the first talk or of the host stays as it is written in the file.
        let credit = (credit != "other").then(|| {
            let all = fixed([("responsible", words::CREDIT_RESPONSIBLE), ("shares", words::CREDIT_SHARES)]);
            choice(words::CREDIT, all, credit.to_owned(), move |to| {
                let credit = if to == "shares" { Credit::Shares } else { Credit::Responsible };
                draft.update(|metric| metric.credit = credit);
            })
        });
        let least =
            metric.filters.iter().find(|filter| filter.key == TOTAL).and_then(|filter| match filter.test {
                Test::Between { min, .. } => min.map(Decimal::whole),
                _ => None,
            });
        let least = least.and_then(|least| least.over(Decimal::whole(YI)));
        view! {
            {credit}
            {number(words::THRESHOLD, String::new(), least, Decimal::ONE, true, move |to| {
                let min = to.map(|to| to.times(Decimal::whole(YI)).trunc());
                draft.update(|metric| threshold(metric, min));
            })}
        }
    });
    view! { {choice(words::NUMBERS_FROM, kinds, kind.to_owned(), change)} {rest} {of_projects} }.into_any()
}

/// Counts only projects from a size on, in yuan.
fn threshold(metric: &mut Metric, min: Option<i64>) {
    metric.filters.retain(|filter| filter.key != TOTAL);
    if let Some(min) = min {
        metric
            .filters
            .push(Filter { key: TOTAL.to_owned(), test: Test::Between { min: Some(min), max: None } });
    }
}

fn milestone_fields(draft: RwSignal<Metric>, milestone: &str, date: DateOf, amount: Amount) -> AnyView {
    let all: Vec<Choice> =
        Milestone::ALL.iter().map(|of| Choice::new(of.word(), labels::milestone(*of))).collect();
    let dates = fixed([("event", words::DATE_EVENT), ("recognised", words::DATE_RECOGNISED)]);
    let date = if date == DateOf::Recognised { "recognised" } else { "event" };
    const AMOUNTS: [(&str, Amount); 3] =
        [("count", Amount::Count), ("total", Amount::Total), ("fixed", Amount::Fixed)];
    let amounts = fixed([("count", words::BY_COUNT), ("total", words::BY_TOTAL), ("fixed", words::BY_FIXED)]);
    let amount = AMOUNTS.iter().find(|(_, of)| *of == amount).map_or("count", |(word, _)| *word);
    let with = move |change: &dyn Fn(&mut String, &mut DateOf, &mut Amount)| {
        draft.update(|metric| {
            if let Source::Milestone { milestone, date, amount, .. } = &mut metric.source {
                change(milestone, date, amount);
            }
        });
    };
    view! {
        {choice(words::MILESTONE, Signal::stored(all), milestone.to_owned(), move |to| {
            with(&|milestone, _, _| milestone.clone_from(&to));
        })}
        {choice(words::DATE_OF, dates, date.to_owned(), move |to| {
            let of = if to == "recognised" { DateOf::Recognised } else { DateOf::Event };
            with(&|_, date, _| *date = of);
        })}
        {choice(words::AMOUNT, amounts, amount.to_owned(), move |to| {
            let of = AMOUNTS.iter().find(|(word, _)| *word == to).map(|(_, of)| *of).unwrap_or_default();
            with(&|_, _, amount| *amount = of);
        })}
    }
    .into_any()
}

fn recognised(draft: RwSignal<Metric>, first: bool) -> AnyView {
    flag(words::RECOGNISED_ONLY, first, move |to| {
        draft.update(|metric| match &mut metric.source {
            Source::Milestone { recognised_only, .. } | Source::Funds { recognised_only, .. } => {
                *recognised_only = to;
            }
            _ => {}
        });
    })
}
