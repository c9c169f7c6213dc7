import { Box, Flex, Typography } from '@strapi/design-system';
import type { PartnerDifference, PartnerName } from '../../../contracts/partners';
import { useText } from '../translate';
import { PARTNER_NAMES, useFieldName } from './words';

type Field = PartnerDifference['fields'][number];

/** One field with both values. Those that are somebody's personal data were never sent here, and are not shown. */
const FieldLine = ({ partner, field: { name, ours, theirs } }: { partner: PartnerName; field: Field }) => {
  const text = useText();
  const nameOf = useFieldName();
  const shown = (value: string | null): string => {
    if (value === 'true' || value === 'false') return text(value === 'true' ? 'partner.yes' : 'partner.no');
    return value || text('partner.empty');
  };
  return (
    <Box tag="li" style={{ overflowWrap: 'anywhere' }}>
      <Typography variant="pi" textColor="neutral800" fontWeight="semiBold">
        {nameOf(name)}
      </Typography>{' '}
      <Typography variant="pi" textColor="neutral600">
        {ours === undefined && theirs === undefined
          ? text('partner.not_shown')
          : text('partner.values', {
              ours: ours === undefined ? '–' : shown(ours),
              theirs: theirs === undefined ? '–' : shown(theirs),
              partner: PARTNER_NAMES[partner],
            })}
      </Typography>
    </Box>
  );
};

/** How a record here and at the partner differ: a sentence, and the fields. */
export const Difference = ({
  partner,
  difference: { difference, fields },
}: {
  partner: PartnerName;
  difference: Pick<PartnerDifference, 'difference' | 'fields'>;
}) => {
  const text = useText();
  return (
    <Flex direction="column" alignItems="flex-start" gap={1}>
      <Typography textColor="neutral800">
        {text(`partner.difference.${difference}`, { partner: PARTNER_NAMES[partner] })}
      </Typography>
      {fields.length > 0 && (
        <Flex tag="ul" direction="column" alignItems="flex-start" gap={1}>
          {fields.map((field) => (
            <FieldLine key={field.name} partner={partner} field={field} />
          ))}
        </Flex>
      )}
    </Flex>
  );
};
