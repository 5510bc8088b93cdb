//! The page.

use clientfolio::platform::navigation;
use clientfolio::ui::app::App;

fn main() {
    console_error_panic_hook::set_once();
    // In a frame another page could lay its own things over ours: nothing is shown there.
    if !navigation::is_framed() {
        leptos::mount::mount_to_body(App);
    }
}
