//! What was published: the list, and one result as it was frozen, worked out again and held against the data of today.

use super::numbers::{Asked, Numbers, numbers, work_out};
use super::panel::ScorePanel;
use super::table::ScoreTable;
use super::trial::Trial;
use super::worked::{Worked, points_cell};
use super::{PUBLISHED, RESULT, SHOW, awards::Awards};
use crate::domain::{Date, RecordId};
use crate::i18n::{assess_scores as words, format};
use crate::rules::scoring::columns;
use crate::rules::scoring::publish::{Correction, Frozen};
use crate::rules::scoring::published::{self, Listed, Published};
use crate::rules::targets::Period;
use crate::store::Store;
use crate::ui::lang::{lang, t};
use crate::ui::routes::{A, Route, Work};
use crate::ui::session;
use crate::ui::widgets::{Badge, Banner, BannerKind, Button, ButtonKind, EmptyState, Glyph};
use leptos::prelude::*;
use std::str::FromStr;

/// The published results.
#[component]
pub(in crate::ui::assessment) fn PublishedList() -> impl IntoView {
    let all = Memo::new(|_| session::watch(|store| published::list(store.state())).unwrap_or_default());
    let line = |listed: Listed| {
        let word = listed.id.to_string();
        let to = Route::Work(Work::Scores).with_query([(SHOW, PUBLISHED), (RESULT, word.as_str())]);
        let name = listed.name.clone();
        view! {
            <tr>
                <th scope="row"><A to=Signal::stored(to)>{name}</A></th>
                <td>{listed.on.map(format::date)}</td>
                <td>{listed.as_of.map(format::date)}</td>
                <td>{listed.remark}</td>
            </tr>
        }
    };
    move || {
        if all.with(Vec::is_empty) {
            return view! { <EmptyState title=words::NONE_PUBLISHED text=words::NONE_PUBLISHED_TEXT/> }
                .into_any();
        }
        view! {
            <div class="table-wrap">
                <table class="published-list">
                    <thead><tr>
                        <th scope="col">{t(words::RESULT_NAME)}</th>
                        <th scope="col">{t(words::PUBLISHED_ON)}</th>
                        <th scope="col">{t(words::AS_OF)}</th>
                        <th scope="col">{t(words::REMARK)}</th>
                    </tr></thead>
                    <tbody>{all.get().into_iter().map(line).collect_view()}</tbody>
                </table>
            </div>
        }
        .into_any()
    }
}

/// A published result, read from its record.
pub(in crate::ui::assessment) fn result(id: Memo<Option<RecordId>>) -> Memo<Option<Published>> {
    Memo::new(move |_| {
        let id = id.get()?;
        session::watch(|store| published::one(store.state(), id)).flatten()
    })
}

/// A frozen result with its scores; they follow from what was frozen alone.
pub(in crate::ui::assessment) fn worked(of: Memo<Option<Published>>) -> Memo<Worked> {
    Memo::new(move |_| {
        let frozen = of.with(|of| of.as_ref().and_then(|of| of.frozen.clone().ok())).unwrap_or_default();
        let metrics = frozen.sheet.metrics.clone();
        Worked::of(frozen.sheet, &Numbers { figures: frozen.figures, earlier: None, metrics })
    })
}

/// One result.
#[component]
pub(in crate::ui::assessment) fn PublishedResult(
    /// The result.
    of: Memo<Option<Published>>,
    /// Its scores.
    worked: Memo<Worked>,
) -> impl IntoView {
    let again = RwSignal::new(None::<bool>);
    let work_again = move || {
        let same = of.with_untracked(|of| {
            let frozen = of.as_ref()?.frozen.as_ref().ok()?;
            Some(frozen.again().digest() == of.as_ref()?.digest)
        });
        again.set(same);
    };
    let head = move || {
        let l = lang();
        let of = of.get()?;
        let listed = of.listed;
        let told = words::frozen_told(l, listed.on.map(format::date), listed.as_of.map(format::date));
        Some(view! {
            <h2>{listed.name}</h2>
            <p class="quiet">{told}" "<span class="digest">"SHA-256 "{of.digest}</span></p>
        })
    };
    let said = move || match again.get() {
        None => ().into_any(),
        Some(true) => view! { <Banner><p>{t(words::SAME_BYTES)}</p></Banner> }.into_any(),
        Some(false) => {
            view! { <Banner kind=BannerKind::Error><p>{t(words::OTHER_BYTES)}</p></Banner> }.into_any()
        }
    };
    let broken = move || {
        let broken = of.with(|of| of.as_ref().is_some_and(|of| !of.intact || of.frozen.is_err()));
        broken.then(|| view! { <Banner kind=BannerKind::Error><p>{t(words::ALTERED)}</p></Banner> })
    };
    let items = Signal::derive(move || worked.with(|worked| columns(&worked.sheet).to_vec()));
    view! {
        <div class="frozen">
            {head}
            {broken}
            <p class="buttons">
                <Button label=words::AGAIN kind=ButtonKind::Plain icon=Glyph::History on_press=work_again/>
            </p>
            {said}
            <Corrections of worked/>
            <ScoreTable worked items trial=Trial::new() fixed=true/>
            <Awards worked/>
        </div>
    }
    .into_any()
}

