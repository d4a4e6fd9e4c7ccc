//! Entry point of the browser application.

fn main() {
    zhaoshang::ui::start();
}
