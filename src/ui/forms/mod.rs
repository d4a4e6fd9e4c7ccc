//! Parts of forms that several screens share: the editor of a cell, the choice of a record, and the
//! dialogs that move a project along its milestones.

pub mod ask;
pub mod cell;
pub mod claims;
pub mod money;
pub mod moves;
pub mod project;
pub mod quick;
pub mod records;
pub mod unsaved;
pub mod warnings;

pub use cell::CellField;
pub use moves::{MoveDialogs, Moves};
