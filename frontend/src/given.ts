// What the page tells the editor, in the attributes of `[data-editor]`.
import type { Told } from "./sync";

export interface Given {
  tree: unknown;
  check: string;
  sprite: string;
  words: Record<string, string>;
  pictures: string[];
  /** Where the shared working copy is given and taken; empty for a text apart from it. */
  sync: string;
  /** The working copy as the page was made; null for a dispatch that is yet to begin. */
  shared: Told | null;
  /** Where a dispatch is written once it has begun. */
  edit: string;
  begins: boolean;
  /** Whose page it is; empty for one that this device fills. */
  person: string;
}

export function given(dom: HTMLElement): Given {
  const { tree = "", check = "", sprite = "", words = "{}", pictures = "[]" } = dom.dataset;
  const { sync = "", shared = "", edit = "", person = "" } = dom.dataset;
  const copy = JSON.parse(shared || "null") as Told | null;
  return {
    tree: JSON.parse(tree || "null"),
    check,
    sprite,
    words: JSON.parse(words) as Record<string, string>,
    pictures: JSON.parse(pictures) as string[],
    sync,
    shared: copy,
    edit,
    begins: sync !== "" && copy === null,
    person,
  };
}
