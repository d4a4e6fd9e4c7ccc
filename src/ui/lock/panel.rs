//! The panel in the settings.

use super::idle;
use crate::exchange::encrypted::COST;
use crate::exchange::encrypted::passphrase::{RANDOM, fit, offered};
use crate::i18n::exchange::encrypt;
use crate::i18n::{lock as words, widgets};
use crate::rules::idle::CHOICES;
use crate::store::persist::Vault;
use crate::ui::heard::heard;
use crate::ui::lang::{lang, t};
use crate::ui::protect;
use crate::ui::startup;
use crate::ui::widgets::{
    Banner, BannerKind, Button, ButtonKind, Checkbox, Choice, Confirm, Field, Select, TextInput, toast,
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
            view! { <NewPassphrase replaces=false open=setting/> }.into_any()
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
        {move || changing.get().then(|| view! { <NewPassphrase replaces=true open=changing/> })}
        {move || failed.get().then(|| view! { <Banner kind=BannerKind::Error><p>{t(words::FAILED)}</p></Banner> })}
        <Confirm open=removing title=words::REMOVE action=words::REMOVE on_confirm=remove>
            <p>{move || t(words::REMOVE_TEXT)}</p>
        </Confirm>
    }
    .into_any()
}

/// What stands against the form.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Wrong {
    Current,
    New(crate::exchange::encrypted::passphrase::Unfit),
    NoSource,
    NoRoom,
}

/// A new passphrase; with `replaces`, in the place of the present one, which is asked for.
#[component]
fn NewPassphrase(replaces: bool, open: RwSignal<bool>) -> impl IntoView {
    let current = RwSignal::new(String::new());
    let typed = RwSignal::new(String::new());
    let again = RwSignal::new(String::new());
    let made_up = RwSignal::new(None::<String>);
    let agreed = RwSignal::new(false);
    let busy = RwSignal::new(false);
    let wrong = RwSignal::new(None::<Wrong>);
    let carry_out = move || {
        let new = typed.get_untracked();
        fit(&new, &again.read_untracked()).map_err(Wrong::New)?;
        if replaces {
            let lock = protect::lock().unwrap_or_default();
            let vault =
                Vault::open(&lock, &current.read_untracked(), random::fill).map_err(|_| Wrong::Current)?;
            let vault = vault.behind(&new, COST).ok_or(Wrong::NoSource)?;
            protect::set_lock(&vault).then_some(()).ok_or(Wrong::NoRoom)
        } else {
            let vault = Vault::new(&new, COST, random::fill).ok_or(Wrong::NoSource)?;
            protect::protect(&vault).then_some(()).ok_or(Wrong::NoRoom)
        }
    };
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        if busy.get_untracked() || !agreed.get_untracked() {
            return;
        }
        busy.set(true);
        spawn_local(async move {
            // The page says that it works before it is busy for half a second.
            timer::painted().await;
            let outcome = carry_out();
            busy.try_set(false);
            if outcome.is_ok() && replaces {
                open.try_set(false);
                toast(words::CHANGED);
            }
            wrong.try_set(outcome.err());
        });
    };
    let offer = move || {
        let Some(random) = random::secret::<RANDOM>() else { return wrong.set(Some(Wrong::NoSource)) };
        let passphrase = offered(&random);
        typed.set(passphrase.clone());
        again.set(passphrase.clone());
        made_up.set(Some(passphrase));
    };
    let said = move |of: fn(Wrong) -> bool| {
        Signal::derive(move || match wrong.get().filter(|wrong| of(*wrong)) {
            Some(Wrong::Current) => t(words::WRONG).to_owned(),
            Some(Wrong::New(unfit)) => encrypt::unfit(lang(), unfit),
            Some(Wrong::NoSource) => t(encrypt::NO_SOURCE).to_owned(),
            Some(Wrong::NoRoom) => t(words::FAILED).to_owned(),
            None => String::new(),
        })
    };
    let bad_current = said(|wrong| wrong == Wrong::Current);
    let bad_new = said(|wrong| matches!(wrong, Wrong::New(_)));
    let other = said(|wrong| matches!(wrong, Wrong::NoSource | Wrong::NoRoom));
    let shown = move || {
        let made_up = made_up.get().filter(|made_up| *made_up == *typed.read());
        made_up.map(|text| view! { <p class="offered" role="status">{t(encrypt::OFFERED)} " " <code>{text}</code></p> })
    };
    let present = replaces.then(|| {
        view! {
            <Field label=words::CURRENT error=bad_current><TextInput value=current kind="password" autofocus=true/></Field>
        }
    });
    let label = if replaces { words::CHANGE } else { words::SET_IT };
    let banner = move || {
        let text = other.get();
        (!text.is_empty()).then(|| view! { <Banner kind=BannerKind::Error><p>{text.clone()}</p></Banner> })
    };
    let agree = Signal::derive(|| t(words::AGREE).to_owned());
    view! {
        <form class="new-passphrase" on:submit=heard(ev::submit, submit)>
            <Banner><p>{move || t(words::FORGOTTEN_IS_GONE)}</p></Banner>
            {present}
            <div class="twice">
                <Field label=words::NEW error=bad_new><TextInput value=typed kind="password"/></Field>
                <Field label=encrypt::AGAIN><TextInput value=again kind="password"/></Field>
            </div>
            <Button label=encrypt::OFFER kind=ButtonKind::Quiet on_press=offer/>
            {shown}
            <p class="help">{move || t(words::BEFORE)}</p>
            <Checkbox checked=agreed label=agree/>
            {banner}
            <div class="buttons">
                <Button label kind=ButtonKind::Primary submit=true busy disabled=Signal::derive(move || !agreed.get())/>
                <Button label=widgets::CANCEL kind=ButtonKind::Quiet on_press=move || open.set(false)/>
            </div>
        </form>
    }
    .into_any()
}
