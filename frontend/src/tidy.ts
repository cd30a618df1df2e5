// What is typed into a field, as the desk reads it (web/typed.py): the places of its quotes count that.

// A field's value knows one kind of line end, which stays.
const ILLEGIBLE = /[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]/gu;
// What the desk takes for a space: all that is one here, but for the byte order mark.
const BLANK = /[^\S\ufeff]/;

export interface Tidied {
  text: string;
  /** Where each unit of the text stands in what was typed. */
  at: number[];
}

export function tidied(value: string): Tidied {
  const even = value.replace(ILLEGIBLE, " ");
  const blank = (place: number | undefined): boolean => BLANK.test(even[place ?? -1] ?? "");
  const at: number[] = [];
  let start = 0;
  for (const line of even.split("\n")) {
    let end = start + line.length;
    while (end > start && blank(end - 1)) end--;
    for (let place = start; place < end; place++) at.push(place);
    start += line.length + 1;
    at.push(start - 1);
  }
  at.pop();
  let [first, last] = [0, at.length];
  while (first < last && blank(at[first])) first++;
  while (last > first && blank(at[last - 1])) last--;
  const kept = at.slice(first, last);
  return { text: kept.map((place) => even[place]).join(""), at: kept };
}

export const tidy = (value: string): string => tidied(value).text;
