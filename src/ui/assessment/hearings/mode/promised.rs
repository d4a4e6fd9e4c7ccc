//! What the unit promised before, beside what came of it, and what it promises now.

use super::Floor;
use super::form::PledgeForm;
use crate::domain::RecordId;
use crate::i18n::{assess_hearings as words, assess_words, format, marks};
use crate::ledger::{Action, Edit};
use crate::rules::hearing::{Brief, Tracked};
use crate::rules::metrics::{Metric, Who, standard};
use crate::rules::pledges::{BROKEN, KEPT, Standing, window};
use crate::ui::assessment::behind;
use crate::ui::assessment::hearings::judge::judge;
use crate::ui::assessment::hearings::pledges::light;
use crate::ui::lang::{lang, t};
use crate::ui::routes::A;
use crate::ui::session;
use crate::ui::widgets::{Glyph, IconButton, Light};
use leptos::prelude::*;

/// The metric that tells of a pledge.
fn metric_of<'a>(brief: &'a Brief, of: &Tracked) -> Option<&'a Metric> {
    brief.office.iter().find(|metric| Some(standard::id(&metric.word)) == of.pledge.metric)
}

/// The pledges before.
#[component]
pub(super) fn Last(floor: Floor) -> impl IntoView {
    let is_any = Memo::new(move |_| floor.with(|_, page| !page.before.is_empty()).unwrap_or(false));
    let rows =
        move || floor.with(|brief, page| page.before.iter().map(|of| before(brief, of)).collect_view());
    let of = move || {
        let on = floor.with(|brief, _| brief.before.as_ref().and_then(|before| before.on)).flatten();
        on.map(|on| marks::aside(lang(), &format::date(on))).unwrap_or_default()
    };
    let table = move || match is_any.get() {
        false => view! { <p class="nothing">{t(words::NO_LAST)}</p> }.into_any(),
        true => view! {
            <div class="table-wrap">
                <table class="last">
                    <thead><tr>
                        <th scope="col">{t(words::CONTENT)}</th>
                        <th scope="col" class="number">{t(words::PROMISED)}</th>
                        <th scope="col" class="number">{t(words::FACT)}</th>
                        <th scope="col">{t(words::STANDING)}</th>
                    </tr></thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        }
        .into_any(),
    };
    view! { <section class="last-pledges"><h2>{move || t(words::LAST)} <small>{of}</small></h2>{table}</section> }
        .into_any()
}

fn before(brief: &Brief, of: &Tracked) -> AnyView {
    let l = lang();
    let pledge = &of.pledge;
    let metric = metric_of(brief, of);
    let number = |number| metric.zip(number).map(|(metric, n)| assess_words::number(l, metric.unit, n));
    let fact = number(of.fact).unwrap_or_default();
    let over = window(pledge, brief.as_of, brief.hearing.first_month);
    let behind = metric.zip(over).zip(pledge.unit).filter(|_| of.fact.is_some_and(|fact| !fact.is_zero()));
    let fact = match behind {
        Some(((metric, window), unit)) => {
            let to = behind::beside(&metric.word, window, Who::Unit(unit));
            view! { <A to=Signal::stored(to)>{fact}</A> }.into_any()
        }
        None => fact.into_any(),
    };
    let said = t(words::standing(of.standing)).to_owned();
    let standing = match light(of.standing) {
        Some(level) => view! { <Light level words=Signal::stored(said)/> }.into_any(),
        None => said.into_any(),
    };
    // What no metric tells is judged in the room.
    let waits = metric.is_none() && matches!(of.standing, Standing::Open | Standing::Unjudged);
    let judge = (waits && session::is_now()).then(|| judges(pledge.id));
    let due = pledge.due.map(|due| marks::aside(l, &words::by(l, due))).unwrap_or_default();
    view! {
        <tr>
            <th scope="row">{words::promise(l, &brief.office, pledge)} <small>{due}</small></th>
            <td class="number">{number(pledge.promised)}</td>
            <td class="number fact">{fact}</td>
            <td class="standing">{standing}{judge}</td>
        </tr>
    }
    .into_any()
}

fn judges(id: RecordId) -> AnyView {
    view! {
        <IconButton glyph=Glyph::Check label=words::JUDGE_KEPT on_press=move || judge(id, KEPT)/>
        <IconButton glyph=Glyph::Close label=words::JUDGE_BROKEN on_press=move || judge(id, BROKEN)/>
    }
    .into_any()
}

/// A pledge of this hearing.
#[derive(Clone, PartialEq, Eq, Hash)]
struct Line {
    id: RecordId,
    content: String,
    due: String,
}

/// The pledges of this hearing, and the next one.
#[component]
pub(super) fn Next(floor: Floor, unit: RecordId) -> impl IntoView {
    let lines = Memo::new(move |_| {
        let l = lang();
        let line = |brief: &Brief, of: &Tracked| Line {
            id: of.pledge.id,
            content: words::promise(l, &brief.office, &of.pledge),
            due: of.pledge.due.map(|due| words::by(l, due)).unwrap_or_default(),
        };
        floor
            .with(|brief, page| page.given.iter().map(|of| line(brief, of)).collect::<Vec<_>>())
            .unwrap_or_default()
    });
    let one = |line: Line| {
        let id = line.id;
        let drop = move || {
            session::run(Action::Delete, vec![Edit::delete(id)]);
        };
        view! {
            <li>
                <span>{line.content}</span>
                <small>{line.due}</small>
                {session::is_now().then(|| view! { <IconButton glyph=Glyph::Close label=words::TAKE_BACK on_press=drop/> })}
            </li>
        }
    };
    let none = move || {
        (lines.read().is_empty() && !session::is_now())
            .then(|| view! { <p class="nothing">{t(words::NO_NEXT)}</p> })
    };
    view! {
        <section class="next-pledges">
            <h2>{move || t(words::NEXT_PLEDGES)} " " <b>{move || format::count(lines.read().len())}</b></h2>
            {none}
            <ol><For each=move || lines.get() key=Clone::clone children=one/></ol>
            {session::is_now().then(|| view! { <PledgeForm floor unit/> })}
        </section>
    }
    .into_any()
}
