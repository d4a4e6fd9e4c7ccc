//! A WebDAV collection (RFC 4918): any nginx, Apache, Nextcloud or rclone will do.
//!
//! Only what all of these do is used: PROPFIND of one level, GET with a range, PUT, DELETE and MKCOL. Where a
//! server knows conditions (RFC 9110), a file of changes is never written over.

use super::multistatus::{Found, members};
use super::{content_name, file_name, head_name, node_of};
use crate::exchange::share::contents::ContentPlace;
use crate::exchange::share::{Listed, Place, PlaceFailed};
use crate::ledger::NodeId;
use crate::web::timer;
use js_sys::Uint8Array;
use std::cell::RefCell;
use std::collections::BTreeSet;
use std::rc::Rc;
use std::time::Duration;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    AbortSignal, Headers, ReadableStreamDefaultReader, RequestCache, RequestCredentials, RequestInit,
    RequestRedirect, Response,
};

/// What is asked of a listing: nothing but names and what tells that something changed.
const PROPERTIES: &str = "<?xml version=\"1.0\" encoding=\"utf-8\"?><propfind xmlns=\"DAV:\"><prop>\
    <getetag/><getlastmodified/><getcontentlength/></prop></propfind>";
/// How long a server may take to answer, in milliseconds.
const PATIENCE: u32 = 60_000;
/// What a slow line still sends in a millisecond, in bytes.
const SLOW: usize = 32;
/// How often something is tried again before the round is given up.
const TRIES: u32 = 4;
/// The wait before the first new try, in milliseconds; doubled before each further one.
const WAIT: u64 = 500;

/// Who signs in with a server that asks for it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Account {
    /// The name; empty if the server asks nobody.
    pub user: String,
    /// The password.
    pub password: String,
}

/// A collection on a server.
#[derive(Clone)]
pub struct Dav {
    /// Its address, ending in `/`.
    base: String,
    account: Account,
    /// Collections that are known to be there: our own, by its address, and those of devices.
    there: Rc<RefCell<BTreeSet<String>>>,
}

/// An answer, or part of one.
struct Answer {
    status: u16,
    bytes: Vec<u8>,
}

impl Dav {
    /// The collection at an address.
    pub fn new(address: &str, account: Account) -> Self {
        let base = format!("{}/", address.trim().trim_end_matches('/'));
        Self { base, account, there: Rc::default() }
    }

    fn head(&self, node: NodeId) -> String {
        format!("{}{}", self.base, head_name(node))
    }

    fn own(&self, node: NodeId) -> String {
        format!("{}{node}/", self.base)
    }

    fn file(&self, node: NodeId, number: u32) -> String {
        format!("{}{}", self.own(node), file_name(number))
    }

    /// Sends a request; again, later, while the line or the server fails.
    async fn send(
        &self,
        method: &str,
        address: &str,
        headers: &[(&str, &str)],
        body: Option<&[u8]>,
    ) -> Result<Answer, PlaceFailed> {
        let mut tries = 0;
        loop {
            let answer = match self.request(method, address, headers, body).await {
                Ok(response) => {
                    let mut bytes = Vec::new();
                    match read_into(&response, &mut bytes).await {
                        Ok(()) => Ok(Answer { status: response.status(), bytes }),
                        Err(failed) => Err(failed),
                    }
                }
                Err(failed) => Err(failed),
            };
            tries += 1;
            match answer {
                Ok(answer) if !is_passing(answer.status) => return Ok(answer),
                Ok(answer) if tries == TRIES => return Err(failure(answer.status)),
                Err(failed) if tries == TRIES => return Err(failed),
                _ => pause(tries).await,
            }
        }
    }

