//! One card: what it says, where the person goes, and what becomes of it.

use super::work::Work;
use crate::domain::field::ContactField as K;
use crate::domain::{Kind, RecordId};
use crate::exchange::vcard::{Card, Company, Employer, Outcome, Row};
use crate::i18n::companies::cards as words;
use crate::i18n::values;
use crate::ui::forms::records::{name_of, record_choices};
use crate::ui::lang::{lang, t};
use crate::ui::session;
use crate::ui::widgets::{Button, ButtonKind, Checkbox, Combo, Glyph, IconButton};
use leptos::prelude::*;

/// The card.
#[component]
pub(super) fn CardRow(
    work: Work,
    /// Its place among the cards that were read.
    at: usize,
) -> impl IntoView {
    let card = work.cards.with_untracked(|cards| cards.get(at).cloned()).unwrap_or_default();
    let row = Memo::new(move |_| work.told.read().rows.get(at).cloned());
    let taken = RwSignal::new(true);
    Effect::new(move || {
        taken.set(work.decisions.with(|all| all.get(at).is_none_or(|decision| decision.is_taken)));
    });
    let name = card.name.clone();
    let label = Signal::derive(move || format!("{} {name}", t(words::TAKE)));
    let doubts = card.doubts.clone();
    let doubts = move || {
        let line = |doubt| view! { <p class="quiet">{move || words::doubt(lang(), doubt)}</p> };
        doubts.clone().into_iter().map(line).collect_view()
    };
    view! {
        <li class="card-row" data-taken=move || taken.get().to_string()>
            <Checkbox checked=taken label bare=true on_change=move |on| work.decide(at, |d| d.is_taken = on)/>
            {person(&card)}
            <div class="card-fate">
                {employer(work, at, row)}
                {move || row.get().map(|row| fate(&row))}
                {another(work, at, row, card.name.clone())}
                {doubts}
            </div>
        </li>
    }
    .into_any()
}

/// What the card says.
fn person(card: &Card) -> AnyView {
    let reach = card.phones.iter().chain([&card.wechat, &card.email]).filter(|text| !text.is_empty());
    let reach = reach.map(|text| view! { <span>{text.clone()}</span> }).collect_view();
    let remark = Some(card.remark.clone()).filter(|remark| !remark.is_empty());
    view! {
        <div class="card-person">
            <p><strong>{card.name.clone()}</strong> " " <span class="quiet">{card.post.clone()}</span></p>
            <p class="card-reach">{reach}</p>
            {remark.map(|remark| view! { <p class="card-remark quiet">{remark}</p> })}
        </div>
    }
    .into_any()
}

/// The company, and the way to another.
fn employer(work: Work, at: usize, row: Memo<Option<Row>>) -> AnyView {
    let changing = RwSignal::new(false);
    let company = Memo::new(move |_| row.get().and_then(|row| row.company));
    let is_homeless = Memo::new(move |_| company.read().is_none());
    // Who is known at another company stays there, and none is made.
    let goes_there = Memo::new(move |_| {
        row.get().is_some_and(|row| row.outcome == Outcome::New || row.filled.contains(&K::Company))
    });
    let choose = move |employer: Employer| {
        changing.set(false);
        work.decide(at, move |decision| decision.employer = Some(employer));
    };
    let line = move || {
        if changing.get() || is_homeless.get() {
            return combo(company, choose);
        }
        let Some(Company { name, is_new, near, .. }) = company.get() else { return ().into_any() };
        let badge = (is_new && goes_there.get())
            .then(|| view! { <span class="card-tag">{move || t(words::NEW_COMPANY)}</span> });
        let near = near.map(|id| alike(id, choose));
        view! {
            <p class="card-company">
                <span>{name}</span>
                {badge}
                <IconButton glyph=Glyph::Edit label=words::CHANGE_COMPANY on_press=move || changing.set(true)/>
            </p>
            {near}
        }
        .into_any()
    };
    line.into_any()
}

