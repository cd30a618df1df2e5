// The preview follows what is typed; without this, "Show it" shows it.
"use strict";

const form = document.getElementById("look");
const show = document.getElementById("look-show");
const own = document.getElementById("look-own");
const told = document.getElementById("look-faults");
const frame = document.querySelector(".look-frame iframe");
const room = frame.parentElement;
let waiting = 0;

function preview() {
  clearTimeout(waiting);
  waiting = setTimeout(() => form.requestSubmit(show), 300);
}

// A wide page stands in a narrow frame, smaller.
function fit() {
  const width = Number(form.elements.width.value);
  const scale = Math.min(1, room.clientWidth / width);
  frame.style.inlineSize = `${width}px`;
  frame.style.blockSize = `${room.clientHeight / scale}px`;
  frame.style.transform = `scale(${scale})`;
}

// The server says what can't be read, before it refuses to save it.
function tell() {
  const faults = frame.contentDocument?.body?.dataset.faults ?? "";
  told.textContent = faults;
  told.hidden = !faults;
}

form.addEventListener("input", (event) => (event.target.name === "width" ? fit() : preview()));
own.addEventListener("click", () => {
  for (const field of form.querySelectorAll("[data-own]")) field.value = field.dataset.own;
  preview();
});
frame.addEventListener("load", tell);
new ResizeObserver(fit).observe(room);
own.hidden = false;
preview();
