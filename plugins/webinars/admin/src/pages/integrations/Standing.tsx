import { Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type { PartnerCard } from '../../../../contracts/partners';
import { OwnWords } from '../../partners/Trouble';
import { PARTNER_NAMES, useTrouble } from '../../partners/words';
import { Notice } from '../../parts/Notice';
import { useText } from '../../translate';

/** Why no work goes to a partner, and what to do about it. Nothing where all is well. */
export const Standing = ({ card: { partner, state, missing, problem, pausedUntil } }: { card: PartnerCard }) => {
  const text = useText();
  const trouble = useTrouble(partner);
  const { formatDate } = useIntl();
  // Between a pause and the next success there is still something that went wrong.
  if (state === 'on' && !problem) return null;
  if (state === 'off') {
    return (
      <Notice title={text('partner.off', { partner: PARTNER_NAMES[partner] })}>
        <Typography textColor="neutral800">{text('partner.off_hint', { count: missing.length })}</Typography>
        <Flex tag="ul" direction="column" alignItems="flex-start" gap={1}>
          {missing.map((name) => (
            <Typography key={name} tag="li" textColor="neutral800">
              <code>{name}</code>
            </Typography>
          ))}
        </Flex>
        <Typography textColor="neutral800">
          {text('partner.guide')} <code>docs/{partner}.md</code>
        </Typography>
      </Notice>
    );
  }
  const said = problem && trouble(problem, 'all');
  const until =
    pausedUntil &&
    text('partner.paused_until', { at: formatDate(pausedUntil, { dateStyle: 'short', timeStyle: 'medium' }) });
  return (
    <Notice tone={state === 'stopped' ? 'danger' : 'warning'} title={said?.what}>
      {until && <Typography textColor="neutral800">{until}</Typography>}
      {said && <Typography textColor="neutral800">{said.whatToDo}</Typography>}
      {problem && <OwnWords partner={partner} words={problem.words} />}
    </Notice>
  );
};
