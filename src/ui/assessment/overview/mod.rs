//! 总览: the year at a glance, for leaders, and the same on the wall of a hall.

mod bar_table;
mod card;
mod curve;
mod data;
mod tables;

use super::behind::BehindPanel;
use super::period::{first_month, follow, named, year_of};
use crate::domain::{Date, Kind};
use crate::i18n::{assess_overview as words, assess_progress, assess_words};
use crate::rules::metrics::{Cycle, Elapsed};
use crate::rules::targets::Period;
use crate::ui::lang::{lang, t};
use crate::ui::records::WorkSwitch;
use crate::ui::records::sums::SumsMenu;
use crate::ui::routes::{Place, Route, Work, navigate, set_query, use_query};
use crate::ui::session;
use crate::ui::shell::Page;
use crate::ui::wall::{Wall, WallButton, is_wall};
use crate::ui::widgets::{Button, ButtonKind, Choice, EmptyState, Select, painted};
use bar_table::BarTable;
use card::Card;
use curve::Curve;
use data::{Barred, Overview, Tables};
use leptos::prelude::*;
use std::sync::Arc;

/// How many years back can be chosen.
const YEARS_BACK: i32 = 4;

/// Works out this year before anybody asks (see [`crate::ui::unasked`]).
pub(super) fn prepare(n: usize) -> bool {
    let (year, l) = (this_year(session::today()), untrack(lang));
    match n {
        0 => session::prepare(data::Asked { year, l }),
        _ => session::prepare(data::TablesAsked { year, l }),
    }
    n < 1
}

/// The page.
#[component]
pub fn OverviewPage() -> impl IntoView {
    let asked = use_query("year");
    let today = Memo::new(|_| session::watch(|_| session::today()).unwrap_or_else(session::today));
    let year = Memo::new(move |_| {
        let this = this_year(today.get());
        asked.read().parse::<i32>().ok().filter(|year| (2000..=this).contains(year)).unwrap_or(this)
    });
    let data = Memo::new(move |_| session::ask(data::Asked { year: year.get(), l: lang() }));
    let is_painted = painted();
    let tables = Memo::new(move |_| {
        is_painted.get().then(|| session::ask(data::TablesAsked { year: year.get(), l: lang() }))
    });
    let is_wall = is_wall();
    let is_empty =
        Memo::new(|_| session::watch(|store| store.state().count(Kind::Project) == 0).unwrap_or(true));
    let caption = Signal::derive(move || {
        let (l, year) = (lang(), year.get());
        let end = session::watch(|store| Period::Year(year).window(store.state(), first_month())).flatten();
        let day = end.map_or(today.get(), |window| today.get().min(window.to));
        [
            named(l, Period::Year(year)),
            assess_progress::until(l, day),
            assess_progress::elapsed(l, data.with(|data| data.elapsed), Elapsed::Months),
        ]
        .join(" · ")
    });
    let title = Signal::derive(move || words::title(lang(), year.get(), first_month()));
    move || match is_wall.get() {
        true => view! {
            <Wall title lead=caption>
                <Body data tables on_wall=true/>
                <BehindPanel/>
            </Wall>
        }
        .into_any(),
        false => view! { <Flat year data tables title caption is_empty/> }.into_any(),
    }
}

/// The counting year of a day.
fn this_year(day: Date) -> i32 {
    year_of(Period::of(Cycle::Year, day, first_month()))
}

/// The page in the frame of the program.
#[component]
fn Flat(
    year: Memo<i32>,
    data: Memo<Arc<Overview>>,
    tables: Memo<Option<Arc<Tables>>>,
    title: Signal<String>,
    caption: Signal<String>,
    is_empty: Memo<bool>,
) -> impl IntoView {
    let lead = || view! { <WorkSwitch place=Place::Assessment/> };
    let sums = Signal::derive(move || data.with(|data| data.metrics.clone()));
    let actions = move || {
        let value = follow(move || year.get().to_string());
        let years = Signal::derive(move || {
            let now = this_year(session::today());
            (now - YEARS_BACK..=now)
                .rev()
                .map(|year| {
                    Choice::new(
                        year.to_string(),
                        assess_words::period_name(lang(), Period::Year(year), first_month()),
                    )
                })
                .collect()
        });
        view! {
            <Select
                label=assess_progress::YEAR
                value
                options=years
                on_change=|year: String| set_query("year", &year)
            />
            <SumsMenu title stem=title sums/>
            {move || (!is_empty.get()).then(|| view! { <WallButton/> })}
        }
    };
    let aside = || view! { <BehindPanel/> }.into_any();
    let body = move || match is_empty.get() {
        true => {
            let go = || navigate(Route::NewProject);
            view! {
                <EmptyState title=words::NONE text=words::NONE_TEXT>
                    {session::is_now().then(|| view! {
                        <Button label=crate::i18n::project::NEW kind=ButtonKind::Primary on_press=go/>
                    })}
                </EmptyState>
            }
            .into_any()
        }
        false => view! {
            <p class="caption">{caption}</p>
            <Body data tables on_wall=false/>
        }
        .into_any(),
    };
    view! { <Page title=Work::Overview.title() lead actions aside><div class="overview-page">{body}</div></Page> }
        .into_any()
}

/// What page and wall have in common.
#[component]
fn Body(data: Memo<Arc<Overview>>, tables: Memo<Option<Arc<Tables>>>, on_wall: bool) -> impl IntoView {
    let cards = move || {
        data.with(|data| {
            let elapsed = data.elapsed;
            data.headlines
                .iter()
                .map(|headline| view! { <Card headline=headline.clone() elapsed/> })
                .collect_view()
        })
    };
    let part = move |read: fn(&Tables) -> Barred| {
        Memo::new(move |_| tables.with(|of| of.as_ref().map(|of| read(of))))
    };
    let weak = Memo::new(move |_| Some(data.with(|data| Barred::plain(&data.weak))));
    let ranked_by = Signal::derive(move || {
        tables.with(|of| of.as_ref().map(|of| of.ranked_by.clone()).unwrap_or_default())
    });
    let headlines = Memo::new(move |_| data.with(|data| data.headlines.clone()));
    view! {
        <div class="overview">
            <div class="cards">{cards}</div>
            <Curve headlines on_wall/>
            <BarTable name="weak" title=words::WEAK table=weak empty=words::NONE_WEAK on_wall/>
            <BarTable name="ranking" title=words::RANKING note=ranked_by table=part(|of| Barred::plain(&of.ranking)) empty=words::NONE_RANKED on_wall/>
            <BarTable name="funnel" title=words::FUNNEL note=Signal::derive(|| t(words::FUNNEL_NOTE).to_owned()) table=part(|of| of.funnel.clone()) empty=words::NONE on_wall/>
            <BarTable name="industries" title=words::INDUSTRIES table=part(|of| of.industries.clone()) empty=words::NONE_SIGNED on_wall/>
            <BarTable name="units" title=words::UNITS table=part(|of| of.units.clone()) empty=words::NONE_SIGNED on_wall/>
        </div>
    }
    .into_any()
}
