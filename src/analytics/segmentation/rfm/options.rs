//! What goes into an RFM analysis, as types that cannot be wrong.

use serde::{Deserialize, Serialize};

use super::segments::ScoreMap;
use crate::analytics::amount::Amount;
use crate::analytics::date::Day;

/// One of the three measures.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Measure {
    /// Days from the last purchase to the day of the analysis: few is good.
    Recency,
    /// Orders, or rows: many is good.
    Frequency,
    /// Net value: much is good.
    Monetary,
}

impl Measure {
    /// R, F and M.
    pub const ALL: [Self; 3] = [Self::Recency, Self::Frequency, Self::Monetary];
}

/// How many scores there are: 3 to 5.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "u8", into = "u8")]
pub struct Bins(u8);

impl Bins {
    /// Every number of bins.
    pub const ALL: [Self; 3] = [Self(3), Self(4), Self(5)];

    /// `None` unless 3 to 5: with two nobody stands in the middle, and over five no map of segments is known.
    #[must_use]
    pub const fn new(bins: u8) -> Option<Self> {
        if 3 <= bins && bins <= 5 { Some(Self(bins)) } else { None }
    }

    /// The number, which is also the best score.
    #[must_use]
    pub const fn get(self) -> u8 {
        self.0
    }

    /// Position in [`Bins::ALL`].
    #[must_use]
    pub const fn index(self) -> usize {
        (self.0 - 3) as usize
    }
}

impl Default for Bins {
    fn default() -> Self {
        Self(5)
    }
}

impl TryFrom<u8> for Bins {
    type Error = &'static str;
    fn try_from(bins: u8) -> Result<Self, Self::Error> {
        Self::new(bins).ok_or("bins must be 3 to 5")
    }
}

impl From<Bins> for u8 {
    fn from(bins: Bins) -> Self {
        bins.0
    }
}

/// Borders of one's own: two to four for each measure, none lower than the one before.
///
/// A border is the least value of the bin above it: 30, 90 days are "under 30", "30 to 89" and "90 and more".
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "OwnCutsParts", into = "OwnCutsParts")]
pub struct OwnCuts {
    recency_days: Vec<u32>,
    orders: Vec<u32>,
    monetary: Vec<Amount>,
}

type OwnCutsParts = (Vec<u32>, Vec<u32>, Vec<Amount>);

impl OwnCuts {
    /// `None` unless all three have the same number of borders, two to four, and each rises or stays.
    #[must_use]
    pub fn new(recency_days: Vec<u32>, orders: Vec<u32>, monetary: Vec<Amount>) -> Option<Self> {
        let count = recency_days.len();
        let fits = (2..=4).contains(&count) && orders.len() == count && monetary.len() == count;
        let rises = recency_days.is_sorted() && orders.is_sorted() && monetary.is_sorted();
        (fits && rises).then_some(Self { recency_days, orders, monetary })
    }

    /// How many bins they make.
    #[must_use]
    pub fn bins(&self) -> Bins {
        u8::try_from(self.recency_days.len() + 1).ok().and_then(Bins::new).unwrap_or_default()
    }

    /// Borders of recency, in days.
    #[must_use]
    pub fn recency_days(&self) -> &[u32] {
        &self.recency_days
    }

    /// Borders of frequency, in orders or rows.
    #[must_use]
    pub fn orders(&self) -> &[u32] {
        &self.orders
    }

    /// Borders of value.
    #[must_use]
    pub fn monetary(&self) -> &[Amount] {
        &self.monetary
    }
}

impl TryFrom<OwnCutsParts> for OwnCuts {
    type Error = &'static str;
    fn try_from((recency_days, orders, monetary): OwnCutsParts) -> Result<Self, Self::Error> {
        Self::new(recency_days, orders, monetary).ok_or("two to four rising borders for each measure")
    }
}

impl From<OwnCuts> for OwnCutsParts {
    fn from(cuts: OwnCuts) -> Self {
        (cuts.recency_days, cuts.orders, cuts.monetary)
    }
}

/// How clients are parted into bins by one measure; see [`super::cuts`] for the formulas.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Binning {
    /// Quantiles of type 7; a value on a border goes to the lower bin.
    Quantile(Bins),
    /// As the R package does it: the same quantiles plus one; a value on a border goes to the upper bin.
    RRfm(Bins),
    /// Equally many clients in each bin, equal values parted by name.
    Ntile(Bins),
    /// Equally long stretches between the least and the greatest value.
    EqualWidth(Bins),
    /// Borders of one's own.
    Custom(OwnCuts),
}

