import { useEffect, useRef, useState } from 'react';
import { Page, useFetchClient, useNotification } from '@strapi/strapi/admin';
import { Badge, Button, Field, Flex, Grid, Link, LinkButton, Loader, Typography } from '@strapi/design-system';
import { ArrowLeft, Check } from '@strapi/icons';
import { useIntl } from 'react-intl';
import { NavLink, useParams } from 'react-router-dom';
import { MAIL_KINDS, type MailKind } from '../../../../contracts/mail';
import type { MailTemplate, RegistrationChoice, TemplateHelp, TemplateSource } from '../../../../contracts/mail-admin';
import { Chooser } from '../../parts/Chooser';
import { Confirm } from '../../parts/Confirm';
import { Failed } from '../../parts/Failed';
import { LeaveGuard } from '../../parts/LeaveGuard';
import { Notice } from '../../parts/Notice';
import { Panel } from '../../parts/Panel';
import { Preview } from '../../parts/Preview';
import { Screen } from '../../parts/Screen';
import { templatePath, templatesPath } from '../../paths';
import { PERMISSIONS } from '../../permissions';
import { problemOf, useProblemText, type Fault } from '../../problem';
import { useText } from '../../translate';
import { useLoad } from '../../use-load';
import { Compare } from './Compare';
import { Help } from './Help';
import { SourceFields, type Inserter } from './SourceFields';
import { TestSend } from './TestSend';
import { usePreview } from './use-preview';

const LOCALES = ['en', 'de'] as const;

const sourceOf = ({ subject, preheader, body }: TemplateSource): TemplateSource => ({ subject, preheader, body });
const isSame = (one: TemplateSource, other: TemplateSource) =>
  one.subject === other.subject && one.preheader === other.preheader && one.body === other.body;

const LanguageSwitch = ({ kind, locale }: { kind: MailKind; locale: string }) => {
  const text = useText();
  return (
    <Flex tag="nav" aria-label={text('templates.language')} gap={1}>
      {LOCALES.map((one) => (
        <LinkButton
          key={one}
          tag={NavLink}
          to={templatePath(kind, one)}
          variant={one === locale ? 'default' : 'tertiary'}
          aria-current={one === locale ? 'page' : undefined}
        >
          {text(`language.${one}`)}
        </LinkButton>
      ))}
    </Flex>
  );
};

