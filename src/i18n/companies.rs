//! Companies and contacts.
