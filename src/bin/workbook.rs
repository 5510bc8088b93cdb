//! The worker that reads workbooks.

fn main() {
    console_error_panic_hook::set_once();
    clientfolio::platform::workbook_scope::serve();
}
