import { useEffect, useState } from 'react';
import { Page, useFetchClient, useNotification } from '@strapi/strapi/admin';
import {
  Box,
  Button,
  Field,
  Flex,
  Grid,
  Link,
  Loader,
  Radio,
  Tabs,
  Textarea,
  TextInput,
  Typography,
} from '@strapi/design-system';
import { ArrowLeft, PaperPlane } from '@strapi/icons';
import { NavLink, useNavigate, useSearchParams } from 'react-router-dom';
import type { MessageCount, MessageView } from '../../../../contracts/messages';
import { Confirm } from '../../parts/Confirm';
import { LeaveGuard } from '../../parts/LeaveGuard';
import { Notice } from '../../parts/Notice';
import { Panel } from '../../parts/Panel';
import { Preview } from '../../parts/Preview';
import { Screen } from '../../parts/Screen';
import { messagePath, messagesPath } from '../../paths';
import { PERMISSIONS } from '../../permissions';
import { problemOf, useProblemText, type Problem } from '../../problem';
import { useText } from '../../translate';
import { useSettled } from '../../use-settled';
import { usePreview } from '../templates/use-preview';
import { Audience } from './Audience';
import { Count } from './Count';
import { audienceOf, halfWritten, isBegun, newDraft, newKey, textsOf, type Draft } from './draft';

const LOCALES = ['en', 'de'] as const;
const CATEGORIES = ['follow_up', 'news'] as const;

/** How many the draft would reach now, counted anew with every change of whom it is for. */
const useCount = (draft: Draft) => {
  const { post } = useFetchClient();
  const request = JSON.stringify({ audience: audienceOf(draft), category: draft.category });
  const settled = useSettled(request);
  const [counted, setCounted] = useState<{ of: string; count: MessageCount } | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  useEffect(() => {
    const wanted = JSON.parse(settled) as { audience: unknown };
    if (wanted.audience === null) {
      setCounted(null);
      return undefined;
    }
    let isLeft = false;
    post<{ data: MessageCount }>('/webinars-admin/messages/count', wanted).then(
      ({ data }) => {
        if (isLeft) return;
        setCounted({ of: settled, count: data.data });
        setProblem(null);
      },
      (error: unknown) => !isLeft && setProblem(problemOf(error)),
    );
    return () => {
      isLeft = true;
    };
  }, [post, settled]);
  const isAsked = audienceOf(draft) !== null;
  return {
    count: isAsked ? (counted?.count ?? null) : null,
    problem,
    isLoading: isAsked && !problem && counted?.of !== request,
  };
};

const Words = ({ draft, onChange }: { draft: Draft; onChange(draft: Draft): void }) => {
  const text = useText();
  const half = halfWritten(draft);
  return (
    <Panel title={text('message.words')}>
      <Typography textColor="neutral600">{text('message.words_hint')}</Typography>
      <Grid.Root gap={4}>
        {LOCALES.map((locale) => {
          const words = draft.texts[locale];
          const write = (changes: Partial<typeof words>) =>
            onChange({ ...draft, texts: { ...draft.texts, [locale]: { ...words, ...changes } } });
          const language = text(`language.${locale}`);
          return (
            <Grid.Item key={locale} col={6} s={12} xs={12} direction="column" alignItems="stretch" gap={4}>
              <Field.Root name={`subject-${locale}`}>
                <Field.Label>{text('message.subject_in', { language })}</Field.Label>
                <TextInput
                  value={words.subject}
                  maxLength={200}
                  onChange={(event) => write({ subject: event.currentTarget.value })}
                />
              </Field.Root>
              <Field.Root
                name={`body-${locale}`}
                error={half.includes(locale) ? text('message.half', { language }) : undefined}
              >
                <Field.Label>{text('message.body_in', { language })}</Field.Label>
                <Textarea
                  value={words.body}
                  resizable
                  maxLength={20_000}
                  minHeight="20rem"
                  onChange={(event) => write({ body: event.currentTarget.value })}
                />
                <Field.Error />
              </Field.Root>
            </Grid.Item>
          );
        })}
      </Grid.Root>
      <Field.Root>
        <Field.Label id="message-category">{text('message.category')}</Field.Label>
        <Radio.Group
          aria-labelledby="message-category"
          value={draft.category}
          onValueChange={(category) => onChange({ ...draft, category: category as Draft['category'] })}
        >
          {CATEGORIES.map((category) => (
            <Radio.Item key={category} value={category}>
              {text(`message.category.${category}.about`)}
            </Radio.Item>
          ))}
        </Radio.Group>
      </Field.Root>
    </Panel>
  );
};

