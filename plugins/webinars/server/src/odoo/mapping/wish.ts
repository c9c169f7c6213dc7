import type { Sent } from '../../partners';
import { digest } from '../../kernel/token';

/** What we would like a record in Odoo to say, field by field. */
export type Wish = Record<string, unknown>;

/** How a field's value is told from another one. Short: 2^60 values differ, and an edit has one other to differ from. */
export const digestOf = (value: unknown): string => digest(JSON.stringify(value ?? null)).slice(0, 10);

export const digestsOf = (wish: Wish): Sent =>
  Object.fromEntries(Object.entries(wish).map(([name, value]) => [name, digestOf(value)]));

/**
 * The fields that changed here since they were last sent. Only these are written: whatever somebody changed there in the others stays as they
 * have it.
 */
export const changedFields = <W extends Wish>(wish: W, sent: Sent): (keyof W & string)[] =>
  Object.keys(wish).filter((name) => sent[name] !== digestOf(wish[name]));

/** An instant as Odoo writes it: UTC, without a zone. */
export const odooTime = (instant: Date): string => instant.toISOString().slice(0, 19).replace('T', ' ');

/** Minor units as Odoo counts money: in the currency's own unit. */
export const majorUnits = (minor: number, currency: string): number => {
  const { maximumFractionDigits = 2 } = new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions();
  return minor / 10 ** maximumFractionDigits;
};
