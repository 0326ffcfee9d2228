// Packs texts into a zip file as they are: a letter is small, and every reader takes it so.

// Zip cannot count from before 1980; one fixed time gives the same bytes for the same answers.
const DATE = (1 << 5) | 1;
const VERSION = 20;
// File names are UTF-8.
const FLAGS = 1 << 11;

/**
 * @param {Record<string, string>} files  Texts by name.
 * @returns {Uint8Array<ArrayBuffer>[]}
 */
export function zip(files) {
  const encoder = new TextEncoder();
  /** @type {Uint8Array<ArrayBuffer>[]} */
  const parts = [];
  /** @type {Uint8Array<ArrayBuffer>[]} */
  const list = [];
  let length = 0;
  /** @param {Uint8Array<ArrayBuffer>[]} pieces */
  const put = (...pieces) => {
    for (const piece of pieces) {
      parts.push(piece);
      length += piece.length;
    }
  };
  for (const [name, text] of Object.entries(files)) {
    const named = encoder.encode(name);
    const content = encoder.encode(text);
    const sizes = [crc(content), content.length, content.length];
    const start = length;
    put(
      numbers([4, 0x04034b50], [2, VERSION, FLAGS, 0, 0, DATE], [4, ...sizes], [2, named.length, 0]),
      named,
      content,
    );
    list.push(
      numbers(
        [4, 0x02014b50],
        [2, VERSION, VERSION, FLAGS, 0, 0, DATE],
        [4, ...sizes],
        [2, named.length, 0, 0, 0, 0],
        [4, 0, start],
      ),
      named,
    );
  }
  const start = length;
  put(...list);
  const count = list.length / 2;
  put(numbers([4, 0x06054b50], [2, 0, 0, count, count], [4, length - start, start], [2, 0]));
  return parts;
}

/**
 * Whole numbers, lowest byte first.
 * @param {number[][]} groups  Each begins with the bytes that its numbers take.
 */
function numbers(...groups) {
  const bytes = [];
  for (const [width, ...values] of groups) {
    for (const value of values) {
      for (let n = 0; n < width; n += 1) bytes.push((value >>> (8 * n)) & 0xff);
    }
  }
  return Uint8Array.from(bytes);
}

/** @param {Uint8Array} content */
function crc(content) {
  let sum = ~0;
  for (const byte of content) {
    sum ^= byte;
    for (let n = 0; n < 8; n += 1) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
  }
  return ~sum >>> 0;
}
