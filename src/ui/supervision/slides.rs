//! A slide show of findings: one a slide, over the whole window; on paper one a page.

use crate::domain::field::InspectionField as Y;
use crate::domain::{Kind, RecordId};
use crate::i18n::{format, inspection as words, labels, values};
use crate::ledger::State;
use crate::rules::attachments::attachment;
use crate::rules::inspect::{Standing, findings, rounds, standing};
use crate::store::Store;
use crate::ui::attachments::look;
use crate::ui::forms::project::picture::{Shown, whole};
use crate::ui::heard::heard;
use crate::ui::lang::{lang, t};
use crate::ui::routes::{set_query, use_query};
use crate::ui::session;
use crate::ui::shell::page_title;
use crate::ui::widgets::{Button, ButtonKind, Choice, EmptyState, Glyph, IconButton, Level, Light, Select};
use crate::web::{page, timer};
use leptos::ev;
use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent};

/// What the address calls the way the page is shown.
pub(super) const SHOW: &str = "show";
/// Its word for slides.
pub(super) const SLIDES: &str = "slides";
/// What the address calls the round that is shown; a word that no round has stands for all of them.
const ROUND: &str = "round";
const ALL: &str = "*";
/// The most photos of one slide.
const PHOTOS: usize = 4;

/// One slide.
#[derive(Clone, Debug, PartialEq)]
struct Slide {
    title: String,
    standing: Standing,
    /// Names and values, in order.
    facts: Vec<(String, String)>,
    /// The contents of its photos.
    photos: Vec<String>,
}

/// The slides of the round asked for; of the latest where none is.
#[component]
pub(super) fn Slides() -> impl IntoView {
    page_title(Signal::derive(|| t(words::SLIDES).to_owned()));
    look();
    let asked = use_query(ROUND);
    let known = Memo::new(|_| session::watch(|store| rounds(store.state())).unwrap_or_default());
    let round = Memo::new(move |_| match asked.get() {
        asked if asked == ALL => String::new(),
        asked if asked.is_empty() => known.read().first().cloned().unwrap_or_default(),
        asked => asked,
    });
    let slides = Memo::new(move |_| {
        let round = round.get();
        let of = Some(&*round).filter(|round| !round.is_empty());
        session::watch(|store| {
            findings(store.state(), of).into_iter().map(|id| slide(store, id)).collect::<Vec<_>>()
        })
        .unwrap_or_default()
    });
    let at = RwSignal::new(0usize);
    Effect::new(move || {
        round.track();
        at.set(0);
    });
    let count = Memo::new(move |_| slides.read().len());
    let step = move |by: isize| {
        let last = count.get_untracked().saturating_sub(1);
        at.update(|at| *at = at.saturating_add_signed(by).min(last));
    };
    let end = move || {
        set_query(ROUND, "");
        set_query(SHOW, "");
    };
    // Photos are read when their slide comes, or before all are printed.
    let all = RwSignal::new(false);
    let reading = RwSignal::new(0usize);
    let waits_for_print = RwSignal::new(false);
    Effect::new(move || {
        if waits_for_print.get() && reading.get() == 0 {
            waits_for_print.set(false);
            timer::next_frame(page::print);
        }
    });
    let print = move || {
        all.set(true);
        timer::next_frame(move || {
            waits_for_print.try_set(true);
        });
    };
    let keys = move |event: KeyboardEvent| {
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let is = |selector: &str| target.as_ref().is_some_and(|t| t.matches(selector).unwrap_or(false));
        match event.key().as_str() {
            // The choice of a round takes its own keys, and the space bar presses a button.
            key if key != "Escape" && is("select") => return,
            " " if is("button") => return,
            "ArrowRight" | "ArrowDown" | "PageDown" | " " => step(1),
            "ArrowLeft" | "ArrowUp" | "PageUp" => step(-1),
            "Home" => at.set(0),
            "End" => step(isize::MAX),
            "Escape" => end(),
            _ => return,
        }
        event.prevent_default();
    };
    let stage: NodeRef<html::Section> = NodeRef::new();
    Effect::new(move || {
        if let Some(stage) = stage.get() {
            // Refused only where it has left the page.
            let _ = stage.focus();
        }
    });
    let each = move || {
        let slides = slides.get();
        if slides.is_empty() {
            return view! { <EmptyState title=words::NONE text=words::NONE_TEXT/> }.into_any();
        }
        let one = |(n, slide)| one(n, slide, at, all, reading);
        view! { {slides.into_iter().enumerate().map(one).collect_view()} }.into_any()
    };
    let place = move || words::place((at.get() + 1).min(count.get()), count.get());
    let rounds = Signal::derive(move || {
        let each = known.get().into_iter().map(|round| Choice::new(round.clone(), round));
        [Choice::new(ALL, words::ALL_ROUNDS)].into_iter().chain(each).collect::<Vec<_>>()
    });
    let value = RwSignal::new(String::new());
    Effect::new(move || value.set(Some(round.get()).filter(|r| !r.is_empty()).unwrap_or(ALL.to_owned())));
    view! {
        <section
            class="slides"
            tabindex="-1"
            aria-label=move || t(words::SLIDES)
            node_ref=stage
            on:keydown=heard(ev::keydown, keys)
        >
            {each}
            <footer>
                <Select value options=rounds label=words::ROUND on_change=|round: String| set_query(ROUND, &round)/>
                <IconButton glyph=Glyph::ChevronLeft label=words::PREVIOUS on_press=move || step(-1)/>
                <output>{place}</output>
                <IconButton glyph=Glyph::ChevronRight label=words::NEXT on_press=move || step(1)/>
                <Button label=words::PRINT kind=ButtonKind::Quiet icon=Glyph::Print on_press=print/>
                <Button label=words::END kind=ButtonKind::Quiet icon=Glyph::Close on_press=end/>
            </footer>
        </section>
    }
    .into_any()
}

