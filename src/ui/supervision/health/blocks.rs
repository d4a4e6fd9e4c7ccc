//! The charts of the page.

use super::Pipeline;
use super::breakdown::total;
use crate::domain::lists::List;
use crate::domain::{RecordId, Stage};
use crate::i18n::format::{self, MoneyUnit};
use crate::i18n::{charts as chart_words, health as words, labels, values};
use crate::rules::health::{self, Behind, SPANS};
use crate::rules::query::Filter;
use crate::ui::charts::{Bar, Chart, ChartFigure, Figure, Figures, Head, Part};
use crate::ui::lang::{lang, t};
use crate::ui::routes::{A, Location, table_link};
use crate::ui::session;
use leptos::prelude::*;

/// 储备: how many projects stand at each stage, and their money.
#[component]
pub(super) fn DepthCharts(pipeline: Pipeline) -> impl IntoView {
    let depth = Memo::new(move |_| pipeline.cases.with(|cases| health::depth(cases)));
    let behind = move |stage| pipeline.link(&Behind::Live(vec![stage]), None);
    let bars = move |money: bool| {
        let (l, depth) = (lang(), depth.get());
        let bar = |&stage: &Stage| {
            let of = depth[stage as usize];
            let text = match money {
                true => chart_words::money(l, of.yuan),
                false => format::number_cell(i64::try_from(of.count).unwrap_or(i64::MAX)),
            };
            let value = if money { of.yuan } else { i64::try_from(of.count).unwrap_or(i64::MAX) };
            Bar::one(labels::stage(stage).get(l).to_owned(), value, text, Some(behind(stage)))
        };
        Chart { series: Vec::new(), bars: Stage::ALL.iter().map(bar).collect() }
    };
    let twin = Memo::new(move |_| {
        let (l, depth) = (lang(), depth.get());
        let unit = MoneyUnit::usual(l);
        let money = chart_words::in_unit(l, total(l), unit);
        let rows = Stage::ALL.iter().map(|&stage| {
            let of = depth[stage as usize];
            vec![
                Figure::words(labels::stage(stage).get(l)),
                Figure::count(of.count).to(behind(stage)),
                Figure::money(of.yuan, unit).to(behind(stage)),
                Figure::count(of.unstated).to(pipeline.link(&Behind::Unstated(stage), None)),
            ]
        });
        let heads = vec![
            Head::words(t(words::STAGE)),
            Head::number(t(words::COUNT)),
            Head::number(&money),
            Head::number(t(words::UNSTATED)),
        ];
        Figures { heads, rows: rows.collect() }
    });
    let counts = Memo::new(move |_| bars(false));
    let sums = Memo::new(move |_| bars(true));
    view! {
        <ChartFigure title=words::DEPTH chart=counts twin/>
        <ChartFigure title=words::DEPTH_MONEY chart=sums twin/>
    }
    .into_any()
}

