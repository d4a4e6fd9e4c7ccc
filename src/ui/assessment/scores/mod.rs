//! 得分: what a rule sheet comes to, and what of it was published.

mod asked;
mod export;
mod suppose;

use super::scored::numbers::{Asked, Numbers, numbers, scored};
use super::scored::table::{ITEM, OPEN, ScoreTable};
use super::scored::trial::Trial;
use super::scored::worked::Worked;
use super::scored::{PUBLISHED, RESULT, SHOW, aside, awards, period_name, publish, published};
use crate::domain::RecordId;
use crate::i18n::{assess_scores as words, scoring, table as table_words};
use crate::ledger::Action;
use crate::rules::metrics::reading;
use crate::rules::scoring::examples::EXAMPLES;
use crate::rules::scoring::published::Published;
use crate::rules::scoring::worked as worked_out;
use crate::rules::scoring::{columns, follows_weight, office, with_weights};
use crate::store::Snapshot;
use crate::ui::lang::{lang, t};
use crate::ui::records::WorkSwitch;
use crate::ui::routes::{Place, Route, Work, navigate, set_query, use_query};
use crate::ui::session;
use crate::ui::sheet_file::Form;
use crate::ui::shell::Page;
use crate::ui::widgets::{
    Button, ButtonKind, Choice, DateInput, EmptyState, Field, Glyph, Menu, MenuItem, Segmented, Select,
};
use crate::web::page;
use asked::{DAY, PERIOD, SHEET, asked};
use leptos::prelude::*;
use suppose::{Suppose, SupposeBar, Suppositions};

/// Works out the first sheet before anybody asks (see [`crate::ui::unasked`]).
pub(super) fn prepare(n: usize) -> bool {
    let asked = || session::read(|store| asked::read(store, ["", "", ""])).flatten();
    match (n, untrack(asked)) {
        (0, Some(asked)) => drop(session::read(|store| numbers(store, &asked))),
        (_, Some(asked)) => drop(session::read(|store| scored(store, &asked))),
        (_, None) => return false,
    }
    n < 1
}

/// The page.
#[component]
pub fn ScoresPage() -> impl IntoView {
    let (show, result) = (use_query(SHOW), use_query(RESULT));
    let is_published = Memo::new(move |_| show.read().as_str() == PUBLISHED);
    let id = Memo::new(move |_| result.read().parse::<RecordId>().ok());
    let opened = published::result(id);
    let frozen = published::worked(opened);
    let asked = asked();
    let measured = Memo::new(move |_| {
        let asked = asked.get()?;
        session::watch(|store| numbers(store, &asked))
    });
    let (trial, suppositions) = (Trial::new(), Suppositions::new());
    let supposed = Memo::new(move |_| {
        let mut asked = asked.get()?;
        asked.day = asked.day.max(suppositions.until()?);
        let edits = suppositions.edits();
        session::watch(|store| {
            let supposed = Snapshot::supposing(store, edits);
            worked_out::numbers(&supposed, &reading(&supposed), &asked)
        })
    });
    // Another sheet is another trial.
    let kept = Memo::new(move |_| {
        asked.with(|asked| asked.as_ref().map(|asked| (asked.record, asked.sheet.clone())))
    });
    Effect::new(move || {
        kept.track();
        trial.clear();
        suppositions.clear();
    });
    let live = Memo::new(move |_| match (suppositions.is_on(), trial.is_on()) {
        (true, _) => work_out(asked, supposed, trial),
        (_, true) => work_out(asked, measured, trial),
        // Nothing is tried: as it was worked out when the records changed.
        (false, false) => asked
            .with(|asked| session::watch(|store| asked.as_ref().map(|asked| scored(store, asked))))
            .flatten()
            .unwrap_or_default(),
    });
    let worked = Memo::new(move |_| if is_published.get() { frozen.get() } else { live.get() });
    let aside = aside(worked, asked, is_published);
    let lead = move || {
        view! { <WorkSwitch place=Place::Assessment/> <Which/> }
    };
    let is_any = Memo::new(move |_| session::watch(|store| has_sheets(store.state())).unwrap_or(false));
    let chose = use_query(SHEET);
    let is_shown = Memo::new(move |_| is_any.get() || !chose.read().is_empty());
    let actions = move || {
        let title = move || match is_published.get_untracked() {
            true => {
                opened.with_untracked(|of| of.as_ref().map(|of| of.listed.name.clone())).unwrap_or_default()
            }
            false => asked.with_untracked(|asked| asked.as_ref().map(file_title)).unwrap_or_default(),
        };
        let items = move |()| {
            let save = move |form| move || export::save(&title(), &worked.read_untracked(), form);
            vec![
                MenuItem::new(table_words::EXPORT_XLSX, save(Form::Xlsx)).icon(Glyph::Download),
                MenuItem::new(table_words::EXPORT_CSV, save(Form::Csv)),
                MenuItem::heading(""),
                MenuItem::new(table_words::PRINT, page::print).icon(Glyph::Print),
            ]
        };
        let publish = move || {
            (session::is_now() && !is_published.get() && is_shown.get()).then(|| {
                let held = Signal::derive(move || suppositions.is_on());
                view! { <publish::Publish asked measured trial held after=open_result/> }
            })
        };
        view! {
            <Menu label=table_words::EXPORT icon=Glyph::Download align_end=true items=Callback::new(items)/>
            {publish}
        }
    };
    let body = move || {
        if is_published.get() {
            return match id.get() {
                Some(_) => published_body(opened, frozen),
                None => view! { <published::PublishedList/> }.into_any(),
            };
        }
        if !is_shown.get() {
            return view! { <NoSheet/> }.into_any();
        }
        let items = Signal::derive(move || {
            asked.with(|asked| asked.as_ref().map(|asked| columns(&asked.sheet).to_vec())).unwrap_or_default()
        });
        // What is tried of the weights is tried of both.
        let are = Memo::new(move |_| {
            if suppositions.is_on() { work_out(asked, measured, trial) } else { Worked::default() }
        });
        let nobody = move || {
            let none = worked.with(|worked| worked.outcome.scores.is_empty());
            none.then(|| view! { <EmptyState title=words::NOBODY_SCORED text=words::NOBODY_SCORED_TEXT/> })
        };
        view! {
            <Tools asked suppositions/>
            <TrialBar asked trial/>
            <SupposeBar all=suppositions would=live are/>
            <SheetLine asked measured/>
            <ScoreTable worked items trial/>
            {nobody}
            <awards::Awards worked/>
        }
        .into_any()
    };
    view! { <Page title=Work::Scores.title() lead actions aside><div class="scores">{body}</div></Page> }
        .into_any()
}

