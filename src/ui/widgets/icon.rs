//! The application's own glyphs: one stroke of 1.5 on a field of 20 × 20.

use leptos::prelude::*;

/// Declares the glyphs with the path of each.
macro_rules! glyphs {
    ($($name:ident $path:literal)*) => {
        /// A glyph. Named after what it shows or does in this application.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[allow(missing_docs, reason = "each name says what is drawn")]
        pub enum Glyph { $($name,)* }

        impl Glyph {
            /// Every glyph.
            pub const ALL: &'static [Glyph] = &[$(Glyph::$name,)*];

            /// What to draw, as the `d` of a path.
            const fn path(self) -> &'static str {
                match self { $(Glyph::$name => $path,)* }
            }
        }
    };
}

glyphs! {
    Today "M3.5 4.5h13v12h-13zM3.5 8h13M7 2.5v3M13 2.5v3"
    Board "M3.25 3.5h3.5v13h-3.5zM8.25 3.5h3.5v9h-3.5zM13.25 3.5h3.5v6h-3.5z"
    Table "M3 4h14v12H3zM3 8h14M3 12h14M8 8v8"
    Company "M4 17V3.5h7V17M11 8h5v9M2.5 17h15M6.5 7h2M6.5 10h2M6.5 13h2"
    Exchange "M4 7h12l-3-3.5M16 13H4l3 3.5"
    Settings "M3 6h6.5M13.5 6H17M3 14h2.5M9.5 14H17M11.5 4a2 2 0 1 0 0 4a2 2 0 1 0 0-4M7.5 12a2 2 0 1 0 0 4a2 2 0 1 0 0-4"
    Search "M9 3.5a5.5 5.5 0 1 0 0 11a5.5 5.5 0 1 0 0-11M13 13l4 4"
    Plus "M10 4v12M4 10h12"
    Close "M5 5l10 10M15 5L5 15"
    Check "M4 10.5l4 4L16 6"
    ChevronDown "M5 7.5l5 5l5-5"
    ChevronUp "M5 12.5l5-5l5 5"
    ChevronLeft "M12.5 5l-5 5l5 5"
    ChevronRight "M7.5 5l5 5l-5 5"
    Back "M16 10H4M9 5l-5 5l5 5"
    Forward "M4 10h12M11 5l5 5l-5 5"
    Up "M10 16V4M5 9l5-5l5 5"
    Down "M10 4v12M5 11l5 5l5-5"
    Undo "M4 8h8a4 4 0 0 1 0 8H8M7.5 4.5L4 8l3.5 3.5"
    Redo "M16 8H8a4 4 0 0 0 0 8h4M12.5 4.5L16 8l-3.5 3.5"
    Edit "M4 16l1-4l8-8l3 3l-8 8zM11 6l3 3"
    Trash "M4 6h12M8 6V3.5h4V6M5.5 6l.7 10.5h7.6L14.5 6M8.5 9v4.5M11.5 9v4.5"
    More "M4 10a.8.8 0 1 0 1.6 0a.8.8 0 1 0-1.6 0M9.2 10a.8.8 0 1 0 1.6 0a.8.8 0 1 0-1.6 0M14.4 10a.8.8 0 1 0 1.6 0a.8.8 0 1 0-1.6 0"
    Grip "M7 4.5v.01M7 10v.01M7 15.5v.01M13 4.5v.01M13 10v.01M13 15.5v.01"
    Filter "M3 5h14M6 10h8M8.5 15h3"
    Sort "M6 4v12M3 13l3 3l3-3M14 16V4M11 7l3-3l3 3"
    Columns "M3 4h14v12H3zM7.667 4v12M12.333 4v12"
    Group "M3 4.5h14M6.5 8.2h10.5M6.5 11.8h10.5M3 15.5h14"
    Download "M10 3v10M5.5 9l4.5 4.5L14.5 9M4 17h12"
    Upload "M10 14V3.5M5.5 8L10 3.5L14.5 8M4 17h12"
    File "M5 2.5h6.5L15 6v11.5H5zM11.5 2.5V6H15"
    Copy "M7.5 7h9v10h-9zM12.5 7V3h-9v10h4"
    Pin "M7 3h6l-1 6l2.5 3h-9L8 9zM10 12v5"
    Clock "M10 3a7 7 0 1 0 0 14a7 7 0 1 0 0-14M10 6v4.5l3 2"
    History "M4 10a6.2 6.2 0 1 0 2-4.6L4 7.2M4 3.5v3.7h3.7M10.2 7v3.5l2.5 1.5"
    Person "M10 3.5a3 3 0 1 0 0 6a3 3 0 1 0 0-6M4 17c.5-3.5 3-5 6-5s5.5 1.5 6 5"
    People "M7.5 4a2.7 2.7 0 1 0 0 5.4a2.7 2.7 0 1 0 0-5.4M2.5 16.5c.4-3.2 2.5-4.5 5-4.5s4.6 1.3 5 4.5M12.5 4.3a2.6 2.6 0 0 1 0 4.9M14.5 12.2c1.7.6 2.7 2 3 4.3"
    Phone "M4.5 3h3l1.5 4l-2 1.6a9.5 9.5 0 0 0 4.4 4.4L13 11l4 1.5v3a1.5 1.5 0 0 1-1.5 1.5C9 17 3 11 3 4.5A1.5 1.5 0 0 1 4.5 3z"
    Money "M5 3.5l5 6l5-6M10 9.5v7M6 10.5h8M6 13.5h8"
    Target "M10 3a7 7 0 1 0 0 14a7 7 0 1 0 0-14M10 6.5a3.5 3.5 0 1 0 0 7a3.5 3.5 0 1 0 0-7M10 10v.01"
    Flag "M5 17V3.5h10l-2.5 3.5l2.5 3.5H5"
    Note "M3.5 4h13v9H9l-4 3.5V13H3.5zM6.5 7.2h7M6.5 9.8h4.5"
    Appearance "M10 3a7 7 0 1 0 0 14a7 7 0 1 0 0-14M10 3v14M10 6.5l5.5-1M10 10h7M10 13.5l5.5 1"
    Print "M6 7V3h8v4M6 14H3.5V7h13v7H14M6 11.5h8V17H6z"
    Warning "M10 3.5l7.5 13h-15zM10 8v4M10 14.3v.01"
    Info "M10 3a7 7 0 1 0 0 14a7 7 0 1 0 0-14M10 9v5M10 6.3v.01"
    Open "M8 4H4v12h12v-4M11 3.5h5.5V9M16.5 3.5L9 11"
    Merge "M5 3v4c0 3 5 3 5 6v4M15 3v4c0 3-5 3-5 6"
    Keyboard "M2.5 5.5h15v9h-15zM5.5 8.5v.01M8.5 8.5v.01M11.5 8.5v.01M14.5 8.5v.01M7 11.7h6"
    Menu "M3 5h14M3 10h14M3 15h14"
}

/// A glyph in the colour of the text around it, as tall as its line. Decoration only: the words
/// beside it, or the label of its button, carry the meaning.
///
/// ```ignore
/// <Icon glyph=Glyph::Plus/>
/// ```
#[component]
pub fn Icon(
    /// Which one.
    glyph: Glyph,
) -> impl IntoView {
    view! {
        <svg class="icon" viewBox="0 0 20 20" aria-hidden="true" focusable="false">
            <path d=glyph.path()/>
        </svg>
    }
    .into_any()
}
