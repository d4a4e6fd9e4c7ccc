//! Zhaoshang (招商簿): the investment-promotion pipeline of a county in one browser page.
//!
//! The layers, each of which may use only those above it, are described in `ARCHITECTURE.md`.

pub mod domain;
pub mod exchange;
pub mod i18n;
pub mod ledger;
pub mod rules;
pub mod store;
#[cfg(feature = "ui")]
pub mod ui;
#[cfg(feature = "ui")]
pub mod web;
