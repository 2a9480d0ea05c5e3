"use strict";
(() => {
  const table = document.getElementById("rows"), form = document.getElementById("filters"), count = document.getElementById("count");
  const body = table.tBodies[0], rows = [...body.rows], keys = ["year", "country", "leader", "series"];
  const holds = (row, key, value) => !value || row.dataset[key].split("|").includes(value);
  const state = () => {
    const said = new URLSearchParams(new FormData(form));
    for (const key of keys) if (!said.get(key)) said.delete(key);
    const sorted = table.querySelector("th[aria-sort]");
    if (sorted) said.set("sort", (sorted.ariaSort === "descending" ? "-" : "") + sorted.dataset.key);
    return said.toString();
  };
  const filter = () => {
    let shown = 0;
    for (const row of rows) {
      row.hidden = !keys.every((key) => holds(row, key, form.elements[key] ? form.elements[key].value : ""));
      shown += !row.hidden;
    }
    count.textContent = table.dataset.count.replace("{shown}", shown).replace("{all}", rows.length);
  };
  const sort = (key, descending) => {
    const heads = [...table.tHead.rows[0].cells], column = heads.findIndex((head) => head.dataset.key === key);
    for (const head of heads) head.removeAttribute("aria-sort");
    if (column < 0) { body.append(...rows); return; }
    heads[column].ariaSort = descending ? "descending" : "ascending";
    const value = (row) => row.cells[column].dataset.sort || row.cells[column].textContent;
    const order = new Intl.Collator(document.documentElement.lang, { numeric: true });
    const sorted = [...rows].sort((a, b) => order.compare(value(a), value(b)));
    body.append(...(descending ? sorted.reverse() : sorted));
  };
  const restore = () => {
    const hash = location.hash.startsWith("#?") ? location.hash.slice(2) : null;
    if (hash === null && location.hash) return;
    const said = new URLSearchParams(hash || "");
    for (const key of keys) if (form.elements[key]) form.elements[key].value = said.get(key) || "";
    const by = said.get("sort") || "";
    sort(by.replace("-", ""), by.startsWith("-"));
    filter();
  };
  const remember = () => {
    const said = state();
    history.pushState(null, "", said ? "#?" + said : location.pathname + location.search);
  };
  for (const head of table.tHead.rows[0].cells) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = head.textContent;
    head.replaceChildren(button);
    button.addEventListener("click", () => { sort(head.dataset.key, head.ariaSort === "ascending"); remember(); });
  }
  form.addEventListener("change", () => { filter(); remember(); });
  form.addEventListener("reset", () => setTimeout(() => { sort("", false); filter(); remember(); }));
  form.addEventListener("submit", (event) => event.preventDefault());
  addEventListener("popstate", restore);
  form.hidden = false;
  filter();
  restore();
})();
