//! 目标任务分解表: the county, its units and their people down, the metrics across, edited in place.

use super::import::ImportTargets;
use super::written::{sums, typed, typed_in};
use crate::domain::{Kind, RecordId};
use crate::i18n::{
    assess_progress, assess_targets as words, assess_words, labels, values, work as work_words,
};
use crate::ledger::{Action, Edit};
use crate::rules::metrics::{Cycle, Metric, Unit, standard};
use crate::rules::targets::{Aims, Holder, Line, Period, Spot, id, matrix, read_number, set};
use crate::store::Store;
use crate::ui::assessment::period::{PeriodPicker, first_month, named as period_named, year_of};
use crate::ui::heard::heard;
use crate::ui::lang::{lang, t};
use crate::ui::records::WorkSwitch;
use crate::ui::records::sums::{Cell, SumsMenu, unit as money_unit};
use crate::ui::routes::{Place, Route, Section, Work, navigate, set_query, use_query};
use crate::ui::session;
use crate::ui::shell::Page;
use crate::ui::widgets::{
    Button, ButtonKind, Choice, EmptyState, Glyph, IconButton, Level, Light, Segmented, Select,
};
use crate::web::page;
use leptos::ev;
use leptos::prelude::*;
use rustc_hash::FxHashMap;
use std::collections::BTreeSet;
use std::str::FromStr;
use web_sys::KeyboardEvent;

/// What the address calls metrics that are shown before they have a target.
const ADDED: &str = "add";

/// What the table is made from.
#[derive(Clone, Copy)]
struct Divided {
    period: Memo<Period>,
    office: Memo<Vec<Metric>>,
    /// The columns.
    metrics: Memo<Vec<Metric>>,
    lines: Memo<Vec<Line>>,
    /// The same targets by whose they are, for the cells.
    spots: Memo<FxHashMap<Option<RecordId>, Vec<Spot>>>,
    open: RwSignal<BTreeSet<RecordId>>,
    error: RwSignal<String>,
}

impl Divided {
    fn read() -> Self {
        let (period, added) = (use_query("period"), use_query(ADDED));
        let period = Memo::new(move |_| {
            let today = session::watch(|_| session::today()).unwrap_or_else(session::today);
            let year = Period::of(Cycle::Year, today, first_month());
            Period::from_str(&period.read()).ok().filter(|period| !period.is_contest()).unwrap_or(year)
        });
        let office =
            Memo::new(|_| session::watch(|store| standard::in_force(store.state())).unwrap_or_default());
        let metrics = Memo::new(move |_| {
            let (year, added) = (year_of(period.get()), added.get());
            office.with(|office| {
                let aimed = session::watch(|store| {
                    let aims = Aims::read(store.state(), store.index().rules(), office);
                    aims.metrics(year).into_iter().map(str::to_owned).collect::<Vec<_>>()
                });
                let mut shown = aimed.unwrap_or_default();
                shown.extend(added.split(',').map(str::to_owned));
                office.iter().filter(|metric| shown.contains(&metric.word)).cloned().collect::<Vec<_>>()
            })
        });
        let lines = Memo::new(move |_| {
            let period = period.get();
            metrics.with(|metrics| {
                let read = |store: &Store| {
                    let aims = Aims::read(store.state(), store.index().rules(), metrics);
                    let words: Vec<String> = metrics.iter().map(|metric| metric.word.clone()).collect();
                    matrix(store.state(), &aims, &words, period)
                };
                session::watch(read).unwrap_or_default()
            })
        });
        let spots = Memo::new(move |_| {
            lines.with(|lines| lines.iter().map(|line| (line.who, line.spots.clone())).collect())
        });
        let (open, error) = (RwSignal::new(BTreeSet::new()), RwSignal::new(String::new()));
        Self { period, office, metrics, lines, spots, open, error }
    }

    fn spot(self, who: Option<RecordId>, at: usize) -> Spot {
        self.spots.with(|spots| spots.get(&who).and_then(|spots| spots.get(at)).copied()).unwrap_or_default()
    }

    /// The lines that are not folded away: people only of units that are open.
    fn shown(self) -> Vec<Key> {
        let open = self.open.get();
        let shown = |line: &&Line| {
            let is_person = line.who.is_some_and(|who| who.kind == Kind::Person);
            !is_person || line.above.is_some_and(|unit| open.contains(&unit))
        };
        let key = |line: &Line| Key { who: line.who, depth: line.depth, people: line.people };
        self.lines.with(|lines| lines.iter().filter(shown).map(key).collect())
    }

