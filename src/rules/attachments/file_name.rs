//! Names that every file system takes.

/// So many characters at most: 255 bytes are the limit of most file systems, and a Chinese character takes three.
const LONGEST: usize = 60;

/// The name as a file or folder of any system may have it: without strokes, marks and endings that some do not take.
/// Never empty.
pub fn safe(name: &str) -> String {
    let kept = name.chars().map(|c| if c.is_control() || r#"\/:*?"<>|"#.contains(c) { ' ' } else { c });
    let kept: String = kept.collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ");
    let short = shortened(kept.trim_matches(['.', ' ']));
    let stem = short.split('.').next().unwrap_or_default().trim_end().to_ascii_uppercase();
    let is_device = matches!(&*stem, "CON" | "PRN" | "AUX" | "NUL")
        || (stem.len() == 4 && (stem.starts_with("COM") || stem.starts_with("LPT")));
    if short.is_empty() || is_device { format!("_{short}") } else { short }
}

/// A long name keeps its ending.
fn shortened(name: &str) -> String {
    let length = name.chars().count();
    if length <= LONGEST {
        return name.to_owned();
    }
    let ending =
        name.rsplit_once('.').map(|(_, ending)| ending).filter(|e| (1..=5).contains(&e.chars().count()));
    let ending = ending.map(|ending| format!(".{ending}")).unwrap_or_default();
    let stem: String = name.chars().take(LONGEST - ending.chars().count()).collect();
    stem.trim_end_matches(['.', ' ']).to_owned() + &ending
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn names_are_made_fit_and_stay_readable() {
        let long = "很".repeat(100) + ".jpeg";
        let told = [
            ("现场照片.jpg", "现场照片.jpg"),
            ("../../a\\b:c.pdf", "a b c.pdf"),
            ("a\n\tb", "a b"),
            ("con.txt", "_con.txt"),
            ("LPT1", "_LPT1"),
            ("...", "_"),
            ("", "_"),
        ];
        for (given, fit) in told {
            assert_eq!(safe(given), fit);
        }
        assert_eq!(safe(&long), "很".repeat(55) + ".jpeg");
    }

    proptest! {
        #[test]
        fn a_name_is_one_part_of_a_path(name in ".{0,200}") {
            let fit = safe(&name);
            prop_assert!(!fit.is_empty() && fit != "." && fit != "..");
            prop_assert!(fit.chars().count() <= LONGEST + 1);
            prop_assert!(!fit.contains(['/', '\\', ':', '\0', '\n']));
            prop_assert!(!fit.starts_with('.') && !fit.ends_with('.') && !fit.ends_with(' '));
            prop_assert_eq!(safe(&fit), fit.clone());
        }
    }
}
