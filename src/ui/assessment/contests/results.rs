//! What was published of a round: each assessment as it was frozen, and where everybody stood then and stands now.

use super::super::scored::RESULT;
use super::super::scored::published::PublishedResult;
use super::super::scored::worked::{Worked, points_cell};
use super::{Shown, nothing};
use crate::domain::{Date, RecordId};
use crate::i18n::{Lang, assess_contests as words, assess_scores, format};
use crate::rules::scoring::publish::{Frozen, freeze};
use crate::rules::scoring::published::{self, Published};
use crate::rules::scoring::{Course, Stood, series};
use crate::ui::lang::{lang, t};
use crate::ui::routes::{A, location, set_query};
use crate::ui::session;
use crate::ui::widgets::{Button, ButtonKind, Glyph};
use leptos::prelude::*;

/// The results of the round, or the one that is open.
#[component]
pub(super) fn Results(shown: Shown, opened: Memo<Option<Published>>, frozen: Memo<Worked>) -> impl IntoView {
    let is_open = Memo::new(move |_| opened.with(Option::is_some));
    move || match is_open.get() {
        true => {
            let back = || set_query(RESULT, "");
            view! {
                <p class="buttons"><Button label=words::ALL_RESULTS kind=ButtonKind::Quiet icon=Glyph::Back on_press=back/></p>
                <PublishedResult of=opened worked=frozen/>
            }
            .into_any()
        }
        false => view! { <All shown/> }.into_any(),
    }
}

/// One result in the list.
#[derive(Clone, Debug, PartialEq)]
struct Line {
    id: RecordId,
    name: String,
    on: Option<Date>,
    as_of: Option<Date>,
    digest: String,
    frozen: Option<Frozen>,
}

#[component]
fn All(shown: Shown) -> impl IntoView {
    let lines = Memo::new(move |_| {
        let Some(round) = shown.round.get() else { return Vec::new() };
        let read = |store: &crate::store::Store| {
            let state = store.state();
            let all = published::of_contest(state, round.id).into_iter();
            let line = |listed: published::Listed| {
                let one = published::one(state, listed.id)?;
                let (id, name, on, as_of) = (listed.id, listed.name, listed.on, listed.as_of);
                Some(Line { id, name, on, as_of, digest: one.digest, frozen: one.frozen.ok() })
            };
            all.filter_map(line).collect::<Vec<_>>()
        };
        session::watch(read).unwrap_or_default()
    });
    let courses = Memo::new(move |_| {
        let now = shown.asked.with(|asked| {
            let asked = asked.as_ref()?;
            let worked = shown.worked.read();
            let (period, day) = (asked.period.to_string(), asked.day.to_string());
            Some(freeze(&worked.sheet, &worked.figures, &period, &day, asked.first_month))
        });
        lines.with(|lines| {
            let then = lines.iter().filter_map(|line| line.frozen.as_ref());
            series(&then.chain(now.as_ref()).collect::<Vec<_>>())
        })
    });
    let row = |line: Line| {
        let id = line.id.to_string();
        let to = Signal::derive(move || {
            let mut here = location();
            here.query.set(RESULT, &id);
            here
        });
        view! {
            <tr>
                <th scope="row"><A to>{line.name}</A></th>
                <td class="day">{line.on.map(format::date)}</td>
                <td class="day">{line.as_of.map(format::date)}</td>
                <td class="digest">{line.digest.get(..12).unwrap_or_default().to_owned()}</td>
            </tr>
        }
    };
    let body = move || {
        if lines.with(Vec::is_empty) {
            return nothing(words::NONE_PUBLISHED);
        }
        let heads =
            [assess_scores::RESULT_NAME, assess_scores::PUBLISHED_ON, assess_scores::AS_OF, words::DIGEST];
        let heads = heads.map(|head| view! { <th scope="col">{t(head)}</th> }).collect_view();
        view! {
            <div class="table-wrap"><table class="published-list">
                <thead><tr>{heads}</tr></thead>
                <tbody>{lines.get().into_iter().map(row).collect_view()}</tbody>
            </table></div>
        }
        .into_any()
    };
    let digits = move || shown.worked.with(|worked| worked.sheet.digits);
    let course = move || {
        let l = lang();
        let days: Vec<Option<Date>> = lines
            .with(|lines| lines.iter().filter(|line| line.frozen.is_some()).map(|line| line.as_of).collect());
        if days.is_empty() {
            return None;
        }
        let heads = days.into_iter().map(|day| words::as_of(l, day)).chain([t(words::NOW).to_owned()]);
        let heads = heads.map(|head| view! { <th scope="col" class="number">{head}</th> }).collect_view();
        let digits = digits();
        let rows = courses.get().into_iter().map(|course| course_row(l, course, digits)).collect_view();
        Some(view! {
            <section class="award-part">
                <h2>{t(words::COURSE)}</h2>
                <p class="help">{t(words::COURSE_NOTE)}</p>
                <div class="table-wrap"><table class="course">
                    <thead><tr><th scope="col">{t(words::UNIT)}</th><th scope="col">{t(words::GROUP)}</th>{heads}</tr></thead>
                    <tbody>{rows}</tbody>
                </table></div>
            </section>
        })
    };
    view! {
        <section class="award-part"><h2>{move || t(words::PUBLISHED)}</h2>{body}</section>
        {course}
    }
    .into_any()
}

fn course_row(l: Lang, course: Course, digits: u32) -> AnyView {
    let cell = |stood: Option<Stood>| {
        let text = stood.map_or_else(
            || format::DASH.to_owned(),
            |stood| words::place_and_total(l, stood.place, &points_cell(stood.total, digits)),
        );
        view! { <td class="number">{text}</td> }
    };
    view! {
        <tr>
            <th scope="row">{course.name}</th>
            <td>{course.group}</td>
            {course.stood.into_iter().map(cell).collect_view()}
        </tr>
    }
    .into_any()
}
