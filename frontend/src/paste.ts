// What comes from Word, Google Docs, mail and web pages, made plain before the schema reads it.

const OURS = /data-pm-slice/;
const TAG = /<[a-z][^>]*>/gi;
const UNREAD = /<(style|script|xml|title|noscript|template|iframe|object)\b[\s\S]*?<\/\1\s*>/gi;
const GONE = "style, script, xml, meta, link, title, template, noscript, iframe, object";

/** Pasted HTML without style, comments, empty paragraphs and Word's make-believe lists. */
export function plainHtml(html: string): string {
  if (OURS.test(html)) return html;
  // The policy forbids inline style and script, even in a document that nobody sees.
  const quiet = html
    .replace(/<!--[\s\S]*?-->/g, "")
    .replace(/<!\[[^\]]*\]>/g, "")
    .replace(UNREAD, "")
    .replace(TAG, (tag) =>
      tag.replace(/[\s/"']on[a-z]+\s*=/gi, " data-on=").replace(/[\s/"']style\s*=/gi, " data-style="),
    );
  const page = new DOMParser().parseFromString(quiet, "text/html");
  for (const gone of page.querySelectorAll(GONE)) gone.remove();
  for (const named of page.querySelectorAll("[data-id]")) named.removeAttribute("data-id");
  for (const paragraph of page.querySelectorAll("p")) {
    if (!paragraph.textContent?.trim() && !paragraph.querySelector("img")) paragraph.remove();
  }
  listWordParagraphs(page);
  return page.body.innerHTML;
}

/** Word writes a list as paragraphs with a bullet typed before each. */
function listWordParagraphs(page: Document): void {
  let list: HTMLElement | null = null;
  for (const paragraph of page.querySelectorAll<HTMLElement>("p[data-style*='mso-list']")) {
    const sign = paragraph.querySelector("[data-style*='mso-list:Ignore'], [data-style*='mso-list: Ignore']");
    const numbered = /^\s*\d/.test(sign?.textContent ?? "");
    sign?.remove();
    const tag = numbered ? "OL" : "UL";
    if (!list || list.tagName !== tag || paragraph.previousElementSibling !== list) {
      list = page.createElement(tag);
      paragraph.before(list);
    }
    const item = page.createElement("li");
    item.append(paragraph);
    list.append(item);
  }
}
