//! A text that the office writes once and whose numbers come from the tables, so that the two cannot disagree (domain
//! notes §3.7, §7.2).
//!
//! A text names a number as `{签约.完成}` or `{signed.done}`; a brace that is meant as such is written twice.

/// A text with its numbers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filled {
    /// The text. What is not known stays as it was written, so that nobody prints a gap without seeing it.
    pub text: String,
    /// The names that are not known, in their order, each once.
    pub unknown: Vec<String>,
}

/// Puts the numbers into a text.
pub fn fill(template: &str, known: impl Fn(&str) -> Option<String>) -> Filled {
    let mut filled = Filled::default();
    let mut rest = template;
    while let Some(at) = rest.find(['{', '}']) {
        filled.text.push_str(&rest[..at]);
        let brace = &rest[at..=at];
        rest = &rest[at + 1..];
        if let Some(after) = rest.strip_prefix(brace) {
            filled.text.push_str(brace);
            rest = after;
            continue;
        }
        // A name ends on its own line and holds no other brace.
        let end = rest.find(['{', '}', '\n']).filter(|&end| brace == "{" && rest[end..].starts_with('}'));
        let Some(end) = end else {
            filled.text.push_str(brace);
            continue;
        };
        let name = rest[..end].trim();
        match known(name) {
            Some(value) => filled.text.push_str(&value),
            None => {
                filled.text.push_str(&format!("{{{}}}", &rest[..end]));
                if !filled.unknown.iter().any(|known| known == name) {
                    filled.unknown.push(name.to_owned());
                }
            }
        }
        rest = &rest[end + 1..];
    }
    filled.text.push_str(rest);
    filled
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn filled(template: &str) -> Filled {
        fill(template, |name| (name == "签约.完成").then(|| "12 个".to_owned()))
    }

    #[test]
    fn numbers_take_the_place_of_their_names() {
        assert_eq!(filled("新签约{签约.完成}，同上{ 签约.完成 }。").text, "新签约12 个，同上12 个。");
    }

    #[test]
    fn what_is_not_known_stays_and_is_said() {
        let found = filled("甲{乙.丙}{签约.完成}{乙.丙}{}");
        assert_eq!(found.text, "甲{乙.丙}12 个{乙.丙}{}");
        assert_eq!(found.unknown, ["乙.丙", ""]);
    }

    #[test]
    fn braces_that_are_meant_as_such() {
        assert_eq!(filled("{{签约.完成}}").text, "{签约.完成}");
        assert_eq!(filled("a } b { c").text, "a } b { c");
        assert_eq!(filled("{签约\n.完成}").text, "{签约\n.完成}", "a name does not go on over a line");
        assert_eq!(filled("{{{签约.完成}}}").text, "{12 个}");
    }

    proptest! {
        #[test]
        fn a_text_without_names_stays_what_it_is(text in "[^{}]*") {
            prop_assert_eq!(fill(&text, |_| None).text, text);
        }

        #[test]
        fn no_text_makes_it_panic(text in "[{}ab\n十 ]*") {
            let all = fill(&text, |_| Some("1".to_owned()));
            prop_assert!(all.unknown.is_empty());
        }
    }
}
