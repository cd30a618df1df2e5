// What is typed as Markdown becomes what it means. Quotation marks are left as they are typed.
import {
  InputRule,
  inputRules,
  textblockTypeInputRule,
  wrappingInputRule,
} from "prosemirror-inputrules";
import type { Attrs, MarkType } from "prosemirror-model";
import type { Plugin } from "prosemirror-state";
import { FIRST_LEVEL, isHref, LAST_LEVEL, schema } from "./schema";

const { nodes, marks } = schema;

/** Words between signs take a mark, and the signs go. The rule's second group holds the words. */
function marking(pattern: RegExp, type: MarkType, attrs: (match: RegExpMatchArray) => Attrs | null) {
  return new InputRule(pattern, (state, match, start, end) => {
    const [whole, before = "", words = ""] = match;
    const given = attrs(match);
    if (!words || !given || !state.doc.resolve(start).parent.type.allowsMarkType(type)) return null;
    const from = start + before.length;
    const opening = whole.indexOf(words, before.length) - before.length;
    const transaction = state.tr.delete(from + opening + words.length, end);
    transaction.delete(from, from + opening);
    transaction.addMark(from, from + words.length, type.create(given));
    return transaction.removeStoredMark(type);
  });
}

export function markdownRules(): Plugin {
  return inputRules({
    rules: [
      textblockTypeInputRule(/^(#{1,4})\s$/, nodes.heading, (match) => ({
        level: Math.min(Math.max(match[1]?.length ?? 0, FIRST_LEVEL), LAST_LEVEL),
      })),
      wrappingInputRule(/^\s*>\s$/, nodes.blockquote),
      wrappingInputRule(/^\s*[-*]\s$/, nodes.bullet_list),
      wrappingInputRule(
        /^(\d{1,9})[.)]\s$/,
        nodes.ordered_list,
        (match) => ({ start: Number(match[1]) }),
        (match, node) => node.childCount + node.attrs["start"] === Number(match[1]),
      ),
      marking(/(^|[^*])\*\*([^*\s](?:[^*]*[^*\s])?)\*\*$/, marks.strong, () => ({})),
      marking(/(^|[\s(“"'«„])_([^_\s](?:[^_]*[^_\s])?)_$/, marks.em, () => ({})),
      marking(/(^|[^!])\[([^[\]]+)\]\(([^()\s]+)\)$/, marks.link, (match) =>
        isHref(match[3] ?? "") ? { href: match[3] } : null,
      ),
    ],
  });
}
