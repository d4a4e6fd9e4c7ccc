//! 会议材料: everything for the meeting in one file.

use super::Shell;
use super::made::meeting;
use super::paper::{PaperActions, PaperView};
use crate::domain::RecordId;
use crate::i18n::assess_bulletins as words;
use crate::rules::bulletin::pack::Pack;
use crate::rules::bulletin::{all, read};
use crate::rules::metrics::Cycle;
use crate::rules::targets::Period;
use crate::ui::assessment::period::{first_month, follow};
use crate::ui::lang::{lang, t};
use crate::ui::routes::{set_query, use_query};
use crate::ui::session;
use crate::ui::widgets::{Banner, BannerKind, Choice, Field, Select};
use leptos::prelude::*;

/// What the address calls the bulletin that a pack begins with.
const WITH: &str = "with";
/// What it says for none.
const WITHOUT: &str = "none";

/// The view.
#[component]
pub(super) fn PackView() -> impl IntoView {
    let with = use_query(WITH);
    // Without a choice it is the latest one.
    let of = Memo::new(move |_| {
        let asked = with.get();
        session::watch(|store| {
            let state = store.state();
            if asked == WITHOUT {
                return None;
            }
            let asked = asked.parse::<RecordId>().ok().and_then(|id| read(state, id));
            asked.or_else(|| all(state).into_iter().next())
        })
        .flatten()
    });
    let pack = Memo::new(move |_| {
        let (l, of) = (lang(), of.get());
        let today = session::watch(|_| session::today()).unwrap_or_else(session::today);
        let month = Period::of(Cycle::Month, today, first_month());
        session::watch(|store| meeting(store, l, of.as_ref(), month, today)).flatten().unwrap_or_default()
    });
    let paper = Memo::new(move |_| pack.with(|pack: &Pack| pack.paper.clone()));
    let value =
        follow(move || of.with(|of| of.as_ref().map_or_else(|| WITHOUT.to_owned(), |of| of.id.to_string())));
    let options = Signal::derive(move || {
        let all = session::watch(|store| all(store.state())).unwrap_or_default();
        let none = Choice::new(WITHOUT, words::NO_BULLETIN);
        all.into_iter().map(|of| Choice::new(of.id.to_string(), of.name)).chain([none]).collect::<Vec<_>>()
    });
    let unknown = move || {
        let names = pack.with(|pack| pack.unknown.clone());
        (!names.is_empty()).then(|| {
            view! { <Banner kind=BannerKind::Warning><p>{words::unknown(lang(), &names)}</p></Banner> }
        })
    };
    let actions = move || view! { <PaperActions paper/> };
    view! {
        <Shell part="pack" actions>
            <div class="pickers">
                <Field label=words::BULLETIN>
                    <Select value options on_change=|word: String| set_query(WITH, &word)/>
                </Field>
            </div>
            <p class="help">{move || t(words::PACK_HELP)}</p>
            <div role="status">{unknown}</div>
            <PaperView paper/>
        </Shell>
    }
    .into_any()
}
