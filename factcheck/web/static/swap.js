// Pieces of a page, fetched and put in the place of those with the same id.

const say = (words) => {
  const said = document.getElementById("said");
  if (said) said.textContent = words;
};

// A panel comes in only where it is still the one that is open: who has gone on is not called back.
export function swapIn(html, openPanel) {
  const parsed = new DOMParser().parseFromString(html, "text/html");
  for (const piece of [...parsed.body.querySelectorAll("[id]")]) {
    if (piece.parentElement.closest("[id]")) continue; // goes in with the piece around it
    const there = document.getElementById(piece.id);
    if (!there) continue;
    if (piece.id === "panel" && openPanel && there.dataset.n !== openPanel) continue;
    if (there.classList.contains("dim")) piece.classList.add("dim");
    there.replaceWith(document.importNode(piece, true));
  }
}

export async function fetchPieces(address, options = {}) {
  const headers = { "Factcheck-Fragment": "1" };
  try {
    const answer = await fetch(address, { ...options, headers, redirect: "manual" });
    if (answer.type === "opaqueredirect") {
      say("You are signed out. Sign in again in another tab; what you wrote is still here.");
      return { status: 0, html: "" };
    }
    return { status: answer.status, html: await answer.text() };
  } catch {
    say("The desk can't be reached; nothing was changed. Try again.");
    return { status: 0, html: "" };
  }
}

export { say };
