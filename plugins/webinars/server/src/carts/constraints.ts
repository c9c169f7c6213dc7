import { MOST_SESSIONS } from '../../../contracts/carts';

/** The carts' own table. Applied after Strapi's schema sync; idempotent. */
export const cartsConstraints: string[] = [
  `create table if not exists webinars_carts (
     id bigint generated always as identity primary key,
     token_digest text not null unique,
     user_id text,
     draft jsonb not null default '{}',
     sessions jsonb not null default '[]',
     created_at timestamptz not null,
     expires_at timestamptz not null,
     submitted_at timestamptz,
     completed_at timestamptz,
     results jsonb,
     constraint webinars_cart_sessions check (jsonb_typeof(sessions) = 'array' and jsonb_array_length(sessions) <= ${MOST_SESSIONS}),
     constraint webinars_cart_life check (expires_at > created_at),
     constraint webinars_cart_completed check (
       (completed_at is null) = (results is null) and (completed_at is null or submitted_at is not null))
   )`,
  `create index if not exists webinars_carts_by_expiry on webinars_carts (expires_at)`,
];
