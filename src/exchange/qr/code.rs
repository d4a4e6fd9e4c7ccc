//! Codes made and read.

use qrcodegen::{QrCode, QrCodeEcc};
use rqrr::PreparedImage;

/// The white around a code, in modules, as the standard wants it.
const QUIET: i32 = 4;

/// A code to be shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Code {
    /// The side of the picture in modules, the white around it included.
    pub side: i32,
    /// The dark modules, as the `d` of a path.
    pub path: String,
}

impl Code {
    /// The code that holds these bytes; `None` for more than a code can hold.
    pub fn new(bytes: &[u8]) -> Option<Self> {
        let code = QrCode::encode_binary(bytes, QrCodeEcc::Low).ok()?;
        let size = code.size();
        let mut path = String::new();
        for y in 0..size {
            let mut x = 0;
            while x < size {
                let from = x;
                while x < size && code.get_module(x, y) {
                    x += 1;
                }
                if x > from {
                    let run = x - from;
                    path.push_str(&format!("M{} {}h{run}v1h-{run}z", from + QUIET, y + QUIET));
                }
                x += 1;
            }
        }
        Some(Self { side: size + 2 * QUIET, path })
    }
}

/// What the codes in a picture hold. `pixels` are grey, one byte each, row by row.
pub fn read(width: usize, height: usize, pixels: &[u8]) -> Vec<Vec<u8>> {
    if width == 0 || height == 0 || pixels.len() < width.saturating_mul(height) {
        return Vec::new();
    }
    let mut image = PreparedImage::prepare_from_greyscale(width, height, |x, y| pixels[y * width + x]);
    let grids = image.detect_grids();
    let held = |grid: &rqrr::Grid<_>| {
        let mut bytes = Vec::new();
        grid.decode_to(&mut bytes).ok().map(|_| bytes)
    };
    grids.iter().filter_map(held).collect()
}

#[cfg(test)]
mod tests {
    use super::super::frames::frames;
    use super::*;
    use proptest::prelude::*;

    /// Draws a code as a camera might see it: `scale` pixels a module, on a grey ground, with a shade across.
    fn drawn(bytes: &[u8], scale: usize) -> (usize, Vec<u8>) {
        let code = QrCode::encode_binary(bytes, QrCodeEcc::Low).expect("fits");
        let size = usize::try_from(code.size()).expect("positive");
        let side = (size + 12) * scale;
        let mut pixels = vec![200u8; side * side];
        for y in 0..side {
            for x in 0..side {
                let module = |at: usize| i32::try_from(at / scale).unwrap_or(0) - 6;
                let dark = code.get_module(module(x), module(y));
                let shade = u8::try_from(x * 40 / side).unwrap_or(0);
                pixels[y * side + x] = if dark { 40 + shade } else { 180 + shade };
            }
        }
        (side, pixels)
    }

    #[test]
    fn a_frame_is_read_from_a_picture() {
        let file: Vec<u8> = (0..1200u32).map(|n| (n * 7 % 251) as u8).collect();
        for frame in frames(&file).expect("few") {
            for scale in [3, 5] {
                let (side, pixels) = drawn(&frame, scale);
                assert_eq!(read(side, side, &pixels), vec![frame.clone()], "{scale}");
            }
        }
    }

    #[test]
    fn a_code_is_drawn_with_white_around_it() {
        let code = Code::new(&[1; 411]).expect("fits");
        assert_eq!(code.side, 69 + 8);
        assert!(code.path.starts_with("M4 4h7v1h-7z"));
        assert_eq!(Code::new(&[0; 4000]), None);
    }

    #[test]
    fn a_picture_without_a_code_or_cut_short_holds_nothing() {
        assert!(read(10, 10, &[0; 100]).is_empty());
        assert!(read(10, 10, &[0; 99]).is_empty());
        assert!(read(0, 0, &[]).is_empty());
        assert!(read(usize::MAX, usize::MAX, &[0; 99]).is_empty());
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]
        #[test]
        fn no_picture_panics(
            width in 1usize..120,
            height in 1usize..120,
            seed in any::<u64>(),
            spots in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 0..300),
        ) {
            let (side, code) = drawn(&seed.to_be_bytes(), 3);
            let mut pixels = vec![128; width * height];
            for (at, pixel) in pixels.iter_mut().enumerate() {
                let (x, y) = (at % width, at / width);
                if x < side && y < side {
                    *pixel = code[y * side + x];
                }
            }
            for (at, value) in spots {
                let at = at.index(pixels.len());
                pixels[at] = value;
            }
            read(width, height, &pixels);
        }
    }
}
