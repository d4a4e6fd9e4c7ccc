//! Random numbers from the browser's cryptographic source.

/// 64 random bits. Where the browser has no such source the clock and its own generator must do: ids
/// need to be distinct, not secret.
pub fn random_u64() -> u64 {
    if let Some(bytes) = secret() {
        return u64::from_le_bytes(bytes);
    }
    let half = || (js_sys::Math::random() * f64::from(u32::MAX)) as u64;
    (half() << 32 | half()) ^ js_sys::Date::now().to_bits()
}

/// Random bytes fit for a key; `None` where the browser has no cryptographic source.
pub fn secret<const N: usize>() -> Option<[u8; N]> {
    let mut bytes = [0u8; N];
    fill(&mut bytes).then_some(bytes)
}

/// Fills bytes fit for a key; `false` where the browser has no cryptographic source.
pub fn fill(bytes: &mut [u8]) -> bool {
    let crypto = web_sys::window().and_then(|window| window.crypto().ok());
    crypto.is_some_and(|crypto| crypto.get_random_values_with_u8_array(bytes).is_ok())
}
