use crate::i18n::messages::cells::{CellMessages, CellText, CellTextRow};

pub const CELLS: CellMessages = CellMessages {
    a: CellTextRow {
        x: CellText {
            name: "large and regular",
            approach: "The firm rests on them. Give each one a person who answers for them and agree on a rhythm: a short talk about plans every month, a meeting every quarter. Learn what they will need before the order comes, and keep stock for it. If the usual order is late, call the same day.",
            price: "Your best terms in return for volume: a yearly agreement with discount steps, payment later within a limit, prices fixed for a quarter. No one-time discounts: they soon count as normal.",
        },
        y: CellText {
            name: "large, from time to time",
            approach: "They buy a part elsewhere, or only when a project comes. Find out what they plan and when, and get in touch a week or two before the order is due. Offer a delivery schedule or stock kept for them, so that buying from you is easier than looking around each time.",
            price: "Reward the rhythm as well as the sum: a discount or bonus when orders come every month. Goods and prices held for an agreed schedule.",
        },
        z: CellText {
            name: "large but rare",
            approach: "One or two big deals. After each, ask whether all went well and put down a date for the next talk. Offer what is bought more often: supplies, servicing, additions. Do not build next month’s plan on their money.",
            price: "Price each deal on its own, paid in advance or in stages. Name beforehand what they gain by ordering again within an agreed time.",
        },
        none: CellText {
            name: "new and already large",
            approach: "Too early to speak of a rhythm, and the first weeks decide whether they stay. Call after the first delivery, ask what could be easier, learn how much they buy in all and from whom. Agree on the second order while the first is fresh.",
            price: "Terms as for a good client, with a clear date to review them. Raise the credit limit step by step, with each bill paid on time.",
        },
    },
    b: CellTextRow {
        x: CellText {
            name: "middling and regular",
            approach: "Reliable, with room to grow. See what they do not yet buy of your range and suggest one fitting thing with each order. Ask every quarter what they buy elsewhere and why. Goal for the year: into A.",
            price: "Name the yearly sum at which the terms of group A begin, and show how far it is. A discount for a wider basket rather than for years of loyalty.",
        },
        y: CellText {
            name: "middling, from time to time",
            approach: "Build the relation: one familiar person, wishes written down, a call with a reason. Find out what keeps them from buying more often: price, delivery, choice, or they simply forget. Remind them at their own usual interval.",
            price: "The ordinary price list and a small bonus that adds up. A gift or free delivery when the next order comes sooner than usual.",
        },
        z: CellText {
            name: "middling but rare",
            approach: "Ask why they bought once or seldom and write the answers down: they show what to mend. Get in touch two or three times a year, when season or occasion gives a reason. If there is no answer, save your people’s time and leave them on the mailing list.",
            price: "Ordinary prices, paid in advance. An invitation to come back, with an offer that ends on a set day.",
        },
        none: CellText {
            name: "new, middling",
            approach: "Get to know them: where they heard of you, what they need regularly, who decides. Call a week after the first purchase and suggest what is usually bought next.",
            price: "The ordinary price list and one small advantage on the second order if it comes within a month.",
        },
    },
    c: CellTextRow {
        x: CellText {
            name: "small but regular",
            approach: "They like you and buy little at a time. Make ordering light for both sides: repeat the last order in one step, collect in person, deliver on shared days. Watch who is growing, as future B clients often start here. Ask them for a review and a recommendation.",
            price: "One price list, no bargaining. A gain for larger orders: free delivery from a set sum, bigger packs.",
        },
        y: CellText {
            name: "small, from time to time",
            approach: "Serve without manual work: the site, ready answers, a newsletter about what is new. A person steps in only when asked. See to it that the time spent on them costs less than they bring.",
            price: "The standard price list, paid in advance, from a least order sum. Small orders pay for delivery.",
        },
        z: CellText {
            name: "small and rare",
            approach: "Mostly the largest group. Serve politely, quickly and by one rule for all, without exceptions or approvals by hand. Twice a year send one common offer to return, and give time to those who answer.",
            price: "Retail price, full payment in advance, a least order sum. If serving them costs more than they bring, raise that sum.",
        },
        none: CellText {
            name: "new and small",
            approach: "A welcome letter, clear rules, an easy way to order again. Ask one question: where did you hear of us. No more effort until the second purchase.",
            price: "The standard price list. A small gain on the second order if it pays for itself.",
        },
    },
    no_value: CellText {
        name: "bought no more than they returned",
        approach: "Purchases less returns come to zero or less; a client may also have rows of zero only. Look into each case: goods, delivery, a mistake in the order, or a correction in the books. Mend the cause first, sell afterwards.",
        price: "Until the cause is clear: payment in advance and the usual rules of return, without special terms.",
    },
};
