//! The pipeline by unit, industry, channel and the like.

use super::blocks::heads;
use super::{By, Pipeline};
use crate::domain::lists::List;
use crate::domain::{RecordId, Stage};
use crate::i18n::format::{self, MoneyUnit};
use crate::i18n::{Lang, health as words, labels, values};
use crate::ledger::State;
use crate::rules::health::{Behind, Breakdown, Dimension};
use crate::ui::charts::{Bar, Chart, ChartFigure, Figure, Figures, FiguresMenu, FiguresTable, Head, Part};
use crate::ui::lang::{lang, t};
use crate::ui::routes::{set_query, use_query};
use crate::ui::session;
use crate::ui::widgets::{AfterPaint, Choice, Segmented};
use leptos::prelude::*;

/// What the address calls the choice.
const BY: &str = "by";
/// How many rows the chart has: the largest.
const CHARTED: usize = 12;

/// How many rows of the table have links: as many as anybody looks through. Of thousands of introducers, writing the
/// conditions of each number would take longer than all the rest.
const LINKED: usize = 300;

/// The stages of the three parts of a bar.
const PARTS: [&[Stage]; 3] = [
    &[Stage::Planned, Stage::Negotiating],
    &[Stage::Signed, Stage::Landed],
    &[Stage::Started, Stage::Completed, Stage::InProduction, Stage::AtCapacity],
];

/// The rows as a chart and as a table.
#[component]
pub(super) fn BreakdownTable(pipeline: Pipeline) -> impl IntoView {
    let asked = use_query(BY);
    let by = Memo::new(move |_| {
        let asked = asked.read();
        Dimension::ALL.into_iter().find(|by| by.word() == asked.as_str()).unwrap_or_default()
    });
    let rows = Memo::new(move |_| session::ask(By { dimension: by.get(), range: pipeline.range.get() }));
    let link = move |what: Behind, key: &str| pipeline.link(&what, Some((by.get(), key)));
    let named = move |key: &str| {
        let l = lang();
        session::watch(|store| name(l, store.state(), by.get(), key)).unwrap_or_default()
    };
    let chart = Memo::new(move |_| {
        let l = lang();
        let series = [words::TALKS, words::SIGNED, words::WORKS];
        let bar = |row: &Breakdown| {
            let label = named(&row.key);
            let parts =
                [row.talks.count, row.signed.count, row.works.count].into_iter().zip(series).zip(PARTS);
            let part = |((n, text), stages): ((usize, _), &[Stage])| Part {
                value: i64::try_from(n).unwrap_or(i64::MAX),
                said: words::said(l, &label, text, n),
                to: Some(link(Behind::Live(stages.to_vec()), &row.key)),
            };
            let parts = parts.map(part).collect();
            Bar { parts, text: format::count(row.live()), label }
        };
        let bars = rows.read().iter().filter(|row| row.live() > 0).take(CHARTED).map(bar).collect();
        Chart { series: series.map(|text| t(text).to_owned()).to_vec(), bars }
    });
    let figures = Memo::new(move |_| {
        let l = lang();
        let unit = MoneyUnit::usual(l);
        let row = |(at, row): (usize, &Breakdown)| {
            let to = |what: Behind| (at < LINKED).then(|| link(what, &row.key));
            vec![
                Figure::words(named(&row.key)),
                Figure::count(row.live()).to_any(to(Behind::Live(Stage::ALL.to_vec()))),
                Figure::money(row.yuan(), unit).to_any(to(Behind::Live(Stage::ALL.to_vec()))),
                Figure::count(row.talks.count).to_any(to(Behind::Live(PARTS[0].to_vec()))),
                Figure::count(row.signed.count).to_any(to(Behind::Live(PARTS[1].to_vec()))),
                Figure::count(row.works.count).to_any(to(Behind::Live(PARTS[2].to_vec()))),
                Figure::count(row.met).to_any(to(Behind::Reached(Stage::Negotiating))),
                Figure::rate(row.sign_rate()).to_any(to(Behind::Moved(Stage::Negotiating, Stage::Signed))),
                Figure::count(row.agreed).to_any(to(Behind::Reached(Stage::Signed))),
                Figure::rate(row.start_rate()).to_any(to(Behind::Moved(Stage::Signed, Stage::Started))),
                row.days
                    .median
                    .map_or_else(Figure::none, Figure::tenths)
                    .to_any(to(Behind::Between(Stage::Signed, Stage::Started))),
                Figure::count(row.lost).to_any(to(Behind::Lost)),
            ]
        };
        let mut heads = heads(words::dimension(by.get()), &[words::LIVE]);
        heads.push(Head::number(unit.name(l)));
        let numbers = [
            words::TALKS,
            words::SIGNED,
            words::WORKS,
            words::MET,
            words::SIGN_RATE,
            words::AGREED,
            words::START_RATE,
            words::SIGN_TO_START,
            words::LOST,
        ];
        heads.extend(numbers.map(|text| Head::number(t(text))));
        Figures { heads, rows: rows.read().iter().enumerate().map(row).collect() }
    });
    let chosen = RwSignal::new(by.get_untracked().word().to_owned());
    Effect::new(move || chosen.set(by.get().word().to_owned()));
    let options = Dimension::ALL.map(|by| Choice::new(by.word(), words::dimension(by))).to_vec();
    let choose = |word: String| set_query(BY, if word == Dimension::default().word() { "" } else { &word });
    let title =
        Signal::derive(move || format!("{} · {}", t(words::BREAKDOWN), t(words::dimension(by.get()))));
    let mix = Signal::derive(move || format!("{} · {}", t(words::MIX), t(words::dimension(by.get()))));
    view! {
        <section class="breakdown">
            <header>
                <h2>{title}</h2>
                <FiguresMenu title figures=figures.into()/>
                <Segmented label=words::BY value=chosen options on_change=choose/>
            </header>
            <p class="help">{move || t(words::BREAKDOWN_NOTE)}</p>
            <FiguresTable figures=figures.into()/>
            <AfterPaint><ChartFigure title=mix chart twin=figures/></AfterPaint>
        </section>
    }
    .into_any()
}

/// What a row is called.
fn name(l: Lang, state: &State, by: Dimension, key: &str) -> String {
    if key.is_empty() {
        return words::NO_KEY.get(l).to_owned();
    }
    let list = match by {
        Dimension::Unit => {
            return key
                .parse::<RecordId>()
                .map_or_else(|_| key.to_owned(), |id| values::record_name(l, state, id));
        }
        Dimension::Introducer => return key.to_owned(),
        Dimension::Industry => List::Industry,
        Dimension::Channel => List::Channel,
        Dimension::Method => List::Method,
        Dimension::Origin => List::CapitalOrigin,
    };
    values::list_word(l, state, list, key)
}

/// The name of the total investment, over a column.
pub(super) fn total(l: Lang) -> &'static str {
    use crate::domain::field::ProjectField;
    let field = labels::field(crate::domain::Kind::Project, ProjectField::TotalInvestment.into());
    field.map_or("", |text| text.get(l))
}
