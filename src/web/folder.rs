//! A folder of this computer that the user picked, and files in it (File System Access).
//!
//! Chromium alone lets a page pick a folder; everywhere else [`can_pick`] is false. The folder is remembered
//! in a database of its own, because only IndexedDB can hold what a folder is.

use super::idb::Database;
use js_sys::Uint8Array;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    File, FileSystemDirectoryHandle, FileSystemFileHandle, FileSystemGetDirectoryOptions,
    FileSystemGetFileOptions, FileSystemWritableFileStream,
};

#[wasm_bindgen]
extern "C" {
    /// What web-sys leaves out of a folder: whether it may be written, and what is in it.
    #[wasm_bindgen(extends = FileSystemDirectoryHandle)]
    type Permitted;

    #[wasm_bindgen(method, catch, js_name = queryPermission)]
    fn query_permission(this: &Permitted, wanted: &JsValue) -> Result<js_sys::Promise, JsValue>;

    #[wasm_bindgen(method, catch, js_name = requestPermission)]
    fn request_permission(this: &Permitted, wanted: &JsValue) -> Result<js_sys::Promise, JsValue>;
}

/// The database that remembers the folder. Not one of those that the rescue page saves: it holds no data.
const REMEMBERED: &str = "zs-folder";

/// Something did not work: no permission, a disk that is full or gone, a file another program holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FolderFailed;

impl From<JsValue> for FolderFailed {
    fn from(_: JsValue) -> Self {
        FolderFailed
    }
}

/// A folder the user picked.
#[derive(Clone, Debug)]
pub struct Folder(FileSystemDirectoryHandle);

/// Whether this browser lets the user pick a folder.
pub fn can_pick() -> bool {
    picker().is_some()
}

fn picker() -> Option<js_sys::Function> {
    let window = web_sys::window()?;
    js_sys::Reflect::get(&window, &"showDirectoryPicker".into()).ok()?.dyn_into().ok()
}

/// Lets the user pick a folder to write to; `None` if he does not, or the browser cannot. Call it in answer
/// to a press: browsers show the dialog at no other time.
pub async fn pick() -> Option<Folder> {
    let options = js_sys::Object::new();
    js_sys::Reflect::set(&options, &"mode".into(), &"readwrite".into()).ok()?;
    js_sys::Reflect::set(&options, &"id".into(), &"zhaoshang".into()).ok()?;
    let asked = picker()?.call1(&JsValue::UNDEFINED, &options).ok()?;
    let picked = JsFuture::from(asked.dyn_into::<js_sys::Promise>().ok()?).await.ok()?;
    Some(Folder(picked.dyn_into().ok()?))
}

/// The folder remembered under `key`.
pub async fn remembered(key: &str) -> Option<Folder> {
    let found = Database::open(REMEMBERED).await.ok()?.get(key).await.ok()??;
    Some(Folder(found.dyn_into().ok()?))
}

/// Remembers a folder under `key`; where that fails it has to be picked again next time.
pub async fn remember(key: &str, folder: &Folder) {
    if let Ok(database) = Database::open(REMEMBERED).await {
        let value = JsValue::from(&folder.0);
        let written = js_sys::Promise::new(&mut |done, _| {
            database.write(&[(key.to_owned(), value.clone())], &[], move |_| {
                let _ = done.call0(&JsValue::NULL);
            });
        });
        let _ = JsFuture::from(written).await;
    }
}

/// Forgets the folder remembered under `key`.
pub async fn forget(key: &str) {
    if let Ok(database) = Database::open(REMEMBERED).await {
        database.write(&[], &[key.to_owned()], |_| {});
    }
}

impl Folder {
    /// The folder as the browser knows it.
    pub fn handle(&self) -> &FileSystemDirectoryHandle {
        &self.0
    }

    /// A folder in it, made where there is none.
    ///
    /// # Errors
    /// If it cannot be read or made.
    pub async fn inside(&self, name: &str) -> Result<Folder, FolderFailed> {
        Ok(Folder(folder_in(&self.0, name, true).await?))
    }

    /// Its name, without what it lies in.
    pub fn name(&self) -> String {
        self.0.name()
    }

