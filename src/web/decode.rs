//! Text in the encodings that the browser knows and the program does not carry.

use web_sys::{TextDecoder, TextDecoderOptions};

/// Decodes GB 18030 (and so GBK and GB 2312); `None` if the bytes are no such text.
pub fn gb18030(bytes: &[u8]) -> Option<String> {
    named("gb18030", bytes)
}

/// Decodes the encoding of this name; `None` if it is not known or the bytes are no such text.
pub fn named(label: &str, bytes: &[u8]) -> Option<String> {
    let options = TextDecoderOptions::new();
    options.set_fatal(true);
    let decoder = TextDecoder::new_with_label_and_options(label, &options).ok()?;
    decoder.decode_with_u8_array(bytes).ok()
}
