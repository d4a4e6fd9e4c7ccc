//! Saving a file for a colleague.

use super::by_hand::Show;
use super::enclosed::{ChooseEnclosed, Enclosed};
use super::encrypt::{ChooseEncryption, Encryption};
use super::readers::{Audience, ChooseReader, Leaving, copy};
use super::told::{moment, remembered};
use crate::domain::{Kind, RecordId};
use crate::exchange::json::{Colleague, Scope, contents, made_before};
use crate::exchange::share::pack;
use crate::i18n::exchange::{self as words, by_hand, encrypt};
use crate::ledger::NodeId;
use crate::ui::exchange_file;
use crate::ui::forms::records::{name_of, record_choices};
use crate::ui::lang::{lang, t};
use crate::ui::routes::use_query;
use crate::ui::session;
use crate::ui::widgets::{Button, ButtonKind, Choice, Combo, Field, Glyph, Segmented, Select};
use crate::web::clock;
use leptos::prelude::*;

/// What the query of the address calls a selection made in the table: ids parted by commas.
const SELECTED: &str = "records";

/// The form.
#[component]
pub(super) fn Send() -> impl IntoView {
    let selected = use_query(SELECTED);
    let selection = Memo::new(move |_| {
        let ids = selected.read();
        ids.split(',').filter_map(|id| id.parse().ok()).collect::<Vec<RecordId>>()
    });
    let first = if selection.read_untracked().is_empty() { "all" } else { "selection" };
    let what = RwSignal::new(first.to_owned());
    let unit = RwSignal::new(String::new());
    let colleague = RwSignal::new(String::new());
    let options = move || {
        let chosen = (!selection.read().is_empty()).then(|| Choice::new("selection", words::SELECTION));
        let usual = [
            ("all", words::ALL),
            ("unit", words::ONE_UNIT),
            ("today", by_hand::TODAY),
            ("since", words::NEW_FOR),
        ];
        usual.map(|(word, text)| Choice::new(word, text)).into_iter().chain(chosen).collect::<Vec<_>>()
    };
    let scope = move || match what.read().as_str() {
        "unit" => unit.read().parse().ok().map(Scope::Unit),
        "since" => {
            colleague.read().parse::<NodeId>().ok().and_then(|node| remembered().colleagues.since(node))
        }
        "today" => session::watch(|store| {
            // Midnight where the user is; what was made before it the receiver has already.
            let yesterday = session::today().plus(-1);
            let since = clock::end_of(yesterday).map(|end| made_before(store.state(), end.saturating_add(1)));
            Some(Scope::Since { colleague: None, since: since? })
        })
        .flatten(),
        "selection" => Some(Scope::Selection(selection.get())),
        _ => Some(Scope::All),
    };
    let counts = Memo::new(move |_| scope().map(|scope| kinds_in(&scope)).unwrap_or_default());
    let audience = Audience::new();
    // What a colleague lacks is for him alone.
    let can_redact = Memo::new(move |_| !matches!(what.read().as_str(), "since" | "today"));
    let reader = move || audience.reader().filter(|_| can_redact.get());
    let encryption = Encryption::new();
    let file = move || {
        let scope = scope()?;
        let Some(reader) = reader() else { return exchange_file::part(&scope) };
        let withheld = audience.withheld();
        let copy = copy(&scope, &withheld)?;
        exchange_file::redacted(&copy, &scope, reader, &withheld)
    };
    // A long file is not made for a passphrase that is not taken.
    let ready = move || untrack(|| encryption.is_ready().then(file).flatten());
    let enclosed = Enclosed::new(Signal::derive(move || scope().filter(|_| reader().is_none())));
    let save = move || {
        let Some(file) = ready() else { return };
        match (untrack(|| enclosed.packed()), untrack(|| encryption.is_on())) {
            (Some(packed), true) => encryption.begin(move |begun| enclosed.save(file, packed, Some(begun))),
            (Some(packed), false) => enclosed.save(file, packed, None),
            (None, true) => encryption.save(file),
            (None, false) => file.save(),
        }
    };
    let shown = RwSignal::new(None::<Vec<u8>>);
    let show = move || match ready() {
        Some(file) if untrack(|| encryption.is_on()) => {
            encryption.seal(file, move |bytes| _ = shown.try_set(Some(bytes)));
        }
        Some(file) => shown.set(Some(pack(&file.text))),
        None => {}
    };
    let busy = Signal::derive(move || encryption.is_saving() || enclosed.is_saving());
    let label = Signal::derive(move || {
        let word = match (encryption.is_on(), encryption.is_saving()) {
            (true, true) => encrypt::SAVING,
            (true, false) => encrypt::SAVE,
            (false, _) => words::SAVE_FILE,
        };
        t(word).to_owned()
    });
    let leaving = move || {
        if reader().is_some() {
            view! { <Leaving audience scope=Signal::derive(scope)/> }.into_any()
        } else {
            let shown = move || {
                let counts = counts.read();
                if counts.is_empty() { t(words::NOTHING).to_owned() } else { words::counts(lang(), &counts) }
            };
            view! { <p class="contents"><span class="quiet">{move || t(words::CONTENTS)}</span> " " {shown}</p> }
                .into_any()
        }
    };
    let detail = move || match what.get().as_str() {
        "unit" => unit_field(unit),
        "since" => colleague_field(colleague),
        _ => ().into_any(),
    };
    let empty = Signal::derive(move || counts.read().is_empty());
    view! {
        <p class="help">{move || t(words::SEND_TEXT)}</p>
        <Segmented label=words::WHAT value=what options=Signal::derive(options)/>
        {detail}
        {move || can_redact.get().then(|| view! { <ChooseReader audience/> })}
        {leaving}
        <ChooseEnclosed enclosed/>
        <ChooseEncryption encryption/>
        <Button
            label
            kind=ButtonKind::Primary
            icon=Glyph::Download
            disabled=Signal::derive(move || empty.get() || enclosed.excess().is_some())
            busy
            on_press=save
        />
        <Button label=by_hand::SHOW disabled=empty busy on_press=show/>
        <Show bytes=shown/>
    }
    .into_any()
}

fn unit_field(unit: RwSignal<String>) -> AnyView {
    let shown = Signal::derive(move || name_of(&unit.read()));
    view! {
        <Field label=words::UNIT>
            <Combo value=unit search=|typed: String| record_choices(Kind::Unit, &typed) shown=shown/>
        </Field>
    }
    .into_any()
}

fn colleague_field(colleague: RwSignal<String>) -> AnyView {
    let choices = move || {
        let notes = remembered();
        let entry = |(node, known): (NodeId, &Colleague)| {
            let words = words::by(lang(), &known.name, &known.unit, &moment(known.made));
            Choice::new(node.to_string(), words)
        };
        let none = Choice::new("", String::new());
        [none].into_iter().chain(notes.colleagues.iter().map(entry)).collect::<Vec<_>>()
    };
    let nobody = move || remembered().colleagues.iter().next().is_none();
    let help =
        Signal::derive(move || if nobody() { t(words::NO_COLLEAGUES).to_owned() } else { String::new() });
    view! {
        <Field label=words::COLLEAGUE help>
            <Select value=colleague options=Signal::derive(choices)/>
        </Field>
    }
    .into_any()
}

/// How many records of each kind the file would hold.
fn kinds_in(scope: &Scope) -> Vec<(Kind, usize)> {
    session::watch(|store| contents(store.state(), scope)).unwrap_or_default().into_iter().collect()
}