const LocalePreview = ({ draft, locale }: { draft: Draft; locale: 'en' | 'de' }) => {
  const text = useText();
  const say = useProblemText();
  const [audience, texts] = [audienceOf(draft), textsOf(draft)];
  const { preview, problem, isLoading } = usePreview(
    '/webinars-admin/messages/preview',
    audience && texts ? { audience, texts, locale } : null,
  );
  if (!audience || !texts) return <Typography textColor="neutral600">{text('message.preview_first')}</Typography>;
  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      {texts[locale] === null && <Notice>{text('message.other_language')}</Notice>}
      {problem && (
        <Notice tone="danger" isSudden>
          {say(problem)}
        </Notice>
      )}
      {preview ? (
        <Preview preview={preview} isLoading={isLoading} height={520} />
      ) : (
        isLoading && <Loader small>{text('preview.loading')}</Loader>
      )}
    </Flex>
  );
};

const NewMessagePage = () => {
  const text = useText();
  const say = useProblemText();
  const { post } = useFetchClient();
  const navigate = useNavigate();
  const { toggleNotification } = useNotification();
  const [params] = useSearchParams();
  const [draft, setDraft] = useState<Draft>(() => newDraft(params.get('session'), params.get('selection')));
  const [key] = useState(newKey);
  const [sentAs, setSentAs] = useState<string | null>(null);
  const [isSending, setIsSending] = useState(false);
  const { count, problem, isLoading } = useCount(draft);
  const [audience, texts] = [audienceOf(draft), textsOf(draft)];
  const isReady =
    audience !== null && texts !== null && halfWritten(draft).length === 0 && !isLoading && (count?.reached ?? 0) > 0;

  useEffect(() => {
    if (sentAs !== null) navigate(messagePath(sentAs), { replace: true });
  }, [sentAs, navigate]);

  const send = async () => {
    setIsSending(true);
    try {
      const { data } = await post<{ data: MessageView }>('/webinars-admin/messages', {
        audience,
        texts,
        category: draft.category,
        key,
      });
      setSentAs(data.data.id);
    } catch (error) {
      toggleNotification({ type: 'danger', message: say(problemOf(error)) });
    } finally {
      setIsSending(false);
    }
  };

  return (
    <Screen
      title={text('messages.new')}
      navigationAction={
        <Link tag={NavLink} to={messagesPath} startIcon={<ArrowLeft />}>
          {text('messages.all')}
        </Link>
      }
      primaryAction={
        <Confirm
          variant="default"
          title={text('message.confirm_title')}
          action={text('message.send_to', { count: count?.reached ?? 0 })}
          onConfirm={() => void send()}
          trigger={
            <Button startIcon={<PaperPlane />} loading={isSending} disabled={!isReady}>
              {text('message.send')}
            </Button>
          }
        >
          {text('message.confirm', { count: count?.reached ?? 0 })}
        </Confirm>
      }
    >
      <LeaveGuard when={isBegun(draft) && sentAs === null} />
      <Grid.Root gap={4}>
        <Grid.Item col={8} s={12} xs={12} alignItems="stretch">
          {draft.selection === null ? (
            <Audience audience={draft.audience} onChange={(next) => setDraft({ ...draft, audience: next })} />
          ) : (
            <Panel title={text('message.to')}>
              <Typography textColor="neutral800">
                {count ? text('message.to_chosen_count', { count: count.registered }) : text('message.to_chosen')}
              </Typography>
              <Typography textColor="neutral600">{text('message.to_chosen_hint')}</Typography>
            </Panel>
          )}
        </Grid.Item>
        <Grid.Item col={4} s={12} xs={12} alignItems="stretch">
          <Panel title={text('message.reach')}>
            <Count count={count} isLoading={isLoading} />
            {problem && audience && <Notice tone="danger">{say(problem)}</Notice>}
          </Panel>
        </Grid.Item>
      </Grid.Root>
      <Words draft={draft} onChange={setDraft} />
      <Panel title={text('preview.title')}>
        <Tabs.Root defaultValue="en" variant="simple">
          <Tabs.List aria-label={text('message.preview_language')}>
            {LOCALES.map((locale) => (
              <Tabs.Trigger key={locale} value={locale}>
                {text(`language.${locale}`)}
              </Tabs.Trigger>
            ))}
          </Tabs.List>
          <Box paddingTop={4}>
            {LOCALES.map((locale) => (
              <Tabs.Content key={locale} value={locale}>
                <LocalePreview draft={draft} locale={locale} />
              </Tabs.Content>
            ))}
          </Box>
        </Tabs.Root>
      </Panel>
    </Screen>
  );
};

/** Writes to registrants of a session. */
export const ProtectedNewMessagePage = () => (
  <Page.Protect permissions={PERMISSIONS.sendMails}>
    <NewMessagePage />
  </Page.Protect>
);
