//! What the user has typed over what the open file tells, and the query that comes of it.

use std::collections::BTreeMap;

use crate::analytics::dataset::{DateOrder, DecimalMark, Field, ImportReport, Inspection};
use crate::analytics::sql::{AmountFrom, DailyQuery, Dialect, Name, TableName};
use crate::i18n::messages::beyond::BeyondMessages;

/// A table's name to begin with.
const TABLE: &str = "sales";

/// A name that the query needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Slot {
    /// The table.
    Table,
    /// A column of it.
    Column(Field),
}

impl Slot {
    /// Every name, in the order of the screen.
    pub const ALL: [Self; 7] = [
        Self::Table,
        Self::Column(Field::Client),
        Self::Column(Field::Date),
        Self::Column(Field::Amount),
        Self::Column(Field::Quantity),
        Self::Column(Field::Price),
        Self::Column(Field::Order),
    ];

    /// What the name stands for.
    #[must_use]
    pub const fn label(self, texts: &BeyondMessages) -> &'static str {
        match self {
            Self::Column(Field::Client) => texts.client,
            Self::Column(Field::Date) => texts.date,
            Self::Column(Field::Amount) => texts.amount,
            Self::Column(Field::Quantity) => texts.quantity,
            Self::Column(Field::Price) => texts.price,
            Self::Column(Field::Order) => texts.order,
            Self::Column(_) | Self::Table => texts.table,
        }
    }
}

/// What the open file tells: the table in the engine is probably made of such files. Columns that are made here are none
/// of that table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Known {
    headers: BTreeMap<Field, String>,
    date_order: Option<DateOrder>,
    decimal: Option<DecimalMark>,
}

impl From<&Inspection> for Known {
    fn from(found: &Inspection) -> Self {
        let columns = &found.columns;
        let own = |field| found.mapping.column(field).filter(|&column| found.details.is_own(column, columns.len()));
        let header = |field| Some((field, columns.get(own(field)?)?.name.clone()));
        Self {
            headers: Field::ALL.into_iter().filter_map(header).collect(),
            date_order: found.date_order,
            decimal: found.decimal,
        }
    }
}

impl From<&ImportReport> for Known {
    fn from(report: &ImportReport) -> Self {
        let headers = &report.headers;
        let own = |field| report.mapping.column(field).filter(|&column| report.details.is_own(column, headers.len()));
        let header = |field| Some((field, headers.get(own(field)?)?.clone()));
        Self {
            headers: Field::ALL.into_iter().filter_map(header).collect(),
            date_order: Some(report.date_order),
            decimal: Some(report.decimal),
        }
    }
}

/// What the user typed and chose; the rest is as known.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Typed {
    /// Whose SQL.
    pub dialect: Dialect,
    /// Names in place of the known ones.
    pub names: BTreeMap<Slot, String>,
    /// How dates stand in text.
    pub date_order: Option<DateOrder>,
    /// How amounts stand in text.
    pub decimal: Option<DecimalMark>,
}

/// Both together.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Form {
    /// What the open file tells.
    pub known: Known,
    /// What the user typed over it.
    pub typed: Typed,
}

impl Form {
    /// The name in force; empty if there is none.
    #[must_use]
    pub fn name(&self, slot: Slot) -> &str {
        let known = || match slot {
            Slot::Table => Some(TABLE),
            Slot::Column(field) => self.known.headers.get(&field).map(String::as_str),
        };
        self.typed.names.get(&slot).map(String::as_str).or_else(known).unwrap_or_default()
    }

    /// How dates stand in text.
    #[must_use]
    pub fn date_order(&self) -> DateOrder {
        self.typed.date_order.or(self.known.date_order).unwrap_or(DateOrder::Ymd)
    }

    /// How amounts stand in text.
    #[must_use]
    pub fn decimal(&self) -> DecimalMark {
        self.typed.decimal.or(self.known.decimal).unwrap_or(DecimalMark::Point)
    }

    /// The query; `None` while a needed name is missing.
    #[must_use]
    pub fn query(&self) -> Option<DailyQuery> {
        let column = |field| Name::new(self.name(Slot::Column(field)));
        Some(DailyQuery {
            dialect: self.typed.dialect,
            table: TableName::parse(self.name(Slot::Table))?,
            client: column(Field::Client)?,
            date: column(Field::Date)?,
            amount: match column(Field::Amount) {
                Some(amount) => AmountFrom::Column(amount),
                None => AmountFrom::Product { quantity: column(Field::Quantity)?, price: column(Field::Price)? },
            },
            order: column(Field::Order),
            date_order: self.date_order(),
            decimal: self.decimal(),
            window: None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analytics::dataset::{ReadOptions, read_all};

    fn form(known: &[(Field, &str)], typed: &[(Slot, &str)]) -> Form {
        let headers = known.iter().map(|(field, name)| (*field, (*name).to_owned())).collect();
        let names = typed.iter().map(|(slot, name)| (*slot, (*name).to_owned())).collect();
        Form {
            known: Known { headers, decimal: Some(DecimalMark::Comma), ..Known::default() },
            typed: Typed { names, ..Typed::default() },
        }
    }

    #[test]
    fn what_is_typed_goes_before_what_is_known() {
        let known = [(Field::Client, "Who"), (Field::Date, "When"), (Field::Amount, "Sum"), (Field::Order, "No")];
        let form = form(&known, &[(Slot::Column(Field::Client), "buyer"), (Slot::Column(Field::Order), "")]);
        let query = form.query().unwrap();
        assert_eq!(query.client.as_str(), "buyer");
        assert_eq!(query.date.as_str(), "When");
        assert_eq!(query.order, None, "emptied by the user");
        assert_eq!((query.date_order, query.decimal), (DateOrder::Ymd, DecimalMark::Comma));
        assert_eq!(query.table, TableName::parse("sales").unwrap());
    }

    #[test]
    fn columns_that_are_made_have_no_name_in_the_table() {
        let read = |text: &str| Known::from(&read_all(text.as_bytes(), &ReadOptions::default()).unwrap().report);
        let known = read("Date,Customer,Cash,Card\n2026-01-05,Acme,1,2\n2026-01-06,Bolt,3,4\n");
        let names: Vec<_> = known.headers.values().map(String::as_str).collect();
        assert_eq!(names, ["Customer", "Date"]);
    }

    #[test]
    fn quantity_and_price_stand_in_for_an_amount() {
        let known = [(Field::Client, "Who"), (Field::Date, "When"), (Field::Quantity, "Pieces")];
        assert_eq!(form(&known, &[]).query(), None);
        let query = form(&known, &[(Slot::Column(Field::Price), "Price")]).query().unwrap();
        assert!(matches!(query.amount, AmountFrom::Product { price, .. } if price.as_str() == "Price"));
    }

    #[test]
    fn a_missing_name_gives_no_query() {
        let known = [(Field::Client, "Who"), (Field::Date, "When"), (Field::Amount, "Sum")];
        assert!(form(&known, &[]).query().is_some());
        for slot in [Slot::Table, Slot::Column(Field::Client), Slot::Column(Field::Date)] {
            assert_eq!(form(&known, &[(slot, " ")]).query(), None, "{slot:?}");
        }
    }
}
