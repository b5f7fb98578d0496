// What colleagues do, told by the server as it happens; many changes in a moment are shown at once.

import { say } from "./swap.js";

export function listen(slug, after, changed) {
  const source = new EventSource(`/api/v1/events/stream?article=${encodeURIComponent(slug)}&after=${after}`);
  let waiting = new Set();
  let who = "";
  let timer;
  source.onmessage = (message) => {
    const event = JSON.parse(message.data);
    if (event.action === "article_revised") {
      say(`${event.actor} revised the text: load the page again to see it.`);
      return;
    }
    const n = event.entity.match(/^claim:.*#(\d+)$/)?.[1];
    if (!n) return;
    waiting.add(n);
    who = event.actor;
    clearTimeout(timer);
    timer = setTimeout(() => {
      const numbers = [...waiting].slice(0, 50);
      waiting = new Set([...waiting].slice(50));
      changed(numbers, who);
    }, 120);
  };
  addEventListener("pagehide", () => source.close());
}