/// 转化: what became of the projects that reached each stage.
#[component]
pub(super) fn Steps(pipeline: Pipeline) -> impl IntoView {
    let steps = Memo::new(move |_| pipeline.cases.with(|cases| health::steps(cases, pipeline.range.get())));
    let next = |stage: Stage| Stage::ALL[(stage as usize + 1).min(Stage::ALL.len() - 1)];
    let links = move |from: Stage| {
        [Behind::Moved(from, next(from)), Behind::Waiting(from), Behind::LostAt(from)]
            .map(|what| pipeline.link(&what, None))
    };
    let chart = Memo::new(move |_| {
        let l = lang();
        let series = [words::MOVED, words::WAITING, words::LOST];
        let bar = |step: &health::Step| {
            let label = labels::stage(step.from).get(l).to_owned();
            let values = [step.moved, step.waiting(), step.lost];
            let part = |((n, text), to): ((usize, _), _)| Part {
                value: i64::try_from(n).unwrap_or(i64::MAX),
                said: words::said(l, &label, text, n),
                to: Some(to),
            };
            let parts = values.into_iter().zip(series).zip(links(step.from)).map(part).collect();
            let rate = rate_text(step.moved, step.reached);
            Bar { parts, text: words::rate_of(l, &rate, step.moved, step.reached), label }
        };
        let bars = steps.read().iter().map(bar).collect();
        Chart { series: series.map(|text| t(text).to_owned()).to_vec(), bars }
    });
    let twin = Memo::new(move |_| {
        let l = lang();
        let row = |step: &health::Step| {
            let [moved, waiting, lost] = links(step.from);
            vec![
                Figure::words(labels::stage(step.from).get(l)),
                Figure::count(step.reached).to(pipeline.link(&Behind::Reached(step.from), None)),
                Figure::count(step.moved).to(moved.clone()),
                Figure::rate(enough(step.moved, step.reached)).to(moved),
                Figure::count(step.waiting()).to(waiting),
                Figure::count(step.lost).to(lost),
            ]
        };
        let numbers = [words::REACHED, words::MOVED, words::RATE, words::WAITING, words::LOST];
        Figures { heads: heads(words::STAGE, &numbers), rows: steps.read().iter().map(row).collect() }
    });
    view! { <ChartFigure title=words::STEPS note=words::STEPS_NOTE chart twin/> }.into_any()
}

/// A rate as it is told at a bar; a dash of too few.
fn rate_text(part: usize, whole: usize) -> String {
    let number = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
    match enough(part, whole) {
        Some(_) => format::percent_of(number(part), number(whole)),
        None => format::DASH.to_owned(),
    }
}

fn enough(part: usize, whole: usize) -> Option<(usize, usize)> {
    health::is_enough(whole).then_some((part, whole))
}

/// The heads of a table: one over words, the others over numbers.
pub(super) fn heads(first: crate::i18n::Text, numbers: &[crate::i18n::Text]) -> Vec<Head> {
    let numbers = numbers.iter().map(|&text| Head::number(t(text)));
    [Head::words(t(first))].into_iter().chain(numbers).collect()
}

/// How many days lie between milestones.
#[component]
pub(super) fn Speed(pipeline: Pipeline) -> impl IntoView {
    let spans = Memo::new(move |_| {
        pipeline.cases.with(|cases| SPANS.map(|span| health::between(cases, span, pipeline.range.get())))
    });
    let chart = Memo::new(move |_| {
        let l = lang();
        let bar = |span: &health::Between| {
            let days = span.median.map(|tenths| format::exact(tenths, 1));
            let text = words::median(l, days.as_deref(), span.cases);
            let to = pipeline.link(&Behind::Between(span.from, span.to), None);
            Bar::one(words::span(l, span.from, span.to), span.median.unwrap_or(0), text, Some(to))
        };
        Chart { series: Vec::new(), bars: spans.read().iter().map(bar).collect() }
    });
    let twin = Memo::new(move |_| {
        let l = lang();
        let row = |span: &health::Between| {
            let range = pipeline.range.get();
            let found = pipeline.cases.with(|cases| health::spanned(cases, (span.from, span.to), range));
            // Conditions on columns cannot tell that one day is before another.
            let named = (span.backwards > 0).then(|| these(&found.measured)).flatten();
            let to = named.unwrap_or_else(|| pipeline.link(&Behind::Between(span.from, span.to), None));
            vec![
                Figure::words(words::span(l, span.from, span.to)),
                span.median.map_or_else(Figure::none, Figure::tenths).to(to.clone()),
                Figure::known(span.most.map(i64::from)).to(to.clone()),
                Figure::count(span.cases).to(to),
                Figure::count(span.undated).to_any(these(&found.undated)),
                Figure::count(span.backwards).to_any(these(&found.backwards)),
            ]
        };
        let numbers = [words::MEDIAN, words::MOST, words::CASES, words::UNDATED, words::BACKWARDS];
        Figures { heads: heads(words::SPAN, &numbers), rows: spans.read().iter().map(row).collect() }
    });
    let note = Signal::derive(|| words::speed_note(lang()));
    view! { <ChartFigure title=words::SPEED note chart twin/> }.into_any()
}

