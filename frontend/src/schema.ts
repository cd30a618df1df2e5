// The nodes and marks of editorial/document/schema.py; what one side knows, so does the other.
import { type DOMOutputSpec, Schema } from "prosemirror-model";

export const FIRST_LEVEL = 2;
export const LAST_LEVEL = 4;
const BLOCK_ID = /^[A-Za-z0-9_-]{1,32}$/;
const FIELD_IDS = new Set(["headline", "summary"]);
const PICTURE = /^\/pictures\/[0-9a-f]{64}$/;
const HREF =
  /^(?:https?:\/\/[^\s/?#@<>"\\^`{|}]+(?:[/?#][^\s<>"\\^`{|}]*)?|mailto:[^\s?@<>"\\^`{|}]+@[^\s@<>"\\^`{|}]+)$/i;
const LONGEST_HREF = 2000;

/** Whether a link may lead there: http, https or mailto, whole, without a hidden sign-in. */
export function isHref(href: string): boolean {
  return href.length <= LONGEST_HREF && HREF.test(href);
}

/** The path of one of the newsroom's own pictures; null for any other address. */
export function pictureOf(address: string): string | null {
  const path = address.replace(/^https?:\/\/[^/]+/i, "");
  return PICTURE.test(path) ? path : null;
}

const id = { id: { default: "", validate: "string" } };

/** A block that was cut brings its id along; the ids' plugin sees that none stands twice. */
function identified(dom: HTMLElement): { id: string } {
  const given = dom.getAttribute("data-id") ?? "";
  return { id: BLOCK_ID.test(given) && !FIELD_IDS.has(given) ? given : "" };
}

function style(dom: HTMLElement, property: string): string {
  const declared = dom.getAttribute("data-style") ?? dom.getAttribute("style") ?? "";
  const found = new RegExp(`(?:^|;)\\s*${property}\\s*:\\s*([^;]+)`, "i").exec(declared);
  return found?.[1]?.trim().toLowerCase() ?? "";
}

const light = (dom: HTMLElement): boolean => /^(?:normal|[1-4]00)$/.test(style(dom, "font-weight"));
const upright = (dom: HTMLElement): boolean => style(dom, "font-style") === "normal";
const unless = (wrong: (dom: HTMLElement) => boolean) => (dom: HTMLElement) =>
  wrong(dom) ? false : null;
const when = (right: (dom: HTMLElement) => boolean) => unless((dom) => !right(dom));

export const schema = new Schema({
  nodes: {
    doc: { content: "block+" },
    paragraph: {
      attrs: id,
      content: "inline*",
      group: "block inner",
      parseDOM: [{ tag: "p", getAttrs: identified }],
      toDOM: (node): DOMOutputSpec => ["p", { "data-id": node.attrs["id"] }, 0],
    },
    heading: {
      attrs: { ...id, level: { default: FIRST_LEVEL, validate: "number" } },
      content: "text*",
      group: "block",
      defining: true,
      parseDOM: [1, 2, 3, 4, 5, 6].map((level) => ({
        tag: `h${level}`,
        getAttrs: (dom) => ({
          ...identified(dom),
          level: Math.min(Math.max(level, FIRST_LEVEL), LAST_LEVEL),
        }),
      })),
      toDOM: (node): DOMOutputSpec => [
        `h${node.attrs["level"]}`,
        { "data-id": node.attrs["id"] },
        0,
      ],
    },
    blockquote: {
      attrs: id,
      content: "inner+",
      group: "block",
      defining: true,
      parseDOM: [{ tag: "blockquote", getAttrs: identified }],
      toDOM: (node): DOMOutputSpec => ["blockquote", { "data-id": node.attrs["id"] }, 0],
    },
    bullet_list: {
      attrs: id,
      content: "list_item+",
      group: "block inner",
      parseDOM: [{ tag: "ul", getAttrs: identified }],
      toDOM: (node): DOMOutputSpec => ["ul", { "data-id": node.attrs["id"] }, 0],
    },
    ordered_list: {
      attrs: { ...id, start: { default: 1, validate: "number" } },
      content: "list_item+",
      group: "block inner",
      parseDOM: [
        {
          tag: "ol",
          getAttrs: (dom) => {
            const start = Number.parseInt(dom.getAttribute("start") ?? "1", 10);
            return { ...identified(dom), start: start >= 0 && start < 1e9 ? start : 1 };
          },
        },
      ],
      toDOM: (node): DOMOutputSpec => {
        const { id: own, start } = node.attrs;
        return ["ol", start === 1 ? { "data-id": own } : { "data-id": own, start }, 0];
      },
    },
    list_item: {
      attrs: id,
      content: "paragraph inner*",
      defining: true,
      parseDOM: [{ tag: "li", getAttrs: identified }],
      toDOM: (node): DOMOutputSpec => ["li", { "data-id": node.attrs["id"] }, 0],
    },
    image: {
      attrs: {
        ...id,
        src: { validate: "string" },
        alt: { default: "", validate: "string" },
        caption: { default: "", validate: "string" },
        credit: { default: "", validate: "string" },
      },
      group: "block",
      draggable: true,
      parseDOM: [
        {
          tag: "figure",
          priority: 60,
          getAttrs: (dom) => {
            const image = dom.querySelector("img");
            const src = pictureOf(image?.getAttribute("src") ?? "");
            if (!image || !src) return false;
            return {
              ...identified(dom),
              src,
              alt: image.getAttribute("alt") ?? "",
              caption: dom.getAttribute("data-caption") ?? "",
              credit: dom.getAttribute("data-credit") ?? "",
            };
          },
        },
      ],
      toDOM: (node): DOMOutputSpec => {
        const { id: own, src, alt, caption, credit } = node.attrs;
        return [
          "figure",
          { "data-id": own, "data-caption": caption, "data-credit": credit },
          ["img", { src, alt }],
          ["figcaption", {}, [caption, credit].filter(Boolean).join(" · ") || "No caption yet"],
        ];
      },
    },
    text: { group: "inline" },
    hard_break: {
      inline: true,
      group: "inline",
      selectable: false,
      leafText: () => " ",
      parseDOM: [{ tag: "br" }],
      toDOM: (): DOMOutputSpec => ["br"],
    },
  },
  // Declared in the order in which a text bears them.
  marks: {
    link: {
      attrs: { href: { validate: "string" } },
      inclusive: false,
      parseDOM: [
        {
          tag: "a[href]",
          getAttrs: (dom) => {
            const href = dom.getAttribute("href") ?? "";
            return isHref(href) ? { href } : false;
          },
        },
      ],
      toDOM: (mark): DOMOutputSpec => ["a", { href: mark.attrs["href"], rel: "nofollow noopener" }, 0],
    },
    em: {
      parseDOM: [
        { tag: "i", getAttrs: unless(upright) },
        { tag: "em", getAttrs: unless(upright) },
        {
          tag: "[data-style]",
          consuming: false,
          getAttrs: when((dom) => style(dom, "font-style") === "italic"),
        },
      ],
      toDOM: (): DOMOutputSpec => ["em", 0],
    },
    strong: {
      parseDOM: [
        { tag: "b", getAttrs: unless(light) },
        { tag: "strong", getAttrs: unless(light) },
        {
          tag: "[data-style]",
          consuming: false,
          getAttrs: when((dom) => /^(?:bold|bolder|[6-9]00)$/.test(style(dom, "font-weight"))),
        },
      ],
      toDOM: (): DOMOutputSpec => ["strong", 0],
    },
  },
});
