//! What merging several files did, for each and in all.

use crate::exchange::notes::Received;
use crate::i18n::attachments;
use crate::i18n::exchange::{self as words, many as own};
use crate::ui::attachments::Arrived;
use crate::ui::exchange::told::moment;
use crate::ui::lang::{lang, t};
use crate::ui::routes::{A, Route};
use crate::ui::widgets::{Banner, BannerKind, Button, ButtonKind};
use leptos::prelude::*;

/// What was merged in one step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::ui::exchange) struct Receipt {
    /// The numbers of the files.
    pub numbers: Vec<usize>,
    /// What came of each.
    pub received: Vec<Received>,
    /// What came along of attachments.
    pub arrived: Arrived,
}

/// What was stored of the attachments that came along; nothing where none did.
pub(in crate::ui::exchange) fn stored(arrived: Arrived) -> Option<AnyView> {
    let Arrived { stored, strange } = arrived;
    (arrived != Arrived::default()).then(|| {
        view! { <span data-stored="">" " {move || attachments::stored(lang(), stored, strange)}</span> }
            .into_any()
    })
}

/// The receipt as an article.
pub(in crate::ui::exchange) fn receipt(
    receipt: Receipt,
    on_close: impl Fn() + Send + Sync + 'static,
) -> AnyView {
    let all = receipt.received;
    let n = all.len();
    let sum = |of: fn(&Received) -> usize| all.iter().map(of).sum::<usize>();
    let (new, changed, conflicts) = (sum(|r| r.new), sum(|r| r.changed), sum(|r| r.conflicts));
    let row = |received: Received| {
        let Received { file, name, unit, made, new, changed, conflicts, .. } = received;
        let made = moment(made);
        view! {
            <tr>
                <th scope="row">{file}</th>
                <td>{move || words::from(lang(), &unit, &name, &made)}</td>
                <td>{move || words::receipt(lang(), new, changed, conflicts)}</td>
            </tr>
        }
    };
    let twins = (new > 0).then(|| view! { <A to=Route::Duplicates>{move || t(words::TO_DUPLICATES)}</A> });
    let inbox = (conflicts > 0).then(|| view! { <A to=Route::Conflicts>{move || t(words::TO_INBOX)}</A> });
    view! {
        <article class="incoming many" data-receipt="">
            <Banner kind=BannerKind::Info>
                <p>
                    <strong data-merged="">{move || own::merged(lang(), n)}</strong> " "
                    {move || words::receipt(lang(), new, changed, conflicts)}
                    {stored(receipt.arrived)}
                </p>
                {inbox}
                {twins}
            </Banner>
            <div class="table-scroll">
                <table>
                    <tbody>{all.into_iter().map(row).collect_view()}</tbody>
                    <tfoot>
                        <tr>
                            <th scope="row">{move || t(own::IN_ALL)}</th>
                            <td></td>
                            <td>{move || words::receipt(lang(), new, changed, conflicts)}</td>
                        </tr>
                    </tfoot>
                </table>
            </div>
            <div class="buttons"><Button label=own::CLOSE kind=ButtonKind::Quiet on_press=on_close/></div>
        </article>
    }
    .into_any()
}
