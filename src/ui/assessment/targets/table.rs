//! 目标任务分解表: the county, its units and their people, or its chains, down, the metrics across, edited in place.

use super::cell::cell;
use super::import::ImportTargets;
use super::written::{sums, typed_in};
use crate::domain::{Kind, RecordId};
use crate::i18n::{assess_targets as words, assess_words, labels, work as work_words};
use crate::ledger::{Action, Edit};
use crate::rules::metrics::{Cycle, Metric, Unit, standard};
use crate::rules::scoring::Subject;
use crate::rules::targets::{Holder, Line, Period, Spot, chain_matrix, id, matrix, read_number, set};
use crate::store::Store;
use crate::ui::assessment::aims::aims;
use crate::ui::assessment::period::{PeriodPicker, first_month, named as period_named, year_of};
use crate::ui::assessment::whose::{WhoseSwitch, holder_name, whose};
use crate::ui::lang::{lang, t};
use crate::ui::records::WorkSwitch;
use crate::ui::records::sums::{SumsMenu, unit as money_unit};
use crate::ui::routes::{Place, Route, Section, Work, navigate, set_query, use_query};
use crate::ui::session;
use crate::ui::shell::Page;
use crate::ui::widgets::{
    Button, ButtonKind, Choice, EmptyState, Glyph, Growing, IconButton, Level, Light, MoreRows, Segmented,
    Select,
};
use leptos::prelude::*;
use rustc_hash::FxHashMap;
use std::collections::BTreeSet;
use std::str::FromStr;

/// What the address calls metrics that are shown before they have a target.
const ADDED: &str = "add";

/// Whose targets the table may show: those of units with their people, or of chains.
const SUBJECTS: &[Subject] = &[Subject::Unit, Subject::Chain];

/// What the table is made from.
#[derive(Clone, Copy)]
pub(super) struct Divided {
    subject: Memo<Subject>,
    period: Memo<Period>,
    office: Memo<Vec<Metric>>,
    /// The columns.
    pub metrics: Memo<Vec<Metric>>,
    lines: Memo<Vec<Line>>,
    /// The same targets by whose they are, for the cells.
    spots: Memo<FxHashMap<Holder, Vec<Spot>>>,
    /// The units whose people are shown; nothing for the county with its people of no unit.
    open: RwSignal<BTreeSet<Option<RecordId>>>,
    error: RwSignal<String>,
}

impl Divided {
    fn read() -> Self {
        let subject = whose();
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
                    let aims = aims(store);
                    aims.metrics(year).into_iter().map(str::to_owned).collect::<Vec<_>>()
                });
                let mut shown = aimed.unwrap_or_default();
                shown.extend(added.split(',').map(str::to_owned));
                office.iter().filter(|metric| shown.contains(&metric.word)).cloned().collect::<Vec<_>>()
            })
        });
        let lines = Memo::new(move |_| {
            let (period, subject) = (period.get(), subject.get());
            metrics.with(|metrics| {
                let read = |store: &Store| {
                    let aims = aims(store);
                    let words: Vec<String> = metrics.iter().map(|metric| metric.word.clone()).collect();
                    match subject {
                        Subject::Chain => chain_matrix(store.state(), &aims, &words, period),
                        _ => matrix(store.state(), &aims, &words, period),
                    }
                };
                session::watch(read).unwrap_or_default()
            })
        });
        let spots = Memo::new(move |_| {
            lines.with(|lines| lines.iter().map(|line| (line.holder.clone(), line.spots.clone())).collect())
        });
        let (open, error) = (RwSignal::new(BTreeSet::new()), RwSignal::new(String::new()));
        Self { subject, period, office, metrics, lines, spots, open, error }
    }

    /// A target of somebody.
    pub fn spot(self, who: &Holder, at: usize) -> Spot {
        self.spots.with(|spots| spots.get(who).and_then(|spots| spots.get(at)).copied()).unwrap_or_default()
    }

    /// The lines that are not folded away: people only of units that are open.
    pub fn shown(self) -> Vec<Key> {
        let open = self.open.get();
        let shown = |line: &&Line| {
            let is_person = matches!(line.holder, Holder::Record(id) if id.kind == Kind::Person);
            !is_person || open.contains(&line.above)
        };
        let key = |line: &Line| Key { who: line.holder.clone(), depth: line.depth, people: line.people };
        self.lines.with(|lines| lines.iter().filter(shown).map(key).collect())
    }

    /// Writes a target, or takes it back.
    pub fn write(self, holder: &Holder, at: usize, text: &str) {
        let Some(period) = self.period.try_get_untracked() else { return };
        let l = untrack(lang);
        let metric = self.metrics.with_untracked(|metrics| metrics.get(at).cloned());
        let Some(metric) = metric else { return };
        let Ok(target) = read_number(metric.unit, text, typed_in(l)) else {
            self.error.set(words::no_number(l, text.trim()));
            return;
        };
        self.error.set(String::new());
        if untrack(|| self.spot(holder, at)).target == target {
            return;
        }
        let edits = session::read(|store| {
            let state = store.state();
            let aims = aims(store);
            let mut edits = set(state, &metric, holder, period, target);
            // What was recorded by hand for the same gives way, or it would count besides.
            let own = id(&metric.word, holder, period);
            let recorded = aims.recorded(&metric.word, holder, period);
            let others = recorded.into_iter().flat_map(|aim| aim.records).filter(|other| *other != own);
            edits.extend(others.map(Edit::delete));
            edits
        });
        session::run(Action::Edit, edits.unwrap_or_default());
    }
}

