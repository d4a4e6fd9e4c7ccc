//! Small pictures of large ones, and pictures and documents to be shown.

use js_sys::{Array, Promise, Uint8Array};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Blob, BlobPropertyBag, CanvasRenderingContext2d, HtmlCanvasElement, HtmlImageElement, ImageBitmap, Url,
};

/// The longer side of a small picture, in pixels: twice what it is shown at, for screens that are fine.
const LONGER: f64 = 320.0;
/// How well a small picture keeps what it shows, from 0 to 1.
const QUALITY: f64 = 0.8;

/// An address within this page under which bytes can be shown; they are let go with it.
pub struct ObjectUrl(String);

impl ObjectUrl {
    /// Gives bytes an address. `mime` must be what they are, not what somebody says.
    pub fn new(bytes: &[u8], mime: &str) -> Option<Self> {
        Url::create_object_url_with_blob(&blob(bytes, mime)?).ok().map(Self)
    }

    /// The address.
    pub fn address(&self) -> &str {
        &self.0
    }

    /// Shows it in a tab of its own, for as long as the page keeps the address.
    pub fn open(&self) {
        if let Some(window) = web_sys::window() {
            let _ = window.open_with_url_and_target_and_features(&self.0, "_blank", "noopener");
        }
    }
}

impl Drop for ObjectUrl {
    fn drop(&mut self) {
        let _ = Url::revoke_object_url(&self.0);
    }
}

/// A file's bytes in the browser's keeping, not in the program's memory.
pub fn blob(bytes: &[u8], mime: &str) -> Option<Blob> {
    let options = BlobPropertyBag::new();
    options.set_type(mime);
    Blob::new_with_u8_array_sequence_and_options(&Array::of1(&Uint8Array::from(bytes)), &options).ok()
}

/// A small picture of a large one, as JPEG; `None` if the browser cannot show it.
pub async fn small(bytes: &[u8], mime: &str) -> Option<Vec<u8>> {
    let window = web_sys::window()?;
    let asked = window.create_image_bitmap_with_blob(&blob(bytes, mime)?).ok()?;
    let picture: ImageBitmap = JsFuture::from(asked).await.ok()?.dyn_into().ok()?;
    let drawn = draw(&picture).await;
    picture.close();
    let buffer = JsFuture::from(drawn?.array_buffer()).await.ok()?;
    Some(Uint8Array::new(&buffer).to_vec())
}

async fn draw(picture: &ImageBitmap) -> Option<Blob> {
    let (width, height) = (f64::from(picture.width()), f64::from(picture.height()));
    let scale = (LONGER / width.max(height)).min(1.0);
    let (width, height) = ((width * scale).max(1.0).round(), (height * scale).max(1.0).round());
    let canvas: HtmlCanvasElement =
        super::page::document()?.create_element("canvas").ok()?.dyn_into().ok()?;
    canvas.set_width(width as u32);
    canvas.set_height(height as u32);
    let context: CanvasRenderingContext2d = canvas.get_context("2d").ok()??.dyn_into().ok()?;
    // What is transparent would be black as JPEG.
    context.set_fill_style_str("#fff");
    context.fill_rect(0.0, 0.0, width, height);
    context.draw_image_with_image_bitmap_and_dw_and_dh(picture, 0.0, 0.0, width, height).ok()?;
    let made = Promise::new(&mut |done, _| {
        // Without an answer there is no small picture.
        let _ =
            canvas.to_blob_with_type_and_encoder_options(&done, "image/jpeg", &JsValue::from_f64(QUALITY));
    });
    JsFuture::from(made).await.ok()?.dyn_into().ok()
}

/// A drawing in SVG as a PNG of so many pixels; `None` if the browser cannot draw it.
pub async fn drawn(svg: &str, width: u32, height: u32) -> Option<Vec<u8>> {
    let source = ObjectUrl::new(svg.as_bytes(), "image/svg+xml")?;
    let image = HtmlImageElement::new().ok()?;
    image.set_src(source.address());
    JsFuture::from(image.decode()).await.ok()?;
    let canvas: HtmlCanvasElement =
        super::page::document()?.create_element("canvas").ok()?.dyn_into().ok()?;
    canvas.set_width(width);
    canvas.set_height(height);
    let context: CanvasRenderingContext2d = canvas.get_context("2d").ok()??.dyn_into().ok()?;
    let (width, height) = (f64::from(width), f64::from(height));
    context.draw_image_with_html_image_element_and_dw_and_dh(&image, 0.0, 0.0, width, height).ok()?;
    let made = Promise::new(&mut |done, _| {
        // Without an answer there is no picture.
        let _ = canvas.to_blob_with_type(&done, "image/png");
    });
    let blob: Blob = JsFuture::from(made).await.ok()?.dyn_into().ok()?;
    let buffer = JsFuture::from(blob.array_buffer()).await.ok()?;
    Some(Uint8Array::new(&buffer).to_vec())
}
