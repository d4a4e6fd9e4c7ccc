//! IndexedDB: the mirror of every stored piece, and the only store that survives a killed browser at
//! once (localStorage may lose its last seconds; see the architecture notes).
//!
//! A thin wrapper and not a crate, because transactions must ask for `durability: "strict"`, which the
//! kept crates do not pass on: only then does "complete" mean "on disk".

use js_sys::{Array, Promise};
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{IdbDatabase, IdbObjectStore, IdbOpenDbRequest, IdbRequest, IdbTransaction};

#[wasm_bindgen]
extern "C" {
    /// The same object with the third argument of `transaction`, which web-sys leaves out.
    #[wasm_bindgen(extends = IdbDatabase)]
    type WithOptions;

    #[wasm_bindgen(method, catch, js_name = transaction)]
    fn transaction_with_options(
        this: &WithOptions,
        store: &str,
        mode: &str,
        options: &JsValue,
    ) -> Result<IdbTransaction, JsValue>;
}

/// The one object store of a database: pieces by key.
const STORE: &str = "pieces";

/// IndexedDB could not do what was asked. Private windows and full disks do this.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct IdbFailed;

impl From<JsValue> for IdbFailed {
    fn from(_: JsValue) -> Self {
        IdbFailed
    }
}

/// An open database of keyed pieces.
#[derive(Clone)]
pub struct Database(Rc<Connection>);

/// Closes with the last [`Database`] that uses it; transactions under way still finish.
struct Connection(IdbDatabase);

impl Database {
    /// Opens, or makes, the database `name`.
    ///
    /// # Errors
    /// If the browser has none, or refuses.
    pub async fn open(name: &str) -> Result<Self, IdbFailed> {
        let window = web_sys::window().ok_or(IdbFailed)?;
        let factory = window.indexed_db()?.ok_or(IdbFailed)?;
        let request: IdbOpenDbRequest = factory.open_with_u32(name, 1)?;
        let making = request.clone();
        let upgrade = Closure::once_into_js(move || {
            if let Ok(database) = making.result().and_then(|r| r.dyn_into::<IdbDatabase>()) {
                // Fails only if the store exists already.
                let _ = database.create_object_store(STORE);
            }
        });
        request.set_onupgradeneeded(Some(upgrade.unchecked_ref()));
        let database: IdbDatabase = done(&request).await?.dyn_into()?;
        // Another tab that wants to delete the database must not wait for this one.
        let closing = database.clone();
        let on_change = Closure::<dyn FnMut()>::new(move || closing.close());
        database.set_onversionchange(Some(on_change.as_ref().unchecked_ref()));
        on_change.forget();
        Ok(Self(Rc::new(Connection(database))))
    }

    /// Writes and removes pieces in one transaction and calls `on_done` with whether it reached the
    /// disk. The writes are handed to the browser before this returns.
    pub fn write(
        &self,
        puts: &[(String, JsValue)],
        removes: &[String],
        on_done: impl FnOnce(bool) + 'static,
    ) {
        let started = self.start(puts, removes);
        match started {
            Ok(transaction) => when_finished(&transaction, on_done),
            Err(IdbFailed) => on_done(false),
        }
    }

    /// Writes one text; `true` once it is on disk.
    pub async fn put(&self, key: &str, text: &str) -> bool {
        self.change(&[(key.to_owned(), JsValue::from_str(text))], &[]).await
    }

    /// Writes and removes pieces in one transaction; `true` once it is on disk.
    pub async fn change(&self, puts: &[(String, JsValue)], removes: &[String]) -> bool {
        let promise = Promise::new(&mut |resolve, _| {
            self.write(puts, removes, move |on_disk| {
                // Fails only if the function throws, and this one does not.
                let _ = resolve.call1(&JsValue::NULL, &on_disk.into());
            });
        });
        JsFuture::from(promise).await.is_ok_and(|on_disk| on_disk.is_truthy())
    }

    fn start(&self, puts: &[(String, JsValue)], removes: &[String]) -> Result<IdbTransaction, IdbFailed> {
        let options = js_sys::Object::new();
        js_sys::Reflect::set(&options, &"durability".into(), &"strict".into())?;
        let database: &WithOptions = self.0.0.unchecked_ref();
        let transaction = database.transaction_with_options(STORE, "readwrite", &options)?;
        let store = transaction.object_store(STORE)?;
        for (key, value) in puts {
            store.put_with_key(value, &key.into())?;
        }
        for key in removes {
            store.delete(&key.into())?;
        }
        Ok(transaction)
    }

    /// All keys, in order.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub async fn keys(&self) -> Result<Vec<String>, IdbFailed> {
        let keys: Array = done(&self.reading()?.get_all_keys()?).await?.dyn_into()?;
        Ok(keys.iter().filter_map(|key| key.as_string()).collect())
    }

    /// One piece, if it is there.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub async fn get(&self, key: &str) -> Result<Option<JsValue>, IdbFailed> {
        let value = done(&self.reading()?.get(&key.into())?).await?;
        Ok((!value.is_undefined()).then_some(value))
    }

    /// One piece that is a text, if it is there and is one.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub async fn text(&self, key: &str) -> Result<Option<String>, IdbFailed> {
        Ok(self.get(key).await?.and_then(|value| value.as_string()))
    }

    fn reading(&self) -> Result<IdbObjectStore, IdbFailed> {
        Ok(self.0.0.transaction_with_str(STORE)?.object_store(STORE)?)
    }
}

/// Deletes the database `name` and everything in it.
///
/// # Errors
/// If the browser refuses.
pub async fn delete(name: &str) -> Result<(), IdbFailed> {
    let factory = web_sys::window().and_then(|w| w.indexed_db().ok().flatten()).ok_or(IdbFailed)?;
    let request = factory.delete_database(name)?;
    done(&request).await.map(|_| ())
}

impl Drop for Connection {
    fn drop(&mut self) {
        self.0.close();
    }
}

/// Waits for a request and gives its result.
async fn done(request: &IdbRequest) -> Result<JsValue, IdbFailed> {
    let promise = Promise::new(&mut |resolve, reject| {
        request.set_onsuccess(Some(&resolve));
        request.set_onerror(Some(&reject));
    });
    JsFuture::from(promise).await?;
    Ok(request.result()?)
}

/// Calls `on_done` once, with whether the transaction completed.
fn when_finished(transaction: &IdbTransaction, on_done: impl FnOnce(bool) + 'static) {
    let promise = Promise::new(&mut |resolve, reject| {
        transaction.set_oncomplete(Some(&resolve));
        transaction.set_onabort(Some(&reject));
    });
    wasm_bindgen_futures::spawn_local(async move { on_done(JsFuture::from(promise).await.is_ok()) });
}
