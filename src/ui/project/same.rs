//! A hint while a new project is typed: it may be registered already.

use super::draft::{Draft, as_new_name};
use crate::domain::RecordId;
use crate::domain::sort::Arrange;
use crate::i18n::{project as words, values};
use crate::rules::duplicates::{Facts, Finder, Profile, profile_of};
use crate::ui::forms::money;
use crate::ui::forms::records::name_of;
use crate::ui::lang::{lang, t};
use crate::ui::routes::{A, Route};
use crate::ui::session;
use leptos::prelude::*;

/// Shorter names are alike by chance.
const LONG_ENOUGH: usize = 4;
/// The most likely ones are enough.
const SHOWN: usize = 3;

/// All projects, ready to be compared with.
struct Known {
    finder: Finder,
    ids: Vec<RecordId>,
}

fn known() -> Known {
    session::read(|store| {
        let mut ids: Vec<RecordId> = store.index().projects().map(|(id, _)| id).collect();
        ids.arrange();
        let mut finder = Finder::default();
        ids.retain(|&id| {
            let profile = profile_of(store.state(), store.index().rules(), id);
            profile.map(|profile| finder.add(profile)).is_some()
        });
        Known { finder, ids }
    })
    .unwrap_or_else(|| Known { finder: Finder::default(), ids: Vec::new() })
}

/// The hint, with links to the projects that look the same.
#[component]
pub fn MaybeSame(draft: Draft) -> impl IntoView {
    // Made when the first name is long enough: it reads every project.
    let all = StoredValue::new_local(None::<Known>);
    let found = Memo::new(move |_| {
        let name = draft.name.get();
        let investor = draft.investor.get();
        let investor = as_new_name(&investor).map_or_else(|| name_of(&investor), str::to_owned);
        if name.trim().chars().count() < LONG_ENOUGH {
            return Vec::new();
        }
        let phone = draft.phone.get();
        let total = money::read(&draft.total.read()).and_then(|value| value.as_money());
        let total_yuan = session::read(|store| store.index().rules().rates.to_yuan(total?)).flatten();
        let profile = Profile::new(&Facts {
            upper_code: "",
            code: "",
            credit_code: "",
            name: &name,
            investor: &investor,
            industry: &draft.industry.read(),
            total_yuan,
            address: "",
            phones: &[&phone],
        });
        all.update_value(|all| {
            all.get_or_insert_with(known);
        });
        all.with_value(|all| {
            let Some(all) = all else { return Vec::new() };
            let findings = all.finder.find(&profile).into_iter().take(SHOWN);
            findings.filter_map(|finding| all.ids.get(finding.at).copied()).collect()
        })
    });
    let entry = |id: RecordId| {
        let name = session::read(|store| values::record_name(lang(), store.state(), id)).unwrap_or_default();
        view! { <li><A to=Route::Project(id)>{name}</A></li> }
    };
    let hint = move || {
        let found: Vec<RecordId> = found.get();
        (!found.is_empty()).then(|| {
            view! {
                <p>{t(words::MAYBE_SAME)}</p>
                <ul>{found.into_iter().map(entry).collect_view()}</ul>
            }
        })
    };
    view! { <div class="maybe-same" aria-live="polite">{hint}</div> }.into_any()
}
