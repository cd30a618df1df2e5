// Who else is here and where; drawn with classes, as a style of its own would need a looser policy.
import { type EditorState, Plugin, PluginKey } from "prosemirror-state";
import { Decoration, DecorationSet } from "prosemirror-view";
import {
  absolutePositionToRelativePosition,
  relativePositionToAbsolutePosition,
  ySyncPluginKey,
} from "y-prosemirror";
import * as Y from "yjs";
import { element } from "./element";
import type { Other } from "./sync";

const HUES = 6;
const key = new PluginKey<Other[]>("others");

interface Binding {
  doc: Y.Doc;
  type: Y.XmlFragment;
  mapping: Map<Y.AbstractType<unknown>, unknown>;
}

function bindingOf(state: EditorState): Binding | null {
  const found = ySyncPluginKey.getState(state) as { binding?: Binding } | undefined;
  return found?.binding ?? null;
}

/** The selection in words that hold on every copy; empty where there is none. */
export function placeIn(state: EditorState): string {
  const binding = bindingOf(state);
  if (!binding) return "";
  const { anchor, head } = state.selection;
  const [from, to] = [anchor, head].map((at) =>
    absolutePositionToRelativePosition(at, binding.type, binding.mapping as never) as unknown,
  );
  return JSON.stringify([from, to]);
}

export function setOthers(state: EditorState, others: Other[]) {
  return state.tr.setMeta(key, others).setMeta("addToHistory", false);
}

function positionsOf(state: EditorState, place: string): [number, number] | null {
  const binding = bindingOf(state);
  if (!binding || !place) return null;
  try {
    const found = (JSON.parse(place) as unknown[]).map((one) =>
      relativePositionToAbsolutePosition(
        binding.doc,
        binding.type,
        Y.createRelativePositionFromJSON(one),
        binding.mapping as never,
      ),
    );
    const [anchor, head] = found;
    const size = state.doc.content.size;
    if (anchor == null || head == null || anchor > size || head > size) return null;
    return [anchor, head];
  } catch {
    return null;
  }
}

function hueOf(name: string): number {
  let sum = 0;
  for (const letter of name) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 9973;
  return sum % HUES;
}

function draw(state: EditorState, others: Other[]): DecorationSet {
  return DecorationSet.create(
    state.doc,
    others.flatMap((other) => {
      const found = positionsOf(state, other.place);
      if (!found) return [];
      const [anchor, head] = found;
      const hue = `other-${hueOf(other.name)}`;
      const cursor = Decoration.widget(
        head,
        () =>
          element(
            "span",
            { class: `other ${hue}`, "aria-hidden": "true" },
            // Named by the stylesheet: within the text stand only its own words.
            element("span", { class: "other-name", "data-name": other.mine ? "You, elsewhere" : other.name }),
          ),
        { key: `${other.tab} ${other.name}`, side: 10, ignoreSelection: true },
      );
      const chosen = Decoration.inline(Math.min(anchor, head), Math.max(anchor, head), {
        class: `other-chosen ${hue}`,
      });
      return anchor === head ? [cursor] : [cursor, chosen];
    }),
  );
}

export function others(): Plugin {
  return new Plugin<Other[]>({
    key,
    state: {
      init: () => [],
      apply: (transaction, now) => (transaction.getMeta(key) as Other[] | undefined) ?? now,
    },
    props: {
      decorations: (state) => {
        const here = key.getState(state) ?? [];
        return here.length ? draw(state, here) : null;
      },
    },
  });
}

/** “Also here: Ana Peng, you in another tab”. */
export function whoIsHere(here: Other[]): string {
  const names = here.map(({ name, mine, reads }) => (mine ? "you on another page" : reads ? `${name}, reading` : name));
  const once = [...new Set(names)];
  return once.length ? `Also here: ${once.join("; ")}` : "";
}
