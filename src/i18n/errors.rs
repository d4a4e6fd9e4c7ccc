//! Errors shared by several screens: what happened and what to do.
