// What is said of something, and its bytes as they came, in one row.
const HEAD = 4;

export interface Parcel<T> {
  said: T;
  bytes: Uint8Array<ArrayBuffer>;
}

export function parcel(said: unknown, bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const words = new TextEncoder().encode(JSON.stringify(said));
  const whole = new Uint8Array(HEAD + words.length + bytes.length);
  new DataView(whole.buffer).setUint32(0, words.length);
  whole.set(words, HEAD);
  whole.set(bytes, HEAD + words.length);
  return whole;
}

export function unpacked<T>(whole: Uint8Array<ArrayBuffer>): Parcel<T> {
  const length = new DataView(whole.buffer, whole.byteOffset).getUint32(0);
  const said = JSON.parse(new TextDecoder().decode(whole.subarray(HEAD, HEAD + length))) as T;
  return { said, bytes: whole.slice(HEAD + length) };
}
