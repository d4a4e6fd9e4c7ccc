//! A file to be saved is encrypted, if that is chosen.

use crate::exchange::encrypted::{COST, EncryptedWriter, Passkey, Seed, encrypt};
use crate::i18n::exchange::encrypt as words;
use crate::ui::exchange_file::{self, ExchangeFile};
use crate::ui::lang::t;
use crate::ui::widgets::{Checkbox, NewPassphrase, Passphrase};
use crate::web::{random, timer};
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

/// Whether, and with which passphrase.
#[derive(Clone, Copy)]
pub(super) struct Encryption {
    on: RwSignal<bool>,
    passphrase: Passphrase,
    saving: RwSignal<bool>,
}

impl Encryption {
    pub(super) fn new() -> Self {
        Self { on: RwSignal::new(false), passphrase: Passphrase::default(), saving: RwSignal::new(false) }
    }

    pub(super) fn is_on(self) -> bool {
        self.on.get()
    }

    pub(super) fn is_saving(self) -> bool {
        self.saving.get()
    }

    /// Whether the file can be made: not encrypted, or with a passphrase that is taken; if not, it is said why.
    pub(super) fn is_ready(self) -> bool {
        !self.on.get() || self.passphrase.chosen().is_some()
    }

    /// Saves a file encrypted, if the passphrase is taken. It stays, for a second file.
    pub(super) fn save(self, file: ExchangeFile) {
        let name = file.name.clone();
        self.seal(file, move |bytes| exchange_file::save_encrypted(&name, &bytes));
    }

    /// Begins an encrypted file that is written piece by piece, with its first bytes, if the passphrase is taken; if
    /// not, it is said why.
    pub(super) fn begin(self, on_begun: impl FnOnce((EncryptedWriter, Vec<u8>)) + 'static) {
        let Some(passphrase) = self.passphrase.chosen() else { return };
        let Some(random) = random::secret() else { return self.passphrase.says_no_source() };
        self.saving.set(true);
        spawn_local(async move {
            timer::painted().await;
            let seed = Seed::from_random(&random);
            on_begun(Passkey::new(&passphrase, seed.key, &seed.salt, COST).begin(&seed.nonce));
            self.saving.try_set(false);
        });
    }

    /// Encrypts a file and hands it on, if the passphrase is taken; if not, it is said why.
    pub(super) fn seal(self, file: ExchangeFile, on_sealed: impl FnOnce(Vec<u8>) + 'static) {
        let Some(passphrase) = self.passphrase.chosen() else { return };
        let Some(random) = random::secret() else { return self.passphrase.says_no_source() };
        self.saving.set(true);
        spawn_local(async move {
            // The page says that it works before it is busy for half a second.
            timer::painted().await;
            // Not if the page was left meanwhile.
            if self.saving.try_get_untracked().is_some() {
                on_sealed(encrypt(file.text.as_bytes(), &passphrase, &Seed::from_random(&random), COST));
            }
            self.saving.try_set(false);
        });
    }
}

/// The choice and the passphrase.
#[component]
pub(super) fn ChooseEncryption(encryption: Encryption) -> impl IntoView {
    let label = Signal::derive(|| t(words::ENCRYPT).to_owned());
    let passphrase = move || {
        encryption.on.get().then(|| {
            view! {
                <p class="help">{move || t(words::ENCRYPT_TEXT)} " " {move || t(words::STANDARD)}</p>
                <NewPassphrase passphrase=encryption.passphrase label=words::PASSPHRASE/>
            }
        })
    };
    view! { <Checkbox checked=encryption.on label=label/> {passphrase} }.into_any()
}
