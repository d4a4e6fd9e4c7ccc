//! Cards with the mouse and the finger. A mouse lifts a card by moving it; a finger by resting on it,
//! because a finger that moves scrolls.

use super::card::{details, face};
use super::desk::{Desk, Held, Target};
use crate::domain::{RecordId, Stage};
use crate::web::css::px;
use crate::web::drag::{at_point, scroll_at_edge};
use crate::web::page;
use crate::web::timer::{self, Timer};
use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, PointerEvent};

/// How far a mouse moves before it drags, in pixels.
const DRAG_FROM: f64 = 5.0;
/// How far a finger may stray while it rests.
const RESTS_WITHIN: f64 = 10.0;
/// How long a finger rests before it lifts, in milliseconds.
const LIFT_AFTER: i32 = 350;

/// A pointer that is down on a card.
#[derive(Clone, Copy)]
struct Pressed {
    id: RecordId,
    pointer: i32,
    from: (f64, f64),
    /// Set while a finger rests; gone for a mouse.
    lifts: Option<Timer>,
}

/// The pointer of the board.
#[derive(Clone, Copy)]
pub struct Pointer {
    desk: Desk,
    pressed: StoredValue<Option<Pressed>>,
    /// The press that ended was a drag; the click it ends in is none.
    dragged: StoredValue<bool>,
}

/// Follows the pointer from now on.
pub fn listen(desk: Desk, board: NodeRef<html::Div>) -> Pointer {
    let pointer = Pointer { desk, pressed: StoredValue::new(None), dragged: StoredValue::new(false) };
    let moved = window_event_listener(leptos::ev::pointermove, move |event| pointer.moved(&event, board));
    let ended = window_event_listener(leptos::ev::pointerup, move |event| pointer.ended(&event, true));
    let broken = window_event_listener(leptos::ev::pointercancel, move |event| pointer.ended(&event, false));
    let escape = window_event_listener(leptos::ev::keydown, move |event| {
        if event.key() == "Escape" && pointer.is_dragging() {
            pointer.pressed.set_value(None);
            desk.release();
        }
    });
    on_cleanup(move || {
        moved.remove();
        ended.remove();
        broken.remove();
        escape.remove();
    });
    pointer
}

impl Pointer {
    /// A pointer went down on a card.
    pub fn pressed(self, event: &PointerEvent, id: RecordId) {
        self.dragged.set_value(false);
        let on_button = event.target().and_then(|t| t.dyn_into::<Element>().ok()).is_some_and(|element| {
            // The menu is not part of what is dragged.
            matches!(element.closest("button, [popover]"), Ok(Some(_)))
        });
        let left_pipeline = self.desk.find(id).is_none_or(|(stage, _)| stage.is_none());
        if event.button() != 0 || !event.is_primary() || on_button || left_pipeline {
            return;
        }
        let from = (f64::from(event.client_x()), f64::from(event.client_y()));
        let rest = event.pointer_type() != "mouse";
        let lifts = rest.then(|| timer::after(LIFT_AFTER, move || self.lift(from)));
        self.pressed.set_value(Some(Pressed { id, pointer: event.pointer_id(), from, lifts }));
    }

    /// Whether the last press became a drag.
    pub fn was_drag(self) -> bool {
        self.dragged.get_value()
    }

    fn is_dragging(self) -> bool {
        self.desk.held.try_get_untracked().flatten().is_some_and(|held| held.at.is_some())
    }

    fn lift(self, at: (f64, f64)) {
        let Some(Some(pressed)) = self.pressed.try_get_value() else { return };
        self.dragged.set_value(true);
        self.desk.held.set(Some(Held { id: pressed.id, at: Some(at) }));
        self.aim(at);
    }

    fn moved(self, event: &PointerEvent, board: NodeRef<html::Div>) {
        let Some(Some(pressed)) = self.pressed.try_get_value() else { return };
        if pressed.pointer != event.pointer_id() {
            return;
        }
        let at = (f64::from(event.client_x()), f64::from(event.client_y()));
        let (dx, dy) = (at.0 - pressed.from.0, at.1 - pressed.from.1);
        let far = dx.hypot(dy);
        if self.is_dragging() {
            event.prevent_default();
            self.desk.held.set(Some(Held { id: pressed.id, at: Some(at) }));
            self.scroll(at, board);
            self.aim(at);
        } else if let Some(timer) = pressed.lifts {
            if far > RESTS_WITHIN {
                timer.cancel();
                self.pressed.set_value(None);
            }
        } else if far > DRAG_FROM {
            self.lift(at);
        }
    }

    fn scroll(self, (x, y): (f64, f64), board: NodeRef<html::Div>) {
        if let Some(Some(board)) = board.try_get_untracked() {
            scroll_at_edge(&board, x, y);
        }
        if let Some(list) = at_point(x, y, "[data-column] .virtual-list") {
            scroll_at_edge(&list, x, y);
        }
    }

    /// Finds out where the card would drop.
    fn aim(self, (x, y): (f64, f64)) {
        let Some(column) = at_point(x, y, "[data-column]") else { return self.desk.target.set(None) };
        let word = column.get_attribute("data-column").unwrap_or_default();
        let stage = Stage::ALL.iter().copied().find(|stage| stage.word() == word);
        let Some(held) = self.desk.held.get_untracked() else { return };
        let cards = self.desk.cards(stage);
        let line = column.query_selector(".virtual-list").ok().flatten().map_or(0.0, |list| {
            let top = y - list.get_bounding_client_rect().top() + f64::from(list.scroll_top());
            (top / self.desk.pitch.get_untracked()).round().max(0.0)
        });
        let line = (line as usize).min(cards.len());
        let own = cards.iter().position(|&card| card == held.id);
        let at = line - usize::from(own.is_some_and(|own| own < line));
        self.desk.target.set(Some(Target { stage, at }));
    }

    fn ended(self, event: &PointerEvent, drops: bool) {
        let Some(Some(pressed)) = self.pressed.try_get_value() else { return };
        if pressed.pointer != event.pointer_id() {
            return;
        }
        self.pressed.set_value(None);
        if let Some(timer) = pressed.lifts {
            timer.cancel();
        }
        if self.is_dragging() {
            if drops {
                self.desk.drop_held();
            } else {
                self.desk.release();
            }
        }
    }
}

/// The list of a column, if it is on the page.
fn list_of(stage: Option<Stage>) -> Option<Element> {
    let word = stage.map_or("exits", Stage::word);
    let found = page::document()?.query_selector(&format!("[data-column={word}] .virtual-list"));
    found.ok().flatten()
}

/// How far a column is scrolled, in pixels.
pub fn scrolled(stage: Option<Stage>) -> f64 {
    list_of(stage).map_or(0.0, |list| f64::from(list.scroll_top()))
}

/// Brings a column into sight.
pub fn show_column(stage: Option<Stage>) {
    if let Some(list) = list_of(stage) {
        list.scroll_into_view_with_bool(false);
    }
}

/// The card under the pointer.
#[component]
pub fn Ghost(desk: Desk) -> impl IntoView {
    let id = Memo::new(move |_| desk.held.get().filter(|held| held.at.is_some()).map(|held| held.id));
    let place = move || {
        let (x, y) = desk.held.get().and_then(|held| held.at).unwrap_or_default();
        format!("translate({}, {})", px(x), px(y))
    };
    move || {
        id.get().map(|id| {
            let face = face(id);
            view! {
                <div class="card ghost" aria-hidden="true" style:transform=place>
                    <a>{face.name.clone()}</a>
                    {details(&face)}
                </div>
            }
        })
    }
}
