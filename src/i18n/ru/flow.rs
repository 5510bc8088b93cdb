use crate::analytics::funnel::flow::{DaysBy, SimilarBy};
use crate::analytics::segmentation::flow::FlowCell;
use crate::i18n::format::Plural;
use crate::i18n::messages::flow::FlowMessages;

pub const FLOW: FlowMessages = FlowMessages {
    title: "Поток клиентов",
    lead: "Кем заняться сначала: быстрые деньги раньше долгих, а из равных — те, что больше.",
    explain: "Скорость важнее размера: маленький заказ, закрытый сегодня, освобождает время для следующего. Внутри клетки первым идёт тот, кто приносит больше за каждый день ожидания.",
    boards: "Доска",
    leads: "Заявки",
    tasks: "Мои дела",
    cell: |cell| match cell {
        FlowCell::FastMuch => "Быстро, много",
        FlowCell::FastLittle => "Быстро, мало",
        FlowCell::SlowMuch => "Долго, много",
        FlowCell::SlowLittle => "Долго, мало",
    },
    cell_words: |cell| match cell {
        FlowCell::FastMuch => "Отложить остальное и ответить сейчас",
        FlowCell::FastLittle => "Закрыть быстро и освободить место",
        FlowCell::SlowMuch => "Вести по шагу, не терять из виду",
        FlowCell::SlowLittle => "Когда больше никто не ждёт",
    },
    cell_empty: "Здесь пусто",
    days: |format, days| format.counted(days.into(), Plural::new("день", "дня", "дней")),
    per_day: |amount| format!("{amount} в день"),
    about: |words| format!("≈\u{a0}{words}"),
    estimated: "Откуда оценка",
    by_history: "Сумма: средний заказ этого клиента. Дни: его обычный перерыв между покупками минус дни с последней. Кто уже опаздывает, получает столько же дней, сколько молчит.",
    by_deals: |which| {
        format!("Дни — оценка: {which}. Сумма, если её не было, взята средняя по величине из тех же сделок.")
    },
    was_done: |name| format!("Готово: {name}"),
    was_postponed: |name| format!("Отложено: {name}"),
    undo_step: "Отменить шаг",
    edit: |name| format!("Изменить: {name}"),
    keep: "Сохранить",
    next: "Возьмите следующим",
    nothing_waits: "Никто не ждёт. Добавьте заявку или верните отложенное.",
    done: |name| format!("Готово: {name}"),
    done_short: "Готово",
    postpone: |name| format!("Отложить: {name}"),
    postpone_short: "Отложить",
    remove: |name| format!("Убрать: {name}"),
    removed: |name| format!("«{name}» больше нет на доске."),
    bring_back: |name| format!("Вернуть: {name}"),
    move_button: |name| format!("Переместить: {name}"),
    move_to: "Переместить в",
    moved_to: |name, cell| format!("«{name}» теперь в клетке «{cell}»."),
    moved: "перемещено вручную",
    put_back: |name| format!("Вернуть туда, куда ставят числа: {name}"),
    move_hint: "Перетащите карточку за точки в другую клетку. С клавиатуры: стрелки на точках или Enter, чтобы выбрать.",
    add_title: "Добавить",
    what: "Кто или что",
    in_days: "Дней до денег",
    how_much: "Сколько денег",
    add: "Добавить на доску",
    guess: |format, days| format!("Взять обычный срок: {}", (FLOW.days)(format, days)),
    many: "Добавить сразу несколько",
    many_label: "По строке на каждого: имя; дней до денег; сколько денег",
    many_bad: |format, lines| format!("Не поняты строки: {}", format.list(lines)),
    full: |format, most| format!("На доске уже {}, больше не поместится. Уберите то, что сделано.", format.count(most)),
    many_add: |format, count| format!("Добавить: {}", format.count(count)),
    limits: "Что считать быстрым и большим",
    limits_by: "Границы",
    by_medians: "Медианы",
    by_hand: "Вручную",
    fast_days: "Быстро: до, дней",
    much: "Много: больше",
    limits_line: |days, amount| format!("Быстро — до {days} дн. включительно, много — больше {amount}."),
    ties: "Что лежит ровно на границе, считается быстрым и малым.",
    postponed: |format, count| format!("Отложено: {}", format.count(count as u64)),
    done_list: |format, count| format!("Готово: {}", format.count(count as u64)),
    clear_done: "Убрать готовое",
    done_cleared: "Готовое убрано с доски.",
    empty_title: "Четыре клетки, которые говорят, кем заняться сначала",
    empty_text: "Запишите, кто ждёт, как скоро он принесёт деньги и сколько. Или посмотрите на пример.",
    example: "Показать пример",
    examples: [
        ("Пекарня, повтор коробок", 2, 48_000),
        ("Кафе, открытие через неделю", 5, 120_000),
        ("Покупатель из зала, три лампы", 1, 6_500),
        ("Школа, тендер на мебель", 75, 640_000),
        ("Гостиница, ремонт двух этажей", 60, 900_000),
        ("Библиотека, один стеллаж", 50, 9_000),
        ("Постоянный, бумага и краска", 3, 11_000),
        ("Клиника, договор на год", 30, 210_000),
    ],
    from_table: |format, name, open| {
        let deals = Plural::new("открытая сделка", "открытые сделки", "открытых сделок");
        format!("В таблице «{name}» {}.", format.counted(open, deals))
    },
    won_title: "Как деньги приходили до сих пор",
    won_line: |format, deals, limits| {
        let won = Plural::new("выигранная сделка", "выигранные сделки", "выигранных сделок");
        format!("{}. {limits}", format.counted(deals, won))
    },
    won_apart: |format, deals| format!("Без срока или суммы, ни в одной клетке: {}.", format.count(deals)),
    won_heads: ["Клетка", "Выиграно сделок", "На сумму", "Открыто сделок"],
    take_limits: "Взять эти границы на доску",
    queue: |format, count| format!("Очередь открытых сделок: первые {}", format.count(count)),
    take_one: |name| format!("Взять на доску: {name}"),
    cells_sheet: "Клетки",
    cells_heads: ["Клетка", "Ждут", "На сумму"],
    take: |format, count| {
        let deals = Plural::new("первую", "первые", "первые");
        format!("Взять {} {} в порядке очереди", format.plural(count, deals), format.count(count))
    },
    taken: |format, count| {
        format!("На доске теперь {}.", format.counted(count, Plural::new("сделка", "сделки", "сделок")))
    },
    estimates: "Дни — оценка: сколько ещё шли похожие выигранные сделки в этом возрасте. Где у сделки нет суммы, взята средняя по величине из похожих.",
    days_by: |format, by| match by {
        DaysBy::Similar { by, deals } => {
            format!("{} ({})", (FLOW.similar)(by), format.count(deals.into()))
        }
        DaysBy::Overdue => "старше почти всех выигранных сделок".to_owned(),
    },
    similar: |by| match by {
        SimilarBy::Product => "по выигранным сделкам с тем же товаром",
        SimilarBy::Group => "по выигранным сделкам той же группы",
        SimilarBy::Manager => "по выигранным сделкам того же менеджера",
        SimilarBy::All => "по всем выигранным сделкам",
    },
    head_place: "№",
    head_cell: "Клетка",
    head_per_day: "В день",
    head_state: "Состояние",
    state_waiting: "ждёт",
    state_postponed: "отложено",
    state_done: "готово",
    file: "поток-клиентов",
};