/// What the data of today would change in a result.
#[component]
fn Corrections(of: Memo<Option<Published>>, worked: Memo<Worked>) -> impl IntoView {
    let found = Memo::new(move |_| {
        let frozen = of.with(|of| of.as_ref().and_then(|of| of.frozen.clone().ok()))?;
        session::watch(|store| corrections(store, &frozen)).flatten()
    });
    move || {
        let (found, names) = found.get()?;
        let l = lang();
        if found.is_empty() {
            return Some(view! { <p class="quiet">{t(words::NO_CORRECTIONS)}</p> }.into_any());
        }
        let digits = worked.with(|worked| worked.sheet.digits);
        let side = |line: Option<&crate::rules::scoring::publish::Line>| {
            let place = line.and_then(|line| line.place).map(|place| place.to_string()).unwrap_or_default();
            let total = line.map(|line| points_cell(line.total, digits)).unwrap_or_default();
            view! { <td class="number">{total}</td><td class="number">{place}</td> }
        };
        let row = |(correction, name): (Correction, String)| {
            view! {
                <tr>
                    <th scope="row">{name}</th>
                    {side(correction.then.as_ref())}
                    {side(correction.now.as_ref())}
                </tr>
            }
        };
        let count = found.len();
        let rows = found.into_iter().zip(names).map(row).collect_view();
        Some(
            view! {
                <section class="corrections">
                    <h3>{t(words::CORRECTIONS)}" "<Badge text=Signal::stored(format::count(count))/></h3>
                    <p class="quiet">{words::corrections_told(l, count)}</p>
                    <div class="table-wrap"><table>
                        <thead>
                            <tr>
                                <th scope="col">{t(words::WHO)}</th>
                                <th scope="col" class="number">{t(words::TOTAL_THEN)}</th>
                                <th scope="col" class="number">{t(words::PLACE_THEN)}</th>
                                <th scope="col" class="number">{t(words::TOTAL_NOW)}</th>
                                <th scope="col" class="number">{t(words::PLACE_NOW)}</th>
                            </tr>
                        </thead>
                        <tbody>{rows}</tbody>
                    </table></div>
                </section>
            }
            .into_any(),
        )
    }
}

/// The lines that differ by the data of today, each with its name.
fn corrections(store: &Store, frozen: &Frozen) -> Option<(Vec<Correction>, Vec<String>)> {
    let period = Period::from_str(&frozen.period).ok()?;
    let asked = Asked {
        sheet: frozen.sheet.clone(),
        record: None,
        version: String::new(),
        period,
        window: period.window(store.state(), frozen.first_month())?,
        day: Date::parse_iso(&frozen.day)?,
        first_month: frozen.first_month(),
    };
    let (figures, _) = work_out(&frozen.sheet, &numbers(store, &asked));
    let found = frozen.corrections(&figures);
    let name = |correction: &Correction| {
        let key = correction.then.as_ref().or(correction.now.as_ref()).map(|line| line.key.as_str());
        let all = frozen.figures.subjects.iter().chain(&figures.subjects);
        all.into_iter()
            .find(|subject| Some(subject.key.as_str()) == key)
            .map(|s| s.name.clone())
            .unwrap_or_default()
    };
    let names = found.iter().map(name).collect();
    Some((found, names))
}

/// The panel of a frozen score.
pub(in crate::ui::assessment) fn panel(worked: Memo<Worked>, key: String, item: String) -> AnyView {
    view! { <ScorePanel worked asked=Signal::stored(None::<Asked>) key item/> }.into_any()
}
