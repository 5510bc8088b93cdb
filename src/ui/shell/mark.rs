//! The mark of the app: a page of a ledger, nine cells, one of them the one to look at.

use leptos::prelude::*;

/// Draws the mark. The same drawing is `public/icon.svg`.
#[component]
pub fn Mark() -> impl IntoView {
    let cells = [(0, 0, "deep"), (1, 0, "deep"), (2, 0, "middle"), (0, 1, "deep"), (1, 1, "accent"), (2, 1, "pale")]
        .into_iter()
        .chain([(0, 2, "middle"), (1, 2, "pale"), (2, 2, "pale")])
        .map(|(column, row, tone)| {
            view! {
                <rect
                    class=format!("mark__cell mark__cell--{tone}")
                    x=(4 + 8 * column).to_string()
                    y=(4 + 8 * row).to_string()
                    width="7"
                    height="7"
                    rx="1.25"
                />
            }
        })
        .collect_view();
    view! { <svg class="brand__mark mark" viewBox="0 0 31 31" aria-hidden="true" focusable="false">{cells}</svg> }
}