    /// Whether it may be written to now.
    pub async fn is_open(&self) -> bool {
        // A folder that never asks, such as the browser's own, may always be written to.
        let asked = self.0.unchecked_ref::<Permitted>().query_permission(&read_and_write());
        self.granted(asked).await
    }

    /// Asks the user to let it be written to. Call it in answer to a press.
    pub async fn ask(&self) -> bool {
        let asked = self.0.unchecked_ref::<Permitted>().request_permission(&read_and_write());
        self.granted(asked).await
    }

    async fn granted(&self, asked: Result<js_sys::Promise, JsValue>) -> bool {
        match asked {
            Ok(asked) => JsFuture::from(asked).await.is_ok_and(|answer| answer == "granted"),
            Err(_) => true,
        }
    }

    /// The names of the files in it.
    ///
    /// # Errors
    /// If it cannot be read: it was removed, or is not permitted.
    pub async fn names(&self) -> Result<Vec<String>, FolderFailed> {
        let mut names = Vec::new();
        let keys = self.0.keys();
        loop {
            let next = JsFuture::from(keys.next()?).await?;
            if js_sys::Reflect::get(&next, &"done".into())?.is_truthy() {
                return Ok(names);
            }
            names.extend(js_sys::Reflect::get(&next, &"value".into())?.as_string());
        }
    }

    /// Writes a file whole, in the place of one of the same name only when all is on disk.
    ///
    /// # Errors
    /// If it could not be written; a file of that name is then as it was.
    pub async fn write(&self, name: &str, bytes: &[u8]) -> Result<(), FolderFailed> {
        Ok(write_in(&self.0, name, bytes).await?)
    }

    /// A file in it.
    ///
    /// # Errors
    /// If there is none of that name, or it cannot be read.
    pub async fn file(&self, name: &str) -> Result<File, FolderFailed> {
        let file: FileSystemFileHandle = JsFuture::from(self.0.get_file_handle(name)).await?.dyn_into()?;
        Ok(JsFuture::from(file.get_file()).await?.dyn_into()?)
    }

    /// Removes a file.
    ///
    /// # Errors
    /// If it could not be removed.
    pub async fn remove(&self, name: &str) -> Result<(), FolderFailed> {
        JsFuture::from(self.0.remove_entry(name)).await?;
        Ok(())
    }
}

/// A folder in another; made where there is none if `make`.
///
/// # Errors
/// What the browser says.
pub(super) async fn folder_in(
    folder: &FileSystemDirectoryHandle,
    name: &str,
    make: bool,
) -> Result<FileSystemDirectoryHandle, JsValue> {
    let options = FileSystemGetDirectoryOptions::new();
    options.set_create(make);
    JsFuture::from(folder.get_directory_handle_with_options(name, &options)).await?.dyn_into()
}

/// Writes a file in a folder whole: what was there stays until all of the new is on disk.
///
/// # Errors
/// What the browser says.
pub(super) async fn write_in(
    folder: &FileSystemDirectoryHandle,
    name: &str,
    bytes: &[u8],
) -> Result<(), JsValue> {
    let options = FileSystemGetFileOptions::new();
    options.set_create(true);
    let file: FileSystemFileHandle =
        JsFuture::from(folder.get_file_handle_with_options(name, &options)).await?.dyn_into()?;
    let stream: FileSystemWritableFileStream = JsFuture::from(file.create_writable()).await?.dyn_into()?;
    // A copy: the memory of the program may move while the browser writes.
    let written = match stream.write_with_js_u8_array(&Uint8Array::from(bytes)) {
        Ok(writing) => JsFuture::from(writing).await,
        Err(error) => Err(error),
    };
    if let Err(error) = written {
        let _ = JsFuture::from(stream.abort()).await;
        return Err(error);
    }
    JsFuture::from(stream.close()).await?;
    Ok(())
}

fn read_and_write() -> JsValue {
    let wanted = js_sys::Object::new();
    // Setting a property of a new object cannot fail.
    let _ = js_sys::Reflect::set(&wanted, &"mode".into(), &"readwrite".into());
    wanted.into()
}
