//! The layout every screen begins with.

use super::title::page_title;
use leptos::prelude::*;

/// A page: its heading with actions beside it, its content, and a panel beside the content.
///
/// ```ignore
/// <Page title=shell::COMPANIES actions=move || view! { <Button …/> }>…</Page>
/// ```
#[component]
pub fn Page(
    /// The heading, and the title of the tab.
    #[prop(into)]
    title: Signal<String>,
    /// A line or links under the heading's baseline: counts, switches between views.
    #[prop(optional, into)]
    lead: Option<ViewFn>,
    /// Buttons at the end of the heading's line.
    #[prop(optional, into)]
    actions: Option<ViewFn>,
    /// A `SidePanel` beside the content; nothing while closed.
    #[prop(optional, into)]
    aside: Option<ViewFn>,
    /// The content fills the window and scrolls inside itself (board, table) instead of the page
    /// growing with it.
    #[prop(optional)]
    fill: bool,
    /// The content is text or a form, and no wider than reads well.
    #[prop(optional)]
    narrow: bool,
    /// The content.
    children: Children,
) -> impl IntoView {
    page_title(title);
    let width = if fill {
        "fill"
    } else if narrow {
        "narrow"
    } else {
        "wide"
    };
    view! {
        <div class="page" data-width=width>
            <header class="page-head">
                <h1>{title}</h1>
                {lead.map(|lead| view! { <div class="lead">{lead.run()}</div> })}
                {actions.map(|actions| view! { <div class="actions">{actions.run()}</div> })}
            </header>
            <div class="page-body">
                <div class="content">{children()}</div>
                {aside.map(|aside| move || aside.run())}
            </div>
        </div>
    }
    .into_any()
}