impl Default for Binning {
    fn default() -> Self {
        Self::Quantile(Bins::default())
    }
}

/// [`Binning`] without its numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Method {
    /// See [`Binning::Quantile`].
    Quantile,
    /// See [`Binning::RRfm`].
    RRfm,
    /// See [`Binning::Ntile`].
    Ntile,
    /// See [`Binning::EqualWidth`].
    EqualWidth,
    /// See [`Binning::Custom`].
    Custom,
}

impl Method {
    /// Every method, default first.
    pub const ALL: [Self; 5] = [Self::Quantile, Self::RRfm, Self::Ntile, Self::EqualWidth, Self::Custom];

    /// The name used by the command line.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Quantile => "quantile",
            Self::RRfm => "r-rfm",
            Self::Ntile => "ntile",
            Self::EqualWidth => "equal-width",
            Self::Custom => "custom",
        }
    }

    /// The binning of this method; `None` for [`Method::Custom`], which wants borders.
    #[must_use]
    pub const fn with(self, bins: Bins) -> Option<Binning> {
        match self {
            Self::Quantile => Some(Binning::Quantile(bins)),
            Self::RRfm => Some(Binning::RRfm(bins)),
            Self::Ntile => Some(Binning::Ntile(bins)),
            Self::EqualWidth => Some(Binning::EqualWidth(bins)),
            Self::Custom => None,
        }
    }
}

impl Binning {
    /// How many bins it makes.
    #[must_use]
    pub fn bins(&self) -> Bins {
        match self {
            Self::Quantile(bins) | Self::RRfm(bins) | Self::Ntile(bins) | Self::EqualWidth(bins) => *bins,
            Self::Custom(cuts) => cuts.bins(),
        }
    }

    /// Its method.
    #[must_use]
    pub const fn method(&self) -> Method {
        match self {
            Self::Quantile(_) => Method::Quantile,
            Self::RRfm(_) => Method::RRfm,
            Self::Ntile(_) => Method::Ntile,
            Self::EqualWidth(_) => Method::EqualWidth,
            Self::Custom(_) => Method::Custom,
        }
    }
}

/// What frequency counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Frequency {
    /// Orders: distinct order ids, else distinct days.
    #[default]
    Orders,
    /// Rows with an amount above zero.
    Rows,
}

impl Frequency {
    /// Both, default first.
    pub const ALL: [Self; 2] = [Self::Orders, Self::Rows];

    /// The name used by the command line.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Orders => "orders",
            Self::Rows => "rows",
        }
    }
}

/// Everything that decides scores and segments. The default is what the screen begins with.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(default)]
pub struct RfmOptions {
    /// First and last day counted; `None` is all rows.
    pub window: Option<(Day, Day)>,
    /// The day from which recency is counted back; `None` is the day after the last day counted. Rows after it do not
    /// count.
    pub analysis_date: Option<Day>,
    /// How clients are parted into bins.
    pub binning: Binning,
    /// What frequency counts; `None` is what belongs to the binning: rows as the R package has it, else orders.
    pub frequency: Option<Frequency>,
    /// Maps of segments of one's own, by number of bins as in [`Bins::ALL`].
    pub maps: [Option<ScoreMap>; Bins::ALL.len()],
}

impl RfmOptions {
    /// Whether days were chosen, which are of one table.
    #[must_use]
    pub const fn has_days(&self) -> bool {
        self.window.is_some() || self.analysis_date.is_some()
    }

    /// Takes the choice of days back.
    pub const fn forget_days(&mut self) {
        self.window = None;
        self.analysis_date = None;
    }

    /// What frequency counts.
    #[must_use]
    pub fn counted(&self) -> Frequency {
        let own = if self.binning.method() == Method::RRfm { Frequency::Rows } else { Frequency::Orders };
        self.frequency.unwrap_or(own)
    }

    /// The map of segments in force.
    #[must_use]
    pub fn map(&self) -> ScoreMap {
        let bins = self.binning.bins();
        self.own_map().cloned().unwrap_or_else(|| ScoreMap::default_of(bins))
    }

    /// The map of one's own for the number of bins in force.
    #[must_use]
    pub fn own_map(&self) -> Option<&ScoreMap> {
        self.maps.get(self.binning.bins().index()).and_then(Option::as_ref)
    }

