//! Design tokens as the page has them now, for what is not styled by CSS: charts.

/// The value of a custom property of the page, trimmed: `token("--accent")`. `None` if there is none.
///
/// The value changes with the theme; read it anew when the theme does.
#[must_use]
pub fn token(name: &str) -> Option<String> {
    let window = web_sys::window()?;
    let root = window.document()?.document_element()?;
    let style = window.get_computed_style(&root).ok()??;
    let value = style.get_property_value(name).ok()?;
    let value = value.trim();
    (!value.is_empty()).then(|| value.to_owned())
}
