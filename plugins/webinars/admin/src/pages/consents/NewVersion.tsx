import { useId, useState } from 'react';
import { useFetchClient, useNotification } from '@strapi/strapi/admin';
import { Box, Button, Field, Flex, Grid, Radio, Textarea, Typography } from '@strapi/design-system';
import { Check } from '@strapi/icons';
import type { ConsentTexts, ConsentVersion } from '../../../../contracts/consents';
import { instantAt } from '../../local-time';
import { Confirm } from '../../parts/Confirm';
import { InlineText } from '../../parts/InlineText';
import { problemOf, useProblemText, type Fault } from '../../problem';
import { TimeField } from '../../session-deeds/TimeField';
import { useText } from '../../translate';
import { CONSENTS_API } from './api';

const OWN_ZONE = Intl.DateTimeFormat().resolvedOptions().timeZone;

type Draft = { en: string; de: string };

/** The words of the next version, how they look, and from when they count. */
export const NewVersion = ({
  texts: { consent, versions },
  begin,
  onWriting,
  onClose,
  onPublished,
  onOvertaken,
}: {
  texts: ConsentTexts;
  begin: ConsentVersion | undefined;
  onWriting(isWriting: boolean): void;
  onClose(): void;
  onPublished(): Promise<void>;
  onOvertaken(): Promise<void>;
}) => {
  const text = useText();
  const say = useProblemText();
  const id = useId();
  const { post } = useFetchClient();
  const { toggleNotification } = useNotification();
  const [draft, setDraft] = useState<Draft>({ en: begin?.en ?? '', de: begin?.de ?? '' });
  const [when, setWhen] = useState<'now' | 'later'>('now');
  const [time, setTime] = useState('');
  const [faults, setFaults] = useState<Fault[]>([]);
  const [isBusy, setIsBusy] = useState(false);

  const later = instantAt(time, OWN_ZONE);
  const isSame = draft.en.trim() === begin?.en && draft.de.trim() === begin?.de;
  const isReady = !isSame && draft.en.trim() !== '' && draft.de.trim() !== '' && (when === 'now' || later !== null);
  const faultOf = (field: string) =>
    faults.some(({ path }) => path[0] === field) ? text('consents.not_valid') : undefined;
  const change = (changes: Partial<Draft>) => {
    setDraft({ ...draft, ...changes });
    onWriting(true);
  };

  const publish = async () => {
    setIsBusy(true);
    setFaults([]);
    try {
      const validFrom = when === 'now' ? null : later;
      await post(CONSENTS_API, { consent, ...draft, validFrom, after: versions[0]?.number ?? 0 });
      toggleNotification({ type: 'success', message: text('consents.published') });
      await onPublished();
    } catch (error) {
      const problem = problemOf(error);
      setFaults(problem.faults);
      toggleNotification({ type: 'danger', message: say(problem) });
      if (problem.code === 'CONSENT_PUBLISHED') await onOvertaken();
    } finally {
      setIsBusy(false);
    }
  };

  return (
    <Box borderColor="primary200" hasRadius padding={4} role="group" aria-label={text('consents.write')}>
      <Flex direction="column" alignItems="stretch" gap={4}>
        <Typography variant="pi" textColor="neutral600">
          {text('consents.marks')}
        </Typography>
        <Grid.Root gap={4}>
          {(['en', 'de'] as const).map((locale) => (
            <Grid.Item key={locale} col={6} s={12} xs={12} direction="column" alignItems="stretch" gap={2}>
              <Field.Root name={`${consent}.${locale}`} error={faultOf(locale)} required>
                <Field.Label>{text(`language.${locale}`)}</Field.Label>
                <Textarea
                  lang={locale}
                  value={draft[locale]}
                  onChange={(event) => change({ [locale]: event.currentTarget.value })}
                />
                <Field.Error />
              </Field.Root>
              <Typography variant="pi" fontWeight="semiBold" textColor="neutral600">
                {text('consents.preview')}
              </Typography>
              <Typography tag="p" lang={locale} style={{ overflowWrap: 'anywhere' }}>
                <InlineText text={draft[locale]} />
              </Typography>
            </Grid.Item>
          ))}
        </Grid.Root>
        <Radio.Group
          aria-labelledby={`${id}-when`}
          value={when}
          onValueChange={(next) => setWhen(next === 'later' ? 'later' : 'now')}
        >
          <Typography id={`${id}-when`} variant="pi" fontWeight="bold">
            {text('consents.from')}
          </Typography>
          <Flex gap={6} wrap="wrap">
            <Radio.Item value="now">{text('consents.now')}</Radio.Item>
            <Radio.Item value="later">{text('consents.later')}</Radio.Item>
          </Flex>
        </Radio.Group>
        {when === 'later' && (
          <TimeField
            label={text('consents.at')}
            hint={OWN_ZONE}
            error={faultOf('validFrom')}
            value={time}
            onChange={setTime}
          />
        )}
        <Flex gap={2} justifyContent="flex-end">
          <Button variant="tertiary" onClick={onClose}>
            {text('action.cancel')}
          </Button>
          <Confirm
            trigger={
              <Button startIcon={<Check />} loading={isBusy} disabled={!isReady}>
                {text('consents.publish')}
              </Button>
            }
            variant="default"
            title={text('consents.publish_title')}
            action={text('consents.publish')}
            onConfirm={() => void publish()}
          >
            {text('consents.publish_body')}
          </Confirm>
        </Flex>
      </Flex>
    </Box>
  );
};
