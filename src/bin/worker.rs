//! The engine's worker.

fn main() {
    console_error_panic_hook::set_once();
    clientfolio::platform::worker_scope::serve();
}
