import type { ReactNode } from 'react';
import { Loader } from '@strapi/design-system';
import type { LoadState } from '../use-load';
import { Empty } from './Empty';
import { Failed } from './Failed';
import { Steps } from './Steps';

/** A list that is read onwards, a page at a time: awaited, failed, empty, or there; and the ways on and back to its beginning. */
export const Onward = <Page extends { next: number | null }>({
  load: { body, problem, isFresh, reload },
  awaiting,
  empty,
  after,
  onGo,
  isEmpty,
  children,
}: {
  load: LoadState<{ data: Page }>;
  awaiting: string;
  empty: string;
  /** Where the page that is shown begins; null is the first. */
  after: string | null;
  onGo(after: string | null): void;
  isEmpty(page: Page): boolean;
  children(page: Page): ReactNode;
}) => {
  if (problem) return <Failed problem={problem} onRetry={() => void reload()} />;
  if (!body) return <Loader small>{awaiting}</Loader>;
  const { next } = body.data;
  return (
    <>
      {isEmpty(body.data) ? (
        <Empty isBare content={empty} />
      ) : (
        <div style={{ opacity: isFresh ? 1 : 0.6 }}>{children(body.data)}</div>
      )}
      <Steps
        onFirst={after === null ? null : () => onGo(null)}
        onOn={next === null ? null : () => onGo(String(next))}
      />
    </>
  );
};
