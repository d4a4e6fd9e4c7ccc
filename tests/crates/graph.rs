//! The crates of a build and who needs whom, as `cargo metadata` tells it.

use crate::rules::Crate;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::process::Command;

/// The target of the page.
const WASM: &str = "wasm32-unknown-unknown";

/// What `cargo metadata` says.
pub struct Graph(Value);

impl Graph {
    /// Every crate of every platform: the program, its tests and the tool that builds it.
    pub fn everywhere() -> Self {
        Self::asked(&["--all-features"])
    }

    /// The crates of a build for the browser.
    pub fn of_the_page() -> Self {
        Self::asked(&["--filter-platform", WASM])
    }

    fn asked(with: &[&str]) -> Self {
        let mut cargo = Command::new(env!("CARGO"));
        cargo.args(["metadata", "--format-version", "1", "--locked"]).args(with);
        let output = cargo.current_dir(env!("CARGO_MANIFEST_DIR")).output().expect("cargo runs");
        assert!(output.status.success(), "cargo metadata: {}", String::from_utf8_lossy(&output.stderr));
        Self(serde_json::from_slice(&output.stdout).expect("cargo writes JSON"))
    }

    /// All crates.
    pub fn crates(&self) -> Vec<Crate> {
        self.those(|_| true)
    }

    fn those(&self, are_meant: impl Fn(&str) -> bool) -> Vec<Crate> {
        let members = texts(&self.0["workspace_members"]);
        let read = |package: &Value| {
            let text = |key: &str| package[key].as_str().map(str::to_owned);
            Crate {
                name: text("name").unwrap_or_default(),
                version: text("version").unwrap_or_default(),
                licence: text("license"),
                source: text("source"),
                links: text("links"),
                is_ours: text("id").is_some_and(|id| members.contains(&id)),
            }
        };
        let packages = list(&self.0["packages"]).iter();
        packages.filter(|package| package["id"].as_str().is_some_and(&are_meant)).map(read).collect()
    }

    /// The crates that end up in the program itself: not those that only build it, and not macros with all they need.
    pub fn shipped(&self) -> Vec<Crate> {
        let packages: BTreeMap<&str, &Value> =
            list(&self.0["packages"]).iter().filter_map(|one| Some((one["id"].as_str()?, one))).collect();
        let needs: BTreeMap<&str, &Value> = list(&self.0["resolve"]["nodes"])
            .iter()
            .filter_map(|one| Some((one["id"].as_str()?, one)))
            .collect();
        let is_macro = |id: &str| {
            let kinds = list(&packages[id]["targets"]).iter().flat_map(|target| list(&target["kind"]));
            kinds.into_iter().any(|kind| kind == "proc-macro")
        };
        let root = packages.iter().find(|(_, one)| one["name"] == "zhaoshang").map(|(id, _)| *id);
        let mut open: Vec<&str> = root.into_iter().collect();
        let mut found = BTreeSet::new();
        while let Some(id) = open.pop() {
            if is_macro(id) || !found.insert(id) {
                continue;
            }
            for need in list(&needs[id]["deps"]) {
                // Of the three kinds, the one without a name is neither for tests nor for building.
                if list(&need["dep_kinds"]).iter().any(|kind| kind["kind"].is_null()) {
                    open.extend(need["pkg"].as_str());
                }
            }
        }
        self.those(|id| found.contains(id))
    }
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

fn texts(value: &Value) -> Vec<String> {
    list(value).iter().filter_map(|text| text.as_str().map(str::to_owned)).collect()
}
