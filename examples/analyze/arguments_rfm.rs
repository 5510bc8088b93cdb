//! Options of the RFM analysis on the command line.

use clientfolio::analytics::amount::{Amount, UNIT};
use clientfolio::analytics::date::Day;
use clientfolio::analytics::segmentation::rfm::{Binning, Bins, Frequency, Method, OwnCuts, RfmOptions};

use crate::arguments::{by_key, day};

/// What was said of it so far; options may come in any order.
#[derive(Default)]
pub struct RfmArguments {
    method: Option<Method>,
    bins: Option<Bins>,
    analysis_date: Option<Day>,
    frequency: Option<Frequency>,
    recency_days: Option<Vec<u32>>,
    orders: Option<Vec<u32>>,
    monetary: Option<Vec<Amount>>,
}

/// Names of the options, all of them.
pub const OPTIONS: [&str; 8] =
    ["method", "rfm", "bins", "analysis_date", "frequency", "recency_days", "orders", "monetary"];

impl RfmArguments {
    /// Takes an option; `None` if it cannot have this value.
    pub fn set(&mut self, option: &str, value: &str) -> Option<()> {
        match option {
            "method" | "rfm" => self.method = Some(by_key(Method::ALL, Method::key, value)?),
            "bins" => self.bins = Some(Bins::new(value.parse().ok()?)?),
            "analysis_date" => self.analysis_date = Some(day(value)?),
            "frequency" => self.frequency = Some(by_key(Frequency::ALL, Frequency::key, value)?),
            "recency_days" => self.recency_days = Some(list(value, |part| part.parse().ok())?),
            "orders" => self.orders = Some(list(value, |part| part.parse().ok())?),
            "monetary" => self.monetary = Some(list(value, amount)?),
            _ => return None,
        }
        Some(())
    }

    /// The options that were said, without the days counted.
    pub fn finish(self) -> Result<RfmOptions, String> {
        let mut options =
            RfmOptions { analysis_date: self.analysis_date, frequency: self.frequency, ..RfmOptions::default() };
        let borders = [self.recency_days.is_some(), self.orders.is_some(), self.monetary.is_some()];
        let method = self.method.unwrap_or(if borders.contains(&true) { Method::Custom } else { Method::Quantile });
        options.binning = match method.with(self.bins.unwrap_or_default()) {
            Some(_) if borders.contains(&true) => return Err("borders want method=custom".to_owned()),
            Some(binning) => binning,
            None => {
                let cuts = self.recency_days.zip(self.orders).zip(self.monetary);
                let cuts = cuts.and_then(|((recency, orders), monetary)| OwnCuts::new(recency, orders, monetary));
                let cuts = cuts.filter(|cuts| self.bins.is_none_or(|bins| bins == cuts.bins()));
                let wanted = "method=custom wants recency_days, orders and monetary, two to four rising borders each";
                Binning::Custom(cuts.ok_or(wanted)?)
            }
        };
        Ok(options)
    }
}

fn list<T>(text: &str, read: impl Fn(&str) -> Option<T>) -> Option<Vec<T>> {
    text.split(',').map(|part| read(part.trim())).collect()
}

/// A decimal with up to four places.
pub fn amount(text: &str) -> Option<Amount> {
    let (minus, digits) = text.strip_prefix('-').map_or((false, text), |digits| (true, digits));
    let (whole, places) = digits.split_once('.').unwrap_or((digits, ""));
    let is_number =
        places.len() <= 4 && [whole, places].iter().all(|part| part.bytes().all(|byte| byte.is_ascii_digit()));
    let whole: i64 = whole.parse().ok().filter(|_| is_number)?;
    let places: i64 = format!("{places:0<4}").parse().ok()?;
    let units = whole.checked_mul(UNIT)?.checked_add(places)?;
    Some(Amount(if minus { -units } else { units }))
}
