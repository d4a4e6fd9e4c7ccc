//! What the program and its tools are made of, as a test: the licence of every crate, where it comes from, and what
//! the page must not contain. It asks `cargo metadata`, so it needs no tool and nothing but what a build needs.

mod graph;
mod rules;

use graph::Graph;

/// Fails with every finding at once, so that one run shows them all.
fn none(what: &str, findings: Vec<String>) {
    assert!(findings.is_empty(), "{what}:\n  {}", findings.join("\n  "));
}

#[test]
fn every_crate_has_an_allowed_licence_and_comes_from_one_place() {
    let all = Graph::everywhere().crates();
    // Less would mean that the test looks at something else.
    assert!(all.len() > 100, "only {} crates were found", all.len());
    none("crates of the program and its tools", rules::wrong_anywhere(&all));
}

#[test]
fn the_page_holds_no_network_and_no_crate_twice() {
    let page = Graph::of_the_page().shipped();
    assert!(page.iter().any(|one| one.name == "leptos"), "the page was not found");
    none("crates of the page", rules::wrong_in_the_page(&page));
    none("exceptions that are not needed any more", rules::needless_exceptions(&page));
}

#[test]
fn the_lock_pins_every_crate_by_its_checksum() {
    let lock = include_str!("../../Cargo.lock");
    none("Cargo.lock", rules::wrong_in_lock(lock, &["xtask", "zhaoshang"]));
}
