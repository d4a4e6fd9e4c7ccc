//! Names of fields, stages and lists, shared by all screens.
