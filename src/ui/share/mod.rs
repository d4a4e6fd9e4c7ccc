//! Exchanges changes through a shared place by itself: after every change, and now and then.

mod contents;
mod desk;
mod noted;
mod notice;
mod rounds;

pub use noted::{Brought, Sharing, Standing, Step, sharing, standing};
pub use notice::ShareNotice;
pub use rounds::soon;

use crate::domain::RecordId;
use crate::ui::state::page_lived;
use crate::ui::{session, startup};
use crate::web::folder as picked;
use crate::web::places::{Account, AnyPlace, Dav, SharedFolder};
use leptos::prelude::*;
use noted::{Chosen, choose, chosen, set_sharing};
use wasm_bindgen_futures::spawn_local;

/// The key under which the folder is remembered.
const REMEMBERED: &str = "share";

/// Begins to share, if a place was chosen. Called once, when the program is here.
pub fn begin() {
    session::on_open(|| spawn_local(look()));
    rounds::listen();
    spawn_local(look());
    page_lived(|| {
        Effect::new(|| {
            // Whatever changed here is wanted there.
            session::watch_present(|store| store.revision());
            rounds::changed();
        });
    });
}

/// Looks up which place was chosen and goes there.
async fn look() {
    rounds::leave();
    if untrack(startup::is_sample) {
        return set_sharing(Sharing::Off);
    }
    match chosen() {
        Chosen::Nothing => set_sharing(Sharing::Off),
        Chosen::Folder => match picked::remembered(REMEMBERED).await {
            Some(folder) => enter_folder(folder).await,
            None => set_sharing(Sharing::Off),
        },
        Chosen::Server { address, user, password } => enter_server(&address, Account { user, password }),
    }
}

/// Lets the user pick a folder to share through. Call it in answer to a press.
pub fn pick() {
    spawn_local(async {
        if let Some(folder) = picked::pick().await {
            picked::remember(REMEMBERED, &folder).await;
            choose(Chosen::Folder);
            enter_folder(folder).await;
        }
    });
}

/// Shares through a server.
pub fn connect(address: &str, account: Account) {
    choose(Chosen::Server {
        address: address.to_owned(),
        user: account.user.clone(),
        password: account.password.clone(),
    });
    enter_server(address, account);
}

/// Asks the browser to let the folder be used again. Call it in answer to a press.
pub fn allow() {
    spawn_local(async {
        if let Some(folder) = picked::remembered(REMEMBERED).await
            && folder.ask().await
        {
            enter_folder(folder).await;
        }
    });
}

/// Shares no more; what is in the place stays there, what came from it stays here.
pub fn stop() {
    rounds::leave();
    choose(Chosen::Nothing);
    set_sharing(Sharing::Off);
    spawn_local(picked::forget(REMEMBERED));
}

/// Takes note of records that came by hand with gaps before them, so that they are handed on.
pub fn pass_on(records: Vec<RecordId>) {
    rounds::pass_on(records);
}

async fn enter_folder(folder: picked::Folder) {
    let name = folder.name();
    if folder.is_open().await {
        set_sharing(Sharing::Folder(name));
        rounds::enter(AnyPlace::Folder(SharedFolder::new(folder)));
    } else {
        set_sharing(Sharing::Closed(name));
    }
}

fn enter_server(address: &str, account: Account) {
    set_sharing(Sharing::Server(address.to_owned()));
    rounds::enter(AnyPlace::Dav(Dav::new(address, account)));
}
