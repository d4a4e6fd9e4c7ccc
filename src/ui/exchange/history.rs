//! Files merged before.

use super::told::{moment, remembered};
use crate::exchange::notes::Received;
use crate::i18n::exchange as words;
use crate::ui::lang::{lang, t};
use leptos::prelude::*;

/// The list, latest first; nothing before the first file.
#[component]
pub(super) fn History() -> impl IntoView {
    let row = |received: Received| {
        let at = moment(received.at);
        let made = moment(received.made);
        let Received { file, name, unit, new, changed, conflicts, .. } = received;
        view! {
            <tr>
                <td><time>{at}</time></td>
                <th scope="row">{file}</th>
                <td>{move || words::from(lang(), &unit, &name, &made)}</td>
                <td>{move || words::receipt(lang(), new, changed, conflicts)}</td>
            </tr>
        }
    };
    let section = move || {
        let received = remembered().received;
        (!received.is_empty()).then(|| {
            view! {
                <section class="received" aria-label=move || t(words::HISTORY)>
                    <h2>{move || t(words::HISTORY)}</h2>
                    <div class="table-scroll">
                        <table><tbody>{received.into_iter().map(row).collect_view()}</tbody></table>
                    </div>
                </section>
            }
        })
    };
    view! { {section} }.into_any()
}
