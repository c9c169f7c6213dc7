import { Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type { PlannedConflict } from '../../../contracts/planning';
import { Notice } from '../parts/Notice';
import { TextLink } from '../parts/TextLink';
import { sessionPath } from '../paths';
import { useText } from '../translate';

/** What is in a session's way: whoever plans decides, so it is a warning and no refusal. */
export const Conflicts = ({ conflicts }: { conflicts: readonly PlannedConflict[] }) => {
  const text = useText();
  const { formatDate, formatList } = useIntl();
  if (conflicts.length === 0) return null;
  return (
    <Notice tone="warning" title={text('conflict.title', { count: conflicts.length })}>
      <Flex tag="ul" direction="column" alignItems="stretch" gap={3} width="100%">
        {conflicts.map(({ kind, documentId, title, datetime, timezone, people, gapMinutes }) => (
          <Flex key={`${kind} ${documentId}`} tag="li" direction="column" alignItems="stretch" style={{ minWidth: 0 }}>
            <Typography textColor="neutral800">
              {text(`conflict.${kind}`, {
                people: formatList(people, { type: 'conjunction' }),
                count: people.length,
                gap: gapMinutes,
              })}
            </Typography>
            <TextLink to={sessionPath(documentId)} style={{ whiteSpace: 'normal' }}>
              {title}
            </TextLink>
            <Typography variant="pi" textColor="neutral700">
              {formatDate(datetime, { dateStyle: 'medium', timeStyle: 'short', timeZone: timezone })}
            </Typography>
          </Flex>
        ))}
      </Flex>
    </Notice>
  );
};
