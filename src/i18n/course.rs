//! What a client bought over time, in words: the line above the picture on its card. Pure.

use crate::analytics::date::{Day, Grain};
use crate::analytics::segmentation::course::Course;

/// What the line says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bought {
    /// Nothing: there are only returns, or rows of zero.
    Never,
    /// One order in all.
    Once {
        /// When.
        day: Day,
        /// How long ago.
        ago: Ago,
    },
    /// Several orders, all in the last period, which is not over: there is nothing yet to count by.
    Lately {
        /// How time is cut.
        grain: Grain,
    },
    /// The usual case.
    Often {
        /// Periods with a purchase.
        active: u32,
        /// Of so many, up to the last one that is over.
        periods: u32,
        /// How time is cut.
        grain: Grain,
        /// Whether those before the first purchase are not among them.
        is_since_first: bool,
        /// The last purchase.
        last: Day,
        /// How long ago.
        ago: Ago,
    },
}

/// A time that has passed up to the day after the window, from which the days of all clients are counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ago {
    /// So many days, up to two months.
    Days(u32),
    /// So many full calendar months.
    Months(u32),
}

impl Ago {
    /// From `day` to the day after `end`.
    #[must_use]
    pub fn of(day: Day, end: Day) -> Self {
        let now = Day(end.0.saturating_add(1));
        let ((year, month, date), (now_year, now_month, now_date)) = (day.to_ymd(), now.to_ymd());
        let begun = i64::from(now_year - year) * 12 + i64::from(now_month) - i64::from(month);
        let full = u32::try_from(begun - i64::from(now_date < date)).unwrap_or_default();
        if full >= 2 { Self::Months(full) } else { Self::Days(now.0.abs_diff(day.0)) }
    }
}

