//! One bulletin: its texts at the left, the paper at the right, written anew at every key.

use super::made::{language, materials};
use super::names::Names;
use super::paper::{PaperActions, PaperView};
use super::{OPEN, Shell};
use crate::domain::field::BulletinField as B;
use crate::domain::{Date, RecordId, Value};
use crate::i18n::{assess_bulletins as words, labels, papers};
use crate::ledger::{Action, Edit};
use crate::rules::bulletin::tables::Which;
use crate::rules::bulletin::{Bulletin, Paper, SECTIONS, Words, Written, read, tables_text};
use crate::ui::lang::{lang, t};
use crate::ui::routes::set_query;
use crate::ui::session;
use crate::ui::widgets::{
    Banner, BannerKind, Button, ButtonKind, Checkbox, DateInput, EmptyState, Field, Glyph, TextArea,
    TextInput,
};
use leptos::html;
use leptos::prelude::*;

/// One bulletin.
#[component]
pub(super) fn Editor(id: RecordId) -> impl IntoView {
    let kept = Memo::new(move |_| session::watch(|store| read(store.state(), id)).flatten());
    let drafts: [RwSignal<String>; 4] = [(); 4].map(|()| RwSignal::new(String::new()));
    // What is typed follows the record, whoever writes it: Undo, a colleague.
    Effect::new(move || {
        let texts = kept.with(|kept| kept.as_ref().map(|kept| kept.texts.clone())).unwrap_or_default();
        for (draft, text) in drafts.into_iter().zip(texts) {
            if draft.with_untracked(|draft| *draft != text) {
                draft.set(text);
            }
        }
    });
    // The numbers do not depend on the texts, so a key costs no counting.
    let asked = Memo::new(move |_| {
        kept.with(|kept| {
            let mut of = kept.clone()?;
            let l = language(&of, lang());
            of.texts = Default::default();
            Some((l, of))
        })
    });
    let made = Memo::new(move |_| {
        let (l, of) = asked.get()?;
        session::watch(|store| materials(store, l, &of)).flatten()
    });
    let written = Memo::new(move |_| {
        let texts = drafts.map(|draft| draft.get());
        made.with(|made| made.as_ref().map(|(material, known)| material.fill(&texts, known)))
            .unwrap_or_default()
    });
    let paper = Memo::new(move |_| written.with(|written: &Written| written.paper.clone()));
    let is_there = Memo::new(move |_| kept.with(Option::is_some));
    let actions = move || is_there.get().then(|| view! { <PaperActions paper/> });
    let body = move || {
        if is_there.get() {
            view! { <Desk id kept drafts made written paper/> }.into_any()
        } else {
            view! {
                <EmptyState title=words::GONE text=words::GONE_TEXT>
                    <Button label=words::BACK on_press=|| set_query(OPEN, "")/>
                </EmptyState>
            }
            .into_any()
        }
    };
    view! { <Shell part="" actions>{body}</Shell> }.into_any()
}

type Made = Option<(crate::rules::bulletin::Material, crate::rules::bulletin::Known)>;