    /// Writes a target, or takes it back.
    fn write(self, who: Option<RecordId>, at: usize, text: &str) {
        // A cell that leaves the page with the focus in it is heard once more.
        let Some(period) = self.period.try_get_untracked() else { return };
        let l = untrack(lang);
        let metric = self.metrics.with_untracked(|metrics| metrics.get(at).cloned());
        let Some(metric) = metric else { return };
        let Ok(target) = read_number(metric.unit, text, typed_in(l)) else {
            self.error.set(words::no_number(l, text.trim()));
            return;
        };
        self.error.set(String::new());
        if untrack(|| self.spot(who, at)).target == target {
            return;
        }
        let holder = who.map_or(Holder::County, Holder::Record);
        let edits = session::read(|store| {
            let state = store.state();
            let aims = Aims::read(state, store.index().rules(), std::slice::from_ref(&metric));
            let mut edits = set(state, &metric, &holder, period, target);
            // What was recorded by hand for the same gives way, or it would count besides.
            let own = id(&metric.word, &holder, period);
            let recorded = aims.recorded(&metric.word, &holder, period);
            let others = recorded.into_iter().flat_map(|aim| aim.records).filter(|other| *other != own);
            edits.extend(others.map(Edit::delete));
            edits
        });
        session::run(Action::Edit, edits.unwrap_or_default());
    }
}

/// A line as long as it stays the same row of the page.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
struct Key {
    who: Option<RecordId>,
    depth: usize,
    people: usize,
}

/// The page with the table.
#[component]
pub(super) fn DividedPage(kinds: &'static [Kind]) -> impl IntoView {
    let divided = Divided::read();
    let which = RwSignal::new(String::new());
    let lead = move || {
        let list = kinds.iter().map(|kind| Choice::new(kind.word(), labels::kind(*kind)));
        let options: Vec<Choice> = [Choice::new("", words::DIVIDED)].into_iter().chain(list).collect();
        let choose =
            |word: String| navigate(Route::Work(Work::Targets).with_query([("kind", word.as_str())]));
        view! {
            <WorkSwitch place=Place::Assessment/>
            <Segmented label=work_words::WHICH value=which options on_change=choose/>
        }
    };
    let sums =
        Memo::new(move |_| divided.metrics.with(|metrics| divided.lines.with(|lines| sums(metrics, lines))));
    let title =
        Signal::derive(move || format!("{} {}", period_named(lang(), divided.period.get()), t(words::TITLE)));
    let actions = move || {
        view! {
            <SumsMenu title stem=Signal::derive(|| t(words::TITLE).to_owned()) sums=sums.into()/>
            {session::is_now().then(|| view! { <ImportTargets period=divided.period office=divided.office/> })}
        }
    };
    let is_empty = Memo::new(move |_| divided.lines.with(|lines| lines.len() < 2));
    let body = move || match is_empty.get() {
        true => view! {
            <EmptyState title=words::NONE text=words::NONE_TEXT>
                <Button label=crate::i18n::shell::SETTINGS kind=ButtonKind::Primary
                    on_press=|| navigate(Route::Settings(Section::Units))/>
            </EmptyState>
        }
        .into_any(),
        false => view! { <Matrix divided/> }.into_any(),
    };
    view! {
        <Page title=Work::Targets.title() lead actions>
            <div class="targets-page">
                <div class="pickers">
                    <PeriodPicker period=divided.period/>
                    <AddMetric divided/>
                </div>
                <p class="caption" role="status">{move || said(divided)}</p>
                <p class="error" role="alert">{move || divided.error.get()}</p>
                {body}
                {session::is_now().then(|| view! { <p class="help">{move || t(words::HELP)}</p> })}
            </div>
        </Page>
    }
    .into_any()
}

/// The period, and whether the county's targets are divided.
fn said(divided: Divided) -> String {
    let l = lang();
    let metrics = divided.metrics.with(Vec::len);
    let county = divided.spots.with(|spots| spots.get(&None).cloned().unwrap_or_default());
    let open = county.iter().filter(|spot| spot.short.is_some()).count();
    format!("{} · {}", period_named(l, divided.period.get()), words::gaps(l, metrics, open))
}

/// One more column.
#[component]
fn AddMetric(divided: Divided) -> impl IntoView {
    let value = RwSignal::new(String::new());
    let added = use_query(ADDED);
    let options = Signal::derive(move || {
        let l = lang();
        let shown: Vec<String> =
            divided.metrics.with(|metrics| metrics.iter().map(|metric| metric.word.clone()).collect());
        let rest = divided.office.with(|office| {
            let rest = office.iter().filter(|metric| !shown.contains(&metric.word));
            rest.map(|metric| Choice::new(metric.word.clone(), assess_words::metric_name(l, metric)))
                .collect::<Vec<_>>()
        });
        [Choice::new("", words::ADD_METRIC)].into_iter().chain(rest).collect()
    });
    let add = move |word: String| {
        let held = added.get_untracked();
        let all = if held.is_empty() { word } else { format!("{held},{word}") };
        set_query(ADDED, &all);
        value.set(String::new());
    };
    session::is_now().then(|| {
        let label = Signal::derive(|| t(words::ADD_METRIC).to_owned());
        view! { <div class="add"><Select value options label on_change=add/></div> }
    })
}