/** The editor of one text; made anew for each, so that nothing of one is ever saved as another. */
const Editor = ({
  template,
  help,
  onSaved,
}: {
  template: MailTemplate;
  help: TemplateHelp;
  onSaved(template: MailTemplate): void;
}) => {
  const text = useText();
  const say = useProblemText();
  const { formatDate, locale: readersLocale } = useIntl();
  const words = readersLocale.startsWith('de') ? 'de' : 'en';
  const { get, put, del } = useFetchClient();
  const { toggleNotification } = useNotification();
  const { kind, locale } = template;
  const path = `/webinars-admin/mail-templates/${kind}/${locale}`;

  const [source, setSource] = useState<TemplateSource>(() => sourceOf(template));
  const [reference, setReference] = useState<string | null>(null);
  const [refused, setRefused] = useState<{ source: TemplateSource; faults: Fault[] } | null>(null);
  const [theirs, setTheirs] = useState<MailTemplate | null>(null);
  const [compared, setCompared] = useState<'default' | 'theirs' | null>(null);
  const [isSaving, setIsSaving] = useState(false);
  const inserter = useRef<Inserter>(null);
  const isDirty = !isSame(source, template);

  const { preview, problem, isLoading } = usePreview(`${path}/preview`, { source, reference, words });
  // What the server said last about this very text.
  const faults = refused?.source === source ? refused.faults : (problem?.faults ?? []);

  const save = async (revision = template.revision) => {
    setIsSaving(true);
    try {
      const { data } = await put<{ data: MailTemplate }>(path, { source, revision, words });
      toggleNotification({ type: 'success', message: text('templates.saved') });
      setTheirs(null);
      onSaved(data.data);
    } catch (error) {
      const why = problemOf(error);
      setRefused({ source, faults: why.faults });
      if (why.code === 'TEMPLATE_CHANGED') {
        const { data } = await get<{ data: MailTemplate }>(path);
        setTheirs(data.data);
      } else {
        toggleNotification({ type: 'danger', message: why.faults.length > 0 ? text('templates.refused') : say(why) });
      }
    } finally {
      setIsSaving(false);
    }
  };
  const reset = async () => {
    try {
      const { data } = await del<{ data: MailTemplate }>(path);
      toggleNotification({ type: 'success', message: text('templates.reset_done') });
      setTheirs(null);
      setSource(sourceOf(data.data));
      onSaved(data.data);
    } catch (error) {
      toggleNotification({ type: 'danger', message: say(problemOf(error)) });
    }
  };
  const other = compared === 'theirs' ? theirs : compared === 'default' ? (help.default ?? null) : null;

  return (
    <Screen
      title={text(`kind.${kind}`)}
      subtitle={text('templates.about', {
        audience: text(`audience.${MAIL_KINDS[kind].audience}`),
        language: text(`language.${locale}`),
      })}
      navigationAction={
        <Link tag={NavLink} to={templatesPath} startIcon={<ArrowLeft />}>
          {text('templates.all')}
        </Link>
      }
      secondaryAction={<LanguageSwitch kind={kind} locale={locale} />}
      primaryAction={
        <Button startIcon={<Check />} loading={isSaving} disabled={!isDirty} onClick={() => void save()}>
          {text('action.save')}
        </Button>
      }
    >
      <LeaveGuard when={isDirty} />
      {theirs && (
        <Notice
          isSudden
          tone="warning"
          title={text('templates.changed', { by: theirs.updatedBy ?? text('templates.somebody') })}
          action={
            <Flex gap={2} wrap="wrap">
              <Button size="S" variant="secondary" onClick={() => setCompared('theirs')}>
                {text('templates.compare')}
              </Button>
              <Button size="S" variant="tertiary" loading={isSaving} onClick={() => void save(theirs.revision)}>
                {text('templates.overwrite')}
              </Button>
            </Flex>
          }
        >
          {text('templates.changed_hint')}
        </Notice>
      )}
      {template.hasNewerDefault && (
        <Notice
          title={text('templates.newer_title')}
          action={
            <Button size="S" variant="secondary" onClick={() => setCompared('default')}>
              {text('templates.compare')}
            </Button>
          }
        >
          {text('templates.newer_hint')}
        </Notice>
      )}
      {other && (
        <Compare
          mine={source}
          other={other}
          title={text(compared === 'theirs' ? 'templates.theirs' : 'templates.default')}
          onTake={() => {
            setSource(sourceOf(other));
            setCompared(null);
          }}
          onClose={() => setCompared(null)}
        />
      )}
      <Grid.Root gap={4}>
        <Grid.Item col={6} s={12} xs={12} direction="column" alignItems="stretch" gap={4}>
          <Panel
            title={text('templates.text')}
            action={
              template.isEdited ? (
                <Flex gap={2}>
                  <Badge variant="secondary">{text('templates.edited')}</Badge>
                  <Confirm
                    title={text('templates.reset')}
                    action={text('templates.reset')}
                    onConfirm={() => void reset()}
                    trigger={
                      <Button variant="danger-light" size="S">
                        {text('templates.reset')}
                      </Button>
                    }
                  >
                    {text('templates.reset_confirm')}
                  </Confirm>
                </Flex>
              ) : (
                <Badge variant="neutral">{text('templates.untouched')}</Badge>
              )
            }
          >
            {template.updatedAt && (
              <Typography variant="pi" textColor="neutral600">
                {text('templates.last_saved', {
                  at: formatDate(template.updatedAt, { dateStyle: 'medium', timeStyle: 'short' }),
                  by: template.updatedBy ?? text('templates.somebody'),
                })}
              </Typography>
            )}
            <SourceFields ref={inserter} source={source} faults={faults} onChange={setSource} />
          </Panel>
          <Panel title={text('help.title')}>
            <Help help={help} kind={kind} onInsert={(piece) => inserter.current?.insert(piece)} />
          </Panel>
        </Grid.Item>
        <Grid.Item col={6} s={12} xs={12} direction="column" alignItems="stretch" gap={4}>
          <Panel title={text('preview.title')}>
            {MAIL_KINDS[kind].audience === 'attendee' && (
              <Field.Root hint={text('preview.data_hint')}>
                <Field.Label>{text('preview.data')}</Field.Label>
                <Chooser<RegistrationChoice>
                  path="/webinars-admin/mail-templates/registrations"
                  value={reference}
                  onChange={setReference}
                  placeholder={text('preview.sample')}
                  choiceOf={(one) => ({
                    value: one.reference,
                    label: [one.name, one.email, one.reference, one.session].filter(Boolean).join(' · '),
                  })}
                />
                <Field.Hint />
              </Field.Root>
            )}
            {problem && (
              <Notice tone="danger" isSudden>
                {problem.faults.length > 0 ? text('preview.stale') : say(problem)}
              </Notice>
            )}
            {preview ? (
              <Preview preview={preview} isLoading={isLoading} height={720} />
            ) : (
              isLoading && (
                <Flex justifyContent="center" padding={8}>
                  <Loader>{text('preview.loading')}</Loader>
                </Flex>
              )
            )}
            <TestSend path={`${path}/test`} request={{ source, reference, words }} />
          </Panel>
        </Grid.Item>
      </Grid.Root>
    </Screen>
  );
};

const EditorPage = () => {
  const text = useText();
  const { kind = '', locale = '' } = useParams();
  const path = `/webinars-admin/mail-templates/${kind}/${locale}`;
  const { body, isFresh, problem, reload } = useLoad<{ data: MailTemplate; meta: TemplateHelp }>(path);
  const [saved, setSaved] = useState<MailTemplate | null>(null);
  useEffect(() => setSaved(null), [path]);

  if (problem) {
    return (
      <Screen title={text('nav.templates')}>
        <Failed problem={problem} onRetry={() => void reload()} />
      </Screen>
    );
  }
  if (!body || !isFresh) return <Page.Loading>{text('templates.loading')}</Page.Loading>;
  return <Editor key={path} template={saved ?? body.data} help={body.meta} onSaved={setSaved} />;
};

/** The words of one mail in one language, with what readers would see. */
export const ProtectedEditorPage = () => (
  <Page.Protect permissions={PERMISSIONS.setMails}>
    <EditorPage />
  </Page.Protect>
);
