//! Links to the table of projects, narrowed.

use super::{Location, Route};
use crate::rules::query::{Filter, View};

/// The part of the table's address that holds a view as JSON.
pub const TABLE_VIEW: &str = "v";

/// The table of projects with these conditions and its usual columns, such as the projects of a unit:
/// `Filter { key: "unit".into(), test: Test::AnyOf(vec![unit.to_string()]) }`.
pub fn table_link(filters: Vec<Filter>) -> Location {
    Route::Table.with_query([(TABLE_VIEW, View::of_filters(filters).to_json().as_str())])
}
