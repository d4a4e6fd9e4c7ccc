//! The camera looks at the codes until the file is whole.

use crate::exchange::qr::{Assembly, Seen, read};
use crate::exchange::share::unpack;
use crate::i18n::exchange::by_hand as words;
use crate::ui::lang::{lang, t};
use crate::ui::widgets::{Button, Dialog, LoadedFile};
use crate::web::camera::{Camera, NoCamera, Shutter};
use crate::web::timer;
use leptos::html;
use leptos::prelude::*;
use std::time::Duration;
use wasm_bindgen_futures::spawn_local;

/// The pause between two looks: a look takes about as long, and the page must stay awake.
const PAUSE: Duration = Duration::from_millis(60);

/// How far it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Step {
    Opening,
    Looking,
    Have(usize, usize),
    Broken,
    Failed(NoCamera),
}

/// The button and its dialog; `on_file` is given the file once it is whole.
#[component]
pub(in crate::ui::exchange) fn Scan(on_file: Callback<LoadedFile>) -> impl IntoView {
    let open = RwSignal::new(false);
    let step = RwSignal::new(Step::Opening);
    let video: NodeRef<html::Video> = NodeRef::new();
    let begin = move || {
        step.set(Step::Opening);
        open.set(true);
        spawn_local(async move {
            let camera = match Camera::open().await {
                Ok(camera) => camera,
                Err(why) => {
                    step.try_set(Step::Failed(why));
                    return;
                }
            };
            let file = look(&camera, open, step, video).await;
            drop(camera);
            if let Some(file) = file {
                open.try_set(false);
                on_file.try_run(file);
            }
        });
    };
    let said = move || match step.get() {
        Step::Opening => t(words::OPENING).to_owned(),
        Step::Looking => t(words::NONE_YET).to_owned(),
        Step::Have(have, of) => words::have(lang(), have, of),
        Step::Broken => t(words::BROKEN).to_owned(),
        Step::Failed(NoCamera::Missing) => t(words::MISSING).to_owned(),
        Step::Failed(NoCamera::Refused) => t(words::REFUSED).to_owned(),
        Step::Failed(NoCamera::Busy) => t(words::BUSY).to_owned(),
    };
    let progress = move || match step.get() {
        Step::Have(have, of) => Some(view! { <progress max=of value=have></progress> }),
        _ => None,
    };
    view! {
        <Button label=words::SCAN on_press=begin/>
        <Dialog open title=words::SCAN>
            <div class="scan">
                <p class="help">{move || t(words::SCAN_TEXT)}</p>
                <video
                    node_ref=video
                    muted=true
                    playsinline=true
                    aria-hidden="true"
                    hidden=move || matches!(step.get(), Step::Failed(_))
                ></video>
                {progress}
                <p role="status" data-scan="">{said}</p>
            </div>
        </Dialog>
    }
    .into_any()
}

/// Looks until the file is whole; `None` if the dialog was closed before.
async fn look(
    camera: &Camera,
    open: RwSignal<bool>,
    step: RwSignal<Step>,
    video: NodeRef<html::Video>,
) -> Option<LoadedFile> {
    let shutter = Shutter::new()?;
    let mut assembly = Assembly::default();
    let mut is_shown = false;
    step.try_set(Step::Looking);
    while open.try_get_untracked() == Some(true) {
        timer::sleep(PAUSE).await;
        let Some(element) = video.try_get_untracked().flatten() else { continue };
        if !is_shown {
            camera.show(&element);
            is_shown = true;
        }
        let Some(picture) = shutter.take(&element) else { continue };
        for code in read(picture.width, picture.height, &picture.grey) {
            match assembly.see(&code) {
                Seen::Other | Seen::Again => {}
                Seen::More(have, of) => _ = step.try_set(Step::Have(have, of)),
                Seen::Broken => _ = step.try_set(Step::Broken),
                Seen::Whole(bytes) => {
                    // An encrypted file is shown as it is; any other was made smaller.
                    let name = words::FILE_NAME.get(untrack(lang)).to_owned();
                    return Some(match unpack(&bytes) {
                        Some(bytes) => LoadedFile { name: format!("{name}.json"), bytes },
                        None => LoadedFile { name: format!("{name}.json.age"), bytes },
                    });
                }
            }
        }
    }
    None
}
