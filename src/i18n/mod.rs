//! Every visible string, in Chinese and English, complete at compile time.
//!
//! A string without parameters is a [`Text`] constant; a string with parameters is a function
//! `fn(Lang, …) -> String`. Both languages stand side by side, so neither can be forgotten.
//! One module a screen; the names of fields, stages and lists, shared by all screens, are [`labels`].
//! Numbers, money and dates are written by [`format`].

pub mod actions;
pub mod assess_bulletins;
pub mod assess_contests;
pub mod assess_hearings;
pub mod assess_metric;
pub mod assess_overview;
pub mod assess_progress;
pub mod assess_rest;
pub mod assess_rules;
pub mod assess_scores;
pub mod assess_suppose;
pub mod assess_targets;
pub mod assess_words;
pub mod attachments;
pub mod backup;
pub mod board;
pub mod calendar;
pub mod charts;
pub mod companies;
pub mod devices;
pub mod duplicates;
pub mod errors;
pub mod exchange;
pub mod first_report;
pub mod first_run;
pub mod format;
pub mod health;
pub mod import;
pub mod inspection;
pub mod labels;
mod lang;
pub mod lock;
pub mod marks;
pub mod papers;
pub mod past;
mod plural;
pub mod posts;
pub mod project;
pub mod quick;
pub mod scoring;
pub mod search;
pub mod service;
pub mod settings;
pub mod share;
pub mod shell;
pub mod table;
pub mod today;
pub mod tour;
pub mod transfer;
pub mod trips;
pub mod values;
pub mod wall;
pub mod warnings;
pub mod widgets;
pub mod work;

pub use lang::{Lang, Text};
pub use plural::plural;
