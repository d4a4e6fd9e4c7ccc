//! 行动: what people do to win projects: its records, and what they come to by unit, person and leader.

mod page;
mod period;
mod posts;
mod route_sheet;
mod sheet;
mod standing;
mod stops;
mod teams;
mod trips;
mod visits;

pub use posts::PostsPage;
pub use teams::TeamsPage;

use crate::domain::Kind;
use crate::i18n::trips as trip_words;
use crate::ui::records::RecordsPage;
use crate::ui::routes::{Work, use_query};
use crate::ui::unasked::Piece;
use leptos::prelude::*;
use page::{Summed, Summing, Switch};

const TRIPS: Summed = Summed {
    work: Work::Trips,
    kind: Kind::OutboundTrip,
    tables: &[
        ("units", Summing { name: trip_words::BY_UNIT, make: trips::by_unit }),
        ("people", Summing { name: trip_words::BY_PERSON, make: trips::by_person }),
        ("heads", Summing { name: trip_words::HEADS, make: trips::heads }),
    ],
};

const RECEPTIONS: Summed = Summed {
    work: Work::Receptions,
    kind: Kind::Reception,
    tables: &[
        ("units", Summing { name: trip_words::BY_UNIT, make: visits::receptions_by_unit }),
        ("leaders", Summing { name: trip_words::BY_LEADER, make: visits::receptions_by_leader }),
    ],
};

const EVENTS: Summed = Summed {
    work: Work::Events,
    kind: Kind::PromotionEvent,
    tables: &[("events", Summing { name: trip_words::BY_EVENT, make: visits::events })],
};

const LEADERS: Summed = Summed {
    work: Work::Leaders,
    kind: Kind::LeaderActivity,
    tables: &[("leaders", Summing { name: trip_words::BY_LEADER, make: visits::leaders })],
};

/// What the pages are made from, before anybody asks.
pub const UNASKED: &[Piece] = &[
    standing::prepare,
    posts::prepare,
    teams::prepare,
    |n| page::prepare(TRIPS, n),
    |n| page::prepare(RECEPTIONS, n),
    |n| page::prepare(EVENTS, n),
    |n| page::prepare(LEADERS, n),
];

/// 外出招商.
#[component]
pub fn TripsPage() -> impl IntoView {
    let list = || {
        view! {
            <RecordsPage
                work=Work::Trips
                kinds=&[Kind::OutboundTrip]
                summary=|| view! { <Switch summed=TRIPS/> <standing::States/> }
                beyond=standing::standing
                offer=standing::import_link
            />
        }
        .into_any()
    };
    page::page(TRIPS, list)
}

/// 来访接待.
#[component]
pub fn ReceptionsPage() -> impl IntoView {
    let list = || {
        let summary = || view! { <Switch summed=RECEPTIONS/> };
        view! { <RecordsPage work=Work::Receptions kinds=&[Kind::Reception] summary=summary/> }.into_any()
    };
    page::page(RECEPTIONS, list)
}

/// 招商活动, as a table, or one as the sheet of its route.
#[component]
pub fn EventsPage() -> impl IntoView {
    let list = || {
        let summary = || view! { <Switch summed=EVENTS/> };
        let kinds = &[Kind::PromotionEvent];
        view! { <RecordsPage work=Work::Events kinds summary=summary beyond=stops::route_of/> }.into_any()
    };
    let show = use_query(route_sheet::SHOW);
    let is_sheet = Memo::new(move |_| *show.read() == route_sheet::ROUTE);
    move || match is_sheet.get() {
        true => view! { <route_sheet::RouteSheet/> }.into_any(),
        false => page::page(EVENTS, list).into_any(),
    }
}

/// 领导五事.
#[component]
pub fn LeadersPage() -> impl IntoView {
    let list = || {
        let summary = || view! { <Switch summed=LEADERS/> };
        view! { <RecordsPage work=Work::Leaders kinds=&[Kind::LeaderActivity] summary=summary/> }.into_any()
    };
    page::page(LEADERS, list)
}
