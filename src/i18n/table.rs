//! The table of projects.