/// A slide; on the screen it is seen only while it is its turn.
fn one(
    n: usize,
    slide: Slide,
    at: RwSignal<usize>,
    all: RwSignal<bool>,
    reading: RwSignal<usize>,
) -> AnyView {
    let Slide { title, standing, facts, photos } = slide;
    // Once read they stay.
    let is_read = RwSignal::new(false);
    Effect::new(move || {
        if at.get() == n || all.get() {
            is_read.set(true);
        }
    });
    let count = photos.len();
    let photos = StoredValue::new(photos);
    let pictures = move || {
        is_read.get().then(|| {
            photos.get_value().into_iter().map(|digest| view! { <Photo digest reading/> }).collect_view()
        })
    };
    let pictures = (count > 0).then(|| view! { <div class="photos" data-count=count>{pictures}</div> });
    let light = match standing {
        Standing::Overdue => view! { <Light level=Level::Red words=words::OVERDUE/> }.into_any(),
        Standing::Open => view! { <Light level=Level::Yellow words=words::OPEN/> }.into_any(),
        Standing::Corrected => view! { <Light level=Level::Green words=words::CORRECTED/> }.into_any(),
    };
    let facts =
        facts.into_iter().map(|(name, value)| view! { <dt>{name}</dt> <dd>{value}</dd> }).collect_view();
    view! {
        <article data-current=move || (at.get() == n).to_string() data-photos=(count > 0).to_string()>
            <header><h1>{title}</h1> {light}</header>
            <div class="content">
                {pictures}
                <dl>{facts}</dl>
            </div>
        </article>
    }
    .into_any()
}

#[component]
fn Photo(digest: String, reading: RwSignal<usize>) -> impl IntoView {
    reading.update(|n| *n += 1);
    let showing = whole(digest);
    let is_done = Memo::new(move |_| showing.with(|shown| !matches!(shown, Shown::Loading)));
    Effect::new(move |before: Option<bool>| {
        let is_done = is_done.get();
        if is_done && before != Some(true) {
            reading.update(|n| *n = n.saturating_sub(1));
        }
        is_done
    });
    move || {
        showing.with(|shown| match shown {
            Shown::At(url, format) if format.is_picture() => {
                Some(view! { <img src=url.address().to_owned() alt=""/> })
            }
            _ => None,
        })
    }
}

fn slide(store: &Store, id: RecordId) -> Slide {
    let l = lang();
    let state: &State = store.state();
    let name = |field: Y| labels::field(Kind::Inspection, field.field()).map(|text| text.get(l).to_owned());
    let text = |field: Y| state.get(id, field).as_text().unwrap_or_default().to_owned();
    let date = |field: Y| state.get(id, field).as_date().map(format::date).unwrap_or_default();
    let to = |field: Y| {
        let to = state.get(id, field).as_ref_id();
        to.map(|to| values::record_name(l, state, to)).unwrap_or_default()
    };
    let facts = [
        (Y::Place, text(Y::Place)),
        (Y::On, date(Y::On)),
        (Y::Unit, to(Y::Unit)),
        (Y::Project, to(Y::Project)),
        (Y::Content, text(Y::Content)),
        (Y::DueOn, date(Y::DueOn)),
        (Y::CorrectedOn, date(Y::CorrectedOn)),
        (Y::Correction, text(Y::Correction)),
    ];
    let facts = facts.into_iter().filter(|(_, value)| !value.is_empty());
    let photos = store.index().of(Kind::Attachment, id).iter().map(|&file| attachment(state, file).digest);
    Slide {
        title: values::record_title(l, state, id),
        standing: state.record(id).map_or(Standing::Open, |finding| standing(finding, session::today())),
        facts: facts.filter_map(|(field, value)| Some((name(field)?, value))).collect(),
        photos: photos.filter(|digest| !digest.is_empty()).take(PHOTOS).collect(),
    }
}