/// A company of the ledger that may be the same.
fn alike(id: RecordId, choose: impl Fn(Employer) + Copy + Send + Sync + 'static) -> AnyView {
    let name = move || {
        let name = session::watch(|store| values::record_name(lang(), store.state(), id));
        words::near(lang(), &name.unwrap_or_default())
    };
    view! {
        <p class="card-near">
            <span>{name}</span>
            <Button
                label=words::USE_NEAR
                kind=ButtonKind::Quiet
                on_press=move || choose(Employer::Known(id))
            />
        </p>
    }
    .into_any()
}

fn combo(
    company: Memo<Option<Company>>,
    choose: impl Fn(Employer) + Copy + Send + Sync + 'static,
) -> AnyView {
    let known = company.get_untracked().map(|company| match company.is_new {
        true => company.name,
        false => company.id.to_string(),
    });
    let value = RwSignal::new(known.unwrap_or_default());
    let search = |typed: String| record_choices(Kind::Company, &typed);
    let shown = move || {
        let chosen = value.read();
        if chosen.parse::<RecordId>().is_ok() { name_of(&chosen) } else { chosen.clone() }
    };
    let chosen = move |id: String| {
        if let Ok(id) = id.parse() {
            choose(Employer::Known(id));
        }
    };
    let named = move |name: String| choose(Employer::Named(name.trim().to_owned()));
    view! {
        <Combo
            value
            search
            shown=Signal::derive(shown)
            on_change=chosen
            on_create=named
            label=Signal::derive(|| t(words::COMPANY).to_owned())
            placeholder=Signal::derive(|| t(words::COMPANY_HINT).to_owned())
        />
    }
    .into_any()
}

/// What becomes of it.
fn fate(row: &Row) -> AnyView {
    let (outcome, filled) = (row.outcome, row.filled.clone());
    let told = move || match outcome {
        Outcome::LeftOut => t(words::LEFT_OUT).to_owned(),
        Outcome::NoCompany => t(words::NO_COMPANY).to_owned(),
        Outcome::New => t(words::NEW).to_owned(),
        Outcome::Fills { .. } => words::filled(lang(), &filled),
        Outcome::Known { .. } => t(words::KNOWN).to_owned(),
    };
    let word = match outcome {
        Outcome::LeftOut => "left-out",
        Outcome::NoCompany => "no-company",
        Outcome::New => "new",
        Outcome::Fills { .. } => "fills",
        Outcome::Known { .. } => "known",
    };
    let kept = row.kept.clone().into_iter();
    let kept = kept.map(|kept| view! { <p class="card-kept">{move || words::kept(lang(), &kept)}</p> });
    view! {
        <p data-fate=word>{told}</p>
        {kept.collect_view()}
    }
    .into_any()
}

/// Whether it is another person than the one with the same number.
fn another(work: Work, at: usize, row: Memo<Option<Row>>, own: String) -> AnyView {
    let is_another = Memo::new(move |_| {
        work.decisions.with(|all| all.get(at).is_some_and(|decision| decision.is_another))
    });
    // The name of who has the same number.
    let twin = Memo::new(move |_| {
        let row = row.get()?;
        let by_number =
            matches!(row.outcome, Outcome::Fills { by_number: true } | Outcome::Known { by_number: true });
        let other = row.kept.iter().find(|kept| kept.field == K::Name).map(|kept| kept.known.clone());
        by_number.then(|| other.unwrap_or_else(|| own.clone()))
    });
    let checked = RwSignal::new(false);
    Effect::new(move || checked.set(is_another.get()));
    let shown = move || {
        let twin = twin.get();
        (twin.is_some() || is_another.get()).then(|| {
            view! {
                {twin.map(|name| view! { <p class="card-near">{words::same_number(lang(), &name)}</p> })}
                <Checkbox
                    checked
                    label=words::ANOTHER
                    on_change=move |on| work.decide(at, |decision| decision.is_another = on)
                />
            }
        })
    };
    shown.into_any()
}
