//! A chart as a picture file.

use super::draw::{Drawing, escape};
use crate::web::{files, pictures};
use wasm_bindgen_futures::spawn_local;

/// White around the drawing, in pixels.
const MARGIN: u32 = 24;
/// The height of the title.
const HEAD: u32 = 40;
/// The height of the line below.
const FOOT: u32 = 28;
/// Pixels of the picture for one of the drawing.
const FINE: u32 = 2;

/// Saves a drawing with a title and a line below as PNG, black on white whatever the page looks like.
pub(super) fn save(drawing: &Drawing, title: &str, foot: &str, name: String) {
    let (width, height) = (drawing.width + 2 * MARGIN, drawing.height + HEAD + FOOT + 2 * MARGIN);
    let svg = format!(
        r##"<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}" font-family="'PingFang SC','Microsoft YaHei','Noto Sans SC','Noto Sans CJK SC',sans-serif"><rect width="{width}" height="{height}" fill="#fff"/><text x="{MARGIN}" y="{}" font-size="18" font-weight="600" fill="#1d2426">{}</text><g transform="translate({MARGIN} {})">{}</g><text x="{MARGIN}" y="{}" font-size="12" fill="#566063">{}</text></svg>"##,
        MARGIN + 18,
        escape(title),
        MARGIN + HEAD,
        drawing.inner,
        height - MARGIN,
        escape(foot),
    );
    spawn_local(async move {
        // A browser that cannot draw saves nothing.
        if let Some(png) = pictures::drawn(&svg, width * FINE, height * FINE).await {
            files::save(&name, "image/png", &png);
        }
    });
}
