import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

// Crockford's alphabet: no letter that reads as a digit, so that a reference survives being read out on the telephone.
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A fresh public reference of 50 random bits, such as `W7K3M9QXA2F`; a unique index refuses the rare repeat. */
export const newReference = (): string => {
  const bytes = randomBytes(10);
  let text = 'W';
  for (const byte of bytes) text += ALPHABET[byte & 31];
  return text;
};

const LETTERS = 'abcdefghijklmnopqrstuvwxyz0123456789';

/** A document id in Strapi's form: 24 characters that begin with a letter. */
export const newDocumentId = (): string => {
  const bytes = randomBytes(24);
  let text = LETTERS[bytes[0]! % 26]!;
  for (let i = 1; i < 24; i += 1) text += LETTERS[bytes[i]! % 36];
  return text;
};

/** An unguessable token of 256 bits. Only its digest is stored. */
export const newSecretToken = (): string => randomBytes(32).toString('base64url');

export const digest = (text: string): string => createHash('sha256').update(text).digest('base64url');

/** Compares in a time that tells nothing about either, their lengths included. */
export const isSameSecret = (given: string, expected: string): boolean =>
  timingSafeEqual(Buffer.from(digest(given)), Buffer.from(digest(expected)));

export type Tokens = {
  /** The token that lets its bearer act for one registration; derived, so that a later mail can carry it again. */
  of(reference: string): string;
  /** The reference a token speaks for, or null for a token that was not issued here for this purpose. */
  read(token: string): string | null;
};

/** Tokens that see, change and cancel a registration. */
export type ManageTokens = Tokens;

/**
 * What a token is good for. One purpose's tokens open nothing of another's: who forwards an invitation or an unsubscribe link lets nobody
 * cancel the seat.
 */
export type TokenPurpose = 'manage' | 'join' | 'preferences' | 'consent';

/** Tokens are `reference.mac`: the mac is an HMAC-SHA256 over purpose and reference, compared in constant time. */
export const createTokens = (secret: string, purpose: TokenPurpose): Tokens => {
  const mac = (reference: string) => createHmac('sha256', secret).update(`${purpose}:${reference}`).digest();
  return {
    of: (reference) => `${reference}.${mac(reference).toString('base64url')}`,
    read(token) {
      const dot = token.indexOf('.');
      if (dot < 1 || token.length > 100) return null;
      const reference = token.slice(0, dot);
      const given = Buffer.from(token.slice(dot + 1), 'base64url');
      const expected = mac(reference);
      return given.length === expected.length && timingSafeEqual(given, expected) ? reference : null;
    },
  };
};
