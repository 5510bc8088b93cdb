//! The worker that writes files of sheets.

fn main() {
    console_error_panic_hook::set_once();
    clientfolio::platform::export_scope::serve();
}
