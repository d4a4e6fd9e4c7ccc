//! Sharing through a folder or a server: choosing the place, and how it stands.

use super::told::moment;
use crate::exchange::share::Colleague;
use crate::i18n::{exchange, share as words};
use crate::ui::lang::{lang, t};
use crate::ui::share::{self, Brought, Sharing, Standing, Step, sharing, standing};
use crate::ui::startup;
use crate::ui::widgets::{Button, ButtonKind, Field, Glyph, TextInput};
use crate::web::folder::can_pick;
use crate::web::places::Account;
use leptos::prelude::*;

/// The section; nothing in the sample county, which is shared with nobody.
#[component]
pub(super) fn Shared() -> impl IntoView {
    let body = move || match sharing() {
        Sharing::Unknown => ().into_any(),
        Sharing::Off => view! { <Choose/> }.into_any(),
        Sharing::Closed(name) => view! {
            <p>{move || words::closed(lang(), &name)}</p>
            <div class="buttons">
                <Button label=words::ALLOW kind=ButtonKind::Primary on_press=share::allow/>
                <Button label=words::STOP kind=ButtonKind::Quiet on_press=share::stop/>
            </div>
        }
        .into_any(),
        Sharing::Folder(name) => running(Signal::derive(move || words::through_folder(lang(), &name))),
        Sharing::Server(address) => running(Signal::derive(move || words::through_server(lang(), &address))),
    };
    let section = move || {
        (!startup::is_sample()).then(|| {
            view! {
                <section class="shared" aria-label=move || t(words::SHARE)>
                    <h2>{move || t(words::SHARE)}</h2>
                    {body}
                </section>
            }
        })
    };
    view! { {section} }.into_any()
}

/// The two sorts of place.
#[component]
fn Choose() -> impl IntoView {
    let wants_server = RwSignal::new(false);
    let folder = if can_pick() {
        view! {
            <Button label=words::PICK icon=Glyph::Open on_press=share::pick/>
            <p class="help">{move || t(words::PICK_TEXT)}</p>
        }
        .into_any()
    } else {
        view! { <p class="help">{move || t(words::NO_FOLDERS)}</p> }.into_any()
    };
    let server = move || {
        if wants_server.get() {
            view! { <Server/> }.into_any()
        } else {
            let open = move || wants_server.set(true);
            view! { <Button label=words::SERVER kind=ButtonKind::Quiet on_press=open/> }.into_any()
        }
    };
    view! {
        <p class="help">{move || t(words::SHARE_TEXT)}</p>
        <div class="choose">{folder} {server}</div>
    }
    .into_any()
}

/// The form for a server.
#[component]
fn Server() -> impl IntoView {
    let address = RwSignal::new(String::new());
    let user = RwSignal::new(String::new());
    let password = RwSignal::new(String::new());
    let error = RwSignal::new(None);
    let connect = move || {
        let typed = address.read_untracked().trim().to_owned();
        if !typed.starts_with("https://") && !typed.starts_with("http://") {
            return error.set(Some(words::BAD_ADDRESS));
        }
        let account =
            Account { user: user.read_untracked().trim().to_owned(), password: password.get_untracked() };
        share::connect(&typed, account);
    };
    let said = Signal::derive(move || error.get().map(|text| t(text).to_owned()).unwrap_or_default());
    view! {
        <div class="server">
            <p class="help">{move || t(words::SERVER_TEXT)}</p>
            <Field label=words::ADDRESS error=said>
                <TextInput value=address kind="url" autofocus=true/>
            </Field>
            <Field label=words::USER><TextInput value=user/></Field>
            <Field label=words::PASSWORD help=words::PASSWORD_TEXT>
                <TextInput value=password kind="password"/>
            </Field>
            <Button label=words::CONNECT kind=ButtonKind::Primary on_press=connect/>
        </div>
    }
    .into_any()
}

/// How it stands.
fn running(through: Signal<String>) -> AnyView {
    let step = Memo::new(|_| standing().step);
    let state = move || match step.get() {
        Step::Waiting => t(words::WAITING).to_owned(),
        Step::Looking => t(words::LOOKING).to_owned(),
        Step::Reading(done, all) => words::reading(lang(), done, all),
        Step::Done(at) => words::done(lang(), &moment(at)),
        Step::Failed(failed) => t(words::failed(failed)).to_owned(),
    };
    let sort = move || match step.get() {
        Step::Failed(_) => "failed",
        Step::Done(_) => "done",
        Step::Waiting | Step::Looking | Step::Reading(..) => "under-way",
    };
    let coming = move || {
        let coming = standing().coming;
        (coming > 0).then(|| view! { <p class="help">{words::coming(lang(), coming)}</p> })
    };
    view! {
        <p class="through">{through}</p>
        <p class="state" role="status" data-state=sort>{state}</p>
        {coming}
        <div class="buttons">
            <Button label=words::NOW on_press=share::soon/>
            <Button label=words::STOP kind=ButtonKind::Quiet on_press=share::stop/>
        </div>
        <Colleagues/>
    }
    .into_any()
}

/// The others, and what they brought.
#[component]
fn Colleagues() -> impl IntoView {
    let list = Memo::new(|_| {
        let Standing { colleagues, brought, .. } = standing();
        let with = |colleague: Colleague| {
            let brought = brought.get(&colleague.node).copied();
            (colleague, brought)
        };
        colleagues.into_iter().map(with).collect::<Vec<_>>()
    });
    let is_there = Memo::new(|_| matches!(standing().step, Step::Done(_)));
    let table = move || match list.read().is_empty() {
        true => is_there.get().then(|| view! { <p class="help">{move || t(words::ALONE)}</p> }.into_any()),
        false => Some(
            view! {
                <div class="table-scroll">
                    <table>
                        <caption class="visually-hidden">{move || t(words::COLLEAGUES)}</caption>
                        <thead>
                            <tr>
                                <th scope="col">{move || t(words::WHO)}</th>
                                <th scope="col">{move || t(words::SEEN)}</th>
                                <th scope="col">{move || t(words::BROUGHT)}</th>
                            </tr>
                        </thead>
                        <tbody>{list.get().into_iter().map(row).collect_view()}</tbody>
                    </table>
                </div>
            }
            .into_any(),
        ),
    };
    view! { {table} }.into_any()
}

fn row((colleague, brought): (Colleague, Option<Brought>)) -> AnyView {
    let Colleague { name, unit, seen, unreadable, .. } = colleague;
    let said = move || match brought {
        Some(Brought { at, came }) => {
            let what = exchange::receipt(lang(), came.new, came.changed, came.conflicts);
            format!("{} · {what}", moment(at))
        }
        None => t(words::NOTHING_YET).to_owned(),
    };
    let warning = (unreadable > 0)
        .then(|| view! { <p class="warning">{move || words::unreadable(lang(), unreadable)}</p> });
    view! {
        <tr>
            <th scope="row">{unit} " " {name}</th>
            <td><time>{moment(seen)}</time></td>
            <td>{said} {warning}</td>
        </tr>
    }
    .into_any()
}