/// The published result at its place.
fn open_result(id: RecordId) {
    let word = id.to_string();
    navigate(Route::Work(Work::Scores).with_query([(SHOW, PUBLISHED), (RESULT, word.as_str())]));
}

fn published_body(opened: Memo<Option<Published>>, frozen: Memo<Worked>) -> AnyView {
    let back = || set_query(RESULT, "");
    view! {
        <p class="buttons"><Button label=words::ALL_RESULTS kind=ButtonKind::Quiet icon=Glyph::Back on_press=back/></p>
        <published::PublishedResult of=opened worked=frozen/>
    }
    .into_any()
}

fn has_sheets(state: &crate::ledger::State) -> bool {
    office::kept(state).iter().any(|kept| !kept.retired && kept.sheet.is_ok())
}

fn work_out(asked: Memo<Option<Asked>>, measured: Memo<Option<Numbers>>, trial: Trial) -> Worked {
    let weights = trial.weights();
    let sheet = asked.with(|asked| asked.as_ref().map(|asked| with_weights(&asked.sheet, &weights)));
    measured.with(|measured| match (sheet, measured) {
        (Some(sheet), Some(measured)) => Worked::of(sheet, measured),
        _ => Worked::default(),
    })
}

/// The name of a file: the sheet and the period.
fn file_title(asked: &Asked) -> String {
    let l = untrack(lang);
    let period =
        untrack(|| session::read(|store| period_name(store.state(), asked.period))).unwrap_or_default();
    format!("{} {period}", scoring::label(l, &asked.sheet.name))
}

/// The switch between the scores and what was published.
#[component]
fn Which() -> impl IntoView {
    let show = use_query(SHOW);
    let value = RwSignal::new(show.get_untracked());
    Effect::new(move || value.set(show.get()));
    let options = vec![Choice::new("", words::SCORES), Choice::new(PUBLISHED, words::PUBLISHED)];
    let choose = |word: String| {
        for name in [OPEN, ITEM, RESULT] {
            set_query(name, "");
        }
        set_query(SHOW, &word);
    };
    view! { <Segmented label=words::WHICH value options on_change=choose/> }
}

