//! What the tests of spreadsheets share.

/// GB 18030 as a browser decodes it.
pub fn gb18030(bytes: &[u8]) -> Option<String> {
    let (text, _, broken) = encoding_rs::GB18030.decode(bytes);
    (!broken).then(|| text.into_owned())
}

/// The bytes of a file under `tests/data`.
pub fn data(path: &str) -> Vec<u8> {
    let full = format!("{}/tests/data/{path}", env!("CARGO_MANIFEST_DIR"));
    std::fs::read(&full).unwrap_or_else(|e| panic!("{full}: {e}"))
}
