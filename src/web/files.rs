//! Files the user gives and takes: reading, saving, the clipboard.

use js_sys::{Array, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Blob, BlobPropertyBag, ClipboardEvent, DataTransfer, File, FileList, HtmlAnchorElement,
    HtmlTextAreaElement, Url,
};

/// A file that was read whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LoadedFile {
    /// Its name, without a folder.
    pub name: String,
    /// Its content.
    pub bytes: Vec<u8>,
}

/// What a paste holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pasted {
    /// The plain text; spreadsheet cells come separated by tabs and line breaks.
    pub text: String,
    /// The same as HTML, where the source offers it; keeps merged cells.
    pub html: Option<String>,
}

/// Reads one file. `Err` holds its name: it vanished, is locked, or is a folder.
pub async fn read(file: File) -> Result<LoadedFile, String> {
    let name = file.name();
    match JsFuture::from(file.array_buffer()).await {
        Ok(buffer) => Ok(LoadedFile { name, bytes: Uint8Array::new(&buffer).to_vec() }),
        Err(_) => Err(name),
    }
}

/// The files of a list, as a plain vector.
pub fn list(files: Option<FileList>) -> Vec<File> {
    files.map(|files| (0..files.length()).filter_map(|i| files.get(i)).collect()).unwrap_or_default()
}

/// Whether what is dragged over the page holds files.
pub fn holds_files(data: Option<DataTransfer>) -> bool {
    data.is_some_and(|d| d.types().iter().any(|t| t.as_string().as_deref() == Some("Files")))
}

/// Offers `bytes` as a download named `name`. Nothing happens where the browser forbids it.
pub fn save(name: &str, mime: &str, bytes: &[u8]) {
    let _ = try_save(name, mime, bytes);
}

/// Offers everything this browser stores, as it is stored, as one file: the same that the rescue page
/// saves, what could not be read included. Nothing happens where the page has no such script.
pub fn save_stored() {
    let save = web_sys::window().and_then(|window| {
        let save = js_sys::Reflect::get(&window, &JsValue::from_str("__zhaoshang_save")).ok()?;
        save.dyn_into::<js_sys::Function>().ok()
    });
    if let Some(save) = save {
        // It answers with a promise; the download shows whether it was kept.
        let _ = save.call0(&JsValue::NULL);
    }
}

/// A file that is put together piece by piece in the browser's keeping, because it may be larger than what the
/// program should hold.
#[derive(Default)]
pub struct Pieces(Array);

impl Pieces {
    /// Adds bytes at the end; `false` if the browser has no room for them.
    pub fn push(&self, bytes: &[u8]) -> bool {
        let piece = super::pictures::blob(bytes, "");
        piece.is_some_and(|piece| self.0.push(&piece) > 0)
    }

    /// Offers the file as a download named `name`. Nothing happens where the browser forbids it.
    pub fn save(&self, name: &str, mime: &str) {
        let _ = save_pieces(name, mime, &self.0);
    }
}

fn try_save(name: &str, mime: &str, bytes: &[u8]) -> Result<(), JsValue> {
    save_pieces(name, mime, &Array::of1(&Uint8Array::from(bytes)))
}

fn save_pieces(name: &str, mime: &str, pieces: &Array) -> Result<(), JsValue> {
    let document = super::page::document().ok_or(JsValue::NULL)?;
    let options = BlobPropertyBag::new();
    options.set_type(mime);
    let url = Url::create_object_url_with_blob(&Blob::new_with_blob_sequence_and_options(pieces, &options)?)?;
    let link: HtmlAnchorElement = document.create_element("a")?.unchecked_into();
    link.set_href(&url);
    link.set_download(name);
    link.click();
    // The download holds its own reference; ten seconds cover browsers that ask where to save first.
    super::timer::after(10_000, move || {
        let _ = Url::revoke_object_url(&url);
    });
    Ok(())
}

/// Copies text to the clipboard; whether it went well.
pub async fn copy_text(text: &str) -> bool {
    let navigator = web_sys::window().map(|w| w.navigator());
    // Absent on pages served over plain http from another computer.
    let modern = navigator.map(|n| n.clipboard()).filter(|c| !c.is_undefined());
    if let Some(clipboard) = modern
        && JsFuture::from(clipboard.write_text(text)).await.is_ok()
    {
        return true;
    }
    copy_by_selection(text).unwrap_or(false)
}

/// The old way: select the text in a field nobody sees and ask the page to copy.
fn copy_by_selection(text: &str) -> Result<bool, JsValue> {
    let document = super::page::document().ok_or(JsValue::NULL)?;
    let body = document.body().ok_or(JsValue::NULL)?;
    let before = super::page::focused();
    let area: HtmlTextAreaElement = document.create_element("textarea")?.unchecked_into();
    area.set_value(text);
    area.set_class_name("off-screen");
    body.append_child(&area)?;
    area.select();
    let copy = js_sys::Reflect::get(&document, &"execCommand".into())?;
    let done = copy.dyn_ref::<js_sys::Function>().map(|f| f.call1(&document, &"copy".into())).transpose()?;
    area.remove();
    if let Some(before) = before {
        before.focus()?;
    }
    Ok(done.is_some_and(|d| d.is_truthy()))
}

/// What a paste event holds.
pub fn pasted(event: &ClipboardEvent) -> Pasted {
    let Some(data) = event.clipboard_data() else { return Pasted::default() };
    let html = data.get_data("text/html").ok().filter(|html| !html.is_empty());
    Pasted { text: data.get_data("text/plain").unwrap_or_default(), html }
}
