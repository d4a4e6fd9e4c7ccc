//! 在岗: the month of every recruiter, from what was recorded and declared. Nobody is tracked.

mod card;

use crate::domain::field::PersonField as R;
use crate::domain::{Date, Kind, RecordId};
use crate::i18n::{Lang, format, posts as words, values};
use crate::rules::post::{self, Asked, Card, Kept, Month, read_month};
use crate::store::Store;
use crate::ui::charts::{Figure, Figures, FiguresMenu, FiguresTable, Head};
use crate::ui::lang::{lang, t};
use crate::ui::records::{OPEN, RecordsPage, WorkSwitch};
use crate::ui::routes::{A, Location, Route, Work, set_query, use_query};
use crate::ui::session::{self, Question};
use crate::ui::shell::Page;
use crate::ui::widgets::{Choice, EmptyState, Select};
use crate::web::clock;
use card::PersonCard;
use leptos::prelude::*;
use rustc_hash::FxHashMap;

/// What the address calls the month, and the person whose card is open.
const MONTH: &str = "month";
const PERSON: &str = "person";
/// What it calls the kind of record, when the declared months are listed.
const KIND: &str = "kind";
/// How many months are offered.
const MONTHS: usize = 24;

/// The page.
#[component]
pub fn PostsPage() -> impl IntoView {
    let (kind, open) = (use_query(KIND), use_query(OPEN));
    let is_list = Memo::new(move |_| *kind.read() == Kind::DutyMonth.word() || !open.read().is_empty());
    move || match is_list.get() {
        true => {
            let back =
                || view! { <p class="help"><A to=Route::Work(Work::Posts)>{move || t(words::BACK)}</A></p> };
            view! { <RecordsPage work=Work::Posts kinds=&[Kind::DutyMonth] summary=back/> }.into_any()
        }
        false => view! { <MonthPage/> }.into_any(),
    }
}

/// The page with other values in its address.
fn page_at(month: Month, person: Option<RecordId>) -> Location {
    let person = person.map(|id| id.to_string()).unwrap_or_default();
    Route::Work(Work::Posts).with_query([(MONTH, month.to_string().as_str()), (PERSON, person.as_str())])
}

/// The declared months, with one of them open.
fn declared(open: Option<RecordId>) -> Location {
    let open = open.map(|id| id.to_string()).unwrap_or_default();
    Route::Work(Work::Posts).with_query([(KIND, Kind::DutyMonth.word()), (OPEN, open.as_str())])
}

/// The day of a moment where the user is.
pub(super) fn local(millis: u64) -> Option<Date> {
    clock::local(millis).map(|(day, ..)| day)
}

/// What did people do in a month?
#[derive(PartialEq)]
struct Cards {
    month: Month,
}

impl Question for Cards {
    type Answer = FxHashMap<RecordId, Card>;

    fn answer(&self, store: &Store, today: Date) -> Self::Answer {
        post::cards(store.state(), &Asked { month: self.month, today, local: &local })
    }
}

/// The same of all recruiters, as a table.
#[derive(PartialEq)]
struct Posted {
    month: Month,
    l: Lang,
}

impl Question for Posted {
    type Answer = Figures;

    fn answer(&self, store: &Store, _: Date) -> Figures {
        let cards = session::answer(store, Cards { month: self.month });
        let people = post::roster(store.state(), &cards).into_iter();
        let rows = people.map(|who| row(self.l, store, who, self.month, &cards)).collect();
        Figures { heads: heads(self.l), rows }
    }
}

/// Makes this month's table before anybody asks.
pub(super) fn prepare(_: usize) -> bool {
    session::prepare(Posted { month: Month::of(session::today()), l: untrack(lang) });
    false
}

