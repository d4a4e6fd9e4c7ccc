//! The camera, as long as it is looked through.

use super::page;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    CanvasRenderingContext2d, HtmlCanvasElement, HtmlVideoElement, MediaStream, MediaStreamConstraints,
    MediaStreamTrack,
};

/// Why there is no picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoCamera {
    /// There is none, or the browser gives it only to pages that came safely.
    Missing,
    /// The user, or a rule of the office, does not allow it.
    Refused,
    /// Another program has it.
    Busy,
}

/// An open camera. It is let go with this, so that its light goes out.
pub struct Camera(MediaStream);

impl Camera {
    /// Opens the camera, the one away from the user where there are two. Call it in answer to a press.
    ///
    /// # Errors
    /// Why not.
    pub async fn open() -> Result<Self, NoCamera> {
        let devices = web_sys::window().and_then(|window| window.navigator().media_devices().ok());
        // Undefined on a page that did not come safely.
        let devices = devices.filter(|devices| !devices.is_undefined()).ok_or(NoCamera::Missing)?;
        let wanted = js_sys::Object::new();
        let facing = js_sys::Reflect::set(&wanted, &"facingMode".into(), &"environment".into());
        facing.map_err(|_| NoCamera::Missing)?;
        let constraints = MediaStreamConstraints::new();
        constraints.set_video(&wanted);
        let asked = devices.get_user_media_with_constraints(&constraints).map_err(|error| why(&error))?;
        let stream = JsFuture::from(asked).await.map_err(|error| why(&error))?;
        stream.dyn_into().map(Self).map_err(|_| NoCamera::Missing)
    }

    /// Shows what it sees.
    pub fn show(&self, video: &HtmlVideoElement) {
        video.set_src_object(Some(&self.0));
        // It begins by itself too; a refusal shows as a picture that stands still.
        drop(video.play());
    }
}

impl Drop for Camera {
    fn drop(&mut self) {
        for track in self.0.get_tracks().iter() {
            if let Ok(track) = track.dyn_into::<MediaStreamTrack>() {
                track.stop();
            }
        }
    }
}

/// A picture in grey.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Picture {
    /// Pixels across.
    pub width: usize,
    /// Pixels down.
    pub height: usize,
    /// One byte each, row by row.
    pub grey: Vec<u8>,
}

/// Takes pictures of a video.
pub struct Shutter(HtmlCanvasElement);

impl Shutter {
    /// One; `None` outside a document.
    pub fn new() -> Option<Self> {
        page::document()?.create_element("canvas").ok()?.dyn_into().ok().map(Self)
    }

    /// What the video shows; `None` before it shows something.
    pub fn take(&self, video: &HtmlVideoElement) -> Option<Picture> {
        let (width, height) = (video.video_width(), video.video_height());
        if width == 0 || height == 0 {
            return None;
        }
        self.0.set_width(width);
        self.0.set_height(height);
        let context: CanvasRenderingContext2d = self.0.get_context("2d").ok()??.dyn_into().ok()?;
        context.draw_image_with_html_video_element(video, 0.0, 0.0).ok()?;
        let data = context.get_image_data(0.0, 0.0, f64::from(width), f64::from(height)).ok()?.data();
        // The weights of the eye, in 256ths.
        let grey = |rgba: &[u8]| {
            let sum = 77 * u32::from(rgba[0]) + 150 * u32::from(rgba[1]) + 29 * u32::from(rgba[2]);
            (sum >> 8) as u8
        };
        let grey = data.chunks_exact(4).map(grey).collect();
        Some(Picture { width: width as usize, height: height as usize, grey })
    }
}

fn why(error: &JsValue) -> NoCamera {
    match error.dyn_ref::<web_sys::DomException>().map(web_sys::DomException::name).as_deref() {
        Some("NotAllowedError" | "SecurityError") => NoCamera::Refused,
        Some("NotReadableError" | "AbortError") => NoCamera::Busy,
        _ => NoCamera::Missing,
    }
}
