//! The files themselves: from whom, what is in each, what comes with it.

use super::{Waiting, Whole, is_listed};
use crate::domain::Kind;
use crate::exchange::json::{Bundle, Problem, Together};
use crate::exchange::parcel::Parcel;
use crate::i18n::attachments;
use crate::i18n::exchange::{self as words, many as own};
use crate::ui::exchange::incoming::Content;
use crate::ui::exchange::problems::problems;
use crate::ui::exchange::signed::signature;
use crate::ui::exchange::told::moment;
use crate::ui::heard::heard;
use crate::ui::lang::{lang, t};
use crate::ui::widgets::{Glyph, IconButton};
use leptos::ev;
use leptos::prelude::*;
use std::rc::Rc;

/// The kinds that are counted for the reader.
const TOLD: [Kind; 4] = [Kind::Project, Kind::Company, Kind::FollowUp, Kind::FundTranche];

/// The list, whole files first in the order of their coming, then those refused.
pub(super) fn list(
    files: Waiting,
    looked: Rc<(Vec<Whole>, Together)>,
    put_aside: Callback<usize>,
) -> AnyView {
    let whole = looked.0.iter().enumerate().map(|(at, file)| {
        let from = &file.bundle.header.from;
        let sender = [&*from.unit, &*from.name].join(" ");
        let sender = if sender.trim().is_empty() { t(words::SOMEONE).to_owned() } else { sender };
        let share = looked.1.share(at);
        view! {
            <tr>
                <th scope="row">{file.name.clone()}</th>
                <td>{sender} {signature(file.bundle.header.clone())}</td>
                <td><time>{moment(file.bundle.header.made)}</time></td>
                <td>{holds(&file.bundle)} {file.parcel.as_deref().map(along)}</td>
                <td>{words::receipt(lang(), share.new, share.changed, share.conflicts)}</td>
                <td>{take_out(file.number, &file.name, put_aside)}</td>
            </tr>
        }
    });
    let refused = files.with(|files| {
        let refused = files.iter().filter(|(_, file)| is_listed(file)).filter_map(|(number, file)| {
            let Content::Refused(found) = &file.content else { return None };
            Some(view! {
                <tr data-refused="">
                    <th scope="row">{file.name.clone()}</th>
                    <td colspan="4">{why(found.clone())}</td>
                    <td>{take_out(*number, &file.name, put_aside)}</td>
                </tr>
            })
        });
        refused.collect::<Vec<_>>()
    });
    let heads = [own::FILE, own::SENDER, own::MADE, own::HOLDS, own::BRINGS];
    let heads = heads.map(|head| view! { <th scope="col">{t(head)}</th> });
    view! {
        <div class="table-scroll">
            <table class="files">
                <thead><tr>{heads.collect_view()}<td></td></tr></thead>
                <tbody>{whole.collect_view()}{refused}</tbody>
            </table>
        </div>
    }
    .into_any()
}

/// How many records of the kinds that matter are in a file.
fn holds(bundle: &Bundle) -> String {
    let count = |kind: Kind| bundle.records().filter(|id| id.kind == kind).count();
    let counts: Vec<(Kind, usize)> =
        TOLD.into_iter().map(|kind| (kind, count(kind))).filter(|(_, n)| *n > 0).collect();
    if counts.is_empty() { t(words::NOTHING).to_owned() } else { words::counts(lang(), &counts) }
}

/// How many attachments come along.
fn along(parcel: &Parcel) -> AnyView {
    let (n, size) = (parcel.count(), parcel.size());
    view! { <small>{move || attachments::brings(lang(), n, size)}</small> }.into_any()
}

fn take_out(number: usize, name: &str, put_aside: Callback<usize>) -> AnyView {
    let label = format!("{} {name}", t(own::TAKE_OUT));
    let label = Signal::derive(move || label.clone());
    view! { <IconButton glyph=Glyph::Close label on_press=move || put_aside.run(number)/> }.into_any()
}

/// Why a file cannot be merged, on demand.
fn why(found: Rc<Vec<Problem>>) -> AnyView {
    let found = StoredValue::new_local(found);
    let opened = RwSignal::new(false);
    let content = move || opened.get().then(|| found.with_value(|found| problems(found)));
    view! {
        <details on:toggle=heard(ev::toggle, move |_| opened.set(true))>
            <summary class="refused">{move || t(own::REFUSED)}</summary>
            {content}
        </details>
    }
    .into_any()
}
