//! The board: columns by stage.
