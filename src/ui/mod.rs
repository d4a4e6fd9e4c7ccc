//! The Leptos application.
//!
//! [`app`] puts the frame ([`shell`]) around the screen that the address names ([`routes`]). A
//! screen is a folder; it reads and writes the workspace through [`session`], is built from
//! [`widgets`], and never imports another screen.

pub mod actions;
pub mod app;
pub mod assessment;
pub mod attachments;
pub mod backups;
pub mod board;
pub mod calendar;
pub mod card_files;
pub mod charts;
pub mod companies;
pub mod devices;
pub mod duplicates;
pub mod exchange;
pub mod exchange_file;
pub mod first_reports;
pub mod first_run;
pub mod forms;
#[cfg(debug_assertions)]
mod gallery;
pub mod heard;
pub mod import;
pub mod keeping;
pub mod lang;
mod later;
pub mod lock;
mod past;
pub mod project;
pub mod protect;
pub mod records;
pub mod routes;
pub mod search;
pub mod session;
pub mod settings;
pub mod share;
pub mod sheet_file;
pub mod shell;
pub mod shortcuts;
mod slots;
mod startup;
pub mod state;
mod status;
pub mod supervision;
pub mod table;
pub mod today;
pub mod unasked;
pub mod wall;
pub mod widgets;
mod workspace;

/// Mounts the application on the page.
pub fn start() {
    startup::open();
    leptos::mount::mount_to_body(app::App);
    later::load();
}
