import fs from 'node:fs';
import http from 'node:http';
import { inflateRawSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import type { ExportView } from '../../plugins/webinars/contracts/exports';
import { seedBulk } from '../../database/seed/bulk';
import { anEditor, aSession, clock, request, resetData, sql, startServer, strapi, world } from '../harness';
import { staffWho } from './staff';
import { aForm, register } from './visitors';

const MANY = 100_000;

let editor: Awaited<ReturnType<typeof anEditor>>;
beforeAll(async () => {
  editor = await anEditor();
});

type Asked = Record<string, unknown>;

const prepare = (body: Asked) => editor.post('/webinars-admin/exports').send(body);
const ticketOf = async (body: Asked): Promise<{ id: string; ticket: string }> => {
  const answer = await prepare({ format: 'csv', columns: ['email'], which: { filter: {} }, ...body });
  expect(answer.status).toBe(200);
  return answer.body.data;
};

/** Takes a file as a browser does: a form posts the ticket, nobody is logged in. `taken` sees each chunk. */
const fetchFile = (ticket: string, taken: (chunk: Buffer, answer: http.IncomingMessage) => void = () => {}) =>
  new Promise<{ status: number; headers: http.IncomingHttpHeaders; file: Buffer; isWhole: boolean }>(
    (resolve, reject) => {
      const form = `ticket=${encodeURIComponent(ticket)}`;
      const sent = http.request(
        `${world.baseUrl}/webinars-admin/exports/download`,
        {
          method: 'POST',
          headers: { 'Content-Type': 'application/x-www-form-urlencoded', 'Content-Length': form.length },
        },
        (answer) => {
          const chunks: Buffer[] = [];
          answer.on('data', (chunk: Buffer) => {
            chunks.push(chunk);
            taken(chunk, answer);
          });
          answer.once('error', () => {});
          answer.once('close', () =>
            resolve({
              status: answer.statusCode!,
              headers: answer.headers,
              file: Buffer.concat(chunks),
              isWhole: answer.complete,
            }),
          );
        },
      );
      sent.once('error', reject);
      sent.end(form);
    },
  );

const exported = async (body: Asked): Promise<Buffer> => {
  const { status, file, isWhole } = await fetchFile((await ticketOf(body)).ticket);
  expect([status, isWhole]).toEqual([200, true]);
  return file;
};
const standing = async (id: string): Promise<ExportView> =>
  (await editor.get(`/webinars-admin/exports/${id}`)).body.data;

/** What is in an archive, by the directory at its end. */
const unzip = (file: Buffer): Record<string, string> => {
  const end = file.lastIndexOf(Buffer.from('PK\u0005\u0006', 'latin1'));
  const files: Record<string, string> = {};
  let at = file.readUInt32LE(end + 16);
  for (let n = file.readUInt16LE(end + 10); n > 0; n -= 1) {
    const [packed, size, named, extra, comment, offset] = [
      file.readUInt32LE(at + 20),
      file.readUInt32LE(at + 24),
      file.readUInt16LE(at + 28),
      file.readUInt16LE(at + 30),
      file.readUInt16LE(at + 32),
      file.readUInt32LE(at + 42),
    ] as const;
    const name = file.subarray(at + 46, at + 46 + named).toString();
    const from = offset + 30 + file.readUInt16LE(offset + 26) + file.readUInt16LE(offset + 28);
    const content = inflateRawSync(file.subarray(from, from + packed));
    expect(content.length).toBe(size);
    files[name] = content.toString();
    at += 46 + named + extra + comment;
  }
  return files;
};

const unescape = (text: string) =>
  text.replace(
    /&(amp|lt|gt|quot|#13);/g,
    (_, name) => ({ amp: '&', lt: '<', gt: '>', quot: '"', '#13': '\r' })[name as string]!,
  );

/** The rows of a sheet, by column; numbers as numbers. */
const sheetOf = (file: Buffer): Record<string, string | number>[] => {
  const sheet = unzip(file)['xl/worksheets/sheet1.xml']!;
  return [...sheet.matchAll(/<row [^>]*>(.*?)<\/row>/gs)].map(([, cells]) =>
    Object.fromEntries(
      [...cells!.matchAll(/<c r="([A-Z]+)\d+"[^>]*>(?:<v>(.*?)<\/v>|<is><t[^>]*>(.*?)<\/t><\/is>)<\/c>/gs)].map(
        ([, column, value, text]) => [column, value === undefined ? unescape(text!) : Number(value)],
      ),
    ),
  );
};

describe('who may take lists away', () => {
  beforeEach(resetData);

  it('is who may export, and the ticket opens one file once, within a minute', async () => {
    const reader = await staffWho('registrations.read');
    const body = { format: 'csv', columns: [], which: { filter: {} } };
    expect((await reader.post('/webinars-admin/exports').send(body)).status).toBe(403);
    const { id, ticket } = await ticketOf({});
    expect(await sql('select from webinars_exports where ticket_digest = $1', [ticket])).toEqual([]);
    const marketing = await staffWho('registrations.export');
    expect((await marketing.get(`/webinars-admin/exports/${id}`)).status).toBe(404);
    expect(await standing(id)).toMatchObject({ state: 'ready', total: null });
    const both = await Promise.all([fetchFile(ticket), fetchFile(ticket)]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 410]);
    expect((await fetchFile('x'.repeat(43))).status).toBe(410);

    const late = await ticketOf({});
    clock.set(new Date(clock.now().getTime() + 61_000));
    expect((await fetchFile(late.ticket)).status).toBe(410);
    expect(await standing(late.id)).toMatchObject({ state: 'lapsed' });
    expect((await request.get('/webinars-admin/exports/download')).status).toBe(401);
  });

  it('is written down with what was asked for before the first byte, and with how much it was behind the last', async () => {
    const { slug } = await aSession();
    await register(slug, aForm({ email: 'written@export.example', company: 'Acme' }));
    await exported({ which: { filter: { company: 'Acm' } }, columns: ['email', 'reference'] });
    const log = await sql<{ action: string; name: string; data: object }>(
      `select action, actor_name as name, data::json from webinars_audit where action like 'registrations.export%' order by id`,
    );
    expect(log).toEqual([
      {
        action: 'registrations.exported',
        name: 'Edith Editor',
        data: {
          format: 'csv',
          columns: ['email', 'reference'],
          sort: 'registered',
          direction: 'desc',
          filter: { company: 'Acm' },
        },
      },
      { action: 'registrations.export_ended', name: 'Edith Editor', data: { format: 'csv', rows: 1, isWhole: true } },
    ]);
  });
});

describe('a file', () => {
  beforeEach(async () => {
    await resetData();
    clock.set(new Date('2026-03-02T10:00:00Z'));
  });

  const HOSTILE = ['=HYPERLINK("http://evil.example")', '+49', '-1+1', '@SUM(A1)', 'a"b;c,d', '<script>', 'Ünï ćőđé'];

  it('has what is chosen, in the order of the list, and nothing in it is a formula', async () => {
    const { slug } = await aSession({ datetime: '2026-07-01T08:00:00Z', texts: [{ locale: 'en', title: '=Title' }] });
    for (const [index, company] of HOSTILE.entries())
      expect((await register(slug, aForm({ email: `h${index}@export.example`, company }))).status).toBe(201);
    const body = { columns: ['company', 'session', 'sessionAt'], sort: 'company', direction: 'asc' };
    const ordered = (
      await sql<{ company: string }>(
        `select company from registrations order by webinars_plain(company) collate "C", id`,
      )
    ).map(({ company }) => company);
    expect(ordered).toHaveLength(HOSTILE.length);

    const csv = await exported({ ...body, separator: ';' });
    const read: Record<string, string>[] = parse(csv, { bom: true, delimiter: ';', columns: true });
    expect(read.map(({ Company }) => Company)).toEqual(
      ordered.map((text) => (/^[=+\-@]/.test(text) ? `'${text}` : text)),
    );
    expect(read[0]).toMatchObject({ Session: "'=Title", 'Start (Europe/Berlin)': '2026-07-01 10:00' });

    const xlsx = await exported({ ...body, format: 'xlsx' });
    const [head, ...rows] = sheetOf(xlsx);
    expect(head).toEqual({ A: 'First name', B: 'Last name', C: 'Company', D: 'Session', E: 'Start (Europe/Berlin)' });
    expect(rows.map(({ C }) => C)).toEqual(ordered);
    expect(rows[0]).toMatchObject({ D: '=Title', E: Date.UTC(2026, 6, 1, 10) / 86_400_000 + 25_569 });
    const parts = unzip(xlsx);
    expect(parts['xl/worksheets/sheet1.xml']).not.toContain('<f>');
    expect(parts['xl/worksheets/sheet1.xml']).not.toMatch(/<c r="C2"(?! s="1" t="inlineStr")/);
    expect(parts['xl/styles.xml']).toContain('quotePrefix="1"');
  });

  it('of those picked one by one has them and nobody else, in German where that is asked for', async () => {
    const { slug } = await aSession();
    for (const n of [1, 2, 3]) await register(slug, aForm({ email: `pick${n}@export.example`, lastName: `Pick ${n}` }));
    const rows = await sql<{ id: string }>('select document_id as id from registrations order by registrations.id');
    const which = { ids: [rows[0]!.id, rows[2]!.id] };
    const file = await exported({
      which,
      sort: 'name',
      direction: 'asc',
      columns: ['state'],
      locale: 'de',
      separator: ';',
    });
    expect(parse(file, { bom: true, delimiter: ';' })).toEqual([
      ['Vorname', 'Nachname', 'Stand'],
      ['Grace', 'Pick 1', 'Bestätigt'],
      ['Grace', 'Pick 3', 'Bestätigt'],
    ]);
  });

  it('to sign is a PDF of each session by itself, named after the day', async () => {
    const { slug } = await aSession({ texts: [{ locale: 'en', title: 'Clouds' }] });
    await register(slug, aForm({ email: 'sign@export.example' }));
    const { ticket } = await ticketOf({ format: 'pdf' });
    const { headers, file } = await fetchFile(ticket);
    expect(headers['content-type']).toBe('application/pdf');
    expect(headers['content-disposition']).toBe('attachment; filename="attendance-list-2026-03-02.pdf"');
    expect(headers['cache-control']).toBe('private, no-store');
    expect(file.subarray(0, 8).toString()).toBe('%PDF-1.7');
    // Past midnight in Berlin.
    clock.set('2026-03-02T23:30:00Z');
    const late = await fetchFile((await ticketOf({ format: 'pdf' })).ticket);
    expect(late.headers['content-disposition']).toContain('attendance-list-2026-03-03.pdf');
  });
});

describe(`a list of ${MANY.toLocaleString('en')}`, () => {
  const COLUMNS = ['email', 'company', 'state', 'registered', 'reference'];
  type Row = {
    first: string;
    last: string;
    email: string;
    company: string | null;
    state: string;
    at: string;
    reference: string;
  };
  let expected: Row[];

  beforeAll(async () => {
    await resetData();
    await seedBulk(strapi, { sessions: 1000, registrations: MANY, topics: 5, speakers: 5 });
    expected = await sql<Row>(
      `select first_name as first, last_name as last, email, company, state, reference,
              to_char(registered_at at time zone 'UTC' at time zone 'Europe/Berlin', 'YYYY-MM-DD HH24:MI') as at
         from registrations order by registered_at desc, id desc`,
    );
    expect(expected).toHaveLength(MANY);
  });
  afterAll(resetData);

  const WORDS: Record<string, string> = {
    pending_approval: 'Yet to be approved',
    pending_payment: 'Yet to pay',
    waitlisted: 'On the waitlist',
    confirmed: 'Confirmed',
    attended: 'Attended',
    no_show: 'Did not come',
    cancelled: 'Cancelled',
  };
  const told = ({ first, last, email, company, state, at, reference }: Row) =>
    [first, last, email, company ?? '', WORDS[state], at, reference].join('\u001f');

  it('is row for row what the database has, as CSV', async () => {
    const file = await exported({ columns: COLUMNS });
    const read: string[][] = parse(file, { bom: true, from: 2 });
    expect(read).toHaveLength(MANY);
    const wrong = read.findIndex((row, index) => row.join('\u001f') !== told(expected[index]!));
    expect(wrong).toBe(-1);
  });

  it('is row for row what the database has, as Excel', async () => {
    const [, ...read] = sheetOf(await exported({ columns: COLUMNS, format: 'xlsx' }));
    expect(read).toHaveLength(MANY);
    const minute = (serial: number) =>
      new Date(Math.round((serial - 25_569) * 86_400_000)).toISOString().slice(0, 16).replace('T', ' ');
    const wrong = read.findIndex((row, index) => {
      const cells = [row.A, row.B, row.C, row.D ?? '', row.E, minute(Number(row.F)), row.G];
      return cells.join('\u001f') !== told(expected[index]!);
    });
    expect(wrong).toBe(-1);
  });

  it('waits for who takes it slowly: what is not taken is not read', async () => {
    const { id, ticket } = await ticketOf({ columns: COLUMNS });
    let rowsWhileWaiting = 0;
    let isPaused = false;
    const { isWhole } = await fetchFile(ticket, (_, answer) => {
      if (isPaused) return;
      isPaused = true;
      answer.pause();
      const look = async () => {
        // Sockets hold some; once nothing more is read, that is all.
        for (let before = -1; before !== rowsWhileWaiting;) {
          before = rowsWhileWaiting;
          for (let n = 0; n < 20; n += 1) rowsWhileWaiting = (await standing(id)).rows;
        }
        answer.resume();
      };
      void look();
    });
    expect(isWhole).toBe(true);
    expect(rowsWhileWaiting).toBeLessThan(MANY * 0.75);
    expect(await standing(id)).toMatchObject({ state: 'done', rows: MANY, total: MANY });
  });

  it('is read no further when who takes it goes away, and the log says that it is not whole', async () => {
    const { id, ticket } = await ticketOf({ columns: COLUMNS });
    await fetchFile(ticket, (_, answer) => answer.destroy());
    let view = await standing(id);
    while (view.state === 'running') view = await standing(id);
    expect(view.state).toBe('cut_short');
    expect(view.rows).toBeLessThan(MANY);
    const ended = async () =>
      sql<{ data: object }>(
        `select data::json from webinars_audit where action = 'registrations.export_ended' and subject_document_id = $1`,
        [id],
      );
    while ((await ended()).length === 0);
    expect((await ended())[0]!.data).toMatchObject({ isWhole: false });
  });

  it('leaves the memory of the server flat, however many rows there are', async () => {
    // In a process of its own, on the same database, that has room for itself and for little more. A small file first, for what a first one
    // brings once and for all.
    const server = await startServer({
      databaseUrl: world.databaseUrl,
      env: { JOB_CONCURRENCY: '0', NODE_OPTIONS: '--max-old-space-size=220 --max-semi-space-size=16' },
    });
    const resident = () =>
      Number(/VmRSS:\s+(\d+) kB/.exec(fs.readFileSync(`/proc/${server.pid}/status`, 'utf8'))![1]) * 1024;
    const peak = async (format: string, filter: Asked): Promise<{ most: number; size: number }> => {
      const { ticket } = await ticketOf({ columns: COLUMNS, format, which: { filter } });
      let [most, size] = [0, 0];
      await fetchAway(server.url, ticket, (chunk) => {
        size += chunk.length;
        most = Math.max(most, resident());
      });
      return { most, size };
    };
    const megabytes = (bytes: number) => (bytes / 1e6).toFixed(1);
    try {
      for (const format of ['csv', 'xlsx']) {
        const small = await peak(format, { states: 'cancelled' });
        const large = await peak(format, {});
        const more = large.most - small.most;
        process.stdout.write(
          `  ${format}: ${megabytes(large.size)} MB in the file, ${megabytes(more)} MB more in memory than for one of ${megabytes(small.size)} MB\n`,
        );
        expect(large.size).toBeGreaterThan(small.size * 5);
        expect(more).toBeLessThan(60_000_000);
      }
    } finally {
      await server.stop();
    }
  });

  it('is refused as a list to sign, which nobody would print', async () => {
    const answer = await prepare({ format: 'pdf', columns: [], which: { filter: {} } });
    expect([answer.status, answer.body.error.details]).toMatchObject([409, { code: 'TOO_MANY_FOR_PDF', most: 10_000 }]);
  });
});

/** Takes a file and keeps nothing of it. */
const fetchAway = (url: string, ticket: string, taken: (chunk: Buffer) => void) =>
  new Promise<void>((resolve, reject) => {
    const sent = http.request(
      `${url}/webinars-admin/exports/download`,
      { method: 'POST', headers: { 'Content-Type': 'application/x-www-form-urlencoded' } },
      (answer) => {
        answer.on('data', taken);
        answer.once('end', resolve);
      },
    );
    sent.once('error', reject);
    sent.end(`ticket=${encodeURIComponent(ticket)}`);
  });
