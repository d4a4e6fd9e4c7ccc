//! Cards with the keyboard: the arrow keys move the focus; Space lifts a card, the arrow keys then move
//! it, Space or Enter drops it, Esc lets it go back.

use super::desk::{Desk, Held, Target, project_name};
use crate::domain::{RecordId, Stage};
use crate::i18n::board as words;
use crate::ui::lang::t_now;
use crate::ui::state::prefs;
use leptos::prelude::*;
use web_sys::KeyboardEvent;

/// A key pressed on a card.
pub fn on_key(desk: Desk, id: RecordId, event: &KeyboardEvent) {
    if event.default_prevented() || event.ctrl_key() || event.meta_key() || event.alt_key() || in_menu(event)
    {
        return;
    }
    let held = desk.held.get_untracked().is_some_and(|held| held.id == id && held.at.is_none());
    let done = if held { held_key(desk, &event.key()) } else { free_key(desk, id, &event.key()) };
    if done {
        event.prevent_default();
        event.stop_propagation();
    }
}

/// The focus left a card: if it was lifted with the keyboard, it goes back.
pub fn left(desk: Desk, id: RecordId) {
    if desk.held.try_get_untracked().flatten().is_some_and(|held| held.id == id && held.at.is_none()) {
        desk.release();
    }
}

/// Whether the key was meant for the card's menu.
fn in_menu(event: &KeyboardEvent) -> bool {
    use wasm_bindgen::JsCast;
    let target = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
    target.is_none_or(|target| !target.matches("a").unwrap_or(false))
}

/// A key while nothing is lifted.
fn free_key(desk: Desk, id: RecordId, key: &str) -> bool {
    if key == " " {
        lift(desk, id);
        return true;
    }
    let Some(to) = neighbour(desk, id, key) else { return false };
    if let Some(to) = to {
        desk.focus(to);
        if desk.open.get_untracked().is_some() {
            desk.open(to);
        }
    }
    true
}

/// The card that an arrow key leads to; the outer `None` for any other key.
fn neighbour(desk: Desk, id: RecordId, key: &str) -> Option<Option<RecordId>> {
    let (stage, at) = desk.find(id)?;
    let in_column = |at: Option<usize>| at.and_then(|at| desk.cards(stage).get(at).copied());
    Some(match key {
        "ArrowDown" => in_column(at.checked_add(1)),
        "ArrowUp" => in_column(at.checked_sub(1)),
        "Home" => in_column(Some(0)),
        "End" => in_column(desk.cards(stage).len().checked_sub(1)),
        "ArrowRight" | "ArrowLeft" => {
            let columns = columns(desk);
            let here = columns.iter().position(|&column| column == stage)?;
            let ahead = columns.get(here + 1..).unwrap_or(&[]).iter();
            let behind = columns[..here].iter().rev();
            let mut others: Box<dyn Iterator<Item = &Option<Stage>>> =
                if key == "ArrowRight" { Box::new(ahead) } else { Box::new(behind) };
            others.find_map(|&column| {
                let cards = desk.cards(column);
                cards.get(at.min(cards.len().checked_sub(1)?)).copied()
            })
        }
        _ => return None,
    })
}

/// The columns shown, from left to right.
fn columns(desk: Desk) -> Vec<Option<Stage>> {
    let exits = desk.with_exits.get_untracked().then_some(None);
    Stage::ALL.iter().map(|&stage| Some(stage)).chain(exits).collect()
}

fn lift(desk: Desk, id: RecordId) {
    let Some((stage, at)) = desk.find(id) else { return };
    if stage.is_none() {
        // What left the pipeline is brought back from its menu.
        return;
    }
    desk.held.set(Some(Held { id, at: None }));
    desk.target.set(Some(Target { stage, at }));
    let l = prefs::language().get_untracked();
    desk.spoken.set(words::lifted(l, &untrack(|| project_name(id))));
}

/// A key while this card is lifted.
fn held_key(desk: Desk, key: &str) -> bool {
    let (Some(held), Some(target)) = (desk.held.get_untracked(), desk.target.get_untracked()) else {
        return false;
    };
    let others = |stage| desk.cards(stage).iter().filter(|&&card| card != held.id).count();
    let columns = columns(desk);
    let beside = |step: isize| {
        let here = columns.iter().position(|&column| column == target.stage)?;
        let stage = *columns.get(here.checked_add_signed(step)?)?;
        Some(Target { stage, at: target.at.min(others(stage)) })
    };
    let next = match key {
        "ArrowDown" => Some(Target { at: (target.at + 1).min(others(target.stage)), ..target }),
        "ArrowUp" => Some(Target { at: target.at.saturating_sub(1), ..target }),
        "ArrowRight" => beside(1),
        "ArrowLeft" => beside(-1),
        " " | "Enter" => {
            desk.drop_held();
            desk.spoken.set(t_now(words::DROPPED).to_owned());
            return true;
        }
        "Escape" | "Tab" => {
            desk.release();
            desk.spoken.set(t_now(words::LET_GO).to_owned());
            return key == "Escape";
        }
        _ => return true,
    };
    if let Some(next) = next {
        desk.target.set(Some(next));
        super::pointer::show_column(next.stage);
        untrack(|| desk.speak_target());
    }
    true
}
