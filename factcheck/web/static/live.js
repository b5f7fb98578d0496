// What colleagues do, told by the server as it happens; many changes in a moment are shown at once.

import { say } from "./swap.js";

// A browser keeps six connections to a host: a tab that nobody looks at gives its own back, and goes on
// later behind the last event that it heard of.
export function listen(slug, after, changed, revised) {
  let last = after;
  let source = null;
  let waiting = new Set();
  let [who, what] = ["", ""];
  let timer;

  const hear = (message) => {
    last = message.lastEventId || last;
    const event = JSON.parse(message.data);
    if (event.action === "article_revised") return revised(event.actor);
    const n = event.entity.match(/^claim:.*#(\d+)$/)?.[1];
    if (!n) return;
    waiting.add(n);
    who = event.actor;
    what = event.action.replaceAll("_", " ");
    clearTimeout(timer);
    timer = setTimeout(() => {
      const numbers = [...waiting].slice(0, 50);
      waiting = new Set([...waiting].slice(50));
      changed(numbers, who, what);
    }, 120);
  };
  const begin = () => {
    if (source || document.hidden) return;
    source = new EventSource(`/api/v1/events/stream?article=${encodeURIComponent(slug)}&after=${last}`);
    source.onmessage = hear;
  };
  const end = () => { source?.close(); source = null; };
  document.addEventListener("visibilitychange", () => (document.hidden ? end() : begin()));
  addEventListener("pagehide", end);
  addEventListener("pageshow", begin);
  begin();
}
