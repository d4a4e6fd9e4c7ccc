//! What a crate may be, as pure functions over what cargo says of it.

use spdx::{Expression, LicenseReq, ParseMode};

/// What may be passed on under the licences of this program. What is only offered, as in `MIT OR GPL-2.0`, need not
/// be here; what comes with conditions on the whole, as the GPL and the MPL do, must not be.
const LICENCES: [&str; 13] = [
    "0BSD",
    "Apache-2.0",
    "Apache-2.0 WITH LLVM-exception",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BSL-1.0",
    "CC0-1.0",
    "ISC",
    "MIT",
    "MIT-0",
    "Unicode-3.0",
    "Unlicense",
    "Zlib",
];

/// The one place crates come from.
const CRATES_IO: &str = "registry+https://github.com/rust-lang/crates.io-index";

/// Native libraries that a crate may claim: these three only see to it that there is one of them in a build.
const LINKS: [&str; 3] = ["prettyplease03", "rayon-core", "wasm_bindgen"];

/// What may not be in the tree at all: cryptography in C, which nobody here can build or look through, and whoever
/// else would bring it.
const NOWHERE: [&str; 7] =
    ["aws-lc-sys", "boring", "native-tls", "openssl", "openssl-sys", "ring", "rustls-native-certs"];

/// What may not be in the page: whatever reaches a network by itself, or wants an operating system.
const NOT_IN_THE_PAGE: [&str; 8] =
    ["async-std", "hyper", "mio", "reqwest", "rustls", "socket2", "tokio", "ureq"];

/// Crates that are in the page twice, and why. Two of a kind cost bytes that everyone waits for.
const TWICE: [&str; 1] = [
    // leptos_config is behind; macros alone, nothing of it is in the program.
    "thiserror",
];

/// One crate, as `cargo metadata` tells it.
#[derive(Clone, Debug, Default)]
pub struct Crate {
    pub name: String,
    pub version: String,
    pub licence: Option<String>,
    /// Where it comes from; `None` for a folder on this computer.
    pub source: Option<String>,
    pub links: Option<String>,
    /// Whether the folder is one of this repository.
    pub is_ours: bool,
}

impl Crate {
    fn says(&self, what: &str) -> String {
        format!("{} {}: {what}", self.name, self.version)
    }
}

/// What is wrong with the crates of the whole tree, tools and tests included.
pub fn wrong_anywhere(crates: &[Crate]) -> Vec<String> {
    crates
        .iter()
        .flat_map(|one| [licence(one), source(one), links(one), banned(one, &NOWHERE)])
        .flatten()
        .collect()
}

/// What is wrong with the crates that the page is made of.
pub fn wrong_in_the_page(crates: &[Crate]) -> Vec<String> {
    let mut found: Vec<String> = crates.iter().filter_map(|one| banned(one, &NOT_IN_THE_PAGE)).collect();
    for (at, one) in crates.iter().enumerate() {
        let is_second = crates[..at].iter().any(|other| other.name == one.name);
        if is_second && !TWICE.contains(&one.name.as_str()) {
            found.push(one.says("is in the page in two versions"));
        }
    }
    found
}

/// What is allowed to be twice and no longer is: an exception that outlives its reason hides the next one.
pub fn needless_exceptions(crates: &[Crate]) -> Vec<String> {
    let times = |name: &str| crates.iter().filter(|one| one.name == name).count();
    TWICE.iter().filter(|name| times(name) < 2).map(|name| format!("{name} is there once")).collect()
}

fn licence(one: &Crate) -> Option<String> {
    let Some(text) = &one.licence else { return Some(one.says("states no licence")) };
    // Some still write MIT/Apache-2.0.
    let Ok(licence) = Expression::parse_mode(text, ParseMode::LAX) else {
        return Some(one.says(&format!("its licence cannot be read: {text}")));
    };
    let is_allowed = |asked: &LicenseReq| LICENCES.contains(&asked.to_string().as_str());
    (!licence.evaluate(is_allowed))
        .then(|| one.says(&format!("its licence is not among those allowed: {text}")))
}

fn source(one: &Crate) -> Option<String> {
    match &one.source {
        None if one.is_ours => None,
        None => Some(one.says("comes from a folder outside the repository")),
        Some(source) if source == CRATES_IO => None,
        Some(source) => Some(one.says(&format!("does not come from crates.io: {source}"))),
    }
}

fn links(one: &Crate) -> Option<String> {
    let links = one.links.as_ref().filter(|links| !LINKS.contains(&links.as_str()))?;
    Some(one.says(&format!("links a native library: {links}")))
}

fn banned(one: &Crate, banned: &[&str]) -> Option<String> {
    banned.contains(&one.name.as_str()).then(|| one.says("is not allowed here"))
}

