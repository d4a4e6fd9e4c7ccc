//! A new passphrase, typed twice or made up.

use super::{Banner, BannerKind, Button, ButtonKind, Field, TextInput, toast};
use crate::exchange::encrypted::passphrase::{RANDOM, Unfit, fit, offered};
use crate::i18n::Text;
use crate::i18n::exchange::encrypt as words;
use crate::ui::lang::{lang, t};
use crate::web::{files, random};
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

/// A passphrase that is being chosen.
#[derive(Clone, Copy, Default)]
pub struct Passphrase {
    typed: RwSignal<String>,
    again: RwSignal<String>,
    /// The passphrase that was made up, shown to be written down.
    offered: RwSignal<Option<String>>,
    /// What stands against it is said from the first try on.
    tried: RwSignal<bool>,
    /// The browser has no cryptographic source.
    no_source: RwSignal<bool>,
}

impl Passphrase {
    /// The passphrase, if it is taken; if not, it is said why.
    pub fn chosen(self) -> Option<String> {
        self.tried.set(true);
        untrack(|| self.unfit().is_none()).then(|| self.typed.get_untracked())
    }

    /// Says that this browser cannot make a key.
    pub fn says_no_source(self) {
        self.no_source.try_set(true);
    }

    fn unfit(self) -> Option<Unfit> {
        fit(&self.typed.read(), &self.again.read()).err().filter(|_| self.tried.get())
    }

    fn offer(self) {
        let Some(random) = random::secret::<RANDOM>() else { return self.says_no_source() };
        let passphrase = offered(&random);
        self.typed.set(passphrase.clone());
        self.again.set(passphrase.clone());
        self.offered.set(Some(passphrase));
    }
}

/// Its two fields, what stands against it, and the offer to make one up.
///
/// ```ignore
/// <NewPassphrase passphrase label=encrypt::PASSPHRASE/>
/// ```
#[component]
pub fn NewPassphrase(
    /// What is being chosen.
    passphrase: Passphrase,
    /// The name of the first field.
    label: Text,
) -> impl IntoView {
    let Passphrase { typed, again, offered, no_source, .. } = passphrase;
    let said = move |of: Unfit| {
        let unfit = passphrase.unfit().filter(|unfit| *unfit == of);
        unfit.map(|unfit| words::unfit(lang(), unfit)).unwrap_or_default()
    };
    let short = Signal::derive(move || said(Unfit::Short));
    let differs = Signal::derive(move || said(Unfit::Differs));
    let shown = move || offered.get().filter(|offered| *offered == *typed.read()).map(told);
    let refused = move || {
        let failed = no_source.get();
        failed.then(|| view! { <Banner kind=BannerKind::Error><p>{move || t(words::NO_SOURCE)}</p></Banner> })
    };
    view! {
        <div class="passphrase">
            <div class="twice">
                <Field label error=short><TextInput value=typed kind="password"/></Field>
                <Field label=words::AGAIN error=differs><TextInput value=again kind="password"/></Field>
            </div>
            <Button label=words::OFFER kind=ButtonKind::Quiet on_press=move || passphrase.offer()/>
            {shown}
            {refused}
        </div>
    }
    .into_any()
}

fn told(passphrase: String) -> AnyView {
    let copied = passphrase.clone();
    let copy = move || {
        let text = copied.clone();
        spawn_local(async move {
            if files::copy_text(&text).await {
                toast(words::COPIED);
            }
        });
    };
    view! {
        <p class="offered" role="status">
            {move || t(words::OFFERED)} " " <code>{passphrase}</code> " "
            <Button label=words::COPY kind=ButtonKind::Quiet on_press=copy/>
        </p>
    }
    .into_any()
}
