//! Reading the source tree.

use std::fs;
use std::path::Path;

/// A text file of the repository.
pub struct File {
    /// Path from the root, with `/`.
    pub path: String,
    /// Its content.
    pub text: String,
}

/// Folders of things that are made or fetched, not written.
const NOT_OURS: [&str; 4] = ["target", "dist", "node_modules", ".git"];

/// The text files below `folder` whose names end in `.extension`, or all if that is empty.
pub fn files(folder: &str, extension: &str) -> Vec<File> {
    let mut found = Vec::new();
    collect(folder, &mut found);
    found.retain(|file| extension.is_empty() || file.path.ends_with(&format!(".{extension}")));
    assert!(!found.is_empty(), "nothing of .{extension} in {folder}: the test looks in the wrong place");
    found
}

/// The same for the whole repository.
pub fn repository(extension: &str) -> Vec<File> {
    files("", extension)
}

/// The names of the folders in `folder`.
pub fn folders(folder: &str) -> Vec<String> {
    entries(folder).into_iter().filter(|(_, is_folder)| *is_folder).map(|(name, _)| name).collect()
}

fn collect(folder: &str, found: &mut Vec<File>) {
    for (name, is_folder) in entries(folder) {
        let path = if folder.is_empty() { name.clone() } else { format!("{folder}/{name}") };
        if NOT_OURS.contains(&name.as_str()) {
            continue;
        }
        if is_folder {
            collect(&path, found);
        } else if let Ok(text) = fs::read_to_string(root().join(&path)) {
            // What is not UTF-8 is a picture or a spreadsheet.
            found.push(File { path, text });
        }
    }
}

/// Names in a folder, sorted, and whether each is a folder.
fn entries(folder: &str) -> Vec<(String, bool)> {
    let list = fs::read_dir(root().join(folder)).expect("the folder can be read");
    let mut entries: Vec<_> = list
        .map(|entry| entry.expect("the entry can be read"))
        .map(|entry| (entry.file_name().to_string_lossy().into_owned(), entry.path().is_dir()))
        .collect();
    entries.sort();
    entries
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}
