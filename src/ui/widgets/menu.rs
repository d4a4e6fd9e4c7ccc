//! A button that opens a list of actions.

use super::id::unique_id;
use super::{ButtonKind, Glyph, Icon, Kbd};
use crate::ui::heard::heard;
use crate::ui::lang::Words;
use crate::web::{page, timer};
use leptos::ev;
use leptos::html;
use leptos::prelude::*;
use std::sync::Arc;
use web_sys::KeyboardEvent;

/// An entry of a menu.
#[derive(Clone)]
pub struct MenuItem {
    label: Words,
    icon: Option<Glyph>,
    keys: Option<&'static str>,
    checked: Option<bool>,
    disabled: bool,
    danger: bool,
    on_choose: Option<Arc<dyn Fn() + Send + Sync>>,
}

impl MenuItem {
    /// An action.
    pub fn new(label: impl Into<Words>, on_choose: impl Fn() + Send + Sync + 'static) -> MenuItem {
        MenuItem { on_choose: Some(Arc::new(on_choose)), ..MenuItem::heading(label) }
    }

    /// A heading over the entries that follow.
    pub fn heading(label: impl Into<Words>) -> MenuItem {
        MenuItem {
            label: label.into(),
            icon: None,
            keys: None,
            checked: None,
            disabled: false,
            danger: false,
            on_choose: None,
        }
    }

    /// With a glyph.
    pub fn icon(self, glyph: Glyph) -> MenuItem {
        MenuItem { icon: Some(glyph), ..self }
    }

    /// With the shortcut that does the same.
    pub fn keys(self, keys: &'static str) -> MenuItem {
        MenuItem { keys: Some(keys), ..self }
    }

    /// One that is on or off.
    pub fn checked(self, on: bool) -> MenuItem {
        MenuItem { checked: Some(on), ..self }
    }

    /// Shown but not possible now.
    pub fn disabled(self, disabled: bool) -> MenuItem {
        MenuItem { disabled, ..self }
    }

    /// Throws something away.
    pub fn danger(self) -> MenuItem {
        MenuItem { danger: true, ..self }
    }
}

/// A menu button. Arrow keys, Home, End and first letters move in the list; Esc closes it.
///
/// ```ignore
/// <Menu label=board::CARD_MENU icon=Glyph::More bare=true items=move || vec![
///     MenuItem::new(board::MOVE_TO, move || move_card(id)).icon(Glyph::Forward).keys("m"),
/// ]/>
/// ```
#[component]
pub fn Menu(
    /// What the button says.
    #[prop(into)]
    label: Signal<String>,
    /// A glyph on the button.
    #[prop(optional, into)]
    icon: Option<Glyph>,
    /// Shows the glyph alone; the words are its name and tooltip.
    #[prop(optional)]
    bare: bool,
    /// The weight of the button.
    #[prop(optional)]
    kind: ButtonKind,
    /// The list ends where the button ends, for a menu at the right edge.
    #[prop(optional)]
    align_end: bool,
    /// The entries, made anew each time the menu opens.
    #[prop(into)]
    items: Callback<(), Vec<MenuItem>>,
) -> impl IntoView {
    let button: NodeRef<html::Button> = NodeRef::new();
    let list: NodeRef<html::Div> = NodeRef::new();
    let id = unique_id("menu");
    let open = RwSignal::new(false);
    // A press on the button closes an open menu before the click arrives; it must not open it again.
    let was_open = StoredValue::new(false);

    let show = move |at_end: bool| {
        open.try_set(true);
        timer::next_frame(move || {
            let (Some(Some(button)), Some(Some(list))) =
                (button.try_get_untracked(), list.try_get_untracked())
            else {
                return;
            };
            if list.show_popover().is_ok() {
                page::place_beside(&button, &list, align_end);
                page::focus_step(&list, ITEM, if at_end { -1 } else { 1 });
            }
        });
    };
    let hide = move || {
        if let Some(Some(list)) = list.try_get_untracked() {
            // Fails where it is hidden already.
            let _ = list.hide_popover();
        }
    };
    let toggled = move |_| {
        if let Some(Some(list)) = list.try_get_untracked()
            && !page::popover_shown(&list)
        {
            open.try_set(false);
        }
    };
    let on_button_key = move |event: KeyboardEvent| match event.key().as_str() {
        "ArrowDown" => {
            event.prevent_default();
            show(false);
        }
        "ArrowUp" => {
            event.prevent_default();
            show(true);
        }
        _ => {}
    };
    let on_list_key = move |event: KeyboardEvent| {
        let Some(Some(list)) = list.try_get_untracked() else { return };
        match event.key().as_str() {
            "ArrowDown" => page::focus_step(&list, ITEM, 1),
            "ArrowUp" => page::focus_step(&list, ITEM, -1),
            "Home" => page::focus_first(&list, ITEM),
            "End" => page::focus_first(&list, LAST_ITEM),
            "Tab" => return hide(),
            _ => return,
        }
        event.prevent_default();
        event.stop_propagation();
    };
    let entry = move |item: MenuItem| {
        let label = item.label.clone();
        let Some(on_choose) = item.on_choose else {
            return view! { <div class="menu-heading" role="presentation">{move || label.show()}</div> }
                .into_any();
        };
        let choose = move |_| {
            hide();
            if let Some(Some(button)) = button.try_get_untracked() {
                let _ = button.focus();
            }
            on_choose();
        };
        view! {
            <button
                type="button"
                role=if item.checked.is_some() { "menuitemcheckbox" } else { "menuitem" }
                aria-checked=item.checked.map(|on| on.to_string())
                data-danger=item.danger.then_some("true")
                disabled=item.disabled
                tabindex="-1"
                on:click=heard(ev::click, choose)
            >
                {item.icon.map(|glyph| view! { <Icon glyph/> })}
                <span>{move || label.show()}</span>
                {item.keys.map(|keys| view! { <Kbd keys/> })}
                {item.checked.unwrap_or(false).then(|| view! { <Icon glyph=Glyph::Check/> })}
            </button>
        }
        .into_any()
    };
    view! {
        <button
            type="button"
            class:icon-button=bare
            data-kind=if bare { Some("quiet") } else { kind.word() }
            aria-haspopup="menu"
            aria-expanded=move || open.get().to_string()
            aria-label=move || bare.then(|| label.get())
            title=move || bare.then(|| label.get())
            node_ref=button
            on:pointerdown=heard(ev::pointerdown, move |_| { was_open.try_set_value(open.try_get_untracked().unwrap_or(false)); })
            on:keydown=heard(ev::keydown, on_button_key)
            on:click=heard(ev::click, move |_| {
                if was_open.try_get_value() != Some(true) {
                    show(false);
                }
                was_open.try_set_value(false);
            })
        >
            {icon.map(|glyph| view! { <Icon glyph/> })}
            {(!bare).then(|| view! { <span>{label}</span> <Icon glyph=Glyph::ChevronDown/> })}
        </button>
        <div
            class="menu"
            role="menu"
            id=id
            popover="auto"
            aria-label=label
            node_ref=list
            on:toggle=heard(ev::toggle, toggled)
            on:keydown=heard(ev::keydown, on_list_key)
        >
            {move || open.get().then(|| items.try_run(())).flatten().map(|items| {
                items.into_iter().map(entry).collect_view()
            })}
        </div>
    }
    .into_any()
}

const ITEM: &str = "[role^=menuitem]:not(:disabled)";
const LAST_ITEM: &str = "[role^=menuitem]:not(:disabled):last-of-type";
