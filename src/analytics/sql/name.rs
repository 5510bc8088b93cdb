//! Names of the user's tables and columns, as the engine shows them.

/// A name of one part: a column, or a part of a table's name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name(String);

impl Name {
    /// The name, exactly as given; `None` if there is nothing in it, or the one character that no engine takes in names.
    #[must_use]
    pub fn new(name: &str) -> Option<Self> {
        (!name.trim().is_empty() && !name.contains('\0')).then(|| Self(name.to_owned()))
    }

    /// The name, without quotes.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// A table's name, with what it lies in: `sales`, `shop.sales`, `warehouse.shop.sales`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TableName(Vec<Name>);

impl TableName {
    /// Parts at a point; a part in double quotes is one with all points in it: `shop."sales.2026"`.
    /// `None` if a part is empty.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let mut is_quoted = false;
        let is_boundary = |letter: char| {
            is_quoted ^= letter == '"';
            letter == '.' && !is_quoted
        };
        text.trim().split(is_boundary).map(part).collect::<Option<Vec<Name>>>().map(Self)
    }

    /// The parts, the outermost first.
    pub fn parts(&self) -> impl Iterator<Item = &Name> {
        self.0.iter()
    }
}

/// A part without the quotes around it; two quotes within are one.
fn part(text: &str) -> Option<Name> {
    let inner = text.strip_prefix('"').and_then(|rest| rest.strip_suffix('"'));
    Name::new(&inner.map_or_else(|| text.to_owned(), |inner| inner.replace("\"\"", "\"")))
}
