// What is shown when the app cannot start, or has stopped. It stands outside the app, so it brings its own texts.

const STORAGE_PREFIX = "clientfolio";

const TEXTS = {
  ru: {
    "not-started": [
      "Приложение не запустилось",
      "Браузер не смог загрузить или запустить его часть. Обновите страницу. Если не поможет, проверьте связь и откройте её в свежей версии Chrome, Edge, Firefox или Safari.",
    ],
    stopped: [
      "Приложение остановилось из-за ошибки в нём самом",
      "Сохранённые настройки и тексты на месте. Обновите страницу и загрузите файл ещё раз. Перед этим можно скачать резервную копию.",
    ],
    reload: "Обновить страницу",
    backup: "Скачать резервную копию",
  },
  en: {
    "not-started": [
      "The app did not start",
      "The browser could not load or run a part of it. Reload the page. If that does not help, check the connection and open it in a recent Chrome, Edge, Firefox or Safari.",
    ],
    stopped: [
      "The app stopped because of an error of its own",
      "Saved settings and texts are safe. Reload the page and load your file again. You can download a backup first.",
    ],
    reload: "Reload the page",
    backup: "Download a backup",
  },
};

const language = () => {
  // The page's own language once the app has set it; before that the browser's.
  const tag = document.getElementById("boot")?.dataset.started ? document.documentElement.lang : navigator.language;
  return /^ru\b/i.test(tag) ? "ru" : "en";
};

const element = (tag, properties, ...children) => {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...children);
  return made;
};

const savedDocuments = () => {
  try {
    return Object.fromEntries(Object.entries(localStorage).filter(([key]) => key.startsWith(STORAGE_PREFIX)));
  } catch {
    return {};
  }
};

const downloadBackup = (documents) => {
  const file = new Blob([JSON.stringify(documents, null, 2)], { type: "application/json" });
  const href = URL.createObjectURL(file);
  element("a", { href, download: "clientfolio-backup.json" }).click();
  setTimeout(() => URL.revokeObjectURL(href), 60_000);
};

/** @param {"not-started" | "stopped"} kind */
export const showFailure = (kind) => {
  if (document.querySelector(".failure")) return;
  const locale = language();
  const texts = TEXTS[locale];
  const [title, advice] = texts[kind];

  const actions = element(
    "p",
    { className: "failure__actions" },
    element("button", { className: "button button--primary", type: "button", textContent: texts.reload, onclick: () => location.reload() }),
  );
  const documents = savedDocuments();
  if (Object.keys(documents).length > 0) {
    actions.append(
      " ",
      element("button", { className: "button", type: "button", textContent: texts.backup, onclick: () => downloadBackup(documents) }),
    );
  }

  const panel = element(
    "main",
    { className: "failure", lang: locale },
    element("h1", { textContent: title }),
    element("p", { textContent: advice }),
    actions,
  );
  panel.dataset.testid = "error-panel";
  panel.setAttribute("role", "alert");
  document.body.replaceChildren(panel);
  document.title = `${title} · Clientfolio`;
};
