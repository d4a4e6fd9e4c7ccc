//! A file to be saved is encrypted, if that is chosen.

use crate::exchange::encrypted::passphrase::{RANDOM, Unfit, fit, offered};
use crate::exchange::encrypted::{COST, EncryptedWriter, Passkey, Seed, encrypt};
use crate::i18n::exchange::encrypt as words;
use crate::ui::exchange_file::{self, ExchangeFile};
use crate::ui::lang::{lang, t};
use crate::ui::widgets::{Banner, BannerKind, Button, ButtonKind, Checkbox, Field, TextInput, toast};
use crate::web::{files, random, timer};
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

/// Whether, and with which passphrase.
#[derive(Clone, Copy)]
pub(super) struct Encryption {
    on: RwSignal<bool>,
    typed: RwSignal<String>,
    again: RwSignal<String>,
    /// The passphrase that was made up, shown to be written down.
    offered: RwSignal<Option<String>>,
    /// What stands against it is said from the first try on.
    tried: RwSignal<bool>,
    saving: RwSignal<bool>,
    /// The browser has no cryptographic source.
    failed: RwSignal<bool>,
}

impl Encryption {
    pub(super) fn new() -> Self {
        Self {
            on: RwSignal::new(false),
            typed: RwSignal::new(String::new()),
            again: RwSignal::new(String::new()),
            offered: RwSignal::new(None),
            tried: RwSignal::new(false),
            saving: RwSignal::new(false),
            failed: RwSignal::new(false),
        }
    }

    pub(super) fn is_on(self) -> bool {
        self.on.get()
    }

    pub(super) fn is_saving(self) -> bool {
        self.saving.get()
    }

    fn unfit(self) -> Option<Unfit> {
        fit(&self.typed.read(), &self.again.read()).err().filter(|_| self.tried.get())
    }

    /// Whether the passphrase is taken; if not, it is said why.
    pub(super) fn is_ready(self) -> bool {
        self.tried.set(true);
        untrack(|| self.unfit().is_none())
    }

    /// Saves a file encrypted. The passphrase stays, for a second file.
    pub(super) fn save(self, file: ExchangeFile) {
        let name = file.name.clone();
        self.seal(file, move |bytes| exchange_file::save_encrypted(&name, &bytes));
    }

    /// Begins an encrypted file that is written piece by piece, with its first bytes.
    pub(super) fn begin(self, on_begun: impl FnOnce((EncryptedWriter, Vec<u8>)) + 'static) {
        let Some(random) = random::secret() else { return self.failed.set(true) };
        self.saving.set(true);
        spawn_local(async move {
            timer::painted().await;
            if let Some(passphrase) = self.typed.try_get_untracked() {
                let seed = Seed::from_random(&random);
                on_begun(Passkey::new(&passphrase, seed.key, &seed.salt, COST).begin(&seed.nonce));
            }
            self.saving.try_set(false);
        });
    }

    /// Encrypts a file and hands it on.
    pub(super) fn seal(self, file: ExchangeFile, on_sealed: impl FnOnce(Vec<u8>) + 'static) {
        let Some(random) = random::secret() else { return self.failed.set(true) };
        self.saving.set(true);
        spawn_local(async move {
            // The page says that it works before it is busy for half a second.
            timer::painted().await;
            if let Some(passphrase) = self.typed.try_get_untracked() {
                on_sealed(encrypt(file.text.as_bytes(), &passphrase, &Seed::from_random(&random), COST));
            }
            self.saving.try_set(false);
        });
    }

    fn offer(self) {
        let Some(random) = random::secret::<RANDOM>() else { return self.failed.set(true) };
        let passphrase = offered(&random);
        self.typed.set(passphrase.clone());
        self.again.set(passphrase.clone());
        self.offered.set(Some(passphrase));
    }
}

/// The choice and the passphrase.
#[component]
pub(super) fn ChooseEncryption(encryption: Encryption) -> impl IntoView {
    let label = Signal::derive(|| t(words::ENCRYPT).to_owned());
    view! {
        <Checkbox checked=encryption.on label=label/>
        {move || encryption.on.get().then(|| view! { <Passphrase encryption/> })}
    }
    .into_any()
}

#[component]
fn Passphrase(encryption: Encryption) -> impl IntoView {
    let Encryption { typed, again, offered, failed, .. } = encryption;
    let said = move |of: Unfit| {
        let unfit = encryption.unfit().filter(|unfit| *unfit == of);
        unfit.map(|unfit| words::unfit(lang(), unfit)).unwrap_or_default()
    };
    let short = Signal::derive(move || said(Unfit::Short));
    let differs = Signal::derive(move || said(Unfit::Differs));
    let shown = move || offered.get().filter(|offered| *offered == *typed.read()).map(told);
    let no_source = move || {
        let failed = failed.get();
        failed.then(|| view! { <Banner kind=BannerKind::Error><p>{move || t(words::NO_SOURCE)}</p></Banner> })
    };
    view! {
        <fieldset class="passphrase">
            <p class="help">{move || t(words::ENCRYPT_TEXT)} " " {move || t(words::STANDARD)}</p>
            <div class="twice">
                <Field label=words::PASSPHRASE error=short>
                    <TextInput value=typed kind="password"/>
                </Field>
                <Field label=words::AGAIN error=differs><TextInput value=again kind="password"/></Field>
            </div>
            <Button label=words::OFFER kind=ButtonKind::Quiet on_press=move || encryption.offer()/>
            {shown}
            {no_source}
        </fieldset>
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
