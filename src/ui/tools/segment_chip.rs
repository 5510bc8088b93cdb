//! A segment of RFM as a mark of colour with its name.

use leptos::prelude::*;

use crate::ui::state::i18n::use_i18n;

/// Colours of segments among the tokens; see `style/tools/rfm.css`.
const COLOURS: usize = 10;

/// The class that carries the colour of a segment; of clients that stand apart without one.
#[must_use]
pub fn segment_class(segment: Option<usize>) -> String {
    segment.map_or_else(|| "segment".to_owned(), |segment| format!("segment segment--{}", segment % COLOURS + 1))
}

/// The segment at a position of the map; without one, a client who has never bought.
#[component]
pub fn SegmentChip(
    /// Position in the map.
    segment: Option<usize>,
    /// Its name there.
    name: Option<String>,
) -> impl IntoView {
    let i18n = use_i18n();
    let shown = move || {
        let text = &i18n.text().rfm().segments;
        name.as_deref().map_or(text.apart, |name| text.name(name)).to_owned()
    };
    view! { <span class=segment_class(segment)>{shown}</span> }
}
