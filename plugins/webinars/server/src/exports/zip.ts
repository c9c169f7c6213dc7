import { Readable, pipeline } from 'node:stream';
import { crc32, createDeflateRaw } from 'node:zlib';

/** A file of an archive, whose bytes come when they are asked for. */
export type Entry = { name: string; bytes: AsyncIterable<Buffer> };

// APPNOTE.TXT 6.3.10: names in UTF-8, sizes behind the bytes, because nobody knows them before.
const FLAGS = 0x0808;
const DEFLATE = 8;
const VERSION = 20;
// The first day there is: two files of the same people are the same bytes.
const DATE = 0x21;
const MOST = 0xffffffff;

const bytesOf = (...fields: [size: 2 | 4, value: number][]): Buffer => {
  const buffer = Buffer.alloc(fields.reduce((sum, [size]) => sum + size, 0));
  let at = 0;
  for (const [size, value] of fields) {
    if (size === 2) buffer.writeUInt16LE(value, at);
    else buffer.writeUInt32LE(value, at);
    at += size;
  }
  return buffer;
};

type Tally = { crc: number; size: number };

const counted = async function* (bytes: AsyncIterable<Buffer>, tally: Tally): AsyncGenerator<Buffer> {
  for await (const chunk of bytes) {
    tally.crc = crc32(chunk, tally.crc);
    tally.size += chunk.length;
    yield chunk;
  }
};

/** A zip archive, written as its files are read: what is in hand is a chunk of one of them. */
export const toZip = async function* (entries: readonly Entry[]): AsyncGenerator<Buffer> {
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, bytes } of entries) {
    const named = Buffer.from(name);
    const begins = offset;
    const head = Buffer.concat([
      bytesOf(
        [4, 0x04034b50],
        [2, VERSION],
        [2, FLAGS],
        [2, DEFLATE],
        [2, 0],
        [2, DATE],
        [4, 0],
        [4, 0],
        [4, 0],
        [2, named.length],
        [2, 0],
      ),
      named,
    ]);
    yield head;
    const tally: Tally = { crc: 0, size: 0 };
    const deflate = createDeflateRaw();
    // What fails on one side is told on the other; who stops reading stops the source.
    pipeline(Readable.from(counted(bytes, tally), { highWaterMark: 1 }), deflate, () => {});
    let compressed = 0;
    for await (const chunk of deflate as AsyncIterable<Buffer>) {
      compressed += chunk.length;
      yield chunk;
    }
    offset += head.length + compressed + 16;
    if (tally.size > MOST || offset > MOST) throw new Error('The archive is larger than its form allows.');
    yield bytesOf([4, 0x08074b50], [4, tally.crc], [4, compressed], [4, tally.size]);
    directory.push(
      bytesOf(
        [4, 0x02014b50],
        [2, VERSION],
        [2, VERSION],
        [2, FLAGS],
        [2, DEFLATE],
        [2, 0],
        [2, DATE],
        [4, tally.crc],
        [4, compressed],
        [4, tally.size],
        [2, named.length],
        [2, 0],
        [2, 0],
        [2, 0],
        [2, 0],
        [4, 0],
        [4, begins],
      ),
      named,
    );
  }
  const listing = Buffer.concat(directory);
  yield listing;
  yield bytesOf(
    [4, 0x06054b50],
    [2, 0],
    [2, 0],
    [2, entries.length],
    [2, entries.length],
    [4, listing.length],
    [4, offset],
    [2, 0],
  );
};