impl Bought {
    /// What is to be said of a client.
    #[must_use]
    pub fn of(course: &Course) -> Self {
        let (grain, end) = (course.grain, course.window.1);
        let Some((first, last)) = course.purchased else { return Self::Never };
        let ago = Ago::of(last, end);
        match course {
            Course { orders: 0 | 1, .. } => Self::Once { day: last, ago },
            Course { periods: 0, .. } => Self::Lately { grain },
            Course { active, periods, .. } => Self::Often {
                active: *active,
                periods: *periods,
                grain,
                is_since_first: grain.period_of(first) > grain.period_of(course.window.0),
                last,
                ago,
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analytics::amount::{Amount, Sum};
    use crate::analytics::dataset::SalesTable;
    use crate::analytics::segmentation::history::Histories;
    use crate::i18n::{Currency, Format, Locale, messages};

    const RU: Format = Format { locale: Locale::Ru, currency: Currency::Rub };
    const EN: Format = Format { locale: Locale::En, currency: Currency::Usd };

    fn day(iso: &str) -> Day {
        Day::from_iso(iso).unwrap()
    }

    /// The first client's course, in a table that the second one makes reach from the first day to the last.
    fn course(rows: &[(&str, i64)], days: (&str, &str)) -> Course {
        let ends = [(1, day(days.0), 1), (1, day(days.1), 1)];
        let rows: Vec<_> = rows.iter().map(|&(iso, sum)| (0, day(iso), sum)).chain(ends).collect();
        let table = SalesTable {
            client_names: ["asked", "other"].into_iter().collect(),
            client: rows.iter().map(|row| row.0).collect(),
            day: rows.iter().map(|row| row.1).collect(),
            amount: rows.iter().map(|row| Amount(row.2 * 10_000)).collect(),
            ..SalesTable::default()
        };
        Course::of(&table, &Histories::new(&table, None, Grain::Month), Grain::Month, 0).unwrap()
    }

    fn plain(text: &str) -> String {
        text.replace(['\u{a0}', '\u{202f}'], " ")
    }

    #[test]
    fn time_passes_in_days_and_in_full_months() {
        for (from, end, ago) in [
            ("2025-12-31", "2025-12-31", Ago::Days(1)),
            ("2025-11-02", "2025-12-31", Ago::Days(60)),
            ("2025-11-01", "2025-12-31", Ago::Months(2)),
            ("2025-09-12", "2025-12-31", Ago::Months(3)),
            ("2025-09-30", "2025-12-05", Ago::Months(2)),
            ("2024-02-29", "2025-02-27", Ago::Months(11)),
            ("2024-02-29", "2025-02-28", Ago::Months(12)),
        ] {
            assert_eq!(Ago::of(day(from), day(end)), ago, "{from} {end}");
        }
    }

    #[test]
    fn the_line_says_how_often_and_when_last() {
        let year = ("2025-01-01", "2025-12-31");
        let monthly: Vec<String> = (1..=9).map(|month| format!("2025-{month:02}-12")).collect();
        let monthly: Vec<(&str, i64)> = monthly.iter().map(|iso| (iso.as_str(), 10)).collect();
        for (rows, days, ru, en) in [
            (
                monthly.as_slice(),
                year,
                "Покупал в 9 из 12 месяцев, последний раз 3 месяца назад, 12.09.2025.",
                "Bought in 9 of 12 months, last time 3 months ago, on 12 Sep 2025.",
            ),
            (
                &monthly[4..6],
                year,
                "Покупал во 2 из 8 месяцев с первой покупки, последний раз 6 месяцев назад, 12.06.2025.",
                "Bought in 2 of 8 months since the first purchase, last time 6 months ago, on 12 Jun 2025.",
            ),
            (
                &[("2025-12-30", 10), ("2025-12-31", 5)],
                year,
                "Покупал в 1 из 1 месяца с первой покупки, последний раз 1 день назад, 31.12.2025.",
                "Bought in 1 of 1 month since the first purchase, last time 1 day ago, on 31 Dec 2025.",
            ),
            (
                &[("2025-10-01", 10), ("2025-11-01", -10)],
                year,
                "Всего один заказ, 3 месяца назад, 01.10.2025.",
                "One order in all, 3 months ago, on 1 Oct 2025.",
            ),
            (
                &[("2025-10-01", -10)],
                year,
                "В эти даты покупок нет, только возвраты или нулевые суммы.",
                "In these dates there are no purchases, only returns or sums of zero.",
            ),
            (
                &[("2025-12-01", 10), ("2025-12-03", 10)],
                ("2025-01-01", "2025-12-09"),
                "Покупал только в последнем месяце, а он охвачен датами не до конца.",
                "Bought only in the last month, and the dates end before it does.",
            ),
        ] {
            let course = course(rows, days);
            let said = |format: Format| plain(&(messages(format.locale).course().words)(format, Bought::of(&course)));
            assert_eq!((said(RU).as_str(), said(EN).as_str()), (ru, en));
        }
    }

    #[test]
    fn notes_say_what_is_in_the_sums() {
        let course = course(&[("2025-03-01", 100), ("2025-03-05", -30)], ("2025-01-09", "2025-12-09"));
        assert_eq!(course.returned(), Sum(300_000));
        let text = messages(Locale::Ru).course();
        assert_eq!(plain(&(text.returned)(RU, course.returned())), "Возвраты на 30 ₽ вычтены из сумм.");
        assert_eq!(
            plain(&(text.last_left_out)(RU, Grain::Month, course.window.1)),
            "Последний месяц охвачен датами только по 09.12.2025: его столбик бледный, и в счёт месяцев он не входит."
        );
        let text = messages(Locale::En).course();
        assert_eq!(plain(&(text.returned)(EN, course.returned())), "Returns of $30 are taken off the sums.");
        assert_eq!(
            plain(&(text.last_left_out)(EN, Grain::Month, course.window.1)),
            "The dates end within the last month, on 9 Dec 2025: its bar is pale, and it is not among the months counted."
        );
    }
}
