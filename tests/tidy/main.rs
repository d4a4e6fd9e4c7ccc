//! The order of the source tree, as a test: what `ARCHITECTURE.md` promises about who may use
//! whom is checked here, file by file.

mod source;
mod tree;

use source::{has_word, paths_from_crate, without_comments};
use tree::{File, files, repository};

/// The layers, each of which may use only those before it.
const LAYERS: [&str; 8] = ["domain", "ledger", "rules", "exchange", "store", "i18n", "web", "ui"];

/// The first layers, up to this one, know no browser, clock or chance.
const LAST_PURE: &str = "i18n";

/// What a pure layer may not name.
const IMPURE: [&str; 11] = [
    "web_sys",
    "leptos",
    "js_sys",
    "wasm_bindgen",
    "SystemTime::now",
    "Instant::now",
    "Utc::now",
    "Local::now",
    "rand::",
    "getrandom",
    "std::fs",
];

/// Parts of `ui` that every screen may use. All other folders there are screens; `app` and `later` know
/// them all, because they put the right one on the page.
const SHARED_UI: [&str; 17] = [
    "app",
    "attachments",
    "backups",
    "charts",
    "devices",
    "forms",
    "later",
    "lock",
    "records",
    "routes",
    "search",
    "session",
    "share",
    "shell",
    "state",
    "table",
    "widgets",
];

/// What is left behind by work that is not finished.
const UNFINISHED: [&str; 7] =
    ["TODO", "FIXME", "todo!", "unimplemented!", "dbg!", "allow(dead_code)", "#[ignore"];

/// The longest a Rust file may be, in lines.
const MAX_LINES: usize = 400;

/// Fails with every finding at once, so that one run shows them all.
fn none(what: &str, findings: Vec<String>) {
    assert!(findings.is_empty(), "{what}:\n  {}", findings.join("\n  "));
}

fn layer_of(file: &File) -> Option<usize> {
    let first = file.path.strip_prefix("src/")?.split(['/', '.']).next()?;
    LAYERS.iter().position(|layer| *layer == first)
}

#[test]
fn pure_layers_know_no_browser_clock_or_chance() {
    let last = LAYERS.iter().position(|layer| *layer == LAST_PURE);
    let mut findings = Vec::new();
    for file in files("src", "rs").iter().filter(|file| layer_of(file).is_some() && layer_of(file) <= last) {
        let code = without_comments(&file.text);
        let named = IMPURE.iter().filter(|word| has_word(&code, word));
        findings.extend(named.map(|word| format!("{} names {word}", file.path)));
    }
    none("pure layers reach outside", findings);
}

#[test]
fn a_layer_uses_only_those_before_it() {
    let mut findings = Vec::new();
    for file in &files("src", "rs") {
        let Some(own) = layer_of(file) else { continue };
        for path in paths_from_crate(&without_comments(&file.text)) {
            let used = LAYERS.iter().position(|layer| *layer == path[0]);
            if used > Some(own) {
                findings.push(format!("{} uses {}", file.path, path[0]));
            }
        }
    }
    none("layers use later ones", findings);
}

#[test]
fn a_screen_does_not_use_another_screen() {
    let mut findings = Vec::new();
    let screens: Vec<_> =
        tree::folders("src/ui").into_iter().filter(|f| !SHARED_UI.contains(&f.as_str())).collect();
    for screen in &screens {
        for file in &files(&format!("src/ui/{screen}"), "rs") {
            for path in paths_from_crate(&without_comments(&file.text)) {
                let used = path.get(1).filter(|_| path[0] == "ui");
                if used.is_some_and(|used| used != screen && screens.contains(used)) {
                    findings.push(format!("{} uses {}", file.path, path.join("::")));
                }
            }
        }
    }
    none("screens use each other", findings);
}

#[test]
fn every_visible_string_is_in_i18n() {
    let mut findings = Vec::new();
    for file in files("src", "rs")
        .iter()
        .filter(|file| matches!(layer_of(file).map(|l| LAYERS[l]), Some("ui" | "web")))
        // Specimens of type, in debug builds only.
        .filter(|file| !file.path.starts_with("src/ui/gallery/"))
    {
        let code = without_comments(&file.text);
        let lines = code.lines().enumerate().filter(|(_, line)| line.chars().any(is_han));
        findings.extend(lines.map(|(n, line)| format!("{}:{}: {}", file.path, n + 1, line.trim())));
    }
    none("Chinese text outside i18n", findings);
}

fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9fff}' | '\u{3000}'..='\u{303f}' | '\u{ff00}'..='\u{ffef}')
}

#[test]
fn chinese_text_has_the_marks_of_chinese() {
    let mut findings = Vec::new();
    for file in &files("src/i18n", "rs") {
        let code = without_comments(&file.text);
        // Tests write what they like.
        let code = code.split("#[cfg(test)]").next().unwrap_or_default();
        let lines = code.lines().enumerate().filter(|(_, line)| has_narrow_mark(line));
        findings.extend(lines.map(|(n, line)| format!("{}:{}: {}", file.path, n + 1, line.trim())));
    }
    none("half-width marks in Chinese text", findings);
}

/// Whether a bracket, comma, colon or the like of the Latin kind follows or precedes a Chinese character.
fn has_narrow_mark(line: &str) -> bool {
    let narrow = |c: char| matches!(c, '(' | ')' | ',' | ':' | ';' | '?' | '!');
    let pairs = || line.chars().zip(line.chars().skip(1));
    pairs().any(|(one, next)| is_han(one) && narrow(next) || narrow(one) && is_han(next))
}

#[test]
fn no_file_is_too_long() {
    let long = repository("rs").into_iter().filter(|file| file.text.lines().count() > MAX_LINES);
    none("files to be divided", long.map(|file| file.path).collect());
}

#[test]
fn every_module_says_what_it_is() {
    // A file of unit tests is named after what it tests.
    let modules = repository("rs").into_iter().filter(|file| !file.path.ends_with("/tests.rs"));
    let silent = modules.filter(|file| !file.text.starts_with("//! "));
    none("modules without a first line of documentation", silent.map(|file| file.path).collect());
}

#[test]
fn nothing_is_left_unfinished() {
    let mut findings = Vec::new();
    for file in repository("rs").iter().filter(|file| !file.path.starts_with("tests/tidy/")) {
        let left = UNFINISHED.iter().filter(|word| file.text.contains(**word));
        findings.extend(left.map(|word| format!("{}: {word}", file.path)));
    }
    none("unfinished", findings);
}

#[test]
fn the_tree_speaks_of_no_machine() {
    // Written in halves, so that this file does not find itself.
    let places = [
        concat!("/wo", "rk/"),
        concat!("/ro", "ot/"),
        concat!("/ho", "me/"),
        concat!("/Use", "rs/"),
        concat!("C:\\", "Users"),
        concat!("arti", "factory"),
        concat!("registry.", "npmjs"),
        concat!("\"reso", "lved\": \"http"),
    ];
    let mut findings = Vec::new();
    for file in repository("") {
        let named = places.iter().filter(|place| file.text.contains(**place));
        findings.extend(named.map(|place| format!("{}: {place}", file.path)));
    }
    none("places of one machine", findings);
}
