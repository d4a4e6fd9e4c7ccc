//! The widgets every screen is built from. One a file; the props are documented there.
//!
//! **Words.** A prop that shows words takes a `Text` as it is (`label=board::NEW`), a `String`, or a
//! closure (`label=move || n_rows(lang(), n.get())`), and follows the language by itself.
//! **Values.** An input is given its draft, an `RwSignal<String>`, and calls `on_commit` or
//! `on_change` when the user is done; the screen then makes a domain value of it.
//! **Labels.** Put an input into a [`Field`]; where none fits (a grid's cell) give it a `label`.
//! **Classes.** A widget's look is in `style/widgets.css`. Native elements (`table`, `details`,
//! `fieldset`, `ul`) are dressed as they are and need no widget.
//!
//! | widget | props (`*` needed) | use |
//! |---|---|---|
//! | [`Button`] | `label*` `kind` `icon` `busy` `disabled` `title` `submit` `on_press` | `<Button label=X kind=ButtonKind::Primary icon=Glyph::Plus on_press=move \|\| go()/>` |
//! | [`IconButton`] | `glyph*` `label*` `disabled` `pressed` `on_press*` | `<IconButton glyph=Glyph::Close label=X on_press=move \|\| close()/>` |
//! | [`AfterPaint`] | children | `<AfterPaint><Chart/></AfterPaint>` |
//! | [`Icon`] | `glyph*` | `<Icon glyph=Glyph::Search/>` |
//! | [`Field`] | `label*` `help` `error` `required` children | `<Field label=X error=move \|\| e.get()><TextInput value=v/></Field>` |
//! | [`TextInput`] | `value*` `on_commit` `label` `placeholder` `suffix` `kind` `inputmode` `disabled` `autofocus` `node_ref` | `<TextInput value=v suffix=MU on_commit=move \|text\| save(text)/>` |
//! | [`TextArea`] | `value*` `on_commit` `label` `placeholder` `rows` `disabled` `node_ref` | `<TextArea value=v rows=4/>` |
//! | [`Select`] | `value*` `options*` `on_change` `label` `disabled` | `<Select value=v options=vec![Choice::new("a", A)]/>` |
//! | [`Combo`] | `value*` `options` or `search`+`shown`, `on_change` `on_create` `label` `placeholder` `disabled` | `<Combo value=v options=move \|\| units.get() on_create=move \|name\| add(name)/>` |
//! | [`MoneyInput`] | `value*` `unit*` `parse*` `on_commit` `label` `placeholder` `disabled` | `<MoneyInput value=v unit=WAN parse=move \|text: String\| read(&text)/>` |
//! | [`DateInput`] | `value*` `on_commit` `label` `disabled` | `<DateInput value=v on_commit=move \|iso\| save(iso)/>` |
//! | [`NewPassphrase`] | `passphrase*` `label*` | `<NewPassphrase passphrase label=X/>` with `let passphrase = Passphrase::default()` |
//! | [`Checkbox`] | `checked*` `label*` `mixed` `bare` `on_change` `disabled` | `<Checkbox checked=on label=X/>` |
//! | [`Segmented`] | `label*` `value*` `options*` `on_change` | `<Segmented label=UNIT value=v options=choices/>` |
//! | [`Tabs`] | `label*` `selected*` `tabs*` `panel*` | `<Tabs label=X selected=tab tabs=tabs panel=move \|tab: String\| show(&tab)/>` |
//! | [`Menu`] | `label*` `items*` `icon` `bare` `kind` `align_end` | `<Menu label=X icon=Glyph::More bare=true items=move \|\| vec![MenuItem::new(Y, move \|\| go())]/>` |
//! | [`Dialog`] | `open*` `title*` `footer` `on_close` `wide` children | `<Dialog open=open title=X footer=move \|\| view! { … }>…</Dialog>` |
//! | [`Confirm`] | `open*` `title*` `action*` `danger` `on_confirm*` children | `<Confirm open=open title=X action=Y on_confirm=move \|\| go()>…</Confirm>` |
//! | [`SidePanel`] | `title*` `on_close*` `actions` `take_focus` children | `<SidePanel title=X on_close=move \|\| shut()>…</SidePanel>` |
//! | [`toast()`], [`toast_undo`] | words, undo | `toast_undo(MOVED, \|\| { session::undo(); })` |
//! | [`Banner`] | `kind` children | `<Banner kind=BannerKind::Warning><p>…</p></Banner>` |
//! | [`EmptyState`] | `title*` `text*` children | `<EmptyState title=X text=Y><Button …/></EmptyState>` |
//! | [`Progress`] | `label*` `at*` `on_cancel` | `<Progress label=X at=move \|\| reading.get() on_cancel=move \|\| stop()/>` |
//! | [`Light`] | `level*` `words` | `<Light level=Level::Red words=X/>`; `{lit(Level::Red, words)}` in rows of a table |
//! | [`Badge`] | `text*` `accent` | `<Badge text=move \|\| count(n.get())/>` |
//! | [`VirtualList`] | `label*` `total*` `row_height*` `render*` `key` `role` `head` `foot` `reveal` `node_ref` | see its documentation |
//! | [`Growing`], [`MoreRows`] | `growing*` `total*` | `{move \|\| growing.rows(&rows.read(), line)}` with `let growing = Growing::begin()`, and `<MoreRows growing total=…/>` under the table |
//! | [`DropZone`] | `label*` `on_files*` `accept` `multiple` | `<DropZone label=X accept=".json" on_files=read/>` with `let read = \|files: Vec<LoadedFile>\| …` before the view: the macro cannot read `<…>` in an attribute |
//! | [`FileDrop`] | as [`DropZone`], and `busy*` `problem*` | the same for files that are not to be read whole |
//! | [`Kbd`] | `keys*` | `<Kbd keys="Ctrl+K"/>` |

mod after_paint;
mod badge;
mod banner;
mod button;
mod checkbox;
mod choice;
mod combo;
mod combo_list;
mod confirm;
mod date_input;
mod dialog;
mod draft;
mod drop_zone;
mod empty_state;
mod field;
mod growing;
mod icon;
mod id;
mod kbd;
mod light;
mod menu;
mod money_input;
mod passphrase;
mod progress;
mod segmented;
mod select;
mod side_panel;
mod tabs;
mod text_input;
mod toast;
mod virtual_list;

pub use after_paint::{AfterPaint, painted};
pub use badge::Badge;
pub use banner::{Banner, BannerKind};
pub use button::{Button, ButtonKind, IconButton};
pub use checkbox::Checkbox;
pub use choice::Choice;
pub use combo::Combo;
pub use confirm::Confirm;
pub use date_input::DateInput;
pub use dialog::Dialog;
pub use drop_zone::{DropZone, FileDrop};
pub use empty_state::EmptyState;
pub use field::Field;
pub use growing::{Growing, MoreRows};
pub use icon::{Glyph, Icon};
pub use id::unique_id;
pub use kbd::Kbd;
pub use light::{Level, Light, lit};
pub use menu::{Menu, MenuItem};
pub use money_input::MoneyInput;
pub use passphrase::{NewPassphrase, Passphrase};
pub use progress::Progress;
pub use segmented::Segmented;
pub use select::Select;
pub use side_panel::SidePanel;
pub use tabs::Tabs;
pub use text_input::{TextArea, TextInput};
pub use toast::{ToastHost, toast, toast_undo};
pub use virtual_list::{ListRole, VirtualList};

pub use crate::web::files::LoadedFile;
