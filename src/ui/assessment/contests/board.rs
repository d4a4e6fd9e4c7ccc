//! 战况: the places of a round by group, with the flags and why.

use super::super::scored::table::OPEN;
use super::super::scored::worked::{Worked, gain_mark, points_cell};
use super::Shown;
use crate::domain::{Kind, RecordId};
use crate::i18n::{Lang, assess_contests as words, assess_scores, scoring};
use crate::ledger::Action;
use crate::rules::nominations::{Proposed, nominate, nominations};
use crate::rules::scoring::Score;
use crate::rules::scoring::award::{Considered, Verdict};
use crate::ui::lang::{lang, t};
use crate::ui::records::sums::{Cell, Head, Sums};
use crate::ui::routes::{A, Route, Work, location};
use crate::ui::session;
use crate::ui::widgets::{Button, EmptyState, Glyph};
use leptos::prelude::*;

/// A flag, or why one that goes by the place was not given.
struct Flag {
    title: String,
    why: String,
    is_given: bool,
    is_honour: bool,
}

/// The flags of one subject.
fn flags(l: Lang, worked: &Worked, score: &Score) -> Vec<Flag> {
    let of = |considered: &&Considered| considered.subject == score.subject;
    let flag = |considered: &Considered| {
        let rule = &worked.sheet.awards[considered.award];
        let is_given = considered.verdict == Verdict::Given;
        let why = match is_given {
            true => {
                let met: Vec<String> =
                    rule.requires.iter().map(|of| scoring::condition(l, &worked.known, of)).collect();
                words::given(l, score.place, &met)
            }
            false => scoring::verdict(l, &worked.known, &worked.sheet, rule, considered.verdict),
        };
        Flag { title: scoring::label(l, &rule.title), why, is_given, is_honour: rule.honour }
    };
    worked.awards.iter().filter(of).map(flag).collect()
}

/// The places of a round; one table a group.
#[component]
pub(super) fn Board(shown: Shown, on_wall: bool) -> impl IntoView {
    let has_rules = Memo::new(move |_| shown.asked.with(Option::is_some));
    let groups = move || {
        let l = lang();
        shown.worked.with(|worked| {
            if worked.outcome.scores.is_empty() {
                return view! { <EmptyState title=assess_scores::NOBODY_SCORED text=assess_scores::NOBODY_SCORED_TEXT/> }
                    .into_any();
            }
            let groups = worked.groups();
            let lines = on_wall.then(|| lines(&groups));
            let all = groups.into_iter().map(|(name, scores)| group(l, worked, name, scores, on_wall));
            view! { <div class="groups" style:--lines=lines>{all.collect_view()}</div> }.into_any()
        })
    };
    let tools = move || {
        let round = shown.round.get().filter(|_| !on_wall)?;
        let period = round.id.to_string();
        let rules = round.rules.map(|id| id.to_string()).unwrap_or_default();
        let to =
            Route::Work(Work::Scores).with_query([("rules", rules.as_str()), ("period", period.as_str())]);
        let given = shown.worked.with(|worked| worked.awards.iter().any(|c| c.verdict == Verdict::Given));
        let propose = (given && session::is_now()).then(|| {
            view! {
                <Button
                    label=words::NOMINATE_FLAGS
                    icon=Glyph::Flag
                    title=Signal::derive(|| t(words::NOMINATE_FLAGS_HELP).to_owned())
                    on_press=move || propose(shown)
                />
            }
        });
        Some(view! { <p class="buttons">{propose}<A to=Signal::stored(to)>{t(words::ALL_SCORES)}</A></p> })
    };
    move || match has_rules.get() {
        true => view! { {tools} {groups} }.into_any(),
        false => view! { <EmptyState title=words::NO_RULES text=words::NO_RULES_TEXT/> }.into_any(),
    }
}

/// How many lines the wall has to hold: groups stand in pairs, each with its heading and its head.
fn lines(groups: &[(String, Vec<&Score>)]) -> String {
    let pair =
        |pair: &[(String, Vec<&Score>)]| pair.iter().map(|(_, scores)| scores.len()).max().unwrap_or(0) + 3;
    groups.chunks(2).map(pair).sum::<usize>().to_string()
}

