//! What of the stored data could not be read, and what can be done about it.

use crate::i18n::settings::kept as words;
use crate::store::persist::{Copies, Problem};
use crate::ui::keeping::{copies, keeping};
use crate::ui::lang::t;
use crate::ui::startup;
use crate::ui::widgets::{Button, ButtonKind, Confirm, Glyph};
use crate::web::files;
use leptos::prelude::*;

/// In how many places changes are, in words.
pub(super) fn places() -> &'static str {
    let words = match copies() {
        _ if keeping().fleeting => words::NONE,
        Copies::Unknown => words::UNKNOWN,
        Copies::Both => words::BOTH,
        Copies::UnderWay => words::UNDER_WAY,
        Copies::One => words::ONE,
    };
    t(words)
}

/// The list, if there is anything on it.
#[component]
pub(super) fn Lost() -> impl IntoView {
    let lost = Memo::new(|_| keeping().lost);
    let is_any = Memo::new(move |_| !lost.read().is_empty());
    let section = move || is_any.get().then(|| list(lost));
    view! { {section} }.into_any()
}

fn list(lost: Memo<Vec<Problem>>) -> AnyView {
    let asking = RwSignal::new(false);
    let rows = move || lost.get().into_iter().map(row).collect_view();
    // While a newer version's data is there nothing may be removed.
    let can_let_go = move || !keeping().read_only;
    let let_go = move || {
        can_let_go().then(|| {
            view! {
                <Button
                    label=words::LET_GO
                    kind=ButtonKind::Danger
                    icon=Glyph::Trash
                    on_press=move || asking.set(true)
                />
            }
        })
    };
    view! {
        <section class="lost">
            <h3>{move || t(words::LOST)}</h3>
            <p class="help">{move || t(words::LOST_TEXT)}</p>
            <table>
                <thead>
                    <tr>
                        <th scope="col">{move || t(words::VALUE)}</th>
                        <th scope="col">{move || t(words::MATTER)}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
            <div class="buttons">
                <Button label=words::SAVE_RAW icon=Glyph::Download on_press=files::save_stored/>
                {let_go}
            </div>
            <Confirm
                open=asking
                title=words::LET_GO_ASK
                action=words::LET_GO
                danger=true
                on_confirm=startup::let_go
            >
                <p>{move || t(words::LET_GO_TEXT)}</p>
            </Confirm>
        </section>
    }
    .into_any()
}

fn row(problem: Problem) -> AnyView {
    view! {
        <tr>
            <th scope="row">{problem.name.to_string()}</th>
            <td>{move || t(words::matter(problem.why))}</td>
        </tr>
    }
    .into_any()
}
