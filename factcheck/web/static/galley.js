// The galley, live: panels without a new page, keys, and what colleagues do.

import { fetchPieces, say, swapIn } from "./swap.js";
import { followKeys } from "./keys.js";
import { listen } from "./live.js";

const galley = document.querySelector(".galley");
const slug = galley.dataset.slug;
const conflict = document.getElementById("conflict");
const piecesOf = (numbers, panel) => {
  const asked = new URLSearchParams(numbers.map((n) => ["n", n]));
  if (panel) asked.set("panel", panel);
  return `/articles/${slug}/pieces?${asked}`;
};
const panel = () => document.getElementById("panel");
const openNumber = () => panel().dataset.n;
let cursor = panel().dataset.n; // the sentence that was chosen last; its panel may still be on its way
let opening = Promise.resolve();
let turn = 0; // counts what was opened: an answer that comes late is none any more
let last = null; // the sentence that was marked or skipped last, for undo
let sending = false;
document.body.classList.add("live");

function isDirty() {
  return [...panel().querySelectorAll("input, textarea, select")].some((field) => {
    if (field.type === "checkbox") return field.checked !== field.defaultChecked;
    if (field.tagName === "SELECT") return [...field.options].some((one, n) => one.selected !== (one.defaultSelected || (n === 0 && ![...field.options].some((o) => o.defaultSelected))));
    return field.type !== "hidden" && field.value !== field.defaultValue;
  });
}

function open(link, options) {
  const n = link.dataset.n;
  if (isDirty() && openNumber() !== n && !confirm("Leave what you wrote here?")) return opening;
  cursor = n;
  opening = bring(link, n, ++turn, options);
  return opening;
}

async function bring(link, n, mine, { push = true } = {}) {
  const { status, html } = await fetchPieces(piecesOf([n], n));
  if (mine !== turn) return;
  if (status !== 200) return void (cursor = openNumber());
  document.querySelector(".claim[aria-current]")?.removeAttribute("aria-current");
  swapIn(html);
  const [address, show] = [new URL(link.href), new URLSearchParams(location.search).get("show")];
  if (show) address.searchParams.set("show", show); // the filter stays
  if (push) history.pushState({ n }, "", address);
  const now = document.getElementById(`c${n}`);
  now?.focus({ preventScroll: true });
  now?.scrollIntoView({ block: "nearest" });
}

// What somebody has begun to write elsewhere in the panel comes along into the next one.
function written(sent) {
  const fields = [...panel().querySelectorAll("input[id], textarea[id], select[id]")];
  const kept = fields.filter((field) => field.form !== sent && field.type !== "hidden");
  const first = (field) => field.defaultValue ?? [...field.options].find((one) => one.defaultSelected)?.value ?? field.options[0]?.value;
  return kept.map((field) => [field.id, field.value, first(field), field.checked]);
}

function writeAgain(kept) {
  const lost = [];
  for (const [id, value, before, checked] of kept) {
    const field = document.getElementById(id) ?? document.getElementById(`more-${id}`); // evidence has two forms
    if (!field && value !== before) lost.push(value);
    if (!field) continue;
    if (field.type === "checkbox") field.checked = checked;
    else if (value !== before) field.value = value;
  }
  if (lost.length) say(`What you wrote and did not send: ${lost.join(" / ")}`);
}

async function send(form, button) {
  const kept = written(form);
  const body = new FormData(form, button ?? null);
  const { status, html } = await fetchPieces(form.action, { method: "POST", body: new URLSearchParams(body) });
  if (status === 409 && html.includes("conflict-title")) {
    conflict.innerHTML = "";
    conflict.append(...new DOMParser().parseFromString(html, "text/html").body.childNodes);
    conflict.showModal();
  } else if (status) {
    const focused = openNumber();
    if (status === 200 && /\/(mark|skip)$/.test(form.action)) last = focused;
    if (status === 200 && conflict.open) conflict.close();
    swapIn(html, focused);
    if (status === 200 && openNumber() === focused && form.isConnected === false) writeAgain(kept);
    if (status === 200 && openNumber() === focused) document.getElementById(`c${focused}`)?.focus({ preventScroll: true });
  }
}

async function undoLast() {
  if (!last) return say("There is nothing to undo.");
  const { status, html } = await fetchPieces(`/articles/${slug}/claims/${last}/undo`, { method: "POST" });
  if (status) swapIn(html);
  if (status === 200) document.getElementById(`c${last}`)?.focus();
  last = null;
}

async function lookAtTheirs() {
  conflict.close();
  const kept = written(null);
  const { status, html } = await fetchPieces(piecesOf([openNumber()], openNumber()));
  if (status === 200) swapIn(html);
  writeAgain(kept);
}
conflict.addEventListener("cancel", lookAtTheirs); // Escape

document.addEventListener("click", (event) => {
  const link = event.target.closest(".text a.claim");
  if (link && !event.metaKey && !event.ctrlKey && !event.shiftKey && event.button === 0) {
    event.preventDefault();
    open(link);
  } else if (event.target.closest("[data-close]") && conflict.open) {
    event.preventDefault();
    lookAtTheirs();
  }
});

document.addEventListener("submit", (event) => {
  if (!event.target.matches("form[data-swap]")) return;
  event.preventDefault();
  if (sending) return; // a second click before the answer means the first
  sending = true;
  send(event.target, event.submitter).finally(() => { sending = false; });
});

addEventListener("popstate", () => {
  const n = new URLSearchParams(location.search).get("claim");
  const link = n && document.getElementById(`c${n}`);
  if (link) open(link, { push: false });
  else location.reload();
});

// Whoever presses a key means the sentence that they chose: what acts waits until its panel is there.
const settled = async () => {
  const chosen = cursor;
  await opening;
  return cursor === chosen && openNumber() === chosen;
};
followKeys({ open, cursor: () => cursor, settled, undoLast });
listen(slug, galley.dataset.after, async (numbers, who, what) => {
  const mine = openNumber();
  const asked = numbers.filter((n) => document.getElementById(`c${n}`));
  const shown = mine && numbers.includes(mine);
  if (shown && isDirty()) say(`${who} changed ${slug}#${mine} meanwhile; what you wrote is still here.`);
  if (!asked.length && !shown) return;
  const { status, html } = await fetchPieces(piecesOf(asked, shown && !isDirty() ? mine : ""));
  const said = who === galley.dataset.me ? document.getElementById("said").textContent : `${who}: ${what} (${numbers.map((n) => `${slug}#${n}`).join(", ")})`;
  const focus = document.activeElement?.id;
  if (status !== 200) return;
  swapIn(html, mine);
  document.querySelectorAll(".claim[aria-current]").forEach((one) => one.removeAttribute("aria-current"));
  document.getElementById(`c${openNumber()}`)?.setAttribute("aria-current", "true");
  if (focus) document.getElementById(focus)?.focus({ preventScroll: true });
  say(said);
}, (who) => {
  if (isDirty()) say(`${who} revised the text: load the page again to see it. What you wrote is still here.`);
  else location.reload();
});
