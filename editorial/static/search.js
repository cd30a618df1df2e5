// Searches the static index where no server answered the question: in an export, on a mirror.
const unasked = document.getElementById("unasked");
const query = new URLSearchParams(location.search).get("q")?.trim().slice(0, 200) ?? "";
const MOST = 50;

function fold(text) {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replaceAll("ı", "i");
}

function element(name, words, attributes = {}) {
  const made = document.createElement(name);
  made.textContent = words;
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}

function teaser([path, headline, summary, byline, section, date]) {
  const story = element("article", "", { class: "teaser teaser-story", dir: "auto" });
  const heading = element("h2", "");
  heading.append(element("a", headline, { href: path }));
  story.append(element("p", section, { class: "kicker" }), heading);
  if (summary) story.append(element("p", summary, { class: "teaser-summary" }));
  story.append(element("p", [byline, date].filter(Boolean).join(" · "), { class: "meta" }));
  return story;
}

async function stories(number) {
  const answer = await fetch(`/search/${number}.json`);
  return answer.ok ? answer.json() : [];
}

async function search() {
  const words = fold(query).match(/[\p{L}\p{N}_]+/gu) ?? [];
  const { parts } = await (await fetch("/search/index.json")).json();
  const list = element("div", "", { class: "section-stories", "aria-live": "polite" });
  let count = 0;
  for (let number = parts; number > 0 && count < MOST; number -= 1) {
    for (const story of await stories(number)) {
      const begins = fold(story.slice(1, 5).join(" ")).match(/[\p{L}\p{N}_]+/gu) ?? [];
      if (count < MOST && words.every((word) => begins.some((one) => one.startsWith(word)))) {
        list.append(teaser(story));
        count += 1;
      }
    }
  }
  if (!count) list.append(element("p", unasked.dataset.none.replace("{query}", () => query)));
  unasked.replaceWith(list);
}

if (unasked && query) {
  document.getElementById("q").value = query;
  search();
}