/// The most projects that a link names one by one: of more, writing nine addresses would take longer than all the rest.
const NAMED: usize = 500;

/// The table of exactly these projects; none of too many.
fn these(projects: &[RecordId]) -> Option<Location> {
    (projects.len() <= NAMED).then(|| table_link(vec![Filter::these(projects)]))
}

/// 流失与退库 by reason.
#[component]
pub(super) fn Losses(pipeline: Pipeline) -> impl IntoView {
    let losses = Memo::new(move |_| pipeline.cases.with(|cases| health::losses(cases, pipeline.range.get())));
    let reason = |word: &str| match word {
        "" => t(words::NO_REASON).to_owned(),
        word => session::watch(|store| values::list_word(lang(), store.state(), List::ExitReason, word))
            .unwrap_or_default(),
    };
    let behind = move |word: &str| pipeline.link(&Behind::LostFor(word.to_owned()), None);
    let chart = Memo::new(move |_| {
        let l = lang();
        let series = [words::BEFORE_SIGNING, words::AFTER_SIGNING];
        let bar = |loss: &health::Loss| {
            let label = reason(&loss.reason);
            let before = loss.before_signing();
            let part = |(n, text): (usize, _)| Part {
                value: i64::try_from(n).unwrap_or(i64::MAX),
                said: words::said(l, &label, text, n),
                to: Some(behind(&loss.reason)),
            };
            let parts = [before, loss.count - before].into_iter().zip(series).map(part).collect();
            let money = chart_words::money(l, loss.yuan);
            Bar { parts, text: format!("{} · {money}", words::projects(l, loss.count)), label }
        };
        let bars = losses.read().rows.iter().map(bar).collect();
        Chart { series: series.map(|text| t(text).to_owned()).to_vec(), bars }
    });
    let twin = Memo::new(move |_| {
        let l = lang();
        let unit = MoneyUnit::usual(l);
        let row = |loss: &health::Loss| {
            let mut row = vec![
                Figure::words(reason(&loss.reason)),
                Figure::count(loss.count).to(behind(&loss.reason)),
                Figure::money(loss.yuan, unit).to(behind(&loss.reason)),
            ];
            let from = |stage| pipeline.link(&Behind::LostForAt(loss.reason.clone(), stage), None);
            row.extend(
                Stage::ALL.iter().map(|&stage| Figure::count(loss.stages[stage as usize]).to(from(stage))),
            );
            row
        };
        let mut heads = heads(words::REASON, &[words::COUNT]);
        heads.push(Head::number(&chart_words::in_unit(l, total(l), unit)));
        heads.extend(Stage::ALL.iter().map(|&stage| Head::number(labels::stage(stage).get(l))));
        Figures { heads, rows: losses.read().rows.iter().map(row).collect() }
    });
    let undated = move || {
        let n = losses.read().undated;
        (n > 0).then(|| {
            let to = pipeline.link(&Behind::LostUndated, None);
            view! { <p class="help"><A to=Signal::stored(to)>{move || words::undated_losses(lang(), n)}</A></p> }
        })
    };
    let any = Memo::new(move |_| !losses.read().rows.is_empty());
    let body = move || match any.get() {
        true => view! { <ChartFigure title=words::LOSSES note=words::LOSSES_NOTE chart twin/> }.into_any(),
        false => view! {
            <figure class="chart">
                <figcaption><h2>{move || t(words::LOSSES)}</h2></figcaption>
                <p class="help">{move || t(words::NO_LOSSES)}</p>
            </figure>
        }
        .into_any(),
    };
    view! { <div class="losses">{body} {undated}</div> }.into_any()
}
