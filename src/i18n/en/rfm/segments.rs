use crate::i18n::messages::rfm::segments::SegmentMessages;

pub const SEGMENTS: SegmentMessages = SegmentMessages {
    names: [
        "Champions",
        "Potential loyalists",
        "Loyal customers",
        "Promising",
        "New customers",
        "Can’t lose them",
        "At risk",
        "Need attention",
        "About to sleep",
        "Lost",
    ],
    hyphenated: &[],
    advice: [
        "They bought lately, buy often and spend most. Look after them in person: first to hear of news, first to be asked for a referral.",
        "They buy lately and fairly often. One step more makes them champions: offer what goes with what they take, or a reward for the next order.",
        "They come back steadily with sums in the middle. Widen what they take, and ask what else they buy elsewhere.",
        "They came lately, not often yet, and spend well. Make the second and third order easy.",
        "They came lately and have ordered little. A warm welcome and a good second offer decide whether they stay.",
        "They used to spend a lot and have not bought for long. Call them yourself and ask what happened, before anything is offered.",
        "They ordered often and for good money, but not lately. Remind them of yourself with a reason that is about them.",
        "Not long gone, fairly often, fair sums, and slipping. A call or an offer with an end date is due now.",
        "They come rarely and are fading. A short reminder is enough; do not spend much on it.",
        "Their last order is longest ago. One letter to win them back, then put the effort elsewhere.",
    ],
    others: "Others",
    others_advice: "No rule of the map takes these scores. If there are many of them, widen a rule or add one.",
    apart: "Never bought",
};