    async fn request(
        &self,
        method: &str,
        address: &str,
        headers: &[(&str, &str)],
        body: Option<&[u8]>,
    ) -> Result<Response, PlaceFailed> {
        let failed = if is_own(address) { PlaceFailed::Unreachable } else { PlaceFailed::OtherOrigin };
        let unreachable = |_: JsValue| failed;
        let all = Headers::new().map_err(unreachable)?;
        for (name, value) in headers {
            all.set(name, value).map_err(unreachable)?;
        }
        if !self.account.user.is_empty() {
            all.set("Authorization", &basic(&self.account)).map_err(unreachable)?;
        }
        let init = RequestInit::new();
        init.set_method(method);
        init.set_headers(&all);
        // What matters is what is there now.
        init.set_cache(RequestCache::NoStore);
        // Where no account is given here, the browser's own way of signing in counts. Where one is, the browser
        // must not ask for another in a dialog of its own when it is refused.
        init.set_credentials(match self.account.user.is_empty() {
            true => RequestCredentials::SameOrigin,
            false => RequestCredentials::Omit,
        });
        init.set_redirect(RequestRedirect::Follow);
        // What is sent cannot be gone on with, as what is read can; so the time follows from its size.
        let sending = u32::try_from(body.map_or(0, <[u8]>::len) / SLOW).unwrap_or(u32::MAX);
        init.set_signal(Some(&AbortSignal::timeout_with_u32(PATIENCE.saturating_add(sending))));
        if let Some(bytes) = body {
            init.set_body(&Uint8Array::from(bytes));
        }
        let window = web_sys::window().ok_or(PlaceFailed::Unreachable)?;
        let answered = JsFuture::from(window.fetch_with_str_and_init(address, &init)).await;
        answered.map_err(unreachable)?.dyn_into().map_err(unreachable)
    }

    /// Reads a file to its end, going on where a broken line left it.
    async fn get(&self, address: &str) -> Result<Vec<u8>, PlaceFailed> {
        let mut bytes = Vec::new();
        let mut tries = 0;
        loop {
            let range = format!("bytes={}-", bytes.len());
            let headers: &[_] = if bytes.is_empty() { &[] } else { &[("Range", range.as_str())] };
            let failed = match self.request("GET", address, headers, None).await {
                Ok(response) => match response.status() {
                    206 => read_into(&response, &mut bytes).await,
                    200 => {
                        bytes.clear();
                        read_into(&response, &mut bytes).await
                    }
                    // All was there already; only the end of the answer was lost.
                    416 => Ok(()),
                    status if is_passing(status) => Err(failure(status)),
                    status => return Err(failure(status)),
                },
                Err(failed) => Err(failed),
            };
            let Err(failed) = failed else { return Ok(bytes) };
            tries += 1;
            if tries == TRIES {
                return Err(failed);
            }
            pause(tries).await;
        }
    }

    async fn put(&self, address: &str, headers: &[(&str, &str)], bytes: &[u8]) -> Result<(), PlaceFailed> {
        match self.send("PUT", address, headers, Some(bytes)).await?.status {
            200..=299 => Ok(()),
            412 => Err(PlaceFailed::Taken),
            status => Err(failure(status)),
        }
    }

    /// Makes the collection and this device's own, unless they are there.
    async fn make(&self, node: NodeId) -> Result<(), PlaceFailed> {
        for address in [self.base.clone(), self.own(node)] {
            if self.there.borrow().contains(&address) {
                continue;
            }
            match self.send("MKCOL", &address, &[], None).await?.status {
                // 405: it is there. nginx says 409 of one that is there, and so does a server of a collection
                // whose parent is missing; the next write tells them apart.
                200..=299 | 301 | 405 | 409 => drop(self.there.borrow_mut().insert(address)),
                status => return Err(failure(status)),
            }
        }
        Ok(())
    }
}

impl Place for Dav {
    async fn heads(&self) -> Result<Vec<Listed>, PlaceFailed> {
        let headers = [("Depth", "1"), ("Content-Type", "application/xml; charset=utf-8")];
        let answer = self.send("PROPFIND", &self.base, &headers, Some(PROPERTIES.as_bytes())).await?;
        match answer.status {
            207 => {
                let found = members(&answer.bytes).ok_or(PlaceFailed::Unexpected)?;
                let (collections, files): (Vec<_>, Vec<_>) =
                    found.into_iter().partition(|found| found.is_collection);
                let mut there = self.there.borrow_mut();
                *there =
                    collections.into_iter().map(|found| format!("{}{}/", self.base, found.name)).collect();
                there.insert(self.base.clone());
                let listed = |Found { name, tag, .. }: Found| Some(Listed { node: node_of(&name)?, tag });
                Ok(files.into_iter().filter_map(listed).collect())
            }
            // Not made yet: whoever writes first makes it.
            404 => {
                self.there.borrow_mut().clear();
                Ok(Vec::new())
            }
            // Not a WebDAV server, or not there.
            405 | 501 | 200..=299 => Err(PlaceFailed::Unexpected),
            status => Err(failure(status)),
        }
    }