#[component]
fn MonthPage() -> impl IntoView {
    let (asked, person) = (use_query(MONTH), use_query(PERSON));
    let this = Month::of(session::today());
    let month = Memo::new(move |_| read_month(&asked.read()).unwrap_or(this));
    let cards = Memo::new(move |_| session::ask(Cards { month: month.get() }));
    let figures = Memo::new(move |_| (*session::ask(Posted { month: month.get(), l: lang() })).clone());
    let opened =
        Memo::new(move |_| person.read().parse::<RecordId>().ok().filter(|id| id.kind == Kind::Person));
    let title = Signal::derive(move || format!("{} {}", t(words::TITLE), month.get()));
    let lead = || view! { <WorkSwitch place=Work::Posts.place()/> };
    let chosen = RwSignal::new(month.get_untracked().to_string());
    Effect::new(move || chosen.set(month.get().to_string()));
    let actions = move || {
        let months = std::iter::successors(Some(this), |month| Some(month.before()));
        let choice = |month: Month| {
            let name = month.days().from.map(|day| format::month(lang(), day));
            Choice::new(month.to_string(), name.unwrap_or_default())
        };
        let options: Vec<Choice> = months.take(MONTHS).map(choice).collect();
        let choose = move |word: String| set_query(MONTH, if word == this.to_string() { "" } else { &word });
        view! {
            <A to=Signal::stored(declared(None))>{move || t(words::DECLARED)}</A>
            <Select value=chosen options label=words::MONTH on_change=choose/>
            <FiguresMenu title figures=figures.into()/>
        }
    };
    let body = move || match opened.get() {
        Some(who) => view! { <PersonCard who month cards/> }.into_any(),
        None if figures.with(|figures| figures.rows.is_empty()) => {
            view! { <EmptyState title=words::NONE text=words::NONE_TEXT/> }.into_any()
        }
        None => view! {
            <div class="posts">
                <p class="help">{move || t(words::NOT_TRACKED)}</p>
                <FiguresTable figures=figures.into()/>
                <p class="help">{move || t(words::KEPT_RULE)}</p>
                <p class="help">{move || t(words::SCORE_RULE)}</p>
            </div>
        }
        .into_any(),
    };
    view! { <Page title lead actions>{body}</Page> }.into_any()
}

fn heads(l: Lang) -> Vec<Head> {
    let numbers = [
        words::DAYS_OUT,
        words::TRIPS,
        words::VISITS,
        words::RECEPTIONS,
        words::LEADS,
        words::FOLLOW_UPS,
        words::PROMISED,
        words::KEPT,
        words::HOURS,
        words::AT_POST,
        words::LEAVE,
        words::ABSENCES,
        words::SCORE,
    ];
    let words = [words::NAME, words::UNIT].map(|text| Head::words(text.get(l)));
    words.into_iter().chain(numbers.map(|text| Head::number(text.get(l)))).collect()
}

fn row(
    l: Lang,
    store: &Store,
    who: RecordId,
    month: Month,
    cards: &FxHashMap<RecordId, Card>,
) -> Vec<Figure> {
    let state = store.state();
    let none = Card::default();
    let card = cards.get(&who).unwrap_or(&none);
    let to = page_at(month, Some(who));
    let count = |n: usize| Figure::count(n).to(to.clone());
    let unit = state.get(who, R::Unit).as_ref_id().map(|unit| values::record_name(l, state, unit));
    let duty = card.duty.as_ref();
    let kept = match card.promises.len() - card.promised(Kept::Open) {
        // Of nothing that is due, nothing can be kept; of what is, none is told as such.
        0 => Figure::none(),
        _ => Figure::known(i64::try_from(card.promised(Kept::InTime)).ok()),
    };
    vec![
        Figure::words(values::record_name(l, state, who)).to(to.clone()),
        Figure::words(unit.unwrap_or_default()),
        Figure::tenths(card.days_out(month)).to(to.clone()),
        count(card.trips.len()),
        count(card.companies.len()),
        count(card.receptions.len()),
        count(card.leads.len()),
        count(card.follow_ups.len()),
        count(card.promises.len()),
        kept.to(to.clone()),
        Figure::known(Some(card.hours).filter(|&hours| hours > 0)).to(to.clone()),
        duty.and_then(|duty| duty.at_post).map_or_else(Figure::none, Figure::tenths).to(to.clone()),
        Figure::tenths(duty.map_or(0, |duty| duty.leave)).to(to.clone()),
        count(duty.map_or(0, |duty| usize::try_from(duty.absences).unwrap_or_default())),
        Figure::known(duty.and_then(post::Duty::score)),
    ]
}
