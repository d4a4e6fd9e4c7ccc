//! The numbers of a telephone cell, each ready to be shown and dialled.

use super::people::phones;

/// What parts two numbers in a cell for certain; a space may stand within one.
const BREAKS: [char; 8] = ['/', '、', ',', '，', ';', '；', '|', '\n'];

/// One telephone number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Number {
    /// As it is to be shown: as written, where only one number was written.
    pub shown: String,
    /// What is dialled: digits, a plus before a foreign country's code.
    pub dial: String,
}

/// The numbers in a cell: "138 0000 0000" is one, "13800000000/0512-66668888" two. What is no number
/// known here stays as written, so that a foreign one can still be dialled.
pub fn numbers(text: &str) -> Vec<Number> {
    text.split(BREAKS).map(str::trim).filter(|part| !part.is_empty()).flat_map(of_part).collect()
}

fn of_part(part: &str) -> Vec<Number> {
    // The digits of a foreign number can look like a Chinese one.
    if part.starts_with('+') && !part.starts_with("+86") {
        let dial = digits(part);
        return (dial.len() > 1).then(|| Number { shown: part.to_owned(), dial }).into_iter().collect();
    }
    let found = phones(part).value.unwrap_or_default();
    match found.as_slice() {
        [] => {
            let dial = digits(part);
            (!dial.is_empty()).then(|| Number { shown: part.to_owned(), dial }).into_iter().collect()
        }
        [one] => vec![Number { shown: part.to_owned(), dial: digits(one) }],
        several => several.iter().map(|n| Number { shown: n.clone(), dial: digits(n) }).collect(),
    }
}

fn digits(text: &str) -> String {
    text.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_may_be_written_in_groups() {
        let cases: [(&str, &[(&str, &str)]); 8] = [
            ("138 0000 0000", &[("138 0000 0000", "13800000000")]),
            (
                "13800000000/0512-66668888",
                &[("13800000000", "13800000000"), ("0512-66668888", "051266668888")],
            ),
            ("13800000000 13900000000", &[("13800000000", "13800000000"), ("13900000000", "13900000000")]),
            ("138-0000-0000（微信同号）", &[("138-0000-0000（微信同号）", "13800000000")]),
            ("+49 30 1234567", &[("+49 30 1234567", "+49301234567")]),
            ("+1 415 555 2671", &[("+1 415 555 2671", "+14155552671")]),
            ("+1 (415) 555-2671", &[("+1 (415) 555-2671", "+14155552671")]),
            ("无 / ", &[]),
        ];
        for (text, wanted) in cases {
            let found = numbers(text);
            let found: Vec<_> = found.iter().map(|n| (n.shown.as_str(), n.dial.as_str())).collect();
            assert_eq!(found, wanted, "{text}");
        }
    }
}