    async fn read_head(&self, node: NodeId) -> Result<Vec<u8>, PlaceFailed> {
        self.get(&self.head(node)).await
    }

    async fn write_head(&self, node: NodeId, bytes: &[u8]) -> Result<(), PlaceFailed> {
        self.make(node).await?;
        self.put(&self.head(node), &[("Content-Type", "application/json")], bytes).await
    }

    async fn read_file(&self, node: NodeId, number: u32, _: usize) -> Result<Vec<u8>, PlaceFailed> {
        self.get(&self.file(node, number)).await
    }

    async fn write_file(&self, node: NodeId, number: u32, bytes: &[u8]) -> Result<(), PlaceFailed> {
        self.make(node).await?;
        let headers = [("Content-Type", "application/gzip"), ("If-None-Match", "*")];
        self.put(&self.file(node, number), &headers, bytes).await
    }

    async fn remove_file(&self, node: NodeId, number: u32) -> Result<(), PlaceFailed> {
        match self.send("DELETE", &self.file(node, number), &[], None).await?.status {
            200..=299 | 404 | 410 => Ok(()),
            status => Err(failure(status)),
        }
    }
}

impl ContentPlace for Dav {
    async fn read_content(&self, node: NodeId, digest: &str) -> Result<Vec<u8>, PlaceFailed> {
        self.get(&format!("{}{}", self.own(node), content_name(digest))).await
    }

    async fn write_content(&self, node: NodeId, digest: &str, bytes: &[u8]) -> Result<(), PlaceFailed> {
        self.make(node).await?;
        let headers = [("Content-Type", "application/octet-stream"), ("If-None-Match", "*")];
        match self.put(&format!("{}{}", self.own(node), content_name(digest)), &headers, bytes).await {
            // Its name says what it holds, so what is there is the same.
            Err(PlaceFailed::Taken) => Ok(()),
            done => done,
        }
    }
}

/// Adds what an answer brings to `bytes`. What came before a line broke stays in it.
async fn read_into(response: &Response, bytes: &mut Vec<u8>) -> Result<(), PlaceFailed> {
    let Some(body) = response.body() else { return Ok(()) };
    let reader: ReadableStreamDefaultReader = body.get_reader().unchecked_into();
    loop {
        let read = JsFuture::from(reader.read()).await.map_err(|_| PlaceFailed::Unreachable)?;
        let part = |key: &str| js_sys::Reflect::get(&read, &key.into()).unwrap_or_default();
        if part("done").is_truthy() {
            return Ok(());
        }
        bytes.extend(part("value").unchecked_into::<Uint8Array>().to_vec());
    }
}

/// Whether an address is on the server that the page came from.
fn is_own(address: &str) -> bool {
    let origin = web_sys::window().and_then(|window| window.location().origin().ok());
    origin.is_some_and(|origin| address.strip_prefix(&*origin).is_some_and(|rest| rest.starts_with('/')))
}

/// What the value of `Authorization` is for an account (RFC 7617, in UTF-8).
fn basic(account: &Account) -> String {
    let plain = format!("{}:{}", account.user, account.password);
    let binary: String = plain.bytes().map(char::from).collect();
    let coded = web_sys::window().and_then(|window| window.btoa(&binary).ok()).unwrap_or_default();
    format!("Basic {coded}")
}

/// Whether a server may answer otherwise in a moment.
fn is_passing(status: u16) -> bool {
    matches!(status, 408 | 423 | 425 | 429 | 500 | 502 | 503 | 504)
}

fn failure(status: u16) -> PlaceFailed {
    match status {
        401 | 403 => PlaceFailed::Denied,
        404 | 409 | 410 => PlaceFailed::Missing,
        412 => PlaceFailed::Taken,
        413 | 507 => PlaceFailed::Full,
        status if is_passing(status) => PlaceFailed::Unreachable,
        _ => PlaceFailed::Unexpected,
    }
}

async fn pause(tries: u32) {
    timer::sleep(Duration::from_millis(WAIT << (tries - 1).min(8))).await;
}
