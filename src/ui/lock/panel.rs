//! The panel in the settings.

use super::idle;
use crate::exchange::encrypted::COST;
use crate::i18n::{Text, lock as words, widgets};
use crate::rules::idle::CHOICES;
use crate::store::persist::Vault;
use crate::ui::heard::heard;
use crate::ui::lang::{lang, t};
use crate::ui::protect;
use crate::ui::startup;
use crate::ui::widgets::{
    Banner, BannerKind, Button, ButtonKind, Checkbox, Choice, Confirm, Field, NewPassphrase, Passphrase,
    Select, TextInput, toast,
};
use crate::web::{page, random, timer};
use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::SubmitEvent;

/// The panel; nothing in the sample county, which is nobody's secret.
#[component]
pub fn Protection() -> impl IntoView {
    let body = || {
        if protect::lock().is_some() {
            view! { <Locked/> }.into_any()
        } else {
            view! { <Unlocked/> }.into_any()
        }
    };
    move || {
        (!startup::is_sample()).then(|| {
            view! {
                <section class="protection" aria-label=move || t(words::PASSCODE)>
                    <h3>{move || t(words::PASSCODE)}</h3>
                    {body()}
                </section>
            }
        })
    }
}

/// Before there is one.
#[component]
fn Unlocked() -> impl IntoView {
    let setting = RwSignal::new(false);
    view! {
        <p class="help">{move || t(words::TEXT)}</p>
        {move || if setting.get() {
            view! { <SetPassphrase replaces=false open=setting/> }.into_any()
        } else {
            view! { <Button label=words::SET on_press=move || setting.set(true)/> }.into_any()
        }}
    }
    .into_any()
}

/// While there is one.
#[component]
fn Locked() -> impl IntoView {
    let changing = RwSignal::new(false);
    let removing = RwSignal::new(false);
    let failed = RwSignal::new(false);
    let minutes = RwSignal::new(idle::minutes().to_string());
    let choices = || CHOICES.map(|n| Choice::new(n.to_string(), words::minutes(lang(), n))).to_vec();
    let remove = move || {
        if !protect::unprotect() {
            failed.set(true);
        }
    };
    let unfinished = protect::unfinished().is_some().then(|| {
        view! { <Banner><p>{move || t(words::UNFINISHED)}</p></Banner> }
    });
    let set = move |value: String| {
        if let Ok(minutes) = value.parse() {
            idle::set_minutes(minutes);
        }
    };
    view! {
        <p class="help">{move || t(words::ON)}</p>
        {unfinished}
        <Field label=words::IDLE><Select value=minutes options=Signal::derive(choices) on_change=set/></Field>
        <div class="buttons">
            <Button label=words::LOCK_NOW on_press=page::reload/>
            <Button label=words::CHANGE kind=ButtonKind::Quiet on_press=move || changing.set(true)/>
            <Button label=words::REMOVE kind=ButtonKind::Quiet on_press=move || removing.set(true)/>
        </div>
        {move || changing.get().then(|| view! { <SetPassphrase replaces=true open=changing/> })}
        {move || failed.get().then(|| view! { <Banner kind=BannerKind::Error><p>{t(words::FAILED)}</p></Banner> })}
        <Confirm open=removing title=words::REMOVE action=words::REMOVE on_confirm=remove>
            <p>{move || t(words::REMOVE_TEXT)}</p>
        </Confirm>
    }
    .into_any()
}

/// What stands against the form, beside the new passphrase itself.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Wrong {
    Current,
    NoRoom,
}

/// The form of a new passphrase; with `replaces`, in the place of the present one, which is asked for.
#[component]
fn SetPassphrase(replaces: bool, open: RwSignal<bool>) -> impl IntoView {
    let current = RwSignal::new(String::new());
    let passphrase = Passphrase::default();
    let agreed = RwSignal::new(false);
    let busy = RwSignal::new(false);
    let wrong = RwSignal::new(None::<Wrong>);
    // Without a source of chance the field of the passphrase says so.
    let carry_out = move |new: &str| {
        let no_source = || passphrase.says_no_source();
        if replaces {
            let lock = protect::lock().unwrap_or_default();
            let Ok(vault) = Vault::open(&lock, &current.read_untracked(), random::fill) else {
                return Err(Some(Wrong::Current));
            };
            let vault = vault.behind(new, COST).ok_or_else(no_source).map_err(|()| None)?;
            protect::set_lock(&vault).then_some(()).ok_or(Some(Wrong::NoRoom))
        } else {
            let vault = Vault::new(new, COST, random::fill).ok_or_else(no_source).map_err(|()| None)?;
            protect::protect(&vault).then_some(()).ok_or(Some(Wrong::NoRoom))
        }
    };
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        if busy.get_untracked() || !agreed.get_untracked() {
            return;
        }
        let Some(new) = passphrase.chosen() else { return };
        busy.set(true);
        spawn_local(async move {
            // The page says that it works before it is busy for half a second.
            timer::painted().await;
            let outcome = carry_out(&new);
            busy.try_set(false);
            if outcome.is_ok() && replaces {
                open.try_set(false);
                toast(words::CHANGED);
            }
            wrong.try_set(outcome.err().flatten());
        });
    };
    let said = move |of: Wrong, text: Text| {
        Signal::derive(move || if wrong.get() == Some(of) { t(text).to_owned() } else { String::new() })
    };
    let bad_current = said(Wrong::Current, words::WRONG);
    let present = replaces.then(|| {
        view! {
            <Field label=words::CURRENT error=bad_current><TextInput value=current kind="password" autofocus=true/></Field>
        }
    });
    let label = if replaces { words::CHANGE } else { words::SET_IT };
    let no_room = move || {
        let failed = wrong.get() == Some(Wrong::NoRoom);
        failed.then(|| view! { <Banner kind=BannerKind::Error><p>{move || t(words::FAILED)}</p></Banner> })
    };
    let agree = Signal::derive(|| t(words::AGREE).to_owned());
    view! {
        <form class="new-passphrase" on:submit=heard(ev::submit, submit)>
            <Banner><p>{move || t(words::FORGOTTEN_IS_GONE)}</p></Banner>
            {present}
            <NewPassphrase passphrase label=words::NEW/>
            <p class="help">{move || t(words::BEFORE)}</p>
            <Checkbox checked=agreed label=agree/>
            {no_room}
            <div class="buttons">
                <Button label kind=ButtonKind::Primary submit=true busy disabled=Signal::derive(move || !agreed.get())/>
                <Button label=widgets::CANCEL kind=ButtonKind::Quiet on_press=move || open.set(false)/>
            </div>
        </form>
    }
    .into_any()
}
