//! 竞赛: rounds of a contest with their standings, what is given for them, and what was published.

mod awards;
mod begin;
mod board;
mod certificates;
mod decide;
mod results;
mod round;

use super::scored::numbers::{Asked, Numbers, numbers, scored};
use super::scored::publish::Publish;
use super::scored::published;
use super::scored::trial::Trial;
use super::scored::worked::Worked;
use super::scored::{PUBLISHED, RESULT, SHOW, aside};
use crate::domain::{Kind, RecordId};
use crate::i18n::{assess_contests as words, assess_progress, labels, work as work_words};
use crate::rules::contests::{Round, Stands, current, rounds};
use crate::ui::assessment::period::follow;
use crate::ui::lang::{lang, t};
use crate::ui::records::sums::SumsMenu;
use crate::ui::records::{OPEN, RecordsPage, WorkSwitch};
use crate::ui::routes::{Place, Route, Work, navigate, set_query, use_query};
use crate::ui::session;
use crate::ui::shell::Page;
use crate::ui::wall::{Wall, WallButton, is_wall};
use crate::ui::widgets::{Choice, EmptyState, Segmented};
use begin::Begin;
use leptos::prelude::*;
use round::{RoundHead, RoundPicker, asked_of};

/// What the address calls the kind of record, when records are listed.
const KIND: &str = "kind";
/// What it calls the round.
const ROUND: &str = "round";
/// Its words for the awards of a round, and for the certificates.
const AWARDS: &str = "awards";
const CERTIFICATES: &str = "certificates";
/// The kinds that are listed.
const KINDS: &[Kind] = &[Kind::Contest, Kind::KeyTask, Kind::Nomination];

/// The page.
#[component]
pub fn ContestsPage() -> impl IntoView {
    let (kind, show) = (use_query(KIND), use_query(SHOW));
    let is_list = Memo::new(move |_| !kind.read().is_empty());
    let is_print = Memo::new(move |_| show.read().as_str() == CERTIFICATES);
    move || match (is_list.get(), is_print.get()) {
        (true, _) => {
            view! { <RecordsPage work=Work::Contests kinds=KINDS overview=words::BOARD/> }.into_any()
        }
        (false, true) => view! { <certificates::CertificatesPage/> }.into_any(),
        (false, false) => view! { <RoundPage/> }.into_any(),
    }
}

/// The round that the address asks for, or the current one.
fn round() -> Memo<Option<Round>> {
    let asked = use_query(ROUND);
    Memo::new(move |_| {
        let asked = asked.read().parse::<RecordId>().ok();
        session::watch(|store| {
            let all = rounds(store.state());
            let named = all.iter().find(|round| Some(round.id) == asked);
            named.or_else(|| current(&all, session::today())).cloned()
        })
        .flatten()
    })
}

/// All that the parts of the page are made from.
#[derive(Clone, Copy)]
struct Shown {
    round: Memo<Option<Round>>,
    asked: Memo<Option<Asked>>,
    measured: Memo<Option<Numbers>>,
    worked: Memo<Worked>,
}

impl Shown {
    fn read() -> Self {
        let round = round();
        let asked = Memo::new(move |_| {
            let round = round.get()?;
            session::watch(|store| asked_of(store.state(), &round, session::today())).flatten()
        });
        let measured = Memo::new(move |_| {
            let asked = asked.get()?;
            session::watch(|store| numbers(store, &asked))
        });
        let worked = Memo::new(move |_| {
            let worked =
                asked.with(|asked| session::watch(|store| asked.as_ref().map(|asked| scored(store, asked))));
            worked.flatten().unwrap_or_default()
        });
        Self { round, asked, measured, worked }
    }
}

/// One round.
#[component]
fn RoundPage() -> impl IntoView {
    let shown = Shown::read();
    let is_wall = is_wall();
    move || match is_wall.get() && shown.round.with(Option::is_some) {
        true => {
            let title = Signal::derive(move || {
                shown.round.with(|round| round.as_ref().map(|r| r.name.clone())).unwrap_or_default()
            });
            let until = Signal::derive(move || {
                shown
                    .asked
                    .with(|asked| asked.as_ref().map(|asked| assess_progress::until(lang(), asked.day)))
                    .unwrap_or_default()
            });
            view! {
                <Wall title lead=until>
                    <div class="contest">
                        <RoundHead shown on_wall=true/>
                        <board::Board shown on_wall=true/>
                    </div>
                </Wall>
            }
            .into_any()
        }
        false => view! { <Flat shown/> }.into_any(),
    }
}

