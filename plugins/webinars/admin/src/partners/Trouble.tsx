import { Flex, Typography } from '@strapi/design-system';
import type { PartnerName, PartnerProblem } from '../../../contracts/partners';
import { useText } from '../translate';
import { PARTNER_NAMES, useTrouble } from './words';

/** What the partner itself said, as text: it is nobody's markup here. */
export const OwnWords = ({ partner, words }: { partner: PartnerName; words: string }) => {
  const text = useText();
  if (words.trim() === '') return null;
  return (
    <Typography variant="pi" textColor="neutral600" style={{ overflowWrap: 'anywhere', whiteSpace: 'pre-line' }}>
      {text('partner.own_words', { partner: PARTNER_NAMES[partner], words })}
    </Typography>
  );
};

/** What went wrong, what to do about it, and what the partner said. */
export const Trouble = ({
  partner,
  problem,
  isShort = false,
  concerns = 'record',
}: {
  partner: PartnerName;
  problem: PartnerProblem;
  /** Without what to do, where that is said beside it. */
  isShort?: boolean;
  concerns?: 'record' | 'all';
}) => {
  const { what, whatToDo } = useTrouble(partner)(problem, concerns);
  return (
    <Flex direction="column" alignItems="flex-start" gap={1}>
      <Typography textColor="neutral800">{isShort ? what : `${what} ${whatToDo}`}</Typography>
      <OwnWords partner={partner} words={problem.words} />
    </Flex>
  );
};