#[component]
fn Matrix(divided: Divided) -> impl IntoView {
    // Other columns are another table.
    let columns = Memo::new(move |_| {
        divided.metrics.with(|metrics| metrics.iter().map(|metric| metric.word.clone()).collect::<Vec<_>>())
    });
    let table = move || {
        let count = columns.with(Vec::len);
        let heads = move || {
            let l = lang();
            let head = |metric: &Metric| {
                let name = assess_words::metric_name(l, metric);
                let name = match metric.unit {
                    Unit::Yuan => crate::i18n::service::with_unit(l, &name, money_unit(l)),
                    unit => assess_words::in_unit(l, &name, unit),
                };
                view! { <th scope="col" class="number">{name}</th> }
            };
            divided.metrics.with(|metrics| metrics.iter().map(head).collect_view())
        };
        let row = move |key: Key| row(divided, key, count);
        view! {
            <div class="table-wrap">
                <table class="sums targets" aria-label=move || t(words::TITLE)>
                    <thead><tr>
                        <th scope="col">{move || t(words::WHO)}</th>
                        {heads}
                        <th scope="col">{move || t(words::GAP)}</th>
                    </tr></thead>
                    <tbody><For each=move || divided.shown() key=|key| *key children=row/></tbody>
                </table>
            </div>
        }
    };
    table.into_any()
}

fn row(divided: Divided, key: Key, columns: usize) -> AnyView {
    let who = key.who;
    let name = Memo::new(move |_| match who {
        None => t(assess_progress::COUNTY).to_owned(),
        Some(id) => {
            session::watch(|store| values::record_name(lang(), store.state(), id)).unwrap_or_default()
        }
    });
    let fold = who.filter(|_| key.people > 0).map(|unit| {
        let is_open = move || divided.open.with(|open| open.contains(&unit));
        let press = move || {
            divided.open.update(|open| {
                if !open.remove(&unit) {
                    open.insert(unit);
                }
            });
        };
        move || match is_open() {
            true => view! { <IconButton glyph=Glyph::ChevronDown label=words::FOLD on_press=press/> },
            false => view! { <IconButton glyph=Glyph::ChevronRight label=words::UNFOLD on_press=press/> },
        }
    });
    let cells = (0..columns).map(|at| cell(divided, who, name, at)).collect_view();
    let missing = move || {
        let l = lang();
        let items: Vec<(String, String)> = divided.metrics.with(|metrics| {
            let missing = metrics.iter().enumerate().filter_map(|(at, metric)| {
                let short = divided.spot(who, at).short?;
                Some((assess_words::metric_name(l, metric), assess_words::number(l, metric.unit, short)))
            });
            missing.collect()
        });
        let said = words::short(l, &items);
        (!said.is_empty()).then(|| view! { <Light level=Level::Yellow words=Signal::stored(said)/> })
    };
    let kind = match who {
        None => "county",
        Some(id) if id.kind == Kind::Person => "person",
        Some(_) => "unit",
    };
    view! {
        <tr data-kind=kind data-depth=key.depth.min(3).to_string()>
            <th scope="row"><span class="who">{fold}{move || name.get()}</span></th>
            {cells}
            <td class="gap">{missing}</td>
        </tr>
    }
    .into_any()
}

/// One target, typed in place.
fn cell(divided: Divided, who: Option<RecordId>, name: Memo<String>, at: usize) -> AnyView {
    let metric = move || divided.metrics.with(|metrics| metrics.get(at).cloned()).unwrap_or_default();
    let spot = Memo::new(move |_| divided.spot(who, at));
    let shown = move || {
        let target = spot.get().target;
        target.map(|target| typed(lang(), metric().unit, target)).unwrap_or_default()
    };
    if !session::is_now() {
        let read = move || {
            let target = spot.get().target;
            Cell::measured_if(metric().unit, target).text(lang())
        };
        return view! { <td class="number">{read}</td> }.into_any();
    }
    let place = move |who: Option<RecordId>| {
        format!("target-{at}-{}", who.map(|id| id.to_string()).unwrap_or_default())
    };
    let step = move |by: isize| {
        let lines = untrack(|| divided.shown());
        let here = lines.iter().position(|line| line.who == who).unwrap_or_default();
        if let Some(next) = here.checked_add_signed(by).and_then(|at| lines.get(at)) {
            page::focus(&place(next.who));
        }
    };
    let key = move |event: KeyboardEvent| {
        let by = match event.key().as_str() {
            "Enter" if event.is_composing() => return,
            "Enter" if event.shift_key() => -1,
            "Enter" | "ArrowDown" => 1,
            "ArrowUp" => -1,
            _ => return,
        };
        event.prevent_default();
        // On the last line nothing else takes the focus away.
        divided.write(who, at, &event_target_value(&event));
        step(by);
    };
    let label = move || format!("{} · {}", name.get(), assess_words::metric_name(lang(), &metric()));
    let commit = move |event: web_sys::Event| divided.write(who, at, &event_target_value(&event));
    view! {
        <td class="number" data-sum=move || spot.get().is_sum.to_string()>
            <input
                id=place(who)
                type="text"
                inputmode="decimal"
                autocomplete="off"
                aria-label=label
                title=move || spot.get().is_sum.then(|| t(words::SUM))
                prop:value=shown
                on:change=heard(ev::change, commit)
                on:keydown=heard(ev::keydown, key)
            />
        </td>
    }
    .into_any()
}