    /// Takes a map of one's own for the number of bins in force; `None` puts the default back.
    pub fn set_map(&mut self, map: Option<ScoreMap>) {
        if let Some(place) = self.maps.get_mut(self.binning.bins().index()) {
            *place = map;
        }
    }

    /// First and last day that count in a table with rows from and to the days of `all`; `None` is all of them.
    #[must_use]
    pub fn days(&self, all: Option<(Day, Day)>) -> Option<(Day, Day)> {
        let all = all?;
        let (from, to) = self.window.unwrap_or(all);
        let to = self.analysis_date.map_or(to, |date| to.min(date));
        let days = (from.max(all.0), to.min(all.1));
        (days != all).then_some(days)
    }

    /// The same options with one thing changed.
    #[must_use]
    pub fn with(&self, rival: Rival) -> Self {
        let mut options = self.clone();
        match rival {
            Rival::Method(method) => {
                options.binning = method.with(self.binning.bins()).unwrap_or_else(|| self.binning.clone());
            }
            Rival::Bins(bins) => {
                options.binning = self.binning.method().with(bins).unwrap_or_else(|| self.binning.clone());
            }
            Rival::Frequency(frequency) => options.frequency = Some(frequency),
        }
        options
    }
}

/// A rival definition: the options with one thing changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Rival {
    /// Another way of parting.
    Method(Method),
    /// Another number of bins.
    Bins(Bins),
    /// Another count.
    Frequency(Frequency),
}

impl Rival {
    /// Every definition that differs from `options` in one thing and needs no numbers from the user.
    #[must_use]
    pub fn of(options: &RfmOptions) -> Vec<Self> {
        (Method::ALL.into_iter().map(Self::Method))
            .chain(Bins::ALL.into_iter().map(Self::Bins))
            .chain(Frequency::ALL.into_iter().map(Self::Frequency))
            .filter(|&rival| match rival {
                Rival::Frequency(frequency) => frequency != options.counted(),
                _ => options.with(rival) != *options,
            })
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn own_borders_must_fit_and_rise() {
        let money = |units: &[i64]| units.iter().map(|&units| Amount(units)).collect::<Vec<_>>();
        let good = OwnCuts::new(vec![30, 90], vec![1, 1], money(&[10, 20])).unwrap();
        assert_eq!(good.bins().get(), 3);
        for (days, orders, monetary) in [
            (vec![30], vec![1], money(&[10])),
            (vec![30, 90, 91, 92, 93], vec![1, 2, 3, 4, 5], money(&[1, 2, 3, 4, 5])),
            (vec![30, 90], vec![1, 2, 3], money(&[10, 20])),
            (vec![90, 30], vec![1, 2], money(&[10, 20])),
            (vec![30, 90], vec![1, 2], money(&[20, 10])),
        ] {
            assert_eq!(OwnCuts::new(days, orders, monetary), None);
        }
        let text = serde_json::to_string(&good).unwrap();
        assert_eq!(serde_json::from_str::<OwnCuts>(&text).unwrap(), good);
        assert!(serde_json::from_str::<OwnCuts>("[[90,30],[1,2],[1,2]]").is_err());
    }

    #[test]
    fn the_day_of_the_analysis_ends_what_counts() {
        let all = Some((Day(10), Day(20)));
        for (window, date, days) in [
            (None, None, None),
            (None, Some(Day(21)), None),
            (None, Some(Day(20)), None),
            (None, Some(Day(15)), Some((Day(10), Day(15)))),
            (Some((Day(12), Day(99))), None, Some((Day(12), Day(20)))),
            (Some((Day(12), Day(18))), Some(Day(15)), Some((Day(12), Day(15)))),
            (Some((Day(0), Day(99))), None, None),
        ] {
            let options = RfmOptions { window, analysis_date: date, ..RfmOptions::default() };
            assert_eq!(options.days(all), days, "{window:?} {date:?}");
        }
    }

    #[test]
    fn what_is_in_force_is_no_rival() {
        let options = RfmOptions::default();
        let rivals = Rival::of(&options);
        assert!(!rivals.contains(&Rival::Method(Method::Quantile)));
        assert!(!rivals.contains(&Rival::Method(Method::Custom)), "it wants borders");
        assert_eq!(rivals.len(), 3 + 2 + 1);
    }
}
