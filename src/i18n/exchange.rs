//! Exchange of files between offices.