/// The two halves of the page.
#[component]
fn Desk(
    id: RecordId,
    kept: Memo<Option<Bulletin>>,
    drafts: [RwSignal<String>; 4],
    made: Memo<Made>,
    written: Memo<Written>,
    paper: Memo<Paper>,
) -> impl IntoView {
    let areas: [NodeRef<html::Textarea>; 4] = [(); 4].map(|()| NodeRef::new());
    let last = RwSignal::new(0_usize);
    let put = move |edits: Vec<Edit>| {
        session::run(Action::Edit, edits);
    };
    let save = move |at: usize, text: String| put(vec![Edit::new(id, SECTIONS[at], Value::text(&text))]);
    // A name goes where the cursor was last.
    let insert = move |name: String| {
        let at = last.get_untracked();
        let Some(area) = areas[at].get_untracked() else { return };
        let _ = area.set_range_text(&format!("{{{name}}}"));
        let end = area.selection_end().ok().flatten();
        drafts[at].set(area.value());
        save(at, area.value());
        let _ = area.focus();
        if let Some(end) = end {
            let _ = area.set_selection_range(end, end);
        }
    };
    let is_past = Signal::derive(|| !session::is_now());
    let section = move |at: usize| {
        let label = labels::field(crate::domain::Kind::Bulletin, SECTIONS[at].into());
        label.map(|label| {
            view! {
                <div on:focusin=move |_| last.set(at)>
                    <Field label>
                        <TextArea
                            value=drafts[at]
                            rows=5
                            disabled=is_past
                            node_ref=areas[at]
                            on_commit=move |text: String| save(at, text)
                        />
                    </Field>
                </div>
            }
        })
    };
    let unknown = move || {
        let names = written.with(|written| written.unknown.clone());
        (!names.is_empty()).then(|| {
            view! { <Banner kind=BannerKind::Warning><p>{words::unknown(lang(), &names)}</p></Banner> }
        })
    };
    let usual = move || {
        let l = untrack(lang);
        let period = kept.with_untracked(|kept| kept.as_ref().and_then(|kept| kept.period));
        let Some(period) = period else { return };
        let texts = papers::usual_texts(l, period);
        put(SECTIONS
            .into_iter()
            .zip(&texts)
            .map(|(field, text)| Edit::new(id, field, Value::text(text)))
            .collect());
    };
    let delete = move || {
        if session::run(Action::Delete, vec![Edit::delete(id)]) {
            set_query(OPEN, "");
        }
    };
    view! {
        <div class="bulletin">
            <div class="bulletin-form">
                <div><Button label=words::BACK on_press=|| set_query(OPEN, "")/></div>
                <Head kept put=Callback::new(put)/>
                <h2>{move || t(words::TEXTS)}</h2>
                <p class="help">{move || t(words::TEXTS_HELP)}</p>
                <div role="status">{unknown}</div>
                {(0..4).map(section).collect_view()}
                <Names made insert=Callback::new(insert) disabled=is_past/>
                <Attached kept put=Callback::new(move |tables: Vec<Which>| {
                    put(vec![Edit::new(id, B::Tables, Value::text(&tables_text(&tables)))]);
                })/>
                {move || session::is_now().then(|| view! {
                    <p class="buttons">
                        <Button label=words::USUAL kind=ButtonKind::Quiet icon=Glyph::History on_press=usual/>
                        <Button label=words::DELETE kind=ButtonKind::Quiet icon=Glyph::Trash on_press=delete/>
                    </p>
                })}
            </div>
            <div class="bulletin-paper">
                <PaperView paper/>
                <p class="help">{move || t(words::BEHIND)}</p>
            </div>
        </div>
    }
    .into_any()
}

fn iso(day: Option<Date>) -> String {
    day.map(|day| day.to_string()).unwrap_or_default()
}

/// The name and the days.
#[component]
fn Head(kept: Memo<Option<Bulletin>>, put: Callback<Vec<Edit>>) -> impl IntoView {
    let of = move |read: fn(&Bulletin) -> String| {
        let value = RwSignal::new(String::new());
        Effect::new(move || value.set(kept.with(|kept| kept.as_ref().map(read)).unwrap_or_default()));
        value
    };
    let name = of(|kept| kept.name.clone());
    let as_of = of(|kept| iso(kept.as_of));
    let on = of(|kept| iso(kept.on));
    let id = move || kept.with_untracked(|kept| kept.as_ref().map(|kept| kept.id));
    let text = move |text: String| {
        if let Some(id) = id() {
            put.run(vec![Edit::new(id, B::Name, Value::text(&text))]);
        }
    };
    let date = move |field: B| {
        move |iso: String| {
            if let Some(id) = id() {
                let value = Date::parse_iso(&iso).map_or(Value::Empty, Value::Date);
                put.run(vec![Edit::new(id, field, value)]);
            }
        }
    };
    let is_past = Signal::derive(|| !session::is_now());
    view! {
        <Field label=words::NAME><TextInput value=name disabled=is_past on_commit=text/></Field>
        <div class="pair">
            <Field label=words::AS_OF><DateInput value=as_of disabled=is_past on_commit=date(B::AsOf)/></Field>
            <Field label=words::ISSUED><DateInput value=on disabled=is_past on_commit=date(B::On)/></Field>
        </div>
    }
    .into_any()
}

/// Which tables go with it.
#[component]
fn Attached(kept: Memo<Option<Bulletin>>, put: Callback<Vec<Which>>) -> impl IntoView {
    let tables = Memo::new(move |_| {
        kept.with(|kept| kept.as_ref().map(|kept| kept.tables.clone())).unwrap_or_default()
    });
    let one = move |which: Which| {
        let checked = RwSignal::new(false);
        Effect::new(move || checked.set(tables.with(|tables| tables.contains(&which))));
        let change = move |on: bool| {
            let mut new = tables.get_untracked();
            new.retain(|other| *other != which);
            if on {
                new.push(which);
            }
            new.sort_unstable();
            put.run(new);
        };
        let label = Signal::derive(move || lang().say(which.title()));
        view! { <Checkbox checked label on_change=change disabled=Signal::derive(|| !session::is_now())/> }
    };
    view! {
        <details class="attached">
            <summary>{move || t(words::ATTACHED)}" "{move || tables.with(Vec::len)}</summary>
            {Which::ALL.into_iter().map(one).collect_view()}
        </details>
    }
    .into_any()
}
