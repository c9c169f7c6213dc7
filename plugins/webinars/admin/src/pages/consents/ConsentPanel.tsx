import { useRef, useState } from 'react';
import { Badge, Box, Button, Flex, Typography } from '@strapi/design-system';
import { Pencil } from '@strapi/icons';
import { useIntl } from 'react-intl';
import { CONSENT_FIELDS, type ConsentTexts, type ConsentVersion } from '../../../../contracts/consents';
import { InlineText } from '../../parts/InlineText';
import { Notice } from '../../parts/Notice';
import { Panel } from '../../parts/Panel';
import { useText } from '../../translate';
import { NewVersion } from './NewVersion';

const REQUIRED: readonly string[] = [CONSENT_FIELDS.terms, CONSENT_FIELDS.privacy];

const useSince = () => {
  const text = useText();
  const { formatDate } = useIntl();
  return ({ validFrom, publishedBy }: ConsentVersion): string => {
    if (Date.parse(validFrom) === 0) return text('consents.from_the_start');
    const at = formatDate(validFrom, { dateStyle: 'long', timeStyle: 'short' });
    return publishedBy === null ? text('consents.since', { at }) : text('consents.since_by', { at, by: publishedBy });
  };
};

/** A version in both languages. */
const Words = ({ version }: { version: ConsentVersion }) => {
  const text = useText();
  return (
    <Flex direction="column" alignItems="stretch" gap={2}>
      {(['en', 'de'] as const).map((locale) => (
        <Box key={locale}>
          <Typography variant="pi" fontWeight="semiBold" textColor="neutral600">
            {text(`language.${locale}`)}
          </Typography>
          <Typography tag="p" lang={locale} textColor="neutral800" style={{ overflowWrap: 'anywhere' }}>
            <InlineText text={version[locale]} />
          </Typography>
        </Box>
      ))}
    </Flex>
  );
};

const Versions = ({ versions }: { versions: ConsentVersion[] }) => {
  const text = useText();
  const since = useSince();
  return (
    <details>
      <Typography tag="summary" textColor="primary600" style={{ cursor: 'pointer' }}>
        {text('consents.versions', { count: versions.length })}
      </Typography>
      <Flex tag="ol" direction="column" alignItems="stretch" gap={4} paddingTop={3} style={{ listStyle: 'none' }}>
        {versions.map((version) => (
          <li key={version.number}>
            <Box borderColor="neutral200" hasRadius padding={4}>
              <Typography tag="h3" fontWeight="semiBold" paddingBottom={2}>
                {text('consents.version', { version: version.version })}
                {` · ${since(version)}`}
              </Typography>
              <Words version={version} />
            </Box>
          </li>
        ))}
      </Flex>
    </details>
  );
};

/** One text: what counts, what is announced, what was, and a way to publish another version. */
export const ConsentPanel = ({
  texts,
  onChanged,
  onWriting,
}: {
  texts: ConsentTexts;
  onChanged(): Promise<void>;
  onWriting(isWriting: boolean): void;
}) => {
  const text = useText();
  const since = useSince();
  const heading = useRef<HTMLHeadingElement>(null);
  const [isOpen, setIsOpen] = useState(false);
  const { consent, versions } = texts;
  const current = versions.find(({ number }) => number === texts.current);
  const next = versions.find(({ number }) => number === texts.next);
  const others = versions.filter(({ number }) => number !== texts.current && number !== texts.next);
  const close = () => {
    setIsOpen(false);
    onWriting(false);
    heading.current?.focus();
  };
  return (
    <Panel
      title={text(`consent.${consent}`)}
      headingRef={heading}
      action={
        isOpen ? undefined : (
          <Button
            variant="secondary"
            size="S"
            startIcon={<Pencil />}
            aria-label={text('consents.write_of', { consent: text(`consent.${consent}`) })}
            onClick={() => setIsOpen(true)}
          >
            {text('consents.write')}
          </Button>
        )
      }
    >
      <Flex gap={2} wrap="wrap">
        <Badge>{text(REQUIRED.includes(CONSENT_FIELDS[consent]) ? 'consents.required' : 'consents.free')}</Badge>
        {current && (
          <Typography textColor="neutral600">
            {text('consents.version', { version: current.version })}
            {` · ${since(current)}`}
          </Typography>
        )}
      </Flex>
      {current && <Words version={current} />}
      {next && (
        <Notice title={text('consents.next', { version: next.version })}>
          <Flex direction="column" alignItems="stretch" gap={2}>
            <Typography>{since(next)}</Typography>
            <Words version={next} />
          </Flex>
        </Notice>
      )}
      {isOpen && (
        <NewVersion
          texts={texts}
          begin={next ?? current}
          onWriting={onWriting}
          onClose={close}
          onPublished={async () => {
            close();
            await onChanged();
          }}
          onOvertaken={onChanged}
        />
      )}
      {others.length > 0 && <Versions versions={others} />}
    </Panel>
  );
};
