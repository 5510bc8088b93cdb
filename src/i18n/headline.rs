//! The sentence above the matrix: what one would say first about these clients.

use crate::analytics::amount::Sum;
use crate::analytics::segmentation::abc::AbcClass;
use crate::analytics::segmentation::abc_xyz::{AbcXyzSummary, Cell, Label};

/// What the sentence says.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum MatrixSentence {
    /// No client is on the matrix.
    NoClients,
    /// Nobody's value is above zero.
    NoValue {
        /// Clients.
        clients: u64,
    },
    /// The rule at the threshold leaves A empty: the largest client alone is over it.
    NobodyInA {
        /// Clients with a value above zero.
        valued: u64,
    },
    /// Everybody with a value above zero is in A.
    EverybodyInA {
        /// Clients with a value above zero.
        valued: u64,
        /// Those of them who have gone quiet.
        quiet: u64,
    },
    /// The usual case.
    FewBringMost {
        /// Clients in A.
        few: u64,
        /// All clients.
        clients: u64,
        /// What A brings, as a share of all values above zero.
        share: f64,
        /// Clients in A who have gone quiet.
        quiet: u64,
    },
}

impl MatrixSentence {
    /// The sentence for a summary.
    #[must_use]
    pub fn of(summary: &AbcXyzSummary) -> Self {
        let in_a = || Cell::COLUMNS.into_iter().map(|xyz| summary.cell(Cell { abc: Some(AbcClass::A), xyz }));
        let few: u64 = in_a().map(|cell| cell.clients).sum();
        let quiet: u64 = in_a().map(|cell| cell.labelled(Label::Lost)).sum();
        let value: Sum = in_a().map(|cell| cell.value).sum();
        let apart: u64 = Cell::COLUMNS.into_iter().map(|xyz| summary.cell(Cell { abc: None, xyz }).clients).sum();
        let clients = summary.clients;
        let valued = clients.saturating_sub(apart);
        match (clients, valued, few) {
            (0, ..) => Self::NoClients,
            (_, 0, _) => Self::NoValue { clients },
            (.., 0) => Self::NobodyInA { valued },
            _ if few == valued => Self::EverybodyInA { valued, quiet },
            _ => Self::FewBringMost { few, clients, share: value.share_of(summary.positive_total), quiet },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analytics::date::Grain;
    use crate::analytics::segmentation::abc::AbcThresholds;
    use crate::analytics::segmentation::abc_xyz::{AbcXyzOptions, CellSummary};
    use crate::analytics::segmentation::value::ValueBy;
    use crate::i18n::{Currency, Format, Locale, messages};

    /// A summary with the given cells: code, clients, whole units of value, clients gone quiet.
    fn summary(cells: &[(&str, u64, i128, u64)]) -> AbcXyzSummary {
        let filled: Vec<CellSummary> = Cell::all()
            .map(|cell| {
                cells.iter().find(|(code, ..)| cell.code() == *code).map_or_else(CellSummary::default, |cell| {
                    CellSummary { clients: cell.1, value: Sum(cell.2 * 10_000), labels: [0, 0, cell.3] }
                })
            })
            .collect();
        let sum = |values: &mut dyn Iterator<Item = i128>| Sum(values.sum::<i128>() * 10_000);
        AbcXyzSummary {
            options: AbcXyzOptions::default(),
            window: None,
            total: sum(&mut cells.iter().map(|cell| cell.2)),
            positive_total: sum(&mut cells.iter().filter(|cell| !cell.0.starts_with('-')).map(|cell| cell.2)),
            clients: cells.iter().map(|cell| cell.1).sum(),
            cells: filled,
            without_client: (0, Sum::ZERO),
            outside_window: (0, Sum::ZERO),
            pareto: Vec::new(),
            class_ends: (0, 0),
            periods: 0,
            last_period_left_out: false,
            computed_abc: None,
            proposed_grain: Grain::Month,
            median_gap_days_twice: None,
            ..AbcXyzSummary::default()
        }
    }

    /// What is saved beside the classes is what they can be computed from.
    #[test]
    fn thresholds_are_saved_as_they_are_set() {
        let mut summary = summary(&[("AX", 1, 10, 0)]);
        summary.options.abc = AbcThresholds::new(7_250, 8_705).unwrap();
        for (locale, limits) in
            [(Locale::Ru, "A до 72,5 %, B до 87,05 %"), (Locale::En, "A up to 72.5%, B up to 87.05%")]
        {
            let format = Format { locale, currency: Currency::None };
            let settings = (messages(locale).export().abc_xyz_settings)(format, &summary);
            assert_eq!(settings[0].1.replace('\u{a0}', " "), limits);
        }
    }

    #[test]
    fn says_what_the_data_say() {
        type Case<'a> = (&'a [(&'a str, u64, i128, u64)], &'a str, &'a str);
        let cases: [Case<'_>; 10] = [
            (
                &[("AX", 30, 700, 10), ("AZ", 7, 103, 2), ("BY", 75, 147, 9), ("C-", 300, 50, 0)],
                "37 из 412 клиентов приносят 80 % продаж; 12 из них затихли",
                "37 of 412 clients bring 80% of sales; 12 of them have gone quiet",
            ),
            (
                &[("AX", 21, 80, 1), ("CZ", 80, 20, 3)],
                "21 из 101 клиента приносит 80 % продаж; 1 из них затих",
                "21 of 101 clients bring 80% of sales; 1 of them has gone quiet",
            ),
            (
                &[("AX", 2, 80, 0), ("CZ", 8, 20, 3), ("--", 1, -5, 0)],
                "2 из 11 клиентов приносят 80 % продаж; все они продолжают покупать",
                "2 of 11 clients bring 80% of sales; none of them has gone quiet",
            ),
            (
                &[("AX", 1, 90, 1), ("BZ", 1, 10, 0)],
                "1 из 2 клиентов приносит 90 % продаж и затих",
                "1 of 2 clients brings 90% of sales and has gone quiet",
            ),
            (&[("AX", 1, 5, 0)], "Все продажи приносит один клиент", "One client brings all of the sales"),
            (
                &[("AX", 10, 10, 0)],
                "В группе A все 10 клиентов: по объёму никто не выделяется; все они продолжают покупать",
                "All 10 clients are in A: nobody stands out by size; none of them has gone quiet",
            ),
            (
                &[("BX", 1, 90, 0), ("CX", 2, 10, 0)],
                "Самый крупный клиент один превышает порог A, поэтому по этому правилу группа A пуста",
                "The largest client alone is over the threshold of A, so under this rule A is empty",
            ),
            (
                &[("CX", 1, 5, 0)],
                "Клиент один, и по этому правилу он не попадает в A",
                "There is one client, and under this rule it is not in A",
            ),
            (
                &[("-X", 3, -5, 0)],
                "Ни у одного из 3 клиентов покупки не больше возвратов",
                "None of 3 clients brings more than it returned",
            ),
            (&[], "За эти даты нет ни одной строки с клиентом", "No row in these dates names a client"),
        ];
        for (cells, ru, en) in cases {
            for (locale, text) in [(Locale::Ru, ru), (Locale::En, en)] {
                let format = Format { locale, currency: Currency::Rub };
                let said =
                    (messages(locale).abc_xyz().headline)(format, ValueBy::Amount, MatrixSentence::of(&summary(cells)));
                assert_eq!(said.replace('\u{a0}', " "), text);
            }
        }
    }
}
