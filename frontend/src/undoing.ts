// What can be taken back, kept over a reload: where in the shared text each step is, and no word of it.
import * as Y from "yjs";

type Range = [client: number, clock: number, length: number];
type Step = { in: Range[]; out: Range[] };
/** An item that was put back, and the one that stands for it since. */
type PutBack = [...Range, client: number, clock: number];

export interface Packed {
  undo: Step[];
  redo: Step[];
  back: PutBack[];
}

const MOST_STEPS = 200;

type Steps = Y.UndoManager["undoStack"];
type DeleteSet = Steps[number]["insertions"];

export function packed(manager: Y.UndoManager): Packed {
  const back: PutBack[] = [];
  for (const [client, structs] of manager.doc.store.clients) {
    for (const struct of structs) {
      if (!(struct instanceof Y.Item) || !struct.redone) continue;
      back.push([client, struct.id.clock, struct.length, struct.redone.client, struct.redone.clock]);
    }
  }
  return { undo: steps(manager.undoStack), redo: steps(manager.redoStack), back };
}

/** Fills an empty manager again, with the newest steps up to the first whose words are gone. */
export function refill(manager: Y.UndoManager, { undo, redo, back }: Packed): void {
  const { doc } = manager;
  doc.transact((transaction) => {
    for (const [client, clock, length, newClient, newClock] of back) {
      Y.iterateDeletedStructs(transaction, setOf([[client, clock, length]]), (struct) => {
        if (struct instanceof Y.Item) struct.redone = Y.createID(newClient, newClock + struct.id.clock - clock);
      });
    }
    manager.undoStack = standing(transaction, undo);
    manager.redoStack = standing(transaction, redo);
  }, "undo");
}

function steps(stack: Steps): Step[] {
  return stack.slice(-MOST_STEPS).map(({ insertions, deletions }) => ({ in: rangesOf(insertions), out: rangesOf(deletions) }));
}

function rangesOf(set: DeleteSet): Range[] {
  return [...set.clients].flatMap(([client, items]) => items.map(({ clock, len }): Range => [client, clock, len]));
}

function setOf(ranges: Range[]): DeleteSet {
  const set = Y.createDeleteSet();
  for (const [client, clock, len] of ranges) {
    set.clients.set(client, [...(set.clients.get(client) ?? []), { clock, len }]);
  }
  return set;
}

function standing(transaction: Y.Transaction, wanted: Step[]): Steps {
  const found: Steps = [];
  for (const step of [...wanted].reverse()) {
    const item = { insertions: setOf(step.in), deletions: setOf(step.out), meta: new Map() };
    const whole = step.in.every((range) => isHere(transaction.doc, range)) && step.out.every((range) => isHere(transaction.doc, range));
    if (!whole || !readable(transaction, item.deletions)) break;
    found.unshift(item);
  }
  return found;
}

function isHere(doc: Y.Doc, [client, clock, length]: Range): boolean {
  return Y.getState(doc.store, client) >= clock + length;
}

/** Whether what was taken out is still known word for word. */
function readable(transaction: Y.Transaction, deletions: DeleteSet): boolean {
  let all = true;
  Y.iterateDeletedStructs(transaction, deletions, (struct) => {
    if (!(struct instanceof Y.Item) || struct.content instanceof Y.ContentDeleted || !struct.parent) all = false;
  });
  return all;
}

/** Takes the steps of this page over a reload of it. */
export class Undoing {
  constructor(
    private readonly manager: Y.UndoManager,
    private readonly place: string,
  ) {
    this.restore();
    window.addEventListener("pagehide", () => this.keep());
  }

  /** Once more when words came in that were kept on this device only. */
  restore(): void {
    if (this.manager.undoStack.length || this.manager.redoStack.length) return;
    try {
      const kept = sessionStorage.getItem(this.place);
      if (kept) refill(this.manager, JSON.parse(kept) as Packed);
    } catch {
      // Nothing to take back, then; the text is whole.
    }
  }

  private keep(): void {
    try {
      sessionStorage.setItem(this.place, JSON.stringify(packed(this.manager)));
    } catch {
      sessionStorage.removeItem(this.place);
    }
  }
}
