"use strict";
(() => {
  // Where passages cross, one passage is several pieces: reach all of them.
  const reach = () => {
    document.querySelectorAll("mark.reached").forEach((piece) => piece.classList.remove("reached"));
    const id = decodeURIComponent(location.hash.slice(1));
    document.querySelectorAll("mark[data-passage]").forEach((piece) => {
      if (piece.dataset.passage === id) piece.classList.add("reached");
    });
  };
  addEventListener("hashchange", reach);
  reach();

  // Keep the lines that hold all the words typed.
  const lines = [...document.querySelectorAll("section > ol > li, .side li, .conflict, .actors li")];
  const told = document.createElement("span");
  const input = document.createElement("input");
  input.type = "search";
  input.placeholder = "a name, a place, a word";
  input.addEventListener("input", () => {
    const words = input.value.toLowerCase().split(/\s+/).filter(Boolean);
    let kept = 0;
    for (const line of lines) {
      const text = line.textContent.toLowerCase();
      line.hidden = !words.every((word) => text.includes(word));
      kept += !line.hidden;
    }
    told.textContent = words.length ? `${kept} of ${lines.length} lines` : "";
  });
  const label = document.createElement("label");
  label.append("Lines with ", input);
  const find = document.createElement("div");
  find.className = "find";
  told.setAttribute("role", "status");
  find.append(label, told);
  document.querySelector(".masthead").append(find);
})();