/// Which sheet, period and day.
#[component]
fn Tools(asked: Memo<Option<Asked>>, suppositions: Suppositions) -> impl IntoView {
    let (sheet, period, day) =
        (RwSignal::new(String::new()), RwSignal::new(String::new()), RwSignal::new(String::new()));
    let chose = use_query(SHEET);
    Effect::new(move || {
        let Some(asked) = asked.get() else { return };
        let word = asked.record.map_or_else(|| chose.get(), |id| id.to_string());
        sheet.set(word);
        period.set(asked.period.to_string());
        day.set(asked.day.to_string());
    });
    let periods =
        Signal::derive(move || asked.with(|asked| asked.as_ref().map(asked::periods)).unwrap_or_default());
    let choose_sheet = |word: String| {
        for name in [OPEN, ITEM, PERIOD] {
            set_query(name, "");
        }
        set_query(SHEET, &word);
    };
    view! {
        <div class="score-tools">
            <Field label=words::RULES><Select value=sheet options=Signal::derive(asked::sheets) on_change=choose_sheet/></Field>
            <Field label=words::PERIOD><Select value=period options=periods on_change=|word: String| set_query(PERIOD, &word)/></Field>
            <Field label=words::AS_OF><DateInput value=day on_commit=|iso: String| set_query(DAY, &iso)/></Field>
            <Suppose all=suppositions last=Memo::new(move |_| asked.with(|asked| Some(asked.as_ref()?.window.to)))/>
        </div>
    }
}

/// What the sheet says of itself: its source, its groups, ties and the day that places are compared with.
#[component]
fn SheetLine(asked: Memo<Option<Asked>>, measured: Memo<Option<Numbers>>) -> impl IntoView {
    move || {
        let l = lang();
        let asked = asked.get()?;
        let earlier = measured.with(|m| m.as_ref().and_then(|m| m.earlier.as_ref().map(|(day, _)| *day)));
        let known =
            measured.with(|m| scoring::Known::of(&asked.sheet, m.as_ref().map_or(&[][..], |m| &m.metrics)));
        let ties: Vec<String> = asked.sheet.ties.iter().map(|tie| scoring::tie(l, &known, tie)).collect();
        let (from, to) = (asked.window.from, asked.window.to);
        Some(view! {
            <p class="sheet-line">
                {words::sheet_told(l, &asked.sheet.source, &asked.version)}" "
                {words::window_told(l, from, to)}" "
                {words::ties_told(l, &ties)}" "
                {earlier.map(|day| words::earlier_told(l, day))}
            </p>
        })
    }
}

/// The bar over a trial: what it is, and the ways out of it.
#[component]
fn TrialBar(asked: Memo<Option<Asked>>, trial: Trial) -> impl IntoView {
    let save = move || {
        let Some(asked) = asked.get_untracked() else { return };
        let sheet = with_weights(&asked.sheet, &untrack(|| trial.weights()));
        let id = session::new_id(crate::domain::Kind::RuleSheet);
        let version = match asked.record {
            Some(_) => office::next_version(&asked.version),
            None => "1".to_owned(),
        };
        let edits = office::write(id, &sheet, &version, Some(session::today()));
        if session::run(Action::Create, edits) {
            let word = id.to_string();
            trial.clear();
            navigate(Route::Work(Work::Scores).with_query([(SHEET, word.as_str())]));
        }
    };
    move || {
        let asked = asked.get().filter(|_| trial.is_on())?;
        let sheet = with_weights(&asked.sheet, &trial.weights());
        let full = words::full_told(lang(), asked.sheet.full(), sheet.full());
        let bad = columns(&asked.sheet).iter().filter(|item| follows_weight(item)).any(|item| {
            trial.text(&item.key).is_some_and(|text| {
                crate::domain::Decimal::parse(&text).is_none_or(crate::domain::Decimal::is_negative)
            })
        });
        Some(view! {
            <div class="trial-bar" role="status">
                <b>{t(words::TRIAL)}</b>
                <span>{full}" "{bad.then(|| t(words::NOT_A_NUMBER))}</span>
                <Button label=words::RESTORE on_press=move || trial.clear()/>
                {session::is_now().then(|| view! { <Button label=words::SAVE_VERSION kind=ButtonKind::Primary disabled=Signal::stored(bad) on_press=save/> })}
            </div>
        })
    }
}

/// The office has no rules yet: real ones to try.
#[component]
fn NoSheet() -> impl IntoView {
    let example = |example: &'static crate::rules::scoring::examples::Example| {
        let sheet = example.sheet();
        let name = {
            let name = sheet.name.clone();
            move || scoring::label(lang(), &name)
        };
        let try_it = || set_query(SHEET, example.word);
        view! {
            <li>
                <span><b>{name}</b>" "<small>{sheet.source.clone()}</small></span>
                <Button label=words::TRY on_press=try_it/>
            </li>
        }
    };
    view! {
        <EmptyState title=words::NO_SHEET text=words::NO_SHEET_TEXT/>
        <ul class="example-list">{EXAMPLES.iter().map(example).collect_view()}</ul>
    }
}
