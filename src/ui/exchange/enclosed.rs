//! Attachments go along with a file, if that is chosen.

use crate::exchange::encrypted::EncryptedWriter;
use crate::exchange::json::Scope;
use crate::exchange::parcel::{Excess, Packed};
use crate::i18n::attachments as words;
use crate::ui::attachments::{self, Bundled, bundled};
use crate::ui::exchange_file::ExchangeFile;
use crate::ui::lang::lang;
use crate::ui::widgets::{Banner, BannerKind, Checkbox, Progress, toast};
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

/// Whether, and which.
#[derive(Clone, Copy)]
pub(super) struct Enclosed {
    on: RwSignal<bool>,
    bundled: Memo<Bundled>,
    saving: RwSignal<Option<(usize, usize)>>,
}

impl Enclosed {
    /// The attachments of what is to be sent; of nothing for who is not shown any.
    pub(super) fn new(scope: Signal<Option<Scope>>) -> Self {
        let bundled = Memo::new(move |_| scope.get().map(|scope| bundled(&scope)).unwrap_or_default());
        Self { on: RwSignal::new(true), bundled, saving: RwSignal::new(None) }
    }

    /// What goes along; `None` if nothing does.
    pub(super) fn packed(self) -> Option<Vec<Packed>> {
        let bundled = self.bundled.read();
        (self.on.get() && bundled.excess().is_none() && !bundled.here.is_empty())
            .then(|| bundled.here.clone())
    }

    /// Why one file cannot hold what is chosen; `None` if it can.
    pub(super) fn excess(self) -> Option<Excess> {
        self.bundled.read().excess().filter(|_| self.on.get())
    }

    pub(super) fn is_saving(self) -> bool {
        self.saving.read().is_some()
    }

    /// Saves a file with them.
    pub(super) fn save(
        self,
        file: ExchangeFile,
        packed: Vec<Packed>,
        encryption: Option<(EncryptedWriter, Vec<u8>)>,
    ) {
        let total = packed.len();
        self.saving.set(Some((0, total)));
        spawn_local(async move {
            let told = |done| _ = self.saving.try_set(Some((done, total)));
            if !attachments::save(file, &packed, encryption, told).await {
                toast(words::NOT_SAVED);
            }
            self.saving.try_set(None);
        });
    }
}

/// The choice, where there are attachments.
#[component]
pub(super) fn ChooseEnclosed(enclosed: Enclosed) -> impl IntoView {
    let Enclosed { on, bundled, saving } = enclosed;
    let is_any = Memo::new(move |_| !bundled.read().here.is_empty() || bundled.read().elsewhere > 0);
    let label = Signal::derive(move || {
        let bundled = bundled.read();
        words::along(lang(), bundled.here.len(), bundled.size())
    });
    let elsewhere = move || {
        let n = bundled.read().elsewhere;
        (n > 0).then(|| view! { <p class="help">{words::left_out(lang(), n)}</p> })
    };
    let too_much = move || {
        enclosed.excess().map(|excess| {
            view! { <Banner kind=BannerKind::Warning><p>{move || words::too_much(lang(), excess)}</p></Banner> }
        })
    };
    move || {
        is_any.get().then(|| {
            view! {
                <div class="enclosed">
                    <Checkbox checked=on label/>
                    {elsewhere}
                    {too_much}
                    <Progress label=words::PACKING at=saving/>
                </div>
            }
        })
    }
}
