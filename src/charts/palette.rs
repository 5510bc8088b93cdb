//! Colours and type of a chart, by role.

/// What a chart needs of the theme. Colours are what CSS calls them: `#0f5c63`, `rgb(15 92 99)`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Palette {
    /// Behind everything.
    pub surface: String,
    /// Text and the main line.
    pub ink: String,
    /// Text of axes.
    pub muted: String,
    /// Thin lines.
    pub rule: String,
    /// What is to be looked at.
    pub accent: String,
    /// Area of class A.
    pub class_a: String,
    /// Area of class B.
    pub class_b: String,
    /// Area of class C.
    pub class_c: String,
    /// Families of type, as CSS lists them.
    pub font: String,
}
