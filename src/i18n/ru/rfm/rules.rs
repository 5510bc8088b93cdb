use crate::analytics::segmentation::rfm::{Frequency, Measure, Method};
use crate::i18n::format::{Format, Plural};
use crate::i18n::messages::abc_xyz::rules::Topic;
use crate::i18n::messages::rfm::rules::RfmRuleMessages;
use crate::i18n::scores::Range;

pub const RULES: RfmRuleMessages = RfmRuleMessages {
    title: "Баллы и границы",
    lead: "Программы ставят баллы по-разному. Здесь собраны обычные способы; под каждым сказано, сколько клиентов он перевёл бы в другой сегмент.",
    method: Topic {
        title: "Как делятся клиенты",
        explain: "Каждый показатель режется на части, номер части и есть балл. Способы различаются тем, где проходят разрезы.",
    },
    method_name: |method| match method {
        Method::Quantile => "Равные доли клиентов",
        Method::RRfm => "Как в пакете rfm для R",
        Method::Ntile => "Группы строго равного размера",
        Method::EqualWidth => "Равные шаги показателя",
        Method::Custom => "Свои границы",
    },
    method_words: |method| match method {
        Method::Quantile => "Квантили; у клиентов с одинаковыми цифрами баллы всегда одинаковы.",
        Method::RRfm => {
            "Те же квантили плюс единица, и считаются строки, а не заказы: чтобы сверяться с отчётами из R."
        }
        Method::Ntile => {
            "Как NTILE в базах данных: клиенты с одинаковыми цифрами могут получить разные баллы, по алфавиту."
        }
        Method::EqualWidth => {
            "Размах от меньшего к большему делится на равные шаги: несколько гигантов оставят всех прочих внизу."
        }
        Method::Custom => "Свои дни, заказы и суммы, например 30 / 90 / 180 дней.",
    },
    bins: Topic {
        title: "Сколько баллов", explain: "Обычно пять. Если клиентов немного, с тремя работать проще."
    },
    bins_name: |bins| match bins.get() {
        3 => "Баллы от 1 до 3",
        4 => "Баллы от 1 до 4",
        _ => "Баллы от 1 до 5",
    },
    bins_words: |bins| match bins.get() {
        3 => "27 сочетаний: мало, средне, много.",
        4 => "64 сочетания: четверти.",
        _ => "125 сочетаний: пятые доли.",
    },
    frequency: Topic {
        title: "Что считает частота",
        explain: "Заказ из десяти строк — это одна покупка, а не десять. Строки считайте, только если каждая строка и есть покупка.",
    },
    frequency_name: |frequency| match frequency {
        Frequency::Orders => "Заказы",
        Frequency::Rows => "Строки",
    },
    frequency_words: |frequency| match frequency {
        Frequency::Orders => "Разные номера заказов, а где их нет, дни с покупкой.",
        Frequency::Rows => "Строки файла с суммой больше нуля.",
    },
    would_move: |format, clients| {
        if clients == 0 {
            return "Никто не сменил бы сегмент.".to_owned();
        }
        let verb = format.plural(clients, Plural::new("сменил бы", "сменили бы", "сменили бы"));
        let clients = format.counted(clients, Plural::new("клиент", "клиента", "клиентов"));
        format!("{clients} {verb} сегмент.")
    },
    own_note: "Начнутся с тех границ, что действуют сейчас.",
    reset: "Вернуть как было вначале",
    borders: Topic {
        title: "Что значит каждый балл",
        explain: "Из этих значений получаются баллы. Измените границы, чтобы ставить баллы по своим правилам.",
    },
    score: |score| format!("Балл {score}"),
    measured: |measure, frequency| match (measure, frequency) {
        (Measure::Recency, _) => "R: дней с последней покупки",
        (Measure::Frequency, Frequency::Orders) => "F: заказов",
        (Measure::Frequency, Frequency::Rows) => "F: строк",
        (Measure::Monetary, _) => "M: сумма за вычетом возвратов",
    },
    range,
    nothing: "–",
    edit: "Задать свои границы",
    border: |measure, number| {
        let what = match measure {
            Measure::Recency => "Дни",
            Measure::Frequency => "Заказы",
            Measure::Monetary => "Сумма",
        };
        format!("{what}, граница {number}")
    },
    border_hint: "Граница — наименьшее значение следующей группы: если стоит 30 дней, то 30-й день уже в ней. Границы растут слева направо.",
};

fn range(format: Format, range: &Range) -> String {
    range.written(format, |high| format!("до {high}"), |low| format!("{low} и больше"))
}