/// One round in the frame of the program.
#[component]
fn Flat(shown: Shown) -> impl IntoView {
    let (show, result) = (use_query(SHOW), use_query(RESULT));
    let part = Memo::new(move |_| show.get());
    let id = Memo::new(move |_| result.read().parse::<RecordId>().ok().filter(|_| part.get() == PUBLISHED));
    let opened = published::result(id);
    let frozen = published::worked(opened);
    let is_frozen = Memo::new(move |_| id.get().is_some());
    let open_worked = Memo::new(move |_| if is_frozen.get() { frozen.get() } else { shown.worked.get() });
    let panel = aside(open_worked, shown.asked, is_frozen);
    let has_round = Memo::new(move |_| shown.round.with(Option::is_some));
    let is_begun = Memo::new(move |_| {
        let stands = |round: &Round| matches!(round.stands(session::today()), Stands::Ahead(_));
        shown.round.with(|round| round.as_ref().is_some_and(|round| !stands(round)))
    });
    let lead = || view! { <WorkSwitch place=Place::Assessment/> <Lists/> };
    let title = Signal::derive(move || {
        shown.round.with(|round| round.as_ref().map(|round| round.name.clone())).unwrap_or_default()
    });
    let sums = Signal::derive(move || shown.worked.with(board::sums));
    let actions = move || {
        let publish = move || {
            let can = session::is_now() && is_begun.get() && shown.asked.with(Option::is_some);
            can.then(|| view! { <Publish asked=shown.asked measured=shown.measured trial=Trial::new() after=open_result/> })
        };
        view! {
            {move || has_round.get().then(|| view! { <SumsMenu title stem=title sums/> <WallButton/> })}
            {move || session::is_now().then(|| view! { <Begin is_first=!has_round.get()/> })}
            {publish}
        }
    };
    let body = move || {
        if !has_round.get() {
            return view! { <EmptyState title=words::NONE text=words::NONE_TEXT/> }.into_any();
        }
        let inner = move || match part.get().as_str() {
            AWARDS => view! { <awards::Awards shown/> }.into_any(),
            PUBLISHED => view! { <results::Results shown opened frozen/> }.into_any(),
            _ => view! { <board::Board shown on_wall=false/> }.into_any(),
        };
        view! {
            <RoundPicker shown/>
            <RoundHead shown on_wall=false/>
            {inner}
        }
        .into_any()
    };
    view! {
        <Page title=Work::Contests.title() lead actions aside=panel><div class="contest scores">{body}</div></Page>
    }
    .into_any()
}

/// The published result, at its round.
fn open_result(id: RecordId) {
    set_query(SHOW, PUBLISHED);
    set_query(RESULT, &id.to_string());
}

/// The switch between the standings and the lists of records.
#[component]
fn Lists() -> impl IntoView {
    let value = RwSignal::new(String::new());
    let list = KINDS.iter().map(|kind| Choice::new(kind.word(), labels::kind(*kind)));
    let options: Vec<Choice> = std::iter::once(Choice::new("", words::BOARD)).chain(list).collect();
    let choose = |word: String| navigate(Route::Work(Work::Contests).with_query([(KIND, word.as_str())]));
    view! { <Segmented label=work_words::WHICH value options on_change=choose/> }
}

/// The part of a round that is shown.
#[component]
fn Parts() -> impl IntoView {
    let show = use_query(SHOW);
    let value = follow(move || show.get());
    let options = vec![
        Choice::new("", words::RANKING),
        Choice::new(AWARDS, words::AWARDS),
        Choice::new(PUBLISHED, words::RESULTS),
    ];
    let choose = |word: String| {
        for name in [OPEN, super::scored::table::ITEM, RESULT] {
            set_query(name, "");
        }
        set_query(SHOW, &word);
    };
    view! { <Segmented label=words::SHOW value options on_change=choose/> }
}

/// A record of the page, open beside its list.
fn record_at(id: RecordId) -> crate::ui::routes::Location {
    let word = id.to_string();
    Route::Work(Work::Contests).with_query([(KIND, id.kind.word()), (OPEN, word.as_str())])
}

/// The name of an award: as the rules call it, or in words of its own.
fn award_name(worked: &Worked, word: &str) -> String {
    let l = lang();
    let rule = worked.sheet.awards.iter().find(|rule| rule.key == word);
    rule.map_or_else(|| words::award(l, word), |rule| crate::i18n::scoring::label(l, &rule.title))
}

/// Words that say there is nothing.
fn nothing(text: crate::i18n::Text) -> AnyView {
    view! { <p class="quiet">{t(text)}</p> }.into_any()
}
