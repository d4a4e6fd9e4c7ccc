//! What a content is, by its first bytes: what a file says of itself is not believed, because a page that opened it
//! as what it says would run what is in it.

/// What can be shown by itself; everything else is only saved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// A photo.
    Jpeg,
    /// A picture of a screen.
    Png,
    /// A picture from the web.
    Webp,
    /// A picture, moving or not.
    Gif,
    /// A document as it is printed.
    Pdf,
    /// Anything else.
    Other,
}

impl Format {
    /// What a content is.
    pub fn of(content: &[u8]) -> Self {
        match content {
            [0xff, 0xd8, 0xff, ..] => Format::Jpeg,
            [0x89, b'P', b'N', b'G', ..] => Format::Png,
            [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => Format::Webp,
            [b'G', b'I', b'F', b'8', ..] => Format::Gif,
            [b'%', b'P', b'D', b'F', b'-', ..] => Format::Pdf,
            _ => Format::Other,
        }
    }

    /// Its name for the browser.
    pub const fn mime(self) -> &'static str {
        match self {
            Format::Jpeg => "image/jpeg",
            Format::Png => "image/png",
            Format::Webp => "image/webp",
            Format::Gif => "image/gif",
            Format::Pdf => "application/pdf",
            Format::Other => "application/octet-stream",
        }
    }

    /// Whether it is a picture that every browser shows.
    pub const fn is_picture(self) -> bool {
        matches!(self, Format::Jpeg | Format::Png | Format::Webp | Format::Gif)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn contents_are_known_by_their_first_bytes() {
        let known: [(&[u8], Format); 8] = [
            (b"\xff\xd8\xff\xe0", Format::Jpeg),
            (b"\x89PNG\r\n", Format::Png),
            (b"RIFF1234WEBPVP8 ", Format::Webp),
            (b"GIF89a", Format::Gif),
            (b"%PDF-1.7", Format::Pdf),
            (b"<svg onload=alert(1)>", Format::Other),
            (b"<html>", Format::Other),
            (b"", Format::Other),
        ];
        for (content, format) in known {
            assert_eq!(Format::of(content), format);
            assert_eq!(format.is_picture(), format.mime().starts_with("image/"));
        }
    }
}