fn group(l: Lang, worked: &Worked, name: String, scores: Vec<&Score>, on_wall: bool) -> AnyView {
    let row = |score: &&Score| {
        let subject = &worked.figures.subjects[score.subject];
        let points = points_cell(score.total, worked.sheet.digits);
        let points = match on_wall {
            true => points.into_any(),
            false => {
                let key = subject.key.clone();
                let to = Signal::derive(move || {
                    let mut here = location();
                    here.query.set(OPEN, &key);
                    here
                });
                let label = assess_scores::cell_label(l, &subject.name, t(words::SCORE), &points);
                view! { <A to><span aria-hidden="true">{points}</span><span class="visually-hidden">{label}</span></A> }
                    .into_any()
            }
        };
        let flags = flags(l, worked, score).into_iter().map(|flag| match flag.is_given {
            true => view! { <b class="flag" data-honour=flag.is_honour.to_string()>{flag.title}</b>" "<small>{flag.why}</small> }.into_any(),
            false => view! { <small class="quiet">{flag.title}" "{flag.why}</small> }.into_any(),
        });
        let place = score.place.map(|place| place.to_string()).unwrap_or_default();
        view! {
            <tr>
                <td class="number place">{place}</td>
                <td class="moved"><small>{gain_mark(worked.gained(score))}</small></td>
                <th scope="row">{subject.name.clone()}</th>
                <td class="number total">{points}</td>
                <td class="flags">{flags.collect_view()}</td>
            </tr>
        }
    };
    let count = words::units(l, scores.len());
    let heading = (!name.is_empty()).then(|| view! { <h2>{name}" "<small>{count}</small></h2> });
    view! {
        <section class="group">
            {heading}
            <div class="table-wrap">
                <table>
                    <thead><tr>
                        <th scope="col" class="number">{t(words::PLACE)}</th>
                        <td></td>
                        <th scope="col">{t(words::UNIT)}</th>
                        <th scope="col" class="number">{t(words::SCORE)}</th>
                        <th scope="col">{t(words::FLAGS)}</th>
                    </tr></thead>
                    <tbody>{scores.iter().map(row).collect_view()}</tbody>
                </table>
            </div>
        </section>
    }
    .into_any()
}

/// The board as a file.
pub(super) fn sums(worked: &Worked) -> Sums {
    let l = lang();
    let mut rows = Vec::new();
    for (group, scores) in worked.groups() {
        for score in scores {
            let told = flags(l, worked, score).into_iter().map(|flag| match flag.is_given {
                true => flag.title,
                false => [flag.title, flag.why].join(" "),
            });
            rows.push(vec![
                Cell::words(worked.figures.subjects[score.subject].name.clone()),
                Cell::words(group.clone()),
                score.place.map_or_else(Cell::default, Cell::count),
                Cell::words(gain_mark(worked.gained(score))),
                Cell::measured(crate::rules::metrics::Unit::Point, score.total),
                Cell::words(told.collect::<Vec<_>>().join("; ")),
            ]);
        }
    }
    let heads = vec![
        Head::words(t(words::UNIT)),
        Head::words(t(words::GROUP)),
        Head::number(t(words::PLACE)),
        Head::words(t(words::MOVED)),
        Head::number(t(words::SCORE)),
        Head::words(t(words::FLAGS)),
    ];
    Sums { heads, rows: rows.into(), total: None }
}

/// Proposes everybody who has a flag by the ranking of now and is not proposed yet.
fn propose(shown: Shown) {
    let Some(round) = shown.round.get_untracked() else { return };
    let l = untrack(lang);
    let known = session::read(|store| nominations(store.state(), round.id)).unwrap_or_default();
    let edits = shown.worked.with_untracked(|worked| {
        let given = worked.awards.iter().filter(|c| c.verdict == Verdict::Given);
        let mut edits = Vec::new();
        for considered in given {
            let rule = &worked.sheet.awards[considered.award];
            let subject = &worked.figures.subjects[considered.subject];
            let unit = subject.key.parse::<RecordId>().ok().filter(|id| id.kind == Kind::Unit);
            if unit.is_none() || known.iter().any(|one| one.stands_for(&rule.key, unit, None)) {
                continue;
            }
            let score = &worked.outcome.scores[considered.subject];
            let met: Vec<String> =
                rule.requires.iter().map(|of| scoring::condition(l, &worked.known, of)).collect();
            let why = words::given(l, score.place, &met);
            let reason = words::flag_reason(l, &round.name, &subject.group, &why);
            let proposed = Proposed { award: rule.key.clone(), unit, reason, ..Proposed::default() };
            let id = session::new_id(Kind::Nomination);
            edits.extend(nominate(id, round.id, &proposed, session::today()));
        }
        edits
    });
    if edits.is_empty() || session::run(Action::Create, edits) {
        crate::ui::routes::set_query(super::SHOW, super::AWARDS);
    }
}
