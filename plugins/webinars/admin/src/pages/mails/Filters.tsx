import { useEffect, useState } from 'react';
import { Button, Checkbox, Field, Flex, Grid, TextInput } from '@strapi/design-system';
import { MAIL_STATES } from '../../../../contracts/mail';
import { One } from '../../parts/Choice';
import { FilterBox } from '../../parts/FilterBox';
import { SessionChooser } from '../../parts/SessionChooser';
import { useText } from '../../translate';
import { useSettled } from '../../use-settled';
import { KINDS } from './kinds';
import type { useFilters } from './use-filters';

/** What to look for among the mails. */
export const Filters = ({ filters: { values, change, clear } }: { filters: ReturnType<typeof useFilters> }) => {
  const text = useText();
  const [recipient, setRecipient] = useState(values.recipient ?? '');
  const settled = useSettled(recipient.trim());

  useEffect(() => {
    if (settled !== (values.recipient ?? '')) change('recipient', settled);
    // Only what was typed moves the address; the address moves the field below.
  }, [settled]);
  useEffect(() => setRecipient(values.recipient ?? ''), [values.recipient]);

  return (
    <FilterBox set={Object.keys(values).length}>
      <Grid.Root gap={4}>
        <Grid.Item col={2} s={6} xs={12} direction="column" alignItems="stretch">
          <One
            label={text('mails.state')}
            value={values.state}
            options={MAIL_STATES.map((value) => ({ value, label: text(`mail.state.${value}`) }))}
            onChange={(state) => change('state', state)}
          />
        </Grid.Item>
        <Grid.Item col={3} s={6} xs={12} direction="column" alignItems="stretch">
          <One
            label={text('mails.kind')}
            value={values.kind}
            options={KINDS.map((value) => ({ value, label: text(`kind.${value}`) }))}
            onChange={(kind) => change('kind', kind)}
          />
        </Grid.Item>
        <Grid.Item col={3} s={6} xs={12} direction="column" alignItems="stretch">
          <Field.Root name="recipient">
            <Field.Label>{text('mails.recipient_begins')}</Field.Label>
            <TextInput
              value={recipient}
              placeholder="ada@"
              onChange={(event) => setRecipient(event.currentTarget.value)}
            />
          </Field.Root>
        </Grid.Item>
        <Grid.Item col={4} s={6} xs={12} direction="column" alignItems="stretch">
          <Field.Root>
            <Field.Label>{text('mails.session')}</Field.Label>
            <SessionChooser
              path="/webinars-admin/mails/sessions"
              value={values.session ?? null}
              onChange={(session) => change('session', session)}
            />
          </Field.Root>
        </Grid.Item>
      </Grid.Root>
      <Flex paddingTop={4} gap={4} wrap="wrap" justifyContent="space-between" minHeight="4.8rem">
        <Flex gap={6} wrap="wrap">
          <Checkbox
            checked={values.isBounced === 'true'}
            onCheckedChange={(isOn) => change('isBounced', isOn === true ? 'true' : null)}
          >
            {text('mails.only_bounced')}
          </Checkbox>
          {values.registration && (
            <Checkbox checked onCheckedChange={() => change('registration', null)}>
              {text('mails.only_registration')}
            </Checkbox>
          )}
          {values.message && (
            <Checkbox checked onCheckedChange={() => change('message', null)}>
              {text('mails.only_message')}
            </Checkbox>
          )}
        </Flex>
        {Object.keys(values).length > 0 && (
          <Button variant="ghost" size="S" onClick={clear}>
            {text('mails.clear')}
          </Button>
        )}
      </Flex>
    </FilterBox>
  );
};
