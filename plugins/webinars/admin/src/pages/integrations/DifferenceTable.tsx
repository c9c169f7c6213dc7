import { Badge, Button, Flex, Table, Tbody, Td, Thead, Tr, Typography } from '@strapi/design-system';
import { REPAIRABLE, type PartnerDifference, type PartnerName } from '../../../../contracts/partners';
import { SESSION } from '../../content-manager';
import { Difference } from '../../partners/Difference';
import { typeOf } from '../../partners/entry';
import { ThereLink } from '../../partners/ThereLink';
import { PARTNER_NAMES, useFieldName, useKindName } from '../../partners/words';
import { Cell } from '../../parts/Cell';
import { Confirm } from '../../parts/Confirm';
import { EntryLink } from '../../parts/EntryLink';
import { Heading } from '../../parts/Heading';
import { useText } from '../../translate';

const What = ({ partner, difference }: { partner: PartnerName; difference: PartnerDifference }) => {
  const nameOf = useKindName();
  const { kind, record, title, url, session } = difference;
  const name = title ?? record ?? nameOf(kind);
  return (
    <Flex direction="column" alignItems="flex-start">
      {record ? (
        <EntryLink uid={typeOf(kind)} documentId={record}>
          {name}
        </EntryLink>
      ) : (
        <Typography textColor="neutral800">{name}</Typography>
      )}
      <Typography variant="pi" textColor="neutral600">
        {nameOf(kind)}
      </Typography>
      {session && kind !== 'event' && (
        <EntryLink uid={SESSION} documentId={session.documentId}>
          {session.title}
        </EntryLink>
      )}
      {url && <ThereLink partner={partner} url={url} title={name} />}
    </Flex>
  );
};

const Repair = ({
  partner,
  difference: { difference, title, fields },
  onConfirm,
}: {
  partner: PartnerName;
  difference: PartnerDifference;
  onConfirm(): void;
}) => {
  const text = useText();
  const nameOf = useFieldName();
  const names = fields.map(({ name }) => nameOf(name)).join(', ');
  const isAnew = difference === 'missing' || difference === 'deleted';
  const values = { partner: PARTNER_NAMES[partner], title: title ?? '', fields: names };
  return (
    <Confirm
      trigger={
        <Button variant="tertiary" size="S" aria-label={`${text('partner.repair')}: ${title ?? ''}`}>
          {text('partner.repair')}
        </Button>
      }
      variant={difference === 'changed' ? 'danger-light' : 'default'}
      title={text('partner.repair_title')}
      action={text('partner.repair')}
      onConfirm={onConfirm}
    >
      {isAnew
        ? text('partner.repair_anew', values)
        : text(names === '' ? 'partner.repair_whole' : 'partner.repair_fields', values)}
    </Confirm>
  );
};

/** Differences, one a row. Those that a repair mends can be repaired one by one; the rest is only told. */
export const DifferenceTable = ({
  partner,
  differences,
  onRepair,
}: {
  partner: PartnerName;
  differences: PartnerDifference[];
  onRepair?: (difference: PartnerDifference) => void;
}) => {
  const text = useText();
  return (
    <Table colCount={onRepair ? 3 : 2} rowCount={differences.length + 1}>
      <Thead>
        <Tr>
          <Heading>{text('partner.what')}</Heading>
          <Heading>{text('partner.how_differs')}</Heading>
          {onRepair && <Heading>{text('partner.action')}</Heading>}
        </Tr>
      </Thead>
      <Tbody>
        {differences.map((difference) => {
          const isRepairable = REPAIRABLE.includes(difference.difference);
          return (
            <Tr key={difference.id}>
              <Cell width="32rem">
                <What partner={partner} difference={difference} />
              </Cell>
              <Cell width="52rem">
                <Difference partner={partner} difference={difference} />
              </Cell>
              {onRepair && (
                <Td>
                  {isRepairable ? (
                    <Repair partner={partner} difference={difference} onConfirm={() => onRepair(difference)} />
                  ) : (
                    <Badge variant="neutral">{text('partner.note')}</Badge>
                  )}
                </Td>
              )}
            </Tr>
          );
        })}
      </Tbody>
    </Table>
  );
};
