import { z } from 'zod';
import { chosenRegistrations } from './bulk';
import { ROSTER_COLUMNS, rosterOrder, type RosterCount } from './roster';

/** `pdf` is a list to sign; the other two are for programs that calculate. */
export const EXPORT_FORMATS = ['csv', 'xlsx', 'pdf'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** How many people a file of each kind holds: what Excel can open, and what anybody would print. */
export const MOST_EXPORTED: Record<ExportFormat, number> = { csv: 100_000_000, xlsx: 1_048_575, pdf: 10_000 };

/** What parts the columns of a CSV file. Excel asks for the one of its language. */
export const SEPARATORS = [',', ';', '\t'] as const;
export type Separator = (typeof SEPARATORS)[number];

export const exportRequest = z.strictObject({
  which: chosenRegistrations,
  format: z.enum(EXPORT_FORMATS),
  /** Beside the name, which is always there; in the order of the list. */
  columns: z.array(z.enum(ROSTER_COLUMNS)).max(ROSTER_COLUMNS.length).default([]),
  ...rosterOrder.shape,
  /** The language of headers and words. */
  locale: z.enum(['en', 'de']).default('en'),
  separator: z.enum(SEPARATORS).default(','),
});
export type ExportRequest = z.infer<typeof exportRequest>;

/** What opens a file once, within a minute: the browser fetches it by itself. */
export type NewExport = { id: string; ticket: string; people: RosterCount };

/** `ready`: nobody has fetched it. `cut_short`: the file that arrived is not whole. */
export type ExportState = 'ready' | 'lapsed' | 'running' | 'done' | 'cut_short';

/** How far a file is. `total` null: nobody has begun to fetch it. */
export type ExportView = { id: string; format: ExportFormat; state: ExportState; rows: number; total: number | null };

export const downloadRequest = z.object({ ticket: z.string().min(20).max(100) });