/// A line as long as it stays the same row of the page.
#[derive(Clone, PartialEq, Eq, Hash)]
pub(super) struct Key {
    pub who: Holder,
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
    let sums = Memo::new(move |_| {
        divided
            .metrics
            .with(|metrics| divided.lines.with(|lines| sums(divided.subject.get(), metrics, lines)))
    });
    let title =
        Signal::derive(move || format!("{} {}", period_named(lang(), divided.period.get()), t(words::TITLE)));
    let actions = move || {
        view! {
            <SumsMenu title stem=Signal::derive(|| t(words::TITLE).to_owned()) sums=sums.into()/>
            {session::is_now().then(|| view! { <ImportTargets period=divided.period office=divided.office/> })}
        }
    };
    let is_empty = Memo::new(move |_| divided.lines.with(|lines| lines.len() < 2));
    let body = move || match (is_empty.get(), divided.subject.get()) {
        (true, Subject::Chain) => view! {
            <EmptyState title=words::NO_CHAINS text=words::NO_CHAINS_TEXT>
                <Button label=crate::i18n::shell::SETTINGS kind=ButtonKind::Primary
                    on_press=|| navigate(Route::Settings(Section::Lists))/>
            </EmptyState>
        }
        .into_any(),
        (true, _) => view! {
            <EmptyState title=words::NONE text=words::NONE_TEXT>
                <Button label=crate::i18n::shell::SETTINGS kind=ButtonKind::Primary
                    on_press=|| navigate(Route::Settings(Section::Units))/>
            </EmptyState>
        }
        .into_any(),
        // Other holders are another table.
        (false, subject) => view! { <Matrix divided subject/> }.into_any(),
    };
    let help = move || match divided.subject.get() {
        Subject::Chain => t(words::CHAIN_HELP),
        _ => t(words::HELP),
    };
    view! {
        <Page title=Work::Targets.title() lead actions>
            <div class="targets-page">
                <div class="pickers">
                    <WhoseSwitch subject=divided.subject all=SUBJECTS/>
                    <PeriodPicker period=divided.period/>
                    <AddMetric divided/>
                </div>
                <p class="caption" role="status">{move || said(divided)}</p>
                <p class="error" role="alert">{move || divided.error.get()}</p>
                {body}
                {session::is_now().then(|| view! { <p class="help">{help}</p> })}
            </div>
        </Page>
    }
    .into_any()
}

/// The period, and whether the county's targets are divided.
fn said(divided: Divided) -> String {
    let l = lang();
    let metrics = divided.metrics.with(Vec::len);
    let what = match divided.subject.get() {
        Subject::Chain => divided.lines.with(|lines| {
            let has = |line: &&Line| line.spots.iter().any(|spot| spot.target.is_some());
            words::chains(l, metrics, lines.iter().skip(1).filter(has).count())
        }),
        _ => {
            let county = divided.spots.with(|spots| spots.get(&Holder::County).cloned().unwrap_or_default());
            words::gaps(l, metrics, county.iter().filter(|spot| spot.short.is_some()).count())
        }
    };
    format!("{} · {what}", period_named(l, divided.period.get()))
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
fn Matrix(divided: Divided, subject: Subject) -> impl IntoView {
    // Other columns are another table.
    let columns = Memo::new(move |_| {
        divided.metrics.with(|metrics| metrics.iter().map(|metric| metric.word.clone()).collect::<Vec<_>>())
    });
    let growing = Growing::begin();
    let total = Memo::new(move |_| divided.shown().len());
    let rows = move || divided.shown().into_iter().take(growing.limit()).collect::<Vec<_>>();
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
        let row = move |key: Key| row(divided, key, count, subject);
        view! {
            <div class="table-wrap">
                <table class="sums targets" aria-label=move || t(words::TITLE)>
                    <thead><tr>
                        <th scope="col">{move || t(words::who(subject))}</th>
                        {heads}
                        {is_divided(subject).then(|| view! { <th scope="col">{move || t(words::GAP)}</th> })}
                    </tr></thead>
                    <tbody><For each=rows key=Clone::clone children=row/></tbody>
                </table>
            </div>
        }
    };
    view! { {table} <MoreRows growing total/> }.into_any()
}

/// Whether targets are divided among those below: a chain has nobody.
const fn is_divided(subject: Subject) -> bool {
    !matches!(subject, Subject::Chain)
}

fn row(divided: Divided, key: Key, columns: usize, subject: Subject) -> AnyView {
    let who = StoredValue::new(key.who.clone());
    let of = key.who.clone();
    let name =
        Memo::new(move |_| session::watch(|store| holder_name(store.state(), &of)).unwrap_or_default());
    let unit = match key.who {
        Holder::Record(id) => Some(id),
        _ => None,
    };
    let fold = (key.people > 0).then(|| {
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
    let of = key.who.clone();
    let missing = move || {
        let l = lang();
        let items: Vec<(String, String)> = divided.metrics.with(|metrics| {
            let missing = metrics.iter().enumerate().filter_map(|(at, metric)| {
                let short = divided.spot(&of, at).short?;
                Some((assess_words::metric_name(l, metric), assess_words::number(l, metric.unit, short)))
            });
            missing.collect()
        });
        let said = words::short(l, &items);
        (!said.is_empty()).then(|| view! { <Light level=Level::Yellow words=Signal::stored(said)/> })
    };
    let kind = match key.who {
        Holder::County => "county",
        Holder::Chain(_) => "chain",
        Holder::Record(id) if id.kind == Kind::Person => "person",
        Holder::Record(_) => "unit",
    };
    view! {
        <tr data-kind=kind data-depth=key.depth.min(3).to_string()>
            <th scope="row"><span class="who">{fold}{move || name.get()}</span></th>
            {cells}
            {is_divided(subject).then(|| view! { <td class="gap">{missing}</td> })}
        </tr>
    }
    .into_any()
}
