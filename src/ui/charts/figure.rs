//! A chart with its title, its picture and its table.

use super::figures::{Figures, FiguresMenu, FiguresTable};
use super::{Chart, picture};
use crate::i18n::charts as words;
use crate::ui::lang::t;
use crate::ui::session;
use crate::ui::shell::printing;
use crate::web::page;
use leptos::ev;
use leptos::prelude::*;

/// How wide a chart is drawn on a laptop, and on a phone or in one of two columns on paper, so that its letters keep
/// their size.
const WIDTHS: (u32, u32) = (580, 330);

/// A chart. Its marks are links; its table lies under it, folded.
///
/// ```ignore
/// <ChartFigure title=health::DEPTH chart=chart twin=figures/>
/// ```
#[component]
pub fn ChartFigure(
    /// What it shows.
    #[prop(into)]
    title: Signal<String>,
    /// How it was counted.
    #[prop(optional, into)]
    note: Option<Signal<String>>,
    /// The bars.
    #[prop(into)]
    chart: Signal<Chart>,
    /// The same as a table, and more where there is more to tell.
    #[prop(into)]
    twin: Signal<Figures>,
    /// How wide it is drawn on a laptop, where it does not have the usual room.
    #[prop(default = WIDTHS.0)]
    width: u32,
) -> impl IntoView {
    let narrow = RwSignal::new(page::is_narrow());
    let watch = window_event_listener(ev::resize, move |_| {
        let now = page::is_narrow();
        if narrow.try_get_untracked() != Some(now) {
            narrow.try_set(now);
        }
    });
    on_cleanup(move || watch.remove());
    let printing = printing();
    let drawing = Memo::new(move |_| {
        let width = if narrow.get() || printing.get() { WIDTHS.1 } else { width };
        chart.with(|chart| chart.draw(width))
    });
    // Inside a picture nothing can be reached, so this is a group of links with a name.
    let svg = move || {
        let drawing = drawing.read();
        format!(
            r#"<svg role="group" aria-label="{}" viewBox="0 0 {} {}" width="{}" height="{}">{}</svg>"#,
            super::draw::escape(&title.get()),
            drawing.width,
            drawing.height,
            drawing.width,
            drawing.height,
            drawing.inner
        )
    };
    let save = move || {
        let (title, day) = (title.get_untracked(), session::today().to_string());
        let foot = note.map(|note| note.get_untracked()).unwrap_or_default();
        let foot = if foot.is_empty() { day.clone() } else { format!("{day} {foot}") };
        let drawing = chart.with_untracked(|chart| chart.draw(WIDTHS.0));
        picture::save(&drawing, &title, &foot, format!("{title} {day}.png"));
    };
    view! {
        <figure class="chart">
            <figcaption>
                <h2>{title}</h2>
                <FiguresMenu title figures=twin picture=Callback::new(move |()| save())/>
            </figcaption>
            {note.map(|note| view! { <p class="help">{note}</p> })}
            <div class="drawing" inner_html=svg></div>
            <details>
                <summary>{move || t(words::TABLE)}</summary>
                <FiguresTable figures=twin/>
            </details>
        </figure>
    }
    .into_any()
}
