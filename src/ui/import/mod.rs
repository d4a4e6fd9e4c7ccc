//! Import of a spreadsheet, in four steps: choose a file, say what its columns are, check every row,
//! done. Nothing is written before the button of the third step.

mod cell;
mod columns;
mod compare;
mod decide;
mod done;
mod first_rows;
mod other_rows;
mod panel;
mod past;
mod preview;
mod printed;
mod source;
mod trips;
mod work;

use crate::i18n::{import as words, shell};
use crate::ui::lang::t;
use crate::ui::shell::Page;
use crate::ui::widgets::{Banner, BannerKind, Button, ButtonKind, Progress};
use leptos::prelude::*;
use work::{Step, signals};

/// The page.
#[component]
pub fn ImportPage() -> impl IntoView {
    let s = signals();
    // Who comes back after an import has another file; an import under way waits for him.
    on_cleanup(|| {
        if signals().step.get_untracked() == Step::Done {
            work::start_over();
        }
    });
    let another = move || {
        (s.step.get() > Step::Source).then(
            || view! { <Button label=words::ANOTHER kind=ButtonKind::Quiet on_press=work::start_over/> },
        )
    };
    let aside = move || match (s.step.get(), s.open.get()) {
        (Step::Check, Some(row)) => Some(panel::row_panel(row)),
        _ => None,
    };
    let problem = move || {
        s.problem.get().map(|problem| {
            view! { <Banner kind=BannerKind::Error><p>{move || t(problem)}</p></Banner> }
        })
    };
    let label = Signal::derive(move || s.busy.get().map(|b| t(b.label).to_owned()).unwrap_or_default());
    let at = Signal::derive(move || s.busy.get().map(|b| (b.done, b.total)));
    let step = move || match s.step.get() {
        Step::Source => view! { <source::SourceStep/> }.into_any(),
        Step::Columns => view! { <columns::ColumnsStep/> }.into_any(),
        Step::Check => view! { <preview::CheckStep/> }.into_any(),
        Step::Done => view! { <done::DoneStep/> }.into_any(),
    };
    view! {
        <Page title=shell::IMPORT lead=steps actions=move || another aside=aside fill=true>
            <div class="import">
                {problem}
                <div class="working" aria-live="polite"><Progress label at on_cancel=work::stop/></div>
                {step}
            </div>
        </Page>
    }
    .into_any()
}

/// Where the wizard is, of its four steps.
fn steps() -> AnyView {
    let s = signals();
    let all = [Step::Source, Step::Columns, Step::Check, Step::Done];
    let entries = all.into_iter().zip(words::STEPS).enumerate().map(|(at, (step, label))| {
        let state = move || match s.step.get() {
            now if now == step => "now",
            now if now > step => "past",
            _ => "ahead",
        };
        let current = move || (s.step.get() == step).then_some("step");
        view! { <li data-state=state aria-current=current>{at + 1} " " {move || t(label)}</li> }
    });
    view! { <ol class="import-steps" aria-label=move || t(words::STEPS_LABEL)>{entries.collect_view()}</ol> }
        .into_any()
}
