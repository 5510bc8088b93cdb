//! Clients as leads of the client flow. Pure.
//!
//! What a client will buy next nobody knows, so both figures are estimates from its own history: the amount is its
//! average order; the days are its usual interval between purchases less the days since the last one. Who is late already
//! is given as many days again as it has been silent. Where a client has no interval of its own, the median of those
//! beside it stands in, and a month where there is none.

use crate::analytics::amount::Amount;
use crate::analytics::segmentation::abc_xyz::ClientRow;
use crate::profile::flow::{Estimate, FlowItem};

/// Days where no interval is known.
const MONTH_DAYS: u32 = 30;

/// The leads of clients, in their order.
pub(super) fn leads_of(rows: &[ClientRow]) -> Vec<FlowItem> {
    let mut gaps: Vec<u32> = rows.iter().filter_map(gap_days).collect();
    gaps.sort_unstable();
    let usual = gaps.get(gaps.len().saturating_sub(1) / 2).copied().unwrap_or(MONTH_DAYS);
    rows.iter().map(|row| lead_of(row, usual)).collect()
}

/// The usual interval between purchases, in whole days; half a day counts as a day.
fn gap_days(row: &ClientRow) -> Option<u32> {
    row.median_gap_days_twice.map(|twice| twice.div_ceil(2))
}

fn lead_of(row: &ClientRow, usual_days: u32) -> FlowItem {
    let gap = gap_days(row).unwrap_or(usual_days);
    let silent = row.recency_days.unwrap_or_default();
    let days = if silent < gap { gap - silent } else { silent.max(1) };
    let average = row.net.0.checked_div(row.orders.into()).unwrap_or_default();
    FlowItem {
        name: row.client.clone(),
        client: Some(row.client.clone()),
        amount: Amount(i64::try_from(average.max(0)).unwrap_or(i64::MAX)),
        days,
        days_estimated: true,
        amount_estimated: true,
        estimate: Some(Estimate::History),
        ..FlowItem::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analytics::amount::Sum;
    use crate::analytics::segmentation::abc_xyz::{Cell, Labels};

    fn row(net: i128, orders: u32, recency_days: Option<u32>, median_gap_days_twice: Option<u32>) -> ClientRow {
        ClientRow {
            client: "North".into(),
            rank: 1,
            // By another measure: what is put on the board is money.
            total: Sum::ZERO,
            net: Sum(net),
            share: 0.0,
            share_before: 0.0,
            share_with: 0.0,
            cell: Cell { abc: None, xyz: None },
            periods: 0,
            active: 0,
            cv: None,
            orders,
            first: None,
            last: None,
            recency_days,
            median_gap_days_twice,
            labels: Labels::default(),
            rfm: None,
            priority: None,
            moved: None,
            flow: None,
        }
    }

    #[test]
    fn amounts_and_days_are_those_of_the_history() {
        let rows = [
            // Every 30.5 days, 10 days ago: in 21. 900 in three orders.
            row(9_000_000, 3, Some(10), Some(61)),
            // Every 7 days, 20 days ago: late, so 20 days again.
            row(1_000_000, 2, Some(20), Some(14)),
            // No interval of its own: that of the two in the middle, the lower one, 7; bought today.
            row(500_000, 1, Some(0), None),
            // Never bought, gave back more than that.
            row(-500_000, 0, None, None),
        ];
        let leads = leads_of(&rows);
        let figures: Vec<(u32, i64)> = leads.iter().map(|lead| (lead.days, lead.amount.0)).collect();
        assert_eq!(figures, [(21, 3_000_000), (20, 500_000), (7, 500_000), (7, 0)]);
        assert!(leads.iter().all(|lead| lead.days_estimated && lead.amount_estimated));
        assert_eq!(leads_of(&rows[3..])[0].days, 30, "nothing is known of anybody");
    }
}