/// What is wrong with `Cargo.lock`: every crate that is not ours is named with its place and the SHA-256 of its
/// archive, so that the same bytes are built everywhere.
pub fn wrong_in_lock(lock: &str, ours: &[&str]) -> Vec<String> {
    let mut found = Vec::new();
    for package in lock.split("[[package]]").skip(1) {
        let value = |key: &str| {
            let line = package.lines().find_map(|line| line.strip_prefix(key)?.strip_prefix(" = \""));
            line.and_then(|line| line.strip_suffix('"'))
        };
        let name = value("name").unwrap_or("?");
        if ours.contains(&name) {
            continue;
        }
        if value("source") != Some(CRATES_IO) {
            found.push(format!("{name}: Cargo.lock does not have it from crates.io"));
        }
        let is_sum = |sum: &str| sum.len() == 64 && sum.bytes().all(|byte| byte.is_ascii_hexdigit());
        if !value("checksum").is_some_and(is_sum) {
            found.push(format!("{name}: Cargo.lock has no checksum of it"));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn good() -> Crate {
        Crate {
            name: "good".to_owned(),
            version: "1.0.0".to_owned(),
            licence: Some("MIT/Apache-2.0".to_owned()),
            source: Some(CRATES_IO.to_owned()),
            ..Crate::default()
        }
    }

    fn wrong(change: impl FnOnce(&mut Crate)) -> Vec<String> {
        let mut one = good();
        change(&mut one);
        wrong_anywhere(&[one])
    }

    fn under(licence: &str) -> Vec<String> {
        wrong(|one| one.licence = Some(licence.to_owned()))
    }

    #[test]
    fn licences_are_read_as_expressions() {
        for fine in ["MIT", "Apache-2.0 OR GPL-2.0-only", "(MIT OR Apache-2.0) AND ISC", "Apache-2.0 / MIT"] {
            assert_eq!(under(fine), Vec::<String>::new(), "{fine}");
        }
        for bad in
            ["GPL-3.0-only", "MIT AND MPL-2.0", "AGPL-3.0-or-later OR LGPL-3.0-only", "my own words", ""]
        {
            assert_eq!(under(bad).len(), 1, "{bad}");
        }
        assert_eq!(wrong(|one| one.licence = None), ["good 1.0.0: states no licence"]);
    }

    #[test]
    fn crates_come_from_one_place() {
        for bad in ["git+https://example.org/good#0123abc", "registry+https://example.org/index"] {
            assert_eq!(wrong(|one| one.source = Some(bad.to_owned())).len(), 1, "{bad}");
        }
        assert_eq!(wrong(|one| one.source = None).len(), 1);
        assert_eq!(wrong(|one| (one.source, one.is_ours) = (None, true)), Vec::<String>::new());
    }

    #[test]
    fn some_crates_and_native_libraries_are_refused() {
        assert_eq!(wrong(|one| one.name = "openssl-sys".to_owned()).len(), 1);
        assert_eq!(wrong(|one| one.links = Some("z".to_owned())).len(), 1);
        let tokio = Crate { name: "tokio".to_owned(), ..good() };
        assert_eq!(wrong_anywhere(std::slice::from_ref(&tokio)), Vec::<String>::new());
        assert_eq!(wrong_in_the_page(&[tokio]), ["tokio 1.0.0: is not allowed here"]);
    }

    #[test]
    fn two_versions_in_the_page_need_a_reason() {
        let second = Crate { version: "2.0.0".to_owned(), ..good() };
        assert_eq!(wrong_in_the_page(&[good(), second]), ["good 2.0.0: is in the page in two versions"]);
        let known = Crate { name: TWICE[0].to_owned(), ..good() };
        assert_eq!(wrong_in_the_page(&[known.clone(), known.clone()]), Vec::<String>::new());
        assert_eq!(needless_exceptions(&[known]).len(), TWICE.len());
    }

    #[test]
    fn the_lock_names_place_and_checksum() {
        let sum = "0f".repeat(32);
        let entry = |name: &str, source: &str, sum: &str| {
            format!("[[package]]\nname = \"{name}\"\nsource = \"{source}\"\nchecksum = \"{sum}\"\n\n")
        };
        let lock =
            ["version = 4\n\n[[package]]\nname = \"ours\"\n\n".to_owned(), entry("good", CRATES_IO, &sum)];
        assert_eq!(wrong_in_lock(&lock.concat(), &["ours"]), Vec::<String>::new());
        assert_eq!(wrong_in_lock(&lock.concat(), &[]).len(), 2);
        assert_eq!(wrong_in_lock(&entry("good", CRATES_IO, "0f"), &[]).len(), 1);
        assert_eq!(wrong_in_lock(&entry("good", "git+https://example.org/good#0123abc", &sum), &[]).len(), 1);
    }
}
