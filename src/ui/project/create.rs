//! 登记项目: seven things asked first; the rest unfolds, or waits for the project's page.

use super::draft::{Draft, as_new_name, new_name};
use super::more::MoreGroups;
use super::same::MaybeSame;
use crate::domain::Kind;
use crate::domain::field::ProjectField as P;
use crate::domain::lists::List;
use crate::i18n::{Text, labels, project as words};
use crate::ui::forms::money;
use crate::ui::forms::records::{list_choices, name_of, record_choices};
use crate::ui::forms::unsaved::{self, Note, Texts};
use crate::ui::heard::heard;
use crate::ui::lang::t;
use crate::ui::routes::{Route, navigate, replace};
use crate::ui::shell::Page;
use crate::ui::widgets::{Banner, Button, ButtonKind, Combo, Confirm, Field, MoneyInput, TextInput};
use leptos::ev;
use leptos::prelude::*;

/// The page.
#[component]
pub fn NewProjectPage() -> impl IntoView {
    let draft = Draft::here();
    let note = StoredValue::new(Note::of("project"));
    let is_blank = move || untrack(|| draft.texts().is_empty());
    // What is still in the page goes before what was kept of it.
    let fill = |texts: &Texts| {
        if is_blank() {
            draft.fill(texts)
        }
    };
    unsaved::keep(note.get_value(), Texts::new(), move || draft.texts(), fill);
    let forget = move || note.with_value(|note| note.iter().for_each(Note::forget));
    let kept = !is_blank();
    let tried = RwSignal::new(false);
    // Made when it is first unfolded: most projects are registered without it.
    let more = RwSignal::new(false);
    let discarding = RwSignal::new(false);
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        tried.set(true);
        let named = !draft.name.read_untracked().trim().is_empty();
        let total_read = money::read(&draft.total.read_untracked()).is_some();
        if let Some(id) = (named && total_read).then(|| draft.register()).flatten() {
            forget();
            replace(Route::Project(id));
        }
    };
    let discard = move || {
        if is_blank() {
            navigate(Route::Board);
        } else {
            discarding.set(true);
        }
    };
    let confirmed = move || {
        draft.clear();
        forget();
        navigate(Route::Board);
    };
    let name_error = move || {
        let missing = tried.get() && draft.name.read().trim().is_empty();
        if missing { t(words::NAME_NEEDED).to_owned() } else { String::new() }
    };
    let label = |field: P| labels::field(Kind::Project, field.into()).unwrap_or(words::NOT_STATED);
    view! {
        <Page title=words::NEW narrow=true>
            {kept.then(|| view! { <Banner><p>{move || t(words::DRAFT_KEPT)}</p></Banner> })}
            <form class="new-project" on:submit=heard(ev::submit, submit)>
                <Field label=label(P::Name) error=Signal::derive(name_error) required=true>
                    <TextInput value=draft.name autofocus=true/>
                </Field>
                <MaybeSame draft/>
                <RecordChoice label=label(P::Investor) value=draft.investor kind=Kind::Company/>
                <Field label=label(P::TotalInvestment) help=words::AMOUNT_HELP>
                    <MoneyInput value=draft.total unit=money::unit() parse=money::reading/>
                </Field>
                <Field label=label(P::Industry)>
                    <Combo value=draft.industry options=Signal::derive(|| list_choices(List::Industry))/>
                </Field>
                <RecordChoice label=label(P::Unit) value=draft.unit kind=Kind::Unit/>
                <RecordChoice label=label(P::Owner) value=draft.owner kind=Kind::Person/>
                <div class="pair">
                    <Field label=label(P::Contact)><TextInput value=draft.contact/></Field>
                    <Field label=words::CONTACT_PHONE><TextInput value=draft.phone kind="tel"/></Field>
                </div>
                <details class="more" on:toggle=heard(ev::toggle, move |_| more.set(true))>
                    <summary>{move || t(words::MORE_FIELDS)}</summary>
                    {move || more.get().then(|| view! { <MoreGroups draft/> })}
                </details>
                <footer>
                    <Button label=words::REGISTER kind=ButtonKind::Primary submit=true/>
                    <Button label=words::DISCARD kind=ButtonKind::Quiet on_press=discard/>
                    <p class="help">{move || t(words::MORE_LATER)}</p>
                </footer>
            </form>
            <Confirm open=discarding title=words::DISCARD_TITLE action=words::DISCARD danger=true on_confirm=confirmed>
                <p>{move || t(words::DISCARD_TEXT)}</p>
            </Confirm>
        </Page>
    }
    .into_any()
}

/// A record chosen by name, or named to be created together with the project.
#[component]
fn RecordChoice(label: Text, value: RwSignal<String>, kind: Kind) -> impl IntoView {
    let search = move |typed: String| record_choices(kind, &typed);
    let shown = move || {
        let value = value.get();
        as_new_name(&value).map_or_else(|| name_of(&value), str::to_owned)
    };
    let create = move |name: String| value.set(new_name(&name));
    view! { <Field label><Combo value search shown=Signal::derive(shown) on_create=create/></Field> }
        .into_any()
}
