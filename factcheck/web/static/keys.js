// Keys for those who check forty sentences; they can be switched off, and never act while one writes.

import { say } from "./swap.js";

const OPEN = ["unchecked", "in_review", "reopened"];
const store = {
  get on() {
    try { return localStorage.getItem("keys") !== "off"; } catch { return true; }
  },
  set on(value) {
    try { localStorage.setItem("keys", value ? "on" : "off"); } catch { say("The choice holds until you leave."); }
  },
};

export function followKeys({ open, cursor, settled, undoLast }) {
  const help = document.getElementById("keys");
  const button = document.getElementById("keys-help");
  const toggle = document.getElementById("keys-on");
  button.hidden = false;
  toggle.checked = store.on;
  button.addEventListener("click", () => help.showModal());
  toggle.addEventListener("change", () => { store.on = toggle.checked; });

  const shown = () => [...document.querySelectorAll(".text a.claim:not(.dim)")];
  const step = (by) => {
    const all = shown();
    const at = all.findIndex((one) => one.dataset.n === cursor());
    const next = all[at < 0 ? (by > 0 ? 0 : all.length - 1) : at + by];
    if (next) open(next);
    else say("That was the last one.");
  };
  const nextToCheck = () => {
    const all = shown();
    const at = all.findIndex((one) => one.dataset.n === cursor());
    const next = [...all.slice(at + 1), ...all.slice(0, at + 1)].find((one) => OPEN.includes(one.dataset.status));
    if (next) open(next);
    else say("Every sentence shown here is checked.");
  };

  const act = (key) => {
    const press = document.querySelector(`#panel [data-key="${key}"]:not(:disabled)`);
    const field = document.querySelector(`#panel [data-focus="${key}"]`);
    if (press) press.click();
    else if (field) field.focus();
    else if (key === "u") undoLast();
    else say(document.querySelector(`#panel [data-why="${key}"]`)?.textContent ?? "That can't be done with this sentence now.");
  };

  document.addEventListener("keydown", (event) => {
    const writing = event.target.closest("input, textarea, select, [contenteditable]");
    if (event.key === "Escape" && writing) event.target.blur();
    if (writing || event.metaKey || event.ctrlKey || event.altKey || document.querySelector("dialog[open]")) return;
    if (event.key === "?") { event.preventDefault(); help.showModal(); }
    if (!toggle.checked) return;
    const key = CSS.escape(event.key);
    if (event.key === "j") step(1);
    else if (event.key === "k") step(-1);
    else if (event.key === "n") nextToCheck();
    else if (/^[1-9aequtsc]$/.test(event.key)) settled().then((there) => there && act(key));
    else return;
    event.preventDefault();
  });
}
