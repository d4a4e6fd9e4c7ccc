//! Import from spreadsheets.
