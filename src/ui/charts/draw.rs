//! Horizontal bars as SVG.
//!
//! The colours written here are those of a picture on white paper; on the page the style sheet rules.

use crate::ui::routes::Location;
use std::fmt::Write;

/// Horizontal bars, one below the other, each of one or several parts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Chart {
    /// What the parts are, in order; none where there is one part alone.
    pub series: Vec<String>,
    /// The bars, from the top.
    pub bars: Vec<Bar>,
}

/// One bar.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Bar {
    /// What it stands for.
    pub label: String,
    /// Its parts, from the left.
    pub parts: Vec<Part>,
    /// What stands at its end: the number with its unit.
    pub text: String,
}

/// One part of a bar.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Part {
    /// How long it is; all bars of a chart have one scale.
    pub value: i64,
    /// What a screen reader says of it, and what is shown when it is pointed at.
    pub said: String,
    /// The records behind it.
    pub to: Option<Location>,
}

/// A drawing with its size in pixels.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Drawing {
    /// The elements inside `<svg>`.
    pub inner: String,
    /// Its width.
    pub width: u32,
    /// Its height.
    pub height: u32,
}

/// The height of a bar with its gap.
const ROW: u32 = 30;
/// The height of a bar.
const THICK: u32 = 18;
/// A drawing narrower than this is for a phone.
const NARROW: u32 = 400;
/// The height of a line that names the parts.
const KEY: u32 = 26;
/// The size of the letters.
const LETTER: u32 = 13;
/// The inks of the parts on paper; they stay apart in grey.
const INKS: [&str; 3] = ["#0b6e6b", "#7fb3b0", "#d3ccbc"];

impl Chart {
    /// Draws the chart as wide as is given.
    pub fn draw(&self, width: u32) -> Drawing {
        let mut inner = String::new();
        let longest = |texts: &mut dyn Iterator<Item = &str>| texts.map(text_width).max().unwrap_or(0);
        // On a phone the words need more of the room than the bars.
        let share = if width < NARROW { 50 } else { 36 };
        let left = longest(&mut self.bars.iter().map(|bar| bar.label.as_str())).min(width * share / 100) + 10;
        let right = longest(&mut self.bars.iter().map(|bar| bar.text.as_str())) + 10;
        let room = width.saturating_sub(left + right).max(20);
        let longest = self.bars.iter().map(Bar::value).max().unwrap_or(0).max(1);
        let from = self.key(&mut inner, width);
        let mut top = from;
        for bar in &self.bars {
            bar.draw(&mut inner, (left, top), room, longest);
            top += ROW;
        }
        // The line all bars begin at.
        let _ =
            write!(inner, r##"<path class="axis" d="M{left} {from}V{top}" stroke="#84867f" fill="none"/>"##);
        Drawing { inner, width, height: top }
    }

    /// Names the parts, in as many lines as they need; how high that is.
    fn key(&self, out: &mut String, width: u32) -> u32 {
        let (mut x, mut y) = (0, 0);
        for (at, name) in self.series.iter().enumerate() {
            let long = 17 + text_width(name);
            if x > 0 && x + long > width {
                (x, y) = (0, y + KEY);
            }
            let ink = INKS[at % INKS.len()];
            let _ = write!(
                out,
                r#"<rect class="part p{at}" x="{x}" y="{}" width="12" height="12" fill="{ink}"/><text x="{}" y="{}" font-size="12" fill="{INK}">{}</text>"#,
                y + 4,
                x + 17,
                y + 14,
                escape(name)
            );
            x += long + 16;
        }
        if self.series.is_empty() { 0 } else { y + KEY }
    }
}

/// The ink of words on paper.
const INK: &str = "#1d2426";

impl Bar {
    /// A bar of one part.
    pub fn one(label: String, value: i64, text: String, to: Option<Location>) -> Self {
        let said = format!("{label} {text}");
        Self { label, parts: vec![Part { value, said, to }], text }
    }

    fn value(&self) -> i64 {
        self.parts.iter().map(|part| part.value.max(0)).sum()
    }

    fn draw(&self, out: &mut String, (left, top): (u32, u32), room: u32, longest: i64) {
        let (middle, y) = (top + ROW / 2 + LETTER / 3, top + (ROW - THICK) / 2);
        let label = shortened(&self.label, left - 10);
        let _ = write!(
            out,
            r#"<text x="{}" y="{middle}" text-anchor="end" font-size="{LETTER}" fill="{INK}">{}</text>"#,
            left - 10,
            escape(&label)
        );
        let length = |value: i64| {
            let scaled = i128::from(value.max(0)) * i128::from(room) / i128::from(longest);
            u32::try_from(scaled).unwrap_or(room)
        };
        let (mut sum, mut x) = (0, left);
        for (at, part) in self.parts.iter().enumerate().filter(|(_, part)| part.value > 0) {
            sum += part.value;
            // What is there is seen.
            let end = (left + length(sum)).max(x + 2);
            let said = escape(&part.said);
            let mark = format!(
                r#"<rect class="part p{at}" x="{x}" y="{y}" width="{}" height="{THICK}" fill="{}"><title>{said}</title></rect>"#,
                end - x,
                INKS[at % INKS.len()]
            );
            match &part.to {
                Some(to) => {
                    let _ = write!(out, r#"<a href="{}" aria-label="{said}">{mark}</a>"#, escape(&to.href()));
                }
                None => out.push_str(&mark),
            }
            x = end;
        }
        let _ = write!(
            out,
            r#"<text class="value" x="{}" y="{middle}" font-size="{LETTER}" fill="{INK}">{}</text>"#,
            x + 7,
            escape(&self.text)
        );
    }
}

/// About how wide a text is: a Chinese character is as wide as it is high.
pub fn text_width(text: &str) -> u32 {
    text.chars()
        .map(|c| {
            if c.is_ascii() {
                7
            } else if c == '–' {
                8
            } else {
                LETTER
            }
        })
        .sum()
}

/// The text, or as much of it as fits.
fn shortened(text: &str, room: u32) -> String {
    if text_width(text) <= room {
        return text.to_owned();
    }
    let mut fits = String::new();
    for c in text.chars() {
        if text_width(&fits) + LETTER * 2 > room {
            break;
        }
        fits.push(c);
    }
    fits + "…"
}

/// The text as it is written in XML.
pub fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
