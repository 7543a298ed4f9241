"use strict";
// Shows the rows that the filter and the switch select, and keeps both in the address: #filter=pvh&changes=only.
const form = document.querySelector("form");
const { filter, changes } = form.elements;
const count = form.querySelector("output");

const sections = Array.from(document.querySelectorAll("tbody"), (body) => {
  const [head, ...rows] = body.rows;
  const named = (row) => `${head.textContent} ${row.querySelector("summary").textContent}`.toLowerCase();
  return { body, features: rows.map((row) => ({ row, name: named(row), changed: "changed" in row.dataset })) };
});

function show() {
  const words = filter.value.toLowerCase().split(/\s+/);
  let [shown, all] = [0, 0];
  for (const { body, features } of sections) {
    const before = shown;
    for (const { row, name, changed } of features) {
      row.hidden = !words.every((word) => name.includes(word)) || (changes.checked && !changed);
      shown += !row.hidden;
    }
    all += features.length;
    body.hidden = shown === before;
    document.querySelector(`nav a[href="#${CSS.escape(body.id)}"]`).parentElement.hidden = body.hidden;
  }
  document.querySelector("table").classList.toggle("filtered", shown < all);
  const features = `${all} ${all === 1 ? "feature" : "features"}`;
  count.textContent = shown === all ? features : shown === 0 ? "No feature matches" : `${shown} of ${features}`;
}

function change() {
  show();
  const state = new URLSearchParams();
  if (filter.value) state.set("filter", filter.value);
  if (changes.checked) state.set("changes", "only");
  history.replaceState(null, "", location.pathname + location.search + (state.size ? `#${state}` : ""));
}

function target() {
  try {
    return document.getElementById(decodeURIComponent(location.hash.slice(1)));
  } catch {
    return null; // The fragment is not validly encoded.
  }
}

// The fragment is either a state, which has a "=", or the id of a place to go to. No id has a "=".
function follow() {
  const isState = location.hash.includes("=");
  const place = target();
  if (isState || place?.closest("[hidden]")) {
    const state = new URLSearchParams(isState ? location.hash.slice(1) : "");
    filter.value = state.get("filter") ?? "";
    changes.checked = state.get("changes") === "only";
    show();
  }
  place?.querySelector(":scope > th details")?.setAttribute("open", "");
  place?.scrollIntoView();
}

form.addEventListener("input", change);
form.addEventListener("submit", (event) => event.preventDefault());
addEventListener("hashchange", follow);
document.querySelector("nav ul").addEventListener("click", (event) => {
  if (event.target.closest("a")) event.currentTarget.parentElement.open = false;
});
addEventListener("keydown", (event) => {
  if (event.key === "/" && event.target !== filter && !(event.ctrlKey || event.metaKey || event.altKey)) {
    event.preventDefault();
    filter.select();
  } else if (event.key === "Escape" && filter.value) {
    event.preventDefault();
    filter.value = "";
    change();
  }
});

show();
follow();
form.hidden = false;
