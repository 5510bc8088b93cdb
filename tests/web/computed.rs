//! Answers that are kept up to date: which of them are in sight while others are under way.

use std::cell::RefCell;
use std::rc::Rc;

use clientfolio::jobs::protocol::JobError;
use clientfolio::ui::state::computed::{Computed, Question};
use clientfolio::ui::state::workspace::Edition;
use futures_channel::oneshot;
use leptos::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::support::{mount, settle};

type Answer = Result<&'static str, JobError>;

/// An engine that answers when the test says so.
#[derive(Clone, Default)]
struct Engine {
    asked: Rc<RefCell<Vec<(String, oneshot::Sender<Answer>)>>>,
}

impl Engine {
    fn ask(&self, question: &str) -> impl Future<Output = Answer> + use<> {
        let (answer, answered) = oneshot::channel();
        self.asked.borrow_mut().push((question.to_owned(), answer));
        async move { answered.await.unwrap() }
    }

    /// Answers the question under way, which must be this one.
    async fn answer(&self, question: &str, answer: Answer) {
        let mut asked = std::mem::take(&mut *self.asked.borrow_mut());
        assert_eq!(asked.iter().map(|(question, _)| question.as_str()).collect::<Vec<_>>(), [question]);
        asked.remove(0).1.send(answer).unwrap();
        settle().await;
    }

    fn is_idle(&self) -> bool {
        self.asked.borrow().is_empty()
    }
}

const fn edition(since: u32, generation: u32) -> Edition {
    Edition { since, generation }
}

/// A table, the rules, and the answer about them that an engine gives.
struct Screen {
    table: RwSignal<Option<Edition>>,
    rules: RwSignal<&'static str>,
    computed: Computed<Question<&'static str>, &'static str>,
    engine: Engine,
}

impl Screen {
    fn new() -> Self {
        // What begins effects.
        drop(mount(|| ()));
        let (table, rules) = (RwSignal::new(Some(edition(1, 1))), RwSignal::new("wide"));
        let computed = Computed::of_table(Memo::new(move |_| table.get()), move || rules.get());
        Self { table, rules, computed, engine: Engine::default() }
    }

    /// The screen is there as long as the owner in which this is called.
    fn show(&self) {
        let engine = self.engine.clone();
        self.computed
            .keep_up(move |question| engine.ask(&format!("{} {}", question.edition.generation, question.options)));
    }

    fn value(&self) -> Option<&'static str> {
        self.computed.value().get_untracked().map(|value| *value)
    }

    fn is_stale(&self) -> bool {
        self.computed.is_stale().get_untracked()
    }
}

#[wasm_bindgen_test]
async fn one_question_at_a_time_and_always_the_latest() {
    let owner = Owner::new();
    let screen = owner.with(Screen::new);
    owner.with(|| screen.show());
    settle().await;
    assert!(screen.is_stale());
    // Moved twice while the first is under way: the second is never asked.
    screen.rules.set("narrow");
    screen.rules.set("narrower");
    settle().await;
    screen.engine.answer("1 wide", Ok("a")).await;
    assert_eq!((screen.value(), screen.is_stale()), (Some("a"), true), "results in between are seen");
    screen.engine.answer("1 narrower", Ok("b")).await;
    assert_eq!((screen.value(), screen.is_stale()), (Some("b"), false));
    assert!(screen.engine.is_idle());
}

#[wasm_bindgen_test]
async fn what_is_of_another_table_is_never_in_sight() {
    let owner = Owner::new();
    let screen = owner.with(Screen::new);
    owner.with(|| screen.show());
    settle().await;
    screen.engine.answer("1 wide", Ok("first")).await;
    // Other rows of the same table: the old result stays until there is a new one.
    screen.table.set(Some(edition(1, 2)));
    settle().await;
    assert_eq!((screen.value(), screen.is_stale()), (Some("first"), true));
    // Another table, while that is under way: its answer comes too late.
    screen.table.set(Some(edition(3, 3)));
    assert_eq!(screen.value(), None);
    settle().await;
    screen.engine.answer("2 wide", Ok("late")).await;
    assert_eq!(screen.value(), None);
    screen.engine.answer("3 wide", Ok("second")).await;
    assert_eq!((screen.value(), screen.computed.generation()), (Some("second"), Some(3)));
}

#[wasm_bindgen_test]
async fn a_visit_to_another_screen_and_back_asks_nothing() {
    let owner = Owner::new();
    let screen = owner.with(Screen::new);
    let visit = owner.child();
    visit.with(|| screen.show());
    settle().await;
    screen.rules.set("narrow");
    screen.engine.answer("1 wide", Ok("a")).await;
    // The screen goes while its question is under way; the answer is kept.
    visit.cleanup();
    screen.engine.answer("1 narrow", Ok("b")).await;
    screen.rules.set("narrower");
    settle().await;
    assert!(screen.engine.is_idle(), "nobody is there to ask");
    screen.rules.set("narrow");
    let again = owner.child();
    again.with(|| screen.show());
    settle().await;
    assert!(screen.engine.is_idle());
    assert_eq!((screen.value(), screen.is_stale()), (Some("b"), false));
}

#[wasm_bindgen_test]
async fn an_error_is_of_its_question_and_is_asked_again() {
    let owner = Owner::new();
    let screen = owner.with(Screen::new);
    owner.with(|| screen.show());
    settle().await;
    screen.engine.answer("1 wide", Err(JobError::NoTable)).await;
    let failure = || screen.computed.failure().get_untracked();
    assert_eq!((failure(), screen.is_stale()), (Some(JobError::NoTable), false));
    assert!(screen.engine.is_idle(), "not asked over and over");
    // Other rules are another question.
    screen.rules.set("narrow");
    assert_eq!(failure(), None);
    settle().await;
    screen.engine.answer("1 narrow", Ok("a")).await;
    screen.rules.set("wide");
    settle().await;
    screen.engine.answer("1 wide", Err(JobError::NoTable)).await;
    screen.computed.again().run(());
    assert_eq!(failure(), None);
    settle().await;
    screen.engine.answer("1 wide", Ok("b")).await;
    assert_eq!((screen.value(), failure()), (Some("b"), None));
}
